// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong at the counter is told in a sentence at the field it belongs to, and nothing typed is lost.
#include "counter_desk.h"

#include <failing_disk.h>

#include <yichuang/domain/identifiers.h>
#include <yichuang/printing/render.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/applicant_panel.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/papers_screen.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/vault/crypto.h>

#include <QDir>
#include <QElapsedTimer>
#include <QPlainTextEdit>

#include <sqlite3.h>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr int pasted = 10'000;

class BadInputTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;

    template <typename Widget = ui::Field> Widget* field(const char* name) {
        auto* found = m_desk->find<Widget>(name);
        if (!found)
            throw std::runtime_error(std::string("no field ") + name);
        return found;
    }
    ui::IntakeScreen* intake() { return m_desk->ui().intakeScreen(); }
    void leave(ui::Field* left) {
        left->editor()->setFocus();
        m_desk->press(Qt::Key_Return);
    }
    /// What stands at the field after it was typed and left with Enter.
    QString told(const char* name, const QString& value) {
        ui::Field* into = field(name);
        m_desk->typeInto(into->editor(), value);
        m_desk->press(Qt::Key_Return);
        return into->shownError();
    }
    void fillRest() {
        const std::pair<const char*, QString> values[] {{"applicant.id_number", QStringLiteral("430400198503120011")},
            {"applicant.name", QStringLiteral("测试甲")}, {"applicant.phone", QStringLiteral("13900000000")},
            {"form.performance_title", QStringLiteral("春晚")}, {"form.performance_licence_no", QStringLiteral("8")},
            {"form.performance_venue", QStringLiteral("剧院")},
            {"form.first_performance", QStringLiteral("2018-12-20")},
            {"form.last_performance", QStringLiteral("2018-12-21")}, {"form.performance_count", QStringLiteral("2")},
            {"form.audience_capacity", QStringLiteral("90")}};
        for (const auto& [name, value] : values)
            m_desk->typeInto(field(name)->editor(), value);
        intake()->checklist()->setFocus(Qt::TabFocusReason);
        for (int row = 0; row < 7; ++row)
            m_desk->press(Qt::Key_Space);
    }
    /// Sets the draft aside and takes it up again, as the first among the items.
    void setAsideAndResume() {
        m_desk->press(Qt::Key_Escape);
        QVERIFY(comesTrue([&] { return m_desk->screen() == ui::Screen::FindItem; }));
        m_desk->resumeNewestDraft();
    }

