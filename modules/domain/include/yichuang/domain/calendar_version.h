// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>

#include <string_view>

namespace yichuang {

/// Whether a date was 暂定 (domain.md 3) under the calendar of that version (`Calendar::version`): it falls into a
/// provisional year, or into a late December whose next year had no notice yet. A date counted through such days falls
/// into them or behind them. A year that the version does not name is not provisional.
[[nodiscard]] bool wasProvisional(std::string_view calendarVersion, CivilDate date);

} // namespace yichuang
