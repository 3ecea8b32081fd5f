// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <algorithm>

namespace yichuang::central {

std::optional<std::string> Arguments::value(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::nullopt : std::optional(found->second);
}

std::string Arguments::valueOr(std::string_view option, std::string_view otherwise) const {
    return value(option).value_or(std::string(otherwise));
}

Result<Arguments> parseArguments(
    const std::vector<std::string>& words, const std::vector<Operand>& operands, const std::vector<Option>& options) {
    Arguments result;
    bool optionsEnded = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& word = words[at];
        if (!optionsEnded && word == "--") {
            optionsEnded = true;
            continue;
        }
        if (optionsEnded || word.size() < 2 || word.front() != '-') {
            if (result.operands.size() == operands.size()) {
                return failure("usage.too_many", {{"operand", word}});
            }
            result.operands.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const auto option
            = std::find_if(options.begin(), options.end(), [&](const Option& known) { return known.name == name; });
        if (option == options.end()) {
            return failure("usage.unknown_option", {{"option", name}});
        }
        if (result.has(name)) {
            return failure("usage.repeated", {{"option", name}});
        }
        if (option->kind == OptionKind::Flag) {
            if (equals != std::string::npos) {
                return failure("usage.unwanted_value", {{"option", name}});
            }
            result.options[name] = {};
        } else if (equals != std::string::npos) {
            result.options[name] = word.substr(equals + 1);
        } else if (at + 1 < words.size()) {
            result.options[name] = words[++at];
        } else {
            return failure("usage.missing_value", {{"option", name}});
        }
    }
    if (result.operands.size() < operands.size() && !operands[result.operands.size()].mayBeMissing) {
        return failure("usage.missing_operand", {{"operand", std::string(operands[result.operands.size()].name)}});
    }
    for (const Option& option : options) {
        if (option.kind == OptionKind::Required && !result.has(option.name)) {
            return failure("usage.missing_option", {{"option", std::string(option.name)}});
        }
    }
    return result;
}

} // namespace yichuang::central
