// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include <yichuang/storage/desk.h>

#include <utility>

namespace yichuang {

namespace {

KnownPerson personOf(const Rows& rows) {
    KnownPerson person;
    person.person = PersonId {rows.text(0)};
    person.name = rows.text(1);
    person.key = KeyId {rows.text(2)};
    person.publicKey = rows.text(3);
    person.wrappedKey = rows.blob(4);
    person.verifier = rows.text(5);
    person.lastOnline = rows.number(6);
    person.offlineUntil = rows.number(7);
    person.lastSignIn = rows.number(8);
    person.failedTries = rows.integer(9);
    person.lockedUntil = rows.number(10);
    return person;
}

} // namespace

class People::Private {
public:
    explicit Private(Database& database_)
        : database(database_) { }

    Database& database;
    Statement remember;
    Statement byId;
    Statement byName;
    Statement all;
    Statement forget;
};

People::People(Database& database)
    : m_d(std::make_unique<Private>(database)) { }
People::~People() = default;

Result<void> People::prepare() {
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->remember,
            "INSERT INTO people (person, name, key, public_key, wrapped_key, verifier, last_online, offline_until,"
            " last_sign_in, failed_tries, locked_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (person) DO UPDATE SET name = excluded.name, key = excluded.key,"
            " public_key = excluded.public_key, wrapped_key = excluded.wrapped_key, verifier = excluded.verifier,"
            " last_online = excluded.last_online, offline_until = excluded.offline_until,"
            " last_sign_in = excluded.last_sign_in, failed_tries = excluded.failed_tries,"
            " locked_until = excluded.locked_until"},
        {&m_d->byId,
            "SELECT person, name, key, public_key, wrapped_key, verifier, last_online, offline_until, last_sign_in,"
            " failed_tries, locked_until FROM people WHERE person = ?"},
        {&m_d->byName,
            "SELECT person, name, key, public_key, wrapped_key, verifier, last_online, offline_until, last_sign_in,"
            " failed_tries, locked_until FROM people WHERE name = ?"},
        {&m_d->all,
            "SELECT person, name, key, public_key, wrapped_key, verifier, last_online, offline_until, last_sign_in,"
            " failed_tries, locked_until FROM people ORDER BY last_sign_in DESC, person"},
        {&m_d->forget, "DELETE FROM people WHERE person = ?"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_d->database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

Result<void> People::remember(const KnownPerson& person) {
    return m_d->database.transaction([&]() -> Result<void> {
        return m_d->remember.run(person.person, person.name, person.key, person.publicKey, Blob {person.wrappedKey},
            person.verifier, person.lastOnline, person.offlineUntil, person.lastSignIn, person.failedTries,
            person.lockedUntil);
    });
}

Result<KnownPerson> People::person(const PersonId& id) const {
    auto rows = m_d->byId.rows(id);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return failure("storage.unknown_person");
    return personOf(*rows);
}

Result<std::optional<KnownPerson>> People::find(std::string_view idOrName) const {
    {
        auto rows = m_d->byId.rows(idOrName);
        if (!rows)
            return passOn(rows);
        if (rows->next())
            return std::optional {personOf(*rows)};
    }
    auto rows = m_d->byName.rows(idOrName);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return std::nullopt;
    std::optional found {personOf(*rows)};
    // Two of the same name: only the id tells them apart.
    if (rows->next())
        return std::nullopt;
    return found;
}

Result<std::vector<KnownPerson>> People::all() const {
    auto rows = m_d->all.rows();
    if (!rows)
        return passOn(rows);
    std::vector<KnownPerson> people;
    while (rows->next())
        people.push_back(personOf(*rows));
    if (auto ended = rows->ended(); !ended)
        return passOn(ended);
    return people;
}

Result<void> People::forget(const PersonId& id) {
    return m_d->forget.run(id);
}

} // namespace yichuang
