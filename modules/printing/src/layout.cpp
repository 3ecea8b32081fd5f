// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_text.h"
#include "fonts.h"
#include "ornaments.h"
#include "pages.h"
#include "template.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace yichuang {

namespace {

constexpr double pointsPerMillimetre = 72 / 25.4;
constexpr double a4Width = 210;
constexpr double a4Height = 297;
constexpr double a4Margin = 18;
constexpr double footHeightPoints = 18;
constexpr double rollWidth = 80;
constexpr double rollSideMargin = 4;
constexpr double rollTopMargin = 5;
constexpr double rollBottomMargin = 8;
constexpr double titleSpacingPoints = 6;
constexpr double decisionSpacingPoints = 3; // longer titles
constexpr int longestUnsplitLines = 3;

double units(double millimetres) {
    return millimetres * pointsPerMillimetre * unitsPerPoint;
}

/// A paragraph's end mark has the document's size and would widen the last line of a smaller paragraph.
void evenOutLastLines(QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!block.begin().atEnd()) {
            QTextCursor {block}.setBlockCharFormat(block.begin().fragment().charFormat());
        }
    }
}

/// QTextDocument's style sheets know no justified text; what is indented is body, and body is justified.
void justifyBody(QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().textIndent() > 0) {
            QTextBlockFormat format;
            format.setAlignment(Qt::AlignJustify);
            QTextCursor {block}.mergeBlockFormat(format);
        }
    }
}

/// Titles are spaced out by the setting, not by blanks in the text: they are found by a search.
void spaceOutTitles(QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() != 1) {
            continue;
        }
        QTextCursor cursor {block};
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat format;
        const double points = block.length() > 8 ? decisionSpacingPoints : titleSpacingPoints;
        format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        format.setFontLetterSpacing(points * unitsPerPoint);
        cursor.mergeCharFormat(format);
    }
}

QTextTable* tableWithCode(const QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            if (format.isImageFormat() && format.toImageFormat().name() == QLatin1String("qr")) {
                return QTextCursor {block}.currentTable();
            }
        }
    }
    return nullptr;
}

void breakBefore(const QTextBlock& block) {
    QTextBlockFormat format;
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor {block}.mergeBlockFormat(format);
}

/// Number, seal and signature stay on one page, with the paragraph before them, so that no page bears a seal alone.
void keepTailTogether(QTextDocument& document, double pageHeight) {
    QTextTable* table = tableWithCode(document);
    if (table == nullptr) {
        return;
    }
    const QAbstractTextDocumentLayout& layout = *document.documentLayout();
    const QTextBlock before = document.findBlock(table->firstPosition() - 1);
    QTextBlock last = document.findBlock(table->lastPosition() + 1);
    while (last.isValid() && last.next().isValid() && QTextCursor {last.next()}.currentTable() == nullptr
        && last.next().blockFormat().headingLevel() == 0) {
        last = last.next();
    }
    const QRectF tableRect = layout.frameBoundingRect(table);
    double bottom = tableRect.bottom();
    if (last.isValid() && last.position() > table->lastPosition()) {
        bottom = std::max(bottom, layout.blockBoundingRect(last).bottom());
    }
    const auto pageOf = [pageHeight](double y) { return std::floor(y / pageHeight); };
    const double bottomBefore = layout.blockBoundingRect(before).bottom();
    if (pageOf(tableRect.top()) == pageOf(bottom - 1) && pageOf(bottomBefore - 1) == pageOf(bottom - 1)) {
        return;
    }
    if (before.isValid() && before.position() > 0 && QTextCursor {before}.currentTable() == nullptr
        && before.blockFormat().headingLevel() == 0) {
        breakBefore(before);
        return;
    }
    QTextTableFormat format = table->format();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    table->setFormat(format);
}

/// A short paragraph is not split between pages, and no heading stays behind alone.
void avoidWidows(QTextDocument& document, double pageHeight) {
    const QAbstractTextDocumentLayout& layout = *document.documentLayout();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (QTextCursor {block}.currentTable() != nullptr || block.layout()->lineCount() < 2
            || block.layout()->lineCount() > longestUnsplitLines) {
            continue;
        }
        const QRectF rect = layout.blockBoundingRect(block);
        if (std::floor(rect.top() / pageHeight) != std::floor((rect.bottom() - 1) / pageHeight)) {
            breakBefore(block);
        }
    }
}

} // namespace

void LaidOutPaper::Pages::paint(QPainter& painter, int page) const {
    painter.save();
    painter.translate(originUnits);
    if (size == PaperSize::A4) {
        paintFoot(painter, page);
    }
    const double top = page * contentUnits.height();
    painter.translate(0, -top);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF {-originUnits.x(), top, contentUnits.width() + 2 * originUnits.x(), contentUnits.height()};
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(context.clip);
    document->documentLayout()->draw(&painter, context);
    painter.restore();
}

void LaidOutPaper::Pages::paintFoot(QPainter& painter, int page) const {
    painter.save();
    painter.setFont(paperFont(9));
    painter.setPen(QColor {0x33, 0x33, 0x33});
    const QRectF place {
        0, contentUnits.height() + 2 * unitsPerPoint, contentUnits.width(), (footHeightPoints - 2) * unitsPerPoint};
    if (!foot.isEmpty()) {
        painter.drawText(place, Qt::AlignLeft | Qt::AlignBottom, foot);
    }
    if (count > 1) {
        QString pages = QStringLiteral("第 %1 页，共 %2 页").arg(page + 1).arg(count);
        if (page > 0 && !caseNumber.isEmpty()) {
            pages = caseNumber + QStringLiteral("　") + pages;
        }
        painter.drawText(place, Qt::AlignRight | Qt::AlignBottom, pages);
    }
    painter.restore();
}

