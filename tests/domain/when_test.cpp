// SPDX-License-Identifier: GPL-3.0-or-later
// When: domain.md 2.7 "When" and 2.6, line by line.
#include "hall.h"

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

std::string text(const std::optional<CivilDate>& date) {
    return date ? isoDate(*date) : "-";
}

History received(Item item, std::string_view date = "2018-11-05") {
    History history {std::move(item)};
    EXPECT_EQ(history.does(Event::Receive, clerk, date), "");
    return history;
}

History underReview(Item item = itemOf(CaseType::OneReviewOneApprove), std::string_view date = "2018-11-05") {
    History history = received(std::move(item), date);
    EXPECT_EQ(history.does(Event::Accept, clerk, date), "");
    return history;
}

TEST(When, noEntryIsEarlierThanTheLast) {
    History history = underReview();
    EXPECT_EQ(history.asked(Event::SubmitOpinion, CommandAct::Do, reviewer, "2018-11-04"), "date_order");
    EXPECT_EQ(history.asked(Event::SubmitOpinion, CommandAct::Do, reviewer, "2018-11-05"), "");
}

TEST(When, aDateThatTheCalendarDoesNotKnowIsRefusedWhereTheEntrySetsIt) {
    History history {itemOf(CaseType::Commitment)};
    EXPECT_EQ(history.asked(Event::Receive, CommandAct::Do, clerk, "2026-12-28"), "calendar_unknown");
    EXPECT_EQ(history.does(Event::Receive, clerk, "2026-12-18"), "");
    EXPECT_EQ(history.asked(Event::RequestCorrection, CommandAct::Do, clerk, "2026-12-18"), "calendar_unknown");
    EXPECT_EQ(history.asked(Event::RequestCorrection, CommandAct::Do, clerk, "2026-12-18",
                  [](CommandFacts& facts) { facts.periodDays = 3; }),
        "");
    EXPECT_EQ(history.asked(Event::Accept, CommandAct::Do, clerk, "2026-12-18"), "calendar_unknown");
}

TEST(When, aDateThatIsOnlyShownAndCantBeComputedIsEmpty) {
    Item item = itemOf(CaseType::OneReviewOneApprove);
    item.statutory.reset();
    History history = underReview(item, "2026-12-01");
    EXPECT_EQ(text(history.dues("2026-12-01").promised), "2026-12-04");
    EXPECT_EQ(history.both(Event::Suspend, reviewer, chief, "2026-12-02"), "");
    EXPECT_EQ(text(history.dues("2026-12-31").promised), "-");
    EXPECT_FALSE(history.dues("2026-12-31").promisedOverdue);
    EXPECT_EQ(text(history.dues("2026-12-28").promised), "2026-12-31");
    EXPECT_TRUE(history.dues("2026-12-28").provisional);
}

TEST(When, theCorrectionWindowIsCountedInWorkingDaysAfterReceipt) {
    History history = received(itemOf(CaseType::Commitment), "2018-09-28");
    EXPECT_EQ(text(history.state().windowEnd), "2018-10-10");
    EXPECT_EQ(history.asked(Event::Accept, CommandAct::Do, clerk, "2018-10-10"), "");
    EXPECT_EQ(history.asked(Event::Accept, CommandAct::Do, clerk, "2018-10-11"), "window_over");
}

TEST(When, aWindowOfNoDaysEndsThatVeryDayRestDayOrNot) {
    Item item = itemOf(CaseType::Commitment);
    item.correctionNoticeDays = 0;
    History history = received(item, "2018-10-06"); // a Saturday in the holidays
    EXPECT_EQ(text(history.state().windowEnd), "2018-10-06");
    EXPECT_EQ(history.asked(Event::RequestCorrection, CommandAct::Do, clerk, "2018-10-06"), "");
    EXPECT_EQ(history.asked(Event::RequestCorrection, CommandAct::Do, clerk, "2018-10-07"), "window_over");
    EXPECT_EQ(history.asked(Event::DeemAccepted, CommandAct::Do, centre, "2018-10-06"), "window_open");
    EXPECT_EQ(history.does(Event::DeemAccepted, centre, "2018-10-07"), "");
    EXPECT_EQ(text(history.state().dayZero), "2018-10-06");
}

