// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "waiting.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/rest/centre_client.h>
#include <yichuang/storage/workstation_store.h>

#include <QDir>
#include <QNetworkAccessManager>
#include <QTimer>

#include <algorithm>

namespace yichuang::bench {

namespace {

constexpr std::chrono::minutes patience {2};
constexpr int mostNumbersAtOnce = 2'000; ///< as the centre has it

template <typename T> T need(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().code + " " + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

void waitUntil(const std::function<bool()>& condition, const std::string& what) {
    QEventLoop loop;
    bool late = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &loop, [&] { late = true; });
    limit.start(patience);
    while (!condition()) {
        if (late)
            throw std::runtime_error("waited in vain: " + what);
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
}

Desk::Desk(const QString& profile, const Clock& clock, const Secrets& secrets, const QString& centreUrl) {
    WorkplaceSettings settings;
    settings.profile = profile;
    settings.centreUrl = centreUrl;
    settings.quickPasswords = true;
    m_workplace = std::make_unique<Workplace>(settings, clock, std::make_unique<test::FakeKeychain>(secrets));
}

Desk::~Desk() = default;

void Desk::start() {
    await(m_workplace->session().start());
}

void Desk::enrol(const std::string& url, const std::string& code) {
    start();
    await(m_workplace->session().enrol(toQString(std::string_view {url}), toQString(std::string_view {code})));
}

void Desk::signIn(const QString& person) {
    await(m_workplace->session().signIn(person, QStringLiteral("yichuang-1")));
}

void Desk::settle() {
    // What an answer sets off is given to the storage thread behind it: two rounds see its end.
    for (int round = 0; round < 2; ++round) {
        QEventLoop loop;
        bool done = false;
        m_workplace->casework().findByNumber(QString {}).then(&loop, [&](const Result<StreamId>&) {
            done = true;
            loop.quit();
        });
        if (!done)
            loop.exec();
    }
}

QByteArray dataKeyOf(const QString& profile, const Secrets& secrets) {
    return secrets->secrets.value(QStringLiteral("data-key:") + profile);
}

void leaseNumbers(
    const QString& profile, const Secrets& secrets, const Clock& clock, const std::string& url, int count) {
    auto store = need(WorkstationStore::open(profile, clock));
    need(store->keys().unlock(Secret {dataKeyOf(profile, secrets).toStdString()}));
    const auto enrolment = need(store->settings().enrolment());
    QNetworkAccessManager network;
    CentreClient client(network, clock);
    need(client.setCentre(CentreAddress {QUrl(toQString(std::string_view {url})), false, {}}));
    client.setCredential(enrolment->workstation, need(store->settings().credential()));
    const int year = static_cast<int>(shanghaiDate(clock.now()).year());
    for (int leased = 0; leased < count; leased += mostNumbersAtOnce)
        need(store->leases().add(await(client.lease({year, std::min(mostNumbersAtOnce, count - leased)}))));
}

void copyProfile(const QString& from, const QString& to, const Secrets& secrets) {
    QDir().mkpath(to);
    const QFileInfoList files = QDir(from).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo& file : files) {
        const QString target = QDir(to).filePath(file.fileName());
        QFile::remove(target);
        if (!QFile::copy(file.filePath(), target))
            throw std::runtime_error("can't copy a profile");
    }
    secrets->secrets.insert(QStringLiteral("data-key:") + to, dataKeyOf(from, secrets));
}

} // namespace yichuang::bench
