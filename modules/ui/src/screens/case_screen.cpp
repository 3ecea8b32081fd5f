// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/case_screen.h>

#include "scroll_frame.h"

#include <yichuang/domain/approvers.h>
#include <yichuang/domain/identifiers.h>
#include <yichuang/printing/paper.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/screens/case_preview.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>
#include <yichuang/workflows/workplace.h>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace yichuang::ui {

QString paperTitle(const QString& paper) {
    if (const auto kind = paperKindFromText(paper.toStdString()))
        return nameOf(*kind);
    return paper;
}

QString timelineWords(const TimelineEntry& entry) {
    QString words = nameOf(entry.entry.event, entry.entry.act);
    if (entry.entry.event == Event::Unmasked && entry.entry.facts.field == wholeCase)
        words = CaseScreen::tr("Taken out as a file");
    if (entry.entry.event == Event::Printed)
        words = CaseScreen::tr("%1: %2").arg(words, paperTitle(toQString(entry.entry.facts.paper)));
    for (const char* name : {"opinion", "reason", "note"}) {
        const QString particular = entry.particulars.value(QLatin1String(name));
        if (!particular.isEmpty())
            return CaseScreen::tr("%1: %2").arg(words, particular);
    }
    return words;
}

QString personWords(const TimelineEntry& entry) {
    return entry.personName.isEmpty() ? CaseScreen::tr("the centre") : entry.personName;
}

/// Of 衡卫许受字〔2018〕0105140-1 号 what tells it from the case's other papers.
static QString serialOf(const QString& documentNumber) {
    return documentNumber.section(QChar(u'〕'), 1).section(QLatin1Char(' '), 0, 0);
}

