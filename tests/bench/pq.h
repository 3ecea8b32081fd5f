// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace yichuang::bench {

/// A bare connection: the raw limit is measured without a line of the product in between.
class Pq {
public:
    explicit Pq(const std::string& address)
        : m_connection(PQconnectdb(address.c_str())) {
        if (PQstatus(m_connection.get()) != CONNECTION_OK)
            fail();
    }

    void run(const std::string& statement) {
        const Answer answer(PQexec(m_connection.get(), statement.c_str()));
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
            fail();
    }
    void copyIn(const char* statement, const std::string& rows) {
        const Answer begun(PQexec(m_connection.get(), statement));
        if (PQresultStatus(begun.get()) != PGRES_COPY_IN
            || PQputCopyData(m_connection.get(), rows.data(), static_cast<int>(rows.size())) != 1
            || PQputCopyEnd(m_connection.get(), nullptr) != 1)
            fail();
        finish();
    }
    template <typename Take> void copyOut(const char* statement, const Take& take) {
        const Answer begun(PQexec(m_connection.get(), statement));
        if (PQresultStatus(begun.get()) != PGRES_COPY_OUT)
            fail();
        for (;;) {
            char* row = nullptr;
            const int size = PQgetCopyData(m_connection.get(), &row, 0);
            if (size < 0)
                break;
            const std::unique_ptr<char, FreeMemory> owned(row);
            take(std::string_view(row, static_cast<std::size_t>(size)));
        }
        finish();
    }

private:
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    struct FreeMemory {
        void operator()(char* memory) const { PQfreemem(memory); }
    };
    using Answer = std::unique_ptr<PGresult, Clear>;

    void finish() {
        while (PGresult* raw = PQgetResult(m_connection.get())) {
            const Answer answer(raw);
            if (PQresultStatus(raw) != PGRES_COMMAND_OK)
                fail();
        }
    }
    [[noreturn]] void fail() const { throw std::runtime_error(PQerrorMessage(m_connection.get())); }

    std::unique_ptr<PGconn, Finish> m_connection;
};

} // namespace yichuang::bench
