// SPDX-License-Identifier: GPL-3.0-or-later
// Taking in: 1 to 9 of domain.md 2.3, as 2.6 (5) (6) (11) (12) and 2.7 settle them.
#include "guards.h"

#include <yichuang/domain/identifiers.h>

#include <algorithm>

namespace yichuang {

namespace {

bool contains(const std::vector<int>& numbers, int number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

std::map<std::string, std::string> material(int seq) {
    return {{"material", std::to_string(seq)}};
}

/// Last day of the correction window that opens on that day; 0 days end that very day, rest day or not.
CivilDate windowEnd(Guards& guards, CivilDate opened) {
    if (guards.item().correctionNoticeDays > 0) {
        return guards.workdaysAfter(opened, guards.item().correctionNoticeDays);
    }
    const int year = static_cast<int>(opened.year());
    guards.require(guards.calendar().knows(year), RefusalCode::CalendarUnknown, {{"year", std::to_string(year)}});
    return opened;
}

bool isProvisional(const Guards& guards, CivilDate dayZero, int workdays) {
    if (workdays < 1) {
        return false;
    }
    const auto counted = deadline(guards.calendar(), dayZero, Limit {workdays, LimitUnit::Workday}, {}, dayZero);
    return counted && counted->provisional;
}

void setWindow(Guards& guards) {
    guards.entry().set.windowEnd = windowEnd(guards, guards.date());
    guards.entry().set.calendarVersion = guards.calendar().version();
    guards.entry().set.provisional = isProvisional(guards, guards.date(), guards.item().correctionNoticeDays);
}

/// The pledge of notify-and-commit: a mode of 6 and 19, not an event (2.6 (12)).
void requireGoodPledge(Guards& guards) {
    if (const auto& commit = guards.facts().commit) {
        guards.require(guards.item().allows(HandlingMode::NotifyAndCommit), RefusalCode::ModeNotAllowed,
            {{"mode", std::string {toText(HandlingMode::NotifyAndCommit)}}});
        guards.require(commit->pledgeSigned, RefusalCode::NoPledge);
    }
}

void requireScopeAndForm(Guards& guards) {
    guards.require(guards.facts().inScope, RefusalCode::NotInScope);
    guards.require(guards.facts().properForm, RefusalCode::ImproperForm);
}

void requireGroundOfNonAcceptance(Guards& guards, const CommandFacts& facts) {
    const CaseState& state = guards.state();
    const bool openDefects = facts.ground == "listed_defects_open";
    const bool beforeLaw
        = facts.ground == "no_licence_needed" || facts.ground == "not_competent" || facts.ground == "false_materials";
    guards.require(openDefects || beforeLaw, RefusalCode::BadGround, {{"ground", facts.ground}});
    if (openDefects) {
        guards.require(
            state.noticeGiven && !state.openDefects.empty(), RefusalCode::BadGround, {{"ground", facts.ground}});
    } else {
        guards.require(!state.resubmittedOn, RefusalCode::BadGround, {{"ground", facts.ground}});
    }
}

} // namespace

void requireTakingOfficer(Guards& guards) {
    guards.requireRole({Role::WindowClerk, Role::IntegratedClerk, Role::ChiefRepresentative});
    const Actor& actor = guards.command().actor;
    if (actor.role == Role::WindowClerk) {
        guards.require(actor.department == guards.item().department, RefusalCode::NotOwnDepartment,
            {{"department", guards.item().department}});
    } else if (actor.role == Role::IntegratedClerk) {
        guards.requireMandate(MandateKind::Intake);
    } else {
        guards.requireMandate(MandateKind::Decide);
    }
}

void requireOpenWindow(Guards& guards) {
    const auto& end = guards.state().windowEnd;
    const bool silent = guards.state().stage == Stage::Received && end && guards.date() > *end;
    guards.require(!silent, RefusalCode::WindowOver, {{"windowEnd", end ? isoDate(*end) : std::string {}}});
}

const std::vector<int>& missingMaterials(const Guards& guards) {
    return guards.state().resubmittedOn ? guards.state().openDefects : guards.facts().missing;
}

void requireCompletePapers(Guards& guards) {
    requireScopeAndForm(guards);
    requireGoodPledge(guards);
    const auto& commit = guards.facts().commit;
    for (const int seq : missingMaterials(guards)) {
        guards.require(commit && contains(commit->pledged, seq), RefusalCode::Incomplete, material(seq));
    }
}

void guardReceive(Guards& guards) {
    const CommandFacts& facts = guards.facts();
    const Role role = guards.command().actor.role;
    guards.require(rolesTakingIn().contains(role) || role == Role::Citizen, RefusalCode::NotPermitted,
        {{"role", std::string {toText(role)}}});
    guards.requireStage({Stage::Draft});
    guards.require(facts.identityChecked, RefusalCode::IdentityNotChecked);
    guards.require(facts.itemInForce, RefusalCode::ItemNotInForce);
    const Identification number = identify(IdentifierKind::CaseNo, facts.caseNo, guards.date());
    const bool wellFormed = number.valid && number.normalized == facts.caseNo;
    guards.require(wellFormed && yearOfCaseNo(facts.caseNo) == static_cast<int>(guards.date().year()),
        RefusalCode::BadCaseNumber, {{"year", std::to_string(static_cast<int>(guards.date().year()))}});
    guards.require(!facts.simulated || guards.item().allows(HandlingMode::Simulated), RefusalCode::ModeNotAllowed,
        {{"mode", std::string {toText(HandlingMode::Simulated)}}});
    guards.entry().set.caseType = guards.item().caseType;
    setWindow(guards);
}

void guardFixOnSpot(Guards& guards) {
    guards.requireRole({Role::WindowClerk, Role::IntegratedClerk});
    guards.requireStage({Stage::Received});
    guards.require(guards.facts().curable, RefusalCode::NotCurable);
}

void guardRequestCorrection(Guards& guards) {
    const CommandFacts& facts = guards.facts();
    requireTakingOfficer(guards);
    guards.requireStage({Stage::Received});
    guards.require(!guards.state().noticeGiven, RefusalCode::SecondNotice);
    requireOpenWindow(guards);
    guards.require(facts.fullList && !facts.defects.empty(), RefusalCode::NoFullList);
    for (const int seq : facts.defects) {
        guards.require(guards.item().material(seq) != nullptr, RefusalCode::UnknownMaterial, material(seq));
    }
    const int days = facts.periodDays.value_or(correctionPeriodWorkdays);
    guards.require(days >= 1, RefusalCode::BadPeriod);
    if (days >= 1) {
        guards.entry().set.periodEnd = guards.workdaysAfter(guards.date(), days);
        guards.entry().set.calendarVersion = guards.calendar().version();
        guards.entry().set.provisional = isProvisional(guards, guards.date(), days);
    }
}

void guardDeemAccepted(Guards& guards) {
    guards.requireRole({Role::System});
    guards.requireStage({Stage::Received});
    const auto& end = guards.state().windowEnd;
    guards.require(
        end && guards.date() > *end, RefusalCode::WindowOpen, {{"windowEnd", end ? isoDate(*end) : std::string {}}});
    setDecisionClocks(guards);
}

void guardResubmit(Guards& guards) {
    guards.requireRole({Role::WindowClerk, Role::IntegratedClerk, Role::Citizen});
    guards.requireStage({Stage::AwaitingCorrection});
    const auto& open = guards.state().openDefects;
    const auto& supplied = guards.facts().supplied;
    guards.require(std::any_of(supplied.begin(), supplied.end(), [&open](int seq) { return contains(open, seq); }),
        RefusalCode::NothingSupplied);
    setWindow(guards);
}

void guardAccept(Guards& guards) {
    requireTakingOfficer(guards);
    guards.requireStage({Stage::Received});
    guards.requireNoInterest();
    requireOpenWindow(guards);
    requireCompletePapers(guards);
    setDecisionClocks(guards);
}

void guardAcceptTolerant(Guards& guards) {
    const CommandFacts& facts = guards.facts();
    requireTakingOfficer(guards);
    guards.requireStage({Stage::Received});
    guards.requireNoInterest();
    requireOpenWindow(guards);
    guards.require(guards.item().caseType != CaseType::Immediate, RefusalCode::NoToleranceImmediate);
    guards.require(guards.item().allows(HandlingMode::Tolerance), RefusalCode::ModeNotAllowed,
        {{"mode", std::string {toText(HandlingMode::Tolerance)}}});
    guards.require(
        !facts.commit, RefusalCode::ModeNotAllowed, {{"mode", std::string {toText(HandlingMode::NotifyAndCommit)}}});
    requireScopeAndForm(guards);
    const std::vector<int>& missing = missingMaterials(guards);
    guards.require(!missing.empty(), RefusalCode::NothingMissing);
    for (const int seq : missing) {
        const Material* found = guards.item().material(seq);
        guards.require(found != nullptr && found->tolerable, RefusalCode::NotTolerable, material(seq));
    }
    guards.require(facts.promiseSigned, RefusalCode::NoPromise);
    guards.require(!facts.badCredit, RefusalCode::BadCredit);
    setDecisionClocks(guards);
    const SetFacts& set = guards.entry().set;
    if (!set.dayZero || !set.promisedDue) {
        return;
    }
    const auto due = toleranceDueOf(guards.calendar(), *set.dayZero, *set.promisedDue);
    guards.require(due.has_value(), RefusalCode::CalendarUnknown);
    if (due) {
        guards.require(*due > guards.date(), RefusalCode::ToleranceTooShort, {{"due", isoDate(*due)}});
        guards.entry().set.toleranceDue = due;
    }
}

void guardRefuseAcceptance(Guards& guards) {
    guards.requireNoInterest();
    requireTwoEntries(
        guards, {Role::WindowClerk, Role::IntegratedClerk}, [](Guards& judged, const CommandFacts& facts) {
            judged.requireStage({Stage::Received, Stage::AwaitingCorrection});
            requireOpenWindow(judged);
            requireGroundOfNonAcceptance(judged, facts);
        });
}

void guardCorrectionLapsed(Guards& guards) {
    const CommandFacts& facts = guards.facts();
    guards.requireRole({Role::System});
    guards.requireStage({Stage::AwaitingCorrection});
    const auto& end = guards.state().periodEnd;
    guards.require(end && guards.date() > *end, RefusalCode::NotYet, {{"due", end ? isoDate(*end) : std::string {}}});
    const bool clerk = facts.confirmedByRole == Role::WindowClerk || facts.confirmedByRole == Role::IntegratedClerk;
    guards.require(facts.confirmedBy && !facts.confirmedBy->empty() && clerk, RefusalCode::NotPermitted);
}

} // namespace yichuang
