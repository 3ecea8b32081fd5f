// SPDX-License-Identifier: GPL-3.0-or-later
// The entries beside the transitions: domain.md 2.8.
#include "hall.h"

#include <yichuang/domain/approvers.h>
#include <yichuang/domain/registry.h>

namespace yichuang {
namespace {

using test::actorOf;
using test::History;
using test::itemOf;

const Actor clerk = actorOf(Role::WindowClerk, "clerk");
const Actor reviewer = actorOf(Role::Reviewer, "reviewer");
const Actor chief = actorOf(Role::ChiefRepresentative, "chief");
const Actor issuer = actorOf(Role::IssuingWindow, "issuer");
const Actor centre = actorOf(Role::System, "centre");
const EntryId someEntry {ActId {"0190c3"}, 0};

using Facts = CommandFacts;

History received(CaseType type = CaseType::Commitment) {
    History history {itemOf(type)};
    EXPECT_EQ(history.does(Event::Receive, clerk, "2018-11-05"), "");
    return history;
}

void target(Facts& facts) {
    facts.target = someEntry;
}

TEST(Beside, aParticularIsAmendedBeforeConclusionAndANameOnlyWithTheChief) {
    History history = received();
    const auto asked = [&](const Actor& actor, const char* field, const char* approver) {
        return history.asked(Event::Amend, CommandAct::Do, actor, "2018-11-06", [&](Facts& facts) {
            facts.field = field;
            if (*approver != '\0') {
                facts.approvedBy = PersonId {approver};
            }
        });
    };
    EXPECT_EQ(asked(clerk, "applicant.phone", ""), "");
    EXPECT_EQ(asked(clerk, "applicant.name", ""), "not_permitted");
    EXPECT_EQ(asked(clerk, "applicant.id_number", "chief"), "");
    EXPECT_EQ(asked(clerk, "applicant.name", "clerk"), "same_person");
    EXPECT_EQ(asked(reviewer, "applicant.phone", ""), "not_permitted");
    const Stage before = history.state().stage;
    EXPECT_EQ(
        history.does(Event::Amend, clerk, "2018-11-06", [](Facts& facts) { facts.field = "applicant.phone"; }), "");
    EXPECT_EQ(history.state().stage, before);
    EXPECT_EQ(history.does(Event::Withdraw, clerk, "2018-11-06"), "");
    EXPECT_EQ(asked(clerk, "applicant.phone", ""), "bad_state");
}

TEST(Beside, whatSilenceHadDoneIsTakenBackSoThatATimelyActHolds) {
    History history = received();
    const CaseState before = history.state();
    EXPECT_EQ(history.does(Event::DeemAccepted, centre, "2018-11-13"), "");
    EXPECT_EQ(history.asked(Event::AnnulDeemed, CommandAct::Do, centre, "2018-11-14"), "wrong_target");
    EXPECT_EQ(history.asked(Event::AnnulDeemed, CommandAct::Do, clerk, "2018-11-14", target), "not_permitted");
    EXPECT_EQ(history.does(Event::AnnulDeemed, centre, "2018-11-14", target), "");
    EXPECT_EQ(history.state().stage, Stage::Received);
    EXPECT_EQ(history.state().dayZero, before.dayZero);
    EXPECT_FALSE(history.state().deemedAccepted);
    EXPECT_EQ(history.state().entryCount, before.entryCount + 2);
    EXPECT_EQ(history.does(Event::RequestCorrection, clerk, "2018-11-09"), ""); // written on the 9th, arrived late
}

TEST(Beside, everySilenceCanBeTakenBack) {
    History lapsed = received();
    EXPECT_EQ(
        lapsed.does(Event::RequestCorrection, clerk, "2018-11-05", [](Facts& facts) { facts.periodDays = 2; }), "");
    EXPECT_EQ(lapsed.asked(Event::LapseConfirmed, CommandAct::Do, clerk, "2018-11-07"), "not_yet");
    EXPECT_EQ(lapsed.does(Event::LapseConfirmed, clerk, "2018-11-08"), "");
    EXPECT_EQ(lapsed.state().stage, Stage::AwaitingCorrection);
    EXPECT_EQ(lapsed.state().lapseConfirmedBy, clerk.id);
    EXPECT_EQ(lapsed.does(Event::CorrectionLapsed, centre, "2018-11-08"), "");
    EXPECT_EQ(lapsed.does(Event::AnnulDeemed, centre, "2018-11-09", target), "");
    EXPECT_EQ(lapsed.state().stage, Stage::AwaitingCorrection);
    EXPECT_FALSE(lapsed.state().concludedOn);

    History tolerance = received();
    EXPECT_EQ(tolerance.does(Event::AcceptTolerant, clerk, "2018-11-05"), "");
    EXPECT_EQ(tolerance.both(Event::ToleranceLapsed, centre, chief, "2018-11-16"), "");
    EXPECT_EQ(tolerance.does(Event::AnnulDeemed, centre, "2018-11-19", target), "");
    EXPECT_EQ(tolerance.state().stage, Stage::Accepted);
    EXPECT_TRUE(tolerance.state().requests.contains(Event::ToleranceLapsed));

    History archived = received();
    EXPECT_EQ(archived.does(Event::Withdraw, clerk, "2018-11-05"), "");
    EXPECT_EQ(archived.does(Event::Archive, centre, "2018-12-05"), "");
    EXPECT_EQ(archived.does(Event::AnnulDeemed, centre, "2018-12-06", target), "");
    EXPECT_EQ(archived.state().stage, Stage::Withdrawn);
}

TEST(Beside, silenceOnWhichSomebodyBuiltStays) {
    History history = received();
    EXPECT_EQ(history.does(Event::DeemAccepted, centre, "2018-11-13"), "");
    EXPECT_EQ(history.does(Event::DeclareInterest, issuer, "2018-11-13"), ""); // builds on nothing
    EXPECT_TRUE(history.state().silence);
    History annulled = history;
    EXPECT_EQ(annulled.does(Event::AnnulDeemed, centre, "2018-11-14", target), "");
    EXPECT_TRUE(annulled.state().interested.contains(issuer.id)); // what was beside it is kept
    EXPECT_EQ(history.does(Event::Assign, chief, "2018-11-14"), "");
    EXPECT_EQ(history.asked(Event::AnnulDeemed, CommandAct::Do, centre, "2018-11-14", target), "wrong_target");
}

TEST(Beside, anIrregularCaseWaitsUntilItIsRegularisedOrEnded) {
    History history = received(CaseType::OneReviewOneApprove);
    EXPECT_EQ(history.asked(Event::Irregular, CommandAct::Do, chief, "2018-11-05"), "not_permitted");
    EXPECT_EQ(history.asked(Event::Regularised, CommandAct::Do, chief, "2018-11-05"), "not_irregular");
    EXPECT_EQ(history.does(Event::Irregular, centre, "2018-11-05"), "");
    EXPECT_EQ(history.dues("2018-11-05").lamp, Lamp::Red);
    EXPECT_EQ(history.does(Event::Accept, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.does(Event::SubmitOpinion, reviewer, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::Grant, CommandAct::Do, chief, "2018-11-05"), "irregular_open");
    EXPECT_EQ(history.asked(Event::Refuse, CommandAct::Do, chief, "2018-11-05"), "");
    const auto irregular = [](Facts& facts) { facts.ground = "irregular"; };
    EXPECT_EQ(history.asked(Event::Terminate, CommandAct::Do, chief, "2018-11-05", irregular), "");
    EXPECT_EQ(history.does(Event::Regularised, chief, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::Terminate, CommandAct::Do, chief, "2018-11-05", irregular), "not_irregular");
    EXPECT_EQ(history.does(Event::Grant, chief, "2018-11-05"), "");
    EXPECT_EQ(history.does(Event::Irregular, centre, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::IssueResult, CommandAct::Do, issuer, "2018-11-05"), "irregular_open");
    EXPECT_EQ(history.does(Event::Terminate, chief, "2018-11-06", irregular), ""); // from every state but Archived
    // That was the way out: it is ended once, nothing is late any more, and it is archived as any other.
    EXPECT_EQ(history.asked(Event::Terminate, CommandAct::Do, chief, "2018-11-07", irregular), "not_irregular");
    EXPECT_EQ(history.dues("2019-01-06").lamp, Lamp::None);
    EXPECT_EQ(history.asked(Event::Archive, CommandAct::Do, centre, "2018-12-05"), "not_yet");
    EXPECT_EQ(history.asked(Event::Archive, CommandAct::Do, centre, "2018-12-06"), "");
}

TEST(Beside, anotherCalendarMovesTheDatesThatEntriesHadSet) {
    std::vector<CalendarYear> years;
    for (const auto& [number, year] : test::nationalCalendar().years()) {
        years.push_back(year);
        if (number == 2018) {
            years.back().version = 2;
            years.back().days.push_back({test::on("2018-11-07"), DayKind::Holiday, "临时放假"});
        }
    }
    const Calendar other {years};
    History history = received();
    const auto recalendar = [&](const CaseState& state) {
        Facts facts;
        facts.calendarVersion = other.version();
        const Decision decision
            = decide(state, Command {Event::Recalendar, CommandAct::Do, test::on("2018-11-06"), centre, facts},
                LawContext {history.item(), other});
        EXPECT_TRUE(decision);
        return evolve(state, decision->front());
    };
    EXPECT_EQ(isoDate(*recalendar(history.state()).windowEnd), "2018-11-13");
    EXPECT_EQ(recalendar(history.state()).calendarVersion, other.version());
    EXPECT_EQ(history.does(Event::AcceptTolerant, clerk, "2018-11-05"), "");
    const CaseState moved = recalendar(history.state());
    EXPECT_EQ(isoDate(*moved.toleranceDue), "2018-11-16");
    EXPECT_EQ(
        isoDate(*duesOf(moved, LawContext {history.item(), other}, test::on("2018-11-06")).promised), "2018-11-20");
    EXPECT_EQ(history.asked(Event::Recalendar, CommandAct::Do, centre, "2018-11-06",
                  [](Facts& facts) { facts.calendarVersion = "2018.9"; }),
        "wrong_target");
}

TEST(Beside, whatStandsAloneMovesNothing) {
    History history = received();
    const CaseState before = history.state();
    EXPECT_EQ(
        history.does(Event::Printed, clerk, "2019-01-01", [](Facts& facts) { facts.paper = "material_receipt"; }), "");
    EXPECT_EQ(
        history.does(Event::Unmasked, chief, "2019-01-01", [](Facts& facts) { facts.field = "applicant.phone"; }), "");
    EXPECT_EQ(history.does(Event::Noted, reviewer, "2019-01-01"), "");
    CaseState after = history.state();
    after.entryCount = before.entryCount;
    EXPECT_EQ(after, before);
    EXPECT_EQ(history.asked(Event::Noted, CommandAct::Do, actorOf(Role::SystemAdministrator, "root"), "2019-01-01"),
        "not_permitted");
    EXPECT_EQ(history.asked(Event::Noted, CommandAct::Do, clerk, "2018-01-01"), ""); // whatever its date
}

TEST(Beside, aWholeCaseIsTakenOutByAChiefWithAnothersAgreementOnly) {
    History history = received();
    const auto asked = [&](const Actor& actor, const char* approver, bool reason = true) {
        return history.asked(Event::Unmasked, CommandAct::Do, actor, "2018-11-06", [&](Facts& facts) {
            facts.field = wholeCase;
            facts.reasonGiven = reason;
            if (*approver != '\0') {
                facts.approvedBy = PersonId {approver};
            }
        });
    };
    EXPECT_EQ(asked(chief, "supervisor"), "");
    EXPECT_EQ(asked(chief, ""), "not_permitted");
    EXPECT_EQ(asked(chief, "chief"), "same_person");
    EXPECT_EQ(asked(chief, "supervisor", false), "no_reason");
    EXPECT_EQ(asked(clerk, "supervisor"), "not_permitted");
    EXPECT_EQ(asked(reviewer, "supervisor"), "not_permitted");
    EXPECT_EQ(asked(actorOf(Role::Supervisor, "supervisor"), "other"), "not_permitted");
    const Actor unmandated {PersonId {"chief"}, Role::ChiefRepresentative, chief.department, {}};
    EXPECT_EQ(asked(unmandated, "supervisor"), "no_mandate");
}

TEST(Beside, aResubmissionThatMeetsAnotherOnlyAddsWhatItSupplied) {
    History history = received();
    EXPECT_EQ(history.does(Event::RequestCorrection, clerk, "2018-11-05"), "");
    const CaseState waiting = history.state();
    const auto supply = [&](int seq, std::string_view date) {
        return decide(waiting,
            Command {Event::Resubmit, CommandAct::Do, test::on(date), clerk,
                [seq] {
                    Facts facts;
                    facts.supplied = {seq};
                    return facts;
                }()},
            history.context())
            ->front();
    };
    const CaseState first = evolve(waiting, supply(2, "2018-11-06"));
    const CaseState both = evolve(first, supply(3, "2018-11-07"));
    EXPECT_TRUE(both.openDefects.empty());
    EXPECT_EQ(both.resubmittedOn, test::on("2018-11-06"));
    EXPECT_EQ(both.windowEnd, first.windowEnd);
}

TEST(Beside, theHallBelievesItsRegistryAndNotTheClaim) {
    const auto item = std::make_shared<const Item>(itemOf(CaseType::Immediate));
    Registry registry;
    registry.apply(1, Person {PersonId {"clerk"}, "测试", test::department, {Role::WindowClerk}, false});
    registry.apply(2, item);
    registry.apply(3, Window {WindowId {"w3"}, "3 号窗口", false, {test::department}});
    const auto asked = [&](
                           std::int64_t at, const Actor& actor, const History::Change& change = [](Facts&) {}) {
        Command command {Event::Receive, CommandAct::Do, test::on("2018-11-05"), actor,
            test::goodFacts(*item, Event::Receive, test::on("2018-11-05"))};
        command.facts.window = WindowId {"w3"};
        change(command.facts);
        const Decision decision = decideInHall(registry, at, test::nationalCalendar(), CaseState {}, command);
        return decision ? std::string {} : std::string {toText(decision.error().code)};
    };
    EXPECT_EQ(asked(Registry::now, clerk), "");
    EXPECT_EQ(asked(Registry::now, actorOf(Role::WindowClerk, "stranger")), "unknown_person");
    EXPECT_EQ(asked(Registry::now, actorOf(Role::IntegratedClerk, "clerk")), "not_permitted");
    EXPECT_EQ(asked(1, clerk), "item_not_in_force"); // not yet published
    EXPECT_EQ(asked(Registry::now, clerk, [](Facts& facts) { facts.window = WindowId {"w9"}; }), "wrong_window");
    registry.apply(4, ItemRepealed {item->id});
    EXPECT_EQ(asked(Registry::now, clerk), "item_not_in_force");
    EXPECT_EQ(asked(3, clerk), ""); // as the registry stood then
    registry.apply(5, Person {PersonId {"clerk"}, "测试", test::department, {Role::WindowClerk}, true});
    EXPECT_EQ(asked(Registry::now, clerk), "person_disabled");
    // A mandate that the command claims and the registry does not know is none.
    History open = received(CaseType::Immediate);
    Command spot {Event::DecideOnSpot, CommandAct::Do, test::on("2018-11-05"), clerk,
        test::goodFacts(*item, Event::DecideOnSpot, test::on("2018-11-05"))};
    const Decision without = decideInHall(registry, 4, test::nationalCalendar(), open.state(), spot);
    ASSERT_FALSE(without);
    EXPECT_EQ(toText(without.error().code), "no_mandate");
    registry.apply(6, Person {PersonId {"clerk"}, "测试", test::department, {Role::WindowClerk}, false});
    registry.apply(
        7, RegisteredMandate {MandateId {"m1"}, PersonId {"clerk"}, test::mandateOf(MandateKind::Immediate), false});
    EXPECT_TRUE(decideInHall(registry, Registry::now, test::nationalCalendar(), open.state(), spot));
    registry.apply(
        8, RegisteredMandate {MandateId {"m1"}, PersonId {"clerk"}, test::mandateOf(MandateKind::Immediate), true});
    EXPECT_FALSE(decideInHall(registry, Registry::now, test::nationalCalendar(), open.state(), spot));
}

TEST(Beside, whoAgreesThatACaseIsTakenOutIsASupervisorOfThisHall) {
    const auto item = std::make_shared<const Item>(itemOf(CaseType::Commitment));
    Registry registry;
    registry.apply(1, Person {PersonId {"chief"}, "测试", test::department, {Role::ChiefRepresentative}, false});
    registry.apply(2, Person {PersonId {"supervisor"}, "测试", "政务服务中心", {Role::Supervisor}, false});
    registry.apply(3, Person {PersonId {"reviewer"}, "测试", test::department, {Role::Reviewer}, false});
    registry.apply(4, item);
    registry.apply(
        5, RegisteredMandate {MandateId {"m1"}, PersonId {"chief"}, test::mandateOf(MandateKind::Decide), false});
    const History open = received();
    const auto asked = [&](const char* approver) {
        Command command {Event::Unmasked, CommandAct::Do, test::on("2018-11-06"), chief, {}};
        command.facts.field = wholeCase;
        command.facts.reasonGiven = true;
        command.facts.approvedBy = PersonId {approver};
        const Decision decision
            = decideInHall(registry, Registry::now, test::nationalCalendar(), open.state(), command);
        return decision ? std::string {} : std::string {toText(decision.error().code)};
    };
    const auto approvers = [&] {
        std::vector<std::string> ids;
        for (const Person* person : approversOfExports(registry, Registry::now))
            ids.push_back(person->id.value());
        return ids;
    };
    EXPECT_EQ(asked("supervisor"), "");
    EXPECT_EQ(asked("reviewer"), "not_permitted");
    EXPECT_EQ(asked("stranger"), "unknown_person");
    EXPECT_EQ(approvers(), std::vector<std::string> {"supervisor"});
    registry.apply(6, Person {PersonId {"supervisor"}, "测试", "政务服务中心", {Role::Supervisor}, true});
    EXPECT_EQ(asked("supervisor"), "person_disabled");
    EXPECT_TRUE(approvers().empty());
}

} // namespace
} // namespace yichuang
