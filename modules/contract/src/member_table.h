// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json_document.h"
#include "json_text.h"

#include <yichuang/domain/calendar.h>
#include <yichuang/domain/dates.h>
#include <yichuang/domain/ids.h>

#include <boost/pfr/tuple_size.hpp>

#include <concepts>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

/// One table of members a type drives writing and reading alike, so the two can't drift apart.
namespace yichuang::json {

enum class Presence {
    Optional, ///< written only where it differs from the default
    Required ///< always written, and missed when it is not there
};

template <typename Owner, typename T> struct Member {
    std::string_view name;
    T Owner::* pointer;
    Presence presence = Presence::Optional;
};

/// Specialised for each type on the wire: `static constexpr std::tuple list { Member {"id", &Person::id} … }`.
template <typename T> struct Members;
template <typename T>
concept Tabled = requires { Members<T>::list; };

template <typename T>
constexpr std::size_t memberCount = std::tuple_size_v<std::remove_cvref_t<decltype(Members<T>::list)>>;
/// A member that somebody adds to the type and forgets here would be lost without a word: so the build stops.
template <typename T> constexpr bool coversAllBut(std::size_t leftOut = 0) {
    return memberCount<T> + leftOut == boost::pfr::tuple_size_v<T>;
}

/// Specialised for enumerations: `text(value)` and `value(text)`.
template <typename E> struct EnumText;

/// Why a text does not fit: "missing_member", "unknown_member", "wrong_type", "bad_value", and where.
struct Fault {
    std::string reason;
    std::string member;
    bool in(std::string_view name) {
        member = member.empty() ? std::string(name) : std::string(name) + "." + member;
        return false;
    }
    bool because(std::string_view why) {
        reason = why;
        return false;
    }
};

// --- writing

inline void append(std::string& out, bool value) {
    out += value ? "true" : "false";
}
inline void append(std::string& out, int value) {
    appendInteger(out, value);
}
inline void append(std::string& out, std::int64_t value) {
    appendInteger(out, value);
}
inline void append(std::string& out, const std::string& value) {
    appendText(out, value);
}
inline void append(std::string& out, CivilDate value) {
    appendText(out, isoDate(value));
}
inline void append(std::string& out, const EntryId& value) {
    appendText(out, value.act.value());
    out.back() = '/';
    appendInteger(out, value.index);
    out += '"';
}
template <typename Tag> void append(std::string& out, const Id<Tag>& value) {
    appendText(out, value.value());
}
template <typename E>
    requires std::is_enum_v<E>
void append(std::string& out, E value) {
    appendText(out, EnumText<E>::text(value));
}
template <Tabled T> void append(std::string& out, const T& value);
template <typename T> void append(std::string& out, const std::optional<T>& value);
template <typename T> void append(std::string& out, const std::vector<T>& values);
template <typename T> void append(std::string& out, const std::set<T>& values);
inline void append(std::string& out, const std::map<std::string, std::string>& values) {
    out += '{';
    for (const auto& [name, text] : values) {
        if (out.back() != '{')
            out += ',';
        appendText(out, name);
        out += ':';
        appendText(out, text);
    }
    out += '}';
}
template <typename T> void append(std::string& out, const std::optional<T>& value) {
    if (value)
        append(out, *value);
    else
        out += "null";
}
template <typename Range> void appendArray(std::string& out, const Range& values) {
    out += '[';
    for (const auto& value : values) {
        if (out.back() != '[')
            out += ',';
        append(out, value);
    }
    out += ']';
}
template <typename T> void append(std::string& out, const std::vector<T>& values) {
    appendArray(out, values);
}
template <typename T> void append(std::string& out, const std::set<T>& values) {
    appendArray(out, values);
}

/// The members of `value` whose bit is set in `mask`, into an object that is open already.
template <Tabled T>
void appendMembers(std::string& out, const T& value, std::uint64_t mask = std::numeric_limits<std::uint64_t>::max()) {
    static const T empty {};
    std::uint64_t bit = 1;
    const auto one = [&](const auto& member) {
        const bool wanted = (mask & bit) != 0;
        bit <<= 1;
        if (!wanted)
            return;
        if (member.presence == Presence::Optional && value.*member.pointer == empty.*member.pointer)
            return;
        appendName(out, member.name);
        append(out, value.*member.pointer);
    };
    std::apply([&](const auto&... member) { (one(member), ...); }, Members<T>::list);
}
template <Tabled T> void append(std::string& out, const T& value) {
    out += '{';
    appendMembers(out, value);
    out += '}';
}

// --- reading

inline bool read(const Node& node, bool& value, Fault& fault) {
    value = node.boolean;
    return node.kind == Kind::Boolean || fault.because("wrong_type");
}
inline bool read(const Node& node, std::int64_t& value, Fault& fault) {
    value = node.integer;
    return node.kind == Kind::Integer || fault.because("wrong_type");
}
inline bool read(const Node& node, int& value, Fault& fault) {
    if (node.kind != Kind::Integer)
        return fault.because("wrong_type");
    if (node.integer < std::numeric_limits<int>::min() || node.integer > std::numeric_limits<int>::max())
        return fault.because("integer_range");
    value = static_cast<int>(node.integer);
    return true;
}
inline bool read(const Node& node, std::string& value, Fault& fault) {
    value = node.text;
    return node.kind == Kind::Text || fault.because("wrong_type");
}
inline bool read(const Node& node, CivilDate& value, Fault& fault) {
    if (node.kind != Kind::Text)
        return fault.because("wrong_type");
    const auto date = parseIsoDate(node.text);
    if (!date)
        return fault.because("bad_value");
    value = *date;
    return true;
}
inline bool read(const Node& node, EntryId& value, Fault& fault) {
    if (node.kind != Kind::Text)
        return fault.because("wrong_type");
    const auto slash = node.text.rfind('/');
    if (slash == std::string_view::npos || slash == 0)
        return fault.because("bad_value");
    const std::string_view index = node.text.substr(slash + 1);
    const auto end = std::from_chars(index.data(), index.data() + index.size(), value.index);
    // One spelling only: no sign, no leading zero.
    if (end.ec != std::errc {} || end.ptr != index.data() + index.size() || value.index < 0
        || (index.size() > 1 && index.front() == '0') || index.front() == '-')
        return fault.because("bad_value");
    value.act = ActId(std::string(node.text.substr(0, slash)));
    return true;
}
template <typename Tag> bool read(const Node& node, Id<Tag>& value, Fault& fault) {
    value = Id<Tag>(std::string(node.text));
    return node.kind == Kind::Text || fault.because("wrong_type");
}
template <typename E>
    requires std::is_enum_v<E>
bool read(const Node& node, E& value, Fault& fault) {
    if (node.kind != Kind::Text)
        return fault.because("wrong_type");
    const std::optional<E> named = EnumText<E>::value(node.text);
    if (!named)
        return fault.because("bad_value");
    value = *named;
    return true;
}
template <Tabled T> bool read(const Node& node, T& value, Fault& fault);
template <typename T> bool read(const Node& node, std::vector<T>& values, Fault& fault);
template <typename T> bool read(const Node& node, std::set<T>& values, Fault& fault);
template <typename T> bool read(const Node& node, std::optional<T>& value, Fault& fault) {
    if (node.kind == Kind::Null) {
        value.reset();
        return true;
    }
    return read(node, value.emplace(), fault);
}
template <typename T> bool read(const Node& node, std::vector<T>& values, Fault& fault) {
    if (node.kind != Kind::Array)
        return fault.because("wrong_type");
    for (const Node& child : Children(node)) {
        if (!read(child, values.emplace_back(), fault))
            return false;
    }
    return true;
}
template <typename T> bool read(const Node& node, std::set<T>& values, Fault& fault) {
    std::vector<T> list;
    if (!read(node, list, fault))
        return false;
    values.insert(list.begin(), list.end());
    return values.size() == list.size() || fault.because("bad_value");
}
inline bool read(const Node& node, std::map<std::string, std::string>& values, Fault& fault) {
    if (node.kind != Kind::Object)
        return fault.because("wrong_type");
    for (const Node& child : Children(node)) {
        if (child.kind != Kind::Text)
            return fault.because("wrong_type") || fault.in(child.key);
        values.emplace(std::string(child.key), std::string(child.text));
    }
    return true;
}

enum class UnknownMembers {
    Refused, ///< what is signed
    PassedOver ///< what only answers: a newer centre may say more
};

/// Reads the members of an object; bits of members that were there are set in `present`. A name outside `mask` is
/// unknown.
template <Tabled T>
bool readMember(const Node& child, T& value, Fault& fault, std::uint64_t mask, std::uint64_t& present, bool& known) {
    std::uint64_t bit = 1;
    bool good = true;
    known = false;
    const auto one = [&](const auto& member) {
        const std::uint64_t own = bit;
        bit <<= 1;
        if ((mask & own) == 0 || member.name != child.key)
            return false;
        known = true;
        present |= own;
        good = read(child, value.*member.pointer, fault);
        return true;
    };
    std::apply([&](const auto&... member) { (void)(one(member) || ...); }, Members<T>::list);
    return good || fault.in(child.key);
}
template <Tabled T> bool nothingMissing(std::uint64_t present, Fault& fault) {
    std::uint64_t bit = 1;
    std::string_view missing;
    const auto one = [&](const auto& member) {
        if (member.presence == Presence::Required && (present & bit) == 0 && missing.empty())
            missing = member.name;
        bit <<= 1;
    };
    std::apply([&](const auto&... member) { (one(member), ...); }, Members<T>::list);
    return missing.empty() || fault.because("missing_member") || fault.in(missing);
}
template <Tabled T>
bool readObject(const Node& node, T& value, Fault& fault, UnknownMembers unknown,
    std::uint64_t mask = std::numeric_limits<std::uint64_t>::max()) {
    if (node.kind != Kind::Object)
        return fault.because("wrong_type");
    std::uint64_t present = 0;
    for (const Node& child : Children(node)) {
        bool known = false;
        if (!readMember(child, value, fault, mask, present, known))
            return false;
        if (!known && unknown == UnknownMembers::Refused) {
            fault.because("unknown_member");
            return fault.in(child.key);
        }
    }
    return nothingMissing<T>(present, fault);
}
/// Types may loosen this for themselves by `static constexpr UnknownMembers unknown`.
template <typename T> constexpr UnknownMembers unknownMembers() {
    if constexpr (requires { Members<T>::unknown; })
        return Members<T>::unknown;
    else
        return UnknownMembers::Refused;
}
template <Tabled T> bool read(const Node& node, T& value, Fault& fault) {
    return readObject(node, value, fault, unknownMembers<T>());
}

} // namespace yichuang::json
