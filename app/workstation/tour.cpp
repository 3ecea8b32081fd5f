// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include "tour_filling.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/fit.h>
#include <yichuang/ui/page_view.h>
#include <yichuang/ui/screens/applicant_panel.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/desk_screen.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/papers_screen.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/ui/screens/sync_screen.h>
#include <yichuang/ui/sentences.h>

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextStream>

#include <algorithm>

namespace yichuang {
namespace {

constexpr const char* hallPrepared = "2018-11-19T08:30:00+08:00";
constexpr const char* startOfTour = "2018-11-19T09:00:00+08:00";
constexpr qint64 patienceMilliseconds = 20'000;
constexpr int lookEvery = 30;

} // namespace

Tour::Tour(const QString& folder)
    : m_folder(folder)
    , m_clock(fromMilliseconds(QDateTime::fromString(QLatin1String(startOfTour), Qt::ISODate).toMSecsSinceEpoch()))
    , m_hall(QLatin1String(hallPrepared))
    , m_printer(folder) {
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Tour::look);
    connect(&m_hall, &TourHall::serving, this, [this] { m_serving = true; });
}

Tour::~Tour() {
    m_chief.reset();
    m_counter.reset();
}

QString Tour::clockText() const {
    return toHallTime(m_clock.now()).toString(Qt::ISODate);
}

void Tour::start() {
    if (!QDir().mkpath(m_folder)) {
        end(false, m_folder);
        return;
    }
    if (const QString why = m_hall.prepare(); !why.isEmpty()) {
        end(false, why);
        return;
    }
    plan();
    next();
}

void Tour::stop(TourDesk* desk, const QString& name, std::function<void()> act, std::function<bool()> arrived) {
    m_stops.push_back(Stop {name, std::move(act), std::move(arrived), desk});
}

void Tour::enrol(TourDesk* desk, const QString& window) {
    auto* screen = desk->window->signInScreen();
    stop(
        desk, QStringLiteral("enrol"), [] {},
        [screen] {
            auto* code = screen->findChild<QWidget*>(QStringLiteral("enrol.code"));
            return code && code->isVisible();
        });
    stop(
        desk, {},
        [this, desk, screen, window] {
            auto* url = screen->findChild<ui::TextField*>(QStringLiteral("enrol.url"));
            auto* code = screen->findChild<ui::TextField*>(QStringLiteral("enrol.code"));
            desk->hands().typeInto(url->line(), m_hall.url());
            desk->hands().typeInto(code->line(), m_hall.enrolCode(window));
            desk->hands().press(Qt::Key_Return);
        },
        [screen] { return screen->name()->isVisible(); });
}

void Tour::signIn(TourDesk* desk, const QString& person, const QString& picture) {
    auto* screen = desk->window->signInScreen();
    stop(desk, picture, [] {}, [screen] { return screen->name()->isVisible(); });
    stop(
        desk, {},
        [desk, screen, person] {
            desk->hands().typeInto(screen->name()->line(), person);
            desk->hands().press(Qt::Key_Return);
            desk->hands().typeInto(screen->password()->line(), QStringLiteral("yichuang-1"));
            desk->hands().press(Qt::Key_Return);
        },
        [desk] {
            return desk->workplace->session().current().has_value()
                && desk->workplace->sync().status().numbersLeft >= 0;
        });
}

void Tour::switchTo(TourDesk* desk, const QString& person) {
    stop(
        desk, {}, [desk] { desk->hands().press(Qt::Key_L, Qt::ControlModifier); },
        [desk] { return desk->window->window().screen() == ui::Screen::SignIn; });
    signIn(desk, person, {});
}

