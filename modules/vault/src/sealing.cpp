// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/vault/crypto.h>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

namespace yichuang {

static constexpr char algorithm = 0x01;
static constexpr std::size_t keySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
static constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

static const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
static unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string seal(std::string_view plain, std::string_view purpose, const Secret& dataKey, Randomness& randomness) {
    if (dataKey.bytes().size() != keySize)
        return {};
    std::string sealed(1 + nonceSize + plain.size() + tagSize, '\0');
    sealed[0] = algorithm;
    unsigned char* nonce = raw(sealed) + 1;
    randomness.fill({nonce, nonceSize});
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceSize, nullptr, raw(plain), plain.size(), raw(purpose),
        purpose.size(), nullptr, nonce, dataKey.bytes().data());
    return sealed;
}

Result<std::string> unseal(std::string_view sealed, std::string_view purpose, const Secret& dataKey) {
    const auto refused = [&] { return failure("vault.sealed", {{"purpose", std::string(purpose)}}); };
    if (sealed.size() < 1 + nonceSize + tagSize || sealed[0] != algorithm || dataKey.bytes().size() != keySize)
        return refused();
    const unsigned char* nonce = raw(sealed) + 1;
    std::string plain(sealed.size() - 1 - nonceSize - tagSize, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, nonce + nonceSize,
            sealed.size() - 1 - nonceSize, raw(purpose), purpose.size(), nonce, dataKey.bytes().data())
        != 0)
        return refused();
    return plain;
}

Secret makeDataKey() {
    Secret key(keySize);
    randombytes_buf(key.bytes().data(), key.bytes().size());
    return key;
}

Secret deriveKey(const Secret& dataKey, std::string_view purpose) {
    Secret derived(keySize);
    crypto_generichash(derived.bytes().data(), derived.bytes().size(), raw(purpose), purpose.size(),
        dataKey.bytes().data(), dataKey.bytes().size());
    return derived;
}

// --- by password: algorithm, cost, salt, nonce, box

namespace {

struct Argon2Cost {
    unsigned long long operations;
    std::size_t memory;
};

} // namespace

static std::optional<Argon2Cost> costOf(char name) {
    switch (name) {
    case 'i':
        return Argon2Cost {2, std::size_t {64} * 1024 * 1024};
    case 't':
        return Argon2Cost {1, std::size_t {8} * 1024};
    default:
        return {};
    }
}
static char nameOf(PasswordCost cost) {
    return cost == PasswordCost::Interactive ? 'i' : 't';
}

static constexpr std::size_t saltSize = crypto_pwhash_SALTBYTES;

static std::optional<Secret> keyOfPassword(
    std::string_view password, const unsigned char* salt, const Argon2Cost& cost) {
    Secret key(keySize);
    if (crypto_pwhash(key.bytes().data(), key.bytes().size(), password.data(), password.size(), salt, cost.operations,
            cost.memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return {}; // out of memory
    return key;
}

std::string wrapByPassword(const Secret& secret, std::string_view password, PasswordCost cost) {
    std::string blob {algorithm, nameOf(cost)};
    std::array<unsigned char, saltSize> salt {};
    randombytes_buf(salt.data(), salt.size());
    const auto key = keyOfPassword(password, salt.data(), *costOf(blob[1]));
    if (!key)
        return {};
    blob.append(reinterpret_cast<const char*>(salt.data()), salt.size());
    SystemRandomness randomness;
    const auto plain = secret.bytes();
    const std::string_view view(reinterpret_cast<const char*>(plain.data()), plain.size());
    // The head of the blob is bound in, so that nobody can lower the cost and leave the rest.
    const std::string purpose = "password" + blob;
    blob += seal(view, purpose, *key, randomness).substr(1);
    return blob;
}

Result<Secret> unwrapByPassword(std::string_view blob, std::string_view password) {
    const auto refused = [] { return failure("vault.password"); };
    if (blob.size() < 2 + saltSize || blob[0] != algorithm)
        return refused();
    const auto cost = costOf(blob[1]);
    if (!cost)
        return refused();
    const auto key = keyOfPassword(password, raw(blob) + 2, *cost);
    if (!key)
        return failure("vault.unavailable");
    const std::string purpose = "password" + std::string(blob.substr(0, 2 + saltSize));
    std::string box {algorithm};
    box += blob.substr(2 + saltSize);
    auto plain = unseal(box, purpose, *key);
    if (!plain)
        return refused();
    Secret secret {std::string_view(*plain)};
    sodium_memzero(plain->data(), plain->size());
    return secret;
}

std::string passwordVerifier(std::string_view password, PasswordCost cost) {
    const Argon2Cost argon = *costOf(nameOf(cost));
    std::array<char, crypto_pwhash_STRBYTES> text {};
    if (crypto_pwhash_str_alg(
            text.data(), password.data(), password.size(), argon.operations, argon.memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return {};
    return text.data();
}

bool passwordMatches(std::string_view verifier, std::string_view password) {
    const std::string text(verifier);
    return !text.empty() && text.size() < crypto_pwhash_STRBYTES
        && crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
}

// --- for the hall's recovery key: algorithm, sealed box

RecoveryKey makeRecoveryKey() {
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> publicKey {};
    Secret privateKey(std::size_t {crypto_box_SECRETKEYBYTES});
    crypto_box_keypair(publicKey.data(), privateKey.bytes().data());
    return {hexOf(publicKey), std::move(privateKey)};
}

Result<RecoveryKey> recoveryKeyOf(std::string_view privateKeyHex) {
    std::string digits;
    for (const char c : privateKeyHex) {
        if (c != ' ' && c != '-')
            digits += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    auto bytes = bytesOfHex(digits);
    sodium_memzero(digits.data(), digits.size());
    if (!bytes || bytes->size() != crypto_box_SECRETKEYBYTES)
        return failure("vault.recovery_form");
    Secret privateKey(std::size_t {crypto_box_SECRETKEYBYTES});
    std::copy(bytes->begin(), bytes->end(), privateKey.bytes().begin());
    sodium_memzero(bytes->data(), bytes->size());
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> publicKey {};
    crypto_scalarmult_base(publicKey.data(), privateKey.bytes().data());
    return RecoveryKey {hexOf(publicKey), std::move(privateKey)};
}

Result<std::string> wrapForRecovery(const Secret& secret, std::string_view publicKeyHex) {
    const auto publicKey = bytesOfHex(publicKeyHex);
    if (!publicKey || publicKey->size() != crypto_box_PUBLICKEYBYTES)
        return failure("vault.recovery_key");
    std::string blob(1 + crypto_box_SEALBYTES + secret.bytes().size(), '\0');
    blob[0] = algorithm;
    if (crypto_box_seal(raw(blob) + 1, secret.bytes().data(), secret.bytes().size(), publicKey->data()) != 0)
        return failure("vault.recovery_key");
    return blob;
}

Result<Secret> unwrapByRecovery(std::string_view blob, const RecoveryKey& key) {
    const auto refused = [] { return failure("vault.recovery_key"); };
    const auto publicKey = bytesOfHex(key.publicKey);
    if (blob.size() < 1 + crypto_box_SEALBYTES || blob[0] != algorithm || !publicKey
        || publicKey->size() != crypto_box_PUBLICKEYBYTES || key.privateKey.bytes().size() != crypto_box_SECRETKEYBYTES)
        return refused();
    Secret secret(blob.size() - 1 - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(
            secret.bytes().data(), raw(blob) + 1, blob.size() - 1, publicKey->data(), key.privateKey.bytes().data())
        != 0)
        return refused();
    return secret;
}

} // namespace yichuang
