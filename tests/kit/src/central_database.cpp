// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/kit/central_database.h>

#include "postgres_cluster.h"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <stdexcept>

namespace yichuang::test {
namespace {

/// One cluster serves all tests of a program: each has its own database in it.
kit::PostgresCluster& cluster() {
    static kit::PostgresCluster started;
    return started;
}

bool onPostgres(const std::string& address, const std::string& statements) {
    PGconn* connection = PQconnectdb(address.c_str());
    PGresult* result = PQexec(connection, statements.c_str());
    const auto status = PQresultStatus(result);
    const bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!done) {
        std::cerr << PQerrorMessage(connection);
    }
    PQclear(result);
    PQfinish(connection);
    return done;
}

bool onSqlite(const std::string& file, const std::string& statements) {
    sqlite3* database = nullptr;
    bool done = sqlite3_open(file.c_str(), &database) == SQLITE_OK;
    sqlite3_busy_timeout(database, 10'000);
    done = done && sqlite3_exec(database, statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!done) {
        std::cerr << sqlite3_errmsg(database) << "\n";
    }
    sqlite3_close(database);
    return done;
}

} // namespace

CentralDatabase::CentralDatabase(const std::string& kind)
    : m_kind(kind) {
    std::string pattern = (std::filesystem::temp_directory_path() / "yc-centre-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    m_folder = pattern;
    m_address = kind == "sqlite" ? "sqlite:" + m_folder + "/centre.db" : cluster().makeDatabase();
}

CentralDatabase::~CentralDatabase() {
    std::error_code none;
    std::filesystem::remove_all(m_folder, none);
}

bool CentralDatabase::meddle(const std::string& statements) const {
    return m_kind == "sqlite" ? onSqlite(m_address.substr(7), statements) : onPostgres(m_address, statements);
}

std::vector<std::string> centralDatabaseKinds() {
    return {"sqlite", "postgresql"};
}

} // namespace yichuang::test
