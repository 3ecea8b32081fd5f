// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/vault/crypto.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// What of a case can be searched for. UTF-8; identity numbers and phones normalised.
struct SearchSubject {
    std::vector<std::string> names; ///< applicant, agent, organisation, legal representative
    std::vector<std::string> numbers; ///< case number, identity numbers, credit codes
    std::vector<std::string> phones;
    std::string item; ///< its title
};

/// A blind token: SipHash-2-4 of kind and text under a key derived from the data key. 64 bits.
using Token = std::uint64_t;

/// All tokens of a case, sorted, without repetition: name characters and character pairs; prefixes of pinyin initials
/// (each reading of a surname); syllables as people type them, with their prefixes; the whole number, number endings of
/// 4 to 8 digits, the whole phone and its ending of 4; pairs and initials of the item's title (one character asks for a
/// name: 许 is a surname, and stands in the title of every licence).
[[nodiscard]] std::vector<Token> tokensOf(const SearchSubject& subject, const Secret& tokenKey);

/// What a typed text asks for: all tokens of a group must be there; groups are alternatives ("zcs" may be initials;
/// "1234" a number's or a phone's ending). Words parted by blanks all have to match. Empty for text that asks for
/// nothing.
struct TokenQuery {
    std::vector<std::vector<Token>> alternatives;
};
[[nodiscard]] TokenQuery queryOf(std::string_view typed, const Secret& tokenKey);

/// Pinyin of a name as people type it: ICU's Han-Latin/Names for the surname reading, plain Han-Latin for the everyday
/// one. Thread-safe.
struct Pinyin {
    std::vector<std::string> initials; ///< "zcs", "ccs"
    std::vector<std::string> syllables; ///< "zengceshi", "cengceshi"
};
[[nodiscard]] Pinyin pinyinOf(std::string_view name);

} // namespace yichuang
