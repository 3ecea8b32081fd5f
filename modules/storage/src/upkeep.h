// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "projections.h"

#include <yichuang/storage/workstation_store.h>

#include <chrono>

namespace yichuang {

/// What can wait for a quiet moment, in slices short enough to be interrupted by a clerk.
class Upkeep {
public:
    Upkeep(Database& database, Projections& projections, Search& search, Retention retention);
    [[nodiscard]] Result<void> prepare();
    /// One slice; answers whether more is to be done.
    [[nodiscard]] Result<bool> slice();

private:
    /// Concluded long enough ago, or in no scope read here any more; nothing of it waiting.
    [[nodiscard]] Result<bool> purgeCases();
    [[nodiscard]] Result<bool> dropOldActs();

    Database& m_database;
    Projections& m_projections;
    Search& m_search;
    Retention m_retention;
    Statement m_concluded;
    Statement m_adrift;
    Statement m_oldActs;
    Statement m_deleteAct;
    bool m_purged = false; ///< since the last vacuum
    /// Monotonic: what is due by date is looked for once an hour, not after every call.
    std::chrono::milliseconds m_nextPurge {0};
};

} // namespace yichuang
