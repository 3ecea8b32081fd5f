// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/printing/render.h>

#include <QFont>

#include <vector>

namespace yichuang {

/// One run of text as a painter is told to draw it: one font, one line.
struct DrawnText {
    QString text;
    QFont font;
};

/// What a page draws, in the order in which any paint engine is told it.
[[nodiscard]] std::vector<DrawnText> drawnTexts(const LaidOutPaper& paper, int page);

} // namespace yichuang
