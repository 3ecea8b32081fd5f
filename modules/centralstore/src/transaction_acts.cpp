// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction_private.h"

namespace yichuang {
namespace {

using sql::Value;

constexpr int wholeOffset = 8;
constexpr std::string_view briefColumns
    = "a.id, a.chain, a.number, a.hash, a.verdict, a.reason, a.answer, a.received_at";
constexpr std::string_view wholeColumns = "a.id, a.chain, a.number, a.hash, a.verdict, a.reason, a.answer,"
                                          " a.received_at, a.head, a.signature, a.facts, a.particulars";

ActRow briefAt(const sql::Rows& rows, int row) {
    ActRow act;
    act.id = ActId(textAt(rows, row, 0));
    act.chain = textAt(rows, row, 1);
    act.number = rows.number(row, 2);
    act.hash = textAt(rows, row, 3);
    act.verdict = textAt(rows, row, 4);
    act.reason = textAt(rows, row, 5);
    act.answer = textAt(rows, row, 6);
    act.receivedAt = rows.number(row, 7);
    return act;
}
ActRow wholeAt(const sql::Rows& rows, int row) {
    ActRow act = briefAt(rows, row);
    act.head = textAt(rows, row, wholeOffset);
    act.signature = textAt(rows, row, wholeOffset + 1);
    act.facts = textAt(rows, row, wholeOffset + 2);
    act.particulars = textAt(rows, row, wholeOffset + 3);
    return act;
}

constexpr std::string_view streamColumns
    = "id, home, opened, case_no, stage, is_open, watch_on, concluded_on, acts, head_hash";

StreamRow streamAt(const sql::Rows& rows, int row) {
    StreamRow stream;
    stream.id = StreamId(textAt(rows, row, 0));
    stream.home = ScopeId(textAt(rows, row, 1));
    stream.opened = rows.number(row, 2) != 0;
    stream.caseNo = rows.isNull(row, 3) ? std::string {} : textAt(rows, row, 3);
    stream.stage = textAt(rows, row, 4);
    stream.open = rows.number(row, 5) != 0;
    stream.watchOn = rows.isNull(row, 6) ? std::string {} : textAt(rows, row, 6);
    stream.concludedOn = textAt(rows, row, 7);
    stream.acts = rows.number(row, 8);
    stream.headHash = textAt(rows, row, 9);
    return stream;
}
Value textOrNull(const std::string& text) {
    return text.empty() ? Value {} : Value {std::string_view(text)};
}

void putLines(std::string_view joined, std::vector<std::string>& lines) {
    while (!joined.empty()) {
        const auto end = joined.find('\n');
        lines.emplace_back(joined.substr(0, end));
        joined.remove_prefix(end == std::string_view::npos ? joined.size() : end + 1);
    }
}

} // namespace

ActBytes ActRow::bytes() const {
    ActBytes out;
    out.head = head;
    out.signature = signature;
    std::vector<std::string> factLines;
    std::vector<std::string> particularLines;
    putLines(facts, factLines);
    putLines(particulars, particularLines);
    out.bodies.resize(factLines.size());
    for (std::size_t i = 0; i < factLines.size(); ++i) {
        out.bodies[i].facts = std::move(factLines[i]);
        if (i < particularLines.size() && particularLines[i] != "null") {
            out.bodies[i].particulars = std::move(particularLines[i]);
        }
    }
    return out;
}

void ActRow::setBytes(const ActBytes& bytes) {
    head = bytes.head;
    signature = bytes.signature;
    facts.clear();
    particulars.clear();
    for (std::size_t i = 0; i < bytes.bodies.size(); ++i) {
        if (i > 0) {
            facts += '\n';
            particulars += '\n';
        }
        facts += bytes.bodies[i].facts;
        particulars += bytes.bodies[i].particulars ? std::string_view(*bytes.bodies[i].particulars) : "null";
    }
}

Result<std::map<ActId, ActRow>> CentralTransaction::acts(const std::vector<ActId>& ids) {
    std::map<ActId, ActRow> acts;
    if (ids.empty()) {
        return acts;
    }
    const auto rows = m_private->queryList(
        "SELECT " + std::string(wholeColumns) + " FROM act a WHERE a.id " + m_private->connection->any("$1"),
        textsOf(ids));
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (int i = 0; i < (*rows)->count(); ++i) {
        auto act = wholeAt(**rows, i);
        acts.emplace(act.id, std::move(act));
    }
    return acts;
}

Result<std::map<ActId, ActRow>> CentralTransaction::verdicts(const std::vector<ActId>& ids) {
    std::map<ActId, ActRow> acts;
    if (ids.empty()) {
        return acts;
    }
    const auto rows = m_private->queryList(
        "SELECT " + std::string(briefColumns) + " FROM act a WHERE a.id " + m_private->connection->any("$1"),
        textsOf(ids));
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (int i = 0; i < (*rows)->count(); ++i) {
        auto act = briefAt(**rows, i);
        acts.emplace(act.id, std::move(act));
    }
    return acts;
}

Result<std::optional<ActRow>> CentralTransaction::actAt(const std::string& chain, std::int64_t number) {
    const auto rows
        = m_private->query("SELECT " + std::string(briefColumns) + " FROM act a WHERE a.chain = $1 AND a.number = $2",
            {std::string_view(chain), number});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    return (*rows)->count() == 0 ? std::optional<ActRow> {} : briefAt(**rows, 0);
}

Result<std::vector<ActRow>> CentralTransaction::actsOfChain(const std::string& chain, std::int64_t after, int limit) {
    const auto rows = m_private->query("SELECT " + std::string(wholeColumns)
            + " FROM act a WHERE a.chain = $1 AND a.number > $2 ORDER BY a.number LIMIT $3",
        {std::string_view(chain), after, std::int64_t {limit}});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<ActRow> acts;
    for (int i = 0; i < (*rows)->count(); ++i) {
        acts.push_back(wholeAt(**rows, i));
    }
    return acts;
}

Result<std::vector<std::string>> CentralTransaction::chainIds() {
    const auto rows = m_private->query("SELECT DISTINCT chain FROM act ORDER BY chain");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<std::string> ids;
    for (int i = 0; i < (*rows)->count(); ++i) {
        ids.push_back(textAt(**rows, i, 0));
    }
    return ids;
}

Result<void> CentralTransaction::addActs(const std::vector<ActRow>& rows) {
    std::vector<std::vector<Value>> values;
    values.reserve(rows.size());
    for (const auto& row : rows) {
        values.push_back({valueOf(row.id), std::string_view(row.chain), row.number, std::string_view(row.hash),
            std::string_view(row.verdict), std::string_view(row.reason), std::string_view(row.answer), row.receivedAt,
            sql::Bytes {row.head}, sql::Bytes {row.signature}, sql::Bytes {row.facts}, sql::Bytes {row.particulars}});
    }
    return m_private->insertMany("act",
        "id, chain, number, hash, verdict, reason, answer, received_at, head, signature, facts, particulars", values);
}

Result<void> CentralTransaction::writeParticulars(const ActId& act, std::string_view particulars) {
    return m_private->execute(
        "UPDATE act SET particulars = $1 WHERE id = $2", {sql::Bytes {particulars}, valueOf(act)});
}

Result<std::map<StreamId, StreamRow>> CentralTransaction::streams(const std::vector<StreamId>& ids) {
    std::map<StreamId, StreamRow> streams;
    if (ids.empty()) {
        return streams;
    }
    const auto rows = m_private->queryList(
        "SELECT " + std::string(streamColumns) + " FROM stream WHERE id " + m_private->connection->any("$1"),
        textsOf(ids));
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (int i = 0; i < (*rows)->count(); ++i) {
        auto stream = streamAt(**rows, i);
        streams.emplace(stream.id, std::move(stream));
    }
    return streams;
}

Result<std::map<StreamId, std::vector<ScopeId>>> CentralTransaction::memberships(const std::vector<StreamId>& ids) {
    std::map<StreamId, std::vector<ScopeId>> scopes;
    if (ids.empty()) {
        return scopes;
    }
    const auto rows = m_private->queryList(
        "SELECT stream, scope FROM membership WHERE stream " + m_private->connection->any("$1") + " ORDER BY scope",
        textsOf(ids));
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (int i = 0; i < (*rows)->count(); ++i) {
        scopes[StreamId(textAt(**rows, i, 0))].emplace_back(textAt(**rows, i, 1));
    }
    return scopes;
}

Result<std::map<StreamId, std::vector<ActRow>>> CentralTransaction::actsOfStreams(const std::vector<StreamId>& ids) {
    std::map<StreamId, std::vector<ActRow>> streams;
    if (ids.empty()) {
        return streams;
    }
    const auto rows = m_private->queryList("SELECT " + std::string(wholeColumns)
            + ", s.stream FROM stream_act s JOIN act a ON a.id = s.act WHERE s.stream "
            + m_private->connection->any("$1") + " ORDER BY s.stream, s.ordinal",
        textsOf(ids));
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (int i = 0; i < (*rows)->count(); ++i) {
        streams[StreamId(textAt(**rows, i, wholeOffset + 4))].push_back(wholeAt(**rows, i));
    }
    return streams;
}

Result<std::vector<StreamAct>> CentralTransaction::streamActs(
    const StreamId& after, std::int64_t afterOrdinal, int limit) {
    const auto rows = m_private->query("SELECT stream, ordinal, act FROM stream_act WHERE (stream, ordinal) > ($1, $2)"
                                       " ORDER BY stream, ordinal LIMIT $3",
        {valueOf(after), afterOrdinal, std::int64_t {limit}});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<StreamAct> acts;
    for (int i = 0; i < (*rows)->count(); ++i) {
        acts.push_back({StreamId(textAt(**rows, i, 0)), (*rows)->number(i, 1), ActId(textAt(**rows, i, 2))});
    }
    return acts;
}

Result<void> CentralTransaction::addStreams(const std::vector<StreamRow>& rows) {
    std::vector<std::vector<Value>> values;
    values.reserve(rows.size());
    for (const auto& row : rows) {
        values.push_back({valueOf(row.id), valueOf(row.home), std::int64_t {row.opened ? 1 : 0}, textOrNull(row.caseNo),
            std::string_view(row.stage), std::int64_t {row.open ? 1 : 0}, textOrNull(row.watchOn),
            std::string_view(row.concludedOn), row.acts, std::string_view(row.headHash)});
    }
    return m_private->insertMany("stream", std::string(streamColumns), values);
}

Result<void> CentralTransaction::writeStreams(const std::vector<StreamRow>& rows) {
    std::vector<std::vector<Value>> values;
    values.reserve(rows.size());
    // An empty text stands for "none" here: a null would have no type to prepare the statement for.
    for (const auto& row : rows) {
        values.push_back({valueOf(row.home), std::int64_t {row.opened ? 1 : 0}, std::string_view(row.caseNo),
            std::string_view(row.stage), std::int64_t {row.open ? 1 : 0}, std::string_view(row.watchOn),
            std::string_view(row.concludedOn), row.acts, std::string_view(row.headHash), valueOf(row.id)});
    }
    return m_private->executeMany("UPDATE stream SET home = $1, opened = $2, case_no = nullif($3, ''), stage = $4,"
                                  " is_open = $5, watch_on = nullif($6, ''), concluded_on = $7, acts = $8,"
                                  " head_hash = $9 WHERE id = $10",
        values);
}

Result<void> CentralTransaction::addStreamActs(const std::vector<StreamAct>& rows) {
    std::vector<std::vector<Value>> values;
    values.reserve(rows.size());
    for (const auto& row : rows) {
        values.push_back({valueOf(row.stream), row.ordinal, valueOf(row.act)});
    }
    return m_private->insertMany("stream_act", "stream, ordinal, act", values);
}

Result<void> CentralTransaction::addMemberships(const std::vector<std::pair<ScopeId, StreamId>>& rows) {
    std::vector<std::vector<Value>> values;
    values.reserve(rows.size());
    for (const auto& [scope, stream] : rows) {
        values.push_back({valueOf(scope), valueOf(stream)});
    }
    return m_private->insertMany("membership", "scope, stream", values);
}

Result<void> CentralTransaction::dropMembership(const ScopeId& scope, const StreamId& stream) {
    return m_private->execute(
        "DELETE FROM membership WHERE scope = $1 AND stream = $2", {valueOf(scope), valueOf(stream)});
}

Result<std::set<std::string>> CentralTransaction::usedNumbers(const std::vector<std::string>& numbers) {
    std::set<std::string> used;
    if (numbers.empty()) {
        return used;
    }
    const auto rows
        = m_private->queryList("SELECT case_no FROM stream WHERE case_no " + m_private->connection->any("$1"), numbers);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (int i = 0; i < (*rows)->count(); ++i) {
        used.insert(textAt(**rows, i, 0));
    }
    return used;
}

namespace {
Result<std::vector<StreamRow>> streamsOf(const sql::Answer& rows) {
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<StreamRow> streams;
    for (int i = 0; i < (*rows)->count(); ++i) {
        streams.push_back(streamAt(**rows, i));
    }
    return streams;
}
} // namespace

Result<std::vector<StreamRow>> CentralTransaction::streamsOfScope(
    const ScopeId& scope, const StreamId& after, std::string_view concludedSince, int limit) {
    // Two ordered walks and a merge, so that neither database scans a whole scope for a page.
    const std::string columns(streamColumns);
    return streamsOf(m_private->query("SELECT * FROM (SELECT " + columns
            + " FROM stream WHERE home = $1 AND id > $2 AND opened = 1 AND (is_open = 1 OR concluded_on >= $3)"
              " ORDER BY id LIMIT $4) AS own UNION SELECT * FROM (SELECT "
            + columns
            + " FROM stream JOIN membership m ON m.stream = stream.id WHERE m.scope = $1 AND m.stream > $2"
              " AND opened = 1 AND (is_open = 1 OR concluded_on >= $3) ORDER BY m.stream LIMIT $4) AS joined"
              " ORDER BY id LIMIT $4",
        {valueOf(scope), valueOf(after), concludedSince, std::int64_t {limit}}));
}

Result<std::vector<StreamRow>> CentralTransaction::watched(std::string_view today, const StreamId& after, int limit) {
    return streamsOf(m_private->query("SELECT " + std::string(streamColumns)
            + " FROM stream WHERE watch_on IS NOT NULL AND watch_on <= $1 AND id > $2 ORDER BY id LIMIT $3",
        {today, valueOf(after), std::int64_t {limit}}));
}

Result<std::vector<StreamRow>> CentralTransaction::openCases(const StreamId& after, int limit) {
    return streamsOf(m_private->query(
        "SELECT " + std::string(streamColumns) + " FROM stream WHERE is_open = 1 AND id > $1 ORDER BY id LIMIT $2",
        {valueOf(after), std::int64_t {limit}}));
}

} // namespace yichuang
