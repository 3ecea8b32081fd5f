// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_job.h"

#include <yichuang/contract/messages.h>
#include <yichuang/qtbridge/values.h>

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QUrlQuery>
#include <QUuid>

namespace yichuang {

Q_LOGGING_CATEGORY(restLog, "yichuang.rest", QtInfoMsg)

CentreJob::CentreJob(
    QNetworkAccessManager& network, std::shared_ptr<const CentreTrust> trust, CentreRequest request, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_trust(std::move(trust))
    , m_request(std::move(request))
    , m_id(QUuid::createUuid().toByteArray(QUuid::WithoutBraces)) {
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { stop("rest.timeout"); });
}

CentreJob::~CentreJob() {
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void CentreJob::start(AbortSwitch* abort, Done done) {
    m_done = std::move(done);
    if (abort)
        connect(abort, &AbortSwitch::pulled, this, [this] { stop("rest.aborted"); });
    m_limit.start(m_request.limit);
    m_elapsed.start();
    send();
}

void CentreJob::send() {
    QUrl url = m_trust->base;
    url.setPath(url.path() + m_request.path);
    if (!m_request.query.isEmpty()) {
        QString query;
        for (const auto& [name, value] : m_request.query) {
            if (!query.isEmpty())
                query += QLatin1Char('&');
            query += name + QLatin1Char('=') + QString::fromLatin1(QUrl::toPercentEncoding(value));
        }
        url.setQuery(query, QUrl::StrictMode);
    }
    QNetworkRequest request(url);
    // A login page answers with a redirection: that is an answer of somebody else, not a road to follow.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setDecompressedSafetyCheckThreshold(m_request.answerBytes);
    request.setSslConfiguration(m_trust->tls);
    request.setRawHeader("Accept", "application/json, application/x-ndjson, application/problem+json");
    request.setRawHeader("X-Request-Id", m_id);
    for (const auto& [name, value] : m_request.headers)
        request.setRawHeader(name, value);
    if (!m_request.contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, m_request.contentType);

    m_reply = m_network.sendCustomRequest(request, m_request.method, m_request.body);
    connect(m_reply, &QNetworkReply::finished, this, &CentreJob::finished);
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received) {
        if (received > m_request.answerBytes)
            stop("rest.not_our_service");
    });
}

void CentreJob::stop(const char* code) {
    if (!m_stopped.empty() || !m_done)
        return;
    m_stopped = code;
    if (m_reply && m_reply->isRunning())
        m_reply->abort(); // ends in finished()
    else
        end(failure(m_stopped));
}

void CentreJob::finished() {
    QNetworkReply* reply = m_reply;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto fault = reply->error();
    if (!m_stopped.empty()) {
        end(failure(m_stopped));
        return;
    }
    // An answer with a status of 400 and more is a fault to Qt and an answer to us.
    const bool answered = status > 0 && (fault == QNetworkReply::NoError || status >= 400);
    if (!answered && fault != QNetworkReply::SslHandshakeFailedError && m_repeated < m_request.repeats) {
        ++m_repeated;
        m_reply = nullptr;
        reply->disconnect(this);
        reply->deleteLater();
        const int pause = 100 + QRandomGenerator::global()->bounded(400);
        QTimer::singleShot(pause, this, [this] {
            if (m_done && m_stopped.empty())
                send();
        });
        return;
    }
    if (answered)
        end(judge(status));
    else if (fault == QNetworkReply::SslHandshakeFailedError)
        end(failure("rest.tls", {}, toStdString(reply->errorString())));
    else
        end(failure("rest.unreachable", {}, std::to_string(static_cast<int>(fault))));
}

/// What every answer of a centre bears in X-Yichuang (openapi.yaml).
static const QByteArray spokenVersion = QByteArrayLiteral("1");

static bool isOurType(const QByteArray& contentType) {
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/json" || type == "application/x-ndjson" || type == "application/problem+json";
}

Result<CentreAnswer> CentreJob::judge(int status) {
    const bool ours = m_reply->hasRawHeader("X-Yichuang");
    const std::string statusText = std::to_string(status);
    // 511 is a network's own demand to sign in to it (RFC 6585): no centre of ours says so.
    constexpr int networkWantsSignIn = 511;
    const bool passing = status == 429 || (status >= 500 && status != networkWantsSignIn);
    std::map<std::string, std::string> arguments {{"status", statusText}};
    if (m_reply->hasRawHeader("Retry-After"))
        arguments["retry_after"] = m_reply->rawHeader("Retry-After").trimmed().toStdString();
    if (!ours)
        return failure(passing ? "rest.temporary" : "rest.not_our_service", std::move(arguments));
    if (m_reply->rawHeader("X-Yichuang").trimmed() != spokenVersion)
        return failure("rest.schema", std::move(arguments));

    CentreAnswer answer;
    answer.status = status;
    answer.body = m_reply->readAll();
    answer.took = std::chrono::milliseconds(m_elapsed.elapsed());
    if (answer.body.size() > m_request.answerBytes)
        return failure("rest.not_our_service", std::move(arguments));
    const bool typed = isOurType(m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray());
    if (status >= 200 && status < 300) {
        if (status != 204 && !typed)
            return failure("rest.not_our_service", std::move(arguments));
        return answer;
    }
    const auto problem
        = typed ? parseProblem({answer.body.constData(), static_cast<std::size_t>(answer.body.size())}) : failure("");
    // The centre runs, and either its paths or its database are another release's.
    if (problem && (problem->code == "store.schema" || problem->code == "not_found"))
        return failure("rest.schema", std::move(arguments));
    if (passing) {
        if (problem)
            arguments["code"] = problem->code;
        return failure("rest.temporary", std::move(arguments));
    }
    if (!problem || problem->code.empty())
        return failure("rest.not_our_service", std::move(arguments));
    for (const auto& [name, value] : problem->arguments)
        arguments.emplace(name, value);
    return failure(problem->code, std::move(arguments), problem->title);
}

void CentreJob::end(Result<CentreAnswer> outcome) {
    m_limit.stop();
    const int status = m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    qCInfo(restLog).noquote() << m_request.method << m_request.path << status << m_elapsed.elapsed() << "ms" << m_id
                              << (outcome ? QString() : toQString(outcome.error().code));
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    deleteLater();
    const Done done = std::move(m_done);
    m_done = nullptr;
    if (done)
        done(std::move(outcome));
}

} // namespace yichuang
