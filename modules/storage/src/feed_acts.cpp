// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_private.h"
#include "verdict_text.h"

#include <yichuang/domain/received_only.h>

#include <algorithm>

namespace yichuang {
namespace {

bool opens(const PreparedAct& act, const StreamId& stream) {
    for (std::size_t i = 0; i < act.act.head.entries.size(); ++i) {
        const auto* entry = std::get_if<Entry>(&act.act.facts[i]);
        if (entry && entry->event == Event::Receive && act.act.head.entries[i].stream == stream)
            return true;
    }
    return false;
}

std::string receivedOnlyText(const ActHead& head) {
    ActVerdict said;
    said.act = head.act;
    said.number = head.number;
    said.reason = receivedOnly;
    return verdictText(said);
}

std::vector<StreamId> casesOf(const ActHead& head) {
    std::vector<StreamId> cases;
    for (const EntryHead& entry : head.entries) {
        if (isCase(entry.stream) && std::find(cases.begin(), cases.end(), entry.stream) == cases.end())
            cases.push_back(entry.stream);
    }
    return cases;
}

} // namespace

Result<void> Feed::Private::takeLine(const PreparedLine& line) {
    const ScopeLine& what = line.line;
    if (what.kind == LineKind::Left) {
        const auto leaving = touch(StreamId {what.subject});
        if (!leaving)
            return passOn(leaving);
        (*leaving)->row.scopes.erase(what.scope.value());
        (*leaving)->left = true;
        return {};
    }
    if (what.kind == LineKind::Joined) {
        const auto joining = touch(StreamId {what.subject});
        if (!joining)
            return passOn(joining);
        (*joining)->row.scopes.insert(what.scope.value());
        (*joining)->left = false;
    }
    for (const PreparedAct& act : line.acts) {
        if (auto taken = takeAct(act, what); !taken)
            return taken;
    }
    if (line.acts.empty() && what.kind == LineKind::Refused) {
        // Nothing but the verdict: of interest only if the act is one's own.
        const auto id = projections.actId(ActId {what.subject});
        if (!id)
            return passOn(id);
        if (!*id)
            return {};
        const auto stored = projections.storedAct(**id);
        if (!stored)
            return passOn(stored);
        return stored->own > 0 ? refuseOwn(**id, *stored, what) : Result<void> {};
    }
    return {};
}

Result<void> Feed::Private::takeAct(const PreparedAct& act, const ScopeLine& line) {
    const bool refused = line.kind == LineKind::Refused;
    const auto known = projections.actId(act.act.head.act);
    if (!known)
        return passOn(known);
    std::optional<StoredAct> stored;
    if (*known) {
        auto found = projections.storedAct(**known);
        if (!found)
            return passOn(found);
        stored = std::move(*found);
        if (refused)
            return stored->own > 0 ? refuseOwn(**known, *stored, line) : Result<void> {};
        if (stored->own > 0) {
            if (auto taken = takeOwn(act, line, **known); !taken)
                return taken;
        }
    }
    const auto concerned = concernedBy(act, line);
    if (!concerned)
        return passOn(concerned);
    if (concerned->empty())
        return {};
    const auto next = nextPlace();
    if (!next)
        return passOn(next);
    const auto id = stored ? addCases(*stored, *concerned) : keep(act, line, *concerned);
    if (!id)
        return passOn(id);
    for (Touched* entry : *concerned) {
        if (stored) {
            if (auto placed = placeKnown(*entry, *stored, *next); !placed)
                return placed;
            continue;
        }
        entry->journal.emplace_back(*id, *next);
        if (refused)
            continue;
        if (auto gone = goOn(*entry, act); !gone)
            return gone;
    }
    return {};
}

Result<std::vector<Touched*>> Feed::Private::concernedBy(const PreparedAct& act, const ScopeLine& line) {
    const std::vector<StreamId> streams = casesOf(act.act.head);
    std::vector<Touched*> concerned;
    for (const StreamId& stream : streams) {
        if (line.kind == LineKind::Joined && stream.value() != line.subject)
            continue;
        const auto entry = touch(stream);
        if (!entry)
            return passOn(entry);
        ProjectedCase& row = (*entry)->row;
        // The tail of a case that was purged, or that this workstation never held.
        if (!row.stored && row.id == 0 && !opens(act, stream))
            continue;
        if (!row.scopes.empty() && !row.scopes.contains(line.scope.value()) && streams.size() > 1)
            continue;
        row.scopes.insert(line.scope.value());
        if (row.id == 0) {
            const auto id = projections.nextId();
            if (!id)
                return passOn(id);
            row.id = *id;
            row.opened = act.act.head.correctedTime;
        }
        concerned.push_back(*entry);
    }
    return concerned;
}

Result<std::int64_t> Feed::Private::addCases(const StoredAct& stored, const std::vector<Touched*>& concerned) {
    std::vector<std::int64_t> ids = caseIds(stored.cases);
    const std::size_t before = ids.size();
    for (const Touched* entry : concerned) {
        if (std::find(ids.begin(), ids.end(), entry->row.id) == ids.end())
            ids.push_back(entry->row.id);
    }
    if (ids.size() != before) {
        if (auto set = setCases.run(caseList(ids), stored.id); !set)
            return passOn(set);
    }
    return stored.id;
}

Result<std::int64_t> Feed::Private::keep(
    const PreparedAct& act, const ScopeLine& line, const std::vector<Touched*>& concerned) {
    const ActHead& head = act.act.head;
    const bool refused = line.kind == LineKind::Refused;
    std::vector<std::int64_t> ids;
    ids.reserve(concerned.size());
    for (const Touched* entry : concerned)
        ids.push_back(entry->row.id);
    std::optional<std::string> verdict;
    if (refused) {
        ActVerdict said;
        said.act = head.act;
        said.number = head.number;
        said.verdict = verdictFromText(line.verdict).value_or(Verdict::Refused);
        said.reason = line.reason;
        verdict = verdictText(said);
    } else if (act.receivedOnly) {
        verdict = receivedOnlyText(head);
    }
    const std::string packed = packedId(head.act.value());
    const auto inserted = insertAct.insert(Blob {packed}, head.number, head.person, head.correctedTime,
        static_cast<int>(refused ? Standing::Refused : Standing::Admitted), std::nullopt, caseList(ids), verdict,
        Blob {act.sealed});
    if (inserted)
        ++acts;
    return inserted;
}

Result<void> Feed::Private::placeKnown(Touched& entry, const StoredAct& stored, std::int64_t next) {
    ProjectedCase& row = entry.row;
    const bool toldOnThisPage = std::any_of(
        entry.journal.begin(), entry.journal.end(), [&stored](const auto& told) { return told.first == stored.id; });
    if (toldOnThisPage)
        return {};
    if (row.stored) {
        const auto placing = projections.place(row.id, stored.id, next);
        if (!placing)
            return passOn(placing);
        if (*placing == Placing::Now) {
            if (row.unplaced > 0)
                --row.unplaced;
            if (stored.own > 0 && stored.standing == Standing::Waiting && row.waiting > 0)
                --row.waiting;
            entry.anew = entry.anew || row.likely || row.setAside;
        }
        if (*placing != Placing::NotInJournal)
            return {};
    }
    entry.journal.emplace_back(stored.id, next);
    entry.anew = true;
    return {};
}

Result<void> Feed::Private::goOn(Touched& entry, const PreparedAct& act) {
    const ActHead& head = act.act.head;
    ProjectedCase& row = entry.row;
    row.changed = std::max(row.changed, head.correctedTime);
    if (row.unplaced > 0 || row.likely || row.setAside) {
        entry.anew = true;
        entry.judge = true;
    }
    for (std::size_t i = 0; i < head.entries.size(); ++i) {
        const auto* fact = std::get_if<Entry>(&act.act.facts[i]);
        if (!fact || head.entries[i].stream != row.stream)
            continue;
        if (act.receivedOnly && !isFolded(*fact, receivedOnly))
            continue;
        if (fact->event == Event::Amend)
            entry.anew = true;
        if (fact->event == Event::Erased) {
            if (auto erased = projections.erase(fact->facts.erasedEntries); !erased)
                return erased;
            entry.anew = true;
        }
        projections.evolveRow(row, *fact);
    }
    for (const PreparedOpening& opening : act.openings) {
        if (head.entries[opening.entry].stream != row.stream)
            continue;
        row.sealed.applicant = opening.applicant;
        row.tokens = projections.tokensFor(row, opening.tokens);
    }
    return {};
}

Result<void> Feed::Private::takeOwn(const PreparedAct& act, const ScopeLine&, std::int64_t id) {
    const auto stored = projections.storedAct(id);
    if (!stored)
        return passOn(stored);
    if (stored->standing == Standing::Admitted)
        return {};
    // A verdict is for ever; only a centre that forgot could say otherwise, and then what it says now counts.
    if (stored->standing == Standing::Refused || act.receivedOnly) {
        for (const StreamId& stream : casesOf(act.act.head)) {
            const auto entry = touch(stream);
            if (!entry)
                return passOn(entry);
            (*entry)->anew = true;
            (*entry)->judge = true;
        }
        database.changes().refused = true;
    }
    const auto verdict = act.receivedOnly ? std::optional {receivedOnlyText(act.act.head)} : std::nullopt;
    if (auto set = setPlaced.run(verdict, id); !set)
        return set;
    database.changes().outbox = true;
    return setAnswered.run(stored->number, stored->own);
}

Result<void> Feed::Private::refuseOwn(std::int64_t id, const StoredAct& stored, const ScopeLine& line) {
    if (stored.standing == Standing::Refused)
        return {};
    ActVerdict said;
    said.act = ActId {line.subject};
    said.number = stored.number;
    said.verdict = verdictFromText(line.verdict).value_or(Verdict::Refused);
    said.reason = line.reason;
    if (auto set = setRefused.run(verdictText(said), id); !set)
        return set;
    if (auto set = setAnswered.run(stored.number, stored.own); !set)
        return set;
    for (const std::int64_t caseId : caseIds(stored.cases)) {
        const auto stream = projections.streamOf(caseId);
        if (!stream)
            return passOn(stream);
        const auto entry = touch(*stream);
        if (!entry)
            return passOn(entry);
        (*entry)->anew = true;
        (*entry)->judge = true;
    }
    database.changes().outbox = true;
    database.changes().refused = true;
    return {};
}

} // namespace yichuang
