// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/kit/central_database.h>
#include <yichuang/kit/hand_client.h>

#include <yichuang/centralstore/store.h>

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace yichuang::test {

/// A furnished centre on a fresh database of the kind that the test is run for. It is nine o'clock on 19 November 2018.
class CentreTest : public testing::TestWithParam<std::string> {
protected:
    CentreTest()
        : database(GetParam())
        , clock(startOfDayInShanghai(parseIsoDate("2018-11-19").value()) + std::chrono::hours(9)) {
        store = CentralStore::open(database.address()).value();
        centre = std::make_unique<Centre>(store, clock);
        furnish(*centre);
    }
    /// What `verify` says first, empty if all is sound.
    [[nodiscard]] std::string firstFault(const std::vector<SignedHead>& heads = {}) const {
        const auto report = centre->verify(heads);
        if (!report) {
            return report.error().code + " " + report.error().detail;
        }
        if (!report->first) {
            return {};
        }
        std::string text = report->first->code;
        for (const auto& [name, value] : report->first->arguments) {
            text += " " + name + "=" + value;
        }
        return text;
    }
    void TearDown() override {
        if (sound) {
            EXPECT_EQ(firstFault(), "");
        }
    }
    std::unique_ptr<HandClient> clientAt(const std::string& window, const std::vector<std::string>& people) {
        auto client = std::make_unique<HandClient>(*centre, clock, WindowId(window));
        for (const auto& person : people) {
            client->signIn(person);
        }
        client->look();
        return client;
    }
    /// Writes hall facts and expects no problem.
    void publish(const std::vector<HallFact>& facts) {
        const auto report = centre->write(facts);
        ASSERT_TRUE(report) << report.error().code;
        ASSERT_TRUE(report->problems.empty()) << report->problems.front().code;
    }
    void tomorrow(int days = 1) { clock.advance(std::chrono::hours(24 * days)); }

    CentralDatabase database;
    SetClock clock;
    std::shared_ptr<CentralStore> store;
    std::unique_ptr<Centre> centre;
    bool sound = true; ///< the database is to be whole at the end
};

inline constexpr const char* caseA = "case:0190c300-0000-7000-8000-00000000000a";
inline constexpr const char* caseB = "case:0190c300-0000-7000-8000-00000000000b";
[[nodiscard]] inline std::string caseNumbered(int n) {
    std::string digits = std::to_string(n);
    return "case:0190c300-0000-7000-8001-" + std::string(12 - digits.size(), '0') + digits;
}

#define CENTRE_TESTS(Suite)                                                                                            \
    INSTANTIATE_TEST_SUITE_P(, Suite, testing::ValuesIn(yichuang::test::centralDatabaseKinds()),                       \
        [](const testing::TestParamInfo<std::string>& one) { return one.param; })

} // namespace yichuang::test
