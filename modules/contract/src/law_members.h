// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "member_table.h"

#include <yichuang/domain/entry.h>
#include <yichuang/domain/registry.h>

/// The members of what the law reads: entries of a case, and the hall's own streams.
namespace yichuang::json {

template <> struct EnumText<Role> {
    static std::string_view text(Role role) { return toText(role); }
    static std::optional<Role> value(std::string_view text) { return roleFromText(text); }
};
template <> struct EnumText<MandateKind> {
    static std::string_view text(MandateKind kind) { return toText(kind); }
    static std::optional<MandateKind> value(std::string_view text) { return mandateKindFromText(text); }
};
template <> struct EnumText<CaseType> {
    static std::string_view text(CaseType type) { return toText(type); }
    static std::optional<CaseType> value(std::string_view text) { return caseTypeFromText(text); }
};
template <> struct EnumText<HandlingMode> {
    static std::string_view text(HandlingMode mode) { return toText(mode); }
    static std::optional<HandlingMode> value(std::string_view text) { return handlingModeFromText(text); }
};
template <> struct EnumText<Necessity> {
    static std::string_view text(Necessity necessity) { return toText(necessity); }
    static std::optional<Necessity> value(std::string_view text) { return necessityFromText(text); }
};
template <> struct EnumText<LimitUnit> {
    static std::string_view text(LimitUnit unit) { return unit == LimitUnit::Workday ? "workday" : "calendar_day"; }
    static std::optional<LimitUnit> value(std::string_view text) {
        if (text == "workday")
            return LimitUnit::Workday;
        if (text == "calendar_day")
            return LimitUnit::CalendarDay;
        return {};
    }
};
template <> struct EnumText<DayKind> {
    static std::string_view text(DayKind kind) { return kind == DayKind::Workday ? "workday" : "holiday"; }
    static std::optional<DayKind> value(std::string_view text) {
        if (text == "workday")
            return DayKind::Workday;
        if (text == "holiday")
            return DayKind::Holiday;
        return {};
    }
};

template <> struct Members<Limit> {
    static constexpr std::tuple list {
        Member {"days", &Limit::days, Presence::Required}, Member {"unit", &Limit::unit, Presence::Required}};
};
template <> struct Members<Commit> {
    static constexpr std::tuple list {
        Member {"pledge_signed", &Commit::pledgeSigned}, Member {"pledged", &Commit::pledged}};
};
template <> struct Members<ActorFacts> {
    static constexpr std::tuple list {Member {"id", &ActorFacts::id, Presence::Required},
        Member {"role", &ActorFacts::role, Presence::Required}, Member {"department", &ActorFacts::department},
        Member {"mandate", &ActorFacts::mandate}, Member {"on_behalf_of", &ActorFacts::onBehalfOf}};
};
template <> struct Members<SetFacts> {
    static constexpr std::tuple list {Member {"case_type", &SetFacts::caseType},
        Member {"day_zero", &SetFacts::dayZero}, Member {"promised", &SetFacts::promised},
        Member {"statutory", &SetFacts::statutory}, Member {"promised_due", &SetFacts::promisedDue},
        Member {"statutory_due", &SetFacts::statutoryDue}, Member {"window_end", &SetFacts::windowEnd},
        Member {"period_end", &SetFacts::periodEnd}, Member {"tolerance_due", &SetFacts::toleranceDue},
        Member {"delivery_due", &SetFacts::deliveryDue}, Member {"calendar_version", &SetFacts::calendarVersion},
        Member {"stops_clock", &SetFacts::stopsClock}, Member {"provisional", &SetFacts::provisional},
        Member {"fee_fen", &SetFacts::feeFen}};
};
template <> struct Members<CommandFacts> {
    using F = CommandFacts;
    static constexpr std::tuple list {Member {"identity_checked", &F::identityChecked},
        Member {"item_in_force", &F::itemInForce}, Member {"case_no", &F::caseNo}, Member {"simulated", &F::simulated},
        Member {"item", &F::item}, Member {"item_version", &F::itemVersion}, Member {"window", &F::window},
        Member {"curable", &F::curable}, Member {"full_list", &F::fullList}, Member {"defects", &F::defects},
        Member {"period_days", &F::periodDays}, Member {"supplied", &F::supplied}, Member {"in_scope", &F::inScope},
        Member {"proper_form", &F::properForm}, Member {"missing", &F::missing}, Member {"commit", &F::commit},
        Member {"result", &F::decisionResult}, Member {"promise_signed", &F::promiseSigned},
        Member {"bad_credit", &F::badCredit}, Member {"ground", &F::ground}, Member {"confirmed_by", &F::confirmedBy},
        Member {"confirmed_by_role", &F::confirmedByRole}, Member {"kind", &F::kind},
        Member {"days_needed", &F::daysNeeded}, Member {"result_on_file", &F::resultOnFile},
        Member {"basis", &F::basis}, Member {"days", &F::days}, Member {"head_approved", &F::headApproved},
        Member {"opinion", &F::opinionGiven}, Member {"opinion_verdict", &F::opinionVerdict},
        Member {"opinion_date", &F::opinionDate}, Member {"site_check", &F::siteCheck},
        Member {"officers", &F::officers}, Member {"reason", &F::reasonGiven}, Member {"remedies", &F::remediesGiven},
        Member {"sealed", &F::sealed}, Member {"number_assigned", &F::numberAssigned},
        Member {"collector_identified", &F::collectorIdentified}, Member {"way", &F::way},
        Member {"in_writing", &F::inWriting}, Member {"reviewer", &F::reviewer}, Member {"target", &F::target},
        Member {"field", &F::field}, Member {"approved_by", &F::approvedBy}, Member {"paper", &F::paper},
        Member {"ordinal", &F::ordinal}, Member {"copy", &F::copy}, Member {"copies", &F::copies},
        Member {"template_version", &F::templateVersion}, Member {"content_hash", &F::contentHash},
        Member {"calendar_version", &F::calendarVersion}, Member {"erased_entries", &F::erasedEntries}};
};

template <> struct Members<Person> {
    /// The name is no fact: it travels in the particulars.
    static constexpr std::tuple list {Member {"id", &Person::id, Presence::Required},
        Member {"department", &Person::department}, Member {"roles", &Person::roles},
        Member {"disabled", &Person::disabled}};
};
template <> struct Members<Mandate> {
    static constexpr std::tuple list {Member {"kind", &Mandate::kind, Presence::Required},
        Member {"start", &Mandate::start, Presence::Required}, Member {"end", &Mandate::end, Presence::Required},
        Member {"scope", &Mandate::scope}, Member {"stands_in_for", &Mandate::standsInFor}};
};
template <> struct Members<RegisteredMandate> {
    using M = RegisteredMandate;
    static constexpr std::tuple list {Member {"id", &M::id, Presence::Required},
        Member {"person", &M::person, Presence::Required}, Member {"mandate", &M::mandate, Presence::Required},
        Member {"revoked", &M::revoked}};
};
template <> struct Members<Window> {
    static constexpr std::tuple list {Member {"id", &Window::id, Presence::Required}, Member {"name", &Window::name},
        Member {"integrated", &Window::integrated}, Member {"departments", &Window::departments}};
};
template <> struct Members<Workstation> {
    static constexpr std::tuple list {Member {"id", &Workstation::id, Presence::Required},
        Member {"window", &Workstation::window, Presence::Required},
        Member {"public_key", &Workstation::publicKey, Presence::Required}, Member {"revoked", &Workstation::revoked}};
};
template <> struct Members<PersonKey> {
    static constexpr std::tuple list {Member {"id", &PersonKey::id, Presence::Required},
        Member {"person", &PersonKey::person, Presence::Required},
        Member {"workstation", &PersonKey::workstation, Presence::Required},
        Member {"public_key", &PersonKey::publicKey, Presence::Required}, Member {"ended", &PersonKey::ended}};
};
template <> struct Members<CentreKey> {
    static constexpr std::tuple list {Member {"id", &CentreKey::id, Presence::Required},
        Member {"scope", &CentreKey::scope, Presence::Required},
        Member {"public_key", &CentreKey::publicKey, Presence::Required}};
};
template <> struct Members<ItemRepealed> {
    static constexpr std::tuple list {Member {"id", &ItemRepealed::id, Presence::Required}};
};
template <> struct Members<SpecialDay> {
    static constexpr std::tuple list {Member {"date", &SpecialDay::date, Presence::Required},
        Member {"kind", &SpecialDay::kind, Presence::Required}, Member {"name", &SpecialDay::name}};
};
template <> struct Members<CalendarYear> {
    static constexpr std::tuple list {Member {"year", &CalendarYear::year, Presence::Required},
        Member {"version", &CalendarYear::version, Presence::Required},
        Member {"provisional", &CalendarYear::provisional}, Member {"days", &CalendarYear::days}};
};

static_assert(
    coversAllBut<Limit>() && coversAllBut<Commit>() && coversAllBut<ActorFacts>() && coversAllBut<SetFacts>());
static_assert(coversAllBut<CommandFacts>());
static_assert(coversAllBut<Person>(1) && coversAllBut<Mandate>() && coversAllBut<RegisteredMandate>());
static_assert(coversAllBut<Window>() && coversAllBut<Workstation>() && coversAllBut<PersonKey>());
static_assert(coversAllBut<CentreKey>() && coversAllBut<ItemRepealed>());
static_assert(coversAllBut<SpecialDay>() && coversAllBut<CalendarYear>());

} // namespace yichuang::json
