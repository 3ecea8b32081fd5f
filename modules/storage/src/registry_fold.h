// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/registry.h>
#include <yichuang/domain/result.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace yichuang {

class Database;

/// The hall's streams in memory. The pointer handed out never changes; a new fold takes its place.
class RegistryFold {
public:
    explicit RegistryFold(Database& database);

    [[nodiscard]] const std::shared_ptr<const Registry>& registry() const { return m_registry; }
    /// Folds all hall acts of the file; after unlocking.
    [[nodiscard]] Result<void> load();
    void clear();
    /// Inside a transaction: takes facts in at their positions. A failed transaction takes them out again.
    void apply(const std::vector<std::pair<std::int64_t, HallFact>>& facts);

private:
    Database& m_database;
    std::shared_ptr<const Registry> m_registry;
    std::int64_t m_position = 0;
};

} // namespace yichuang
