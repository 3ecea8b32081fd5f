// SPDX-License-Identifier: GPL-3.0-or-later
#include "object_reader.h"

#include "strict_json.h"

#include <yichuang/domain/dates.h>

#include <boost/json/value.hpp>

#include <algorithm>

namespace yichuang {
namespace {

namespace bj = boost::json;

std::string_view viewOf(const bj::string& text) {
    return {text.data(), text.size()};
}

bool isBlankText(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Control characters other than tab and line feed.
bool hasControl(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
    });
}

} // namespace

std::string_view kindName(const bj::value& value) {
    switch (value.kind()) {
    case bj::kind::null:
        return "null";
    case bj::kind::bool_:
        return "boolean";
    case bj::kind::int64:
    case bj::kind::uint64:
        return "integer";
    case bj::kind::double_:
        return "number";
    case bj::kind::string:
        return "string";
    case bj::kind::array:
        return "array";
    case bj::kind::object:
        return "object";
    }
    return {};
}

std::size_t lengthOf(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::string excerpt(std::string_view text) {
    constexpr std::size_t most = 60;
    std::size_t points = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80 && points++ == most)
            return std::string(text.substr(0, i)) + "…";
    }
    return std::string(text);
}

ObjectReader::ObjectReader(const bj::object& object, std::string pointer, std::vector<ItemProblem>& problems)
    : m_object(object)
    , m_pointer(std::move(pointer))
    , m_problems(problems) { }

bool ObjectReader::has(std::string_view member) const {
    const auto* found = m_object.if_contains({member.data(), member.size()});
    return found != nullptr && !found->is_null();
}

std::string ObjectReader::pointerOf(std::string_view member) const {
    return member.empty() ? m_pointer : pointerTo(m_pointer, member);
}

void ObjectReader::problem(
    std::string_view member, std::string rule, std::map<std::string, std::string> arguments, ProblemSeverity severity) {
    m_problems.push_back({pointerOf(member), std::move(rule), std::move(arguments), severity});
}

void ObjectReader::wrongType(std::string_view member, std::string_view expected, const bj::value& found) {
    // A fraction and a number too large for a count are told already by whoever read the text.
    if (found.is_double() || found.is_uint64())
        return;
    problem(member, "wrong_type", {{"expected", std::string(expected)}, {"found", std::string(kindName(found))}});
}

const bj::value* ObjectReader::find(std::string_view member, Presence presence) {
    m_asked.emplace(member);
    const auto* found = m_object.if_contains({member.data(), member.size()});
    if (found == nullptr || found->is_null()) {
        if (presence == Presence::Required)
            problem(member, "missing");
        return nullptr;
    }
    return found;
}

bool ObjectReader::goodText(std::string_view member, std::string_view text, std::size_t max) {
    if (const auto length = lengthOf(text); length > max) {
        problem(member, "too_long", {{"max", std::to_string(max)}, {"length", std::to_string(length)}});
        return false;
    }
    if (hasControl(text)) {
        problem(member, "control_character");
        return false;
    }
    return true;
}

std::string ObjectReader::text(std::string_view member, Presence presence, std::size_t max) {
    const auto* found = find(member, presence);
    if (found == nullptr)
        return {};
    if (!found->is_string()) {
        wrongType(member, "string", *found);
        return {};
    }
    const auto view = viewOf(found->get_string());
    if (presence == Presence::Required && isBlankText(view)) {
        problem(member, "empty");
        return {};
    }
    return goodText(member, view, max) ? std::string(view) : std::string {};
}

std::string ObjectReader::isoDate(std::string_view member, Presence presence) {
    const std::string value = text(member, presence, 40);
    if (!value.empty() && !parseIsoDate(value)) {
        problem(member, "not_a_date", {{"value", value}});
        return {};
    }
    return value;
}

