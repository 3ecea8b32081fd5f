// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep.h"

#include <yichuang/domain/clock.h>
#include <yichuang/domain/dates.h>

namespace yichuang {

namespace {

constexpr int indexBatch = 200;
constexpr int purgeBatch = 50;
constexpr int vacuumPages = 64;
constexpr std::int64_t dayInMilliseconds = 86'400'000;

} // namespace

Upkeep::Upkeep(Database& database, Projections& projections, Search& search, Retention retention)
    : m_database(database)
    , m_projections(projections)
    , m_search(search)
    , m_retention(retention) { }

Result<void> Upkeep::prepare() {
    if (auto prepared = m_concluded.prepare(m_database.connection(),
            "SELECT id FROM cases WHERE concluded IS NOT NULL AND concluded < ? AND waiting = 0 AND unplaced = 0"
            " AND set_aside = 0 ORDER BY concluded LIMIT ?");
        !prepared)
        return prepared;
    if (auto prepared = m_adrift.prepare(m_database.connection(),
            "SELECT id FROM cases WHERE scopes = '' AND waiting = 0 AND unplaced = 0 AND set_aside = 0 ORDER BY id "
            "LIMIT ?");
        !prepared)
        return prepared;
    // An own act that belongs to no case any more is kept for a centre that might forget, and no longer than that; the
    // last of its chain stays, for the next links to it.
    if (auto prepared = m_oldActs.prepare(m_database.connection(),
            "SELECT id FROM acts WHERE own > 0 AND cases = '' AND answered < ? AND standing <> 0"
            " AND number < (SELECT chain_number FROM enrolments WHERE ordinal = own) ORDER BY answered LIMIT ?");
        !prepared)
        return prepared;
    return m_deleteAct.prepare(m_database.connection(), "DELETE FROM acts WHERE id = ?");
}

Result<bool> Upkeep::slice() {
    const auto indexed = m_search.indexSome(indexBatch);
    if (!indexed)
        return passOn(indexed);
    if (*indexed > 0)
        return true;
    if (m_database.keys() && m_database.clock().monotonic() >= m_nextPurge) {
        const auto purged = purgeCases();
        if (!purged)
            return passOn(purged);
        if (*purged)
            return true;
        const auto dropped = dropOldActs();
        if (!dropped)
            return passOn(dropped);
        if (*dropped)
            return true;
        m_nextPurge = m_database.clock().monotonic() + std::chrono::hours {1};
    }
    if (m_purged) {
        if (auto vacuumed = m_database.execute(QStringLiteral("PRAGMA incremental_vacuum(%1)").arg(vacuumPages));
            !vacuumed)
            return passOn(vacuumed);
        const auto free = m_database.ask(QStringLiteral("PRAGMA freelist_count"));
        if (!free)
            return passOn(free);
        m_purged = *free > 0;
        return true;
    }
    if (auto done = m_database.execute(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")); !done)
        return passOn(done);
    return false;
}

Result<bool> Upkeep::purgeCases() {
    return m_database.transaction([&]() -> Result<bool> {
        std::vector<std::int64_t> ids;
        if (m_retention.concludedDays > 0) {
            const CivilDate limit = addDays(shanghaiDate(m_database.clock().now()), -m_retention.concludedDays);
            auto rows = m_concluded.rows(isoDate(limit), purgeBatch);
            if (!rows)
                return passOn(rows);
            while (rows->next())
                ids.push_back(rows->number(0));
        }
        if (ids.empty()) {
            auto rows = m_adrift.rows(purgeBatch);
            if (!rows)
                return passOn(rows);
            while (rows->next())
                ids.push_back(rows->number(0));
        }
        for (const std::int64_t id : ids) {
            if (auto purged = m_projections.purge(id); !purged)
                return passOn(purged);
        }
        m_purged = m_purged || !ids.empty();
        return !ids.empty();
    });
}

Result<bool> Upkeep::dropOldActs() {
    const std::int64_t limit = toMilliseconds(m_database.clock().now()) - m_retention.actDays * dayInMilliseconds;
    return m_database.transaction([&]() -> Result<bool> {
        std::vector<std::int64_t> ids;
        {
            auto rows = m_oldActs.rows(limit, purgeBatch);
            if (!rows)
                return passOn(rows);
            while (rows->next())
                ids.push_back(rows->number(0));
        }
        for (const std::int64_t id : ids) {
            if (auto deleted = m_deleteAct.run(id); !deleted)
                return passOn(deleted);
        }
        m_purged = m_purged || !ids.empty();
        return !ids.empty();
    });
}

} // namespace yichuang
