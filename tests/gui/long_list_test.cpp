// SPDX-License-Identifier: GPL-3.0-or-later
// A list that is longer than anything that is read at once: its end, its place while others work, its table. As many
// cases as YICHUANG_ROWS says, 1,100 by default; YICHUANG_PICTURES=DIR keeps a picture.
#include "counter_desk.h"

#include <yichuang/ui/fit.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/desk_screen.h>
#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>
#include <yichuang/vault/crypto.h>

#include <QFile>
#include <QListView>
#include <QSet>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr int settledMilliseconds = 2'000; ///< for a layout to come to rest
constexpr int waitingAtTheDesk = 220;
constexpr int rowsByDefault = 1'100; ///< more than the 1,000 that the file gives at once

class LongListTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;
    int m_rows = rowsByDefault;
    std::vector<StreamId> m_toDecide; ///< the first of them

    void look(const QString& name) {
        (void)comesTrue([&] { return ui::cutTexts(m_desk->window()).isEmpty(); }, settledMilliseconds);
        const QString pictures = QString::fromLocal8Bit(qgetenv("YICHUANG_PICTURES"));
        if (!pictures.isEmpty())
            m_desk->window().grab().save(QStringLiteral("%1/%2.png").arg(pictures, name));
        const QStringList cut = ui::cutTexts(m_desk->window()) + ui::wideAreas(m_desk->window());
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QStringLiteral(" | "))));
    }
    /// The same step with every case that waits for the chief.
    void performAll(Event event, const CommandFacts& facts) {
        for (const StreamId& stream : m_toDecide) {
            CaseCommand command;
            command.stream = stream;
            command.event = event;
            command.facts = facts;
            command.particulars.insert(QStringLiteral("opinion"), QStringLiteral("材料属实，建议准予。"));
            QVERIFY(m_desk->perform(command));
        }
    }

    [[nodiscard]] ui::CaseListScreen& list() { return *m_desk->ui().toDoScreen(); }
    [[nodiscard]] int current() { return list().view()->currentIndex().row(); }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        QVERIFY(ui::installLanguage(*qApp, ui::Language::Chinese));
        ui::applyTheme(*qApp, ui::Theme(ui::Appearance::Light, 1));
        if (const int rows = qEnvironmentVariableIntValue("YICHUANG_ROWS"); rows > rowsByDefault)
            m_rows = rows;
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei", "caiwen", "tangyu"});
        m_desk = openCounter(*m_hall);
        for (int taken = 0; taken < m_rows; ++taken) {
            // The centre gives the next block of numbers when this one nears its end.
            QVERIFY(comesTrue([&] { return m_desk->workplace().sync().status().numbersLeft > 2; }));
            const StreamId stream
                = m_desk->accepted(QStringLiteral("yyxyc"), QStringLiteral("测试第%1").arg(taken + 1));
            QVERIFY(!stream.empty());
            if (taken < waitingAtTheDesk)
                m_toDecide.push_back(stream);
        }
        m_desk->press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(comesTrue([&] { return list().model().total() == m_rows; }));
    }

    void theEndOfTheListIsItsEnd() {
        QCOMPARE(current(), 0);
        m_desk->press(Qt::Key_End);
        QVERIFY(comesTrue([&] { return current() == m_rows - 1; }));
        // The preview has followed.
        const QString last = list().model().row(m_rows - 1)->applicant;
        QVERIFY2(comesTrue([&] { return m_desk->words().contains(last); }), qPrintable(m_desk->words()));
        QSet<QString> streams;
        for (int row = 0; row < m_rows; ++row)
            streams.insert(QString::fromStdString(list().model().row(row)->caseNo.toStdString()));
        QCOMPARE(streams.size(), m_rows);
        look(QStringLiteral("to-do-long-end"));
    }

    void whatChangesElsewhereTakesNobodyFromHerPlace() {
        m_desk->press(Qt::Key_PageUp);
        QVERIFY(comesTrue([&] { return current() > 0 && current() < m_rows - 1; }));
        const StreamId here = list().selected();
        const int row = current();
        // One more comes in: every list is asked again.
        QVERIFY(!m_desk->accepted(QStringLiteral("yyxyc"), QStringLiteral("测试后来")).empty());
        ++m_rows;
        QVERIFY(comesTrue([&] { return list().model().total() == m_rows; }));
        QCOMPARE(list().selected(), here);
        QVERIFY(current() == row || current() == row + 1);
        QVERIFY(list().view()->viewport()->rect().intersects(list().view()->visualRect(list().view()->currentIndex())));
        m_desk->press(Qt::Key_Home);
        QCOMPARE(current(), 0);
    }

    void theTableHoldsTheWholeList() {
        list().setFolder(m_hall->folder());
        m_desk->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY2(
            comesTrue([&] { return m_desk->words().contains(QStringLiteral(".csv")); }), qPrintable(m_desk->words()));
        const QStringList names = QDir(m_hall->folder()).entryList({QStringLiteral("*.csv")});
        QCOMPARE(names.size(), 1);
        QFile table(m_hall->folder() + QLatin1Char('/') + names.front());
        QVERIFY(table.open(QIODevice::ReadOnly));
        // A line for each, and the heading.
        QCOMPARE(table.readAll().count("\r\n"), m_rows + 1);
    }

    void moreThanTwoHundredWaitForTheChief() {
        m_desk->switchTo(QStringLiteral("caiwen"));
        CommandFacts assigned;
        assigned.reviewer = PersonId {"tangyu"};
        performAll(Event::Assign, assigned);
        m_desk->switchTo(QStringLiteral("tangyu"));
        CommandFacts opinion;
        opinion.opinionGiven = true;
        opinion.opinionVerdict = "grant";
        opinion.opinionDate = m_desk->workplace().today();
        performAll(Event::SubmitOpinion, opinion);
        m_desk->switchTo(QStringLiteral("caiwen"));
        m_desk->press(Qt::Key_2, Qt::AltModifier);
        const ui::DeskScreen& desk = *m_desk->ui().deskScreen();
        QVERIFY(comesTrue([&] { return m_desk->words().contains(QString::number(waitingAtTheDesk)); }));
        QVERIFY(comesTrue([&] { return !desk.current().empty(); }));
        look(QStringLiteral("desk-220-waiting"));
        // The list goes on behind the first 200.
        auto* rows = m_desk->find<QListView>("desk.list");
        QVERIFY(rows);
        for (int row = 0; row < waitingAtTheDesk - 1; ++row) {
            // These presses come faster than any answer can: a hand leaves time for the rows ahead.
            QVERIFY(comesTrue([&] { return rows->model()->rowCount() > row + 1; }));
            m_desk->press(Qt::Key_Down);
            QVERIFY2(comesTrue([&] { return rows->currentIndex().row() == row + 1; }),
                qPrintable(QStringLiteral("%1 of %2").arg(row).arg(rows->model()->rowCount())));
        }
        look(QStringLiteral("desk-220-waiting-end"));
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(LongListTest)
#include "long_list_test.moc"
