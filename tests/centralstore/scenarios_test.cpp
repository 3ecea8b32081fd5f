// SPDX-License-Identifier: GPL-3.0-or-later
// The scenarios at the end of acts.md that the centre decides, each on both databases, by a hand-written client.
#include "centre_fixture.h"

namespace yichuang::test {
namespace {

using Scenarios = CentreTest;

/// li takes caseA in, with what she does in the same act; both desks have seen it.
void takeInKnownToBoth(HandClient& first, HandClient& second, const std::vector<Step>& then = {}) {
    Step receive {caseA, Event::Receive, "li"};
    receive.facts = first.receiving("licence");
    std::vector<Step> steps {receive};
    steps.insert(steps.end(), then.begin(), then.end());
    first.write(steps);
    first.push();
    first.look();
    second.look();
}

TEST_P(Scenarios, acceptanceAndCorrectionNoticeApart) {
    auto first = clientAt("w1", {"li"});
    auto second = clientAt("w2", {"wang"});
    takeInKnownToBoth(*first, *second);
    first->write({{caseA, Event::Accept, "li"}});
    const auto notice = second->write({{caseA, Event::RequestCorrection, "wang"}});
    for (const auto& [act, verdict] : first->push()) {
        EXPECT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
    }
    const auto verdict = second->push().at(notice);
    EXPECT_EQ(verdict.verdict, Verdict::Refused);
    EXPECT_EQ(verdict.reason, "bad_state");
    ASSERT_EQ(verdict.states.size(), 1U);
    EXPECT_EQ(verdict.states.front().stage, "Accepted");
    EXPECT_EQ(verdict.states.front().lastType, "accept");
    EXPECT_EQ(verdict.states.front().lastPerson, PersonId("li"));
    // The other window sees the refused act too.
    first->look();
    EXPECT_EQ(first->lines().back().kind, LineKind::Refused);
    EXPECT_EQ(first->lines().back().subject, notice.value());
}

/// A case that is with the chief: taken in, assigned, reviewed.
void bringToDecision(HandClient& client, const std::string& stream) {
    client.takeIn(stream, "licence", "li");
    client.push();
    client.look();
    client.write({{stream, Event::Assign, "chen", Role::ChiefRepresentative}});
    client.write({{stream, Event::StartReview, "zhang", Role::Reviewer}});
    client.write({{stream, Event::SubmitOpinion, "zhang", Role::Reviewer}});
    for (const auto& [act, verdict] : client.push()) {
        ASSERT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
    }
    client.look();
    ASSERT_EQ(client.fetched(stream).stage, Stage::PendingDecision);
}

TEST_P(Scenarios, withdrawalAgainstGrant) {
    auto counter = clientAt("w1", {"li", "zhang", "chen"});
    auto chief = clientAt("w2", {"chen"});
    bringToDecision(*counter, caseA);
    chief->look();
    counter->write({{caseA, Event::Withdraw, "li"}});
    const auto grant = chief->write({{caseA, Event::Grant, "chen", Role::ChiefRepresentative}});
    counter->push();
    const auto verdict = chief->push().at(grant);
    EXPECT_EQ(verdict.verdict, Verdict::Refused);
    EXPECT_EQ(verdict.states.front().stage, "Withdrawn");

    bringToDecision(*counter, caseB);
    chief->look();
    const auto withdraw = counter->write({{caseB, Event::Withdraw, "li"}});
    chief->write({{caseB, Event::Grant, "chen", Role::ChiefRepresentative}});
    chief->push();
    const auto other = counter->push().at(withdraw);
    EXPECT_EQ(other.verdict, Verdict::Refused);
    EXPECT_EQ(other.states.front().stage, "Granted");
}

TEST_P(Scenarios, extensionAgainstSpecialProcedureInBothOrders) {
    auto counter = clientAt("w1", {"li", "zhang", "chen"});
    auto chief = clientAt("w2", {"chen"});
    for (const bool specialFirst : {true, false}) {
        const std::string stream = specialFirst ? caseA : caseB;
        bringToDecision(*counter, stream);
        counter->write({{stream, Event::StartSpecial, "zhang", Role::Reviewer, CommandAct::Request}});
        counter->write({{stream, Event::Extend, "zhang", Role::Reviewer, CommandAct::Request}});
        counter->push();
        counter->look();
        chief->look();
        const auto special
            = counter->write({{stream, Event::StartSpecial, "chen", Role::ChiefRepresentative, CommandAct::Approve}});
        const auto extension
            = chief->write({{stream, Event::Extend, "chen", Role::ChiefRepresentative, CommandAct::Approve}});
        auto& one = specialFirst ? *counter : *chief;
        auto& two = specialFirst ? *chief : *counter;
        auto verdicts = one.push();
        verdicts.merge(two.push());
        EXPECT_EQ(verdicts.at(special).verdict, Verdict::Admitted) << verdicts.at(special).reason;
        EXPECT_EQ(verdicts.at(extension).verdict, Verdict::Admitted) << verdicts.at(extension).reason;
        counter->look();
        const auto state = counter->fetched(stream);
        EXPECT_EQ(state.stage, Stage::SpecialProcedure);
        EXPECT_TRUE(state.extended);
        EXPECT_EQ(state.extensionDays, 5);
        ASSERT_EQ(state.pauses.size(), 1U);
        tomorrow();
    }
}

TEST_P(Scenarios, twoWindowsEachWithPartOfTheListedDefects) {
    auto first = clientAt("w1", {"li"});
    auto second = clientAt("w2", {"wang"});
    takeInKnownToBoth(*first, *second, {{caseA, Event::RequestCorrection, "li"}});
    tomorrow();
    Step one {caseA, Event::Resubmit, "li"};
    one.facts.supplied = {1};
    Step two {caseA, Event::Resubmit, "wang"};
    two.facts.supplied = {2};
    first->write({one});
    clock.advance(std::chrono::hours(2));
    const auto addition = second->write({two});
    first->push();
    const auto verdict = second->push().at(addition);
    EXPECT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
    first->look();
    const auto state = first->fetched(caseA);
    EXPECT_EQ(state.stage, Stage::Received);
    EXPECT_TRUE(state.openDefects.empty());
    EXPECT_EQ(state.resubmittedOn, parseIsoDate("2018-11-20"));
}

TEST_P(Scenarios, anActRefusedInMidOutboxTakesItsFollowersWithItAndNothingElse) {
    auto first = clientAt("w1", {"li"});
    auto second = clientAt("w2", {"wang"});
    takeInKnownToBoth(*first, *second);
    first->write({{caseA, Event::Withdraw, "li"}});
    first->push();

    const auto notice = second->write({{caseA, Event::RequestCorrection, "wang"}});
    const auto follower = second->write({{caseA, Event::Resubmit, "wang"}});
    const auto other = second->takeIn(caseB, "licence", "wang");
    const auto print = second->write({{caseA, Event::Printed, "wang"}});
    const auto verdicts = second->push();
    EXPECT_EQ(verdicts.at(notice).verdict, Verdict::Refused);
    EXPECT_EQ(verdicts.at(follower).verdict, Verdict::Refused);
    EXPECT_EQ(verdicts.at(follower).reason, "follows_refused");
    EXPECT_EQ(verdicts.at(other).verdict, Verdict::Admitted);
    EXPECT_EQ(verdicts.at(print).verdict, Verdict::Admitted);
    EXPECT_EQ(second->answer().chainNumber, 4);
}

TEST_P(Scenarios, whatWasTakenInWhileItsGroundWentIsTakenInAsIrregular) {
    auto counter = clientAt("w1", {"li", "wang"});
    auto reader = clientAt("w2", {});
    clock.advance(std::chrono::minutes(10));
    publish({ItemRepealed {ItemId("permit")}});
    Person li {PersonId("li"), "测li", healthDepartment, {Role::WindowClerk, Role::IssuingWindow}, true};
    publish({li});
    auto ended = mandateFor("zhao", MandateKind::Intake);
    ended.revoked = true;
    auto integrated = clientAt("w3", {"zhao"});
    publish({ended});
    clock.advance(std::chrono::minutes(10));

    struct Expected {
        std::string stream;
        ActId act;
        std::string ground;
    };
    std::vector<Expected> expected;
    expected.push_back({caseNumbered(1), counter->takeIn(caseNumbered(1), "permit", "wang"), "item_not_in_force"});
    expected.push_back({caseNumbered(2), counter->takeIn(caseNumbered(2), "licence", "li"), "person_disabled"});
    Step receive {caseNumbered(3), Event::Receive, "zhao", Role::IntegratedClerk};
    receive.facts = integrated->receiving("licence");
    expected.push_back({caseNumbered(3),
        integrated->write({receive, {caseNumbered(3), Event::Accept, "zhao", Role::IntegratedClerk}}), "no_mandate"});
    auto verdicts = counter->push();
    verdicts.merge(integrated->push());
    reader->look();
    for (const auto& one : expected) {
        EXPECT_EQ(verdicts.at(one.act).verdict, Verdict::Admitted) << one.ground << " " << verdicts.at(one.act).reason;
        EXPECT_TRUE(reader->fetched(one.stream).irregular) << one.ground;
        const auto entries = reader->entriesOf(one.stream);
        ASSERT_EQ(entries.size(), 3U);
        EXPECT_EQ(entries.back().event, Event::Irregular);
        EXPECT_EQ(entries.back().facts.ground, one.ground);
    }
    // An act on a case that is there already is no new case: after the clerk was disabled it is refused.
    counter->look();
    const auto late = counter->write({{caseNumbered(1), Event::Withdraw, "li"}}, {{}, {}, true});
    EXPECT_EQ(counter->push().at(late).verdict, Verdict::Refused);
}

TEST_P(Scenarios, whatWasDoneBeforeTheClerkWasDisabledStands) {
    auto counter = clientAt("w1", {"li"});
    const auto act = counter->takeIn(caseA, "licence", "li");
    clock.advance(std::chrono::minutes(10));
    publish({Person {PersonId("li"), "测li", healthDepartment, {Role::WindowClerk}, true}});
    clock.advance(std::chrono::minutes(10));
    EXPECT_EQ(counter->push().at(act).verdict, Verdict::Admitted);
    counter->look();
    EXPECT_FALSE(counter->fetched(caseA).irregular);
}

TEST_P(Scenarios, aBackDatedActWithLastWeeksSeenIsJudgedAsOfItsReceipt) {
    auto counter = clientAt("w1", {"li"});
    const auto week = std::chrono::hours(24 * 7);
    const auto lastWeek = clock.now();
    clock.advance(std::chrono::minutes(10));
    publish({ItemRepealed {ItemId("permit")},
        Person {PersonId("li"), "测li", healthDepartment, {Role::WindowClerk}, true}});
    clock.set(lastWeek + week);
    counter->say();
    clock.advance(std::chrono::minutes(5));
    // It claims to have been written before the clerk was disabled, and has not looked since.
    const auto backDate = [&](ActHead& head) {
        head.correctedTime = toMilliseconds(lastWeek) + 1'000;
        head.deviceTime = head.correctedTime;
    };
    const auto act = counter->takeIn(caseA, "permit", "li", {backDate, {}, false});
    const auto verdict = counter->push().at(act);
    EXPECT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
    EXPECT_EQ(verdict.reason, "received_only");
    auto reader = clientAt("w2", {});
    EXPECT_EQ(reader->fetched(caseA).stage, Stage::Received);
    EXPECT_TRUE(reader->fetched(caseA).irregular);
    // And nothing of an open case moves by a date that is long past.
    const auto withdraw = counter->write({{caseA, Event::Withdraw, "li"}}, {backDate, {}, true});
    EXPECT_EQ(counter->push().at(withdraw).verdict, Verdict::Refused);
}

TEST_P(Scenarios, aDamagedActInTheOutboxIsKeptAndTheNextOnesGoOn) {
    auto counter = clientAt("w1", {"li"});
    const auto damaged = counter->takeIn(caseNumbered(1), "licence", "li");
    const auto next = counter->takeIn(caseNumbered(2), "licence", "li");
    auto& facts = counter->outbox().front().bytes.bodies.front().facts;
    facts[facts.find("400")] = '5';
    auto verdicts = counter->push();
    EXPECT_EQ(verdicts.at(damaged).verdict, Verdict::BadAct);
    EXPECT_EQ(verdicts.at(damaged).reason, "hash");
    EXPECT_EQ(verdicts.at(next).verdict, Verdict::Admitted) << verdicts.at(next).reason;

    const auto forged = counter->takeIn(caseNumbered(3), "licence", "li");
    const auto after = counter->takeIn(caseNumbered(4), "licence", "li");
    forge(counter->outbox().front());
    verdicts = counter->push();
    EXPECT_EQ(verdicts.at(forged).verdict, Verdict::BadAct);
    EXPECT_EQ(verdicts.at(forged).reason, "signature");
    EXPECT_EQ(verdicts.at(after).verdict, Verdict::Admitted) << verdicts.at(after).reason;
    counter->look();
    EXPECT_EQ(counter->fetched(caseNumbered(1)).stage, Stage::Draft);
}

TEST_P(Scenarios, anActByAnotherPersonSlippedIntoTheFileIsNoAct) {
    auto counter = clientAt("w1", {"li", "wang"});
    counter->takeIn(caseNumbered(1), "licence", "li");
    // Somebody with the file, but without her key, writes in her name and signs with his own.
    const auto slipped = counter->takeIn(caseNumbered(2), "licence", "wang",
        {[](ActHead& head) {
             head.person = PersonId("li");
             for (auto& entry : head.entries) {
                 (void)entry;
             }
         },
            [](Entry& entry) { entry.actor.id = PersonId("li"); }, false});
    const auto honest = counter->takeIn(caseNumbered(3), "licence", "wang");
    const auto verdicts = counter->push();
    EXPECT_EQ(verdicts.at(slipped).verdict, Verdict::BadAct);
    EXPECT_EQ(verdicts.at(slipped).reason, "key_of_other");
    EXPECT_EQ(verdicts.at(honest).verdict, Verdict::Admitted) << verdicts.at(honest).reason;
}

TEST_P(Scenarios, yesterdaysImageHandsInItsTailAsABranch) {
    auto counter = clientAt("w1", {"li"});
    counter->takeIn(caseNumbered(1), "licence", "li");
    counter->push();
    counter->look();
    const auto yesterday = counter->clone();
    counter->takeIn(caseNumbered(2), "licence", "li");
    counter->push();
    tomorrow();

    // Restored, it prints receipts before its first contact: the same number is on paper twice.
    const auto clash = yesterday->takeIn(caseNumbered(3), "licence", "li");
    const auto fresh = yesterday->takeIn(caseNumbered(4), "licence", "li");
    const auto refused = yesterday->push();
    EXPECT_EQ(refused.at(clash).verdict, Verdict::NotTaken);
    EXPECT_EQ(refused.at(clash).reason, "chain");
    EXPECT_GT(centre->chain(yesterday->id())->number, 1);

    std::string tail;
    for (const auto& act : yesterday->outbox()) {
        tail += act.bytes.wire();
    }
    auto anew = clientAt("w1", {"li"});
    const auto answer = anew->pushRaw(tail);
    ASSERT_TRUE(answer) << answer.error().code;
    ASSERT_EQ(answer->verdicts.size(), 2U);
    EXPECT_EQ(answer->verdicts[0].verdict, Verdict::NumberClash);
    EXPECT_EQ(answer->verdicts[1].verdict, Verdict::Admitted) << answer->verdicts[1].reason;
    EXPECT_EQ(answer->verdicts[1].act, fresh);
    // Told once, told for ever.
    const auto again = anew->pushRaw(tail);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->verdicts[0].known);
    EXPECT_EQ(again->verdicts[0].verdict, Verdict::NumberClash);
    EXPECT_EQ(again->verdicts[1].verdict, Verdict::Admitted);
    // Its own work goes on in a chain of its own, the clashing case opened anew under another number.
    anew->takeIn(caseNumbered(5), "licence", "li");
    for (const auto& [act, verdict] : anew->push()) {
        EXPECT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
    }
}

TEST_P(Scenarios, aCloneFindsOutAtItsFirstPush) {
    auto counter = clientAt("w1", {"li"});
    counter->takeIn(caseNumbered(1), "licence", "li");
    counter->push();
    counter->look();
    const auto clone = counter->clone();
    counter->takeIn(caseNumbered(2), "licence", "li");
    const auto twin = clone->takeIn(caseNumbered(3), "licence", "li");
    for (const auto& [act, verdict] : counter->push()) {
        EXPECT_EQ(verdict.verdict, Verdict::Admitted);
    }
    EXPECT_EQ(clone->push().at(twin).verdict, Verdict::NotTaken);
    EXPECT_EQ(clone->answer().chainNumber, 2);
    auto anew = clientAt("w1", {"li"});
    const auto answer = anew->pushRaw(clone->outbox().front().bytes.wire());
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->verdicts.front().verdict, Verdict::NumberClash);
}

