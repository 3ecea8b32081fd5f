// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_text.h"

#include "pdf_cmap.h"

#include <QGlyphRun>
#include <QTextLayout>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <exception>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace yichuang {

namespace {

/// One BT … ET as QPdfWriter writes it: one font, one code of two bytes per Tj.
struct WrittenText {
    std::string font; ///< resource name
    std::vector<std::string> codes;
};

/// Reads a page's content for its text.
class TextReader final : public QPDFObjectHandle::ParserCallbacks {
public:
    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            m_operands.push_back(object);
            return;
        }
        const std::string name = object.getOperatorValue();
        if (name == "BT") {
            m_texts.emplace_back();
        } else if (name == "Tf" && m_operands.size() >= 2 && !m_texts.empty()) {
            m_texts.back().font = m_operands.at(m_operands.size() - 2).getName();
        } else if (name == "Tj" && !m_operands.empty() && !m_texts.empty()) {
            m_texts.back().codes.push_back(m_operands.back().getStringValue());
        }
        m_operands.clear();
    }
    void handleEOF() override { }
    [[nodiscard]] const std::vector<WrittenText>& texts() const { return m_texts; }

private:
    std::vector<QPDFObjectHandle> m_operands;
    std::vector<WrittenText> m_texts;
};

bool isIgnored(char32_t point) {
    const bool isJoiner = (point >= 0x200b && point <= 0x200f) || point == 0x2060 || point == 0xfeff || point == 0xad;
    const bool isSelector = (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef);
    const bool isBreak = point == '\t' || point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029;
    return isJoiner || isSelector || isBreak;
}

bool isRightToLeft(const QString& text) {
    return std::any_of(text.begin(), text.end(),
        [](QChar character) { return character.direction() == QChar::DirR || character.direction() == QChar::DirAL; });
}

/// The text behind each glyph that a run draws, in order. Simple runs have a glyph a character; ligatures and combined
/// characters are asked of the layout. Empty when the glyphs' order can't be told from the text.
std::vector<QString> textsOfGlyphs(const DrawnText& drawn) {
    std::vector<QString> result;
    if (isRightToLeft(drawn.text)) {
        return result;
    }
    for (qsizetype i = 0; i < drawn.text.size(); ++i) {
        QString character {drawn.text.at(i)};
        if (drawn.text.at(i).isHighSurrogate() && i + 1 < drawn.text.size()) {
            character += drawn.text.at(++i);
        }
        const char32_t point = character.toUcs4().value(0);
        if (isIgnored(point) && !result.empty() && point >= 0xfe00) {
            result.back() += character; // a selector belongs to the character before it
        } else if (!isIgnored(point)) {
            result.push_back(character);
        }
    }
    return result;
}

std::vector<QString> textsOfClusters(const DrawnText& drawn) {
    QTextLayout layout {drawn.text, drawn.font};
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    std::vector<QString> result;
    for (int at = 0; at < drawn.text.size();) {
        const int next = std::max(at + 1, layout.nextCursorPosition(at, QTextLayout::SkipCharacters));
        qsizetype glyphs = 0;
        for (const QGlyphRun& run : layout.glyphRuns(at, next - at)) {
            glyphs += run.glyphIndexes().size();
        }
        for (qsizetype i = 0; i < glyphs; ++i) {
            result.push_back(i == 0 ? drawn.text.mid(at, next - at) : QString());
        }
        at = next;
    }
    return result;
}

/// What the glyph (font, code) stood for, and how often.
using GlyphKey = std::pair<std::string, std::string>;
using Meanings = std::map<QString, int>;

/// Per page and Tj: the text it stands for; for a whole BT … ET where glyphs and characters don't match one to one.
struct PagePlan {
    struct Text {
        std::string font;
        std::vector<QString> glyphTexts; ///< one per Tj, or empty
        QString whole; ///< ActualText, where needed
    };
    std::vector<Text> texts;
};

/// Second fonts over the same outlines, for characters that share their glyph with a more frequent one.
class Fonts {
public:
    void count(const std::string& font, const std::string& code, const QString& text) {
        ++m_meanings[{font, code}][text];
    }

    /// 0 = the font as it is, n = its n-th double.
    [[nodiscard]] int variantOf(const std::string& font, const std::string& code, const QString& text) const {
        const auto found = m_order.find({font, code});
        if (found == m_order.end()) {
            return 0;
        }
        const auto place = std::find(found->second.begin(), found->second.end(), text);
        return static_cast<int>(place - found->second.begin());
    }

