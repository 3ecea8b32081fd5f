// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/handbook_page.h>

#include <yichuang/ui/cards.h>
#include <yichuang/ui/handbook_text.h>
#include <yichuang/ui/marks.h>

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace yichuang::ui {
namespace {

constexpr int contentsWidth = 264;

bool isWriting(const QKeyEvent& event) {
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const QString text = event.text();
    return text.size() == 1 && text.front().isPrint() && text.front() != QLatin1Char(' ');
}

} // namespace

HandbookPage::HandbookPage(QWidget* parent)
    : QWidget(parent)
    , m_title(new Words({}, TextStyle::Title))
    , m_finder(new QLineEdit)
    , m_contents(new QListWidget)
    , m_text(new HandbookText) {
    const Theme& theme = currentTheme();
    setObjectName(QStringLiteral("handbook"));
    setAccessibleName(tr("Handbook"));
    hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(10));
    column->setSpacing(theme.px(10));

    auto* head = new QHBoxLayout;
    head->setSpacing(theme.px(16));
    head->addWidget(m_title);
    m_finder->setPlaceholderText(tr("Find in the handbook"));
    m_finder->setAccessibleName(tr("Find in the handbook"));
    m_finder->setObjectName(QStringLiteral("handbook.finder"));
    m_finder->setMaxLength(60);
    m_finder->setMaximumWidth(theme.px(360));
    head->addWidget(m_finder, 1);
    head->addStretch();
    column->addLayout(head);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(theme.px(12));
    auto* left = new Card;
    left->setFixedWidth(theme.px(contentsWidth));
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setObjectName(QStringLiteral("handbook.contents"));
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_contents->setTextElideMode(Qt::ElideRight);
    left->body()->addWidget(m_contents, 1);
    middle->addWidget(left);
    auto* right = new Card;
    right->setListLike();
    m_text->setObjectName(QStringLiteral("handbook.text"));
    m_text->setAccessibleName(tr("Handbook"));
    right->body()->addWidget(m_text, 1);
    middle->addWidget(right, 1);
    column->addLayout(middle, 1);

    auto* foot = new QHBoxLayout;
    foot->setSpacing(theme.px(6));
    const auto hint = [&](const QStringList& keys, const QString& words) {
        for (const QString& key : keys)
            foot->addWidget(new KeyCap(key));
        foot->addWidget(new Words(words, TextStyle::Hint, Token::Muted));
        foot->addSpacing(theme.px(12));
    };
    hint({QStringLiteral("↑"), QStringLiteral("↓"), QStringLiteral("PgUp"), QStringLiteral("PgDn")}, tr("scroll"));
    hint({QStringLiteral("Tab")}, tr("next link"));
    hint({QStringLiteral("Enter")}, tr("open"));
    hint({QStringLiteral("Alt+←")}, tr("back"));
    hint({QStringLiteral("Ctrl+PgDn")}, tr("next chapter"));
    hint({QStringLiteral("Esc")}, tr("close"));
    foot->addStretch();
    column->addLayout(foot);

    for (QWidget* each :
        {static_cast<QWidget*>(m_finder), static_cast<QWidget*>(m_contents), static_cast<QWidget*>(m_text), parent})
        each->installEventFilter(this);
    connect(m_finder, &QLineEdit::textChanged, this, &HandbookPage::find);
    connect(m_contents, &QListWidget::itemClicked, this, &HandbookPage::openRow);
    // Queued: the text that was clicked is not taken away while it still deals with the click.
    connect(
        m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) { follow(url.toString()); },
        Qt::QueuedConnection);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { keepFocus(now); });
}

HandbookPage::~HandbookPage() = default;

void HandbookPage::open(const HandbookPlace& place) {
    const QString folder = Handbook::folderOfThisLanguage();
    if (!m_handbook || m_handbook->folder() != folder) {
        m_handbook = std::make_unique<Handbook>(folder);
        m_title->setText(m_handbook->title());
        m_place = {};
    }
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_before.clear();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    if (m_finder->text().isEmpty())
        fillContents();
    else
        m_finder->clear();
    m_place = {};
    go(place);
    m_focusHere = m_finder;
    m_finder->setFocus(Qt::OtherFocusReason);
}

