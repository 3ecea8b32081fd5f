// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>
#include <yichuang/domain/ids.h>
#include <yichuang/domain/people.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// The 26 transitions of domain.md 2.3, `assign` and `declareInterest`, and the entries of 2.8. Text names as there.
enum class Event {
    Receive,
    FixOnSpot,
    RequestCorrection,
    DeemAccepted,
    Resubmit,
    Accept,
    AcceptTolerant,
    RefuseAcceptance,
    CorrectionLapsed,
    StartReview,
    StartSpecial,
    EndSpecial,
    Suspend,
    Resume,
    Extend,
    SubmitOpinion,
    SendBack,
    Grant,
    Refuse,
    DecideOnSpot,
    CompleteTolerance,
    ToleranceLapsed,
    IssueResult,
    Deliver,
    Withdraw,
    Terminate,
    Archive,
    Assign,
    DeclareInterest,
    Amend,
    AnnulDeemed,
    LapseConfirmed,
    Recalendar,
    Irregular,
    Regularised,
    Printed,
    Unmasked,
    Noted,
    Erased
};
[[nodiscard]] std::string_view toText(Event event);
[[nodiscard]] std::optional<Event> eventFromText(std::string_view text);
/// In the order of the enumeration.
[[nodiscard]] const std::vector<Event>& allEvents();
/// Printed, unmasked, noted: nobody's business but their own. They always hold, never follow a refusal, are nobody's
/// base.
[[nodiscard]] bool standsAlone(Event event);

/// `do`, or where one asks and another approves (8, 11, 13, 14, 21): request, approve, decline.
enum class CommandAct { Do, Request, Approve, Decline };
[[nodiscard]] std::string_view toText(CommandAct act);
[[nodiscard]] std::optional<CommandAct> commandActFromText(std::string_view text);
[[nodiscard]] bool takesTwoEntries(Event event);

/// Notify-and-commit (告知承诺).
struct Commit {
    bool pledgeSigned = false;
    std::vector<int> pledged; ///< material seq
    friend bool operator==(const Commit&, const Commit&) = default;
};

/// What a command states. Which of these an event reads is told in replay.md and domain.md 2.8; what is missing counts
/// as not so. Nothing here names a person outside the hall's staff and nothing is free text: reasons, opinions and
/// names are particulars; that a reason was given is a fact.
struct CommandFacts {
    // receive
    bool identityChecked = false;
    bool itemInForce = false;
    std::string caseNo;
    bool simulated = false;
    ItemId item;
    int itemVersion = 0;
    WindowId window;
    // fixOnSpot, requestCorrection, resubmit, accept, acceptTolerant, decideOnSpot, completeTolerance
    bool curable = false;
    bool fullList = false;
    std::vector<int> defects;
    std::optional<int> periodDays;
    std::vector<int> supplied;
    bool inScope = false;
    bool properForm = false;
    std::vector<int> missing;
    std::optional<Commit> commit;
    std::string decisionResult; ///< decideOnSpot: "grant"
    bool promiseSigned = false;
    bool badCredit = false;
    std::string ground; ///< refuseAcceptance, terminate
    std::optional<PersonId> confirmedBy; ///< correctionLapsed
    std::optional<Role> confirmedByRole;
    std::string kind; ///< startSpecial
    int daysNeeded = 0;
    bool resultOnFile = false;
    std::string basis; ///< suspend: a basis code
    int days = 0; ///< extend
    bool headApproved = false;
    bool opinionGiven = false; ///< submitOpinion
    std::string opinionVerdict; ///< "grant" or "refuse": what the reviewer proposes; guards nothing
    std::optional<CivilDate> opinionDate;
    bool siteCheck = false;
    std::vector<PersonId> officers;
    bool reasonGiven = false; ///< sendBack, refuse (reasons), completeTolerance late, amend, regularised …
    bool remediesGiven = false;
    bool sealed = false;
    bool numberAssigned = false;
    bool collectorIdentified = false;
    std::string way; ///< deliver: "counter", "post", "proxy"
    bool inWriting = false;
    std::optional<PersonId> reviewer; ///< assign
    // entries beside the transitions (2.8)
    std::optional<EntryId> target; ///< annulDeemed, regularised: the entry meant
    std::string field; ///< amend, unmasked
    std::optional<PersonId> approvedBy; ///< amend of name or identity number: the CR
    std::string paper; ///< printed: kind of paper
    int ordinal = 0; ///< printed: ordinal of the paper in the case
    int copy = 0; ///< printed: 1 = first print, 2 … = 补打
    int copies = 0;
    int templateVersion = 0;
    std::string contentHash;
    std::string calendarVersion; ///< recalendar
    std::vector<EntryId> erasedEntries;
    friend bool operator==(const CommandFacts&, const CommandFacts&) = default;
};

struct Command {
    Event event = Event::Receive;
    CommandAct act = CommandAct::Do;
    CivilDate date; ///< legal date of the corrected time
    Actor actor;
    CommandFacts facts;
};

} // namespace yichuang
