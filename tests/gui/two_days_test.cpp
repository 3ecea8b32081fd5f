// SPDX-License-Identifier: GPL-3.0-or-later
// A stranger with the handbook and no mouse: takes a case in with two materials missing, prints the notice, takes the
// rest in on the next day, and hands the result over. Every key is one that the handbook names.
#include "counter_desk.h"

#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/desk_screen.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/vault/crypto.h>

#include <QComboBox>
#include <QPlainTextEdit>

using namespace yichuang;
using namespace yichuang::test;

namespace {

class TwoDaysTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;
    NoMouse m_mouse;
    StreamId m_stream;

    [[nodiscard]] const std::optional<CaseView>& onPage() const { return m_desk->onPage(); }
    void switchTo(const QString& person) {
        QVERIFY2(m_desk->everythingIsSent(), qPrintable(m_desk->words()));
        m_desk->switchTo(person);
    }
    /// From the list of the place, by Enter.
    void openFromList(int placeKey) {
        m_desk->press(placeKey, Qt::AltModifier);
        QVERIFY2(comesTrue([&] {
            if (m_desk->screen() == ui::Screen::Case && onPage() && onPage()->row.stream == m_stream)
                return true;
            if (m_desk->screen() != ui::Screen::Case)
                m_desk->press(Qt::Key_Return);
            return false;
        }),
            qPrintable(m_desk->words()));
    }
    bool leadsOnWith(Event event) {
        return comesTrue([&] {
            const auto step = m_desk->ui().caseScreen()->actions().main();
            return step && step->event == event;
        });
    }
    [[nodiscard]] ui::ReasonPanel* panel() { return m_desk->panel(); }
    /// Ctrl+Enter; what is asked is answered field by field: the first of a list, the line, the words; Ctrl+Enter.
    void goOn(Event event, const QString& line = {}, const QString& words = {}) {
        QVERIFY2(leadsOnWith(event), qPrintable(m_desk->words()));
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        if (comesTrue([&] { return panel() != nullptr; }, 500)) {
            if (auto* ground = qobject_cast<QComboBox*>(m_desk->focus())) {
                if (ground->currentIndex() <= 0)
                    m_desk->press(Qt::Key_Down);
                m_desk->press(Qt::Key_Return);
            }
            if (auto* field = qobject_cast<QLineEdit*>(m_desk->focus()); field && field->text().isEmpty())
                m_desk->type(line);
            if (qobject_cast<QLineEdit*>(m_desk->focus()))
                m_desk->press(Qt::Key_Return);
            if (qobject_cast<QPlainTextEdit*>(m_desk->focus()))
                m_desk->type(words);
            m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        }
        QVERIFY2(comesTrue([&] { return panel() == nullptr; }), qPrintable(m_desk->words()));
        if (comesTrue([&] { return m_desk->screen() == ui::Screen::Papers; }, 1000))
            m_desk->printPapers();
    }
    [[nodiscard]] std::vector<PaperKind> printed() {
        std::vector<PaperKind> kinds;
        for (const PrintJob& job : m_desk->printer().jobs())
            kinds.push_back(job.content.kind);
        return kinds;
    }
    bool wasPrinted(PaperKind kind) {
        const auto kinds = printed();
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei", "caiwen", "tangyu", "fanrui"});
        m_desk = openCounter(*m_hall);
        qApp->installEventFilter(&m_mouse);
    }

    void onTheFirstDayTwoMaterialsAreMissingAndTheNoticeIsPrinted() {
        m_desk->beginIntake(QStringLiteral("yyxyc"));
        auto* screen = m_desk->ui().intakeScreen();
        connect(screen, &ui::IntakeScreen::concluded, this,
            [this](const Concluded& concluded) { m_stream = concluded.stream; });
        for (const QString& value : {QStringLiteral("430400198503120011"), QStringLiteral("测试甲"),
                 QStringLiteral("13900000000"), QString {}}) {
            m_desk->type(value);
            m_desk->press(Qt::Key_Return);
        }
        for (const QString& value :
            {QStringLiteral("春晚"), QStringLiteral("8"), QStringLiteral("剧院"), QStringLiteral("2018-12-20"),
                QStringLiteral("2018-12-21"), QStringLiteral("2"), QStringLiteral("90")}) {
            m_desk->type(value);
            m_desk->press(Qt::Key_Return);
        }
        QCOMPARE(m_desk->focus(), screen->checklist());
        for (int row = 0; row < 7; ++row)
            m_desk->press(row == 2 || row == 4 ? Qt::Key_Minus : Qt::Key_Space);
        QCOMPARE(screen->checklist()->missing().size(), std::size_t {2});
        QCOMPARE(screen->intake()->correctionNotice().size(), 2);
        m_desk->press(Qt::Key_F8);
        QVERIFY2(comesTrue([&] { return m_desk->screen() == ui::Screen::Papers; }), qPrintable(m_desk->words()));
        m_desk->printPapers();
        QVERIFY(!m_stream.empty());
        QVERIFY(wasPrinted(PaperKind::CorrectionNotice));
        QVERIFY(m_desk->everythingIsSent());
    }

