// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/registry.h>

#include <string_view>
#include <vector>

namespace yichuang {

/// Who may approve that an applicant's name or identity number is amended: chief representatives whose mandate to
/// decide covers the item on that day.
[[nodiscard]] std::vector<const Person*> approversOfAmendments(
    const Registry& registry, std::int64_t at, const Item& item, CivilDate date);

/// `field` of an `unmasked` entry that opens not one field but takes the whole case out of the hall, as a file.
inline constexpr std::string_view wholeCase = "case";

/// Who may agree that a case is taken out: supervisors (domain.md 10, "Exports": a chief representative exports, and a
/// supervisor agrees).
[[nodiscard]] std::vector<const Person*> approversOfExports(const Registry& registry, std::int64_t at);

} // namespace yichuang
