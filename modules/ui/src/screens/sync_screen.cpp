// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/sync_screen.h>

#include "scroll_frame.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/span_of_time.h>
#include <yichuang/ui/translation.h>
#include <yichuang/workflows/workplace.h>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace yichuang::ui {
namespace {

QString typeWords(const QString& type) {
    const auto event = eventFromText(type.section(QLatin1Char('.'), 0, 0).toStdString());
    const auto act = commandActFromText(type.section(QLatin1Char('.'), 1, 1).toStdString());
    return event ? nameOf(*event, act.value_or(CommandAct::Do)) : type;
}

/// What became of the act, on the chip beside its applicant.
QString kindWords(RefusalKind kind) {
    switch (kind) {
    case RefusalKind::Refused:
        return SyncScreen::tr("refused");
    case RefusalKind::BadAct:
        return SyncScreen::tr("not as it was signed");
    case RefusalKind::NumberClash:
        return SyncScreen::tr("number used already");
    case RefusalKind::ReceivedOnly:
        return SyncScreen::tr("received only");
    case RefusalKind::Damaged:
        return SyncScreen::tr("damaged on this machine");
    }
    return {};
}

QString reasonWords(const RefusedAct& refused) {
    if (const auto code = refusalCodeFromText(refused.reason.toStdString())) {
        Refusal refusal {*code, {}};
        for (auto argument = refused.arguments.begin(); argument != refused.arguments.end(); ++argument)
            refusal.arguments.emplace(argument.key().toStdString(), argument.value().toStdString());
        return sentenceFor(refusal);
    }
    // What exactly does not fit in it is for whoever reads the log; the clerk does the same in each case.
    if (refused.kind == RefusalKind::BadAct)
        return sentenceFor(Error {"sync.bad_act", {}, {}});
    return sentenceFor(Error {"sync." + refused.reason.toStdString(), {}, {}});
}

} // namespace

QString connectionSentence(const SyncStatus& status, const QDateTime& now) {
    QString waits = status.waiting > 0 ? SyncScreen::tr("%n act(s) wait here to be sent.", nullptr, status.waiting)
                                       : SyncScreen::tr("Nothing waits here.");
    const auto minutes = status.lastContact.isValid() ? status.lastContact.secsTo(now) / 60 : 0;
    switch (status.connection) {
    case yichuang::Connection::Online:
        return SyncScreen::tr("Connected to the centre. %1").arg(waits);
    case yichuang::Connection::Never:
        return SyncScreen::tr("The centre has not been reached yet. %1").arg(waits);
    case yichuang::Connection::Offline:
        if (minutes < 1)
            return SyncScreen::tr("Just cut off from the centre. %1 Intake and printing go on.").arg(waits);
        return SyncScreen::tr("Cut off from the centre for %1. %2 Intake and printing go on.")
            .arg(spanOfTime(minutes), waits);
    case yichuang::Connection::NotOurService:
        return SyncScreen::tr("Somebody else answers at the centre's address (a login page?). %1 Intake and printing "
                              "go on. Please tell the administrator.")
            .arg(waits);
    case yichuang::Connection::OtherRelease:
        return SyncScreen::tr(
            "The centre is of another release than this program: they don't understand each other. %1 "
            "Intake and printing go on. Please tell the administrator which machine this is.")
            .arg(waits);
    case yichuang::Connection::WrongClock:
        return SyncScreen::tr("This machine's clock is far from the centre's. Please tell the administrator. %1")
            .arg(waits);
    case yichuang::Connection::WaitingForSignIn:
        return SyncScreen::tr("Sending begins after the first sign-in. %1").arg(waits);
    case yichuang::Connection::ChainDisputed:
        return SyncScreen::tr(
            "The centre knows more of this machine's work than the machine itself (a restored image?). It has to be "
            "enrolled anew before anything is signed. %1")
            .arg(waits);
    case yichuang::Connection::Revoked:
        return SyncScreen::tr("The centre no longer knows this workstation. Please tell the administrator. %1")
            .arg(waits);
    }
    return waits;
}

