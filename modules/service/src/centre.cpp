// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_private.h"

#include <algorithm>

namespace yichuang {
namespace {
constexpr int tries = 8;
constexpr std::string_view recalendarGround = "calendar";
} // namespace

Centre::Centre(std::shared_ptr<CentralStore> store, const CentreClock& clock)
    : m_private(std::make_unique<Private>(std::move(store), clock)) { }
Centre::~Centre() = default;

Result<void> CentreRooms::inTransaction(Access access, const std::function<Result<void>(CentralTransaction&)>& work) {
    Result<void> outcome;
    if (access == Access::Write) {
        outcome = keys.open(); // what is only read, as by `verify`, makes no key
        if (!outcome) {
            return outcome;
        }
    }
    for (int attempt = 0; attempt < tries; ++attempt) {
        auto transaction = store->begin(access);
        if (!transaction) {
            return tl::unexpected(transaction.error());
        }
        outcome = work(**transaction);
        if (outcome) {
            outcome = (*transaction)->commit();
        }
        if (outcome) {
            return outcome;
        }
        keys.forget(); // one of them may have been made in what is now undone
        const auto& code = outcome.error().code;
        if (code != "store.conflict" && code != "store.duplicate" && code != "centre.again") {
            return outcome;
        }
    }
    return outcome.error().is("centre.again") ? failure("store.busy") : outcome;
}

Result<void> CentreRooms::lockStreams(
    Ledger& ledger, Casebook& casebook, const std::set<StreamId>& streams, std::set<ScopeId> more) {
    const std::vector<StreamId> ids(streams.begin(), streams.end());
    const auto rows = ledger.transaction().streams(ids);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    const auto memberships = ledger.transaction().memberships(ids);
    if (!memberships) {
        return tl::unexpected(memberships.error());
    }
    for (const auto& [id, row] : *rows) {
        more.insert(row.home);
    }
    for (const auto& [id, scopes] : *memberships) {
        more.insert(scopes.begin(), scopes.end());
    }
    if (auto locked = ledger.lock(more); !locked) {
        return locked;
    }
    // Only what is read under the locks counts.
    if (auto read = casebook.read(ledger.transaction(), streams); !read) {
        return read;
    }
    for (const auto& [id, stream] : casebook.streams()) {
        if (!std::all_of(stream.scopes.begin(), stream.scopes.end(),
                [&](const ScopeId& scope) { return ledger.holds(scope); })) {
            return failure("centre.again");
        }
    }
    return {};
}

Result<bool> CentreRooms::writeOwnEntry(
    Ledger& ledger, Judge& judge, StreamWork& stream, const OwnEntry& own, const Calendar* calendar) {
    Command command;
    command.event = own.event;
    command.act = own.act;
    command.date = shanghaiDate(fromMilliseconds(ledger.now()));
    command.actor.id = PersonId(std::string(centrePerson));
    command.actor.role = Role::System;
    command.facts = own.facts;
    auto state = stream.state;
    state.lastDate.reset(); // a workstation whose clock runs ahead holds up nothing that the centre has to say
    const auto& registry = *judge.hall().registry;
    const auto decided = decideInHall(registry, judge.hall().position,
        calendar == nullptr ? registry.calendar() : *calendar, state, std::move(command));
    if (!decided || decided->size() != 1) {
        return false;
    }
    const auto& entry = decided->front();
    EntryHead head;
    head.stream = stream.row.id;
    for (auto i = stream.entries.rbegin(); i != stream.entries.rend() && !head.base; ++i) {
        if (!standsAlone(i->entry.event)) {
            head.base = i->id;
        }
    }
    const auto act = ledger.writeOwn(
        stream.row.home, judge.hall().head(), {head}, {DraftEntry {FactsBody {entry}, own.particulars}});
    if (!act) {
        return tl::unexpected(act.error());
    }
    for (const auto& scope : stream.scopes) {
        ledger.append(scope, LineKind::Admitted, act->head.act.value(), act->hash, toText(Verdict::Admitted), {});
    }
    Casebook::append(stream, {{act->head.act, 0}, entry, std::nullopt, true});
    stream.row.acts += 1;
    stream.row.headHash = act->hash;
    ledger.addStreamAct({stream.row.id, stream.row.acts, act->head.act});
    project(stream.row, stream.state);
    ledger.writeStream(stream.row);
    return true;
}

Result<bool> CentreRooms::recalendarStream(Ledger& ledger, Judge& judge, StreamWork& stream) {
    const auto& calendar = judge.hall().registry->calendar();
    const auto& state = stream.state;
    if (state.stage == Stage::Draft || state.calendarVersion.empty()
        || state.calendarVersion == judge.calendarVersionNow()) {
        return false;
    }
    const auto item = judge.hall().registry->item(state.item, state.itemVersion);
    const auto old = judge.calendarOf(state.calendarVersion);
    if (!item || !old) {
        return false;
    }
    Command command;
    command.event = Event::Recalendar;
    command.date = shanghaiDate(fromMilliseconds(ledger.now()));
    command.actor.id = PersonId(std::string(centrePerson));
    command.actor.role = Role::System;
    command.facts.calendarVersion = judge.calendarVersionNow();
    auto present = state;
    present.lastDate.reset();
    const auto fresh = decide(present, command, LawContext {*item, calendar});
    command.facts.calendarVersion = state.calendarVersion;
    const auto before = decide(present, command, LawContext {*item, *old});
    if (!fresh || !before) {
        return false;
    }
    // Years that the case's dates do not reach change nothing for it.
    auto same = before->front().set;
    same.calendarVersion = fresh->front().set.calendarVersion;
    if (same == fresh->front().set) {
        return false;
    }
    OwnEntry own;
    own.event = Event::Recalendar;
    own.facts.calendarVersion = judge.calendarVersionNow();
    own.particulars["reason"] = recalendarGround;
    return writeOwnEntry(ledger, judge, stream, own);
}

Result<std::vector<ScopeId>> CentreRooms::scopesRead(const HallView& view, const WorkstationId& workstation) const {
    const auto* known = view.registry->workstation(workstation);
    if (known == nullptr || known->revoked) {
        return failure("workstation.revoked", {{"workstation", workstation.value()}});
    }
    const auto* window = view.registry->window(known->window);
    if (window == nullptr) {
        return failure("window.unknown", {{"window", known->window.value()}});
    }
    return scopesReadAt(*window, *view.registry);
}

Result<std::shared_ptr<const Registry>> Centre::registry() const {
    std::shared_ptr<const Registry> registry;
    const auto read = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        auto view = m_private->hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        registry = (*view)->registry;
        return {};
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return registry ? registry : std::make_shared<const Registry>();
}

Result<void> Centre::ping() const {
    return m_private->inTransaction(Access::Read, [](CentralTransaction& transaction) -> Result<void> {
        const auto settings = transaction.settings();
        return settings ? Result<void> {} : tl::unexpected(settings.error());
    });
}

Result<HallSettings> Centre::settings() const {
    HallSettings settings;
    auto read = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        auto found = transaction.settings();
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!found->contains("centre")) {
            return failure("centre.uninitialised");
        }
        settings.centre = (*found)["centre"];
        settings.hallName = (*found)["hall_name"];
        settings.recoveryPublicKey = (*found)["recovery_key"];
        return {};
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return settings;
}

Result<void> Centre::initialise(const HallSettings& settings) {
    if (settings.centre.size() != 3
        || !std::all_of(settings.centre.begin(), settings.centre.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return failure("centre.number", {{"centre", settings.centre}});
    }
    return m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        Ledger ledger(transaction, m_private->keys, m_private->now());
        if (auto locked = ledger.lock({hallScope()}); !locked) {
            return locked;
        }
        const auto found = transaction.settings();
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (found->contains("centre")) {
            return failure("centre.initialised");
        }
        for (const auto& [name, value] : std::map<std::string, std::string> {{"centre", settings.centre},
                 {"hall_name", settings.hallName}, {"recovery_key", settings.recoveryPublicKey}}) {
            if (auto written = transaction.writeSetting(name, value); !written) {
                return written;
            }
        }
        if (auto written = m_private->writeHallFacts(ledger, {}, {hallScope()}); !written) {
            return written;
        }
        return ledger.flush();
    });
}

} // namespace yichuang
