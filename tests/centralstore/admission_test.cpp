// SPDX-License-Identifier: GPL-3.0-or-later
// Steps 1 to 9 of acts.md, one by one, by a hand-written client on both databases.
#include "centre_fixture.h"

#include <fstream>
#include <set>
#include <sstream>
#include <thread>

namespace yichuang::test {
namespace {

using Admission = CentreTest;

TEST_P(Admission, aRepeatedPushReturnsTheFirstVerdict) {
    auto counter = clientAt("w1", {"li"});
    const auto act = counter->takeIn(caseA, "licence", "li");
    const auto wire = counter->outbox().front().bytes.wire();
    const auto first = counter->push().at(act);
    EXPECT_FALSE(first.known);
    ASSERT_EQ(first.positions.size(), 1U);
    for (int i = 0; i < 2; ++i) {
        const auto again = counter->pushRaw(wire);
        ASSERT_TRUE(again);
        auto verdict = again->verdicts.front();
        EXPECT_TRUE(verdict.known);
        verdict.known = false;
        EXPECT_EQ(verdict, first);
        EXPECT_EQ(again->chainNumber, 1);
    }
    counter->look();
    EXPECT_EQ(counter->entriesOf(caseA).size(), 2U);
}

TEST_P(Admission, otherContentUnderTheSameIdIsNotTaken) {
    auto counter = clientAt("w1", {"li"});
    const auto act = counter->takeIn(caseA, "licence", "li");
    counter->push();
    counter->look();
    const auto same = counter->takeIn(caseB, "licence", "li", {[&](ActHead& head) { head.act = act; }, {}, false});
    const auto verdict = counter->push().at(same);
    EXPECT_EQ(verdict.verdict, Verdict::NotTaken);
    EXPECT_EQ(verdict.reason, "other_content");
    counter->look();
    EXPECT_EQ(counter->fetched(caseB).stage, Stage::Draft);
}

TEST_P(Admission, nothingPastAGapIsTaken) {
    auto counter = clientAt("w1", {"li"});
    counter->takeIn(caseNumbered(1), "licence", "li");
    const auto second = counter->takeIn(caseNumbered(2), "licence", "li");
    const auto wire = counter->outbox()[1].bytes.wire();
    auto answer = counter->pushRaw(wire);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->verdicts.front().verdict, Verdict::NotTaken);
    EXPECT_EQ(answer->verdicts.front().reason, "gap");
    EXPECT_EQ(counter->push().at(second).verdict, Verdict::Admitted);
}

TEST_P(Admission, anActOfANewerReleaseWaitsAndIsNotRefused) {
    auto counter = clientAt("w1", {"li"});
    const auto act = counter->takeIn(caseA, "licence", "li", {[](ActHead& head) { head.release = 2; }, {}, false});
    const auto verdict = counter->push().at(act);
    EXPECT_EQ(verdict.verdict, Verdict::NotTaken);
    EXPECT_EQ(verdict.reason, "release");
    EXPECT_EQ(counter->answer().chainNumber, 0);
}

TEST_P(Admission, actsOfAnotherWorkstationAreTakenOnlyAsABranch) {
    auto counter = clientAt("w1", {"li"});
    auto other = clientAt("w2", {});
    counter->takeIn(caseA, "licence", "li");
    const auto answer = other->pushRaw(counter->outbox().front().bytes.wire());
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->verdicts.front().verdict, Verdict::Admitted);
    EXPECT_EQ(centre->chain(counter->id())->number, 0);
    // Its own push then hears what was said already; its chain goes on from there when it enrols anew.
    EXPECT_TRUE(counter->push().begin()->second.known);
}

TEST_P(Admission, aNumberThatWasNotLeasedOpensNoCase) {
    auto counter = clientAt("w1", {"li"});
    auto other = clientAt("w2", {"wang"});
    Step receive {caseA, Event::Receive, "li"};
    receive.facts = counter->receiving("licence");
    receive.facts.caseNo = other->nextNumber();
    const auto act = counter->write({receive});
    const auto verdict = counter->push().at(act);
    EXPECT_EQ(verdict.verdict, Verdict::Refused);
    EXPECT_EQ(verdict.reason, "number_not_leased");
}

