// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction_private.h"

namespace yichuang {
namespace {

using sql::Value;

constexpr std::string_view chainColumns = "id, number, hash, last_time, last_seen";
constexpr std::string_view scopeColumns = "id, position, hash, own_number, own_hash, key, signed_time, signature";

ChainRow chainAt(const sql::Rows& rows, int row) {
    return {textAt(rows, row, 0), rows.number(row, 1), textAt(rows, row, 2), rows.number(row, 3), rows.number(row, 4)};
}
ScopeRow scopeAt(const sql::Rows& rows, int row) {
    return {ScopeId(textAt(rows, row, 0)), rows.number(row, 1), textAt(rows, row, 2), rows.number(row, 3),
        textAt(rows, row, 4), KeyId(textAt(rows, row, 5)), rows.number(row, 6), textAt(rows, row, 7)};
}
std::string select(std::string_view columns, std::string_view table) {
    return "SELECT " + std::string(columns) + " FROM " + std::string(table);
}

} // namespace

CentralTransaction::CentralTransaction(std::unique_ptr<sql::Connection> connection,
    std::function<void(std::unique_ptr<sql::Connection>)> giveBack, std::function<Result<void>(std::string_view)> probe)
    : m_private(std::make_unique<Private>()) {
    m_private->connection = std::move(connection);
    m_private->giveBack = std::move(giveBack);
    m_private->probe = std::move(probe);
}

CentralTransaction::~CentralTransaction() {
    if (m_private->open) {
        m_private->connection->rollback();
    }
    m_private->giveBack(std::move(m_private->connection));
}

Result<void> CentralTransaction::begin(Access access) {
    if (auto may = m_private->asked("BEGIN"); !may) {
        return may;
    }
    auto begun = m_private->connection->begin(access == Access::Write ? sql::Mode::Write : sql::Mode::Read);
    m_private->open = begun.has_value();
    return begun;
}

Result<void> CentralTransaction::commit() {
    if (auto may = m_private->asked("COMMIT"); !may) {
        return may;
    }
    auto done = m_private->connection->commit();
    m_private->open = !done.has_value();
    return done;
}

Result<std::map<std::string, ChainRow>> CentralTransaction::lockChains(const std::vector<std::string>& sorted) {
    const auto statement = select(chainColumns, "chain") + " WHERE id " + m_private->connection->any("$1")
        + " ORDER BY id" + m_private->connection->forUpdate();
    std::map<std::string, ChainRow> chains;
    // A first act makes its chain's row; who comes second waits for the first and then reads what it wrote.
    for (int round = 0; round < 2; ++round) {
        const auto rows = m_private->queryList(statement, sorted);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        for (int i = 0; i < (*rows)->count(); ++i) {
            auto chain = chainAt(**rows, i);
            chains[chain.id] = std::move(chain);
        }
        if (chains.size() == sorted.size()) {
            break;
        }
        for (const auto& id : sorted) {
            if (!chains.contains(id)) {
                if (auto made = m_private->execute(
                        "INSERT INTO chain (id) VALUES ($1) ON CONFLICT (id) DO NOTHING", {std::string_view(id)});
                    !made) {
                    return tl::unexpected(made.error());
                }
            }
        }
    }
    return chains;
}

Result<std::map<ScopeId, ScopeRow>> CentralTransaction::lockScopes(const std::vector<ScopeId>& sorted) {
    const auto statement = select(scopeColumns, "scope") + " WHERE id " + m_private->connection->any("$1")
        + " ORDER BY id" + m_private->connection->forUpdate();
    std::map<ScopeId, ScopeRow> scopes;
    for (int round = 0; round < 2; ++round) {
        const auto rows = m_private->queryList(statement, textsOf(sorted));
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        for (int i = 0; i < (*rows)->count(); ++i) {
            auto scope = scopeAt(**rows, i);
            scopes[scope.id] = std::move(scope);
        }
        if (scopes.size() == sorted.size()) {
            break;
        }
        for (const auto& id : sorted) {
            if (!scopes.contains(id)) {
                if (auto made = m_private->execute(
                        "INSERT INTO scope (id) VALUES ($1) ON CONFLICT (id) DO NOTHING", {valueOf(id)});
                    !made) {
                    return tl::unexpected(made.error());
                }
            }
        }
    }
    return scopes;
}

Result<void> CentralTransaction::writeChains(const std::vector<ChainRow>& rows) {
    std::vector<std::vector<Value>> values;
    for (const auto& row : rows) {
        values.push_back(
            {row.number, std::string_view(row.hash), row.lastTime, row.lastSeen, std::string_view(row.id)});
    }
    return m_private->executeMany(
        "UPDATE chain SET number = $1, hash = $2, last_time = $3, last_seen = $4 WHERE id = $5", values);
}

Result<void> CentralTransaction::writeScopes(const std::vector<ScopeRow>& rows) {
    std::vector<std::vector<Value>> values;
    for (const auto& row : rows) {
        values.push_back({row.position, std::string_view(row.hash), row.ownNumber, std::string_view(row.ownHash),
            valueOf(row.key), row.signedTime, std::string_view(row.signature), valueOf(row.id)});
    }
    return m_private->executeMany("UPDATE scope SET position = $1, hash = $2, own_number = $3, own_hash = $4, key = $5,"
                                  " signed_time = $6, signature = $7 WHERE id = $8",
        values);
}

Result<std::optional<ChainRow>> CentralTransaction::chain(const std::string& id) {
    const auto rows = m_private->query(select(chainColumns, "chain") + " WHERE id = $1", {std::string_view(id)});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    return (*rows)->count() == 0 ? std::optional<ChainRow> {} : chainAt(**rows, 0);
}

Result<std::vector<ChainRow>> CentralTransaction::chains() {
    const auto rows = m_private->query(select(chainColumns, "chain") + " ORDER BY id");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<ChainRow> chains;
    for (int i = 0; i < (*rows)->count(); ++i) {
        chains.push_back(chainAt(**rows, i));
    }
    return chains;
}

Result<std::vector<ScopeRow>> CentralTransaction::scopes() {
    const auto rows = m_private->query(select(scopeColumns, "scope") + " ORDER BY id");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<ScopeRow> scopes;
    for (int i = 0; i < (*rows)->count(); ++i) {
        scopes.push_back(scopeAt(**rows, i));
    }
    return scopes;
}

Result<std::vector<ScopeRow>> CentralTransaction::scopes(const std::vector<ScopeId>& ids) {
    const auto rows = m_private->queryList(
        select(scopeColumns, "scope") + " WHERE id " + m_private->connection->any("$1") + " ORDER BY id", textsOf(ids));
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<ScopeRow> scopes;
    for (int i = 0; i < (*rows)->count(); ++i) {
        scopes.push_back(scopeAt(**rows, i));
    }
    return scopes;
}

Result<void> CentralTransaction::addLines(const std::vector<ScopeLine>& lines) {
    std::vector<std::vector<Value>> values;
    values.reserve(lines.size());
    for (const auto& line : lines) {
        values.push_back({valueOf(line.scope), line.position, toText(line.kind), std::string_view(line.subject),
            std::string_view(line.subjectHash), std::string_view(line.verdict), std::string_view(line.reason),
            std::string_view(line.link)});
    }
    return m_private->insertMany(
        "scope_log", "scope, position, kind, subject, subject_hash, verdict, reason, link", values);
}

Result<std::vector<ScopeLine>> CentralTransaction::lines(const ScopeId& scope, std::int64_t after, int limit) {
    const auto rows = m_private->query("SELECT position, kind, subject, subject_hash, verdict, reason, link"
                                       " FROM scope_log WHERE scope = $1 AND position > $2 ORDER BY position LIMIT $3",
        {valueOf(scope), after, std::int64_t {limit}});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<ScopeLine> lines;
    for (int i = 0; i < (*rows)->count(); ++i) {
        ScopeLine line;
        line.scope = scope;
        line.position = (*rows)->number(i, 0);
        const auto kind = lineKindFromText((*rows)->text(i, 1));
        if (!kind) {
            return failure("store.damaged", {{"scope", scope.value()}, {"position", std::to_string(line.position)}},
                "kind of line");
        }
        line.kind = *kind;
        line.subject = textAt(**rows, i, 2);
        line.subjectHash = textAt(**rows, i, 3);
        line.verdict = textAt(**rows, i, 4);
        line.reason = textAt(**rows, i, 5);
        line.link = textAt(**rows, i, 6);
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::optional<HashText>> CentralTransaction::linkAt(const ScopeId& scope, std::int64_t position) {
    const auto rows
        = m_private->query("SELECT link FROM scope_log WHERE scope = $1 AND position = $2", {valueOf(scope), position});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    return (*rows)->count() == 0 ? std::optional<HashText> {} : textAt(**rows, 0, 0);
}

Result<std::vector<CentreKeyRow>> CentralTransaction::centreKeys() {
    const auto rows = m_private->query("SELECT id, scope, public_key, sealed_secret FROM centre_key ORDER BY id");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<CentreKeyRow> keys;
    for (int i = 0; i < (*rows)->count(); ++i) {
        keys.push_back(
            {KeyId(textAt(**rows, i, 0)), ScopeId(textAt(**rows, i, 1)), textAt(**rows, i, 2), textAt(**rows, i, 3)});
    }
    return keys;
}

Result<void> CentralTransaction::addCentreKey(const CentreKeyRow& row) {
    return m_private->execute("INSERT INTO centre_key (id, scope, public_key, sealed_secret) VALUES ($1, $2, $3, $4)",
        {valueOf(row.id), valueOf(row.scope), std::string_view(row.publicKey), sql::Bytes {row.sealedSecret}});
}

Result<std::map<std::string, std::string>> CentralTransaction::settings() {
    const auto rows = m_private->query("SELECT name, value FROM setting");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::map<std::string, std::string> settings;
    for (int i = 0; i < (*rows)->count(); ++i) {
        settings[textAt(**rows, i, 0)] = textAt(**rows, i, 1);
    }
    return settings;
}

Result<void> CentralTransaction::writeSetting(std::string_view name, std::string_view value) {
    return m_private->execute("INSERT INTO setting (name, value) VALUES ($1, $2)"
                              " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        {name, value});
}

Result<void> CentralTransaction::offerSetting(std::string_view name, std::string_view value) {
    return m_private->execute(
        "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", {name, value});
}

} // namespace yichuang
