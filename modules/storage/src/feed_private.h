// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "projections.h"

#include <yichuang/storage/feed.h>

#include <map>
#include <utility>
#include <vector>

namespace yichuang {

/// A case that a page touches, until the page is written.
struct Touched {
    ProjectedCase row;
    bool anew = false; ///< fold from the journal instead of going on from the row
    bool judge = false; ///< others' entries came below waiting acts
    bool left = false;
    std::vector<std::pair<std::int64_t, std::int64_t>> journal; ///< act, place
};

class Feed::Private {
public:
    Private(Database& database_, Projections& projections_, RegistryFold& registry_)
        : database(database_)
        , projections(projections_)
        , registry(registry_) { }

    Result<void> takeHall(const std::vector<PreparedLine>& lines);
    /// Rows that came before their item or calendar, once these have come.
    Result<void> refresh();
    Result<void> takeLine(const PreparedLine& line);
    Result<void> takeAct(const PreparedAct& act, const ScopeLine& line);
    /// Which of the act's cases the line's scope tells about.
    Result<std::vector<Touched*>> concernedBy(const PreparedAct& act, const ScopeLine& line);
    /// An act that is stored concerns these, too. Returns its id.
    Result<std::int64_t> addCases(const StoredAct& stored, const std::vector<Touched*>& concerned);
    /// Stores an act of others. Returns its id.
    Result<std::int64_t> keep(const PreparedAct& act, const ScopeLine& line, const std::vector<Touched*>& concerned);
    /// An act that was known already: told by another of its scopes, here without its place yet, or without its row in
    /// a case that is drawn anew.
    Result<void> placeKnown(Touched& entry, const StoredAct& stored, std::int64_t next);
    /// A case goes on by an act of others.
    Result<void> goOn(Touched& entry, const PreparedAct& act);
    Result<void> takeOwn(const PreparedAct& act, const ScopeLine& line, std::int64_t id);
    Result<void> refuseOwn(std::int64_t id, const StoredAct& stored, const ScopeLine& line);
    Result<Touched*> touch(const StreamId& stream);
    Result<void> writeTouched(FeedApplied& applied);
    Result<void> keepHeads(const PreparedPage& page);
    Result<std::int64_t> nextPlace();

    Database& database;
    Projections& projections;
    RegistryFold& registry;

    // While a page is applied.
    std::map<StreamId, Touched> touched;
    std::int64_t place = 0;
    int acts = 0;

    Statement insertAct;
    Statement setPlaced;
    Statement setRefused;
    Statement setAnswered;
    Statement setCases;
    Statement meta;
    Statement setMeta;
    Statement deleteMeta;
    Statement selectHeads;
    Statement keepHead;
    Statement keepSigned;
    Statement deleteHeads;
    Statement unfinished;
};

} // namespace yichuang
