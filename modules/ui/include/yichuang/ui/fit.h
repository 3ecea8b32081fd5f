// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace yichuang::ui {

/// Texts of visible labels, buttons, chips and key caps inside `window` that do not find room where they stand, each
/// with what it would need. For the tour and the tests: a word that nobody can read is a defect. What ends in "…" by
/// intent, and tells the rest in its tool tip, is none.
[[nodiscard]] QStringList cutTexts(const QWidget& window);

/// Visible parts of `window` that would have to be scrolled sideways, each with who asks for so much: a page is read
/// downwards only.
[[nodiscard]] QStringList wideAreas(const QWidget& window);

/// All that can be read on the visible labels and buttons inside `window`.
[[nodiscard]] QStringList shownTexts(const QWidget& window);

} // namespace yichuang::ui
