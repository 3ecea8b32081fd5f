// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "centre_commands.h"
#include "law_commands.h"

namespace yichuang::central {

std::vector<Command> allCommands() {
    std::vector<Command> all = centreCommands();
    for (Command& command : lawCommands()) {
        all.push_back(std::move(command));
    }
    return all;
}

} // namespace yichuang::central
