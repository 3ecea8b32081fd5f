// SPDX-License-Identifier: GPL-3.0-or-later
#include "law_commands.h"

#include "database.h"
#include "sentences.h"

namespace yichuang::central {

const Option calendarOption {"--calendar", OptionKind::Value, "FILE",
    {"改用这份日历(表头 date,kind,name 的 CSV),不用程序自带的全国日历。",
        "Use this calendar (CSV with the header date,kind,name) instead of the national one."}};

std::vector<Command> lawCommands() {
    return {deadlineCommand(), identifyCommand(), replayCommand()};
}

std::optional<Calendar> calendarFor(const Arguments& arguments, Console& console) {
    std::string text {embeddedCalendarCsv()};
    std::string name = "calendar-cn.csv";
    if (const auto path = arguments.value("--calendar")) {
        auto read = readFile(*path, console);
        if (!read) {
            return std::nullopt;
        }
        text = *std::move(read);
        name = *path;
    }
    auto years = parseCalendarCsv(text);
    if (!years) {
        Error error = std::move(years.error());
        error.arguments["file"] = name;
        complainOf(error, console);
        return std::nullopt;
    }
    return Calendar {std::move(*years)};
}

} // namespace yichuang::central
