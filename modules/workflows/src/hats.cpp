// SPDX-License-Identifier: GPL-3.0-or-later
#include "hats.h"

#include <algorithm>

namespace yichuang {
namespace {

// A refusal by role says only "not you in this hat"; one by mandate or department says a little more; any other is
// about the case itself and tells most.
int tellsMuch(const Refusal& refusal) {
    if (refusal.code == RefusalCode::UnknownPerson || refusal.code == RefusalCode::NotPermitted)
        return 0;
    if (refusal.code == RefusalCode::NoMandate || refusal.code == RefusalCode::NotOwnDepartment)
        return 1;
    return 2;
}

std::vector<Role> rolesOf(const Registry& registry, const PersonId& id) {
    const Person* person = registry.person(id);
    if (!person)
        return {};
    return {person->roles.begin(), person->roles.end()};
}

} // namespace

Decision decideInAnyRole(const Registry& registry, const Calendar& calendar, const CaseState& state, Command command) {
    Refusal best {RefusalCode::UnknownPerson};
    int bestTells = -1;
    for (const Role role : rolesOf(registry, command.actor.id)) {
        command.actor.role = role;
        auto decision = decideInHall(registry, Registry::now, calendar, state, command);
        if (decision)
            return decision;
        if (const int tells = tellsMuch(decision.error()); tells > bestTells) {
            bestTells = tells;
            best = decision.error();
        }
    }
    return tl::unexpected<Refusal> {best};
}

std::vector<Possibility> possibilitiesOf(const Registry& registry, const Calendar& calendar, const CaseState& state,
    const Item& item, const PersonId& person, CivilDate today) {
    std::vector<Possibility> merged;
    for (const Role role : rolesOf(registry, person)) {
        const auto actor = registry.actor(person, role);
        if (!actor)
            continue;
        const auto inThisRole = possibilities(state, *actor, LawContext {item, calendar}, today);
        if (merged.empty()) {
            merged = inThisRole;
            continue;
        }
        for (const Possibility& candidate : inThisRole) {
            const auto known = std::find_if(merged.begin(), merged.end(), [&candidate](const Possibility& other) {
                return other.event == candidate.event && other.act == candidate.act;
            });
            if (known == merged.end())
                merged.push_back(candidate);
            else if (known->refusal
                && (!candidate.refusal || tellsMuch(*candidate.refusal) > tellsMuch(*known->refusal)))
                known->refusal = candidate.refusal;
        }
    }
    return merged;
}

} // namespace yichuang
