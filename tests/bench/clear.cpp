// SPDX-License-Identifier: GPL-3.0-or-later
#include "clear.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <stdexcept>

namespace yichuang::bench {

const char* const clearTables
    = "CREATE TABLE intake (number TEXT PRIMARY KEY, item TEXT NOT NULL, item_version TEXT NOT NULL,"
      " department TEXT NOT NULL, window_id TEXT NOT NULL, clerk TEXT NOT NULL, stage TEXT NOT NULL,"
      " accepted TEXT NOT NULL, due TEXT NOT NULL, applicant TEXT NOT NULL, id_kind TEXT NOT NULL,"
      " id_number TEXT NOT NULL, phone TEXT NOT NULL, address TEXT NOT NULL, form TEXT NOT NULL);"
      "CREATE TABLE checklist (number TEXT NOT NULL, seq TEXT NOT NULL, material TEXT NOT NULL, state TEXT NOT NULL,"
      " note TEXT NOT NULL, PRIMARY KEY (number, seq));"
      "CREATE TABLE journal (number TEXT NOT NULL, seq TEXT NOT NULL, type TEXT NOT NULL, person TEXT NOT NULL,"
      " date TEXT NOT NULL, time TEXT NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (number, seq));";

namespace {

std::string formText(const FormValues& values) {
    QJsonObject object;
    for (const auto& [name, value] : values.fields) {
        if (const auto* text = std::get_if<std::string>(&value))
            object.insert(toQString(std::string_view {name}), toQString(std::string_view {*text}));
        else if (const auto* number = std::get_if<std::int64_t>(&value))
            object.insert(toQString(std::string_view {name}), static_cast<qint64>(*number));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

void bindText(sqlite3_stmt* statement, int position, std::string_view text) {
    sqlite3_bind_text(statement, position, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

} // namespace

ClearIntake ClearIntake::of(const Intake& intake, const SignedIn& clerk, int serial, std::int64_t time) {
    ClearIntake clear;
    const Item& item = intake.item();
    const Party& self = intake.applicant().self;
    const std::string today = isoDate(shanghaiDate(fromMilliseconds(time)));
    const std::string due = intake.dueIfAcceptedToday() ? isoDate(*intake.dueIfAcceptedToday()) : std::string {};
    clear.number = makeCaseNo("400", 2018, serial);
    clear.columns = {item.id.value(), std::to_string(item.version), item.department, clerk.window.value(),
        clerk.id.value(), "accepted", today, due, self.name.toStdString(), self.idKind.toStdString(),
        self.idNumber.toStdString(), self.phone.toStdString(), self.address.toStdString(), formText(intake.values())};
    for (const MaterialRow& row : intake.materials())
        clear.checklist.push_back(
            {std::to_string(row.material.seq), row.material.name, "here", row.note.toStdString()});
    const std::string milliseconds = std::to_string(time);
    clear.journal = {{"1", "receive", clerk.id.value(), today, milliseconds,
                         R"({"identity_checked":true,"item_in_force":true,"simulated":false,"item":")" + item.id.value()
                             + R"(","item_version":1,"window":")" + clerk.window.value() + R"(","role":"IC"})"},
        {"2", "accept", clerk.id.value(), today, milliseconds,
            R"({"in_scope":true,"proper_form":true,"missing":[],"role":"IC","day_zero":")" + today
                + R"(","promised":{"days":3,"unit":"workday"},"statutory":{"days":3,"unit":"calendar_day"},"due":")"
                + due + R"(","calendar_version":"2018-1"})"}};
    return clear;
}

ClearFile::ClearFile(const std::string& path) {
    sqlite3* database = nullptr;
    const int opened = sqlite3_open(path.c_str(), &database);
    m_database.reset(database);
    if (opened != SQLITE_OK)
        throw std::runtime_error("can't open " + path);
    for (const char* pragma : {"PRAGMA page_size = 8192", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
             "PRAGMA cache_size = -16384", "PRAGMA wal_autocheckpoint = 20000"})
        run(pragma);
    run(clearTables);
    m_begin = prepared("BEGIN IMMEDIATE");
    m_commit = prepared("COMMIT");
    m_case = prepared("INSERT INTO intake VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    m_checklist = prepared("INSERT INTO checklist VALUES (?, ?, ?, ?, ?)");
    m_journal = prepared("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)");
}

void ClearFile::run(const char* statement) {
    if (sqlite3_exec(m_database.get(), statement, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(m_database.get()));
}

Prepared ClearFile::prepared(const char* statement) {
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v3(m_database.get(), statement, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(m_database.get()));
    return Prepared {made};
}

void ClearFile::step(sqlite3_stmt* statement) {
    const int outcome = sqlite3_step(statement);
    sqlite3_reset(statement);
    if (outcome != SQLITE_DONE)
        throw std::runtime_error(sqlite3_errmsg(m_database.get()));
}

void ClearFile::write(const ClearIntake& intake) {
    step(m_begin.get());
    const auto put = [&](sqlite3_stmt* statement, const std::vector<std::string>& columns) {
        int position = 0;
        bindText(statement, ++position, intake.number);
        for (const std::string& column : columns)
            bindText(statement, ++position, column);
        step(statement);
    };
    put(m_case.get(), intake.columns);
    for (const auto& row : intake.checklist)
        put(m_checklist.get(), row);
    for (const auto& row : intake.journal)
        put(m_journal.get(), row);
    step(m_commit.get());
}

void ClearFile::take(sqlite3_stmt* statement, std::string_view row) {
    if (row.ends_with('\n'))
        row.remove_suffix(1);
    int position = 0;
    for (std::size_t from = 0; from <= row.size();) {
        const std::size_t end = std::min(row.find('\t', from), row.size());
        bindText(statement, ++position, row.substr(from, end - from));
        from = end + 1;
    }
    step(statement);
}

} // namespace yichuang::bench
