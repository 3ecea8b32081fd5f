// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/registry.h>
#include <yichuang/workflows/intake.h>

#include <string>
#include <vector>

namespace yichuang {

/// What the screen recorded of an intake, as the law reads it.
struct IntakeFacts {
    PersonId person;
    WindowId window;
    std::shared_ptr<const Item> item;
    CivilDate today;
    bool identityChecked = false;
    bool inScope = true;
    bool properForm = true; ///< no field of the form is at fault
    bool pledgeSigned = false;
    bool promiseSigned = false;
    bool badCredit = false;
    bool simulated = false;
    std::vector<int>
        missing; ///< required here and neither supplied, shared nor pledged; tolerated ones count as missing
    std::vector<int> pledged;
    std::string ground; ///< for the proposal of non-acceptance
};

/// The commands of a conclusion, in the order in which they are decided: `receive` first. `caseNo` is the number that
/// will be taken.
[[nodiscard]] std::vector<Command> commandsOf(
    Conclusion conclusion, const IntakeFacts& facts, const std::string& caseNo);

/// Decides them one after the other on an empty case. The entries of all, or the first refusal.
[[nodiscard]] Decision decideIntake(const Registry& registry, const std::vector<Command>& commands);

} // namespace yichuang
