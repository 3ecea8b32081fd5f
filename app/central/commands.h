// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"
#include "options.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang::central {

/// One subcommand of yichuang-central. Words of two parts ("user add") are one name with a blank.
struct Command {
    std::string_view name;
    Text summary;
    std::vector<Operand> operands;
    std::vector<Option> options;
    std::function<int(const Arguments&, Console&)> run;
};

/// The table of all subcommands, in the order of the help text. Each file of this folder brings its own rows.
[[nodiscard]] std::vector<Command> allCommands();

/// The whole program: `words` are the arguments without the program's name. `--lang en` may stand anywhere.
/// Returns the exit status.
[[nodiscard]] int runCentral(std::vector<std::string> words, std::istream& in, std::ostream& out, std::ostream& err);

} // namespace yichuang::central
