// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/form.h>

#include "object_reader.h"
#include "strict_json.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace yichuang {
namespace {

namespace bj = boost::json;

constexpr std::size_t deepestRows = 4;

bj::object valuesObject(const FormValues& values) {
    bj::object object;
    for (const auto& [name, value] : values.fields) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            object[name] = *text;
        } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
            object[name] = *number;
        } else if (const auto* yes = std::get_if<bool>(&value)) {
            object[name] = *yes;
        } else if (const auto* rows = std::get_if<std::vector<FormValues>>(&value)) {
            bj::array array;
            for (const auto& row : *rows)
                array.push_back(valuesObject(row));
            object[name] = std::move(array);
        }
    }
    return object;
}

Result<FormValues> valuesOf(const bj::object& object, const std::string& pointer, std::size_t depth) {
    const auto fail
        = [](const std::string& field) { return failure("form.values", {{"field", field}, {"rule", "wrong_type"}}); };
    FormValues values;
    for (const auto& [key, value] : object) {
        const std::string name(key.data(), key.size());
        const std::string place = pointerTo(pointer, name);
        if (const auto* text = value.if_string()) {
            values.fields.emplace(name, std::string(text->data(), text->size()));
        } else if (const auto* number = value.if_int64()) {
            values.fields.emplace(name, *number);
        } else if (const auto* yes = value.if_bool()) {
            values.fields.emplace(name, *yes);
        } else if (const auto* array = value.if_array(); array != nullptr && depth < deepestRows) {
            std::vector<FormValues> rows;
            for (std::size_t i = 0; i < array->size(); ++i) {
                const auto* row = (*array)[i].if_object();
                if (row == nullptr)
                    return fail(pointerTo(place, i));
                auto read = valuesOf(*row, pointerTo(place, i), depth + 1);
                if (!read)
                    return tl::unexpected(std::move(read.error()));
                rows.push_back(std::move(*read));
            }
            values.fields.emplace(name, std::move(rows));
        } else {
            return fail(place);
        }
    }
    return values;
}

} // namespace

std::string encodeFormValues(const FormValues& values) {
    return bj::serialize(valuesObject(values));
}

Result<FormValues> parseFormValues(std::string_view text) {
    const auto parsed = readStrictJson(text);
    if (parsed.failure)
        return failure("form.values", {{"field", ""}, {"rule", parsed.failure->rule}});
    if (!parsed.flaws.empty())
        return failure("form.values", {{"field", parsed.flaws.front().pointer}, {"rule", parsed.flaws.front().rule}});
    if (!parsed.value.is_object())
        return failure("form.values", {{"field", ""}, {"rule", "wrong_type"}});
    return valuesOf(parsed.value.get_object(), {}, 0);
}

} // namespace yichuang
