// SPDX-License-Identifier: GPL-3.0-or-later
// What: domain.md 2.7 "What", line by line, and the promises of the formula.
#include "hall.h"

#include <random>

namespace yichuang {
namespace {

using test::actorOf;
using test::History;
using test::itemOf;

const Actor clerk = actorOf(Role::WindowClerk, "clerk");
const Actor reviewer = actorOf(Role::Reviewer, "reviewer");
const Actor chief = actorOf(Role::ChiefRepresentative, "chief");
const Actor centre = actorOf(Role::System, "centre");

History received(Item item) {
    History history {std::move(item)};
    EXPECT_EQ(history.does(Event::Receive, clerk, "2018-11-05"), "");
    return history;
}

using Facts = CommandFacts;

TEST(What, acceptanceLeadsWhereTheKindOfCaseSays) {
    const std::map<CaseType, Stage> leads {{CaseType::Immediate, Stage::PendingDecision},
        {CaseType::OneReviewOneApprove, Stage::UnderReview}, {CaseType::Commitment, Stage::Accepted}};
    for (const auto& [type, stage] : leads) {
        History accepted = received(itemOf(type));
        EXPECT_EQ(accepted.does(Event::Accept, clerk, "2018-11-05"), "");
        EXPECT_EQ(accepted.state().stage, stage);
        History deemed = received(itemOf(type));
        EXPECT_EQ(deemed.does(Event::DeemAccepted, centre, "2018-11-13"), "");
        EXPECT_EQ(deemed.state().stage, stage);
        History tolerant = received(itemOf(type));
        const std::string refusal = tolerant.does(Event::AcceptTolerant, clerk, "2018-11-05");
        EXPECT_EQ(refusal, type == CaseType::Immediate ? "no_tolerance_immediate" : refusal);
    }
}

TEST(What, intakeChecksIdentityItemAndNumber) {
    const History history {itemOf(CaseType::Commitment)};
    const auto asked = [&](const History::Change& change) {
        return history.asked(Event::Receive, CommandAct::Do, clerk, "2018-11-05", change);
    };
    EXPECT_EQ(asked([](Facts& facts) { facts.identityChecked = false; }), "identity_not_checked");
    EXPECT_EQ(asked([](Facts& facts) { facts.itemInForce = false; }), "item_not_in_force");
    EXPECT_EQ(asked([](Facts& facts) { facts.caseNo = makeCaseNo("400", 2019, 7); }), "bad_case_number");
    EXPECT_EQ(
        asked([](Facts& facts) { facts.caseNo.back() = facts.caseNo.back() == '9' ? '8' : '9'; }), "bad_case_number");
    EXPECT_EQ(asked([](Facts& facts) { facts.caseNo.clear(); }), "bad_case_number");
    EXPECT_EQ(asked([](Facts& facts) { facts.simulated = true; }), "");
    Item item = itemOf(CaseType::Commitment);
    item.modes = {HandlingMode::Standard};
    EXPECT_EQ(History {item}.asked(
                  Event::Receive, CommandAct::Do, clerk, "2018-11-05", [](Facts& facts) { facts.simulated = true; }),
        "mode_not_allowed");
}

TEST(What, theNoticeIsGivenOnceWithTheFullListOfMaterialsOfTheItem) {
    History history = received(itemOf(CaseType::Commitment));
    const auto asked = [&](const History::Change& change) {
        return history.asked(Event::RequestCorrection, CommandAct::Do, clerk, "2018-11-05", change);
    };
    EXPECT_EQ(asked([](Facts& facts) { facts.fullList = false; }), "no_full_list");
    EXPECT_EQ(asked([](Facts& facts) { facts.defects.clear(); }), "no_full_list");
    EXPECT_EQ(asked([](Facts& facts) { facts.defects = {1, 9}; }), "unknown_material");
    EXPECT_EQ(asked([](Facts& facts) { facts.periodDays = 0; }), "bad_period");
    EXPECT_EQ(history.does(Event::RequestCorrection, clerk, "2018-11-05"), "");
    EXPECT_EQ(
        history.asked(Event::Resubmit, CommandAct::Do, clerk, "2018-11-06", [](Facts& facts) { facts.supplied = {1}; }),
        "nothing_supplied");
    EXPECT_EQ(history.does(Event::Resubmit, clerk, "2018-11-06", [](Facts& facts) { facts.supplied = {1, 2}; }), "");
    EXPECT_EQ(history.asked(Event::RequestCorrection, CommandAct::Do, clerk, "2018-11-06"), "second_notice");
}

TEST(What, afterTheCorrectionTheListedDefectsCountAndNoNewOnes) {
    History history = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(history.does(Event::RequestCorrection, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.does(Event::Resubmit, clerk, "2018-11-06", [](Facts& facts) { facts.supplied = {2}; }), "");
    EXPECT_EQ(
        history.asked(Event::Accept, CommandAct::Do, clerk, "2018-11-06", [](Facts& facts) { facts.missing = {}; }),
        "incomplete"); // the third is still open, whatever the clerk says
    EXPECT_EQ(history.asked(Event::AcceptTolerant, CommandAct::Do, clerk, "2018-11-06",
                  [](Facts& facts) { facts.missing = {1}; }),
        "");
    const auto ground = [&](const char* word) {
        return history.asked(Event::RefuseAcceptance, CommandAct::Request, clerk, "2018-11-06",
            [word](Facts& facts) { facts.ground = word; });
    };
    EXPECT_EQ(ground("listed_defects_open"), "");
    EXPECT_EQ(ground("false_materials"), "bad_ground");
    History whole = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(whole.does(Event::RequestCorrection, clerk, "2018-11-05"), "");
    EXPECT_EQ(whole.does(Event::Resubmit, clerk, "2018-11-06"), "");
    EXPECT_EQ(
        whole.asked(Event::Accept, CommandAct::Do, clerk, "2018-11-06", [](Facts& facts) { facts.missing = {1}; }), "");
    EXPECT_EQ(whole.asked(Event::AcceptTolerant, CommandAct::Do, clerk, "2018-11-06"), "nothing_missing");
    EXPECT_EQ(whole.asked(Event::RefuseAcceptance, CommandAct::Request, clerk, "2018-11-06",
                  [](Facts& facts) { facts.ground = "listed_defects_open"; }),
        "bad_ground"); // nothing is open
}

TEST(What, nonAcceptanceNeedsAGroundOfTheLawThatStillHoldsAtTheApproval) {
    History history = received(itemOf(CaseType::Commitment));
    const auto asked = [&](const char* word) {
        return history.asked(Event::RefuseAcceptance, CommandAct::Request, clerk, "2018-11-05",
            [word](Facts& facts) { facts.ground = word; });
    };
    for (const char* word : {"no_licence_needed", "not_competent", "false_materials"}) {
        EXPECT_EQ(asked(word), "");
    }
    EXPECT_EQ(asked("listed_defects_open"), "bad_ground"); // only after a notice
    EXPECT_EQ(asked(""), "bad_ground");
    EXPECT_EQ(history.does(Event::RequestCorrection, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.says(Event::RefuseAcceptance, CommandAct::Request, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.does(Event::Resubmit, clerk, "2018-11-06"), "");
    EXPECT_TRUE(history.state().requests.contains(Event::RefuseAcceptance));
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Approve, chief, "2018-11-06"), "bad_ground");
}

TEST(What, aPledgeStandsForWhatItNamesAndMustBeAllowedAndSigned) {
    for (const Event event : {Event::Accept, Event::DecideOnSpot}) {
        Item item = itemOf(CaseType::Immediate);
        History history = received(item);
        const auto asked = [&](std::vector<int> missing, std::optional<Commit> commit) {
            return history.asked(event, CommandAct::Do, clerk, "2018-11-05", [&](Facts& facts) {
                facts.missing = missing;
                facts.commit = commit;
            });
        };
        EXPECT_EQ(asked({}, std::nullopt), "");
        EXPECT_EQ(asked({1}, std::nullopt), "incomplete");
        EXPECT_EQ(asked({1}, Commit {true, {1}}), "");
        EXPECT_EQ(asked({1, 2}, Commit {true, {1}}), "incomplete");
        EXPECT_EQ(asked({}, Commit {false, {}}), "no_pledge");
        history.item().modes = {HandlingMode::Standard};
        EXPECT_EQ(asked({}, Commit {true, {}}), "mode_not_allowed");
        history.item().modes = {HandlingMode::NotifyAndCommit}; // `standard` plays no part
        EXPECT_EQ(asked({}, std::nullopt), "");
        EXPECT_EQ(history.does(event, clerk, "2018-11-05", [](Facts& facts) { facts.commit = Commit {true, {}}; }), "");
        EXPECT_TRUE(history.state().commitmentMode);
    }
}

TEST(What, toleranceIsForTolerableMaterialsWithASignedPromise) {
    const History history = received(itemOf(CaseType::Commitment));
    const auto asked = [&](const History::Change& change) {
        return history.asked(Event::AcceptTolerant, CommandAct::Do, clerk, "2018-11-05", change);
    };
    EXPECT_EQ(asked([](Facts&) { }), "");
    EXPECT_EQ(asked([](Facts& facts) { facts.missing = {}; }), "nothing_missing");
    EXPECT_EQ(asked([](Facts& facts) { facts.missing = {2, 3}; }), "not_tolerable");
    EXPECT_EQ(asked([](Facts& facts) { facts.promiseSigned = false; }), "no_promise");
    EXPECT_EQ(asked([](Facts& facts) { facts.badCredit = true; }), "bad_credit");
    EXPECT_EQ(asked([](Facts& facts) { facts.commit = Commit {true, {}}; }), "mode_not_allowed");
    EXPECT_EQ(asked([](Facts& facts) { facts.inScope = false; }), "not_in_scope");
    EXPECT_EQ(asked([](Facts& facts) { facts.properForm = false; }), "improper_form");
}

TEST(What, anOpenToleranceStopsTheGrantAndNotTheRefusal) {
    Item item = itemOf(CaseType::OneReviewOneApprove);
    item.promisedWorkdays = 5;
    History history = received(item);
    EXPECT_EQ(history.does(Event::AcceptTolerant, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.does(Event::SubmitOpinion, reviewer, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::Grant, CommandAct::Do, chief, "2018-11-05"), "tolerance_open");
    EXPECT_EQ(history.asked(Event::Refuse, CommandAct::Do, chief, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::CompleteTolerance, CommandAct::Do, clerk, "2018-11-05",
                  [](Facts& facts) { facts.supplied = {1}; }),
        "incomplete");
    EXPECT_EQ(history.does(Event::CompleteTolerance, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::Grant, CommandAct::Do, chief, "2018-11-05"), "");
}

TEST(What, onlyAListedKindWithABasisStopsTheClock) {
    History history = received(itemOf(CaseType::OneReviewOneApprove));
    EXPECT_EQ(history.does(Event::Accept, clerk, "2018-11-05"), "");
    const auto asked = [&](const char* kind, int days) {
        return history.asked(Event::StartSpecial, CommandAct::Request, reviewer, "2018-11-05", [&](Facts& facts) {
            facts.kind = kind;
            facts.daysNeeded = days;
        });
    };
    EXPECT_EQ(asked("专家评审", 10), "");
    EXPECT_EQ(asked("专家评审", 0), "no_days");
    EXPECT_EQ(asked("公示", 10), "kind_not_listed"); // does not stop the clock
    EXPECT_EQ(asked("现场踏勘", 10), "kind_not_listed"); // without a basis
    EXPECT_EQ(asked("听证", 10), "kind_not_listed");
    EXPECT_EQ(history.asked(Event::Suspend, CommandAct::Request, reviewer, "2018-11-05",
                  [](Facts& facts) { facts.basis.clear(); }),
        "no_basis");
}

TEST(What, anOpinionHasItsDateAndASiteCheckTwoOfficers) {
    History history = received(itemOf(CaseType::OneReviewOneApprove));
    EXPECT_EQ(history.does(Event::Accept, clerk, "2018-11-05"), "");
    const auto asked = [&](const History::Change& change) {
        return history.asked(Event::SubmitOpinion, CommandAct::Do, reviewer, "2018-11-06", change);
    };
    const auto officers = [](std::vector<const char*> names, bool siteCheck) {
        return [names, siteCheck](Facts& facts) {
            facts.siteCheck = siteCheck;
            for (const char* name : names) {
                facts.officers.emplace_back(name);
            }
        };
    };
    EXPECT_EQ(asked([](Facts& facts) { facts.opinionGiven = false; }), "no_opinion");
    EXPECT_EQ(asked([](Facts& facts) { facts.opinionDate.reset(); }), "no_opinion");
    EXPECT_NE(asked([](Facts& facts) { facts.opinionDate = test::on("2018-11-07"); }), "");
    EXPECT_EQ(asked([](Facts& facts) { facts.opinionDate = test::on("2018-11-01"); }), "");
    EXPECT_EQ(asked(officers({"a", "b"}, true)), "");
    EXPECT_EQ(asked(officers({"a", "a"}, true)), "one_officer");
    EXPECT_EQ(asked(officers({}, true)), "one_officer");
    EXPECT_EQ(asked(officers({"a"}, false)), "");
    EXPECT_EQ(history.does(Event::SubmitOpinion, reviewer, "2018-11-06", officers({"chief"}, false)), "");
    EXPECT_EQ(
        history.asked(Event::Grant, CommandAct::Do, chief, "2018-11-06"), ""); // without a site check he doesn't count
}

TEST(What, reasonsWritingAndGroundsAreFacts) {
    History history = received(itemOf(CaseType::Immediate));
    EXPECT_EQ(history.does(Event::Accept, clerk, "2018-11-05"), "");
    const auto asked = [&](Event event, const Actor& actor, const History::Change& change) {
        return history.asked(event, CommandAct::Do, actor, "2018-11-05", change);
    };
    EXPECT_EQ(asked(Event::SendBack, chief, [](Facts&) { }), ""); // possible for immediate cases too
    EXPECT_EQ(asked(Event::SendBack, chief, [](Facts& facts) { facts.reasonGiven = false; }), "no_reason");
    EXPECT_EQ(asked(Event::Refuse, chief, [](Facts& facts) { facts.reasonGiven = false; }), "no_reasons");
    EXPECT_EQ(asked(Event::Refuse, chief, [](Facts& facts) { facts.remediesGiven = false; }), "no_reasons");
    EXPECT_EQ(asked(Event::Withdraw, clerk, [](Facts& facts) { facts.inWriting = false; }), "not_in_writing");
    for (const char* ground : {"applicant_dead_or_dissolved", "item_repealed", "force_majeure", "duplicate"}) {
        EXPECT_EQ(asked(Event::Terminate, chief, [ground](Facts& facts) { facts.ground = ground; }), "");
    }
    EXPECT_EQ(asked(Event::Terminate, chief, [](Facts& facts) { facts.ground = "boredom"; }), "bad_ground");
    const History spot = received(itemOf(CaseType::Immediate));
    EXPECT_EQ(spot.asked(Event::DecideOnSpot, CommandAct::Do, clerk, "2018-11-05",
                  [](Facts& facts) { facts.decisionResult = "refuse"; }),
        "not_grant");
    EXPECT_EQ(received(itemOf(CaseType::Commitment)).asked(Event::DecideOnSpot, CommandAct::Do, clerk, "2018-11-05"),
        "not_immediate");
}

TEST(What, aRequestsFlagOutlivesPausesAndDatesAndEndsWithTheCase) {
    History history = received(itemOf(CaseType::OneReviewOneApprove));
    EXPECT_EQ(history.does(Event::Accept, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.says(Event::Extend, CommandAct::Request, reviewer, "2018-11-05"), "");
    EXPECT_EQ(history.both(Event::Suspend, reviewer, chief, "2018-11-06"), "");
    EXPECT_EQ(flagsOf(history.state(), history.dues("2018-12-30")), std::vector<std::string> {"requested:extend"});
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Approve, chief, "2018-11-07"), "bad_state");
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Decline, chief, "2018-11-07"), "");
    EXPECT_EQ(history.does(Event::Terminate, chief, "2018-11-07"), "");
    EXPECT_TRUE(history.state().requests.empty());
}

TEST(What, simulatedIsAFlagOnly) {
    History history {itemOf(CaseType::Immediate)};
    EXPECT_EQ(history.does(Event::Receive, clerk, "2018-11-05", [](Facts& facts) { facts.simulated = true; }), "");
    EXPECT_EQ(history.does(Event::DecideOnSpot, clerk, "2018-11-05"), "");
    EXPECT_EQ(flagsOf(history.state(), history.dues("2018-11-05")), std::vector<std::string> {"simulated"});
}

TEST(What, anActThatTheEventDoesNotHaveIsRefused) {
    const History history = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(history.asked(Event::Accept, CommandAct::Approve, clerk, "2018-11-05"), "unknown_command");
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Do, clerk, "2018-11-05"), "unknown_command");
}

