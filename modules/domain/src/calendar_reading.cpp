// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/calendar_reading.h>

#include "form_text.h"

#include <yichuang/domain/plain_text.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace yichuang {
namespace {

using namespace std::string_view_literals;

constexpr unsigned firstDayOfLateDecember = 25;
constexpr std::size_t longestName = 100;

/// What a file that is no CSV is, as its first bytes tell; empty for anything else.
std::string_view foreignKindOf(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> signatures {{{"PK\x03\x04"sv, "xlsx"},
        {"\xD0\xCF\x11\xE0"sv, "xls"}, {"%PDF"sv, "pdf"}, {"\xFF\xFE"sv, "utf16"}, {"\xFE\xFF"sv, "utf16"}}};
    for (const auto& [signature, kind] : signatures) {
        if (text.starts_with(signature)) {
            return kind;
        }
    }
    const std::string_view start = trimmed(text.substr(0, 100));
    if (start.starts_with('<')) {
        return "html";
    }
    return start.starts_with('{') || start.starts_with('[') ? "json" : "";
}

/// The fields of one line without blanks around them; one in quotes may hold commas, and "" for a quote. Empty if a
/// quote is left open.
std::optional<std::vector<std::string>> fieldsOf(std::string_view line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
            fields.back() += c;
            ++i;
        } else if (c == '"' && (quoted || trimmed(fields.back()).empty())) {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    if (quoted) {
        return std::nullopt;
    }
    for (std::string& field : fields) {
        field = std::string(trimmed(field));
    }
    // A table program ends its lines with as many commas as the table has columns.
    while (fields.size() > 3 && fields.back().empty()) {
        fields.pop_back();
    }
    return fields;
}

/// 2018-10-01, and as table programs write it: 2018/10/1.
std::optional<CivilDate> dateOf(std::string_view text) {
    constexpr std::size_t yearLength = 4;
    if (text.size() <= yearLength || (text[yearLength] != '-' && text[yearLength] != '/')) {
        return std::nullopt;
    }
    const auto second = text.find(text[yearLength], yearLength + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    std::string date(text.substr(0, yearLength));
    for (const std::string_view part :
        {text.substr(yearLength + 1, second - yearLength - 1), text.substr(second + 1)}) {
        date += (part.size() == 1 ? "-0" : "-") + std::string(part);
    }
    return parseIsoDate(date);
}

class CalendarReading {
public:
    Result<std::vector<CalendarYear>> read(std::string_view text) {
        if (const auto kind = foreignKindOf(text); !kind.empty()) {
            return bad(kind);
        }
        if (text.starts_with("\xEF\xBB\xBF")) {
            text.remove_prefix(3);
        }
        while (true) {
            const auto end = text.find('\n');
            std::string_view line = text.substr(0, end);
            if (line.ends_with('\r')) {
                line.remove_suffix(1);
            }
            if (auto taken = take(line); !taken) {
                return tl::unexpected(std::move(taken.error()));
            }
            if (end == std::string_view::npos || end + 1 == text.size()) {
                break;
            }
            text.remove_prefix(end + 1);
            ++m_line;
        }
        if (m_years.empty()) {
            return bad("empty");
        }
        std::vector<CalendarYear> result;
        for (auto& [number, year] : m_years) {
            std::ranges::sort(year.days, {}, &SpecialDay::date);
            result.push_back(std::move(year));
        }
        return result;
    }

private:
    [[nodiscard]] tl::unexpected<Error> bad(
        std::string_view reason, std::map<std::string, std::string> arguments = {}) const {
        arguments["line"] = std::to_string(m_line);
        arguments["reason"] = reason;
        return failure("calendar.csv", std::move(arguments));
    }

    Result<void> take(std::string_view line) {
        if (!codePointCount(line)) {
            return bad("not_utf8");
        }
        const auto fields = fieldsOf(line);
        if (!fields) {
            return bad("quotes");
        }
        if (std::ranges::all_of(*fields, &std::string::empty)) {
            return {};
        }
        if (std::exchange(m_header, true)) {
            return takeDay(*fields);
        }
        return *fields == std::vector<std::string> {"date", "kind", "name"} ? Result<void> {} : bad("header");
    }

    Result<void> takeDay(const std::vector<std::string>& fields) {
        if (fields.size() != 3) {
            return bad("fields", {{"found", std::to_string(fields.size())}});
        }
        for (const std::string& field : fields) {
            if (const auto fault = lineFault(field, longestName); !fault.empty() && fault != "empty") {
                return bad(fault);
            }
        }
        const auto date = dateOf(fields[0]);
        if (!date) {
            return bad("date", {{"value", fields[0]}});
        }
        const bool workday = fields[1] == "workday";
        if (!workday && fields[1] != "holiday") {
            return bad("kind", {{"value", fields[1]}});
        }
        if (const auto [first, isNew] = m_lines.emplace(*date, m_line); !isNew) {
            return bad("twice", {{"date", isoDate(*date)}, {"first", std::to_string(first->second)}});
        }
        const int number = static_cast<int>(date->year());
        CalendarYear& year = m_years[number];
        year.year = number;
        year.days.push_back(SpecialDay {*date, workday ? DayKind::Workday : DayKind::Holiday, fields[2]});
        return {};
    }

    int m_line = 1;
    bool m_header = false;
    std::map<CivilDate, int> m_lines;
    std::map<int, CalendarYear> m_years;
};

} // namespace

bool isLateDecember(CivilDate date) {
    return date.month() == std::chrono::December && date.day() >= std::chrono::day {firstDayOfLateDecember};
}

Result<std::vector<CalendarYear>> parseCalendarCsv(std::string_view text) {
    return CalendarReading().read(text);
}

Result<CalendarChange> calendarChange(std::vector<CalendarYear> notice, const Calendar& known) {
    const auto late = [](const SpecialDay& day) { return isLateDecember(day.date); };
    CalendarChange change;
    for (CalendarYear& year : notice) {
        const auto before = known.years().find(year.year);
        const bool lateOnly = std::ranges::all_of(year.days, late);
        if (before == known.years().end()) {
            if (lateOnly) {
                return failure("calendar.only_late_december", {{"year", std::to_string(year.year)}});
            }
            change.years.push_back(std::move(year));
            continue;
        }
        bool completed = false;
        if (lateOnly) {
            std::vector<SpecialDay> days;
            std::ranges::remove_copy_if(before->second.days, std::back_inserter(days), late);
            completed = !days.empty();
            days.insert(days.end(), year.days.begin(), year.days.end());
            year.days = std::move(days);
            year.provisional = before->second.provisional;
        }
        if (before->second.days == year.days && before->second.provisional == year.provisional) {
            continue;
        }
        year.version = before->second.version + 1;
        if (completed) {
            change.completed.push_back(year.year);
        }
        change.years.push_back(std::move(year));
    }
    return change;
}

} // namespace yichuang
