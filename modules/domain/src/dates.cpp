// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/dates.h>

#include <array>
#include <cstdio>

namespace yichuang {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

constexpr auto shanghaiOffset = std::chrono::hours {8};

std::optional<int> number(std::string_view digits) {
    int value = 0;
    for (const char character : digits) {
        if (character < '0' || character > '9') {
            return std::nullopt;
        }
        value = value * 10 + (character - '0');
    }
    return value;
}

} // namespace

std::optional<CivilDate> parseIsoDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto yearNumber = number(text.substr(0, 4));
    const auto monthNumber = number(text.substr(5, 2));
    const auto dayNumber = number(text.substr(8, 2));
    if (!yearNumber || !monthNumber || !dayNumber || *yearNumber == 0) {
        return std::nullopt;
    }
    const CivilDate date {
        year {*yearNumber}, month {static_cast<unsigned>(*monthNumber)}, day {static_cast<unsigned>(*dayNumber)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return date;
}

std::string isoDate(CivilDate date) {
    std::array<char, 32> buffer {};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

CivilDate shanghaiDate(Instant instant) {
    return CivilDate {std::chrono::floor<days>(instant + shanghaiOffset)};
}

Instant startOfDayInShanghai(CivilDate date) {
    return Instant {sys_days {date}} - shanghaiOffset;
}

CivilDate addDays(CivilDate date, int count) {
    return CivilDate {sys_days {date} + days {count}};
}

int daysBetween(CivilDate from, CivilDate to) {
    return static_cast<int>((sys_days {to} - sys_days {from}).count());
}

} // namespace yichuang
