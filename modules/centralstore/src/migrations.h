// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <string>
#include <vector>

namespace yichuang::sql {

/// The schema's history, only ever appended to. `{bytes}` and `{text}` stand for the dialect's types.
[[nodiscard]] const std::vector<std::string>& migrations();

/// Schema version of the database, 0 for an empty one.
[[nodiscard]] Result<int> schemaVersion(Connection& connection);

/// Runs what is missing, one transaction a step; several instances may start at once. Error "store.schema" with `found`
/// and `known` where the database is newer than `steps`.
[[nodiscard]] Result<void> migrate(Connection& connection, const std::vector<std::string>& steps);

} // namespace yichuang::sql
