// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction_private.h"

namespace yichuang {

namespace {
constexpr int lastSerial = 9'999'999;

Result<std::vector<ContactRow>> contactsIn(const sql::Answer& rows) {
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<ContactRow> contacts;
    for (int i = 0; i < (*rows)->count(); ++i) {
        contacts.push_back({WorkstationId(textAt(**rows, i, 0)), (*rows)->number(i, 1), (*rows)->number(i, 2)});
    }
    return contacts;
}
} // namespace

Result<std::optional<int>> CentralTransaction::takeSerials(std::string_view centre, int year, int count) {
    if (auto made = m_private->execute("INSERT INTO number_year (centre, year, next) VALUES ($1, $2, 1)"
                                       " ON CONFLICT (centre, year) DO NOTHING",
            {centre, std::int64_t {year}});
        !made) {
        return tl::unexpected(made.error());
    }
    const auto rows = m_private->query("UPDATE number_year SET next = next + $1 WHERE centre = $2 AND year = $3"
                                       " AND next + $1 - 1 <= $4 RETURNING next",
        {std::int64_t {count}, centre, std::int64_t {year}, std::int64_t {lastSerial}});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    if ((*rows)->count() == 0) {
        return std::optional<int> {};
    }
    return std::optional<int>(static_cast<int>((*rows)->number(0, 0)) - count);
}

Result<void> CentralTransaction::addLease(const Block& block) {
    return m_private->execute("INSERT INTO lease (id, centre, year, first, last, workstation, leased_at)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {std::string_view(block.id), std::string_view(block.centre), std::int64_t {block.year},
            std::int64_t {block.first}, std::int64_t {block.last}, valueOf(block.workstation), block.leasedAt});
}

Result<std::vector<Block>> CentralTransaction::leasesOf(const WorkstationId& workstation) {
    const auto rows = m_private->query("SELECT id, centre, year, first, last, workstation, leased_at FROM lease"
                                       " WHERE workstation = $1 ORDER BY leased_at, first",
        {valueOf(workstation)});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<Block> blocks;
    for (int i = 0; i < (*rows)->count(); ++i) {
        Block block;
        block.id = textAt(**rows, i, 0);
        block.centre = textAt(**rows, i, 1);
        block.year = static_cast<int>((*rows)->number(i, 2));
        block.first = static_cast<int>((*rows)->number(i, 3));
        block.last = static_cast<int>((*rows)->number(i, 4));
        block.workstation = WorkstationId(textAt(**rows, i, 5));
        block.leasedAt = (*rows)->number(i, 6);
        blocks.push_back(std::move(block));
    }
    return blocks;
}

Result<void> CentralTransaction::writeContact(const ContactRow& row, std::int64_t received) {
    if (auto put = m_private->execute("INSERT INTO contact (workstation, written, at) VALUES ($1, $2, $3)"
                                      " ON CONFLICT (workstation, written) DO UPDATE SET at = excluded.at"
                                      " WHERE excluded.at > contact.at",
            {valueOf(row.workstation), row.written, row.at});
        !put) {
        return put;
    }
    // Of what is wholly received only the latest word counts: every act to come has a higher number.
    return m_private->execute("DELETE FROM contact WHERE workstation = $1 AND written < (SELECT max(c.written)"
                              " FROM contact c WHERE c.workstation = $1 AND c.written <= $2)",
        {valueOf(row.workstation), received});
}

Result<std::vector<ContactRow>> CentralTransaction::contacts() {
    return contactsIn(m_private->query("SELECT workstation, written, at FROM contact ORDER BY workstation, written"));
}

Result<std::vector<ContactRow>> CentralTransaction::contactsOf(const WorkstationId& workstation) {
    return contactsIn(
        m_private->query("SELECT workstation, written, at FROM contact WHERE workstation = $1 ORDER BY written",
            {valueOf(workstation)}));
}

Result<std::optional<AccountRow>> CentralTransaction::account(const PersonId& person, bool lock) {
    const auto rows = m_private->query("SELECT person, verifier, failed, locked_until FROM account WHERE person = $1"
            + (lock ? m_private->connection->forUpdate() : std::string {}),
        {valueOf(person)});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    if ((*rows)->count() == 0) {
        return std::optional<AccountRow> {};
    }
    return std::optional<AccountRow>(AccountRow {
        PersonId(textAt(**rows, 0, 0)), textAt(**rows, 0, 1), (*rows)->number(0, 2), (*rows)->number(0, 3)});
}

Result<void> CentralTransaction::writeAccount(const AccountRow& row) {
    return m_private->execute("INSERT INTO account (person, verifier, failed, locked_until) VALUES ($1, $2, $3, $4)"
                              " ON CONFLICT (person) DO UPDATE SET verifier = excluded.verifier,"
                              " failed = excluded.failed, locked_until = excluded.locked_until",
        {valueOf(row.person), std::string_view(row.verifier), row.failed, row.lockedUntil});
}

Result<void> CentralTransaction::writeToken(const TokenRow& row) {
    return m_private->execute("INSERT INTO token (hash, kind, person, workstation, expires) VALUES ($1, $2, $3, $4, $5)"
                              " ON CONFLICT (hash) DO UPDATE SET expires = excluded.expires",
        {std::string_view(row.hash), std::string_view(row.kind), valueOf(row.person), valueOf(row.workstation),
            row.expires});
}

Result<std::optional<TokenRow>> CentralTransaction::token(std::string_view hash) {
    const auto rows
        = m_private->query("SELECT hash, kind, person, workstation, expires FROM token WHERE hash = $1", {hash});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    if ((*rows)->count() == 0) {
        return std::optional<TokenRow> {};
    }
    return std::optional<TokenRow>(TokenRow {textAt(**rows, 0, 0), textAt(**rows, 0, 1), PersonId(textAt(**rows, 0, 2)),
        WorkstationId(textAt(**rows, 0, 3)), (*rows)->number(0, 4)});
}

Result<bool> CentralTransaction::dropToken(std::string_view hash) {
    const auto rows = m_private->query("DELETE FROM token WHERE hash = $1 RETURNING hash", {hash});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    return (*rows)->count() > 0;
}

Result<void> CentralTransaction::dropTokensOf(const PersonId& person) {
    return m_private->execute("DELETE FROM token WHERE person = $1", {valueOf(person)});
}

Result<void> CentralTransaction::dropExpired(std::int64_t now) {
    if (auto done = m_private->execute("DELETE FROM token WHERE expires < $1", {now}); !done) {
        return done;
    }
    return m_private->execute("DELETE FROM enrol_code WHERE expires < $1", {now});
}

Result<void> CentralTransaction::addEnrolCode(std::string_view hash, const WindowId& window, std::int64_t expires) {
    return m_private->execute("INSERT INTO enrol_code (hash, window_id, expires, used) VALUES ($1, $2, $3, 0)",
        {hash, valueOf(window), expires});
}

Result<std::optional<WindowId>> CentralTransaction::useEnrolCode(std::string_view hash, std::int64_t now) {
    const auto rows = m_private->query(
        "UPDATE enrol_code SET used = 1 WHERE hash = $1 AND used = 0 AND expires >= $2 RETURNING window_id",
        {hash, now});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    return (*rows)->count() == 0 ? std::optional<WindowId> {} : WindowId(textAt(**rows, 0, 0));
}

} // namespace yichuang
