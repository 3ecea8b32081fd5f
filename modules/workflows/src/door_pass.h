// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>
#include <yichuang/vault/crypto.h>

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace yichuang {

class CentreClient;
struct SignInAnswer;

/// The signed-in person's tokens at the centre: in memory only, beside her pen, renewed when they run out, gone when
/// she locks. There are none after an offline sign-in. GUI thread.
class DoorPass : public QObject {
    Q_OBJECT
public:
    /// `now`: the centre's clock as far as it is known, ms. Both outlive the pass.
    DoorPass(CentreClient& centre, std::function<std::int64_t()> now);
    ~DoorPass() override;

    void keep(const SignInAnswer& answer);
    void drop();
    /// Drops it and tells the centre, which ends the session; where it is not reached the session runs out by itself.
    void end();
    [[nodiscard]] bool isKept() const { return m_tokens.has_value(); }
    /// An access token that lasts long enough to be used. Errors "session.locked" (there is none), and those of
    /// CentreClient::refresh; where the centre says that the session has ended, the pass is dropped.
    [[nodiscard]] QFuture<Result<QString>> access();

private:
    struct Tokens {
        Secret access;
        Secret refresh;
        std::int64_t accessExpires = 0;
    };
    using Waiting = std::shared_ptr<QPromise<Result<QString>>>;
    void renew();
    void settle(const Result<QString>& outcome);
    [[nodiscard]] QString accessText() const;

    CentreClient& m_centre;
    std::function<std::int64_t()> m_now;
    std::optional<Tokens> m_tokens;
    std::vector<Waiting> m_waiting; ///< for the renewal that runs
    quint64 m_session = 0; ///< counts sign-ins and locks: an answer about another session is nobody's
};

} // namespace yichuang
