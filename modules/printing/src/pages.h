// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/printing/render.h>

#include <QTextDocument>

#include <memory>

namespace yichuang {

/// What a paper is made of once it is laid out.
struct LaidOutPaper::Pages {
    std::unique_ptr<QTextDocument> document;
    PaperSize size = PaperSize::A4;
    QSizeF pageMillimetres;
    QSizeF contentUnits; ///< width and height of a page's text
    QPointF originUnits; ///< its top left corner
    int count = 1;
    QString foot;
    QString caseNumber; ///< grouped, for the pages after the first

    /// Breaks the document into pages of the size; on the roll one page as long as the text.
    void setOnPages();
    void paint(QPainter& painter, int page) const;

private:
    void paintFoot(QPainter& painter, int page) const;
};

} // namespace yichuang
