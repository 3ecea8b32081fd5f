// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/identifiers.h>

#include "unicode.h"

namespace yichuang {

namespace {

constexpr char32_t middleDot = U'\u00B7';

bool isDot(char32_t sign) {
    return sign == U'\u2022' || sign == U'\u30FB' || sign == U'\u2027' || sign == U'\uFF65' || sign == U'\u22C5'
        || sign == middleDot;
}

} // namespace

std::string normalizedName(std::string_view typed) {
    std::u32string result;
    bool blankWaits = false;
    for (const char32_t sign : composedForm(typed)) {
        if (isBlank(sign)) {
            blankWaits = true;
            continue;
        }
        const bool afterDot = !result.empty() && result.back() == middleDot;
        if (blankWaits && !result.empty() && !afterDot && !isDot(sign)) {
            result.push_back(U' ');
        }
        blankWaits = false;
        result.push_back(isDot(sign) ? middleDot : sign);
    }
    return utf8Of(result);
}

} // namespace yichuang
