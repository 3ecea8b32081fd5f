// SPDX-License-Identifier: GPL-3.0-or-later
// What a counter keeps and tells beyond one case: printers and offsets of each paper, the lock by itself, who goes on
// where, numbers in clear for a while, and what happened while somebody was away. By keys, on the real window.
#include "counter_desk.h"

#include <yichuang/ui/cards.h>
#include <yichuang/ui/case_list.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/idle_lock.h>
#include <yichuang/ui/look_settings.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/desk_screen.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/papers_screen.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/ui/screens/settings_screen.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/ui/screens/today_screen.h>
#include <yichuang/vault/crypto.h>

#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const QString performance = QStringLiteral("yyxyc"); // 营业性演出审批: one review, one approval
const QString number = QStringLiteral("430400198503120011");

class CounterDayTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;

    void switchTo(const QString& person) { m_desk->switchTo(person); }
    StreamId accepted(const QString& name) { return m_desk->accepted(performance, name); }
    bool perform(const CaseCommand& command) { return m_desk->perform(command); }
    bool opinionOn(const StreamId& stream) {
        CaseCommand opinion;
        opinion.stream = stream;
        opinion.event = Event::SubmitOpinion;
        opinion.facts.opinionGiven = true;
        opinion.facts.opinionVerdict = "grant";
        opinion.facts.opinionDate = m_desk->workplace().today();
        opinion.particulars.insert(QStringLiteral("opinion"), QStringLiteral("材料属实，建议准予。"));
        return perform(opinion);
    }
    [[nodiscard]] bool says(const QString& words) {
        return comesTrue([&] { return m_desk->words().contains(words); });
    }
    [[nodiscard]] const std::optional<CaseView>& onPage() const { return m_desk->onPage(); }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei", "chenyan", "caiwen", "tangyu"});
        m_desk = openCounter(*m_hall);
    }

    void everyPaperKeepsItsPrinterTrayOffsetAndCopies() {
        m_desk->press(Qt::Key_F11);
        QCOMPARE(m_desk->screen(), ui::Screen::Settings);
        QTreeWidget* papers = m_desk->ui().settingsScreen()->papers();
        QCOMPARE(papers->topLevelItemCount(), static_cast<int>(allPaperKinds().size()));
        QCOMPARE(m_desk->focus(), papers);
        // Down to the acceptance notice.
        const auto wanted = std::find(allPaperKinds().begin(), allPaperKinds().end(), PaperKind::AcceptanceNotice);
        for (auto kind = allPaperKinds().begin(); kind != wanted; ++kind)
            m_desk->press(Qt::Key_Down);
        auto* printer = m_desk->find<ui::ChoiceField>("settings.printer");
        auto* printers = printer->findChild<QComboBox*>();
        QVERIFY(comesTrue([&] { return printers->count() == 3; }));
        printers->setFocus();
        m_desk->press(Qt::Key_Down);
        m_desk->press(Qt::Key_Down);
        QCOMPARE(printer->value(), QStringLiteral("roll"));
        m_desk->typeInto(m_desk->find<ui::NumberField>("settings.right")->line(), QStringLiteral("1.5"));
        m_desk->press(Qt::Key_Return);
        m_desk->type(QStringLiteral("-2"));
        m_desk->press(Qt::Key_Return);
        m_desk->typeInto(m_desk->find<ui::NumberField>("settings.copies")->line(), QStringLiteral("3"));
        m_desk->press(Qt::Key_Backtab, Qt::ShiftModifier);
        const PaperOutput expected {{QStringLiteral("roll"), {}, 1.5, -2.0}, 3};
        QCOMPARE(m_desk->workplace().machine().output(PaperKind::AcceptanceNotice), expected);
        QCOMPARE(m_desk->workplace().machine().output(PaperKind::GrantDecision), PaperOutput {});

        // The papers come out as they were set.
        const StreamId stream = accepted(QStringLiteral("测试甲"));
        QVERIFY(!stream.empty());
        m_desk->ui().openCase(stream);
        QVERIFY(comesTrue([&] { return onPage() && onPage()->row.stream == stream; }));
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(comesTrue([&] { return m_desk->screen() == ui::Screen::Papers; }));
        m_desk->printPapers();
        int seen = 0;
        for (const PrintJob& job : m_desk->printer().jobs()) {
            if (job.content.kind == PaperKind::AcceptanceNotice) {
                QCOMPARE(job.settings, expected.printer);
                QCOMPARE(job.content.copies, 3);
                ++seen;
            } else {
                QCOMPARE(job.settings, PrinterSettings {});
            }
        }
        QCOMPARE(seen, 1);
    }

    void oneKeySetsAllPapersOfASizeAndLeavesTheirCopies() {
        m_desk->press(Qt::Key_F11);
        QTreeWidget* papers = m_desk->ui().settingsScreen()->papers();
        papers->setCurrentItem(papers->topLevelItem(static_cast<int>(PaperKind::AcceptanceNotice)));
        m_desk->press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(says(QStringLiteral("Kept for all papers of this size.")));
        for (const PaperKind kind : allPaperKinds()) {
            const PaperOutput output = m_desk->workplace().machine().output(kind);
            const bool sheet = sizeOf(kind) == PaperSize::A4;
            QCOMPARE(output.printer.printer, sheet ? QStringLiteral("roll") : QString {});
            QCOMPARE(output.printer.offsetRightMillimetres, sheet ? 1.5 : 0.0);
            QCOMPARE(output.copies, kind == PaperKind::AcceptanceNotice ? 3 : 0);
        }
    }

    void aSettingThatCantBeIsToldAtItsField_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("too far") << QStringLiteral("settings.right") << QStringLiteral("21")
                                 << QStringLiteral("Please write a number from -20 to 20.");
        QTest::newRow("no number") << QStringLiteral("settings.down") << QStringLiteral("two")
                                   << QStringLiteral("Please write a number from -20 to 20.");
        QTest::newRow("no copy") << QStringLiteral("settings.copies") << QStringLiteral("0")
                                 << QStringLiteral("Please write a whole number from 1 to 9.");
        QTest::newRow("half a minute") << QStringLiteral("settings.lock") << QStringLiteral("0.5")
                                       << QStringLiteral("Please write a whole number from 1 to 60.");
    }
    void aSettingThatCantBeIsToldAtItsField() {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        m_desk->press(Qt::Key_F11);
        auto* typedInto = m_desk->find<ui::NumberField>(field.toLatin1().constData());
        const QString before = typedInto->value();
        m_desk->typeInto(typedInto->line(), typed);
        m_desk->press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(typedInto->shownError(), sentence);
        QCOMPARE(typedInto->line()->text(), typed); // and nothing typed is lost
        m_desk->typeInto(typedInto->line(), before);
        m_desk->press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(typedInto->shownError(), QString {});
    }

    void whatIsSetOutlivesTheProgram() {
        m_desk->press(Qt::Key_F11);
        m_desk->typeInto(m_desk->find<ui::NumberField>("settings.lock")->line(), QStringLiteral("１２"));
        m_desk->press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(m_desk->workplace().machine().lockMinutes(), 12);
        auto* language = m_desk->find<ui::ChoiceField>("settings.language")->findChild<QComboBox*>();
        language->setFocus();
        m_desk->press(Qt::Key_End);
        const QString profile = m_desk->workplace().profile();
        QVERIFY(comesTrue([&] { return ui::readLook(profile).language == ui::Language::English; }));
        const DeskSetting setting {profile, m_hall->url()};
        m_desk.reset();
        m_desk = std::make_unique<CounterDesk>(setting, m_hall->clock());
        m_desk->signIn(QStringLiteral("liufei"));
        QCOMPARE(m_desk->workplace().machine().lockMinutes(), 12);
        QCOMPARE(m_desk->workplace().machine().output(PaperKind::AcceptanceNotice).copies, 3);
        QCOMPARE(m_desk->workplace().machine().output(PaperKind::AcceptanceNotice).printer.offsetDownMillimetres, -2.0);
    }

    void aCounterThatNobodyTouchesLocksItself() {
        qint64 now = 0;
        ui::IdleLock lock([&now] { return now; });
        lock.setMinutes(5);
        QSignalSpy idle(&lock, &ui::IdleLock::idle);
        now = 4 * 60'000;
        lock.look();
        QCOMPARE(idle.count(), 0);
        QTest::keyClick(m_desk->focus(), Qt::Key_Shift);
        now = 8 * 60'000;
        lock.look();
        QCOMPARE(idle.count(), 0); // four minutes since that key
        now = 9 * 60'000;
        lock.look();
        lock.look();
        QCOMPARE(idle.count(), 1); // told once
        QTest::keyClick(m_desk->focus(), Qt::Key_Shift);
        QCOMPARE(idle.count(), 1);
        // A night's sleep: the first key finds the counter locked, and does nothing else.
        now = 600 * 60'000;
        const ui::Screen before = m_desk->screen();
        QTest::keyClick(m_desk->focus(), Qt::Key_F11);
        QCOMPARE(idle.count(), 2);
        QCOMPARE(m_desk->screen(), before);
    }

    void whoLockedTheCounterGoesOnWhereSheWasAndAnybodyElseBeginsAnew() {
        m_desk->beginIntake(performance);
        m_desk->typeInto(m_desk->find("applicant.name")->focusProxy(), QStringLiteral("测试乙"));
        Q_EMIT m_desk->ui().idleLock().idle();
        QCOMPARE(m_desk->screen(), ui::Screen::SignIn);
        QVERIFY(!m_desk->words().contains(QStringLiteral("测试乙")));
        m_desk->signIn(QStringLiteral("liufei"));
        QVERIFY(comesTrue([&] { return m_desk->screen() == ui::Screen::Intake; }));
        QCOMPARE(m_desk->find<ui::NameField>("applicant.name")->value(), QStringLiteral("测试乙"));
        m_desk->typeInto(m_desk->find("applicant.name")->focusProxy(), QStringLiteral("测试乙乙"));
        switchTo(QStringLiteral("chenyan"));
        QCOMPARE(m_desk->screen(), ui::Screen::ToDo);
        QVERIFY(!m_desk->ui().intakeScreen()->intake());
        QVERIFY(!m_desk->find<ui::NameField>("applicant.name"));
        switchTo(QStringLiteral("liufei"));
        QCOMPARE(m_desk->screen(), ui::Screen::ToDo);
        m_desk->press(Qt::Key_F2);
        m_desk->resumeNewestDraft();
        QCOMPARE(m_desk->find<ui::NameField>("applicant.name")->value(), QStringLiteral("测试乙乙"));
    }

    void theLastFiveAreOfferedAndOneIsTakenByArrowAndEnter() {
        m_desk->press(Qt::Key_L, Qt::ControlModifier);
        auto* screen = m_desk->ui().signInScreen();
        auto* last = screen->findChild<QListWidget*>();
        QVERIFY(comesTrue([&] { return last->isVisible() && last->count() == 2; }));
        QVERIFY(last->item(0)->text().startsWith(QStringLiteral("刘菲")));
        screen->name()->line()->setFocus();
        m_desk->press(Qt::Key_Down);
        QCOMPARE(m_desk->focus(), last);
        m_desk->press(Qt::Key_Down);
        const QString taken = last->currentItem()->text().section(QLatin1Char(' '), 0, 0);
        m_desk->press(Qt::Key_Return);
        QCOMPARE(screen->name()->value(), taken);
        QCOMPARE(m_desk->focus(), screen->password()->line());
        m_desk->signIn(QStringLiteral("liufei"));
    }

    void aMaskedNumberIsInClearForAWhileWithAReasonInTheFile() {
        const StreamId stream = accepted(QStringLiteral("测试丙"));
        QVERIFY(!stream.empty());
        m_desk->ui().openCase(stream);
        QVERIFY(comesTrue([&] { return onPage() && onPage()->row.stream == stream; }));
        QVERIFY(says(QStringLiteral("430400********0011")));
        QVERIFY(!m_desk->words().contains(number));
        auto* page = m_desk->ui().caseScreen();
        page->setClearTime(std::chrono::milliseconds {400});
        m_desk->press(Qt::Key_U, Qt::ControlModifier);
        auto* panel = page->findChild<ui::ReasonPanel*>();
        QVERIFY(panel->isVisible());
        m_desk->press(Qt::Key_Down); // the first of the numbers
        // Without a reason nothing is shown.
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(panel->isVisible());
        QVERIFY(!m_desk->words().contains(number));
        panel->findChild<QPlainTextEdit*>()->setFocus();
        m_desk->type(QStringLiteral("核对身份证"));
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(says(number), qPrintable(m_desk->words()));
        QVERIFY(says(QStringLiteral("139****0000"))); // one at a time
        QVERIFY(comesTrue([&] { return !m_desk->words().contains(number); }));
        QVERIFY(says(QStringLiteral("430400********0011")));
        QVERIFY(comesTrue([&] {
            return std::any_of(onPage()->timeline.begin(), onPage()->timeline.end(), [](const TimelineEntry& line) {
                return line.entry.event == Event::Unmasked && line.entry.facts.field == "applicant.id_number"
                    && line.particulars.value(QStringLiteral("reason")) == QStringLiteral("核对身份证");
            });
        }));
    }

    void todayTellsWhatIsFirstAndWhatOthersDidMeanwhile() {
        const StreamId stream = accepted(QStringLiteral("测试丁"));
        QVERIFY(!stream.empty());
        QVERIFY(m_desk->everythingIsSent());
        m_desk->press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(m_desk->screen(), ui::Screen::Today);
        QVERIFY2(says(QStringLiteral("Nobody else did anything with your cases.")), qPrintable(m_desk->words()));
        switchTo(QStringLiteral("caiwen"));
        CaseCommand assign;
        assign.stream = stream;
        assign.event = Event::Assign;
        assign.facts.reviewer = PersonId {"tangyu"};
        QVERIFY(perform(assign));
        switchTo(QStringLiteral("tangyu"));
        m_desk->press(Qt::Key_1, Qt::AltModifier);
        // What waits for her opens from here.
        ui::TodayScreen* today = m_desk->ui().todayScreen();
        QVERIFY(comesTrue([&] { return today->model().indexOf(stream) >= 0; }));
        QVERIFY(opinionOn(stream));
        switchTo(QStringLiteral("liufei"));
        m_desk->press(Qt::Key_1, Qt::AltModifier);
        QVERIFY2(says(QStringLiteral("材料属实，建议准予。")), qPrintable(m_desk->words()));
        QVERIFY2(says(QStringLiteral("唐钰")), qPrintable(m_desk->words()));
        QVERIFY(comesTrue([&] { return !today->selected().empty(); }));
        const StreamId first = today->selected();
        m_desk->press(Qt::Key_Return);
        QVERIFY(comesTrue([&] { return m_desk->screen() == ui::Screen::Case && onPage(); }));
        QVERIFY(comesTrue([&] { return onPage()->row.stream == first; }));
        // She has seen it: the next time it is no news.
        switchTo(QStringLiteral("liufei"));
        m_desk->press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(says(QStringLiteral("Nobody else did anything with your cases.")));
    }

    void theChiefDecidesTwentyCasesWithTwentyKeys() {
        constexpr std::size_t many = 20;
        std::vector<StreamId> streams;
        for (std::size_t round = 0; round < many; ++round) {
            streams.push_back(accepted(QStringLiteral("测试%1").arg(round + 1)));
            QVERIFY(!streams.back().empty());
        }
        switchTo(QStringLiteral("caiwen"));
        for (const StreamId& stream : streams) {
            CaseCommand assign;
            assign.stream = stream;
            assign.event = Event::Assign;
            assign.facts.reviewer = PersonId {"tangyu"};
            QVERIFY(perform(assign));
        }
        switchTo(QStringLiteral("tangyu"));
        for (const StreamId& stream : streams)
            QVERIFY(opinionOn(stream));
        QVERIFY(m_desk->everythingIsSent());
        switchTo(QStringLiteral("caiwen"));
        QCOMPARE(m_desk->screen(), ui::Screen::Desk);
        ui::DeskScreen* screen = m_desk->ui().deskScreen();
        std::set<StreamId> decided;
        m_desk->countFromHere();
        while (decided.size() < many) {
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
        QCOMPARE(m_desk->keys(), static_cast<int>(decided.size()));
        for (const StreamId& stream : streams) {
            const auto view = answerOf(m_desk->workplace().casework().open(stream));
            QVERIFY(view);
            const bool isOne = decided.contains(stream);
            QVERIFY(!isOne || view->row.stage == Stage::Granted);
        }
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(CounterDayTest)
#include "counter_day_test.moc"