TEST(When, afterTheSilentWindowOnlySilenceWithdrawalEndAndCuringRemain) {
    const History history = received(itemOf(CaseType::Immediate));
    for (const Event event : {Event::RequestCorrection, Event::Accept, Event::DecideOnSpot}) {
        EXPECT_EQ(history.asked(event, CommandAct::Do, clerk, "2018-11-13"), "window_over") << toText(event);
        EXPECT_EQ(history.asked(event, CommandAct::Do, clerk, "2018-11-12"), "") << toText(event);
    }
    EXPECT_EQ(received(itemOf(CaseType::Commitment)).asked(Event::AcceptTolerant, CommandAct::Do, clerk, "2018-11-13"),
        "window_over");
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Request, clerk, "2018-11-13"), "window_over");
    EXPECT_EQ(history.asked(Event::FixOnSpot, CommandAct::Do, clerk, "2018-11-13"), "");
    EXPECT_EQ(history.asked(Event::Withdraw, CommandAct::Do, clerk, "2018-11-13"), "");
    EXPECT_EQ(history.asked(Event::Terminate, CommandAct::Do, chief, "2018-11-13"), "");
    EXPECT_EQ(history.asked(Event::DeemAccepted, CommandAct::Do, centre, "2018-11-13"), "");
}

TEST(When, aProposedNonAcceptanceIsNotApprovedAfterTheWindowButDeclined) {
    History history = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(history.says(Event::RefuseAcceptance, CommandAct::Request, clerk, "2018-11-12"), "");
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Approve, chief, "2018-11-13"), "window_over");
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Decline, chief, "2018-11-13"), "");
    EXPECT_EQ(history.does(Event::DeemAccepted, centre, "2018-11-13"), "");
    EXPECT_TRUE(history.state().requests.empty());
}

TEST(When, thePeriodInTheNoticeIsThirtyWorkingDaysUnlessToldOtherwise) {
    History history = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(history.does(Event::RequestCorrection, clerk, "2018-11-06"), "");
    EXPECT_EQ(text(history.state().periodEnd), "2018-12-18");
    EXPECT_EQ(history.asked(Event::CorrectionLapsed, CommandAct::Do, centre, "2018-12-18"), "not_yet");
    EXPECT_EQ(history.asked(Event::CorrectionLapsed, CommandAct::Do, centre, "2018-12-19"), "");
    EXPECT_EQ(history.asked(Event::CorrectionLapsed, CommandAct::Do, clerk, "2018-12-19"), "not_permitted");
    EXPECT_EQ(history.asked(Event::CorrectionLapsed, CommandAct::Do, centre, "2018-12-19",
                  [](CommandFacts& facts) { facts.confirmedByRole = Role::Reviewer; }),
        "not_permitted");
    EXPECT_EQ(history.asked(Event::CorrectionLapsed, CommandAct::Do, centre, "2018-12-19",
                  [](CommandFacts& facts) { facts.confirmedBy.reset(); }),
        "not_permitted");
    // 5 and 8 go on until 9 is written, before and after the period's last day.
    EXPECT_EQ(history.asked(Event::Resubmit, CommandAct::Do, clerk, "2018-12-19"), "");
    EXPECT_EQ(history.asked(Event::RefuseAcceptance, CommandAct::Request, clerk, "2018-12-19"), "");
    History shorter = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(
        shorter.does(Event::RequestCorrection, clerk, "2018-11-06", [](CommandFacts& facts) { facts.periodDays = 1; }),
        "");
    EXPECT_EQ(text(shorter.state().periodEnd), "2018-11-07");
}

TEST(When, dayZeroIsTheDayOfTheActOfReceiptOrOfTheCorrection) {
    History accepted = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(accepted.does(Event::Accept, clerk, "2018-11-07"), "");
    EXPECT_EQ(text(accepted.state().dayZero), "2018-11-07");
    History deemed = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(deemed.does(Event::DeemAccepted, centre, "2018-11-20"), "");
    EXPECT_EQ(text(deemed.state().dayZero), "2018-11-05");
    for (const Event event : {Event::Accept, Event::AcceptTolerant, Event::DeemAccepted, Event::DecideOnSpot}) {
        History corrected = received(itemOf(event == Event::DecideOnSpot ? CaseType::Immediate : CaseType::Commitment));
        EXPECT_EQ(corrected.does(Event::RequestCorrection, clerk, "2018-11-06"), "");
        EXPECT_EQ(corrected.does(Event::Resubmit, clerk, "2018-11-08",
                      [event](CommandFacts& facts) {
                          facts.supplied = event == Event::AcceptTolerant ? std::vector {2} : std::vector {2, 3};
                      }),
            "");
        EXPECT_EQ(text(corrected.state().windowEnd), "2018-11-15"); // a new one of the same length
        const bool silent = event == Event::DeemAccepted;
        EXPECT_EQ(corrected.does(event, silent ? centre : clerk, silent ? "2018-11-16" : "2018-11-13"), "");
        EXPECT_EQ(text(corrected.state().dayZero), "2018-11-08") << toText(event);
    }
}

