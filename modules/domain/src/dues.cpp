// SPDX-License-Identifier: GPL-3.0-or-later
// What lists, ribbons and cards ask about time (domain.md 2.5, 2.7 "After conclusion").
#include "guards.h"

#include <algorithm>

namespace yichuang {

namespace {

void raise(Dues& dues, Lamp lamp, std::string reason) {
    if (lamp > dues.lamp) {
        dues.lamp = lamp;
        dues.lampReason = std::move(reason);
    }
}

/// Working days from `asOf` to `due`: 0 on the day, negative when it has passed.
std::optional<int> workdaysLeft(const Calendar& calendar, CivilDate asOf, CivilDate due) {
    const bool passed = asOf > due;
    const CivilDate last = passed ? asOf : due;
    int count = 0;
    for (CivilDate date = addDays(passed ? due : asOf, 1); date <= last; date = addDays(date, 1)) {
        const auto workday = calendar.isWorkday(date);
        if (!workday) {
            return std::nullopt;
        }
        count += *workday ? 1 : 0;
    }
    return passed ? -std::max(count, 1) : count;
}

bool stepPassed(const CaseState& state, const LawContext& context, CivilDate asOf) {
    for (const auto& [ordinal, entered] : state.stepEntered) {
        if (ordinal < 1 || static_cast<std::size_t>(ordinal) > context.item.steps.size()) {
            continue;
        }
        const Limit limit {context.item.steps[static_cast<std::size_t>(ordinal) - 1].limitWorkdays, LimitUnit::Workday};
        const auto next = state.stepEntered.find(ordinal + 1);
        const CivilDate until = next == state.stepEntered.end() ? asOf : std::min(next->second, asOf);
        const auto due = dueDate(context.calendar, entered, limit, state.pauses, asOf);
        if (due && until > *due) {
            return true;
        }
    }
    return false;
}

/// As the last day comes near: on the day itself and one working day before.
void raiseNearness(Dues& dues, std::optional<int> left) {
    if (left == 0) {
        raise(dues, Lamp::Alert, "due_today");
    } else if (left == 1) {
        raise(dues, Lamp::Alert, "due_tomorrow");
    }
}

void judgeLamp(Dues& dues, const CaseState& state, const LawContext& context, CivilDate asOf) {
    const CivilDate until = state.concludedOn ? std::min(asOf, *state.concludedOn) : asOf;
    if (state.irregular) {
        raise(dues, Lamp::Red, "irregular");
    }
    if (dues.statutoryOverdue) {
        raise(dues, Lamp::Red, "statutory_passed");
    }
    if (dues.promisedOverdue) {
        raise(dues, Lamp::Yellow, "promised_passed");
    }
    if (state.stage == Stage::Received && state.windowEnd && asOf > *state.windowEnd) {
        raise(dues, Lamp::Yellow, "window_passed");
    }
    if (state.deliveryDue && state.deliveredOn.value_or(asOf) > *state.deliveryDue) {
        raise(dues, Lamp::Yellow, "delivery_late");
    }
    if (stepPassed(state, context, until)) {
        raise(dues, Lamp::Yellow, "step_passed");
    }
    if (state.deemedAccepted) {
        raise(dues, Lamp::Yellow, "deemed");
    }
    if (state.concludedOn) {
        return;
    }
    if (state.toleranceOpen && state.toleranceDue && asOf > *state.toleranceDue) {
        raise(dues, Lamp::Alert, "tolerance_passed");
    }
    if (state.stage == Stage::Received && state.windowEnd) {
        raiseNearness(dues, workdaysLeft(context.calendar, asOf, *state.windowEnd));
    }
    if (!dues.stopped) {
        raiseNearness(dues, dues.workdaysLeft);
    }
}

/// Until when the present stage has to end.
std::optional<CivilDate> awaitedDate(const CaseState& state, const Dues& dues) {
    switch (state.stage) {
    case Stage::Received:
        return state.windowEnd;
    case Stage::AwaitingCorrection:
        return state.periodEnd;
    case Stage::Granted:
    case Stage::Refused:
    case Stage::ResultReady:
        return dues.delivery;
    case Stage::Draft:
    case Stage::Accepted:
    case Stage::UnderReview:
    case Stage::SpecialProcedure:
    case Stage::Suspended:
    case Stage::PendingDecision:
        return dues.effective;
    case Stage::NotAccepted:
    case Stage::Delivered:
    case Stage::Withdrawn:
    case Stage::Terminated:
    case Stage::Archived:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Dues duesOf(const CaseState& state, const LawContext& context, CivilDate asOf) {
    Dues dues;
    const CivilDate until = state.concludedOn ? std::min(asOf, *state.concludedOn) : asOf;
    const DecisionDues decision = decisionDues(state, context.calendar, until);
    dues.promised = decision.promised;
    dues.statutory = decision.statutory;
    dues.effective = decision.effective();
    dues.delivery = state.deliveryDue;
    dues.promisedOverdue = dues.promised && until > *dues.promised;
    dues.statutoryOverdue = dues.statutory && until > *dues.statutory;
    for (const Pause& pause : state.pauses) {
        if (!pause.end) {
            dues.stopped = true;
            dues.stoppedSince = pause.start;
        }
    }
    if (dues.effective) {
        dues.workdaysLeft = workdaysLeft(context.calendar, until, *dues.effective);
    }
    if (const auto shown = awaitedDate(state, dues)) {
        const auto nature = context.calendar.natureOf(*shown);
        dues.provisional = nature && nature->provisional;
    }
    judgeLamp(dues, state, context, asOf);
    return dues;
}

std::optional<Deadline> explainedDeadline(const CaseState& state, const LawContext& context, CivilDate asOf) {
    const CivilDate until = state.concludedOn ? std::min(asOf, *state.concludedOn) : asOf;
    const auto explained = [&](CivilDate dayZero, Limit limit) -> std::optional<Deadline> {
        auto result = deadline(context.calendar, dayZero, limit, state.pauses, until);
        return result ? std::optional {std::move(*result)} : std::nullopt;
    };
    if (state.dayZero) {
        const auto promised = state.promised
            ? explained(*state.dayZero, {state.promised->days + state.extensionDays, state.promised->unit})
            : std::nullopt;
        auto statutory = state.statutory
            ? explained(*state.dayZero, {state.statutory->days + state.extensionDays, state.statutory->unit})
            : std::nullopt;
        return statutory && (!promised || statutory->due < promised->due) ? statutory : promised;
    }
    if (state.stage == Stage::AwaitingCorrection && state.noticeOn) {
        return explained(*state.noticeOn, {state.periodDays, LimitUnit::Workday});
    }
    const auto opened = state.resubmittedOn ? state.resubmittedOn : state.receivedOn;
    if (state.stage != Stage::Received || !opened) {
        return std::nullopt;
    }
    if (context.item.correctionNoticeDays < 1) {
        return Deadline {*opened, *opened, {}, false}; // on the spot
    }
    return explained(*opened, {context.item.correctionNoticeDays, LimitUnit::Workday});
}

std::vector<std::string> flagsOf(const CaseState& state, const Dues& dues) {
    std::vector<std::string> flags;
    const auto add = [&flags](bool holds, std::string name) {
        if (holds) {
            flags.push_back(std::move(name));
        }
    };
    add(state.toleranceOpen, "toleranceOpen");
    add(state.commitmentMode, "commitmentMode");
    add(state.extended, "extended");
    add(state.simulated, "simulated");
    add(dues.promisedOverdue, "promisedOverdue");
    add(dues.statutoryOverdue, "statutoryOverdue");
    for (const auto& [event, request] : state.requests) {
        add(true, "requested:" + std::string {toText(event)});
    }
    std::sort(flags.begin(), flags.end());
    return flags;
}

} // namespace yichuang
