// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/storage/feed.h>

#include "feed_private.h"

#include <algorithm>
#include <utility>

namespace yichuang {
namespace {

constexpr std::string_view hallScope = "hall";

} // namespace

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
