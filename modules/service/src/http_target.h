// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace yichuang::http {

struct Target {
    std::string path;
    std::map<std::string, std::string, std::less<>> query;
};
/// Reads "/v1/feed?cursor=a%2Fb". Empty for a target that is no absolute path, has a bad escape or a repeated
/// parameter.
[[nodiscard]] std::optional<Target> parseTarget(std::string_view text);

} // namespace yichuang::http
