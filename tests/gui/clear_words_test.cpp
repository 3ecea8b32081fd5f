// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed at the counter stands nowhere on the disk in clear: not in the file, its log, a temporary file or a
// log, while the program runs and after it was killed.
#include "counter_desk.h"

#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/applicant_panel.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/vault/crypto.h>

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStringEncoder>

#include <algorithm>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const QString person = QStringLiteral("欧阳鹮鸢");
const QString number = QStringLiteral("430400198503120011");
const QString phone = QStringLiteral("13987654321");
const QString organisation = QStringLiteral("蒸湘鹮鸢球馆有限公司");
const QString organisationCode = QStringLiteral("91430400MA00000A9Q");
const QString address = QStringLiteral("衡阳鹮鸢路9号");
const QString performance = QStringLiteral("yyxyc");

/// The word and its halves: a draft of half a word would be as bad. Of digits alone more than half where the half is
/// short: six of them stand in a megabyte of hashes by chance, one time in twenty.
QStringList partsOf(const QString& word) {
    constexpr qsizetype fewestDigits = 9;
    const bool digits = std::all_of(word.begin(), word.end(), [](QChar each) { return each.isDigit(); });
    const qsizetype half = std::max(word.size() / 2 + 1, digits ? fewestDigits : 0);
    QStringList parts {word};
    if (word.size() >= 8)
        parts << word.left(half) << word.right(half);
    return parts;
}

QList<QByteArray> inEveryEncoding(const QString& word) {
    QStringEncoder little(QStringEncoder::Utf16LE);
    QStringEncoder big(QStringEncoder::Utf16BE);
    return {word.toUtf8(), little.encode(word), big.encode(word)};
}

/// Files below these folders that hold one of the words.
QStringList filesWith(const QStringList& folders, const QStringList& words, int* looked = nullptr) {
    QStringList found;
    for (const QString& folder : folders) {
        QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (!file.open(QIODevice::ReadOnly))
                continue; // gone between listing and reading
            const QByteArray bytes = file.readAll();
            if (looked)
                ++*looked;
            for (const QString& word : words) {
                for (const QString& part : partsOf(word)) {
                    for (const QByteArray& encoded : inEveryEncoding(part)) {
                        if (bytes.contains(encoded))
                            found.push_back(file.fileName() + QStringLiteral(" holds ") + part);
                    }
                }
            }
        }
    }
    return found;
}

class ClearWordsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;
    QString m_home;
    QString m_profile;

    /// Everywhere the program may write: its profile, home and temporary folder, and what it says.
    [[nodiscard]] QStringList everywhere() const { return {m_home}; }
    [[nodiscard]] QStringList words() const { return {person, number, phone, organisation, organisationCode, address}; }
    void openDesk() {
        DeskSetting setting;
        setting.profile = m_profile;
        setting.url = m_hall->url();
        setting.keychain = false;
        m_desk = std::make_unique<CounterDesk>(setting, m_hall->clock());
    }
    template <typename Widget> Widget* field(const char* name) { return m_desk->find<Widget>(name); }
    void expectNothingInClear(const char* when) {
        int looked = 0;
        const QStringList found = filesWith(everywhere(), words(), &looked);
        QVERIFY2(found.isEmpty(), qPrintable(QLatin1String(when) + QStringLiteral(": ") + found.join(u'\n')));
        QVERIFY2(looked >= 2, when);
    }
    bool draftSaved() {
        const auto saved = m_desk->ui().intakeScreen()->intake()->savedAt();
        return comesTrue([&] {
            const auto now = m_desk->ui().intakeScreen()->intake()->savedAt();
            return now.isValid() && now != saved;
        });
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei"});
        m_home = m_hall->folder() + QStringLiteral("/home");
        for (const char* variable :
            {"HOME", "TMPDIR", "SQLITE_TMPDIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            qputenv(variable, m_home.toLocal8Bit());
        QVERIFY(QDir().mkpath(m_home));
        m_profile = m_home + QStringLiteral("/profile");
        openDesk();
        m_desk->enrol(m_hall->url(), m_hall->enrolCode("w3"));
        m_desk->signIn(QStringLiteral("liufei"));
        QVERIFY(comesTrue([&] { return m_desk->workplace().sync().status().numbersLeft > 0; }));
    }

    void theSearchFindsWhatStandsInClear() {
        // Column names stand in the file as they are.
        QVERIFY(!filesWith(everywhere(), {QStringLiteral("CREATE TABLE")}).isEmpty());
        for (const QByteArray& encoded : inEveryEncoding(person)) {
            QFile file(m_profile + QStringLiteral("/left-behind"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("x" + encoded + "y");
            file.close();
            QCOMPARE(filesWith(everywhere(), words()).size(), 1);
            QVERIFY(file.remove());
        }
        QVERIFY(filesWith(everywhere(), words()).isEmpty());
    }

    void whatIsTypedIsNowhereInClearWhileItIsTyped() {
        CounterDesk& desk = *m_desk;
        desk.beginIntake(performance);
        ui::IntakeScreen* screen = desk.ui().intakeScreen();
        const std::pair<const char*, QString> typed[] {{"applicant.id_number", number}, {"applicant.name", person},
            {"applicant.phone", phone}, {"applicant.address", address}};
        for (const auto& [name, value] : typed) {
            field<ui::Field>(name)->editor()->setFocus();
            for (const char32_t character : value.toUcs4()) {
                desk.type(QString::fromUcs4(&character, 1));
            }
            QVERIFY(draftSaved());
            expectNothingInClear(name);
        }
        QCOMPARE(screen->intake()->applicant().self.name, person);
        for (const FormField& each : screen->intake()->form().fields) {
            if (each.type != FieldType::Text)
                continue;
            desk.typeInto(screen->form()->field(each.name)->editor(), organisation);
            break;
        }
        QVERIFY(draftSaved());
        expectNothingInClear("a form's field");
    }

    void whatWasTakenInIsNowhereInClearNorAnOrganisation() {
        CounterDesk& desk = *m_desk;
        ui::IntakeScreen* screen = desk.ui().intakeScreen();
        screen->checklist()->setFocus(Qt::TabFocusReason);
        desk.press(Qt::Key_Space); // the first material is handed in
        desk.press(Qt::Key_R, Qt::ControlModifier); // the receipt only: what the form lacks does not matter here
        QVERIFY2(comesTrue([&] { return desk.screen() == ui::Screen::Papers; }), qPrintable(desk.words()));
        expectNothingInClear("taken in");
        desk.press(Qt::Key_Return);
        QVERIFY2(comesTrue([&] { return desk.screen() == ui::Screen::FindItem; }), qPrintable(desk.words()));
        expectNothingInClear("printed");

        desk.beginIntake(performance);
        // A code that is read turns the page to the organisation's.
        field<ui::Field>("applicant.id_number")->editor()->setFocus();
        desk.scan(organisationCode);
        auto* name = field<ui::NameField>("applicant.name");
        QVERIFY(comesTrue([&] { return screen->intake()->applicant().self.idNumber == organisationCode; }));
        desk.typeInto(name->editor(), organisation);
        desk.typeInto(field<ui::Field>("applicant.legal_representative")->editor(), person);
        desk.typeInto(field<ui::Field>("applicant.phone")->editor(), phone);
        QVERIFY(draftSaved());
        expectNothingInClear("an organisation");
        // Searching for somebody must not write the words down, either.
        desk.press(Qt::Key_F3);
        auto* found = desk.ui().findChild<ui::CaseRowsModel*>();
        desk.type(person);
        QVERIFY(comesTrue([&] { return found->rowCount() > 0; }));
        expectNothingInClear("searched");
        desk.press(Qt::Key_Escape);
    }

    void whoeverKillsItFindsNothingAndLosesTheLastSecondAtMost_data() {
        QTest::addColumn<int>("characters");
        QTest::newRow("in the number") << 14;
        QTest::newRow("in the name") << 21;
        QTest::newRow("in the address") << 40;
    }
    void whoeverKillsItFindsNothingAndLosesTheLastSecondAtMost() {
        QFETCH(int, characters);
        m_desk.reset();
        QProcess typist;
        typist.setStandardErrorFile(m_home + QStringLiteral("/typist.log"));
        const QString wordsTyped = number + person + phone + address;
        typist.start(QStringLiteral(YICHUANG_TYPIST),
            {m_profile, QString::number(toMilliseconds(m_hall->clock().now())), QStringLiteral("liufei"), performance,
                QStringLiteral("applicant.id_number"), number, QStringLiteral("applicant.name"), person,
                QStringLiteral("applicant.phone"), phone, QStringLiteral("applicant.address"), address});
        QVERIFY(typist.waitForStarted());
        // When each character was typed; it is killed on its way.
        std::vector<qint64> times;
        QElapsedTimer timer;
        timer.start();
        while (static_cast<int>(times.size()) < characters) {
            QVERIFY2(typist.canReadLine() || typist.waitForReadyRead(patienceMilliseconds),
                qPrintable(QString::number(times.size())));
            while (typist.canReadLine()) {
                if (typist.readLine().startsWith("typed "))
                    times.push_back(timer.elapsed());
            }
            if (static_cast<int>(times.size()) == characters / 2)
                expectNothingInClear("while it is typed by another process");
        }
        const qint64 killed = timer.elapsed();
        typist.kill();
        QVERIFY(typist.waitForFinished());
        QCOMPARE(typist.exitStatus(), QProcess::CrashExit);
        expectNothingInClear("after the kill");

        openDesk();
        m_desk->signIn(QStringLiteral("liufei"));
        // The newest draft stands first among the items; Enter takes it up again.
        m_desk->press(Qt::Key_F2);
        m_desk->resumeNewestDraft();
        const Applicant applicant = m_desk->ui().intakeScreen()->intake()->applicant();
        const QString kept
            = applicant.self.idNumber + applicant.self.name + applicant.self.phone + applicant.self.address;
        QVERIFY2(wordsTyped.startsWith(kept), qPrintable(kept));
        const auto due = static_cast<int>(
            std::count_if(times.begin(), times.end(), [killed](qint64 typed) { return typed < killed - 1000; }));
        QVERIFY2(kept.size() >= due, qPrintable(QStringLiteral("%1 of %2").arg(kept.size()).arg(due)));
        expectNothingInClear("after the restart");
        // Done with this draft; the next row begins its own.
        std::ignore = m_desk->ui().intakeScreen()->intake()->discard();
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(ClearWordsTest)
#include "clear_words_test.moc"
