// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/messages.h>
#include <yichuang/domain/clock.h>
#include <yichuang/qtbridge/background.h>
#include <yichuang/rest/abort_switch.h>
#include <yichuang/vault/crypto.h>

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace yichuang {

struct CentreAnswer;
struct CentreRequest;
struct CentreTrust;

/// Where the centre is and how it is trusted.
struct CentreAddress {
    QUrl url; ///< https://…; http:// only on loopback, unless `allowPlainHttp`
    bool allowPlainHttp = false;
    QString authorityFile; ///< PEM: trusted beside the system's store; may be empty
};

/// How long what may take. No request is ever without a limit.
struct CentreLimits {
    std::chrono::milliseconds shortCall {15'000};
    std::chrono::milliseconds glance {3'000}; ///< what somebody waits for whose hands are on the keys
    std::chrono::milliseconds push {60'000};
    std::chrono::milliseconds page {60'000}; ///< a page of a snapshot; of the feed on top of its wait
    std::chrono::milliseconds beyondWait {20'000};
    qint64 answerBytes = 256LL * 1024 * 1024;
};

/// Calls to the centre with typed answers. One thread, the one that made it; nothing waits. The network manager is
/// handed in, so that tests pass a scripted one.
///
/// The workstation's own token is fetched and renewed here; callers never see it.
///
/// Error codes beside those that the centre names in its problem documents (argument `status`):
/// "rest.address", "rest.plain_http", "rest.not_enrolled" (no credential yet), "rest.unreachable", "rest.timeout",
/// "rest.aborted", "rest.tls", "rest.not_our_service" (a login page, another program: no X-Yichuang header, or
/// another content type), "rest.schema" (a centre of another release: another X-Yichuang, a path that it does not know,
/// a body that does not read, a database that it does not know), "rest.temporary" (429 or 5xx; arguments `status`,
/// `code`, `retry_after`).
class CentreClient : public QObject {
    Q_OBJECT
public:
    /// `network` and `clock` outlive the client.
    CentreClient(
        QNetworkAccessManager& network, const Clock& clock, CentreLimits limits = {}, QObject* parent = nullptr);
    ~CentreClient() override;

    /// Errors "rest.address", "rest.plain_http", "rest.authority" (the file holds no certificate). A token that was
    /// held is dropped.
    [[nodiscard]] Result<void> setCentre(const CentreAddress& address);
    [[nodiscard]] bool hasCentre() const;
    /// Who this workstation is; needed by every call but `time` and `enrol`. The key is copied.
    void setCredential(const WorkstationId& workstation, const Secret& secretKey);
    [[nodiscard]] bool hasCredential() const { return m_credential.has_value(); }
    /// What every further request with the workstation's token says (X-Yichuang-Written): `number` is that of the last
    /// act written, sent or not, as it was at `at` (ms, corrected clock). Stays true however late a request arrives.
    void tellWritten(std::int64_t number, std::int64_t at);

    [[nodiscard]] QFuture<Result<EnrolAnswer>> enrol(const EnrolRequest& request);
    [[nodiscard]] QFuture<Result<SignInAnswer>> signIn(const SignInRequest& request);
    /// Once for each refresh token: a second use ends the session. Never repeated by itself.
    [[nodiscard]] QFuture<Result<SignInAnswer>> refresh(const RefreshRequest& request);
    [[nodiscard]] QFuture<Result<void>> signOut(const QString& access);
    [[nodiscard]] QFuture<Result<void>> registerKey(const QString& access, const KeyRequest& request);

    /// Who it is that a full number names. Written down at the centre, so never repeated by itself. Errors
    /// "applicant.unknown", "applicant.number", "applicant.purpose", "auth.role", "session.ended".
    [[nodiscard]] QFuture<Result<ApplicantAnswer>> applicant(
        const QString& access, const ApplicantRequest& request, AbortSwitch* abort = nullptr);

    [[nodiscard]] QFuture<Result<ChainAnswer>> chain(AbortSwitch* abort = nullptr);
    [[nodiscard]] QFuture<Result<Block>> lease(const LeaseRequest& request);
    /// Acts as NDJSON, byte for byte; sent as zstd where that pays.
    [[nodiscard]] QFuture<Result<PushAnswer>> push(const QByteArray& acts, AbortSwitch* abort = nullptr);
    /// `wait` 0: what is there now. Read and checked for form on a pool thread. Error "unknown_head" (409).
    [[nodiscard]] QFuture<Result<FeedPage>> feed(
        const QString& cursor, std::chrono::seconds wait, AbortSwitch* abort = nullptr);
    [[nodiscard]] QFuture<Result<FeedPage>> snapshot(const QString& cursor, AbortSwitch* abort = nullptr);
    /// The centre's clock, ms.
    [[nodiscard]] QFuture<Result<std::int64_t>> time();

    /// Milliseconds to add to the device's clock, as measured last; 0 before.
    [[nodiscard]] std::int64_t offset() const { return m_offset; }
    /// What was measured in an earlier run.
    void setOffset(std::int64_t milliseconds) { m_offset = milliseconds; }

Q_SIGNALS:
    /// The centre told its time (ms): `offset` is what to add to the device's clock. Emitted with every answer that
    /// tells it.
    void timeTold(qint64 offset, qint64 centreTime);

private:
    enum class Authority { None, Workstation };
    using Done = std::function<void(Result<CentreAnswer>)>;
    struct Credential {
        WorkstationId workstation;
        Secret key;
    };

    void perform(CentreRequest request, Authority authority, AbortSwitch* abort, Done done);
    void send(const CentreRequest& request, AbortSwitch* abort, Done done);
    void withToken(std::function<void(Result<void>)> ready);
    void fetchToken(bool timeKnown);
    void tokenSettled(const Result<void>& outcome);
    void learnTime(std::int64_t centreTime, const CentreAnswer& answer);
    [[nodiscard]] std::int64_t now() const;
    template <typename T, typename Parse>
    [[nodiscard]] QFuture<Result<T>> call(
        CentreRequest request, Authority authority, Parse parse, AbortSwitch* abort = nullptr);
    template <typename Parse>
    [[nodiscard]] QFuture<Result<FeedPage>> page(CentreRequest request, Parse parse, AbortSwitch* abort);

    QNetworkAccessManager& m_network;
    const Clock& m_clock;
    CentreLimits m_limits;
    std::shared_ptr<const CentreTrust> m_trust;
    std::optional<Credential> m_credential;
    std::string m_token;
    std::int64_t m_tokenExpires = 0; ///< ms by the centre's clock
    std::vector<std::function<void(Result<void>)>> m_awaitingToken;
    quint64 m_identity = 0; ///< counts changes of centre and credential: a token asked for before is nobody's
    QByteArray m_written; ///< as the header says it; empty = not told yet
    std::int64_t m_offset = 0;
    bool m_timeKnown = false;
    Background m_readers {2}; ///< of pages; waited for before anything else goes
};

} // namespace yichuang
