// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>
#include <yichuang/domain/result.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

enum class DayKind { Workday, Holiday };

/// One date that the State Council's notice (or the administrator's provisional entry) sets apart from
/// Monday-to-Friday.
struct SpecialDay {
    CivilDate date;
    DayKind kind = DayKind::Holiday;
    std::string name; ///< 春节 …
    friend bool operator==(const SpecialDay&, const SpecialDay&) = default;
};

/// A year of the calendar is a version: replaced whole, never patched.
struct CalendarYear {
    int year = 0;
    int version = 1; ///< from 1; the notice that replaces a provisional year has a higher one
    bool provisional = false; ///< 暂定: no notice yet
    std::vector<SpecialDay> days; ///< sorted by date
    friend bool operator==(const CalendarYear&, const CalendarYear&) = default;
};

/// What a day is and why (domain.md 3): the reasons that the deadline ribbon shows.
enum class DayReason { Weekday, MakeUpWorkday, Weekend, PublicHoliday };
struct DayNature {
    bool workday = false;
    DayReason reason = DayReason::Weekday;
    std::string name; ///< of the holiday, or of the holiday that the make-up day belongs to
    bool provisional = false;
};

/// The working days of the hall (domain.md 3). A value; safe to read from any thread.
/// A year that was never entered is an error ("calendar.year_unknown", argument `year`), never plain weekdays.
class Calendar {
public:
    Calendar() = default;
    explicit Calendar(std::vector<CalendarYear> years);

    /// Text that names the version of every year, e.g. "2018.1,2019.1,2026.1p": goes into facts.
    [[nodiscard]] const std::string& version() const { return m_version; }
    [[nodiscard]] const std::map<int, CalendarYear>& years() const { return m_years; }
    [[nodiscard]] bool knows(int year) const { return m_years.contains(year); }

    [[nodiscard]] Result<DayNature> natureOf(CivilDate date) const;
    [[nodiscard]] Result<bool> isWorkday(CivilDate date) const;
    /// The n-th working day after `dayZero` (n ≥ 1), no pauses.
    [[nodiscard]] Result<CivilDate> addWorkdays(CivilDate dayZero, int n) const;
    /// The n-th working day before `date` (n ≥ 1).
    [[nodiscard]] Result<CivilDate> subtractWorkdays(CivilDate date, int n) const;

private:
    std::map<int, CalendarYear> m_years;
    std::string m_version;
};

/// Reads `date,kind,name` lines (calendar-cn.csv). Late December of a year may stand in the next year's notice; all
/// dates of a year that has at least one row are known. Errors: "calendar.csv" with `line` and `reason`.
[[nodiscard]] Result<std::vector<CalendarYear>> parseCalendarCsv(std::string_view text);

/// A year without its notice: Monday to Friday, with 1 January, 1 May and 1 to 3 October as holidays.
[[nodiscard]] CalendarYear provisionalYear(int year, int version = 1);

} // namespace yichuang
