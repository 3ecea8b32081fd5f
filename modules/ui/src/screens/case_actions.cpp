// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/case_actions.h>

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/workflows/workplace.h>

#include <algorithm>
#include <array>

namespace yichuang::ui {
namespace {

struct Step {
    Event event;
    CommandAct act;
};

/// In the order in which a case moves on: the first lawful one is what Ctrl+Enter does.
constexpr std::array leadingOn {Step {Event::Resubmit, CommandAct::Do}, Step {Event::Accept, CommandAct::Do},
    Step {Event::StartReview, CommandAct::Do}, Step {Event::EndSpecial, CommandAct::Do},
    Step {Event::SubmitOpinion, CommandAct::Do}, Step {Event::RefuseAcceptance, CommandAct::Approve},
    Step {Event::StartSpecial, CommandAct::Approve}, Step {Event::Suspend, CommandAct::Approve},
    Step {Event::Resume, CommandAct::Approve}, Step {Event::Extend, CommandAct::Approve},
    Step {Event::ToleranceLapsed, CommandAct::Approve}, Step {Event::Assign, CommandAct::Do},
    Step {Event::Grant, CommandAct::Do}, Step {Event::IssueResult, CommandAct::Do},
    Step {Event::Deliver, CommandAct::Do}, Step {Event::CompleteTolerance, CommandAct::Do},
    Step {Event::LapseConfirmed, CommandAct::Do}};

/// Keys that mean one of several steps, by what the case allows.
struct Keyed {
    const char* action;
    std::array<Step, 4> steps;
};
constexpr std::array keyed {Keyed {"case.accept",
                                {Step {Event::DecideOnSpot, CommandAct::Do}, Step {Event::Accept, CommandAct::Do},
                                    Step {Event::Accept, CommandAct::Do}, Step {Event::Accept, CommandAct::Do}}},
    Keyed {"case.acceptTolerant",
        {Step {Event::AcceptTolerant, CommandAct::Do}, Step {Event::AcceptTolerant, CommandAct::Do},
            Step {Event::AcceptTolerant, CommandAct::Do}, Step {Event::AcceptTolerant, CommandAct::Do}}},
    Keyed {"case.requestCorrection",
        {Step {Event::RequestCorrection, CommandAct::Do}, Step {Event::RequestCorrection, CommandAct::Do},
            Step {Event::RequestCorrection, CommandAct::Do}, Step {Event::RequestCorrection, CommandAct::Do}}},
    Keyed {"case.refuse",
        {Step {Event::Refuse, CommandAct::Do}, Step {Event::RefuseAcceptance, CommandAct::Approve},
            Step {Event::RefuseAcceptance, CommandAct::Request}, Step {Event::Refuse, CommandAct::Do}}},
    Keyed {"case.sendBack",
        {Step {Event::SendBack, CommandAct::Do}, Step {Event::SendBack, CommandAct::Do},
            Step {Event::SendBack, CommandAct::Do}, Step {Event::SendBack, CommandAct::Do}}},
    Keyed {"case.extend",
        {Step {Event::Extend, CommandAct::Approve}, Step {Event::Extend, CommandAct::Request},
            Step {Event::Extend, CommandAct::Request}, Step {Event::Extend, CommandAct::Request}}},
    Keyed {"case.special",
        {Step {Event::StartSpecial, CommandAct::Approve}, Step {Event::EndSpecial, CommandAct::Do},
            Step {Event::StartSpecial, CommandAct::Request}, Step {Event::StartSpecial, CommandAct::Request}}}};

} // namespace

CaseActions::CaseActions(Workplace& workplace, ActionRegistry& registry, ReasonPanel& reasons, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_registry(registry)
    , m_reasons(reasons) { }

void CaseActions::setCase(const std::optional<CaseView>& view) {
    m_case = view;
    refreshRegistry();
}

const CaseAction* CaseActions::possibility(Event event, CommandAct act) const {
    if (!m_case)
        return nullptr;
    const auto found = std::find_if(m_case->actions.begin(), m_case->actions.end(),
        [event, act](const CaseAction& action) { return action.event == event && action.act == act; });
    return found == m_case->actions.end() ? nullptr : &*found;
}

std::optional<CaseAction> CaseActions::main() const {
    for (const Step& step : leadingOn) {
        const CaseAction* action = possibility(step.event, step.act);
        if (!action || action->refusal)
            continue;
        // An assignment that stands needs no other; a reviewer who is somebody else can't be helped along.
        if (step.event == Event::Assign && m_case->state.assignedReviewer)
            continue;
        return *action;
    }
    return std::nullopt;
}

QList<CaseAction> CaseActions::lawful() const {
    QList<CaseAction> actions;
    if (!m_case)
        return actions;
    for (const CaseAction& action : m_case->actions) {
        if (!action.refusal)
            actions.push_back(action);
    }
    return actions;
}

std::optional<CaseAction> CaseActions::meaningOf(const QString& actionId) const {
    const auto key = std::find_if(keyed.begin(), keyed.end(),
        [&actionId](const Keyed& candidate) { return actionId == QLatin1String(candidate.action); });
    if (key == keyed.end())
        return std::nullopt;
    std::optional<CaseAction> refused;
    for (const Step& step : key->steps) {
        const CaseAction* action = possibility(step.event, step.act);
        if (!action)
            continue;
        if (!action->refusal)
            return *action;
        // Nobody asked for an approval: the refusal of the request tells more than "nobody asked".
        if (!refused || refused->refusal->code == RefusalCode::NoRequest
            || refused->refusal->code == RefusalCode::NotPermitted)
            refused = *action;
    }
    return refused;
}

void CaseActions::refreshRegistry() {
    for (const Keyed& key : keyed) {
        Action& action = m_registry.action(QLatin1String(key.action));
        const auto meaning = meaningOf(QLatin1String(key.action));
        if (!meaning) {
            action.disable(tr("No case is open"));
            action.setVerb({});
        } else if (meaning->refusal) {
            action.disable(sentenceFor(*meaning->refusal));
            action.setVerb({});
        } else {
            action.enable();
            action.setVerb(verbOf(meaning->event, meaning->act));
        }
    }
    Action& mainAction = m_registry.action(QStringLiteral("case.main"));
    if (const auto step = main()) {
        mainAction.setVerb(verbOf(step->event, step->act));
        mainAction.enable();
    } else {
        mainAction.setVerb({});
        mainAction.disable(m_case ? tr("Nothing to do here for you now") : tr("No case is open"));
    }
    Action& grant = m_registry.action(QStringLiteral("desk.grant"));
    const CaseAction* possible = possibility(Event::Grant, CommandAct::Do);
    const auto step = main();
    const bool grants = possible && !possible->refusal;
    // An approval that somebody asked for is the step that the same key takes.
    grant.setVerb(!grants && step ? verbOf(step->event, step->act) : QString {});
    if (grants || step)
        grant.enable();
    else
        grant.disable(possible ? sentenceFor(*possible->refusal) : tr("No case is open"));
}

QString CaseActions::verbOf(Event event, CommandAct act) {
    if (act == CommandAct::Approve)
        return tr("Approve: %1").arg(nameOf(event));
    if (act == CommandAct::Decline)
        return tr("Decline: %1").arg(nameOf(event));
    if (act == CommandAct::Request)
        return tr("Ask for: %1").arg(nameOf(event));
    return nameOf(event);
}

void CaseActions::run(Event event, CommandAct act) {
    const CaseAction* action = possibility(event, act);
    if (!action) {
        Q_EMIT failed(tr("No case is open"));
        return;
    }
    if (action->refusal) {
        Q_EMIT failed(sentenceFor(*action->refusal));
        return;
    }
    const auto question = questionFor(event, act);
    if (!question) {
        give(commandFor(event, act, {}));
        return;
    }
    m_reasons.ask(*question, [this, event, act](const ReasonPanel::Answer& answer) {
        if (const QString fault = faultOf(event, answer); !fault.isEmpty())
            m_reasons.setError(fault);
        else
            give(commandFor(event, act, answer));
    });
}

void CaseActions::run(Event event, CommandAct act, const QString& reason) {
    if (!possibility(event, act))
        return;
    ReasonPanel::Answer answer;
    answer.reason = reason;
    give(commandFor(event, act, answer));
}

void CaseActions::give(const CaseCommand& command) {
    m_workplace.casework().perform(command).then(this, [this, event = command.event](const Result<Performed>& done) {
        if (!done) {
            const QString sentence = sentenceFor(done.error());
            if (m_reasons.isOpen())
                m_reasons.setError(sentence);
            else
                Q_EMIT failed(sentence);
            return;
        }
        m_reasons.close();
        m_marks.clear();
        Q_EMIT performed(event, *done);
    });
}

} // namespace yichuang::ui
