// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql.h"

#include <libpq-fe.h>

#include <cstring>
#include <map>
#include <set>

namespace yichuang::sql {
namespace {

constexpr Oid int8Oid = 20;
constexpr Oid textOid = 25;
constexpr Oid byteaOid = 17;
constexpr Oid textArrayOid = 1009;
/// Rows sent before the answers are read: both sides' socket buffers hold them, so neither waits for the other.
constexpr std::size_t pipelined = 200;

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ClearResult>;
struct FinishConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

void putInt(std::string& out, std::uint64_t value, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
        out += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
    }
}
std::int64_t readInt(const char* bytes, int size) {
    std::uint64_t value = 0;
    for (int i = 0; i < size; ++i) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    if (size == 4) {
        return static_cast<std::int32_t>(static_cast<std::uint32_t>(value));
    }
    return static_cast<std::int64_t>(value);
}

class PostgresRows final : public Rows {
public:
    explicit PostgresRows(ResultPointer result)
        : m_result(std::move(result)) { }
    [[nodiscard]] int count() const override { return PQntuples(m_result.get()); }
    [[nodiscard]] bool isNull(int row, int column) const override {
        return PQgetisnull(m_result.get(), row, column) != 0;
    }
    [[nodiscard]] std::int64_t number(int row, int column) const override {
        return isNull(row, column)
            ? 0
            : readInt(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
    }
    [[nodiscard]] std::string_view text(int row, int column) const override {
        return {PQgetvalue(m_result.get(), row, column),
            static_cast<std::size_t>(PQgetlength(m_result.get(), row, column))};
    }

private:
    ResultPointer m_result;
};

/// Parameters in binary form; the numbers' bytes live here until the call is over.
struct Parameters {
    std::vector<Oid> types;
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
    std::vector<std::string> owned;

    explicit Parameters(std::size_t size) { owned.reserve(size + 1); }
    void add(const List& list) {
        std::string bytes;
        putInt(bytes, list.empty() ? 0 : 1, 4);
        putInt(bytes, 0, 4);
        putInt(bytes, textOid, 4);
        if (!list.empty()) {
            putInt(bytes, list.size(), 4);
            putInt(bytes, 1, 4);
        }
        for (const auto& text : list) {
            putInt(bytes, text.size(), 4);
            bytes += text;
        }
        owned.push_back(std::move(bytes));
        push(textArrayOid, owned.back().data(), owned.back().size());
    }
    void add(const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            std::string bytes;
            putInt(bytes, static_cast<std::uint64_t>(*number), 8);
            owned.push_back(std::move(bytes));
            push(int8Oid, owned.back().data(), 8);
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            push(textOid, text->data() == nullptr ? "" : text->data(), text->size());
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            push(byteaOid, bytes->value.data() == nullptr ? "" : bytes->value.data(), bytes->value.size());
        } else {
            push(0, nullptr, 0);
        }
    }

private:
    void push(Oid type, const char* value, std::size_t length) {
        types.push_back(type);
        values.push_back(value);
        lengths.push_back(static_cast<int>(length));
        formats.push_back(1);
    }
};

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(std::unique_ptr<PGconn, FinishConnection> connection)
        : m_connection(std::move(connection)) { }

