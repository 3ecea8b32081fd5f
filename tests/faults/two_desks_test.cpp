// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall_under_fire.h"
#include "plain_database.h"

#include <hall_database.h>

#include <gtest/gtest.h>

#include <sstream>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr std::chrono::milliseconds patience {120'000};

struct Accepted {
    std::string number;
    std::string printed;
};

/// A clerk at the counter takes a case in and accepts it; a chief sits at another workstation. All of it real
/// processes.
class TwoDesks : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        m_hall = std::make_unique<HallUnderFire>(GetParam(), m_folder.path(), 1, true);
        tell(Victim::Counter, "sign liufei", "signed liufei");
        tell(Victim::Chief, "sign caiwen", "signed caiwen");
        process(Victim::Chief).tell("watch");
    }
    ChildProcess& process(Victim who) { return *m_hall->desk(who).process; }
    void tell(Victim who, const std::string& word, const std::string& answer) {
        process(who).tell(word);
        ASSERT_TRUE(process(who).says(answer, patience)) << answer;
    }
    Accepted accept() {
        process(Victim::Counter).tell("accept");
        while (const auto line = process(Victim::Counter).nextLine(patience)) {
            if (!line->starts_with("accepted "))
                continue;
            std::istringstream words(line->substr(9));
            Accepted accepted;
            words >> accepted.number >> accepted.printed;
            return accepted;
        }
        ADD_FAILURE() << "nothing was accepted";
        return {};
    }
    [[nodiscard]] bool chiefSees(const std::string& number) {
        return process(Victim::Chief).says("listed " + number, patience);
    }

    kit::TemporaryFolder m_folder;
    std::unique_ptr<HallUnderFire> m_hall;
};

TEST_P(TwoDesks, whatTheCounterAcceptsIsInTheChiefsList) {
    const Accepted accepted = accept();
    EXPECT_EQ(accepted.number.size(), 14U);
    EXPECT_EQ(accepted.printed, accepted.number);
    EXPECT_TRUE(chiefSees(accepted.number));
}

TEST_P(TwoDesks, whatWasAcceptedWithoutTheCentreArrivesUnderTheNumberThatWasPrinted) {
    const Accepted before = accept();
    EXPECT_TRUE(chiefSees(before.number));
    m_hall->kill(Victim::Centre);
    const Accepted first = accept();
    // The machine is switched off and on; nobody answers at the centre, and the clerk signs in all the same.
    m_hall->kill(Victim::Counter);
    m_hall->start(Victim::Counter);
    ASSERT_TRUE(process(Victim::Counter).says("ready", patience));
    tell(Victim::Counter, "sign liufei", "signed liufei");
    const Accepted second = accept();
    for (const Accepted& accepted : {first, second})
        EXPECT_EQ(accepted.printed, accepted.number);
    EXPECT_NE(first.number, second.number);
    const std::string known
        = "SELECT count(*) FROM stream WHERE case_no IN ('" + first.number + "', '" + second.number + "')";
    EXPECT_EQ(readPlainly(m_hall->address(), known).at(0).at(0), "0");

    m_hall->start(Victim::Centre);
    EXPECT_TRUE(chiefSees(first.number));
    EXPECT_TRUE(chiefSees(second.number));
    m_hall->drain(patience);
    EXPECT_EQ(readPlainly(m_hall->address(), known).at(0).at(0), "2");
    EXPECT_EQ(readPlainly(m_hall->address(), "SELECT count(*) FROM act WHERE verdict <> 'admitted' OR reason <> ''")
                  .at(0)
                  .at(0),
        "0");
    EXPECT_EQ(
        readPlainly(m_hall->address(), "SELECT count(*) FROM stream WHERE stage = 'UnderReview' OR stage = 'Accepted'")
            .at(0)
            .at(0),
        "3");
}

INSTANTIATE_TEST_SUITE_P(
    OnBothDatabases, TwoDesks, testing::ValuesIn(kit::databaseKinds()), [](const auto& kind) { return kind.param; });

} // namespace
