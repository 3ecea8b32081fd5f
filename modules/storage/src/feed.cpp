// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/storage/feed.h>

#include "projections.h"
#include "verdict_text.h"

#include <yichuang/domain/received_only.h>

#include <algorithm>
#include <map>
#include <utility>

namespace yichuang {

namespace {

constexpr std::string_view hallScope = "hall";

/// A case that a page touches, until the page is written.
struct Touched {
    ProjectedCase row;
    bool anew = false; ///< fold from the journal instead of going on from the row
    bool judge = false; ///< others' entries came below waiting acts
    bool left = false;
    std::vector<std::pair<std::int64_t, std::int64_t>> journal; ///< act, place
};

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

class Feed::Private {
public:
    Private(Database& database_, Projections& projections_, RegistryFold& registry_)
        : database(database_)
        , projections(projections_)
        , registry(registry_) { }

    Result<void> takeHall(const std::vector<PreparedLine>& lines);
    /// Rows that came before their item or calendar, once these have come.
    Result<void> refresh();
    Result<void> takeLine(const PreparedLine& line);
    Result<void> takeAct(const PreparedAct& act, const ScopeLine& line);
    Result<void> takeOwn(const PreparedAct& act, const ScopeLine& line, std::int64_t id);
    Result<void> refuseOwn(std::int64_t id, const StoredAct& stored, const ScopeLine& line);
    Result<Touched*> touch(const StreamId& stream);
    Result<void> writeTouched(FeedApplied& applied);
    Result<void> keepHeads(const PreparedPage& page);
    Result<std::int64_t> nextPlace();

    Database& database;
    Projections& projections;
    RegistryFold& registry;

    // While a page is applied.
    std::map<StreamId, Touched> touched;
    std::int64_t place = 0;
    int acts = 0;

