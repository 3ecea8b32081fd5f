// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/messages.h>
#include <yichuang/storage/keys.h>
#include <yichuang/storage/values.h>

#include <memory>
#include <string>
#include <vector>

namespace yichuang {

class Database;
class Projections;
class RegistryFold;

/// What an opening shows in lists and is found by, worked out outside the storage thread.
struct PreparedOpening {
    std::size_t entry = 0; ///< index in the act
    std::string applicant;
    std::vector<Token> tokens; ///< without those of the item's title
};
/// An act of a page, parsed once and sealed once.
struct PreparedAct {
    ParsedAct act; ///< `hash` filled in; names of staff carried into hall facts
    std::string sealed;
    std::vector<PreparedOpening> openings;
    bool receivedOnly = false; ///< admitted as Received and no more
};
struct PreparedLine {
    ScopeLine line;
    std::vector<PreparedAct> acts;
};
/// A page ready to be written.
struct PreparedPage {
    std::vector<PreparedLine> lines;
    std::string cursor;
    std::vector<SignedHead> heads;
    bool more = false;
    std::int64_t time = 0;
};
/// Parses, hashes, checks bodies against heads and seals, outside the storage thread and outside any transaction. Any
/// thread. Errors: "feed.act" (argument `act`, `reason`). Links and signatures of the log are sync's to check before.
[[nodiscard]] Result<PreparedPage> preparePage(FeedPage page, const DataKeys& keys);

/// Where this workstation stands in one scope's log.
struct ScopeHead {
    ScopeId scope;
    std::int64_t position = 0;
    HashText hash; ///< link of that position
    SignedHead signedHead; ///< the last that the centre signed; position 0 = none yet
};
struct FeedApplied {
    int acts = 0;
    int purged = 0; ///< cases that left every scope read here
    std::vector<StreamId> likelyRefused; ///< cases whose waiting acts no longer hold
};

/// What comes from the centre. Storage thread; needs the data key.
class Feed {
public:
    Feed(Database& database, Projections& projections, RegistryFold& registry);
    ~Feed();
    [[nodiscard]] Result<void> prepare();

    /// Opaque cursor of the last page applied; empty = from the beginning.
    [[nodiscard]] Result<std::string> cursor() const;
    [[nodiscard]] Result<std::vector<ScopeHead>> heads() const;
    /// The whole page in ONE transaction: others' acts appended, own acts marked known and put in their place, refused
    /// acts kept for both sides, joined and left streams, purges, waiting acts judged again on top, cursor and heads.
    /// Applying the same page twice changes nothing.
    [[nodiscard]] Result<FeedApplied> apply(const PreparedPage& page);
    /// After `unknown_head`: forgets cursor and heads of every scope; the cases stay and are drawn anew.
    [[nodiscard]] Result<void> beginAnew();
    /// Takes a stream's acts in without a log position (a case fetched from the centre by a search).
    [[nodiscard]] Result<void> takeIn(const PreparedLine& line);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace yichuang
