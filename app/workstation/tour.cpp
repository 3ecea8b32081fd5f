// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/desk_screen.h>
#include <yichuang/ui/screens/intake_screen.h>

#include <QDateTime>
#include <QDir>
#include <QTextStream>

namespace yichuang {
namespace {

constexpr const char* hallPrepared = "2018-11-19T08:30:00+08:00";
constexpr const char* startOfTour = "2018-11-19T09:00:00+08:00";

} // namespace

Tour::Tour(const QString& folder)
    : m_folder(folder)
    , m_clock(fromMilliseconds(QDateTime::fromString(QLatin1String(startOfTour), Qt::ISODate).toMSecsSinceEpoch()))
    , m_hall(QLatin1String(hallPrepared))
    , m_printer(folder)
    , m_walk(folder) {
    connect(&m_walk, &TourWalk::ended, this, [this] {
        end(m_walk.misfits().isEmpty(),
            QStringLiteral("texts that are cut:\n") + m_walk.misfits().join(QLatin1Char('\n')));
    });
    connect(&m_walk, &TourWalk::stuck, this, &Tour::endAfterTellingRefused);
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
    m_walk.next();
}

void Tour::stop(TourDesk* desk, const QString& name, std::function<void()> act, std::function<bool()> arrived) {
    m_walk.add(desk, name, std::move(act), std::move(arrived));
}

void Tour::plan() {
    stop(nullptr, {}, [this] { m_hall.serve(clockText()); }, [this] { return m_serving; });
    stop(
        nullptr, {},
        [this] {
            m_counter = std::make_unique<TourDesk>(
                m_hall.folder(), QStringLiteral("counter"), m_hall.url(), m_clock, m_printer);
            m_chief = std::make_unique<TourDesk>(
                m_hall.folder(), QStringLiteral("chief"), m_hall.url(), m_clock, m_printer);
            // The desks exist only now: the rest of the way is planned from here.
            TourDesk* counter = m_counter.get();
            TourDesk* chief = m_chief.get();
            connect(counter->window->intakeScreen(), &ui::IntakeScreen::concluded, this,
                [this](const Concluded& concluded) { m_stream = concluded.stream; });
            enrol(counter, QStringLiteral("w3"));
            enrol(chief, QStringLiteral("w9"));
            signIn(chief, QStringLiteral("caiwen"), {});
            signIn(counter, QStringLiteral("liufei"), QStringLiteral("sign-in"));
            stop(
                counter, QStringLiteral("to-do-empty"), [] {},
                [counter] { return counter->workplace->sync().status().numbersLeft > 0; });

            show(counter, Qt::Key_1, Qt::AltModifier, QStringLiteral("today-empty"), ui::Screen::Today);
            show(counter, Qt::Key_F11, Qt::NoModifier, QStringLiteral("settings"), ui::Screen::Settings);

            planOneReview();
            planCommitment();
            planImmediate();
        },
        [] { return true; });
}

void Tour::show(TourDesk* desk, int key, Qt::KeyboardModifiers modifiers, const QString& picture, ui::Screen screen) {
    stop(
        desk, picture, [desk, key, modifiers] { desk->hands().press(key, modifiers); },
        [desk, screen] { return desk->window->window().screen() == screen; });
}

void Tour::planOneReview() {
    TourDesk* counter = m_counter.get();
    TourDesk* chief = m_chief.get();
    auto* window = counter->window.get();
    const auto inPapers = [window] { return window->window().screen() == ui::Screen::Papers; };
    takeIn(
        counter, QStringLiteral("yyxyc"), QStringLiteral("one-review"), 2,
        [counter] { counter->hands().press(Qt::Key_F8); }, inPapers);
    printPapers(counter, QStringLiteral("one-review-correction-papers"));
    stop(
        counter, QStringLiteral("to-do"), [counter] { counter->hands().press(Qt::Key_2, Qt::AltModifier); },
        [window] {
            // The preview beside the list has arrived, too.
            return !window->toDoScreen()->selected().empty() && window->caseScreen()->actions().current().has_value();
        });
    stop(
        counter, {}, [this, window] { window->openCase(m_stream); },
        [window] { return !window->caseScreen()->checklist()->rows().empty(); });
    bringIn(counter, 2, QStringLiteral("one-review-brought"));
    printPapers(counter, {});
    runStep(counter, Event::Accept, CommandAct::Do, {}, Stage::UnderReview);
    printPapers(counter, QStringLiteral("one-review-acceptance-papers"));
    waitForSync(counter, {});
    show(counter, Qt::Key_1, Qt::AltModifier, QStringLiteral("today"), ui::Screen::Today);
    stop(
        counter, {}, [this, window] { window->openCase(m_stream); },
        [window] { return window->caseScreen()->actions().current().has_value(); });
    stop(
        counter, QStringLiteral("case-unmask"), [counter] { counter->hands().press(Qt::Key_U, Qt::ControlModifier); },
        [] { return true; });
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
            return chief->window->deskScreen()->current() == m_stream && chief->window->deskScreen()->actions().main();
        });
    stop(
        chief, QStringLiteral("desk-granted"), [chief] { chief->hands().press(Qt::Key_Return, Qt::ControlModifier); },
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
}

void Tour::planCommitment() {
    TourDesk* counter = m_counter.get();
    TourDesk* chief = m_chief.get();
    auto* window = counter->window.get();
    const auto inPapers = [window] { return window->window().screen() == ui::Screen::Papers; };
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
}

void Tour::planImmediate() {
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

void Tour::end(bool good, const QString& why) {
    if (!good)
        QTextStream(stderr) << QStringLiteral("tour: ") << why << QLatin1Char('\n');
    m_hall.stop();
    Q_EMIT finished(good);
}

} // namespace yichuang
