// SPDX-License-Identifier: GPL-3.0-or-later
// The fold. Total: an entry that was admitted is a fact, whatever `decide` would say of it today.
#include "guards.h"

#include <yichuang/domain/silence.h>

#include <algorithm>

namespace yichuang {

namespace {

std::vector<int> sortedOnce(std::vector<int> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

void reach(CaseState& state, Stage stage, CivilDate date) {
    if (state.stage != stage) {
        state.stageSince = date;
    }
    state.stage = stage;
}

/// A step limit starts when the step is first entered and never again.
void enterStep(CaseState& state, CivilDate date) {
    state.stepEntered.try_emplace(stepOf(state.caseType, state.stage), date);
}

void endPause(CaseState& state, CivilDate date) {
    for (Pause& pause : state.pauses) {
        if (!pause.end) {
            pause.end = std::max(date, pause.start);
        }
    }
}

/// A conclusion stops the clocks, ends an open pause that day and takes every request's flag.
void conclude(CaseState& state, Stage stage, CivilDate date) {
    reach(state, stage, date);
    if (!state.concludedOn) {
        state.concludedOn = date;
    }
    endPause(state, date);
    state.requests.clear();
}

/// 4, 6 and 7 alike.
void becomeAccepted(CaseState& state, const Entry& entry) {
    state.dayZero = entry.set.dayZero;
    state.acceptedOn = entry.set.dayZero;
    state.promised = entry.set.promised;
    state.statutory = entry.set.statutory;
    state.requests.erase(Event::RefuseAcceptance);
    switch (state.caseType) {
    case CaseType::Immediate:
        reach(state, Stage::PendingDecision, entry.date);
        break;
    case CaseType::OneReviewOneApprove:
        reach(state, Stage::UnderReview, entry.date);
        break;
    case CaseType::Commitment:
        reach(state, Stage::Accepted, entry.date);
        break;
    }
    enterStep(state, entry.date);
}

void keepPledge(CaseState& state, const Entry& entry) {
    if (entry.facts.commit) {
        state.commitmentMode = true;
        state.pledgedMaterials = sortedOnce(entry.facts.commit->pledged);
    }
}

void tookIn(CaseState& state, const Entry& entry) {
    if (entry.actor.role != Role::Citizen && entry.actor.role != Role::System) {
        state.tookIn.insert(entry.actor.id);
    }
}

void receive(CaseState& state, const Entry& entry) {
    reach(state, Stage::Received, entry.date);
    state.item = entry.facts.item;
    state.itemVersion = entry.facts.itemVersion;
    state.caseType = entry.set.caseType.value_or(CaseType::Immediate);
    state.caseNo = entry.facts.caseNo;
    state.window = entry.facts.window;
    state.simulated = entry.facts.simulated;
    state.receivedOn = entry.date;
    state.windowEnd = entry.set.windowEnd;
    state.intakeBy = entry.actor.id;
    state.intakeRole = entry.actor.role;
    tookIn(state, entry);
}

void requestCorrection(CaseState& state, const Entry& entry) {
    reach(state, Stage::AwaitingCorrection, entry.date);
    state.noticeGiven = true;
    state.noticeOn = entry.date;
    state.periodDays = entry.facts.periodDays.value_or(correctionPeriodWorkdays);
    state.openDefects = sortedOnce(entry.facts.defects);
    state.periodEnd = entry.set.periodEnd;
}

void resubmit(CaseState& state, const Entry& entry) {
    std::erase_if(state.openDefects, [&entry](int seq) {
        return std::find(entry.facts.supplied.begin(), entry.facts.supplied.end(), seq) != entry.facts.supplied.end();
    });
    if (state.stage != Stage::AwaitingCorrection) {
        return; // it met another: what was supplied counts, no stage or clock moves
    }
    reach(state, Stage::Received, entry.date);
    state.resubmittedOn = entry.date;
    state.windowEnd = entry.set.windowEnd;
}

void acceptTolerant(CaseState& state, const Entry& entry) {
    state.toleranceOpen = true;
    state.toleranceDue = entry.set.toleranceDue;
    state.promisedMaterials = state.resubmittedOn ? state.openDefects : sortedOnce(entry.facts.missing);
    tookIn(state, entry);
    becomeAccepted(state, entry);
}

void decideOnSpot(CaseState& state, const Entry& entry) {
    state.dayZero = entry.set.dayZero;
    state.acceptedOn = entry.set.dayZero;
    state.promised = entry.set.promised;
    state.statutory = entry.set.statutory;
    state.deliveryDue = entry.set.deliveryDue;
    state.decidedBy = entry.actor.id;
    state.decidedOnSpotBy = entry.actor.id;
    keepPledge(state, entry);
    tookIn(state, entry);
    enterStep(state, entry.date);
    conclude(state, Stage::Granted, entry.date);
}

void decided(CaseState& state, const Entry& entry, Stage stage) {
    state.decidedBy = entry.actor.id;
    state.deliveryDue = entry.set.deliveryDue;
    conclude(state, stage, entry.date);
}

void startPause(CaseState& state, const Entry& entry, Stage stage, const std::string& basis) {
    if (!isPaused(state.stage)) {
        state.pausedFrom = state.stage;
    }
    reach(state, stage, entry.date);
    state.pauses.push_back(Pause {entry.date, std::nullopt, basis});
}

void stopPause(CaseState& state, CivilDate date) {
    endPause(state, date);
    if (isPaused(state.stage)) {
        reach(state, state.pausedFrom, date);
    }
}

void submitOpinion(CaseState& state, const Entry& entry) {
    reach(state, Stage::PendingDecision, entry.date);
    enterStep(state, entry.date);
    state.assignedReviewer = entry.actor.id;
    state.reviewed.insert(entry.actor.id);
    if (entry.facts.siteCheck) {
        state.reviewed.insert(entry.facts.officers.begin(), entry.facts.officers.end());
    }
}

void recalendar(CaseState& state, const Entry& entry) {
    state.windowEnd = entry.set.windowEnd ? entry.set.windowEnd : state.windowEnd;
    state.periodEnd = entry.set.periodEnd ? entry.set.periodEnd : state.periodEnd;
    state.toleranceDue = entry.set.toleranceDue ? entry.set.toleranceDue : state.toleranceDue;
    state.deliveryDue = entry.set.deliveryDue ? entry.set.deliveryDue : state.deliveryDue;
}

/// The effect of an approval; the facts stand in the request.
void approved(CaseState& state, const Entry& entry, const CommandFacts& facts) {
    switch (entry.event) {
    case Event::RefuseAcceptance:
        return conclude(state, Stage::NotAccepted, entry.date);
    case Event::StartSpecial:
        return startPause(state, entry, Stage::SpecialProcedure, facts.basis);
    case Event::Suspend:
        return startPause(state, entry, Stage::Suspended, facts.basis);
    case Event::Resume:
        return stopPause(state, entry.date);
    case Event::Extend:
        state.extended = true;
        state.extensionDays = facts.days;
        return;
    case Event::ToleranceLapsed:
        return conclude(state, Stage::Terminated, entry.date);
    default: // no other event takes two entries
        return;
    }
}

void twoEntries(CaseState& state, const Entry& entry) {
    if (entry.act == CommandAct::Request) {
        state.requests.insert_or_assign(entry.event, Request {entry.actor.id, entry.date, entry.facts});
        return;
    }
    const auto request = state.requests.find(entry.event);
    const CommandFacts facts = request == state.requests.end() ? entry.facts : request->second.facts;
    if (request != state.requests.end()) {
        state.requests.erase(request);
    }
    if (entry.act == CommandAct::Approve) {
        approved(state, entry, facts);
    }
}

void single(CaseState& state, const Entry& entry) {
    switch (entry.event) {
    case Event::Receive:
        return receive(state, entry);
    case Event::RequestCorrection:
        return requestCorrection(state, entry);
    case Event::DeemAccepted:
        state.deemedAccepted = true;
        return becomeAccepted(state, entry);
    case Event::Resubmit:
        return resubmit(state, entry);
    case Event::Accept:
        keepPledge(state, entry);
        tookIn(state, entry);
        return becomeAccepted(state, entry);
    case Event::AcceptTolerant:
        return acceptTolerant(state, entry);
    case Event::Terminate:
        if (entry.facts.ground == irregularGround) {
            // The way out of an irregular case: nothing waits for it any more, the result's delivery neither.
            state.irregular = false;
            state.deliveryDue.reset();
        }
        return conclude(state, Stage::Terminated, entry.date);
    case Event::CorrectionLapsed:
        return conclude(state, Stage::Terminated, entry.date);
    case Event::StartReview:
        reach(state, Stage::UnderReview, entry.date);
        enterStep(state, entry.date);
        state.reviewed.insert(entry.actor.id);
        return;
    case Event::EndSpecial:
        return stopPause(state, entry.date);
    case Event::SubmitOpinion:
        return submitOpinion(state, entry);
    case Event::SendBack:
        return reach(state, Stage::UnderReview, entry.date);
    case Event::Grant:
        return decided(state, entry, Stage::Granted);
    case Event::Refuse:
        return decided(state, entry, Stage::Refused);
    case Event::DecideOnSpot:
        return decideOnSpot(state, entry);
    case Event::CompleteTolerance:
        state.toleranceOpen = false;
        state.requests.erase(Event::ToleranceLapsed);
        return;
    case Event::IssueResult:
        return reach(state, Stage::ResultReady, entry.date);
    case Event::Deliver:
        state.deliveredOn = entry.date;
        return reach(state, Stage::Delivered, entry.date);
    case Event::Withdraw:
        return conclude(state, Stage::Withdrawn, entry.date);
    case Event::Archive:
        return reach(state, Stage::Archived, entry.date);
    case Event::Assign:
        state.assignedReviewer = entry.facts.reviewer;
        return;
    case Event::DeclareInterest:
        state.interested.insert(entry.actor.id);
        return;
    case Event::LapseConfirmed:
        state.lapseConfirmedBy = entry.actor.id;
        state.lapseConfirmedByRole = entry.actor.role;
        return;
    case Event::Recalendar:
        return recalendar(state, entry);
    case Event::Irregular:
        state.irregular = true;
        return;
    case Event::Regularised:
        state.irregular = false;
        return;
    case Event::FixOnSpot:
    case Event::Amend:
    case Event::Printed:
    case Event::Unmasked:
    case Event::Noted:
    case Event::Erased:
    case Event::AnnulDeemed: // takes back: see `evolve`
    case Event::RefuseAcceptance:
    case Event::StartSpecial:
    case Event::Suspend:
    case Event::Resume:
    case Event::Extend:
    case Event::ToleranceLapsed:
        return;
    }
}

void apply(CaseState& state, const Entry& entry) {
    ++state.entryCount;
    if (standsAlone(entry.event)) {
        return;
    }
    if (!entry.set.calendarVersion.empty()) {
        state.calendarVersion = entry.set.calendarVersion;
    }
    if (takesTwoEntries(entry.event)) {
        twoEntries(state, entry);
    } else {
        single(state, entry);
    }
    state.lastDate = state.lastDate ? std::max(*state.lastDate, entry.date) : entry.date;
}

/// Whether somebody acted on what silence had done. What is beside the transitions builds on nothing.
bool buildsOnSilence(Event event) {
    return event != Event::DeclareInterest && event != Event::Amend && event != Event::Recalendar
        && event != Event::Irregular && event != Event::Regularised && event != Event::Erased
        && event != Event::LapseConfirmed && !standsAlone(event);
}

} // namespace

CaseState evolve(CaseState state, const Entry& entry) {
    if (entry.event == Event::AnnulDeemed) {
        if (state.silence && state.silence->before) {
            // As if silence had not spoken, its date included, so that the timely act follows what it was written on.
            CaseState before = *state.silence->before;
            before.entryCount = state.entryCount + 1;
            return before;
        }
        apply(state, entry);
        return state;
    }
    if (isSilence(entry)) {
        CaseState before = state;
        before.silence.reset(); // one step back is enough, and keeps the fold small
        apply(state, entry);
        state.silence = Silence {entry.event, std::make_shared<const CaseState>(std::move(before))};
        return state;
    }
    if (state.silence) {
        if (buildsOnSilence(entry.event)) {
            state.silence.reset();
        } else if (state.silence->before) {
            CaseState before = *state.silence->before;
            apply(before, entry);
            state.silence->before = std::make_shared<const CaseState>(std::move(before));
        }
    }
    apply(state, entry);
    return state;
}

} // namespace yichuang