SyncScreen::SyncScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_registry(registry)
    , m_headline(new Words({}, TextStyle::Head))
    , m_detail(new Words({}, TextStyle::Text, Token::Muted))
    , m_anew(new ActionButton(registry.action(QStringLiteral("sync.enrolAnew"))))
    , m_waiting(new Card(tr("Waiting")))
    , m_refused(new QVBoxLayout)
    , m_choicesCard(new Card(tr("What you may do")))
    , m_choices(new ActionList(registry))
    , m_lawful(new Words({}, TextStyle::Hint, Token::Muted))
    , m_error(new Words({}, TextStyle::Text, Token::Red))
    , m_reasons(new ReasonPanel) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(Theme::spaceLarge, Theme::spaceLarge - 2, Theme::spaceLarge, Theme::spaceLarge - 2);
    page->setSpacing(Theme::space);
    auto* top = new QHBoxLayout;
    top->addWidget(new Words(tr("Sync"), TextStyle::Title));
    top->addStretch();
    top->addWidget(new ActionButton(registry.action(QStringLiteral("sync.tryNow"))));
    page->addLayout(top);
    auto* statusCard = new Card;
    m_headline->setWordWrap(true);
    m_detail->setWordWrap(true);
    statusCard->body()->addWidget(m_headline);
    statusCard->body()->addWidget(m_detail);
    m_anew->hide();
    statusCard->body()->addWidget(m_anew, 0, Qt::AlignLeft);
    page->addWidget(statusCard);
    auto* scroll = new QScrollArea;
    auto* inner = new Column;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space);
    column->addLayout(m_refused);
    m_choices->setNumbered(true);
    m_lawful->setWordWrap(true);
    m_choicesCard->body()->addWidget(m_choices);
    m_choicesCard->body()->addWidget(m_lawful);
    m_error->setWordWrap(true);
    m_error->hide();
    m_choicesCard->body()->addWidget(m_error);
    m_choicesCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_choicesCard->hide();
    column->addWidget(m_choicesCard);
    m_waiting->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_waiting);
    column->addStretch(1);
    frameForScrolling(*scroll, inner);
    // The arrow keys scroll.
    scroll->setFocusPolicy(Qt::StrongFocus);
    page->addWidget(scroll, 1);
    page->addWidget(m_reasons);

    registry.action(QStringLiteral("sync.tryNow")).bind(this, [this] { m_workplace.sync().tryNow(); });
    registry.action(QStringLiteral("sync.takeUp")).bind(this, [this] { takeUp(); });
    registry.action(QStringLiteral("sync.openAnew")).bindSlow(this, [this] { return openAnew(); });
    registry.action(QStringLiteral("sync.printAgain")).bind(this, [this] { printAgain(); });
    // Never open: it stands among the choices to say why the law does not let it.
    registry.action(QStringLiteral("sync.keep")).bind(this, [] { });
    registry.action(QStringLiteral("sync.leave")).bind(this, [this] { leave(); });
    registry.action(QStringLiteral("sync.next")).bind(this, [this] {
        m_at = (m_at + 1) % std::max<qsizetype>(m_acts.size(), 1);
        showCurrent();
    });
    registry.action(QStringLiteral("sync.enrolAnew")).bind(this, [this] { askForCode(); });
    showRefused({});
    connect(&workplace.sync(), &SyncDesk::statusChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&workplace.sync(), &SyncDesk::refusedChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void SyncScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void SyncScreen::refresh() {
    showStatus();
    m_workplace.sync().waiting().then(this, [this](const Result<QList<WaitingAct>>& waiting) {
        if (waiting)
            showWaiting(*waiting);
    });
    m_workplace.sync().refused().then(this, [this](const Result<QList<RefusedAct>>& refused) {
        if (refused)
            showRefused(*refused);
    });
}

void SyncScreen::showStatus() {
    const SyncStatus& status = m_workplace.sync().status();
    m_headline->setText(connectionSentence(status, toHallTime(m_workplace.correctedNow())));
    QStringList details;
    if (status.waiting > 0 && status.waitingSince.isValid())
        details.push_back(tr("oldest since %1").arg(status.waitingSince.toString(QStringLiteral("MM-dd HH:mm"))));
    if (status.lastContact.isValid())
        details.push_back(tr("last contact %1").arg(status.lastContact.toString(QStringLiteral("MM-dd HH:mm:ss"))));
    if (status.nextTry.isValid() && status.connection != yichuang::Connection::Online)
        details.push_back(tr("next try %1").arg(status.nextTry.toString(QStringLiteral("HH:mm:ss"))));
    details.push_back(tr("%n number(s) left", nullptr, status.numbersLeft));
    m_detail->setText(details.join(QStringLiteral(" · ")));
    offerEnrolment();
}

void SyncScreen::askForCode() {
    ReasonPanel::Question question;
    question.title = tr("Enrol this workstation anew");
    question.go = tr("Enrol anew");
    question.lineLabel = tr("New enrolment code of this window");
    m_reasons->ask(question, [this](const ReasonPanel::Answer& answer) {
        m_workplace.sync().enrolAnew(answer.line.trimmed()).then(this, [this](const Result<void>& joined) {
            if (joined)
                m_reasons->close();
            else
                m_reasons->setError(sentenceFor(joined.error()));
        });
    });
}

void SyncScreen::showWaiting(const QList<WaitingAct>& waiting) {
    m_waiting->clear();
    m_waiting->setAside(waiting.isEmpty() ? tr("nothing") : tr("%n act(s)", nullptr, static_cast<int>(waiting.size())));
    for (const WaitingAct& act : waiting) {
        auto* line = new QWidget;
        line->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, Theme::spaceTiny, 0, Theme::spaceTiny);
        row->setSpacing(Theme::space);
        row->addWidget(new Words(act.when.toString(QStringLiteral("MM-dd HH:mm")), TextStyle::Hint, Token::Muted));
        row->addWidget(new Words(typeWords(act.what)));
        row->addWidget(new Words(text(groupedCaseNo(act.caseNo.toStdString())), TextStyle::Text, Token::Muted));
        row->addWidget(new Words(act.applicant), 1);
        if (act.likelyRefused)
            row->addWidget(new Chip(tr("may be refused"), Tone::Amber));
        row->addWidget(new Words(act.personName, TextStyle::Hint, Token::Muted));
        m_waiting->body()->addWidget(line);
    }
}

