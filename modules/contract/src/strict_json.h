// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// A member that JSON allows and the hall's files do not: "duplicate_member", "floating_point", "number_too_large".
struct JsonFlaw {
    std::string pointer;
    std::string rule;
};

/// Why text is no JSON. `rule`: "empty_file", "truncated", "syntax", "too_deep", "too_large", "not_utf8".
struct JsonFailure {
    std::string rule;
    std::string reason; ///< for "syntax": the reader's own word
    std::size_t offset = 0; ///< bytes from the start
    std::size_t line = 1;
    std::size_t column = 1; ///< in code points
};

struct StrictJson {
    boost::json::value value; ///< null after a failure; of duplicate members the last
    std::optional<JsonFailure> failure;
    std::vector<JsonFlaw> flaws; ///< at most 100
};

/// Reads UTF-8 JSON (a byte order mark is passed over) of at most 32 levels and 64 MB. Never throws.
[[nodiscard]] StrictJson readStrictJson(std::string_view text);

/// One step down a JSON pointer (RFC 6901).
[[nodiscard]] std::string pointerTo(const std::string& parent, std::string_view member);
[[nodiscard]] std::string pointerTo(const std::string& parent, std::size_t index);

} // namespace yichuang
