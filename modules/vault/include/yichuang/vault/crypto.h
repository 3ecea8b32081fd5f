// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/act.h>
#include <yichuang/domain/result.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// Secret bytes: wiped when they go, never copied by accident.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::size_t size);
    explicit Secret(std::string_view bytes);
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    [[nodiscard]] std::span<unsigned char> bytes() { return m_bytes; }
    [[nodiscard]] std::span<const unsigned char> bytes() const { return m_bytes; }
    [[nodiscard]] bool empty() const { return m_bytes.empty(); }
    [[nodiscard]] Secret clone() const;

private:
    std::vector<unsigned char> m_bytes;
};

/// Where random bytes come from; a port, so that tests can fix them.
class Randomness {
public:
    virtual ~Randomness() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;
};
/// libsodium's, buffered: small draws cost no system call each. One per thread.
class SystemRandomness final : public Randomness {
public:
    void fill(std::span<unsigned char> bytes) override;

private:
    std::array<unsigned char, 4096> m_buffer {};
    std::size_t m_left = 0;
};

/// Once at program start; repeated calls are harmless. Error "vault.unavailable".
[[nodiscard]] Result<void> startVault();

[[nodiscard]] std::string hexOf(std::span<const unsigned char> bytes);
[[nodiscard]] Result<std::vector<unsigned char>> bytesOfHex(std::string_view hex);
/// 32 hex digits.
[[nodiscard]] std::string makeSalt(Randomness& randomness);
/// UUIDv7 of that time, hyphenated lower case.
[[nodiscard]] std::string makeUuid(std::int64_t milliseconds, Randomness& randomness);

/// BLAKE2b-256 over the algorithm byte 0x01 and the text; "01" + 64 hex digits.
[[nodiscard]] HashText hashText(std::string_view text);
/// The same under a key: tells nobody without the key which text it is of, however few texts there are to try.
[[nodiscard]] HashText keyedHash(std::string_view text, const Secret& key);
/// Over head line, line feed, signature line (never bodies).
[[nodiscard]] HashText hashOfAct(std::string_view head, std::string_view signatureLine);

struct KeyPair {
    std::string publicKey; ///< hex
    Secret secretKey; ///< 64 bytes, Ed25519
};
[[nodiscard]] KeyPair makeSigningKey();
/// Ed25519 over 0x01 and the text; "01" + 128 hex digits.
[[nodiscard]] std::string sign(std::string_view text, const Secret& secretKey);
[[nodiscard]] bool verifySignature(std::string_view text, std::string_view signature, std::string_view publicKeyHex);

struct DraftEntry {
    FactsBody facts;
    Particulars particulars;
};
struct SignedAct {
    ActBytes bytes;
    ActHead head;
    HashText hash;
};
/// Makes an act's bytes: salts, body hashes, head line, signature line. `head.entries[i]` has stream, base and after
/// filled in; type, schema and hashes are set here.
[[nodiscard]] SignedAct writeAct(
    ActHead head, const std::vector<DraftEntry>& entries, const Secret& signingKey, Randomness& randomness);
/// Body hashes of a parsed act against its head; erased particulars are passed over. The signature is another question.
[[nodiscard]] bool bodiesMatch(const ParsedAct& act);

/// XChaCha20-Poly1305: 0x01, 24 bytes nonce, ciphertext. `purpose` is bound as associated data ("act", "summary" …).
[[nodiscard]] std::string seal(
    std::string_view plain, std::string_view purpose, const Secret& dataKey, Randomness& randomness);
/// Error "vault.sealed" if key, purpose or bytes do not fit.
[[nodiscard]] Result<std::string> unseal(std::string_view sealed, std::string_view purpose, const Secret& dataKey);
[[nodiscard]] Secret makeDataKey();
/// A key of its own for another use (search tokens, attachments), derived from the data key.
[[nodiscard]] Secret deriveKey(const Secret& dataKey, std::string_view purpose);

/// Password hashing cost. `Interactive` = Argon2id 64 MiB; `Test` is for tests only and named in the blob.
enum class PasswordCost { Interactive, Test };
/// Wraps a secret by a password: 0x01, cost, salt, nonce, box. Takes 0.1–0.2 s at Interactive.
[[nodiscard]] std::string wrapByPassword(const Secret& secret, std::string_view password, PasswordCost cost);
/// Error "vault.password".
[[nodiscard]] Result<Secret> unwrapByPassword(std::string_view blob, std::string_view password);
/// For the centre: verifier text of a password, and its check.
[[nodiscard]] std::string passwordVerifier(std::string_view password, PasswordCost cost);
[[nodiscard]] bool passwordMatches(std::string_view verifier, std::string_view password);

/// The hall's recovery key (X25519): the slot opens only to the private half that the administrator keeps elsewhere.
struct RecoveryKey {
    std::string publicKey; ///< hex
    Secret privateKey;
};
[[nodiscard]] RecoveryKey makeRecoveryKey();
/// The pair of a private half as somebody typed it off the paper: 64 hex digits of either case; blanks and hyphens are
/// passed over. Error "vault.recovery_form".
[[nodiscard]] Result<RecoveryKey> recoveryKeyOf(std::string_view privateKeyHex);
[[nodiscard]] Result<std::string> wrapForRecovery(const Secret& secret, std::string_view publicKeyHex);
[[nodiscard]] Result<Secret> unwrapByRecovery(std::string_view blob, const RecoveryKey& key);

} // namespace yichuang
