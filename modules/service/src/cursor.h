// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/act.h>
#include <yichuang/domain/ids.h>
#include <yichuang/domain/result.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace yichuang {

/// Where a reader stands in every scope, as one opaque text for the wire; while a snapshot is being read, also how far.
struct Cursor {
    std::map<ScopeId, Seen> scopes;
    /// The next page of a snapshot begins after this stream of this scope.
    struct Snapshot {
        ScopeId scope;
        StreamId after;
    };
    std::optional<Snapshot> snapshot;
};
[[nodiscard]] std::string toText(const Cursor& cursor);
/// Error "cursor.form".
[[nodiscard]] Result<Cursor> cursorFromText(std::string_view text);

} // namespace yichuang
