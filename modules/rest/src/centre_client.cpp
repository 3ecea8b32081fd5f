// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/rest/centre_client.h>

#include "centre_job.h"

#include <yichuang/qtbridge/values.h>

#include <QFile>
#include <QHostAddress>
#include <QPointer>
#include <QPromise>
#include <QSslCertificate>

#include <zstd.h>

namespace yichuang {

/// A token that ends sooner than this is renewed before it is used.
static constexpr std::int64_t tokenReserve = 60'000;
/// Compressing less than this costs more than it saves.
static constexpr qsizetype worthCompressing = 1024;

static std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}
static QByteArray bytesOf(const std::string& text) {
    return QByteArray::fromStdString(text);
}

CentreClient::CentreClient(QNetworkAccessManager& network, const Clock& clock, CentreLimits limits, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
    , m_limits(limits) { }

CentreClient::~CentreClient() = default;

static bool isLoopback(const QString& host) {
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

Result<void> CentreClient::setCentre(const CentreAddress& address) {
    const QUrl& url = address.url;
    const bool plain = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || (!plain && url.scheme() != QLatin1String("https")) || url.hasQuery()
        || url.hasFragment() || !url.userInfo().isEmpty())
        return failure("rest.address", {{"address", toStdString(url.toDisplayString(QUrl::RemoveUserInfo))}});
    if (plain && !address.allowPlainHttp && !isLoopback(url.host()))
        return failure("rest.plain_http", {{"host", toStdString(url.host())}});
    auto trust = std::make_shared<CentreTrust>();
    trust->base = url.adjusted(QUrl::StripTrailingSlash);
    trust->tls = QSslConfiguration::defaultConfiguration();
    if (!address.authorityFile.isEmpty()) {
        const auto authorities = QSslCertificate::fromPath(address.authorityFile);
        if (authorities.isEmpty())
            return failure("rest.authority", {{"file", toStdString(address.authorityFile)}});
        trust->tls.addCaCertificates(authorities);
    }
    m_trust = std::move(trust);
    m_token.clear();
    ++m_identity;
    return {};
}

bool CentreClient::hasCentre() const {
    return m_trust != nullptr;
}

void CentreClient::setCredential(const WorkstationId& workstation, const Secret& secretKey) {
    m_credential = Credential {workstation, secretKey.clone()};
    m_token.clear();
    ++m_identity;
    m_written.clear();
}

void CentreClient::tellWritten(std::int64_t number, std::int64_t at) {
    m_written
        = QByteArray::number(static_cast<qlonglong>(number)) + "; at=" + QByteArray::number(static_cast<qlonglong>(at));
}

std::int64_t CentreClient::now() const {
    return toMilliseconds(m_clock.now()) + m_offset;
}

void CentreClient::learnTime(std::int64_t centreTime, const CentreAnswer& answer) {
    // The centre looked at its clock somewhere between question and answer: the offset lies between these two.
    const std::int64_t least = centreTime - toMilliseconds(m_clock.now());
    const std::int64_t most = least + answer.took.count();
    // What may be right stays: corrected time, which may not go back, does not sway with every slow answer. Of what is
    // proved wrong only half of a short way is counted back, for what took long waited before the centre looked.
    if (m_offset < least || m_offset > most)
        m_offset = least + (answer.took < std::chrono::seconds {2} ? answer.took.count() / 2 : 0);
    m_timeKnown = true;
    Q_EMIT timeTold(m_offset, centreTime);
}

// --- the road of a request

void CentreClient::send(const CentreRequest& request, AbortSwitch* abort, Done done) {
    if (!m_trust) {
        done(failure("rest.address"));
        return;
    }
    auto* job = new CentreJob(m_network, m_trust, request, this);
    job->start(abort, std::move(done));
}

void CentreClient::perform(CentreRequest request, Authority authority, AbortSwitch* abort, Done done) {
    request.answerBytes = m_limits.answerBytes;
    if (authority == Authority::None) {
        send(request, abort, std::move(done));
        return;
    }
    const auto authorised = [this](const CentreRequest& plain) {
        CentreRequest copy = plain;
        copy.headers.emplaceBack("Authorization", "Bearer " + bytesOf(m_token));
        if (!m_written.isEmpty())
            copy.headers.emplaceBack("X-Yichuang-Written", m_written);
        return copy;
    };
    const QPointer<AbortSwitch> guarded(abort);
    withToken([this, request, guarded, done, authorised](const Result<void>& ready) {
        if (!ready) {
            done(tl::unexpected<Error>(ready.error()));
            return;
        }
        const std::string used = m_token;
        send(authorised(request), guarded, [=, this](Result<CentreAnswer> answer) {
            const bool refused = !answer && answer.error().code.starts_with("auth.") && !answer.error().is("auth.role");
            if (!refused) {
                done(std::move(answer));
                return;
            }
            // Expired a moment ago, or the centre was restored: one new token, one more try.
            if (m_token == used)
                m_token.clear();
            withToken([=, this](const Result<void>& again) {
                if (!again)
                    done(tl::unexpected<Error>(again.error()));
                else
                    send(authorised(request), guarded, done);
            });
        });
    });
}

void CentreClient::withToken(std::function<void(Result<void>)> ready) {
    if (!m_credential) {
        ready(failure("rest.not_enrolled"));
        return;
    }
    if (!m_token.empty() && m_tokenExpires - tokenReserve > now()) {
        ready({});
        return;
    }
    m_awaitingToken.push_back(std::move(ready));
    if (m_awaitingToken.size() == 1)
        fetchToken(m_timeKnown);
}

void CentreClient::fetchToken(bool timeKnown) {
    if (!timeKnown) {
        // The proof carries a time, and this machine's clock may be off by years.
        send({.path = QStringLiteral("/v1/time"), .limit = m_limits.shortCall, .answerBytes = 4096, .repeats = 1},
            nullptr, [this](const Result<CentreAnswer>& answer) {
                if (!answer) {
                    tokenSettled(tl::unexpected<Error>(answer.error()));
                    return;
                }
                const auto told = parseTimeAnswer(viewOf(answer->body));
                if (!told) {
                    tokenSettled(failure("rest.schema"));
                    return;
                }
                learnTime(told->time, *answer);
                fetchToken(true);
            });
        return;
    }
    WorkstationTokenRequest proof;
    proof.workstation = m_credential->workstation;
    proof.time = now();
    proof.signature
        = sign("token\n" + proof.workstation.value() + "\n" + std::to_string(proof.time), m_credential->key);
    CentreRequest request {.method = "POST",
        .path = QStringLiteral("/v1/workstations/token"),
        .body = bytesOf(encode(proof)),
        .contentType = "application/json",
        .limit = m_limits.shortCall,
        .answerBytes = 65536,
        .repeats = 1};
    send(request, nullptr, [this, identity = m_identity](const Result<CentreAnswer>& answer) {
        if (identity != m_identity) {
            // Enrolled anew, or another centre meanwhile. What waits is asked for in the new name.
            fetchToken(m_timeKnown);
            return;
        }
        if (!answer) {
            // Its clock may have been set since: ask again before the next proof.
            m_timeKnown = false;
            tokenSettled(tl::unexpected<Error>(answer.error()));
            return;
        }
        const auto token = parseTokenAnswer(viewOf(answer->body));
        if (!token || token->token.empty()) {
            tokenSettled(failure("rest.schema"));
            return;
        }
        m_token = token->token;
        m_tokenExpires = token->expires;
        learnTime(token->time, *answer);
        tokenSettled({});
    });
}

void CentreClient::tokenSettled(const Result<void>& outcome) {
    const auto waiting = std::exchange(m_awaitingToken, {});
    for (const auto& ready : waiting)
        ready(outcome);
}

// --- typed answers

template <typename T> static constexpr bool tellsTime = requires(const T& value) { value.time; };

template <typename T, typename Parse>
QFuture<Result<T>> CentreClient::call(CentreRequest request, Authority authority, Parse parse, AbortSwitch* abort) {
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    perform(std::move(request), authority, abort, [this, promise, parse](const Result<CentreAnswer>& answer) {
        const auto finish = [&promise](Result<T> result) {
            promise->addResult(std::move(result));
            promise->finish();
        };
        if (!answer) {
            finish(tl::unexpected<Error>(answer.error()));
            return;
        }
        if constexpr (std::is_void_v<T>) {
            finish({});
        } else {
            Result<T> value = parse(viewOf(answer->body));
            if (!value) {
                finish(failure(
                    "rest.schema", {{"status", std::to_string(answer->status)}}, value.error().arguments["reason"]));
                return;
            }
            if constexpr (tellsTime<T>)
                learnTime(value->time, *answer);
            finish(std::move(value));
        }
    });
    return future;
}

template <typename Parse>
QFuture<Result<FeedPage>> CentreClient::page(CentreRequest request, Parse parse, AbortSwitch* abort) {
    auto promise = std::make_shared<QPromise<Result<FeedPage>>>();
    promise->start();
    auto future = promise->future();
    perform(
        std::move(request), Authority::Workstation, abort, [this, promise, parse](const Result<CentreAnswer>& answer) {
            if (!answer) {
                promise->addResult(tl::unexpected<Error>(answer.error()));
                promise->finish();
                return;
            }
            // A page may hold thousands of acts: no screen waits for its reading.
            m_readers
                .run([parse, answer = *answer] {
                    auto value = std::make_shared<Result<FeedPage>>(parse(viewOf(answer.body)));
                    if (!*value)
                        *value = failure("rest.schema", {{"status", std::to_string(answer.status)}},
                            value->error().arguments["reason"]);
                    return value; // pointed to, for what a future hands on is copied
                })
                .then(this, [promise](const std::shared_ptr<Result<FeedPage>>& value) {
                    promise->addResult(std::move(*value));
                    promise->finish();
                });
        });
    return future;
}

static CentreRequest posted(const QString& path, const std::string& body, std::chrono::milliseconds limit) {
    CentreRequest request;
    request.method = "POST";
    request.path = path;
    request.body = bytesOf(body);
    request.contentType = "application/json";
    request.limit = limit;
    return request;
}

QFuture<Result<EnrolAnswer>> CentreClient::enrol(const EnrolRequest& request) {
    return call<EnrolAnswer>(posted(QStringLiteral("/v1/workstations"), encode(request), m_limits.shortCall),
        Authority::None, parseEnrolAnswer);
}

QFuture<Result<SignInAnswer>> CentreClient::signIn(const SignInRequest& request) {
    return call<SignInAnswer>(posted(QStringLiteral("/v1/sessions"), encode(request), m_limits.shortCall),
        Authority::Workstation, parseSignInAnswer);
}

QFuture<Result<SignInAnswer>> CentreClient::refresh(const RefreshRequest& request) {
    return call<SignInAnswer>(posted(QStringLiteral("/v1/sessions/refresh"), encode(request), m_limits.shortCall),
        Authority::Workstation, parseSignInAnswer);
}

QFuture<Result<void>> CentreClient::signOut(const QString& access) {
    CentreRequest request;
    request.method = "DELETE";
    request.path = QStringLiteral("/v1/sessions");
    request.headers.emplaceBack("X-Session", access.toUtf8());
    request.limit = m_limits.shortCall;
    return call<void>(request, Authority::Workstation, nullptr);
}

QFuture<Result<void>> CentreClient::registerKey(const QString& access, const KeyRequest& key) {
    CentreRequest request = posted(QStringLiteral("/v1/keys"), encode(key), m_limits.shortCall);
    request.headers.emplaceBack("X-Session", access.toUtf8());
    request.repeats = 1; // the same key twice is one key
    return call<void>(request, Authority::Workstation, nullptr);
}

QFuture<Result<ApplicantAnswer>> CentreClient::applicant(
    const QString& access, const ApplicantRequest& asked, AbortSwitch* abort) {
    CentreRequest request = posted(QStringLiteral("/v1/applicants"), encode(asked), m_limits.glance);
    request.headers.emplaceBack("X-Session", access.toUtf8());
    return call<ApplicantAnswer>(request, Authority::Workstation, parseApplicantAnswer, abort);
}

QFuture<Result<ChainAnswer>> CentreClient::chain(AbortSwitch* abort) {
    CentreRequest request;
    request.path = QStringLiteral("/v1/chain");
    request.limit = m_limits.shortCall;
    request.repeats = 1;
    return call<ChainAnswer>(request, Authority::Workstation, parseChainAnswer, abort);
}

QFuture<Result<Block>> CentreClient::lease(const LeaseRequest& request) {
    return call<Block>(
        posted(QStringLiteral("/v1/leases"), encode(request), m_limits.shortCall), Authority::Workstation, parseBlock);
}

QFuture<Result<PushAnswer>> CentreClient::push(const QByteArray& acts, AbortSwitch* abort) {
    CentreRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/v1/acts");
    request.contentType = "application/x-ndjson";
    request.limit = m_limits.push;
    request.repeats = 1; // pushing an act twice records it once
    request.body = acts;
    if (acts.size() >= worthCompressing) {
        QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(acts.size()))), '\0');
        const std::size_t size = ZSTD_compress(packed.data(), static_cast<std::size_t>(packed.size()), acts.constData(),
            static_cast<std::size_t>(acts.size()), 3);
        if (!ZSTD_isError(size)) {
            packed.truncate(static_cast<qsizetype>(size));
            request.body = packed;
            request.headers.emplaceBack("Content-Encoding", "zstd");
        }
    }
    return call<PushAnswer>(request, Authority::Workstation, parsePushAnswer, abort);
}