void Tour::takeIn(TourDesk* desk, const QString& letters, const QString& picture, int missingSeq,
    std::function<void()> conclude, std::function<bool()> concluded) {
    auto* window = desk->window.get();
    stop(
        desk, picture + QStringLiteral("-find"),
        [desk, window, letters] {
            desk->hands().press(Qt::Key_F2);
            desk->hands().typeInto(window->findItemScreen()->line(), letters);
        },
        [window] { return window->window().screen() == ui::Screen::FindItem; });
    stop(
        desk, {}, [desk] { desk->hands().press(Qt::Key_Return); },
        [window] { return window->window().screen() == ui::Screen::Intake && window->intakeScreen()->intake(); });
    stop(
        desk, picture + QStringLiteral("-intake"),
        [window, missingSeq] {
            ui::IntakeScreen* screen = window->intakeScreen();
            Applicant applicant;
            applicant.self
                = Party {QStringLiteral("测试甲"), QStringLiteral("resident_id"), QStringLiteral("430400198503120011"),
                    QStringLiteral("13900000000"), QStringLiteral("衡阳市珠晖区某路 12 号")};
            applicant.identityChecked = true;
            screen->applicant()->setApplicant(applicant);
            Q_EMIT screen->applicant()->edited();
            fillForm(*screen->form(), screen->intake()->form());
            const auto rows = screen->checklist()->rows();
            screen->checklist()->setFocus();
            for (std::size_t index = 0; index < rows.size(); ++index) {
                screen->checklist()->setCurrentIndex(screen->checklist()->model()->index(static_cast<int>(index), 0));
                const bool missing = rows[index].seq == missingSeq;
                const bool off = rows[index].mayNotApply;
                screen->checklist()->decide(missing ? MaterialState::Missing
                        : off                       ? MaterialState::NotApplicable
                                                    : MaterialState::Here);
            }
        },
        [window] { return window->intakeScreen()->intake()->undecidedMaterials() == 0; });
    stop(desk, {}, std::move(conclude), std::move(concluded));
}

void Tour::printPapers(TourDesk* desk, const QString& picture) {
    auto* window = desk->window.get();
    stop(
        desk, picture, [] {},
        [window] {
            return window->window().screen() == ui::Screen::Papers && window->papersScreen()->contentCount() > 0;
        });
    // A second press within a moment of the first counts as one: nobody prints two papers as fast as the tour.
    stop(
        desk, {}, [] {},
        [this] {
            return SystemClock {}.monotonic().count() - m_printed > ui::ActionRegistry::doublePressMilliseconds;
        });
    stop(
        desk, {}, [desk] { desk->hands().press(Qt::Key_Return); },
        [this, window] {
            m_printed = SystemClock {}.monotonic().count();
            return window->window().screen() != ui::Screen::Papers;
        });
}

void Tour::fillReason(TourDesk* desk) const {
    for (auto* panel : desk->window->window().findChildren<ui::ReasonPanel*>()) {
        if (!panel->isVisible())
            continue;
        const auto boxes = panel->findChildren<QComboBox*>();
        for (auto* box : boxes) {
            if (box->currentText().isEmpty() && box->count() > 1)
                box->setCurrentIndex(1);
        }
        // A line that stands alone is what the step is about: the number of the certificate.
        const bool lineNeeded = boxes.isEmpty();
        for (auto* field : panel->findChildren<ui::TextField*>()) {
            if (!field->value().isEmpty())
                continue;
            if (field->objectName() == QLatin1String("reason.number"))
                field->setValue(QStringLiteral("5"));
            else if (lineNeeded)
                field->setValue(QStringLiteral("衡文演〔2018〕12 号"));
        }
        const bool toTheApplicant = std::any_of(boxes.begin(), boxes.end(),
            [](const QComboBox* box) { return box->currentData().toString() == QLatin1String("counter"); });
        for (auto* text : panel->findChildren<ui::LongTextField*>()) {
            if (text->value().isEmpty() && !toTheApplicant)
                text->setValue(QStringLiteral("材料属实，符合条件，建议准予。"));
        }
        if (auto* go = panel->findChild<QPushButton*>(QStringLiteral("reason.go")))
            go->click();
    }
}

