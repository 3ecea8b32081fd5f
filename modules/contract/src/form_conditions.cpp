// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_conditions.h"

#include "object_reader.h"
#include "strict_json.h"

#include <boost/json/array.hpp>

#include <algorithm>

namespace yichuang {
namespace {

namespace bj = boost::json;

class ConditionReading {
public:
    ConditionReading(const bj::object& schema, const std::string& pointer, std::vector<FormField>& fields,
        std::vector<ItemProblem>& problems)
        : m_schema(schema)
        , m_pointer(pointer)
        , m_fields(fields)
        , m_problems(problems) { }

    void read() {
        for (auto& field : m_fields)
            shownWhen(field);
        circles();
        ObjectReader reader(m_schema, m_pointer, m_problems);
        for (const auto& name : reader.texts("required", Presence::Optional, 60)) {
            FormField* field = find(name);
            if (field == nullptr)
                tell(m_pointer + "/required", "unknown_field", {{"field", excerpt(name)}});
            else if (field->shownWhen)
                // A general validator would demand what the screen does not show.
                tell(m_pointer + "/required", "required_but_hidden", {{"field", name}});
            else
                field->required = true;
        }
        if (m_schema.contains("if") || m_schema.contains("then"))
            ifThen(m_schema, m_pointer);
        if (const auto* all = reader.array("allOf", Presence::Optional, 200)) {
            for (std::size_t i = 0; i < all->size(); ++i) {
                const std::string place = pointerTo(m_pointer + "/allOf", i);
                const auto* object = (*all)[i].if_object();
                if (object != nullptr && object->size() == 2)
                    ifThen(*object, place);
                else
                    tell(place, "condition_unsupported");
            }
        }
    }

    [[nodiscard]] std::map<int, FormCondition> materials() {
        std::map<int, FormCondition> result;
        ObjectReader reader(m_schema, m_pointer, m_problems);
        const auto* list = reader.array("x-materials", Presence::Optional, 200);
        for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
            const std::string place = pointerTo(m_pointer + "/x-materials", i);
            const auto* object = (*list)[i].if_object();
            if (object == nullptr) {
                tell(place, "wrong_type", {{"expected", "object"}, {"found", std::string(kindName((*list)[i]))}});
                continue;
            }
            ObjectReader each(*object, place, m_problems);
            const auto number = each.integer("material", Presence::Required, 1, 1000, 0);
            auto found = equalsCondition(each, *object, place);
            each.tellUnknown(ProblemSeverity::Error);
            if (number > 0 && found && !result.emplace(static_cast<int>(number), std::move(*found)).second)
                tell(place + "/material", "condition_twice", {{"material", std::to_string(number)}});
        }
        return result;
    }

private:
    void tell(std::string place, std::string rule, std::map<std::string, std::string> arguments = {}) {
        m_problems.push_back({std::move(place), std::move(rule), std::move(arguments)});
    }

    FormField* find(std::string_view name) {
        const auto found = std::ranges::find(m_fields, name, &FormField::name);
        return found == m_fields.end() ? nullptr : &*found;
    }

    /// One value of a condition as FormCondition writes it; must be one that the field can have.
    void addValue(FormCondition& condition, const FormField& other, const bj::value& value, const std::string& place) {
        std::string text;
        if (const auto* string = value.if_string())
            text.assign(string->data(), string->size());
        else if (const auto* yes = value.if_bool())
            text = *yes ? "true" : "false";
        const bool possible = other.type == FieldType::Boolean ? value.is_bool()
            : other.type == FieldType::Choice                  ? value.is_string() && other.choice(text) != nullptr
                                                               : false;
        if (possible)
            condition.values.push_back(std::move(text));
        else
            tell(place, "condition_value", {{"value", excerpt(text)}});
    }

    std::optional<FormCondition> condition(const std::string& name, const bj::value& values, const std::string& place) {
        const FormField* other = find(name);
        if (other == nullptr) {
            tell(place, "unknown_field", {{"field", excerpt(name)}});
            return std::nullopt;
        }
        if (other->type != FieldType::Choice && other->type != FieldType::Boolean) {
            tell(place, "condition_unsupported");
            return std::nullopt;
        }
        FormCondition result {name, {}};
        if (const auto* array = values.if_array()) {
            for (const auto& value : *array)
                addValue(result, *other, value, place);
        } else {
            addValue(result, *other, values, place);
        }
        if (result.values.empty())
            return std::nullopt;
        std::ranges::sort(result.values);
        return result;
    }

