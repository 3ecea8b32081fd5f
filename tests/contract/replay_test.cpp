// SPDX-License-Identifier: GPL-3.0-or-later
#include "../domain/csv.h"

#include <yichuang/contract/replay.h>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <map>

namespace yichuang {
namespace {

namespace json = boost::json;

const Calendar& national() {
    static const Calendar calendar {*parseCalendarCsv(test::fileText(YICHUANG_RESOURCES "/calendars/calendar-cn.csv"))};
    return calendar;
}

std::string withoutReason(const json::object& step) {
    std::string text;
    for (const char* name :
        {"outcome", "state", "promised_due", "statutory_due", "effective_due", "delivery_due", "flags"}) {
        text += std::string {name} + '=' + json::serialize(step.at(name)) + ' ';
    }
    return text;
}

TEST(Replay, theTwoHundredHistoriesComeOutExactly) {
    std::istringstream lines {test::fileText(YICHUANG_FIXTURES "/histories-sample.jsonl")};
    std::string line;
    int histories = 0;
    int steps = 0;
    int sameReason = 0;
    while (std::getline(lines, line)) {
        ++histories;
        const auto answer = replayHistory(line, national());
        ASSERT_TRUE(answer) << histories << ' ' << answer.error().arguments.at("field");
        const json::value expected = json::parse(line);
        const json::value found = json::parse(*answer);
        const json::array& wanted = expected.at("steps").as_array();
        const json::array& got = found.at("steps").as_array();
        ASSERT_EQ(wanted.size(), got.size());
        for (std::size_t index = 0; index < wanted.size(); ++index) {
            ++steps;
            sameReason += wanted[index].at("refusal") == got[index].at("refusal") ? 1 : 0;
            EXPECT_EQ(withoutReason(got[index].as_object()), withoutReason(wanted[index].as_object()))
                << "history " << histories << " step " << index << ' ' << json::serialize(wanted[index]) << ' '
                << json::serialize(got[index].at("refusal"));
        }
    }
    EXPECT_EQ(histories, 200);
    RecordProperty("steps", steps);
    RecordProperty("sameReason", sameReason);
    std::cout << steps << " steps, " << sameReason << " with the same reason code\n";
}

/// One step of a history on an immediate item, as the answer shows it.
json::object step(const std::string& members, const std::string& item = {}) {
    const std::string line = R"({"item":{"item_id":"A","department":"D","case_type":"immediate","promised_workdays":1)"
        + item + R"(},"steps":[{"command":{"date":"2018-11-05",)" + members + "}}]}";
    const auto answer = replayHistory(line, national());
    EXPECT_TRUE(answer) << line;
    return answer ? json::parse(*answer).at("steps").at(0).as_object() : json::object {};
}

const std::string byClerk = R"("actor":{"id":"a","role":"WC","dept":"D"},)";

TEST(Replay, whatTheLawDoesNotKnowIsRefused) {
    const std::string good = R"("identity_checked":true,"item_in_force":true,"case_no":"40018000000784")";
    EXPECT_EQ(step(byClerk + R"("event":"receive","act":"do",)" + good).at("outcome"), "entries");
    EXPECT_EQ(step(byClerk + R"("event":"receive","act":"approve",)" + good).at("outcome"), "refused");
    EXPECT_EQ(step(byClerk + R"("event":"annulDeemed","act":"do")").at("outcome"), "refused");
    EXPECT_EQ(step(byClerk + R"("event":"noted","act":"do")").at("refusal"), "unknown_command");
    EXPECT_EQ(
        step(R"("actor":{"id":"a","role":"BOSS"},"event":"receive","act":"do",)" + good).at("outcome"), "refused");
}

TEST(Replay, aFactThatIsNotOfItsKindCountsAsNotSo) {
    const std::string number = R"("item_in_force":true,"case_no":"40018000000784")";
    for (const char* value : {"\"yes\"", "1", "null", "[]"}) {
        const auto shown = step(byClerk + R"("event":"receive","act":"do","identity_checked":)" + value + "," + number);
        EXPECT_EQ(shown.at("refusal"), "identity_not_checked") << value;
    }
}

TEST(Replay, aMissingMaterialThatCantBeReadIsMissingAllTheSame) {
    const std::string head = R"({"item":{"item_id":"A","department":"D","case_type":"one_review_one_approve",)"
                             R"("promised_workdays":3,"materials":[{"seq":1}]},"steps":[{"command":)"
                             R"({"date":"2018-11-05","event":"receive","act":"do","identity_checked":true,)"
                             R"("item_in_force":true,"case_no":"40018000000784",)"
        + byClerk.substr(0, byClerk.size() - 1)
        + R"(}},{"command":{"date":"2018-11-05","event":"accept","act":"do","in_scope":true,"proper_form":true,)"
        + byClerk + R"("missing":)";
    for (const auto& [missing, outcome] : std::map<std::string, std::string> {{"[]", "entries"}, {"null", "entries"},
             {"[1]", "refused"}, {"[\"1\"]", "refused"}, {"[1.5]", "refused"}, {"\"1\"", "refused"}}) {
        const auto answer = replayHistory(head + missing + "}}]}", national());
        ASSERT_TRUE(answer) << missing;
        EXPECT_EQ(json::parse(*answer).at("steps").at(1).at("outcome"), json::string(outcome)) << missing << *answer;
    }
}

TEST(Replay, aRuleWhoseNumberIsLeftOpenIsNoRule) {
    const std::string good
        = R"("event":"receive","act":"do","identity_checked":true,"item_in_force":true,"case_no":"40018000000784")";
    const auto shown = step(byClerk + good,
        R"(,"correction_notice":{"days":null},"extension":{"max_days":null},"statutory":{"days":null,"unit":null})");
    EXPECT_EQ(shown.at("state"), "Received");
}

TEST(Replay, aLineThatCantBeReadIsAnErrorWithItsField) {
    const std::map<std::string, std::string> lines {{"[]", "item"}, {R"({"steps":[]})", "item"},
        {R"({"item":{"case_type":"immediate","promised_workdays":1}})", "steps"},
        {R"({"item":{"case_type":"slow","promised_workdays":1},"steps":[]})", "item/case_type"},
        {R"({"item":{"case_type":"immediate","promised_workdays":0},"steps":[]})", "item/promised_workdays"},
        {R"({"item":{"case_type":"immediate","promised_workdays":1},"steps":[{"command":{"date":"2018-02-30"}}]})",
            "steps/0/command/date"}};
    for (const auto& [line, field] : lines) {
        const auto answer = replayHistory(line, national());
        ASSERT_FALSE(answer) << line;
        EXPECT_EQ(answer.error().arguments.at("field"), field) << line;
    }
    EXPECT_FALSE(replayHistory("{", national()));
    EXPECT_FALSE(replayHistory(std::string(100'000, '['), national()));
    EXPECT_FALSE(replayHistory("\xFF", national()));
}

} // namespace
} // namespace yichuang
