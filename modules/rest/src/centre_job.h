// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>
#include <yichuang/rest/abort_switch.h>

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPair>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

class QNetworkAccessManager;
class QNetworkReply;

namespace yichuang {

/// Address and trust of the centre, as every request needs them.
struct CentreTrust {
    QUrl base; ///< without a trailing slash
    QSslConfiguration tls;
};

struct CentreRequest {
    QByteArray method = "GET";
    QString path; ///< "/v1/chain"
    QList<QPair<QString, QString>> query {};
    QList<QPair<QByteArray, QByteArray>> headers {};
    QByteArray body {};
    QByteArray contentType {}; ///< of the body
    std::chrono::milliseconds limit {15'000};
    qint64 answerBytes = 0; ///< at most
    int repeats = 0; ///< after a connection that broke without an answer; only where twice is once
};

struct CentreAnswer {
    int status = 0;
    QByteArray body;
    std::chrono::milliseconds took {0};
};

/// One request: its time limit, its repeats, its abortion, its id, its line in the log. Deletes itself after `done`.
/// The log names method, path, status, duration and id; never a query, a header, a body or a token.
class CentreJob : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(Result<CentreAnswer>)>;
    CentreJob(QNetworkAccessManager& network, std::shared_ptr<const CentreTrust> trust, CentreRequest request,
        QObject* parent);
    ~CentreJob() override;

    void start(AbortSwitch* abort, Done done);

private:
    void send();
    void finished();
    void end(Result<CentreAnswer> outcome);
    void stop(const char* code);
    [[nodiscard]] Result<CentreAnswer> judge(int status);

    QNetworkAccessManager& m_network;
    std::shared_ptr<const CentreTrust> m_trust;
    CentreRequest m_request;
    QByteArray m_id;
    Done m_done;
    QNetworkReply* m_reply = nullptr;
    QTimer m_limit;
    QElapsedTimer m_elapsed;
    int m_repeated = 0;
    std::string m_stopped; ///< why it was ended from here; empty = it was not
};

} // namespace yichuang
