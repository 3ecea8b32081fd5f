// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/vault/tokens.h>

#include <string>
#include <string_view>

namespace yichuang {

/// NFKC and case folding, as code points; what can't be seen (joiners, variation selectors) is gone.
[[nodiscard]] std::u32string foldedText(std::string_view utf8);
/// The same without blanks, dots and signs: what is left of a name when it is searched for.
[[nodiscard]] std::u32string searchableText(std::string_view utf8);
void appendUtf8(std::string& out, char32_t point);

enum class Readings { OfAName, Everyday };
[[nodiscard]] Pinyin pinyinOfFolded(std::u32string_view points, Readings readings);

} // namespace yichuang
