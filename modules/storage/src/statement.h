// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/ids.h>
#include <yichuang/domain/result.h>

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

class QSqlError;

namespace yichuang {

/// The outcome of a call that failed, handed on.
template <typename T> [[nodiscard]] tl::unexpected<Error> passOn(const Result<T>& failed) {
    return tl::unexpected<Error> {failed.error()};
}

/// What SQLite said, as one of the store's codes. Holds no bound value: what an applicant typed never reaches it.
[[nodiscard]] Error faultOf(const QSqlError& error);

/// Bytes to be bound as they are. The text must outlive the call.
struct Blob {
    std::string_view bytes;
};

namespace binding {
inline QVariant of(std::int64_t value) {
    return QVariant::fromValue<qlonglong>(value);
}
inline QVariant of(int value) {
    return QVariant(value);
}
inline QVariant of(bool value) {
    return QVariant(value ? 1 : 0);
}
inline QVariant of(std::string_view text) {
    return QVariant(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}
inline QVariant of(const std::string& text) {
    return of(std::string_view {text});
}
inline QVariant of(const char* text) {
    return of(std::string_view {text});
}
inline QVariant of(Blob blob) {
    return QVariant(QByteArray::fromRawData(blob.bytes.data(), static_cast<qsizetype>(blob.bytes.size())));
}
inline QVariant of(std::nullopt_t) {
    return {};
}
template <typename Tag> QVariant of(const Id<Tag>& id) {
    return of(std::string_view {id.value()});
}
template <typename T> QVariant of(const std::optional<T>& value) {
    return value ? of(*value) : QVariant {};
}
} // namespace binding

/// A prepared query's answer, row by row. Ends the query when it goes: an open one would hold up checkpoints.
class Rows {
public:
    explicit Rows(QSqlQuery& query)
        : m_query(&query) { }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows(Rows&& other) noexcept
        : m_query(std::exchange(other.m_query, nullptr)) { }
    Rows& operator=(Rows&&) = delete;
    ~Rows() {
        if (m_query)
            m_query->finish();
    }

    [[nodiscard]] bool next() { return m_query->next(); }
    /// After the last `next`: whether the rows ended because of a fault.
    [[nodiscard]] Result<void> ended() const;

    [[nodiscard]] std::int64_t number(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] int integer(int column) const { return m_query->value(column).toInt(); }
    [[nodiscard]] bool flag(int column) const { return m_query->value(column).toInt() != 0; }
    [[nodiscard]] std::string text(int column) const { return m_query->value(column).toString().toStdString(); }
    [[nodiscard]] std::string blob(int column) const { return m_query->value(column).toByteArray().toStdString(); }
    [[nodiscard]] bool null(int column) const { return m_query->value(column).isNull(); }

private:
    QSqlQuery* m_query;
};

/// One statement, prepared once. Bad SQL fails when the store opens, not when a clerk waits.
class Statement {
public:
    [[nodiscard]] Result<void> prepare(const QSqlDatabase& connection, const char* sql);

    template <typename... Values> [[nodiscard]] Result<void> run(const Values&... values) { return execute(values...); }
    /// Runs and answers how many rows were changed.
    template <typename... Values> [[nodiscard]] Result<int> change(const Values&... values) {
        if (auto done = execute(values...); !done)
            return passOn(done);
        return m_query.numRowsAffected();
    }
    template <typename... Values> [[nodiscard]] Result<std::int64_t> insert(const Values&... values) {
        if (auto done = execute(values...); !done)
            return passOn(done);
        return m_query.lastInsertId().toLongLong();
    }
    template <typename... Values> [[nodiscard]] Result<Rows> rows(const Values&... values) {
        if (auto done = execute(values...); !done)
            return passOn(done);
        return Rows {m_query};
    }

private:
    template <typename... Values> [[nodiscard]] Result<void> execute(const Values&... values) {
        int position = 0;
        (m_query.bindValue(position++, binding::of(values)), ...);
        return start();
    }
    [[nodiscard]] Result<void> start();

    QSqlQuery m_query;
};

} // namespace yichuang
