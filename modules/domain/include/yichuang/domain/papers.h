// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/entry.h>

#include <string_view>
#include <vector>

namespace yichuang {

/// Which papers an entry calls for (domain.md 2.3 "Document", 6), by the names that `printing` knows:
/// "material_receipt", "acceptance_notice", "correction_notice" … Empty for most.
[[nodiscard]] std::vector<std::string_view> papersOf(const Entry& entry);

/// Whether two papers of one entry are the same document on another roll: the receipt on A4 and its slip of 80 mm have
/// one number, and whoever was given the one is not owed the other.
[[nodiscard]] bool sameDocument(std::string_view paper, std::string_view other);

/// What may be handed out before the centre knows the entry: receipts, notices and a decision on the spot. A chief's
/// grant or refusal, and the delivery that rests on it, waits: two legal truths on paper are worse than ten minutes.
[[nodiscard]] bool mayBeHandedOutBeforeTheCentreKnows(const Entry& entry);

} // namespace yichuang
