// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what: domain.md 2.7 "Who", line by line. Received on Monday 2018-11-05; the window ends on the 12th.
#include "hall.h"

namespace yichuang {
namespace {

using test::History;
using test::itemOf;
using test::mandateOf;

Actor with(
    Role role, const std::string& id, std::vector<Mandate> mandates, const std::string& department = test::department) {
    return Actor {PersonId {id}, role, department, std::move(mandates)};
}

const Actor clerk = with(Role::WindowClerk, "clerk", {});
const Actor foreignClerk = with(Role::WindowClerk, "foreign", {}, "公安局");
const Actor integrated = with(Role::IntegratedClerk, "integrated", {mandateOf(MandateKind::Intake)}, "政务中心");
const Actor integratedWithout = with(Role::IntegratedClerk, "plain", {}, "政务中心");
const Actor reviewer = with(Role::Reviewer, "reviewer", {});
const Actor otherReviewer = with(Role::Reviewer, "reviewer2", {});
const Actor chief = with(Role::ChiefRepresentative, "chief", {mandateOf(MandateKind::Decide)});
const Actor otherChief = with(Role::ChiefRepresentative, "chief2", {mandateOf(MandateKind::Decide)});
const Actor issuer = with(Role::IssuingWindow, "issuer", {});
const Actor citizen = with(Role::Citizen, "citizen", {}, "");
const Actor agent = with(Role::ProjectAgent, "agent", {});
const Actor centre = with(Role::System, "centre", {}, "");

History received(CaseType type, const Actor& by = clerk) {
    History history {itemOf(type)};
    EXPECT_EQ(history.does(Event::Receive, by, "2018-11-05"), "");
    return history;
}

History pending(const Actor& acceptedBy = clerk) {
    History history = received(CaseType::OneReviewOneApprove);
    EXPECT_EQ(history.does(Event::Accept, acceptedBy, "2018-11-06"), "");
    EXPECT_EQ(history.does(Event::SubmitOpinion, reviewer, "2018-11-07"), "");
    return history;
}

TEST(Who, whoeverTakesInAtACounterMayAskWhoAnApplicantIs) {
    EXPECT_EQ(rolesTakingIn(), (std::set<Role> {Role::WindowClerk, Role::IntegratedClerk}));
    for (const Actor& actor : {clerk, integrated, reviewer, chief, issuer, agent}) {
        History history {itemOf(CaseType::Immediate)};
        const bool takesIn = history.does(Event::Receive, actor, "2018-11-05").empty();
        EXPECT_EQ(takesIn, rolesTakingIn().contains(actor.role)) << toText(actor.role);
    }
}

TEST(Who, theApplicantsActsAreWrittenByClerksAndOnlineAndNeverByAnAgent) {
    for (const Actor& actor : {clerk, foreignClerk, integratedWithout}) {
        History history {itemOf(CaseType::Commitment)};
        EXPECT_EQ(history.does(Event::Receive, actor, "2018-11-05"), "") << actor.id.value();
        EXPECT_EQ(history.does(Event::FixOnSpot, actor, "2018-11-05"), "");
        EXPECT_EQ(history.does(Event::RequestCorrection, clerk, "2018-11-05"), "");
        EXPECT_EQ(history.does(Event::Resubmit, actor, "2018-11-06"), "");
        EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Request, actor, "2018-11-06"), "bad_ground");
        EXPECT_EQ(history.asked(Event::Withdraw, CommandAct::Do, actor, "2018-11-06"), "");
    }
    History online {itemOf(CaseType::Commitment)};
    EXPECT_EQ(online.asked(Event::Receive, CommandAct::Do, agent, "2018-11-05"), "not_permitted");
    EXPECT_EQ(online.does(Event::Receive, citizen, "2018-11-05"), "");
    EXPECT_TRUE(online.state().tookIn.empty());
    EXPECT_EQ(online.asked(Event::FixOnSpot, CommandAct::Do, citizen, "2018-11-05"), "not_permitted");
    EXPECT_EQ(online.asked(Event::Withdraw, CommandAct::Do, agent, "2018-11-05"), "not_permitted");
    EXPECT_EQ(online.asked(Event::Withdraw, CommandAct::Do, citizen, "2018-11-05"), "");
}

