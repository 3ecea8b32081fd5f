// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry_fold.h"

#include "database.h"

#include <yichuang/contract/act.h>

#include <algorithm>

namespace yichuang {

RegistryFold::RegistryFold(Database& database)
    : m_database(database)
    , m_registry(std::make_shared<const Registry>()) { }

Result<void> RegistryFold::load() {
    const auto keys = m_database.unlocked();
    if (!keys)
        return passOn(keys);
    Statement select;
    if (auto prepared = select.prepare(m_database.connection(),
            "SELECT hall, sealed FROM acts WHERE hall IS NOT NULL AND standing = 2 ORDER BY hall, id");
        !prepared)
        return prepared;
    auto rows = select.rows();
    if (!rows)
        return passOn(rows);
    auto fold = std::make_shared<Registry>();
    std::int64_t last = 0;
    while (rows->next()) {
        const auto wire = unseal(rows->blob(1), "act", (*keys)->dataKey());
        if (!wire)
            return failure("storage.damaged", {}, "a hall act can't be unsealed");
        std::string_view text = *wire;
        auto bytes = takeActBytes(text);
        if (!bytes)
            return failure("storage.damaged", {}, "a hall act is no act");
        auto act = parseAct(std::move(*bytes));
        if (!act)
            return failure("storage.damaged", {}, "a hall act is no act");
        last = std::max(last, rows->number(0));
        for (std::size_t i = 0; i < act->facts.size(); ++i) {
            auto* fact = std::get_if<HallFact>(&act->facts[i]);
            if (!fact)
                continue;
            const auto& line = act->bytes.bodies[i].particulars;
            if (line) {
                if (const auto particulars = parseParticulars(*line))
                    applyHallParticulars(*fact, *particulars);
            }
            fold->apply(last, *fact);
        }
    }
    if (auto ended = rows->ended(); !ended)
        return ended;
    m_registry = std::move(fold);
    m_position = last;
    m_database.changes().hall = true;
    return {};
}

void RegistryFold::clear() {
    m_registry = std::make_shared<const Registry>();
    m_position = 0;
}

void RegistryFold::apply(const std::vector<std::pair<std::int64_t, HallFact>>& facts) {
    if (facts.empty())
        return;
    auto fold = std::make_shared<Registry>(*m_registry);
    m_database.onRollback([this, before = m_registry, position = m_position] {
        m_registry = before;
        m_position = position;
    });
    for (const auto& [position, fact] : facts) {
        // A stream fetched whole carries the position at which it joined; positions of a fold never go back.
        m_position = std::max(m_position, position);
        fold->apply(m_position, fact);
    }
    m_registry = std::move(fold);
    m_database.changes().hall = true;
}

} // namespace yichuang
