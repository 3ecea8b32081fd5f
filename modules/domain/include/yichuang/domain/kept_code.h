// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/form.h>
#include <yichuang/domain/identifiers.h>

#include <string>
#include <string_view>

namespace yichuang {

/// Whether a number that `identify` refused for that reason may be kept after comparison with the original: a credit
/// code whose check does not fit the standard may stand in the register all the same (domain.md 4). Any other fault is
/// a slip.
[[nodiscard]] bool mayBeKeptAfterComparison(IdentifierKind kind, std::string_view reason);

/// How such a code is kept: without blanks and hyphens, in upper case.
[[nodiscard]] std::string keptCode(std::string_view typed);

/// Why the value at `path` was kept (see keepAfterComparison); empty if it was not.
[[nodiscard]] std::string reasonOfKeeping(const FormValues& values, std::string_view path);

} // namespace yichuang
