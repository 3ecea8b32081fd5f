#include <yichuang/ui/screens/today_screen.h>

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/sync_screen.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/workflows/workplace.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace yichuang::ui {

TodayScreen::TodayScreen(Workplace& workplace, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_date(new Words({}, TextStyle::Title))
    , m_figures(new Card(tr("What waits for you")))
    , m_state(new Card(tr("This window"))) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(Theme::spaceLarge, Theme::spaceLarge - 2, Theme::spaceLarge, Theme::spaceLarge - 2);
    page->setSpacing(Theme::space);
    page->addWidget(m_date);
    page->addWidget(m_figures);
    page->addWidget(m_state);
    page->addStretch();
    connect(&workplace.casework(), &Casework::listsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void TodayScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void TodayScreen::refresh() {
    m_date->setText(dateInSentence(m_workplace.today(), m_workplace.today()));
    m_workplace.casework().counts().then(this, [this](const Result<Counts>& counts) {
        if (counts)
            show(*counts);
    });
}

void TodayScreen::show(const Counts& counts) {
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
        under->addWidget(new Words(figure.words, TextStyle::Text, Token::Muted));
        under->addWidget(new KeyCap(QLatin1String(figure.key)));
        under->addStretch();
        column->addLayout(under);
        row->addLayout(column, 1);
    }
    m_figures->body()->addWidget(line);
    m_state->clear();
    const SyncStatus& status = m_workplace.sync().status();
    auto* words = new Words(connectionSentence(status, toHallTime(m_workplace.correctedNow())));
    words->setWordWrap(true);
    m_state->body()->addWidget(words);
    m_state->addFact(tr("Numbers left"), QString::number(status.numbersLeft));
}

} // namespace yichuang::ui
