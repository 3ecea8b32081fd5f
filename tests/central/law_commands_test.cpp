// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace yichuang::central {
namespace {

struct Answer {
    int status = 0;
    std::string out;
    std::string err;
};

Answer ask(std::vector<std::string> words, const std::string& input = {}) {
    std::istringstream in {input};
    std::ostringstream out;
    std::ostringstream err;
    const int status = runCentral(std::move(words), in, out, err);
    return {status, out.str(), err.str()};
}

std::string fixture(const std::string& name) {
    return YICHUANG_FIXTURES "/" + name;
}

TEST(LawCommands, aDeadlineExplainsItselfInJson) {
    const Answer answer = ask({"deadline", "--from", "2018-09-28", "--days", "3", "--json"});
    EXPECT_EQ(answer.status, 0);
    const auto value = boost::json::parse(answer.out);
    EXPECT_EQ(value.at("due").as_string(), "2018-10-08");
    const auto& days = value.at("days").as_array();
    ASSERT_EQ(days.size(), 10U);
    EXPECT_EQ(days[0].at("date").as_string(), "2018-09-29");
    EXPECT_TRUE(days[0].at("counted").as_bool());
    EXPECT_EQ(days[0].at("why").as_string(), "make_up_workday");
    EXPECT_EQ(days[2].at("why").as_string(), "holiday");
}

TEST(LawCommands, calendarDaysMoveToAWorkingDay) {
    const Answer answer = ask({"deadline", "--from=2018-09-24", "--days=7", "--calendar-days", "--json"});
    EXPECT_EQ(boost::json::parse(answer.out).at("due").as_string(), "2018-10-08");
}

TEST(LawCommands, anUnknownYearIsToldAndNotGuessed) {
    const Answer answer = ask({"deadline", "--from", "2026-12-28", "--days", "10"});
    EXPECT_EQ(answer.status, 1);
    EXPECT_TRUE(answer.out.empty());
    EXPECT_NE(answer.err.find("2027"), std::string::npos);
    EXPECT_NE(answer.err.find("--calendar"), std::string::npos);
}

TEST(LawCommands, aWrongCommandLineIsAnsweredWithWhatToWrite) {
    for (const std::vector<std::string>& words :
        {std::vector<std::string> {"deadline", "--from", "28.9.2018", "--days", "3"},
            {"deadline", "--from", "2018-09-28", "--days", "three"}, {"deadline", "--from", "2018-09-28"},
            {"deadline", "--from", "2018-09-28", "--days", "0"}, {"identify", "passport", "E00000000"},
            {"identify", "uscc"}, {"replay"}}) {
        const Answer answer = ask(words);
        EXPECT_EQ(answer.status, 2) << words[0];
        EXPECT_FALSE(answer.err.empty()) << words[0];
        EXPECT_TRUE(answer.out.empty()) << words[0];
    }
}

TEST(LawCommands, anIdentifierIsJudgedByItsExitStatus) {
    const Answer good = ask({"identify", "uscc", "91430400ma00000a9q", "--json"});
    EXPECT_EQ(good.status, 0);
    EXPECT_EQ(good.out, "{\"valid\":true,\"normalized\":\"91430400MA00000A9Q\",\"reason\":\"ok\"}\n");
    const Answer bad = ask({"identify", "resident_id", "430400198503120019", "--json"});
    EXPECT_EQ(bad.status, 1);
    EXPECT_EQ(bad.out, "{\"valid\":false,\"normalized\":\"\",\"reason\":\"check_digit\"}\n");
    EXPECT_EQ(ask({"identify", "resident_id", "430405202803010018", "--today", "2028-03-01"}).status, 0);
    EXPECT_EQ(ask({"identify", "resident_id", "430405202803010018", "--today", "2028-02-29"}).status, 1);
}

TEST(LawCommands, theErrorsOfANumberAreSentencesInBothLanguages) {
    EXPECT_NE(ask({"identify", "case_no", "40026001234446"}).out.find("校验位不符"), std::string::npos);
    EXPECT_NE(
        ask({"identify", "case_no", "40026001234446", "--lang", "en"}).out.find("check digits"), std::string::npos);
}

TEST(LawCommands, aHistoryIsReplayedLineByLine) {
    const Answer answer = ask({"replay", fixture("histories-sample.jsonl")});
    EXPECT_EQ(answer.status, 0);
    std::istringstream got {answer.out};
    std::ifstream wanted {fixture("histories-sample.jsonl")};
    std::string left;
    std::string right;
    int lines = 0;
    while (std::getline(wanted, right)) {
        ASSERT_TRUE(std::getline(got, left));
        ++lines;
        const auto steps = boost::json::parse(left).at("steps").as_array();
        const auto expected = boost::json::parse(right).at("steps").as_array();
        ASSERT_EQ(steps.size(), expected.size());
        EXPECT_EQ(steps.back().at("state"), expected.back().at("state"));
    }
    EXPECT_EQ(lines, 200);
    EXPECT_FALSE(std::getline(got, left));
}

TEST(LawCommands, aLineThatCantBeReadIsNamedAndTheOthersGoOn) {
    const std::string good = R"({"item":{"item_id":"A","case_type":"immediate","promised_workdays":1},"steps":[]})";
    const Answer answer = ask({"replay", "-"}, good + "\nno json\n{\"steps\":[]}\n\n" + good + "\n\n");
    EXPECT_EQ(answer.status, 1);
    std::istringstream lines {answer.out};
    std::vector<boost::json::value> values;
    for (std::string line; std::getline(lines, line);) {
        values.push_back(boost::json::parse(line));
    }
    ASSERT_EQ(values.size(), 5U);
    EXPECT_TRUE(values[0].as_object().contains("steps"));
    for (std::size_t index = 1; index <= 3; ++index) {
        EXPECT_TRUE(values[index].at("error").is_string());
        EXPECT_EQ(values[index].at("line").to_number<std::size_t>(), index + 1);
    }
    EXPECT_TRUE(values[4].as_object().contains("steps"));
}

TEST(LawCommands, aCalendarOfOnesOwnReplacesTheNationalOne) {
    const std::string path = ::testing::TempDir() + "/calendar-of-a-test.csv";
    {
        std::ofstream file {path};
        file << "date,kind,name\n2031-01-01,holiday,元旦\n2031-01-04,workday,元旦\n";
    }
    const Answer answer = ask({"deadline", "--from", "2030-12-31", "--days", "3", "--calendar", path, "--json"});
    EXPECT_EQ(boost::json::parse(answer.out).at("due").as_string(), "2031-01-04");
    EXPECT_EQ(ask({"deadline", "--from", "2018-09-28", "--days", "3", "--calendar", path}).status, 1);
    EXPECT_EQ(ask({"deadline", "--from", "2018-09-28", "--days", "3", "--calendar", fixture("cases.csv")}).status, 1);
    EXPECT_EQ(ask({"replay", "-", "--calendar", path + ".missing"}).status, 1);
}

} // namespace
} // namespace yichuang::central
