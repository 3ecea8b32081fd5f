// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment.h"

#include "database.h"

namespace yichuang {

Chains::Chains(Database& database)
    : m_database(database) { }

Result<void> Chains::prepare() {
    if (auto prepared = m_select.prepare(m_database.connection(),
            "SELECT ordinal, workstation, centre, chain_number, chain_hash FROM enrolments ORDER BY ordinal DESC LIMIT "
            "1");
        !prepared)
        return prepared;
    return m_advance.prepare(m_database.connection(),
        "UPDATE enrolments SET chain_number = ?, chain_hash = ? WHERE ordinal = ? AND chain_number = ? - 1");
}

Result<OwnChain> Chains::present() {
    auto rows = m_select.rows();
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return failure("storage.not_enrolled");
    OwnChain found;
    found.ordinal = rows->number(0);
    found.head.origin = originOf(WorkstationId {rows->text(1)});
    found.centre = rows->text(2);
    found.head.number = rows->number(3);
    found.head.hash = rows->text(4);
    if (m_known && *m_known != found)
        return failure("storage.chain_moved");
    m_known = found;
    return found;
}

Result<void> Chains::advance(std::int64_t number, const HashText& hash) {
    if (!m_known)
        return failure("storage.not_enrolled");
    const auto changed = m_advance.change(number, hash, m_known->ordinal, number);
    if (!changed)
        return passOn(changed);
    if (*changed != 1)
        return failure("storage.chain_moved");
    m_database.onRollback([this, before = m_known] { m_known = before; });
    m_known->head.number = number;
    m_known->head.hash = hash;
    return {};
}

void Chains::forget() {
    m_known.reset();
}

} // namespace yichuang
