// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire_client.h"

#include <yichuang/contract/act.h>
#include <yichuang/contract/messages.h>
#include <yichuang/domain/registry.h>
#include <yichuang/vault/crypto.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace yichuang::test {

/// A workstation by hand: what another program that follows resources/openapi.yaml would do. Every call fails the test
/// (by exception) if the service does not answer as described, unless the raw answer is asked for.
class Counter {
public:
    Counter(unsigned short port, const std::string& code);

    [[nodiscard]] WireAnswer raw(
        std::string_view method, std::string_view target, std::string_view body = {}, WireHeaders more = {}) const;
    [[nodiscard]] std::string proof(std::int64_t time) const; ///< body of POST /v1/workstations/token
    [[nodiscard]] std::int64_t centreTime() const;

    void fetchToken();
    SignInAnswer signIn(const std::string& person, const std::string& password);
    void registerKey();
    Block lease(int year, int count);
    FeedPage feed(const std::string& cursor, int wait = 0) const;
    /// Follows the feed to its end: registry and the position seen.
    void follow();

    /// An intake of any item in force (a receipt, nothing more), signed and chained. `applicant` as JSON.
    SignedAct receive(std::int64_t time, const std::string& applicant = R"({"kind":"person","name":"测试人"})");
    PushAnswer push(const std::string& ndjson) const;

    EnrolAnswer enrolment;
    std::string token;
    SignInAnswer session;
    std::string cursor;
    Registry registry;
    Seen seen;
    unsigned short port = 0;

private:
    WireAnswer expect(int status, WireAnswer answer) const;

    mutable SystemRandomness m_randomness;
    KeyPair m_credential;
    KeyPair m_personKey;
    KeyId m_personKeyId;
    std::optional<Block> m_block;
    int m_nextSerial = 0;
    std::int64_t m_number = 0;
    HashText m_previous;
    std::int64_t m_position = 0;
};

} // namespace yichuang::test