QFuture<Result<FeedPage>> CentreClient::feed(const QString& cursor, std::chrono::seconds wait, AbortSwitch* abort) {
    CentreRequest request;
    request.path = QStringLiteral("/v1/feed");
    request.query.emplaceBack(QStringLiteral("cursor"), cursor);
    request.limit = m_limits.page;
    if (wait.count() > 0) {
        request.headers.emplaceBack("Prefer", "wait=" + QByteArray::number(static_cast<qlonglong>(wait.count())));
        request.limit = wait + m_limits.beyondWait;
    }
    return page(request, parseFeedPage, abort);
}

QFuture<Result<FeedPage>> CentreClient::snapshot(const QString& cursor, AbortSwitch* abort) {
    CentreRequest request;
    request.path = QStringLiteral("/v1/snapshot");
    request.query.emplaceBack(QStringLiteral("cursor"), cursor);
    request.limit = m_limits.page;
    request.repeats = 1;
    return page(request, parseFeedPage, abort);
}

QFuture<Result<std::int64_t>> CentreClient::time() {
    CentreRequest request;
    request.path = QStringLiteral("/v1/time");
    request.limit = m_limits.shortCall;
    request.repeats = 1;
    auto promise = std::make_shared<QPromise<Result<std::int64_t>>>();
    promise->start();
    perform(request, Authority::None, nullptr, [this, promise](const Result<CentreAnswer>& answer) {
        Result<std::int64_t> outcome = failure("rest.schema");
        if (!answer) {
            outcome = tl::unexpected<Error>(answer.error());
        } else if (const auto told = parseTimeAnswer(viewOf(answer->body))) {
            learnTime(told->time, *answer);
            outcome = told->time;
        }
        promise->addResult(std::move(outcome));
        promise->finish();
    });
    return promise->future();
}

} // namespace yichuang
