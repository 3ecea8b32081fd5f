// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/desk_screen.h>

#include "scroll_frame.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/case_list.h>
#include <yichuang/ui/deadline_ribbon.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/finding_list.h>
#include <yichuang/ui/page_view.h>
#include <yichuang/ui/screens/case_preview.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>
#include <yichuang/workflows/workplace.h>

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextDocument>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace yichuang::ui {
namespace {

constexpr int listWidth = 306;
constexpr int sideWidth = 336;
constexpr int pageLimit = 200;

QString escaped(const QString& words) {
    return words.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

QString markWord(MaterialState state) {
    switch (state) {
    case MaterialState::Undecided:
        return DeskScreen::tr("unchecked");
    case MaterialState::Here:
        return DeskScreen::tr("here");
    case MaterialState::Missing:
        return DeskScreen::tr("missing");
    case MaterialState::Tolerated:
        return DeskScreen::tr("to come later");
    case MaterialState::Shared:
        return DeskScreen::tr("shared");
    case MaterialState::Pledged:
        return DeskScreen::tr("pledged");
    case MaterialState::NotApplicable:
        return DeskScreen::tr("not applicable");
    }
    return {};
}

} // namespace

QImage applicationPage(const CaseView& view, int width) {
    QString html
        = QStringLiteral("<h2 align='center'>%1</h2><table width='100%' border='1' cellspacing='0' cellpadding='6'>")
              .arg(escaped(titleOf(view.row)));
    const auto row = [&html](const QString& title, const QString& value) {
        html += QStringLiteral("<tr><td width='32%'>%1</td><td>%2</td></tr>").arg(escaped(title), escaped(value));
    };
    row(DeskScreen::tr("Applicant"), view.applicant.self.name);
    if (!view.applicant.self.address.isEmpty())
        row(DeskScreen::tr("Postal address"), view.applicant.self.address);
    for (const FormRow& field : view.formRows)
        row(inLanguage(field.title, field.titleEn), inLanguage(field.value, field.valueEn));
    html += QStringLiteral("</table><h4>%1</h4><table width='100%' border='1' cellspacing='0' cellpadding='6'>")
                .arg(escaped(DeskScreen::tr("Materials")));
    for (const MaterialRow& material : view.materials)
        row(nameOf(material.material), markWord(material.state));
    html += QStringLiteral("</table>");
    QTextDocument document;
    document.setDefaultFont(QFont(QStringLiteral("Noto Serif CJK SC"), 14));
    document.setDocumentMargin(36);
    document.setHtml(html);
    document.setTextWidth(width);
    const int height = std::max(width * 297 / 210, static_cast<int>(document.size().height()));
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    // Paper is white and its text black, whatever the screen's colours are.
    QAbstractTextDocumentLayout::PaintContext paper;
    paper.palette.setColor(QPalette::Text, Qt::black);
    document.documentLayout()->draw(&painter, paper);
    return image;
}

DeskScreen::DeskScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_model(new CaseRowsModel(this))
    , m_list(new FindingList)
    , m_count(new Words({}, TextStyle::Text, Token::Muted))
    , m_applicant(new Words({}, TextStyle::Title))
    , m_number(new Words({}, TextStyle::Text, Token::Muted))
    , m_item(new Words({}, TextStyle::Text, Token::Muted))
    , m_pages(new PageView)
    , m_side(new Card)
    , m_due(new Words({}, TextStyle::Head))
    , m_dueDate(new Words({}, TextStyle::Text, Token::Muted))
    , m_ribbon(new DeadlineRibbon)
    , m_timeline(new QWidget)
    , m_opinion(new Words({}))
    , m_reason(new LongTextField(tr("Reason (may stay empty to grant)")))
    , m_reasons(new ReasonPanel)
    , m_actions(new CaseActions(workplace, registry, *m_reasons, this))
    , m_bar(new ActionBar(registry))
    , m_message(new Words({}, TextStyle::Text, Token::Red)) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(Theme::spaceLarge, Theme::spaceLarge - 2, Theme::spaceLarge, Theme::space);
    columns->setSpacing(Theme::space);

    auto* listCard = new Card(tr("To decide"));
    listCard->head()->addWidget(m_count);
    m_model->setNarrow(true);
    m_list->setObjectName(QStringLiteral("desk.list"));
    m_list->setModel(m_model);
    connect(m_model, &CaseRowsModel::moreWanted, this, [this](const QString& after) {
        m_workplace.casework()
            .page(CaseList::PendingDecision, after, pageLimit)
            .then(this, [this, after](const Result<CasePage>& more) {
                if (more)
                    m_model->appendPage(after, *more);
            });
    });
    auto* delegate = new CaseRowDelegate(m_list);
    delegate->setNarrow(true);
    m_list->setItemDelegate(delegate);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("To decide"));
    listCard->body()->addWidget(m_list, 1);
    listCard->setFixedWidth(currentTheme().column(listWidth));
    columns->addWidget(listCard);

    auto* middle = new Card;
    m_applicant->setWordWrap(true);
    m_item->setWordWrap(true);
    middle->body()->addWidget(m_applicant);
    middle->body()->addWidget(m_number);
    middle->body()->addWidget(m_item);
    middle->body()->addWidget(m_pages, 100);
    middle->body()->addStretch(1);
    columns->addWidget(middle, 1);

    // The facts scroll where they find no room, what is asked below never does: the bar stays in sight.
    auto* facts = new Column;
    auto* told = new QVBoxLayout(facts);
    told->setContentsMargins(0, 0, 0, 0);
    told->setSpacing(Theme::spaceSmall);
    told->addWidget(m_due);
    told->addWidget(m_dueDate);
    told->addWidget(m_ribbon);
    told->addWidget(new Rule);
    told->addWidget(new Words(tr("What happened"), TextStyle::Head));
    told->addWidget(m_timeline);
    told->addWidget(new Rule);
    told->addWidget(new Words(tr("Review opinion"), TextStyle::Head));
    m_opinion->setWordWrap(true);
    told->addWidget(m_opinion);
    told->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    frameForScrolling(*scroll, facts);
    takeGroundAway(*scroll);
    m_side->body()->addWidget(scroll, 1);
    m_side->addRule();
    m_reason->text()->setFixedHeight(currentTheme().px(72));
    m_side->body()->addWidget(m_reason);
    m_side->setFixedWidth(currentTheme().column(sideWidth));
    columns->addWidget(m_side);
    page->addLayout(columns, 1);

    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(Theme::spaceLarge, 0, Theme::spaceLarge, Theme::spaceSmall);
    m_message->setWordWrap(true);
    m_message->hide();
    foot->addWidget(m_message);
    foot->addWidget(m_reasons);
    page->addLayout(foot);
    m_bar->setActions({QStringLiteral("desk.skip"), QStringLiteral("case.extend"), QStringLiteral("case.sendBack"),
        QStringLiteral("case.refuse"), QStringLiteral("desk.grant")});
    page->addWidget(m_bar);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_model->readAhead(m_list->currentIndex().row());
        openCurrent();
    });
    // One place to write at a time, and with large text in sight.
    connect(m_reasons, &ReasonPanel::opened, this, [this] {
        m_reason->hide();
        QTimer::singleShot(0, this, [this] {
            for (QWidget* around = parentWidget(); around; around = around->parentWidget()) {
                if (auto* frame = qobject_cast<QScrollArea*>(around))
                    frame->ensureWidgetVisible(m_reasons);
            }
        });
    });
    connect(m_reasons, &ReasonPanel::closed, this, [this] { m_reason->show(); });
    connect(m_actions, &CaseActions::failed, this, [this](const QString& sentence) {
        m_message->setText(sentence);
        m_message->show();
    });
    connect(m_actions, &CaseActions::performed, this, [this](Event event, const Performed& performed) {
        m_message->hide();
        m_model->setDone(performed.stream, QStringLiteral("✓ ") + nameOf(event));
        if (performed.paperWaitsForCentre && m_workplace.sync().status().connection != Connection::Online) {
            m_message->setText(tr("Signed. The paper can be printed as soon as the centre knows it."));
            m_message->show();
        }
        next();
    });
    connect(&workplace.casework(), &Casework::listsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void DeskScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    m_list->setFocus();
}

