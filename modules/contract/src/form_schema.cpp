// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/form.h>

#include "form_conditions.h"
#include "object_reader.h"
#include "strict_json.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace yichuang {
namespace {

namespace bj = boost::json;

constexpr std::size_t mostFields = 100;
constexpr std::int64_t longestText = 10'000;
constexpr std::size_t titleLength = 100;
constexpr std::size_t hintLength = 300;
constexpr int lastOrder = 1'000'000;

/// Keywords that state nothing that a value could break.
constexpr std::array<std::string_view, 9> annotations {
    "$schema", "$id", "$comment", "description", "examples", "default", "deprecated", "readOnly", "writeOnly"};

bool goodName(std::string_view name) {
    return !name.empty() && name.size() <= 60 && name.front() >= 'a' && name.front() <= 'z'
        && std::ranges::all_of(
            name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

class SchemaReading {
public:
    explicit SchemaReading(std::vector<ItemProblem>& problems)
        : m_problems(problems) { }

    [[nodiscard]] Form read(const bj::object& object) {
        Form form;
        ObjectReader reader(object, {}, m_problems);
        form.title = reader.text("title", Presence::Optional, titleLength);
        form.titleEn = reader.text("x-title-en", Presence::Optional, titleLength);
        groups(reader, form);
        form.fields = fields(object, reader, {}, Nesting::Top);
        form.materials = readMaterialConditions(object, form.fields, m_problems);
        for (const auto& field : form.fields) {
            if (!field.group.empty()
                && std::ranges::find(form.groups, field.group, &FormGroup::id) == form.groups.end())
                tell("/properties/" + field.name + "/x-group", "unknown_group", {{"group", field.group}});
        }
        return form;
    }

private:
    enum class Nesting { Top, Row };

    void tell(std::string field, std::string rule, std::map<std::string, std::string> arguments = {},
        ProblemSeverity severity = ProblemSeverity::Error) {
        m_problems.push_back({std::move(field), std::move(rule), std::move(arguments), severity});
    }

    void groups(ObjectReader& reader, Form& form) {
        const auto* array = reader.array("x-groups", Presence::Optional, 20);
        if (array == nullptr)
            return;
        for (std::size_t i = 0; i < array->size(); ++i) {
            const auto* object = (*array)[i].if_object();
            if (object == nullptr) {
                tell(pointerTo("/x-groups", i), "wrong_type",
                    {{"expected", "object"}, {"found", std::string(kindName((*array)[i]))}});
                continue;
            }
            ObjectReader group(*object, pointerTo("/x-groups", i), m_problems);
            FormGroup read;
            read.id = group.text("id", Presence::Required, 40);
            read.title = group.text("title", Presence::Required, titleLength);
            read.titleEn = group.text("x-title-en", Presence::Optional, titleLength);
            group.tellUnknown(ProblemSeverity::Warning);
            form.groups.push_back(std::move(read));
        }
    }

    /// Keywords nobody asked for: an x- member says nothing that must hold, any other would go unheeded.
    void unheeded(const bj::object& object, const std::string& pointer, const std::vector<std::string_view>& heeded) {
        for (const auto& [key, value] : object) {
            const std::string_view name(key.data(), key.size());
            if (std::ranges::find(heeded, name) != heeded.end()
                || std::ranges::find(annotations, name) != annotations.end())
                continue;
            if (name.starts_with("x-"))
                tell(pointerTo(pointer, excerpt(name)), "unknown_member", {}, ProblemSeverity::Warning);
            else
                tell(pointerTo(pointer, excerpt(name)), "keyword_unsupported", {{"keyword", excerpt(name)}});
        }
    }

    std::vector<FormField> fields(
        const bj::object& object, ObjectReader& reader, const std::string& pointer, Nesting nesting) {
        std::vector<FormField> result;
        unheeded(object, pointer,
            {"type", "title", "x-title-en", "x-groups", "x-materials", "additionalProperties", "properties", "required",
                "allOf", "if", "then"});
        if (reader.oneOf("type", Presence::Required, {"object"}).empty())
            return result;
        const auto* properties = reader.object("properties", Presence::Required);
        if (properties == nullptr)
            return result;
        if (properties->empty())
            tell(pointer + "/properties", "no_fields");
        if (properties->size() > mostFields) {
            tell(pointer + "/properties", "too_many_fields", {{"max", std::to_string(mostFields)}});
            return result;
        }
        std::vector<std::pair<std::int64_t, FormField>> ordered;
        for (const auto& [key, value] : *properties) {
            const std::string name(key.data(), key.size());
            const std::string place = pointerTo(pointer + "/properties", excerpt(name));
            if (!goodName(name)) {
                tell(place, "bad_name");
                continue;
            }
            const auto* schema = value.if_object();
            if (schema == nullptr) {
                tell(place, "wrong_type", {{"expected", "object"}, {"found", std::string(kindName(value))}});
                continue;
            }
            std::int64_t order = lastOrder + static_cast<std::int64_t>(ordered.size());
            FormField field = one(name, *schema, place, nesting, order);
            if (std::ranges::any_of(ordered, [&](const auto& other) { return other.first == order; }))
                tell(place + "/x-order", "order_twice", {{"order", std::to_string(order)}});
            ordered.emplace_back(order, std::move(field));
        }
        std::ranges::stable_sort(ordered, {}, [](const auto& each) { return each.first; });
        for (auto& [order, field] : ordered)
            result.push_back(std::move(field));
        readConditions(object, pointer, result, m_problems);
        dateOrders(result, pointer);
        return result;
    }

    FormField one(const std::string& name, const bj::object& schema, const std::string& place, Nesting nesting,
        std::int64_t& order) {
        FormField field;
        field.name = name;
        ObjectReader reader(schema, place, m_problems);
        std::vector<std::string_view> heeded {"type", "title", "x-title-en", "x-hint", "x-hint-en", "x-group",
            "x-order", "x-when", "x-unit", "x-unit-en"};
        field.title = reader.text("title", Presence::Optional, titleLength);
        if (field.title.empty())
            tell(place + "/title", "title_missing");
        field.titleEn = reader.text("x-title-en", Presence::Optional, titleLength);
        if (field.titleEn.empty())
            tell(place + "/x-title-en", "title_en_missing", {}, ProblemSeverity::Warning);
        field.hint = reader.text("x-hint", Presence::Optional, hintLength);
        field.hintEn = reader.text("x-hint-en", Presence::Optional, hintLength);
        field.group = reader.text("x-group", Presence::Optional, 40);
        field.unit = reader.text("x-unit", Presence::Optional, 40);
        field.unitEn = reader.text("x-unit-en", Presence::Optional, 40);
        order = reader.optionalInteger("x-order", 1, lastOrder - 1).value_or(order);
        const auto type = reader.oneOf("type", Presence::Required, {"string", "integer", "number", "boolean", "array"});
        if (type == "string")
            string(field, schema, reader, heeded);
        else if (type == "integer")
            integer(field, reader, heeded);
        else if (type == "boolean")
            field.type = FieldType::Boolean;
        else if (type == "array")
            list(field, reader, place, nesting, heeded);
        else if (type == "number")
            tell(place + "/type", "number_not_exact");
        unheeded(schema, place, heeded);
        return field;
    }

    void integer(FormField& field, ObjectReader& reader, std::vector<std::string_view>& heeded) {
        heeded.insert(heeded.end(), {"minimum", "maximum", "x-money"});
        field.type = FieldType::Integer;
        if (reader.has("x-money")) {
            (void)reader.oneOf("x-money", Presence::Required, {"fen"});
            field.type = FieldType::Money;
        }
        bounds(field, reader, "minimum", "maximum");
    }

    void bounds(FormField& field, ObjectReader& reader, std::string_view least, std::string_view most) {
        constexpr std::int64_t widest = 1'000'000'000'000'000;
        field.minimum = reader.optionalInteger(least, -widest, widest);
        field.maximum = reader.optionalInteger(most, -widest, widest);
        if (field.minimum && field.maximum && *field.minimum > *field.maximum)
            reader.problem(most, "number_limits");
    }

    void string(
        FormField& field, const bj::object& schema, ObjectReader& reader, std::vector<std::string_view>& heeded) {
        if (schema.contains("x-identifier")) {
            heeded.insert(heeded.end(), {"x-identifier", "maxLength"});
            field.type = FieldType::Identifier;
            identifiers(field, schema.at("x-identifier"), reader);
        } else if (schema.contains("format")) {
            heeded.insert(heeded.end(), {"format", "x-date", "x-not-before"});
            (void)reader.oneOf("format", Presence::Required, {"date"});
            field.type = FieldType::Date;
            const auto bound = reader.oneOf("x-date", Presence::Optional, {"past", "future"});
            if (!bound.empty())
                field.dateBound = bound == "past" ? DateBound::NotInFuture : DateBound::NotInPast;
            field.notBefore = reader.text("x-not-before", Presence::Optional, 60);
        } else if (schema.contains("oneOf") || schema.contains("enum")) {
            heeded.insert(heeded.end(), {"oneOf", "enum"});
            field.type = FieldType::Choice;
            choices(field, reader);
        } else if (schema.contains("x-decimals")) {
            // The pattern says the same to a general validator; `decimals` and the limits are what is checked here.
            heeded.insert(heeded.end(), {"x-decimals", "x-minimum", "x-maximum", "pattern"});
            field.type = FieldType::Decimal;
            field.decimals = static_cast<int>(reader.integer("x-decimals", Presence::Required, 0, 8, 2));
            bounds(field, reader, "x-minimum", "x-maximum");
        } else {
            heeded.insert(heeded.end(), {"minLength", "maxLength", "x-multiline", "x-person-name"});
            field.type = FieldType::Text;
            field.multiline = reader.boolean("x-multiline", Presence::Optional, false);
            field.personName = reader.boolean("x-person-name", Presence::Optional, false);
            const int usual = field.multiline ? 2000 : 200;
            field.maxLength = static_cast<int>(reader.integer("maxLength", Presence::Optional, 1, longestText, usual));
            field.minLength = static_cast<int>(reader.integer("minLength", Presence::Optional, 0, longestText, 0));
            if (field.minLength > field.maxLength)
                reader.problem("minLength", "length_limits");
        }
    }

    static void identifiers(FormField& field, const bj::value& kinds, ObjectReader& reader) {
        const auto add = [&](const bj::value& value) {
            const auto* text = value.if_string();
            const auto kind = text == nullptr ? std::nullopt : identifierKindFromText({text->data(), text->size()});
            if (kind)
                field.identifiers.push_back(*kind);
            else
                reader.problem("x-identifier", "unknown_identifier",
                    {{"kind", text == nullptr ? std::string(kindName(value)) : excerpt({text->data(), text->size()})}});
        };
        if (const auto* array = kinds.if_array()) {
            if (array->empty())
                reader.problem("x-identifier", "unknown_identifier", {{"kind", ""}});
            for (const auto& kind : *array)
                add(kind);
        } else {
            add(kinds);
        }
    }

    void choices(FormField& field, ObjectReader& reader) {
        if (reader.has("enum")) {
            for (const auto& value : reader.texts("enum", Presence::Required, titleLength))
                field.choices.push_back({value, value, {}});
        } else if (const auto* array = reader.array("oneOf", Presence::Required, 200)) {
            for (std::size_t i = 0; i < array->size(); ++i) {
                const std::string place = pointerTo(reader.pointerOf("oneOf"), i);
                const auto* object = (*array)[i].if_object();
                if (object == nullptr) {
                    tell(place, "wrong_type", {{"expected", "object"}, {"found", std::string(kindName((*array)[i]))}});
                    continue;
                }
                ObjectReader each(*object, place, m_problems);
                FormChoice choice;
                choice.value = each.text("const", Presence::Required, 60);
                choice.title = each.text("title", Presence::Required, titleLength);
                choice.titleEn = each.text("x-title-en", Presence::Optional, titleLength);
                each.tellUnknown(ProblemSeverity::Warning);
                if (field.choice(choice.value) != nullptr)
                    tell(place + "/const", "duplicate_choice", {{"value", choice.value}});
                field.choices.push_back(std::move(choice));
            }
        }
        if (field.choices.empty())
            reader.problem({}, "choices_missing");
    }

    void list(FormField& field, ObjectReader& reader, const std::string& place, Nesting nesting,
        std::vector<std::string_view>& heeded) {
        heeded.insert(heeded.end(), {"items", "minItems", "maxItems"});
        field.type = FieldType::List;
        if (nesting == Nesting::Row) {
            tell(place, "nested_list");
            return;
        }
        field.minRows = static_cast<int>(reader.integer("minItems", Presence::Optional, 0, 1000, 0));
        field.maxRows = static_cast<int>(reader.integer("maxItems", Presence::Optional, 1, 1000, 100));
        if (field.minRows > field.maxRows)
            reader.problem("minItems", "row_limits");
        if (const auto* items = reader.object("items", Presence::Required)) {
            ObjectReader row(*items, place + "/items", m_problems);
            field.columns = fields(*items, row, place + "/items", Nesting::Row);
        }
    }

    void dateOrders(const std::vector<FormField>& fields, const std::string& pointer) {
        for (const auto& field : fields) {
            if (field.notBefore.empty())
                continue;
            const auto other = std::ranges::find(fields, field.notBefore, &FormField::name);
            if (other == fields.end() || other->type != FieldType::Date || other->name == field.name)
                tell(pointer + "/properties/" + field.name + "/x-not-before", "not_before",
                    {{"field", field.notBefore}});
        }
    }

    std::vector<ItemProblem>& m_problems;
};

} // namespace

bool FormReport::usable() const {
    return std::ranges::none_of(
        problems, [](const ItemProblem& problem) { return problem.severity == ProblemSeverity::Error; });
}

FormReport parseForm(std::string_view schema) {
    FormReport report;
    auto parsed = readStrictJson(schema);
    if (parsed.failure) {
        report.problems.push_back({{}, parsed.failure->rule, {{"offset", std::to_string(parsed.failure->offset)}}});
        return report;
    }
    for (auto& flaw : parsed.flaws)
        report.problems.push_back({std::move(flaw.pointer), std::move(flaw.rule)});
    if (!parsed.value.is_object()) {
        report.problems.push_back(
            {{}, "wrong_type", {{"expected", "object"}, {"found", std::string(kindName(parsed.value))}}});
        return report;
    }
    report.form = SchemaReading(report.problems).read(parsed.value.get_object());
    return report;
}

Result<Form> readForm(std::string_view schema) {
    if (schema.empty())
        return Form {};
    auto report = parseForm(schema);
    for (const auto& problem : report.problems) {
        if (problem.severity == ProblemSeverity::Error)
            return failure("form.schema", {{"field", problem.field}, {"rule", problem.rule}});
    }
    return std::move(report.form);
}

} // namespace yichuang
