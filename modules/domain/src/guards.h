// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/law.h>

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>

namespace yichuang {

/// One question to the law: collects the guards of a command, keeps the first that fails, and builds the entry beside.
/// Every guard may be asked whether or not an earlier one failed.
class Guards {
public:
    Guards(const CaseState& state, const Command& command, const LawContext& context);

    [[nodiscard]] const CaseState& state() const { return m_state; }
    [[nodiscard]] const Command& command() const { return m_command; }
    [[nodiscard]] const CommandFacts& facts() const { return m_command.facts; }
    [[nodiscard]] CivilDate date() const { return m_command.date; }
    [[nodiscard]] const Item& item() const { return m_context.item; }
    [[nodiscard]] const Calendar& calendar() const { return m_context.calendar; }
    [[nodiscard]] Entry& entry() { return m_entry; }

    void require(bool holds, RefusalCode code, std::map<std::string, std::string> arguments = {});
    void requireRole(std::initializer_list<Role> roles);
    void requireStage(std::initializer_list<Stage> stages);
    void requireStage(bool (*stage)(Stage));

    /// A mandate in force that covers the item: one's own first, of several the first listed (2.7 "Mandate").
    void requireMandate(MandateKind kind);
    /// Whose acts bar the actor: his own and, with a mandate held as a stand-in, those of whom he stands in for.
    [[nodiscard]] bool actorOrRepresented(const std::function<bool(const PersonId&)>& did) const;
    /// A declared interest is personal.
    void requireNoInterest();
    /// `irregular` makes 10, 17, 22, 23 and 26 wait (2.8).
    void requireRegular();

    /// A date that the entry itself sets. Refused when the calendar does not know it; then the fallback comes back.
    [[nodiscard]] CivilDate workdaysAfter(CivilDate dayZero, int days);

    /// The entry, or the first guard that failed.
    [[nodiscard]] Decision settle();

private:
    const CaseState& m_state;
    const Command& m_command;
    const LawContext& m_context;
    std::optional<Refusal> m_refusal;
    const Mandate* m_mandate = nullptr;
    Entry m_entry;
};

/// 8, 11, 13, 14, 21: one asks, another approves or declines. `guard` is judged on the day of asking and again on the
/// day of approval, on the facts that stand in the request.
void requireTwoEntries(
    Guards& guards, std::initializer_list<Role> askers, const std::function<void(Guards&, const CommandFacts&)>& guard);

// The subjects of the law. Each adds the guards of its events.
void guardReceive(Guards& guards);
void guardFixOnSpot(Guards& guards);
void guardRequestCorrection(Guards& guards);
void guardDeemAccepted(Guards& guards);
void guardResubmit(Guards& guards);
void guardAccept(Guards& guards);
void guardAcceptTolerant(Guards& guards);
void guardRefuseAcceptance(Guards& guards);
void guardCorrectionLapsed(Guards& guards);
void guardStartReview(Guards& guards);
void guardSubmitOpinion(Guards& guards);
void guardSendBack(Guards& guards);
void guardAssign(Guards& guards);
void guardDeclareInterest(Guards& guards);
void guardStartSpecial(Guards& guards);
void guardEndSpecial(Guards& guards);
void guardSuspend(Guards& guards);
void guardResume(Guards& guards);
void guardExtend(Guards& guards);
void guardGrant(Guards& guards);
void guardRefuse(Guards& guards);
void guardDecideOnSpot(Guards& guards);
void guardCompleteTolerance(Guards& guards);
void guardToleranceLapsed(Guards& guards);
void guardIssueResult(Guards& guards);
void guardDeliver(Guards& guards);
void guardWithdraw(Guards& guards);
void guardTerminate(Guards& guards);
void guardArchive(Guards& guards);
void guardAmend(Guards& guards);
void guardAnnulDeemed(Guards& guards);
void guardLapseConfirmed(Guards& guards);
void guardRecalendar(Guards& guards);
void guardIrregular(Guards& guards);
void guardRegularised(Guards& guards);
void guardPrinted(Guards& guards);
void guardUnmasked(Guards& guards);
void guardNoted(Guards& guards);
void guardErased(Guards& guards);

// Shared by several subjects.
/// One's own mandate before one held as a stand-in, and of several the first listed that covers; nullptr if none does.
[[nodiscard]] const Mandate* mandateInForce(
    const std::vector<Mandate>& mandates, MandateKind kind, CivilDate date, const Item& item);
/// 3, 6, 7: WC of the item's department, IC with an `intake` mandate, CR with a `decide` mandate.
void requireTakingOfficer(Guards& guards);
/// 3, 6, 7, 8, 19: silence past the window has accepted.
void requireOpenWindow(Guards& guards);
/// 6, 19: in scope, proper form, nothing missing that is not pledged; a pledge that is allowed and signed.
void requireCompletePapers(Guards& guards);
/// What is missing at an acceptance: after 5 the listed defects still open, whatever else a clerk may now notice.
[[nodiscard]] const std::vector<int>& missingMaterials(const Guards& guards);
/// 4, 6, 7, 19: day zero, limits and due dates of the decision clocks.
void setDecisionClocks(Guards& guards);
/// 17, 18, 19: ten working days.
void setDeliveryClock(Guards& guards);

/// Both due dates with the extension in them, each empty where no limit is set or the calendar does not know the date.
struct DecisionDues {
    std::optional<CivilDate> promised;
    std::optional<CivilDate> statutory;
    bool provisional = false;
    /// The earlier of what is known (2.1).
    [[nodiscard]] std::optional<CivilDate> effective() const;
};
/// `extraDays` are added to each limit in its own unit, beside those that the case has already.
[[nodiscard]] DecisionDues decisionDues(
    const CaseState& state, const Calendar& calendar, CivilDate asOf, int extraDays = 0);
/// min(20th working day after day zero, 2nd working day before the promised due date) (2.4); empty when unknown.
[[nodiscard]] std::optional<CivilDate> toleranceDueOf(
    const Calendar& calendar, CivilDate dayZero, CivilDate promisedDue);
/// Number of the step that a stage belongs to, from 1 (domain.md 2.1).
[[nodiscard]] int stepOf(CaseType type, Stage stage);

inline constexpr int extensionDaysByLaw = 10; ///< 行政许可法 42
inline constexpr int deliveryWorkdays = 10; ///< 行政许可法 44
inline constexpr int toleranceWorkdays = 20;
inline constexpr int toleranceWorkdaysBeforePromise = 2;
inline constexpr int correctionPeriodWorkdays = 30;
inline constexpr int archiveAfterDays = 30;
/// Ground of 25 that ends an irregular case, from every state but Archived (2.8).
inline constexpr std::string_view irregularGround = "irregular";

} // namespace yichuang
