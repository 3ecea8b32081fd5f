// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace yichuang;
using namespace yichuang::test;

/// Two workstations and what the centre tells them of each other.
class StreamsTest : public QObject, private TwoDesks {
    Q_OBJECT

    Command extend(Desk& desk) {
        Command command = desk.commandFor(Event::Withdraw, PersonId {"li"}, Role::WindowClerk);
        command.facts.inWriting = true;
        return command;
    }
    Command startReview(Desk& desk) {
        Command command = desk.commandFor(Event::Assign, PersonId {"wang"}, Role::ChiefRepresentative);
        command.facts.reviewer = PersonId {"zhao"};
        return command;
    }
    HeldCase row(Desk& desk, const StreamId& stream) { return *desk.store->lists().row(stream); }
    /// A case taken in at the first desk, admitted, and told to both.
    Result<StreamId> takenInAndKnownToBoth() {
        const auto opened = m_one->takeIn({});
        if (!opened)
            return tl::unexpected(opened.error());
        const FeedPage page = m_centre->admitted({m_one->bytes(opened->act)});
        for (Desk* desk : {m_one.get(), m_two.get()}) {
            if (const auto taken = desk->take(page); !taken)
                return tl::unexpected(taken.error());
        }
        return opened->streams.front();
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aCaseOfTheOtherWindowArrivesWithItsNameAndIsFound() {
        const auto written = m_one->takeIn({"欧阳测试", "430402199001011235", "13900001111"});
        MUST(written);
        MUST(m_two->take(m_centre->admitted({m_one->bytes(written->act)})));
        const HeldCase held = row(*m_two, written->streams.front());
        QCOMPARE(held.applicant, std::string {"欧阳测试"});
        QCOMPARE(held.state.stage, Stage::Accepted);
        QCOMPARE(held.marks.waiting, 0);
        QVERIFY(!held.marks.takenInHere);
        QVERIFY(held.state == row(*m_one, written->streams.front()).state);
        QCOMPARE(m_two->store->search().find("欧阳", 10)->size(), std::size_t {1});
        QCOMPARE(m_two->store->search().find("1111", 10)->size(), std::size_t {1});
    }

    void theSamePageTwiceChangesNothing() {
        const auto written = m_one->takeIn({});
        MUST(written);
        const FeedPage page = m_centre->admitted({m_one->bytes(written->act)});
        MUST(m_two->take(page));
        const auto before = m_two->store->journal().file(written->streams.front());
        MUST(before);
        MUST(m_two->take(page));
        const auto after = m_two->store->journal().file(written->streams.front());
        MUST(after);
        QCOMPARE(after->entries.size(), before->entries.size());
        QVERIFY(after->state == before->state);
        QCOMPARE(m_two->last.acts, 0);
    }

    void anAcknowledgementMarksTheCaseKnownAndTheFeedGivesItsPlace() {
        const auto written = m_one->takeIn({});
        MUST(written);
        const StreamId stream = written->streams.front();
        QCOMPARE(m_one->store->outbox().state()->waiting, 1);
        const auto pushed
            = m_one->store->outbox().apply(answerOf({verdictOf(written->act, Verdict::Admitted)}), m_one->now());
        MUST(pushed);
        QCOMPARE(pushed->admitted, 1);
        QCOMPARE(m_one->store->outbox().state()->waiting, 0);
        QCOMPARE(row(*m_one, stream).marks.waiting, 0);
        auto file = m_one->store->journal().file(stream);
        QCOMPARE(file->entries.front().standing, Standing::Acknowledged);
        QVERIFY(!file->base);
        MUST(m_one->take(m_centre->admitted({m_one->bytes(written->act)})));
        file = m_one->store->journal().file(stream);
        QCOMPARE(file->entries.front().standing, Standing::Admitted);
        QVERIFY((file->base == EntryId {written->act, 1}));
        QVERIFY(!file->after);
        const auto again
            = m_one->store->outbox().apply(answerOf({verdictOf(written->act, Verdict::Admitted)}), m_one->now());
        MUST(again);
        QCOMPARE(again->admitted, 0);
    }

    void whereTheAnswerWasLostTheFeedItselfAcknowledges() {
        const auto written = m_one->takeIn({});
        MUST(written);
        MUST(m_one->take(m_centre->admitted({m_one->bytes(written->act)})));
        QCOMPARE(m_one->store->outbox().state()->waiting, 0);
        QCOMPARE(row(*m_one, written->streams.front()).marks.waiting, 0);
        QVERIFY(m_one->store->outbox().next(10, 1'000'000)->empty());
    }

    void waitingActsGoOutInOrderByTheirBytes() {
        std::vector<WrittenAct> acts;
        for (int i = 0; i < 5; ++i)
            acts.push_back(*m_one->takeIn({}));
        const auto all = m_one->store->outbox().next(3, 10'000'000);
        MUST(all);
        QCOMPARE(all->size(), std::size_t {3});
        for (std::size_t i = 0; i < all->size(); ++i) {
            QCOMPARE(all->at(i).number, static_cast<std::int64_t>(i + 1));
            QVERIFY(all->at(i).bytes == m_one->bytes(acts[i].act));
        }
        QCOMPARE(m_one->store->outbox().next(10, 1)->size(), std::size_t {1});
        MUST(m_one->store->outbox().apply(
            answerOf({verdictOf(acts[0].act, Verdict::Admitted), verdictOf(acts[1].act, Verdict::NotTaken)}),
            m_one->now()));
        QCOMPARE(m_one->store->outbox().next(10, 10'000'000)->front().act, acts[1].act);
        QCOMPARE(m_one->store->outbox().kept(1, 10, 10'000'000)->size(), std::size_t {5});
        QCOMPARE(*m_one->store->outbox().hashAt(1), m_one->store->outbox().kept(1, 1, 1)->front().hash);
        QCOMPARE(m_one->store->outbox().rows(PersonId {"li"}, 10)->front().applicant, std::string {"张测试"});
        QVERIFY(m_one->store->outbox().rows(PersonId {"sun"}, 10)->front().applicant.empty());
    }

    void aRefusedActSetsItsStreamAsideAndNoOther() {
        const auto first = m_one->takeIn({"甲测试", "430402199001011235", "13900001111"});
        const auto second = m_one->takeIn({"乙测试", "430402199001011236", "13900002222"});
        MUST(first);
        MUST(second);
        const StreamId one = first->streams.front();
        const StreamId other = second->streams.front();
        MUST(m_one->take(m_centre->admitted({m_one->bytes(first->act), m_one->bytes(second->act)})));
        const auto refused = m_one->perform(one, extend(*m_one));
        MUST(refused);
        const auto followed = m_one->perform(one, printed(*m_one));
        MUST(followed);
        ActVerdict verdict = verdictOf(refused->act, Verdict::Refused, "bad_state");
        verdict.arguments = {{"state", "Granted"}};
        verdict.states.push_back({one, "Granted", EntryId {first->act, 1}, "grant", "2018-11-19", PersonId {"wang"}});
        const auto pushed = m_one->store->outbox().apply(answerOf({verdict}), m_one->now());
        MUST(pushed);
        QCOMPARE(pushed->setAside.size(), std::size_t {1});
        QCOMPARE(pushed->setAside.front(), one);
        QVERIFY(row(*m_one, one).marks.setAside);
        QVERIFY(!row(*m_one, other).marks.setAside);
        QCOMPARE(row(*m_one, one).state.stage, Stage::Accepted);

        const auto file = m_one->store->journal().file(one);
        MUST(file);
        const auto entry = std::find_if(file->entries.begin(), file->entries.end(),
            [&](const JournalEntry& candidate) { return candidate.id.act == refused->act; });
        QVERIFY(entry != file->entries.end());
        QCOMPARE(entry->standing, Standing::Refused);
        QCOMPARE(entry->reason, std::string {"bad_state"});
        QCOMPARE(entry->refusedBy.front().stage, std::string {"Granted"});

        MUST_FAIL(m_one->perform(one, extend(*m_one)), "storage.set_aside");
        MUST(m_one->perform(one, printed(*m_one)));
        MUST(m_one->perform(other, extend(*m_one)));
        const auto list = m_one->store->outbox().refused();
        MUST(list);
        QCOMPARE(list->size(), std::size_t {1});
        QCOMPARE(list->front().applicant, std::string {"甲测试"});
        QCOMPARE(list->front().verdict.reason, std::string {"bad_state"});

        MUST(m_one->store->outbox().settle(refused->act));
        QVERIFY(!row(*m_one, one).marks.setAside);
        QVERIFY(m_one->store->outbox().refused()->empty());
        QCOMPARE(m_one->store->outbox().refused(true)->size(), std::size_t {1});
        MUST(m_one->perform(one, extend(*m_one)));
        QCOMPARE(row(*m_one, one).state.stage, Stage::Withdrawn);
    }

    void whatRestsOnARefusedActIsNotFoldedAndPrintsAlwaysAre() {
        const auto opened = m_one->takeIn({}, false);
        MUST(opened);
        const StreamId stream = opened->streams.front();
        MUST(m_one->take(m_centre->admitted({m_one->bytes(opened->act)})));
        Command accept = m_one->commandFor(Event::Accept, PersonId {"li"}, Role::WindowClerk);
        accept.facts.inScope = true;
        accept.facts.properForm = true;
        const auto accepted = m_one->perform(stream, accept);
        MUST(accepted);
        const auto assigned = m_one->perform(stream, startReview(*m_one));
        MUST(assigned);
        const auto print = m_one->perform(stream, printed(*m_one));
        MUST(print);
        MUST(m_one->store->outbox().apply(
            answerOf({verdictOf(accepted->act, Verdict::Refused, "window_over")}), m_one->now()));
        const auto file = m_one->store->journal().file(stream);
        MUST(file);
        QCOMPARE(file->state.stage, Stage::Received);
        QVERIFY(!file->state.assignedReviewer);
        for (const JournalEntry& entry : file->entries) {
            if (entry.id.act == assigned->act)
                QVERIFY(entry.likelyRefused);
            if (entry.id.act == print->act)
                QVERIFY(!entry.likelyRefused);
        }
        QVERIFY(row(*m_one, stream).marks.likelyRefused);
    }

    void othersEntriesBelowWaitingActsJudgeThemAgain() {
        const auto known = takenInAndKnownToBoth();
        MUST(known);
        const StreamId stream = *known;
        // The applicant withdraws at the other window, while the chief's desk here is cut off and assigns a reviewer.
        const auto here = m_one->perform(stream, startReview(*m_one));
        MUST(here);
        const ActBytes signedHere = m_one->bytes(here->act);
        const auto there = m_two->perform(stream, extend(*m_two));
        MUST(there);
        MUST(m_one->take(m_centre->admitted({m_two->bytes(there->act)})));
        QCOMPARE(m_one->last.likelyRefused.size(), std::size_t {1});
        const auto file = m_one->store->journal().file(stream);
        MUST(file);
        QCOMPARE(file->state.stage, Stage::Withdrawn);
        QVERIFY(file->marks.likelyRefused);
        QVERIFY((file->base == EntryId {there->act, 0}));
        QVERIFY(!file->after);
        QVERIFY(m_one->store->outbox().rows(PersonId {"li"}, 10)->front().likelyRefused);
        QVERIFY(m_one->bytes(here->act) == signedHere);
    }

    void othersEntriesThatTakeNothingAwayLeaveWaitingActsAsTheyAre() {
        const auto known = takenInAndKnownToBoth();
        MUST(known);
        const StreamId stream = *known;
        MUST(m_one->perform(stream, extend(*m_one)));
        const auto there = m_two->perform(stream, startReview(*m_two));
        MUST(there);
        MUST(m_one->take(m_centre->admitted({m_two->bytes(there->act)})));
        QVERIFY(m_one->last.likelyRefused.empty());
        const HeldCase held = row(*m_one, stream);
        QCOMPARE(held.state.stage, Stage::Withdrawn);
        QVERIFY(held.state.assignedReviewer == PersonId {"zhao"});
        QVERIFY(!held.marks.likelyRefused);
        QCOMPARE(held.marks.waiting, 1);
    }

    void aRefusedActOfTheOtherWindowIsKeptForBothSides() {
        const auto known = takenInAndKnownToBoth();
        MUST(known);
        const StreamId stream = *known;
        const auto there = m_two->perform(stream, extend(*m_two));
        MUST(there);
        MUST(m_one->take(m_centre->refused(m_two->bytes(there->act), "bad_state")));
        const auto file = m_one->store->journal().file(stream);
        MUST(file);
        QCOMPARE(file->state.stage, Stage::Accepted);
        QCOMPARE(file->entries.back().standing, Standing::Refused);
        QVERIFY(!file->entries.back().own);
        QCOMPARE(file->entries.back().reason, std::string {"bad_state"});
        QVERIFY(!file->marks.setAside);
    }

    void aRefusalThatTheFeedTellsFirstSetsTheStreamAsideToo() {
        const auto opened = m_one->takeIn({});
        MUST(opened);
        MUST(m_one->take(m_centre->refused(m_one->bytes(opened->act), "irregular")));
        const StreamId stream = opened->streams.front();
        QVERIFY(row(*m_one, stream).marks.setAside);
        QCOMPARE(row(*m_one, stream).caseNo, makeCaseNo("400", 2018, 1));
        QCOMPARE(row(*m_one, stream).applicant, std::string {"张测试"});
        QCOMPARE(m_one->store->outbox().state()->waiting, 0);
        QCOMPARE(m_one->store->outbox().refused()->front().item, ItemId {"item-1"});
    }

    void aStreamThatJoinsComesWholeAndOneThatLeavesIsPurged() {
        const auto opened = m_one->takeIn({"丙测试", "430402199001011237", "13900003333"});
        MUST(opened);
        const StreamId stream = opened->streams.front();
        const auto second = m_one->perform(stream, startReview(*m_one));
        MUST(second);
        const ScopeId window {"window:w2"};
        MUST(m_two->take(m_centre->streamLine(
            LineKind::Joined, stream, {m_one->bytes(opened->act), m_one->bytes(second->act)}, window)));
        QCOMPARE(row(*m_two, stream).state.assignedReviewer, std::optional {PersonId {"zhao"}});
        QCOMPARE(m_two->store->search().find("丙测试", 10)->size(), std::size_t {1});
        QVERIFY(*m_two->store->search().indexSome(100) > 0);
        QCOMPARE(*m_two->store->search().notIndexed(), 0);
        QCOMPARE(m_two->store->search().find("丙测试", 10)->size(), std::size_t {1});
        MUST(m_two->take(m_centre->streamLine(LineKind::Left, stream, {}, window)));
        QCOMPARE(m_two->last.purged, 1);
        MUST_FAIL(m_two->store->lists().row(stream), "storage.unknown_case");
        QVERIFY(m_two->store->search().find("丙测试", 10)->empty());
        MUST_FAIL(m_two->store->journal().bytesOf(opened->act), "storage.unknown_act");
        // And comes again, whole.
        MUST(m_two->take(m_centre->streamLine(
            LineKind::Joined, stream, {m_one->bytes(opened->act), m_one->bytes(second->act)}, window)));
        QCOMPARE(m_two->store->journal().file(stream)->entries.size(), std::size_t {3});
        QCOMPARE(m_two->store->search().find("丙测试", 10)->size(), std::size_t {1});
    }

    void aStreamWithSomethingWaitingIsNotPurgedWhenItLeaves() {
        const auto opened = m_one->takeIn({});
        MUST(opened);
        const StreamId stream = opened->streams.front();
        MUST(m_one->take(m_centre->admitted({m_one->bytes(opened->act)})));
        MUST(m_one->perform(stream, startReview(*m_one)));
        MUST(m_one->take(m_centre->streamLine(LineKind::Left, stream, {}, departmentScope)));
        QCOMPARE(m_one->last.purged, 0);
        QCOMPARE(row(*m_one, stream).marks.waiting, 1);
    }

    void theTailOfACaseThatIsNotHeldIsPassedOver() {
        const auto opened = m_one->takeIn({});
        MUST(opened);
        const auto second = m_one->perform(opened->streams.front(), startReview(*m_one));
        MUST(second);
        MUST(m_two->take(m_centre->admitted({m_one->bytes(second->act)})));
        MUST_FAIL(m_two->store->lists().row(opened->streams.front()), "storage.unknown_case");
        QCOMPARE(m_two->store->lists().page({})->total, 0);
    }

    void aConcludedCaseIsPurgedAfterItsDaysAndItsActsAreKeptAsLongAsTheyMust() {
        const auto opened = m_one->takeIn({"丁测试", "430402199001011238", "13900004444"});
        MUST(opened);
        const StreamId stream = opened->streams.front();
        const auto withdrawn = m_one->perform(stream, extend(*m_one));
        MUST(withdrawn);
        MUST(m_one->takeIn({}));
        const auto drain = [&] {
            while (*m_one->store->idle()) { }
        };
        m_clock.advance(std::chrono::hours {24 * 20});
        drain();
        MUST(m_one->store->lists().row(stream));
        // Acknowledged late: the acts outlive the case.
        MUST(m_one->store->outbox().apply(
            answerOf({verdictOf(opened->act, Verdict::Admitted), verdictOf(withdrawn->act, Verdict::Admitted)}),
            m_one->now()));
        MUST(m_one->take(m_centre->admitted({m_one->bytes(opened->act), m_one->bytes(withdrawn->act)})));
        m_clock.advance(std::chrono::hours {24 * 12});
        drain();
        MUST_FAIL(m_one->store->lists().row(stream), "storage.unknown_case");
        QVERIFY(m_one->store->search().find("丁测试", 10)->empty());
        QCOMPARE(m_one->store->outbox().kept(1, 10, 10'000'000)->size(), std::size_t {3});
        m_clock.advance(std::chrono::hours {24 * 40});
        drain();
        QCOMPARE(m_one->store->outbox().kept(1, 10, 10'000'000)->size(), std::size_t {1});
        QVERIFY(m_one->store->outbox().check(*m_one->store->registry())->empty());
        MUST(m_one->store->journal().chain());
    }

    void erasedParticularsAreGoneFromTheFileAndFromSearch() {
        const auto opened = m_one->takeIn({"戊测试", "430402199001011239", "13900005555"});
        MUST(opened);
        const StreamId stream = opened->streams.front();
        MUST(m_two->take(m_centre->admitted({m_one->bytes(opened->act)})));
        QVERIFY(*m_two->store->search().indexSome(100) > 0);
        QCOMPARE(*m_two->store->search().notIndexed(), 0);
        Entry order;
        order.event = Event::Erased;
        order.date = std::chrono::year {2018} / 11 / 20;
        order.actor.id = PersonId {"centre"};
        order.actor.role = Role::System;
        order.facts.erasedEntries = {EntryId {opened->act, 0}};
        MUST(m_two->take(m_centre->admitted({m_centre->centreAct({DraftEntry {order, {}}}, {stream})})));
        QVERIFY(m_two->store->search().find("戊测试", 10)->empty());
        QVERIFY(m_two->store->search().find("5555", 10)->empty());
        QVERIFY(row(*m_two, stream).applicant.empty());
        const auto file = m_two->store->journal().file(stream);
        MUST(file);
        QVERIFY(!file->entries.front().particulars);
        QCOMPARE(file->state.stage, Stage::Accepted);
    }

    void aDamagedActInTheOutboxIsNamed() {
        const auto first = m_one->takeIn({});
        const auto second = m_one->takeIn({});
        MUST(first);
        MUST(second);
        m_one->store.reset();
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            raw.setDatabaseName(m_one->path + QStringLiteral("/yichuang.sqlite"));
            QVERIFY(raw.open());
            QSqlQuery query(raw);
            QVERIFY(query.exec(QStringLiteral("UPDATE acts SET sealed = substr(sealed, 1, length(sealed) - 1) || x'00' "
                                              "WHERE number = 1 AND own > 0")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
        MUST(m_one->open(m_hall));
        const auto damaged = m_one->store->outbox().check(*m_one->store->registry());
        MUST(damaged);
        QCOMPARE(damaged->size(), std::size_t {2});
        QCOMPARE(damaged->front().act, first->act);
        QCOMPARE(damaged->front().reason, std::string {"sealed"});
        QCOMPARE(damaged->back().act, second->act);
        QCOMPARE(damaged->back().reason, std::string {"gap"}); // nothing past a gap is taken
    }

    void anActUnderAnotherPersonsKeyIsNamed() {
        MUST(m_one->takeIn({}));
        m_one->signing = makeSigningKey();
        const auto slipped = m_one->takeIn({});
        MUST(slipped);
        const auto damaged = m_one->store->outbox().check(*m_one->store->registry());
        MUST(damaged);
        QCOMPARE(damaged->size(), std::size_t {1});
        QCOMPARE(damaged->front().act, slipped->act);
        QCOMPARE(damaged->front().reason, std::string {"signature"});
    }

    void cursorAndHeadsStandWhereTheLastPageEnded() {
        const auto written = m_one->takeIn({});
        MUST(written);
        const FeedPage page = m_centre->admitted({m_one->bytes(written->act)});
        MUST(m_two->take(page));
        QCOMPARE(*m_two->store->feed().cursor(), page.cursor);
        const auto heads = m_two->store->feed().heads();
        MUST(heads);
        QCOMPARE(heads->size(), std::size_t {2});
        QCOMPARE(heads->at(0).scope, departmentScope);
        QCOMPARE(heads->at(0).position, std::int64_t {1});
        QCOMPARE(heads->at(0).hash, page.items.front().line.link);
        QCOMPARE(m_two->store->journal().seen()->position, static_cast<std::int64_t>(m_hall.items.size()));
        QCOMPARE(m_two->store->journal().seen()->hash, m_hall.items.back().line.link);
        MUST(m_two->store->feed().beginAnew());
        QVERIFY(m_two->store->feed().cursor()->empty());
        QVERIFY(m_two->store->feed().heads()->empty());
        MUST(m_two->store->lists().row(written->streams.front()));
    }

    void aPageThatCannotBeAppliedWholeIsNotAppliedAtAll() {
        const auto written = m_one->takeIn({});
        MUST(written);
        FeedPage page = m_centre->admitted({m_one->bytes(written->act)});
        page.items.front().acts.front().bodies.front().facts.back() = ' ';
        MUST_FAIL(preparePage(page, *m_two->store->keys().keys()), "feed.act");
        const auto together = m_two->store->together([&]() -> Result<void> {
            auto good = preparePage(m_centre->admitted({m_one->bytes(written->act)}), *m_two->store->keys().keys());
            if (auto applied = m_two->store->feed().apply(*good); !applied)
                return tl::unexpected<Error> {applied.error()};
            return failure("test.rolled_back");
        });
        MUST_FAIL(together, "test.rolled_back");
        MUST_FAIL(m_two->store->lists().row(written->streams.front()), "storage.unknown_case");
        QVERIFY(*m_two->store->feed().cursor() == m_hall.cursor);
        MUST(m_two->take(m_centre->admitted({m_one->bytes(written->act)})));
        MUST(m_two->store->lists().row(written->streams.front()));
    }
};

QTEST_GUILESS_MAIN(StreamsTest)
#include "streams_test.moc"
