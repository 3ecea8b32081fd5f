// SPDX-License-Identifier: GPL-3.0-or-later
// The fold behind a case's row: what the centre admitted, and what waits here on top of it.
#include "projections.h"

#include "verdict_text.h"

#include <yichuang/storage/outbox.h>

#include <yichuang/domain/law.h>
#include <yichuang/domain/received_only.h>
#include <yichuang/domain/registry.h>

#include <algorithm>
#include <map>
#include <set>

namespace yichuang {

JournalEntry journalEntry(const ActHead& head, std::size_t index, Entry entry) {
    JournalEntry line;
    line.id = {head.act, static_cast<int>(index)};
    line.entry = std::move(entry);
    line.head = head.entries.at(index);
    line.person = head.person;
    line.origin = head.origin;
    line.number = head.number;
    line.deviceTime = head.deviceTime;
    line.correctedTime = head.correctedTime;
    line.flag = head.flag;
    return line;
}

namespace {

bool hasPlace(Standing standing) {
    return standing == Standing::Admitted;
}

/// Acts of one's own that rest on a refused one, or on one that rests on it, and are refused with it.
std::set<ActId> followers(const std::vector<JournalEntry>& entries) {
    std::set<ActId> refused;
    for (const JournalEntry& entry : entries) {
        if (entry.own && (entry.standing == Standing::Refused || entry.damaged))
            refused.insert(entry.id.act);
    }
    if (refused.empty())
        return {};
    std::set<ActId> following;
    // Entries stand in the order in which they were written, so what is rested on comes first.
    for (const JournalEntry& entry : entries) {
        if (!entry.own || entry.standing == Standing::Refused || hasPlace(entry.standing)
            || standsAlone(entry.entry.event) || !entry.head.after)
            continue;
        if (refused.contains(entry.head.after->act) || following.contains(entry.head.after->act))
            following.insert(entry.id.act);
    }
    return following;
}

/// Folds `file.entries` into its two states and marks.
void foldEntries(CaseFile& file, bool setAside) {
    const std::set<ActId> following = followers(file.entries);
    file.admitted = {};
    file.base.reset();
    file.after.reset();
    file.marks = {};
    file.marks.setAside = setAside;
    std::set<ActId> waiting;
    for (const JournalEntry& entry : file.entries) {
        if (entry.own && entry.entry.event == Event::Receive)
            file.marks.takenInHere = true;
        if (entry.standing == Standing::Waiting)
            waiting.insert(entry.id.act);
        if (!hasPlace(entry.standing))
            continue;
        if (!entry.unfolded)
            file.admitted = evolve(std::move(file.admitted), entry.entry);
        if (!standsAlone(entry.entry.event))
            file.base = entry.id;
    }
    file.state = file.admitted;
    for (JournalEntry& entry : file.entries) {
        if (hasPlace(entry.standing) || entry.standing == Standing::Refused || entry.unfolded)
            continue;
        if (following.contains(entry.id.act))
            entry.likelyRefused = true;
        if (entry.likelyRefused) {
            file.marks.likelyRefused = true;
            continue;
        }
        file.state = evolve(std::move(file.state), entry.entry);
        if (!standsAlone(entry.entry.event))
            file.after = entry.id;
    }
    file.marks.waiting = static_cast<int>(waiting.size());
}

} // namespace

Result<CaseFile> Projections::file(std::int64_t caseId, const StreamId& stream) {
    const auto keys = m_database.unlocked();
    if (!keys)
        return passOn(keys);
    CaseFile file;
    file.stream = stream;
    bool setAside = false;
    auto rows = m_journal.rows(caseId);
    if (!rows)
        return passOn(rows);
    while (rows->next()) {
        const bool own = rows->number(1) > 0;
        auto standing = static_cast<Standing>(rows->integer(2));
        std::optional<ActVerdict> verdict;
        if (!rows->null(5))
            verdict = readVerdict(rows->text(5));
        const bool damaged
            = own && standing == Standing::Waiting && verdict && verdict->reason.starts_with(DamagedAct::prefix);
        if (own && (standing == Standing::Refused || damaged) && !rows->flag(4))
            setAside = true;
        const auto wire = unseal(rows->blob(6), "act", (*keys)->dataKey());
        std::string_view text = wire ? std::string_view {*wire} : std::string_view {};
        auto bytes = takeActBytes(text);
        auto act = bytes ? parseAct(std::move(*bytes)) : Result<ParsedAct> {tl::unexpected(bytes.error())};
        if (!act) {
            // Found already, and shown with its reason: what is left of the case is still to be read.
            if (damaged)
                continue;
            return failure("storage.damaged", {}, "a stored act can't be read");
        }
        const bool placed = !rows->null(7);
        // An act may touch cases whose scopes' logs arrive apart; it has its place in each by itself.
        if (standing == Standing::Admitted && !placed)
            standing = Standing::Acknowledged;
        else if (standing == Standing::Acknowledged && placed)
            standing = Standing::Admitted;
        for (std::size_t i = 0; i < act->head.entries.size(); ++i) {
            const EntryHead& head = act->head.entries[i];
            const auto* fact = std::get_if<Entry>(&act->facts[i]);
            if (head.stream != stream || !fact)
                continue;
            JournalEntry entry = journalEntry(act->head, i, *fact);
            if (const auto& line = act->bytes.bodies[i].particulars) {
                if (auto particulars = parseParticulars(*line))
                    entry.particulars = std::move(*particulars);
            }
            entry.standing = standing;
            entry.own = own;
            entry.likelyRefused = rows->flag(3);
            entry.damaged = damaged;
            if (verdict) {
                entry.reason = verdict->reason;
                entry.arguments = verdict->arguments;
                entry.refusedBy = verdict->states;
                entry.unfolded = standing != Standing::Waiting && standing != Standing::Refused
                    && !isFolded(entry.entry, verdict->reason);
            }
            file.entries.push_back(std::move(entry));
        }
    }
    if (auto ended = rows->ended(); !ended)
        return passOn(ended);
    foldEntries(file, setAside);
    return file;
}

Result<bool> Projections::judge(CaseFile& file) {
    const std::shared_ptr<const Registry> registry = m_registry.registry();
    CaseState state = file.admitted;
    std::map<ActId, bool> likely;
    for (const JournalEntry& entry : file.entries) {
        if (entry.standing == Standing::Acknowledged && !entry.unfolded)
            state = evolve(std::move(state), entry.entry);
    }
    const std::set<ActId> following = followers(file.entries);
    for (const JournalEntry& entry : file.entries) {
        if (!entry.own || entry.standing != Standing::Waiting)
            continue;
        bool& unlikely = likely[entry.id.act];
        if (entry.damaged)
            unlikely = true;
        if (unlikely || standsAlone(entry.entry.event))
            continue;
        if (following.contains(entry.id.act)) {
            unlikely = true;
            continue;
        }
        // The rights are the registry's; a person it does not know has none.
        Actor actor;
        actor.id = entry.entry.actor.id;
        actor.role = entry.entry.actor.role;
        actor.department = entry.entry.actor.department;
        const auto calendar = registry->calendarOfVersion(entry.entry.set.calendarVersion);
        const auto decision = decideInHall(*registry, Registry::now, calendar ? *calendar : registry->calendar(), state,
            commandOf(entry.entry, actor));
        if (!decision || decision->size() != 1 || decision->front() != entry.entry) {
            unlikely = true;
            continue;
        }
        state = evolve(std::move(state), entry.entry);
    }
    bool newly = false;
    for (JournalEntry& entry : file.entries) {
        const auto found = likely.find(entry.id.act);
        if (found == likely.end() || found->second == entry.likelyRefused)
            continue;
        newly = newly || found->second;
        entry.likelyRefused = found->second;
        const std::string packed = packedId(entry.id.act.value());
        if (auto set = m_setLikely.run(found->second, Blob {packed}); !set)
            return passOn(set);
    }
    return newly;
}

Result<bool> Projections::foldAnew(std::int64_t caseId, bool judgeWaiting) {
    auto row = load(caseId);
    if (!row)
        return passOn(row);
    auto folded = file(caseId, row->stream);
    if (!folded)
        return passOn(folded);
    bool newly = false;
    if (judgeWaiting) {
        const auto judged = judge(*folded);
        if (!judged)
            return passOn(judged);
        newly = *judged;
        foldEntries(*folded, folded->marks.setAside);
    }
    ShownParticulars shown;
    std::set<ActId> unplaced;
    row->opened = 0;
    row->changed = 0;
    for (const JournalEntry& entry : folded->entries) {
        if (row->opened == 0)
            row->opened = entry.correctedTime;
        if (entry.entry.event == Event::Receive) {
            row->number = entry.entry.facts.caseNo;
            row->item = entry.entry.facts.item;
            row->itemVersion = entry.entry.facts.itemVersion;
        }
        if (entry.standing != Standing::Refused) {
            row->changed = std::max(row->changed, entry.correctedTime);
            if (entry.own && entry.standing != Standing::Admitted)
                unplaced.insert(entry.id.act);
        }
        // A refused opening keeps its name: the clerk has to find the papers that were taken.
        if (entry.particulars && (entry.standing != Standing::Refused || entry.entry.event == Event::Receive))
            shown.take(entry.entry, *entry.particulars);
    }
    row->sealed.state = folded->state;
    row->sealed.applicant = shown.summary();
    row->own = folded->marks.takenInHere;
    row->waiting = folded->marks.waiting;
    row->unplaced = static_cast<int>(unplaced.size());
    row->setAside = folded->marks.setAside;
    row->likely = folded->marks.likelyRefused;
    SearchSubject subject = shown.subject();
    if (!row->number.empty())
        subject.numbers.push_back(row->number);
    row->tokens = tokensFor(*row, tokensOf(subject, m_database.keys()->tokenKey()));
    if (auto saved = save(*row); !saved)
        return passOn(saved);
    return newly;
}

Result<void> Projections::erase(const std::vector<EntryId>& entries) {
    const auto keys = m_database.unlocked();
    if (!keys)
        return passOn(keys);
    std::map<ActId, std::set<int>> byAct;
    for (const EntryId& entry : entries)
        byAct[entry.act].insert(entry.index);
    for (const auto& [act, indexes] : byAct) {
        const auto id = actId(act);
        if (!id)
            return passOn(id);
        if (!*id)
            continue;
        auto bytes = bytesOf(**id);
        if (!bytes)
            return passOn(bytes);
        for (const int index : indexes) {
            if (index >= 0 && static_cast<std::size_t>(index) < bytes->bodies.size())
                bytes->bodies[static_cast<std::size_t>(index)].particulars.reset();
        }
        const std::string sealed = seal(bytes->wire(), "act", (*keys)->dataKey(), m_database.randomness());
        if (auto set = m_setSealed.run(Blob {sealed}, **id); !set)
            return set;
    }
    return {};
}

} // namespace yichuang
