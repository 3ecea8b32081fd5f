// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/registry.h>
#include <yichuang/printing/paper.h>
#include <yichuang/workflows/views.h>

namespace yichuang {

/// What every paper of a hall bears.
struct PaperFrame {
    QString hallName;
    bool demonstration = false; ///< a specimen seal instead of the empty place
};

/// The content of the paper that `due.source` called for. Dates are those that the entry itself had set: a printed date
/// is recorded as printed. Errors: "paper.not_due" if the entry calls for no such paper.
[[nodiscard]] Result<PaperContent> paperContentOf(
    const CaseView& view, const DuePaper& due, const Registry& registry, const PaperFrame& frame);

/// The sheet that anybody may take along before she applies: what the item asks for, by when, at what fee (domain.md
/// 5). It belongs to no case and bears no number.
[[nodiscard]] PaperContent processSheetOf(const Item& item, const PaperFrame& frame);

/// All papers that the entries of the timeline call for, in order, with the ordinal each bears: that of its first
/// print, or the next free one in the order in which they were called for.
[[nodiscard]] QList<DuePaper> papersCalledFor(const QList<TimelineEntry>& timeline);
[[nodiscard]] QList<PrintedPaper> papersPrinted(const QList<TimelineEntry>& timeline);

} // namespace yichuang
