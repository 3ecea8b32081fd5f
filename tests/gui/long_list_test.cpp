// SPDX-License-Identifier: GPL-3.0-or-later
// A list that is longer than anything that is read at once: its end, its place while others work, its table. As many
// cases as YICHUANG_ROWS says, 1,100 by default; YICHUANG_PICTURES=DIR keeps a picture.
#include "counter_desk.h"

#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>
#include <yichuang/vault/crypto.h>

#include <QFile>
#include <QListView>
#include <QSet>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr int rowsByDefault = 1'100; ///< more than the 1,000 that the file gives at once

class LongListTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;
    int m_rows = rowsByDefault;

    [[nodiscard]] ui::CaseListScreen& list() { return *m_desk->ui().toDoScreen(); }
    [[nodiscard]] int current() { return list().view()->currentIndex().row(); }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        QVERIFY(ui::installLanguage(*qApp, ui::Language::Chinese));
        ui::applyTheme(*qApp, ui::Theme(ui::Appearance::Light, 1));
        if (const int rows = qEnvironmentVariableIntValue("YICHUANG_ROWS"); rows > rowsByDefault)
            m_rows = rows;
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei"});
        m_desk = openCounter(*m_hall);
        for (int taken = 0; taken < m_rows; ++taken) {
            // The centre gives the next block of numbers when this one nears its end.
            QVERIFY(comesTrue([&] { return m_desk->workplace().sync().status().numbersLeft > 2; }));
            QVERIFY(!m_desk->accepted(QStringLiteral("yyxyc"), QStringLiteral("测试第%1").arg(taken + 1)).empty());
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
        const QString pictures = QString::fromLocal8Bit(qgetenv("YICHUANG_PICTURES"));
        if (!pictures.isEmpty())
            m_desk->window().grab().save(pictures + QStringLiteral("/to-do-long-end.png"));
    }

    void whatChangesElsewhereTakesNobodyFromHerPlace() {
        m_desk->press(Qt::Key_PageUp);
        QVERIFY(comesTrue([&] { return current() > 0 && current() < m_rows - 1; }));
        const StreamId here = list().selected();
        const int row = current();
        const QRect place = list().view()->visualRect(list().view()->currentIndex());
        // One more comes in: every list is asked again.
        QVERIFY(!m_desk->accepted(QStringLiteral("yyxyc"), QStringLiteral("测试后来")).empty());
        ++m_rows;
        QVERIFY(comesTrue([&] { return list().model().total() == m_rows; }));
        QCOMPARE(list().selected(), here);
        QVERIFY(current() == row || current() == row + 1);
        QVERIFY(list().view()->viewport()->rect().intersects(list().view()->visualRect(list().view()->currentIndex())));
        QVERIFY(!place.isEmpty());
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

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(LongListTest)
#include "long_list_test.moc"
