// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace yichuang {

inline bool isLowerHex(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}
/// Algorithm byte 01 and 32 bytes.
inline bool isHash(std::string_view text) {
    return text.size() == 66 && text.starts_with("01") && isLowerHex(text);
}
/// Algorithm byte 01 and 64 bytes.
inline bool isSignature(std::string_view text) {
    return text.size() == 130 && text.starts_with("01") && isLowerHex(text);
}
inline bool isUuid(std::string_view text) {
    return text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-'
        && isLowerHex(text.substr(0, 8)) && isLowerHex(text.substr(9, 4)) && isLowerHex(text.substr(14, 4))
        && isLowerHex(text.substr(19, 4)) && isLowerHex(text.substr(24));
}
inline bool isOriginId(std::string_view text) {
    return (text.starts_with("ws:") && text.size() > 3) || (text.starts_with("centre:") && text.size() > 7);
}
inline bool isStreamId(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 == text.size() || text.size() > 200)
        return false;
    const std::string_view kind = text.substr(0, colon);
    if (kind == "case")
        return isUuid(text.substr(colon + 1));
    return kind == "person" || kind == "mandate" || kind == "window" || kind == "workstation" || kind == "key"
        || kind == "item" || kind == "calendar";
}

} // namespace yichuang