TEST(When, aDeemedAcceptanceCanBeOverdueAtOnce) {
    Item item = itemOf(CaseType::OneReviewOneApprove);
    History history = received(item);
    EXPECT_EQ(history.does(Event::DeemAccepted, centre, "2018-11-13"), "");
    EXPECT_EQ(text(history.dues("2018-11-13").promised), "2018-11-08");
    EXPECT_TRUE(history.dues("2018-11-13").promisedOverdue);
    EXPECT_EQ(history.dues("2018-11-13").lamp, Lamp::Yellow);
}

TEST(When, aPauseBeginsWithItsApprovalAndEndsWithTheResultBothInside) {
    Item item = itemOf(CaseType::Commitment);
    item.statutory.reset();
    History history = received(item, "2025-04-21");
    EXPECT_EQ(history.does(Event::Accept, clerk, "2025-04-21"), "");
    EXPECT_EQ(history.does(Event::Assign, chief, "2025-04-21"), "");
    EXPECT_EQ(history.does(Event::StartReview, reviewer, "2025-04-22"), "");
    EXPECT_EQ(history.says(Event::StartSpecial, CommandAct::Request, reviewer, "2025-04-22"), "");
    EXPECT_TRUE(history.state().pauses.empty()); // a request moves no clock
    EXPECT_EQ(history.says(Event::StartSpecial, CommandAct::Approve, chief, "2025-04-24"), "");
    EXPECT_TRUE(history.dues("2025-04-30").stopped);
    EXPECT_EQ(text(history.dues("2025-04-30").stoppedSince), "2025-04-24");
    EXPECT_EQ(text(history.dues("2025-04-30").promised), "2025-05-15"); // as if it ended that day
    EXPECT_EQ(history.does(Event::EndSpecial, reviewer, "2025-05-09"), "");
    EXPECT_EQ(text(history.dues("2025-05-09").promised), "2025-05-21"); // worked example 8
    EXPECT_EQ(history.state().stage, Stage::UnderReview);
    EXPECT_EQ(history.state().pauses[0].basis, "行政许可法第四十五条");
}

TEST(When, aConclusionEndsAnOpenPauseThatDay) {
    History history = underReview();
    EXPECT_EQ(history.both(Event::Suspend, reviewer, chief, "2018-11-06"), "");
    EXPECT_EQ(history.does(Event::Withdraw, clerk, "2018-11-09"), "");
    EXPECT_EQ(text(history.state().pauses[0].end), "2018-11-09");
    EXPECT_EQ(text(history.dues("2019-03-01").promised), text(history.dues("2018-11-09").promised));
}

TEST(When, anExtensionIsAskedAndApprovedByTheEffectiveDueDateOnce) {
    History history = underReview(); // promised 2018-11-08
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Request, reviewer, "2018-11-08"), "");
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Request, reviewer, "2018-11-09"), "extension_too_late");
    EXPECT_EQ(history.says(Event::Extend, CommandAct::Request, reviewer, "2018-11-08"), "");
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Approve, chief, "2018-11-09"), "extension_too_late");
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Decline, chief, "2018-11-09"), "");
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Approve, chief, "2018-11-08",
                  [](CommandFacts& facts) { facts.headApproved = false; }),
        "head_not_approved");
    EXPECT_EQ(history.says(Event::Extend, CommandAct::Approve, chief, "2018-11-08"), "");
    EXPECT_EQ(text(history.dues("2018-11-08").promised), "2018-11-15");
    EXPECT_EQ(text(history.dues("2018-11-08").statutory), "2018-12-10");
    EXPECT_EQ(history.asked(Event::Extend, CommandAct::Request, reviewer, "2018-11-08"), "already_extended");
}

