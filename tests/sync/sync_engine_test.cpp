// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter.h"

#include <QSignalSpy>
#include <QTest>
#include <set>

using namespace yichuang;
using namespace yichuang::test;
using namespace std::chrono_literals;

namespace {

const QString feedPath = QStringLiteral("/v1/feed");
const QString chainPath = QStringLiteral("/v1/chain");
const QString actsPath = QStringLiteral("/v1/acts");

bool isOnline(const Counter& counter) {
    return counter.status().connection == SyncConnection::Online;
}

} // namespace

class SyncEngineTest : public QObject {
    Q_OBJECT

private:
    /// Online, everything drawn, the next request for news waits.
    static void settle(Counter& counter) {
        QVERIFY(counter.prepare());
        counter.open();
        counter.engine->start();
        QTRY_VERIFY(counter.network.count(feedPath) > 0);
        QTRY_VERIFY(counter.status().numbersLeft > 0);
        QVERIFY(isOnline(counter));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(startVault()); }

    void aNewWorkstationDrawsTheHallAndItsNumbers() {
        Counter counter;
        settle(counter);
        QVERIFY(counter.storage.registry()->person(PersonId("li")));
        QVERIFY(counter.storage.registry()->itemInForce(ItemId("item-1")));
        QCOMPARE(counter.status().numbersLeft, 200);
        QCOMPARE(counter.centre.leases.size(), std::size_t {1});
        QCOMPARE(counter.centre.leases.front().year, 2018);
        QVERIFY(!counter.status().drawing);
        QVERIFY(counter.status().lastContact > 0);
        QCOMPARE(counter.network.count(QStringLiteral("/v1/snapshot")), 1);
    }

    void anActGoesUpOnceAndItsPlaceComesBack() {
        Counter counter;
        settle(counter);
        const auto act = counter.takeIn();
        QVERIFY2(act, act ? "" : act.error().code.c_str());
        QTRY_COMPARE(counter.centre.chain().number, 1);
        QTRY_COMPARE(counter.status().waiting, 0);
        QCOMPARE(counter.centre.received[1], 1);
        QCOMPARE(counter.file(act->streams.front()).entries.front().standing, Standing::Acknowledged);
        QTRY_VERIFY(counter.waitsForNews());
        QVERIFY(counter.deliverNews());
        QTRY_COMPARE(counter.file(act->streams.front()).entries.front().standing, Standing::Admitted);
        QCOMPARE(counter.file(act->streams.front()).marks.waiting, 0);
    }

    void whatWasTakenInOfflineGoesUpInOrderAfterwards() {
        Counter counter;
        settle(counter);
        counter.answer = [](const ScriptedRequest&) { return ScriptedAnswer {.status = 0}; };
        for (int i = 0; i < 5; ++i)
            QVERIFY(counter.takeIn());
        QTRY_COMPARE(counter.status().connection, SyncConnection::Offline);
        QTRY_COMPARE(counter.status().waiting, 5);
        QVERIFY(counter.status().waitingSince > 0);
        QTRY_VERIFY(counter.status().nextTry > 0);
        QVERIFY(counter.engine->maySign());
        counter.answer = nullptr;
        counter.engine->tryNow();
        QTRY_COMPARE(counter.status().waiting, 0);
        QCOMPARE(counter.centre.chain().number, 5);
        QVERIFY(isOnline(counter));
        QCOMPARE(counter.status().nextTry, 0);
    }

