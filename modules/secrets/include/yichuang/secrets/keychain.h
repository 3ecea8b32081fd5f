// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

namespace yichuang {

/// What the probe of a keychain found.
enum class KeychainState {
    Answers, ///< a value could be written and read back
    Locked, ///< there is one, but it is locked or the user refused it
    None ///< no service, no session bus, or no answer in time
};

/// Where the operating system keeps secrets: a port. GUI thread; answers by futures and never blocks. Errors:
/// "keychain.none", "keychain.locked", "keychain.not_found" (read), "keychain.failed".
class Keychain {
public:
    virtual ~Keychain() = default;

    /// Writes and reads a value once: without a session bus but with a display a read alone answers "not found".
    [[nodiscard]] virtual QFuture<Result<KeychainState>> probe() = 0;
    [[nodiscard]] virtual QFuture<Result<QByteArray>> read(const QString& name) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> write(const QString& name, const QByteArray& secret) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> remove(const QString& name) = 0;
};

/// The desktop's keychain through QtKeychain. Its insecure plain-text fallback is off and stays off. Each call ends
/// within `patience`, else "keychain.none" (no answer) or "keychain.locked" (a prompt stands open).
class DesktopKeychain final : public QObject, public Keychain {
    Q_OBJECT
public:
    explicit DesktopKeychain(QString service = QStringLiteral("yichuang"),
        std::chrono::milliseconds patience = std::chrono::seconds {4}, QObject* parent = nullptr);
    ~DesktopKeychain() override;

    [[nodiscard]] QFuture<Result<KeychainState>> probe() override;
    [[nodiscard]] QFuture<Result<QByteArray>> read(const QString& name) override;
    [[nodiscard]] QFuture<Result<void>> write(const QString& name, const QByteArray& secret) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QString& name) override;

private:
    QString m_service;
    std::chrono::milliseconds m_patience;
};

} // namespace yichuang