TEST(Who, noticeAndAcceptanceAreTheDepartmentsOwnOrMandated) {
    const Actor chiefWithout = with(Role::ChiefRepresentative, "chief3", {mandateOf(MandateKind::Immediate)});
    const Actor chiefElsewhere
        = with(Role::ChiefRepresentative, "chief4", {mandateOf(MandateKind::Decide, {"公安局"})});
    const Actor chiefAway = with(Role::ChiefRepresentative, "chief5", {mandateOf(MandateKind::Decide)}, "公安局");
    const Actor wrongMandate = with(Role::IntegratedClerk, "ic2", {mandateOf(MandateKind::Decide)});
    const History history = received(CaseType::Commitment);
    for (const Event event : {Event::RequestCorrection, Event::Accept, Event::AcceptTolerant}) {
        const auto asked
            = [&](const Actor& actor) { return history.asked(event, CommandAct::Do, actor, "2018-11-06"); };
        EXPECT_EQ(asked(clerk), "");
        EXPECT_EQ(asked(foreignClerk), "not_own_department");
        EXPECT_EQ(asked(integrated), "");
        EXPECT_EQ(asked(integratedWithout), "no_mandate");
        EXPECT_EQ(asked(wrongMandate), "no_mandate");
        EXPECT_EQ(asked(chief), "");
        EXPECT_EQ(asked(chiefAway), ""); // of any department that his mandate covers
        EXPECT_EQ(asked(chiefWithout), "no_mandate");
        EXPECT_EQ(asked(chiefElsewhere), "no_mandate");
        EXPECT_EQ(asked(reviewer), "not_permitted");
    }
}

TEST(Who, everyActOfAChiefNeedsAMandateOfThatDay) {
    History history = pending();
    Actor late = chief;
    late.mandates[0].end = test::on("2018-11-08");
    EXPECT_EQ(history.asked(Event::Grant, CommandAct::Do, late, "2018-11-08"), ""); // the last day is inside
    EXPECT_EQ(history.asked(Event::Grant, CommandAct::Do, late, "2018-11-09"), "no_mandate");
    Actor early = chief;
    early.mandates[0].start = test::on("2018-11-09");
    EXPECT_EQ(history.asked(Event::Grant, CommandAct::Do, early, "2018-11-08"), "no_mandate");
    EXPECT_EQ(history.asked(Event::Grant, CommandAct::Do, early, "2018-11-09"), "");
    const Actor bare = with(Role::ChiefRepresentative, "bare", {});
    for (const Event event : {Event::Grant, Event::Refuse, Event::SendBack, Event::Terminate, Event::Assign}) {
        EXPECT_EQ(history.asked(event, CommandAct::Do, bare, "2018-11-08"), "no_mandate") << toText(event);
    }
    EXPECT_EQ(history.asked(Event::DeclareInterest, CommandAct::Do, bare, "2018-11-08"), "");
    EXPECT_EQ(history.says(Event::Suspend, CommandAct::Request, reviewer, "2018-11-08"), "");
    EXPECT_EQ(history.asked(Event::Suspend, CommandAct::Approve, bare, "2018-11-08"), "no_mandate");
    EXPECT_EQ(history.asked(Event::Suspend, CommandAct::Decline, bare, "2018-11-08"), "no_mandate");
}

TEST(Who, aScopeIsADepartmentAnItemOrEverything) {
    const History history = pending();
    for (const std::string scope : {"*", test::department, "item-one_review_one_approve"}) {
        const Actor actor = with(Role::ChiefRepresentative, "c", {mandateOf(MandateKind::Decide, {"公安局", scope})});
        EXPECT_EQ(history.asked(Event::Grant, CommandAct::Do, actor, "2018-11-08"), "") << scope;
    }
}

