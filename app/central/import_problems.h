// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"

#include <yichuang/contract/catalogue.h>

#include <string_view>
#include <vector>

namespace yichuang::central {

/// Tells each problem with its item, its field and the rule that it breaks, errors and warnings alike.
/// `kind` is what a subject is called: 事项 / item; `members` are those that a file of this format has at its top.
void tellProblems(const std::vector<ImportProblem>& problems, const Text& kind, std::string_view members,
    std::string_view file, Console& console);

} // namespace yichuang::central
