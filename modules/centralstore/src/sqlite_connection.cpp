// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql.h"

#include <sqlite3.h>

#include <map>
#include <optional>

namespace yichuang::sql {
namespace {

constexpr int busyMilliseconds = 20'000;

class SqliteRows final : public Rows {
public:
    struct Cell {
        bool null = true;
        std::int64_t number = 0;
        std::string text;
    };
    explicit SqliteRows(int columns)
        : m_columns(columns) { }
    [[nodiscard]] std::vector<Cell>& cells() { return m_cells; }
    [[nodiscard]] int count() const override {
        return m_columns == 0 ? 0 : static_cast<int>(m_cells.size()) / m_columns;
    }
    [[nodiscard]] bool isNull(int row, int column) const override { return at(row, column).null; }
    [[nodiscard]] std::int64_t number(int row, int column) const override { return at(row, column).number; }
    [[nodiscard]] std::string_view text(int row, int column) const override { return at(row, column).text; }

private:
    [[nodiscard]] const Cell& at(int row, int column) const {
        return m_cells.at(
            static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column));
    }
    int m_columns;
    std::vector<Cell> m_cells;
};

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Lists are bound as a JSON array of texts and taken apart by json_each.
std::string jsonOf(const List& list) {
    std::string out = "[";
    for (const auto& text : list) {
        if (out.size() > 1) {
            out += ',';
        }
        out += '"';
        for (const char c : text) {
            if (c == '"' || c == '\\') {
                out += '\\';
                out += c;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                constexpr std::string_view digits = "0123456789abcdef";
                out += "\\u00";
                out += digits[static_cast<unsigned char>(c) >> 4U];
                out += digits[static_cast<unsigned char>(c) & 0xFU];
            } else {
                out += c;
            }
        }
        out += '"';
    }
    return out + "]";
}

class SqliteConnection final : public Connection {
public:
    explicit SqliteConnection(std::unique_ptr<sqlite3, CloseDatabase> database)
        : m_database(std::move(database)) { }

    Result<void> begin(Mode mode) override { return script(mode == Mode::Write ? "BEGIN IMMEDIATE" : "BEGIN"); }
    Result<void> commit() override { return script("COMMIT"); }
    void rollback() override {
        if (sqlite3_get_autocommit(m_database.get()) == 0) {
            sqlite3_exec(m_database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
        }
    }
    Result<void> script(const std::string& statements) override {
        const int code = sqlite3_exec(m_database.get(), statements.c_str(), nullptr, nullptr, nullptr);
        return code == SQLITE_OK ? Result<void> {} : fault(code);
    }
    Answer query(const std::string& statement, const std::vector<Value>& values) override {
        return run(statement, std::nullopt, values);
    }
    Answer queryList(const std::string& statement, const List& list, const std::vector<Value>& values) override {
        const std::string json = jsonOf(list);
        return run(statement, json, values);
    }
    Result<void> insertMany(
        const std::string& table, const std::string& columns, const std::vector<std::vector<Value>>& rows) override {
        if (rows.empty()) {
            return {};
        }
        std::string statement = "INSERT INTO " + table + " (" + columns + ") VALUES (";
        for (std::size_t i = 0; i < rows.front().size(); ++i) {
            statement += (i == 0 ? "$" : ", $") + std::to_string(i + 1);
        }
        return executeMany(statement + ")", rows);
    }
    Result<void> executeMany(const std::string& statement, const std::vector<std::vector<Value>>& rows) override {
        for (const auto& row : rows) {
            if (auto done = run(statement, std::nullopt, row); !done) {
                return tl::unexpected(done.error());
            }
        }
        return {};
    }
    std::string any(std::string_view parameter) const override {
        return "IN (SELECT value FROM json_each(" + std::string(parameter) + "))";
    }
    std::string forUpdate() const override { return {}; }
    std::string_view bytesType() const override { return "BLOB"; }
    std::string_view textType() const override { return "TEXT"; }
    bool usable() const override { return true; }
    bool isPostgres() const override { return false; }

private:
    tl::unexpected<Error> fault(int code) {
        std::string detail = sqlite3_errmsg(m_database.get());
        switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return failure("store.busy", {}, std::move(detail));
        case SQLITE_CONSTRAINT:
            return failure("store.duplicate", {}, std::move(detail));
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
            return failure("store.unavailable", {}, std::move(detail));
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return failure("store.damaged", {}, std::move(detail));
        default:
            return failure("store.failed", {}, std::move(detail));
        }
    }

