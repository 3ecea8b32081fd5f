// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell_parts.h"

#include <yichuang/ui/cards.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/span_of_time.h>
#include <yichuang/ui/theme.h>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace yichuang::ui {

PlaceButton::PlaceButton(const QString& name, const QString& key, bool counted, QWidget* parent)
    : QAbstractButton(parent)
    , m_key(key)
    , m_counted(counted) {
    setText(name);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void PlaceButton::describe() {
    setAccessibleName(m_count > 0 ? tr("%1, %n case(s), key %2", nullptr, m_count).arg(text(), m_key)
                                  : tr("%1, key %2").arg(text(), m_key));
}

void PlaceButton::setCount(int count) {
    m_count = count;
    describe();
    update();
}

void PlaceButton::setLit(bool lit) {
    m_lit = lit;
    setAccessibleDescription(lit ? tr("open") : QString());
    update();
}

QSize PlaceButton::sizeHint() const {
    const Theme& theme = currentTheme();
    const QFontMetrics name(theme.font(TextStyle::Strong));
    const QFontMetrics small(theme.font(TextStyle::Hint));
    return {name.horizontalAdvance(text()) + small.horizontalAdvance(m_key) + theme.px(m_counted ? 20 + 48 : 20 + 8),
        theme.px(35)};
}

void PlaceButton::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_lit || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::AccentGround));
        painter.drawRoundedRect(rect(), theme.px(4), theme.px(4));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme.px(4), theme.px(4));
    }
    const QRect box = rect().adjusted(theme.px(10), 0, -theme.px(9), 0);
    painter.setFont(theme.font(m_lit ? TextStyle::Strong : TextStyle::Text));
    painter.setPen(theme.color(m_lit ? Token::Accent : Token::Ink));
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setFont(theme.font(TextStyle::Key));
    painter.setPen(theme.color(m_lit ? Token::Muted : Token::Faint));
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight, m_key);
    if (m_count > 0) {
        const QString words = m_count > 9999 ? QStringLiteral("9999+") : QString::number(m_count);
        const int keyWidth = painter.fontMetrics().horizontalAdvance(m_key);
        const int chipWidth = std::max(theme.px(27), painter.fontMetrics().horizontalAdvance(words) + theme.px(14));
        const QRectF chip(
            box.right() - keyWidth - theme.px(8) - chipWidth, (height() - theme.px(20)) / 2.0, chipWidth, theme.px(20));
        if (m_lit) {
            painter.setPen(theme.color(Token::Accent));
            painter.drawText(chip, Qt::AlignCenter, words);
        } else {
            paintChip(painter, chip, words, Tone::Neutral, theme);
        }
    }
}

PlaceList::PlaceList(ActionRegistry& registry, QWidget* parent)
    : QWidget(parent) {
    const Theme& theme = currentTheme();
    setObjectName(QStringLiteral("places"));
    setAccessibleName(tr("Places"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(8), theme.px(12), theme.px(8), theme.px(10));
    column->setSpacing(theme.px(2));
    struct Place {
        Screen screen;
        const char* action;
        QString name;
        QString key;
    };
    // Intake and sync keep their key at the left though the action has another verb.
    const Place places[] {{Screen::Today, "place.today", tr("Today"), QStringLiteral("Alt+1")},
        {Screen::Intake, "place.intake", tr("Intake"), QStringLiteral("F2")},
        {Screen::ToDo, "place.toDo", tr("To do"), QStringLiteral("Alt+2")},
        {Screen::HandOver, "place.handOver", tr("Hand over"), QStringLiteral("Alt+3")},
        {Screen::Done, "place.done", tr("Done"), QStringLiteral("Alt+4")},
        {Screen::Sync, "place.sync", tr("Sync"), QStringLiteral("F7")}};
    for (const Place& place : places) {
        Q_ASSERT(registry.action(QString::fromLatin1(place.action)).keyText() == place.key);
        auto* button = new PlaceButton(place.name, place.key, place.screen != Screen::Sync, this);
        button->setObjectName(QString::fromLatin1(place.action));
        const Screen screen = place.screen;
        connect(button, &QAbstractButton::clicked, this, [this, screen] { Q_EMIT placeWanted(screen); });
        column->addWidget(button);
        m_buttons[screen] = button;
    }
    column->addStretch();
    auto* settings = new PlaceButton(tr("Settings"), QStringLiteral("F11"), false, this);
    settings->setObjectName(QStringLiteral("place.settings"));
    connect(settings, &QAbstractButton::clicked, this, [this] { Q_EMIT placeWanted(Screen::Settings); });
    column->addWidget(settings);
    m_buttons[Screen::Settings] = settings;
    auto* keys = new PlaceButton(tr("All keys"), QStringLiteral("F1"), false, this);
    keys->setObjectName(QStringLiteral("keys.show"));
    connect(keys, &QAbstractButton::clicked, this, &PlaceList::keysWanted);
    column->addWidget(keys);
    int widest = keys->sizeHint().width();
    for (const auto& [screen, place] : m_buttons)
        widest = std::max(widest, place->sizeHint().width());
    setFixedWidth(std::max(theme.px(148), widest + theme.px(16)));
}

void PlaceList::setCount(Screen place, int count) {
    if (const auto found = m_buttons.find(place); found != m_buttons.end())
        found->second->setCount(count);
}

void PlaceList::setLit(Screen place) {
    for (const auto& [screen, button] : m_buttons)
        button->setLit(screen == place);
}

void PlaceList::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Token::Line));
}