TEST(Who, onesOwnMandateIsUsedBeforeOneHeldAsAStandIn) {
    Mandate standIn = mandateOf(MandateKind::Decide);
    standIn.standsInFor = PersonId {"reviewer"}; // who reviewed, and therefore bars his stand-in
    const Mandate own = mandateOf(MandateKind::Decide);
    History history = pending();
    EXPECT_EQ(
        history.asked(Event::Grant, CommandAct::Do, with(Role::ChiefRepresentative, "c", {standIn}), "2018-11-08"),
        "separation");
    EXPECT_EQ(history.does(Event::Grant, with(Role::ChiefRepresentative, "c", {standIn, own}), "2018-11-08"), "");
    EXPECT_FALSE(history.last().actor.onBehalfOf);
}

TEST(Who, ofSeveralMandatesTheFirstThatCoversIsUsed) {
    Mandate forReviewer = mandateOf(MandateKind::Decide);
    forReviewer.standsInFor = PersonId {"reviewer"};
    Mandate forChief = mandateOf(MandateKind::Decide);
    forChief.standsInFor = PersonId {"chief"};
    const History history = pending();
    const auto asked = [&](std::vector<Mandate> mandates) {
        return history.asked(
            Event::Grant, CommandAct::Do, with(Role::ChiefRepresentative, "c", std::move(mandates)), "2018-11-08");
    };
    EXPECT_EQ(asked({forChief, forReviewer}), "");
    EXPECT_EQ(asked({forReviewer, forChief}), "separation");
}

TEST(Who, onTheSpotAClerkOrChiefWithAnImmediateMandateDecides) {
    const Actor mandated = with(Role::WindowClerk, "clerk", {mandateOf(MandateKind::Immediate)});
    const Actor foreign = with(Role::WindowClerk, "f", {mandateOf(MandateKind::Immediate)}, "公安局");
    const Actor spotChief = with(Role::ChiefRepresentative, "c", {mandateOf(MandateKind::Immediate)});
    const History byClerk = received(CaseType::Immediate);
    const auto asked
        = [&](const Actor& actor) { return byClerk.asked(Event::DecideOnSpot, CommandAct::Do, actor, "2018-11-05"); };
    EXPECT_EQ(asked(mandated), ""); // who took in may decide
    EXPECT_EQ(asked(foreign), "");
    EXPECT_EQ(asked(spotChief), "");
    EXPECT_EQ(asked(clerk), "no_mandate");
    EXPECT_EQ(asked(chief), "no_mandate"); // a mandate to decide is not one to decide on the spot
    EXPECT_EQ(asked(with(Role::IntegratedClerk, "i", {mandateOf(MandateKind::Immediate)})), "not_permitted");
    EXPECT_EQ(asked(with(Role::Reviewer, "r", {mandateOf(MandateKind::Immediate)})), "not_permitted");
}

TEST(Who, whereAnIntegratedWindowTookInTheDepartmentDecidesOnTheSpot) {
    const History history = received(CaseType::Immediate, integrated);
    const Mandate immediate = mandateOf(MandateKind::Immediate);
    Mandate standIn = immediate;
    standIn.standsInFor = PersonId {"integrated"};
    const auto asked
        = [&](const Actor& actor) { return history.asked(Event::DecideOnSpot, CommandAct::Do, actor, "2018-11-05"); };
    EXPECT_EQ(asked(with(Role::WindowClerk, "other", {immediate})), "");
    EXPECT_EQ(
        asked(with(Role::WindowClerk, "integrated", {immediate})), "separation"); // the same person, in another role
    EXPECT_EQ(asked(with(Role::WindowClerk, "other", {immediate}, "公安局")), "not_own_department");
    EXPECT_EQ(asked(with(Role::WindowClerk, "other", {standIn})), ""); // only his own acts count here
}

TEST(Who, whoAsksNeitherApprovesNorDeclines) {
    const Actor both = with(Role::ChiefRepresentative, "reviewer", {mandateOf(MandateKind::Decide)});
    History history = received(CaseType::OneReviewOneApprove);
    EXPECT_EQ(history.says(Event::RefuseAcceptance, CommandAct::Request, clerk, "2018-11-05"), "");
    const Actor clerkAsChief = with(Role::ChiefRepresentative, "clerk", {mandateOf(MandateKind::Decide)});
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Approve, clerkAsChief, "2018-11-05"), "same_person");
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Decline, clerkAsChief, "2018-11-05"), "same_person");
    EXPECT_EQ(history.does(Event::Accept, clerk, "2018-11-06"), "");
    for (const Event event : {Event::StartSpecial, Event::Suspend, Event::Extend}) {
        EXPECT_EQ(history.says(event, CommandAct::Request, reviewer, "2018-11-06"), "");
        EXPECT_EQ(history.asked(event, CommandAct::Approve, both, "2018-11-06"), "same_person") << toText(event);
        EXPECT_EQ(history.asked(event, CommandAct::Decline, both, "2018-11-06"), "same_person") << toText(event);
        EXPECT_EQ(history.asked(event, CommandAct::Approve, chief, "2018-11-06"), "") << toText(event);
    }
}

