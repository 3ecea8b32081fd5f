// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"

#include <yichuang/domain/result.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang::central {

enum class OptionKind { Flag, Value, Required };

struct Option {
    std::string_view name; ///< "--database"
    OptionKind kind = OptionKind::Value;
    std::string_view placeholder; ///< of the value in the help text: "sqlite:FILE|postgresql://…"
    Text help;
};

struct Operand {
    std::string_view name; ///< "WINDOW"
    Text help;
    bool mayBeMissing = false; ///< the last one only
};

/// What the command line said, after its options were found to be known and its operands complete.
class Arguments {
public:
    std::vector<std::string> operands;
    std::map<std::string, std::string, std::less<>> options;

    [[nodiscard]] bool has(std::string_view option) const { return options.contains(option); }
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
    [[nodiscard]] std::string valueOr(std::string_view option, std::string_view otherwise) const;
};

/// Errors: "usage.unknown_option" (option), "usage.missing_value" (option), "usage.repeated" (option),
/// "usage.unwanted_value" (option), "usage.missing_option" (option), "usage.missing_operand" (operand),
/// "usage.too_many" (operand). `--name=value` and `--name value` are the same; `--` ends the options.
[[nodiscard]] Result<Arguments> parseArguments(
    const std::vector<std::string>& words, const std::vector<Operand>& operands, const std::vector<Option>& options);

} // namespace yichuang::central
