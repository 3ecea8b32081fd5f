// SPDX-License-Identifier: GPL-3.0-or-later
// The screens behind the intake, by keys alone: the case page that says why not, the chief's desk, the sync panel with
// both sides of a refused act, and a counter that two people share.
#include "counter_desk.h"

#include <yichuang/domain/approvers.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/case_list.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/fit.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/desk_screen.h>
#include <yichuang/ui/screens/exported_case_window.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/papers_screen.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/ui/screens/sync_screen.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/vault/crypto.h>

#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTimeZone>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const QString performance = QStringLiteral("yyxyc");

class ScreensTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;

    [[nodiscard]] const SyncStatus& status() const { return m_desk->workplace().sync().status(); }
    void switchTo(const QString& person) { m_desk->switchTo(person); }
    /// Begins an intake and types the applicant.
    void beginFor(const QString& name) {
        m_desk->beginIntake(performance);
        m_desk->typeInto(m_desk->find("applicant.id_number")->focusProxy(), QStringLiteral("430400198503120011"));
        m_desk->typeInto(m_desk->find("applicant.name")->focusProxy(), name);
        m_desk->typeInto(m_desk->find("applicant.phone")->focusProxy(), QStringLiteral("13900000000"));
    }
    /// Takes one in: received only, or accepted with all it wants.
    StreamId takeIn(const QString& name, bool accept) {
        StreamId stream;
        const auto connection = connect(m_desk->ui().intakeScreen(), &ui::IntakeScreen::concluded, this,
            [&stream](const Concluded& concluded) { stream = concluded.stream; });
        beginFor(name);
        if (accept) {
            const std::pair<const char*, QString> values[] {{"form.performance_title", QStringLiteral("春晚")},
                {"form.performance_licence_no", QStringLiteral("8")},
                {"form.performance_venue", QStringLiteral("剧院")},
                {"form.first_performance", QStringLiteral("2018-12-20")},
                {"form.last_performance", QStringLiteral("2018-12-21")},
                {"form.performance_count", QStringLiteral("2")}, {"form.audience_capacity", QStringLiteral("90")}};
            for (const auto& [field, value] : values)
                m_desk->typeInto(m_desk->find(field)->focusProxy(), value);
            m_desk->ui().intakeScreen()->checklist()->setFocus(Qt::TabFocusReason);
            for (int row = 0; row < 7; ++row)
                m_desk->press(Qt::Key_Space);
            m_desk->press(Qt::Key_F9);
        } else {
            m_desk->press(Qt::Key_R, Qt::ControlModifier);
        }
        const bool papers = comesTrue([&] { return m_desk->screen() == ui::Screen::Papers; });
        disconnect(connection);
        if (!papers)
            qWarning("%s", qPrintable(m_desk->words()));
        m_desk->printPapers();
        return stream;
    }
    [[nodiscard]] const std::optional<CaseView>& onPage() const { return m_desk->onPage(); }
    bool open(const StreamId& stream) { return m_desk->open(stream); }
    [[nodiscard]] ui::ReasonPanel* panel() { return m_desk->panel(); }
    /// Answers what the panel asks: the first ground, the words, Ctrl+Enter.
    void answer(const QString& reason) {
        QVERIFY(comesTrue([&] { return panel() != nullptr; }));
        if (auto* ground = panel()->findChild<QComboBox*>(); ground && ground->currentIndex() <= 0) {
            ground->setFocus();
            QTest::keyClick(ground, Qt::Key_Down);
        }
        if (auto* text = panel()->findChild<QPlainTextEdit*>()) {
            text->setFocus();
            m_desk->type(reason);
        }
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(comesTrue([&] { return panel() == nullptr; }), qPrintable(m_desk->words()));
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei", "chenyan", "caiwen", "tangyu"});
        m_desk = openCounter(*m_hall);
    }

    void aPageSaysWhyAnActionIsNotOpenAndDoesNothing() {
        const StreamId stream = takeIn(QStringLiteral("测试乙"), false);
        QVERIFY(open(stream));
        int refused = 0;
        for (const char* id : {"case.sendBack", "case.extend", "case.special"}) {
            ui::Action& action = m_desk->ui().registry().action(QLatin1String(id));
            QVERIFY2(!action.isEnabled(), id);
            QVERIFY2(!action.reason().isEmpty(), id);
            ++refused;
        }
        QCOMPARE(refused, 3);
        ui::Action& sendBack = m_desk->ui().registry().action(QStringLiteral("case.sendBack"));
        const qsizetype entries = onPage()->timeline.size();
        m_desk->press(Qt::Key_F6);
        QVERIFY2(comesTrue([&] { return m_desk->words().contains(sendBack.reason()); }), qPrintable(m_desk->words()));
        QVERIFY(panel() == nullptr);
        QCOMPARE(onPage()->timeline.size(), entries);
        for (const CaseAction& action : onPage()->actions) {
            if (action.refusal)
                QVERIFY(!ui::sentenceFor(*action.refusal).isEmpty());
        }
    }

    void theChiefDecidesCaseAfterCaseWithoutTheMouse() {
        std::vector<StreamId> streams;
        for (const QString& name : {QStringLiteral("测试丙"), QStringLiteral("测试丁"), QStringLiteral("测试戊")})
            streams.push_back(takeIn(name, true));
        QVERIFY(m_desk->everythingIsSent());
        switchTo(QStringLiteral("caiwen"));
        for (const StreamId& stream : streams) {
            QVERIFY(open(stream));
            QVERIFY(comesTrue([&] { return m_desk->ui().caseScreen()->actions().main().has_value(); }));
            QCOMPARE(m_desk->ui().caseScreen()->actions().main()->event, Event::Assign);
            m_desk->letDoublePressPass();
            m_desk->press(Qt::Key_Return, Qt::ControlModifier);
            answer({});
        }
        switchTo(QStringLiteral("tangyu"));
        for (const StreamId& stream : streams) {
            QVERIFY(open(stream));
            QVERIFY2(comesTrue([&] {
                const auto step = m_desk->ui().caseScreen()->actions().main();
                return step && step->event == Event::SubmitOpinion;
            }),
                qPrintable(m_desk->words()));
            m_desk->letDoublePressPass();
            m_desk->press(Qt::Key_Return, Qt::ControlModifier);
            answer(QStringLiteral("材料属实，建议准予。"));
            QVERIFY(comesTrue([&] { return onPage() && onPage()->row.stage == Stage::PendingDecision; }));
            // The reviewer may not decide what he reviewed, and the page says so.
            const ui::Action& refuse = m_desk->ui().registry().action(QStringLiteral("case.refuse"));
            QVERIFY(!refuse.isEnabled());
            QVERIFY(!refuse.reason().isEmpty());
        }
        QVERIFY(m_desk->everythingIsSent());
        switchTo(QStringLiteral("caiwen"));
        QCOMPARE(m_desk->screen(), ui::Screen::Desk); // a chief's to do is his desk
        ui::DeskScreen* screen = m_desk->ui().deskScreen();
        std::set<StreamId> decided;
        for (std::size_t round = 0; round < streams.size(); ++round) {
            QVERIFY2(comesTrue([&] {
                const auto& view = screen->actions().current();
                const CaseAction* grant = screen->actions().possibility(Event::Grant, CommandAct::Do);
                return view && grant && !grant->refusal && !decided.contains(view->row.stream);
            }),
                qPrintable(m_desk->words()));
            const StreamId stream = screen->actions().current()->row.stream;
            m_desk->letDoublePressPass();
            m_desk->press(Qt::Key_Return, Qt::ControlModifier);
            QVERIFY2(comesTrue([&] {
                const auto& view = screen->actions().current();
                return !view || view->row.stream != stream;
            }),
                qPrintable(m_desk->words()));
            decided.insert(stream);
        }
        QCOMPARE(decided, (std::set<StreamId> {streams.begin(), streams.end()}));
        for (const StreamId& stream : streams) {
            QVERIFY(open(stream));
            QVERIFY(comesTrue([&] { return onPage()->row.stage == Stage::Granted; }));
        }
    }

    void aDraftWaitsForItsAuthorWhileAnotherPersonWorksAtTheCounter() {
        switchTo(QStringLiteral("liufei"));
        beginFor(QStringLiteral("测试己"));
        m_desk->press(Qt::Key_L, Qt::ControlModifier); // in the middle of it
        QCOMPARE(m_desk->screen(), ui::Screen::SignIn);
        QVERIFY2(!m_desk->words().contains(QStringLiteral("测试己")), qPrintable(m_desk->words()));
        m_desk->signIn(QStringLiteral("chenyan"));
        m_desk->press(Qt::Key_F2);
        auto* rows = m_desk->ui().findItemScreen()->findChild<QListWidget*>();
        constexpr int secondLine = Qt::UserRole + 1;
        const auto firstIsADraft = [&] { return m_desk->firstIsADraft(); };
        QVERIFY(comesTrue([&] { return rows->count() > 0; }));
        QVERIFY(!comesTrue(firstIsADraft, 300));
        switchTo(QStringLiteral("liufei"));
        m_desk->press(Qt::Key_F2);
        QVERIFY(comesTrue(firstIsADraft));
        QVERIFY(rows->item(0)->data(secondLine).toString().contains(QStringLiteral("测试己")));
        m_desk->press(Qt::Key_Return);
        QVERIFY(comesTrue([&] { return m_desk->screen() == ui::Screen::Intake; }));
        QCOMPARE(m_desk->find<ui::NameField>("applicant.name")->value(), QStringLiteral("测试己"));
    }

    void aChiefTakesACaseOutWithASupervisorsAgreementAndTheFileIsRead() {
        switchTo(QStringLiteral("liufei"));
        const StreamId stream = takeIn(QStringLiteral("测试丑"), false);
        QVERIFY(open(stream));
        const ui::Action& exporting = m_desk->ui().registry().action(QStringLiteral("case.export"));
        QVERIFY(comesTrue([&] { return !exporting.reason().isEmpty(); }));
        QVERIFY(!exporting.isEnabled());
        m_desk->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!panel());

        switchTo(QStringLiteral("caiwen"));
        QVERIFY(open(stream));
        m_desk->ui().caseScreen()->exporting().setFolder(m_hall->folder());
        QVERIFY(comesTrue([&] { return exporting.isEnabled(); }));
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(comesTrue([&] { return panel() != nullptr; }));
        // Without a reason nothing leaves.
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(panel());
        answer(QStringLiteral("行政复议机关调卷"));
        const QString path = QStringLiteral("%1/%2.yichuang-case").arg(m_hall->folder(), onPage()->row.caseNo);
        QVERIFY2(comesTrue([&] { return QFileInfo::exists(path); }), qPrintable(m_desk->words()));
        QVERIFY(comesTrue([&] { return m_desk->words().contains(QStringLiteral("Exported as")); }));
        // The case tells it.
        QVERIFY(comesTrue([&] { return onPage()->timeline.back().entry.event == Event::Unmasked; }));
        const TimelineEntry& told = onPage()->timeline.back();
        QCOMPARE(told.entry.facts.field, std::string(wholeCase));
        QCOMPARE(told.entry.facts.approvedBy, PersonId {"duanli"});
        QVERIFY2(m_desk->words().contains(QStringLiteral("行政复议机关调卷")), qPrintable(m_desk->words()));
        // And the centre admits it.
        QVERIFY(m_desk->everythingIsSent());
        QVERIFY(comesTrue([&] { return onPage()->timeline.back().atCentre; }));
        QVERIFY(!onPage()->row.marks.refused);

        // Whoever opens the file reads everything, without a sign-in.
        ui::ExportedCaseWindow reading(path);
        reading.show();
        QVERIFY(reading.holdsACase());
        if (const QString pictures = QString::fromLocal8Bit(qgetenv("YICHUANG_PICTURES")); !pictures.isEmpty()) {
            QFile::copy(path, pictures + QStringLiteral("/sample.yichuang-case"));
            reading.grab().save(pictures + QStringLiteral("/exported-case.png"));
        }
        const QString words = ui::shownTexts(reading).join(QLatin1Char('\n'));
        for (const char* expected : {"测试丑", "430400198503120011", "13900000000", "段立", "蔡文", "行政复议机关调卷"})
            QVERIFY2(words.contains(QString::fromUtf8(expected)), qPrintable(words));
        QVERIFY2(ui::cutTexts(reading).isEmpty(), qPrintable(ui::cutTexts(reading).join(QLatin1Char('|'))));
        QTest::keyClick(&reading, Qt::Key_Escape);
        QVERIFY(!reading.isVisible());

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QString other = m_hall->folder() + QStringLiteral("/changed.yichuang-case");
        QFile changed(other);
        QVERIFY(changed.open(QIODevice::WriteOnly));
        changed.write(QByteArray(bytes).replace("测试丑", "测试寅"));
        changed.close();
        ui::ExportedCaseWindow refused(other);
        refused.show();
        QVERIFY(!refused.holdsACase());
        QVERIFY(!ui::shownTexts(refused).join(QString {}).contains(QStringLiteral("测试寅")));
        QVERIFY(ui::shownTexts(refused).join(QString {}).contains(QStringLiteral("changed after it was exported")));
        ui::ExportedCaseWindow nothing(m_hall->folder() + QStringLiteral("/none.yichuang-case"));
        QVERIFY(!nothing.holdsACase());
    }

    void aRefusedActIsShownWithBothSidesAndWhatIsLawfulNow() {
        switchTo(QStringLiteral("liufei"));
        const StreamId stream = takeIn(QStringLiteral("测试庚"), false);
        const StreamId other = takeIn(QStringLiteral("测试辛"), false);
        QVERIFY(m_desk->everythingIsSent());
        m_hall->stopCentre();
        // Her access ends at the hall while this counter is cut off; what she does now will not hold.
        const QString now = QDateTime::fromMSecsSinceEpoch(toMilliseconds(m_hall->clock().now()), QTimeZone {8 * 3600})
                                .toString(Qt::ISODate);
        const auto disabled = kit::runCentral(
            {"user", "disable", "liufei", "--database", m_hall->address(), "--clock", now.toStdString()});
        QVERIFY2(disabled.status == 0, disabled.err.c_str());
        QVERIFY(comesTrue([&] {
            return m_hall->clock().now()
                > fromMilliseconds(QDateTime::fromString(now, Qt::ISODate).toMSecsSinceEpoch() + 1000);
        }));
        QVERIFY(open(stream));
        auto* list = m_desk->ui().caseScreen()->checklist();
        list->setFocus();
        m_desk->press(Qt::Key_Home);
        m_desk->press(Qt::Key_Minus);
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_F8);
        QVERIFY2(comesTrue([&] { return m_desk->screen() == ui::Screen::Papers; }), qPrintable(m_desk->words()));
        m_desk->printPapers();
        QVERIFY(comesTrue([&] { return status().waiting > 0; }));
        m_hall->startCentre();
        QVERIFY(m_desk->everythingIsSent());
        m_desk->press(Qt::Key_F7);
        QCOMPARE(m_desk->screen(), ui::Screen::Sync);
        const auto shown = [&](const char* words) {
            return comesTrue([&] { return m_desk->words().contains(QString::fromUtf8(words)); });
        };
        QVERIFY2(shown("测试庚"), qPrintable(m_desk->words()));
        QVERIFY2(shown("This window"), qPrintable(m_desk->words()));
        QVERIFY2(shown("The centre, before"), qPrintable(m_desk->words()));
        QVERIFY2(shown("What you may do"), qPrintable(m_desk->words()));
        QVERIFY(!m_desk->words().contains(QStringLiteral("测试辛"))); // every other case goes on
        // Its stream is set aside: the page says to look here first.
        QVERIFY(!other.empty());
        // The choices have numbers, and their own keys from anywhere on the page.
        QVERIFY(shown("Take it up again on the centre's state"));
        QVERIFY(!m_desk->words().contains(QStringLiteral("under a new number")));
        m_desk->press(Qt::Key_1);
        QVERIFY2(comesTrue([&] { return m_desk->screen() == ui::Screen::Case; }), qPrintable(m_desk->words()));
        QVERIFY(comesTrue([&] { return onPage() && onPage()->row.stream == stream; }));
        QCOMPARE(onPage()->row.stage, Stage::Received);
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(ScreensTest)
#include "screens_test.moc"
