// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>

#include <QString>

#include <span>

namespace yichuang {

class Database;

/// One step of the file's schema. The list is only ever appended to: what was released is never edited.
struct Migration {
    int schema; ///< number of the schema after it; 1, 2, 3 … without a gap
    std::span<const char* const> statements;
};
[[nodiscard]] std::span<const Migration> migrations();

struct MigrationReport {
    int from = 0; ///< 0 = a new file
    int to = 0;
    QString backup; ///< copy made before an older file was changed; empty if none was needed
};

/// Marks our files (PRAGMA application_id): "YCws".
inline constexpr int fileMark = 0x59437773;

/// Brings a file up to the last schema of `list`, each step in a transaction of its own together with its number, so a
/// step that was cut off is simply done again. An older file is copied first, beside itself, as `<name>.schema-<n>`.
/// Errors: "storage.newer" (argument `schema`), "storage.not_ours" (a database of somebody else), "storage.damaged"
/// (the list has a gap, or the file does not pass SQLite's own check), and those of WorkstationStore.
[[nodiscard]] Result<MigrationReport> migrate(Database& database, std::span<const Migration> list);

} // namespace yichuang
