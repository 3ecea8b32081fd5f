// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_filling.h"

#include <algorithm>

namespace yichuang::test {
namespace {

std::string typedFor(const FormField& field, CivilDate today) {
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money: {
        constexpr std::int64_t usual = 12;
        const std::int64_t least = std::max(field.minimum.value_or(1), usual);
        return std::to_string(field.maximum ? std::min(least, *field.maximum) : least);
    }
    case FieldType::Date: {
        constexpr std::chrono::days month {31};
        const auto day = std::chrono::sys_days(today);
        return isoDate(CivilDate {field.dateBound == DateBound::NotInPast ? day + month : day - month});
    }
    case FieldType::Identifier:
        switch (field.identifiers.empty() ? IdentifierKind::ResidentId : field.identifiers.front()) {
        case IdentifierKind::Uscc:
            return "91430400MA00000A9Q";
        case IdentifierKind::Phone:
            return "13900000000";
        default:
            return "430400198503120011";
        }
    case FieldType::Text:
        return field.personName ? "测试丙" : field.maxLength < 11 ? "某路" : "蒸湘区某路88号";
    case FieldType::Boolean:
    case FieldType::Choice:
    case FieldType::List:
        return {};
    }
    return {};
}

std::optional<FormValue> valueFor(const FormField& field, CivilDate today) {
    switch (field.type) {
    case FieldType::Boolean:
        return FormValue {false};
    case FieldType::Choice:
        return field.choices.empty() ? std::optional<FormValue> {} : FormValue {field.choices.front().value};
    case FieldType::List: {
        FormValues row;
        for (const FormField& column : field.columns) {
            if (auto value = valueFor(column, today))
                row.fields.insert_or_assign(column.name, std::move(*value));
        }
        return FormValue {std::vector<FormValues> {row}};
    }
    case FieldType::Text:
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
    case FieldType::Date:
    case FieldType::Identifier:
        return readTyped(field, typedFor(field, today), today).value;
    }
    return std::nullopt;
}

} // namespace

FormValues filledForm(const Form& form, CivilDate today) {
    FormValues values;
    // An answer may bring up further fields.
    constexpr int rounds = 3;
    for (int round = 0; round < rounds; ++round) {
        for (const FormField& field : form.fields) {
            if (!isShown(form, field.name, values) || values.filled(field.name))
                continue;
            if (auto value = valueFor(field, today))
                values.fields.insert_or_assign(field.name, std::move(*value));
        }
    }
    return values;
}

} // namespace yichuang::test