    /// {"field": F, "equals": V or [V …]}
    std::optional<FormCondition> equalsCondition(
        ObjectReader& reader, const bj::object& object, const std::string& place) {
        const auto name = reader.text("field", Presence::Required, 60);
        const auto* equals = object.if_contains("equals");
        reader.allow("equals");
        if (equals == nullptr)
            reader.problem("equals", "missing");
        if (equals == nullptr || name.empty())
            return std::nullopt;
        if (name != agentField)
            return condition(name, *equals, place);
        if (const auto* agent = equals->if_bool())
            return FormCondition {name, {*agent ? "true" : "false"}};
        tell(place, "condition_value", {{"value", std::string(kindName(*equals))}});
        return std::nullopt;
    }

    void shownWhen(FormField& field) {
        const std::string place = pointerTo(m_pointer + "/properties", field.name);
        const auto& schema = m_schema.at("properties").get_object().at(field.name).get_object();
        ObjectReader reader(schema, place, m_problems);
        const auto* when = reader.object("x-when", Presence::Optional);
        if (when == nullptr)
            return;
        ObjectReader each(*when, place + "/x-when", m_problems);
        field.shownWhen = equalsCondition(each, *when, place + "/x-when");
        if (field.shownWhen && field.shownWhen->field == agentField) {
            tell(place + "/x-when", "condition_unsupported");
            field.shownWhen.reset();
        }
        each.tellUnknown(ProblemSeverity::Error);
    }

    void circles() {
        for (auto& field : m_fields) {
            const FormField* at = &field;
            for (std::size_t steps = 0; at != nullptr && at->shownWhen; ++steps) {
                if (steps == m_fields.size()) {
                    tell(pointerTo(m_pointer + "/properties", field.name) + "/x-when", "condition_circle");
                    break;
                }
                at = find(at->shownWhen->field);
            }
        }
    }

    /// {"if": {"properties": {F: {"const": V}}, "required": [F]}, "then": {"required": [...]}} and nothing else.
    void ifThen(const bj::object& object, const std::string& place) {
        const bj::object* ifPart = objectAt(object, "if");
        const bj::object* thenPart = objectAt(object, "then");
        const bj::object* properties = ifPart == nullptr ? nullptr : objectAt(*ifPart, "properties");
        const bj::value* names = thenPart == nullptr ? nullptr : thenPart->if_contains("required");
        if (properties == nullptr || properties->size() != 1 || ifPart->size() != 2 || !ifPart->contains("required")
            || names == nullptr || thenPart->size() != 1 || !names->is_array())
            return tell(place, "condition_unsupported");
        const auto& entry = *properties->begin();
        const std::string name(entry.key().data(), entry.key().size());
        const auto* test = entry.value().if_object();
        // Without this "required", an absent field would fulfil the condition: not what anybody means.
        const bool demands = ifPart->at("required") == bj::value(bj::array {bj::value(name)});
        const bj::value* values = nullptr;
        if (test != nullptr && test->size() == 1)
            values = test->contains("const") ? test->if_contains("const") : test->if_contains("enum");
        if (!demands || values == nullptr)
            return tell(place, "condition_unsupported");
        const auto found = condition(name, *values, place + "/if");
        if (!found)
            return;
        ObjectReader reader(*thenPart, place + "/then", m_problems);
        for (const auto& required : reader.texts("required", Presence::Required, 60))
            requireWhen(required, *found, place);
    }

    void requireWhen(const std::string& name, const FormCondition& condition, const std::string& place) {
        FormField* field = find(name);
        if (field == nullptr)
            tell(place + "/then/required", "unknown_field", {{"field", excerpt(name)}});
        else if (field->shownWhen == condition)
            field->required = true;
        else if (field->requiredWhen)
            tell(place + "/then/required", "condition_twice", {{"field", name}});
        else
            field->requiredWhen = condition;
    }

    static const bj::object* objectAt(const bj::object& object, std::string_view member) {
        const auto* found = object.if_contains({member.data(), member.size()});
        return found == nullptr ? nullptr : found->if_object();
    }

    const bj::object& m_schema;
    std::string m_pointer;
    std::vector<FormField>& m_fields;
    std::vector<ItemProblem>& m_problems;
};

} // namespace

void readConditions(const bj::object& schema, const std::string& pointer, std::vector<FormField>& fields,
    std::vector<ItemProblem>& problems) {
    ConditionReading(schema, pointer, fields, problems).read();
}

std::map<int, FormCondition> readMaterialConditions(
    const bj::object& schema, std::vector<FormField>& fields, std::vector<ItemProblem>& problems) {
    return ConditionReading(schema, {}, fields, problems).materials();
}

} // namespace yichuang
