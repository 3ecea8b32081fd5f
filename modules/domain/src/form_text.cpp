// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_text.h"

#include "unicode.h"

#include <array>

namespace yichuang {
namespace {

/// The code point at `position`, which moves past it; empty where the bytes are not UTF-8.
std::optional<char32_t> next(std::string_view text, std::size_t& position) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(position);
    if (lead < 0x80) {
        ++position;
        return lead;
    }
    std::size_t length = 0;
    char32_t value = 0;
    char32_t least = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
        value = lead & 0x1FU;
        least = 0x80;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        value = lead & 0x0FU;
        least = 0x800;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        value = lead & 0x07U;
        least = 0x10000;
    } else {
        return std::nullopt;
    }
    if (position + length > text.size())
        return std::nullopt;
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned char follow = byte(position + i);
        if ((follow & 0xC0U) != 0x80)
            return std::nullopt;
        value = (value << 6U) | (follow & 0x3FU);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return std::nullopt;
    position += length;
    return value;
}

constexpr std::array<std::string_view, 6> blanks {" ", "\t", "\n", "\r", "\u00A0", "\u3000"};

} // namespace

std::optional<std::size_t> codePointCount(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t position = 0; position < text.size(); ++count) {
        if (!next(text, position))
            return std::nullopt;
    }
    return count;
}

std::string controlCharacterIn(std::string_view text, bool lines) {
    for (std::size_t position = 0; position < text.size();) {
        const auto point = next(text, position);
        if (!point)
            return {};
        const bool control = *point < 0x20 || (*point >= 0x7F && *point < 0xA0) || *point == 0x2028 || *point == 0x2029;
        if (!control || (lines && *point == U'\n'))
            continue;
        constexpr std::string_view digits = "0123456789ABCDEF";
        std::string name = "U+0000";
        for (std::size_t i = 0; i < 4; ++i)
            name[5 - i] = digits[(*point >> (4 * i)) & 0xFU];
        return name;
    }
    return {};
}

std::string_view trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const auto blank : blanks) {
            while (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                again = true;
            }
            while (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    return text;
}

std::string compatibleText(std::string_view text) {
    return codePointCount(text) ? utf8Of(compatibilityForm(text)) : std::string(text);
}

} // namespace yichuang
