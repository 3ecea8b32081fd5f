// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <utility>

/// Something else that answers in place of the centre.
namespace yichuang::test {

inline const QByteArray page
    = "<!DOCTYPE html><html><head><title>Welcome</title></head><body>Please accept the terms of this "
      "network.</body></html>";

inline QByteArray answer(const QByteArray& status, const QByteArray& more = {}, const QByteArray& body = page,
    const QByteArray& type = "text/html") {
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n" + more + "Connection: close\r\n\r\n" + body;
}

/// As a centre answers, of whatever release.
inline QByteArray centreSays(const QByteArray& status, const QByteArray& body, const QByteArray& release = "1") {
    return answer(status, "X-Yichuang: " + release + "\r\n", body,
        status.startsWith('2') ? "application/json" : "application/problem+json");
}

inline QByteArray problemOf(const QByteArray& status, const QByteArray& code) {
    return centreSays(status,
        R"({"type":"about:blank","title":")" + code + R"(","status":)" + status.left(3) + R"(,"code":")" + code
            + "\"}");
}

/// Answers every request in the same way, whatever its path; keeps all that was sent to it.
class LoginPage : public QObject {
public:
    LoginPage(unsigned short port, QByteArray says)
        : m_says(std::move(says)) {
        QObject::connect(&m_server, &QTcpServer::newConnection, this, [this] { takeAll(); });
        m_open = m_server.listen(QHostAddress::LocalHost, port);
    }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const QByteArray& heard() const { return m_heard; }
    [[nodiscard]] int answered() const { return m_answered; }

private:
    void takeAll() {
        while (QTcpSocket* caller = m_server.nextPendingConnection()) {
            QObject::connect(caller, &QTcpSocket::readyRead, this, [this, caller] {
                const QByteArray read = caller->readAll();
                m_heard += read;
                if (!read.contains("HTTP/1.1"))
                    return; // a body that came after its head
                caller->write(m_says);
                ++m_answered;
                caller->disconnectFromHost();
            });
            QObject::connect(caller, &QTcpSocket::disconnected, caller, &QObject::deleteLater);
        }
    }
    QTcpServer m_server;
    QByteArray m_says;
    QByteArray m_heard;
    int m_answered = 0;
    bool m_open = false;
};

} // namespace yichuang::test
