// SPDX-License-Identifier: GPL-3.0-or-later
// A disk image of yesterday is started at the counter: it prints a receipt before its first contact, under a number
// that is given out already. By keys alone it is enrolled anew, and the case opened anew.
#include "counter_desk.h"

#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/vault/crypto.h>

#include <QDir>
#include <QFile>

using namespace yichuang;
using namespace yichuang::test;

namespace {

void copyFolder(const QString& from, const QString& to) {
    QDir().mkpath(to);
    for (const QFileInfo& file : QDir(from).entryInfoList(QDir::Files | QDir::Hidden))
        QVERIFY(QFile::copy(file.filePath(), to + u'/' + file.fileName()));
}

class EnrolAnewTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    QString m_profile;
    QString m_image;

    /// Without a keychain the file opens by the password: what a copied disk has along with it.
    [[nodiscard]] std::unique_ptr<CounterDesk> deskAt(const QString& profile) const {
        DeskSetting setting;
        setting.profile = profile;
        setting.url = m_hall->url();
        setting.keychain = false;
        return std::make_unique<CounterDesk>(setting, m_hall->clock());
    }
    /// A receipt for an applicant of that name; answers its number.
    static QString takeIn(CounterDesk& desk, const QString& name) {
        desk.beginIntake(QStringLiteral("yyxyc"));
        desk.typeInto(desk.find<ui::Field>("applicant.id_number")->editor(), QStringLiteral("430400198503120011"));
        desk.typeInto(desk.find<ui::Field>("applicant.name")->editor(), name);
        desk.typeInto(desk.find<ui::Field>("applicant.phone")->editor(), QStringLiteral("13900000000"));
        desk.ui().intakeScreen()->checklist()->setFocus(Qt::TabFocusReason);
        desk.press(Qt::Key_Space);
        QString number;
        const auto connection = QObject::connect(desk.ui().intakeScreen(), &ui::IntakeScreen::concluded,
            [&number](const Concluded& done) { number = done.caseNo; });
        desk.letDoublePressPass();
        desk.press(Qt::Key_R, Qt::ControlModifier);
        const bool papers = comesTrue([&] { return desk.screen() == ui::Screen::Papers; });
        QObject::disconnect(connection);
        if (!papers)
            qWarning("%s", qPrintable(desk.words()));
        desk.printPapers();
        return number;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei"});
        m_profile = m_hall->folder() + QStringLiteral("/counter");
        m_image = m_hall->folder() + QStringLiteral("/image");
        auto desk = deskAt(m_profile);
        desk->enrol(m_hall->url(), m_hall->enrolCode("w3"));
        desk->signIn(QStringLiteral("liufei"));
        QVERIFY(comesTrue([&] { return desk->workplace().sync().status().numbersLeft > 0; }));
        QVERIFY(!takeIn(*desk, QStringLiteral("测试甲")).isEmpty());
        QVERIFY(desk->everythingIsSent());
    }

    void aRestoredImageIsEnrolledAnewAndItsReceiptOpenedAnewByKeys() {
        copyFolder(m_profile, m_image);
        QString given;
        {
            auto desk = deskAt(m_profile);
            desk->signIn(QStringLiteral("liufei"));
            QVERIFY(desk->everythingIsSent());
            given = takeIn(*desk, QStringLiteral("测试乙"));
            QVERIFY(desk->everythingIsSent());
        }
        m_hall->stopCentre();
        auto image = deskAt(m_image);
        CounterDesk& desk = *image;
        desk.signIn(QStringLiteral("liufei"));
        const QString clash = takeIn(desk, QStringLiteral("测试丙"));
        QCOMPARE(clash, given);
        m_hall->startCentre();
        desk.press(Qt::Key_F7);
        QVERIFY2(comesTrue([&] {
            if (desk.words().contains(QStringLiteral("It has to be enrolled anew")))
                return true;
            desk.workplace().sync().tryNow();
            return false;
        }),
            qPrintable(desk.words()));

        desk.press(Qt::Key_E, Qt::ControlModifier);
        desk.type(QStringLiteral("AAAA-BBBB-CCCC"));
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(comesTrue([&] { return desk.words().contains(QStringLiteral("code")); }), qPrintable(desk.words()));
        QVERIFY(desk.workplace().session().current().has_value());
        desk.press(Qt::Key_A, Qt::ControlModifier);
        desk.type(m_hall->enrolCode("w3"));
        desk.letDoublePressPass();
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(comesTrue([&] { return desk.screen() == ui::Screen::SignIn; }), qPrintable(desk.words()));
        QVERIFY(comesTrue([&] { return desk.workplace().registry()->person(PersonId("liufei")) != nullptr; }));
        desk.signIn(QStringLiteral("liufei"));
        QVERIFY(desk.everythingIsSent());

        desk.press(Qt::Key_F7);
        QVERIFY2(
            comesTrue([&] { return desk.words().contains(QStringLiteral("The number on this receipt is another")); }),
            qPrintable(desk.words()));
        // And the top line says so from every screen.
        QVERIFY2(
            comesTrue([&] { return desk.words().contains(QStringLiteral("1 for you")); }), qPrintable(desk.words()));
        QVERIFY2(desk.words().contains(QStringLiteral("测试丙")), qPrintable(desk.words()));
        QVERIFY2(
            desk.words().contains(QStringLiteral("Open the case anew, under a new number")), qPrintable(desk.words()));
        desk.press(Qt::Key_2);
        const auto onPage
            = [&]() -> const std::optional<CaseView>& { return desk.ui().caseScreen()->actions().current(); };
        QVERIFY2(comesTrue([&] { return desk.screen() == ui::Screen::Case && onPage(); }), qPrintable(desk.words()));
        QVERIFY(onPage()->row.caseNo != clash);
        QCOMPARE(onPage()->applicant.self.name, QStringLiteral("测试丙"));
        QVERIFY(desk.everythingIsSent());
        desk.press(Qt::Key_F7);
        QVERIFY2(
            comesTrue([&] { return !desk.words().contains(QStringLiteral("The number on this receipt is another")); }),
            qPrintable(desk.words()));
    }

    void cleanupTestCase() { m_hall.reset(); }
};

} // namespace

QTEST_MAIN(EnrolAnewTest)
#include "enrol_anew_test.moc"
