// SPDX-License-Identifier: GPL-3.0-or-later
// The law as the product asks it: what a command claims counts only if the registry agrees.
#include "guards.h"

#include <yichuang/domain/approvers.h>

#include <algorithm>

namespace yichuang {

namespace {

using Doubt = std::optional<Refusal>;

Doubt doubtOfPerson(const Registry& registry, std::int64_t at, const PersonId& id) {
    const Person* person = registry.person(id, at);
    if (person == nullptr) {
        return Refusal {RefusalCode::UnknownPerson, {{"person", id.value()}}};
    }
    if (person->disabled) {
        return Refusal {RefusalCode::PersonDisabled, {{"person", id.value()}}};
    }
    return std::nullopt;
}

Doubt doubtOfRole(const Registry& registry, std::int64_t at, const PersonId& id, Role role) {
    const auto actor = registry.actor(id, role, at);
    return actor ? std::nullopt : Doubt {actor.error()};
}

/// The window exists and takes in for the item's department.
Doubt doubtOfWindow(const Registry& registry, std::int64_t at, const WindowId& id, const Item& item) {
    const Window* window = registry.window(id, at);
    const bool takes = window != nullptr
        && std::any_of(window->departments.begin(), window->departments.end(),
            [&item](const std::string& department) { return department == "*" || department == item.department; });
    return takes ? std::nullopt : Doubt {Refusal {RefusalCode::WrongWindow, {{"window", id.value()}}}};
}

Doubt doubtOfApprover(
    const Registry& registry, std::int64_t at, const PersonId& person, const Item& item, CivilDate date) {
    const auto chief = registry.actor(person, Role::ChiefRepresentative, at);
    if (!chief) {
        return chief.error();
    }
    return mandateInForce(chief->mandates, MandateKind::Decide, date, item) != nullptr
        ? std::nullopt
        : Doubt {Refusal {RefusalCode::NoMandate, {{"mandate", std::string {toText(MandateKind::Decide)}}}}};
}

/// Name or identity number: a chief representative whose mandate covers the item approved.
Doubt doubtOfApproval(const Registry& registry, std::int64_t at, const Command& command, const Item& item) {
    if (!amendNeedsApproval(command.facts.field) || !command.facts.approvedBy) {
        return std::nullopt;
    }
    return doubtOfApprover(registry, at, *command.facts.approvedBy, item, command.date);
}

/// The persons whom the facts name.
Doubt doubtOfFacts(const Registry& registry, std::int64_t at, const Command& command, const Item& item) {
    const CommandFacts& facts = command.facts;
    switch (command.event) {
    case Event::Receive:
        return doubtOfWindow(registry, at, facts.window, item);
    case Event::SubmitOpinion:
        for (const PersonId& officer : facts.siteCheck ? facts.officers : std::vector<PersonId> {}) {
            if (auto doubt = doubtOfPerson(registry, at, officer)) {
                return doubt;
            }
        }
        return std::nullopt;
    case Event::Assign:
        return facts.reviewer ? doubtOfRole(registry, at, *facts.reviewer, Role::Reviewer) : std::nullopt;
    case Event::CorrectionLapsed:
        return facts.confirmedBy && facts.confirmedByRole
            ? doubtOfRole(registry, at, *facts.confirmedBy, *facts.confirmedByRole)
            : std::nullopt;
    case Event::Unmasked:
        return facts.field == wholeCase && facts.approvedBy
            ? doubtOfRole(registry, at, *facts.approvedBy, Role::Supervisor)
            : std::nullopt;
    case Event::Amend:
        return doubtOfApproval(registry, at, command, item);
    default: // the others name nobody
        return std::nullopt;
    }
}

/// The version that the command opens the case under, or under which it was opened: a published version never changes,
/// so for an open case any later view of the registry serves.
std::shared_ptr<const Item> itemOf(
    const Registry& registry, std::int64_t at, const CaseState& state, const Command& command) {
    if (state.stage == Stage::Draft) {
        return registry.item(command.facts.item, command.facts.itemVersion, at);
    }
    return registry.item(state.item, state.itemVersion);
}

} // namespace

std::vector<const Person*> approversOfAmendments(
    const Registry& registry, std::int64_t at, const Item& item, CivilDate date) {
    std::vector<const Person*> approvers;
    for (const Person* person : registry.people(at)) {
        if (!person->disabled && !doubtOfApprover(registry, at, person->id, item, date)) {
            approvers.push_back(person);
        }
    }
    return approvers;
}

std::vector<const Person*> approversOfExports(const Registry& registry, std::int64_t at) {
    std::vector<const Person*> approvers;
    for (const Person* person : registry.people(at)) {
        if (!person->disabled && person->roles.contains(Role::Supervisor)) {
            approvers.push_back(person);
        }
    }
    return approvers;
}

Decision decideInHall(
    const Registry& registry, std::int64_t at, const Calendar& calendar, const CaseState& state, Command command) {
    if (state.stage == Stage::Draft && command.event != Event::Receive) {
        return tl::unexpected {Refusal {RefusalCode::BadState, {{"state", std::string {toText(state.stage)}}}}};
    }
    const auto item = itemOf(registry, at, state, command);
    if (item == nullptr) {
        return tl::unexpected {Refusal {RefusalCode::ItemNotInForce, {{"item", command.facts.item.value()}}}};
    }
    if (command.actor.role == Role::System) {
        command.actor = Actor {command.actor.id, Role::System, {}, {}};
    } else {
        auto actor = registry.actor(command.actor.id, command.actor.role, at);
        if (!actor) {
            return tl::unexpected {actor.error()};
        }
        command.actor = std::move(*actor);
    }
    if (command.event == Event::Receive) {
        command.facts.itemInForce
            = command.facts.itemInForce && registry.itemInForce(command.facts.item, at) != nullptr;
    }
    if (const Doubt doubt = doubtOfFacts(registry, at, command, *item)) {
        return tl::unexpected {*doubt};
    }
    return decide(state, command, LawContext {*item, calendar});
}

} // namespace yichuang
