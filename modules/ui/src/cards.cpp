// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/cards.h>

#include <yichuang/ui/case_list.h>
#include <yichuang/ui/key_router.h>
#include <yichuang/ui/marks.h>

#include <QAbstractItemModel>
#include <QEvent>
#include <QFontMetrics>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>

#include <algorithm>

namespace yichuang::ui {

Words::Words(const QString& text, TextStyle style, Token color, QWidget* parent)
    : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
    setStyle(style, color);
}

void Words::setStyle(TextStyle style, Token color) {
    setFont(currentTheme().font(style));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, currentTheme().color(color));
    setPalette(colors);
}

void Words::setElided(bool elided) {
    m_elided = elided;
    setSizePolicy(elided ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void Words::setShrinking() {
    m_elided = true;
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize Words::minimumSizeHint() const {
    if (m_elided)
        return {std::min(currentTheme().px(60), QLabel::sizeHint().width()), QLabel::minimumSizeHint().height()};
    // Wrapped words can do with a narrow column; how high they are then, the layout asks for the width that it has.
    if (wordWrap())
        return {std::min(currentTheme().px(60), QLabel::minimumSizeHint().width()), fontMetrics().height()};
    return QLabel::minimumSizeHint();
}

void Words::paintEvent(QPaintEvent* event) {
    if (!m_elided || fontMetrics().horizontalAdvance(text()) <= width()) {
        if (m_elided)
            setToolTip({});
        QLabel::paintEvent(event);
        return;
    }
    setToolTip(text());
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft),
        fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

Rule::Rule(QWidget* parent)
    : QWidget(parent) {
    setFixedHeight(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Rule::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), currentTheme().color(Token::Line));
}

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent) {
    const Theme& theme = currentTheme();
    setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    column->setSpacing(theme.px(8));
    m_head = new QHBoxLayout;
    m_head->setSpacing(theme.px(8));
    m_title = new Words(title, TextStyle::Head);
    m_aside = new Words({}, TextStyle::Text, Token::Muted);
    m_head->addWidget(m_title);
    m_head->addStretch();
    m_head->addWidget(m_aside);
    column->addLayout(m_head);
    m_body = new QVBoxLayout;
    m_body->setSpacing(theme.px(8));
    column->addLayout(m_body, 1);
    setTitle(title);
    m_aside->hide();
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setSnug() {
    qobject_cast<QVBoxLayout*>(layout())->setStretchFactor(m_body, 0);
}

void Card::setTitleShrinking() {
    m_title->setShrinking();
}

void Card::setAside(const QString& words) {
    m_aside->setText(words);
    m_aside->setVisible(!words.isEmpty());
}

void Card::setListLike() {
    const Theme& theme = currentTheme();
    layout()->setContentsMargins(1, m_title->text().isEmpty() ? 1 : theme.px(12), 1, 1);
    m_head->setContentsMargins(theme.px(15), 0, theme.px(15), 0);
}

void Card::addRule() {
    m_body->addWidget(new Rule);
}

QGridLayout* Card::gridAtEnd(int columns) {
    QLayoutItem* last = m_body->count() > 0 ? m_body->itemAt(m_body->count() - 1) : nullptr;
    if (auto* grid = last ? qobject_cast<QGridLayout*>(last->layout()) : nullptr;
        grid && grid->columnCount() == columns)
        return grid;
    const Theme& theme = currentTheme();
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(12));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnMinimumWidth(0, columns == 2 ? theme.px(80) : 0);
    grid->setColumnStretch(1, 1);
    m_body->addLayout(grid);
    return grid;
}

Words* Card::addFact(const QString& label, const QString& value) {
    QGridLayout* grid = gridAtEnd(2);
    const int row = grid->count() / 2;
    auto* name = new Words(label, TextStyle::Text, Token::Muted);
    auto* words = new Words(value);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    words->setAccessibleName(label + QStringLiteral(": ") + value);
    name->setBuddy(words);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(words, row, 1);
    return words;
}

void Card::addLine(const QString& before, const QString& words, const QString& behind, Token color) {
    QGridLayout* grid = gridAtEnd(3);
    const int row = grid->count() / 3;
    auto* text = new Words(words, TextStyle::Text, color);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setAccessibleName(QStringLiteral("%1 %2 %3").arg(before, words, behind));
    // The small words stand on the line of the first row of text.
    const int drop = QFontMetrics(currentTheme().font(TextStyle::Text)).ascent()
        - QFontMetrics(currentTheme().font(TextStyle::Hint)).ascent();
    const auto small = [drop](const QString& word) {
        auto* label = new Words(word, TextStyle::Hint, Token::Muted);
        label->setContentsMargins(0, drop, 0, 0);
        return label;
    };
    grid->addWidget(small(before), row, 0, Qt::AlignTop);
    grid->addWidget(text, row, 1);
    grid->addWidget(small(behind), row, 2, Qt::AlignTop | Qt::AlignRight);
}

void clearLayout(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (QLayout* inner = item->layout())
            clearLayout(*inner);
        delete item;
    }
}