    Result<sqlite3_stmt*> prepared(const std::string& statement) {
        auto& slot = m_statements[statement];
        if (!slot) {
            sqlite3_stmt* made = nullptr;
            const int code = sqlite3_prepare_v3(m_database.get(), statement.data(), static_cast<int>(statement.size()),
                SQLITE_PREPARE_PERSISTENT, &made, nullptr);
            slot.reset(made);
            if (code != SQLITE_OK) {
                return fault(code);
            }
        }
        return slot.get();
    }

    static int bind(sqlite3_stmt* statement, int index, const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            return sqlite3_bind_int64(statement, index, *number);
        }
        if (const auto* text = std::get_if<std::string_view>(&value)) {
            return sqlite3_bind_text64(statement, index, text->data() == nullptr ? "" : text->data(), text->size(),
                SQLITE_STATIC, SQLITE_UTF8);
        }
        if (const auto* bytes = std::get_if<Bytes>(&value)) {
            return sqlite3_bind_blob64(statement, index, bytes->value.data() == nullptr ? "" : bytes->value.data(),
                bytes->value.size(), SQLITE_STATIC);
        }
        return sqlite3_bind_null(statement, index);
    }

    Answer run(const std::string& text, const std::optional<std::string>& list, const std::vector<Value>& values) {
        auto found = prepared(text);
        if (!found) {
            return tl::unexpected(found.error());
        }
        sqlite3_stmt* statement = *found;
        int index = 0;
        int code = SQLITE_OK;
        if (list) {
            code = sqlite3_bind_text64(statement, ++index, list->data(), list->size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        for (const auto& value : values) {
            if (code == SQLITE_OK) {
                code = bind(statement, ++index, value);
            }
        }
        const int columns = sqlite3_column_count(statement);
        auto rows = std::make_unique<SqliteRows>(columns);
        while (code == SQLITE_OK || code == SQLITE_ROW) {
            code = sqlite3_step(statement);
            if (code != SQLITE_ROW) {
                break;
            }
            for (int column = 0; column < columns; ++column) {
                SqliteRows::Cell cell;
                const int type = sqlite3_column_type(statement, column);
                cell.null = type == SQLITE_NULL;
                if (type == SQLITE_INTEGER) {
                    cell.number = sqlite3_column_int64(statement, column);
                } else if (!cell.null) {
                    const auto* start = static_cast<const char*>(sqlite3_column_blob(statement, column));
                    const int size = sqlite3_column_bytes(statement, column);
                    if (size > 0) {
                        cell.text.assign(start, static_cast<std::size_t>(size));
                    }
                }
                rows->cells().push_back(std::move(cell));
            }
        }
        Answer answer = std::move(rows);
        if (code != SQLITE_DONE) {
            answer = fault(code);
        }
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        return answer;
    }

    std::unique_ptr<sqlite3, CloseDatabase> m_database;
    std::map<std::string, Statement> m_statements;
};

} // namespace

Result<std::unique_ptr<Connection>> connectSqlite(const std::string& file) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(
        file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<sqlite3, CloseDatabase> database(raw);
    if (code != SQLITE_OK) {
        return failure("store.unavailable", {}, raw == nullptr ? "out of memory" : sqlite3_errmsg(raw));
    }
    sqlite3_busy_timeout(raw, busyMilliseconds);
    sqlite3_extended_result_codes(raw, 1);
    auto connection = std::make_unique<SqliteConnection>(std::move(database));
    // FULL: an acknowledged act outlives a power cut. Erased particulars are overwritten, not only unlinked.
    if (auto set = connection->script("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                                      "PRAGMA secure_delete=ON; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;");
        !set) {
        return tl::unexpected(set.error());
    }
    return connection;
}

} // namespace yichuang::sql
