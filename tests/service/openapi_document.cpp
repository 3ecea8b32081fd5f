// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi_document.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <stdexcept>

#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#include <yaml-cpp/yaml.h>

namespace yichuang::test {
namespace {

namespace json = boost::json;

json::value scalarOf(const YAML::Node& node) {
    const std::string& text = node.Scalar();
    if (node.Tag() == "!") // It was quoted.
        return json::value(text);
    if (text == "true" || text == "false")
        return json::value(text == "true");
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (!text.empty() && read.ec == std::errc {} && read.ptr == text.data() + text.size())
        return json::value(number);
    return json::value(text);
}

json::value valueOf(const YAML::Node& node) {
    if (node.IsMap()) {
        json::object object;
        for (const auto& member : node)
            object[member.first.Scalar()] = valueOf(member.second);
        return object;
    }
    if (node.IsSequence()) {
        json::array array;
        for (const auto& element : node)
            array.push_back(valueOf(element));
        return array;
    }
    return node.IsNull() ? json::value() : scalarOf(node);
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

std::string objectionTo(const json::value& schemaText, const json::value& value) {
    valijson::Schema schema;
    valijson::SchemaParser parser;
    const valijson::adapters::BoostJsonAdapter schemaAdapter(schemaText);
    parser.populateSchema(schemaAdapter, schema);
    valijson::Validator validator;
    valijson::ValidationResults results;
    const valijson::adapters::BoostJsonAdapter target(value);
    if (validator.validate(schema, target, &results))
        return {};
    std::string text = "not as the schema says:";
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        text += ' ';
        for (const std::string& step : error.context)
            text += step;
        text += ' ' + error.description + ';';
    }
    return text + ' ' + json::serialize(value);
}

} // namespace

OpenApiDocument::OpenApiDocument(const std::string& file)
    : m_root(valueOf(YAML::LoadFile(file))) { }

json::value OpenApiDocument::inlined(const json::value& value) const {
    if (const auto* array = value.if_array()) {
        json::array result;
        for (const auto& element : *array)
            result.push_back(inlined(element));
        return result;
    }
    const auto* object = value.if_object();
    if (object == nullptr)
        return value;
    if (const auto* reference = object->if_contains("$ref")) {
        const std::string_view pointer = reference->as_string();
        if (!pointer.starts_with('#'))
            throw std::runtime_error("a reference out of the document");
        return inlined(m_root.at_pointer(pointer.substr(1)));
    }
    json::object result;
    for (const auto& [name, member] : *object)
        result[name] = inlined(member);
    return result;
}

std::vector<OpenApiDocument::Operation> OpenApiDocument::operations() const {
    std::vector<Operation> all;
    for (const auto& [path, methods] : m_root.at("paths").as_object()) {
        for (const auto& [method, operation] : methods.as_object()) {
            Operation one;
            one.path = std::string(path);
            one.method = std::string(method);
            std::transform(one.method.begin(), one.method.end(), one.method.begin(),
                [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
            for (const auto& [status, response] : operation.at("responses").as_object())
                one.statuses.push_back(std::stoi(std::string(status)));
            all.push_back(std::move(one));
        }
    }
    return all;
}

std::string OpenApiDocument::objection(std::string_view method, std::string_view path, int status,
    std::string_view contentType, std::string_view body) const {
    const auto* methods = m_root.at("paths").as_object().if_contains(path);
    const auto* operation = methods == nullptr ? nullptr : methods->as_object().if_contains(lower(method));
    if (operation == nullptr)
        return "no such operation";
    const auto* response = operation->at("responses").as_object().if_contains(std::to_string(status));
    if (response == nullptr)
        return "status " + std::to_string(status) + " is not described";
    const json::value whole = inlined(*response);
    const auto* content = whole.as_object().if_contains("content");
    if (content == nullptr)
        return body.empty() ? std::string() : "a body where none is described";
    const std::string type(contentType.substr(0, contentType.find(';')));
    const auto* media = content->as_object().if_contains(type);
    if (media == nullptr)
        return "content type " + type + " is not described";
    const json::value& schema = media->at("schema");
    if (type == "text/plain")
        return objectionTo(schema, json::value(body));
    if (type != "application/x-ndjson")
        return objectionTo(schema, json::parse(body));
    // The lines of the page; those of the acts between them are counted off by what the line before announced.
    while (!body.empty()) {
        const std::string_view line = body.substr(0, body.find('\n'));
        body.remove_prefix(line.size() + 1);
        const json::value value = json::parse(line);
        if (std::string found = objectionTo(schema, value); !found.empty())
            return found;
        if (value.as_object().contains("page"))
            return body.empty() ? std::string() : "something follows the page's end";
        for (auto acts = value.at("line").at("acts").to_number<std::int64_t>(); acts > 0; --acts) {
            const json::value head = json::parse(body.substr(0, body.find('\n')));
            const std::size_t lines = 2 + 2 * head.at("entries").as_array().size();
            for (std::size_t count = 0; count < lines; ++count)
                body.remove_prefix(body.find('\n') + 1);
        }
    }
    return "the page has no end";
}

} // namespace yichuang::test