CaseScreen::CaseScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_registry(registry)
    , m_head(new CaseHead)
    , m_factsCard(new Card(tr("Application")))
    , m_timelineCard(new Card(tr("What happened")))
    , m_papersCard(new Card(tr("Papers")))
    , m_materialsCard(new Card(tr("Materials")))
    , m_menuCard(new Card(tr("All that may be done")))
    , m_checklist(new ChecklistView)
    , m_reasons(new ReasonPanel)
    , m_actions(new CaseActions(workplace, registry, *m_reasons, this))
    , m_export(new CaseExport(workplace, registry, *m_reasons, this))
    , m_bar(new ActionBar(registry))
    , m_message(new Words({}, TextStyle::Text, Token::Red))
    , m_clearTimer(new QTimer(this)) {
    m_clearTimer->setSingleShot(true);
    connect(m_clearTimer, &QTimer::timeout, this, &CaseScreen::maskAgain);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    auto* scroll = new QScrollArea;
    auto* inner = new Column;
    auto* columns = new QHBoxLayout(inner);
    columns->setContentsMargins(Theme::spaceLarge, Theme::space, Theme::spaceLarge, Theme::space);
    columns->setSpacing(Theme::space);
    auto* left = new QVBoxLayout;
    left->setSpacing(Theme::space);
    auto* headCard = new Card;
    headCard->body()->addWidget(m_head);
    left->addWidget(headCard);
    left->addWidget(m_materialsCard);
    m_materialsCard->body()->addWidget(m_checklist);
    left->addWidget(m_factsCard);
    left->addStretch();
    columns->addLayout(left, 11);
    auto* right = new QVBoxLayout;
    right->setSpacing(Theme::space);
    right->addWidget(m_reasons);
    right->addWidget(m_menuCard);
    right->addWidget(m_timelineCard);
    right->addWidget(m_papersCard);
    for (Card* card : {headCard, m_materialsCard, m_factsCard, m_menuCard, m_timelineCard, m_papersCard})
        card->setSnug();
    m_checklist->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    right->addStretch();
    columns->addLayout(right, 9);
    frameForScrolling(*scroll, inner);
    page->addWidget(scroll, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(Theme::spaceLarge, 0, Theme::spaceLarge, Theme::spaceSmall);
    m_message->setWordWrap(true);
    m_message->hide();
    foot->addWidget(m_message);
    page->addLayout(foot);
    page->addWidget(m_bar);
    m_menuCard->hide();
    m_bar->setActions({QStringLiteral("case.refuse"), QStringLiteral("case.sendBack"), QStringLiteral("case.extend"),
        QStringLiteral("case.special"), QStringLiteral("case.requestCorrection"), QStringLiteral("case.main")});
    registry.action(QStringLiteral("case.unmask")).bind(this, [this] { askToUnmask(); });
    registry.action(QStringLiteral("case.export")).bind(this, [this] {
        if (m_view)
            m_export->ask(*m_view);
    });
    connect(m_export, &CaseExport::saved, this, [this](const QString& sentence) {
        m_message->setStyle(TextStyle::Text, Token::Muted);
        m_message->setText(sentence);
        m_message->show();
    });

    connect(m_reasons, &ReasonPanel::opened, scroll, [scroll] { scroll->verticalScrollBar()->setValue(0); });
    const auto complain = [this](const QString& sentence) {
        m_message->setStyle(TextStyle::Text, Token::Red);
        m_message->setText(sentence);
        m_message->show();
    };
    connect(m_checklist, &ChecklistView::decided, this, [this] {
        m_message->hide();
        m_actions->setMarks(decidedHere());
    });
    connect(
        m_checklist, &ChecklistView::notPossible, this, [complain](int, const QString& reason) { complain(reason); });
    connect(m_actions, &CaseActions::failed, this, complain);
    connect(m_actions, &CaseActions::performed, this, [this](Event, const Performed& performed) {
        m_message->hide();
        m_papersToCome.clear();
        QList<DuePaper> now;
        for (const DuePaper& paper : performed.papers)
            (paper.mustWait ? m_papersToCome : now).push_back(paper);
        if (performed.paperWaitsForCentre) {
            m_message->setStyle(TextStyle::Text, Token::Muted);
            m_message->setText(tr("Signed. The paper can be printed as soon as the centre knows it."));
            m_message->show();
        }
        refresh();
        if (!now.isEmpty())
            Q_EMIT papersWanted(performed.stream, now);
    });
    connect(&workplace.casework(), &Casework::caseChanged, this, [this](const StreamId& stream) {
        if (stream == m_stream && isVisible())
            refresh();
    });
}

void CaseScreen::offerPapersThatCame(const CaseView& view) {
    // What had to wait for the centre, and is no longer waited for: whoever stands at the counter gets it now.
    QList<DuePaper> come;
    for (const DuePaper& due : view.duePapers) {
        const bool awaited = std::any_of(m_papersToCome.begin(), m_papersToCome.end(),
            [&due](const DuePaper& paper) { return paper.paper == due.paper && paper.source == due.source; });
        if (awaited && !due.mustWait)
            come.push_back(due);
    }
    if (come.isEmpty())
        return;
    m_papersToCome.clear();
    m_message->hide();
    if (isVisible() && !m_reasons->isOpen())
        Q_EMIT papersWanted(m_stream, come);
}

void CaseScreen::open(const StreamId& stream) {
    m_stream = stream;
    m_papersToCome.clear();
    m_message->hide();
    m_menuCard->hide();
    m_reasons->forget();
    if (m_clearTimer->isActive())
        maskAgain();
    m_shownMaterials = StreamId {};
    m_actions->setMarks({});
    m_opening = true;
    refresh();
}

void CaseScreen::refresh() {
    if (m_stream.empty())
        return;
    const int asked = ++m_asked;
    m_workplace.casework().open(m_stream).then(this, [this, asked](const Result<CaseView>& view) {
        if (asked != m_asked)
            return;
        if (view) {
            show(*view);
        } else {
            m_message->setText(sentenceFor(view.error()));
            m_message->show();
        }
    });
}

void CaseScreen::show(const CaseView& view) {
    m_view = view;
    m_head->setCase(view, m_workplace.today());
    fillFacts(view);
    fillTimeline(view);
    fillPapers(view);
    fillMaterials(view);
    m_actions->setCase(view);
    m_export->setCase(view);
    QString statement = nameOf(view.row.stage);
    if (view.row.marks.refused)
        statement = tr("The centre has refused an act on this case: see F7");
    else if (view.row.marks.likelyRefused)
        statement = tr("Others acted on this case meanwhile: yours may be refused");
    const QString known
        = view.row.marks.knownAtCentre ? custodyText(Custody::KnownAtCentre) : custodyText(Custody::TakenInHere);
    m_bar->setStatement(statement, known);
    if (std::exchange(m_opening, false))
        standOnMaterials();
    offerPapersThatCame(view);
}

QString CaseScreen::shown(const QString& field, const QString& masked) const {
    return field == m_clearField ? m_clearValue : masked;
}

void CaseScreen::askToUnmask() {
    if (!m_view)
        return;
    ReasonPanel::Question question;
    question.title = tr("Show a number in clear for 30 seconds");
    question.go = tr("Show");
    question.groundLabel = tr("Which number");
    const Applicant& applicant = m_view->applicant;
    const auto offer = [&question](const char* field, const QString& words, const QString& value) {
        if (!value.isEmpty())
            question.grounds.push_back({QLatin1String(field), words});
    };
    offer("applicant.id_number", tr("Identity number"), applicant.self.idNumber);
    offer("applicant.phone", tr("Phone"), applicant.self.phone);
    if (applicant.agent) {
        offer("agent.id_number", tr("Identity number of the agent"), applicant.agent->idNumber);
        offer("agent.phone", tr("Phone of the agent"), applicant.agent->phone);
    }
    if (applicant.guardian) {
        offer("guardian.id_number", tr("Identity number of the guardian"), applicant.guardian->self.idNumber);
        offer("guardian.phone", tr("Phone of the guardian"), applicant.guardian->self.phone);
    }
    if (question.grounds.empty())
        return;
    question.reasonLabel = tr("Reason: it is noted in the case with your name");
    m_reasons->ask(question, [this, stream = m_stream](const ReasonPanel::Answer& answer) {
        m_workplace.casework()
            .unmask(stream, answer.ground, answer.reason)
            .then(this, [this, stream, field = answer.ground](const Result<QString>& clear) {
                if (!clear) {
                    m_reasons->setError(sentenceFor(clear.error()));
                    return;
                }
                m_reasons->close();
                if (stream == m_stream)
                    showInClear(field, *clear);
            });
    });
}

void CaseScreen::showInClear(const QString& field, const QString& value) {
    m_clearField = field;
    m_clearValue = value;
    m_clearTimer->start(m_clearTime);
    if (m_view)
        fillFacts(*m_view);
}

void CaseScreen::maskAgain() {
    m_clearTimer->stop();
    m_clearField.clear();
    m_clearValue.clear();
    if (m_view)
        fillFacts(*m_view);
}

void CaseScreen::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (m_clearTimer->isActive())
        maskAgain();
}

