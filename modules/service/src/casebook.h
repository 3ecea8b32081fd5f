// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hall_view.h"

#include <yichuang/centralstore/store.h>
#include <yichuang/contract/act.h>
#include <yichuang/domain/case_state.h>
#include <yichuang/domain/entry.h>
#include <yichuang/domain/received_only.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace yichuang {

/// An admitted entry of a stream, as the fold and later acts look at it.
struct KnownEntry {
    EntryId id;
    Entry entry;
    std::optional<EntryId> after;
    bool folded = true;
};

/// A stream while a transaction works on it.
struct StreamWork {
    StreamRow row;
    std::vector<ScopeId> scopes; ///< home first
    bool exists = false; ///< there is a row for it
    std::vector<KnownEntry> entries;
    CaseState state;
};

/// What a writer had before his eyes (acts.md step 4), or why that can't be told.
struct WritersView {
    CaseState state;
    bool moved = false; ///< the stream has gained entries that the writer did not have
    std::vector<const KnownEntry*> gained; ///< those, without the ones that stand alone
    std::string fault; ///< "base_unknown", "after_unknown", "follows_refused"
};

/// The streams of one transaction: read after the locks, changed in memory.
class Casebook {
public:
    /// Rows, memberships and entries of these streams.
    [[nodiscard]] Result<void> read(CentralTransaction& transaction, const std::set<StreamId>& streams);
    [[nodiscard]] StreamWork& at(const StreamId& stream) { return m_streams[stream]; }
    [[nodiscard]] const std::map<StreamId, StreamWork>& streams() const { return m_streams; }

    [[nodiscard]] WritersView writersView(const StreamWork& stream, const EntryHead& head) const;
    /// Refused acts that an `after` may name: of earlier batches or of this one.
    void noteRefused(const ActId& act) { m_refused.insert(act); }

    /// Appends an admitted entry to the fold.
    static void append(StreamWork& stream, KnownEntry entry);

private:
    std::map<StreamId, StreamWork> m_streams;
    std::set<ActId> m_refused;
};

/// The row's columns that follow from the state: stage, open or not, when silence may speak.
void project(StreamRow& row, const CaseState& state);

} // namespace yichuang
