// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/plain_text.h>

#include "form_text.h"

#include <algorithm>

namespace yichuang {

std::string_view lineFault(std::string_view text, std::size_t most) {
    const auto length = codePointCount(text);
    if (!length) {
        return "not_utf8";
    }
    if (trimmed(text).empty()) {
        return "empty";
    }
    if (!controlCharacterIn(text, false).empty()) {
        return "control_character";
    }
    return *length > most ? "too_long" : "";
}

bool isRegisterId(std::string_view text) {
    constexpr std::size_t longest = 60;
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

} // namespace yichuang