TEST(When, anExtensionIsAddedToEachLimitInItsOwnUnit) {
    Item item = itemOf(CaseType::OneReviewOneApprove);
    item.statutory = Limit {15, LimitUnit::CalendarDay};
    History history = underReview(item);
    EXPECT_EQ(text(history.dues("2018-11-05").statutory), "2018-11-20");
    EXPECT_EQ(history.both(Event::Extend, reviewer, chief, "2018-11-06"), "");
    EXPECT_EQ(text(history.dues("2018-11-06").promised), "2018-11-15");
    EXPECT_EQ(text(history.dues("2018-11-06").statutory), "2018-11-26"); // the 25th is a Sunday
}

TEST(When, theLongestExtensionIsTheItemsOwnOrTen) {
    const auto asked = [](CaseType type, bool rule, int most, int days) {
        Item item = itemOf(type);
        item.hasExtensionRule = rule;
        item.extensionMaxDays = most;
        History history = received(item);
        EXPECT_EQ(history.does(Event::Accept, clerk, "2018-11-05"), "");
        return history.asked(Event::Extend, CommandAct::Request, reviewer, "2018-11-05",
            [days](CommandFacts& facts) { facts.days = days; });
    };
    EXPECT_EQ(asked(CaseType::OneReviewOneApprove, false, 0, 10), "");
    EXPECT_EQ(asked(CaseType::OneReviewOneApprove, false, 0, 11), "no_days");
    EXPECT_EQ(asked(CaseType::OneReviewOneApprove, true, 40, 40), "");
    EXPECT_EQ(asked(CaseType::OneReviewOneApprove, true, 3, 4), "no_days");
    EXPECT_EQ(asked(CaseType::OneReviewOneApprove, true, 3, 0), "no_days");
    EXPECT_EQ(asked(CaseType::Immediate, false, 0, 1), "no_extension");
    EXPECT_EQ(asked(CaseType::Immediate, true, 3, 3), "");
}

TEST(When, theToleranceIsDueTwoDaysBeforeThePromiseOrOnTheTwentiethDay) {
    const auto due = [](int promised) {
        Item item = itemOf(CaseType::Commitment);
        item.promisedWorkdays = promised;
        item.statutory = Limit {45, LimitUnit::Workday};
        History history = received(item);
        const std::string refusal = history.does(Event::AcceptTolerant, clerk, "2018-11-05");
        return refusal.empty() ? text(history.state().toleranceDue) : refusal;
    };
    EXPECT_EQ(due(10), "2018-11-15");
    EXPECT_EQ(due(30), "2018-12-03"); // the 20th working day
    EXPECT_EQ(due(3), "2018-11-06");
    EXPECT_EQ(due(2), "tolerance_too_short"); // not later than the entry itself
    EXPECT_EQ(due(1), "tolerance_too_short");
}