void HandbookPage::leave() {
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else if (QWidget* still = window()->focusWidget(); still && isAncestorOf(still))
        still->clearFocus();
}

/// A screen below may go on meanwhile and ask for the focus; it is given when the handbook is closed.
void HandbookPage::keepFocus(QWidget* now) {
    if (!isVisible() || !now || now->window() != window())
        return;
    if (isAncestorOf(now)) {
        m_focusHere = now;
        return;
    }
    m_focusBefore = now;
    (m_focusHere ? m_focusHere.data() : m_finder)->setFocus(Qt::OtherFocusReason);
}

void HandbookPage::fillContents() {
    m_finding = false;
    m_contents->clear();
    m_rows.clear();
    QString group;
    for (const HandbookChapter& chapter : m_handbook->chapters()) {
        if (chapter.group != group) {
            group = chapter.group;
            auto* head = new QListWidgetItem(group, m_contents);
            head->setFlags(Qt::NoItemFlags);
            head->setFont(currentTheme().font(TextStyle::HintStrong));
            head->setForeground(currentTheme().color(Token::Muted));
            head->setSizeHint({0, currentTheme().px(m_rows.empty() ? 28 : 38)});
            head->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
            m_rows.emplace_back();
        }
        auto* row = new QListWidgetItem(chapter.title, m_contents);
        row->setToolTip(chapter.title);
        row->setSizeHint({0, currentTheme().px(32)});
        m_rows.push_back({chapter.id, {}});
        if (chapter.id == m_place.chapter)
            m_contents->setCurrentItem(row);
    }
}

void HandbookPage::find() {
    const QStringList words = m_finder->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        fillContents();
        m_text->mark({});
        return;
    }
    m_finding = true;
    m_contents->clear();
    m_rows.clear();
    for (const HandbookHit& hit : m_handbook->find(m_finder->text())) {
        auto* row = new QListWidgetItem(
            QStringLiteral("%1\n%2").arg(hit.heading, hit.words.isEmpty() ? hit.chapter : hit.words), m_contents);
        row->setToolTip(QStringLiteral("%1 · %2\n%3").arg(hit.chapter, hit.heading, hit.words));
        row->setSizeHint({0, currentTheme().px(52)});
        m_rows.push_back(hit.place);
    }
    if (m_rows.empty()) {
        auto* none = new QListWidgetItem(tr("Nothing found"), m_contents);
        none->setFlags(Qt::NoItemFlags);
        none->setForeground(currentTheme().color(Token::Muted));
        m_rows.emplace_back();
        m_text->mark({});
        return;
    }
    m_contents->setCurrentRow(0);
    go(m_rows.front());
}

void HandbookPage::go(const HandbookPlace& place) {
    const HandbookChapter* chapter = m_handbook->chapter(place.chapter);
    if (!chapter)
        return;
    if (place.chapter != m_place.chapter)
        m_text->setChapter(*chapter, m_handbook->folder());
    m_place = place;
    m_text->goTo(place.anchor);
    m_text->mark(m_finder->text().split(QLatin1Char(' '), Qt::SkipEmptyParts));
    if (m_finding)
        return;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].chapter == place.chapter) {
            m_contents->setCurrentRow(static_cast<int>(row));
            break;
        }
    }
}

void HandbookPage::follow(const QString& link) {
    const qsizetype hash = link.indexOf(QLatin1Char('#'));
    QString chapter = hash < 0 ? link : link.left(hash);
    if (chapter.endsWith(QLatin1String(".md")))
        chapter.chop(3);
    m_before.push_back({m_place.chapter, m_text->anchorInView()});
    go({chapter.isEmpty() ? m_place.chapter : chapter, hash < 0 ? QString {} : link.mid(hash + 1)});
}

void HandbookPage::goBack() {
    if (m_before.empty())
        return;
    const HandbookPlace place = m_before.back();
    m_before.pop_back();
    go(place);
}

