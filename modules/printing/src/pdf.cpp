// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_text.h"
#include "pdf_text.h"
#include "template.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <yichuang/qtbridge/values.h>

namespace yichuang {

namespace {

constexpr int pdfDotsPerInch = 1440;

QPageLayout pageLayoutOf(const LaidOutPaper& paper) {
    const QPageSize size {paper.pageSizeMillimetres(), QPageSize::Millimeter, {}, QPageSize::ExactMatch};
    return {size, QPageLayout::Portrait, QMarginsF {}, QPageLayout::Millimeter};
}

} // namespace

Result<QByteArray> renderPdf(const PaperContent& content) {
    return renderPdf(std::vector<PaperContent> {content});
}

Result<QByteArray> renderPdf(const std::vector<PaperContent>& contents) {
    if (contents.empty()) {
        return failure("paper.pdf", {}, "no paper given");
    }
    QByteArray raw;
    QBuffer buffer {&raw};
    buffer.open(QIODevice::WriteOnly);
    std::vector<std::vector<DrawnText>> pages;
    {
        QPdfWriter writer {&buffer};
        writer.setResolution(pdfDotsPerInch);
        writer.setTitle(toQString(titleOf(contents.front().kind)));
        writer.setCreator(QStringLiteral("Yichuang"));
        QPainter painter;
        for (const PaperContent& content : contents) {
            const Result<LaidOutPaper> paper = layOutPaper(content);
            if (!paper) {
                return tl::unexpected<Error> {paper.error()};
            }
            writer.setPageLayout(pageLayoutOf(*paper));
            for (int page = 0; page < paper->pageCount(); ++page) {
                const bool isReady = painter.isActive() ? writer.newPage() : painter.begin(&writer);
                if (!isReady) {
                    return failure("paper.pdf", {}, "the PDF writer did not start a page");
                }
                paper->paintPage(painter, page, pdfDotsPerInch / 72.0);
                pages.push_back(drawnTexts(*paper, page));
            }
        }
        painter.end();
    }
    return withTrueText(raw, pages);
}

Result<std::string> contentHash(const PaperContent& content) {
    PaperContent same = content;
    same.copy = 1;
    same.copies = 1;
    same.reprint = 0;
    same.mark = CentreMark::NotShown;
    const Result<FilledTemplate> filled = fillTemplate(same);
    if (!filled) {
        return tl::unexpected<Error> {filled.error()};
    }
    QCryptographicHash hash {QCryptographicHash::Sha256};
    hash.addData(toQString(toText(content.kind)).toUtf8());
    hash.addData(QByteArray::number(filled->version));
    hash.addData(filled->html.toUtf8());
    hash.addData(footLine(same).toUtf8());
    return hash.result().toHex().toStdString();
}

} // namespace yichuang