TEST(When, neitherPauseNorExtensionMovesTheTolerance) {
    History history = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(history.does(Event::AcceptTolerant, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.both(Event::Suspend, reviewer, chief, "2018-11-06"), "");
    EXPECT_EQ(history.both(Event::Resume, reviewer, chief, "2018-11-15"), "");
    EXPECT_EQ(text(history.state().toleranceDue), "2018-11-15");
    EXPECT_EQ(history.asked(Event::ToleranceLapsed, CommandAct::Request, centre, "2018-11-15"), "not_yet");
    EXPECT_EQ(history.says(Event::ToleranceLapsed, CommandAct::Request, centre, "2018-11-16"), "");
    EXPECT_EQ(history.asked(Event::CompleteTolerance, CommandAct::Do, clerk, "2018-11-16",
                  [](CommandFacts& facts) { facts.reasonGiven = false; }),
        "no_reason");
    EXPECT_EQ(history.does(Event::CompleteTolerance, clerk, "2018-11-16"), "");
    EXPECT_FALSE(history.state().toleranceOpen);
    EXPECT_TRUE(history.state().requests.empty()); // 21's flag goes at completion
}

TEST(When, aLapsedToleranceIsConfirmedFromRunningStatesOnlyAndStaysOpen) {
    History history = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(history.does(Event::AcceptTolerant, clerk, "2018-11-05"), "");
    EXPECT_EQ(history.says(Event::ToleranceLapsed, CommandAct::Request, centre, "2018-11-16"), "");
    EXPECT_EQ(history.both(Event::Suspend, reviewer, chief, "2018-11-16"), "");
    EXPECT_EQ(history.asked(Event::ToleranceLapsed, CommandAct::Approve, chief, "2018-11-16"), "bad_state");
    EXPECT_EQ(history.both(Event::Resume, reviewer, chief, "2018-11-19"), "");
    EXPECT_EQ(history.says(Event::ToleranceLapsed, CommandAct::Approve, chief, "2018-11-19"), "");
    EXPECT_EQ(history.state().stage, Stage::Terminated);
    EXPECT_TRUE(history.state().toleranceOpen);
}

TEST(When, aStepLimitStartsOnceAndNeverAgain) {
    History history = underReview();
    EXPECT_EQ(history.does(Event::SubmitOpinion, reviewer, "2018-11-06"), "");
    EXPECT_EQ(history.does(Event::SendBack, chief, "2018-11-07"), "");
    EXPECT_EQ(history.does(Event::SubmitOpinion, reviewer, "2018-11-08"), "");
    EXPECT_EQ(history.state().stepEntered.at(1), test::on("2018-11-05"));
    EXPECT_EQ(history.state().stepEntered.at(2), test::on("2018-11-06"));
}

TEST(When, deliveryHasTenWorkingDaysAndLateIsYellowNotOverdue) {
    History history = underReview(itemOf(CaseType::OneReviewOneApprove), "2026-09-16");
    EXPECT_EQ(history.does(Event::SubmitOpinion, reviewer, "2026-09-17"), "");
    EXPECT_EQ(history.does(Event::Grant, chief, "2026-09-18"), "");
    EXPECT_EQ(text(history.dues("2026-09-18").delivery), "2026-10-09"); // worked example 10
    EXPECT_EQ(history.dues("2026-10-09").lamp, Lamp::None);
    EXPECT_EQ(history.dues("2026-10-12").lampReason, "delivery_late");
    EXPECT_EQ(history.dues("2026-10-12").lamp, Lamp::Yellow);
    EXPECT_FALSE(history.dues("2026-10-12").promisedOverdue);
}

TEST(When, afterAConclusionTheDuesStayAsTheyStood) {
    History onTime = underReview();
    EXPECT_EQ(onTime.does(Event::SubmitOpinion, reviewer, "2018-11-08"), "");
    EXPECT_EQ(onTime.does(Event::Grant, chief, "2018-11-08"), ""); // on the due date is on time
    EXPECT_FALSE(onTime.dues("2019-06-01").promisedOverdue);
    History late = underReview();
    EXPECT_EQ(late.does(Event::SubmitOpinion, reviewer, "2018-11-09"), "");
    EXPECT_TRUE(late.dues("2018-11-09").promisedOverdue); // begins the next day
    EXPECT_EQ(late.does(Event::Refuse, chief, "2018-11-09"), "");
    EXPECT_TRUE(late.dues("2019-06-01").promisedOverdue);
    EXPECT_FALSE(late.dues("2019-06-01").statutoryOverdue);
}

TEST(When, whatEndedBeforeAcceptanceHasNoDues) {
    for (const Event event : {Event::Withdraw, Event::Terminate}) {
        History history = received(itemOf(CaseType::Commitment));
        EXPECT_EQ(history.does(event, event == Event::Withdraw ? clerk : chief, "2018-12-30"), "");
        EXPECT_EQ(text(history.dues("2019-01-05").promised), "-");
        EXPECT_EQ(text(history.dues("2019-01-05").effective), "-");
    }
}

TEST(When, aCaseIsArchivedThirtyCalendarDaysAfterItsEnd) {
    History history = received(itemOf(CaseType::Commitment));
    EXPECT_EQ(history.does(Event::Withdraw, clerk, "2018-11-06"), "");
    EXPECT_EQ(history.asked(Event::Archive, CommandAct::Do, centre, "2018-12-05"), "not_yet");
    EXPECT_EQ(history.asked(Event::Archive, CommandAct::Do, centre, "2018-12-06"), "");
}

TEST(When, theEarlierOfBothLimitsCounts) {
    Item item = itemOf(CaseType::OneReviewOneApprove);
    item.statutory = Limit {1, LimitUnit::CalendarDay};
    History history = underReview(item);
    EXPECT_EQ(text(history.dues("2018-11-05").effective), "2018-11-06");
    item.statutory.reset();
    History without = underReview(item);
    EXPECT_EQ(text(without.dues("2018-11-05").effective), text(without.dues("2018-11-05").promised));
    EXPECT_EQ(text(without.dues("2018-11-05").statutory), "-");
}

} // namespace
} // namespace yichuang