void CaseScreen::standOnMaterials() {
    // Where materials can still come in, that is what a case is opened for: the first such row has the keys.
    const auto& rows = m_checklist->rows();
    const auto open = std::find_if(rows.begin(), rows.end(), [](const ChecklistRow& row) { return !row.fixed; });
    if (open == rows.end() || m_actions->lawful().isEmpty() || !isVisible() || m_reasons->isOpen()
        || m_menuCard->isVisible())
        return;
    m_checklist->setCurrentIndex(m_checklist->model()->index(static_cast<int>(open - rows.begin()), 0));
    m_checklist->setFocus(Qt::OtherFocusReason);
}

void CaseScreen::fillFacts(const CaseView& view) {
    m_factsCard->clear();
    m_factsCard->setAside(m_clearField.isEmpty() ? QString {} : tr("in clear for 30 seconds"));
    const Party& self = view.applicant.self;
    m_factsCard->addFact(tr("Identity number"), shown(QStringLiteral("applicant.id_number"), maskedId(self)));
    m_factsCard->addFact(tr("Phone"), shown(QStringLiteral("applicant.phone"), maskedPhone(self.phone)));
    if (!self.address.isEmpty())
        m_factsCard->addFact(tr("Postal address"), self.address);
    if (const auto& agent = view.applicant.agent) {
        m_factsCard->addFact(tr("Agent"),
            QStringLiteral("%1 · %2").arg(
                agent->name, shown(QStringLiteral("agent.phone"), maskedPhone(agent->phone))));
        m_factsCard->addFact(
            tr("Identity number of the agent"), shown(QStringLiteral("agent.id_number"), maskedId(*agent)));
    }
    if (const auto& guardian = view.applicant.guardian) {
        m_factsCard->addFact(tr("Guardian"),
            QStringLiteral("%1 · %2 · %3")
                .arg(guardian->self.name, nameOfRelation(guardian->relation),
                    shown(QStringLiteral("guardian.phone"), maskedPhone(guardian->self.phone))));
        m_factsCard->addFact(tr("Identity number of the guardian"),
            shown(QStringLiteral("guardian.id_number"), maskedId(guardian->self)));
    }
    if (!view.formRows.isEmpty())
        m_factsCard->addRule();
    for (const FormRow& field : view.formRows)
        m_factsCard->addFact(inLanguage(field.title, field.titleEn), inLanguage(field.value, field.valueEn));
}

void CaseScreen::fillTimeline(const CaseView& view) {
    m_timelineCard->clear();
    for (const TimelineEntry& entry : view.timeline) {
        QString who = personWords(entry);
        if (entry.refused)
            who += tr(" · refused");
        else if (!entry.atCentre)
            who += QStringLiteral(" · ") + custodyText(Custody::TakenInHere);
        m_timelineCard->addLine(
            shortDate(entry.entry.date), timelineWords(entry), who, entry.refused ? Token::Red : Token::Ink);
    }
}

