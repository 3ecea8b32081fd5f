// SPDX-License-Identifier: GPL-3.0-or-later
// A machine whose keychain is gone and whose clerk forgot her password, with a receipt that never went up: the hall's
// recovery key, typed off the administrator's paper, opens the file.
#include "counter_desk.h"

#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/vault/crypto.h>

using namespace yichuang;
using namespace yichuang::test;

namespace {

class RecoveryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;
    DeskSetting m_setting;

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei"});
        m_setting.profile = m_hall->folder() + QStringLiteral("/counter");
        m_setting.url = m_hall->url();
        m_setting.keychain = false;
        m_desk = std::make_unique<CounterDesk>(m_setting, m_hall->clock());
        m_desk->enrol(m_hall->url(), m_hall->enrolCode("w3"));
        m_desk->signIn(QStringLiteral("liufei"));
        QVERIFY(m_desk->everythingIsSent());
        QVERIFY(comesTrue([&] { return m_desk->workplace().sync().status().numbersLeft > 0; }));
    }

    void theRecoveryKeyOpensWhatNoPasswordOpensAndWhatWaitedGoesUp() {
        m_hall->stopCentre();
        m_desk->beginIntake(QStringLiteral("yyxyc"));
        m_desk->typeInto(
            m_desk->find<ui::Field>("applicant.id_number")->editor(), QStringLiteral("430400198503120011"));
        m_desk->typeInto(m_desk->find<ui::Field>("applicant.name")->editor(), QStringLiteral("测试甲"));
        m_desk->typeInto(m_desk->find<ui::Field>("applicant.phone")->editor(), QStringLiteral("13900000000"));
        m_desk->ui().intakeScreen()->checklist()->setFocus(Qt::TabFocusReason);
        m_desk->press(Qt::Key_Space);
        m_desk->press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(comesTrue([&] { return m_desk->screen() == ui::Screen::Papers; }));
        m_desk->printPapers();
        QVERIFY(comesTrue([&] { return m_desk->workplace().sync().status().waiting == 2; }));

        // The file is open: the key is not asked for.
        m_desk->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(comesTrue([&] { return m_desk->ui().signInScreen()->name()->isVisible(); }));
        m_desk->press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_desk->words().contains(QStringLiteral("no recovery key is needed")));

        m_desk.reset();
        m_hall->setPassword("liufei", "another-one-2");
        m_hall->startCentre();
        m_desk = std::make_unique<CounterDesk>(m_setting, m_hall->clock());
        m_desk->trySignIn(QStringLiteral("liufei"), QStringLiteral("another-one-2"));
        QVERIFY2(comesTrue([&] { return m_desk->words().contains(QStringLiteral("Name or password do not fit")); }),
            qPrintable(m_desk->words()));

        auto* field = m_desk->find<ui::TextField>("recovery.key");
        QVERIFY(!field->isVisible());
        m_desk->press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(field->isVisible());
        QCOMPARE(m_desk->focus(), field->editor());
        m_desk->type(QStringLiteral("12 34"));
        m_desk->press(Qt::Key_Return);
        QVERIFY(comesTrue([&] { return m_desk->words().contains(QStringLiteral("has 64 digits")); }));
        QCOMPARE(field->value(), QStringLiteral("12 34")); // to be compared, not written again
        QString wrong = m_hall->recoveryKey();
        QCOMPARE(wrong.size(), 64);
        wrong[20] = wrong[20] == u'0' ? u'1' : u'0';
        m_desk->paste(field->editor(), wrong);
        m_desk->press(Qt::Key_Return);
        QVERIFY(comesTrue([&] { return m_desk->words().contains(QStringLiteral("does not open the file")); }));
        // Esc goes back and keeps nothing of it.
        m_desk->press(Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        m_desk->press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(field->value().isEmpty());
        m_desk->paste(field->editor(), m_hall->recoveryKey().toUpper().insert(32, u' '));
        m_desk->press(Qt::Key_Return);
        QVERIFY2(
            comesTrue([&] { return m_desk->ui().signInScreen()->name()->isVisible(); }), qPrintable(m_desk->words()));
        QVERIFY(field->value().isEmpty());

        // What waited goes up before anybody signs in; then the new password is good, and has a slot of its own.
        QVERIFY(comesTrue([&] {
            const SyncStatus& status = m_desk->workplace().sync().status();
            return status.connection == Connection::Online && status.waiting == 0;
        }));
        m_desk->signIn(QStringLiteral("liufei"), QStringLiteral("another-one-2"));
        m_desk.reset();
        m_hall->stopCentre();
        m_desk = std::make_unique<CounterDesk>(m_setting, m_hall->clock());
        m_desk->signIn(QStringLiteral("liufei"), QStringLiteral("another-one-2"));
        QVERIFY(m_desk->workplace().session().current()->offline);
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(RecoveryTest)
#include "recovery_test.moc"