void Card::clear() {
    clearLayout(*m_body);
}

Column::Column(QWidget* parent)
    : QWidget(parent) { }

bool Column::event(QEvent* event) {
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        adjust();
    return handled;
}

void Column::adjust() {
    if (!layout() || width() == 0)
        return;
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : layout()->totalMinimumSize().height();
    if (height != minimumHeight())
        setMinimumHeight(height);
}

EmptyState::EmptyState(const QString& head, const QString& next, const QString& key, QWidget* parent)
    : QWidget(parent) {
    const Theme& theme = currentTheme();
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme.px(8));
    column->addStretch(2);
    auto* words = new Words(head, TextStyle::Head, Token::Ink);
    words->setAlignment(Qt::AlignHCenter);
    words->setWordWrap(true);
    column->addWidget(words);
    auto* advice = new Words(next, TextStyle::Text, Token::Muted);
    if (key.isEmpty()) {
        advice->setAlignment(Qt::AlignHCenter);
        advice->setWordWrap(true);
        column->addWidget(advice);
    } else {
        auto* line = new QHBoxLayout;
        line->setSpacing(theme.px(8));
        line->addStretch();
        line->addWidget(advice);
        line->addWidget(new KeyCap(key));
        line->addStretch();
        column->addLayout(line);
    }
    column->addStretch(3);
    setAccessibleName(head + QStringLiteral(" ") + next);
}

SearchField::SearchField(QWidget* parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_cap(new KeyCap(QStringLiteral("F3"), this))
    , m_results(new QListView) {
    const Theme& theme = currentTheme();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    m_line->setPlaceholderText(tr("Number · name · phone · item"));
    m_line->setAccessibleName(tr("Search everywhere"));
    m_line->setMinimumWidth(theme.px(200));
    m_line->setMaximumWidth(theme.px(360));
    row->addWidget(m_line, 1);
    row->addWidget(m_cap);
    setMaximumWidth(theme.px(360 + 8) + m_cap->sizeHint().width());
    m_results->setParent(this);
    m_results->hide();
    m_results->setObjectName(QStringLiteral("searchResults"));
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setItemDelegate(new CaseRowDelegate(m_results));
    m_results->setAccessibleName(tr("Found"));
    m_results->setFrameShape(QFrame::Box);
    m_line->installEventFilter(this);
    m_line->setProperty(takesEscapeProperty, true);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.trimmed().isEmpty())
            m_results->hide();
        Q_EMIT queryChanged(text.trimmed());
    });
    connect(m_results, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_results->hide();
        Q_EMIT chosen(index);
    });
}

void SearchField::setResults(QAbstractItemModel* model) {
    m_results->setModel(model);
    if (!model)
        return;
    const auto refresh = [this] { placeResults(); };
    connect(model, &QAbstractItemModel::modelReset, this, refresh);
    connect(model, &QAbstractItemModel::rowsInserted, this, refresh);
    connect(model, &QAbstractItemModel::rowsRemoved, this, refresh);
    placeResults();
}

void SearchField::focusAndSelect() {
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void SearchField::leave() {
    m_results->hide();
    m_line->clear();
    Q_EMIT queryChanged({});
    Q_EMIT left();
}

void SearchField::placeResults() {
    const QAbstractItemModel* model = m_results->model();
    if (!model || m_line->text().trimmed().isEmpty() || !m_line->hasFocus()) {
        m_results->hide();
        return;
    }
    const Theme& theme = currentTheme();
    QWidget* frame = window();
    m_results->setParent(frame);
    const int rows = std::min(8, model->rowCount());
    const QPoint below = m_line->mapTo(frame, QPoint(0, m_line->height() + theme.px(4)));
    const int width = std::min(theme.px(720), frame->width() - below.x() - theme.px(16));
    m_results->setGeometry(below.x(), below.y(), width, std::max(1, rows) * theme.px(Theme::rowHeight) + 2);
    m_results->setVisible(rows > 0);
    m_results->raise();
    if (rows > 0 && !m_results->currentIndex().isValid())
        m_results->setCurrentIndex(model->index(0, 0));
}

bool SearchField::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_line)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        m_results->hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const QAbstractItemModel* model = m_results->model();
    const int rows = model ? model->rowCount() : 0;
    const int current = m_results->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (rows == 0)
            return true;
        const int next = std::clamp(current + (key->key() == Qt::Key_Down ? 1 : -1), 0, rows - 1);
        m_results->setCurrentIndex(model->index(next, 0));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (rows > 0 && !m_line->text().trimmed().isEmpty()) {
            const QModelIndex index
                = m_results->currentIndex().isValid() ? m_results->currentIndex() : model->index(0, 0);
            m_results->hide();
            Q_EMIT chosen(index);
        }
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return false;
    }
}

} // namespace yichuang::ui
