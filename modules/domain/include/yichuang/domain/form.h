// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>
#include <yichuang/domain/identifiers.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace yichuang {

/// What a field of an item's own form holds.
enum class FieldType {
    Text, ///< one line, or several (`multiline`); a string
    Integer, ///< int64
    Decimal, ///< exact: a string "1234.5" of digits and one point, never a binary fraction
    Money, ///< int64, fen
    Date, ///< a string, ISO
    Boolean, ///< bool
    Choice, ///< the `value` of one of `choices`, a string
    Identifier, ///< a string, normalised, valid as one of `identifiers`
    List ///< rows of `columns`
};
/// "text", "integer", "decimal", "money", "date", "boolean", "choice", "identifier", "list".
[[nodiscard]] std::string_view toText(FieldType type);

struct FormValues;
/// One value of a form. std types only, so that screens, the law and the wire share it.
using FormValue = std::variant<std::string, std::int64_t, bool, std::vector<FormValues>>;

/// The values of a form, or of one row of a list in it, by field name. A field that is not filled in is absent or an
/// empty string.
struct FormValues {
    std::map<std::string, FormValue, std::less<>> fields;

    [[nodiscard]] const FormValue* value(std::string_view name) const;
    [[nodiscard]] bool filled(std::string_view name) const;
    friend bool operator==(const FormValues&, const FormValues&) = default;
};

/// One answer of a choice.
struct FormChoice {
    std::string value;
    std::string title;
    std::string titleEn;
    friend bool operator==(const FormChoice&, const FormChoice&) = default;
};

/// "Where `field` is one of `values`". Booleans are "true" and "false"; a hidden field fulfils no condition.
struct FormCondition {
    std::string field;
    std::vector<std::string> values;
    friend bool operator==(const FormCondition&, const FormCondition&) = default;
};

/// A date measured against the day on which the form is filled in.
enum class DateBound { Any, NotInFuture, NotInPast };

struct FormField {
    std::string name; ///< member name in FormValues, lower-case ASCII
    FieldType type = FieldType::Text;
    std::string title;
    std::string titleEn;
    std::string hint;
    std::string hintEn;
    std::string group; ///< id of a FormGroup, empty = none
    bool required = false; ///< while shown
    std::optional<FormCondition> requiredWhen; ///< required where this holds
    std::optional<FormCondition> shownWhen; ///< else the field is neither shown, nor required, nor read
    bool multiline = false; ///< Text
    bool personName = false; ///< Text: normalised as a name (normalizedName)
    int minLength = 0; ///< Text, in code points
    int maxLength = 200; ///< Text, in code points
    std::optional<std::int64_t> minimum; ///< Integer; Money in fen; Decimal in whole units
    std::optional<std::int64_t> maximum;
    int decimals = 0; ///< Decimal: digits after the point at most
    std::string unit; ///< 平方米 …, shown behind the field
    std::string unitEn;
    DateBound dateBound = DateBound::Any;
    std::string notBefore; ///< Date: name of another date field of the same form or row, empty = none
    std::vector<IdentifierKind> identifiers; ///< Identifier: valid as any one of these
    std::vector<FormChoice> choices;
    std::vector<FormField> columns; ///< List
    int minRows = 0; ///< List
    int maxRows = 100; ///< List

    [[nodiscard]] const FormChoice* choice(std::string_view value) const;
    friend bool operator==(const FormField&, const FormField&) = default;
};

struct FormGroup {
    std::string id;
    std::string title;
    std::string titleEn;
    friend bool operator==(const FormGroup&, const FormGroup&) = default;
};

/// The form of one item version, in the order in which it is filled in. An empty form is lawful: the item asks nothing
/// of its own.
struct Form {
    std::string title;
    std::string titleEn;
    std::vector<FormGroup> groups;
    std::vector<FormField> fields;
    /// When a conditional material (by its number) is asked for, as an answer of this form or of `agentField`.
    std::map<int, FormCondition> materials;

    [[nodiscard]] const FormField* field(std::string_view name) const;
    friend bool operator==(const Form&, const Form&) = default;
};

/// What is wrong with one value. `path`: "site_area", or "equipment/0/name" in a list.
///
/// Codes (arguments): missing · unknown_field · wrong_type (expected) · bad_text (not UTF-8) · control_character (code)
/// · too_long (max, length) · too_short (min, length) · not_a_number · not_an_integer · number_too_large ·
/// too_many_decimals (max) · below_minimum (min) · above_maximum (max) · no_such_date (reason: as DateReading::reason)
/// · date_in_future · date_in_past · before_field (field, date) · not_in_list · not_yes_or_no · identifier (kind,
/// reason; domain.md 4) · too_few_rows (min, rows) · too_many_rows (max, rows).
struct FormProblem {
    std::string path;
    std::string code;
    std::map<std::string, std::string> arguments {};
    /// A credit code whose check does not fit may be kept after comparison with the licence (domain.md 4): see
    /// keepAfterComparison.
    bool keepable = false;
    friend bool operator==(const FormProblem&, const FormProblem&) = default;
};

/// What a person typed into one field, read as that field's value. `value` is empty for a blank field, and beside a
/// problem unless it is `keepable`.
struct FieldReading {
    std::optional<FormValue> value;
    std::vector<FormProblem> problems; ///< path = the field's name
};

/// Reads what was typed: full-width digits and signs, dates in every usual writing, money in yuan ("1,200.5", "¥1200"),
/// group commas, 是/否, an enumeration by its value or title. Never throws, whatever is typed. List fields have no
/// text: use rows.
[[nodiscard]] FieldReading readTyped(const FormField& field, std::string_view typed, CivilDate today);

/// The text that stands in the field for that value, as readTyped reads it back: "1200.50", "2018-11-19", "是".
/// Empty for lists.
[[nodiscard]] std::string typedText(const FormField& field, const FormValue& value);

/// Whether the condition of the field holds with these values, its own condition field being shown, too. `values` are
/// those of the form, or of the row where `fields` are the columns of a list.
[[nodiscard]] bool isShown(const std::vector<FormField>& fields, const FormField& field, const FormValues& values);
[[nodiscard]] bool isShown(const Form& form, std::string_view field, const FormValues& values);
/// Shown, and required outright or by its condition.
[[nodiscard]] bool isRequired(const Form& form, std::string_view field, const FormValues& values);

/// Everything that is wrong, in the order of the form. Asked by the screen as typed and by the centre on arrival. Pure;
/// any thread.
[[nodiscard]] std::vector<FormProblem> validateForm(const Form& form, const FormValues& values, CivilDate today);

/// Reserved field of a material's condition: "true" where an agent applies for somebody else.
inline constexpr std::string_view agentField = "_agent";
/// Whether that material is asked for with these answers; empty where the form does not say and the clerk judges.
[[nodiscard]] std::optional<bool> materialApplies(
    const Form& form, int material, const FormValues& values, bool agentApplies);

/// Without the values of fields that are not shown: what is kept when the intake is concluded.
[[nodiscard]] FormValues shownValues(const Form& form, const FormValues& values);

/// Notes that the value at `path` was compared with the original and is kept although its check does not fit, and why
/// (domain.md 4: an office may not refuse an application because of its own field check). Travels with the values,
/// under the reserved name "_compared"; validateForm then raises no `identifier` problem at that path that is
/// `keepable`.
void keepAfterComparison(FormValues& values, std::string path, std::string reason);
[[nodiscard]] bool isKeptAfterComparison(const FormValues& values, std::string_view path);

} // namespace yichuang
