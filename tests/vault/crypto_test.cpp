// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/vault/crypto.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace yichuang;

namespace {

class CountingRandomness final : public Randomness {
public:
    void fill(std::span<unsigned char> bytes) override {
        for (unsigned char& byte : bytes)
            byte = m_next++;
    }

private:
    unsigned char m_next = 0;
};

class Vault : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(startVault()); }
    SystemRandomness randomness;
};

std::string textOf(const Secret& secret) {
    return {secret.bytes().begin(), secret.bytes().end()};
}

Secret secretOfHex(std::string_view hex) {
    const auto bytes = bytesOfHex(hex).value();
    return Secret(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

ActHead chainHead() {
    ActHead head;
    head.act = ActId("01938f00-1111-7abc-8def-0123456789ab");
    head.origin = OriginId("ws:w1");
    head.number = 1;
    head.person = PersonId("li");
    head.key = KeyId("k1");
    head.deviceTime = head.correctedTime = 1542592800123;
    EntryHead entry;
    entry.stream = StreamId("case:01938f00-2222-7abc-8def-0123456789ab");
    head.entries = {entry, entry};
    return head;
}

std::vector<DraftEntry> drafts() {
    Entry receive;
    receive.date = std::chrono::year {2018} / 11 / 19;
    receive.actor.id = PersonId("li");
    receive.facts.identityChecked = true;
    Entry accept = receive;
    accept.event = Event::Accept;
    accept.facts = {};
    accept.facts.inScope = true;
    return {{FactsBody(receive), {{"summary", "曾测试"}}}, {FactsBody(accept), {}}};
}

} // namespace

TEST_F(Vault, hashesAsTheStandardDoes) {
    // BLAKE2b-256 of 01, "abc"; and of 01 alone: hashlib.blake2b(b'\x01abc', digest_size=32).
    EXPECT_EQ(hashText("abc"), "01dc4de427ae6bedec4d12128a638a811251ab883c1636e5e835dd7e4dc4f5f43d");
    EXPECT_EQ(hashText(""), "01ee155ace9c40292074cb6aff8c9ccdd273c81648ff1149ef36bcea6ebb8a3e25");
    EXPECT_EQ(hashOfAct("abc", "def"), hashText("abc\ndef"));
}

TEST_F(Vault, aKeyedHashTellsNothingWithoutItsKey) {
    const Secret key = makeDataKey();
    const Secret other = makeDataKey();
    EXPECT_EQ(keyedHash("abc", key), keyedHash("abc", key));
    EXPECT_NE(keyedHash("abc", key), keyedHash("abd", key));
    EXPECT_NE(keyedHash("abc", key), keyedHash("abc", other));
    EXPECT_NE(keyedHash("abc", key), hashText("abc"));
    EXPECT_EQ(keyedHash("abc", key).size(), hashText("abc").size());
}

TEST_F(Vault, signsAsTheStandardDoes) {
    // A key and its signature of 01, "counter", made with another implementation (see RFC 8032 7.1, test 1 for the
    // key).
    const std::string publicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    const Secret secretKey
        = secretOfHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60" + publicKey);
    const std::string signature = sign("counter", secretKey);
    EXPECT_EQ(signature,
        "01a404a371af0bb28c15f86864e62a9b00f01f30d3c741ffc2387cdd20b41ad82f2a16d4251b7af2d5963bbf8dbe495b6bb235ade1cc73"
        "f06fdb06780eaccb5e0e");
    EXPECT_TRUE(verifySignature("counter", signature, publicKey));
    EXPECT_FALSE(verifySignature("Counter", signature, publicKey));
    std::string other = signature;
    other[10] = other[10] == '0' ? '1' : '0';
    EXPECT_FALSE(verifySignature("counter", other, publicKey));
    EXPECT_FALSE(verifySignature("counter", "02" + signature.substr(2), publicKey));
    EXPECT_FALSE(verifySignature("counter", signature.substr(0, 128), publicKey));
    EXPECT_FALSE(verifySignature("counter", signature, publicKey.substr(2)));
    EXPECT_FALSE(verifySignature("counter", "", ""));
    EXPECT_FALSE(verifySignature("counter", signature, makeSigningKey().publicKey));
}

TEST_F(Vault, anActIsWholeAndItsBodiesMatch) {
    const KeyPair key = makeSigningKey();
    const SignedAct act = writeAct(chainHead(), drafts(), key.secretKey, randomness);
    auto parsed = parseAct(act.bytes);
    ASSERT_TRUE(parsed) << parsed.error().arguments.at("reason") << parsed.error().arguments.at("member");
    EXPECT_EQ(parsed->head, act.head);
    EXPECT_EQ(parsed->head.entries[1].type, "accept");
    EXPECT_TRUE(bodiesMatch(*parsed));
    EXPECT_TRUE(verifySignature(act.bytes.head, parsed->signature, key.publicKey));
    EXPECT_EQ(act.hash, hashOfAct(act.bytes.head, act.bytes.signature));

    ParsedAct erased = *parsed;
    erased.bytes.bodies[0].particulars.reset();
    EXPECT_TRUE(bodiesMatch(erased));

    ParsedAct altered = *parsed;
    altered.bytes.bodies[0].particulars = encodeParticulars({{"summary", "曾测"}}, makeSalt(randomness));
    EXPECT_FALSE(bodiesMatch(altered));
    altered = *parsed;
    altered.bytes.bodies[1].facts[2] ^= 1;
    EXPECT_FALSE(bodiesMatch(altered));
    altered = *parsed;
    altered.bytes.bodies.pop_back();
    EXPECT_FALSE(bodiesMatch(altered));
}

TEST_F(Vault, theSameWordsNeverHashAlikeTwice) {
    const KeyPair key = makeSigningKey();
    const SignedAct one = writeAct(chainHead(), drafts(), key.secretKey, randomness);
    const SignedAct two = writeAct(chainHead(), drafts(), key.secretKey, randomness);
    EXPECT_NE(one.head.entries[0].particulars, two.head.entries[0].particulars);
    EXPECT_NE(one.head.entries[1].particulars, one.head.entries[0].particulars);
}

TEST_F(Vault, aSealOpensToItsKeyAndPurposeAlone) {
    const Secret key = makeDataKey();
    const std::string plain = "430400199001010011 曾测试";
    const std::string sealed = seal(plain, "act", key, randomness);
    EXPECT_EQ(sealed[0], 1);
    EXPECT_EQ(sealed.size(), plain.size() + 1 + 24 + 16);
    EXPECT_EQ(sealed.find("4304"), std::string::npos);
    EXPECT_EQ(unseal(sealed, "act", key).value(), plain);
    EXPECT_EQ(unseal(sealed, "summary", key).error().code, "vault.sealed");
    EXPECT_EQ(unseal(sealed, "act", makeDataKey()).error().code, "vault.sealed");
    for (std::size_t length = 0; length < sealed.size(); ++length)
        EXPECT_FALSE(unseal(std::string_view(sealed).substr(0, length), "act", key));
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        std::string altered = sealed;
        altered[at] = static_cast<char>(altered[at] ^ 0x20);
        EXPECT_FALSE(unseal(altered, "act", key)) << at;
    }
    EXPECT_NE(seal(plain, "act", key, randomness), sealed);
    EXPECT_EQ(unseal(seal("", "act", key, randomness), "act", key).value(), "");
}

