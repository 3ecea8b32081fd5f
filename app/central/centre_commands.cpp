// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_commands.h"

#include <iterator>

namespace yichuang::central {

std::vector<Command> centreCommands() {
    std::vector<Command> all {initCommand()};
    const auto add = [&all](std::vector<Command> more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    add(importCommands());
    add(itemCommands());
    add(userCommands());
    add({enrolCodeCommand(), serveCommand(), verifyCommand(), readingsCommand()});
    return all;
}

} // namespace yichuang::central
