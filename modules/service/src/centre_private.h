// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hall_view.h"
#include "judge.h"
#include "ledger.h"
#include "push_queue.h"

#include <yichuang/centralstore/store.h>
#include <yichuang/service/centre.h>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace yichuang {

/// What each workstation's word was when this process last wrote it down: a counter that waits for news says the same
/// many times a minute, and silence asks for one of them. Thread-safe.
class HeardLately {
public:
    [[nodiscard]] bool isFresh(const WorkstationId& workstation, std::int64_t written, std::int64_t said) const;
    void keep(const WorkstationId& workstation, std::int64_t written, std::int64_t said);

private:
    mutable std::mutex m_mutex;
    std::map<WorkstationId, std::pair<std::int64_t, std::int64_t>> m_words; ///< number, time
};

/// What all of the centre's doings share.
class CentreRooms {
public:
    CentreRooms(std::shared_ptr<CentralStore> centralStore, const CentreClock& centreClock)
        : store(std::move(centralStore))
        , clock(centreClock)
        , keys(store) { }

    std::shared_ptr<CentralStore> store;
    const CentreClock& clock;
    CentreKeys keys;
    HallCache hall;
    HeardLately heard;
    PushQueue pushes;
    std::atomic<bool> applicantsIndexed = false; ///< nothing of an older schema is left to be read

    [[nodiscard]] std::int64_t now() const { return toMilliseconds(clock.now()); }

    /// Runs the work in a transaction and commits; begins again where the database says that two stood in each other's
    /// way. The work may ask for another try itself by the error "centre.again".
    [[nodiscard]] Result<void> inTransaction(
        Access access, const std::function<Result<void>(CentralTransaction&)>& work);

    /// Hall facts by the centre's own origin, with keys for scopes that have none yet. Used under a lock of `hall`.
    [[nodiscard]] Result<void> writeHallFacts(
        Ledger& ledger, std::vector<HallFact> facts, const std::set<ScopeId>& scopes);
    /// An entry of the centre in a case, lawful by `decide`; appended to the stream's work and its scopes' logs.
    /// `ground` and `target` as the event asks. Returns false where the law refuses it.
    struct OwnEntry {
        Event event = Event::DeemAccepted;
        CommandAct act = CommandAct::Do;
        CommandFacts facts {};
        Particulars particulars {};
    };
    [[nodiscard]] Result<bool> writeOwnEntry(
        Ledger& ledger, Judge& judge, StreamWork& stream, const OwnEntry& own, const Calendar* calendar = nullptr);
    /// `recalendar` where the calendar of today moves one of the case's open dates.
    [[nodiscard]] Result<bool> recalendarStream(Ledger& ledger, Judge& judge, StreamWork& stream);

    /// Locks the streams' scopes and reads the streams again under the lock. Error "centre.again" where they moved
    /// meanwhile.
    [[nodiscard]] Result<void> lockStreams(
        Ledger& ledger, Casebook& casebook, const std::set<StreamId>& streams, std::set<ScopeId> more = {});

    /// Several pushes in one transaction; their answers are filled in.
    [[nodiscard]] Result<void> admitTogether(const std::vector<WaitingPush*>& together);

    [[nodiscard]] Result<std::vector<ScopeId>> scopesRead(const HallView& view, const WorkstationId& workstation) const;
};

class Centre::Private final : public CentreRooms {
public:
    using CentreRooms::CentreRooms;
};

} // namespace yichuang