namespace {

QString connectionWords(const CentreStatus& status) {
    QString words;
    switch (status.state) {
    case CentreStatus::State::Online:
        words = ConnectionLine::tr("Connected");
        break;
    case CentreStatus::State::Offline:
        words = ConnectionLine::tr("Offline");
        break;
    case CentreStatus::State::NeverSeen:
        words = ConnectionLine::tr("No centre yet");
        break;
    }
    if (status.waiting > 0)
        words += QStringLiteral(" · ") + ConnectionLine::tr("%n waiting", nullptr, status.waiting);
    if (status.refused > 0)
        words += QStringLiteral(" · ") + ConnectionLine::tr("%n for you", nullptr, status.refused);
    return words;
}

} // namespace

ConnectionLine::ConnectionLine(QWidget* parent)
    : QAbstractButton(parent) {
    setObjectName(QStringLiteral("connection"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setStatus({});
}

void ConnectionLine::setStatus(const CentreStatus& status) {
    m_status = status;
    setText(connectionWords(status));
    setAccessibleName(tr("%1, key F7").arg(text()));
    QString tip;
    if (status.state == CentreStatus::State::Offline) {
        tip = tr("Not connected to the centre for %1.").arg(spanOfTime(status.minutesOffline)) + QStringLiteral(" ")
            + tr("Intake and printing go on as usual.");
    }
    setToolTip(tip);
    setAccessibleDescription(tip);
    updateGeometry();
    update();
}

QSize ConnectionLine::sizeHint() const {
    const Theme& theme = currentTheme();
    return {
        theme.px(24) + QFontMetrics(theme.font(TextStyle::Text)).horizontalAdvance(text()) + theme.px(6), theme.px(28)};
}

void ConnectionLine::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF dot(theme.px(6), (height() - theme.px(9)) / 2.0, theme.px(9), theme.px(9));
    if (m_status.refused > 0) {
        painter.fillRect(dot, theme.color(Token::Red));
    } else if (m_status.state == CentreStatus::State::Online) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Green));
        painter.drawEllipse(dot);
    } else {
        painter.setPen(QPen(theme.color(Token::Amber), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(dot);
    }
    painter.setFont(theme.font(TextStyle::Text));
    painter.setPen(theme.color(Token::Ink));
    painter.drawText(rect().adjusted(theme.px(24), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme.px(3), theme.px(3));
    }
}

KeyOverlay::KeyOverlay(ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_registry(registry) {
    setObjectName(QStringLiteral("keyOverlay"));
    setAccessibleName(tr("All keys of this screen"));
    hide();
}

void KeyOverlay::showFor(Screen screen, const std::vector<Part>& parts) {
    delete m_card;
    const Theme& theme = currentTheme();
    auto* card = new Card(tr("All keys of this screen"), this);
    card->setAside(tr("F1 again: handbook. Any other key closes."));
    m_card = card;

    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme.px(32));
    card->body()->addLayout(columns);
    const auto addColumn = [&](const QString& head, const std::vector<Action*>& actions) {
        if (actions.empty())
            return;
        constexpr int rowsPerColumn = 15;
        int row = rowsPerColumn;
        QGridLayout* grid = nullptr;
        for (const Action* action : actions) {
            if (row >= rowsPerColumn) {
                auto* column = new QVBoxLayout;
                column->setSpacing(theme.px(6));
                column->addWidget(new Words(grid ? QStringLiteral(" ") : head, TextStyle::HintStrong, Token::Muted));
                grid = new QGridLayout;
                grid->setVerticalSpacing(theme.px(6));
                grid->setHorizontalSpacing(theme.px(10));
                column->addLayout(grid);
                column->addStretch();
                columns->addLayout(column);
                row = 0;
            }
            auto* keys = new QHBoxLayout;
            keys->setSpacing(theme.px(4));
            for (const QKeySequence& sequence : action->keys())
                keys->addWidget(new KeyCap(ui::keyText(sequence)));
            keys->addStretch();
            grid->addLayout(keys, row, 0);
            auto* words = new Words(action->verb(), TextStyle::Text, action->isEnabled() ? Token::Ink : Token::Muted);
            words->setToolTip(action->reason());
            grid->addWidget(words, row, 1);
            ++row;
        }
    };
    const auto withKeys = [](std::vector<Action*> actions) {
        std::erase_if(actions, [](const Action* action) { return action->keys().empty(); });
        return actions;
    };
    // What many screens share comes last: one looks for the rest.
    std::vector<Action*> own;
    std::vector<Action*> everywhere;
    for (Action* action : withKeys(m_registry.actionsOf(screen)))
        (action->screens().size() >= allScreens().size() - 3 ? everywhere : own).push_back(action);
    addColumn(tr("This screen"), own);
    for (const Part part : parts) {
        switch (part) {
        case Part::None:
            break;
        case Part::Checklist:
            addColumn(tr("In the checklist"), m_registry.actionsOf(part));
            break;
        case Part::Pages:
            addColumn(tr("In the paper viewer"), m_registry.actionsOf(part));
            break;
        }
    }
    addColumn(tr("Everywhere"), everywhere);
    columns->addStretch();
    auto* foot
        = new Words(tr("Enter: next field. Shift+Enter: previous field. In lists the arrow keys move, Enter opens."),
            TextStyle::Hint, Token::Muted);
    card->body()->addStretch();
    card->body()->addWidget(foot);

    setGeometry(parentWidget()->rect());
    card->adjustSize();
    const QSize size = card->sizeHint().boundedTo(this->size() - QSize(theme.px(32), theme.px(32)));
    card->setGeometry(QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size));
    show();
    raise();
}

void KeyOverlay::paintEvent(QPaintEvent*) {
    QColor veil = currentTheme().color(Token::Ground);
    veil.setAlphaF(0.82F);
    QPainter(this).fillRect(rect(), veil);
}

void KeyOverlay::mousePressEvent(QMouseEvent*) {
    hide();
}

} // namespace yichuang::ui