void Tour::runStep(TourDesk* desk, Event event, CommandAct act, const QString& picture, Stage after) {
    auto* window = desk->window.get();
    const auto currentStage = [window] {
        const auto& view = window->caseScreen()->actions().current();
        return view ? std::optional<Stage> {view->row.stage} : std::nullopt;
    };
    stop(
        desk, {}, [this, window] { window->openCase(m_stream); },
        [this, window, event, act] {
            const auto& view = window->caseScreen()->actions().current();
            if (!view || view->row.stream != m_stream)
                return false;
            const CaseAction* possible = window->caseScreen()->actions().possibility(event, act);
            if (possible && !possible->refusal)
                return true;
            window->openCase(m_stream); // what another desk did is still on its way
            return false;
        });
    stop(
        desk, picture, [window, event, act] { window->caseScreen()->actions().run(event, act); },
        [window, currentStage, after] {
            for (auto* panel : window->window().findChildren<ui::ReasonPanel*>()) {
                if (panel->isVisible())
                    return true;
            }
            return currentStage() == after || window->window().screen() == ui::Screen::Papers;
        });
    stop(
        desk, {}, [this, desk] { fillReason(desk); },
        [window, currentStage, after] {
            return currentStage() == after || window->window().screen() == ui::Screen::Papers;
        });
}

void Tour::bringIn(TourDesk* desk, int seq, const QString& picture) {
    auto* window = desk->window.get();
    stop(
        desk, picture,
        [desk, window, seq] {
            ui::ChecklistView* list = window->caseScreen()->checklist();
            const auto& rows = list->rows();
            const auto row = std::find_if(
                rows.begin(), rows.end(), [seq](const ui::ChecklistRow& each) { return each.seq == seq; });
            list->setFocus();
            list->setCurrentIndex(list->model()->index(static_cast<int>(row - rows.begin()), 0));
            desk->hands().press(Qt::Key_Space);
        },
        [window, seq] {
            const auto& rows = window->caseScreen()->checklist()->rows();
            return std::any_of(rows.begin(), rows.end(), [seq](const ui::ChecklistRow& each) {
                return each.seq == seq && each.mark == MaterialState::Here && !each.fixed;
            });
        });
    stop(
        desk, {}, [desk] { desk->hands().press(Qt::Key_Return, Qt::ControlModifier); },
        [window] { return window->window().screen() == ui::Screen::Papers; });
}

void Tour::waitForSync(TourDesk* desk, const QString& picture) {
    stop(
        desk, picture, [desk] { desk->hands().press(Qt::Key_F7); },
        [desk] {
            const SyncStatus& status = desk->workplace->sync().status();
            return status.connection == Connection::Online && status.waiting == 0;
        });
}

