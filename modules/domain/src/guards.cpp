// SPDX-License-Identifier: GPL-3.0-or-later
#include "guards.h"

#include <algorithm>
#include <utility>

namespace yichuang {

namespace {

bool covers(const Mandate& mandate, MandateKind kind, CivilDate date, const Item& item) {
    return mandate.kind == kind && mandate.start <= date && date <= mandate.end
        && std::any_of(mandate.scope.begin(), mandate.scope.end(), [&item](const std::string& scope) {
               return scope == "*" || scope == item.department || scope == item.id.value();
           });
}

} // namespace

const Mandate* mandateInForce(
    const std::vector<Mandate>& mandates, MandateKind kind, CivilDate date, const Item& item) {
    const Mandate* asStandIn = nullptr;
    for (const Mandate& mandate : mandates) {
        if (!covers(mandate, kind, date, item)) {
            continue;
        }
        if (!mandate.standsInFor) {
            return &mandate;
        }
        asStandIn = asStandIn == nullptr ? &mandate : asStandIn;
    }
    return asStandIn;
}

Guards::Guards(const CaseState& state, const Command& command, const LawContext& context)
    : m_state(state)
    , m_command(command)
    , m_context(context) {
    m_entry.event = command.event;
    m_entry.act = command.act;
    m_entry.date = command.date;
    m_entry.actor.id = command.actor.id;
    m_entry.actor.role = command.actor.role;
    m_entry.actor.department = command.actor.department;
    m_entry.facts = command.facts;
}

void Guards::require(bool holds, RefusalCode code, std::map<std::string, std::string> arguments) {
    if (!holds && !m_refusal) {
        m_refusal = Refusal {code, std::move(arguments)};
    }
}

void Guards::requireRole(std::initializer_list<Role> roles) {
    require(std::find(roles.begin(), roles.end(), m_command.actor.role) != roles.end(), RefusalCode::NotPermitted,
        {{"role", std::string {toText(m_command.actor.role)}}});
}

void Guards::requireStage(std::initializer_list<Stage> stages) {
    require(std::find(stages.begin(), stages.end(), m_state.stage) != stages.end(), RefusalCode::BadState,
        {{"state", std::string {toText(m_state.stage)}}});
}

void Guards::requireStage(bool (*stage)(Stage)) {
    require(stage(m_state.stage), RefusalCode::BadState, {{"state", std::string {toText(m_state.stage)}}});
}

void Guards::requireMandate(MandateKind kind) {
    m_mandate = mandateInForce(m_command.actor.mandates, kind, m_command.date, m_context.item);
    require(m_mandate != nullptr, RefusalCode::NoMandate, {{"mandate", std::string {toText(kind)}}});
    if (m_mandate != nullptr) {
        m_entry.actor.mandate = kind;
        m_entry.actor.onBehalfOf = m_mandate->standsInFor;
    }
}

bool Guards::actorOrRepresented(const std::function<bool(const PersonId&)>& did) const {
    return did(m_command.actor.id) || (m_mandate != nullptr && m_mandate->standsInFor && did(*m_mandate->standsInFor));
}

void Guards::requireNoInterest() {
    require(!m_state.interested.contains(m_command.actor.id), RefusalCode::Interest);
}

void Guards::requireRegular() {
    require(!m_state.irregular, RefusalCode::IrregularOpen);
}

CivilDate Guards::workdaysAfter(CivilDate dayZero, int days) {
    const auto due = dueDate(m_context.calendar, dayZero, Limit {days, LimitUnit::Workday}, {}, dayZero);
    if (!due) {
        require(false, RefusalCode::CalendarUnknown, due.error().arguments);
        return dayZero;
    }
    return *due;
}

Decision Guards::settle() {
    if (m_refusal) {
        return tl::unexpected {*m_refusal};
    }
    return std::vector<Entry> {m_entry};
}

void requireTwoEntries(Guards& guards, std::initializer_list<Role> askers,
    const std::function<void(Guards&, const CommandFacts&)>& guard) {
    const Event event = guards.command().event;
    const auto request = guards.state().requests.find(event);
    const bool stands = request != guards.state().requests.end();
    if (guards.command().act == CommandAct::Request) {
        guards.requireRole(askers);
        guard(guards, guards.facts());
        guards.require(!stands, RefusalCode::AlreadyRequested);
        return;
    }
    guards.requireRole({Role::ChiefRepresentative});
    guards.require(stands, RefusalCode::NoRequest);
    guards.requireMandate(MandateKind::Decide);
    guards.require(!stands || request->second.asker != guards.command().actor.id, RefusalCode::SamePerson);
    if (stands && guards.command().act == CommandAct::Approve) {
        guard(guards, request->second.facts);
    }
}

} // namespace yichuang
