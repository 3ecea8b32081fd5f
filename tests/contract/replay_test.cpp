#include "../domain/csv.h"

#include <yichuang/contract/replay.h>

#include <boost/json.hpp>
#include <gtest/gtest.h>

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

} // namespace
} // namespace yichuang