void Tour::plan() {
    m_stops.push_back(Stop {{}, [this] { m_hall.serve(clockText()); }, [this] { return m_serving; }, nullptr});
    m_stops.push_back(Stop {{},
        [this] {
            m_counter = std::make_unique<TourDesk>(
                m_hall.folder(), QStringLiteral("counter"), m_hall.url(), m_clock, m_printer);
            m_chief = std::make_unique<TourDesk>(
                m_hall.folder(), QStringLiteral("chief"), m_hall.url(), m_clock, m_printer);
            // The desks exist only now: the rest of the way is planned from here.
            TourDesk* counter = m_counter.get();
            TourDesk* chief = m_chief.get();
            auto* window = counter->window.get();
            const auto inPapers = [window] { return window->window().screen() == ui::Screen::Papers; };
            const auto remember = [this, window] {
                connect(window->intakeScreen(), &ui::IntakeScreen::concluded, this, [this](const Concluded& concluded) {
                    m_stream = concluded.stream;
                    m_caseNo = concluded.caseNo;
                });
            };
            remember();
            enrol(counter, QStringLiteral("w3"));
            enrol(chief, QStringLiteral("w9"));
            signIn(chief, QStringLiteral("caiwen"), {});
            signIn(counter, QStringLiteral("liufei"), QStringLiteral("sign-in"));
            stop(
                counter, QStringLiteral("to-do-empty"), [] {},
                [counter] { return counter->workplace->sync().status().numbersLeft > 0; });

            const auto show
                = [this, counter](int key, Qt::KeyboardModifiers modifiers, const QString& picture, ui::Screen screen) {
                      stop(
                          counter, picture, [counter, key, modifiers] { counter->hands().press(key, modifiers); },
                          [counter, screen] { return counter->window->window().screen() == screen; });
                  };
            show(Qt::Key_1, Qt::AltModifier, QStringLiteral("today-empty"), ui::Screen::Today);
            show(Qt::Key_F11, Qt::NoModifier, QStringLiteral("settings"), ui::Screen::Settings);

            // One review, one approval: something is missing, the notice, the rest is brought, review, approval,
            // hand-over.
            takeIn(
                counter, QStringLiteral("yyxyc"), QStringLiteral("one-review"), 2,
                [counter] { counter->hands().press(Qt::Key_F8); }, inPapers);
            printPapers(counter, QStringLiteral("one-review-correction-papers"));
            stop(
                counter, QStringLiteral("to-do"), [counter] { counter->hands().press(Qt::Key_2, Qt::AltModifier); },
                [window] {
                    // The preview beside the list has arrived, too.
                    return !window->toDoScreen()->selected().empty()
                        && window->caseScreen()->actions().current().has_value();
                });
            stop(
                counter, {}, [this, window] { window->openCase(m_stream); },
                [window] { return !window->caseScreen()->checklist()->rows().empty(); });
            bringIn(counter, 2, QStringLiteral("one-review-brought"));
            printPapers(counter, {});
            runStep(counter, Event::Accept, CommandAct::Do, {}, Stage::UnderReview);
            printPapers(counter, QStringLiteral("one-review-acceptance-papers"));
            waitForSync(counter, {});
            show(Qt::Key_1, Qt::AltModifier, QStringLiteral("today"), ui::Screen::Today);
            stop(
                counter, {}, [this, window] { window->openCase(m_stream); },
                [window] { return window->caseScreen()->actions().current().has_value(); });
            stop(
                counter, QStringLiteral("case-unmask"),
                [counter] { counter->hands().press(Qt::Key_U, Qt::ControlModifier); }, [] { return true; });
            stop(counter, {}, [counter] { counter->hands().press(Qt::Key_Escape); }, [] { return true; });
            stop(
                counter, QStringLiteral("keys"), [counter] { counter->hands().press(Qt::Key_F1); },
                [window] { return window->window().keysShown(); });
            stop(
                counter, {}, [counter] { counter->hands().press(Qt::Key_Escape); },
                [window] { return !window->window().keysShown(); });
            switchTo(chief, QStringLiteral("caiwen"));
            runStep(chief, Event::Assign, CommandAct::Do, QStringLiteral("assign"), Stage::UnderReview);
            waitForSync(chief, {});
            switchTo(chief, QStringLiteral("tangyu"));
            runStep(chief, Event::SubmitOpinion, CommandAct::Do, QStringLiteral("review"), Stage::PendingDecision);
            switchTo(chief, QStringLiteral("caiwen"));
            stop(
                chief, QStringLiteral("desk"), [chief] { chief->hands().press(Qt::Key_2, Qt::AltModifier); },
                [this, chief] {
                    return chief->window->deskScreen()->current() == m_stream
                        && chief->window->deskScreen()->actions().main();
                });
            stop(
                chief, QStringLiteral("desk-granted"),
                [chief] { chief->hands().press(Qt::Key_Return, Qt::ControlModifier); },
                [chief] {
                    const auto& view = chief->window->deskScreen()->actions().current();
                    return !view || view->row.stage != Stage::PendingDecision;
                });
            waitForSync(chief, {});
            switchTo(counter, QStringLiteral("fanrui"));
            runStep(counter, Event::IssueResult, CommandAct::Do, {}, Stage::ResultReady);
            runStep(counter, Event::Deliver, CommandAct::Do, QStringLiteral("hand-over"), Stage::Delivered);
            waitForSync(counter, {});
            stop(
                counter, {}, [this, window] { window->openCase(m_stream); },
                [window, this] {
                    const auto& view = window->caseScreen()->actions().current();
                    return view && view->row.stream == m_stream && view->row.stage == Stage::Delivered
                        && view->row.marks.knownAtCentre;
                });
            stop(
                counter, QStringLiteral("case-delivered"),
                [counter] { counter->hands().press(Qt::Key_P, Qt::ControlModifier); }, inPapers);
            printPapers(counter, QStringLiteral("service-receipt-papers"));

            // Commitment, taken in while the centre is away.
            switchTo(counter, QStringLiteral("liufei"));
            stop(
                counter, {}, [this] { m_hall.stop(); },
                [counter] { return counter->workplace->sync().status().connection != Connection::Online; });
            takeIn(
                counter, QStringLiteral("ylcsjyxk"), QStringLiteral("commitment-offline"), 0,
                [counter] { counter->hands().press(Qt::Key_F9); }, inPapers);
            printPapers(counter, QStringLiteral("commitment-offline-papers"));
            stop(
                counter, QStringLiteral("sync-offline"), [counter] { counter->hands().press(Qt::Key_F7); },
                [counter] { return counter->workplace->sync().status().waiting > 0; });
            stop(
                counter, {},
                [this] {
                    m_serving = false;
                    m_hall.serve(clockText());
                },
                [this] { return m_serving; });
            waitForSync(counter, QStringLiteral("sync-online"));
            switchTo(chief, QStringLiteral("caiwen"));
            runStep(chief, Event::Assign, CommandAct::Do, {}, Stage::Accepted);
            switchTo(chief, QStringLiteral("tangyu"));
            runStep(chief, Event::StartReview, CommandAct::Do, QStringLiteral("commitment-case"), Stage::UnderReview);
            runStep(chief, Event::SubmitOpinion, CommandAct::Do, {}, Stage::PendingDecision);
            switchTo(chief, QStringLiteral("caiwen"));
            runStep(chief, Event::Grant, CommandAct::Do, {}, Stage::Granted);
            waitForSync(chief, {});
            stop(
                chief, {}, [this, chief] { chief->window->openCase(m_stream); },
                [chief, this] {
                    const auto& view = chief->window->caseScreen()->actions().current();
                    return view && view->row.stream == m_stream && view->row.marks.knownAtCentre;
                });
            stop(
                chief, {}, [chief] { chief->hands().press(Qt::Key_P, Qt::ControlModifier); },
                [chief] { return chief->window->window().screen() == ui::Screen::Papers; });
            printPapers(chief, QStringLiteral("grant-papers"));
            switchTo(counter, QStringLiteral("fanrui"));
            runStep(counter, Event::IssueResult, CommandAct::Do, {}, Stage::ResultReady);
            runStep(counter, Event::Deliver, CommandAct::Do, {}, Stage::Delivered);

            // Immediate: taken in, decided and handed over by one officer with the mandate.
            enrolImmediate();
        },
        [] { return true; }, nullptr});
}