    void aLongOutboxGoesUpBatchBehindBatchInOrder_data() {
        QTest::addColumn<int>("lostAt");
        QTest::newRow("nothing is lost") << 0;
        QTest::newRow("the answer to the third batch is lost") << 3;
    }
    void aLongOutboxGoesUpBatchBehindBatchInOrder() {
        QFETCH(int, lostAt);
        Counter counter;
        QVERIFY(counter.prepare());
        SyncSettings settings = Counter::quick();
        settings.batchActs = 4;
        counter.open(settings);
        counter.engine->start();
        QTRY_VERIFY(counter.status().numbersLeft > 0);
        QTRY_VERIFY(counter.waitsForNews());
        counter.answer = [](const ScriptedRequest&) { return ScriptedAnswer {.status = 0}; };
        constexpr int acts = 18;
        for (int i = 0; i < acts; ++i)
            QVERIFY(counter.takeIn());
        QTRY_COMPARE(counter.status().connection, SyncConnection::Offline);
        int batches = 0;
        std::set<int> lost; // numbers whose answer was
        counter.answer = [&](const ScriptedRequest& request) {
            const auto before = counter.centre.received;
            ScriptedAnswer said = counter.centre.answer(request);
            if (request.path == actsPath && ++batches == lostAt) {
                for (const auto& [number, times] : counter.centre.received) {
                    if (const auto known = before.find(number); known == before.end() || known->second != times)
                        lost.insert(static_cast<int>(number));
                }
                return ScriptedAnswer {.status = 0};
            }
            return said;
        };
        counter.engine->tryNow();
        QTRY_COMPARE(counter.status().waiting, 0);
        QCOMPARE(counter.centre.chain().number, acts);
        QCOMPARE(counter.centre.lines(departmentScope), std::size_t {acts});
        // Sent again may be what was lost, where the feed was not faster, and what was on its way behind it.
        for (int number = 1; number <= acts; ++number) {
            const int times = counter.centre.received[number];
            QVERIFY2(times == 1 || (times == 2 && !lost.empty() && number >= *lost.begin()),
                qPrintable(QStringLiteral("act %1 was received %2 times").arg(number).arg(times)));
        }
        QCOMPARE(lost.empty(), lostAt == 0);
        // What came after the last batch had gone up is not left lying.
        QVERIFY(counter.takeIn());
        QTRY_COMPARE(counter.centre.chain().number, acts + 1);
        QTRY_COMPARE(counter.status().waiting, 0);
    }

    void aReplyThatWasLostDoublesNothing() {
        Counter counter;
        settle(counter);
        int lost = 3;
        counter.answer = [&](const ScriptedRequest& request) {
            ScriptedAnswer said = counter.centre.answer(request);
            if (request.path == actsPath && lost-- > 0)
                return ScriptedAnswer {.status = 0};
            return said;
        };
        const auto act = counter.takeIn();
        QVERIFY(act);
        QTRY_VERIFY(counter.centre.received[1] >= 2);
        QTRY_COMPARE(counter.status().waiting, 0);
        QCOMPARE(counter.centre.chain().number, 1);
        QCOMPARE(counter.centre.lines(departmentScope), std::size_t {1});
    }