    /// Most frequent meaning first, so that doubles stay rare.
    void settle() {
        for (const auto& [key, meanings] : m_meanings) {
            std::vector<QString>& order = m_order[key];
            for (const auto& meaning : meanings) {
                order.push_back(meaning.first);
            }
            std::stable_sort(
                order.begin(), order.end(), [&counts = meanings](const QString& left, const QString& right) {
                    return counts.at(left) > counts.at(right);
                });
            int& variants = m_variants[key.first];
            variants = std::max(variants, static_cast<int>(order.size()));
        }
    }

    [[nodiscard]] int variants(const std::string& font) const {
        const auto found = m_variants.find(font);
        return found == m_variants.end() ? 1 : found->second;
    }

    [[nodiscard]] std::map<std::string, QString> meaningsOf(const std::string& font, int variant) const {
        std::map<std::string, QString> result;
        for (auto at = m_order.lower_bound({font, {}}); at != m_order.end() && at->first.first == font; ++at) {
            const std::size_t place = std::min(static_cast<std::size_t>(variant), at->second.size() - 1);
            result[at->first.second] = at->second.at(place);
        }
        return result;
    }

private:
    std::map<GlyphKey, Meanings> m_meanings;
    std::map<GlyphKey, std::vector<QString>> m_order;
    std::map<std::string, int> m_variants;
};

std::string variantName(const std::string& font, int variant) {
    return variant == 0 ? font : font + "v" + std::to_string(variant);
}

/// Writes the content anew: a Tj whose character shares its glyph is set in the double, what has no one-to-one text
/// gets an ActualText.
class TextWriter final : public QPDFObjectHandle::TokenFilter {
public:
    TextWriter(PagePlan plan, const Fonts& fonts)
        : m_plan(std::move(plan))
        , m_fonts(fonts) { }

    void handleToken(const QPDFTokenizer::Token& token) override {
        const QPDFTokenizer::token_type_e type = token.getType();
        if (type == QPDFTokenizer::tt_word) {
            handleWord(token);
            return;
        }
        if (type == QPDFTokenizer::tt_name) {
            m_font = token.getValue();
        } else if (type == QPDFTokenizer::tt_integer || type == QPDFTokenizer::tt_real) {
            m_number = token.getValue();
        } else if (type == QPDFTokenizer::tt_string && m_text != nullptr) {
            m_code = token.getValue();
            const int variant = currentVariant();
            if (variant > 0) {
                write(variantName(m_text->font, variant) + " " + m_size + " Tf ");
                m_isDouble = true;
            }
        }
        writeToken(token);
    }

private:
    void handleWord(const QPDFTokenizer::Token& token) {
        const std::string word = token.getValue();
        if (word == "BT") {
            m_text = m_next < m_plan.texts.size() ? &m_plan.texts[m_next++] : nullptr;
            m_glyph = 0;
            if (m_text != nullptr && !m_text->whole.isEmpty()) {
                write("/Span <</ActualText <FEFF" + utf16Hex(m_text->whole) + ">>> BDC\n");
                m_isSpan = true;
            }
        } else if (word == "Tf") {
            m_size = m_number;
        }
        writeToken(token);
        if (word == "Tj") {
            ++m_glyph;
            if (m_isDouble) {
                write(" " + m_text->font + " " + m_size + " Tf");
                m_isDouble = false;
            }
        } else if (word == "ET") {
            if (m_isSpan) {
                write("\nEMC");
                m_isSpan = false;
            }
            m_text = nullptr;
        }
    }

    [[nodiscard]] int currentVariant() const {
        if (m_text->glyphTexts.empty() || m_glyph >= m_text->glyphTexts.size()) {
            return 0;
        }
        return m_fonts.variantOf(m_text->font, m_code, m_text->glyphTexts[m_glyph]);
    }

    PagePlan m_plan;
    const Fonts& m_fonts;
    const PagePlan::Text* m_text = nullptr;
    std::size_t m_next = 0;
    std::size_t m_glyph = 0;
    std::string m_font;
    std::string m_number;
    std::string m_size;
    std::string m_code;
    bool m_isDouble = false;
    bool m_isSpan = false;
};

/// Nothing but breaks, joiners and selectors: some fonts draw a blank glyph for it, others none.
bool isSilent(const DrawnText& run) {
    return !isRightToLeft(run.text) && textsOfGlyphs(run).empty();
}

