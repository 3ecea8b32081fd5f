// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/marks.h>

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace yichuang::ui {
namespace {

struct Marks {
    Q_DECLARE_TR_FUNCTIONS(Marks)
};

QSize textSize(const QFont& font, const QString& text) {
    const QFontMetrics metrics(font);
    return {metrics.horizontalAdvance(text), metrics.height()};
}

std::pair<Token, Token> chipColors(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return {Token::Muted, Token::ChipGround};
    case Tone::Accent:
        return {Token::Accent, Token::AccentGround};
    case Tone::Amber:
        return {Token::Amber, Token::AmberGround};
    case Tone::Red:
        return {Token::Red, Token::RedGround};
    case Tone::Green:
        return {Token::Green, Token::GreenGround};
    }
    return {Token::Muted, Token::ChipGround};
}

} // namespace

QString custodyText(Custody custody) {
    switch (custody) {
    case Custody::TakenInHere:
        return Marks::tr("Taken in here");
    case Custody::KnownAtCentre:
        return Marks::tr("Known at the centre");
    }
    return {};
}

TwoMarks::TwoMarks(QWidget* parent)
    : QWidget(parent) {
    setCustody(m_custody);
}

void TwoMarks::setCustody(Custody custody) {
    m_custody = custody;
    setAccessibleName(custody == Custody::KnownAtCentre ? tr("Taken in here and known at the centre")
                                                        : tr("Taken in here; the centre does not know it yet"));
    updateGeometry();
    update();
}

namespace {

struct MarkLook {
    QString words;
    bool reached;
};
std::array<MarkLook, 2> marksOf(Custody custody) {
    const bool known = custody == Custody::KnownAtCentre;
    return {MarkLook {Marks::tr("Taken in here"), true},
        MarkLook {known ? Marks::tr("Known at the centre") : Marks::tr("Centre not yet"), known}};
}

} // namespace

QSize TwoMarks::sizeHint() const {
    const Theme& theme = currentTheme();
    int width = 0;
    int height = 0;
    for (const MarkLook& mark : marksOf(m_custody)) {
        const QSize size = textSize(theme.font(TextStyle::Hint), mark.words);
        width += size.width() + theme.px(16 + 12);
        height = std::max(height, size.height());
    }
    return {width, height};
}

void TwoMarks::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TextStyle::Hint));
    int x = 0;
    for (const MarkLook& mark : marksOf(m_custody)) {
        const QRectF dot(x + 1, (height() - theme.px(9)) / 2.0, theme.px(9), theme.px(9));
        painter.setPen(QPen(theme.color(mark.reached ? Token::Green : Token::AmberMark), 1.6));
        painter.setBrush(mark.reached ? QBrush(theme.color(Token::Green)) : QBrush(Qt::NoBrush));
        painter.drawEllipse(dot);
        painter.setPen(theme.color(mark.reached ? Token::Muted : Token::Amber));
        const int advance = painter.fontMetrics().horizontalAdvance(mark.words);
        painter.drawText(
            QRect(x + theme.px(16), 0, advance + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, mark.words);
        x += theme.px(16 + 12) + advance;
    }
}

void paintLamp(QPainter& painter, const QRectF& box, Lamp lamp, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    switch (lamp) {
    case Lamp::None:
        break;
    case Lamp::Red:
        painter.setBrush(theme.color(Token::Red));
        painter.drawRect(box);
        break;
    case Lamp::Yellow: {
        QPainterPath path;
        path.moveTo(box.center().x(), box.top());
        path.lineTo(box.right() + 0.5, box.bottom());
        path.lineTo(box.left() - 0.5, box.bottom());
        path.closeSubpath();
        painter.fillPath(path, theme.color(Token::AmberMark));
        break;
    }
    case Lamp::Alert:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::AmberMark), box.width() / 5));
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    }
    painter.restore();
}

QString lampText(Lamp lamp) {
    switch (lamp) {
    case Lamp::None:
        return {};
    case Lamp::Alert:
        return Marks::tr("Alert");
    case Lamp::Yellow:
        return Marks::tr("Yellow card");
    case Lamp::Red:
        return Marks::tr("Red card");
    }
    return {};
}

Token lampToken(Lamp lamp) {
    switch (lamp) {
    case Lamp::None:
        return Token::Ink;
    case Lamp::Alert:
    case Lamp::Yellow:
        return Token::Amber;
    case Lamp::Red:
        return Token::Red;
    }
    return Token::Ink;
}

LampMark::LampMark(QWidget* parent)
    : QWidget(parent) { }

void LampMark::setLamp(Lamp lamp, const QString& words) {
    m_lamp = lamp;
    m_words = words;
    const QString name = lampText(lamp);
    setAccessibleName(name.isEmpty() ? words : name + QStringLiteral(": ") + words);
    updateGeometry();
    update();
}

