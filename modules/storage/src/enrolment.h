// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statement.h"

#include <yichuang/storage/values.h>

#include <cstdint>
#include <optional>

namespace yichuang {

class Database;

/// The chain of the present enrolment, kept in memory once read: a writer links to this and to nothing else.
struct OwnChain {
    std::int64_t ordinal = 0;
    ChainHead head;
    std::string centre; ///< three digits
    friend bool operator==(const OwnChain&, const OwnChain&) = default;
};

class Chains {
public:
    explicit Chains(Database& database);
    [[nodiscard]] Result<void> prepare();

    /// Of the present enrolment. Errors "storage.not_enrolled"; "storage.chain_moved" if the file says otherwise than
    /// memory.
    [[nodiscard]] Result<OwnChain> present();
    /// Inside a transaction: one act further.
    [[nodiscard]] Result<void> advance(std::int64_t number, const HashText& hash);
    /// After a new enrolment.
    void forget();

private:
    Database& m_database;
    std::optional<OwnChain> m_known;
    Statement m_select;
    Statement m_advance;
};

} // namespace yichuang
