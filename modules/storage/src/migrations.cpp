// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/storage/migrations.h>

#include "database.h"

#include <QFile>

#include <array>

namespace yichuang {

namespace {

// Ids that are UUIDs are kept as 16 bytes. Times are UTC milliseconds, civil dates ISO text. What is sealed or blind:
// acts.sealed, cases.tokens, cases.sealed, drafts.sealed, slots.wrapped, meta 'check' and 'credential'.
constexpr std::array schema1 {
    "CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value) WITHOUT ROWID",
    "CREATE TABLE settings (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE slots (kind TEXT NOT NULL, holder TEXT NOT NULL, wrapped BLOB NOT NULL,"
    " PRIMARY KEY (kind, holder)) WITHOUT ROWID",
    "CREATE TABLE people (person TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,"
    " public_key TEXT NOT NULL, wrapped_key BLOB NOT NULL, verifier TEXT NOT NULL, last_online INTEGER NOT NULL,"
    " offline_until INTEGER NOT NULL, last_sign_in INTEGER NOT NULL, failed_tries INTEGER NOT NULL,"
    " locked_until INTEGER NOT NULL) WITHOUT ROWID",
    // One row for each time this machine was enrolled: its origin, its chain, and up to which number it was answered.
    "CREATE TABLE enrolments (ordinal INTEGER PRIMARY KEY, workstation TEXT NOT NULL UNIQUE, window TEXT NOT NULL,"
    " centre TEXT NOT NULL, url TEXT NOT NULL, hall_name TEXT NOT NULL, window_name TEXT NOT NULL,"
    " recovery_key TEXT NOT NULL, hall_key TEXT NOT NULL, hall_key_scope TEXT NOT NULL, hall_key_public TEXT NOT NULL,"
    " chain_number INTEGER NOT NULL DEFAULT 0, chain_hash TEXT NOT NULL DEFAULT '',"
    " answered INTEGER NOT NULL DEFAULT 0)",
    // own: ordinal of the enrolment, 0 = of others. standing: 0 waiting, 1 acknowledged, 2 admitted, 3 refused.
    // hall: position of the hall's log if it is one of the hall's own acts. cases: ids of the cases it touches.
    "CREATE TABLE acts (id INTEGER PRIMARY KEY, act BLOB NOT NULL UNIQUE, own INTEGER NOT NULL,"
    " number INTEGER NOT NULL, hash TEXT, person TEXT NOT NULL, time INTEGER NOT NULL, standing INTEGER NOT NULL,"
    " likely INTEGER NOT NULL DEFAULT 0, settled INTEGER NOT NULL DEFAULT 0, answered INTEGER, hall INTEGER,"
    " cases TEXT NOT NULL, verdict TEXT, sealed BLOB NOT NULL)",
    "CREATE UNIQUE INDEX acts_own ON acts (own, number) WHERE own > 0",
    "CREATE INDEX acts_refused ON acts (id) WHERE own > 0 AND standing = 3",
    "CREATE INDEX acts_hall ON acts (hall, id) WHERE hall IS NOT NULL",
    "CREATE INDEX acts_loose ON acts (answered) WHERE own > 0 AND cases = ''",
    "CREATE TABLE cases (id INTEGER PRIMARY KEY, stream BLOB NOT NULL UNIQUE, number TEXT NOT NULL,"
    " item TEXT NOT NULL, item_version INTEGER NOT NULL, department TEXT NOT NULL, bucket INTEGER NOT NULL,"
    " pending INTEGER NOT NULL, urgency TEXT NOT NULL, handler TEXT NOT NULL, opened INTEGER NOT NULL,"
    " changed INTEGER NOT NULL, own INTEGER NOT NULL, waiting INTEGER NOT NULL, unplaced INTEGER NOT NULL,"
    " set_aside INTEGER NOT NULL, likely INTEGER NOT NULL, concluded TEXT, scopes TEXT NOT NULL,"
    " sealed BLOB NOT NULL, tokens BLOB NOT NULL)",
    "CREATE INDEX cases_number ON cases (number)",
    "CREATE INDEX cases_department ON cases (department, urgency) WHERE bucket = 1",
    "CREATE INDEX cases_mine ON cases (handler, urgency) WHERE bucket = 1",
    "CREATE INDEX cases_pending ON cases (department, urgency) WHERE pending = 1",
    "CREATE INDEX cases_stopped ON cases (department, urgency) WHERE bucket = 2",
    "CREATE INDEX cases_to_hand_over ON cases (department, urgency) WHERE bucket = 3",
    "CREATE INDEX cases_done ON cases (department, urgency) WHERE bucket = 4",
    "CREATE INDEX cases_adrift ON cases (id) WHERE scopes = ''",
    "CREATE INDEX cases_concluded ON cases (concluded) WHERE concluded IS NOT NULL",
    // placed: order among the centre's acts as the feed told it; empty while the act waits for its place.
    "CREATE TABLE journal (case_id INTEGER NOT NULL REFERENCES cases (id), act_id INTEGER NOT NULL,"
    " placed INTEGER, PRIMARY KEY (case_id, act_id)) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE search USING fts5 (tokens, content='', detail=none, columnsize=0, tokenize='ascii')",
    // Cases below the index's mark whose tokens changed since.
    "CREATE TABLE search_again (case_id INTEGER PRIMARY KEY)",
    "CREATE TABLE drafts (id TEXT PRIMARY KEY NOT NULL, author TEXT NOT NULL, item TEXT NOT NULL,"
    " saved INTEGER NOT NULL, sealed BLOB NOT NULL)",
    "CREATE INDEX drafts_author ON drafts (author, saved)",
    "CREATE TABLE leases (id TEXT PRIMARY KEY NOT NULL, centre TEXT NOT NULL, year INTEGER NOT NULL,"
    " first INTEGER NOT NULL, last INTEGER NOT NULL, next INTEGER NOT NULL, workstation TEXT NOT NULL,"
    " leased INTEGER NOT NULL, given_up INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE heads (scope TEXT PRIMARY KEY NOT NULL, position INTEGER NOT NULL, hash TEXT NOT NULL,"
    " signed_position INTEGER NOT NULL, signed_hash TEXT NOT NULL, signed_time INTEGER NOT NULL,"
    " signed_key TEXT NOT NULL, signature TEXT NOT NULL) WITHOUT ROWID",
};

// Own acts of which the clerk has to be told: refused, damaged, or taken in as Received and no more.
constexpr std::array schema2 {
    "DROP INDEX acts_refused",
    "CREATE INDEX acts_told ON acts (id) WHERE own > 0 AND verdict IS NOT NULL",
};

constexpr std::array allMigrations {Migration {1, schema1}, Migration {2, schema2}};

Result<void> checkList(std::span<const Migration> list) {
    int expected = 1;
    for (const Migration& migration : list) {
        if (migration.schema != expected++)
            return failure("storage.damaged", {}, "the list of migrations has a gap");
    }
    return {};
}

Result<QString> backUp(Database& database, int schema) {
    const QString path = QStringLiteral("%1.schema-%2").arg(database.path()).arg(schema);
    // A copy that was cut off is no copy.
    QFile::remove(path);
    QString literal = path;
    literal.replace(QLatin1Char('\''), QStringLiteral("''"));
    if (auto copied = database.execute(QStringLiteral("VACUUM INTO '%1'").arg(literal)); !copied) {
        QFile::remove(path);
        return passOn(copied);
    }
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

} // namespace

std::span<const Migration> migrations() {
    return allMigrations;
}

Result<MigrationReport> migrate(Database& database, std::span<const Migration> list) {
    if (auto checked = checkList(list); !checked)
        return passOn(checked);
    const auto mark = database.ask(QStringLiteral("PRAGMA application_id"));
    if (!mark)
        return passOn(mark);
    const auto schema = database.ask(QStringLiteral("PRAGMA user_version"));
    if (!schema)
        return passOn(schema);
    const auto tables = database.ask(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables)
        return passOn(tables);
    const bool empty = *tables == 0 && *schema == 0 && *mark == 0;
    if (!empty && *mark != fileMark)
        return failure("storage.not_ours");
    const int last = static_cast<int>(list.size());
    if (*schema > last)
        return failure("storage.newer", {{"schema", std::to_string(*schema)}});

    MigrationReport report;
    report.from = static_cast<int>(*schema);
    report.to = last;
    if (report.from > 0 && report.from < last) {
        auto copy = backUp(database, report.from);
        if (!copy)
            return passOn(copy);
        report.backup = *copy;
    }
    for (const Migration& migration : list) {
        if (migration.schema <= report.from)
            continue;
        auto done = database.transaction([&]() -> Result<void> {
            for (const char* statement : migration.statements) {
                if (auto executed = database.execute(QString::fromUtf8(statement)); !executed)
                    return executed;
            }
            // Both numbers are part of the transaction.
            if (auto marked = database.execute(QStringLiteral("PRAGMA application_id = %1").arg(fileMark)); !marked)
                return marked;
            return database.execute(QStringLiteral("PRAGMA user_version = %1").arg(migration.schema));
        });
        if (!done)
            return passOn(done);
    }
    return report;
}

} // namespace yichuang
