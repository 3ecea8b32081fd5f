// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/case_state.h>
#include <yichuang/domain/result.h>

#include <string>
#include <string_view>

namespace yichuang {

/// What a case's row seals: the fold and what lists show of it.
struct SealedRow {
    CaseState state;
    std::string applicant;
    friend bool operator==(const SealedRow&, const SealedRow&) = default;
};

/// Compact bytes of a row. They are a cache of the journal, so their form may change with any release: bytes of another
/// form are no error of the file, the case is folded anew.
[[nodiscard]] std::string encodeRow(const SealedRow& row);
/// Error "storage.row_form".
[[nodiscard]] Result<SealedRow> decodeRow(std::string_view bytes);

} // namespace yichuang
