// SPDX-License-Identifier: GPL-3.0-or-later
// An acceptance is one transaction: whatever goes wrong at whatever moment of it, all of it is there or nothing is, and
// its number is neither lost nor taken twice.
#include "hall.h"

#include <failing_disk.h>

#include <QProcess>

#include <sqlite3.h>

#include <csignal>
#include <cstdio>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const Applicant told {"欧阳测试", "430402199001011234", "13987654321"};
constexpr int numbers = 2000;

/// What stands in the file of the acceptances.
struct Held {
    std::int64_t chain = -1;
    int waiting = -1;
    int listed = -1;
    int left = -1;
    std::size_t found = 99;
    bool operator==(const Held&) const = default;
};
Held heldBy(WorkstationStore& store) {
    Held held;
    const auto chain = store.journal().chain();
    const auto outbox = store.outbox().state();
    const auto page = store.lists().page({});
    const auto left = store.leases().left(2018);
    const auto found = store.search().find(told.name, numbers);
    if (chain && outbox && page && left && found)
        held = {chain->number, outbox->waiting, page->total, *left, found->size()};
    return held;
}
/// After so many acceptances, nothing else.
Held after(int acceptances) {
    return {acceptances, acceptances, acceptances, numbers - acceptances, static_cast<std::size_t>(acceptances)};
}

// The connections that SQLite opens in this process are told here, so that a statement can be broken off.
std::vector<sqlite3*> connections;
int rememberConnection(sqlite3* connection, char**, const sqlite3_api_routines*) {
    connections.push_back(connection);
    return SQLITE_OK;
}
int stepsLeft = -1;
int breakOff(void*) {
    return stepsLeft >= 0 && stepsLeft-- == 0 ? 1 : 0;
}

/// `--killed PROFILE N`: takes one intake in and is killed in the place of its n-th write. Says "whole" if it comes to
/// the end.
int killed(const QString& profile, int write) {
    kit::failing_disk::install();
    FakeClock clock;
    TestCentre centre;
    Desk desk(profile, clock, centre, "w1");
    if (!startVault() || !desk.open(centre.hallPage(), 1, numbers))
        return 2;
    if (!desk.store->keys().keepForPerson(PersonId {"li"}, "test", PasswordCost::Test))
        return 3;
    if (!desk.takeIn(told)) // one that stands, with its pages in the log
        return 4;
    kit::failing_disk::killAtWrite(write);
    if (!desk.takeIn(told))
        return 5;
    std::printf("whole\n");
    std::fflush(stdout);
    kit::failing_disk::killAtWrite(0); // and it is killed all the same, without closing
    return desk.takeIn(told) ? 6 : 7;
}

} // namespace

class AcceptanceFaultsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeClock m_clock;

private Q_SLOTS:
    void initTestCase() { QVERIFY(startVault()); }

    void anAcceptanceBrokenOffAtAnyMomentLeavesNothingAndThenSucceedsWithItsNumber() {
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&rememberConnection));
        TestCentre centre;
        Desk desk(m_folder.filePath(QStringLiteral("broken-off")), m_clock, centre, "w1");
        MUST(desk.open(centre.hallPage(), 1, numbers));
        sqlite3_reset_auto_extension();
        QVERIFY(!connections.empty());
        MUST(desk.takeIn(told));
        QVERIFY(heldBy(*desk.store) == after(1));

        // Every seventh step of the statements, one further in each round, until nothing is left to be broken off.
        constexpr int stepsApart = 7;
        for (sqlite3* connection : connections)
            sqlite3_progress_handler(connection, stepsApart, &breakOff, nullptr);
        int broken = 0;
        int taken = 1;
        for (int moment = 0;; ++moment) {
            stepsLeft = moment;
            const auto written = desk.takeIn(told);
            const bool reached = stepsLeft < 0;
            stepsLeft = -1;
            if (!written) {
                ++broken;
                const Held held = heldBy(*desk.store);
                QVERIFY2(
                    held == after(taken), qPrintable(QStringLiteral("at moment %1: %2").arg(moment).arg(held.chain)));
                continue;
            }
            // A fault after the commit is nobody's loss; but what was acknowledged is there, once.
            QCOMPARE(written->number, std::int64_t {++taken});
            QVERIFY(heldBy(*desk.store) == after(taken));
            if (!reached)
                break;
        }
        QVERIFY2(broken > 20, qPrintable(QString::number(broken)));
        for (sqlite3* connection : connections)
            sqlite3_progress_handler(connection, 0, nullptr, nullptr);
        const auto damaged = desk.store->outbox().check(*desk.store->registry());
        MUST(damaged);
        QVERIFY(damaged->empty());
        const auto next = desk.takeIn(told);
        MUST(next);
        QCOMPARE(next->number, std::int64_t {taken + 1});
    }

    void anAcceptanceKilledAtAnyWriteIsWholeOrNotThereAtAll() {
        bool whole = false;
        int without = 0;
        for (int write = 0; !whole; ++write) {
            QVERIFY2(write < 200, "it never came to its end");
            const QString profile = m_folder.filePath(QStringLiteral("killed-%1").arg(write));
            QProcess child;
            child.start(
                QCoreApplication::applicationFilePath(), {QStringLiteral("--killed"), profile, QString::number(write)});
            QVERIFY(child.waitForFinished(60'000));
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            whole = child.readAllStandardOutput().contains("whole");

            auto store = WorkstationStore::open(profile, m_clock);
            MUST(store);
            MUST((*store)->keys().unlockByPassword(PersonId {"li"}, "test"));
            const Held held = heldBy(**store);
            QVERIFY2(held == after(1) || held == after(2), qPrintable(QString::number(write)));
            QVERIFY(!whole || held == after(2)); // what was acknowledged is there
            without += held == after(1) ? 1 : 0;
            const auto damaged = (*store)->outbox().check(*(*store)->registry());
            MUST(damaged);
            QVERIFY(damaged->empty());
        }
        QVERIFY(without > 0);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--killed"))
        return killed(arguments.at(2), arguments.at(3).toInt());
    AcceptanceFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "acceptance_faults_test.moc"