TEST(Who, anyReviewerMayAskWhoeverIsAssigned) {
    History history = received(CaseType::OneReviewOneApprove);
    EXPECT_EQ(history.does(Event::Accept, clerk, "2018-11-06"), "");
    EXPECT_EQ(history.does(Event::Assign, chief, "2018-11-06"), "");
    for (const Event event : {Event::StartSpecial, Event::Suspend, Event::Extend}) {
        EXPECT_EQ(history.asked(event, CommandAct::Request, otherReviewer, "2018-11-06"), "") << toText(event);
    }
    EXPECT_EQ(history.both(Event::StartSpecial, reviewer, chief, "2018-11-07"), "");
    EXPECT_EQ(history.asked(Event::EndSpecial, CommandAct::Do, otherReviewer, "2018-11-08"), "");
}

TEST(Who, whileARequestStandsAnotherForTheSameIsRefused) {
    History history = received(CaseType::OneReviewOneApprove);
    EXPECT_EQ(history.does(Event::Accept, clerk, "2018-11-06"), "");
    EXPECT_EQ(history.says(Event::Extend, CommandAct::Request, reviewer, "2018-11-06"), "");
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Request, otherReviewer, "2018-11-06"), "already_requested");
    EXPECT_EQ(history.asked(Event::Suspend, CommandAct::Request, otherReviewer, "2018-11-06"), "");
    EXPECT_EQ(history.says(Event::Extend, CommandAct::Decline, chief, "2018-11-06"), "");
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Request, otherReviewer, "2018-11-06"), "");
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Approve, chief, "2018-11-06"), "no_request");
}

TEST(Who, nobodyDecidesWhatHeTookInOrReviewed) {
    const std::vector<Mandate> decide {mandateOf(MandateKind::Decide)};
    for (const Event event : {Event::Grant, Event::Refuse}) {
        const History history = pending(with(Role::WindowClerk, "acceptor", {}));
        const auto asked = [&](const std::string& id) {
            return history.asked(event, CommandAct::Do, with(Role::ChiefRepresentative, id, decide), "2018-11-08");
        };
        EXPECT_EQ(asked("clerk"), "separation"); // wrote 1
        EXPECT_EQ(asked("acceptor"), "separation"); // wrote 6
        EXPECT_EQ(asked("reviewer"), "separation"); // wrote 15
        EXPECT_EQ(asked("chief"), "");
        Mandate standIn = decide[0];
        standIn.standsInFor = PersonId {"clerk"};
        EXPECT_EQ(history.asked(event, CommandAct::Do, with(Role::ChiefRepresentative, "x", {standIn}), "2018-11-08"),
            "separation");
    }
}

