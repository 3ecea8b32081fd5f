// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_commands.h"

#include "configuration.h"
#include "database.h"
#include "import_problems.h"
#include "sentences.h"

#include <yichuang/contract/staff.h>
#include <yichuang/domain/calendar_reading.h>

#include <algorithm>
#include <charconv>

namespace yichuang::central {
namespace {

const Operand fileOperand {"FILE", {"要导入的文件。", "The file to import."}};

/// Writes them and tells what came of it.
int writeAndTell(Centre& centre, const std::vector<HallFact>& facts, Console& console) {
    const auto report = writeFacts(centre, facts, console);
    if (!report) {
        console.complain({"没有写入任何内容。", "Nothing was written."});
        return failed;
    }
    console.say({"已写入 {written} 条,{unchanged} 条没有变化。", "{written} written, {unchanged} unchanged."},
        {{"written", std::to_string(report->written)}, {"unchanged", std::to_string(report->unchanged)}});
    return done;
}

int importItems(const Arguments& arguments, Console& console) {
    const auto text = readFile(arguments.operands[0], console);
    if (!text) {
        return failed;
    }
    const CatalogueReport report = parseCatalogue(*text);
    tellProblems(report.problems, {"事项", "item"}, "items", arguments.operands[0], console);
    if (!report.importable()) {
        console.complain({"事项清单有误,没有导入任何内容。", "The catalogue has errors; nothing was imported."});
        return failed;
    }
    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    std::vector<HallFact> facts;
    facts.reserve(report.items.size());
    for (const Item& item : report.items) {
        facts.emplace_back(std::make_shared<const Item>(item));
    }
    return writeAndTell(*open->centre, facts, console);
}

int importStaff(const Arguments& arguments, Console& console) {
    const auto text = readFile(arguments.operands[0], console);
    if (!text) {
        return failed;
    }
    const StaffReport report = parseStaff(*text);
    tellProblems(
        report.problems, {"条目", "entry"}, "departments windows people mandates", arguments.operands[0], console);
    if (!report.importable()) {
        console.complain({"人员文件有误,没有导入任何内容。", "The staff file has errors; nothing was imported."});
        return failed;
    }
    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    if (const int status = writeAndTell(*open->centre, report.facts(), console); status != done) {
        return status;
    }
    bool demonstration = false;
    for (const StaffPerson& person : report.people) {
        if (person.demoPassword.empty()) {
            continue;
        }
        demonstration = true;
        if (auto set = open->centre->setPassword(person.person.id, person.demoPassword); !set) {
            complainOf(set.error(), console);
            return failed;
        }
    }
    if (demonstration) {
        console.say({"文件带有演示密码,已设为登录密码:这个中心只能用于演示。",
            "The file holds demonstration passwords, and they are set now: this centre is for demonstrations only."});
    }
    return done;
}

/// Empty after a complaint.
std::optional<std::vector<CalendarYear>> yearsAsked(const Arguments& arguments, Console& console) {
    std::vector<CalendarYear> years;
    if (!arguments.operands.empty()) {
        const auto text = readFile(arguments.operands[0], console);
        if (!text) {
            return std::nullopt;
        }
        auto read = parseCalendarCsv(*text);
        if (!read) {
            std::map<std::string, std::string> words = read.error().arguments;
            words["file"] = arguments.operands[0];
            complainOf({read.error().code, words, read.error().detail}, console);
            return std::nullopt;
        }
        years = std::move(*read);
    }
    return years;
}

int importCalendar(const Arguments& arguments, Console& console) {
    if (arguments.operands.empty() && !arguments.has("--provisional")) {
        complainOf({"usage.missing_operand", {{"operand", "FILE"}}, {}}, console);
        return misused;
    }
    std::optional<int> provisional;
    if (const auto text = arguments.value("--provisional")) {
        int year = 0;
        const auto read = std::from_chars(text->data(), text->data() + text->size(), year);
        if (read.ec != std::errc {} || read.ptr != text->data() + text->size() || year < 2000 || year > 2099) {
            complainOf(
                {"usage.bad_value", {{"option", "--provisional"}, {"value", *text}, {"expected", "2000 … 2099"}}, {}},
                console);
            return misused;
        }
        provisional = year;
    }
    const auto asked = yearsAsked(arguments, console);
    if (!asked) {
        return failed;
    }
    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    const auto registry = readRegistry(*open->centre, console);
    if (registry == nullptr) {
        return failed;
    }
    const auto change = calendarChange(*asked, registry->calendar());
    if (!change) {
        complainOf(change.error(), console);
        console.complain({"没有写入任何内容。", "Nothing was written."});
        return failed;
    }
    std::vector<HallFact> facts(change->years.begin(), change->years.end());
    const bool inFile = std::ranges::any_of(*asked, [&](const CalendarYear& year) { return year.year == provisional; });
    if (provisional && !inFile) {
        const auto known = registry->calendar().years().find(*provisional);
        if (known == registry->calendar().years().end()) {
            facts.emplace_back(provisionalYear(*provisional));
        } else if (!known->second.provisional) {
            console.say({"{year} 年已有正式日历,不再需要暂定日历。",
                            "The year {year} has its notice already; a provisional calendar is not needed."},
                {{"year", std::to_string(*provisional)}});
        }
    }
    if (const int status = writeAndTell(*open->centre, facts, console); status != done) {
        return status;
    }
    for (const int year : change->completed) {
        console.say({"{year} 年只更新了 12 月 25 日以后的日子,其余放假和调休保留不变。",
                        "Of {year} the days from 25 December on were taken; its other days stay as they were."},
            {{"year", std::to_string(year)}});
    }
    const auto moved = open->centre->recalendar();
    if (!moved) {
        complainOf(moved.error(), console);
        return failed;
    }
    if (*moved > 0) {
        console.say({"日历变动改了 {count} 件在办件的期限,已逐件记录。",
                        "The change moved the limits of {count} open cases; each is recorded."},
            {{"count", std::to_string(*moved)}});
    }
    return done;
}

} // namespace

std::vector<Command> importCommands() {
    return {
        {"import items",
            {"导入事项清单(JSON)。有一处错误就什么都不写。",
                "Import a catalogue of items (JSON). With one error nothing is written."},
            {fileOperand}, {databaseOption, configurationOption, clockOption, keyFileOption}, importItems},
        {"import calendar",
            {"导入工作日历(CSV:date,kind,name),或为还没有放假通知的年份建立暂定日历。",
                "Import a calendar (CSV: date,kind,name), or make a provisional one for a year without notice."},
            {{"FILE", {"国务院放假通知整理成的 CSV。", "The notices as CSV."}, true}},
            {databaseOption, configurationOption,
                {"--provisional", OptionKind::Value, "YEAR",
                    {"这一年按周一至周五和法定节日暂定;通知公布后再导入,程序自动改期。",
                        "This year by Monday to Friday and the fixed holidays, until its notice is imported."}},
                clockOption, keyFileOption},
            importCalendar},
        {"import staff",
            {"导入部门、窗口、人员和授权(JSON)。", "Import departments, windows, staff and mandates (JSON)."},
            {fileOperand}, {databaseOption, configurationOption, clockOption, keyFileOption}, importStaff},
    };
}

} // namespace yichuang::central
