// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration.h"

#include <algorithm>
#include <set>

namespace yichuang::central {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view {}
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

const Option* findOption(const Command& command, std::string_view name) {
    const auto found = std::find_if(
        command.options.begin(), command.options.end(), [&](const Option& option) { return option.name == name; });
    return found == command.options.end() ? nullptr : &*found;
}

bool isGiven(const std::vector<std::string>& words, const std::string& option) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::any_of(
        words.begin(), end, [&](const std::string& word) { return word == option || word.starts_with(option + '='); });
}

} // namespace

const Option configurationOption {"--config", OptionKind::Value, "FILE",
    {"从这个文件读取命令行上没有写的选项(每行:选项名 = 值),例如 /etc/yichuang/central.conf。",
        "Read the options that are not given here from this file (lines: option = value), e.g. "
        "/etc/yichuang/central.conf."}};

Result<std::vector<std::string>> withConfiguration(std::string_view text, std::vector<std::string> words,
    const Command& command, const std::vector<Command>& commands) {
    std::vector<std::string> said;
    std::set<std::string, std::less<>> settings;
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::string at = std::to_string(number);
        const std::size_t equals = line.find('=');
        const std::string setting(trimmed(line.substr(0, std::min(equals, line.size()))));
        if (equals == std::string_view::npos || setting.empty()) {
            return failure("config.line", {{"line", at}});
        }
        const std::string name = "--" + setting;
        const bool known = name != configurationOption.name
            && std::any_of(commands.begin(), commands.end(),
                [&](const Command& other) { return findOption(other, name) != nullptr; });
        if (!known) {
            return failure("config.unknown", {{"line", at}, {"setting", setting}});
        }
        if (!settings.insert(setting).second) {
            return failure("config.repeated", {{"line", at}, {"setting", setting}});
        }
        const Option* option = findOption(command, name);
        if (option == nullptr || isGiven(words, name)) {
            continue;
        }
        const std::string value(trimmed(line.substr(equals + 1)));
        if (option->kind != OptionKind::Flag) {
            said.push_back(name + '=' + value);
        } else if (value == "yes") {
            said.push_back(name);
        } else if (value != "no") {
            return failure("config.yes_or_no", {{"line", at}, {"setting", setting}, {"value", value}});
        }
    }
    words.insert(words.begin(), said.begin(), said.end());
    return words;
}

} // namespace yichuang::central