QSize LampMark::sizeHint() const {
    const Theme& theme = currentTheme();
    const QSize size = textSize(theme.font(TextStyle::Strong), m_words);
    return {size.width() + (m_lamp == Lamp::None ? 0 : theme.px(18)) + 2, size.height()};
}

void LampMark::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    int x = 0;
    if (m_lamp != Lamp::None) {
        const qreal side = theme.px(10);
        paintLamp(painter, QRectF(1, (height() - side) / 2, side, side), m_lamp, theme);
        x = theme.px(18);
    }
    painter.setFont(theme.font(m_lamp == Lamp::None ? TextStyle::Text : TextStyle::Strong));
    painter.setPen(theme.color(lampToken(m_lamp)));
    painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_words);
}

void paintProgress(QPainter& painter, const QRectF& box, const Progress& progress, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor filled = theme.color(Token::Accent);
    if (progress.lamp == Lamp::Red)
        filled = theme.color(Token::Red);
    else if (progress.lamp != Lamp::None)
        filled = theme.color(Token::AmberMark);
    const QColor empty = theme.color(Token::Track);
    const int gone = std::clamp(progress.gone, 0, std::max(0, progress.total));
    constexpr int mostSegments = 15;
    if (progress.total <= 1 || progress.total > mostSegments) {
        painter.setBrush(empty);
        painter.drawRoundedRect(box, 1, 1);
        if (progress.total > 0 && gone > 0) {
            QRectF part = box;
            part.setWidth(box.width() * gone / progress.total);
            painter.setBrush(filled);
            painter.drawRoundedRect(part, 1, 1);
        }
    } else {
        const qreal gap = 1.5;
        const qreal width = (box.width() - gap * (progress.total - 1)) / progress.total;
        for (int i = 0; i < progress.total; ++i) {
            painter.setBrush(i < gone ? filled : empty);
            painter.drawRoundedRect(QRectF(box.left() + i * (width + gap), box.top(), width, box.height()), 1, 1);
        }
    }
    painter.restore();
}

void paintChip(QPainter& painter, const QRectF& box, const QString& text, Tone tone, const Theme& theme) {
    const auto [ink, ground] = chipColors(tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool outlined = theme.appearance() == Appearance::HighContrast;
    painter.setPen(outlined ? QPen(theme.color(ink), 1) : QPen(Qt::NoPen));
    painter.setBrush(theme.color(ground));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(3), theme.px(3));
    painter.setPen(theme.color(ink));
    painter.setFont(theme.font(TextStyle::Hint));
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
}

Chip::Chip(const QString& text, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_tone(tone) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Chip::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void Chip::setCheckable(bool checkable) {
    m_checkable = checkable;
    setFocusPolicy(checkable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(checkable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Chip::setChecked(bool checked) {
    m_checked = checked;
    setAccessibleDescription(checked ? tr("chosen") : QString());
    update();
}

QSize Chip::sizeHint() const {
    const Theme& theme = currentTheme();
    return {textSize(theme.font(TextStyle::Hint), m_text).width() + theme.px(20), theme.px(20)};
}

void Chip::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    paintChip(painter, rect(), m_text, m_checkable && m_checked ? Tone::Accent : m_tone, theme);
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme.px(3), theme.px(3));
    }
}

void Chip::mousePressEvent(QMouseEvent* event) {
    if (m_checkable && event->button() == Qt::LeftButton)
        Q_EMIT pressed();
    else
        QWidget::mousePressEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event) {
    if (m_checkable && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return))
        Q_EMIT pressed();
    else
        QWidget::keyPressEvent(event);
}

KeyCap::KeyCap(const QString& key, QWidget* parent)
    : QWidget(parent)
    , m_key(key) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(key);
}

void KeyCap::setKey(const QString& key) {
    m_key = key;
    setAccessibleName(key);
    setVisible(!key.isEmpty());
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const {
    const Theme& theme = currentTheme();
    const QSize size = textSize(theme.font(TextStyle::Key), m_key);
    return {std::max(size.width() + theme.px(18), theme.px(24)), theme.px(21)};
}

void KeyCap::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -1.5);
    painter.setPen(QPen(theme.color(Token::Outline), 1));
    painter.setBrush(theme.color(Token::Sunk));
    painter.drawRoundedRect(box, theme.px(3), theme.px(3));
    // The lower edge a little heavier: a key, not a chip.
    painter.drawLine(QPointF(box.left() + 3, box.bottom() + 1), QPointF(box.right() - 3, box.bottom() + 1));
    painter.setFont(theme.font(TextStyle::Key));
    painter.setPen(theme.color(Token::Muted));
    painter.drawText(box, Qt::AlignCenter, m_key);
}

} // namespace yichuang::ui
