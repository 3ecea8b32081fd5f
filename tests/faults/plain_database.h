// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace yichuang::test {

/// A database read past the product, by its own library and plain SQL: "sqlite:FILE" or "postgresql://…". Every value
/// comes as text; bytes come as they are. Throws std::runtime_error.
using PlainRows = std::vector<std::vector<std::string>>;
[[nodiscard]] PlainRows readPlainly(const std::string& address, const std::string& statement);

} // namespace yichuang::test