TEST_P(Scenarios, aTimelyAcceptanceThatRestsOnAWaitingAmendTakesSilenceBack) {
    auto counter = clientAt("w1", {"li"});
    counter->receive(caseA, "licence", "li");
    counter->push();
    counter->look();
    // The window ends on 26 November; that day it is heard for the last time; three days later silence speaks.
    clock.setMorning("2018-11-26");
    counter->say();
    clock.advance(std::chrono::hours(1));
    const auto amend = counter->write({{caseA, Event::Amend, "li"}});
    const auto acceptance = counter->write({{caseA, Event::Accept, "li"}});
    clock.setMorning("2018-11-27");
    EXPECT_EQ(centre->writeSilence().value(), 0);
    clock.setMorning("2018-11-30");
    EXPECT_EQ(centre->writeSilence().value(), 1);
    auto reader = clientAt("w2", {});
    EXPECT_TRUE(reader->fetched(caseA).deemedAccepted);
    EXPECT_EQ(reader->fetched(caseA).dayZero, parseIsoDate("2018-11-19"));

    const auto verdicts = counter->push();
    EXPECT_EQ(verdicts.at(amend).verdict, Verdict::Admitted) << verdicts.at(amend).reason;
    EXPECT_EQ(verdicts.at(acceptance).verdict, Verdict::Admitted) << verdicts.at(acceptance).reason;
    reader->look();
    const auto state = reader->fetched(caseA);
    EXPECT_EQ(state.stage, Stage::Accepted);
    EXPECT_EQ(state.dayZero, parseIsoDate("2018-11-26"));
    EXPECT_FALSE(state.deemedAccepted);
    const auto entries = reader->entriesOf(caseA);
    EXPECT_TRUE(std::any_of(entries.begin(), entries.end(),
        [](const Entry& entry) { return entry.event == Event::AnnulDeemed && entry.facts.target; }));
}

