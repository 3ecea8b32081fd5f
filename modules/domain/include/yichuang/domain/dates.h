// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace yichuang {

/// A civil date of the hall (Asia/Shanghai).
using CivilDate = std::chrono::year_month_day;
/// A point in time, UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Reads "2018-11-19" and nothing else; empty for any other text and for a day that does not exist.
[[nodiscard]] std::optional<CivilDate> parseIsoDate(std::string_view text);
/// "2018-11-19".
[[nodiscard]] std::string isoDate(CivilDate date);

/// The legal date of an instant: Asia/Shanghai, UTC+8 without daylight saving since 1991.
[[nodiscard]] CivilDate shanghaiDate(Instant instant);
/// 00:00 in Asia/Shanghai of that date.
[[nodiscard]] Instant startOfDayInShanghai(CivilDate date);

[[nodiscard]] CivilDate addDays(CivilDate date, int days);
[[nodiscard]] int daysBetween(CivilDate from, CivilDate to);

/// Milliseconds since 1970-01-01T00:00Z, as stored and sent.
[[nodiscard]] inline std::int64_t toMilliseconds(Instant instant) {
    return instant.time_since_epoch().count();
}
[[nodiscard]] inline Instant fromMilliseconds(std::int64_t value) {
    return Instant {std::chrono::milliseconds {value}};
}

} // namespace yichuang