TEST_P(Admission, aNumberUsedTwiceInOneBatchClashes) {
    auto counter = clientAt("w1", {"li"});
    Step one {caseA, Event::Receive, "li"};
    one.facts = counter->receiving("licence");
    Step two {caseB, Event::Receive, "li"};
    two.facts = one.facts;
    counter->write({one});
    const auto second = counter->write({two});
    const auto print = counter->write({{caseB, Event::Printed, "li"}});
    const auto verdicts = counter->push();
    EXPECT_EQ(verdicts.at(second).verdict, Verdict::NumberClash);
    // The receipt was printed all the same.
    EXPECT_EQ(verdicts.at(print).verdict, Verdict::Admitted) << verdicts.at(print).reason;
}

TEST_P(Admission, whatNoHonestWorkstationSendsIsRefused) {
    auto counter = clientAt("w1", {"li"});
    const auto refusal = [&](const ActId& act) {
        const auto verdict = counter->push().at(act);
        EXPECT_EQ(verdict.verdict, Verdict::Refused);
        return verdict.reason;
    };
    counter->takeIn(caseA, "licence", "li");
    counter->push();
    counter->look();
    const auto own = [&](const Bend& bend) {
        Step receive {caseNumbered(static_cast<int>(counter->outbox().size()) + 50), Event::Receive, "li"};
        receive.facts = counter->receiving("licence");
        return counter->write({receive}, bend);
    };
    EXPECT_EQ(refusal(own({{}, [](Entry& entry) { entry.set.windowEnd = parseIsoDate("2019-11-19"); }, false})),
        "facts_differ");
    EXPECT_EQ(refusal(own({{}, [](Entry& entry) { entry.actor.role = Role::System; }, false})), "not_permitted");
    EXPECT_EQ(refusal(own({{}, [](Entry& entry) { entry.facts.window = WindowId("w2"); }, false})), "wrong_window");
    EXPECT_EQ(
        refusal(own({{}, [](Entry& entry) { entry.set.calendarVersion = "2018.7"; }, false})), "calendar_unknown");
    EXPECT_EQ(
        refusal(own({{}, [](Entry& entry) { entry.date = parseIsoDate("2018-11-18").value(); }, false})), "date_order");
    EXPECT_EQ(refusal(counter->write({{caseNumbered(90), Event::Accept, "li"}}, {{}, {}, true})), "bad_state");
    const auto unknown = [](ActHead& head) {
        for (auto& entry : head.entries) {
            entry.base = EntryId {ActId("0190c300-0000-7000-8000-0000000000ff"), 0};
        }
    };
    EXPECT_EQ(refusal(counter->write({{caseA, Event::Withdraw, "li"}}, {unknown, {}, false})), "base_unknown");
}

TEST_P(Admission, aDateInTheFutureIsRefused) {
    auto counter = clientAt("w1", {"li"});
    counter->takeIn(caseA, "licence", "li");
    counter->push();
    counter->look();
    const auto act = counter->write({{caseA, Event::Withdraw, "li"}},
        {[](ActHead& head) { head.correctedTime += 24LL * 3'600 * 1'000; }, {}, false});
    EXPECT_EQ(counter->push().at(act).verdict, Verdict::Refused);
    // And does not make what follows look as if time had gone back.
    counter->forget(caseA);
    const auto next = counter->write({{caseA, Event::Withdraw, "li"}});
    EXPECT_EQ(counter->push().at(next).verdict, Verdict::Admitted);
}

TEST_P(Admission, aCatalogueVersionReplacedMeanwhileIsKeptByTheCase) {
    auto counter = clientAt("w1", {"li"});
    clock.advance(std::chrono::minutes(1));
    publish({std::make_shared<const Item>(itemOfKind(CaseType::Commitment, "licence", healthDepartment, 2))});
    clock.advance(std::chrono::minutes(1));
    const auto act = counter->takeIn(caseA, "licence", "li");
    EXPECT_EQ(counter->push().at(act).verdict, Verdict::Admitted);
    counter->look();
    EXPECT_EQ(counter->fetched(caseA).itemVersion, 1);
    EXPECT_FALSE(counter->fetched(caseA).irregular);
}

