// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_commands.h"

#include "configuration.h"
#include "database.h"
#include "sentences.h"

#include <yichuang/domain/clock.h>

#include <array>
#include <cstdio>
#include <ostream>

namespace yichuang::central {
namespace {

constexpr std::size_t shownOfHash = 12; ///< enough to see which readings are of the same applicant

/// "2018-11-19 09:05:31", by the hall's clock.
std::string hallTime(std::int64_t milliseconds) {
    const Instant instant = fromMilliseconds(milliseconds);
    const CivilDate day = shanghaiDate(instant);
    const std::chrono::hh_mm_ss time {
        std::chrono::duration_cast<std::chrono::seconds>(instant - startOfDayInShanghai(day))};
    std::array<char, 16> text {};
    std::snprintf(text.data(), text.size(), " %02d:%02d:%02d", static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return isoDate(day) + text.data();
}

int run(const Arguments& arguments, Console& console) {
    std::int64_t since = 0;
    if (const auto from = arguments.value("--since")) {
        const auto day = parseIsoDate(*from);
        if (!day) {
            complainOf({"usage.bad_value", {{"option", "--since"}, {"value", *from}, {"expected", "2018-11-19"}}, {}},
                console);
            return misused;
        }
        since = toMilliseconds(startOfDayInShanghai(*day));
    }
    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    const PersonId asked(arguments.valueOr("--person", ""));
    const auto registry = readRegistry(*open->centre, console);
    if (registry == nullptr) {
        return failed;
    }
    if (!asked.empty() && registry->person(asked) == nullptr) {
        complainOf({"person.unknown", {{"person", asked.value()}}, {}}, console);
        return failed;
    }
    int count = 0;
    const auto read = open->centre->eachReading(since, asked, [&](const ApplicantReading& reading) {
        const Person* person = registry->person(reading.person);
        console.out() << hallTime(reading.at) << '\t' << reading.person.value() << '\t'
                      << (person == nullptr ? std::string("-") : person->name) << '\t' << reading.window.value() << '\t'
                      << reading.workstation.value() << '\t' << reading.applicant.substr(0, shownOfHash) << '\t'
                      << console.sentence(reading.found ? Text {"找到", "found"} : Text {"未找到", "not found"}) << '\t'
                      << reading.purpose << '\n';
        ++count;
    });
    console.out() << std::flush;
    if (!read) {
        complainOf(read.error(), console);
        return failed;
    }
    console.say({"共 {count} 次查询。", "{count} readings in all."}, {{"count", std::to_string(count)}});
    return done;
}

} // namespace

Command readingsCommand() {
    return {"readings",
        {"列出谁在何时、为何事查询过哪位申请人。", "List who asked when, and for what, who an applicant is."}, {},
        {databaseOption, configurationOption,
            {"--since", OptionKind::Value, "DATE",
                {"只列这一天起的查询,如 2018-11-19。", "Only readings from that day on, e.g. 2018-11-19."}},
            {"--person", OptionKind::Value, "ID",
                {"只列这一人员(编号)的查询。每行依次为:时间、人员编号、姓名、窗口、工作站、申请人代号(同一号码代号相同,"
                 "看不出号码)、是否找到、用途。",
                    "Only readings by this person (staff number). A line tells time, staff number, name, window, "
                    "workstation, a code for the applicant (the same for the same number, which it does not tell), "
                    "found or not, and the purpose."}}},
        run};
}

} // namespace yichuang::central
