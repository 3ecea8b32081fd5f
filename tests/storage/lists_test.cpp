// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall.h"

using namespace yichuang;
using namespace yichuang::test;

class ListsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeClock m_clock;
    TestCentre m_centre;
    std::unique_ptr<Desk> m_desk;
    int m_profile = 0;

    std::vector<std::string> namesOf(const Result<std::vector<HeldCase>>& found) {
        std::vector<std::string> names;
        for (const HeldCase& held : *found)
            names.push_back(held.applicant);
        return names;
    }
    bool finds(const std::string& typed, const std::string& name) {
        const auto names = namesOf(m_desk->store->search().find(typed, 50));
        return std::find(names.begin(), names.end(), name) != names.end();
    }

private Q_SLOTS:
    void init() {
        QVERIFY(startVault());
        m_clock.startOver();
        m_desk = std::make_unique<Desk>(m_folder.filePath(QString::number(++m_profile)), m_clock, m_centre, "w1");
        MUST(m_desk->open(m_centre.hallPage()));
    }

    void pagesFollowEachOtherWithoutGapOrRepetitionWhileCasesComeIn() {
        std::set<StreamId> expected;
        for (int day = 0; day < 5; ++day) {
            for (int i = 0; i < 7; ++i)
                expected.insert(m_desk->takeIn({})->streams.front());
            m_clock.advance(std::chrono::hours {24});
        }
        std::set<StreamId> seen;
        std::optional<CivilDate> lastDue;
        ListQuery query;
        query.limit = 4;
        int pages = 0;
        for (;;) {
            const auto page = m_desk->store->lists().page(query);
            MUST(page);
            QCOMPARE(page->total, pages == 0 ? 35 : -1);
            for (const HeldCase& held : page->rows) {
                QVERIFY(seen.insert(held.stream).second);
                QVERIFY(!lastDue || !held.state.receivedOn || *lastDue <= *held.state.receivedOn);
                lastDue = held.state.receivedOn;
            }
            ++pages;
            if (page->next.empty())
                break;
            query.after = page->next;
            // A case that comes in behind the reader's place does not move the pages.
            if (pages == 2)
                MUST(m_desk->takeIn({"晚测试", "430402199001011240", "13900006666"}));
        }
        QCOMPARE(seen.size(), expected.size() + 1);
        QVERIFY(std::includes(seen.begin(), seen.end(), expected.begin(), expected.end()));
    }

    void eachListShowsItsOwnCasesAndTheCountsAgree() {
        const auto mine = m_desk->takeIn({});
        const auto received = m_desk->takeIn({}, false);
        const auto gone = m_desk->takeIn({});
        MUST(mine);
        MUST(received);
        MUST(gone);
        Command withdraw = m_desk->commandFor(Event::Withdraw, PersonId {"li"}, Role::WindowClerk);
        withdraw.facts.inWriting = true;
        MUST(m_desk->perform(gone->streams.front(), withdraw));
        Command assign = m_desk->commandFor(Event::Assign, PersonId {"wang"}, Role::ChiefRepresentative);
        assign.facts.reviewer = PersonId {"zhao"};
        MUST(m_desk->perform(mine->streams.front(), assign));
        const auto streams = [&](WorkList list, const char* person) {
            ListQuery query;
            query.list = list;
            query.person = PersonId {person};
            std::vector<StreamId> all;
            const auto page = m_desk->store->lists().page(query);
            for (const HeldCase& held : page->rows)
                all.push_back(held.stream);
            return all;
        };
        QCOMPARE(streams(WorkList::Department, "li").size(), std::size_t {2});
        QVERIFY(streams(WorkList::Mine, "li") == std::vector {received->streams.front()});
        QVERIFY(streams(WorkList::Mine, "zhao") == std::vector {mine->streams.front()});
        QVERIFY(streams(WorkList::Done, "li") == std::vector {gone->streams.front()});
        QVERIFY(streams(WorkList::Stopped, "li").empty());
        QVERIFY(streams(WorkList::ToHandOver, "li").empty());
        const auto counts = m_desk->store->lists().counts(PersonId {"li"}, {department});
        MUST(counts);
        QCOMPARE(counts->mine, 1);
        QCOMPARE(counts->department, 2);
        QCOMPARE(counts->done, 1);
        QCOMPARE(m_desk->store->lists().counts(PersonId {"li"}, {"市场监督管理局"})->department, 0);
    }

    void whatWasTypedIsFoundBeforeAndAfterTheIdleBatch_data() {
        QTest::addColumn<bool>("indexed");
        QTest::newRow("in the row") << false;
        QTest::newRow("in the index") << true;
    }
    void whatWasTypedIsFoundBeforeAndAfterTheIdleBatch() {
        QFETCH(bool, indexed);
        const std::vector<Applicant> people {{"曾测试", "430402199001011234", "13912345678"},
            {"单测试", "430402199001015678", "13800001111"}, {"仇测试", "430402199101011234", "13700002222"},
            {"古丽测·艾试", "430402199201011234", "13600003333"}, {"测䶮", "430402199301011234", "13500004444"},
            {"𠮷测", "430402199401011234", "13400005555"}, {"测𬱖", "430402199501011234", "13300006666"},
            {"测", "430402199601011234", "13200007777"}};
        for (const Applicant& who : people)
            MUST(m_desk->takeIn(who));
        if (indexed) {
            QVERIFY(*m_desk->store->search().indexSome(1000) > 0);
            QCOMPARE(*m_desk->store->search().notIndexed(), 0);
        }
        for (const Applicant& who : people)
            QVERIFY2(finds(who.name, who.name), who.name.c_str());
        QVERIFY(finds("zcs", "曾测试"));
        QVERIFY(finds("ccs", "曾测试"));
        QVERIFY(finds("scs", "单测试"));
        QVERIFY(finds("qcs", "仇测试"));
        QVERIFY(!finds("zcs", "单测试"));
        QVERIFY(finds("5678", "曾测试"));
        QVERIFY(finds("5678", "单测试"));
        QVERIFY(finds("430402199001015678", "单测试"));
        QVERIFY(!finds("430402199001015678", "曾测试"));
        QVERIFY(finds("古丽测・艾试", "古丽测·艾试"));
        QVERIFY(finds(makeCaseNo("400", 2018, 1), "曾测试"));
        QVERIFY(finds("护士", "测䶮"));
        QVERIFY(m_desk->store->search().find("", 10)->empty());
        QVERIFY(m_desk->store->search().find("   ", 10)->empty());
        QVERIFY(m_desk->store->search().find("\") OR 1 --", 10).has_value());
        QVERIFY(m_desk->store->search().find(std::string(10'000, 'x'), 10).has_value());
    }

    void theNewestIsFoundFirstAcrossRowAndIndex() {
        for (int i = 0; i < 6; ++i) {
            MUST(m_desk->takeIn({"己测试", "430402199001011234", "13900000000"}));
            if (i == 2) {
                QVERIFY(*m_desk->store->search().indexSome(1000) > 0);
                QCOMPARE(*m_desk->store->search().notIndexed(), 0);
            }
        }
        const auto found = m_desk->store->search().find("己测试", 4);
        MUST(found);
        QCOMPARE(found->size(), std::size_t {4});
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(found->at(i).caseNo, makeCaseNo("400", 2018, 6 - static_cast<int>(i)));
    }

    void anAmendedNameIsFoundAndTheOldOneIsNot() {
        const auto written = m_desk->takeIn({"庚测试", "430402199001011234", "13900000000"});
        MUST(written);
        QVERIFY(*m_desk->store->search().indexSome(1000) > 0);
        QCOMPARE(*m_desk->store->search().notIndexed(), 0);
        Command amend = m_desk->commandFor(Event::Amend, PersonId {"li"}, Role::WindowClerk);
        amend.facts.field = "applicant.name";
        amend.facts.reasonGiven = true;
        amend.facts.approvedBy = PersonId {"wang"};
        const auto amended
            = m_desk->perform(written->streams.front(), amend, {{"value", "辛测试"}, {"reason", "录入有误"}});
        MUST(amended);
        QVERIFY(finds("辛测试", "辛测试"));
        QVERIFY(m_desk->store->search().find("庚测试", 10)->empty());
        QVERIFY(*m_desk->store->search().indexSome(1000) > 0);
        QCOMPARE(*m_desk->store->search().notIndexed(), 0);
        QVERIFY(finds("辛测试", "辛测试"));
        QVERIFY(m_desk->store->search().find("庚测试", 10)->empty());
    }
};

QTEST_GUILESS_MAIN(ListsTest)
#include "lists_test.moc"