TEST_P(Admission, aRestoredHallHeadThatNobodyKnowsIsJudgedAsOfReceipt) {
    auto counter = clientAt("w1", {"li"});
    counter->takeIn(caseA, "licence", "li", {[](ActHead& head) { head.seen.hash = hashText("elsewhere"); }, {}, false});
    const auto verdict = counter->push().begin()->second;
    EXPECT_EQ(verdict.verdict, Verdict::Admitted);
    EXPECT_EQ(verdict.reason, "received_only");
}

TEST_P(Admission, twoCentresAdmitIntoTwoScopesWhileSilenceRunsBeside) {
    const auto otherStore = CentralStore::open(database.address()).value();
    Centre otherCentre(otherStore, clock);
    std::vector<std::unique_ptr<HandClient>> clients;
    clients.push_back(clientAt("w1", {"li"}));
    clients.push_back(std::make_unique<HandClient>(otherCentre, clock, WindowId("w4")));
    clients.back()->signIn("sun");
    clients.back()->look();
    // Cases whose window is over, for silence to speak of.
    for (int i = 0; i < 20; ++i) {
        clients[0]->receive(caseNumbered(900 + i), "licence", "li");
    }
    clients[0]->push();
    clock.setMorning("2018-12-03");
    clients[0]->say();
    clients[1]->say();
    constexpr int each = 60;
    for (int i = 0; i < each; ++i) {
        clients[0]->takeIn(caseNumbered(i), "licence", "li");
        clients[1]->takeIn(caseNumbered(500 + i), "market-licence", "sun");
    }
    const auto pushOneByOne = [](HandClient& client) {
        for (const auto& act : std::vector<SignedAct>(client.outbox())) {
            const auto answer = client.pushRaw(act.bytes.wire());
            ASSERT_TRUE(answer) << answer.error().code << answer.error().detail;
            ASSERT_EQ(answer->verdicts.front().verdict, Verdict::Admitted);
        }
    };
    int spoken = 0;
    std::thread first([&] { pushOneByOne(*clients[0]); });
    std::thread second([&] { pushOneByOne(*clients[1]); });
    std::thread silence([&] {
        for (int i = 0; i < 5; ++i) {
            const auto written = otherCentre.writeSilence();
            ASSERT_TRUE(written) << written.error().code << written.error().detail;
            spoken += *written;
        }
    });
    first.join();
    second.join();
    silence.join();
    EXPECT_EQ(spoken, 20);
    clients[0]->look();
    clients[1]->look();
    for (int i = 0; i < each; ++i) {
        EXPECT_EQ(clients[0]->fetched(caseNumbered(i)).stage, Stage::Accepted);
        EXPECT_EQ(clients[1]->fetched(caseNumbered(500 + i)).stage, Stage::Accepted);
    }
}

TEST_P(Admission, whatIsWrittenAfterAContactIsDatedAfterItHoweverLateTheContactCameIn) {
    auto counter = clientAt("w1", {"li"});
    const auto saidAt = clock.milliseconds();
    clock.advance(std::chrono::minutes(5));
    const auto honest = counter->takeIn(caseA, "licence", "li");
    clock.advance(std::chrono::minutes(5));
    // The request that says "nothing written yet" was ten minutes on its way, and the act was written meanwhile.
    ASSERT_TRUE(centre->recordContact(counter->id(), 0, saidAt));
    const auto verdict = counter->push().at(honest);
    EXPECT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
    EXPECT_EQ(verdict.reason, "");

    ASSERT_TRUE(centre->recordContact(counter->id(), 1, clock.milliseconds()));
    const auto backDate = [&](ActHead& head) {
        head.correctedTime = clock.milliseconds() - 60'000;
        head.deviceTime = head.correctedTime;
    };
    const auto late = counter->takeIn(caseB, "licence", "li", {backDate, {}, false});
    EXPECT_EQ(counter->push().at(late).reason, "received_only");
}

