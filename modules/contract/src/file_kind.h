// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strict_json.h"

#include <yichuang/contract/catalogue.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// What a file is by its content, whatever its name says: "json" or one of the kinds of the rule `foreign_file`.
[[nodiscard]] std::string fileKindOf(std::string_view content);

/// Reads a file that is imported: a JSON object with an array `list` in it. Else tells one clear problem of the file
/// and returns nothing.
[[nodiscard]] std::optional<StrictJson> readImportFile(
    std::string_view content, std::string_view list, std::vector<ImportProblem>& problems);

} // namespace yichuang
