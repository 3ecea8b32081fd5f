// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/command.h>
#include <yichuang/domain/deadline.h>
#include <yichuang/domain/item.h>

#include <optional>
#include <string>

namespace yichuang {

/// Who wrote an entry, as far as a later rule reads it.
struct ActorFacts {
    PersonId id;
    Role role = Role::WindowClerk;
    std::string department;
    std::optional<MandateKind> mandate; ///< the mandate that `decide` used
    std::optional<PersonId> onBehalfOf; ///< whose mandate a stand-in used
    friend bool operator==(const ActorFacts&, const ActorFacts&) = default;
};

/// What `decide` found and the entry therefore sets (acts.md: "what an entry sets itself stands in its facts").
struct SetFacts {
    std::optional<CaseType> caseType; ///< receive: the kind of case, which tells where an acceptance leads
    std::optional<CivilDate> dayZero;
    std::optional<Limit> promised;
    std::optional<Limit> statutory;
    std::optional<CivilDate> promisedDue; ///< as it stood when the entry was written; what is printed
    std::optional<CivilDate> statutoryDue;
    std::optional<CivilDate> windowEnd; ///< last day of the correction window
    std::optional<CivilDate> periodEnd; ///< last day of the period in the notice
    std::optional<CivilDate> toleranceDue;
    std::optional<CivilDate> deliveryDue;
    std::string calendarVersion;
    bool stopsClock = false;
    bool provisional = false; ///< one of the dates is 暂定
    std::int64_t feeFen = 0;
    friend bool operator==(const SetFacts&, const SetFacts&) = default;
};

/// One fact in a case's stream.
struct Entry {
    Event event = Event::Receive;
    CommandAct act = CommandAct::Do;
    CivilDate date;
    ActorFacts actor;
    CommandFacts facts;
    SetFacts set;
    friend bool operator==(const Entry&, const Entry&) = default;
};

} // namespace yichuang