void Tour::enrolImmediate() {
    TourDesk* counter = m_counter.get();
    auto* window = counter->window.get();
    switchTo(counter, QStringLiteral("zhangmu"));
    takeIn(
        counter, QStringLiteral("gtgshsldj"), QStringLiteral("immediate"), 0,
        [counter] { counter->hands().press(Qt::Key_F9); },
        [window] { return window->window().screen() == ui::Screen::Papers; });
    printPapers(counter, QStringLiteral("immediate-papers"));
    runStep(counter, Event::IssueResult, CommandAct::Do, {}, Stage::ResultReady);
    runStep(counter, Event::Deliver, CommandAct::Do, {}, Stage::Delivered);
    waitForSync(counter, QStringLiteral("sync-end"));
    stop(
        counter, QStringLiteral("done"), [counter] { counter->hands().press(Qt::Key_4, Qt::AltModifier); },
        [window] { return window->window().screen() == ui::Screen::Done; });
}

void Tour::next() {
    if (m_at == m_stops.size()) {
        end(m_cut.isEmpty(), QStringLiteral("texts that are cut:\n") + m_cut.join(QLatin1Char('\n')));
        return;
    }
    m_since = SystemClock {}.monotonic().count();
    // The plan may grow while this stop acts: work on a copy.
    const auto act = m_stops[m_at].act;
    act();
    m_timer.start();
}

