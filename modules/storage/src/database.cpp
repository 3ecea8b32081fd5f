// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include <QSqlError>
#include <QUuid>

namespace yichuang {

namespace {

constexpr std::string_view casePrefix = "case:";

int digitOf(char letter) {
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    if (letter >= 'a' && letter <= 'f')
        return letter - 'a' + 10;
    return -1;
}

void merge(Changes& into, std::unordered_set<std::string>& told, Changes&& from) {
    for (StreamId& stream : from.cases) {
        if (told.insert(stream.value()).second)
            into.cases.push_back(std::move(stream));
    }
    into.hall = into.hall || from.hall;
    into.outbox = into.outbox || from.outbox;
    into.refused = into.refused || from.refused;
    into.drafts = into.drafts || from.drafts;
}

} // namespace

Database::Database(QString path, const Clock& clock)
    : m_path(std::move(path))
    , m_name(QStringLiteral("yichuang-%1").arg(QUuid::createUuid().toString(QUuid::WithoutBraces)))
    , m_clock(clock) { }

Database::~Database() {
    m_begin = {};
    m_commit = {};
    m_rollBack = {};
    if (m_connection.isValid()) {
        m_connection.close();
        m_connection = {};
        QSqlDatabase::removeDatabase(m_name);
    }
}

Result<void> Database::open() {
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    if (!m_connection.isValid())
        return failure("storage.fault", {}, "no SQLite driver");
    m_connection.setDatabaseName(m_path);
    m_connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_connection.open())
        return tl::unexpected<Error> {faultOf(m_connection.lastError())};
    // The page size counts only for a file that is still empty. Checkpoints are made in idle time; the high automatic
    // threshold only keeps a log from growing without end on a machine that is never idle.
    for (const char* pragma :
        {"PRAGMA page_size = 8192", "PRAGMA auto_vacuum = INCREMENTAL", "PRAGMA temp_store = MEMORY",
            "PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON", "PRAGMA cache_size = -16384",
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 20000"}) {
        if (auto set = execute(QString::fromLatin1(pragma)); !set)
            return set;
    }
    if (auto prepared = m_begin.prepare(m_connection, "BEGIN IMMEDIATE"); !prepared)
        return prepared;
    if (auto prepared = m_commit.prepare(m_connection, "COMMIT"); !prepared)
        return prepared;
    return m_rollBack.prepare(m_connection, "ROLLBACK");
}

Result<void> Database::execute(const QString& sql) {
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        return tl::unexpected<Error> {faultOf(query.lastError())};
    while (query.next()) { }
    return {};
}

Result<std::int64_t> Database::ask(const QString& sql) {
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return tl::unexpected<Error> {faultOf(query.lastError())};
    return query.next() ? query.value(0).toLongLong() : 0;
}

Result<void> Database::begin() {
    auto begun = m_begin.run();
    if (!begun && begun.error().is("storage.busy"))
        begun = m_begin.run();
    return begun;
}

Result<void> Database::commit() {
    if (auto committed = m_commit.run(); !committed)
        return committed;
    m_undo.clear();
    merge(m_committed, m_told, std::move(m_pending));
    m_pending = {};
    return {};
}

void Database::rollBack() {
    // SQLite may have rolled back by itself (full disk, input/output): then there is nothing left to roll back.
    [[maybe_unused]] const auto rolledBack = m_rollBack.run();
    for (auto undo = m_undo.rbegin(); undo != m_undo.rend(); ++undo)
        (*undo)();
    m_undo.clear();
    m_pending = {};
}

void Database::onRollback(std::function<void()> undo) {
    m_undo.push_back(std::move(undo));
}

Result<const DataKeys*> Database::unlocked() const {
    if (!m_keys)
        return failure("storage.locked");
    return m_keys.get();
}

Changes Database::takeChanges() {
    m_told.clear();
    return std::exchange(m_committed, {});
}

std::string packedId(std::string_view id) {
    std::string packed;
    if (id.size() == 36) {
        packed.reserve(16);
        int high = -1;
        bool uuid = true;
        for (std::size_t i = 0; i < id.size() && uuid; ++i) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                uuid = id[i] == '-';
                continue;
            }
            const int digit = digitOf(id[i]);
            if (digit < 0) {
                uuid = false;
            } else if (high < 0) {
                high = digit;
            } else {
                packed.push_back(static_cast<char>(high * 16 + digit));
                high = -1;
            }
        }
        if (uuid && packed.size() == 16)
            return packed;
        packed.clear();
    }
    packed.reserve(id.size() + 1);
    packed.push_back('t');
    packed.append(id);
    // A text of fifteen characters would have the length of a packed UUID; no id holds a zero byte.
    if (packed.size() == 16)
        packed.push_back('\0');
    return packed;
}

std::string unpackedId(std::string_view packed) {
    if (packed.size() != 16) {
        packed.remove_prefix(packed.empty() ? 0 : 1);
        if (packed.ends_with('\0'))
            packed.remove_suffix(1);
        return std::string {packed};
    }
    static constexpr char digits[] = "0123456789abcdef";
    std::string id;
    id.reserve(36);
    for (std::size_t i = 0; i < packed.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            id.push_back('-');
        const auto byte = static_cast<unsigned char>(packed[i]);
        id.push_back(digits[byte >> 4]);
        id.push_back(digits[byte & 15]);
    }
    return id;
}

bool isCase(const StreamId& stream) {
    return stream.value().starts_with(casePrefix);
}

std::string packedCase(const StreamId& stream) {
    const std::string_view text = stream.value();
    return packedId(text.starts_with(casePrefix) ? text.substr(casePrefix.size()) : text);
}

StreamId caseStream(std::string_view packed) {
    return StreamId {std::string {casePrefix} + unpackedId(packed)};
}

} // namespace yichuang
