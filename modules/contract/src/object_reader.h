// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/item_rules.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

enum class Presence { Required, Optional };

/// Reads the members of one object and notes what is wrong with them; where something is, a harmless value comes back
/// and reading goes on, so that one import tells everything. Pointers of problems begin with `pointer`.
class ObjectReader {
public:
    ObjectReader(const boost::json::object& object, std::string pointer, std::vector<ItemProblem>& problems);

    [[nodiscard]] bool has(std::string_view member) const;
    /// Text of at most `max` code points; absent and null count as empty. Required text may not be blank.
    [[nodiscard]] std::string text(std::string_view member, Presence presence, std::size_t max);
    [[nodiscard]] std::string isoDate(std::string_view member, Presence presence);
    [[nodiscard]] std::int64_t integer(
        std::string_view member, Presence presence, std::int64_t min, std::int64_t max, std::int64_t otherwise);
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(
        std::string_view member, std::int64_t min, std::int64_t max);
    [[nodiscard]] bool boolean(std::string_view member, Presence presence, bool otherwise);
    /// nullptr where it is absent, null or wrong.
    [[nodiscard]] const boost::json::object* object(std::string_view member, Presence presence);
    [[nodiscard]] const boost::json::array* array(std::string_view member, Presence presence, std::size_t max);
    /// Each element a text that is not blank.
    [[nodiscard]] std::vector<std::string> texts(std::string_view member, Presence presence, std::size_t max);
    /// The member's value where it is known to the list; a problem names the allowed ones.
    [[nodiscard]] std::string oneOf(
        std::string_view member, Presence presence, const std::vector<std::string_view>& allowed);
    /// Looked at by somebody else.
    void allow(std::string_view member);
    /// Call last: tells of members that nobody asked for.
    void tellUnknown(ProblemSeverity severity);

    void problem(std::string_view member, std::string rule, std::map<std::string, std::string> arguments = {},
        ProblemSeverity severity = ProblemSeverity::Error);
    [[nodiscard]] std::string pointerOf(std::string_view member) const;
    [[nodiscard]] std::vector<ItemProblem>& problems() { return m_problems; }

private:
    [[nodiscard]] const boost::json::value* find(std::string_view member, Presence presence);
    void wrongType(std::string_view member, std::string_view expected, const boost::json::value& found);
    [[nodiscard]] bool goodText(std::string_view member, std::string_view text, std::size_t max);

    const boost::json::object& m_object;
    std::string m_pointer;
    std::vector<ItemProblem>& m_problems;
    std::set<std::string, std::less<>> m_asked;
};

[[nodiscard]] std::string_view kindName(const boost::json::value& value);
/// At most 60 code points of a foreign text, for the argument of a problem.
[[nodiscard]] std::string excerpt(std::string_view text);
/// Code points of UTF-8 text that is known to be valid.
[[nodiscard]] std::size_t lengthOf(std::string_view text);

} // namespace yichuang
