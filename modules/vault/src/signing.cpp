// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/vault/crypto.h>

#include <sodium.h>

#include <array>

namespace yichuang {

static constexpr unsigned char algorithm = 0x01;
static constexpr std::string_view algorithmHex = "01";

static const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

namespace {

/// BLAKE2b-256 that begins with the algorithm byte.
class Hash {
public:
    explicit Hash(std::span<const unsigned char> key = {}) {
        crypto_generichash_init(&m_state, key.data(), key.size(), 32);
        crypto_generichash_update(&m_state, &algorithm, 1);
    }
    Hash& add(std::string_view text) {
        crypto_generichash_update(&m_state, raw(text), text.size());
        return *this;
    }
    HashText text() {
        std::array<unsigned char, 33> value {};
        value[0] = algorithm;
        crypto_generichash_final(&m_state, value.data() + 1, 32);
        return hexOf(value);
    }

private:
    crypto_generichash_state m_state {};
};

} // namespace

HashText hashText(std::string_view text) {
    return Hash().add(text).text();
}

HashText keyedHash(std::string_view text, const Secret& key) {
    return Hash(key.bytes()).add(text).text();
}

HashText hashOfAct(std::string_view head, std::string_view signatureLine) {
    return Hash().add(head).add("\n").add(signatureLine).text();
}

KeyPair makeSigningKey() {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicKey {};
    Secret secretKey(std::size_t {crypto_sign_SECRETKEYBYTES});
    crypto_sign_keypair(publicKey.data(), secretKey.bytes().data());
    return {hexOf(publicKey), std::move(secretKey)};
}

static std::string prefixed(std::string_view text) {
    std::string message;
    message.reserve(text.size() + 1);
    message += static_cast<char>(algorithm);
    message += text;
    return message;
}

std::string sign(std::string_view text, const Secret& secretKey) {
    if (secretKey.bytes().size() != crypto_sign_SECRETKEYBYTES)
        return {};
    const std::string message = prefixed(text);
    std::array<unsigned char, crypto_sign_BYTES> signature {};
    crypto_sign_detached(signature.data(), nullptr, raw(message), message.size(), secretKey.bytes().data());
    return std::string(algorithmHex) + hexOf(signature);
}

bool verifySignature(std::string_view text, std::string_view signature, std::string_view publicKeyHex) {
    if (!signature.starts_with(algorithmHex))
        return false;
    const auto value = bytesOfHex(signature.substr(algorithmHex.size()));
    const auto key = bytesOfHex(publicKeyHex);
    if (!value || value->size() != crypto_sign_BYTES || !key || key->size() != crypto_sign_PUBLICKEYBYTES)
        return false;
    const std::string message = prefixed(text);
    return crypto_sign_verify_detached(value->data(), raw(message), message.size(), key->data()) == 0;
}

SignedAct writeAct(
    ActHead head, const std::vector<DraftEntry>& entries, const Secret& signingKey, Randomness& randomness) {
    SignedAct act;
    head.entries.resize(entries.size());
    act.bytes.bodies.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        ActBytes::Bodies& body = act.bytes.bodies.emplace_back();
        body.facts = encodeFacts(entries[i].facts, makeSalt(randomness));
        body.particulars = encodeParticulars(entries[i].particulars, makeSalt(randomness));
        EntryHead& entry = head.entries[i];
        entry.type = typeOf(entries[i].facts);
        entry.schema = 1;
        entry.facts = hashText(body.facts);
        entry.particulars = hashText(*body.particulars);
    }
    act.bytes.head = encodeHead(head);
    act.bytes.signature = R"({"signature":")" + sign(act.bytes.head, signingKey) + R"("})";
    act.hash = hashOfAct(act.bytes.head, act.bytes.signature);
    act.head = std::move(head);
    return act;
}

bool bodiesMatch(const ParsedAct& act) {
    if (act.bytes.bodies.size() != act.head.entries.size())
        return false;
    for (std::size_t i = 0; i < act.head.entries.size(); ++i) {
        const ActBytes::Bodies& body = act.bytes.bodies[i];
        const EntryHead& entry = act.head.entries[i];
        if (hashText(body.facts) != entry.facts)
            return false;
        if (body.particulars && hashText(*body.particulars) != entry.particulars)
            return false;
    }
    return true;
}

} // namespace yichuang