/// Two stretches and an extension in any order come to the same due dates, and every counted day is told.
TEST(What, pauseAndExtensionCommute) {
    std::mt19937 random {20'181'119};
    const auto pick = [&random](int from, int to) { return std::uniform_int_distribution<int> {from, to}(random); };
    for (int round = 0; round < 300; ++round) {
        const CivilDate dayZero = addDays(test::on("2018-03-01"), pick(0, 2'400));
        const Limit limit {pick(1, 45), pick(0, 1) == 0 ? LimitUnit::Workday : LimitUnit::CalendarDay};
        const Limit longer {limit.days + pick(1, 40), limit.unit};
        const CivilDate start = addDays(dayZero, pick(0, 20));
        const Pause first {start, addDays(start, pick(0, 30)), "a"};
        const CivilDate again = addDays(start, pick(0, 60));
        const Pause second {again, addDays(again, pick(0, 30)), "b"};
        const auto due = [&](Limit of, std::vector<Pause> pauses) {
            return dueDate(test::nationalCalendar(), dayZero, of, pauses, dayZero).value();
        };
        EXPECT_EQ(due(longer, {first, second}), due(longer, {second, first}));
        EXPECT_LE(due(limit, {first}), due(longer, {first}));
        EXPECT_LE(due(limit, {}), due(limit, {first}));
        const auto told = deadline(test::nationalCalendar(), dayZero, longer, {first, second}, dayZero).value();
        EXPECT_EQ(told.due, due(longer, {first, second}));
        int counted = 0;
        for (const CountedDay& day : told.days) {
            counted += day.counted ? 1 : 0;
            const auto covers
                = [&day](const Pause& pause) { return pause.start <= day.date && day.date <= *pause.end; };
            EXPECT_FALSE(day.counted && (covers(first) || covers(second)));
        }
        EXPECT_EQ(counted, longer.days);
        EXPECT_EQ(told.days.size(), static_cast<std::size_t>(daysBetween(dayZero, told.due)));
        EXPECT_TRUE(*test::nationalCalendar().isWorkday(told.due));
    }
}

} // namespace
} // namespace yichuang
