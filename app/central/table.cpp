#include "commands.h"

namespace yichuang::central {

std::vector<Command> allCommands() {
    std::vector<Command> all;
    return all;
}

} // namespace yichuang::central
