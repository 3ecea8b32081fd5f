// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/calendar.h>

#include <optional>
#include <string>
#include <vector>

namespace yichuang {

enum class LimitUnit { Workday, CalendarDay };

/// A limit in its own unit. `days` ≥ 1.
struct Limit {
    int days = 0;
    LimitUnit unit = LimitUnit::Workday;
    friend bool operator==(const Limit&, const Limit&) = default;
};

/// A stop of the clock, both days inside (domain.md 2.6 (9)). An open one has no end.
struct Pause {
    CivilDate start;
    std::optional<CivilDate> end;
    std::string basis; ///< the article that stops the clock
    friend bool operator==(const Pause&, const Pause&) = default;
};

/// Why a day was counted or skipped. `why` in JSON is the snake_case name.
enum class CountReason {
    Counted, ///< "workday": an ordinary working day
    CountedMakeUp, ///< "make_up_workday" 班
    CountedCalendarDay, ///< "calendar_day"
    SkippedWeekend, ///< "weekend" 休
    SkippedHoliday, ///< "holiday" 休
    SkippedPause, ///< "pause"
    MovedOn, ///< "moved_on": last calendar day was no working day, so the due date moves past this day
    MovedTo ///< "moved_to": the working day to which it moved
};

struct CountedDay {
    CivilDate date;
    bool counted = false;
    CountReason why = CountReason::Counted;
    std::string name; ///< holiday's name, or the pause's basis
    int ordinal = 0; ///< 1-based for counted days, else 0
    bool provisional = false;
};

/// A due date that explains itself: every day from the day after day zero to the due date, in order.
struct Deadline {
    CivilDate dayZero;
    CivilDate due;
    std::vector<CountedDay> days;
    bool provisional = false; ///< 暂定: falls into or was counted through a provisional year
};

/// The one formula of domain.md 2.6 (8): the k-th counted day after day zero, k = limit.days; a day counts if it is a
/// working day (for `CalendarDay`: any day) outside every pause; a `CalendarDay` limit whose last day is no working day
/// moves to the next working day outside every pause (2.7). An open pause counts as if it ended on `asOf`. Errors:
/// "calendar.year_unknown"; "deadline.limit" if limit.days < 1 or > 20,000.
[[nodiscard]] Result<Deadline> deadline(
    const Calendar& calendar, CivilDate dayZero, Limit limit, const std::vector<Pause>& pauses, CivilDate asOf);
/// The same without the list of days.
[[nodiscard]] Result<CivilDate> dueDate(
    const Calendar& calendar, CivilDate dayZero, Limit limit, const std::vector<Pause>& pauses, CivilDate asOf);

[[nodiscard]] std::string_view toText(CountReason reason);

} // namespace yichuang
