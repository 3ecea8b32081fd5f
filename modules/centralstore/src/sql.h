// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace yichuang::sql {

/// A column of bytes, as opposed to text.
struct Bytes {
    std::string_view value;
};
/// What is bound to a parameter or copied into a column. Views stay valid until the call returns.
using Value = std::variant<std::monostate, std::int64_t, std::string_view, Bytes>;
/// A list of texts bound as one parameter: `any("$1")` asks for one of them.
using List = std::vector<std::string>;

/// The answer to a query: integers, texts and bytes by row and column, without copies where the driver keeps them.
class Rows {
public:
    Rows() = default;
    virtual ~Rows() = default;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    [[nodiscard]] virtual int count() const = 0;
    [[nodiscard]] virtual bool isNull(int row, int column) const = 0;
    [[nodiscard]] virtual std::int64_t number(int row, int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int row, int column) const = 0;
};
using Answer = Result<std::unique_ptr<Rows>>;

enum class Mode {
    Read, ///< one unmoving picture of the database
    Write ///< each statement sees what others have committed, until rows are locked
};

/// One connection to one of the two databases: what they do differently is hidden here and nowhere else. Statements are
/// prepared at their first use and kept. Parameters are written $1, $2 … in rising order of first appearance.
/// Errors: "store.conflict" (deadlock, serialisation: begin again), "store.duplicate" (unique constraint),
/// "store.busy", "store.unavailable" (connection gone), "store.failed".
class Connection {
public:
    Connection() = default;
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] virtual Result<void> begin(Mode mode) = 0;
    [[nodiscard]] virtual Result<void> commit() = 0;
    virtual void rollback() = 0;

    /// Statements without parameters or answer, several at once.
    [[nodiscard]] virtual Result<void> script(const std::string& statements) = 0;
    [[nodiscard]] virtual Answer query(const std::string& statement, const std::vector<Value>& values) = 0;
    /// The list is bound to $1, the values to $2 …
    [[nodiscard]] virtual Answer queryList(
        const std::string& statement, const List& list, const std::vector<Value>& values = {})
        = 0;
    /// Many new rows at once: COPY on PostgreSQL. `columns` as in "id, name"; every row has as many values.
    [[nodiscard]] virtual Result<void> insertMany(
        const std::string& table, const std::string& columns, const std::vector<std::vector<Value>>& rows)
        = 0;
    /// The same statement for many rows of values, without waiting between them: pipelined on PostgreSQL.
    [[nodiscard]] virtual Result<void> executeMany(
        const std::string& statement, const std::vector<std::vector<Value>>& rows)
        = 0;

    /// The dialect's words.
    [[nodiscard]] virtual std::string any(std::string_view parameter) const = 0; ///< after a column: "= ANY($1)"
    [[nodiscard]] virtual std::string forUpdate() const = 0;
    [[nodiscard]] virtual std::string_view bytesType() const = 0;
    [[nodiscard]] virtual std::string_view textType() const = 0;
    [[nodiscard]] virtual bool usable() const = 0;
    [[nodiscard]] virtual bool isPostgres() const = 0;
};

/// `address` as given after "sqlite:" or a whole postgresql:// address.
[[nodiscard]] Result<std::unique_ptr<Connection>> connectSqlite(const std::string& file);
[[nodiscard]] Result<std::unique_ptr<Connection>> connectPostgres(const std::string& address);

} // namespace yichuang::sql
