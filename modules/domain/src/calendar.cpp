// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/calendar.h>
#include <yichuang/domain/calendar_reading.h>
#include <yichuang/domain/calendar_version.h>

#include <algorithm>
#include <utility>

namespace yichuang {

namespace {

const SpecialDay* specialDay(const CalendarYear& year, CivilDate date) {
    const auto found = std::lower_bound(year.days.begin(), year.days.end(), date,
        [](const SpecialDay& special, CivilDate wanted) { return special.date < wanted; });
    return found != year.days.end() && found->date == date ? &*found : nullptr;
}

Error unknownYear(CivilDate date) {
    return Error {"calendar.year_unknown", {{"year", std::to_string(static_cast<int>(date.year()))}}, {}};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

} // namespace

Calendar::Calendar(std::vector<CalendarYear> years) {
    for (CalendarYear& year : years) {
        std::sort(year.days.begin(), year.days.end(),
            [](const SpecialDay& left, const SpecialDay& right) { return left.date < right.date; });
        const int number = year.year;
        m_years.insert_or_assign(number, std::move(year));
    }
    for (const auto& [number, year] : m_years) {
        m_version += (m_version.empty() ? "" : ",") + std::to_string(number) + '.' + std::to_string(year.version);
        m_version += year.provisional ? "p" : "";
    }
}

Result<DayNature> Calendar::natureOf(CivilDate date) const {
    const auto found = m_years.find(static_cast<int>(date.year()));
    if (found == m_years.end()) {
        return tl::unexpected {unknownYear(date)};
    }
    const CalendarYear& year = found->second;
    DayNature nature;
    nature.provisional = year.provisional;
    if (!nature.provisional && isLateDecember(date)) {
        const auto next = m_years.find(year.year + 1);
        nature.provisional = next == m_years.end() || next->second.provisional;
    }
    if (const SpecialDay* special = specialDay(year, date)) {
        nature.workday = special->kind == DayKind::Workday;
        nature.reason = nature.workday ? DayReason::MakeUpWorkday : DayReason::PublicHoliday;
        nature.name = special->name;
        return nature;
    }
    const std::chrono::weekday weekday {std::chrono::sys_days {date}};
    nature.workday = weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
    nature.reason = nature.workday ? DayReason::Weekday : DayReason::Weekend;
    return nature;
}

Result<bool> Calendar::isWorkday(CivilDate date) const {
    return natureOf(date).map([](const DayNature& nature) { return nature.workday; });
}

Result<CivilDate> Calendar::addWorkdays(CivilDate dayZero, int n) const {
    CivilDate date = dayZero;
    for (int counted = 0; counted < n;) {
        date = addDays(date, 1);
        const auto workday = isWorkday(date);
        if (!workday) {
            return tl::unexpected {workday.error()};
        }
        counted += *workday ? 1 : 0;
    }
    return date;
}

Result<CivilDate> Calendar::subtractWorkdays(CivilDate date, int n) const {
    for (int counted = 0; counted < n;) {
        date = addDays(date, -1);
        const auto workday = isWorkday(date);
        if (!workday) {
            return tl::unexpected {workday.error()};
        }
        counted += *workday ? 1 : 0;
    }
    return date;
}

bool wasProvisional(std::string_view calendarVersion, CivilDate date) {
    const auto named = [calendarVersion](int year) {
        const std::string start = std::to_string(year) + '.';
        for (const std::string_view part : split(calendarVersion, ',')) {
            if (part.starts_with(start)) {
                return part;
            }
        }
        return std::string_view {};
    };
    const int year = static_cast<int>(date.year());
    const std::string_view own = named(year);
    if (own.empty() || own.ends_with('p')) {
        return !own.empty();
    }
    const std::string_view next = named(year + 1);
    return isLateDecember(date) && (next.empty() || next.ends_with('p'));
}

CalendarYear provisionalYear(int year, int version) {
    const auto date = [year](std::chrono::month month, unsigned day) {
        return CivilDate {std::chrono::year {year}, month, std::chrono::day {day}};
    };
    CalendarYear result;
    result.year = year;
    result.version = version;
    result.provisional = true;
    result.days = {
        {date(std::chrono::January, 1), DayKind::Holiday, "元旦"},
        {date(std::chrono::May, 1), DayKind::Holiday, "劳动节"},
        {date(std::chrono::October, 1), DayKind::Holiday, "国庆节"},
        {date(std::chrono::October, 2), DayKind::Holiday, "国庆节"},
        {date(std::chrono::October, 3), DayKind::Holiday, "国庆节"},
    };
    return result;
}

} // namespace yichuang
