// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/registry.h>
#include <yichuang/storage/case_file.h>
#include <yichuang/storage/values.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

class Database;
class Projections;

struct OutboxAct {
    ActId act;
    OriginId origin; ///< this enrolment's, or an earlier one's whose tail is handed in as a branch
    std::int64_t number = 0;
    HashText hash;
    ActBytes bytes;
};
/// A line of the sync panel. Contents are the caller's to hide: `applicant` is filled in for `person`'s own acts only.
struct OutboxRow {
    ActId act;
    std::int64_t number = 0;
    PersonId person;
    std::int64_t correctedTime = 0;
    std::string type; ///< of its first entry
    StreamId stream; ///< of its first entry
    std::string caseNo;
    std::string applicant;
    bool likelyRefused = false;
};
struct RefusedRow {
    ActId act;
    std::int64_t number = 0;
    PersonId person;
    std::int64_t correctedTime = 0;
    StreamId stream;
    std::string caseNo;
    std::string applicant;
    ItemId item;
    int itemVersion = 0;
    /// Refused, bad act, number clash; admitted with the reason "received_only"; or found damaged here, a bad act whose
    /// reason begins with DamagedAct::prefix.
    ActVerdict verdict;
    bool settled = false;
};
struct OutboxState {
    int waiting = 0;
    std::int64_t waitingSince = 0; ///< corrected time of the oldest, ms; 0 = none
    int refused = 0; ///< not settled
};
/// A waiting act that is not what was signed here.
struct DamagedAct {
    ActId act;
    std::int64_t number = 0;
    /// "sealed", "form" (both can't be read any more), "chain", "bodies", "signature", "person" (not the key of whom it
    /// names), "gap" (whole itself, behind one that can't be read: the centre takes nothing past a gap).
    std::string reason;
    /// Why it is set aside, on the verdict that is kept with it: "damaged_<reason>".
    static constexpr std::string_view prefix = "damaged_";
};
/// What a push changed.
struct PushApplied {
    int taken = 0; ///< own acts that have their verdict now, also those whose verdict the feed had told before
    int admitted = 0; ///< waited until now
    int refused = 0; ///< were not refused until now
    std::vector<StreamId> setAside;
};

/// Own acts on their way to the centre. Storage thread.
class Outbox {
public:
    Outbox(Database& database, Projections& projections);
    ~Outbox();
    [[nodiscard]] Result<void> prepare();

    [[nodiscard]] Result<OutboxState> state() const;
    /// Waiting acts in chain order, at least one if any waits, then up to both limits. An act that can't be read any
    /// more ends its own chain; a later enrolment's acts go on. Needs the data key.
    [[nodiscard]] Result<std::vector<OutboxAct>> next(int acts, std::size_t bytes) const;
    /// Own acts of the present enrolment from that number on, whatever their verdict: for a centre that forgot.
    [[nodiscard]] Result<std::vector<OutboxAct>> kept(std::int64_t fromNumber, int acts, std::size_t bytes) const;
    /// Hash of an own act, empty if it is not kept any more. Number 0 gives the empty hash.
    [[nodiscard]] Result<HashText> hashAt(std::int64_t number) const;
    /// Writes the verdicts down, sets refused acts' streams aside, folds them anew; NotTaken changes nothing. In one
    /// transaction; the same answer twice changes nothing the second time.
    [[nodiscard]] Result<PushApplied> apply(const PushAnswer& answer, std::int64_t correctedNow);
    [[nodiscard]] Result<std::vector<OutboxRow>> rows(const PersonId& person, int limit) const;
    [[nodiscard]] Result<std::vector<RefusedRow>> refused(bool settledToo = false) const;
    /// The clerk has dealt with it: its streams are released on the centre's state; the act stays kept.
    [[nodiscard]] Result<void> settle(const ActId& act);
    /// Every waiting act against chain, body hashes, and the key of the person it names.
    [[nodiscard]] Result<std::vector<DamagedAct>> check(const Registry& registry) const;
    /// Sets aside what `check` found: shown by `refused` with its reason, not folded, its streams set aside until it is
    /// settled. It goes up all the same as long as it can be read, for its chain has to go past it: the centre keeps it
    /// under the verdict `bad_act`, and its answer then counts. Answers how many were not known yet.
    [[nodiscard]] Result<int> setAside(const std::vector<DamagedAct>& damaged);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace yichuang
