#include "commands.h"

#include "law_commands.h"

namespace yichuang::central {

std::vector<Command> allCommands() {
    std::vector<Command> all;
    for (Command& command : lawCommands()) {
        all.push_back(std::move(command));
    }
    return all;
}

} // namespace yichuang::central
