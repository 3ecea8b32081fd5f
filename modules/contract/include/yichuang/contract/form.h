// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/form.h>
#include <yichuang/domain/item_rules.h>
#include <yichuang/domain/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// A form schema as read, with what is wrong in it. `field` of a problem is a JSON pointer inside the schema.
struct FormReport {
    Form form;
    std::vector<ItemProblem> problems;

    [[nodiscard]] bool usable() const; ///< no problem is an error
};

/// Reads an item's form from its JSON Schema (2020-12) with the x- members told in resources/formats.md. A keyword that
/// the form would not enforce is an error, so what the schema demands and what the screen checks are one. Never throws.
///
/// Rules beside those of parseCatalogue for members: not_an_object_schema · no_fields · too_many_fields (max) ·
/// bad_name · title_missing · title_en_missing (a warning) · unknown_type (type) · number_not_exact ·
/// keyword_unsupported (keyword) · choices_missing · duplicate_choice (value) · unknown_identifier (kind) ·
/// length_limits · number_limits · row_limits · nested_list · unknown_field (field) · condition_unsupported ·
/// condition_twice · condition_value (value) · condition_circle · required_but_hidden · order_twice (order) ·
/// unknown_group (group) · not_before (field).
[[nodiscard]] FormReport parseForm(std::string_view schema);
/// The form alone, for a screen: an item without schema gives an empty form. Errors: "form.schema" with `field` and
/// `rule`.
[[nodiscard]] Result<Form> readForm(std::string_view schema);

/// Values of a form as JSON text on one line, as they travel among a case's particulars; members in name order.
[[nodiscard]] std::string encodeFormValues(const FormValues& values);
/// Reads what encodeFormValues wrote. Errors: "form.values" with `field` and `rule`.
[[nodiscard]] Result<FormValues> parseFormValues(std::string_view json);

} // namespace yichuang
