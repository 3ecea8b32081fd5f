// SPDX-License-Identifier: GPL-3.0-or-later
// Review: 10, 15, 16, `assign`, `declareInterest` (domain.md 2.3, 2.6 (14) (15), 2.7 "Who").
#include "guards.h"

#include <set>

namespace yichuang {

namespace {

constexpr std::size_t siteCheckOfficers = 2; ///< 行政许可法 34

/// Two different officers or more, none of them with a declared interest; without a site check they don't count.
void requireSiteCheckOfficers(Guards& guards) {
    const CommandFacts& facts = guards.facts();
    if (!facts.siteCheck) {
        return;
    }
    const std::set<PersonId> officers {facts.officers.begin(), facts.officers.end()};
    guards.require(officers.size() >= siteCheckOfficers, RefusalCode::OneOfficer);
    for (const PersonId& officer : officers) {
        guards.require(
            !guards.state().interested.contains(officer), RefusalCode::Interest, {{"person", officer.value()}});
    }
}

} // namespace

void guardStartReview(Guards& guards) {
    const auto& assigned = guards.state().assignedReviewer;
    guards.requireRole({Role::Reviewer});
    guards.requireStage({Stage::Accepted});
    guards.requireRegular();
    guards.require(assigned.has_value(), RefusalCode::NoReviewer);
    guards.require(assigned == guards.command().actor.id, RefusalCode::NotAssigned);
}

void guardSubmitOpinion(Guards& guards) {
    const CommandFacts& facts = guards.facts();
    const auto& assigned = guards.state().assignedReviewer;
    guards.requireRole({Role::Reviewer});
    guards.requireStage({Stage::UnderReview});
    guards.requireNoInterest();
    guards.require(!assigned || *assigned == guards.command().actor.id, RefusalCode::NotAssigned);
    guards.require(facts.opinionGiven && facts.opinionDate, RefusalCode::NoOpinion);
    guards.require(!facts.opinionDate || *facts.opinionDate <= guards.date(), RefusalCode::DateOrder);
    requireSiteCheckOfficers(guards);
}

void guardSendBack(Guards& guards) {
    guards.requireRole({Role::ChiefRepresentative});
    guards.requireStage({Stage::PendingDecision});
    guards.requireMandate(MandateKind::Decide);
    guards.require(guards.facts().reasonGiven, RefusalCode::NoReason);
}

void guardAssign(Guards& guards) {
    guards.requireRole({Role::ChiefRepresentative});
    guards.requireStage([](Stage stage) { return isRunning(stage) || isPaused(stage); });
    guards.requireMandate(MandateKind::Decide);
    guards.require(guards.facts().reviewer && !guards.facts().reviewer->empty(), RefusalCode::NoReviewer);
}

void guardDeclareInterest(Guards& guards) {
    guards.require(guards.command().actor.role != Role::Citizen && guards.command().actor.role != Role::System,
        RefusalCode::NotPermitted);
    guards.requireStage([](Stage stage) { return stage != Stage::Archived; });
}

} // namespace yichuang
