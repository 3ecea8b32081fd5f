// SPDX-License-Identifier: GPL-3.0-or-later
// The entries beside the transitions (domain.md 2.8).
#include "due.h"
#include "guards.h"

#include <yichuang/domain/approvers.h>

#include <algorithm>

namespace yichuang {

namespace {

bool isOpened(Stage stage) {
    return stage != Stage::Draft;
}

bool isOpenOrConcluded(Stage stage) {
    return stage != Stage::Draft && stage != Stage::Archived;
}

/// Roles that see a case's contents (domain.md 8): not CA and SA, nor a citizen at the counter's program.
void requireReader(Guards& guards) {
    guards.requireRole({Role::WindowClerk, Role::IntegratedClerk, Role::Reviewer, Role::ChiefRepresentative,
        Role::IssuingWindow, Role::ProjectAgent, Role::HallManager, Role::Supervisor, Role::ComplaintOfficer});
}

/// WC, IC who may write on the case: the department's own, the mandated, and who took it in.
void requireWritingClerk(Guards& guards) {
    const Actor& actor = guards.command().actor;
    guards.requireRole({Role::WindowClerk, Role::IntegratedClerk});
    if (guards.state().tookIn.contains(actor.id)) {
        return;
    }
    if (actor.role == Role::WindowClerk) {
        guards.require(actor.department == guards.item().department, RefusalCode::NotOwnDepartment,
            {{"department", guards.item().department}});
    } else {
        guards.requireMandate(MandateKind::Intake);
    }
}

std::optional<CivilDate> foldAgain(Guards& guards, CivilDate dayZero, int workdays) {
    const auto due = dueWithMark(guards.calendar(), dayZero, Limit {workdays, LimitUnit::Workday}, {}, dayZero);
    if (!due) {
        guards.require(false, RefusalCode::CalendarUnknown, due.error().arguments);
        return std::nullopt;
    }
    guards.entry().set.provisional = guards.entry().set.provisional || due->provisional;
    return due->date;
}

/// The open dates that entries had set, and what the running clocks come to.
void setDatesOfOtherCalendar(Guards& guards) {
    const CaseState& state = guards.state();
    SetFacts& set = guards.entry().set;
    if (state.stage == Stage::Received) {
        const auto opened = state.resubmittedOn ? state.resubmittedOn : state.receivedOn;
        const int days = guards.item().correctionNoticeDays;
        if (opened) {
            set.windowEnd = days < 1 ? opened : foldAgain(guards, *opened, days);
        }
    }
    if (state.stage == Stage::AwaitingCorrection && state.noticeOn) {
        set.periodEnd = foldAgain(guards, *state.noticeOn, std::max(state.periodDays, 1));
    }
    if ((isRunning(state.stage) || isPaused(state.stage)) && state.dayZero) {
        const DecisionDues dues = decisionDues(state, guards.calendar(), guards.date());
        set.promisedDue = dues.promised;
        set.statutoryDue = dues.statutory;
        set.provisional = set.provisional || dues.provisional;
        if (state.toleranceOpen && state.promised) {
            // Neither pause nor extension moves it: counted from the promise as it was made.
            if (const auto promised = foldAgain(guards, *state.dayZero, state.promised->days)) {
                set.toleranceDue = toleranceDueOf(guards.calendar(), *state.dayZero, *promised);
                guards.require(set.toleranceDue.has_value(), RefusalCode::CalendarUnknown);
            }
        }
    }
    const bool awaitsDelivery
        = state.stage == Stage::Granted || state.stage == Stage::Refused || state.stage == Stage::ResultReady;
    if (awaitsDelivery && state.concludedOn) {
        set.deliveryDue = foldAgain(guards, *state.concludedOn, deliveryWorkdays);
    }
}

/// Another person has agreed.
void requireApproval(Guards& guards) {
    const CommandFacts& facts = guards.facts();
    guards.require(facts.approvedBy && !facts.approvedBy->empty(), RefusalCode::NotPermitted, {{"field", facts.field}});
    guards.require(facts.approvedBy != guards.command().actor.id, RefusalCode::SamePerson);
}

} // namespace

bool amendNeedsApproval(std::string_view field) {
    if (field.starts_with("applicant.")) {
        field.remove_prefix(std::string_view {"applicant."}.size());
    }
    return field == "name" || field == "id_kind" || field == "id_number";
}

void guardAmend(Guards& guards) {
    const CommandFacts& facts = guards.facts();
    requireWritingClerk(guards);
    guards.requireStage(isBeforeDecision);
    guards.require(!facts.field.empty(), RefusalCode::WrongTarget);
    guards.require(facts.reasonGiven, RefusalCode::NoReason);
    if (amendNeedsApproval(facts.field)) {
        requireApproval(guards);
    }
}

void guardAnnulDeemed(Guards& guards) {
    guards.requireRole({Role::System});
    guards.requireStage(isOpened);
    guards.require(guards.state().silence.has_value() && guards.facts().target.has_value(), RefusalCode::WrongTarget);
}

void guardLapseConfirmed(Guards& guards) {
    const auto& end = guards.state().periodEnd;
    guards.requireRole({Role::WindowClerk, Role::IntegratedClerk});
    guards.requireStage({Stage::AwaitingCorrection});
    guards.require(end && guards.date() > *end, RefusalCode::NotYet, {{"due", end ? isoDate(*end) : std::string {}}});
}

void guardRecalendar(Guards& guards) {
    guards.requireRole({Role::System});
    guards.requireStage(isOpenOrConcluded);
    guards.require(guards.facts().calendarVersion == guards.calendar().version(), RefusalCode::WrongTarget,
        {{"calendarVersion", guards.calendar().version()}});
    guards.entry().set.calendarVersion = guards.calendar().version();
    setDatesOfOtherCalendar(guards);
}

void guardIrregular(Guards& guards) {
    guards.requireRole({Role::System});
    guards.requireStage(isOpenOrConcluded);
    guards.requireRegular();
    guards.require(guards.facts().reasonGiven, RefusalCode::NoReason);
}

void guardRegularised(Guards& guards) {
    guards.requireRole({Role::ChiefRepresentative});
    guards.requireStage(isOpenOrConcluded);
    guards.requireMandate(MandateKind::Decide);
    guards.require(guards.state().irregular, RefusalCode::NotIrregular);
    guards.require(guards.facts().reasonGiven, RefusalCode::NoReason);
}

void guardPrinted(Guards& guards) {
    requireReader(guards);
    guards.requireStage(isOpened);
    guards.require(!guards.facts().paper.empty(), RefusalCode::WrongTarget);
}

void guardUnmasked(Guards& guards) {
    guards.requireRole({Role::WindowClerk, Role::IntegratedClerk, Role::Reviewer, Role::ChiefRepresentative,
        Role::IssuingWindow, Role::Supervisor, Role::ComplaintOfficer});
    guards.requireStage(isOpened);
    guards.require(!guards.facts().field.empty(), RefusalCode::WrongTarget);
    guards.require(guards.facts().reasonGiven, RefusalCode::NoReason);
    if (guards.facts().field == wholeCase) {
        guards.requireRole({Role::ChiefRepresentative});
        guards.requireMandate(MandateKind::Decide);
        requireApproval(guards);
    }
}

void guardNoted(Guards& guards) {
    requireReader(guards);
    guards.requireStage(isOpened);
}

void guardErased(Guards& guards) {
    guards.requireRole({Role::System});
    guards.requireStage(isOpened);
    guards.require(!guards.facts().erasedEntries.empty(), RefusalCode::WrongTarget);
}

} // namespace yichuang
