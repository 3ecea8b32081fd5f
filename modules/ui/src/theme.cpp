// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/theme.h>

#include <QApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QStyleFactory>
#include <QVariant>

#include <algorithm>
#include <cmath>

namespace yichuang::ui {
namespace {

using Colors = std::array<QColor, tokenCount>;

QColor rgb(unsigned value) {
    return QColor::fromRgb(QRgb {value});
}

// In the order of Token. Contrast is held by a test: text 4.5 : 1 on every ground that it stands on, hints 3 : 1.
Colors lightColors() {
    return {rgb(0xF3F5F7), rgb(0xFFFFFF), rgb(0xF8FAFB), rgb(0xDCE2E8), rgb(0xB9C3CD), rgb(0x1B2733), rgb(0x566472),
        rgb(0x7B8793), rgb(0x155E8C), rgb(0xFFFFFF), rgb(0xE6F0F7), rgb(0xA9CBE3), rgb(0x0F4568), rgb(0xB42318),
        rgb(0xFDECEA), rgb(0x8A5A00), rgb(0xFFF3D6), rgb(0xC98A00), rgb(0x1E6B41), rgb(0xE5F4EB), rgb(0xEAEEF2),
        rgb(0xDCE2E8)};
}

Colors darkColors() {
    return {rgb(0x12171C), rgb(0x1B2229), rgb(0x212931), rgb(0x323C46), rgb(0x55626F), rgb(0xE7ECF1), rgb(0xAEB9C4),
        rgb(0x84919E), rgb(0x7CBCE4), rgb(0x0B1720), rgb(0x1D3344), rgb(0x2D5370), rgb(0xD6EAF7), rgb(0xF6958B),
        rgb(0x3C2221), rgb(0xECC05A), rgb(0x392F18), rgb(0xECC05A), rgb(0x84CFA3), rgb(0x1C3427), rgb(0x2A333C),
        rgb(0x3A4550)};
}

Colors highContrastColors() {
    return {rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x000000), rgb(0x000000), rgb(0x000000), rgb(0x1A1A1A),
        rgb(0x404040), rgb(0x00307A), rgb(0xFFFFFF), rgb(0xFFF4A8), rgb(0xB8D8FF), rgb(0x000000), rgb(0x9B0000),
        rgb(0xFFFFFF), rgb(0x5C3A00), rgb(0xFFFFFF), rgb(0x8A5A00), rgb(0x004D24), rgb(0xFFFFFF), rgb(0xFFFFFF),
        rgb(0xC4C4C4)};
}

Colors colorsOf(Appearance appearance) {
    switch (appearance) {
    case Appearance::Light:
        return lightColors();
    case Appearance::Dark:
        return darkColors();
    case Appearance::HighContrast:
        return highContrastColors();
    }
    return lightColors();
}

constexpr const char* themeProperty = "yichuangTheme";

} // namespace

Theme::Theme(Appearance appearance, qreal scale)
    : m_appearance(appearance)
    , m_scale(std::clamp(scale, 0.75, 3.0))
    , m_colors(colorsOf(appearance)) { }

int Theme::px(int length) const {
    return qRound(static_cast<qreal>(length) * m_scale);
}

QFont Theme::font(TextStyle style) const {
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC"),
        QStringLiteral("Source Han Sans SC"), QStringLiteral("sans-serif")});
    font.setStyleHint(QFont::SansSerif);
    int size = 14;
    bool strong = false;
    switch (style) {
    case TextStyle::Text:
        break;
    case TextStyle::Strong:
        strong = true;
        break;
    case TextStyle::Head:
        size = 15;
        strong = true;
        break;
    case TextStyle::Title:
        size = 20;
        strong = true;
        break;
    case TextStyle::Hint:
    case TextStyle::Key:
        size = 12;
        break;
    case TextStyle::HintStrong:
        size = 12;
        strong = true;
        break;
    case TextStyle::Figure:
        size = 28;
        strong = true;
        break;
    }
    font.setPixelSize(px(size));
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

int Theme::column(int width) const {
    constexpr qreal share = 0.3;
    return qRound(width * (1.0 + (m_scale - 1.0) * share));
}

QPalette Theme::palette() const {
    QPalette palette;
    palette.setColor(QPalette::Window, color(Token::Ground));
    palette.setColor(QPalette::WindowText, color(Token::Ink));
    palette.setColor(QPalette::Base, color(Token::Surface));
    palette.setColor(QPalette::AlternateBase, color(Token::Sunk));
    palette.setColor(QPalette::Text, color(Token::Ink));
    palette.setColor(QPalette::PlaceholderText, color(Token::Faint));
    palette.setColor(QPalette::Button, color(Token::Surface));
    palette.setColor(QPalette::ButtonText, color(Token::Ink));
    palette.setColor(QPalette::BrightText, color(Token::OnAccent));
    palette.setColor(QPalette::Highlight, color(Token::AccentGround));
    palette.setColor(QPalette::HighlightedText, color(Token::Ink));
    palette.setColor(QPalette::ToolTipBase, color(Token::Surface));
    palette.setColor(QPalette::ToolTipText, color(Token::Ink));
    palette.setColor(QPalette::Link, color(Token::Accent));
    palette.setColor(QPalette::LinkVisited, color(Token::Accent));
    palette.setColor(QPalette::Mid, color(Token::Line));
    palette.setColor(QPalette::Light, color(Token::Surface));
    palette.setColor(QPalette::Dark, color(Token::Outline));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Muted));
    return palette;
}

