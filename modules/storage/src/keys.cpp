// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/storage/keys.h>

#include "projections.h"

#include <utility>

namespace yichuang {

namespace {

constexpr std::string_view checkPurpose = "check";
constexpr std::string_view checkText = "yichuang";
constexpr std::string_view personSlot = "person";
constexpr std::string_view recoverySlot = "recovery";

} // namespace

DataKeys::DataKeys(Secret dataKey)
    : m_dataKey(std::move(dataKey))
    , m_tokenKey(deriveKey(m_dataKey, "search tokens")) { }

class KeySlots::Private {
public:
    Private(Database& database_, Projections& projections_, RegistryFold& registry_)
        : database(database_)
        , projections(projections_)
        , registry(registry_) { }

    Result<std::optional<std::string>> slot(std::string_view kind, std::string_view holder) {
        auto rows = select.rows(kind, holder);
        if (!rows)
            return passOn(rows);
        if (rows->next())
            return std::optional {rows->blob(0)};
        if (auto ended = rows->ended(); !ended)
            return passOn(ended);
        return std::nullopt;
    }

    Database& database;
    Projections& projections;
    RegistryFold& registry;
    Statement select;
    Statement write;
    Statement remove;
    Statement check;
    Statement writeCheck;
};

KeySlots::KeySlots(Database& database, Projections& projections, RegistryFold& registry)
    : m_d(std::make_unique<Private>(database, projections, registry)) { }
KeySlots::~KeySlots() = default;

Result<void> KeySlots::prepare() {
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->select, "SELECT wrapped FROM slots WHERE kind = ? AND holder = ?"},
        {&m_d->write,
            "INSERT INTO slots (kind, holder, wrapped) VALUES (?, ?, ?)"
            " ON CONFLICT (kind, holder) DO UPDATE SET wrapped = excluded.wrapped"},
        {&m_d->remove, "DELETE FROM slots WHERE kind = ? AND holder = ?"},
        {&m_d->check, "SELECT value FROM meta WHERE name = 'check'"},
        {&m_d->writeCheck, "INSERT INTO meta (name, value) VALUES ('check', ?)"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_d->database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

bool KeySlots::unlocked() const {
    return m_d->database.keys() != nullptr;
}

std::shared_ptr<const DataKeys> KeySlots::keys() const {
    return m_d->database.keys();
}

Result<bool> KeySlots::made() {
    auto rows = m_d->check.rows();
    if (!rows)
        return passOn(rows);
    return rows->next();
}

Result<void> KeySlots::make(std::string_view recoveryKey) {
    const auto known = made();
    if (!known)
        return passOn(known);
    if (*known)
        return failure("storage.key_exists");
    Secret dataKey = makeDataKey();
    const auto wrapped = wrapForRecovery(dataKey, recoveryKey);
    if (!wrapped)
        return passOn(wrapped);
    auto written = m_d->database.transaction([&]() -> Result<void> {
        const std::string sealed = seal(checkText, checkPurpose, dataKey, m_d->database.randomness());
        if (auto checked = m_d->writeCheck.run(Blob {sealed}); !checked)
            return checked;
        return m_d->write.run(recoverySlot, "hall", Blob {*wrapped});
    });
    if (!written)
        return written;
    return unlock(std::move(dataKey));
}

Result<void> KeySlots::unlock(Secret dataKey) {
    std::string sealed;
    {
        auto rows = m_d->check.rows();
        if (!rows)
            return passOn(rows);
        if (!rows->next())
            return failure("storage.wrong_key", {}, "this file has no key yet");
        sealed = rows->blob(0);
    }
    const auto plain = unseal(sealed, checkPurpose, dataKey);
    if (!plain || *plain != checkText)
        return failure("storage.wrong_key");
    m_d->projections.forget();
    m_d->database.setKeys(std::make_shared<const DataKeys>(std::move(dataKey)));
    auto loaded = m_d->registry.load();
    if (!loaded)
        lock();
    return loaded;
}

Result<void> KeySlots::unlockByPassword(const PersonId& person, std::string_view password) {
    const auto wrapped = m_d->slot(personSlot, person.value());
    if (!wrapped)
        return passOn(wrapped);
    if (!*wrapped)
        return failure("storage.no_slot");
    auto dataKey = unwrapByPassword(**wrapped, password);
    if (!dataKey)
        return passOn(dataKey);
    return unlock(std::move(*dataKey));
}

Result<void> KeySlots::unlockByRecovery(const RecoveryKey& key) {
    const auto wrapped = m_d->slot(recoverySlot, "hall");
    if (!wrapped)
        return passOn(wrapped);
    if (!*wrapped)
        return failure("storage.no_slot");
    auto dataKey = unwrapByRecovery(**wrapped, key);
    if (!dataKey)
        return passOn(dataKey);
    return unlock(std::move(*dataKey));
}

void KeySlots::lock() {
    m_d->database.setKeys(nullptr);
    m_d->projections.forget();
    m_d->registry.clear();
}

Result<void> KeySlots::keepForPerson(const PersonId& person, std::string_view password, PasswordCost cost) {
    const auto keys = m_d->database.unlocked();
    if (!keys)
        return passOn(keys);
    const std::string wrapped = wrapByPassword((*keys)->dataKey(), password, cost);
    return m_d->write.run(personSlot, person, Blob {wrapped});
}

Result<bool> KeySlots::hasSlot(const PersonId& person) {
    const auto wrapped = m_d->slot(personSlot, person.value());
    if (!wrapped)
        return passOn(wrapped);
    return wrapped->has_value();
}

Result<void> KeySlots::forgetPerson(const PersonId& person) {
    return m_d->remove.run(personSlot, person);
}

} // namespace yichuang
