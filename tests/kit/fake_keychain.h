// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/secrets/keychain.h>

#include <QMap>
#include <QPromise>

#include <memory>

namespace yichuang::test {

/// What the fake keychains of one "desktop" hold; outlives the programs that use it.
struct KeychainContents {
    QMap<QString, QByteArray> secrets;
    KeychainState state = KeychainState::Answers;
};

/// A keychain in memory. It answers at once, through futures as the real one does.
class FakeKeychain final : public Keychain {
public:
    explicit FakeKeychain(std::shared_ptr<KeychainContents> contents = std::make_shared<KeychainContents>())
        : m_contents(std::move(contents)) { }

    [[nodiscard]] QFuture<Result<KeychainState>> probe() override {
        return answer(Result<KeychainState> {m_contents->state});
    }
    [[nodiscard]] QFuture<Result<QByteArray>> read(const QString& name) override {
        if (const auto fault = whyNot(); !fault)
            return answer(Result<QByteArray> {tl::unexpected<Error> {fault.error()}});
        const auto found = m_contents->secrets.constFind(name);
        if (found == m_contents->secrets.constEnd())
            return answer(Result<QByteArray> {failure("keychain.not_found")});
        return answer(Result<QByteArray> {*found});
    }
    [[nodiscard]] QFuture<Result<void>> write(const QString& name, const QByteArray& secret) override {
        const auto fault = whyNot();
        if (fault)
            m_contents->secrets.insert(name, secret);
        return answer(Result<void> {fault});
    }
    [[nodiscard]] QFuture<Result<void>> remove(const QString& name) override {
        const auto fault = whyNot();
        if (fault)
            m_contents->secrets.remove(name);
        return answer(Result<void> {fault});
    }

private:
    template <typename T> static QFuture<Result<T>> answer(Result<T> result) {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }
    [[nodiscard]] Result<void> whyNot() const {
        switch (m_contents->state) {
        case KeychainState::Answers:
            return {};
        case KeychainState::Locked:
            return failure("keychain.locked");
        case KeychainState::None:
            return failure("keychain.none");
        }
        return failure("keychain.failed");
    }

    std::shared_ptr<KeychainContents> m_contents;
};

} // namespace yichuang::test
