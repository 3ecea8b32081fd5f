// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace yichuang {

/// Code points of UTF-8 text; empty if it is not UTF-8 (overlong forms and surrogates included).
[[nodiscard]] std::optional<std::size_t> codePointCount(std::string_view text);
/// The first control character that a form may not hold, as "U+0007"; empty if there is none. A line feed is allowed
/// where `lines`.
[[nodiscard]] std::string controlCharacterIn(std::string_view text, bool lines);
/// Without blanks at both ends, the ideographic and the no-break space included.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// NFKC: what was typed full width comes out half width. Text that is not UTF-8 comes back as it is.
[[nodiscard]] std::string compatibleText(std::string_view text);

} // namespace yichuang