TEST_F(Vault, eachPurposeHasAKeyOfItsOwn) {
    const Secret key = makeDataKey();
    EXPECT_EQ(textOf(deriveKey(key, "tokens")), textOf(deriveKey(key, "tokens")));
    EXPECT_NE(textOf(deriveKey(key, "tokens")), textOf(deriveKey(key, "attachments")));
    EXPECT_NE(textOf(deriveKey(key, "tokens")), textOf(key));
}

TEST_F(Vault, aPasswordSlotOpensToItsPasswordAlone) {
    const Secret key = makeDataKey();
    const std::string blob = wrapByPassword(key, "衡阳-2018", PasswordCost::Test);
    EXPECT_EQ(blob.find(textOf(key)), std::string::npos);
    EXPECT_EQ(textOf(unwrapByPassword(blob, "衡阳-2018").value()), textOf(key));
    EXPECT_EQ(unwrapByPassword(blob, "衡阳-2019").error().code, "vault.password");
    EXPECT_EQ(unwrapByPassword("", "x").error().code, "vault.password");
    for (std::size_t length = 0; length < blob.size(); ++length)
        EXPECT_FALSE(unwrapByPassword(std::string_view(blob).substr(0, length), "衡阳-2018"));
    std::string unknownCost = blob;
    unknownCost[1] = 'z';
    EXPECT_FALSE(unwrapByPassword(unknownCost, "衡阳-2018"));
    EXPECT_NE(wrapByPassword(key, "衡阳-2018", PasswordCost::Test), blob);
}

