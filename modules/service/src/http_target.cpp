// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_target.h"

#include <algorithm>

namespace yichuang::http {
namespace {

std::optional<int> hexDigit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return std::nullopt;
}

/// A plus sign stays one: cursors are sent as they are by clients that do not escape it.
std::optional<std::string> decoded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%') {
            if (text.size() - at < 3) {
                return std::nullopt;
            }
            const auto first = hexDigit(text[at + 1]);
            const auto second = hexDigit(text[at + 2]);
            if (!first || !second) {
                return std::nullopt;
            }
            result += static_cast<char>(*first * 16 + *second);
            at += 2;
        } else {
            result += text[at];
        }
    }
    return result;
}

} // namespace

std::optional<Target> parseTarget(std::string_view text) {
    if (text.empty() || text.front() != '/') {
        return std::nullopt;
    }
    Target target;
    const std::size_t mark = std::min(text.find('?'), text.size());
    auto path = decoded(text.substr(0, mark));
    if (!path) {
        return std::nullopt;
    }
    target.path = std::move(*path);
    std::string_view rest = text.substr(std::min(mark + 1, text.size()));
    while (!rest.empty()) {
        const std::size_t ampersand = std::min(rest.find('&'), rest.size());
        const std::string_view pair = rest.substr(0, ampersand);
        rest.remove_prefix(std::min(ampersand + 1, rest.size()));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = decoded(pair.substr(0, equals));
        auto value = decoded(pair.substr(std::min(equals + 1, pair.size())));
        if (!name || !value || !target.query.emplace(std::move(*name), std::move(*value)).second) {
            return std::nullopt;
        }
    }
    return target;
}

} // namespace yichuang::http
