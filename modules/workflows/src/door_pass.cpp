// SPDX-License-Identifier: GPL-3.0-or-later
#include "door_pass.h"

#include "workplace_private.h"

#include <yichuang/rest/centre_client.h>

#include <tuple>
#include <utility>

namespace yichuang {

/// A token that ends sooner than this is renewed before it is used, ms.
static constexpr std::int64_t reserve = 30'000;

static std::string_view viewOf(const Secret& secret) {
    return {reinterpret_cast<const char*>(secret.bytes().data()), secret.bytes().size()};
}

DoorPass::DoorPass(CentreClient& centre, std::function<std::int64_t()> now)
    : m_centre(centre)
    , m_now(std::move(now)) { }

DoorPass::~DoorPass() = default;

void DoorPass::keep(const SignInAnswer& answer) {
    drop();
    m_tokens = Tokens {
        Secret(std::string_view(answer.access)), Secret(std::string_view(answer.refresh)), answer.accessExpires};
}

void DoorPass::drop() {
    m_tokens.reset();
    ++m_session;
    settle(failure("session.locked"));
}

void DoorPass::end() {
    if (m_tokens)
        std::ignore = m_centre.signOut(accessText());
    drop();
}

QString DoorPass::accessText() const {
    const std::string_view text = viewOf(m_tokens->access);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QFuture<Result<QString>> DoorPass::access() {
    if (!m_tokens)
        return readyFuture<QString>(failure("session.locked"));
    if (m_tokens->accessExpires - reserve > m_now())
        return readyFuture<QString>(accessText());
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    m_waiting.push_back(promise);
    if (m_waiting.size() == 1)
        renew();
    return promise->future();
}

void DoorPass::renew() {
    const RefreshRequest request {std::string(viewOf(m_tokens->refresh))};
    m_centre.refresh(request).then(this, [this, session = m_session](const Result<SignInAnswer>& answer) {
        if (session != m_session)
            return;
        if (!answer) {
            // What did not get through may be tried again; a session that the centre has ended may not.
            if (!answer.error().code.starts_with("rest."))
                drop();
            settle(tl::unexpected<Error>(answer.error()));
            return;
        }
        m_tokens = Tokens {
            Secret(std::string_view(answer->access)), Secret(std::string_view(answer->refresh)), answer->accessExpires};
        settle(accessText());
    });
}

void DoorPass::settle(const Result<QString>& outcome) {
    for (const Waiting& waiting : std::exchange(m_waiting, {})) {
        waiting->addResult(outcome);
        waiting->finish();
    }
}

} // namespace yichuang
