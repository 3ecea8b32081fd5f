// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace yichuang {

/// Bytes that are no UTF-8 become U+FFFD, so that every check below sees a character that no identifier holds.
[[nodiscard]] std::u32string codePointsOf(std::string_view utf8);
[[nodiscard]] std::string utf8Of(std::u32string_view codePoints);
/// NFKC: full width becomes half width.
[[nodiscard]] std::u32string compatibilityForm(std::string_view utf8);
/// NFC.
[[nodiscard]] std::u32string composedForm(std::string_view utf8);
[[nodiscard]] bool isBlank(char32_t codePoint);

} // namespace yichuang
