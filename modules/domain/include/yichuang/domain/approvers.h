// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/registry.h>

#include <vector>

namespace yichuang {

/// Who may approve that an applicant's name or identity number is amended: chief representatives whose mandate to
/// decide covers the item on that day.
[[nodiscard]] std::vector<const Person*> approversOfAmendments(
    const Registry& registry, std::int64_t at, const Item& item, CivilDate date);

} // namespace yichuang