void CaseScreen::askWhatToReprint(const CaseView& view, std::function<void(const PrintedPaper&)> then) {
    ReasonPanel::Question question;
    question.title = tr("Print again");
    question.go = tr("Show the paper");
    question.groundLabel = tr("Paper");
    for (const PrintedPaper& paper : view.papers)
        question.grounds.push_back({QString::number(question.grounds.size()),
            QStringLiteral("%1 · %2").arg(paperTitle(paper.paper), serialOf(paper.documentNumber))});
    question.ground = question.grounds.back().key;
    m_reasons->ask(question, [this, papers = view.papers, then = std::move(then)](const ReasonPanel::Answer& answer) {
        // Closing lets go of this very function.
        const auto go = [then, chosen = papers.at(answer.ground.toInt())] { then(chosen); };
        m_reasons->close();
        go();
    });
}

void CaseScreen::fillPapers(const CaseView& view) {
    m_papersCard->clear();
    for (const PrintedPaper& paper : view.papers) {
        const QString prints
            = paper.prints > 1 ? tr("printed, and reprinted %n time(s)", nullptr, paper.prints - 1) : tr("printed");
        m_papersCard->addFact(paperTitle(paper.paper), QStringLiteral("%1 · %2").arg(paper.documentNumber, prints));
    }
    for (const DuePaper& paper : view.duePapers) {
        if (paper.paper == QLatin1String("material_receipt"))
            continue; // the slip is the same receipt; either will do
        m_papersCard->addFact(
            paperTitle(paper.paper), paper.mustWait ? tr("waits for the centre") : tr("not printed yet: Ctrl+P"));
    }
    m_papersCard->setVisible(!view.papers.isEmpty() || !view.duePapers.isEmpty());
}

void CaseScreen::fillMaterials(const CaseView& view) {
    const auto contains
        = [](const std::vector<int>& rows, int seq) { return std::find(rows.begin(), rows.end(), seq) != rows.end(); };
    const auto open = [&](int seq) {
        const CaseState& state = view.state;
        return view.row.stage == Stage::Received
            || (view.row.stage == Stage::AwaitingCorrection && contains(state.openDefects, seq))
            || (state.toleranceOpen && contains(state.promisedMaterials, seq));
    };
    // What the clerk has marked stays marked while others' acts arrive.
    const std::map<int, MaterialState> marked
        = m_shownMaterials == view.row.stream ? decidedHere() : std::map<int, MaterialState> {};
    m_shownMaterials = view.row.stream;
    std::vector<ChecklistRow> rows;
    for (const MaterialRow& material : view.materials) {
        ChecklistRow row;
        row.seq = material.material.seq;
        row.name = nameOf(material.material);
        row.form = materialForm(material.material);
        row.hint = material.note;
        row.fixed = !open(row.seq);
        const auto mark = row.fixed ? marked.end() : marked.find(row.seq);
        row.mark = mark == marked.end() ? material.state : mark->second;
        rows.push_back(row);
    }
    m_checklist->setRows(std::move(rows));
    m_materialsCard->setAside(materialsWords(view.materials));
    m_actions->setMarks(decidedHere());
}

std::map<int, MaterialState> CaseScreen::decidedHere() const {
    std::map<int, MaterialState> marks;
    for (const ChecklistRow& row : m_checklist->rows()) {
        if (!row.fixed)
            marks.emplace(row.seq, row.mark);
    }
    return marks;
}

void CaseScreen::showMenu() {
    m_menuCard->clear();
    const auto actions = m_actions->lawful();
    int number = 0;
    for (const CaseAction& action : actions) {
        ++number;
        auto* button
            = new QPushButton(QStringLiteral("%1  %2").arg(number).arg(CaseActions::verbOf(action.event, action.act)));
        button->setProperty("menu", true);
        connect(button, &QPushButton::clicked, this, [this, action] {
            m_menuCard->hide();
            m_actions->run(action.event, action.act);
        });
        m_menuCard->body()->addWidget(button);
        if (number == 1)
            button->setFocus();
    }
    if (actions.isEmpty())
        m_menuCard->body()->addWidget(
            new Words(tr("Nothing may be done here by you now."), TextStyle::Text, Token::Muted));
    m_menuCard->show();
}

void CaseScreen::keyPressEvent(QKeyEvent* event) {
    const int number = event->key() - Qt::Key_0;
    if (m_menuCard->isVisible() && number >= 1 && number <= 9 && event->modifiers() == Qt::NoModifier) {
        const auto actions = m_actions->lawful();
        if (number <= actions.size()) {
            const CaseAction& chosen = actions[number - 1];
            m_menuCard->hide();
            m_actions->run(chosen.event, chosen.act);
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace yichuang::ui
