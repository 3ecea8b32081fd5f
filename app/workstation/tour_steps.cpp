// SPDX-License-Identifier: GPL-3.0-or-later
// What a person of the tour does at a desk.
#include "tour.h"

#include "tour_filling.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/screens/applicant_panel.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/papers_screen.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/ui/screens/sign_in_screen.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace yichuang {

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

} // namespace yichuang
