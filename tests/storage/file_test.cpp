// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall.h"

#include <yichuang/storage/storage_thread.h>

#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>

#ifndef Q_MOC_RUN
#include "database.h"

#include <yichuang/storage/migrations.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <sys/mount.h>
#include <sys/resource.h>
#endif

using namespace yichuang;
using namespace yichuang::test;

namespace {

const Applicant told {"欧阳测试", "430402199001011234", "13987654321"};

/// `file_test --writer PROFILE`: takes intakes in until it is killed, and says so after each.
int writer(const QString& profile) {
    std::setbuf(stdout, nullptr);
    FakeClock clock;
    TestCentre centre;
    Desk desk(profile, clock, centre, "w1");
    if (!startVault() || !desk.open(centre.hallPage(), 1, 9'000'000))
        return 2;
    // So that who opens the file after the kill can.
    if (!desk.store->keys().keepForPerson(PersonId {"li"}, "test", PasswordCost::Test))
        return 3;
    std::printf("ready\n");
    Draft draft {"0190c3aa-0000-7000-8000-000000000001", PersonId {"li"}, ItemId {"item-1"}, 1, told.name, {}};
    for (int i = 0;; ++i) {
        draft.content = told.name + told.idNumber + told.phone + std::to_string(i);
        if (!desk.store->drafts().save(draft))
            return 4;
        const auto written = desk.takeIn(told);
        if (!written)
            return 5;
        std::printf("%s %lld\n", written->act.value().c_str(), static_cast<long long>(written->number));
        if (i % 7 == 6) [[maybe_unused]]
            const auto more = desk.store->idle();
    }
}

/// `file_test --full PROFILE`: writes until the disk is full; then makes room and goes on.
int fullDisk(const QString& profile, const QString& ballast) {
    std::signal(SIGXFSZ, SIG_IGN);
    FakeClock clock;
    TestCentre centre;
    Desk desk(profile, clock, centre, "w1");
    if (!startVault() || !desk.open(centre.hallPage(), 1, 9'000'000))
        return 2;
    rlimit limit {};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit before = limit;
    if (ballast.isEmpty()) {
        limit.rlim_cur = 2'000'000;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    int taken = 0;
    std::string code;
    for (; taken < 20'000; ++taken) {
        const auto written = desk.takeIn(told);
        if (!written) {
            code = written.error().code;
            break;
        }
    }
    std::printf("%s\n", code.c_str());
    if (ballast.isEmpty())
        setrlimit(RLIMIT_FSIZE, &before);
    else
        QFile::remove(ballast);
    const auto again = desk.takeIn(told);
    if (!again || again->number != taken + 1)
        return 6;
    return desk.store->lists().page({})->total == taken + 1 ? 0 : 7;
}

bool holds(const std::string& all, const std::string& text) {
    const QString wide = QString::fromStdString(text);
    return all.find(text) != std::string::npos
        || all.find(
               std::string {reinterpret_cast<const char*>(wide.utf16()), static_cast<std::size_t>(wide.size()) * 2})
        != std::string::npos;
}
bool tells(const std::string& all) {
    return holds(all, told.name) || holds(all, "欧阳") || holds(all, told.idNumber) || holds(all, told.phone)
        || holds(all, "87654321");
}

constexpr std::array first {"CREATE TABLE one (a INTEGER)"};
constexpr std::array second {"ALTER TABLE one ADD COLUMN b INTEGER", "INSERT INTO one VALUES (1, 2)"};
constexpr std::array broken {"INSERT INTO one VALUES (3, 4)", "INSERT INTO nowhere VALUES (1)"};

} // namespace

class FileTest : public QObject {
    Q_OBJECT

    FakeClock m_clock;
    QTemporaryDir m_folder;
    int m_profile = 0;

    QString fresh() { return m_folder.filePath(QStringLiteral("profile-%1").arg(++m_profile)); }
    Result<MigrationReport> bring(const QString& path, std::initializer_list<Migration> list) {
        Database database(path, m_clock);
        if (auto opened = database.open(); !opened)
            return tl::unexpected<Error> {opened.error()};
        const std::vector<Migration> steps(list);
        return migrate(database, steps);
    }
    std::int64_t ask(const QString& path, const char* sql) {
        Database database(path, m_clock);
        if (!database.open())
            return -1;
        const auto answer = database.ask(QString::fromUtf8(sql));
        return answer ? *answer : -1;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(startVault()); }

