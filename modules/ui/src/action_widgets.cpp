// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/action_widgets.h>

#include <yichuang/ui/cards.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/theme.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace yichuang::ui {

ActionButton::ActionButton(Action& action, QWidget* parent)
    : QAbstractButton(parent)
    , m_action(action) {
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(action.id());
    connect(&action, &Action::changed, this, &ActionButton::refresh);
    connect(this, &QAbstractButton::clicked, &action, &Action::trigger);
    refresh();
}

void ActionButton::refresh() {
    setText(m_action.verb());
    const QString key = m_action.keyText();
    setAccessibleName(key.isEmpty() ? m_action.verb() : tr("%1, key %2").arg(m_action.verb(), key));
    setAccessibleDescription(m_action.isEnabled() ? QString() : tr("Not possible now: %1").arg(m_action.reason()));
    setToolTip(m_action.reason());
    setCursor(m_action.isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

QSize ActionButton::sizeHint() const {
    const Theme& theme = currentTheme();
    const TextStyle style = m_action.weight() == Weight::Main ? TextStyle::Strong : TextStyle::Text;
    const QFontMetrics metrics(theme.font(style));
    const QString key = m_action.keyText();
    const int keyWidth = key.isEmpty() ? 0 : metrics.horizontalAdvance(key) + theme.px(10);
    return {metrics.horizontalAdvance(m_action.verb()) + keyWidth + theme.px(26), theme.px(35)};
}

bool ActionButton::event(QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !key->isAutoRepeat()) {
            click();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void ActionButton::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool enabled = m_action.isEnabled() && !m_action.isBusy();
    Token fill = Token::Surface;
    Token edge = Token::Outline;
    Token ink = Token::Ink;
    Token keyInk = Token::Ink;
    if (!enabled) {
        fill = Token::Sunk;
        edge = Token::Line;
        ink = Token::Faint;
        keyInk = Token::Faint;
    } else if (m_action.weight() == Weight::Main) {
        fill = edge = Token::Accent;
        ink = keyInk = Token::OnAccent;
    } else if (m_action.weight() == Weight::Grave) {
        edge = ink = keyInk = Token::Red;
    }
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(theme.color(edge), 1));
    QColor ground = theme.color(fill);
    if (isDown() && enabled)
        ground = ground.darker(108);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, theme.px(Theme::radiusSmall), theme.px(Theme::radiusSmall));
    if (hasFocus()) {
        const bool onAccent = enabled && m_action.weight() == Weight::Main;
        painter.setPen(QPen(theme.color(onAccent ? Token::OnAccent : Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), theme.px(3), theme.px(3));
    }
    const TextStyle style = m_action.weight() == Weight::Main ? TextStyle::Strong : TextStyle::Text;
    painter.setFont(theme.font(style));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString key = m_action.keyText();
    const int verbWidth = metrics.horizontalAdvance(m_action.verb());
    const int whole = verbWidth + (key.isEmpty() ? 0 : theme.px(10) + metrics.horizontalAdvance(key));
    int x = std::max(theme.px(8), (width() - whole) / 2);
    painter.setPen(theme.color(ink));
    painter.drawText(QRect(x, 0, verbWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, m_action.verb());
    x += verbWidth + theme.px(10);
    painter.setPen(theme.color(keyInk));
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, key);
}

ActionBar::ActionBar(ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_registry(registry)
    , m_lacking(new Words({}, TextStyle::Head))
    , m_outlook(new Words({}, TextStyle::Hint, Token::Muted))
    , m_outer(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_words(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_row(new QHBoxLayout) {
    const Theme& theme = currentTheme();
    setObjectName(QStringLiteral("actionBar"));
    setAttribute(Qt::WA_StyledBackground);
    setMinimumHeight(theme.px(58));
    setAccessibleName(tr("What is lacking, and what may be done"));
    m_outer->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    m_words->addStretch();
    m_words->addWidget(m_lacking);
    m_words->addWidget(m_outlook);
    m_words->addStretch();
    m_outer->addLayout(m_words, 1);
    m_row->setSpacing(theme.px(8));
    m_row->addStretch();
    m_outer->addLayout(m_row);
    m_outlook->setElided(true);
    // With large text the words always stand above the buttons: what is lacking is read whole.
    stack(theme.hasLargeText());
    connect(&registry, &ActionRegistry::denied, this, [this](const QString& id, const QString& reason) {
        // The reason of a pressed, disabled action stands where one looks for what is lacking, until the next
        // statement.
        for (const ActionButton* button : m_buttons) {
            if (button->action().id() == id && isVisible())
                m_outlook->setText(reason);
        }
    });
}

void ActionBar::stack(bool stacked) {
    const Theme& theme = currentTheme();
    m_stacked = stacked;
    m_outer->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_outer->setSpacing(stacked ? Theme::spaceTiny : theme.px(8));
    m_words->setDirection(stacked ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_words->setSpacing(stacked ? theme.px(8) : 0);
    // The stretches keep the two lines in the middle of a bar that is higher; one line needs none.
    m_words->setStretch(0, stacked ? 0 : 1);
    m_words->setStretch(3, stacked ? 0 : 1);
    m_words->setStretchFactor(m_outlook, stacked ? 1 : 0);
    if (stacked)
        m_lacking->setShrinking();
    else
        m_lacking->setElided(true);
}

void ActionBar::setActions(const QStringList& ids) {
    stack(currentTheme().hasLargeText());
    for (ActionButton* button : m_buttons)
        delete button;
    m_buttons.clear();
    for (const QString& id : ids) {
        auto* button = new ActionButton(m_registry.action(id), this);
        m_row->addWidget(button);
        m_buttons.push_back(button);
        connect(&button->action(), &Action::changed, button, [this] { fit(); });
    }
    fit();
}

QSize ActionBar::minimumSizeHint() const {
    return {currentTheme().px(320), QWidget::minimumSizeHint().height()};
}

void ActionBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

int ActionBar::widthOfButtons() const {
    int width = 0;
    for (const ActionButton* button : m_buttons)
        width += button->sizeHint().width() + currentTheme().px(8);
    return width;
}

void ActionBar::fit() {
    const Theme& theme = currentTheme();
    const auto widthOf = [](const Words* words) { return words->fontMetrics().horizontalAdvance(words->text()); };
    int room = width() - theme.px(2 * 16) - widthOfButtons();
    if (!m_stacked && std::max(widthOf(m_lacking), widthOf(m_outlook)) > room)
        stack(true);
    for (ActionButton* button : m_buttons) {
        const bool leaves = room < 0 && !button->action().isEnabled();
        if (leaves)
            room += button->sizeHint().width() + theme.px(8);
        button->setVisible(!leaves);
    }
}

void ActionBar::setStatement(const QString& lacking, const QString& outlook) {
    m_lacking->setText(lacking);
    m_lacking->setVisible(!lacking.isEmpty());
    m_outlook->setText(outlook);
    m_outlookText = outlook;
    fit();
}

QString ActionBar::statement() const {
    return m_lacking->text();
}

void ActionBar::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Token::Line));
}

namespace {

/// One line of an ActionList.
class ActionLine : public QAbstractButton {
public:
    ActionLine(Action& action, const QString& number, QWidget* parent)
        : QAbstractButton(parent)
        , m_action(action)
        , m_key(number.isEmpty() ? action.keyText() : number)
        , m_numbered(!number.isEmpty()) {
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setObjectName(action.id());
        connect(&action, &Action::changed, this, [this] { refresh(); });
        connect(this, &QAbstractButton::clicked, &action, &Action::trigger);
        refresh();
    }

    [[nodiscard]] QSize sizeHint() const override {
        const Theme& theme = currentTheme();
        const int verb = QFontMetrics(theme.font(TextStyle::Strong)).horizontalAdvance(m_action.verb());
        return {verb + KeyCap(m_key).sizeHint().width() + theme.px(24), theme.px(27)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = currentTheme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool enabled = m_action.isEnabled();
        const bool main = enabled && m_action.weight() == Weight::Main;
        if (hasFocus()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(Token::AccentGround));
            painter.drawRoundedRect(rect(), theme.px(4), theme.px(4));
        }
        painter.setFont(theme.font(main ? TextStyle::Strong : TextStyle::Text));
        const bool grave = enabled && m_action.weight() == Weight::Grave;
        painter.setPen(theme.color(enabled ? (grave ? Token::Red : Token::Ink) : Token::Muted));
        const int verb = painter.fontMetrics().horizontalAdvance(m_action.verb());
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, m_action.verb());
        const int capWidth = m_key.isEmpty() ? 0 : KeyCap(m_key).sizeHint().width();
        if (!enabled) {
            const QRect box = rect().adjusted(verb + theme.px(8), 0, -capWidth - theme.px(8), 0);
            painter.setFont(theme.font(TextStyle::Hint));
            painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                painter.fontMetrics().elidedText(m_action.reason(), Qt::ElideRight, box.width()));
        }
        if (capWidth > 0) {
            const QRectF cap = QRectF(width() - capWidth, (height() - theme.px(21)) / 2.0, capWidth, theme.px(21))
                                   .adjusted(0.5, 0.5, -0.5, -1.5);
            painter.setPen(QPen(theme.color(Token::Outline), 1));
            painter.setBrush(theme.color(Token::Sunk));
            painter.drawRoundedRect(cap, theme.px(3), theme.px(3));
            painter.drawLine(QPointF(cap.left() + 3, cap.bottom() + 1), QPointF(cap.right() - 3, cap.bottom() + 1));
            painter.setFont(theme.font(TextStyle::Key));
            painter.setPen(theme.color(Token::Muted));
            painter.drawText(cap, Qt::AlignCenter, m_key);
        }
    }

private:
    void refresh() {
        setText(m_action.verb());
        if (!m_numbered)
            m_key = m_action.keyText();
        setAccessibleName(m_key.isEmpty() ? m_action.verb() : ActionList::tr("%1, key %2").arg(m_action.verb(), m_key));
        setAccessibleDescription(m_action.reason());
        setToolTip(m_action.reason());
        update();
    }

    Action& m_action;
    QString m_key;
    bool m_numbered;
};

} // namespace

ActionList::ActionList(ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_registry(registry)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setAccessibleName(tr("What may be done"));
}

void ActionList::setActions(const QStringList& ids) {
    m_ids = ids;
    rebuild();
}

void ActionList::setNumbered(bool numbered) {
    m_numbered = numbered;
    setFocusPolicy(numbered ? Qt::TabFocus : Qt::NoFocus);
    rebuild();
}

void ActionList::rebuild() {
    for (QWidget* line : m_lines)
        delete line;
    m_lines.clear();
    int number = 0;
    for (const QString& id : m_ids) {
        ++number;
        const QString key = m_numbered && number <= 9 ? QString::number(number) : QString();
        auto* line = new ActionLine(m_registry.action(id), key, this);
        m_column->addWidget(line);
        m_lines.push_back(line);
    }
}

void ActionList::keyPressEvent(QKeyEvent* event) {
    const int number = event->key() - Qt::Key_0;
    if (m_numbered && number >= 1 && number <= 9 && number <= m_ids.size() && !event->isAutoRepeat()) {
        m_registry.action(m_ids.at(number - 1)).trigger();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace yichuang::ui
