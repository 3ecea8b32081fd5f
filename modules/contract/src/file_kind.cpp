// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_kind.h"

#include "object_reader.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <array>
#include <utility>

namespace yichuang {
namespace {

namespace bj = boost::json;
using namespace std::string_view_literals;

constexpr std::int64_t knownFormatVersion = 1;

/// The first members of an object, so that whoever exported the file knows it again.
std::string membersOf(const bj::value& value) {
    const bj::value* first = &value;
    if (const auto* array = value.if_array(); array != nullptr && !array->empty())
        first = &array->front();
    std::string names;
    if (const auto* object = first->if_object()) {
        std::size_t count = 0;
        for (const auto& [key, member] : *object) {
            if (count++ == 6)
                break;
            names += (names.empty() ? "" : " ") + excerpt({key.data(), key.size()});
        }
    }
    return names;
}

} // namespace

std::string fileKindOf(std::string_view content) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> signatures {{
        {"PK\x03\x04"sv, "xlsx"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "xls"},
        {"%PDF"sv, "pdf"},
        {"\x1F\x8B"sv, "gzip"},
        {"\x28\xB5\x2F\xFD"sv, "zstd"},
        {"SQLite format 3\0"sv, "sqlite"},
        {"\xFF\xFE"sv, "utf16"},
        {"\xFE\xFF"sv, "utf16"},
        {"{\0"sv, "utf16"},
    }};
    for (const auto& [signature, kind] : signatures) {
        if (content.starts_with(signature))
            return std::string(kind);
    }
    const auto start = content.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (start != std::string_view::npos && content[start] == '<')
        return "html";
    return "json";
}

std::optional<StrictJson> readImportFile(
    std::string_view content, std::string_view list, std::vector<ImportProblem>& problems) {
    const auto tell = [&](std::string field, std::string rule, std::map<std::string, std::string> arguments) {
        problems.push_back({{}, std::move(field), std::move(rule), std::move(arguments)});
        return std::nullopt;
    };
    if (const auto kind = fileKindOf(content); kind != "json")
        return tell({}, "foreign_file", {{"kind", kind}});
    auto parsed = readStrictJson(content);
    if (const auto& failure = parsed.failure) {
        if (failure->rule == "not_utf8")
            return tell({}, "foreign_file", {{"kind", "not_utf8"}, {"offset", std::to_string(failure->offset)}});
        if (failure->rule == "empty_file" || failure->rule == "too_large")
            return tell({}, failure->rule, {});
        std::map<std::string, std::string> arguments {{"line", std::to_string(failure->line)},
            {"column", std::to_string(failure->column)}, {"offset", std::to_string(failure->offset)}};
        if (failure->rule == "syntax")
            arguments.emplace("reason", failure->reason);
        return tell({}, failure->rule, std::move(arguments));
    }
    const auto* object = parsed.value.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains({list.data(), list.size()});
    if (found == nullptr)
        return tell({}, "foreign_file", {{"kind", "json"}, {"members", membersOf(parsed.value)}});
    if (!found->is_array()) {
        return tell(
            "/" + std::string(list), "wrong_type", {{"expected", "array"}, {"found", std::string(kindName(*found))}});
    }
    if (found->get_array().empty())
        return tell("/" + std::string(list), "no_" + std::string(list), {});
    if (const auto* meta = object->if_contains("meta"); meta != nullptr && meta->is_object()) {
        const auto* version = meta->get_object().if_contains("format_version");
        if (version != nullptr && (!version->is_int64() || version->get_int64() != knownFormatVersion)) {
            return tell("/meta/format_version", "format_version",
                {{"found",
                     version->is_int64() ? std::to_string(version->get_int64()) : std::string(kindName(*version))},
                    {"known", std::to_string(knownFormatVersion)}});
        }
    }
    return parsed;
}

} // namespace yichuang
