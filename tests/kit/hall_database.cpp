// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall_database.h"

#include "postgres_cluster.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace yichuang::kit {
namespace {

constexpr std::string_view sqlite = "sqlite:";

PostgresCluster& cluster() {
    static PostgresCluster only;
    return only;
}

} // namespace

HallDatabase::HallDatabase(const std::string& kind)
    : m_address(kind == "sqlite" ? std::string(sqlite) + (m_folder.path() / "centre.sqlite").string()
                                 : cluster().makeDatabase()) { }

bool HallDatabase::meddle(const std::string& statement) const {
    const std::string command = m_address.starts_with(sqlite)
        ? "sqlite3 -cmd '.timeout 10000' '" + m_address.substr(sqlite.size()) + "' \"" + statement + "\" >/dev/null"
        : "psql -q -X -v ON_ERROR_STOP=1 -d '" + m_address + "' -c \"" + statement + "\" >/dev/null";
    return std::system(command.c_str()) == 0;
}

std::string HallDatabase::dump() const {
    const std::string file = (m_folder.path() / "dump.sql").string();
    const std::string command = m_address.starts_with(sqlite)
        ? "sqlite3 '" + m_address.substr(sqlite.size()) + "' .dump >'" + file + "'"
        : "pg_dump -d '" + m_address + "' >'" + file + "'";
    if (std::system(command.c_str()) != 0) {
        throw std::runtime_error("the database can't be dumped");
    }
    std::ifstream read(file);
    std::ostringstream text;
    text << read.rdbuf();
    return text.str();
}

std::vector<std::string> databaseKinds() {
    return {"sqlite", "postgresql"};
}

} // namespace yichuang::kit
