// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/messages.h>
#include <yichuang/service/centre.h>
#include <yichuang/service/http.h>
#include <yichuang/vault/crypto.h>

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace yichuang {

/// How long what lasts.
struct SessionTimes {
    std::chrono::milliseconds workstationToken = std::chrono::minutes {15};
    std::chrono::milliseconds access = std::chrono::minutes {15};
    std::chrono::milliseconds refresh = std::chrono::hours {12};
    std::chrono::milliseconds offlineSignIn = std::chrono::hours {7 * 24};
    /// How far the time that a workstation signs may lie from the centre's: an older signature could be a recorded one.
    std::chrono::milliseconds signedTimeTolerance = std::chrono::minutes {5};
};

/// Who is who at the door. Tokens are 256 random bits that mean nothing to their holder; the centre keeps their hashes
/// only, so that a copy of its database opens nothing. A person's access and refresh tokens bear the number of their
/// session in front; the session ends when its row goes, whatever tokens of it are still abroad. Thread-safe; blocks on
/// the database.
class Sessions {
public:
    Sessions(Centre& centre, const CentreClock& clock, Randomness& randomness, SessionTimes times = {});

    /// Errors: "auth.workstation" (unknown or revoked), "auth.signature", "auth.time" with the centre's `time`.
    [[nodiscard]] Result<TokenAnswer> giveWorkstationToken(const WorkstationTokenRequest& request);
    /// Errors: those of Centre::checkPassword; "sign_in.factors" (a factor was given that this release does not know).
    [[nodiscard]] Result<SignInAnswer> signIn(const WorkstationId& workstation, const SignInRequest& request);
    /// The old refresh token is used up; one that comes a second time was copied, and ends the session.
    /// Errors: "session.ended", "session.reused".
    [[nodiscard]] Result<SignInAnswer> refresh(const WorkstationId& workstation, const RefreshRequest& request);
    [[nodiscard]] Result<void> signOut(const Caller& caller);

    /// For the server: who calls. Errors: "auth.token" (missing, unknown or over), "auth.workstation" (revoked),
    /// "session.ended" (X-Session missing, over, of another workstation, or of a disabled person), "auth.role".
    [[nodiscard]] Result<Caller> admit(const Route& route, const HttpRequest& request) const;

private:
    [[nodiscard]] std::int64_t now() const;
    [[nodiscard]] std::string makeToken();
    [[nodiscard]] Result<SignInAnswer> openOrRenew(
        const PersonId& person, const WorkstationId& workstation, const std::string& session, std::int64_t sessionEnd);
    /// The token's row if it is of that kind and not over.
    [[nodiscard]] Result<std::optional<StoredToken>> find(std::string_view token, std::string_view kind) const;
    [[nodiscard]] Result<bool> isEnrolled(const WorkstationId& workstation) const;

    Centre& m_centre;
    const CentreClock& m_clock;
    Randomness& m_randomness;
    const SessionTimes m_times;
    std::mutex m_randomMutex;
    /// Two requests with the same refresh token must not both find it unused.
    std::mutex m_refreshMutex;
};

} // namespace yichuang
