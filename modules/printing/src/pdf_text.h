// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawn_text.h"

#include <QByteArray>

namespace yichuang {

/// Makes a PDF written by QPdfWriter readable: each glyph's character becomes the one that was drawn. Qt itself names
/// the lowest code point that the font draws with the same glyph (a radical for 白, 青, 车 …) and none beyond the BMP.
///
/// `pages` is what was drawn on each page, in order. Where one glyph stood for two different characters in the file,
/// the rarer one is drawn by a second font over the same outlines. In memory only. Error: "paper.pdf".
[[nodiscard]] Result<QByteArray> withTrueText(const QByteArray& pdf, const std::vector<std::vector<DrawnText>>& pages);

} // namespace yichuang