void DeskScreen::refresh() {
    const int asked = ++m_listAsked;
    m_workplace.casework()
        .first(CaseList::PendingDecision, std::max(pageLimit, m_list->currentIndex().row() + 1 + CaseRowsModel::ahead))
        .then(this, [this, asked](const Result<CasePage>& page) {
            if (asked != m_listAsked || !page)
                return;
            const StreamId kept = current();
            m_model->setPage(*page, m_workplace.today());
            const int again = m_model->indexOf(kept);
            m_list->setCurrentIndex(m_model->index(again >= 0 ? again : 0));
            m_count->setText(QStringLiteral("%1").arg(m_model->total()));
            openCurrent();
        });
}

void DeskScreen::forget() {
    ++m_listAsked;
    m_model->setPage({}, m_workplace.today());
    m_count->setText({});
    openCurrent();
    // Not yet "nothing waits": the file is asked as soon as the desk is shown.
    m_applicant->setText({});
    m_item->setText({});
}

StreamId DeskScreen::current() const {
    const CaseRow* row = m_model->row(m_list->currentIndex().row());
    return row ? row->stream : StreamId {};
}

void DeskScreen::openCurrent() {
    const StreamId stream = current();
    const int asked = ++m_asked;
    if (stream.empty()) {
        m_open = {};
        m_actions->setCase(std::nullopt);
        m_applicant->setText(tr("Nothing waits for your decision"));
        m_item->setText(tr("What the reviewers pass on appears here by itself."));
        m_pages->hide();
        m_number->setText({});
        m_side->hide();
        m_bar->setStatement({});
        return;
    }
    m_workplace.casework().open(stream).then(this, [this, asked](const Result<CaseView>& view) {
        if (asked == m_asked && view)
            show(*view);
    });
}

