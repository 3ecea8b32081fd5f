// SPDX-License-Identifier: GPL-3.0-or-later
#include "fonts.h"

#include <yichuang/printing/render.h>

#include <QGlyphRun>
#include <QPainterPath>
#include <QRawFont>
#include <QSet>
#include <QTextLayout>

namespace yichuang {

namespace {

QFont fontOf(const QStringList& families, double points) {
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(static_cast<int>(points * unitsPerPoint));
    // Unhinted: the same widths on every screen, printer and machine.
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::PreferOutline | QFont::PreferAntialias));
    return font;
}

/// Characters that turn or hide their neighbours, or stand for nothing: no paper bears them.
bool isForbidden(char32_t point) {
    const bool isBidiControl = point == 0x200e || point == 0x200f || (point >= 0x202a && point <= 0x202e)
        || (point >= 0x2066 && point <= 0x2069) || point == 0x061c;
    const bool isControl
        = (point < 0x20 && point != '\t' && point != '\n' && point != '\r') || (point >= 0x7f && point < 0xa0);
    const bool isNoCharacter = point > 0x10ffff || (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef)
        || (point >= 0xd800 && point <= 0xdfff) || point == 0xfffc || point == 0xfffd;
    return isBidiControl || isControl || isNoCharacter;
}

bool isInvisible(char32_t point) {
    // Joiners and variation selectors ride on their neighbour and need no glyph.
    const bool isJoiner = point == 0x200b || point == 0x200c || point == 0x200d || point == 0x2060 || point == 0xfeff;
    const bool isSelector = (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef);
    return isJoiner || isSelector || QChar::isSpace(point) || point == 0x2028 || point == 0x2029;
}

/// Asks the layout itself, with the fonts and fallbacks that a paper is printed with.
bool isDrawn(char32_t point) {
    QTextLayout layout {QString::fromUcs4(&point, 1), paperFont(12)};
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    if (runs.isEmpty()) {
        return false;
    }
    for (const QGlyphRun& run : runs) {
        for (const quint32 glyph : run.glyphIndexes()) {
            // A glyph without an outline is a coloured picture (emoji): no ink for an official paper.
            if (glyph == 0 || run.rawFont().pathForGlyph(glyph).isEmpty()) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

QFont paperFont(double points) {
    return fontOf({QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Noto Sans CJK SC"),
                      QStringLiteral("BabelStone Han"), QStringLiteral("HanaMinA"), QStringLiteral("HanaMinB")},
        points);
}

QFont slipFont(double points) {
    return fontOf({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Serif CJK SC"),
                      QStringLiteral("BabelStone Han"), QStringLiteral("HanaMinA"), QStringLiteral("HanaMinB")},
        points);
}

std::vector<char32_t> undrawableCharacters(const QString& text) {
    std::vector<char32_t> result;
    QSet<char32_t> seen;
    // The paper's own face answers for nearly everything without a layout.
    const QRawFont face = QRawFont::fromFont(paperFont(12));
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t point = text.at(i).unicode();
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            point = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        if (seen.contains(point)) {
            continue;
        }
        seen.insert(point);
        if (isForbidden(point)
            || (!isInvisible(point) && !(face.isValid() && face.supportsCharacter(point)) && !isDrawn(point))) {
            result.push_back(point);
        }
    }
    return result;
}

} // namespace yichuang
