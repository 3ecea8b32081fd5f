// SPDX-License-Identifier: GPL-3.0-or-later
#include "unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace yichuang {

namespace {

std::u32string codePointsOf(const icu::UnicodeString& text) {
    std::u32string result;
    result.reserve(static_cast<std::size_t>(text.length()));
    for (int32_t index = 0; index < text.length();) {
        const UChar32 codePoint = text.char32At(index);
        result.push_back(static_cast<char32_t>(codePoint));
        index += U16_LENGTH(codePoint);
    }
    return result;
}

icu::UnicodeString unicodeOf(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece {utf8.data(), static_cast<int32_t>(utf8.size())});
}

/// ICU's built-in data holds both forms, so a failure means a broken installation: the text then stays as it is.
std::u32string normalized(std::string_view utf8, const icu::Normalizer2* (*form)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text = unicodeOf(utf8);
    const icu::Normalizer2* normalizer = form(status);
    if (U_FAILURE(status)) {
        return codePointsOf(text);
    }
    const icu::UnicodeString result = normalizer->normalize(text, status);
    return codePointsOf(U_FAILURE(status) ? text : result);
}

} // namespace

std::u32string codePointsOf(std::string_view utf8) {
    return codePointsOf(unicodeOf(utf8));
}

std::string utf8Of(std::u32string_view codePoints) {
    std::string result;
    for (const char32_t codePoint : codePoints) {
        icu::UnicodeString {static_cast<UChar32>(codePoint)}.toUTF8String(result);
    }
    return result;
}

std::u32string compatibilityForm(std::string_view utf8) {
    return normalized(utf8, icu::Normalizer2::getNFKCInstance);
}

std::u32string composedForm(std::string_view utf8) {
    return normalized(utf8, icu::Normalizer2::getNFCInstance);
}

bool isBlank(char32_t codePoint) {
    return u_isUWhiteSpace(static_cast<UChar32>(codePoint)) != 0;
}

} // namespace yichuang
