// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/form.h>

#include "form_text.h"

#include <yichuang/domain/kept_code.h>

#include <algorithm>

namespace yichuang {
namespace {

constexpr std::string_view comparedName = "_compared";

const FormField* find(const std::vector<FormField>& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &FormField::name);
    return found == fields.end() ? nullptr : &*found;
}

std::string asText(const FormValue& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    if (const auto* yes = std::get_if<bool>(&value))
        return *yes ? "true" : "false";
    return {};
}

/// Conditions may rest on fields that are conditional themselves; `left` ends a circle, which no parsed form has.
bool holds(
    const std::vector<FormField>& fields, const FormCondition& condition, const FormValues& values, std::size_t left);

bool shown(const std::vector<FormField>& fields, const FormField& field, const FormValues& values, std::size_t left) {
    return !field.shownWhen || (left > 0 && holds(fields, *field.shownWhen, values, left - 1));
}

bool holds(
    const std::vector<FormField>& fields, const FormCondition& condition, const FormValues& values, std::size_t left) {
    const FormField* other = find(fields, condition.field);
    if (other == nullptr || !shown(fields, *other, values, left))
        return false;
    const FormValue* value = values.value(condition.field);
    return value != nullptr && std::ranges::find(condition.values, asText(*value)) != condition.values.end();
}

FormValues shownOf(const std::vector<FormField>& fields, const FormValues& values) {
    FormValues kept;
    for (const auto& field : fields) {
        const FormValue* value = values.value(field.name);
        if (value == nullptr || !shown(fields, field, values, fields.size()))
            continue;
        if (const auto* rows = std::get_if<std::vector<FormValues>>(value)) {
            std::vector<FormValues> keptRows;
            keptRows.reserve(rows->size());
            for (const auto& row : *rows)
                keptRows.push_back(shownOf(field.columns, row));
            kept.fields.emplace(field.name, std::move(keptRows));
        } else {
            kept.fields.emplace(field.name, *value);
        }
    }
    return kept;
}

} // namespace

std::string_view toText(FieldType type) {
    switch (type) {
    case FieldType::Text:
        return "text";
    case FieldType::Integer:
        return "integer";
    case FieldType::Decimal:
        return "decimal";
    case FieldType::Money:
        return "money";
    case FieldType::Date:
        return "date";
    case FieldType::Boolean:
        return "boolean";
    case FieldType::Choice:
        return "choice";
    case FieldType::Identifier:
        return "identifier";
    case FieldType::List:
        return "list";
    }
    return {};
}

const FormValue* FormValues::value(std::string_view name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? nullptr : &found->second;
}

bool FormValues::filled(std::string_view name) const {
    const FormValue* found = value(name);
    if (found == nullptr)
        return false;
    if (const auto* text = std::get_if<std::string>(found))
        return !trimmed(*text).empty();
    if (const auto* rows = std::get_if<std::vector<FormValues>>(found))
        return !rows->empty();
    return true;
}

const FormChoice* FormField::choice(std::string_view value) const {
    const auto found = std::ranges::find(choices, value, &FormChoice::value);
    return found == choices.end() ? nullptr : &*found;
}

const FormField* Form::field(std::string_view name) const {
    return find(fields, name);
}

bool isShown(const std::vector<FormField>& fields, const FormField& field, const FormValues& values) {
    return shown(fields, field, values, fields.size());
}

bool isShown(const Form& form, std::string_view field, const FormValues& values) {
    const FormField* found = form.field(field);
    return found != nullptr && isShown(form.fields, *found, values);
}

bool isRequired(const Form& form, std::string_view field, const FormValues& values) {
    const FormField* found = form.field(field);
    if (found == nullptr || !isShown(form.fields, *found, values))
        return false;
    return found->required
        || (found->requiredWhen && holds(form.fields, *found->requiredWhen, values, form.fields.size()));
}

std::optional<bool> materialApplies(const Form& form, int material, const FormValues& values, bool agentApplies) {
    const auto found = form.materials.find(material);
    if (found == form.materials.end())
        return std::nullopt;
    const auto& condition = found->second;
    if (condition.field == agentField)
        return std::ranges::find(condition.values, agentApplies ? "true" : "false") != condition.values.end();
    return holds(form.fields, condition, values, form.fields.size());
}

FormValues shownValues(const Form& form, const FormValues& values) {
    FormValues kept = shownOf(form.fields, values);
    if (const FormValue* compared = values.value(comparedName))
        kept.fields.emplace(comparedName, *compared);
    return kept;
}

void keepAfterComparison(FormValues& values, std::string path, std::string reason) {
    auto& slot = values.fields[std::string(comparedName)];
    if (!std::holds_alternative<std::vector<FormValues>>(slot))
        slot = std::vector<FormValues> {};
    auto& rows = std::get<std::vector<FormValues>>(slot);
    std::erase_if(rows, [&](const FormValues& row) {
        const FormValue* other = row.value("path");
        return other != nullptr && asText(*other) == path;
    });
    FormValues row;
    row.fields.emplace("path", std::move(path));
    row.fields.emplace("reason", std::move(reason));
    rows.push_back(std::move(row));
}

bool mayBeKeptAfterComparison(IdentifierKind kind, std::string_view reason) {
    return kind == IdentifierKind::Uscc && (reason == "check_char" || reason == "org_check_char");
}

std::string reasonOfKeeping(const FormValues& values, std::string_view path) {
    const FormValue* slot = values.value(comparedName);
    const auto* rows = slot == nullptr ? nullptr : std::get_if<std::vector<FormValues>>(slot);
    if (rows == nullptr) {
        return {};
    }
    for (const FormValues& row : *rows) {
        const FormValue* other = row.value("path");
        if (other != nullptr && asText(*other) == path && row.filled("reason")) {
            return asText(*row.value("reason"));
        }
    }
    return {};
}

bool isKeptAfterComparison(const FormValues& values, std::string_view path) {
    return !reasonOfKeeping(values, path).empty();
}

} // namespace yichuang
