// SPDX-License-Identifier: GPL-3.0-or-later
// Who applies under age: his guardian is asked for, under fourteen nothing goes on without, and the paper names him.
#include "counter_desk.h"

#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/applicant_panel.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/vault/crypto.h>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const QString childsNumber = QStringLiteral("43040020100101001X"); // eight years on the day of the test
const QString youthsNumber = QStringLiteral("430400200206010019"); // sixteen
const QString adultsNumber = QStringLiteral("430400198503120011");
const QString parentsNumber = QStringLiteral("430400198001010015");

class GuardianTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;

    [[nodiscard]] ui::Field* field(const char* name) const {
        return m_desk->ui().intakeScreen()->findChild<ui::Field*>(QLatin1String(name));
    }
    void fill(const char* name, const QString& value) { m_desk->typeInto(field(name)->editor(), value); }
    void begin(const QString& number) {
        m_desk->beginIntake(QStringLiteral("yyxyc"));
        fill("applicant.id_number", number);
        fill("applicant.name", QStringLiteral("测试童"));
        fill("applicant.phone", QStringLiteral("13900000000"));
    }
    /// What is wrong or missing, of the guardian alone.
    [[nodiscard]] QStringList guardianFaults() const {
        QStringList paths;
        for (const FieldFault& fault : m_desk->ui().intakeScreen()->intake()->faults(true)) {
            if (fault.path.startsWith(QLatin1String("guardian.")))
                paths.push_back(fault.path + QLatin1Char(' ') + fault.code);
        }
        return paths;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei"});
        m_desk = openCounter(*m_hall);
    }

    void nobodyOfAgeIsAskedForAGuardian() {
        begin(adultsNumber);
        QVERIFY(!field("guardian.name")->isVisible());
        QCOMPARE(guardianFaults(), QStringList());
    }

    void underEighteenAGuardianIsAskedForAndMayBeLeftOut() {
        fill("applicant.id_number", youthsNumber);
        QVERIFY(field("guardian.name")->isVisible());
        QVERIFY(m_desk->words().contains(QStringLiteral("under age")));
        QCOMPARE(guardianFaults(), QStringList());
        // Whoever names one names him whole.
        fill("guardian.name", QStringLiteral("测试父"));
        QCOMPARE(guardianFaults(),
            (QStringList {QStringLiteral("guardian.id_number missing"), QStringLiteral("guardian.phone missing"),
                QStringLiteral("guardian.relation missing")}));
        fill("guardian.name", QString {});
    }

    void underFourteenNothingIsTakenInWithoutOne() {
        fill("applicant.id_number", childsNumber);
        QVERIFY(m_desk->words().contains(QStringLiteral("under fourteen")));
        m_desk->ui().intakeScreen()->checklist()->setFocus(Qt::TabFocusReason);
        m_desk->press(Qt::Key_Space);
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_R, Qt::ControlModifier);
        // Led to the first that is missing instead.
        QVERIFY2(comesTrue([&] { return m_desk->focus() == field("guardian.id_number")->editor(); }),
            qPrintable(m_desk->words()));
        QCOMPARE(m_desk->screen(), ui::Screen::Intake);
        // The guardian's card is read while one stands in his fields, and the child's number stays.
        m_desk->scan(parentsNumber);
        QVERIFY(comesTrue([&] { return field("guardian.id_number")->value() == parentsNumber; }));
        QCOMPARE(field("applicant.id_number")->value(), childsNumber);
        fill("guardian.id_number", childsNumber);
        QVERIFY(guardianFaults().contains(QStringLiteral("guardian.id_number guardian_himself")));
        fill("guardian.id_number", youthsNumber);
        QVERIFY(guardianFaults().contains(QStringLiteral("guardian.id_number guardian_under_age")));
        fill("guardian.id_number", parentsNumber);
        fill("guardian.name", QStringLiteral("测试母"));
        fill("guardian.phone", QStringLiteral("13911112222"));
        field("guardian.relation")->editor()->setFocus();
        m_desk->press(Qt::Key_Down);
        QCOMPARE(field("guardian.relation")->value(), QStringLiteral("parent"));
        QCOMPARE(guardianFaults(), QStringList());
    }

    void aDraftKeepsTheGuardian() {
        const QString id = m_desk->ui().intakeScreen()->intake()->draftId();
        m_desk->press(Qt::Key_Escape);
        QVERIFY(comesTrue([&] { return m_desk->screen() == ui::Screen::FindItem; }));
        m_desk->resumeNewestDraft();
        QCOMPARE(m_desk->ui().intakeScreen()->intake()->draftId(), id);
        QCOMPARE(field("guardian.name")->value(), QStringLiteral("测试母"));
        QCOMPARE(field("guardian.relation")->value(), QStringLiteral("parent"));
        QCOMPARE(guardianFaults(), QStringList());
    }

    void theReceiptAndTheCasePageNameTheGuardian() {
        StreamId stream;
        const auto connection = connect(m_desk->ui().intakeScreen(), &ui::IntakeScreen::concluded, this,
            [&stream](const Concluded& concluded) { stream = concluded.stream; });
        m_desk->ui().intakeScreen()->checklist()->setFocus(Qt::TabFocusReason);
        m_desk->press(Qt::Key_Space);
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY2(comesTrue([&] { return m_desk->screen() == ui::Screen::Papers; }), qPrintable(m_desk->words()));
        disconnect(connection);
        m_desk->printPapers();
        QVERIFY(!m_desk->printer().jobs().empty());
        for (const PrintJob& job : m_desk->printer().jobs()) {
            QCOMPARE(job.content.guardianName, std::string("测试母"));
            const auto paper = layOutPaper(job.content);
            QVERIFY(paper.has_value());
            QVERIFY2(paper->text().contains(QStringLiteral("法定代理")), qPrintable(paper->text()));
            QVERIFY2(paper->text().contains(QStringLiteral("测试母")), qPrintable(paper->text()));
        }
        m_desk->ui().openCase(stream);
        QVERIFY(comesTrue([&] { return m_desk->words().contains(QStringLiteral("测试母")); }));
        QVERIFY2(m_desk->words().contains(QStringLiteral("Father or mother")), qPrintable(m_desk->words()));
        QVERIFY(!m_desk->words().contains(QStringLiteral("13911112222")));
    }

    void theNextTimeTheGuardianIsKnownWithTheChild() {
        m_desk->beginIntake(QStringLiteral("yyxyc"));
        m_desk->type(childsNumber);
        QVERIFY(comesTrue([&] {
            return qobject_cast<ui::IdentifierField*>(field("applicant.id_number"))
                ->shownNote()
                .contains(QStringLiteral("测试童"));
        }));
        m_desk->press(Qt::Key_Return);
        QCOMPARE(field("guardian.name")->value(), QStringLiteral("测试母"));
        QCOMPARE(field("guardian.id_number")->value(), parentsNumber);
        QCOMPARE(guardianFaults(), QStringList());
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(GuardianTest)
#include "guardian_test.moc"
