// SPDX-License-Identifier: GPL-3.0-or-later
// Stops of the clocks and the extension: 11 to 14 (domain.md 2.3, 2.6 (9) (13), 2.7 "When").
#include "guards.h"

#include <algorithm>

namespace yichuang {

namespace {

const SpecialProcedureKind* stoppingKind(const Item& item, const std::string& type) {
    const auto found = std::find_if(
        item.specialProcedures.begin(), item.specialProcedures.end(), [&type](const SpecialProcedureKind& kind) {
            return kind.type == type && !kind.basis.empty() && kind.stopsClock;
        });
    return found == item.specialProcedures.end() ? nullptr : &*found;
}

/// The item's own rule; without one 10, for an immediate item none.
int longestExtension(const Item& item) {
    if (item.hasExtensionRule) {
        return item.extensionMaxDays;
    }
    return item.caseType == CaseType::Immediate ? 0 : extensionDaysByLaw;
}

void setExtendedDues(Guards& guards, int days) {
    const CaseState& state = guards.state();
    const DecisionDues dues = decisionDues(state, guards.calendar(), guards.date(), days);
    guards.require(dues.promised.has_value() && (dues.statutory || !state.statutory), RefusalCode::CalendarUnknown);
    SetFacts& set = guards.entry().set;
    set.promisedDue = dues.promised;
    set.statutoryDue = dues.statutory;
    set.provisional = dues.provisional;
    set.calendarVersion = guards.calendar().version();
}

} // namespace

void guardStartSpecial(Guards& guards) {
    requireTwoEntries(guards, {Role::Reviewer}, [](Guards& judged, const CommandFacts& facts) {
        judged.requireStage({Stage::UnderReview, Stage::PendingDecision});
        const SpecialProcedureKind* kind = stoppingKind(judged.item(), facts.kind);
        judged.require(kind != nullptr, RefusalCode::KindNotListed, {{"kind", facts.kind}});
        judged.require(facts.daysNeeded > 0, RefusalCode::NoDays);
        if (kind != nullptr && judged.command().act == CommandAct::Request) {
            judged.entry().facts.basis = kind->basis;
        }
        judged.entry().set.stopsClock = judged.command().act == CommandAct::Approve;
    });
}

void guardEndSpecial(Guards& guards) {
    guards.requireRole({Role::Reviewer});
    guards.requireStage({Stage::SpecialProcedure});
    guards.require(guards.facts().resultOnFile, RefusalCode::NoResult);
}

void guardSuspend(Guards& guards) {
    requireTwoEntries(guards, {Role::Reviewer}, [](Guards& judged, const CommandFacts& facts) {
        judged.requireStage(isRunning);
        judged.require(!facts.basis.empty(), RefusalCode::NoBasis);
        judged.entry().set.stopsClock = judged.command().act == CommandAct::Approve;
    });
}

void guardResume(Guards& guards) {
    requireTwoEntries(guards, {Role::Reviewer},
        [](Guards& judged, const CommandFacts& /*facts*/) { judged.requireStage({Stage::Suspended}); });
}

void guardExtend(Guards& guards) {
    requireTwoEntries(guards, {Role::Reviewer}, [](Guards& judged, const CommandFacts& facts) {
        const CaseState& state = judged.state();
        judged.requireStage({Stage::UnderReview, Stage::PendingDecision});
        judged.require(!state.extended, RefusalCode::AlreadyExtended);
        const int longest = longestExtension(judged.item());
        judged.require(longest > 0, RefusalCode::NoExtension, {{"max", std::to_string(longest)}});
        judged.require(
            facts.days >= 1 && facts.days <= longest, RefusalCode::NoDays, {{"max", std::to_string(longest)}});
        const auto due = decisionDues(state, judged.calendar(), judged.date()).effective();
        judged.require(due.has_value(), RefusalCode::CalendarUnknown);
        judged.require(!due || judged.date() <= *due, RefusalCode::ExtensionTooLate,
            {{"due", due ? isoDate(*due) : std::string {}}});
        if (judged.command().act == CommandAct::Approve) {
            judged.require(judged.facts().headApproved, RefusalCode::HeadNotApproved);
            setExtendedDues(judged, facts.days);
        }
    });
}

} // namespace yichuang