TEST_F(Vault, anInteractiveSlotCostsItsSixtyFourMegabytes) {
    const Secret key = makeDataKey();
    const std::string blob = wrapByPassword(key, "p", PasswordCost::Interactive);
    EXPECT_EQ(blob[1], 'i');
    EXPECT_EQ(textOf(unwrapByPassword(blob, "p").value()), textOf(key));
    const std::string verifier = passwordVerifier("p", PasswordCost::Interactive);
    EXPECT_NE(verifier.find("$argon2id$v=19$m=65536,t=2,p=1$"), std::string::npos) << verifier;
}

TEST_F(Vault, aVerifierKnowsItsPassword) {
    const std::string verifier = passwordVerifier("secret", PasswordCost::Test);
    EXPECT_EQ(verifier.find("secret"), std::string::npos);
    EXPECT_TRUE(passwordMatches(verifier, "secret"));
    EXPECT_FALSE(passwordMatches(verifier, "Secret"));
    EXPECT_FALSE(passwordMatches("", "secret"));
    EXPECT_FALSE(passwordMatches("nonsense", "secret"));
    EXPECT_FALSE(passwordMatches(std::string(4000, '$'), "secret"));
}

TEST_F(Vault, theRecoverySlotOpensToTheHallsPrivateHalfAlone) {
    const RecoveryKey hall = makeRecoveryKey();
    const RecoveryKey other = makeRecoveryKey();
    const Secret key = makeDataKey();
    const std::string blob = wrapForRecovery(key, hall.publicKey).value();
    EXPECT_EQ(textOf(unwrapByRecovery(blob, hall).value()), textOf(key));
    EXPECT_EQ(unwrapByRecovery(blob, other).error().code, "vault.recovery_key");
    EXPECT_FALSE(unwrapByRecovery(blob.substr(0, blob.size() - 1), hall));
    EXPECT_FALSE(unwrapByRecovery("", hall));
    EXPECT_EQ(wrapForRecovery(key, "00").error().code, "vault.recovery_key");
}

TEST_F(Vault, uuidsCarryTheirTimeAndSort) {
    CountingRandomness counting;
    const std::string uuid = makeUuid(0x0193'8F00'1234, counting);
    EXPECT_EQ(uuid, "01938f00-1234-7001-8203-040506070809");
    std::set<std::string> many;
    std::string last;
    for (int i = 0; i < 1000; ++i) {
        const std::string next = makeUuid(1542592800000 + i, randomness);
        EXPECT_LT(last, next);
        last = next;
        many.insert(next);
    }
    EXPECT_EQ(many.size(), 1000U);
}

TEST_F(Vault, randomBytesAreDrawnOnce) {
    std::set<std::string> salts;
    for (int i = 0; i < 1000; ++i)
        salts.insert(makeSalt(randomness));
    EXPECT_EQ(salts.size(), 1000U);
    EXPECT_EQ(salts.begin()->size(), 32U);
    std::vector<unsigned char> large(10'000);
    randomness.fill(large);
    EXPECT_GT(std::count_if(large.begin(), large.end(), [](unsigned char byte) { return byte != 0; }), 9'500);
}

TEST_F(Vault, hexReadsBackAndNothingElse) {
    EXPECT_EQ(hexOf(bytesOfHex("00ff10").value()), "00ff10");
    EXPECT_FALSE(bytesOfHex("0"));
    EXPECT_FALSE(bytesOfHex("0G"));
    EXPECT_FALSE(bytesOfHex("FF"));
}
