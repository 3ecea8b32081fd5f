// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands.h"

#include <yichuang/domain/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace yichuang::central {

extern const Option configurationOption; ///< --config

/// What a configuration file says instead of the command line. A line is `setting = value`; the setting is the long
/// name of an option without its dashes, an option without a value takes yes or no; # begins a comment line. Settings
/// of other commands are passed over, those that are given in `words` too; the rest stands in front of `words`, as if
/// it had been typed. Errors: "config.line" (line), "config.unknown" (line, setting), "config.repeated" (line,
/// setting), "config.yes_or_no" (line, setting, value).
[[nodiscard]] Result<std::vector<std::string>> withConfiguration(std::string_view text, std::vector<std::string> words,
    const Command& command, const std::vector<Command>& commands);

} // namespace yichuang::central
