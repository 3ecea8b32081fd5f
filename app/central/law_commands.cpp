// SPDX-License-Identifier: GPL-3.0-or-later
#include "law_commands.h"

#include "sentences.h"

#include <fstream>
#include <sstream>

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
        std::ifstream file {*path, std::ios::binary};
        if (!file) {
            console.complain({"读不了日历文件 {file}。请检查路径和读取权限。",
                                 "The calendar file {file} can't be read. Check the path and your right to read it."},
                {{"file", *path}});
            return std::nullopt;
        }
        std::ostringstream read;
        read << file.rdbuf();
        text = read.str();
        name = *path;
    }
    auto years = parseCalendarCsv(text);
    if (!years) {
        auto told = years.error().arguments;
        told["file"] = name;
        console.complain(
            {"日历文件 {file} 第 {line} 行有误({reason})。每行应为“日期,workday 或 holiday,名称”,第一行为 "
             "date,kind,name。",
                "Line {line} of the calendar file {file} is wrong ({reason}). Each line reads date,kind,name "
                "with kind workday or holiday; the first line is that header."},
            told);
        return std::nullopt;
    }
    return Calendar {std::move(*years)};
}

} // namespace yichuang::central
