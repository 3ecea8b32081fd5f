// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/calendar.h>

#include <vector>

namespace yichuang {

/// 25 to 31 December: New Year's days off and their make-up days may stand in the next year's notice, as from
/// 2018-12-29 and 2022-12-31.
[[nodiscard]] bool isLateDecember(CivilDate date);

/// What a notice makes of the calendar that a hall has.
struct CalendarChange {
    std::vector<CalendarYear> years; ///< those that become another version; without those that stay as they are
    std::vector<int> completed; ///< of these: known before, and only their late December was taken from the notice
};
/// The same days as known keep their version; others get the next one, so that a case can tell which it was decided
/// with. A year of which the notice holds late December only keeps its other days. Error "calendar.only_late_december"
/// with `year`: such a year that is not known would become known without its other holidays.
[[nodiscard]] Result<CalendarChange> calendarChange(std::vector<CalendarYear> notice, const Calendar& known);

} // namespace yichuang
