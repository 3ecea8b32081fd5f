// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>
#include <yichuang/printing/paper.h>

#include <QString>

namespace yichuang {

/// A filled template: HTML of the subset that QTextDocument reads, lengths in the layout's units.
struct FilledTemplate {
    QString html;
    QString styleSheet;
    int version = 1;
};

/// Fills the kind's template. Errors: "paper.incomplete", "paper.case_number", "paper.template".
[[nodiscard]] Result<FilledTemplate> fillTemplate(const PaperContent& content);

/// The sheet for setting a printer's offset.
[[nodiscard]] QString rulerTemplate(PaperSize size);

/// The line at the foot of each page: copy n of m, window, clerk, time, 补打, mark. Empty when there is nothing to say.
[[nodiscard]] QString footLine(const PaperContent& content);
/// Of the seal that belongs to the kind: 受理专用章, 印章 …; empty where the applicant alone signs.
[[nodiscard]] QString sealName(PaperKind kind);
/// 窗口已收 · 中心待确认 …; empty when not shown.
[[nodiscard]] QString markText(CentreMark mark);

} // namespace yichuang