void LaidOutPaper::Pages::setOnPages() {
    QTextDocument& text = *document;
    if (size == PaperSize::Roll80) {
        const double width = units(rollWidth - 2 * rollSideMargin);
        text.setTextWidth(width);
        const double height = text.documentLayout()->documentSize().height();
        contentUnits = {width, height};
        originUnits = {units(rollSideMargin), units(rollTopMargin)};
        pageMillimetres = {rollWidth, std::ceil(height / units(1)) + rollTopMargin + rollBottomMargin};
    } else {
        const double height = units(a4Height - 2 * a4Margin) - footHeightPoints * unitsPerPoint;
        contentUnits = {units(a4Width - 2 * a4Margin), std::floor(height)};
        originUnits = {units(a4Margin), units(a4Margin)};
        pageMillimetres = {a4Width, a4Height};
        text.setPageSize(contentUnits);
        avoidWidows(text, contentUnits.height());
        keepTailTogether(text, contentUnits.height());
        count = text.pageCount();
    }
}

LaidOutPaper::LaidOutPaper(std::unique_ptr<Pages> pages)
    : m_pages(std::move(pages)) { }
LaidOutPaper::LaidOutPaper(LaidOutPaper&&) noexcept = default;
LaidOutPaper& LaidOutPaper::operator=(LaidOutPaper&&) noexcept = default;
LaidOutPaper::~LaidOutPaper() = default;

int LaidOutPaper::pageCount() const {
    return m_pages->count;
}

QSizeF LaidOutPaper::pageSizeMillimetres() const {
    return m_pages->pageMillimetres;
}

void LaidOutPaper::paintPage(QPainter& painter, int page, double painterUnitsPerPoint) const {
    painter.save();
    const double scale = painterUnitsPerPoint / unitsPerPoint;
    painter.scale(scale, scale);
    m_pages->paint(painter, page);
    painter.restore();
}

QImage LaidOutPaper::image(int page, int dotsPerInch) const {
    const double dotsPerMillimetre = dotsPerInch / 25.4;
    QImage result {(m_pages->pageMillimetres * dotsPerMillimetre).toSize(), QImage::Format_RGB32};
    result.setDotsPerMeterX(static_cast<int>(std::lround(dotsPerMillimetre * 1000)));
    result.setDotsPerMeterY(result.dotsPerMeterX());
    result.fill(Qt::white);
    QPainter painter {&result};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintPage(painter, page, dotsPerInch / 72.0);
    return result;
}

QString LaidOutPaper::text() const {
    QString result;
    for (int page = 0; page < m_pages->count; ++page) {
        for (const DrawnText& drawn : drawnTexts(*this, page)) {
            result += drawn.text + QLatin1Char('\n');
        }
    }
    return result;
}

Result<LaidOutPaper> layOutPaper(const PaperContent& content) {
    const Result<FilledTemplate> filled = fillTemplate(content);
    if (!filled) {
        return tl::unexpected<Error> {filled.error()};
    }
    auto pages = std::make_unique<LaidOutPaper::Pages>();
    pages->size = sizeOf(content.kind);
    const bool isRoll = pages->size == PaperSize::Roll80;
    pages->document = std::make_unique<QTextDocument>();
    QTextDocument& document = *pages->document;
    document.setDocumentMargin(0);
    document.setUseDesignMetrics(true);
    document.setDefaultFont(isRoll ? slipFont(9.5) : paperFont(14));
    document.setDefaultStyleSheet(filled->styleSheet);
    const QString seal = content.seal == SealPlace::Specimen && !sealName(content.kind).isEmpty()
        ? sealName(content.kind) + QStringLiteral("（样）")
        : QString();
    document.documentLayout()->registerHandler(
        QTextFormat::ImageObject, new Ornaments {qrCode(content.caseNo), seal, &document});
    document.setHtml(filled->html);
    evenOutLastLines(document);
    justifyBody(document);
    spaceOutTitles(document);

    const std::vector<char32_t> missing
        = undrawableCharacters(document.toPlainText().remove(QChar::ObjectReplacementCharacter) + footLine(content));
    if (!missing.empty()) {
        return failure("paper.undrawable",
            {{"characters", QString::fromUcs4(missing.data(), static_cast<qsizetype>(missing.size())).toStdString()}});
    }

    pages->setOnPages();
    pages->foot = footLine(content);
    if (!content.caseNo.empty()) {
        pages->caseNumber = toQString(std::string_view {groupedCaseNo(content.caseNo)});
    }
    return LaidOutPaper {std::move(pages)};
}

LaidOutPaper layOutRuler(PaperSize size) {
    auto pages = std::make_unique<LaidOutPaper::Pages>();
    pages->size = size;
    pages->document = std::make_unique<QTextDocument>();
    QTextDocument& document = *pages->document;
    document.setDocumentMargin(0);
    document.setUseDesignMetrics(true);
    document.setDefaultFont(slipFont(9.5));
    document.documentLayout()->registerHandler(QTextFormat::ImageObject, new Ornaments {{}, {}, &document});
    document.setHtml(rulerTemplate(size));
    pages->setOnPages();
    return LaidOutPaper {std::move(pages)};
}

Result<std::vector<QImage>> renderImages(const PaperContent& content, int dotsPerInch) {
    const Result<LaidOutPaper> paper = layOutPaper(content);
    if (!paper) {
        return tl::unexpected<Error> {paper.error()};
    }
    std::vector<QImage> images;
    for (int page = 0; page < paper->pageCount(); ++page) {
        images.push_back(paper->image(page, dotsPerInch));
    }
    return images;
}

} // namespace yichuang