void Tour::look() {
    const auto arrived = m_stops[m_at].arrived;
    if (!arrived()) {
        if (SystemClock {}.monotonic().count() - m_since > patienceMilliseconds) {
            const Stop& stop = m_stops[m_at];
            take(Stop {QStringLiteral("stuck"), {}, {}, stop.desk});
            m_timer.stop();
            const QWidget* focus = stop.desk ? stop.desk->window->window().focusWidget() : nullptr;
            endAfterTellingRefused(QStringLiteral("stop %1 (%2) never arrived; the focus is in %3 %4")
                    .arg(m_at)
                    .arg(stop.name, focus ? QLatin1String(focus->metaObject()->className()) : QLatin1String("nothing"),
                        focus ? focus->objectName() : QString {}));
        }
        return;
    }
    m_timer.stop();
    take(m_stops[m_at]);
    ++m_at;
    QTimer::singleShot(0, this, &Tour::next);
}

void Tour::endAfterTellingRefused(const QString& why) {
    QList<QFuture<void>> told;
    for (TourDesk* desk : {m_counter.get(), m_chief.get()}) {
        if (!desk)
            continue;
        told.push_back(
            desk->workplace->sync().refused().then(this, [name = desk->name](const Result<QList<RefusedAct>>& refused) {
                if (!refused)
                    return;
                for (const RefusedAct& act : *refused) {
                    QString arguments;
                    for (auto each = act.arguments.begin(); each != act.arguments.end(); ++each)
                        arguments += QStringLiteral(" %1=%2").arg(each.key(), each.value());
                    QTextStream(stderr) << QStringLiteral("tour: refused, written at the %1: %2 %3%4\n")
                                               .arg(name, act.caseNo, act.reason, arguments);
                }
            }));
    }
    QtFuture::whenAll(told.begin(), told.end()).then(this, [this, why](const auto&) { end(false, why); });
}

void Tour::take(const Stop& stop) {
    if (stop.name.isEmpty() || !stop.desk)
        return;
    const QString name = QStringLiteral("%1-%2").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(stop.name);
    const QWidget& window = stop.desk->window->window();
    // What arrived in this very moment has not been laid out yet; a person sees it a blink later.
    for (int nested = 0; nested < 3; ++nested)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    stop.desk->window->window().grab().save(QDir(m_folder).filePath(name + QStringLiteral(".png")));
    for (const QString& cut : ui::cutTexts(window))
        m_cut.push_back(QStringLiteral("%1: %2").arg(name, cut));
    for (const QString& wide : ui::wideAreas(window))
        m_cut.push_back(QStringLiteral("%1: %2").arg(name, wide));
    QFile words(QDir(m_folder).filePath(name + QStringLiteral(".txt")));
    if (words.open(QIODevice::WriteOnly | QIODevice::Truncate))
        words.write(ui::shownTexts(window).join(QLatin1Char('\n')).toUtf8());
}

void Tour::end(bool good, const QString& why) {
    m_timer.stop();
    if (!good)
        QTextStream(stderr) << QStringLiteral("tour: ") << why << QLatin1Char('\n');
    m_hall.stop();
    Q_EMIT finished(good);
}

} // namespace yichuang