TEST(Who, whoOnlyHelpedAlongMayDecide) {
    const std::vector<Mandate> decide {mandateOf(MandateKind::Decide)};
    const auto as = [&](Role role, const std::string& id) { return with(role, id, decide); };
    History history = received(CaseType::Commitment);
    EXPECT_EQ(history.does(Event::RequestCorrection, as(Role::WindowClerk, "noticer"), "2018-11-05"), "");
    EXPECT_EQ(history.says(Event::RefuseAcceptance, CommandAct::Request, as(Role::WindowClerk, "proposer"),
                  "2018-11-05", [](CommandFacts& facts) { facts.ground = "listed_defects_open"; }),
        "");
    EXPECT_EQ(history.does(Event::Resubmit, as(Role::WindowClerk, "counter"), "2018-11-06",
                  [](CommandFacts& facts) { facts.supplied = {2}; }),
        "");
    EXPECT_EQ(history.does(Event::AcceptTolerant, clerk, "2018-11-06"), "");
    EXPECT_EQ(history.does(Event::Assign, chief, "2018-11-06"), "");
    EXPECT_EQ(history.does(Event::StartReview, reviewer, "2018-11-06"), "");
    EXPECT_EQ(history.says(Event::Extend, CommandAct::Request, as(Role::Reviewer, "asker"), "2018-11-06"), "");
    EXPECT_EQ(history.does(Event::CompleteTolerance, as(Role::WindowClerk, "completer"), "2018-11-06"), "");
    EXPECT_EQ(history.does(Event::Assign, chief, "2018-11-06",
                  [](CommandFacts& facts) { facts.reviewer = PersonId {"reviewer2"}; }),
        "");
    EXPECT_EQ(history.does(Event::SubmitOpinion, otherReviewer, "2018-11-07",
                  [](CommandFacts& facts) {
                      facts.siteCheck = true;
                      facts.officers = {PersonId {"o1"}, PersonId {"o2"}};
                  }),
        "");
    const auto asked = [&](const std::string& id) {
        return history.asked(Event::Grant, CommandAct::Do, as(Role::ChiefRepresentative, id), "2018-11-08");
    };
    for (const char* id : {"noticer", "proposer", "counter", "asker", "completer", "chief"}) {
        EXPECT_EQ(asked(id), "") << id;
    }
    for (const char* id : {"clerk", "reviewer", "reviewer2", "o1", "o2"}) {
        EXPECT_EQ(asked(id), "separation") << id;
    }
    // The bar does not reach terminations and approvals.
    EXPECT_EQ(
        history.asked(Event::Terminate, CommandAct::Do, as(Role::ChiefRepresentative, "clerk"), "2018-11-08"), "");
    EXPECT_EQ(
        history.asked(Event::Extend, CommandAct::Approve, as(Role::ChiefRepresentative, "clerk"), "2018-11-08"), "");
}

TEST(Who, aDeclaredInterestBarsThatPersonAndNobodyElse) {
    Mandate standIn = mandateOf(MandateKind::Decide);
    standIn.standsInFor = PersonId {"chief"};
    const Actor standInChief = with(Role::ChiefRepresentative, "x", {standIn});
    History history = received(CaseType::OneReviewOneApprove);
    for (const Actor& actor : {clerk, chief, reviewer}) {
        EXPECT_EQ(history.does(Event::DeclareInterest, actor, "2018-11-05"), "");
    }
    EXPECT_EQ(history.asked(Event::Accept, CommandAct::Do, clerk, "2018-11-05"), "interest");
    EXPECT_EQ(history.asked(Event::AcceptTolerant, CommandAct::Do, clerk, "2018-11-05"), "interest");
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Request, clerk, "2018-11-05"), "interest");
    EXPECT_EQ(history.asked(Event::RequestCorrection, CommandAct::Do, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.says(Event::RefuseAcceptance, CommandAct::Request, foreignClerk, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Approve, chief, "2018-11-05"), "interest");
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Decline, chief, "2018-11-05"), "interest");
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Approve, standInChief, "2018-11-05"), "");
    EXPECT_EQ(history.does(Event::Accept, integrated, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Request, reviewer, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::SubmitOpinion, CommandAct::Do, reviewer, "2018-11-05"), "interest");
    const auto named = [](CommandFacts& facts) {
        facts.siteCheck = true;
        facts.officers = {PersonId {"o1"}, PersonId {"reviewer"}};
    };
    EXPECT_EQ(history.asked(Event::SubmitOpinion, CommandAct::Do, otherReviewer, "2018-11-05", named), "interest");
    EXPECT_EQ(history.does(Event::Assign, otherChief, "2018-11-05"), ""); // does not look at interests
    EXPECT_EQ(history.does(Event::Assign, chief, "2018-11-05",
                  [](CommandFacts& facts) { facts.reviewer = PersonId {"reviewer2"}; }),
        "");
    EXPECT_EQ(history.does(Event::SubmitOpinion, otherReviewer, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::Grant, CommandAct::Do, chief, "2018-11-05"), "interest");
    EXPECT_EQ(history.asked(Event::Refuse, CommandAct::Do, chief, "2018-11-05"), "interest");
    EXPECT_EQ(history.asked(Event::Grant, CommandAct::Do, standInChief, "2018-11-05"), "");
}

