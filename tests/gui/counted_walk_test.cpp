// SPDX-License-Identifier: GPL-3.0-or-later
// The walk of the counter, key by key, on the real window with a real centre behind it.
#include "counter_desk.h"

#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/applicant_panel.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/papers_screen.h>
#include <yichuang/vault/crypto.h>

#include <QComboBox>
#include <QPlainTextEdit>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const QString performance = QStringLiteral("yyxy"); // 营业性演出审批: one review, one approval, 7 fields, 7 materials
const QString knownNumber = QStringLiteral("430400198503120011");

class CountedWalkTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;
    NoMouse m_mouse;

    /// Types what a field wants; the clerk's hands stay where they are.
    void typeValue(const FormField& field) {
        switch (field.type) {
        case FieldType::Choice:
        case FieldType::Boolean:
            QTest::keyClick(m_desk->focus(), Qt::Key_Down); // the arrow in the list is the typed value
            return;
        case FieldType::Integer:
        case FieldType::Decimal:
        case FieldType::Money:
            m_desk->type(QString::number(std::max<std::int64_t>(field.minimum.value_or(1), 3)));
            return;
        case FieldType::Date:
            m_desk->type(
                field.dateBound == DateBound::NotInPast ? QStringLiteral("2018-12-20") : QStringLiteral("2018-11-01"));
            return;
        case FieldType::Identifier:
            m_desk->type(field.identifiers.front() == IdentifierKind::Uscc ? QStringLiteral("91430400MA00000A9Q")
                    : field.identifiers.front() == IdentifierKind::Phone   ? QStringLiteral("13900000000")
                                                                           : knownNumber);
            return;
        case FieldType::Text:
            m_desk->type(field.personName ? QStringLiteral("测试丙") : QStringLiteral("某路8号"));
            return;
        case FieldType::List:
            return;
        }
    }

    /// From F2 to the call for the next one, as screens.md counts it.
    void walk(bool byReader, bool known) {
        CounterDesk& desk = *m_desk;
        const auto before = desk.printer().jobs().size();
        desk.countFromHere();
        desk.press(Qt::Key_F2);
        QCOMPARE(desk.screen(), ui::Screen::FindItem);
        desk.type(performance);
        desk.press(Qt::Key_Return);
        QVERIFY(comesTrue([&] { return desk.screen() == ui::Screen::Intake; }));
        ui::IntakeScreen* screen = desk.ui().intakeScreen();
        QCOMPARE(screen->intake()->item().materials.size(), std::size_t {7});
        QCOMPARE(screen->intake()->form().fields.size(), std::size_t {7});

        auto* number = screen->findChild<ui::IdentifierField*>(QStringLiteral("applicant.id_number"));
        auto* name = screen->findChild<ui::NameField*>(QStringLiteral("applicant.name"));
        QCOMPARE(desk.focus(), number->line());
        if (byReader)
            desk.scan(knownNumber);
        else
            desk.type(knownNumber);
        if (known) {
            // The offer comes from the disk; it stands at the field before anybody presses Enter.
            QVERIFY(comesTrue([&] { return number->shownNote().contains(QStringLiteral("测试甲")); }));
            desk.press(Qt::Key_Return);
            QCOMPARE(name->value(), QStringLiteral("测试甲"));
        } else {
            desk.press(Qt::Key_Return);
            for (const QString& value : {QStringLiteral("测试甲"), QStringLiteral("13900000000"), QString {}}) {
                desk.type(value);
                desk.press(Qt::Key_Return);
            }
        }
        for (const FormField& field : screen->intake()->form().fields) {
            ui::Field* widget = screen->form()->field(field.name);
            QVERIFY2(desk.focus() == widget->editor(), field.name.c_str());
            typeValue(field);
            desk.press(Qt::Key_Return);
        }
        QCOMPARE(desk.focus(), screen->checklist());
        for (int row = 0; row < 7; ++row)
            desk.press(Qt::Key_Space);
        QCOMPARE(screen->checklist()->undecidedCount(), 0);
        QCOMPARE(screen->intake()->faults(true).size(), 0);
        desk.press(Qt::Key_F9);
        QVERIFY2(comesTrue([&] { return desk.screen() == ui::Screen::Papers; }), qPrintable(desk.words()));
        desk.press(Qt::Key_Return);
        QVERIFY2(comesTrue([&] { return desk.screen() == ui::Screen::FindItem; }), qPrintable(desk.words()));
        QVERIFY(desk.printer().jobs().size() > before);
        QCOMPARE(desk.focus(), desk.ui().findItemScreen()->line());
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei"});
        m_desk = openCounter(*m_hall);
        qApp->installEventFilter(&m_mouse);
    }

    void aStrangerIsTakenInWithoutTheMouse() {
        walk(false, false);
        QCOMPARE(m_mouse.seen, 0);
    }

    void aKnownApplicantIsTakenInWithTwentyFourKeysAtMost_data() {
        QTest::addColumn<bool>("byReader");
        QTest::newRow("by reader") << true;
        QTest::newRow("typed") << false;
    }
    void aKnownApplicantIsTakenInWithTwentyFourKeysAtMost() {
        QFETCH(bool, byReader);
        walk(byReader, true);
        if (QTest::currentTestFailed())
            return;
        // The letters of the item are no value of the case, so they are counted; the reader's own Enter is, too.
        const int keys = m_desk->keys() + static_cast<int>(performance.size()) + (byReader ? 1 : 0);
        QVERIFY2(keys <= 24, qPrintable(QString::number(keys)));
        QCOMPARE(m_mouse.seen, 0);
    }

    void cleanupTestCase() {
        qApp->removeEventFilter(&m_mouse);
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(CountedWalkTest)
#include "counted_walk_test.moc"
