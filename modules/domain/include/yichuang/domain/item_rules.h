// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/item.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// An error stops the publication of the item; a warning is told and published all the same.
enum class ProblemSeverity { Error, Warning };

/// What one item breaks. `field` is a JSON pointer inside the item as the catalogue writes it
/// ("/materials/2/tolerable").
struct ItemProblem {
    std::string field;
    std::string rule; ///< see checkItem
    std::map<std::string, std::string> arguments {};
    ProblemSeverity severity = ProblemSeverity::Error;
    friend bool operator==(const ItemProblem&, const ItemProblem&) = default;
};

/// Most working days that may be promised: 1, 3, 10 (domain.md 2.1); more only with a reason taken from special law.
[[nodiscard]] int promiseCeiling(CaseType type);
/// Steps of that type of case: 1, 2, 3 (domain.md 2.1).
[[nodiscard]] int stepsOf(CaseType type);
/// The eight special procedures of 行政许可法 45; any other needs a basis of its own (domain.md 2.4).
[[nodiscard]] bool isSpecialProcedureOfArticle45(std::string_view type);

/// The consistency rules of an implementation list (domain.md 2.1, 2.4, 5). Pure. Rules (arguments):
///
/// promise_over_ceiling (promised, ceiling) · promise_over_statutory (promised, statutory) · steps_count (steps,
/// expected) · steps_sum (sum, promised) · step_limit · step_sequence · no_modes · duplicate_mode · tolerance_immediate
/// · tolerable_without_mode (material) · correction_window (days, max) · extension_days · extension_basis ·
/// extension_over_law (days, max) · special_type · special_basis (type) · special_not_listed (type) · special_twice
/// (type) · material_sequence (material) · material_name (material) · copies_inspection (material) · condition_missing
/// (material) · fee_name · fee_basis (fee) · fee_standard (fee) · fee_negative · phones_equal · phone (reason) · code
/// (profile, reason) · code_length (length, max) · statutory_basis · legal_basis · form_missing · visits_reason ·
/// organ_word · phone_missing · valid_from · title · title_length · department · version.
[[nodiscard]] std::vector<ItemProblem> checkItem(const Item& item);

/// What kind of national code a text is. Codes of several provinces and lengths live side by side, so all are kept as
/// text of at most 64 characters and judged by their own profile (domain.md 4).
struct CodeProfile {
    std::string profile; ///< "item_basic_code", "item_impl_code", "item_handle_code" or "unknown"
    std::string reason; ///< "ok", or why it is not a good code of that profile
    std::string creditCode; ///< the valid unified social credit code inside it, if there is one
};
[[nodiscard]] CodeProfile codeProfileOf(std::string_view code);

} // namespace yichuang
