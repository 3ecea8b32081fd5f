// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands.h"

#include <yichuang/domain/calendar.h>

#include <string_view>
#include <vector>

namespace yichuang::central {

/// `deadline`, `identify` and `replay`: the law from a shell, without a database.
[[nodiscard]] std::vector<Command> lawCommands();
[[nodiscard]] Command deadlineCommand();
[[nodiscard]] Command identifyCommand();
[[nodiscard]] Command replayCommand();

/// calendar-cn.csv as it was when the program was built.
[[nodiscard]] std::string_view embeddedCalendarCsv();
/// The calendar of `--calendar FILE`, else the national one; empty after a complaint.
[[nodiscard]] std::optional<Calendar> calendarFor(const Arguments& arguments, Console& console);

extern const Option calendarOption;

} // namespace yichuang::central
