// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/command.h>
#include <yichuang/domain/deadline.h>
#include <yichuang/domain/ids.h>
#include <yichuang/domain/item.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// domain.md 2.2. Text names as there ("Draft", "AwaitingCorrection" …).
enum class Stage {
    Draft,
    Received,
    AwaitingCorrection,
    NotAccepted,
    Accepted,
    UnderReview,
    SpecialProcedure,
    Suspended,
    PendingDecision,
    Granted,
    Refused,
    ResultReady,
    Delivered,
    Withdrawn,
    Terminated,
    Archived
};
[[nodiscard]] std::string_view toText(Stage stage);
[[nodiscard]] std::optional<Stage> stageFromText(std::string_view text);
[[nodiscard]] const std::vector<Stage>& allStages();
/// Accepted, UnderReview, PendingDecision (2.6 (1)).
[[nodiscard]] bool isRunning(Stage stage);
[[nodiscard]] bool isPaused(Stage stage);
[[nodiscard]] bool isBeforeDecision(Stage stage);
[[nodiscard]] bool isConcluded(Stage stage);

/// A standing request (8, 11, 13, 14, 21).
struct Request {
    PersonId asker;
    CivilDate date;
    CommandFacts facts;
    friend bool operator==(const Request&, const Request&) = default;
};

struct CaseState;

/// What silence did last (4, 9, 21 or 26) and the case as it stood before, so that `annulDeemed` can take it back.
struct Silence {
    Event event = Event::DeemAccepted;
    std::shared_ptr<const CaseState> before;
    friend bool operator==(const Silence& left, const Silence& right);
};

/// The fold of a case's entries. Made by `evolve` only.
struct CaseState {
    Stage stage = Stage::Draft;
    Stage pausedFrom = Stage::Draft; ///< where a pause goes back to
    std::optional<CivilDate> stageSince; ///< the day on which the present stage was reached
    ItemId item;
    int itemVersion = 0;
    CaseType caseType = CaseType::Immediate;
    std::string caseNo;
    WindowId window;
    bool simulated = false;
    std::optional<CivilDate> lastDate; ///< of the last entry
    std::optional<CivilDate> receivedOn;

    // correction clock
    std::optional<CivilDate> windowEnd;
    bool noticeGiven = false;
    std::optional<CivilDate> noticeOn;
    int periodDays = 0; ///< working days told in the notice
    std::vector<int> openDefects; ///< listed and not yet supplied
    std::optional<CivilDate> periodEnd;
    std::optional<PersonId> lapseConfirmedBy; ///< WC or IC; the centre answers with 9
    std::optional<Role> lapseConfirmedByRole;
    std::optional<CivilDate> resubmittedOn;

    // decision clocks
    std::optional<CivilDate> acceptedOn; ///< legal date of acceptance (2.7 "Day zero")
    std::optional<CivilDate> dayZero;
    std::optional<Limit> promised;
    std::optional<Limit> statutory;
    int extensionDays = 0;
    bool extended = false;
    std::vector<Pause> pauses;
    std::optional<CivilDate> concludedOn;
    std::optional<CivilDate> deliveryDue;
    std::optional<CivilDate> deliveredOn;
    std::map<int, CivilDate> stepEntered; ///< step ordinal (from 1) -> first day in it
    std::string calendarVersion;

    // tolerance, commitment
    bool toleranceOpen = false;
    std::optional<CivilDate> toleranceDue;
    std::vector<int> promisedMaterials;
    bool commitmentMode = false;
    std::vector<int> pledgedMaterials; ///< to be verified afterwards

    // people
    std::optional<PersonId> intakeBy;
    std::optional<Role> intakeRole;
    std::set<PersonId> tookIn;
    std::set<PersonId> reviewed;
    std::set<PersonId> interested;
    std::optional<PersonId> assignedReviewer;
    std::optional<PersonId> decidedBy;
    std::optional<PersonId> decidedOnSpotBy;

    std::map<Event, Request> requests;
    bool deemedAccepted = false;
    std::optional<Silence> silence; ///< empty once somebody has built on it
    bool irregular = false;
    int entryCount = 0;

    friend bool operator==(const CaseState&, const CaseState&) = default;
};

inline bool operator==(const Silence& left, const Silence& right) {
    return left.event == right.event
        && (left.before == right.before || (left.before && right.before && *left.before == *right.before));
}

} // namespace yichuang
