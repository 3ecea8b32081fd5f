// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/deadline.h>

#include "due.h"

#include <algorithm>
#include <utility>

namespace yichuang {

namespace {

/// No limit of any law comes near: keeps a mistyped number from walking through the centuries.
constexpr int longestLimit = 20'000;

/// Finds the pause that covers a date; an open one counts as if it ended on `asOf`.
const Pause* pauseOn(const std::vector<Pause>& pauses, CivilDate date, CivilDate asOf) {
    const auto found = std::find_if(pauses.begin(), pauses.end(),
        [date, asOf](const Pause& pause) { return pause.start <= date && date <= pause.end.value_or(asOf); });
    return found == pauses.end() ? nullptr : &*found;
}

/// Walks from day zero to the due date and shows each day to `visit` (CountedDay&&).
template <typename Visit>
Result<CivilDate> walk(const Calendar& calendar, CivilDate dayZero, Limit limit, const std::vector<Pause>& pauses,
    CivilDate asOf, Visit visit) {
    if (limit.days < 1 || limit.days > longestLimit) {
        return failure("deadline.limit", {{"days", std::to_string(limit.days)}});
    }
    const bool workdays = limit.unit == LimitUnit::Workday;
    CivilDate date = dayZero;
    int counted = 0;
    while (true) {
        date = addDays(date, 1);
        CountedDay day;
        day.date = date;
        if (const Pause* pause = pauseOn(pauses, date, asOf)) {
            day.why = CountReason::SkippedPause;
            day.name = pause->basis;
            visit(std::move(day));
            continue;
        }
        const bool past = counted == limit.days; // a calendar-day limit that looks for its working day
        const bool last = counted + 1 >= limit.days;
        // Calendar days before the last need no calendar, so an unknown year between them is no error.
        if (!workdays && !last) {
            day.counted = true;
            day.why = CountReason::CountedCalendarDay;
            day.ordinal = ++counted;
            visit(std::move(day));
            continue;
        }
        auto nature = calendar.natureOf(date);
        if (!nature) {
            return tl::unexpected {std::move(nature.error())};
        }
        day.provisional = nature->provisional;
        if (workdays) {
            day.name = std::move(nature->name);
            day.counted = nature->workday;
            switch (nature->reason) {
            case DayReason::Weekday:
                day.why = CountReason::Counted;
                break;
            case DayReason::MakeUpWorkday:
                day.why = CountReason::CountedMakeUp;
                break;
            case DayReason::Weekend:
                day.why = CountReason::SkippedWeekend;
                break;
            case DayReason::PublicHoliday:
                day.why = CountReason::SkippedHoliday;
                break;
            }
            if (day.counted) {
                day.ordinal = ++counted;
            }
            visit(std::move(day));
            if (counted == limit.days) {
                return date;
            }
            continue;
        }
        if (!past) {
            day.counted = true;
            day.ordinal = ++counted;
            day.why = nature->workday ? CountReason::CountedCalendarDay : CountReason::MovedOn;
        } else {
            day.why = nature->workday ? CountReason::MovedTo : CountReason::MovedOn;
        }
        day.name = std::move(nature->name);
        visit(std::move(day));
        if (nature->workday) {
            return date;
        }
    }
}

} // namespace

Result<Deadline> deadline(
    const Calendar& calendar, CivilDate dayZero, Limit limit, const std::vector<Pause>& pauses, CivilDate asOf) {
    Deadline result;
    result.dayZero = dayZero;
    const auto due = walk(calendar, dayZero, limit, pauses, asOf, [&result](CountedDay&& day) {
        result.provisional = result.provisional || day.provisional;
        result.days.push_back(std::move(day));
    });
    if (!due) {
        return tl::unexpected {due.error()};
    }
    result.due = *due;
    return result;
}

Result<CivilDate> dueDate(
    const Calendar& calendar, CivilDate dayZero, Limit limit, const std::vector<Pause>& pauses, CivilDate asOf) {
    return walk(calendar, dayZero, limit, pauses, asOf, [](CountedDay&&) { });
}

Result<MarkedDate> dueWithMark(
    const Calendar& calendar, CivilDate dayZero, Limit limit, const std::vector<Pause>& pauses, CivilDate asOf) {
    bool provisional = false;
    return walk(calendar, dayZero, limit, pauses, asOf, [&provisional](CountedDay&& day) {
        provisional = provisional || day.provisional;
    }).map([&provisional](CivilDate date) { return MarkedDate {date, provisional}; });
}

std::string_view toText(CountReason reason) {
    switch (reason) {
    case CountReason::Counted:
        return "workday";
    case CountReason::CountedMakeUp:
        return "make_up_workday";
    case CountReason::CountedCalendarDay:
        return "calendar_day";
    case CountReason::SkippedWeekend:
        return "weekend";
    case CountReason::SkippedHoliday:
        return "holiday";
    case CountReason::SkippedPause:
        return "pause";
    case CountReason::MovedOn:
        return "moved_on";
    case CountReason::MovedTo:
        return "moved_to";
    }
    return {};
}

} // namespace yichuang
