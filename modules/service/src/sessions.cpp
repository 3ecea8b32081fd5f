// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/service/sessions.h>

#include <array>
#include <charconv>
#include <optional>

namespace yichuang {
namespace {

constexpr std::string_view workstationKind = "workstation";
constexpr std::string_view accessKind = "access";
constexpr std::string_view refreshKind = "refresh";
constexpr std::string_view sessionKind = "session";

std::string sessionOf(std::string_view token) {
    return std::string(token.substr(0, token.find('.')));
}
std::string hashOf(std::string_view token) {
    return hashText(token);
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = !text.empty() && read.ec == std::errc {} && read.ptr == text.data() + text.size();
    return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

/// How many acts the workstation had written, sent or not, and when that was so; without the time: now.
struct WrittenWord {
    std::int64_t number = 0;
    std::optional<std::int64_t> at;
};

/// "41" or "41; at=1542600000000". A word that does not read says nothing.
std::optional<WrittenWord> writtenBy(const HttpRequest& request) {
    constexpr std::string_view atMark = "; at=";
    std::string_view text = request.header("x-yichuang-written");
    WrittenWord word;
    if (const auto mark = text.find(atMark); mark != std::string_view::npos) {
        word.at = wholeNumber(text.substr(mark + atMark.size()));
        if (!word.at) {
            return std::nullopt;
        }
        text = text.substr(0, mark);
    }
    const auto number = wholeNumber(text);
    if (!number) {
        return std::nullopt;
    }
    word.number = *number;
    return word;
}

} // namespace

Sessions::Sessions(Centre& centre, const CentreClock& clock, Randomness& randomness, SessionTimes times)
    : m_centre(centre)
    , m_clock(clock)
    , m_randomness(randomness)
    , m_times(times) { }

std::int64_t Sessions::now() const {
    return toMilliseconds(m_clock.now());
}

std::string Sessions::makeToken() {
    std::array<unsigned char, 32> bytes {};
    const std::lock_guard lock(m_randomMutex);
    m_randomness.fill(bytes);
    return hexOf(bytes);
}

Result<bool> Sessions::isEnrolled(const WorkstationId& workstation) const {
    // A database that is away knows nobody: that is no word about this workstation.
    const auto registry = m_centre.registry();
    if (!registry) {
        return tl::unexpected(registry.error());
    }
    const Workstation* known = (*registry)->workstation(workstation);
    return known != nullptr && !known->revoked;
}

Result<std::optional<StoredToken>> Sessions::find(std::string_view token, std::string_view kind) const {
    if (token.empty()) {
        return std::nullopt;
    }
    auto stored = m_centre.findToken(hashOf(token));
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (!*stored || (*stored)->kind != kind || (*stored)->expires <= now()) {
        return std::nullopt;
    }
    return stored;
}

Result<TokenAnswer> Sessions::giveWorkstationToken(const WorkstationTokenRequest& request) {
    const auto registry = m_centre.registry();
    if (!registry) {
        return tl::unexpected(registry.error());
    }
    const Workstation* workstation = (*registry)->workstation(request.workstation);
    if (workstation == nullptr || workstation->revoked) {
        return failure("auth.workstation");
    }
    const std::string text = "token\n" + request.workstation.value() + '\n' + std::to_string(request.time);
    if (!verifySignature(text, request.signature, workstation->publicKey)) {
        return failure("auth.signature");
    }
    const std::int64_t time = now();
    const std::int64_t tolerance = m_times.signedTimeTolerance.count();
    if (request.time < time - tolerance || request.time > time + tolerance) {
        return failure("auth.time", {{"time", std::to_string(time)}});
    }
    TokenAnswer answer;
    answer.token = makeToken();
    answer.time = time;
    answer.expires = time + m_times.workstationToken.count();
    auto put = m_centre.putToken(
        {hashOf(answer.token), std::string(workstationKind), PersonId {}, request.workstation, answer.expires});
    if (!put) {
        return tl::unexpected(put.error());
    }
    return answer;
}

Result<SignInAnswer> Sessions::openOrRenew(
    const PersonId& person, const WorkstationId& workstation, const std::string& session, std::int64_t sessionEnd) {
    SignInAnswer answer;
    answer.person = person;
    answer.time = now();
    answer.access = session + '.' + makeToken();
    answer.refresh = session + '.' + makeToken();
    answer.accessExpires = answer.time + m_times.access.count();
    answer.refreshExpires = sessionEnd;
    answer.offlineUntil = answer.time + m_times.offlineSignIn.count();
    const std::array tokens {
        StoredToken {hashOf(session), std::string(sessionKind), person, workstation, sessionEnd},
        StoredToken {hashOf(answer.access), std::string(accessKind), person, workstation, answer.accessExpires},
        StoredToken {hashOf(answer.refresh), std::string(refreshKind), person, workstation, answer.refreshExpires},
    };
    for (const StoredToken& token : tokens) {
        if (auto put = m_centre.putToken(token); !put) {
            return tl::unexpected(put.error());
        }
    }
    return answer;
}

Result<SignInAnswer> Sessions::signIn(const WorkstationId& workstation, const SignInRequest& request) {
    if (!request.factors.empty()) {
        return failure("sign_in.factors");
    }
    auto person = m_centre.checkPassword(request.person, request.password);
    if (!person) {
        return tl::unexpected(person.error());
    }
    return openOrRenew(*person, workstation, makeToken(), now() + m_times.refresh.count());
}

Result<SignInAnswer> Sessions::refresh(const WorkstationId& workstation, const RefreshRequest& request) {
    const std::lock_guard lock(m_refreshMutex);
    const std::string session = sessionOf(request.refresh);
    const auto alive = find(session, sessionKind);
    if (!alive) {
        return tl::unexpected(alive.error());
    }
    if (!*alive || (*alive)->workstation != workstation) {
        return failure("session.ended");
    }
    const auto stored = find(request.refresh, refreshKind);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (!*stored) {
        // The session lives, and this token of it is spent: somebody holds a copy, and nobody can say who.
        if (auto dropped = m_centre.dropToken(hashOf(session)); !dropped) {
            return tl::unexpected(dropped.error());
        }
        return failure("session.reused");
    }
    const auto registry = m_centre.registry();
    if (!registry) {
        return tl::unexpected(registry.error());
    }
    const Person* person = (*registry)->person((*alive)->person);
    if (person == nullptr || person->disabled) {
        return failure("session.ended");
    }
    if (auto dropped = m_centre.dropToken(hashOf(request.refresh)); !dropped) {
        return tl::unexpected(dropped.error());
    }
    return openOrRenew((*alive)->person, workstation, session, now() + m_times.refresh.count());
}

Result<void> Sessions::signOut(const Caller& caller) {
    if (auto dropped = m_centre.dropToken(hashOf(sessionOf(caller.accessToken))); !dropped) {
        return dropped;
    }
    return m_centre.dropToken(hashOf(caller.accessToken));
}

Result<Caller> Sessions::admit(const Route& route, const HttpRequest& request) const {
    Caller caller;
    if (route.allowedTo == AllowedTo::Anybody) {
        return caller;
    }
    const auto bearer = find(request.bearer(), workstationKind);
    if (!bearer) {
        return tl::unexpected(bearer.error());
    }
    if (!*bearer) {
        return failure("auth.token");
    }
    caller.workstation = (*bearer)->workstation;
    const auto enrolled = isEnrolled(caller.workstation);
    if (!enrolled) {
        return tl::unexpected(enrolled.error());
    }
    if (!*enrolled) {
        return failure("auth.workstation");
    }
    if (const auto written = writtenBy(request)) {
        if (auto heard = m_centre.recordContact(caller.workstation, written->number, written->at); !heard) {
            return tl::unexpected(heard.error());
        }
    }
    if (route.allowedTo == AllowedTo::Workstation) {
        return caller;
    }
    caller.accessToken = request.header("x-session");
    const auto access = find(caller.accessToken, accessKind);
    if (!access) {
        return tl::unexpected(access.error());
    }
    const auto session = find(sessionOf(caller.accessToken), sessionKind);
    if (!session) {
        return tl::unexpected(session.error());
    }
    if (!*access || !*session || (*access)->workstation != caller.workstation) {
        return failure("session.ended");
    }
    caller.person = (*access)->person;
    const auto registry = m_centre.registry();
    if (!registry) {
        return tl::unexpected(registry.error());
    }
    const Person* person = (*registry)->person(caller.person);
    if (person == nullptr || person->disabled) {
        return failure("session.ended");
    }
    if (!route.roles.empty()) {
        bool has = false;
        for (const Role role : route.roles) {
            has = has || person->roles.contains(role);
        }
        if (!has) {
            return failure("auth.role");
        }
    }
    return caller;
}

} // namespace yichuang
