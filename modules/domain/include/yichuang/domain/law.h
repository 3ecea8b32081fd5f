// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/case_state.h>
#include <yichuang/domain/entry.h>
#include <yichuang/domain/item.h>
#include <yichuang/domain/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// Number of the law that this release decides by; an act names the one it was decided with.
inline constexpr int lawVersion = 1;

/// Why the law refuses a command. Text: snake_case ("bad_state", "window_over" …).
enum class RefusalCode {
    BadState,
    NotPermitted,
    UnknownCommand,
    DateOrder,
    NotYet,
    WindowOver,
    WindowOpen,
    NoRequest,
    AlreadyRequested,
    SamePerson,
    NoMandate,
    NotOwnDepartment,
    NotAssigned,
    NoReviewer,
    Separation,
    Interest,
    IdentityNotChecked,
    ItemNotInForce,
    BadCaseNumber,
    ModeNotAllowed,
    NotCurable,
    SecondNotice,
    NoFullList,
    UnknownMaterial,
    BadPeriod,
    NothingSupplied,
    NotInScope,
    ImproperForm,
    Incomplete,
    NothingMissing,
    NotTolerable,
    NoPromise,
    BadCredit,
    NoToleranceImmediate,
    ToleranceTooShort,
    ToleranceOpen,
    NoTolerance,
    NoPledge,
    BadGround,
    KindNotListed,
    NoBasis,
    NoDays,
    NoResult,
    NoExtension,
    ExtensionTooLate,
    AlreadyExtended,
    HeadNotApproved,
    NoOpinion,
    OneOfficer,
    NoReason,
    NoReasons,
    NotImmediate,
    NotGrant,
    NotSealed,
    NoCollector,
    NotInWriting,
    IrregularOpen,
    NotIrregular,
    CalendarUnknown,
    WrongTarget,
    UnknownPerson,
    PersonDisabled,
    WrongWindow
};
[[nodiscard]] std::string_view toText(RefusalCode code);
[[nodiscard]] std::optional<RefusalCode> refusalCodeFromText(std::string_view text);
/// The article that a refusal rests on ("行政许可法第三十二条"), empty where it is only the hall's own rule.
[[nodiscard]] std::string_view articleOf(RefusalCode code);

struct Refusal {
    RefusalCode code = RefusalCode::BadState;
    std::map<std::string, std::string>
        arguments {}; ///< e.g. {"year", "2027"}, {"due", "2018-11-26"}, {"material", "5"}
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// What the law reads beside case and command. The item is the version under which the case was (or is being) opened.
struct LawContext {
    const Item& item;
    const Calendar& calendar;
};

using Decision = tl::expected<std::vector<Entry>, Refusal>;

/// The law (domain.md 2 to 4, 8). Pure: same input, same answer, any thread. Returns the entries to append (one for
/// every command today), or why not. Date order is judged against `state.lastDate`; who judges it against another entry
/// (the centre, against `base`) sets that date in his copy of the state.
[[nodiscard]] Decision decide(const CaseState& state, const Command& command, const LawContext& context);

/// Appends one entry to the fold. Pure and total: it never refuses. A `resubmit` that meets another only takes its
/// supplied defects off the list. Entries that stand alone move nothing but the count.
[[nodiscard]] CaseState evolve(CaseState state, const Entry& entry);

/// The command whose decision an entry is; the actor's rights come from the registry. Pure.
[[nodiscard]] Command commandOf(const Entry& entry, Actor actor);

/// Whether an `amend` of that particular needs the approval of a chief representative: the applicant's name and
/// identity number ("applicant.name", "applicant.id_kind", "applicant.id_number").
[[nodiscard]] bool amendNeedsApproval(std::string_view field);

/// Supervision lamps (domain.md 2.5). Queries: nothing stored depends on today.
enum class Lamp { None, Alert, Yellow, Red };

/// Everything a list, a ribbon and a card ask about time.
struct Dues {
    std::optional<CivilDate> promised;
    std::optional<CivilDate> statutory;
    std::optional<CivilDate> effective;
    std::optional<CivilDate> delivery;
    bool promisedOverdue = false;
    bool statutoryOverdue = false;
    bool provisional = false; ///< 暂定: the date until which the present stage has to end
    bool stopped = false; ///< a pause is open
    std::optional<CivilDate> stoppedSince;
    Lamp lamp = Lamp::None;
    std::string
        lampReason; ///< code: "due_tomorrow", "due_today", "promised_passed", "step_passed", "statutory_passed",
                    ///< "deemed", "delivery_late", "irregular", "tolerance_passed", "window_passed"
    std::optional<int> workdaysLeft; ///< to the effective due date; 0 = today, negative = overdue
};
/// As of `asOf`; after conclusion as they stood on that day (2.7). A date that can't be computed is empty, never an
/// error.
[[nodiscard]] Dues duesOf(const CaseState& state, const LawContext& context, CivilDate asOf);

/// The explained deadline that the ribbon draws: the effective one of promised and statutory; before acceptance the
/// correction window. Empty when no clock is set or the calendar does not know a year.
[[nodiscard]] std::optional<Deadline> explainedDeadline(
    const CaseState& state, const LawContext& context, CivilDate asOf);

/// Sorted flag names of replay.md ("toleranceOpen", "requested:extend" …).
[[nodiscard]] std::vector<std::string> flagsOf(const CaseState& state, const Dues& dues);

/// One thing that may or may not be done now.
struct Possibility {
    Event event = Event::Accept;
    CommandAct act = CommandAct::Do;
    std::optional<Refusal> refusal; ///< why not; judged as if all facts that a person can still supply were good
};
/// Every event × act of the 26 transitions, assign and declareInterest, judged for this actor on this case today: what
/// the screens offer and why the rest is disabled. The same `decide` is asked, with facts filled in as favourably as
/// honesty allows; so what is refused here is refused whatever is typed.
[[nodiscard]] std::vector<Possibility> possibilities(
    const CaseState& state, const Actor& actor, const LawContext& context, CivilDate today);

} // namespace yichuang