void HandbookPage::turn(int chapters) {
    const auto& all = m_handbook->chapters();
    for (std::size_t at = 0; at < all.size(); ++at) {
        const auto wanted = static_cast<qsizetype>(at) + chapters;
        if (all[at].id == m_place.chapter && wanted >= 0 && wanted < static_cast<qsizetype>(all.size())) {
            go({all[static_cast<std::size_t>(wanted)].id, {}});
            return;
        }
    }
}

void HandbookPage::chooseRow(int step) {
    for (int row = m_contents->currentRow() + step; row >= 0 && row < m_contents->count(); row += step) {
        if (!m_rows[static_cast<std::size_t>(row)].chapter.isEmpty()) {
            m_contents->setCurrentRow(row);
            go(m_rows[static_cast<std::size_t>(row)]);
            return;
        }
    }
}

void HandbookPage::openRow() {
    const int row = m_contents->currentRow();
    if (row >= 0 && !m_rows[static_cast<std::size_t>(row)].chapter.isEmpty())
        go(m_rows[static_cast<std::size_t>(row)]);
}

bool HandbookPage::keyInFinder(const QKeyEvent& event) {
    const bool empty = m_finder->text().isEmpty();
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (empty)
            m_text->scrollBy(event.key());
        else
            chooseRow(event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!empty)
            return false;
        m_text->scrollBy(event.key());
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (event.modifiers() & Qt::ControlModifier)
            return false;
        m_text->scrollBy(event.key());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!empty)
            openRow();
        return true;
    default:
        return false;
    }
}

bool HandbookPage::keyElsewhere(QWidget* watched, QKeyEvent& event) {
    if (isWriting(event)) {
        m_finder->setFocus(Qt::OtherFocusReason);
        QApplication::sendEvent(m_finder, &event);
        return true;
    }
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (watched == m_text && enter) {
        if (const QString link = m_text->chosenLink(); !link.isEmpty())
            follow(link);
        return true;
    }
    if (watched != m_contents)
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        chooseRow(event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Right:
        openRow();
        m_text->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return false;
    }
}

bool HandbookPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            setGeometry(parentWidget()->rect());
        return false;
    }
    if (event->type() != QEvent::KeyPress || !m_handbook)
        return QWidget::eventFilter(watched, event);
    auto& key = static_cast<QKeyEvent&>(*event);
    if (key.key() == Qt::Key_Escape || (key.key() == Qt::Key_Left && key.modifiers() == Qt::AltModifier)
        || ((key.modifiers() & Qt::ControlModifier)
            && (key.key() == Qt::Key_PageUp || key.key() == Qt::Key_PageDown || key.key() == Qt::Key_F))) {
        keyPressEvent(&key);
        return true;
    }
    const bool taken = watched == m_finder ? keyInFinder(key) : keyElsewhere(static_cast<QWidget*>(watched), key);
    return taken || QWidget::eventFilter(watched, event);
}

void HandbookPage::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Escape:
        leave();
        break;
    case Qt::Key_Left:
        if (event->modifiers() & Qt::AltModifier)
            goBack();
        break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (control)
            turn(event->key() == Qt::Key_PageUp ? -1 : 1);
        break;
    case Qt::Key_F3:
        m_finder->setFocus(Qt::OtherFocusReason);
        break;
    case Qt::Key_F:
        if (control)
            m_finder->setFocus(Qt::OtherFocusReason);
        break;
    default:
        break;
    }
    // Nothing goes on to what lies below.
    event->accept();
}

bool HandbookPage::focusNextPrevChild(bool next) {
    // Round the three of them; the links are walked by the text itself.
    const QWidget* now = window()->focusWidget();
    QWidget* to = m_finder;
    if (next && now == m_finder) {
        if (m_text->focusFirstLink())
            return true;
        to = m_text;
    } else if (next ? now == m_text : now == m_finder) {
        to = m_contents;
    } else if (!next && now == m_contents) {
        to = m_text;
    }
    to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void HandbookPage::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), currentTheme().color(Token::Ground));
}

} // namespace yichuang::ui
