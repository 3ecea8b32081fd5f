// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace yichuang {

/// The layout's unit: so many to a point of 1/72 inch. Fine enough that rounding to whole units is never seen.
inline constexpr int unitsPerPoint = 20;

/// Papers: Noto Serif CJK SC; what it lacks comes from the sans and then from BabelStone Han. Size in points.
[[nodiscard]] QFont paperFont(double points);
/// The 80 mm roll: Noto Sans CJK SC, the same fallbacks.
[[nodiscard]] QFont slipFont(double points);

} // namespace yichuang
