// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_keychain.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QtTest>

#include <cstdio>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr int patience = 20'000;
const QByteArray secret("\x00\xff测試 data key 密钥\n", 25);

template <typename T> Result<T> awaited(QFuture<Result<T>> future) {
    QElapsedTimer timer;
    timer.start();
    while (!future.isFinished() && timer.elapsed() < patience)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    return future.isFinished() ? future.result() : Result<T> {failure("test.no_answer")};
}

const char* nameOf(KeychainState state) {
    switch (state) {
    case KeychainState::Answers:
        return "answers";
    case KeychainState::Locked:
        return "locked";
    case KeychainState::None:
        return "none";
    }
    return "?";
}

/// `secrets_keychain_test --probe`: what the desktop's keychain says in this session, and whether a secret comes back.
int probe() {
    QElapsedTimer timer;
    timer.start();
    DesktopKeychain keychain(QStringLiteral("yichuang-test"));
    const auto state = awaited(keychain.probe());
    std::printf("state %s\n", state ? nameOf(*state) : state.error().code.c_str());
    std::printf("probed %lld\n", static_cast<long long>(timer.elapsed()));
    if (!state || *state != KeychainState::Answers)
        return 0;
    const QString name = QStringLiteral("data-key");
    const auto missing = awaited(keychain.read(name));
    std::printf("missing %s\n", missing ? "found" : missing.error().code.c_str());
    const auto written = awaited(keychain.write(name, secret));
    std::printf("written %s\n", written ? "yes" : written.error().code.c_str());
    const auto read = awaited(keychain.read(name));
    std::printf("read %s\n", read && *read == secret ? "same" : "other");
    const auto removed = awaited(keychain.remove(name));
    std::printf("removed %s\n", removed ? "yes" : removed.error().code.c_str());
    const auto gone = awaited(keychain.read(name));
    std::printf("gone %s\n", gone ? "found" : gone.error().code.c_str());
    return 0;
}

} // namespace

class KeychainTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;

    /// Runs a program in a home of its own, without the session bus of whoever runs the tests.
    QByteArray run(const QString& program, const QStringList& arguments) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(QStringLiteral("HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.filePath(QStringLiteral("config")));
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        if (!process.waitForFinished(60'000))
            return "the program did not end";
        return process.readAllStandardOutput() + process.readAllStandardError();
    }
    static qint64 probedIn(const QByteArray& said) {
        for (const QByteArray& line : said.split('\n')) {
            if (line.startsWith("probed "))
                return line.mid(7).toLongLong();
        }
        return -1;
    }

private Q_SLOTS:
    void withoutASessionBusThereIsNoKeychainAndTheStartGoesOn() {
        const QByteArray said = run(QCoreApplication::applicationFilePath(), {QStringLiteral("--probe")});
        QVERIFY2(said.contains("state none"), said.constData());
        QVERIFY2(probedIn(said) >= 0 && probedIn(said) < 5'000, said.constData());
    }

    void aRealKeyringGivesBackWhatItWasGiven() {
        if (!QFile::exists(QStringLiteral(YICHUANG_DBUS_RUN_SESSION))
            || !QFile::exists(QStringLiteral(YICHUANG_GNOME_KEYRING)))
            QSKIP("dbus-run-session or gnome-keyring-daemon is not installed");
        const QByteArray said = run(QStringLiteral(YICHUANG_DBUS_RUN_SESSION),
            {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral("printf test | %1 --unlock --components=secrets >/dev/null 2>&1; exec '%2' --probe")
                    .arg(QStringLiteral(YICHUANG_GNOME_KEYRING), QCoreApplication::applicationFilePath())});
        QVERIFY2(said.contains("state answers"), said.constData());
        QVERIFY2(said.contains("missing keychain.not_found"), said.constData());
        QVERIFY2(said.contains("written yes") && said.contains("read same"), said.constData());
        QVERIFY2(said.contains("removed yes") && said.contains("gone keychain.not_found"), said.constData());
        // Nothing of it stands readable in any file of that home: the plain fallback is off.
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains("data key"), qPrintable(file.fileName()));
        }
    }

    void aBusWithoutAKeyringIsToldInTime() {
        if (!QFile::exists(QStringLiteral(YICHUANG_DBUS_RUN_SESSION)))
            QSKIP("dbus-run-session is not installed");
        const QString configuration = m_home.filePath(QStringLiteral("bus.conf"));
        QFile file(configuration);
        QVERIFY(file.open(QIODevice::WriteOnly));
        // No service folders: nobody is started on demand.
        file.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
                   "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>"
                   "</policy></busconfig>");
        file.close();
        const QByteArray said = run(QStringLiteral(YICHUANG_DBUS_RUN_SESSION),
            {QStringLiteral("--config-file=%1").arg(configuration), QStringLiteral("--"),
                QCoreApplication::applicationFilePath(), QStringLiteral("--probe")});
        QVERIFY2(said.contains("state none") || said.contains("state locked"), said.constData());
        QVERIFY2(probedIn(said) >= 0 && probedIn(said) < 5'000, said.constData());
    }

    void theFakeTellsNoneFromLocked() {
        auto contents = std::make_shared<KeychainContents>();
        FakeKeychain keychain(contents);
        QVERIFY(awaited(keychain.write(QStringLiteral("a"), "b")).has_value());
        QCOMPARE(*awaited(keychain.read(QStringLiteral("a"))), QByteArray("b"));
        QVERIFY(awaited(keychain.read(QStringLiteral("c"))).error().is("keychain.not_found"));
        contents->state = KeychainState::Locked;
        QVERIFY(awaited(keychain.read(QStringLiteral("a"))).error().is("keychain.locked"));
        contents->state = KeychainState::None;
        QVERIFY(awaited(keychain.write(QStringLiteral("a"), "c")).error().is("keychain.none"));
        QVERIFY(*awaited(keychain.probe()) == KeychainState::None);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc == 2 && qstrcmp(argv[1], "--probe") == 0)
        return probe();
    KeychainTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "keychain_test.moc"
