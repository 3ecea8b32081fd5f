// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/secrets/keychain.h>

#include <QFile>
#include <QPromise>
#include <QRandomGenerator>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <functional>
#include <optional>

namespace yichuang {

namespace {

bool sessionBusExists() {
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + QStringLiteral("/bus"));
}

Error errorOf(const QKeychain::Job& job) {
    const std::string detail = job.errorString().toStdString();
    switch (job.error()) {
    case QKeychain::NoError:
        break;
    case QKeychain::EntryNotFound:
        return {"keychain.not_found", {}, detail};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {"keychain.locked", {}, detail};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {"keychain.none", {}, detail};
    case QKeychain::CouldNotDeleteEntry:
        return {"keychain.failed", {}, detail};
    case QKeychain::OtherError:
        // The secret service has no code of its own for this in QtKeychain; without a session bus it is this, too.
        if (job.errorString().contains(QStringLiteral("lock"), Qt::CaseInsensitive)
            || job.errorString().contains(QStringLiteral("dismissed"), Qt::CaseInsensitive))
            return {"keychain.locked", {}, detail};
        return {"keychain.none", {}, detail};
    }
    return {"keychain.failed", {}, detail};
}

/// Starts `job` and answers once: by its end or by the end of patience, whatever comes first. QtKeychain deletes the
/// job after its end; a late end finds nobody waiting.
template <typename T>
QFuture<Result<T>> answerOf(QKeychain::Job* job, std::chrono::milliseconds patience, std::function<Result<T>()> value) {
    auto promise = std::make_shared<std::optional<QPromise<Result<T>>>>();
    promise->emplace();
    (*promise)->start();
    QFuture<Result<T>> future = (*promise)->future();
    const auto answer = [promise](Result<T> result) {
        if (!promise->has_value())
            return;
        (*promise)->addResult(std::move(result));
        (*promise)->finish();
        promise->reset();
    };
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, job, [answer, value](QKeychain::Job* done) {
        if (done->error() == QKeychain::NoError)
            answer(value());
        else
            answer(tl::unexpected<Error> {errorOf(*done)});
    });
    QTimer::singleShot(patience, job, [answer] {
        // Somebody holds the bus but does not answer: a prompt stands open, or is waited for in vain.
        answer(failure(sessionBusExists() ? "keychain.locked" : "keychain.none", {}, "no answer in time"));
    });
    job->start();
    return future;
}

} // namespace

DesktopKeychain::DesktopKeychain(QString service, std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_patience(patience) { }

DesktopKeychain::~DesktopKeychain() = default;

QFuture<Result<KeychainState>> DesktopKeychain::probe() {
    const QString name = QStringLiteral("probe");
    const QByteArray written = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    auto promise = std::make_shared<QPromise<Result<KeychainState>>>();
    promise->start();
    QFuture<Result<KeychainState>> future = promise->future();
    const auto stateOf
        = [](const Error& error) { return error.is("keychain.locked") ? KeychainState::Locked : KeychainState::None; };
    const auto answer = [promise](KeychainState state) {
        promise->addResult(Result<KeychainState> {state});
        promise->finish();
    };
    // Half the patience each, so that the whole probe ends within it.
    auto* writing = new QKeychain::WritePasswordJob(m_service);
    writing->setKey(name);
    writing->setBinaryData(written);
    answerOf<void>(writing, m_patience / 2, [] {
        return Result<void> {};
    }).then(this, [this, name, written, stateOf, answer](const Result<void>& stored) {
        if (!stored) {
            answer(stateOf(stored.error()));
            return;
        }
        auto* reading = new QKeychain::ReadPasswordJob(m_service);
        reading->setKey(name);
        answerOf<QByteArray>(reading, m_patience / 2, [reading] {
            return Result<QByteArray> {reading->binaryData()};
        }).then(this, [written, stateOf, answer](const Result<QByteArray>& found) {
            if (!found)
                answer(stateOf(found.error()));
            else
                answer(*found == written ? KeychainState::Answers : KeychainState::None);
        });
    });
    return future;
}

QFuture<Result<QByteArray>> DesktopKeychain::read(const QString& name) {
    auto* job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(name);
    return answerOf<QByteArray>(job, m_patience, [job] { return Result<QByteArray> {job->binaryData()}; });
}

QFuture<Result<void>> DesktopKeychain::write(const QString& name, const QByteArray& secret) {
    auto* job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(name);
    job->setBinaryData(secret);
    return answerOf<void>(job, m_patience, [] { return Result<void> {}; });
}

QFuture<Result<void>> DesktopKeychain::remove(const QString& name) {
    auto* job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(name);
    return answerOf<void>(job, m_patience, [] { return Result<void> {}; });
}

} // namespace yichuang
