// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands.h"

#include <vector>

namespace yichuang::central {

/// Those that work on a database.
[[nodiscard]] std::vector<Command> centreCommands();
[[nodiscard]] Command initCommand();
[[nodiscard]] std::vector<Command> importCommands();
[[nodiscard]] std::vector<Command> itemCommands();
[[nodiscard]] std::vector<Command> userCommands();
[[nodiscard]] Command enrolCodeCommand();
[[nodiscard]] Command serveCommand();
[[nodiscard]] Command verifyCommand();
[[nodiscard]] Command readingsCommand();

} // namespace yichuang::central