    Statement insertAct;
    Statement setPlaced;
    Statement setRefused;
    Statement setAnswered;
    Statement setCases;
    Statement meta;
    Statement setMeta;
    Statement deleteMeta;
    Statement selectHeads;
    Statement keepHead;
    Statement keepSigned;
    Statement deleteHeads;
    Statement unfinished;
};

Feed::Feed(Database& database, Projections& projections, RegistryFold& registry)
    : m_d(std::make_unique<Private>(database, projections, registry)) { }
Feed::~Feed() = default;

Result<void> Feed::prepare() {
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->insertAct,
            "INSERT INTO acts (act, own, number, person, time, standing, hall, cases, verdict, sealed)"
            " VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?)"},
        {&m_d->setPlaced,
            "UPDATE acts SET standing = 2, likely = 0, verdict = ?, answered = coalesce(answered, time) WHERE id = ?"},
        {&m_d->setRefused,
            "UPDATE acts SET standing = 3, likely = 0, verdict = coalesce(verdict, ?),"
            " answered = coalesce(answered, time) WHERE id = ?"},
        {&m_d->setAnswered, "UPDATE enrolments SET answered = max(answered, ?) WHERE ordinal = ?"},
        {&m_d->setCases, "UPDATE acts SET cases = ? WHERE id = ?"},
        {&m_d->meta, "SELECT value FROM meta WHERE name = ?"},
        {&m_d->setMeta,
            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"},
        {&m_d->deleteMeta, "DELETE FROM meta WHERE name = ?"},
        {&m_d->selectHeads,
            "SELECT scope, position, hash, signed_position, signed_hash, signed_time, signed_key, signature FROM heads"
            " ORDER BY scope"},
        {&m_d->keepHead,
            "INSERT INTO heads (scope, position, hash, signed_position, signed_hash, signed_time, signed_key, "
            "signature)"
            " VALUES (?, ?, ?, 0, '', 0, '', '') ON CONFLICT (scope) DO UPDATE SET position = excluded.position,"
            " hash = excluded.hash WHERE excluded.position > heads.position"},
        {&m_d->keepSigned,
            "INSERT INTO heads (scope, position, hash, signed_position, signed_hash, signed_time, signed_key, "
            "signature)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope) DO UPDATE SET"
            " hash = CASE WHEN excluded.position >= heads.position THEN excluded.hash ELSE heads.hash END,"
            " position = max(heads.position, excluded.position), signed_position = excluded.signed_position,"
            " signed_hash = excluded.signed_hash, signed_time = excluded.signed_time, signed_key = excluded.signed_key,"
            " signature = excluded.signature WHERE excluded.signed_position >= heads.signed_position"},
        {&m_d->deleteHeads, "DELETE FROM heads"},
        {&m_d->unfinished,
            "SELECT id FROM cases INDEXED BY cases_department"
            " WHERE bucket = 1 AND (department = '' OR urgency = '9999-12-31')"
            " UNION ALL SELECT id FROM cases INDEXED BY cases_stopped WHERE bucket = 2 AND department = ''"
            " UNION ALL SELECT id FROM cases INDEXED BY cases_to_hand_over WHERE bucket = 3 AND department = ''"
            " UNION ALL SELECT id FROM cases INDEXED BY cases_done WHERE bucket = 4 AND department = ''"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_d->database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

Result<std::string> Feed::cursor() const {
    auto rows = m_d->meta.rows("cursor");
    if (!rows)
        return passOn(rows);
    return rows->next() ? rows->text(0) : std::string {};
}

Result<std::vector<ScopeHead>> Feed::heads() const {
    auto rows = m_d->selectHeads.rows();
    if (!rows)
        return passOn(rows);
    std::vector<ScopeHead> heads;
    while (rows->next()) {
        ScopeHead head;
        head.scope = ScopeId {rows->text(0)};
        head.position = rows->number(1);
        head.hash = rows->text(2);
        head.signedHead
            = {head.scope, rows->number(3), rows->text(4), rows->number(5), KeyId {rows->text(6)}, rows->text(7)};
        heads.push_back(std::move(head));
    }
    if (auto ended = rows->ended(); !ended)
        return passOn(ended);
    return heads;
}

Result<FeedApplied> Feed::apply(const PreparedPage& page) {
    if (const auto keys = m_d->database.unlocked(); !keys)
        return passOn(keys);
    auto applied = m_d->database.transaction([&]() -> Result<FeedApplied> {
        FeedApplied result;
        m_d->acts = 0;
        m_d->place = 0;
        // People and items first: the cases of the same page are projected with them.
        if (auto taken = m_d->takeHall(page.lines); !taken)
            return passOn(taken);
        for (const PreparedLine& line : page.lines) {
            if (line.line.scope.value() == hallScope)
                continue;
            if (auto taken = m_d->takeLine(line); !taken)
                return passOn(taken);
        }
        if (auto written = m_d->writeTouched(result); !written)
            return passOn(written);
        if (auto kept = m_d->keepHeads(page); !kept)
            return passOn(kept);
        result.acts = m_d->acts;
        return result;
    });
    m_d->touched.clear();
    return applied;
}

Result<void> Feed::takeIn(const PreparedLine& line) {
    auto taken = m_d->database.transaction([&]() -> Result<void> {
        FeedApplied ignored;
        m_d->place = 0;
        if (auto done = m_d->takeLine(line); !done)
            return done;
        return m_d->writeTouched(ignored);
    });
    m_d->touched.clear();
    return taken;
}

Result<void> Feed::beginAnew() {
    return m_d->database.transaction([&]() -> Result<void> {
        if (auto deleted = m_d->deleteHeads.run(); !deleted)
            return deleted;
        return m_d->deleteMeta.run("cursor");
    });
}

Result<void> Feed::Private::takeHall(const std::vector<PreparedLine>& lines) {
    std::vector<std::pair<std::int64_t, HallFact>> facts;
    for (const PreparedLine& line : lines) {
        if (line.line.scope.value() != hallScope)
            continue;
        const bool admitted = line.line.kind == LineKind::Admitted || line.line.kind == LineKind::Joined;
        if (!admitted)
            continue;
        for (const PreparedAct& act : line.acts) {
            const auto known = projections.actId(act.act.head.act);
            if (!known)
                return passOn(known);
            if (*known)
                continue;
            const ActHead& head = act.act.head;
            const std::string packed = packedId(head.act.value());
            if (auto id = insertAct.insert(Blob {packed}, head.number, head.person, head.correctedTime,
                    static_cast<int>(Standing::Admitted), line.line.position, "", std::nullopt, Blob {act.sealed});
                !id)
                return passOn(id);
            ++acts;
            for (const FactsBody& body : act.act.facts) {
                if (const auto* fact = std::get_if<HallFact>(&body))
                    facts.emplace_back(line.line.position, *fact);
            }
        }
    }
    registry.apply(facts);
    const bool projected = std::any_of(facts.begin(), facts.end(), [](const auto& fact) {
        return std::holds_alternative<std::shared_ptr<const Item>>(fact.second)
            || std::holds_alternative<CalendarYear>(fact.second);
    });
    return projected ? refresh() : Result<void> {};
}

Result<void> Feed::Private::refresh() {
    std::vector<std::int64_t> ids;
    {
        auto rows = unfinished.rows();
        if (!rows)
            return passOn(rows);
        while (rows->next())
            ids.push_back(rows->number(0));
        if (auto ended = rows->ended(); !ended)
            return ended;
    }
    for (const std::int64_t id : ids) {
        if (auto folded = projections.foldAnew(id, false); !folded)
            return passOn(folded);
    }
    return {};
}

Result<Touched*> Feed::Private::touch(const StreamId& stream) {
    const auto known = touched.find(stream);
    if (known != touched.end())
        return &known->second;
    auto row = projections.load(stream);
    if (!row)
        return passOn(row);
    Touched fresh;
    fresh.row = std::move(*row);
    return &touched.emplace(stream, std::move(fresh)).first->second;
}

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
    const ActHead& head = act.act.head;
    const bool refused = line.kind == LineKind::Refused;
    const auto known = projections.actId(head.act);
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
    // Which of the act's cases this scope tells about.
    const std::vector<StreamId> streams = casesOf(head);
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
            row.opened = head.correctedTime;
        }
        concerned.push_back(*entry);
    }
    if (concerned.empty())
        return {};
    const auto next = nextPlace();
    if (!next)
        return passOn(next);

