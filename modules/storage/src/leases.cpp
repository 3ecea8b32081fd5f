// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/storage/desk.h>

#include <utility>

namespace yichuang {

class Leases::Private {
public:
    explicit Private(Database& database_)
        : database(database_) { }

    Database& database;
    Statement add;
    Statement overlap;
    Statement known;
    Statement next;
    Statement advance;
    Statement otherYears;
    Statement left;
    Statement lastBlock;
    Statement blocks;
    Statement early;
    Statement endEarly;
    Statement endAll;
};

Leases::Leases(Database& database)
    : m_d(std::make_unique<Private>(database)) { }
Leases::~Leases() = default;

Result<void> Leases::prepare() {
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->add,
            "INSERT INTO leases (id, centre, year, first, last, next, workstation, leased) VALUES (?, ?, ?, ?, ?, ?, "
            "?, ?)"},
        {&m_d->overlap, "SELECT count(*) FROM leases WHERE centre = ? AND year = ? AND first <= ? AND last >= ?"},
        {&m_d->known, "SELECT centre, year, first, last FROM leases WHERE id = ?"},
        {&m_d->next,
            "SELECT id, centre, next FROM leases WHERE year = ? AND next <= last AND given_up = 0 ORDER BY first LIMIT "
            "1"},
        {&m_d->advance, "UPDATE leases SET next = next + 1 WHERE id = ? AND next = ?"},
        {&m_d->otherYears, "SELECT count(*) FROM leases WHERE year <> ? AND next <= last AND given_up = 0"},
        {&m_d->left, "SELECT coalesce(sum(last - next + 1), 0) FROM leases WHERE year = ? AND given_up = 0"},
        {&m_d->lastBlock,
            "SELECT last - first + 1 FROM leases WHERE year = ? AND given_up = 0 ORDER BY leased DESC LIMIT 1"},
        {&m_d->blocks, "SELECT id, centre, year, first, last, workstation, leased FROM leases ORDER BY year, first"},
        {&m_d->early, "SELECT coalesce(sum(last - next + 1), 0) FROM leases WHERE year < ? AND given_up = 0"},
        {&m_d->endEarly,
            "UPDATE leases SET given_up = last - next + 1, next = last + 1 WHERE year < ? AND given_up = 0"},
        {&m_d->endAll,
            "UPDATE leases SET given_up = last - next + 1, next = last + 1 WHERE given_up = 0 AND next <= last"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_d->database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

Result<void> Leases::add(const Block& block) {
    if (block.first < 1 || block.last < block.first || block.id.empty())
        return failure("lease.form");
    return m_d->database.transaction([&]() -> Result<void> {
        {
            auto rows = m_d->known.rows(block.id);
            if (!rows)
                return passOn(rows);
            if (rows->next()) {
                const bool same = rows->text(0) == block.centre && rows->integer(1) == block.year
                    && rows->integer(2) == block.first && rows->integer(3) == block.last;
                return same ? Result<void> {} : failure("lease.overlap");
            }
        }
        {
            auto rows = m_d->overlap.rows(block.centre, block.year, block.last, block.first);
            if (!rows)
                return passOn(rows);
            if (rows->next() && rows->number(0) > 0)
                return failure("lease.overlap");
        }
        m_d->database.changes().outbox = true;
        return m_d->add.run(block.id, block.centre, block.year, block.first, block.last, block.first, block.workstation,
            block.leasedAt);
    });
}

Result<std::string> Leases::take(int year) {
    return m_d->database.transaction([&]() -> Result<std::string> {
        std::string id;
        std::string centre;
        std::int64_t serial = 0;
        {
            auto rows = m_d->next.rows(year);
            if (!rows)
                return passOn(rows);
            if (rows->next()) {
                id = rows->text(0);
                centre = rows->text(1);
                serial = rows->number(2);
            } else if (auto ended = rows->ended(); !ended) {
                return passOn(ended);
            }
        }
        if (id.empty()) {
            auto rows = m_d->otherYears.rows(year);
            if (!rows)
                return passOn(rows);
            const bool others = rows->next() && rows->number(0) > 0;
            return failure(others ? "lease.year" : "lease.empty", {{"year", std::to_string(year)}});
        }
        const auto advanced = m_d->advance.change(id, serial);
        if (!advanced)
            return passOn(advanced);
        if (*advanced != 1)
            return failure("storage.fault", {}, "a number was taken twice");
        return makeCaseNo(centre, year, static_cast<int>(serial));
    });
}

Result<int> Leases::left(int year) const {
    auto rows = m_d->left.rows(year);
    if (!rows)
        return passOn(rows);
    return rows->next() ? rows->integer(0) : 0;
}

Result<bool> Leases::wanted(int year) const {
    const auto remaining = left(year);
    if (!remaining)
        return passOn(remaining);
    auto rows = m_d->lastBlock.rows(year);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return true;
    return *remaining * 5 <= rows->integer(0);
}

Result<std::vector<Block>> Leases::blocks() const {
    auto rows = m_d->blocks.rows();
    if (!rows)
        return passOn(rows);
    std::vector<Block> blocks;
    while (rows->next())
        blocks.push_back({rows->text(0), rows->text(1), rows->integer(2), rows->integer(3), rows->integer(4),
            WorkstationId {rows->text(5)}, rows->number(6)});
    if (auto ended = rows->ended(); !ended)
        return passOn(ended);
    return blocks;
}

Result<int> Leases::endYearsBefore(int year) {
    return m_d->database.transaction([&]() -> Result<int> {
        int count = 0;
        {
            auto rows = m_d->early.rows(year);
            if (!rows)
                return passOn(rows);
            if (rows->next())
                count = rows->integer(0);
        }
        if (count > 0) {
            if (auto ended = m_d->endEarly.run(year); !ended)
                return passOn(ended);
        }
        return count;
    });
}

Result<void> Leases::giveUpAll() {
    return m_d->database.transaction([&]() -> Result<void> {
        m_d->database.changes().outbox = true;
        return m_d->endAll.run();
    });
}

} // namespace yichuang
