// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <yichuang/centralstore/store.h>

#include <functional>
#include <memory>

namespace yichuang {

class CentralTransaction::Private {
public:
    std::unique_ptr<sql::Connection> connection;
    std::function<void(std::unique_ptr<sql::Connection>)> giveBack;
    std::function<Result<void>(std::string_view)> probe;
    bool open = false;

    [[nodiscard]] Result<void> asked(std::string_view statement) const {
        return probe ? probe(statement) : Result<void> {};
    }
    [[nodiscard]] sql::Answer query(const std::string& statement, const std::vector<sql::Value>& values = {}) {
        if (auto may = asked(statement); !may) {
            return tl::unexpected(may.error());
        }
        return connection->query(statement, values);
    }
    [[nodiscard]] sql::Answer queryList(
        const std::string& statement, const sql::List& list, const std::vector<sql::Value>& values = {}) {
        if (auto may = asked(statement); !may) {
            return tl::unexpected(may.error());
        }
        return connection->queryList(statement, list, values);
    }
    [[nodiscard]] Result<void> execute(const std::string& statement, const std::vector<sql::Value>& values) {
        const auto done = query(statement, values);
        return done ? Result<void> {} : tl::unexpected(done.error());
    }
    [[nodiscard]] Result<void> insertMany(
        const std::string& table, const std::string& columns, const std::vector<std::vector<sql::Value>>& rows) {
        if (rows.empty()) {
            return {};
        }
        if (auto may = asked("INSERT " + table); !may) {
            return may;
        }
        return connection->insertMany(table, columns, rows);
    }
    [[nodiscard]] Result<void> executeMany(
        const std::string& statement, const std::vector<std::vector<sql::Value>>& rows) {
        if (rows.empty()) {
            return {};
        }
        if (auto may = asked(statement); !may) {
            return may;
        }
        return connection->executeMany(statement, rows);
    }
};

template <typename Tag> [[nodiscard]] std::vector<std::string> textsOf(const std::vector<Id<Tag>>& ids) {
    std::vector<std::string> texts;
    texts.reserve(ids.size());
    for (const auto& id : ids) {
        texts.push_back(id.value());
    }
    return texts;
}

[[nodiscard]] inline std::string textAt(const sql::Rows& rows, int row, int column) {
    return std::string(rows.text(row, column));
}
template <typename Tag> [[nodiscard]] sql::Value valueOf(const Id<Tag>& id) {
    return std::string_view(id.value());
}

} // namespace yichuang