TEST_P(Admission, silenceWaitsForEveryWorkstationThatMightHaveActed) {
    auto counter = clientAt("w1", {"li"});
    auto idle = clientAt("w2", {"wang"});
    auto elsewhere = clientAt("w4", {"sun"});
    counter->receive(caseA, "licence", "li");
    counter->push();
    clock.setMorning("2018-11-27");
    EXPECT_EQ(centre->writeSilence().value(), 0);
    counter->say();
    EXPECT_EQ(centre->writeSilence().value(), 0);
    idle->say(1); // it has written an act that has not come in yet
    EXPECT_EQ(centre->writeSilence().value(), 0);
    idle->takeIn(caseB, "licence", "wang");
    idle->push();
    EXPECT_EQ(centre->writeSilence().value(), 1);
    EXPECT_EQ(centre->writeSilence().value(), 0);
    counter->look();
    EXPECT_EQ(counter->fetched(caseA).stage, Stage::Accepted);
    EXPECT_EQ(counter->fetched(caseA).acceptedOn, parseIsoDate("2018-11-19"));
}

TEST_P(Admission, aLapseThatAClerkConfirmsIsAnsweredByTheCentre) {
    auto counter = clientAt("w1", {"li"});
    Step receive {caseA, Event::Receive, "li"};
    receive.facts = counter->receiving("licence");
    counter->write({receive, {caseA, Event::RequestCorrection, "li"}});
    counter->push();
    clock.setMorning("2019-02-01");
    counter->say();
    EXPECT_EQ(centre->writeSilence().value(), 0);
    counter->look();
    counter->write({{caseA, Event::LapseConfirmed, "li"}});
    counter->push();
    EXPECT_EQ(centre->writeSilence().value(), 1);
    counter->look();
    EXPECT_EQ(counter->fetched(caseA).stage, Stage::Terminated);
    // Thirty calendar days later it goes to the archive.
    clock.setMorning("2019-03-04");
    counter->say();
    EXPECT_EQ(centre->writeSilence().value(), 1);
    counter->look();
    EXPECT_EQ(counter->fetched(caseA).stage, Stage::Archived);
}

