// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_commands.h"

#include "configuration.h"
#include "database.h"
#include "sentences.h"

namespace yichuang::central {
namespace {

const Operand itemOperand {"ITEM", {"事项标识。", "The item's id."}};

int repeal(const Arguments& arguments, Console& console) {
    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    const auto registry = readRegistry(*open->centre, console);
    if (registry == nullptr) {
        return failed;
    }
    const ItemId id(arguments.operands[0]);
    const auto item = registry->itemInForce(id);
    if (item == nullptr) {
        console.complain(
            {"没有这个事项,或者已经废止:{item}。", "There is no such item, or it was repealed before: {item}."},
            {{"item", id.value()}});
        return failed;
    }
    if (!writeFacts(*open->centre, {ItemRepealed {id}}, console)) {
        return failed;
    }
    console.say({"{title}({item})已废止:不再收件,在办的照常办完。再导入同一事项即恢复。",
                    "{title} ({item}) is repealed: nothing is taken in for it any more, open cases go on. Importing it "
                    "again puts it back in force."},
        {{"title", item->title}, {"item", id.value()}});
    return done;
}

} // namespace

std::vector<Command> itemCommands() {
    return {{"item repeal", {"废止事项:不再收件,在办的照常办完。", "Repeal an item: nothing more is taken in for it."},
        {itemOperand}, {databaseOption, configurationOption, clockOption, keyFileOption}, repeal}};
}

} // namespace yichuang::central
