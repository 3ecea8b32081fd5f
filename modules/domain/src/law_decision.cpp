// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions and ends: 17 to 19, 24 to 26 (domain.md 2.3, 2.6 (4) (16) (17), 2.7, separation of duties of 8).
#include "guards.h"

namespace yichuang {

namespace {

/// Nobody decides a case that he took in or reviewed; a stand-in inherits the bars.
void requireSeparation(Guards& guards) {
    const CaseState& state = guards.state();
    const bool barred = guards.actorOrRepresented(
        [&state](const PersonId& person) { return state.tookIn.contains(person) || state.reviewed.contains(person); });
    guards.require(!barred, RefusalCode::Separation);
}

bool isListedGround(const std::string& ground) {
    return ground == "applicant_dead_or_dissolved" || ground == "item_repealed" || ground == "force_majeure"
        || ground == "duplicate";
}

} // namespace

void guardGrant(Guards& guards) {
    guards.requireRole({Role::ChiefRepresentative});
    guards.requireStage({Stage::PendingDecision});
    guards.requireMandate(MandateKind::Decide);
    guards.requireNoInterest();
    requireSeparation(guards);
    guards.requireRegular();
    guards.require(!guards.state().toleranceOpen, RefusalCode::ToleranceOpen);
    setDeliveryClock(guards);
}

void guardRefuse(Guards& guards) {
    guards.requireRole({Role::ChiefRepresentative});
    guards.requireStage({Stage::PendingDecision});
    guards.requireMandate(MandateKind::Decide);
    guards.requireNoInterest();
    requireSeparation(guards);
    guards.require(guards.facts().reasonGiven && guards.facts().remediesGiven, RefusalCode::NoReasons);
    setDeliveryClock(guards);
}

void guardDecideOnSpot(Guards& guards) {
    const CaseState& state = guards.state();
    const Actor& actor = guards.command().actor;
    guards.requireRole({Role::WindowClerk, Role::ChiefRepresentative});
    guards.requireStage({Stage::Received});
    guards.require(guards.item().caseType == CaseType::Immediate, RefusalCode::NotImmediate);
    guards.requireMandate(MandateKind::Immediate);
    guards.requireNoInterest();
    // Where an integrated window took in, the department decides, by another person. Only his own acts count here.
    if (state.intakeRole == Role::IntegratedClerk) {
        guards.require(state.intakeBy != actor.id, RefusalCode::Separation);
        guards.require(actor.department == guards.item().department, RefusalCode::NotOwnDepartment,
            {{"department", guards.item().department}});
    }
    requireOpenWindow(guards);
    requireCompletePapers(guards);
    guards.require(guards.facts().decisionResult == "grant", RefusalCode::NotGrant);
    setDecisionClocks(guards);
    setDeliveryClock(guards);
}

void guardWithdraw(Guards& guards) {
    guards.requireRole({Role::WindowClerk, Role::IntegratedClerk, Role::Citizen});
    guards.requireStage(isBeforeDecision);
    guards.require(guards.facts().inWriting, RefusalCode::NotInWriting);
}

void guardTerminate(Guards& guards) {
    const std::string& ground = guards.facts().ground;
    guards.requireRole({Role::ChiefRepresentative});
    if (ground == irregularGround) {
        guards.requireStage([](Stage stage) { return stage != Stage::Draft && stage != Stage::Archived; });
        guards.require(guards.state().irregular, RefusalCode::NotIrregular);
    } else {
        guards.requireStage(isBeforeDecision);
        guards.require(isListedGround(ground), RefusalCode::BadGround, {{"ground", ground}});
    }
    guards.requireMandate(MandateKind::Decide);
}

void guardArchive(Guards& guards) {
    const CaseState& state = guards.state();
    guards.requireRole({Role::System});
    guards.requireStage({Stage::Delivered, Stage::NotAccepted, Stage::Withdrawn, Stage::Terminated});
    guards.requireRegular();
    const CivilDate due = addDays(state.stageSince.value_or(guards.date()), archiveAfterDays);
    guards.require(guards.date() >= due, RefusalCode::NotYet, {{"due", isoDate(due)}});
}

} // namespace yichuang