    void aNewFileHasEveryStepAndASecondOpeningNone() {
        const QString path = fresh();
        auto report = bring(path, {{1, first}, {2, second}});
        MUST(report);
        QCOMPARE(report->from, 0);
        QVERIFY(report->backup.isEmpty());
        QCOMPARE(ask(path, "SELECT b FROM one"), 2);
        report = bring(path, {{1, first}, {2, second}});
        MUST(report);
        QCOMPARE(report->from, 2);
        QCOMPARE(ask(path, "SELECT count(*) FROM one"), 1);
    }

    void anOlderFileIsCopiedAndBroughtUp() {
        const QString path = fresh();
        MUST(bring(path, {{1, first}}));
        const auto report = bring(path, {{1, first}, {2, second}});
        MUST(report);
        QCOMPARE(report->from, 1);
        QVERIFY(QFile::exists(report->backup));
        QCOMPARE(QFile::permissions(report->backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions {});
        QCOMPARE(ask(report->backup, "PRAGMA user_version"), 1);
        QCOMPARE(ask(path, "PRAGMA user_version"), 2);
    }

    void aStepThatFailsIsRolledBackWhole() {
        const QString path = fresh();
        MUST(bring(path, {{1, first}}));
        QVERIFY(!bring(path, {{1, first}, {2, second}, {3, broken}}).has_value());
        QCOMPARE(ask(path, "PRAGMA user_version"), 2);
        QCOMPARE(ask(path, "SELECT count(*) FROM one"), 1);
    }

    void aNewerFileIsRefusedAndLeftAsItIs() {
        const QString path = fresh();
        MUST(bring(path, {{1, first}, {2, second}}));
        MUST_FAIL(bring(path, {{1, first}}), "storage.newer");
        QCOMPARE(ask(path, "PRAGMA user_version"), 2);
    }

    void aListWithAGapIsRefused() { MUST_FAIL(bring(fresh(), {{1, first}, {3, second}}), "storage.damaged"); }

    void aForeignFileIsRefusedAndLeftAsItIs() {
        const QString profile = fresh();
        QVERIFY(QDir().mkpath(profile));
        const QString path = profile + QStringLiteral("/yichuang.sqlite");
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray("<html><body>Sign in to the network</body></html>").repeated(200));
        }
        MUST_FAIL(WorkstationStore::open(profile, m_clock), "storage.not_ours");
        QVERIFY(QFile(path).size() > 9000);
        QVERIFY(QFile::remove(path));
        QVERIFY(ask(path, "PRAGMA user_version = 3") >= -1);
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(path);
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(QStringLiteral("CREATE TABLE browser_history (url TEXT)")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        MUST_FAIL(WorkstationStore::open(profile, m_clock), "storage.not_ours");
    }

    void aFileThatWasCutOffIsToldAndNeverMadeAnew() {
        const QString profile = fresh();
        TestCentre centre;
        const FeedPage hall = centre.hallPage();
        {
            Desk desk(profile, m_clock, centre, "w1");
            MUST(desk.open(hall));
            for (int i = 0; i < 40; ++i)
                MUST(desk.takeIn(told));
        }
        const QString path = profile + QStringLiteral("/yichuang.sqlite");
        QFile::remove(path + QStringLiteral("-wal"));
        QVERIFY(QFile::resize(path, QFile(path).size() / 2));
        Desk desk(profile, m_clock, centre, "w1");
        MUST_FAIL(desk.open(hall), "storage.damaged");
    }

    void folderAndFilesAreTheOwnersAlone() {
        const QString profile = fresh();
        TestCentre centre;
        Desk desk(profile, m_clock, centre, "w1");
        MUST(desk.open(centre.hallPage()));
        MUST(desk.takeIn(told));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(profile) & others, QFile::Permissions {});
        int files = 0;
        QDirIterator entries(profile, QDir::Files);
        while (entries.hasNext()) {
            QCOMPARE(QFile::permissions(entries.next()) & others, QFile::Permissions {});
            ++files;
        }
        QVERIFY(files >= 2);
    }

