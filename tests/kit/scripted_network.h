// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <cstring>
#include <functional>
#include <optional>

namespace yichuang::test {

/// What the network says to one request.
struct ScriptedAnswer {
    int status = 200; ///< 0 = the connection breaks without an answer
    QByteArray body {};
    QByteArray contentType = "application/json";
    bool ours = true; ///< with the header that the centre's answers have
    bool never = false; ///< hangs until it is aborted
    QNetworkReply::NetworkError fault = QNetworkReply::RemoteHostClosedError; ///< where status is 0
    std::optional<QByteArray> location {};
    int afterMilliseconds = 0;
};

struct ScriptedRequest {
    QByteArray method;
    QString path;
    QNetworkRequest request;
    QByteArray body;
};

class ScriptedReply final : public QNetworkReply {
public:
    ScriptedReply(const QNetworkRequest& request, ScriptedAnswer answer, QObject* parent)
        : QNetworkReply(parent)
        , m_answer(std::move(answer)) {
        setRequest(request);
        setUrl(request.url());
        setOpenMode(QIODevice::ReadOnly | QIODevice::Unbuffered);
        if (!m_answer.never)
            QTimer::singleShot(m_answer.afterMilliseconds, this, [this] { deliver(); });
    }

    /// For a request that hangs: now it is answered after all.
    void answerNow(ScriptedAnswer answer) {
        m_answer = std::move(answer);
        deliver();
    }

    void abort() override {
        if (isFinished())
            return;
        setError(OperationCanceledError, QStringLiteral("aborted"));
        setFinished(true);
        Q_EMIT finished();
    }
    [[nodiscard]] qint64 bytesAvailable() const override {
        return QNetworkReply::bytesAvailable() + m_answer.body.size() - m_read;
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 size) override {
        const qint64 taken = std::min<qint64>(size, m_answer.body.size() - m_read);
        std::memcpy(data, m_answer.body.constData() + m_read, static_cast<std::size_t>(taken));
        m_read += taken;
        return taken;
    }

private:
    void deliver() {
        if (isFinished())
            return;
        if (m_answer.status == 0) {
            setError(m_answer.fault, QStringLiteral("broken"));
        } else {
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
            if (!m_answer.contentType.isEmpty())
                setHeader(QNetworkRequest::ContentTypeHeader, m_answer.contentType);
            if (m_answer.ours)
                setRawHeader("X-Yichuang", "1");
            if (m_answer.location)
                setRawHeader("Location", *m_answer.location);
            if (m_answer.status >= 500)
                setError(InternalServerError, QStringLiteral("server"));
            else if (m_answer.status >= 400)
                setError(UnknownContentError, QStringLiteral("refused"));
        }
        setFinished(true);
        Q_EMIT readyRead();
        Q_EMIT finished();
    }

    ScriptedAnswer m_answer;
    qint64 m_read = 0;
};

/// A network that answers as a test says and remembers what it was asked.
class ScriptedNetwork final : public QNetworkAccessManager {
public:
    using Script = std::function<ScriptedAnswer(const ScriptedRequest&)>;
    explicit ScriptedNetwork(Script script = {})
        : m_script(std::move(script)) { }

    void answerBy(Script script) { m_script = std::move(script); }
    QList<ScriptedRequest> requests;
    QList<QPointer<ScriptedReply>> replies;

    [[nodiscard]] int count(const QString& path) const {
        return static_cast<int>(std::count_if(
            requests.begin(), requests.end(), [&](const ScriptedRequest& request) { return request.path == path; }));
    }

protected:
    QNetworkReply* createRequest(Operation, const QNetworkRequest& request, QIODevice* body) override {
        ScriptedRequest asked {request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray(),
            request.url().path(), request, body ? body->readAll() : QByteArray()};
        requests.append(asked);
        auto* reply = new ScriptedReply(request, m_script ? m_script(asked) : ScriptedAnswer {.status = 0}, this);
        replies.append(reply);
        return reply;
    }

private:
    Script m_script;
};

} // namespace yichuang::test