TEST_P(Scenarios, whereSomebodyBuiltOnTheSilenceItIsTheChiefsConflict) {
    auto counter = clientAt("w1", {"li"});
    auto chief = clientAt("w2", {"chen", "zhang"});
    counter->receive(caseA, "licence", "li");
    counter->push();
    counter->look();
    clock.setMorning("2018-11-26");
    counter->say();
    const auto acceptance = counter->write({{caseA, Event::Accept, "li"}});
    clock.setMorning("2018-11-30");
    EXPECT_EQ(centre->writeSilence().value(), 1);
    chief->look();
    chief->write({{caseA, Event::Assign, "chen", Role::ChiefRepresentative}});
    chief->push();
    const auto verdict = counter->push().at(acceptance);
    EXPECT_EQ(verdict.verdict, Verdict::Refused);
    EXPECT_EQ(verdict.reason, "bad_state");
}

TEST_P(Scenarios, aHolidayNoticeComesWhileThirtyOutboxesWait) {
    // The year's calendar was entered as provisional; the notice moves the dates of the cases that wait.
    clock.setMorning("2027-01-04");
    publish({provisionalYear(2027), provisionalYear(2028)});
    auto mandate = mandateFor("chen", MandateKind::Decide, "2018-01-01", "2030-12-31");
    publish({mandate});
    std::vector<std::unique_ptr<HandClient>> clients;
    for (int i = 0; i < 30; ++i) {
        clients.push_back(clientAt(i % 2 == 0 ? "w1" : "w2", {"li"}));
        clients.back()->takeIn(caseNumbered(i), "licence", "li");
    }
    clock.advance(std::chrono::minutes(5));
    auto notice = provisionalYear(2027, 2);
    notice.provisional = false;
    notice.days.push_back({parseIsoDate("2027-01-07").value(), DayKind::Holiday, "春节"});
    notice.days.push_back({parseIsoDate("2027-01-08").value(), DayKind::Holiday, "春节"});
    std::sort(notice.days.begin(), notice.days.end(),
        [](const SpecialDay& left, const SpecialDay& right) { return left.date < right.date; });
    publish({notice});
    EXPECT_EQ(centre->recalendar().value(), 0);
    for (auto& client : clients) {
        for (const auto& [act, verdict] : client->push()) {
            EXPECT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
        }
    }
    auto reader = clientAt("w1", {});
    for (int i = 0; i < 30; ++i) {
        const auto entries = reader->entriesOf(caseNumbered(i));
        ASSERT_EQ(entries.size(), 3U);
        EXPECT_EQ(entries[1].set.promisedDue, parseIsoDate("2027-01-18"));
        EXPECT_EQ(entries[2].event, Event::Recalendar);
        EXPECT_EQ(entries[2].set.promisedDue, parseIsoDate("2027-01-20"));
    }
    // Those that were open before the next notice get theirs from the centre; the others are left alone.
    auto later = notice;
    later.version = 3;
    later.days.push_back({parseIsoDate("2027-12-20").value(), DayKind::Holiday, "某日"});
    publish({later});
    EXPECT_EQ(centre->recalendar().value(), 0);
    later.version = 4;
    later.days.erase(std::find_if(later.days.begin(), later.days.end(),
        [](const SpecialDay& one) { return one.date == parseIsoDate("2027-01-08"); }));
    publish({later});
    EXPECT_EQ(centre->recalendar().value(), 30);
    EXPECT_EQ(centre->recalendar().value(), 0);
}