void DeskScreen::show(const CaseView& view) {
    const bool another = view.row.stream != m_open;
    m_open = view.row.stream;
    const CivilDate today = m_workplace.today();
    m_side->show();
    m_applicant->setText(view.row.applicant);
    m_number->setText(text(groupedCaseNo(view.row.caseNo.toStdString())));
    m_item->setText(
        QStringLiteral("%1 · %2").arg(titleOf(view.row), inLanguage(view.row.department, view.row.departmentEn)));
    m_pages->show();
    m_pages->setPages({applicationPage(view, 760)}, titleOf(view.row));
    m_due->setText(dueWords(view.state, view.row.dues, today));
    m_dueDate->setText(view.row.dues.effective ? dateInSentence(*view.row.dues.effective, today) : QString {});
    m_ribbon->setVisible(view.deadline.has_value());
    m_ribbon->setDeadline(view.deadline, today);
    delete m_timeline->layout();
    qDeleteAll(m_timeline->findChildren<QWidget*>(QString {}, Qt::FindDirectChildrenOnly));
    auto* column = new QVBoxLayout(m_timeline);
    column->setContentsMargins(0, 0, 0, 0);
    for (const TimelineEntry& entry : view.timeline) {
        if (standsAlone(entry.entry.event) || entry.refused)
            continue;
        auto* row = new QHBoxLayout;
        row->addWidget(new Words(shortDate(entry.entry.date), TextStyle::Hint, Token::Muted));
        auto* what = new Words(nameOf(entry.entry.event, entry.entry.act));
        what->setWordWrap(true);
        row->addWidget(what, 1);
        row->addWidget(new Words(personWords(entry), TextStyle::Hint, Token::Muted));
        column->addLayout(row);
    }
    m_opinion->setText(view.opinion.isEmpty() ? tr("None was written.") : view.opinion);
    if (another) {
        m_reason->setValue({});
        m_message->hide();
    }
    m_actions->setCase(view);
    const CaseAction* grantable = m_actions->possibility(Event::Grant, CommandAct::Do);
    const CaseAction* refusable = m_actions->possibility(Event::Refuse, CommandAct::Do);
    if (grantable && !grantable->refusal)
        m_bar->setStatement({}, tr("You neither took this case in nor reviewed it: you may decide."));
    else if (const auto step = m_actions->main())
        m_bar->setStatement(CaseActions::verbOf(step->event, step->act));
    else if (refusable && refusable->refusal)
        m_bar->setStatement(tr("Not yours to decide"), sentenceFor(*refusable->refusal));
    else
        m_bar->setStatement({});
}

void DeskScreen::skip() {
    next();
}

void DeskScreen::next() {
    for (int step = 1; step <= m_model->rowCount(); ++step) {
        const int index = (m_list->currentIndex().row() + step) % m_model->rowCount();
        if (!m_model->isDone(index)) {
            m_list->setCurrentIndex(m_model->index(index));
            return;
        }
    }
    openCurrent();
}

void DeskScreen::grant() {
    const CaseAction* grantable = m_actions->possibility(Event::Grant, CommandAct::Do);
    if (grantable && !grantable->refusal) {
        m_actions->run(Event::Grant, CommandAct::Do, m_reason->value().trimmed());
        return;
    }
    // An approval that somebody asked for is this case's main step.
    if (const auto step = m_actions->main())
        m_actions->run(step->event, step->act);
    else if (grantable)
        m_actions->run(grantable->event, grantable->act);
}

} // namespace yichuang::ui