    void whoeverKillsItLosesNoAcknowledgedActAndReadsNoName() {
        const QString temporary = m_folder.filePath(QStringLiteral("tmp"));
        QVERIFY(QDir().mkpath(temporary));
        for (int round = 0; round < 10; ++round) {
            const QString profile = fresh();
            QProcess child;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("TMPDIR"), temporary);
            environment.insert(QStringLiteral("SQLITE_TMPDIR"), temporary);
            child.setProcessEnvironment(environment);
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--writer"), profile});
            QVERIFY(child.waitForStarted());
            std::vector<QByteArray> said;
            const int enough = 3 + static_cast<int>(QRandomGenerator::global()->bounded(40));
            while (static_cast<int>(said.size()) < enough) {
                QVERIFY2(child.canReadLine() || child.waitForReadyRead(60'000), "the writer stopped");
                while (child.canReadLine())
                    said.push_back(child.readLine().trimmed());
            }
            if (round == 0)
                QVERIFY2(!tells(contentsOf(profile) + contentsOf(temporary)), "a name can be read while it runs");
            ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
            QVERIFY(child.waitForFinished());
            while (child.canReadLine())
                said.push_back(child.readLine().trimmed());
            QVERIFY2(!tells(contentsOf(profile) + contentsOf(temporary) + child.readAllStandardError().toStdString()),
                "a name can be read after the kill");
            QCOMPARE(said.front(), QByteArrayLiteral("ready"));

            auto store = WorkstationStore::open(profile, m_clock);
            MUST(store);
            MUST((*store)->keys().unlockByPassword(PersonId {"li"}, "test"));
            std::int64_t last = 0;
            for (std::size_t i = 1; i < said.size(); ++i) {
                const auto parts = said[i].split(' ');
                MUST((*store)->journal().bytesOf(ActId {parts.at(0).toStdString()}));
                last = parts.at(1).toLongLong();
            }
            const auto chain = (*store)->journal().chain();
            MUST(chain);
            QVERIFY(chain->number == last || chain->number == last + 1);
            const auto damaged = (*store)->outbox().check(*(*store)->registry());
            MUST(damaged);
            QVERIFY(damaged->empty());
            QCOMPARE((*store)->outbox().state()->waiting, static_cast<int>(chain->number));
            QCOMPARE((*store)->lists().page({})->total, static_cast<int>(chain->number));
            QCOMPARE(*(*store)->leases().left(2018), 9'000'000 - static_cast<int>(chain->number));
            QCOMPARE((*store)->drafts().of(PersonId {"li"})->front().title, told.name);
            QCOMPARE((*store)->search().find(told.name, static_cast<int>(chain->number) + 1)->size(),
                static_cast<std::size_t>(chain->number));
        }
    }

    void aFullDiskIsToldAndWhatWasWrittenStaysWhole() {
        const QString folder = m_folder.filePath(QStringLiteral("small"));
        QVERIFY(QDir().mkpath(folder));
        const bool mounted = ::mount("tmpfs", folder.toLocal8Bit().constData(), "tmpfs", 0, "size=3m") == 0;
        QString ballast;
        if (mounted) {
            ballast = folder + QStringLiteral("/ballast");
            QFile file(ballast);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(QByteArray(500'000, 'x')), 500'000);
        }
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--full"), folder + QStringLiteral("/profile"), ballast});
        QVERIFY(child.waitForFinished(120'000));
        const QByteArray code = child.readAllStandardOutput().trimmed();
        if (mounted)
            ::umount(folder.toLocal8Bit().constData());
        QCOMPARE(child.exitCode(), 0);
        // A limit on the size of a file is no full disk to SQLite, which calls it input/output.
        QCOMPARE(code, mounted ? QByteArrayLiteral("storage.disk_full") : QByteArrayLiteral("storage.io"));
    }

    void theStorageThreadAnswersInOrderAndAFailureIsOneCallsOwn() {
        StorageThread thread(fresh(), m_clock);
        QSignalSpy drafts(&thread, &StorageThread::draftsChanged);
        auto opened = thread.opened();
        std::vector<int> order;
        auto one = thread.run([&order](WorkstationStore&) -> Result<int> {
            order.push_back(1);
            return 1;
        });
        auto thrown = thread.run([](WorkstationStore&) -> Result<int> { throw std::runtime_error("fell over"); });
        auto refused = thread.run([](WorkstationStore& store) -> Result<ListPage> { return store.lists().page({}); });
        auto two = thread.run([&order](WorkstationStore&) -> Result<int> {
            order.push_back(2);
            return 2;
        });
        QTRY_VERIFY(two.isFinished());
        MUST(opened.result());
        QVERIFY(opened.result()->created);
        QCOMPARE(*one.result(), 1);
        MUST_FAIL(thrown.result(), "storage.fault");
        MUST_FAIL(refused.result(), "storage.locked");
        QCOMPARE(*two.result(), 2);
        QVERIFY((order == std::vector {1, 2}));
        QVERIFY(!thread.keys());
        const std::string recovery = makeRecoveryKey().publicKey;
        auto made = thread.run([recovery](WorkstationStore& store) -> Result<void> {
            if (auto key = store.keys().make(recovery); !key)
                return key;
            return store.drafts().save(
                {"0190c3aa-0000-7000-8000-000000000001", PersonId {"li"}, ItemId {"i"}, 1, "t", "c"});
        });
        QTRY_VERIFY(made.isFinished());
        MUST(made.result());
        QVERIFY(thread.keys() != nullptr);
        QTRY_COMPARE(drafts.size(), 1);
    }

    void theStorageThreadFinishesWhatItWasGivenBeforeItGoes() {
        const QString profile = fresh();
        std::vector<QFuture<Result<void>>> futures;
        {
            StorageThread thread(profile, m_clock);
            for (int i = 0; i < 50; ++i)
                futures.push_back(thread.run([i](WorkstationStore& store) {
                    return store.settings().setText("n" + std::to_string(i), "done");
                }));
        }
        for (auto& future : futures) {
            QVERIFY(future.isFinished());
            MUST(future.result());
        }
        QCOMPARE(*(*WorkstationStore::open(profile, m_clock))->settings().text("n49"), std::string {"done"});
    }

    void aProfileThatCannotBeOpenedAnswersEachCallAndOpensWhenItCan() {
        const QString blocked = m_folder.filePath(QStringLiteral("blocked"));
        {
            QFile file(blocked);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        StorageThread thread(blocked + QStringLiteral("/profile"), m_clock);
        QSignalSpy faulted(&thread, &StorageThread::faulted);
        auto opened = thread.opened();
        QTRY_VERIFY(opened.isFinished());
        MUST_FAIL(opened.result(), "storage.io");
        QTRY_COMPARE(faulted.size(), 1);
        QVERIFY(QFile::remove(blocked));
        auto again = thread.opened();
        QTRY_VERIFY(again.isFinished());
        MUST(again.result());
    }

    void aFileWhoseKeyNobodyKeptIsPutAsideAndNoOtherIs() {
        const QString profile = m_folder.filePath(QStringLiteral("anew"));
        const std::string recovery = makeRecoveryKey().publicKey;
        const auto outcomeOf = [](auto future) {
            [&] { QTRY_VERIFY(future.isFinished()); }();
            return future.result();
        };
        {
            StorageThread thread(profile, m_clock);
            MUST_FAIL(outcomeOf(thread.beginAnew()), "storage.in_use"); // no key was made yet: nothing is lost
            MUST(outcomeOf(thread.run([&](WorkstationStore& store) -> Result<void> {
                if (auto made = store.keys().make(recovery); !made)
                    return made;
                return store.settings().setText("hall", "old");
            })));
            MUST_FAIL(outcomeOf(thread.beginAnew()), "storage.in_use"); // it stands open
        }
        {
            StorageThread thread(profile, m_clock);
            MUST(outcomeOf(thread.beginAnew()));
            MUST(outcomeOf(thread.run([&](WorkstationStore& store) -> Result<void> {
                if (store.settings().text("hall").value() == "old")
                    return failure("test.old");
                if (auto made = store.keys().make(recovery); !made)
                    return made;
                KnownPerson li;
                li.person = PersonId {"li"};
                if (auto kept = store.people().remember(li); !kept)
                    return kept;
                return store.keys().keepForPerson(li.person, "test", PasswordCost::Test);
            })));
        }
        QCOMPARE(QDir(profile).entryList({QStringLiteral("yichuang.sqlite.unopened-*")}).size(), 1);
        StorageThread thread(profile, m_clock);
        MUST_FAIL(outcomeOf(thread.beginAnew()), "storage.in_use"); // somebody's password opens it
        MUST(outcomeOf(thread.run(
            [](WorkstationStore& store) { return store.keys().unlockByPassword(PersonId {"li"}, "test"); })));
        QCOMPARE(QDir(profile).entryList({QStringLiteral("yichuang.sqlite.unopened-*")}).size(), 1);
    }
};

int main(int argc, char** argv) {
    if (argc == 3 && qstrcmp(argv[1], "--writer") == 0) {
        const QCoreApplication application(argc, argv);
        return writer(QString::fromLocal8Bit(argv[2]));
    }
    if (argc == 4 && qstrcmp(argv[1], "--full") == 0) {
        const QCoreApplication application(argc, argv);
        return fullDisk(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    }
    QCoreApplication application(argc, argv);
    FileTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "file_test.moc"