TEST_P(Scenarios, aCaseJoinsAScopeWhoseReadersAreAheadAndLeavesIt) {
    auto counter = clientAt("w1", {"li"});
    auto other = clientAt("w4", {"sun"});
    other->takeIn(caseB, "market-licence", "sun");
    other->push();
    other->look();
    counter->takeIn(caseA, "licence", "li");
    counter->push();
    counter->write({{caseA, Event::Printed, "li"}});
    counter->push();
    other->look();
    EXPECT_EQ(other->fetched(caseA).stage, Stage::Draft);
    const ScopeId market(std::string("dept:") + marketDepartment);
    ASSERT_TRUE(centre->joinScope(StreamId(caseA), market));
    EXPECT_EQ(centre->joinScope(StreamId(caseA), market).error().code, "scope.member");
    other->look();
    EXPECT_EQ(other->fetched(caseA).stage, Stage::Accepted);
    EXPECT_EQ(other->entriesOf(caseA).size(), 3U);
    counter->look();
    counter->write({{caseA, Event::Withdraw, "li"}});
    counter->push();
    other->look();
    EXPECT_EQ(other->fetched(caseA).stage, Stage::Withdrawn);
    ASSERT_TRUE(centre->leaveScope(StreamId(caseA), market));
    other->look();
    EXPECT_EQ(other->lines().back().kind, LineKind::Left);
    EXPECT_EQ(other->fetched(caseA).stage, Stage::Draft);
}

