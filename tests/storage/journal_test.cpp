// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall.h"

using namespace yichuang;
using namespace yichuang::test;

class JournalTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    std::unique_ptr<TestCentre> m_centre;
    FeedPage m_hall;
    std::unique_ptr<Desk> m_desk;

private Q_SLOTS:
    void init() {
        QVERIFY(startVault());
        m_clock.startOver();
        m_folder = std::make_unique<QTemporaryDir>();
        m_centre = std::make_unique<TestCentre>();
        m_hall = m_centre->hallPage();
        m_desk = std::make_unique<Desk>(m_folder->filePath(QStringLiteral("one")), m_clock, *m_centre, "w1");
        MUST(m_desk->open(m_hall));
    }
    void cleanup() {
        m_desk.reset();
        m_folder.reset();
    }

    void anIntakeIsOneActWithItsNumberItsRowAndItsChain() {
        const auto written = m_desk->takeIn({});
        MUST(written);
        QCOMPARE(written->number, std::int64_t {1});
        QCOMPARE(written->streams.size(), std::size_t {1});
        const auto row = m_desk->store->lists().row(written->streams.front());
        MUST(row);
        QCOMPARE(row->state.stage, Stage::Accepted);
        QCOMPARE(row->applicant, std::string {"张测试"});
        QCOMPARE(row->caseNo, makeCaseNo("400", 2018, 1));
        QCOMPARE(row->department, department);
        QVERIFY(row->marks.takenInHere);
        QCOMPARE(row->marks.waiting, 1);
        const auto chain = m_desk->store->journal().chain();
        MUST(chain);
        QCOMPARE(chain->number, std::int64_t {1});
        const ActBytes bytes = m_desk->bytes(written->act);
        QCOMPARE(chain->hash, hashOfAct(bytes.head, bytes.signature));
        const auto found = m_desk->store->journal().streamOfNumber(row->caseNo);
        MUST(found);
        QCOMPARE(*found, written->streams.front());
    }

    void theFileOfACaseFoldsToTheSameStateAsItsRow() {
        const auto written = m_desk->takeIn({});
        MUST(written);
        const auto file = m_desk->store->journal().file(written->streams.front());
        MUST(file);
        const auto row = m_desk->store->lists().row(written->streams.front());
        MUST(row);
        QVERIFY(file->state == row->state);
        QCOMPARE(file->entries.size(), std::size_t {2});
        QCOMPARE(file->entries[0].entry.event, Event::Receive);
        QVERIFY(file->entries[0].particulars.has_value());
        QCOMPARE(file->entries[0].particulars->at("summary"), std::string {"张测试"});
        QVERIFY(!file->base);
        QVERIFY(file->after);
        QVERIFY((*file->after == EntryId {written->act, 1}));
        QCOMPARE(file->admitted.stage, Stage::Draft);
    }

    void anActThatTheLawRefusesTakesNoNumberAndLeavesNothing() {
        const auto left = m_desk->store->leases().left(2018);
        MUST(left);
        const auto refused = m_desk->store->journal().write([&](ActDesk& desk) -> Result<NewAct> {
            const auto number = desk.takeNumber(2018);
            if (!number)
                return tl::unexpected<Error> {number.error()};
            return failure("law.refused");
        });
        MUST_FAIL(refused, "law.refused");
        QCOMPARE(*m_desk->store->leases().left(2018), *left);
        QCOMPARE(m_desk->store->journal().chain()->number, std::int64_t {0});
        const auto written = m_desk->takeIn({});
        MUST(written);
        QCOMPARE(m_desk->store->lists().row(written->streams.front())->caseNo, makeCaseNo("400", 2018, 1));
    }

    void anActWhoseWriterThrowsLeavesNothing() {
        const auto thrown = m_desk->store->journal().write([&](ActDesk& desk) -> Result<NewAct> {
            [[maybe_unused]] const auto number = desk.takeNumber(2018);
            throw std::runtime_error("the writer fell over");
        });
        MUST_FAIL(thrown, "storage.fault");
        QCOMPARE(*m_desk->store->leases().left(2018), 2000);
        MUST(m_desk->takeIn({}));
    }

    void theSecondActOnACaseRestsOnTheFirstAndLinksToIt() {
        const auto first = m_desk->takeIn({});
        MUST(first);
        Command withdraw = m_desk->commandFor(Event::Withdraw, PersonId {"li"}, Role::WindowClerk);
        withdraw.facts.inWriting = true;
        const auto second = m_desk->perform(first->streams.front(), withdraw);
        MUST(second);
        const auto head = parseHead(m_desk->bytes(second->act).head);
        MUST(head);
        const ActBytes before = m_desk->bytes(first->act);
        QCOMPARE(head->previous, hashOfAct(before.head, before.signature));
        QVERIFY(!head->entries.front().base);
        QVERIFY((head->entries.front().after == EntryId {first->act, 1}));
        QCOMPARE(m_desk->store->lists().row(first->streams.front())->state.stage, Stage::Withdrawn);
    }

    void aDraftEndsWithTheActThatConcludesIt() {
        Draft draft {
            "0190c3aa-0000-7000-8000-000000000001", PersonId {"li"}, ItemId {"item-1"}, m_desk->now(), "张测", "{…}"};
        MUST(m_desk->store->drafts().save(draft));
        QCOMPARE(m_desk->store->drafts().of(PersonId {"li"})->size(), std::size_t {1});
        MUST(m_desk->takeIn({}, true, draft.id));
        QVERIFY(m_desk->store->drafts().of(PersonId {"li"})->empty());
    }

    void aDraftIsKeptAsTypedAndSurvivesARestart() {
        Draft draft {"0190c3aa-0000-7000-8000-000000000001", PersonId {"li"}, ItemId {"item-1"}, m_desk->now(), "", ""};
        const std::vector<std::string> typed {"测", "测试", "测试𠮷𬱖😀", std::string(10'000, 'x')};
        for (const std::string& text : typed) {
            draft.title = text.substr(0, 9);
            draft.content = "{\"name\":\"" + text + "\"}";
            MUST(m_desk->store->drafts().save(draft));
        }
        m_desk->store.reset();
        MUST(m_desk->open(m_hall));
        const auto read = m_desk->store->drafts().draft(draft.id);
        MUST(read);
        QVERIFY(*read == draft);
        QVERIFY(m_desk->store->drafts().of(PersonId {"sun"})->empty());
        MUST(m_desk->store->drafts().takeOver(draft.id, PersonId {"sun"}));
        QCOMPARE(m_desk->store->drafts().of(PersonId {"sun"})->size(), std::size_t {1});
        MUST(m_desk->store->drafts().discard(draft.id));
        MUST_FAIL(m_desk->store->drafts().draft(draft.id), "storage.unknown_draft");
    }

    void afterARestartEverythingIsThereAndTheChainGoesOn() {
        std::vector<WrittenAct> acts;
        for (int i = 0; i < 5; ++i) {
            auto written = m_desk->takeIn({});
            MUST(written);
            acts.push_back(*written);
        }
        const auto before = m_desk->store->journal().chain();
        m_desk->store.reset();
        MUST(m_desk->open(m_hall));
        QVERIFY(*m_desk->store->journal().chain() == *before);
        QCOMPARE(m_desk->store->registry()->person(PersonId {"li"})->name, std::string {"李窗口"});
        for (const WrittenAct& act : acts)
            MUST(m_desk->store->journal().file(act.streams.front()));
        const auto next = m_desk->takeIn({});
        MUST(next);
        QCOMPARE(next->number, std::int64_t {6});
        QVERIFY(m_desk->store->outbox().check(*m_desk->store->registry())->empty());
    }

    void leasedNumbersAreTakenInOrderAndEndWithTheirYear() {
        Leases& leases = m_desk->store->leases();
        QCOMPARE(*leases.left(2018), 2000);
        QVERIFY(!*leases.wanted(2018));
        QVERIFY(*leases.wanted(2019));
        QCOMPARE(*leases.take(2018), makeCaseNo("400", 2018, 1));
        QCOMPARE(*leases.take(2018), makeCaseNo("400", 2018, 2));
        MUST_FAIL(leases.take(2019), "lease.year");
        Block next {"block-2", "400", 2018, 3000, 3009, WorkstationId {"w1"}, 2};
        MUST(leases.add(next));
        MUST(leases.add(next));
        QCOMPARE(*leases.left(2018), 2008);
        Block clash {"block-3", "400", 2018, 3005, 3020, WorkstationId {"w1"}, 3};
        MUST_FAIL(leases.add(clash), "lease.overlap");
        MUST(leases.add({"block-4", "400", 2019, 1, 10, WorkstationId {"w1"}, 4}));
        QCOMPARE(*leases.endYearsBefore(2019), 2008);
        MUST_FAIL(leases.take(2018), "lease.year");
        for (int serial = 1; serial <= 8; ++serial)
            QCOMPARE(*leases.take(2019), makeCaseNo("400", 2019, serial));
        QVERIFY(*leases.wanted(2019));
        MUST(leases.giveUpAll());
        MUST_FAIL(leases.take(2019), "lease.empty");
    }

    void withoutTheKeyOnlyClearThingsCanBeRead() {
        const auto written = m_desk->takeIn({});
        MUST(written);
        m_desk->store->keys().lock();
        MUST_FAIL(m_desk->store->lists().page({}), "storage.locked");
        MUST_FAIL(m_desk->store->journal().file(written->streams.front()), "storage.locked");
        MUST_FAIL(m_desk->takeIn({}), "storage.locked");
        MUST_FAIL(m_desk->store->outbox().next(10, 1'000'000), "storage.locked");
        QCOMPARE(m_desk->store->people().all()->front().name, std::string {"李窗口"});
        QCOMPARE(m_desk->store->settings().enrolment()->value().hallName, std::string {"测试政务大厅"});
        QCOMPARE(m_desk->store->outbox().state()->waiting, 1);
    }

    void theDataKeyOpensByPasswordByRecoveryKeyAndByNothingElse() {
        KeySlots& keys = m_desk->store->keys();
        MUST_FAIL(keys.make(m_centre->recovery.publicKey), "storage.key_exists");
        MUST(keys.keepForPerson(PersonId {"li"}, "测试口令", PasswordCost::Test));
        keys.lock();
        MUST_FAIL(keys.unlockByPassword(PersonId {"li"}, "falsch"), "vault.password");
        MUST_FAIL(keys.unlockByPassword(PersonId {"sun"}, "测试口令"), "storage.no_slot");
        MUST_FAIL(keys.unlock(makeDataKey()), "storage.wrong_key");
        QVERIFY(!keys.unlocked());
        MUST(keys.unlockByPassword(PersonId {"li"}, "测试口令"));
        QVERIFY(keys.unlocked());
        keys.lock();
        QVERIFY(!keys.unlockByRecovery(makeRecoveryKey()).has_value());
        MUST(keys.unlockByRecovery(m_centre->recovery));
        QVERIFY(m_desk->store->registry()->person(PersonId {"li"}) != nullptr);
        MUST(keys.forgetPerson(PersonId {"li"}));
        QVERIFY(!*keys.hasSlot(PersonId {"li"}));
    }

    void theWorkstationsOwnKeyIsKeptSealed() {
        MUST_FAIL(m_desk->store->settings().credential(), "storage.no_credential");
        const KeyPair credential = makeSigningKey();
        MUST(m_desk->store->settings().keepCredential(credential.secretKey));
        const auto read = m_desk->store->settings().credential();
        MUST(read);
        QCOMPARE(hexOf(read->bytes()), hexOf(credential.secretKey.bytes()));
    }

    void aNewEnrolmentBeginsANewChainAndKeepsTheTail() {
        MUST(m_desk->takeIn({}));
        Enrolment again = *m_desk->store->settings().enrolment().value();
        again.workstation = WorkstationId {"w9"};
        MUST(m_desk->store->settings().enrol(again));
        QCOMPARE(m_desk->store->journal().chain()->number, std::int64_t {0});
        QCOMPARE(m_desk->store->journal().chain()->origin, OriginId {"ws:w9"});
        MUST_FAIL(m_desk->takeIn({}), "lease.empty");
        MUST(m_desk->store->leases().add({"b9", "400", 2018, 5001, 5100, WorkstationId {"w9"}, 9}));
        MUST(m_desk->takeIn({}));
        const auto waiting = m_desk->store->outbox().next(10, 1'000'000);
        MUST(waiting);
        QCOMPARE(waiting->size(), std::size_t {2});
        QCOMPARE(waiting->at(0).origin, OriginId {"ws:w1"});
        QCOMPARE(waiting->at(1).origin, OriginId {"ws:w9"});
        QCOMPARE(waiting->at(1).number, std::int64_t {1});
    }

    void whatIsKnownOfPeopleSettingsAndTimeComesBack() {
        KnownPerson wang;
        wang.person = PersonId {"wang"};
        wang.name = "王科长";
        wang.wrappedKey = std::string {"\x01\x00\xff", 3};
        wang.lastSignIn = 5;
        wang.offlineUntil = 77;
        MUST(m_desk->store->people().remember(wang));
        QVERIFY(*m_desk->store->people().person(PersonId {"wang"}) == wang);
        QVERIFY(**m_desk->store->people().find("王科长") == wang);
        QCOMPARE(m_desk->store->people().all()->front().person, PersonId {"wang"});
        MUST(m_desk->store->settings().setText("printer", "前台打印机"));
        QCOMPARE(*m_desk->store->settings().text("printer"), std::string {"前台打印机"});
        const ClockRecord record {-1500, 1542592800000, 1542592800001};
        MUST(m_desk->store->settings().keepClock(record));
        QVERIFY(*m_desk->store->settings().clock() == record);
    }

    void aClockThatWasSetBackOrOnIsNoticed() {
        ClockWatch watch(m_clock);
        ClockRecord record;
        m_clock.advance(std::chrono::hours {3});
        QVERIFY(watch.look(record) == ClockFinding::Fine);
        m_clock.set(std::chrono::hours {-1});
        QVERIFY(watch.look(record) == ClockFinding::MovedBack);
        watch.confirm();
        QVERIFY(watch.look(record) == ClockFinding::Fine);
        m_clock.set(std::chrono::hours {24});
        QVERIFY(watch.look(record) == ClockFinding::MovedOn);
        watch.confirm();
        record.lastContact = toMilliseconds(m_clock.now()) + 3'600'000;
        QVERIFY(watch.look(record) == ClockFinding::BeforeLastContact);
    }

    void anotherWriterOfTheChainIsNoticed() {
        MUST(m_desk->takeIn({}));
        auto image = WorkstationStore::open(m_desk->path, m_clock);
        MUST(image);
        MUST((*image)->keys().unlockByRecovery(m_centre->recovery));
        std::swap(m_desk->store, *image);
        MUST(m_desk->takeIn({}));
        std::swap(m_desk->store, *image);
        MUST_FAIL(m_desk->takeIn({}), "storage.chain_moved");
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"