QString Theme::styleSheet() const {
    const auto name = [this](Token token) { return color(token).name(); };
    QString sheet = QStringLiteral(R"(
QAbstractScrollArea { background: @surface; border: none; }
QToolTip { background: @surface; color: @ink; border: 1px solid @line; padding: @4px @8px; }
QLineEdit, QPlainTextEdit, QComboBox {
    background: @surface; color: @ink; border: 1px solid @outline; border-radius: @radiusSmall;
    padding: 0 @10px; min-height: @32px; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit { padding: @4px @8px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid @accent; padding: 0 @9px; }
QPlainTextEdit:focus { padding: @3px @7px; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: @sunk; border: 1px solid @line; padding: 0 @10px; }
QLineEdit[given="true"], QComboBox[given="true"], QPlainTextEdit[given="true"] { background: @sunk; border: 1px solid @line; }
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"], QComboBox[faulty="true"] {
    background: @redGround; border: 2px solid @red; padding: 0 @9px; }
QComboBox::drop-down { border: none; width: @24px; }
QComboBox QAbstractItemView { background: @surface; color: @ink; border: 1px solid @line; outline: none;
    selection-background-color: @accentGround; selection-color: @ink; }
QListView, QTableView, QTreeView { background: @surface; color: @ink; border: none; outline: none;
    selection-background-color: @accentGround; selection-color: @ink; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line; padding: @4px @4px; }
QTreeView::item { padding: 1px @8px; }
QScrollBar:vertical { background: transparent; width: @10px; margin: 0; }
QScrollBar[onGround="true"]:vertical { background: @groundOfWindow; }
QScrollBar:horizontal { background: transparent; height: @10px; margin: 0; }
QScrollBar::handle { background: @outline; border-radius: @4px; min-height: @32px; min-width: @32px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QPushButton { background: @surface; color: @ink; border: 1px solid @outline; border-radius: @radiusSmall;
    padding: 0 @12px; min-height: @32px; }
QPushButton:focus { border: 2px solid @accent; padding: 0 @11px; }
QPushButton:disabled { background: @sunk; color: @muted; border: 1px solid @line; }
QPushButton[weight="main"] { background: @accent; color: @onAccent; border: 1px solid @accent; font-weight: 600; }
QPushButton[weight="main"]:focus { border: 2px solid @ink; }
QPushButton[menu="true"], QPushButton[quiet="true"] { text-align: left; }
QPushButton[quiet="true"] { background: transparent; color: @muted; border: none; padding: 0 @4px; min-height: @24px; }
QPushButton[quiet="true"]:hover { color: @accent; }
QCheckBox, QRadioButton { color: @ink; spacing: @8px; }
QScrollArea#screenFrame { background: @groundOfWindow; }
#card { background: @surface; border: 1px solid @line; border-radius: @radius; }
#topBar, #places, #actionBar { background: @surface; }
)");
    const auto put = [&sheet](const char* key, const QString& value) { sheet.replace(QLatin1String(key), value); };
    put("@groundOfWindow", name(Token::Ground));
    put("@surface", name(Token::Surface));
    put("@sunk", name(Token::Sunk));
    put("@line", name(Token::Line));
    put("@outline", name(Token::Outline));
    put("@ink", name(Token::Ink));
    put("@muted", name(Token::Muted));
    put("@accentGround", name(Token::AccentGround));
    put("@accent", name(Token::Accent));
    put("@onAccent", name(Token::OnAccent));
    put("@redGround", name(Token::RedGround));
    put("@red", name(Token::Red));
    put("@radiusSmall", QString::number(px(radiusSmall)) + QStringLiteral("px"));
    put("@radius", QString::number(px(radius)) + QStringLiteral("px"));
    for (const int length : {32, 24, 12, 11, 10, 9, 8, 7, 4, 3})
        sheet.replace(QStringLiteral("@%1px").arg(length), QStringLiteral("%1px").arg(px(length)));
    return sheet;
}

void applyTheme(QApplication& application, const Theme& theme) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setProperty(themeProperty, QVariant::fromValue(std::make_shared<const Theme>(theme)));
    QApplication::setPalette(theme.palette());
    QApplication::setFont(theme.font(TextStyle::Text));
    application.setStyleSheet(theme.styleSheet());
}

const Theme& currentTheme() {
    // It belongs to the application object, as palette and font do; a test with a new application starts anew.
    static const Theme fallback;
    if (!qApp)
        return fallback;
    const auto theme = qApp->property(themeProperty).value<std::shared_ptr<const Theme>>();
    return theme ? *theme : fallback;
}

qreal systemTextScale() {
    const qreal points = QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF();
    if (points <= 11.0)
        return 1.0;
    return std::min(points / 10.0, 2.0);
}

qreal contrast(const QColor& one, const QColor& other) {
    const auto luminance = [](const QColor& color) {
        const auto linear
            = [](qreal part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const qreal a = luminance(one);
    const qreal b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace yichuang::ui
