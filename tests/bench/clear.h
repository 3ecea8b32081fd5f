// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite_handles.h"

#include <yichuang/domain/ids.h>
#include <yichuang/workflows/intake.h>
#include <yichuang/workflows/session.h>

#include <string>
#include <string_view>
#include <vector>

namespace yichuang::bench {

/// What one intake says, in clear: a case, its checklist, and two rows of a journal. No key, hash, signature or token.
struct ClearIntake {
    std::string number; ///< 14 digits
    std::vector<std::string> columns; ///< of the case, behind the number
    std::vector<std::vector<std::string>> checklist; ///< seq, material, state, note
    std::vector<std::vector<std::string>> journal; ///< seq, type, person, date, time, facts

    /// As `intake` records it; `serial` makes the number.
    [[nodiscard]] static ClearIntake of(const Intake& intake, const SignedIn& clerk, int serial, std::int64_t time);
};

/// The raw limit at the counter: the same information through SQLite's C API, WAL, synchronous=FULL, statements
/// prepared once, the product's page size.
class ClearFile {
public:
    explicit ClearFile(const std::string& path);
    /// One transaction.
    void write(const ClearIntake& intake);
    /// Rows of the three tables as PostgreSQL's COPY gives them; inside begin and commit.
    void takeCase(std::string_view row) { take(m_case.get(), row); }
    void takeChecklist(std::string_view row) { take(m_checklist.get(), row); }
    void takeJournal(std::string_view row) { take(m_journal.get(), row); }
    void begin() { run("BEGIN IMMEDIATE"); }
    void commit() { run("COMMIT"); }

private:
    void run(const char* statement);
    [[nodiscard]] Prepared prepared(const char* statement);
    void take(sqlite3_stmt* statement, std::string_view row);
    void step(sqlite3_stmt* statement);

    Database m_database;
    Prepared m_begin;
    Prepared m_commit;
    Prepared m_case;
    Prepared m_checklist;
    Prepared m_journal;
};

/// The three tables' columns, for SQLite and PostgreSQL alike.
extern const char* const clearTables;

} // namespace yichuang::bench
