// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/ids.h>
#include <yichuang/vault/crypto.h>
#include <yichuang/vault/tokens.h>

#include <memory>
#include <string>
#include <string_view>

namespace yichuang {

/// The workstation's data key and the keys derived from it. Shared, unchangeable, may be used from any thread.
class DataKeys {
public:
    explicit DataKeys(Secret dataKey);

    [[nodiscard]] const Secret& dataKey() const { return m_dataKey; }
    [[nodiscard]] const Secret& tokenKey() const { return m_tokenKey; }

private:
    Secret m_dataKey;
    Secret m_tokenKey;
};

class Database;
class Projections;
class RegistryFold;

/// Where the data key lies: never in clear. In the keychain (the caller's business), in a slot per person wrapped by
/// her password, and always in one slot for the hall's recovery key. Until it is unlocked only clear columns can be
/// read. Storage thread.
class KeySlots {
public:
    KeySlots(Database& database, Projections& projections, RegistryFold& registry);
    ~KeySlots();
    [[nodiscard]] Result<void> prepare();

    [[nodiscard]] bool unlocked() const;
    /// nullptr while locked.
    [[nodiscard]] std::shared_ptr<const DataKeys> keys() const;
    /// Whether a data key was ever made for this file.
    [[nodiscard]] Result<bool> made();

    /// Makes the file's data key, its recovery slot and its check value, and unlocks. Once in the life of a file: error
    /// "storage.key_exists". `recoveryKey`: hex X25519 of EnrolAnswer.
    [[nodiscard]] Result<void> make(std::string_view recoveryKey);
    /// Error "storage.wrong_key": this key does not open this file.
    [[nodiscard]] Result<void> unlock(Secret dataKey);
    /// Errors "vault.password", "storage.no_slot".
    [[nodiscard]] Result<void> unlockByPassword(const PersonId& person, std::string_view password);
    [[nodiscard]] Result<void> unlockByRecovery(const RecoveryKey& key);
    void lock();

    /// Adds or replaces the person's slot; the store must be unlocked ("storage.locked").
    [[nodiscard]] Result<void> keepForPerson(const PersonId& person, std::string_view password, PasswordCost cost);
    [[nodiscard]] Result<bool> hasSlot(const PersonId& person);
    [[nodiscard]] Result<void> forgetPerson(const PersonId& person);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace yichuang
