// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

#include <array>
#include <memory>

class QApplication;
class QPainter;
class QWidget;

namespace yichuang::ui {

enum class Appearance { Light, Dark, HighContrast };

/// The names of all colours. No colour is written anywhere else.
enum class Token {
    Ground, ///< window
    Surface, ///< cards, fields
    Sunk, ///< given values, key caps
    Line, ///< rules
    Outline, ///< borders of what can be typed into or pressed
    Ink, ///< text
    Muted, ///< labels
    Faint, ///< hints only, never the sole bearer of a fact
    Accent, ///< focus, selection, the one main action
    OnAccent, ///< text on Accent, on Red
    AccentGround,
    AccentSoft, ///< days still to come on the ribbon; its text is Ink-like
    OnAccentSoft,
    Red,
    RedGround,
    Amber,
    AmberGround,
    AmberMark, ///< the yellow triangle, the alert ring, the hatching: shapes, never text
    Green,
    GreenGround,
    ChipGround, ///< under a neutral chip, a touch darker than Ground
    Track ///< the empty part of a progress bar
};
inline constexpr int tokenCount = static_cast<int>(Token::Track) + 1;

enum class TextStyle { Text, Strong, Head, Title, Hint, HintStrong, Figure, Key };

/// All tokens of one appearance at one text scale. A value; GUI thread.
class Theme {
public:
    explicit Theme(Appearance appearance = Appearance::Light, qreal scale = 1.0);

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    [[nodiscard]] qreal scale() const { return m_scale; }
    /// So large that what stands side by side at 100 % finds room below one another only.
    [[nodiscard]] bool hasLargeText() const { return m_scale > largestUsualScale; }
    [[nodiscard]] QColor color(Token token) const { return m_colors[static_cast<std::size_t>(token)]; }
    [[nodiscard]] QFont font(TextStyle style) const;
    /// A length in device-independent pixels at 100 %, scaled with the text.
    [[nodiscard]] int px(int length) const;
    /// Width of a column beside the main one: grows less than the text, since the screen does not grow at all.
    [[nodiscard]] int column(int width) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

    static constexpr qreal largestUsualScale = 1.1;
    static constexpr int spaceTiny = 4;
    static constexpr int spaceSmall = 8;
    static constexpr int space = 12;
    static constexpr int spaceLarge = 16;
    static constexpr int radiusSmall = 4;
    static constexpr int radius = 6;
    static constexpr int rowHeight = 52;

private:
    Appearance m_appearance;
    qreal m_scale;
    std::array<QColor, tokenCount> m_colors;
};

/// Fusion, palette, font and the generated style sheet for the whole program. May be called again to change the
/// appearance.
void applyTheme(QApplication& application, const Theme& theme);
/// The theme that applyTheme() gave to the running application; a light one before that.
[[nodiscard]] const Theme& currentTheme();
/// How much larger than usual the desktop asks text to be: 1.0 for 9 to 11 points, up to 2.0.
[[nodiscard]] qreal systemTextScale();

/// Contrast of two colours by WCAG 2.1, 1 to 21.
[[nodiscard]] qreal contrast(const QColor& one, const QColor& other);

} // namespace yichuang::ui
