// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"
#include "enrolment.h"

#include <yichuang/storage/desk.h>

#include <utility>

namespace yichuang {

class Settings::Private {
public:
    Private(Database& database_, Chains& chains_)
        : database(database_)
        , chains(chains_) { }

    Database& database;
    Chains& chains;
    Statement enrolment;
    Statement enrol;
    Statement update;
    Statement giveUpLeases;
    Statement meta;
    Statement setMeta;
    Statement text;
    Statement setText;
};

Settings::Settings(Database& database, Chains& chains)
    : m_d(std::make_unique<Private>(database, chains)) { }
Settings::~Settings() = default;

Result<void> Settings::prepare() {
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->enrolment,
            "SELECT workstation, window, centre, url, hall_name, window_name, recovery_key, hall_key, hall_key_scope,"
            " hall_key_public FROM enrolments ORDER BY ordinal DESC LIMIT 1"},
        {&m_d->enrol,
            "INSERT INTO enrolments (workstation, window, centre, url, hall_name, window_name, recovery_key, hall_key,"
            " hall_key_scope, hall_key_public) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
        {&m_d->update,
            "UPDATE enrolments SET window = ?, centre = ?, url = ?, hall_name = ?, window_name = ?, recovery_key = ?,"
            " hall_key = ?, hall_key_scope = ?, hall_key_public = ? WHERE workstation = ?"
            " AND ordinal = (SELECT max(ordinal) FROM enrolments)"},
        {&m_d->giveUpLeases,
            "UPDATE leases SET given_up = last - next + 1, next = last + 1 WHERE given_up = 0 AND next <= last"},
        {&m_d->meta, "SELECT value FROM meta WHERE name = ?"},
        {&m_d->setMeta,
            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"},
        {&m_d->text, "SELECT value FROM settings WHERE name = ?"},
        {&m_d->setText,
            "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_d->database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

Result<std::optional<Enrolment>> Settings::enrolment() const {
    auto rows = m_d->enrolment.rows();
    if (!rows)
        return passOn(rows);
    if (!rows->next()) {
        if (auto ended = rows->ended(); !ended)
            return passOn(ended);
        return std::nullopt;
    }
    Enrolment enrolment;
    enrolment.workstation = WorkstationId {rows->text(0)};
    enrolment.window = WindowId {rows->text(1)};
    enrolment.centre = rows->text(2);
    enrolment.centreUrl = rows->text(3);
    enrolment.hallName = rows->text(4);
    enrolment.windowName = rows->text(5);
    enrolment.recoveryKey = rows->text(6);
    enrolment.hallKey = {KeyId {rows->text(7)}, ScopeId {rows->text(8)}, rows->text(9)};
    return std::optional {std::move(enrolment)};
}

Result<void> Settings::enrol(const Enrolment& enrolment) {
    return m_d->database.transaction([&]() -> Result<void> {
        if (auto given = m_d->giveUpLeases.run(); !given)
            return given;
        m_d->chains.forget();
        m_d->database.changes().outbox = true;
        return m_d->enrol.run(enrolment.workstation, enrolment.window, enrolment.centre, enrolment.centreUrl,
            enrolment.hallName, enrolment.windowName, enrolment.recoveryKey, enrolment.hallKey.id,
            enrolment.hallKey.scope, enrolment.hallKey.publicKey);
    });
}

Result<void> Settings::update(const Enrolment& enrolment) {
    return m_d->database.transaction([&]() -> Result<void> {
        const auto changed = m_d->update.change(enrolment.window, enrolment.centre, enrolment.centreUrl,
            enrolment.hallName, enrolment.windowName, enrolment.recoveryKey, enrolment.hallKey.id,
            enrolment.hallKey.scope, enrolment.hallKey.publicKey, enrolment.workstation);
        if (!changed)
            return passOn(changed);
        if (*changed != 1)
            return failure("storage.not_enrolled");
        return {};
    });
}

Result<Secret> Settings::credential() const {
    const auto keys = m_d->database.unlocked();
    if (!keys)
        return passOn(keys);
    auto rows = m_d->meta.rows("credential");
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return failure("storage.no_credential");
    const auto plain = unseal(rows->blob(0), "credential", (*keys)->dataKey());
    if (!plain)
        return failure("storage.damaged", {}, "the workstation's credential can't be unsealed");
    return Secret {std::string_view {*plain}};
}

Result<void> Settings::keepCredential(const Secret& secretKey) {
    const auto keys = m_d->database.unlocked();
    if (!keys)
        return passOn(keys);
    const auto bytes = secretKey.bytes();
    const std::string_view plain {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    const std::string sealed = seal(plain, "credential", (*keys)->dataKey(), m_d->database.randomness());
    return m_d->setMeta.run("credential", Blob {sealed});
}

Result<ClockRecord> Settings::clock() const {
    ClockRecord record;
    for (const auto& [name, value] : {std::pair {"clock.offset", &record.offset},
             std::pair {"clock.last_contact", &record.lastContact}, std::pair {"clock.last_wall", &record.lastWall}}) {
        auto rows = m_d->meta.rows(name);
        if (!rows)
            return passOn(rows);
        if (rows->next())
            *value = rows->number(0);
    }
    return record;
}

Result<void> Settings::keepClock(const ClockRecord& record) {
    return m_d->database.transaction([&]() -> Result<void> {
        for (const auto& [name, value] :
            {std::pair {"clock.offset", record.offset}, std::pair {"clock.last_contact", record.lastContact},
                std::pair {"clock.last_wall", record.lastWall}}) {
            if (auto set = m_d->setMeta.run(name, value); !set)
                return set;
        }
        return {};
    });
}

Result<std::string> Settings::text(std::string_view name) const {
    auto rows = m_d->text.rows(name);
    if (!rows)
        return passOn(rows);
    return rows->next() ? rows->text(0) : std::string {};
}

Result<void> Settings::setText(std::string_view name, std::string_view value) {
    return m_d->setText.run(name, value);
}

} // namespace yichuang
