// SPDX-License-Identifier: GPL-3.0-or-later
#include "law_commands.h"

#include "sentences.h"

#include <yichuang/domain/deadline.h>

#include <boost/json.hpp>

#include <array>
#include <charconv>
#include <ostream>

namespace yichuang::central {
namespace {

Text reasonText(CountReason why) {
    switch (why) {
    case CountReason::Counted:
        return {"工作日", "working day"};
    case CountReason::CountedMakeUp:
        return {"调休上班", "make-up working day"};
    case CountReason::CountedCalendarDay:
        return {"自然日", "calendar day"};
    case CountReason::SkippedWeekend:
        return {"周末,不计", "weekend, not counted"};
    case CountReason::SkippedHoliday:
        return {"放假,不计", "public holiday, not counted"};
    case CountReason::SkippedPause:
        return {"暂停,不计", "clock stopped, not counted"};
    case CountReason::MovedOn:
        return {"不是工作日,顺延", "no working day, moved on"};
    case CountReason::MovedTo:
        return {"顺延至此", "moved to this day"};
    }
    return {};
}

Text weekdayText(CivilDate date) {
    constexpr std::array<Text, 7> names {{{"星期日", "Sun"}, {"星期一", "Mon"}, {"星期二", "Tue"}, {"星期三", "Wed"},
        {"星期四", "Thu"}, {"星期五", "Fri"}, {"星期六", "Sat"}}};
    return names[std::chrono::weekday {std::chrono::sys_days {date}}.c_encoding()];
}

std::string json(const Deadline& deadline) {
    boost::json::array days;
    for (const CountedDay& day : deadline.days) {
        days.push_back(boost::json::object {
            {"date", isoDate(day.date)}, {"counted", day.counted}, {"why", std::string {toText(day.why)}}});
    }
    return boost::json::serialize(boost::json::object {{"due", isoDate(deadline.due)}, {"days", std::move(days)}});
}

void tell(const Deadline& deadline, Console& console) {
    const Text sentence = deadline.provisional
        ? Text {"到期日 {due}({weekday}),暂定:下一年度放假通知尚未公布。",
              "Due {due} ({weekday}), provisional: the next year's notice is not out yet."}
        : Text {"到期日 {due}({weekday})。", "Due {due} ({weekday})."};
    console.say(sentence, {{"due", isoDate(deadline.due)}, {"weekday", console.sentence(weekdayText(deadline.due))}});
    for (const CountedDay& day : deadline.days) {
        const std::string ordinal = day.ordinal > 0 ? std::to_string(day.ordinal) : "-";
        console.out() << "  " << ordinal << '\t' << isoDate(day.date) << ' ' << console.sentence(weekdayText(day.date))
                      << ' ' << console.sentence(reasonText(day.why));
        if (!day.name.empty()) {
            console.out() << " (" << day.name << ')';
        }
        console.out() << '\n';
    }
    console.out() << std::flush;
}

std::optional<int> wholeNumber(const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc {} && end == text.data() + text.size() ? std::optional {value} : std::nullopt;
}

int run(const Arguments& arguments, Console& console) {
    const std::string from = arguments.valueOr("--from", {});
    const auto dayZero = parseIsoDate(from);
    if (!dayZero) {
        console.complain({"“{value}”不是日期。--from 请写成 2018-09-28 的样子。",
                             "\"{value}\" is no date. Write --from as 2018-09-28."},
            {{"value", from}});
        return misused;
    }
    const auto days = wholeNumber(arguments.valueOr("--days", {}));
    if (!days) {
        console.complain({"“{value}”不是天数。--days 请写 1 或更大的整数。",
                             "\"{value}\" is no number of days. --days takes a whole number, 1 or more."},
            {{"value", arguments.valueOr("--days", {})}});
        return misused;
    }
    const auto calendar = calendarFor(arguments, console);
    if (!calendar) {
        return failed;
    }
    const Limit limit {*days, arguments.has("--calendar-days") ? LimitUnit::CalendarDay : LimitUnit::Workday};
    const auto result = deadline(*calendar, *dayZero, limit, {}, *dayZero);
    if (!result && result.error().is("deadline.limit")) {
        console.complain(
            {"期限应在 1 天到 20000 天之间,收到的是 {days} 天。", "A limit has 1 to 20000 days, not {days}."},
            result.error().arguments);
        return misused;
    }
    if (!result) {
        console.complain(
            {"日历里没有 {year} 年,算不出到期日。请用 --calendar 指定含该年的日历。",
                "The calendar does not know the year {year}, so the due date can't be worked out. Give one "
                "that does with --calendar."},
            result.error().arguments);
        return failed;
    }
    if (arguments.has("--json")) {
        console.out() << json(*result) << std::endl;
    } else {
        tell(*result, console);
    }
    return done;
}

} // namespace

Command deadlineCommand() {
    return Command {"deadline", {"算到期日,并逐日说明计入与否及原因。", "Works out a due date and explains each day."},
        {},
        {{"--from", OptionKind::Required, "DATE",
             {"起算日(当日不计),如 2018-09-28。", "Day zero, not counted itself, e.g. 2018-09-28."}},
            {"--days", OptionKind::Required, "N", {"期限天数。", "Days of the limit."}},
            {"--calendar-days", OptionKind::Flag, "",
                {"按自然日计;最后一日不是工作日的,顺延到下一个工作日。",
                    "Count calendar days; if the last one is no working day, the next working day."}},
            {"--json", OptionKind::Flag, "", {"输出 JSON。", "Answer in JSON."}}, calendarOption},
        run};
}

} // namespace yichuang::central
