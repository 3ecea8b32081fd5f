// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/registry.h>

#include <vector>

namespace yichuang {

/// A person may hold several roles. Gives the command in each of them, in the order of the enumeration, and returns the
/// first that the law takes; else the refusal that tells most (a missing role tells least).
[[nodiscard]] Decision decideInAnyRole(
    const Registry& registry, const Calendar& calendar, const CaseState& state, Command command);

/// `possibilities` over all roles of a person: what one role may, the person may.
[[nodiscard]] std::vector<Possibility> possibilitiesOf(const Registry& registry, const Calendar& calendar,
    const CaseState& state, const Item& item, const PersonId& person, CivilDate today);

} // namespace yichuang
