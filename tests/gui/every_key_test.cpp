// SPDX-License-Identifier: GPL-3.0-or-later
// Every action that F1 lists does something on the real window: whole table first, then those keys that no other walk
// presses.
#include "counter_desk.h"

#include <yichuang/ui/cards.h>
#include <yichuang/ui/case_list.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/applicant_panel.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/today_screen.h>
#include <yichuang/vault/crypto.h>

#include <QDir>
#include <QFile>
#include <QListView>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const QString performance = QStringLiteral("yyxyc"); // 营业性演出审批
const QString number = QStringLiteral("430400198503120011");

class EveryKeyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;

    /// The applicant takes it back: the case is done.
    bool withdrawn(const StreamId& stream) {
        CaseCommand withdrawal;
        withdrawal.stream = stream;
        withdrawal.event = Event::Withdraw;
        withdrawal.facts.inWriting = true;
        return m_desk->perform(withdrawal);
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei", "fanrui", "tangyu"});
        m_desk = openCounter(*m_hall);
    }

    void init() { m_desk->letDoublePressPass(); }

    void everyActionOfTheTableIsBound() {
        int seen = 0;
        for (const ui::ActionDefinition& definition : ui::actionDefinitions()) {
            if (definition.part != ui::Part::None)
                continue;
            QVERIFY2(m_desk->ui().registry().action(QString::fromLatin1(definition.id)).isBound(), definition.id);
            ++seen;
        }
        QVERIFY(seen > 50);
    }

    void theListOfWhatToBringIsPrintedFromTheItemsAndFromTheIntake() {
        CounterDesk& desk = *m_desk;
        QVERIFY(desk.everythingIsSent());
        desk.press(Qt::Key_F2);
        desk.type(performance);
        const std::size_t before = desk.printer().jobs().size();
        desk.press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(desk.screen(), ui::Screen::Papers);
        QVERIFY2(comesTrue([&] { return desk.words().contains(QStringLiteral("Process sheet")); }),
            qPrintable(desk.words()));
        desk.printPapers();
        // Back at the items, what was typed still there, and nothing was written of it.
        QCOMPARE(desk.screen(), ui::Screen::FindItem);
        QCOMPARE(desk.ui().findItemScreen()->line()->text(), performance);
        QCOMPARE(desk.printer().jobs().size(), before + 1);
        const PaperContent printed = desk.printer().jobs().back().content;
        QCOMPARE(printed.kind, PaperKind::ProcessSheet);
        QCOMPARE(printed.materials.size(), std::size_t {7});
        QVERIFY(printed.caseNo.empty());
        QCOMPARE(desk.workplace().sync().status().waiting, 0);

        desk.press(Qt::Key_Return);
        QVERIFY(comesTrue([&] { return desk.screen() == ui::Screen::Intake; }));
        auto* name = desk.find<ui::NameField>("applicant.name");
        desk.typeInto(name->editor(), QStringLiteral("测试甲"));
        desk.letDoublePressPass();
        desk.press(Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(desk.screen(), ui::Screen::Papers);
        desk.press(Qt::Key_Escape);
        QCOMPARE(desk.screen(), ui::Screen::Intake);
        QCOMPARE(name->value(), QStringLiteral("测试甲"));
        desk.press(Qt::Key_G, Qt::ControlModifier);
        desk.printPapers();
        QCOMPARE(desk.screen(), ui::Screen::Intake);
        QCOMPARE(name->value(), QStringLiteral("测试甲"));
        QCOMPARE(desk.printer().jobs().back().content, printed);
        QCOMPARE(desk.workplace().sync().status().waiting, 0);
    }

    void agentAndOrganisationAreOneKeyAway() {
        CounterDesk& desk = *m_desk;
        desk.beginIntake(performance);
        QCOMPARE(desk.focus(), desk.find<ui::Field>("applicant.id_number")->editor());
        desk.press(Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(desk.focus(), desk.find<ui::Field>("applicant.code")->editor());
        QVERIFY(desk.find<ui::Field>("applicant.legal_representative")->isVisible());
        desk.letDoublePressPass();
        desk.press(Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(desk.focus(), desk.find<ui::Field>("applicant.id_number")->editor());
        QVERIFY(!desk.find<ui::Field>("agent.name")->isVisible());
        // The applicant first; whoever is filled in already is passed over.
        desk.type(number);
        desk.typeInto(desk.find<ui::Field>("applicant.name")->editor(), QStringLiteral("测试甲"));
        desk.press(Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(desk.focus(), desk.find<ui::Field>("agent.id_number")->editor());
        desk.letDoublePressPass();
        desk.press(Qt::Key_J, Qt::ControlModifier);
        QVERIFY(!desk.find<ui::Field>("agent.id_number")->isVisible());
        QCOMPARE(desk.find<ui::NameField>("applicant.name")->value(), QStringLiteral("测试甲"));
    }

    void aKnownAgentIsOfferedToo() {
        CounterDesk& desk = *m_desk;
        QVERIFY(!desk.accepted(performance, QStringLiteral("测试戊")).empty());
        desk.beginIntake(performance);
        desk.press(Qt::Key_O, Qt::ControlModifier);
        auto* agent = desk.find<ui::IdentifierField>("agent.id_number");
        desk.typeInto(agent->editor(), number);
        QVERIFY2(comesTrue([&] { return agent->shownNote().contains(QStringLiteral("Known: 测试戊")); }),
            qPrintable(agent->shownNote()));
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.find<ui::NameField>("agent.name")->value(), QStringLiteral("测试戊"));
        QCOMPARE(desk.find<ui::IdentifierField>("agent.phone")->value(), QStringLiteral("13900000000"));
        // On to what comes behind the agent: the form.
        QCOMPARE(desk.focus(), desk.ui().intakeScreen()->form()->firstField()->editor());
    }

    void theKeyForScansSaysWhyItRests() {
        CounterDesk& desk = *m_desk;
        desk.beginIntake(performance);
        ui::ChecklistView* list = desk.ui().intakeScreen()->checklist();
        list->setFocus(Qt::TabFocusReason);
        desk.press(Qt::Key_S);
        QVERIFY2(comesTrue([&] { return desk.words().contains(QStringLiteral("Scans are not taken yet")); }),
            qPrintable(desk.words()));
        QCOMPARE(list->currentIndex().row(), 0);
        desk.press(Qt::Key_Space);
        QVERIFY(comesTrue([&] { return !desk.words().contains(QStringLiteral("Scans are not taken yet")); }));
        QCOMPARE(list->rows().front().mark, MaterialState::Here);
    }

    void aDoneCaseIsPrintedAgainFromItsListAndTheListIsExported() {
        CounterDesk& desk = *m_desk;
        const StreamId stream = desk.accepted(performance, QStringLiteral("测试乙"));
        QVERIFY(!stream.empty());
        QVERIFY(withdrawn(stream));
        desk.press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(comesTrue([&] { return desk.ui().doneScreen()->selected() == stream; }));
        const std::size_t before = desk.printer().jobs().size();
        desk.press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(comesTrue([&] { return desk.screen() == ui::Screen::Papers; }));
        desk.printPapers();
        QCOMPARE(desk.screen(), ui::Screen::Done);
        QVERIFY(desk.printer().jobs().size() > before);

        desk.ui().doneScreen()->setFolder(m_hall->folder());
        desk.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY2(comesTrue([&] { return desk.words().contains(QStringLiteral("1 case(s) saved as ")); }),
            qPrintable(desk.words()));
        const QStringList tables = QDir(m_hall->folder()).entryList({QStringLiteral("*.csv")});
        QCOMPARE(tables.size(), 1);
        QFile table(QDir(m_hall->folder()).filePath(tables.front()));
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QByteArray bytes = table.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF\"Case number\","));
        const QString words = QString::fromUtf8(bytes);
        QCOMPARE(words.count(QStringLiteral("\r\n")), 2);
        const auto row = desk.ui().doneScreen()->model().row(0);
        QVERIFY(words.contains(row->itemTitleEn));
        QVERIFY(!words.contains(row->applicant)); // a table of persons takes two people's consent
        QVERIFY(!words.contains(row->caseNo)); // grouped: a spreadsheet rounds fourteen digits
    }

    void aCardReadAnywhereFindsThatPersonsCases() {
        CounterDesk& desk = *m_desk;
        const StreamId stream = desk.accepted(performance, QStringLiteral("测试丁"));
        QVERIFY(!stream.empty());
        desk.press(Qt::Key_4, Qt::AltModifier);
        desk.scan(number);
        auto* search = desk.window().searchField();
        QVERIFY(comesTrue([&] { return search->line()->hasFocus() && search->line()->text() == number; }));
        auto* found = desk.window().findChild<QListView*>(QStringLiteral("searchResults"));
        QVERIFY(comesTrue([&] { return found->isVisible() && found->model()->rowCount() > 0; }));
        desk.press(Qt::Key_Return);
        QVERIFY(comesTrue([&] { return desk.screen() == ui::Screen::Case && desk.onPage(); }));
        QCOMPARE(desk.onPage()->applicant.self.idNumber, number);
    }

    void nobodySeesTheRowsOfThePersonBefore() {
        CounterDesk& desk = *m_desk;
        QVERIFY(!desk.accepted(performance, QStringLiteral("测试丙")).empty());
        desk.press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(comesTrue([&] { return desk.ui().toDoScreen()->model().rowCount() > 0; }));
        int rows = -1;
        StreamId selected {"?"};
        const auto connection = connect(&desk.workplace().session(), &Session::signedIn, this, [&] {
            rows = desk.ui().toDoScreen()->model().rowCount();
            selected = desk.ui().todayScreen()->selected();
        });
        desk.switchTo(QStringLiteral("fanrui"));
        disconnect(connection);
        QCOMPARE(rows, 0);
        QVERIFY(selected.empty());
        desk.switchTo(QStringLiteral("liufei"));
        QVERIFY(comesTrue([&] { return desk.ui().toDoScreen()->model().rowCount() > 0; }));
    }

    void theCentreEndsTheSessionOfWhoeverLocks() {
        const auto ended = [this] {
            QFile log(m_hall->folder() + QStringLiteral("/centre.log"));
            return log.open(QIODevice::ReadOnly) ? log.readAll().count("DELETE /v1/sessions") : 0;
        };
        const auto before = ended();
        m_desk->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(comesTrue([&] { return ended() == before + 1; }));
        m_desk->signIn(QStringLiteral("liufei"));
        QVERIFY(!m_desk->workplace().session().current()->offline);
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(EveryKeyTest)
#include "every_key_test.moc"