    void aLoginPageMarksNothingAsSent_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("ours");
        QTest::addColumn<SyncConnection>("connection");
        QTest::addColumn<std::string>("code");
        QTest::newRow("HTML") << 200 << QByteArray("<html>sign in</html>") << QByteArray("text/html") << false
                              << SyncConnection::NotOurService << std::string("rest.not_our_service");
        QTest::newRow("no body") << 200 << QByteArray() << QByteArray("application/json") << true
                                 << SyncConnection::OtherRelease << std::string("rest.schema");
        QTest::newRow("{}") << 200 << QByteArray("{}") << QByteArray("application/json") << true
                            << SyncConnection::OtherRelease << std::string("rest.schema");
        QTest::newRow("502 HTML") << 502 << QByteArray("<html>bad gateway</html>") << QByteArray("text/html") << false
                                  << SyncConnection::Offline << std::string("rest.temporary");
    }
    void aLoginPageMarksNothingAsSent() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(bool, ours);
        QFETCH(SyncConnection, connection);
        QFETCH(std::string, code);
        Counter counter;
        settle(counter);
        const std::string before = counter.cursor();
        QList<qint64> pauses;
        connect(counter.engine.get(), &SyncEngine::statusChanged, this, [&](const SyncReport& report) {
            if (report.nextTry > 0 && report.connection != SyncConnection::Online) {
                const qint64 pause = report.nextTry - toMilliseconds(counter.clock.now()) - report.offset;
                if (pauses.isEmpty() || pauses.last() != pause)
                    pauses.append(pause);
            }
        });
        counter.answer = [&](const ScriptedRequest&) {
            return ScriptedAnswer {.status = status, .body = body, .contentType = type, .ours = ours};
        };
        QVERIFY(counter.takeIn());
        QTRY_VERIFY(pauses.size() >= 4);
        QCOMPARE(counter.status().connection, connection);
        QCOMPARE(counter.status().lastError.code, code);
        QCOMPARE(counter.status().waiting, 1);
        QCOMPARE(counter.cursor(), before);
        for (qsizetype i = 1; i < 4; ++i)
            QVERIFY2(pauses.at(i) > pauses.at(i - 1), "waits grow");
        counter.answer = nullptr;
        counter.engine->tryNow();
        QTRY_COMPARE(counter.status().waiting, 0);
    }

    void afterStandbyTheDeskIsOnlineWithoutARestart() {
        Counter counter;
        settle(counter);
        QSignalSpy changes(counter.engine.get(), &SyncEngine::statusChanged);
        const int chains = counter.network.count(chainPath);
        const int feeds = counter.network.count(feedPath);
        counter.clock.sleep(30min);
        QTRY_COMPARE(counter.network.count(chainPath), chains + 1);
        QTRY_COMPARE(counter.network.count(feedPath), feeds + 1);
        QTRY_VERIFY(isOnline(counter));
        for (const auto& change : changes)
            QCOMPARE(change.first().value<SyncReport>().connection, SyncConnection::Online);
    }

    void aProxyThatCutsLongWaitsCausesNoStorm() {
        Counter counter;
        settle(counter);
        QSignalSpy changes(counter.engine.get(), &SyncEngine::statusChanged);
        QTRY_VERIFY(counter.waitsForNews());
        const int chains = counter.network.count(chainPath);
        QVERIFY(counter.endWait(1300ms, {.status = 0}));
        for (int wait = 0; wait < 4; ++wait) {
            QTRY_VERIFY(counter.waitsForNews());
            QCOMPARE(counter.network.requests.at(counter.waitingRequest()).request.rawHeader("Prefer"),
                QByteArray("wait=1")); // shorter than what is let through
            QVERIFY(counter.endWaitInPeace(1000ms));
        }
        QTRY_VERIFY(counter.waitsForNews());
        QCOMPARE(counter.network.count(chainPath), chains);
        for (const auto& change : changes)
            QCOMPARE(change.first().value<SyncReport>().connection, SyncConnection::Online);
    }

    void aWaitThatIsCutAgainAndAgainWithAnswersBetweenLeavesTheDeskOnline() {
        Counter counter;
        settle(counter);
        QSignalSpy changes(counter.engine.get(), &SyncEngine::statusChanged);
        const int chains = counter.network.count(chainPath);
        for (int round = 0; round < 4; ++round) {
            QTRY_VERIFY(counter.waitsForNews());
            QVERIFY(counter.endWait(5s, {.status = 504, .contentType = "text/html", .ours = false}));
            QTRY_VERIFY(counter.waitsForNews());
            QVERIFY(counter.endWaitInPeace(4s));
        }
        QTRY_VERIFY(counter.waitsForNews());
        QCOMPARE(counter.network.count(chainPath), chains);
        for (const auto& change : changes)
            QCOMPARE(change.first().value<SyncReport>().connection, SyncConnection::Online);
    }

    void aCentreThatIsGoneShowsHoweverLongEachTryLasts_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<std::string>("code");
        QTest::newRow("a host that is switched off") << 0 << std::string("rest.unreachable");
        QTest::newRow("a proxy with no centre behind it") << 504 << std::string("rest.temporary");
    }
    void aCentreThatIsGoneShowsHoweverLongEachTryLasts() {
        QFETCH(int, status);
        QFETCH(std::string, code);
        Counter counter;
        settle(counter);
        QTRY_VERIFY(counter.waitsForNews());
        const ScriptedAnswer gone {.status = status, .contentType = "text/html", .ours = false};
        counter.answer = [&](const ScriptedRequest& request) {
            ScriptedAnswer said = gone;
            said.never = request.path == feedPath; // until the test ends it
            return said;
        };
        const int feeds = counter.network.count(feedPath);
        const int chains = counter.network.count(chainPath);
        QVERIFY(counter.endWait(3s, gone));
        QTRY_VERIFY(counter.waitsForNews());
        QVERIFY2(isOnline(counter), "once is nothing");
        QCOMPARE(counter.network.count(chainPath), chains);
        QVERIFY(counter.endWait(3s, gone));
        QTRY_COMPARE(counter.status().connection, SyncConnection::Offline);
        QCOMPARE(counter.status().lastError.code, code);
        QVERIFY(counter.status().nextTry > 0);
        QTRY_VERIFY(counter.network.count(chainPath) >= chains + 4);
        QCOMPARE(counter.status().connection, SyncConnection::Offline);
        QCOMPARE(counter.network.count(feedPath), feeds + 1);
        counter.answer = nullptr;
        counter.engine->tryNow();
        QTRY_VERIFY(isOnline(counter));
    }

    void aDepartmentToldAgainFromItsBeginningIsPassedOverAndItsNewsComes() {
        Counter counter;
        settle(counter);
        QTRY_VERIFY(counter.waitsForNews());
        const auto first = counter.takeIn();
        QVERIFY(first);
        QTRY_COMPARE(counter.centre.chain().number, 1);
        QVERIFY(counter.deliverNews());
        QTRY_COMPARE(counter.file(first->streams.front()).entries.front().standing, Standing::Admitted);
        const auto entries = counter.file(first->streams.front()).entries.size();
        QTRY_VERIFY(counter.waitsForNews());
        QSignalSpy changes(counter.engine.get(), &SyncEngine::statusChanged);
        // A centre that leaves the department out of a page, and forgets where this reader stands in it.
        int pages = 0;
        counter.centre.alter = [&pages](FeedPage page) {
            if (++pages > 1)
                return page;
            std::erase_if(page.items, [](const FeedItem& item) { return item.line.scope == departmentScope; });
            std::erase_if(page.heads, [](const SignedHead& head) { return head.scope == departmentScope; });
            page.cursor.erase(page.cursor.find(";" + departmentScope.value()));
            return page;
        };
        counter.centre.writeHall(HallFact(ItemRepealed {ItemId("item-1")}));
        QVERIFY(counter.deliverNews());
        QTRY_COMPARE(pages, 2); // asked again without the department's place, it tells from the beginning
        QTRY_VERIFY(counter.cursor().ends_with(departmentScope.value() + "=1"));
        QVERIFY(!counter.storage.registry()->itemInForce(ItemId("item-1")));
        QCOMPARE(counter.file(first->streams.front()).entries.size(), entries);
        QTRY_VERIFY(counter.waitsForNews());
        counter.centre.writeHall(HallFact(sampleItem()));
        QVERIFY(counter.deliverNews());
        QTRY_VERIFY(counter.storage.registry()->itemInForce(ItemId("item-1")));
        QTRY_VERIFY(counter.waitsForNews());
        const auto second = counter.takeIn();
        QVERIFY(second);
        QTRY_COMPARE(counter.centre.chain().number, 2);
        QVERIFY(counter.deliverNews());
        QTRY_COMPARE(counter.file(second->streams.front()).entries.front().standing, Standing::Admitted);
        for (const auto& change : changes)
            QCOMPARE(change.first().value<SyncReport>().connection, SyncConnection::Online);
    }

    void aRefusedActIsSetAsideAndTheNextOnesGoOn() {
        Counter counter;
        settle(counter);
        counter.centre.judge = [](const ParsedAct& act) {
            ActVerdict verdict;
            if (act.head.number == 1) {
                verdict.verdict = Verdict::Refused;
                verdict.reason = "item_not_in_force";
            }
            return verdict;
        };
        const auto first = counter.takeIn();
        const auto second = counter.takeIn();
        QVERIFY(first && second);
        QTRY_COMPARE(counter.status().waiting, 0);
        QTRY_COMPARE(counter.status().refused, 1);
        QCOMPARE(counter.file(first->streams.front()).entries.front().standing, Standing::Refused);
        QVERIFY(counter.file(first->streams.front()).marks.setAside);
        QCOMPARE(counter.file(second->streams.front()).entries.front().standing, Standing::Acknowledged);
    }

    void yesterdaysDiskImageSignsNothing() {
        Counter counter;
        settle(counter);
        QVERIFY(counter.takeIn());
        QTRY_COMPARE(counter.centre.chain().number, 1);
        QTRY_COMPARE(counter.status().waiting, 0);
        // The centre knows an act more than this file.
        FakeCentre::Chain& chain = counter.centre.chain();
        chain.number = 2;
        chain.hash = hashText("an act that this image has forgotten");
        QSignalSpy disputed(counter.engine.get(), &SyncEngine::chainDisputed);
        const int pushes = counter.network.count(actsPath);
        counter.clock.sleep(30min);
        QTRY_COMPARE(disputed.size(), 1);
        QVERIFY(!counter.engine->maySign());
        QCOMPARE(counter.status().connection, SyncConnection::ChainDisputed);
        QCOMPARE(counter.status().lastError.code, std::string("sync.chain_ahead"));
        QCOMPARE(counter.network.count(actsPath), pushes);
    }

    void aCloneIsToldByItsHash() {
        Counter counter;
        settle(counter);
        QVERIFY(counter.takeIn());
        QTRY_COMPARE(counter.centre.chain().number, 1);
        QTRY_COMPARE(counter.status().waiting, 0);
        counter.centre.chain().hash = hashText("the other clone's act of the same number");
        QSignalSpy disputed(counter.engine.get(), &SyncEngine::chainDisputed);
        counter.clock.sleep(30min);
        QTRY_COMPARE(disputed.size(), 1);
        QCOMPARE(counter.status().lastError.code, std::string("sync.chain_branched"));
        QVERIFY(!counter.engine->maySign());
    }

    void aCentreThatForgotIsGivenBackWhatItLost() {
        Counter counter;
        settle(counter);
        QList<StreamId> cases;
        for (int i = 0; i < 3; ++i)
            cases.append(counter.takeIn()->streams.front());
        QTRY_COMPARE(counter.centre.chain().number, 3);
        QTRY_COMPARE(counter.status().waiting, 0);
        QTRY_VERIFY(counter.waitsForNews());
        QVERIFY(counter.deliverNews());
        QTRY_COMPARE(counter.file(cases.last()).entries.front().standing, Standing::Admitted);
        counter.centre.restore(1, 1);
        QTRY_VERIFY(counter.waitsForNews());
        QVERIFY(counter.deliverNews()); // 409 unknown_head
        QTRY_COMPARE(counter.centre.chain().number, 3);
        QTRY_COMPARE(counter.centre.lines(departmentScope), std::size_t {3});
        QTRY_VERIFY(counter.network.count(QStringLiteral("/v1/snapshot")) >= 2);
        QTRY_VERIFY(isOnline(counter));
        QTRY_VERIFY(!counter.status().drawing);
        for (const StreamId& stream : cases)
            QTRY_COMPARE(counter.file(stream).entries.front().standing, Standing::Admitted);
        QCOMPARE(counter.status().refused, 0);
    }

    void aPageThatWasTamperedWithIsNotApplied() {
        Counter counter;
        QVERIFY(counter.prepare());
        counter.centre.alter = [](FeedPage page) {
            page.items.back().line.reason = "changed on the way";
            return page;
        };
        counter.open();
        counter.engine->start();
        QTRY_COMPARE(counter.status().lastError.code, std::string("sync.link"));
        QCOMPARE(counter.cursor(), std::string());
        QVERIFY(!counter.storage.registry()->person(PersonId("li")));
        counter.centre.alter = nullptr;
        counter.engine->tryNow();
        QTRY_VERIFY(counter.storage.registry()->person(PersonId("li")));
    }

    void theNextBlockComesBeforeTheLastNumberIsGone() {
        Counter counter;
        QVERIFY(counter.prepare());
        SyncSettings settings = Counter::quick();
        settings.leaseCount = 5;
        counter.open(settings);
        counter.engine->start();
        QTRY_COMPARE(counter.status().numbersLeft, 5);
        QTRY_VERIFY(counter.storage.registry()->person(PersonId("li")));
        for (int i = 0; i < 4; ++i)
            QVERIFY(counter.takeIn());
        QTRY_COMPARE(counter.centre.leases.size(), std::size_t {2});
        QTRY_COMPARE(counter.status().numbersLeft, 6);
    }

    void nextYearsBlockIsLeasedFromTheFirstOfDecember() {
        Counter counter;
        counter.clock.wall = toMilliseconds(startOfDayInShanghai(std::chrono::year {2018} / 12 / 1)) + 1000;
        settle(counter);
        QTRY_COMPARE(counter.centre.leases.size(), std::size_t {2});
        QCOMPARE(counter.centre.leases.at(0).year, 2018);
        QCOMPARE(counter.centre.leases.at(1).year, 2019);
    }

    void aLockedFileWaitsForTheFirstSignIn() {
        Counter counter;
        QVERIFY(counter.prepare());
        auto kept = std::make_shared<Secret>();
        QVERIFY(waited(counter.storage.run([kept](WorkstationStore& store) -> Result<void> {
            *kept = store.keys().keys()->dataKey().clone();
            store.keys().lock();
            return {};
        })));
        counter.open();
        counter.engine->start();
        QTRY_COMPARE(counter.status().connection, SyncConnection::WaitingForSignIn);
        QVERIFY(counter.network.requests.isEmpty());
        QVERIFY(waited(
            counter.storage.run([kept](WorkstationStore& store) { return store.keys().unlock(std::move(*kept)); })));
        counter.engine->start();
        QTRY_VERIFY(isOnline(counter));
    }

    void aDeskThatClosesInTheMiddleOfItsWorkIsNeverAnsweredAfterwards() {
        Counter counter;
        QVERIFY(counter.prepare());
        for (int round = 0; round < 400; ++round) {
            counter.open();
            counter.engine->start();
            for (int step = 0; step < round % 12; ++step)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            counter.engine.reset(); // whatever the storage thread and the pool are doing for it
        }
        counter.open();
        counter.engine->start();
        QTRY_VERIFY(counter.status().numbersLeft > 0);
        QTRY_VERIFY(counter.waitsForNews()); // the hall is drawn
        QVERIFY(counter.takeIn());
        QTRY_COMPARE(counter.status().waiting, 0);
    }

    void everyContactTellsHowFarIsWritten() {
        Counter counter;
        settle(counter);
        const QByteArray morning = QByteArray::number(static_cast<qlonglong>(toMilliseconds(counter.clock.now())));
        QVERIFY(!counter.centre.written.isEmpty());
        QCOMPARE(counter.centre.written.last(), "0; at=" + morning);
        counter.clock.pass(10min);
        const QByteArray later = QByteArray::number(static_cast<qlonglong>(toMilliseconds(counter.clock.now())));
        QVERIFY(counter.takeIn());
        QTRY_COMPARE(counter.centre.chain().number, 1);
        QCOMPARE(counter.centre.written.last(), "1; at=" + later);
        // The long wait is begun anew: nothing was written since, and this is said for a later moment.
        counter.clock.pass(10min);
        QTRY_VERIFY(counter.waitsForNews());
        QVERIFY(counter.deliverNews());
        const QByteArray last = QByteArray::number(static_cast<qlonglong>(toMilliseconds(counter.clock.now())));
        QTRY_COMPARE(counter.centre.written.last(), "1; at=" + last);
    }

    void theOffsetIsMeasuredAndKept() {
        Counter counter;
        QVERIFY(counter.prepare());
        counter.answer = [&](const ScriptedRequest& request) {
            if (request.path == QStringLiteral("/v1/time"))
                return FakeCentre::json(encode(TimeAnswer {toMilliseconds(counter.clock.now()) + 90'000}));
            return counter.centre.answer(request);
        };
        counter.open();
        QSignalSpy measured(counter.engine.get(), &SyncEngine::clockMeasured);
        counter.engine->start();
        QTRY_VERIFY(!measured.isEmpty());
        const auto record = measured.first().first().value<ClockRecord>();
        QVERIFY(std::abs(record.offset - 90'000) < 2'000);
        const auto kept = waited(counter.storage.run([](WorkstationStore& store) { return store.settings().clock(); }));
        QVERIFY(kept);
        QVERIFY(kept->lastContact > 0);
    }
};

QTEST_GUILESS_MAIN(SyncEngineTest)
#include "sync_engine_test.moc"
