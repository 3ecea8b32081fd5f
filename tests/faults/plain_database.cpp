// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_database.h"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <memory>
#include <stdexcept>
#include <string_view>

namespace yichuang::test {
namespace {

constexpr std::string_view sqliteScheme = "sqlite:";
constexpr Oid bytesOid = 17;

PlainRows readSqlite(const std::string& file, const std::string& text) {
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(raw, &sqlite3_close);
    if (opened != SQLITE_OK)
        throw std::runtime_error("can't open " + file);
    sqlite3_busy_timeout(raw, 20'000);
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v2(raw, text.c_str(), -1, &made, nullptr) != SQLITE_OK)
        throw std::runtime_error(text + ": " + sqlite3_errmsg(raw));
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(made, &sqlite3_finalize);
    PlainRows rows;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(made)) == SQLITE_ROW) {
        std::vector<std::string> row;
        for (int column = 0; column < sqlite3_column_count(made); ++column) {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(made, column));
            row.emplace_back(
                bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(made, column)));
        }
        rows.push_back(std::move(row));
    }
    if (code != SQLITE_DONE)
        throw std::runtime_error(text + ": " + sqlite3_errmsg(raw));
    return rows;
}

PlainRows readPostgres(const std::string& address, const std::string& text) {
    const std::unique_ptr<PGconn, void (*)(PGconn*)> connection(PQconnectdb(address.c_str()), &PQfinish);
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection.get(), text.c_str()), &PQclear);
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        throw std::runtime_error(text + ": " + PQerrorMessage(connection.get()));
    PlainRows rows;
    for (int at = 0; at < PQntuples(result.get()); ++at) {
        std::vector<std::string> row;
        for (int column = 0; column < PQnfields(result.get()); ++column) {
            const char* value = PQgetvalue(result.get(), at, column);
            if (PQftype(result.get(), column) != bytesOid) {
                row.emplace_back(value);
                continue;
            }
            std::size_t size = 0;
            unsigned char* bytes = PQunescapeBytea(reinterpret_cast<const unsigned char*>(value), &size);
            row.emplace_back(reinterpret_cast<const char*>(bytes), size);
            PQfreemem(bytes);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

PlainRows readPlainly(const std::string& address, const std::string& statement) {
    if (address.starts_with(sqliteScheme))
        return readSqlite(address.substr(sqliteScheme.size()), statement);
    return readPostgres(address, statement);
}

} // namespace yichuang::test