/// The runs that have a BT … ET of their own. Empty when the counts leave that open.
std::optional<std::vector<DrawnText>> runsWritten(const std::vector<DrawnText>& drawn, std::size_t written) {
    if (drawn.size() == written) {
        return drawn;
    }
    std::vector<DrawnText> result;
    std::copy_if(
        drawn.begin(), drawn.end(), std::back_inserter(result), [](const DrawnText& run) { return !isSilent(run); });
    if (result.size() != written) {
        return std::nullopt;
    }
    return result;
}

/// Lays what was drawn beside what was written. Empty when they don't go together.
std::optional<PagePlan> planOf(
    const std::vector<WrittenText>& written, const std::vector<DrawnText>& drawn, Fonts& fonts) {
    const std::optional<std::vector<DrawnText>> runs = runsWritten(drawn, written.size());
    if (!runs) {
        return std::nullopt;
    }
    PagePlan plan;
    for (std::size_t at = 0; at < written.size(); ++at) {
        const DrawnText& run = runs->at(at);
        const WrittenText& there = written[at];
        std::vector<QString> texts = isSilent(run) ? std::vector<QString> {run.text} : textsOfGlyphs(run);
        if (texts.size() != there.codes.size()) {
            texts = isRightToLeft(run.text) ? std::vector<QString> {} : textsOfClusters(run);
        }
        if (texts.size() != there.codes.size()
            || std::any_of(texts.begin(), texts.end(), [](const QString& text) { return text.isEmpty(); })) {
            plan.texts.push_back({there.font, {}, run.text});
            continue;
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            fonts.count(there.font, there.codes[i], texts[i]);
        }
        // Spaced-out titles would be read back with blanks between their characters.
        plan.texts.push_back({there.font, std::move(texts), run.font.letterSpacing() > 0 ? run.text : QString()});
    }
    return plan;
}

/// QPdfWriter names a font by its object, so one name is one font in the whole file.
void writeFonts(QPDF& pdf, std::vector<QPDFPageObjectHelper>& pages, const Fonts& fonts) {
    std::map<std::string, QPDFObjectHandle> doubles;
    for (QPDFPageObjectHelper& page : pages) {
        QPDFObjectHandle all = page.getAttribute("/Resources", true).getKey("/Font");
        if (!all.isDictionary()) {
            continue;
        }
        for (const std::string& name : all.getKeys()) {
            QPDFObjectHandle font = all.getKey(name);
            for (int variant = 0; variant < fonts.variants(name); ++variant) {
                const std::string own = variantName(name, variant);
                auto found = doubles.find(own);
                if (found == doubles.end()) {
                    QPDFObjectHandle target = variant == 0 ? font : pdf.makeIndirectObject(font.shallowCopy());
                    target.replaceKey(
                        "/ToUnicode", QPDFObjectHandle::newStream(&pdf, toUnicodeMap(fonts.meaningsOf(name, variant))));
                    found = doubles.emplace(own, target).first;
                }
                all.replaceKey(own, found->second);
            }
        }
    }
}

} // namespace

Result<QByteArray> withTrueText(const QByteArray& pdf, const std::vector<std::vector<DrawnText>>& pages) {
    try {
        QPDF file;
        file.processMemoryFile("paper", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        std::vector<QPDFPageObjectHelper> sheets = QPDFPageDocumentHelper(file).getAllPages();
        if (sheets.size() != pages.size()) {
            return failure("paper.pdf", {}, "the file has another number of pages than were drawn");
        }
        Fonts fonts;
        std::vector<PagePlan> plans;
        for (std::size_t page = 0; page < sheets.size(); ++page) {
            TextReader reader;
            sheets[page].parseContents(&reader);
            std::optional<PagePlan> plan = planOf(reader.texts(), pages[page], fonts);
            if (!plan) {
                return failure("paper.pdf", {}, "page " + std::to_string(page + 1) + " has other text than was drawn");
            }
            plans.push_back(*std::move(plan));
        }
        fonts.settle();
        writeFonts(file, sheets, fonts);
        for (std::size_t page = 0; page < sheets.size(); ++page) {
            sheets[page].addContentTokenFilter(std::make_shared<TextWriter>(std::move(plans[page]), fonts));
        }
        QPDFWriter writer {file};
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.write();
        const std::shared_ptr<Buffer> result = writer.getBufferSharedPointer();
        return QByteArray {
            reinterpret_cast<const char*>(result->getBuffer()), static_cast<qsizetype>(result->getSize())};
    } catch (const std::exception& fault) {
        return failure("paper.pdf", {}, fault.what());
    }
}

} // namespace yichuang
