// SPDX-License-Identifier: GPL-3.0-or-later
#include "projections.h"

#include <yichuang/domain/dates.h>
#include <yichuang/domain/law.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace yichuang {

namespace {

constexpr std::string_view noUrgency = "9999-12-31";

std::string scopeText(const std::set<std::string>& scopes) {
    std::string text;
    for (const std::string& scope : scopes) {
        text += scope;
        text += '\n';
    }
    return text;
}
std::set<std::string> scopesOfText(std::string_view text) {
    std::set<std::string> scopes;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        scopes.emplace(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return scopes;
}

/// Waits for the chief: a proposal, a request for approval, an irregular case to be put right, a review that nobody may
/// begin before he assigns it (domain.md 2.8: transition 10 needs an assignment).
bool waitsForChief(const CaseState& state) {
    return state.stage == Stage::PendingDecision || (state.stage == Stage::Accepted && !state.assignedReviewer)
        || (bucketOf(state.stage) <= Bucket::Stopped && (!state.requests.empty() || state.irregular));
}

std::string handlerOf(const CaseState& state) {
    if (state.acceptedOn && state.assignedReviewer)
        return state.assignedReviewer->value();
    return state.intakeBy ? state.intakeBy->value() : std::string {};
}

} // namespace

Bucket bucketOf(Stage stage) {
    switch (stage) {
    case Stage::Draft:
        return Bucket::None;
    case Stage::Received:
    case Stage::AwaitingCorrection:
    case Stage::Accepted:
    case Stage::UnderReview:
    case Stage::PendingDecision:
        return Bucket::Running;
    case Stage::SpecialProcedure:
    case Stage::Suspended:
        return Bucket::Stopped;
    case Stage::Granted:
    case Stage::Refused:
    case Stage::ResultReady:
        return Bucket::ToHandOver;
    case Stage::NotAccepted:
    case Stage::Delivered:
    case Stage::Withdrawn:
    case Stage::Terminated:
    case Stage::Archived:
        return Bucket::Done;
    }
    return Bucket::None;
}

std::string caseList(const std::vector<std::int64_t>& ids) {
    std::string list;
    for (const std::int64_t id : ids) {
        if (!list.empty())
            list += ' ';
        list += std::to_string(id);
    }
    return list;
}

std::vector<std::int64_t> caseIds(std::string_view list) {
    std::vector<std::int64_t> ids;
    const char* at = list.data();
    const char* const end = at + list.size();
    while (at < end) {
        std::int64_t id = 0;
        const auto [next, fault] = std::from_chars(at, end, id);
        if (fault != std::errc {})
            break;
        ids.push_back(id);
        at = next + 1;
    }
    return ids;
}

Projections::Projections(Database& database, RegistryFold& registry)
    : m_database(database)
    , m_registry(registry) { }

Result<void> Projections::prepare() {
    const std::string byStream
        = std::string {"SELECT "} + heldColumns + ", unplaced, scopes, tokens FROM cases WHERE stream = ?";
    const std::string byId
        = std::string {"SELECT "} + heldColumns + ", unplaced, scopes, tokens FROM cases WHERE id = ?";
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_selectId, "SELECT id FROM cases WHERE stream = ?"},
        {&m_selectLastId, "SELECT max(id) FROM cases"},
        {&m_selectStream, "SELECT stream FROM cases WHERE id = ?"},
        {&m_selectByStream, byStream.c_str()},
        {&m_selectById, byId.c_str()},
        {&m_insert,
            "INSERT INTO cases (number, item, item_version, department, bucket, pending, urgency, handler, opened, "
            "changed,"
            " own, waiting, unplaced, set_aside, likely, concluded, scopes, sealed, tokens, id, stream)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
        {&m_update,
            "UPDATE cases SET number = ?, item = ?, item_version = ?, department = ?, bucket = ?, pending = ?, urgency "
            "= ?,"
            " handler = ?, opened = ?, changed = ?, own = ?, waiting = ?, unplaced = ?, set_aside = ?, likely = ?,"
            " concluded = ?, scopes = ?, sealed = ?, tokens = ? WHERE id = ?"},
        {&m_delete, "DELETE FROM cases WHERE id = ?"},
        {&m_journal,
            "SELECT a.id, a.own, a.standing, a.likely, a.settled, a.verdict, a.sealed, j.placed"
            " FROM journal j JOIN acts a ON a.id = j.act_id WHERE j.case_id = ?"
            " ORDER BY j.placed IS NULL, j.placed, a.id"},
        {&m_addToJournal, "INSERT OR IGNORE INTO journal (case_id, act_id, placed) VALUES (?, ?, ?)"},
        {&m_place, "UPDATE journal SET placed = ? WHERE case_id = ? AND act_id = ? AND placed IS NULL"},
        {&m_inJournal, "SELECT 1 FROM journal WHERE case_id = ? AND act_id = ?"},
        {&m_actsOfCase, "SELECT act_id FROM journal WHERE case_id = ?"},
        {&m_deleteJournal, "DELETE FROM journal WHERE case_id = ?"},
        {&m_selectAct, "SELECT id FROM acts WHERE act = ?"},
        {&m_selectStored, "SELECT own, number, standing, cases FROM acts WHERE id = ?"},
        {&m_selectBytes, "SELECT sealed FROM acts WHERE id = ?"},
        {&m_setCases, "UPDATE acts SET cases = ? WHERE id = ?"},
        {&m_setLikely, "UPDATE acts SET likely = ? WHERE act = ?"},
        {&m_setSealed, "UPDATE acts SET sealed = ? WHERE id = ?"},
        {&m_deleteAct, "DELETE FROM acts WHERE id = ?"},
        {&m_indexRow, "INSERT INTO search (rowid, tokens) VALUES (?, ?)"},
        {&m_unindexRow, "INSERT INTO search (search, rowid, tokens) VALUES ('delete', ?, ?)"},
        {&m_again, "INSERT OR IGNORE INTO search_again (case_id) VALUES (?)"},
        {&m_notAgain, "DELETE FROM search_again WHERE case_id = ?"},
        {&m_isAgain, "SELECT 1 FROM search_again WHERE case_id = ?"},
        {&m_meta, "SELECT value FROM meta WHERE name = ?"},
        {&m_setMeta,
            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

void Projections::forget() {
    m_itemTokens.clear();
}

Result<std::optional<std::int64_t>> Projections::idOf(const StreamId& stream) {
    const std::string packed = packedCase(stream);
    auto rows = m_selectId.rows(Blob {packed});
    if (!rows)
        return passOn(rows);
    if (rows->next())
        return std::optional {rows->number(0)};
    if (auto ended = rows->ended(); !ended)
        return passOn(ended);
    return std::nullopt;
}

Result<StreamId> Projections::streamOf(std::int64_t caseId) {
    auto rows = m_selectStream.rows(caseId);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return failure("storage.unknown_case");
    return caseStream(rows->blob(0));
}

Result<HeldCase> Projections::heldOf(const Rows& rows) {
    const auto keys = m_database.unlocked();
    if (!keys)
        return passOn(keys);
    HeldCase held;
    held.stream = caseStream(rows.blob(1));
    held.caseNo = rows.text(2);
    held.item = ItemId {rows.text(3)};
    held.itemVersion = rows.integer(4);
    held.department = rows.text(5);
    held.openedAt = rows.number(6);
    held.changedAt = rows.number(7);
    held.marks.takenInHere = rows.flag(8);
    held.marks.waiting = rows.integer(9);
    held.marks.setAside = rows.flag(10);
    held.marks.likelyRefused = rows.flag(11);
    const auto plain = unseal(rows.blob(12), "case", (*keys)->dataKey());
    if (!plain)
        return failure("storage.damaged", {}, "a case's row can't be unsealed");
    auto sealed = decodeRow(*plain);
    if (sealed) {
        held.state = std::move(sealed->state);
        held.applicant = std::move(sealed->applicant);
        return held;
    }
    // Written by another release: the journal is what counts.
    const auto folded = file(rows.number(0), held.stream);
    if (!folded)
        return passOn(folded);
    held.state = folded->state;
    ShownParticulars shown;
    for (const JournalEntry& entry : folded->entries) {
        if (entry.particulars)
            shown.take(entry.entry, *entry.particulars);
    }
    held.applicant = shown.summary();
    return held;
}

Result<ProjectedCase> Projections::rowOf(Rows& rows) {
    const auto held = heldOf(rows);
    if (!held)
        return passOn(held);
    ProjectedCase row;
    row.id = rows.number(0);
    row.stored = true;
    row.stream = held->stream;
    row.number = held->caseNo;
    row.item = held->item;
    row.itemVersion = held->itemVersion;
    row.department = held->department;
    row.opened = held->openedAt;
    row.changed = held->changedAt;
    row.own = held->marks.takenInHere;
    row.waiting = held->marks.waiting;
    row.setAside = held->marks.setAside;
    row.likely = held->marks.likelyRefused;
    row.sealed = {held->state, held->applicant};
    row.unplaced = rows.integer(13);
    row.scopes = scopesOfText(rows.text(14));
    row.tokens = tokensOfBytes(rows.blob(15));
    row.indexed = row.tokens;
    return row;
}

Result<ProjectedCase> Projections::load(const StreamId& stream) {
    const std::string packed = packedCase(stream);
    auto rows = m_selectByStream.rows(Blob {packed});
    if (!rows)
        return passOn(rows);
    if (rows->next())
        return rowOf(*rows);
    if (auto ended = rows->ended(); !ended)
        return passOn(ended);
    ProjectedCase row;
    row.stream = stream;
    return row;
}

Result<ProjectedCase> Projections::load(std::int64_t caseId) {
    auto rows = m_selectById.rows(caseId);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return failure("storage.unknown_case");
    return rowOf(*rows);
}

std::shared_ptr<const Item> Projections::itemOf(const CaseState& state) const {
    return m_registry.registry()->item(state.item, state.itemVersion);
}

std::string Projections::urgencyOf(const CaseState& state) const {
    const auto text
        = [](const std::optional<CivilDate>& date) { return date ? isoDate(*date) : std::string {noUrgency}; };
    switch (bucketOf(state.stage)) {
    case Bucket::None:
        return std::string {noUrgency};
    case Bucket::Running:
        if (!state.acceptedOn)
            return text(state.noticeGiven && state.periodEnd ? state.periodEnd : state.windowEnd);
        break;
    case Bucket::Stopped:
        return text(state.pauses.empty() ? state.lastDate : std::optional {state.pauses.back().start});
    case Bucket::ToHandOver:
        return text(state.deliveryDue ? state.deliveryDue : state.lastDate);
    case Bucket::Done:
        return text(state.lastDate);
    }
    const auto item = itemOf(state);
    if (!item || !state.lastDate)
        return std::string {noUrgency};
    // No pause is open, so the date does not depend on the day on which it is asked for.
    const Dues dues = duesOf(state, LawContext {*item, m_registry.registry()->calendar()}, *state.lastDate);
    std::string urgency = text(dues.effective ? dues.effective : dues.promised);
    if (state.toleranceOpen && state.toleranceDue)
        urgency = std::min(urgency, isoDate(*state.toleranceDue));
    return urgency;
}

void Projections::evolveRow(ProjectedCase& row, const Entry& entry) const {
    row.sealed.state = evolve(std::move(row.sealed.state), entry);
}

std::vector<Token> Projections::tokensFor(const ProjectedCase& row, const std::vector<Token>& shown) {
    const auto item = itemOf(row.sealed.state);
    if (!item || !m_database.keys())
        return shown;
    return united(shown, m_itemTokens.of(item->title, m_database.keys()->tokenKey()));
}

Result<std::int64_t> Projections::nextId() {
    if (m_lastId == 0) {
        auto rows = m_selectLastId.rows();
        if (!rows)
            return passOn(rows);
        if (rows->next())
            m_lastId = rows->number(0);
        // The id of a purged case must not come back below the mark of the search index.
        const auto upTo = indexedTo();
        if (!upTo)
            return passOn(upTo);
        m_lastId = std::max(m_lastId, *upTo);
    }
    return ++m_lastId;
}

Result<void> Projections::save(ProjectedCase& row) {
    const auto keys = m_database.unlocked();
    if (!keys)
        return passOn(keys);
    const CaseState& state = row.sealed.state;
    if (!state.item.empty()) {
        row.number = state.caseNo;
        row.item = state.item;
        row.itemVersion = state.itemVersion;
    }
    if (const auto item = m_registry.registry()->item(row.item, row.itemVersion))
        row.department = item->department;
    const Bucket bucket = bucketOf(state.stage);
    const std::string urgency = urgencyOf(state);
    const std::string packed = packedCase(row.stream);
    const std::string sealed = seal(encodeRow(row.sealed), "case", (*keys)->dataKey(), m_database.randomness());
    const std::string tokens = tokenBytes(row.tokens);
    const std::string scopes = scopeText(row.scopes);
    std::optional<std::string> concluded;
    if (bucket == Bucket::Done && state.lastDate)
        concluded = isoDate(*state.lastDate);

    const auto write = [&](Statement& statement, const auto&... last) {
        return statement.insert(row.number, row.item, row.itemVersion, row.department, static_cast<int>(bucket),
            waitsForChief(state), urgency, handlerOf(state), row.opened, row.changed, row.own, row.waiting,
            row.unplaced, row.setAside, row.likely, concluded, scopes, Blob {sealed}, Blob {tokens}, last...);
    };
    if (!row.stored) {
        if (row.id == 0) {
            const auto id = nextId();
            if (!id)
                return passOn(id);
            row.id = *id;
        }
        if (const auto id = write(m_insert, row.id, Blob {packed}); !id)
            return passOn(id);
        row.stored = true;
    } else {
        if (row.tokens != row.indexed) {
            if (auto taken = unindex(row.id, row.indexed); !taken)
                return taken;
        }
        if (auto written = write(m_update, row.id); !written)
            return passOn(written);
    }
    row.indexed = row.tokens;
    m_database.changes().cases.push_back(row.stream);
    return {};
}

Result<void> Projections::addToJournal(std::int64_t caseId, std::int64_t actId, std::optional<std::int64_t> placed) {
    return m_addToJournal.run(caseId, actId, placed);
}

Result<Placing> Projections::place(std::int64_t caseId, std::int64_t actId, std::int64_t placed) {
    const auto changed = m_place.change(placed, caseId, actId);
    if (!changed)
        return passOn(changed);
    if (*changed > 0)
        return Placing::Now;
    auto rows = m_inJournal.rows(caseId, actId);
    if (!rows)
        return passOn(rows);
    return rows->next() ? Placing::Before : Placing::NotInJournal;
}

Result<std::int64_t> Projections::indexedTo() {
    if (!m_indexedTo) {
        auto rows = m_meta.rows("search.indexed_to");
        if (!rows)
            return passOn(rows);
        m_indexedTo = rows->next() ? rows->number(0) : 0;
    }
    return *m_indexedTo;
}

Result<void> Projections::setIndexedTo(std::int64_t caseId) {
    m_database.onRollback([this, before = m_indexedTo] { m_indexedTo = before; });
    m_indexedTo = caseId;
    return m_setMeta.run("search.indexed_to", caseId);
}

Result<void> Projections::index(std::int64_t caseId, const std::vector<Token>& tokens) {
    std::string words;
    words.reserve(tokens.size() * 14);
    for (const Token token : tokens) {
        appendTokenWord(words, token);
        words += ' ';
    }
    // Negative, so that the newest case comes first in the index's own order.
    if (auto indexed = m_indexRow.run(-caseId, words); !indexed)
        return indexed;
    return m_notAgain.run(caseId);
}

Result<void> Projections::unindex(std::int64_t caseId, const std::vector<Token>& tokens) {
    const auto upTo = indexedTo();
    if (!upTo)
        return passOn(upTo);
    if (caseId > *upTo)
        return {};
    {
        auto rows = m_isAgain.rows(caseId);
        if (!rows)
            return passOn(rows);
        if (rows->next())
            return {};
    }
    std::string words;
    for (const Token token : tokens) {
        appendTokenWord(words, token);
        words += ' ';
    }
    if (auto taken = m_unindexRow.run(-caseId, words); !taken)
        return taken;
    return m_again.run(caseId);
}

Result<void> Projections::purge(std::int64_t caseId) {
    const auto row = load(caseId);
    if (!row)
        return passOn(row);
    std::vector<std::int64_t> acts;
    {
        auto rows = m_actsOfCase.rows(caseId);
        if (!rows)
            return passOn(rows);
        while (rows->next())
            acts.push_back(rows->number(0));
    }
    if (auto taken = unindex(caseId, row->indexed); !taken)
        return taken;
    if (auto taken = m_notAgain.run(caseId); !taken)
        return taken;
    if (auto deleted = m_deleteJournal.run(caseId); !deleted)
        return deleted;
    if (auto deleted = m_delete.run(caseId); !deleted)
        return deleted;
    for (const std::int64_t id : acts) {
        const auto stored = storedAct(id);
        if (!stored)
            return passOn(stored);
        std::vector<std::int64_t> others = caseIds(stored->cases);
        std::erase(others, caseId);
        const auto changed
            = others.empty() && stored->own == 0 ? m_deleteAct.run(id) : m_setCases.run(caseList(others), id);
        if (!changed)
            return changed;
    }
    m_database.changes().cases.push_back(row->stream);
    return {};
}

Result<std::optional<std::int64_t>> Projections::actId(const ActId& act) {
    const std::string packed = packedId(act.value());
    auto rows = m_selectAct.rows(Blob {packed});
    if (!rows)
        return passOn(rows);
    if (rows->next())
        return std::optional {rows->number(0)};
    if (auto ended = rows->ended(); !ended)
        return passOn(ended);
    return std::nullopt;
}

Result<StoredAct> Projections::storedAct(std::int64_t id) {
    auto rows = m_selectStored.rows(id);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return failure("storage.unknown_act");
    StoredAct stored;
    stored.id = id;
    stored.own = rows->number(0);
    stored.number = rows->number(1);
    stored.standing = static_cast<Standing>(rows->integer(2));
    stored.cases = rows->text(3);
    return stored;
}

Result<ActBytes> Projections::bytesOf(std::int64_t actId) {
    const auto keys = m_database.unlocked();
    if (!keys)
        return passOn(keys);
    std::string sealed;
    {
        auto rows = m_selectBytes.rows(actId);
        if (!rows)
            return passOn(rows);
        if (!rows->next())
            return failure("storage.unknown_act");
        sealed = rows->blob(0);
    }
    const auto wire = unseal(sealed, "act", (*keys)->dataKey());
    if (!wire)
        return failure("storage.damaged", {}, "an act can't be unsealed");
    std::string_view text = *wire;
    auto bytes = takeActBytes(text);
    if (!bytes)
        return failure("storage.damaged", {}, "a stored act is no act");
    return bytes;
}

} // namespace yichuang
