// SPDX-License-Identifier: GPL-3.0-or-later
// Acts that are kept and are not in force: taken in as Received and no more, damaged, slipped in.
#include "hall.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace yichuang;
using namespace yichuang::test;

class KeptTest : public QObject, private TwoDesks {
    Q_OBJECT

    static ActVerdict receivedOnly(const ActId& act) { return verdictOf(act, Verdict::Admitted, "received_only"); }
    Command accept(Desk& desk) {
        Command command = desk.commandFor(Event::Accept, PersonId {"li"}, Role::WindowClerk);
        command.facts.inScope = true;
        command.facts.properForm = true;
        return command;
    }
    static Stage stage(Desk& desk, const StreamId& stream) { return desk.store->lists().row(stream)->state.stage; }
    /// Row and journal say the same.
    static bool agrees(Desk& desk, const StreamId& stream) {
        return desk.store->lists().row(stream)->state == desk.store->journal().file(stream)->state;
    }
    void breakSeal(Desk& desk, int number) {
        desk.store.reset();
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            raw.setDatabaseName(desk.path + QStringLiteral("/yichuang.sqlite"));
            QVERIFY(raw.open());
            QSqlQuery query(raw);
            QVERIFY(query.exec(QStringLiteral("UPDATE acts SET sealed = substr(sealed, 1, length(sealed) - 1) || x'00'"
                                              " WHERE number = %1 AND own > 0")
                    .arg(number)));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
        MUST(desk.open(m_hall));
    }
    static void setAsideWhatIsDamaged(Desk& desk, int expected) {
        const auto damaged = desk.store->outbox().check(*desk.store->registry());
        MUST(damaged);
        const auto fresh = desk.store->outbox().setAside(*damaged);
        MUST(fresh);
        QCOMPARE(*fresh, expected);
        const auto again = desk.store->outbox().setAside(*damaged);
        MUST(again);
        QCOMPARE(*again, 0);
    }
    static std::vector<std::int64_t> numbersToPush(Desk& desk) {
        std::vector<std::int64_t> numbers;
        const auto acts = desk.store->outbox().next(100, 1'000'000);
        if (acts) {
            for (const OutboxAct& act : *acts)
                numbers.push_back(act.number);
        }
        return numbers;
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aCaseTakenInAsReceivedIsNotAcceptedAnywhere() {
        const auto act = m_one->takeIn({});
        MUST(act);
        const StreamId stream = act->streams.front();
        QCOMPARE(stage(*m_one, stream), Stage::Accepted);
        MUST(m_one->store->outbox().apply(answerOf({receivedOnly(act->act)}), m_one->now()));
        QCOMPARE(stage(*m_one, stream), Stage::Received);
        QVERIFY(agrees(*m_one, stream));
        // The clerk is told of it, and may go on at once.
        const auto told = m_one->store->outbox().refused();
        MUST(told);
        QCOMPARE(told->size(), std::size_t {1});
        QCOMPARE(told->front().verdict.verdict, Verdict::Admitted);
        QCOMPARE(told->front().verdict.reason, std::string {"received_only"});
        QCOMPARE(m_one->store->outbox().state()->refused, 1);
        QVERIFY(!m_one->store->lists().row(stream)->marks.setAside);

        const FeedPage page = m_centre->admitted({m_one->bytes(act->act)}, departmentScope, "received_only");
        MUST(m_one->take(page));
        MUST(m_two->take(page));
        for (Desk* desk : {m_one.get(), m_two.get()}) {
            QCOMPARE(stage(*desk, stream), Stage::Received);
            QVERIFY(agrees(*desk, stream));
            const auto file = desk->store->journal().file(stream);
            MUST(file);
            QCOMPARE(file->entries.size(), std::size_t {2});
            QVERIFY(!file->entries.front().unfolded);
            QVERIFY(file->entries.back().unfolded);
            QCOMPARE(file->admitted.stage, Stage::Received);
            // The last entry from the centre that the writer has, in force or not.
            QCOMPARE(file->base, std::optional(EntryId {act->act, 1}));
        }
        const auto again = m_one->perform(stream, accept(*m_one));
        MUST(again);
        QCOMPARE(stage(*m_one, stream), Stage::Accepted);
        MUST(m_one->store->outbox().settle(act->act));
        QVERIFY(m_one->store->outbox().refused()->empty());
        QCOMPARE(m_one->store->outbox().state()->refused, 0);
    }

    void theFeedAloneSaysSoTooAndWhatRestsOnItIsJudgedAgain() {
        const auto act = m_one->takeIn({});
        MUST(act);
        const StreamId stream = act->streams.front();
        const auto paper = m_one->perform(stream, printed(*m_one));
        MUST(paper);
        Command withdraw = m_one->commandFor(Event::Assign, PersonId {"wang"}, Role::ChiefRepresentative);
        withdraw.facts.reviewer = PersonId {"zhao"};
        MUST(m_one->perform(stream, withdraw));
        MUST(m_one->take(m_centre->admitted({m_one->bytes(act->act)}, departmentScope, "received_only")));
        QCOMPARE(stage(*m_one, stream), Stage::Received);
        QVERIFY(m_one->store->lists().row(stream)->marks.likelyRefused);
        QCOMPARE(m_one->store->outbox().refused()->size(), std::size_t {1});
    }

    void whatAnAcknowledgedActDecidedIsNobodysGround() {
        const auto act = m_one->takeIn({});
        MUST(act);
        MUST(m_one->store->outbox().apply(answerOf({receivedOnly(act->act)}), m_one->now()));
        const auto file = m_one->store->journal().file(act->streams.front());
        MUST(file);
        QCOMPARE(file->after, std::optional(EntryId {act->act, 0}));
    }

    void aStreamThatJoinsSaysWhichOfItsActsWereTakenInAsReceived() {
        const auto act = m_one->takeIn({});
        MUST(act);
        const StreamId stream = act->streams.front();
        FeedPage page = m_centre->streamLine(LineKind::Joined, stream, {m_one->bytes(act->act)}, ScopeId {"window:w9"});
        page.items.front().receivedOnly = {act->act};
        const auto told = parseFeedPage(encode(page));
        MUST(told);
        QCOMPARE(told->items.front().receivedOnly, std::vector<ActId> {act->act});
        MUST(m_two->take(*told));
        QCOMPARE(stage(*m_two, stream), Stage::Received);
        QVERIFY(agrees(*m_two, stream));
    }

    void aDamagedActIsSetAsideAndTheNextOnesGoUp() {
        // Somebody with the file, and without her key: the act is whole, its signature is another's.
        const auto honest = m_one->takeIn({"甲测试", "430402199001011235", "13900001111"});
        MUST(honest);
        const KeyPair own = {m_one->signing.publicKey, m_one->signing.secretKey.clone()};
        m_one->signing = makeSigningKey();
        const auto slipped = m_one->takeIn({"乙测试", "430402199001011236", "13900002222"});
        MUST(slipped);
        const StreamId bad = slipped->streams.front();
        m_one->signing = {own.publicKey, own.secretKey.clone()};
        const auto next = m_one->takeIn({"丙测试", "430402199001011237", "13900003333"});
        MUST(next);
        setAsideWhatIsDamaged(*m_one, 1);

        const auto told = m_one->store->outbox().refused();
        MUST(told);
        QCOMPARE(told->size(), std::size_t {1});
        QCOMPARE(told->front().act, slipped->act);
        QCOMPARE(told->front().verdict.reason, std::string {"damaged_signature"});
        QVERIFY(m_one->store->lists().row(bad)->marks.setAside);
        QVERIFY(!m_one->store->lists().row(honest->streams.front())->marks.setAside);
        QCOMPARE(stage(*m_one, bad), Stage::Draft);
        QVERIFY(agrees(*m_one, bad));
        MUST_FAIL(m_one->perform(bad, accept(*m_one)), "law.refused"); // nothing of it is in force, not even its intake
        // The chain has to go past it: the centre keeps it as a bad act.
        QCOMPARE(numbersToPush(*m_one), (std::vector<std::int64_t> {1, 2, 3}));
        MUST(m_one->store->outbox().apply(
            answerOf({verdictOf(honest->act, Verdict::Admitted), verdictOf(slipped->act, Verdict::BadAct, "signature"),
                verdictOf(next->act, Verdict::Admitted)}),
            m_one->now()));
        QCOMPARE(m_one->store->outbox().refused()->front().verdict.reason, std::string {"signature"});
        QCOMPARE(m_one->store->outbox().state()->waiting, 0);
        QCOMPARE(stage(*m_one, next->streams.front()), Stage::Accepted);
        MUST(m_one->store->outbox().settle(slipped->act));
        QCOMPARE(m_one->store->outbox().state()->refused, 0);
    }

    void anActThatCannotBeReadAnyMoreEndsItsOwnChainOnly() {
        for (int i = 0; i < 3; ++i)
            MUST(m_one->takeIn({}));
        breakSeal(*m_one, 2);
        QCOMPARE(numbersToPush(*m_one), (std::vector<std::int64_t> {1}));
        setAsideWhatIsDamaged(*m_one, 2);
        const auto told = m_one->store->outbox().refused();
        MUST(told);
        QCOMPARE(told->size(), std::size_t {2});
        QCOMPARE(told->at(0).number, std::int64_t {3});
        QCOMPARE(told->at(0).verdict.reason, std::string {"damaged_gap"});
        QCOMPARE(told->at(1).number, std::int64_t {2});
        QCOMPARE(told->at(1).verdict.reason, std::string {"damaged_sealed"});
        // Its case can be looked at all the same.
        MUST(m_one->store->journal().file(told->at(1).stream));

        // Enrolled anew, the workstation goes on in a chain of its own.
        auto enrolment = **m_one->store->settings().enrolment();
        enrolment.workstation = WorkstationId {"w1-again"};
        MUST(m_one->store->settings().enrol(enrolment));
        MUST(m_one->store->leases().add({"block-again", "400", 2018, 1001, 1100, WorkstationId {"w1-again"}, 1}));
        MUST(m_one->takeIn({}));
        QCOMPARE(numbersToPush(*m_one), (std::vector<std::int64_t> {1, 1}));
    }
};

QTEST_GUILESS_MAIN(KeptTest)
#include "kept_test.moc"
