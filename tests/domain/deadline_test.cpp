// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv.h"

#include <yichuang/domain/calendar_reading.h>
#include <yichuang/domain/deadline.h>

#include <gtest/gtest.h>

namespace yichuang {
namespace {

CivilDate on(std::string_view text) {
    const auto date = parseIsoDate(text);
    EXPECT_TRUE(date) << text;
    return date.value_or(CivilDate {});
}

const Calendar& national() {
    static const Calendar calendar {*parseCalendarCsv(test::fileText(YICHUANG_RESOURCES "/calendars/calendar-cn.csv"))};
    return calendar;
}

/// The counted days as domain.md writes them: "09-29工 10-08".
std::string counted(const Deadline& deadline) {
    std::string text;
    for (const CountedDay& day : deadline.days) {
        if (!day.counted) {
            continue;
        }
        text += (text.empty() ? "" : " ") + isoDate(day.date).substr(5);
        if (day.why == CountReason::CountedMakeUp) {
            text += "工";
        }
    }
    return text;
}

Deadline workdays(std::string_view dayZero, int days, const std::vector<Pause>& pauses = {}) {
    const auto result = deadline(national(), on(dayZero), Limit {days, LimitUnit::Workday}, pauses, on(dayZero));
    EXPECT_TRUE(result) << dayZero;
    return result.value_or(Deadline {});
}

struct Example {
    std::string_view dayZero;
    int days;
    std::string_view due;
    std::string_view counted;
};

TEST(Deadline, theWorkedExamplesOfTheLawComeOutDayByDay) {
    const std::vector<Example> examples {
        {"2018-11-30", 1, "2018-12-03", "12-03"},
        {"2018-09-28", 3, "2018-10-08", "09-29工 09-30工 10-08"},
        {"2018-12-28", 3, "2019-01-03", "12-29工 01-02 01-03"},
        {"2019-04-26", 10, "2019-05-13", "04-28工 04-29 04-30 05-05工 05-06 05-07 05-08 05-09 05-10 05-13"},
        {"2020-01-20", 20, "2020-02-25",
            "01-21 01-22 01-23 02-03 02-04 02-05 02-06 02-07 02-10 02-11 02-12 02-13 02-14 02-17 02-18 02-19 02-20 "
            "02-21 02-24 02-25"},
        {"2023-09-25", 10, "2023-10-13", "09-26 09-27 09-28 10-07工 10-08工 10-09 10-10 10-11 10-12 10-13"},
        {"2024-09-13", 5, "2024-09-23", "09-14工 09-18 09-19 09-20 09-23"},
        {"2024-09-13", 10, "2024-09-29", "09-14工 09-18 09-19 09-20 09-23 09-24 09-25 09-26 09-27 09-29工"},
        {"2026-01-26", 20, "2026-02-28",
            "01-27 01-28 01-29 01-30 02-02 02-03 02-04 02-05 02-06 02-09 02-10 02-11 02-12 02-13 02-14工 02-24 02-25 "
            "02-26 02-27 02-28工"},
        {"2026-01-26", 30, "2026-03-13",
            "01-27 01-28 01-29 01-30 02-02 02-03 02-04 02-05 02-06 02-09 02-10 02-11 02-12 02-13 02-14工 02-24 02-25 "
            "02-26 02-27 02-28工 03-02 03-03 03-04 03-05 03-06 03-09 03-10 03-11 03-12 03-13"},
        {"2026-09-18", 10, "2026-10-09", "09-20工 09-21 09-22 09-23 09-24 09-28 09-29 09-30 10-08 10-09"},
    };
    for (const Example& example : examples) {
        const Deadline result = workdays(example.dayZero, example.days);
        EXPECT_EQ(isoDate(result.due), example.due) << example.dayZero;
        EXPECT_EQ(counted(result), example.counted) << example.dayZero;
    }
    const Deadline paused
        = workdays("2025-04-21", 10, {Pause {on("2025-04-24"), on("2025-05-09"), "行政许可法第四十五条"}});
    EXPECT_EQ(isoDate(paused.due), "2025-05-21");
    EXPECT_EQ(counted(paused), "04-22 04-23 05-12 05-13 05-14 05-15 05-16 05-19 05-20 05-21");
}

TEST(Deadline, theCalendarsOfOthersWereWrongHere) {
    std::size_t seen = 0;
    for (const auto& row : test::csvRows(YICHUANG_FIXTURES "/cases.csv")) {
        if (row[0] != "C18") {
            continue;
        }
        ++seen;
        const std::string dayZero = row[3].substr(9, 10);
        const int days = std::stoi(row[3].substr(row[3].rfind(' ') + 1));
        EXPECT_EQ(isoDate(workdays(dayZero, days).due), row[4].substr(0, 10)) << row[3];
    }
    EXPECT_EQ(seen, 5U);
}

TEST(Deadline, everyDayFromTheNextToTheDueDateIsExplained) {
    const Deadline result = workdays("2018-09-28", 3);
    ASSERT_EQ(result.days.size(), 10U);
    EXPECT_EQ(result.days.front().date, on("2018-09-29"));
    EXPECT_EQ(result.days.back().date, result.due);
    EXPECT_EQ(result.days[2].why, CountReason::SkippedHoliday);
    EXPECT_EQ(result.days[2].name, "国庆节");
    EXPECT_EQ(result.days[9].ordinal, 3);
    EXPECT_FALSE(result.provisional);
}

TEST(Deadline, anUnknownYearIsAnErrorAndNeverPlainWeekdays) {
    const auto result = deadline(national(), on("2026-12-30"), Limit {5, LimitUnit::Workday}, {}, on("2026-12-30"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, "calendar.year_unknown");
    EXPECT_EQ(result.error().arguments.at("year"), "2027");
    EXPECT_FALSE(national().isWorkday(on("2017-12-31")));
}

TEST(Deadline, calendarDaysMoveOnToAWorkingDayAndSaySo) {
    // 7 calendar days after 2018-09-24 end on 1 October; the next working day is the 8th.
    const auto result = deadline(national(), on("2018-09-24"), Limit {7, LimitUnit::CalendarDay}, {}, on("2018-09-24"));
    ASSERT_TRUE(result);
    EXPECT_EQ(isoDate(result->due), "2018-10-08");
    EXPECT_EQ(result->days[6].why, CountReason::MovedOn);
    EXPECT_TRUE(result->days[6].counted);
    EXPECT_EQ(result->days[7].why, CountReason::MovedOn);
    EXPECT_FALSE(result->days[7].counted);
    EXPECT_EQ(result->days.back().why, CountReason::MovedTo);
}

TEST(Deadline, calendarDaysMoveOnOutsideEveryPause) {
    const std::vector<Pause> pauses {{on("2018-10-08"), on("2018-10-09"), "x"}};
    const auto result
        = deadline(national(), on("2018-09-24"), Limit {7, LimitUnit::CalendarDay}, pauses, on("2018-09-24"));
    ASSERT_TRUE(result);
    EXPECT_EQ(isoDate(result->due), "2018-10-10");
}

TEST(Deadline, overlappingPausesCountOnce) {
    const std::vector<Pause> twice {
        {on("2025-04-24"), on("2025-05-06"), "a"}, {on("2025-04-28"), on("2025-05-09"), "b"}};
    EXPECT_EQ(workdays("2025-04-21", 10, twice).due, on("2025-05-21"));
}

TEST(Deadline, anOpenPauseCountsAsIfItEndedToday) {
    const std::vector<Pause> open {{on("2025-04-24"), std::nullopt, "a"}};
    const auto due = dueDate(national(), on("2025-04-21"), Limit {10, LimitUnit::Workday}, open, on("2025-05-09"));
    ASSERT_TRUE(due);
    EXPECT_EQ(*due, on("2025-05-21"));
}

TEST(Deadline, aLimitOfNoDaysIsRefused) {
    for (const int days : {0, -3, 2'000'000'000}) {
        const auto due
            = dueDate(national(), on("2025-04-21"), Limit {days, LimitUnit::CalendarDay}, {}, on("2025-04-21"));
        ASSERT_FALSE(due);
        EXPECT_EQ(due.error().code, "deadline.limit");
    }
}

TEST(Calendar, aProvisionalYearIsMarkedOnEveryDateCountedThroughIt) {
    std::vector<CalendarYear> years;
    for (const auto& [number, year] : national().years()) {
        years.push_back(year);
    }
    years.push_back(provisionalYear(2027));
    const Calendar calendar {years};
    EXPECT_EQ(calendar.version(), "2018.1,2019.1,2020.1,2021.1,2022.1,2023.1,2024.1,2025.1,2026.1,2027.1p");
    const auto result = deadline(calendar, on("2026-12-23"), Limit {8, LimitUnit::Workday}, {}, on("2026-12-23"));
    ASSERT_TRUE(result);
    EXPECT_EQ(isoDate(result->due), "2027-01-05");
    EXPECT_TRUE(result->provisional);
    EXPECT_FALSE(*calendar.isWorkday(on("2027-05-01")));
    EXPECT_FALSE(*calendar.isWorkday(on("2027-10-01")));
    EXPECT_TRUE(*calendar.isWorkday(on("2027-10-04")));
}

TEST(Calendar, lateDecemberIsProvisionalUntilTheNextNotice) {
    EXPECT_TRUE(national().natureOf(on("2026-12-31"))->provisional);
    EXPECT_FALSE(national().natureOf(on("2026-12-01"))->provisional);
    EXPECT_FALSE(national().natureOf(on("2025-12-31"))->provisional);
}

TEST(Calendar, aDamagedFileIsRefusedWithItsLine) {
    for (const auto& [text, line] :
        std::map<std::string, std::string> {{"", "1"}, {"a,b\n", "1"}, {"date,kind,name\n2018-02-30,holiday,x\n", "2"},
            {"date,kind,name\n2018-02-03,rest,x\n", "2"}, {"date,kind,name\n2018-02-03,holiday\n", "2"}}) {
        const auto years = parseCalendarCsv(text);
        ASSERT_FALSE(years) << text;
        EXPECT_EQ(years.error().code, "calendar.csv");
        EXPECT_EQ(years.error().arguments.at("line"), line) << text;
    }
}

std::map<std::string, std::string> faultOf(std::string_view text) {
    const auto years = parseCalendarCsv(text);
    EXPECT_FALSE(years) << text;
    return years ? std::map<std::string, std::string> {} : years.error().arguments;
}

TEST(Calendar, aFaultInAFileIsToldWithWhatStandsThere) {
    using Arguments = std::map<std::string, std::string>;
    const std::string header = "date,kind,name\n";
    EXPECT_EQ(faultOf(header + "2018-02-03,holiday,x\n2018-02-04,workday,x\n2018/2/3,workday,x\n"),
        (Arguments {{"line", "4"}, {"reason", "twice"}, {"date", "2018-02-03"}, {"first", "2"}}));
    EXPECT_EQ(faultOf(header + "2018-02-30,holiday,x\n"),
        (Arguments {{"line", "2"}, {"reason", "date"}, {"value", "2018-02-30"}}));
    EXPECT_EQ(
        faultOf(header + "2018-02-03,rest,x\n"), (Arguments {{"line", "2"}, {"reason", "kind"}, {"value", "rest"}}));
    EXPECT_EQ(faultOf(header + "2018-02-03,rest\n"), (Arguments {{"line", "2"}, {"reason", "fields"}, {"found", "2"}}));
    EXPECT_EQ(faultOf(header + "2018-02-03,holiday,\xB4\xBA\n"), (Arguments {{"line", "2"}, {"reason", "not_utf8"}}));
    EXPECT_EQ(faultOf(header + "2018-02-03,holiday,\"x\n"), (Arguments {{"line", "2"}, {"reason", "quotes"}}));
    EXPECT_EQ(faultOf(header), (Arguments {{"line", "1"}, {"reason", "empty"}}));
    EXPECT_EQ(faultOf("PK\x03\x04 a workbook").at("reason"), "xlsx");
    EXPECT_EQ(faultOf("\xD0\xCF\x11\xE0 a workbook").at("reason"), "xls");
    EXPECT_EQ(faultOf("<html>").at("reason"), "html");
}

TEST(Calendar, aFileIsReadAsTableProgramsWriteIt) {
    const auto years = parseCalendarCsv("\xEF\xBB\xBF"
                                        "date,kind,name\r\n"
                                        "2018/10/1,holiday,\"国庆节, \"\"长假\"\"\"\r\n"
                                        "2018-09-29, workday ,国庆节,,\r\n"
                                        ",,\r\n");
    ASSERT_TRUE(years);
    ASSERT_EQ(years->size(), 1U);
    const std::vector<SpecialDay> expected {
        {on("2018-09-29"), DayKind::Workday, "国庆节"}, {on("2018-10-01"), DayKind::Holiday, "国庆节, \"长假\""}};
    EXPECT_EQ(years->front().days, expected);
}

TEST(Calendar, theNextYearsNoticeChangesOnlyTheLateDecemberOfThisYear) {
    const auto notice = parseCalendarCsv(
        "date,kind,name\n2026-12-26,workday,元旦\n2026-12-31,holiday,元旦\n2027-01-01,holiday,元旦\n");
    ASSERT_TRUE(notice);
    const auto change = calendarChange(*notice, national());
    ASSERT_TRUE(change);
    EXPECT_EQ(change->completed, std::vector {2026});
    ASSERT_EQ(change->years.size(), 2U);
    EXPECT_EQ(change->years[0].version, 2);
    std::vector<CalendarYear> years;
    for (const auto& [number, year] : national().years()) {
        years.push_back(year);
    }
    years.insert(years.end(), change->years.begin(), change->years.end());
    const Calendar calendar {years};
    EXPECT_FALSE(*calendar.isWorkday(on("2026-10-01"))) << "the holidays of the year stay";
    EXPECT_TRUE(*calendar.isWorkday(on("2026-12-26")));
    EXPECT_FALSE(*calendar.isWorkday(on("2026-12-31")));
    const auto again = calendarChange(*notice, calendar);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->years.empty()) << "what is known already makes no version";
}

TEST(Calendar, aYearDoesNotBecomeKnownByItsLateDecemberAlone) {
    const auto notice = parseCalendarCsv("date,kind,name\n2027-12-31,holiday,元旦\n2028-01-01,holiday,元旦\n");
    ASSERT_TRUE(notice);
    const auto change = calendarChange(*notice, national());
    ASSERT_FALSE(change);
    EXPECT_EQ(change.error().code, "calendar.only_late_december");
    EXPECT_EQ(change.error().arguments.at("year"), "2027");
}

TEST(Calendar, workingDaysAreCountedBackwardsToo) {
    EXPECT_EQ(isoDate(*national().subtractWorkdays(on("2018-10-08"), 2)), "2018-09-29");
}

TEST(Dates, theLegalDateIsThatOfShanghai) {
    const Instant midnight = startOfDayInShanghai(on("2018-11-19"));
    EXPECT_EQ(isoDate(shanghaiDate(midnight)), "2018-11-19");
    EXPECT_EQ(isoDate(shanghaiDate(midnight - std::chrono::milliseconds {1})), "2018-11-18");
    for (const char* wrong :
        {"2018-2-29", "2018-02-29", "2018/02/01", "18-02-01", "2018-02-01 ", "2018-00-01", "0000-01-01"}) {
        EXPECT_FALSE(parseIsoDate(wrong)) << wrong;
    }
}

} // namespace
} // namespace yichuang
