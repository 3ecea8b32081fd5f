// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks that several entries set: decision, delivery and tolerance (domain.md 2.1, 2.4, 2.6 (8), 2.7 "When").
#include "due.h"
#include "guards.h"

#include <algorithm>

namespace yichuang {

namespace {

/// 4, 6, 7 and 19 alike: after a correction the day of 5; else for silence the day of receipt, for an act its own day.
CivilDate dayZeroOf(const Guards& guards) {
    const CaseState& state = guards.state();
    if (state.resubmittedOn) {
        return *state.resubmittedOn;
    }
    return guards.command().event == Event::DeemAccepted ? state.receivedOn.value_or(guards.date()) : guards.date();
}

std::optional<CivilDate> setDue(Guards& guards, CivilDate dayZero, Limit limit) {
    const auto due = dueWithMark(guards.calendar(), dayZero, limit, {}, guards.date());
    if (!due) {
        guards.require(false, RefusalCode::CalendarUnknown, due.error().arguments);
        return std::nullopt;
    }
    guards.entry().set.provisional = guards.entry().set.provisional || due->provisional;
    return due->date;
}

} // namespace

void setDecisionClocks(Guards& guards) {
    SetFacts& set = guards.entry().set;
    const CivilDate dayZero = dayZeroOf(guards);
    set.dayZero = dayZero;
    set.promised = Limit {guards.item().promisedWorkdays, LimitUnit::Workday};
    set.statutory = guards.item().statutory;
    set.promisedDue = setDue(guards, dayZero, *set.promised);
    if (set.statutory) {
        set.statutoryDue = setDue(guards, dayZero, *set.statutory);
    }
    set.calendarVersion = guards.calendar().version();
}

void setDeliveryClock(Guards& guards) {
    SetFacts& set = guards.entry().set;
    set.deliveryDue = setDue(guards, guards.date(), Limit {deliveryWorkdays, LimitUnit::Workday});
    set.calendarVersion = guards.calendar().version();
}

std::optional<CivilDate> DecisionDues::effective() const {
    if (promised && statutory) {
        return std::min(*promised, *statutory);
    }
    return promised ? promised : statutory;
}

DecisionDues decisionDues(const CaseState& state, const Calendar& calendar, CivilDate asOf, int extraDays) {
    DecisionDues dues;
    if (!state.dayZero) {
        return dues;
    }
    const CivilDate end = state.concludedOn ? std::min(asOf, *state.concludedOn) : asOf;
    const auto fold = [&](const std::optional<Limit>& limit) -> std::optional<CivilDate> {
        if (!limit) {
            return std::nullopt;
        }
        const Limit extended {limit->days + state.extensionDays + extraDays, limit->unit};
        const auto due = dueWithMark(calendar, *state.dayZero, extended, state.pauses, end);
        if (!due) {
            return std::nullopt;
        }
        dues.provisional = dues.provisional || due->provisional;
        return due->date;
    };
    dues.promised = fold(state.promised);
    dues.statutory = fold(state.statutory);
    return dues;
}

std::optional<CivilDate> toleranceDueOf(const Calendar& calendar, CivilDate dayZero, CivilDate promisedDue) {
    const auto beforePromise = calendar.subtractWorkdays(promisedDue, toleranceWorkdaysBeforePromise);
    const auto twentieth = calendar.addWorkdays(dayZero, toleranceWorkdays);
    if (!beforePromise) {
        return std::nullopt;
    }
    // A twentieth day past the last known year is later than any known date, so the other one is the earlier.
    return twentieth ? std::min(*twentieth, *beforePromise) : *beforePromise;
}

int stepOf(CaseType type, Stage stage) {
    switch (type) {
    case CaseType::Immediate:
        return 1;
    case CaseType::OneReviewOneApprove:
        return stage == Stage::PendingDecision ? 2 : 1;
    case CaseType::Commitment:
        if (stage == Stage::Accepted) {
            return 1;
        }
        return stage == Stage::PendingDecision ? 3 : 2;
    }
    return 1;
}

} // namespace yichuang