    void onTheNextDayTheRestIsTakenInAndTheCaseAccepted() {
        m_desk->press(Qt::Key_L, Qt::ControlModifier);
        m_hall->sleepUntilTomorrow();
        m_desk->signIn(QStringLiteral("liufei"));
        // The applicant comes with the notice: its number, scanned from any screen, opens the case.
        const auto view = m_desk->workplace().casework().open(m_stream);
        QVERIFY(comesTrue([&] { return view.isFinished(); }));
        m_desk->scan(view.result()->row.caseNo);
        QVERIFY2(
            comesTrue([&] { return m_desk->screen() == ui::Screen::Case && onPage(); }), qPrintable(m_desk->words()));
        QCOMPARE(onPage()->row.stage, Stage::AwaitingCorrection);
        auto* list = m_desk->ui().caseScreen()->checklist();
        list->setFocus(Qt::TabFocusReason);
        m_desk->press(Qt::Key_Home);
        for (int row = 0; row < 7; ++row) {
            const bool open = !list->rows()[static_cast<std::size_t>(row)].fixed;
            QCOMPARE(open, row == 2 || row == 4);
            m_desk->press(open ? Qt::Key_Space : Qt::Key_Down);
        }
        goOn(Event::Resubmit);
        goOn(Event::Accept);
        QVERIFY(wasPrinted(PaperKind::AcceptanceNotice));
        QVERIFY(comesTrue([&] { return onPage()->row.stage == Stage::UnderReview; }));
        // Accepted on the day all materials were in.
        QVERIFY(onPage()->state.dayZero.has_value());
        QCOMPARE(*onPage()->state.dayZero, m_desk->workplace().today());
    }

    void itIsReviewedDecidedAndHandedOver() {
        switchTo(QStringLiteral("caiwen"));
        m_desk->ui().openCase(m_stream);
        goOn(Event::Assign);
        switchTo(QStringLiteral("tangyu"));
        openFromList(Qt::Key_2);
        goOn(Event::SubmitOpinion, {}, QStringLiteral("材料属实，建议准予。"));
        switchTo(QStringLiteral("caiwen"));
        QCOMPARE(m_desk->screen(), ui::Screen::Desk);
        ui::DeskScreen* desk = m_desk->ui().deskScreen();
        QVERIFY(comesTrue([&] { return desk->current() == m_stream && desk->actions().main(); }));
        m_desk->letDoublePressPass();
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(comesTrue([&] {
            const auto& view = desk->actions().current();
            return !view || view->row.stage != Stage::PendingDecision;
        }));
        switchTo(QStringLiteral("fanrui"));
        openFromList(Qt::Key_3);
        goOn(Event::IssueResult, QStringLiteral("430400-2018-0042"));
        QVERIFY(m_desk->everythingIsSent());
        goOn(Event::Deliver);
        QVERIFY(comesTrue([&] { return onPage()->row.stage == Stage::Delivered; }));
        QVERIFY(m_desk->everythingIsSent());
        QVERIFY2(comesTrue([&] {
            if (m_desk->screen() == ui::Screen::Papers)
                m_desk->printPapers();
            return wasPrinted(PaperKind::ServiceReceipt);
        }),
            qPrintable(m_desk->words()));
        QCOMPARE(m_mouse.seen, 0);
    }

    void cleanupTestCase() {
        qApp->removeEventFilter(&m_mouse);
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(TwoDaysTest)
#include "two_days_test.moc"
