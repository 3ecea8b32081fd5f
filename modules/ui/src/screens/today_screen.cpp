// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/today_screen.h>

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/case_list.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/sync_screen.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>
#include <yichuang/workflows/workplace.h>

#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace yichuang::ui {
namespace {

constexpr int firstRows = 8;
constexpr qsizetype awayRows = 8;
constexpr int besideWidth = 432;

/// Whose work comes first, by what she is: the next list is asked for where the one before has nothing.
std::vector<CaseList> listsFor(const std::set<Role>& roles) {
    if (roles.contains(Role::ChiefRepresentative))
        return {CaseList::PendingDecision, CaseList::Mine, CaseList::Department};
    if (roles.contains(Role::IssuingWindow))
        return {CaseList::ToHandOver};
    return {CaseList::Mine, CaseList::Department};
}

} // namespace

TodayScreen::TodayScreen(Workplace& workplace, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_date(new Words({}, TextStyle::Title))
    , m_figures(new Card(tr("What waits for you")))
    , m_first(new Card(tr("First of all")))
    , m_middle(new QStackedWidget)
    , m_view(new QListView)
    , m_model(new CaseRowsModel(this))
    , m_away(new Card(tr("While you were away")))
    , m_state(new Card(tr("This window"))) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(Theme::spaceLarge, Theme::spaceLarge - 2, Theme::spaceLarge, Theme::spaceLarge - 2);
    page->setSpacing(Theme::space);
    page->addWidget(m_date);
    m_figures->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    page->addWidget(m_figures);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(Theme::space);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CaseRowDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setAccessibleName(tr("First of all"));
    m_view->setObjectName(QStringLiteral("today.first"));
    m_middle->addWidget(m_view);
    m_middle->addWidget(new EmptyState(tr("Nothing waits for you"), tr("Take the next application in with F2.")));
    m_first->setListLike();
    m_first->body()->addWidget(m_middle, 1);
    columns->addWidget(m_first, 1);
    auto* beside = new QVBoxLayout;
    beside->setSpacing(Theme::space);
    m_away->setSnug();
    m_state->setSnug();
    for (Card* card : {m_away, m_state}) {
        card->setFixedWidth(currentTheme().column(besideWidth));
        beside->addWidget(card);
    }
    beside->addStretch();
    columns->addLayout(beside);
    page->addLayout(columns, 1);
    setFocusProxy(m_view);

    connect(m_view, &QListView::activated, this, [this] {
        if (!selected().empty())
            Q_EMIT opened(selected());
    });
    connect(&workplace.casework(), &Casework::listsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&workplace.sync(), &SyncDesk::statusChanged, this, [this] {
        if (isVisible())
            showWindow();
    });
}

void TodayScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    m_view->setFocus();
}

StreamId TodayScreen::selected() const {
    const CaseRow* row = m_model->row(m_view->currentIndex().row());
    return row ? row->stream : StreamId {};
}

void TodayScreen::forget() {
    ++m_asked;
    m_model->setPage({}, m_workplace.today());
    m_middle->setCurrentIndex(0);
    m_figures->clear();
    m_away->clear();
}

void TodayScreen::refresh() {
    const auto& person = m_workplace.session().current();
    if (!person)
        return;
    const int asked = ++m_asked;
    m_date->setText(dateInSentence(m_workplace.today(), m_workplace.today()));
    showWindow();
    m_workplace.casework().counts().then(this, [this, asked](const Result<Counts>& counts) {
        if (counts && asked == m_asked)
            showCounts(*counts);
    });
    m_workplace.casework().whileAway().then(this, [this, asked](const Result<QList<AwayLine>>& lines) {
        if (lines && asked == m_asked)
            showAway(*lines);
    });
    askFirst(listsFor(person->roles), asked);
}

void TodayScreen::askFirst(std::vector<CaseList> lists, int asked) {
    const CaseList list = lists.front();
    lists.erase(lists.begin());
    m_workplace.casework()
        .page(list, {}, firstRows)
        .then(this, [this, list, asked, others = std::move(lists)](const Result<CasePage>& page) {
            if (!page || asked != m_asked)
                return;
            if (page->rows.isEmpty() && !others.empty())
                askFirst(others, asked);
            else
                showFirst(list, *page);
        });
}

void TodayScreen::showFirst(CaseList list, const CasePage& page) {
    const StreamId kept = selected();
    CasePage first = page;
    first.next.clear(); // the rest is one key away
    m_model->setPage(first, m_workplace.today());
    m_middle->setCurrentIndex(page.rows.isEmpty() ? 1 : 0);
    m_first->setAside(
        page.rows.isEmpty() ? QString {} : QStringLiteral("%1 · %2").arg(nameOf(list), tr("most urgent first")));
    const int again = m_model->indexOf(kept);
    m_view->setCurrentIndex(m_model->index(again >= 0 ? again : 0));
}

void TodayScreen::showCounts(const Counts& counts) {
    m_figures->clear();
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    struct Figure {
        QString words;
        int count;
        const char* key;
        bool urgent;
    };
    const std::vector<Figure> figures {{tr("mine"), counts.mine, "Alt+2", false},
        {tr("to decide"), counts.pendingDecision, "Alt+2", false}, {tr("stopped"), counts.stopped, "Alt+2", false},
        {tr("to hand over"), counts.toHandOver, "Alt+3", false}, {tr("drafts"), counts.drafts, "F2", false},
        {tr("refused by the centre"), counts.refused, "F7", counts.refused > 0}};
    for (const Figure& figure : figures) {
        auto* column = new QVBoxLayout;
        column->addWidget(
            new Words(QString::number(figure.count), TextStyle::Figure, figure.urgent ? Token::Red : Token::Ink));
        auto* under = new QHBoxLayout;
        auto* words = new Words(figure.words, TextStyle::Text, Token::Muted);
        words->setShrinking();
        under->addWidget(words);
        under->addWidget(new KeyCap(QLatin1String(figure.key)));
        under->addStretch();
        column->addLayout(under);
        row->addLayout(column, 1);
    }
    m_figures->body()->addWidget(line);
}

void TodayScreen::showAway(const QList<AwayLine>& lines) {
    m_away->clear();
    m_away->setAside(
        lines.isEmpty() ? QString {} : tr("%n step(s) by others", nullptr, static_cast<int>(lines.size())));
    if (lines.isEmpty()) {
        m_away->body()->addWidget(
            new Words(tr("Nobody else did anything with your cases."), TextStyle::Text, Token::Muted));
        return;
    }
    for (const AwayLine& line : lines.first(std::min(awayRows, lines.size()))) {
        const QString when = line.entry.when.date() == toQDate(m_workplace.today())
            ? line.entry.when.toString(QStringLiteral("HH:mm"))
            : shortDate(line.entry.entry.date);
        m_away->addLine(
            when, QStringLiteral("%1 · %2").arg(line.applicant, timelineWords(line.entry)), personWords(line.entry));
    }
    if (lines.size() > awayRows)
        m_away->body()->addWidget(
            new Words(tr("and %n more: each case's page tells it", nullptr, static_cast<int>(lines.size() - awayRows)),
                TextStyle::Hint, Token::Muted));
}

void TodayScreen::showWindow() {
    m_state->clear();
    const SyncStatus& status = m_workplace.sync().status();
    auto* words = new Words(connectionSentence(status, toHallTime(m_workplace.correctedNow())));
    words->setWordWrap(true);
    m_state->body()->addWidget(words);
    m_state->addFact(tr("Numbers left"), QString::number(status.numbersLeft));
}

} // namespace yichuang::ui
