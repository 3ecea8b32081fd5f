// SPDX-License-Identifier: GPL-3.0-or-later
// Tolerance after acceptance and handing over: 20 to 23 (domain.md 2.3, 2.6 (11) (16), 2.7).
#include "guards.h"

#include <algorithm>

namespace yichuang {

namespace {

/// IW; and who decided on the spot, for that result.
void requireIssuingOfficer(Guards& guards) {
    if (guards.state().decidedOnSpotBy != guards.command().actor.id) {
        guards.requireRole({Role::IssuingWindow});
    }
}

} // namespace

void guardCompleteTolerance(Guards& guards) {
    const CaseState& state = guards.state();
    const CommandFacts& facts = guards.facts();
    guards.requireRole({Role::WindowClerk, Role::IntegratedClerk});
    guards.requireStage([](Stage stage) { return isRunning(stage) || isPaused(stage); });
    guards.require(state.toleranceOpen, RefusalCode::NoTolerance);
    for (const int seq : state.promisedMaterials) {
        guards.require(std::find(facts.supplied.begin(), facts.supplied.end(), seq) != facts.supplied.end(),
            RefusalCode::Incomplete, {{"material", std::to_string(seq)}});
    }
    const bool late = state.toleranceDue && guards.date() > *state.toleranceDue;
    guards.require(!late || facts.reasonGiven, RefusalCode::NoReason);
}

void guardToleranceLapsed(Guards& guards) {
    requireTwoEntries(guards, {Role::System}, [](Guards& judged, const CommandFacts& /*facts*/) {
        const auto& due = judged.state().toleranceDue;
        judged.requireStage(isRunning);
        judged.require(judged.state().toleranceOpen, RefusalCode::NoTolerance);
        judged.require(
            due && judged.date() > *due, RefusalCode::NotYet, {{"due", due ? isoDate(*due) : std::string {}}});
    });
}

void guardIssueResult(Guards& guards) {
    requireIssuingOfficer(guards);
    guards.requireStage({Stage::Granted});
    guards.requireRegular();
    const bool certificate = !guards.item().result.empty();
    guards.require(!certificate || (guards.facts().sealed && guards.facts().numberAssigned), RefusalCode::NotSealed);
}

void guardDeliver(Guards& guards) {
    requireIssuingOfficer(guards);
    guards.requireStage({Stage::ResultReady, Stage::Refused});
    guards.requireRegular();
    guards.require(guards.facts().collectorIdentified, RefusalCode::NoCollector);
}

} // namespace yichuang