private Q_SLOTS:
    void initTestCase() {
        kit::failing_disk::install();
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei"});
        m_desk = openCounter(*m_hall);
    }
    void init() { m_desk->beginIntake(QStringLiteral("yyxyc")); }
    void cleanup() {
        if (m_desk && m_desk->screen() == ui::Screen::Intake && intake()->intake())
            std::ignore = intake()->intake()->discard();
    }

    void aWrongDigitIsToldAtItsFieldAndKept_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("sentence");
        const QString id = QStringLiteral("applicant.id_number");
        const QString date = QStringLiteral("form.first_performance");
        QTest::newRow("check digit") << id << QStringLiteral("430400198503120012")
                                     << QStringLiteral("The check digit does not fit");
        QTest::newRow("a birthday that never was") << id << QStringLiteral("430421190002290018")
                                                   << QStringLiteral("The date inside the number does not exist");
        QTest::newRow("a digit short") << id << QStringLiteral("43040019850312001")
                                       << QStringLiteral("18 characters are needed");
        QTest::newRow("phone") << QStringLiteral("applicant.phone") << QStringLiteral("1390000000")
                               << QStringLiteral("A mobile number has 11 digits");
        QTest::newRow("two phones in one field")
            << QStringLiteral("applicant.phone") << QStringLiteral("19200000005/0734-8000000")
            << QStringLiteral("one number in one field");
        QTest::newRow("month 13") << date << QStringLiteral("2018-13-02") << QStringLiteral("There is no month 13");
        QTest::newRow("30 February") << date << QStringLiteral("2018-02-30")
                                     << QStringLiteral("That month has no such day");
        QTest::newRow("two-digit year") << date << QStringLiteral("18/11/2") << QStringLiteral("four digits");
        QTest::newRow("lunar") << date << QStringLiteral("农历二〇二〇年四月十四") << QStringLiteral("lunar calendar");
        QTest::newRow("year of the Republic")
            << date << QStringLiteral("民国57年8月16日") << QStringLiteral("a year of the Republic");
        QTest::newRow("letters for a number") << QStringLiteral("form.performance_count") << QStringLiteral("三场")
                                              << QStringLiteral("A number is needed here");
        QTest::newRow("too many") << QStringLiteral("form.performance_count") << QStringLiteral("501")
                                  << QStringLiteral("Not more than 500");
    }
    void aWrongDigitIsToldAtItsFieldAndKept() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, sentence);
        const QByteArray wanted = name.toLatin1();
        const QString said = told(wanted.constData(), value);
        QVERIFY2(said.contains(sentence), qPrintable(said));
        // What was typed stays, here and in the draft.
        setAsideAndResume();
        QCOMPARE(field(wanted.constData())->value(), value);
        // And F9 says what stands in its way instead of doing anything.
        m_desk->press(Qt::Key_F9);
        QCOMPARE(m_desk->screen(), ui::Screen::Intake);
        QVERIFY2(field(wanted.constData())->shownError().contains(sentence),
            qPrintable(field(wanted.constData())->shownError()));
        QVERIFY2(m_desk->words().contains(QStringLiteral("to fill in or mend")), qPrintable(m_desk->words()));
    }

    void fullWidthAndHalfWidthAreOneAndTheSame_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("identity number") << QStringLiteral("applicant.id_number")
                                         << QStringLiteral("４３０４００１９８５０３１２００１１")
                                         << QStringLiteral("430400198503120011");
        QTest::newRow("small x") << QStringLiteral("applicant.id_number") << QStringLiteral("11010519491231002x")
                                 << QStringLiteral("11010519491231002X");
        QTest::newRow("phone") << QStringLiteral("applicant.phone") << QStringLiteral("＋８６１９２０００００００５")
                               << QStringLiteral("19200000005");
        QTest::newRow("date") << QStringLiteral("form.first_performance") << QStringLiteral("２０１８－１２－０２")
                              << QStringLiteral("2018-12-02");
        QTest::newRow("date in words") << QStringLiteral("form.first_performance") << QStringLiteral("2018年12月2日")
                                       << QStringLiteral("2018-12-02");
        QTest::newRow("the dot in a name")
            << QStringLiteral("applicant.name") << QStringLiteral("古丽测 ・ 艾试") << QStringLiteral("古丽测·艾试");
    }
    void fullWidthAndHalfWidthAreOneAndTheSame() {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        const QByteArray wanted = name.toLatin1();
        const QString said = told(wanted.constData(), typed);
        QVERIFY2(said.isEmpty(), qPrintable(said));
        QCOMPARE(field(wanted.constData())->value(), kept);
        setAsideAndResume();
        QCOMPARE(field(wanted.constData())->value(), kept);
    }

    void fullWidthDigitsAreANumberToo() {
        QCOMPARE(told("form.performance_count", QStringLiteral("１２")), QString {});
        const auto value = intake()->intake()->values().fields.at("performance_count");
        QCOMPARE(std::get<std::int64_t>(value), std::int64_t {12});
    }

    void aPasteOfTenThousandCharactersIsToldAndKept_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"applicant.id_number", "applicant.name", "applicant.phone", "applicant.address",
                 "form.performance_title", "form.first_performance", "form.performance_count"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aPasteOfTenThousandCharactersIsToldAndKept() {
        QFETCH(QString, name);
        const QByteArray wanted = name.toLatin1();
        const bool digits = name.contains(QLatin1String("id_number")) || name.contains(QLatin1String("count"));
        const QString text(pasted, digits ? QChar(u'1') : QChar(u'测'));
        QElapsedTimer timer;
        timer.start();
        m_desk->paste(field(wanted.constData())->editor(), text);
        leave(field(wanted.constData()));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!field(wanted.constData())->shownError().isEmpty());
        QCOMPARE(field(wanted.constData())->value().size(), pasted);
        setAsideAndResume();
        QCOMPARE(field(wanted.constData())->value(), text);
        // It stands in the way of the acceptance.
        fillRest();
        m_desk->paste(field(wanted.constData())->editor(), text);
        m_desk->press(Qt::Key_F9);
        QCOMPARE(m_desk->screen(), ui::Screen::Intake);
        QVERIFY(!field(wanted.constData())->shownError().isEmpty());
    }

    void namesBeyondTheBasicPlaneAreTakenWhereAFontDrawsThem_data() {
        QTest::addColumn<QString>("name");
        for (const char16_t* name : {u"测䶮", u"测㛃", u"𠮷测", u"测𬱖", u"测𰻝", u"测﨣", u"测䮌", u"测"})
            QTest::newRow(qPrintable(QString::fromUtf16(name))) << QString::fromUtf16(name);
        QTest::newRow("emoji") << QStringLiteral("测😀");
        QTest::newRow("emoji of several characters") << QStringLiteral("👨‍👩‍👧");
        QTest::newRow("private use") << QStringLiteral("测") + QString::fromUcs4(U"\U000F0001", 1);
    }
    void namesBeyondTheBasicPlaneAreTakenWhereAFontDrawsThem() {
        QFETCH(QString, name);
        const QString said = told("applicant.name", name);
        const bool drawn = undrawableCharacters(name).empty();
        if (drawn) {
            QVERIFY2(said.isEmpty(), qPrintable(said));
        } else {
            QVERIFY2(said.contains(QStringLiteral("can't be printed on this workstation")), qPrintable(said));
            QVERIFY2(!said.contains(QStringLiteral("“”")), qPrintable(said));
        }
        QCOMPARE(field("applicant.name")->value(), name);
        setAsideAndResume();
        QCOMPARE(field("applicant.name")->value(), name);
        fillRest();
        m_desk->typeInto(field("applicant.name")->editor(), name);
        m_desk->press(Qt::Key_F9);
        if (!drawn) {
            QCOMPARE(m_desk->screen(), ui::Screen::Intake);
            return;
        }
        QVERIFY2(comesTrue([&] { return m_desk->screen() == ui::Screen::Papers; }), qPrintable(m_desk->words()));
        QVERIFY(comesTrue([&] { return m_desk->ui().papersScreen()->contentCount() > 0; }));
        const auto before = m_desk->printer().jobs().size();
        m_desk->printPapers();
        QVERIFY(m_desk->printer().jobs().size() > before);
        QCOMPARE(QString::fromStdString(m_desk->printer().jobs().back().content.applicantName), name);
    }

    void aFullDiskIsToldAndTypingGoesOnUntilThereIsRoom() {
        CounterDesk& desk = *m_desk;
        fillRest();
        kit::failing_disk::setFull(true);
        desk.typeInto(field("applicant.address")->editor(), QStringLiteral("某路9号"));
        QVERIFY2(comesTrue([&] { return desk.words().contains(QStringLiteral("The disk is full. Nothing was lost")); }),
            qPrintable(desk.words()));
        desk.press(Qt::Key_F9);
        QVERIFY(!comesTrue([&] { return desk.screen() != ui::Screen::Intake; }, 300));
        QVERIFY2(desk.words().contains(QStringLiteral("The disk is full. Nothing was lost")), qPrintable(desk.words()));
        QCOMPARE(field("applicant.address")->value(), QStringLiteral("某路9号"));
        kit::failing_disk::setFull(false);
        QVERIFY2(comesTrue([&] { return !desk.words().contains(QStringLiteral("The disk is full")); }),
            qPrintable(desk.words()));
        desk.letDoublePressPass();
        desk.press(Qt::Key_F9);
        QVERIFY2(comesTrue([&] { return desk.screen() == ui::Screen::Papers; }), qPrintable(desk.words()));
        desk.printPapers();
        QVERIFY2(comesTrue([&] { return desk.screen() == ui::Screen::FindItem; }), qPrintable(desk.words()));
    }

    void aFileOfANewerVersionIsToldOnTheFirstScreenAndLeftAsItIs() {
        const QString profile = m_hall->folder() + QStringLiteral("/newer");
        {
            CounterDesk fresh(DeskSetting {profile, {}}, m_hall->clock());
            auto* code = fresh.ui().signInScreen()->findChild<ui::TextField*>(QStringLiteral("enrol.code"));
            QVERIFY(comesTrue([&] { return code->isVisible(); }));
        }
        const auto files = QDir(profile).entryList({QStringLiteral("*.sqlite"), QStringLiteral("*.db")}, QDir::Files);
        QCOMPARE(files.size(), 1);
        sqlite3* file = nullptr;
        QCOMPARE(sqlite3_open((profile + u'/' + files.front()).toUtf8().constData(), &file), SQLITE_OK);
        QCOMPARE(sqlite3_exec(file, "PRAGMA user_version = 9999", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(file);
        CounterDesk newer(DeskSetting {profile, {}}, m_hall->clock());
        QVERIFY2(comesTrue([&] {
            return newer.words().contains(QStringLiteral("was written by a newer version of this program"));
        }),
            qPrintable(newer.words()));
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(BadInputTest)
#include "bad_input_test.moc"
