// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement.h"

#include <QSqlError>

namespace yichuang {

namespace {

// SQLite's primary result codes; extended ones keep them in the low byte.
constexpr int busy = 5;
constexpr int locked = 6;
constexpr int readOnly = 8;
constexpr int inputOutput = 10;
constexpr int corrupt = 11;
constexpr int full = 13;
constexpr int cannotOpen = 14;
constexpr int notADatabase = 26;

} // namespace

Error faultOf(const QSqlError& error) {
    const std::string detail = error.driverText().toStdString() + ": " + error.databaseText().toStdString();
    bool numeric = false;
    const int code = error.nativeErrorCode().toInt(&numeric);
    if (!numeric)
        return {"storage.fault", {}, detail};
    switch (code & 0xff) {
    case busy:
    case locked:
        return {"storage.busy", {}, detail};
    case readOnly:
        return {"storage.read_only", {}, detail};
    case inputOutput:
        return {"storage.io", {}, detail};
    case corrupt:
        return {"storage.damaged", {}, detail};
    case full:
        return {"storage.disk_full", {}, detail};
    case cannotOpen:
        return {"storage.io", {}, detail};
    case notADatabase:
        return {"storage.not_ours", {}, detail};
    }
    return {"storage.fault", {}, detail};
}

Result<void> Rows::ended() const {
    const QSqlError error = m_query->lastError();
    if (error.type() != QSqlError::NoError)
        return tl::unexpected<Error> {faultOf(error)};
    return {};
}

Result<void> Statement::prepare(const QSqlDatabase& connection, const char* sql) {
    m_query = QSqlQuery(connection);
    m_query.setForwardOnly(true);
    if (!m_query.prepare(QString::fromUtf8(sql)))
        return tl::unexpected<Error> {faultOf(m_query.lastError())};
    return {};
}

Result<void> Statement::start() {
    if (!m_query.exec())
        return tl::unexpected<Error> {faultOf(m_query.lastError())};
    return {};
}

} // namespace yichuang
