// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/item.h>
#include <yichuang/domain/item_rules.h>
#include <yichuang/domain/result.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// One thing wrong with an imported file: which item (or person, window, mandate), which field, which rule.
struct ImportProblem {
    std::string subject; ///< the item's id, "#3" (from 1) where it has none, empty for the file as a whole
    std::string field; ///< JSON pointer from the top of the file ("/items/3/steps"), empty for the file as a whole
    std::string rule;
    std::map<std::string, std::string> arguments {};
    ProblemSeverity severity = ProblemSeverity::Error;
    friend bool operator==(const ImportProblem&, const ImportProblem&) = default;
};

/// A catalogue as far as it could be read. Nothing of a file with an error is published: `items` is then for looking at
/// only.
struct CatalogueReport {
    std::vector<Item> items; ///< without the ones that have an error; in the file's order
    std::vector<ImportProblem> problems; ///< in the file's order

    [[nodiscard]] bool importable() const; ///< no problem is an error, and there is at least one item
};

/// Reads an item catalogue (resources/formats.md). Never throws, whatever the bytes are.
///
/// Rules for the file: foreign_file (kind: "xlsx", "xls", "html", "pdf", "gzip", "zstd", "sqlite", "utf16", "not_utf8",
/// "json"; for a JSON file of another system also `members`) · empty_file · truncated (line, column, offset) · syntax
/// (line, column, offset, reason) · too_deep · too_large · no_items · format_version (found, known) · count (found,
/// stated). Rules for a member: missing · wrong_type (expected, found) · empty · too_long (max, length) · out_of_range
/// (min, max, value) · not_in_list (value, allowed) · control_character (code) · not_a_date (value) · duplicate_member
/// · floating_point · number_too_large · unknown_member (a warning) · duplicate_item (first) · unknown_material
/// (material) where the form hangs a material on an answer that the item does not ask for. Rules for an item: those of
/// checkItem. Rules for its form: those of parseForm, with the pointer of the item's `form` in front.
[[nodiscard]] CatalogueReport parseCatalogue(std::string_view json);

/// One item version as the JSON object that states it in a hall entry; not the catalogue's format, which is for people.
[[nodiscard]] std::string encodeItem(const Item& item);
/// Reads what encodeItem wrote: parseItem(encodeItem(item)) == item. The rules of checkItem are not asked: what was
/// once published stays readable. Errors: "item.form" with `field` and `rule`.
[[nodiscard]] Result<Item> parseItem(std::string_view json);

} // namespace yichuang
