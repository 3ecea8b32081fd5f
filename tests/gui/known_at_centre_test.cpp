// SPDX-License-Identifier: GPL-3.0-or-later
// A person whom only the centre knows is offered at another window; where the centre is away or hangs, the intake goes
// on as before.
#include "counter_desk.h"

#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/applicant_panel.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/vault/crypto.h>

#include <csignal>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const QString knownNumber = QStringLiteral("430400198503120011");
const QString strangersNumber = QStringLiteral("43040019900101001X");

class KnownAtCentreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_second;

    static ui::IdentifierField* numberOf(CounterDesk& desk) {
        return desk.ui().intakeScreen()->findChild<ui::IdentifierField*>(QStringLiteral("applicant.id_number"));
    }
    static QString valueOf(CounterDesk& desk, const char* name) {
        return desk.ui().intakeScreen()->findChild<ui::Field*>(QLatin1String(name))->value();
    }
    /// A residence permit at the window of the police, which reads no other department's cases.
    static void begin(CounterDesk& desk) {
        desk.beginIntake(QStringLiteral("jzzsl"));
        QCOMPARE(desk.focus(), numberOf(desk)->line());
    }
    /// The lines of `readings`, without the count at their end.
    [[nodiscard]] QStringList readings() const {
        const auto run = kit::runCentral({"readings", "--database", m_hall->address(), "--lang", "en"});
        QStringList lines = QString::fromStdString(run.out).split(u'\n', Qt::SkipEmptyParts);
        if (!lines.isEmpty())
            lines.removeLast();
        return lines;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei", "wangke"});
    }

    void whomTheWindowKnowsItselfItAsksNobodyAbout() {
        const auto desk = openCounter(*m_hall);
        CounterDesk& first = *desk;
        first.beginIntake(QStringLiteral("yyxyc"));
        first.typeInto(numberOf(first)->editor(), knownNumber);
        first.typeInto(first.find<ui::Field>("applicant.name")->editor(), QStringLiteral("测试甲"));
        first.typeInto(first.find<ui::Field>("applicant.phone")->editor(), QStringLiteral("13900000000"));
        first.typeInto(first.find<ui::Field>("applicant.address")->editor(), QStringLiteral("某路8号"));
        first.ui().intakeScreen()->checklist()->setFocus(Qt::TabFocusReason);
        first.press(Qt::Key_Space);
        first.letDoublePressPass();
        first.press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY2(comesTrue([&] { return first.screen() == ui::Screen::Papers; }), qPrintable(first.words()));
        first.printPapers();
        QVERIFY(first.everythingIsSent());
        // The first time the hall was asked for somebody whom nobody knew yet.
        const QStringList before = readings();
        QCOMPARE(before.size(), 1);
        QVERIFY2(before.last().contains(QStringLiteral("\tnot found\t")), qPrintable(before.last()));

        first.beginIntake(QStringLiteral("yyxyc"));
        first.type(knownNumber);
        QVERIFY(comesTrue([&] { return numberOf(first)->shownNote().contains(QStringLiteral("测试甲")); }));
        QVERIFY(!numberOf(first)->shownNote().contains(QStringLiteral("at the centre")));
        first.press(Qt::Key_Return);
        QCOMPARE(valueOf(first, "applicant.name"), QStringLiteral("测试甲"));
        QCOMPARE(readings().size(), before.size());
    }

    void whomAnotherWindowTookInIsOfferedAndTakenWithEnter() {
        m_second = std::make_unique<CounterDesk>(
            DeskSetting {m_hall->folder() + QStringLiteral("/police"), m_hall->url()}, m_hall->clock());
        CounterDesk& second = *m_second;
        second.enrol(m_hall->url(), m_hall->enrolCode("w2"));
        second.signIn(QStringLiteral("wangke"));
        QVERIFY(comesTrue([&] { return second.workplace().sync().status().numbersLeft > 0; }));
        QVERIFY(second.everythingIsSent());
        const qsizetype before = readings().size();
        begin(second);
        second.scan(knownNumber);
        second.press(Qt::Key_Return); // at once: it waits for the answer
        QVERIFY2(comesTrue([&] { return valueOf(second, "applicant.name") == QStringLiteral("测试甲"); }),
            qPrintable(second.words()));
        QCOMPARE(valueOf(second, "applicant.phone"), QStringLiteral("13900000000"));
        QCOMPARE(valueOf(second, "applicant.address"), QStringLiteral("某路8号"));
        const QStringList log = readings();
        QCOMPARE(log.size(), before + 1);
        QVERIFY2(log.last().contains(QStringLiteral("\twangke\t王珂\tw2\t")), qPrintable(log.last()));
        QVERIFY2(log.last().endsWith(QStringLiteral("\tfound\tintake: SAMPLE-015")), qPrintable(log.last()));
        // The same number again in the same intake is no second question.
        second.typeInto(numberOf(second)->editor(), strangersNumber);
        second.typeInto(numberOf(second)->editor(), knownNumber);
        QVERIFY(comesTrue([&] { return numberOf(second)->shownNote().contains(QStringLiteral("测试甲")); }));
        QVERIFY2(numberOf(second)->shownNote().contains(QStringLiteral("at the centre")),
            qPrintable(numberOf(second)->shownNote()));
        QVERIFY2(numberOf(second)->shownNote().contains(QStringLiteral("2018-11-19")),
            qPrintable(numberOf(second)->shownNote()));
        QCOMPARE(readings().size(), before + 2); // the stranger was one
        second.press(Qt::Key_Escape);
        QVERIFY(comesTrue([&] { return second.screen() == ui::Screen::FindItem; }));
    }

    void aCentreThatHangsHoldsNobodyUp() {
        CounterDesk& second = *m_second;
        QVERIFY(second.everythingIsSent());
        const qsizetype before = readings().size();
        begin(second);
        QCOMPARE(kill(m_hall->centrePid(), SIGSTOP), 0);
        second.scan(knownNumber);
        second.press(Qt::Key_Return);
        // Whoever types on does not wait at all.
        second.type(QStringLiteral("测试乙"));
        QCOMPARE(valueOf(second, "applicant.name"), QStringLiteral("测试乙"));
        // And Enter alone walks on by itself, as with somebody whom nobody knows.
        second.typeInto(numberOf(second)->editor(), strangersNumber);
        second.press(Qt::Key_Return);
        auto* name = second.find<ui::NameField>("applicant.name");
        QVERIFY2(comesTrue([&] { return second.focus() == name->line(); }), qPrintable(second.words()));
        QCOMPARE(kill(m_hall->centrePid(), SIGCONT), 0);
        second.press(Qt::Key_Escape);
        QVERIFY(comesTrue([&] { return second.screen() == ui::Screen::FindItem; }));
        QVERIFY(readings().size() <= before + 2);
    }

    void offlineNothingIsAskedAndNothingWaits() {
        CounterDesk& second = *m_second;
        QVERIFY(second.everythingIsSent());
        const qsizetype before = readings().size();
        m_hall->stopCentre();
        QVERIFY(comesTrue([&] {
            second.workplace().sync().tryNow();
            return second.workplace().sync().status().connection == Connection::Offline;
        }));
        begin(second);
        second.type(knownNumber);
        second.press(Qt::Key_Return);
        auto* name = second.find<ui::NameField>("applicant.name");
        QVERIFY(comesTrue([&] { return second.focus() == name->line(); }));
        QVERIFY(!numberOf(second)->shownNote().contains(QStringLiteral("测试甲")));
        m_hall->startCentre();
        QVERIFY(second.everythingIsSent());
        QCOMPARE(readings().size(), before);
    }

    void afterALockTheNextPersonAsksInHerOwnName() {
        CounterDesk& second = *m_second;
        second.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(comesTrue([&] { return !second.workplace().session().current().has_value(); }));
        second.signIn(QStringLiteral("wangke"));
        QVERIFY(second.everythingIsSent());
        begin(second);
        second.type(knownNumber);
        QVERIFY2(comesTrue([&] { return numberOf(second)->shownNote().contains(QStringLiteral("at the centre")); }),
            qPrintable(second.words()));
        second.press(Qt::Key_Return);
        QCOMPARE(valueOf(second, "applicant.name"), QStringLiteral("测试甲"));
        QCOMPARE(kit::runCentral({"verify", "--database", m_hall->address()}).status, 0);
    }

    void cleanupTestCase() {
        m_second.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(KnownAtCentreTest)
#include "known_at_centre_test.moc"