std::optional<std::int64_t> ObjectReader::optionalInteger(std::string_view member, std::int64_t min, std::int64_t max) {
    const auto* found = find(member, Presence::Optional);
    if (found == nullptr)
        return std::nullopt;
    if (!found->is_int64()) {
        wrongType(member, "integer", *found);
        return std::nullopt;
    }
    const std::int64_t value = found->get_int64();
    if (value < min || value > max) {
        problem(member, "out_of_range",
            {{"min", std::to_string(min)}, {"max", std::to_string(max)}, {"value", std::to_string(value)}});
        return std::nullopt;
    }
    return value;
}

std::int64_t ObjectReader::integer(
    std::string_view member, Presence presence, std::int64_t min, std::int64_t max, std::int64_t otherwise) {
    if (find(member, presence) == nullptr)
        return otherwise;
    return optionalInteger(member, min, max).value_or(otherwise);
}

bool ObjectReader::boolean(std::string_view member, Presence presence, bool otherwise) {
    const auto* found = find(member, presence);
    if (found == nullptr)
        return otherwise;
    if (!found->is_bool()) {
        wrongType(member, "boolean", *found);
        return otherwise;
    }
    return found->get_bool();
}

const bj::object* ObjectReader::object(std::string_view member, Presence presence) {
    const auto* found = find(member, presence);
    if (found == nullptr)
        return nullptr;
    if (!found->is_object())
        wrongType(member, "object", *found);
    return found->if_object();
}

const bj::array* ObjectReader::array(std::string_view member, Presence presence, std::size_t max) {
    const auto* found = find(member, presence);
    if (found == nullptr)
        return nullptr;
    if (!found->is_array()) {
        wrongType(member, "array", *found);
        return nullptr;
    }
    if (found->get_array().size() > max) {
        problem(
            member, "too_long", {{"max", std::to_string(max)}, {"length", std::to_string(found->get_array().size())}});
        return nullptr;
    }
    return found->if_array();
}

std::vector<std::string> ObjectReader::texts(std::string_view member, Presence presence, std::size_t max) {
    std::vector<std::string> result;
    const auto* list = array(member, presence, 200);
    if (list == nullptr)
        return result;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const std::string place = std::string(member) + "/" + std::to_string(i);
        const auto& element = (*list)[i];
        // The pointer of an element: its member's name holds no character that needs an escape.
        const auto tell = [&](std::string rule, std::map<std::string, std::string> arguments) {
            m_problems.push_back({m_pointer + "/" + place, std::move(rule), std::move(arguments)});
        };
        if (!element.is_string())
            tell("wrong_type", {{"expected", "string"}, {"found", std::string(kindName(element))}});
        else if (const auto view = viewOf(element.get_string()); isBlankText(view))
            tell("empty", {});
        else if (lengthOf(view) > max)
            tell("too_long", {{"max", std::to_string(max)}, {"length", std::to_string(lengthOf(view))}});
        else
            result.emplace_back(view);
    }
    return result;
}

std::string ObjectReader::oneOf(
    std::string_view member, Presence presence, const std::vector<std::string_view>& allowed) {
    const auto* found = find(member, presence);
    if (found == nullptr)
        return {};
    if (!found->is_string()) {
        wrongType(member, "string", *found);
        return {};
    }
    const auto view = viewOf(found->get_string());
    if (std::ranges::find(allowed, view) == allowed.end()) {
        std::string list;
        for (const auto value : allowed)
            list += (list.empty() ? "" : " ") + std::string(value);
        problem(member, "not_in_list", {{"value", excerpt(view)}, {"allowed", list}});
        return {};
    }
    return std::string(view);
}

void ObjectReader::allow(std::string_view member) {
    m_asked.emplace(member);
}

void ObjectReader::tellUnknown(ProblemSeverity severity) {
    for (const auto& [key, value] : m_object) {
        const std::string_view name(key.data(), key.size());
        if (!m_asked.contains(name))
            m_problems.push_back({pointerTo(m_pointer, excerpt(name)), "unknown_member", {}, severity});
    }
}

} // namespace yichuang
