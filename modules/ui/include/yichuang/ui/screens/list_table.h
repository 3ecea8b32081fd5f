// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>
#include <yichuang/workflows/views.h>

#include <QByteArray>
#include <QList>

namespace yichuang::ui {

/// A list of cases for a spreadsheet: CSV (RFC 4180) in UTF-8 with a mark, as Excel and WPS read it, its headings in
/// the language of the screen. It names no person: a table of persons takes two people's consent (domain.md 10,
/// "Exports").
[[nodiscard]] QByteArray listTable(const QList<CaseRow>& rows, CivilDate today);

} // namespace yichuang::ui