TEST(Who, aReviewIsBegunByTheAssignedAndTheOpinionByHimOrAnybody) {
    History history = received(CaseType::Commitment);
    EXPECT_EQ(history.does(Event::Accept, clerk, "2018-11-06"), "");
    EXPECT_EQ(history.asked(Event::StartReview, CommandAct::Do, reviewer, "2018-11-06"), "no_reviewer");
    EXPECT_EQ(history.does(Event::Assign, chief, "2018-11-06"), "");
    EXPECT_EQ(history.asked(Event::StartReview, CommandAct::Do, otherReviewer, "2018-11-06"), "not_assigned");
    EXPECT_EQ(history.does(Event::StartReview, reviewer, "2018-11-06"), "");
    EXPECT_EQ(history.asked(Event::SubmitOpinion, CommandAct::Do, otherReviewer, "2018-11-06"), "not_assigned");
    EXPECT_EQ(history.asked(Event::SubmitOpinion, CommandAct::Do, reviewer, "2018-11-06"), "");

    History unassigned = received(CaseType::OneReviewOneApprove);
    EXPECT_EQ(unassigned.does(Event::Accept, clerk, "2018-11-06"), "");
    EXPECT_EQ(unassigned.does(Event::SubmitOpinion, otherReviewer, "2018-11-06"), "");
    EXPECT_EQ(unassigned.does(Event::SendBack, chief, "2018-11-06"), "");
    EXPECT_EQ(unassigned.asked(Event::SubmitOpinion, CommandAct::Do, reviewer, "2018-11-06"), "not_assigned");
    EXPECT_EQ(unassigned.asked(Event::SubmitOpinion, CommandAct::Do, otherReviewer, "2018-11-06"), "");
}

TEST(Who, whoDecidedOnTheSpotHandsOutThatResultHimself) {
    const Actor spot = with(Role::WindowClerk, "clerk", {mandateOf(MandateKind::Immediate)});
    History history = received(CaseType::Immediate);
    EXPECT_EQ(history.does(Event::DecideOnSpot, spot, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::IssueResult, CommandAct::Do, foreignClerk, "2018-11-05"), "not_permitted");
    EXPECT_EQ(history.asked(Event::IssueResult, CommandAct::Do, issuer, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::IssueResult, CommandAct::Do, clerk, "2018-11-05",
                  [](CommandFacts& facts) { facts.sealed = false; }),
        "not_sealed");
    EXPECT_EQ(history.does(Event::IssueResult, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.asked(Event::Deliver, CommandAct::Do, clerk, "2018-11-05",
                  [](CommandFacts& facts) { facts.collectorIdentified = false; }),
        "no_collector");
    EXPECT_EQ(
        history.does(Event::Deliver, clerk, "2018-11-05", [](CommandFacts& facts) { facts.way = "balloon"; }), "");
}

TEST(Who, anItemWithoutACertificatePassesIssueAllTheSame) {
    History history = pending();
    history.item().result.clear();
    EXPECT_EQ(history.does(Event::Grant, chief, "2018-11-08"), "");
    EXPECT_EQ(history.asked(Event::Deliver, CommandAct::Do, issuer, "2018-11-08"), "bad_state");
    EXPECT_EQ(history.does(Event::IssueResult, issuer, "2018-11-08",
                  [](CommandFacts& facts) { facts.sealed = facts.numberAssigned = false; }),
        "");
}

TEST(Who, onlyTheCentreWritesSilence) {
    History history = received(CaseType::Commitment);
    for (const Actor& actor : {clerk, chief, citizen}) {
        EXPECT_EQ(history.asked(Event::DeemAccepted, CommandAct::Do, actor, "2018-11-20"), "not_permitted");
    }
    EXPECT_EQ(history.asked(Event::DeemAccepted, CommandAct::Do, centre, "2018-11-20"), "");
}

} // namespace
} // namespace yichuang
