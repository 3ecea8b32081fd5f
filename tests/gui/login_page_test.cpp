// SPDX-License-Identifier: GPL-3.0-or-later
// Something else answers in place of the centre: the login page of a network, as hotels and offices have them, or a
// centre of another release. The real window, a real listener on the centre's own address, and the real centre before
// and afterwards.
#include "counter_desk.h"
#include "login_page.h"

#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/ui/screens/sync_screen.h>
#include <yichuang/vault/crypto.h>

using namespace yichuang;
using namespace yichuang::test;

namespace {

class LoginPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;

    [[nodiscard]] const SyncStatus& status() const { return m_desk->workplace().sync().status(); }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei", "fanrui"});
        m_desk = openCounter(*m_hall);
    }

    void cleanup() { m_hall->startCentre(); } // where a test ended without it

    void workGoesOnBehindALoginPageAndNothingIsLost_data() {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<Connection>("expected");
        constexpr Connection stranger = Connection::NotOurService;
        QTest::newRow("a page with status 200") << answer("200 OK") << stranger;
        QTest::newRow("a redirection to the login")
            << answer("302 Found", "Location: http://127.0.0.1:1/login?from=centre\r\n", {}) << stranger;
        QTest::newRow("a redirection that would carry the body along")
            << answer("307 Temporary Redirect", "Location: http://127.0.0.1:1/login\r\n", {}) << stranger;
        QTest::newRow("network authentication required") << answer("511 Network Authentication Required") << stranger;
        QTest::newRow("a proxy's error page") << answer("502 Bad Gateway") << Connection::Offline;
        QTest::newRow("a centre that says it is another release's")
            << centreSays("200 OK", R"({"time":1542589200000})", "2") << Connection::OtherRelease;
        QTest::newRow("a centre whose answers have other members")
            << centreSays("200 OK", R"({"now":"2018-11-19T09:00:00+08:00"})") << Connection::OtherRelease;
        QTest::newRow("a centre without these paths")
            << problemOf("404 Not Found", "not_found") << Connection::OtherRelease;
        QTest::newRow("a centre over a database of another release")
            << problemOf("503 Service Unavailable", "store.schema") << Connection::OtherRelease;
    }
    void workGoesOnBehindALoginPageAndNothingIsLost() {
        QFETCH(QByteArray, says);
        QFETCH(Connection, expected);
        const QString sentence = expected == Connection::NotOurService
            ? QStringLiteral("Somebody else answers at the centre's address (a login page?)")
            : expected == Connection::OtherRelease
            ? QStringLiteral("The centre is of another release than this program")
            : QStringLiteral("ut off from the centre");
        CounterDesk& desk = *m_desk;
        QVERIFY(m_desk->everythingIsSent());
        // A half-typed intake is on the screen when it happens.
        desk.beginIntake(QStringLiteral("yyxyc"));
        auto* name = desk.find<ui::NameField>("applicant.name");
        desk.typeInto(desk.find<ui::Field>("applicant.id_number")->editor(), QStringLiteral("430400198503120011"));
        desk.typeInto(name->editor(), QStringLiteral("测试甲"));

        m_hall->stopCentre();
        auto login = std::make_unique<LoginPage>(m_hall->port(), says);
        QVERIFY(login->isOpen());
        desk.workplace().sync().tryNow();
        QVERIFY(comesTrue([&] { return status().connection == expected; }));
        QCOMPARE(name->value(), QStringLiteral("测试甲"));
        desk.typeInto(desk.find<ui::Field>("applicant.phone")->editor(), QStringLiteral("13900000000"));

        desk.ui().intakeScreen()->checklist()->setFocus(Qt::TabFocusReason);
        desk.press(Qt::Key_Space); // the first material is handed in
        desk.press(Qt::Key_R, Qt::ControlModifier); // the receipt, with its final number
        QVERIFY2(comesTrue([&] { return desk.screen() == ui::Screen::Papers; }), qPrintable(desk.words()));
        desk.press(Qt::Key_Return);
        QVERIFY2(comesTrue([&] { return desk.screen() == ui::Screen::FindItem; }), qPrintable(desk.words()));
        QVERIFY(comesTrue([&] { return status().waiting >= 2; })); // the intake and its printing
        const int answered = login->answered();
        desk.press(Qt::Key_F7);
        QCOMPARE(desk.screen(), ui::Screen::Sync);
        desk.press(Qt::Key_F7); // try now: the page answers again
        QVERIFY(comesTrue([&] { return login->answered() > answered; }));
        QVERIFY(comesTrue([&] { return status().connection == expected; }));
        QVERIFY2(comesTrue([&] { return desk.words().contains(sentence); }), qPrintable(desk.words()));
        QVERIFY(!desk.words().contains(QStringLiteral("<html")));
        QVERIFY(status().waiting >= 2);

        // Nobody was shown what is nobody's business: not the name, not in any form.
        QVERIFY(!login->heard().contains("yichuang-1"));
        login.reset();
        m_hall->startCentre();
        QVERIFY(m_desk->everythingIsSent());
        QVERIFY(comesTrue([&] { return desk.words().contains(QStringLiteral("Connected to the centre.")); }));
        QCOMPARE(status().waiting, 0);
    }

    void whoIsKnownHereSignsInBehindALoginPageAndAStrangerIsToldWhy() {
        CounterDesk& desk = *m_desk;
        QVERIFY(m_desk->everythingIsSent());
        m_hall->stopCentre();
        LoginPage login(m_hall->port(), answer("200 OK"));
        QVERIFY(login.isOpen());
        desk.press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(desk.screen(), ui::Screen::SignIn);
        desk.trySignIn(QStringLiteral("fanrui"));
        auto* screen = desk.ui().signInScreen();
        QVERIFY2(comesTrue([&] {
            return desk.words().contains(QStringLiteral("you have not signed in at this workstation before"));
        }),
            qPrintable(desk.words()));
        QCOMPARE(screen->name()->value(), QStringLiteral("fanrui"));
        desk.signIn(QStringLiteral("liufei"));
        QVERIFY(desk.workplace().session().current()->offline);
    }

    void aNewMachineBehindALoginPageIsToldWhatAnswers() {
        m_desk.reset(); // one window a process: its scanner listens to every key
        LoginPage login(0, answer("200 OK"));
        QVERIFY(login.isOpen());
        CounterDesk fresh(DeskSetting {m_hall->folder() + QStringLiteral("/fresh"), {}}, m_hall->clock());
        auto* screen = fresh.ui().signInScreen();
        auto* code = screen->findChild<ui::TextField*>(QStringLiteral("enrol.code"));
        QVERIFY(comesTrue([&] { return code->isVisible(); }));
        fresh.typeInto(screen->findChild<ui::TextField*>(QStringLiteral("enrol.url"))->line(),
            QStringLiteral("http://127.0.0.1:%1").arg(login.port()));
        fresh.typeInto(code->line(), QStringLiteral("ABCD-EFGH"));
        fresh.press(Qt::Key_Return);
        QVERIFY2(comesTrue([&] {
            return fresh.words().contains(QStringLiteral(
                "Something else answers in place of the centre, perhaps a sign-in page of the network."));
        }),
            qPrintable(fresh.words()));
        QCOMPARE(code->value(), QStringLiteral("ABCD-EFGH"));
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(LoginPageTest)
#include "login_page_test.moc"