    Result<void> begin(Mode mode) override {
        return script(mode == Mode::Write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    Result<void> commit() override {
        ResultPointer result(PQexec(m_connection.get(), "COMMIT"));
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
            return fault(result.get());
        }
        // A failed transaction answers COMMIT with ROLLBACK.
        if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
            return failure("store.failed", {}, "the transaction had failed before");
        }
        return {};
    }
    void rollback() override {
        if (usable() && PQtransactionStatus(m_connection.get()) != PQTRANS_IDLE) {
            ResultPointer result(PQexec(m_connection.get(), "ROLLBACK"));
        }
    }
    Result<void> script(const std::string& statements) override {
        ResultPointer result(PQexec(m_connection.get(), statements.c_str()));
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) {
            return fault(result.get());
        }
        return {};
    }
    Answer query(const std::string& statement, const std::vector<Value>& values) override {
        Parameters parameters(values.size());
        for (const auto& value : values) {
            parameters.add(value);
        }
        return run(statement, parameters);
    }
    Answer queryList(const std::string& statement, const List& list, const std::vector<Value>& values) override {
        Parameters parameters(values.size() + 1);
        parameters.add(list);
        for (const auto& value : values) {
            parameters.add(value);
        }
        return run(statement, parameters);
    }
    Result<void> insertMany(
        const std::string& table, const std::string& columns, const std::vector<std::vector<Value>>& rows) override {
        if (rows.empty()) {
            return {};
        }
        const std::string command = "COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)";
        ResultPointer opened(PQexec(m_connection.get(), command.c_str()));
        if (PQresultStatus(opened.get()) != PGRES_COPY_IN) {
            return fault(opened.get());
        }
        m_copy.assign("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
        for (const auto& row : rows) {
            putInt(m_copy, row.size(), 2);
            for (const auto& value : row) {
                putField(value);
            }
        }
        putInt(m_copy, 0xFFFF, 2);
        if (PQputCopyData(m_connection.get(), m_copy.data(), static_cast<int>(m_copy.size())) != 1
            || PQputCopyEnd(m_connection.get(), nullptr) != 1) {
            return fault(nullptr);
        }
        return finish();
    }
    Result<void> executeMany(const std::string& statement, const std::vector<std::vector<Value>>& rows) override {
        for (std::size_t from = 0; from < rows.size(); from += pipelined) {
            if (auto done = executePart(statement, rows, from, std::min(rows.size(), from + pipelined)); !done) {
                return done;
            }
        }
        return {};
    }
    std::string any(std::string_view parameter) const override { return "= ANY(" + std::string(parameter) + ")"; }
    std::string forUpdate() const override { return " FOR UPDATE"; }
    std::string_view bytesType() const override { return "bytea"; }
    // Compared byte by byte: locks are taken in the same order whatever the server's language is.
    std::string_view textType() const override { return "text COLLATE \"C\""; }
    bool usable() const override { return PQstatus(m_connection.get()) == CONNECTION_OK; }
    bool isPostgres() const override { return true; }

private:
    tl::unexpected<Error> fault(const PGresult* result) {
        const char* field = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
        const std::string_view state = field == nullptr ? std::string_view {} : std::string_view(field);
        std::string detail = result == nullptr ? PQerrorMessage(m_connection.get()) : PQresultErrorMessage(result);
        if (!usable() || state.starts_with("57P") || state.starts_with("08")) {
            return failure("store.unavailable", {}, std::move(detail));
        }
        if (state == "40001" || state == "40P01") {
            return failure("store.conflict", {}, std::move(detail));
        }
        if (state == "23505") {
            return failure("store.duplicate", {}, std::move(detail));
        }
        if (state == "55P03" || state.starts_with("53")) {
            return failure("store.busy", {}, std::move(detail));
        }
        return failure("store.failed", {}, std::move(detail));
    }

    /// Reads what is left of a command; the first error counts.
    Result<void> finish() {
        Result<void> outcome;
        while (PGresult* raw = PQgetResult(m_connection.get())) {
            ResultPointer result(raw);
            const auto status = PQresultStatus(raw);
            if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && outcome) {
                outcome = fault(raw);
            }
        }
        return outcome;
    }

    Result<std::string> prepared(const std::string& statement, const std::vector<Oid>& types) {
        // A null has no type of its own, so the same text may be prepared for several lists of types.
        auto& name = m_statements[{statement, types}];
        if (name.empty()) {
            const std::string made = "s" + std::to_string(m_statements.size());
            ResultPointer result(PQprepare(
                m_connection.get(), made.c_str(), statement.c_str(), static_cast<int>(types.size()), types.data()));
            if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
                return fault(result.get());
            }
            name = made;
        }
        return name;
    }

    Answer run(const std::string& statement, const Parameters& parameters) {
        const auto name = prepared(statement, parameters.types);
        if (!name) {
            return tl::unexpected(name.error());
        }
        ResultPointer result(
            PQexecPrepared(m_connection.get(), name->c_str(), static_cast<int>(parameters.values.size()),
                parameters.values.data(), parameters.lengths.data(), parameters.formats.data(), 1));
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
            return fault(result.get());
        }
        return std::make_unique<PostgresRows>(std::move(result));
    }

    Result<void> executePart(
        const std::string& statement, const std::vector<std::vector<Value>>& rows, std::size_t from, std::size_t to) {
        std::vector<std::string> names;
        std::vector<Parameters> all;
        all.reserve(to - from);
        for (std::size_t i = from; i < to; ++i) {
            Parameters parameters(rows[i].size());
            for (const auto& value : rows[i]) {
                parameters.add(value);
            }
            auto name = prepared(statement, parameters.types);
            if (!name) {
                return tl::unexpected(name.error());
            }
            names.push_back(*name);
            all.push_back(std::move(parameters));
        }
        if (PQenterPipelineMode(m_connection.get()) != 1) {
            return fault(nullptr);
        }
        bool sent = true;
        for (std::size_t i = 0; i < all.size() && sent; ++i) {
            const auto& parameters = all[i];
            sent = PQsendQueryPrepared(m_connection.get(), names[i].c_str(), static_cast<int>(parameters.values.size()),
                       parameters.values.data(), parameters.lengths.data(), parameters.formats.data(), 1)
                == 1;
        }
        if (!sent || PQpipelineSync(m_connection.get()) != 1) {
            auto error = fault(nullptr);
            PQexitPipelineMode(m_connection.get());
            return error;
        }
        Result<void> outcome;
        bool synced = false;
        while (!synced && usable()) {
            ResultPointer result(PQgetResult(m_connection.get()));
            if (!result) {
                continue; // between two statements of the pipeline
            }
            const auto status = PQresultStatus(result.get());
            synced = status == PGRES_PIPELINE_SYNC;
            if (!synced && status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_PIPELINE_ABORTED
                && outcome) {
                outcome = fault(result.get());
            }
        }
        if (PQexitPipelineMode(m_connection.get()) != 1 && outcome) {
            outcome = fault(nullptr);
        }
        return outcome;
    }

    void putField(const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            putInt(m_copy, 8, 4);
            putInt(m_copy, static_cast<std::uint64_t>(*number), 8);
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            putInt(m_copy, text->size(), 4);
            m_copy.append(*text);
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            putInt(m_copy, bytes->value.size(), 4);
            m_copy.append(bytes->value);
        } else {
            putInt(m_copy, 0xFFFFFFFF, 4);
        }
    }

    std::unique_ptr<PGconn, FinishConnection> m_connection;
    std::map<std::pair<std::string, std::vector<Oid>>, std::string> m_statements;
    std::string m_copy;
};

void ignoreNotice(void* /*unused*/, const PGresult* /*unused*/) { }

} // namespace

Result<std::unique_ptr<Connection>> connectPostgres(const std::string& address) {
    std::unique_ptr<PGconn, FinishConnection> connection(PQconnectdb(address.c_str()));
    if (PQstatus(connection.get()) != CONNECTION_OK) {
        return failure("store.unavailable", {}, PQerrorMessage(connection.get()));
    }
    PQsetNoticeReceiver(connection.get(), ignoreNotice, nullptr);
    auto made = std::make_unique<PostgresConnection>(std::move(connection));
    // An acknowledged act outlives a crash, whatever the cluster's default is. Every question is asked by key: a plan
    // that walks whole tables comes only from statistics that a young table lacks, and kept from the hall's first
    // minutes it would walk them for months.
    if (auto set = made->script("SET client_encoding = 'UTF8'; SET synchronous_commit = on; SET timezone = 'UTC';"
                                "SET plan_cache_mode = force_custom_plan; SET enable_seqscan = off;"
                                "SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off;"
                                "SET application_name = 'yichuang-central'");
        !set) {
        return tl::unexpected(set.error());
    }
    return made;
}

} // namespace yichuang::sql
