// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/entry.h>
#include <yichuang/domain/item.h>

#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// An article as a public organ writes it: 护士条例第八条 → 《护士条例》第八条, and the licensing law by its whole
/// name. What names no article, or is written so already, stays as it is.
[[nodiscard]] std::string citation(const std::string& article);

/// The ground of a non-acceptance or an end (2.3: 8, 24, 25), as a sentence of the paper. Empty for none and for one
/// that is not of the list.
[[nodiscard]] std::string sentenceOfGround(std::string_view ground);

/// The article of the licensing law that the ground of a non-acceptance stands in.
[[nodiscard]] std::string articleOfNonAcceptance(std::string_view ground);

/// What an applicant who pledges has to meet and to do (告知承诺): the conditions of the item's law, what each pledged
/// material would have proved, and the check afterwards.
[[nodiscard]] std::vector<std::string> conditionsOfPledge(const Item& item, const Commit& commit);

} // namespace yichuang