TEST_P(Scenarios, particularsErasedThenALateActASnapshotAndVerify) {
    auto counter = clientAt("w1", {"li"});
    auto second = clientAt("w2", {"wang"});
    Step receive {caseA, Event::Receive, "li"};
    receive.facts = counter->receiving("licence");
    receive.particulars = {{"applicant", R"({"name":"测甲"})"}};
    const auto opening = counter->write({receive});
    counter->push();
    counter->look();
    second->look();
    const auto late = second->write({{caseA, Event::Accept, "wang"}});
    ASSERT_TRUE(centre->erase(StreamId(caseA), {EntryId {opening, 0}}, {{"order", "依申请删除"}}));
    EXPECT_EQ(second->push().at(late).verdict, Verdict::Admitted);

    const auto report = centre->verify({});
    ASSERT_TRUE(report);
    EXPECT_FALSE(report->first) << report->first->code;
    ASSERT_EQ(report->erased.size(), 1U);
    EXPECT_EQ(report->erased.front(), opening.value() + "/0");

    auto page = centre->snapshot(counter->id(), {}, 1'000);
    std::vector<FeedItem> items;
    while (page && page->more) {
        items.insert(items.end(), page->items.begin(), page->items.end());
        page = centre->snapshot(counter->id(), page->cursor, 1'000);
    }
    ASSERT_TRUE(page);
    items.insert(items.end(), page->items.begin(), page->items.end());
    const auto found
        = std::find_if(items.begin(), items.end(), [](const FeedItem& item) { return item.line.subject == caseA; });
    ASSERT_NE(found, items.end());
    ASSERT_EQ(found->acts.size(), 3U);
    EXPECT_FALSE(found->acts.front().bodies.front().particulars);
    EXPECT_EQ(found->acts.front().wire().find("测甲"), std::string::npos);
    EXPECT_FALSE(centre->hasNews(counter->id(), page->cursor).value());
}

CENTRE_TESTS(Scenarios);

} // namespace
} // namespace yichuang::test
