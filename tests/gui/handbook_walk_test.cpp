// SPDX-License-Identifier: GPL-3.0-or-later
// A stranger with the handbook and no mouse: what its last walk says is pressed, key by key and word by word, on the
// real window with a real centre behind it.
#include "counter_desk.h"

#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/handbook.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/desk_screen.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/papers_screen.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/ui/translation.h>
#include <yichuang/vault/crypto.h>

#include <QComboBox>
#include <QRegularExpression>

using namespace yichuang;
using namespace yichuang::test;

namespace {

/// One key or one piece of typing, as the handbook has it.
struct Stroke {
    bool isKey;
    QString words;
};
/// A numbered line.
using Step = std::vector<Stroke>;

/// The steps of the section with this name, in their order.
std::vector<Step> stepsOf(const ui::HandbookChapter& chapter, const QString& anchor) {
    static const QRegularExpression numbered(QStringLiteral("^\\d+\\. "));
    static const QRegularExpression stroke(QStringLiteral("`([^`]+)`|(?<!\\*)\\*([^*]+)\\*(?!\\*)"));
    std::vector<Step> steps;
    std::size_t heading = 0;
    for (const QString& line : chapter.markdown.split(u'\n')) {
        if (line.startsWith(u'#'))
            ++heading;
        if (heading == 0 || chapter.headings[heading - 1].anchor != anchor || !numbered.match(line).hasMatch())
            continue;
        Step step;
        auto each = stroke.globalMatch(line);
        while (each.hasNext()) {
            const auto match = each.next();
            const bool isKey = !match.captured(1).isEmpty();
            step.push_back({isKey, match.captured(isKey ? 1 : 2)});
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

class HandbookWalkTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterDesk> m_desk;
    DeskSetting m_setting;
    NoMouse m_mouse;

    [[nodiscard]] const std::optional<CaseView>& onPage() const {
        return m_desk->ui().caseScreen()->actions().current();
    }
    [[nodiscard]] bool stageIs(Stage stage) const { return onPage() && onPage()->row.stage == stage; }
    [[nodiscard]] bool asks() {
        const auto panels = m_desk->window().findChildren<ui::ReasonPanel*>();
        return std::any_of(
            panels.begin(), panels.end(), [](const ui::ReasonPanel* panel) { return panel->isVisible(); });
    }

    /// What somebody sees before pressing on: the list is filled, the case is open, the pages are laid out.
    void look(const Stroke& next) {
        const auto seen
            = [&](const std::function<bool()>& holds) { QVERIFY2(comesTrue(holds), qPrintable(m_desk->words())); };
        m_desk->letDoublePressPass();
        const bool opens = next.words == QStringLiteral("Enter");
        // The list may still be that of whoever was here before: what can be done with the case tells whose it is.
        const auto listed = [&](const ui::CaseListScreen* list) {
            return !opens
                || (!list->selected().empty() && onPage() && onPage()->row.stream == list->selected()
                    && m_desk->ui().caseScreen()->actions().main());
        };
        switch (m_desk->screen()) {
        case ui::Screen::ToDo:
            seen([&] { return listed(m_desk->ui().toDoScreen()); });
            break;
        case ui::Screen::HandOver:
            seen([&] { return listed(m_desk->ui().handOverScreen()); });
            break;
        case ui::Screen::Case:
            seen([&] {
                return next.words == QStringLiteral("Ctrl+L")
                    || (onPage() && (asks() || m_desk->ui().caseScreen()->actions().main()));
            });
            break;
        case ui::Screen::Desk:
            seen([&] { return next.words == QStringLiteral("Ctrl+L") || m_desk->ui().deskScreen()->actions().main(); });
            break;
        case ui::Screen::Papers:
            seen([&] { return m_desk->ui().papersScreen()->contentCount() > 0; });
            break;
        default:
            break;
        }
    }

    void press(const QString& words) {
        const QString portable = QString(words)
                                     .replace(ui::keyText(QKeySequence(Qt::Key_Space)), QStringLiteral("Space"))
                                     .replace(QStringLiteral("−"), QStringLiteral("-"))
                                     .replace(QStringLiteral("↓"), QStringLiteral("Down"))
                                     .replace(QStringLiteral("↑"), QStringLiteral("Up"))
                                     .replace(QStringLiteral("Enter"), QStringLiteral("Return"));
        const QKeySequence keys = QKeySequence::fromString(portable, QKeySequence::PortableText);
        QVERIFY2(keys.count() == 1, qPrintable(words));
        m_desk->press(keys[0].key(), keys[0].keyboardModifiers());
    }

    /// Presses all of a section but the lock at its end; after each step that is named, what the handbook says holds.
    void walk(const QString& anchor, const std::map<std::size_t, std::function<bool()>>& then) {
        const ui::Handbook handbook(ui::Handbook::folderOfThisLanguage());
        const std::vector<Step> steps = stepsOf(*handbook.chapter(QStringLiteral("walk")), anchor);
        QVERIFY2(steps.size() >= 2, qPrintable(anchor));
        for (std::size_t number = 1; number <= steps.size(); ++number) {
            for (const Stroke& stroke : steps[number - 1]) {
                look(stroke);
                if (QTest::currentTestFailed())
                    return;
                if (stroke.isKey)
                    press(stroke.words);
                else
                    m_desk->type(stroke.words);
            }
            const auto holds = then.find(number);
            QVERIFY2(holds == then.end() || comesTrue(holds->second),
                qPrintable(QStringLiteral("%1, step %2; the focus is in %3 %4: %5")
                        .arg(anchor)
                        .arg(number)
                        .arg(QLatin1String(m_desk->focus()->metaObject()->className()), m_desk->focus()->objectName(),
                            m_desk->words())));
        }
    }

    void becomes(const QString& person) {
        QCOMPARE(m_desk->screen(), ui::Screen::SignIn);
        m_desk->signIn(person);
        QVERIFY(comesTrue([&] { return m_desk->screen() != ui::Screen::SignIn; }));
    }
    [[nodiscard]] bool focusIsIn(const QString& name) { return m_desk->focus()->objectName() == name; }
    [[nodiscard]] bool fieldHasFocus(const char* name) {
        auto* field = m_desk->find<ui::Field>(name);
        return field && field->isVisible() && field->editor()->hasFocus();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(startVault()); }

    void aStrangerBringsACaseWithTwoMissingMaterialsToTheHandOver_data() {
        QTest::addColumn<bool>("english");
        QTest::newRow("Chinese") << false;
        QTest::newRow("English") << true;
    }
    void aStrangerBringsACaseWithTwoMissingMaterialsToTheHandOver() {
        QFETCH(bool, english);
        QVERIFY(ui::installLanguage(*qApp, english ? ui::Language::English : ui::Language::Chinese));
        m_hall = std::make_unique<CounterHall>(std::vector<std::string> {"liufei", "tangyu", "caiwen", "fanrui"});
        m_setting = DeskSetting {m_hall->folder() + QStringLiteral("/counter"), m_hall->url()};
        m_desk = std::make_unique<CounterDesk>(m_setting, m_hall->clock());
        m_desk->enrol(m_hall->url(), m_hall->enrolCode("w3"));
        becomes(QStringLiteral("刘菲"));
        QVERIFY(comesTrue([&] { return m_desk->workplace().sync().status().numbersLeft > 0; }));
        qApp->installEventFilter(&m_mouse);

        ui::IntakeScreen* intake = m_desk->ui().intakeScreen();
        const auto screenIs = [&](ui::Screen screen) { return [this, screen] { return m_desk->screen() == screen; }; };
        walk(QStringLiteral("first-day"),
            {{1, screenIs(ui::Screen::FindItem)},
                {2, [&] { return m_desk->screen() == ui::Screen::Intake && fieldHasFocus("applicant.id_number"); }},
                {4, [&] { return m_desk->focus() == intake->checklist(); }},
                {5,
                    [&] {
                        return intake->checklist()->missing() == std::vector {2, 5}
                        && intake->checklist()->undecidedCount() == 0 && intake->intake()->faults(true).isEmpty();
                    }},
                {6, screenIs(ui::Screen::Papers)}, {7, screenIs(ui::Screen::FindItem)},
                {8, screenIs(ui::Screen::SignIn)}});
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!m_desk->printer().jobs().empty());
        const auto printed = [&](PaperKind kind) {
            const auto& jobs = m_desk->printer().jobs();
            return std::any_of(jobs.begin(), jobs.end(), [kind](const auto& job) { return job.content.kind == kind; });
        };
        QVERIFY(printed(PaperKind::CorrectionNotice));

        // The night: the machine is switched off, and so is the centre.
        QVERIFY(comesTrue([&] { return m_desk->workplace().sync().status().waiting == 0; }));
        m_desk.reset();
        m_hall->sleepUntilTomorrow();
        m_desk = std::make_unique<CounterDesk>(m_setting, m_hall->clock());
        becomes(QStringLiteral("刘菲"));
        ui::ChecklistView* materials = m_desk->ui().caseScreen()->checklist();
        walk(QStringLiteral("next-day"),
            {{1,
                 [&] {
                     return m_desk->screen() == ui::Screen::Case && stageIs(Stage::AwaitingCorrection)
                         && m_desk->focus() == materials && materials->currentIndex().row() == 1;
                 }},
                {3, [&] { return materials->missing().empty(); }}, {4, screenIs(ui::Screen::Papers)},
                {5, [&] { return m_desk->screen() == ui::Screen::Case && stageIs(Stage::Received); }},
                {6, screenIs(ui::Screen::Papers)},
                {7, [&] { return m_desk->screen() == ui::Screen::Case && stageIs(Stage::UnderReview); }},
                {8, screenIs(ui::Screen::SignIn)}});
        if (QTest::currentTestFailed())
            return;
        QVERIFY(printed(PaperKind::CorrectionReceipt));
        QVERIFY(printed(PaperKind::AcceptanceNotice));

        becomes(QStringLiteral("唐钰"));
        walk(QStringLiteral("review"),
            {{1, [&] { return m_desk->screen() == ui::Screen::Case && stageIs(Stage::UnderReview); }},
                {2, [&] { return fieldHasFocus("reason.ground"); }}, {3, [&] { return fieldHasFocus("reason.text"); }},
                {4, [&] { return stageIs(Stage::PendingDecision) && !asks(); }}, {5, screenIs(ui::Screen::SignIn)}});
        if (QTest::currentTestFailed())
            return;

        becomes(QStringLiteral("蔡文"));
        QCOMPARE(m_desk->screen(), ui::Screen::Desk);
        walk(QStringLiteral("decide"),
            {{1, [&] { return !m_desk->ui().deskScreen()->actions().main(); }}, {2, screenIs(ui::Screen::SignIn)}});
        if (QTest::currentTestFailed())
            return;

        becomes(QStringLiteral("范睿"));
        walk(QStringLiteral("hand-over"),
            {{1, [&] { return m_desk->screen() == ui::Screen::Case && stageIs(Stage::Granted); }},
                {2, [&] { return fieldHasFocus("reason.line"); }},
                {3, [&] { return stageIs(Stage::ResultReady) && !asks(); }},
                {4, [&] { return fieldHasFocus("reason.ground"); }}, {5, screenIs(ui::Screen::Papers)},
                {6, [&] { return m_desk->screen() == ui::Screen::Case && stageIs(Stage::Delivered); }}});
        if (QTest::currentTestFailed())
            return;
        QVERIFY(printed(PaperKind::ServiceReceipt));
        QCOMPARE(m_mouse.seen, 0);
    }

    void cleanup() {
        qApp->removeEventFilter(&m_mouse);
        m_desk.reset();
        m_hall.reset();
    }
};

} // namespace

QTEST_MAIN(HandbookWalkTest)
#include "handbook_walk_test.moc"