    std::int64_t id = 0;
    std::vector<std::int64_t> ids = stored ? caseIds(stored->cases) : std::vector<std::int64_t> {};
    const std::size_t before = ids.size();
    for (const Touched* entry : concerned) {
        if (std::find(ids.begin(), ids.end(), entry->row.id) == ids.end())
            ids.push_back(entry->row.id);
    }
    if (stored) {
        id = stored->id;
        if (ids.size() != before) {
            if (auto set = setCases.run(caseList(ids), id); !set)
                return set;
        }
    } else {
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
        if (!inserted)
            return passOn(inserted);
        id = *inserted;
        ++acts;
    }
    const bool own = stored && stored->own > 0;
    for (Touched* entry : concerned) {
        ProjectedCase& row = entry->row;
        if (stored) {
            // Known already: told by another of its scopes, here without its place yet, or without its row in a case
            // that is drawn anew.
            const bool toldOnThisPage = std::any_of(
                entry->journal.begin(), entry->journal.end(), [id](const auto& told) { return told.first == id; });
            if (toldOnThisPage)
                continue;
            if (row.stored) {
                const auto placing = projections.place(row.id, id, *next);
                if (!placing)
                    return passOn(placing);
                if (*placing == Placing::Now) {
                    if (row.unplaced > 0)
                        --row.unplaced;
                    if (own && stored->standing == Standing::Waiting && row.waiting > 0)
                        --row.waiting;
                    entry->anew = entry->anew || row.likely || row.setAside;
                }
                if (*placing != Placing::NotInJournal)
                    continue;
            }
            entry->journal.emplace_back(id, *next);
            entry->anew = true;
            continue;
        }
        entry->journal.emplace_back(id, *next);
        if (refused)
            continue;
        row.changed = std::max(row.changed, head.correctedTime);
        if (row.unplaced > 0 || row.likely || row.setAside) {
            entry->anew = true;
            entry->judge = true;
        }
        for (std::size_t i = 0; i < head.entries.size(); ++i) {
            const auto* fact = std::get_if<Entry>(&act.act.facts[i]);
            if (!fact || head.entries[i].stream != row.stream)
                continue;
            if (act.receivedOnly && !isFolded(*fact, receivedOnly))
                continue;
            if (fact->event == Event::Amend)
                entry->anew = true;
            if (fact->event == Event::Erased) {
                if (auto erased = projections.erase(fact->facts.erasedEntries); !erased)
                    return erased;
                entry->anew = true;
            }
            projections.evolveRow(row, *fact);
        }
        for (const PreparedOpening& opening : act.openings) {
            if (head.entries[opening.entry].stream != row.stream)
                continue;
            row.sealed.applicant = opening.applicant;
            row.tokens = projections.tokensFor(row, opening.tokens);
        }
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

Result<std::int64_t> Feed::Private::nextPlace() {
    if (place == 0) {
        auto rows = meta.rows("place");
        if (!rows)
            return passOn(rows);
        place = rows->next() ? rows->number(0) : 0;
    }
    return ++place;
}

Result<void> Feed::Private::writeTouched(FeedApplied& applied) {
    for (auto& [stream, entry] : touched) {
        ProjectedCase& row = entry.row;
        if (!row.stored && row.id == 0)
            continue; // told about, not held
        if (entry.left && row.scopes.empty() && row.waiting == 0 && row.unplaced == 0 && !row.setAside) {
            if (!row.stored) {
                if (auto saved = projections.save(row); !saved)
                    return saved;
            }
            for (const auto& [act, placed] : entry.journal) {
                if (auto added = projections.addToJournal(row.id, act, placed); !added)
                    return added;
            }
            if (auto purged = projections.purge(row.id); !purged)
                return purged;
            ++applied.purged;
            continue;
        }
        if (auto saved = projections.save(row); !saved)
            return saved;
        for (const auto& [act, placed] : entry.journal) {
            if (auto added = projections.addToJournal(row.id, act, placed); !added)
                return added;
        }
        if (!entry.anew)
            continue;
        const auto newly = projections.foldAnew(row.id, entry.judge);
        if (!newly)
            return passOn(newly);
        if (*newly)
            applied.likelyRefused.push_back(stream);
    }
    if (place > 0)
        return setMeta.run("place", place);
    return {};
}

Result<void> Feed::Private::keepHeads(const PreparedPage& page) {
    std::map<ScopeId, const ScopeLine*> last;
    for (const PreparedLine& line : page.lines) {
        const ScopeLine*& known = last[line.line.scope];
        if (!line.line.link.empty() && (!known || known->position < line.line.position))
            known = &line.line;
    }
    for (const auto& [scope, line] : last) {
        if (!line)
            continue;
        if (auto kept = keepHead.run(scope, line->position, line->link); !kept)
            return kept;
    }
    for (const SignedHead& head : page.heads) {
        if (auto kept = keepSigned.run(
                head.scope, head.position, head.hash, head.position, head.hash, head.time, head.key, head.signature);
            !kept)
            return kept;
    }
    return setMeta.run("cursor", page.cursor);
}

} // namespace yichuang