/// Every cell of the hand-written table that is not lawful, pushed by somebody who has all roles and mandates.
TEST_P(Admission, everyForbiddenTransitionIsRefusedWhoeverPushesIt) {
    std::set<Role> roles {Role::WindowClerk, Role::IntegratedClerk, Role::Reviewer, Role::ChiefRepresentative,
        Role::IssuingWindow, Role::ProjectAgent, Role::HallManager, Role::Supervisor, Role::ComplaintOfficer,
        Role::CatalogueAdministrator, Role::SystemAdministrator, Role::Citizen};
    publish({Person {PersonId("all"), "测全", healthDepartment, roles, false}, mandateFor("all", MandateKind::Decide),
        mandateFor("all", MandateKind::Intake), mandateFor("all", MandateKind::Immediate)});
    auto counter = clientAt("w1", {"li", "zhang", "chen", "wu", "all"});
    std::map<std::tuple<std::string, std::string, std::string>, std::set<std::string>> lawful;
    {
        std::ifstream file(YICHUANG_FIXTURES "/lawful-transitions.csv");
        ASSERT_TRUE(file);
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            std::vector<std::string> cells;
            std::stringstream row(line);
            for (std::string cell; std::getline(row, cell, ',');) {
                cells.push_back(cell);
            }
            std::stringstream words(cells.at(4));
            for (std::string word; words >> word;) {
                lawful[{cells[0], cells[1], cells[2]}].insert(word);
            }
        }
    }
    const auto chief = Role::ChiefRepresentative;
    const auto reviewer = Role::Reviewer;
    using Path = std::vector<Step>;
    const auto opened = [&](Path rest) {
        Step receive {{}, Event::Receive, "li"};
        receive.facts = counter->receiving("licence");
        rest.insert(rest.begin(), receive);
        return rest;
    };
    const Path toReview {
        {{}, Event::Accept, "li"}, {{}, Event::Assign, "chen", chief}, {{}, Event::StartReview, "zhang", reviewer}};
    const auto after = [&](Path path, const Path& more) {
        path.insert(path.end(), more.begin(), more.end());
        return path;
    };
    const auto toDecision = after(toReview, {{{}, Event::SubmitOpinion, "zhang", reviewer}});
    const auto toGrant = after(toDecision, {{{}, Event::Grant, "chen", chief}});
    const auto toResult = after(toGrant, {{{}, Event::IssueResult, "wu", Role::IssuingWindow}});
    const std::vector<std::pair<Stage, Path>> paths {{Stage::Received, opened({})},
        {Stage::AwaitingCorrection, opened({{{}, Event::RequestCorrection, "li"}})},
        {Stage::Accepted, opened({{{}, Event::Accept, "li"}})}, {Stage::UnderReview, opened(toReview)},
        {Stage::PendingDecision, opened(toDecision)},
        {Stage::SpecialProcedure,
            opened(after(toReview,
                {{{}, Event::StartSpecial, "zhang", reviewer, CommandAct::Request},
                    {{}, Event::StartSpecial, "chen", chief, CommandAct::Approve}}))},
        {Stage::Suspended,
            opened(after(toReview,
                {{{}, Event::Suspend, "zhang", reviewer, CommandAct::Request},
                    {{}, Event::Suspend, "chen", chief, CommandAct::Approve}}))},
        {Stage::Granted, opened(toGrant)},
        {Stage::Refused, opened(after(toDecision, {{{}, Event::Refuse, "chen", chief}}))},
        {Stage::ResultReady, opened(toResult)},
        {Stage::Delivered, opened(after(toResult, {{{}, Event::Deliver, "wu", Role::IssuingWindow}}))},
        {Stage::Withdrawn, opened({{{}, Event::Withdraw, "li"}})},
        {Stage::Terminated, opened({{{}, Event::Terminate, "chen", chief}})}};
    int tried = 0;
    int number = 0;
    for (const auto& [stage, path] : paths) {
        const auto stream = caseNumbered(++number);
        for (auto step : path) {
            step.stream = stream;
            counter->write({step});
        }
        for (const auto& [act, verdict] : counter->push()) {
            ASSERT_EQ(verdict.verdict, Verdict::Admitted) << toText(stage) << " " << verdict.reason;
        }
        counter->look();
        ASSERT_EQ(counter->fetched(stream).stage, stage);
        const auto stood = counter->fetched(stream);
        std::map<ActId, std::string> cells;
        for (const auto event : allEvents()) {
            if (event > Event::DeclareInterest || event == Event::DeclareInterest) {
                continue;
            }
            for (const auto act : {CommandAct::Do, CommandAct::Request, CommandAct::Approve, CommandAct::Decline}) {
                if ((act == CommandAct::Do) == takesTwoEntries(event)) {
                    continue;
                }
                const auto found
                    = lawful.find({std::string(toText(event)), std::string(toText(act)), std::string(toText(stage))});
                for (const auto role : roles) {
                    if (found != lawful.end() && found->second.contains(std::string(toText(role)))) {
                        continue;
                    }
                    Bend bend;
                    bend.lawless = true;
                    bend.head = [](ActHead& head) {
                        for (auto& entry : head.entries) {
                            entry.after.reset();
                        }
                    };
                    Step step {stream, event, "all", role, act};
                    if (event == Event::Receive) {
                        step.facts = counter->receiving("licence");
                    }
                    cells[counter->write({step}, bend)] = std::string(toText(event)) + "." + std::string(toText(act))
                        + " " + std::string(toText(role)) + " in " + std::string(toText(stage));
                    counter->forget(stream);
                    ++tried;
                }
            }
        }
        for (const auto& [act, verdict] : counter->push()) {
            ASSERT_EQ(verdict.verdict, Verdict::Refused) << cells[act];
        }
        counter->look();
        EXPECT_EQ(counter->fetched(stream), stood);
    }
    EXPECT_GT(tried, 4'000);
}

CENTRE_TESTS(Admission);

} // namespace
} // namespace yichuang::test
