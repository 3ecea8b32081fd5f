// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/registry.h>
#include <yichuang/storage/case_file.h>
#include <yichuang/storage/values.h>
#include <yichuang/vault/crypto.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace yichuang {

class Chains;
struct OwnChain;
class Database;
class Leases;
class Projections;
class RegistryFold;

/// A signed act, about to be stored. `entries` are what `writeAct` was given: nothing is parsed again.
struct NewAct {
    SignedAct act;
    std::vector<DraftEntry> entries;
    std::string finishedDraft; ///< id of the draft that ends with it; may be empty
};
/// An act that came into the file, and the cases that it touches.
struct Arrival {
    ActId act;
    std::vector<StreamId> streams;
};
struct WrittenAct {
    ActId act;
    std::int64_t number = 0;
    std::vector<StreamId> streams;
};

/// What a writer may ask while its transaction is open. Valid only inside `Journal::write`.
class ActDesk {
public:
    [[nodiscard]] const Registry& registry() const;
    /// Fold of a case; an unknown stream is an empty file in stage Draft.
    [[nodiscard]] Result<CaseFile> file(const StreamId& stream) const;
    /// The next leased case number of that year, 14 digits. Given back if the transaction fails. Errors "lease.empty",
    /// "lease.year".
    [[nodiscard]] Result<std::string> takeNumber(int year);
    /// A head ready for `writeAct`: act id, origin, number, previous, `seen`, and one entry for each stream named (the
    /// same stream may be named twice), with `base` and `after` as they stand before this act; entries of one act in
    /// one stream follow each other in order without naming each other. Times in ms; a corrected time that swayed back
    /// by up to five seconds behind the last act's, as a new measurement of the offset makes it, becomes that one's.
    /// Error "storage.set_aside" (argument `stream`) when a refused act on that stream is not settled yet and
    /// `forStandsAlone` is false.
    [[nodiscard]] Result<ActHead> head(const PersonId& person, const KeyId& key, std::int64_t deviceTime,
        std::int64_t correctedTime, const std::vector<StreamId>& streams, bool forStandsAlone = false) const;
    /// A new, unused case stream.
    [[nodiscard]] StreamId newCase(std::int64_t correctedTime) const;
    [[nodiscard]] Randomness& randomness() const;

private:
    friend class Journal;
    ActDesk(const class Journal& journal, Leases& leases)
        : m_journal(journal)
        , m_leases(leases) { }
    const class Journal& m_journal;
    Leases& m_leases;
};

/// Acts and the cases folded from them. Storage thread; needs the data key ("storage.locked").
class Journal {
public:
    Journal(Database& database, Leases& leases, RegistryFold& registry, Projections& projections, Chains& chains);
    ~Journal();
    /// Once, before anything else is asked; so for every subject of the store.
    [[nodiscard]] Result<void> prepare();

    /// One act in ONE transaction: `write` reads, takes its number, decides and signs; then act, journal rows, case row
    /// with its search tokens, chain head and the end of a draft are written. Whatever fails, nothing has happened and
    /// the error is `write`'s or "storage.…". "storage.chain_moved": somebody else wrote to the file's chain.
    [[nodiscard]] Result<WrittenAct> write(const std::function<Result<NewAct>(ActDesk&)>& write);

    /// Errors "storage.unknown_case".
    [[nodiscard]] Result<CaseFile> file(const StreamId& stream) const;
    [[nodiscard]] Result<StreamId> streamOfNumber(std::string_view caseNo) const;
    /// One act as bytes, own or others'. Error "storage.unknown_act".
    [[nodiscard]] Result<ActBytes> bytesOf(const ActId& act) const;
    [[nodiscard]] Result<ChainHead> chain() const;
    /// Where the file stands: acts that are written or come in later stand behind it. 0 in a new file.
    [[nodiscard]] Result<std::int64_t> mark() const;
    /// Acts on cases behind `mark`, of others than `except`, the last first. `limit` from 1 to 1000.
    [[nodiscard]] Result<std::vector<Arrival>> arrivals(std::int64_t mark, const PersonId& except, int limit) const;
    /// Position and hash of `hall` up to which this workstation has read.
    [[nodiscard]] Result<Seen> seen() const;

private:
    friend class ActDesk;
    /// The time of the next act of a chain: never a little before the last one's.
    [[nodiscard]] Result<std::int64_t> timeAfter(const OwnChain& chain, std::int64_t correctedTime) const;
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace yichuang