namespace {

/// One side of a refused act: head with a chip, what was done by whom, and what came of it.
class SideCard : public Card {
public:
    SideCard(const QString& side, Tone tone, const QList<TimelineEntry>& entries) {
        head()->insertWidget(0, new Chip(side, tone));
        if (!entries.isEmpty())
            setAside(entries.back().when.toString(QStringLiteral("MM-dd HH:mm")));
        for (const TimelineEntry& entry : entries) {
            addFact(SyncScreen::tr("What"), timelineWords(entry));
            addFact(SyncScreen::tr("By"),
                QStringLiteral("%1 · %2").arg(personWords(entry), entry.when.toString(QStringLiteral("MM-dd HH:mm"))));
        }
    }
};

QStringList namesOf(const QList<Material>& materials) {
    QStringList names;
    for (const Material& material : materials)
        names.push_back(nameOf(material));
    return names;
}

QStringList titlesOf(const QStringList& papers) {
    QStringList titles;
    for (const QString& paper : papers) {
        const QString title = paperTitle(paper);
        if (!titles.contains(title))
            titles.push_back(title);
    }
    return titles;
}

} // namespace

const RefusedAct* SyncScreen::current() const {
    return m_at < m_acts.size() ? &m_acts[m_at] : nullptr;
}

void SyncScreen::say(const QString& sentence) {
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

void SyncScreen::printAgain() {
    const RefusedAct* act = current();
    if (!act)
        return;
    m_workplace.sync().settle(act->act, {}).then(this, [this, stream = act->stream](const Result<void>& settled) {
        if (settled)
            Q_EMIT printingWanted(stream);
        else
            say(sentenceFor(settled.error()));
    });
}

void SyncScreen::takeUp() {
    const RefusedAct* act = current();
    if (!act)
        return;
    m_workplace.sync().settle(act->act, {}).then(this, [this, stream = act->stream](const Result<void>& settled) {
        if (settled)
            Q_EMIT caseWanted(stream);
        else
            say(sentenceFor(settled.error()));
    });
}

/// The action is busy until it is answered: one press, one case.
QFuture<void> SyncScreen::openAnew() {
    const RefusedAct* act = current();
    if (!act)
        return {};
    return m_workplace.sync().openAnew(act->act).then(this, [this](const Result<Concluded>& opened) {
        if (opened)
            Q_EMIT caseWanted(opened->stream);
        else
            say(sentenceFor(opened.error()));
    });
}

void SyncScreen::leave() {
    const RefusedAct* act = current();
    if (!act)
        return;
    ReasonPanel::Question question;
    question.title = tr("Leave it to the chief, with a note");
    question.go = tr("Leave it");
    question.reasonLabel = tr("Note");
    m_reasons->ask(question, [this, id = act->act](const ReasonPanel::Answer& answer) {
        m_workplace.sync().settle(id, answer.reason).then(this, [this](const Result<void>& settled) {
            if (settled) {
                m_reasons->close();
                refresh();
            } else {
                m_reasons->setError(sentenceFor(settled.error()));
            }
        });
    });
}

void SyncScreen::showRefused(const QList<RefusedAct>& refused) {
    // The one that is looked at stays, whatever else is told meanwhile.
    const ActId looked = current() ? current()->act : ActId {};
    m_acts = refused;
    const auto same
        = std::find_if(m_acts.begin(), m_acts.end(), [&looked](const RefusedAct& act) { return act.act == looked; });
    m_at = same == m_acts.end() ? 0 : same - m_acts.begin();
    showCurrent();
    offerEnrolment();
}

void SyncScreen::offerEnrolment() {
    const bool anew = m_workplace.sync().status().connection == yichuang::Connection::ChainDisputed
        || std::any_of(m_acts.begin(), m_acts.end(), [](const RefusedAct& act) { return act.endsItsChain; });
    m_anew->setVisible(anew);
    Action& enrol = m_registry.action(QStringLiteral("sync.enrolAnew"));
    if (anew)
        enrol.enable();
    else
        enrol.disable(tr("The centre knows this workstation: there is nothing to enrol anew."));
}

void SyncScreen::offerChoices(const RefusedAct& act) {
    const auto choose = [this](const char* id, bool possible, const QString& whyNot) {
        Action& action = m_registry.action(QLatin1String(id));
        if (possible)
            action.enable();
        else
            action.disable(whyNot);
    };
    QStringList lawful;
    for (const CaseAction& action : act.lawfulNow)
        lawful.push_back(CaseActions::verbOf(action.event, action.act));
    choose("sync.takeUp", true, {});
    choose("sync.openAnew", act.mayOpenAnew, tr("The number of this case stands."));
    choose("sync.printAgain", !act.theirs.isEmpty(), tr("Nobody else did anything that has a paper."));
    choose("sync.leave", true, {});
    choose("sync.next", m_acts.size() > 1, tr("There is no other."));
    choose("sync.keep", false, tr("Not lawful: %1").arg(reasonWords(act)));
    QStringList choices {QStringLiteral("sync.takeUp")};
    if (act.mayOpenAnew)
        choices << QStringLiteral("sync.openAnew");
    if (!act.theirs.isEmpty())
        choices << QStringLiteral("sync.printAgain");
    choices << QStringLiteral("sync.leave") << QStringLiteral("sync.keep");
    if (m_acts.size() > 1)
        choices << QStringLiteral("sync.next");
    m_choices->setActions(choices);
    m_lawful->setText(lawful.isEmpty() ? QString {} : tr("Lawful now: %1").arg(lawful.join(tr(", "))));
    m_lawful->setVisible(!lawful.isEmpty());
}

void SyncScreen::showSides(const RefusedAct& act) {
    auto* sides = new QHBoxLayout;
    sides->setSpacing(Theme::space);
    auto* mine = new SideCard(tr("This window"), Tone::Amber, act.mine);
    mine->addFact(tr("Decided on"), nameOf(act.stageBase));
    mine->addFact(tr("Would have led to"), nameOf(act.stageMine));
    const QStringList handedOut = titlesOf(act.papersHandedOut);
    if (!handedOut.isEmpty()) {
        mine->addRule();
        auto* given = new Words(tr("Printed and perhaps handed out already: %1. It does not hold; please tell the "
                                   "applicant.")
                .arg(handedOut.join(tr(", "))));
        given->setWordWrap(true);
        mine->body()->addWidget(given);
    }
    mine->body()->addStretch();
    auto* theirs = new SideCard(tr("The centre, before"), Tone::Accent, act.theirs);
    if (act.theirs.isEmpty()) {
        auto* nothing = new Words(tr("Nobody else did anything with this case."), TextStyle::Text, Token::Muted);
        nothing->setWordWrap(true);
        theirs->body()->addWidget(nothing);
    }
    theirs->addFact(tr("State now"), nameOf(act.stageNow));
    if (!act.lackingNow.isEmpty())
        theirs->addFact(tr("Lacking"), namesOf(act.lackingNow).join(tr(", ")));
    theirs->body()->addStretch();
    sides->addWidget(mine, 1);
    sides->addWidget(theirs, 1);
    m_refused->addLayout(sides);
}

void SyncScreen::showCurrent() {
    clearLayout(*m_refused);
    say({});
    const RefusedAct* act = current();
    m_choicesCard->setVisible(act != nullptr);
    if (!act) {
        for (const char* id :
            {"sync.takeUp", "sync.openAnew", "sync.printAgain", "sync.keep", "sync.leave", "sync.next"})
            m_registry.action(QLatin1String(id)).disable(tr("Nothing of this workstation was refused."));
        return;
    }
    auto* head = new QHBoxLayout;
    auto* title = new Words(
        QStringLiteral("%1 · %2").arg(act->applicant, inLanguage(act->itemTitle, act->itemTitleEn)), TextStyle::Title);
    title->setShrinking();
    head->addWidget(title);
    head->addWidget(new Chip(tr("needs you"), Tone::Red));
    head->addWidget(new Chip(kindWords(act->kind), Tone::Amber));
    head->addStretch();
    if (m_acts.size() > 1)
        head->addWidget(new Words(tr("%1 of %2").arg(m_at + 1).arg(m_acts.size()), TextStyle::Text, Token::Muted));
    m_refused->addLayout(head);
    auto* why = new Words(reasonWords(*act), TextStyle::Text, Token::Muted);
    why->setWordWrap(true);
    m_refused->addWidget(why);
    auto* kept = new Words(
        tr("Nothing was overwritten: both sides are kept. All other cases go on."), TextStyle::Hint, Token::Muted);
    kept->setWordWrap(true);
    m_refused->addWidget(kept);
    showSides(*act);
    offerChoices(*act);
    // Where nothing else is being typed, the numbers are at hand.
    if (isVisible() && !m_reasons->isOpen())
        m_choices->setFocus(Qt::OtherFocusReason);
}

} // namespace yichuang::ui
