// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/messages.h>
#include <yichuang/domain/ids.h>
#include <yichuang/domain/result.h>
#include <yichuang/vault/crypto.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yichuang {

namespace sql {
class Connection;
}

/// How far the centre has received what one origin wrote. A branch (a restored image that enrolled anew and hands in
/// its tail) is a chain of its own: "<origin>@<workstation that hands it in>".
struct ChainRow {
    std::string id;
    std::int64_t number = 0;
    HashText hash;
    std::int64_t lastTime = 0; ///< corrected time of the last act received
    std::int64_t lastSeen = 0; ///< position of `hall` that act had seen
};

/// The end of a scope log, and of the centre's own chain in that scope: both move under the scope's lock.
struct ScopeRow {
    ScopeId id;
    std::int64_t position = 0;
    HashText hash;
    std::int64_t ownNumber = 0;
    HashText ownHash;
    KeyId key;
    std::int64_t signedTime = 0;
    std::string signature;
};

/// A stream as lists and locks need it; what it holds is in its acts.
struct StreamRow {
    StreamId id;
    ScopeId home;
    bool opened = false; ///< false: only refused acts have named it
    std::string caseNo;
    std::string stage;
    bool open = false; ///< not concluded
    std::string watchOn; ///< ISO date from which silence may speak, empty if never
    std::string concludedOn; ///< ISO date
    std::int64_t acts = 0;
    HashText headHash; ///< of its last act
};

/// An act as it is stored: its bytes in four columns, so that particulars can be erased alone.
struct ActRow {
    ActId id;
    std::string chain;
    std::int64_t number = 0;
    HashText hash;
    std::string verdict;
    std::string reason;
    std::string answer; ///< the verdict as it was told, in the store's own form
    std::int64_t receivedAt = 0;
    std::string head;
    std::string signature;
    std::string facts; ///< lines joined by line feeds
    std::string particulars; ///< lines joined by line feeds, "null" where erased

    [[nodiscard]] ActBytes bytes() const;
    void setBytes(const ActBytes& bytes);
};

struct StreamAct {
    StreamId stream;
    std::int64_t ordinal = 0; ///< from 1
    ActId act;
};

struct CentreKeyRow {
    KeyId id;
    ScopeId scope;
    std::string publicKey;
    std::string sealedSecret;
};

/// "Up to number `written` I had written at `at`": what silence waits for.
struct ContactRow {
    WorkstationId workstation;
    std::int64_t written = 0;
    std::int64_t at = 0;
};

/// A case by whom it names as applicant. Nobody's number stands here: `hash` is a keyed one, and its key is not in this
/// table.
struct ApplicantRow {
    HashText hash;
    StreamId stream;
    std::int64_t at = 0; ///< of the intake: the newest case knows best
};

/// That somebody asked who an applicant is. Only ever added to; each person's readings are numbered and chained.
struct ReadingRow {
    PersonId person;
    std::int64_t number = 0; ///< from 1, of this person
    std::int64_t at = 0;
    WorkstationId workstation;
    WindowId window;
    HashText applicant; ///< as in ApplicantRow
    std::string purpose;
    bool found = false;
    HashText link; ///< hashText(linkText(link before, row))
};
/// "previous\nperson\nnumber\nat\nworkstation\nwindow\napplicant\nfound\npurpose".
[[nodiscard]] std::string linkText(std::string_view previousLink, const ReadingRow& row);

struct AccountRow {
    PersonId person;
    std::string verifier;
    std::int64_t failed = 0;
    std::int64_t lockedUntil = 0;
};

struct TokenRow {
    std::string hash;
    std::string kind;
    PersonId person;
    WorkstationId workstation;
    std::int64_t expires = 0;
};

enum class Access { Read, Write };

/// One transaction. Not committed = rolled back when it goes. Used by one thread. Errors as of the store.
class CentralTransaction {
public:
    CentralTransaction(std::unique_ptr<sql::Connection> connection,
        std::function<void(std::unique_ptr<sql::Connection>)> giveBack,
        std::function<Result<void>(std::string_view)> probe);
    ~CentralTransaction();
    CentralTransaction(const CentralTransaction&) = delete;
    CentralTransaction& operator=(const CentralTransaction&) = delete;

    [[nodiscard]] Result<void> begin(Access access);
    [[nodiscard]] Result<void> commit();

    // Locks (acts.md "Locks"): the caller sorts; rows that are not there yet are made.
    [[nodiscard]] Result<std::map<std::string, ChainRow>> lockChains(const std::vector<std::string>& sorted);
    [[nodiscard]] Result<std::map<ScopeId, ScopeRow>> lockScopes(const std::vector<ScopeId>& sorted);
    [[nodiscard]] Result<void> writeChains(const std::vector<ChainRow>& rows);
    [[nodiscard]] Result<void> writeScopes(const std::vector<ScopeRow>& rows);
    [[nodiscard]] Result<std::optional<ChainRow>> chain(const std::string& id);
    [[nodiscard]] Result<std::vector<ChainRow>> chains();
    [[nodiscard]] Result<std::vector<std::string>> chainIds(); ///< of all acts there are
    [[nodiscard]] Result<std::vector<ScopeRow>> scopes(); ///< all
    [[nodiscard]] Result<std::vector<ScopeRow>> scopes(const std::vector<ScopeId>& ids);

    // Acts
    [[nodiscard]] Result<std::map<ActId, ActRow>> acts(const std::vector<ActId>& ids); ///< whole
    [[nodiscard]] Result<std::map<ActId, ActRow>> verdicts(const std::vector<ActId>& ids); ///< without bytes
    [[nodiscard]] Result<std::optional<ActRow>> actAt(const std::string& chain, std::int64_t number); ///< without bytes
    [[nodiscard]] Result<std::vector<ActRow>> actsOfChain(const std::string& chain, std::int64_t after, int limit);
    [[nodiscard]] Result<void> addActs(const std::vector<ActRow>& rows);
    [[nodiscard]] Result<void> writeParticulars(const ActId& act, std::string_view particulars);

    // Streams
    [[nodiscard]] Result<std::map<StreamId, StreamRow>> streams(const std::vector<StreamId>& ids);
    /// Scopes beside the home.
    [[nodiscard]] Result<std::map<StreamId, std::vector<ScopeId>>> memberships(const std::vector<StreamId>& ids);
    /// Admitted acts of the streams in order, whole.
    [[nodiscard]] Result<std::map<StreamId, std::vector<ActRow>>> actsOfStreams(const std::vector<StreamId>& ids);
    [[nodiscard]] Result<std::vector<StreamAct>> streamActs(
        const StreamId& after, std::int64_t afterOrdinal, int limit);
    [[nodiscard]] Result<void> addStreams(const std::vector<StreamRow>& rows);
    [[nodiscard]] Result<void> writeStreams(const std::vector<StreamRow>& rows);
    [[nodiscard]] Result<void> addStreamActs(const std::vector<StreamAct>& rows);
    [[nodiscard]] Result<void> addMemberships(const std::vector<std::pair<ScopeId, StreamId>>& rows);
    [[nodiscard]] Result<void> dropMembership(const ScopeId& scope, const StreamId& stream);
    /// Which of these case numbers are used.
    [[nodiscard]] Result<std::set<std::string>> usedNumbers(const std::vector<std::string>& numbers);
    /// Streams of a scope in order of id, after `after`: open ones, and those concluded on `concludedSince` or later.
    [[nodiscard]] Result<std::vector<StreamRow>> streamsOfScope(
        const ScopeId& scope, const StreamId& after, std::string_view concludedSince, int limit);
    /// Cases on which silence may speak on `today` or before, after `after`.
    [[nodiscard]] Result<std::vector<StreamRow>> watched(std::string_view today, const StreamId& after, int limit);
    [[nodiscard]] Result<std::vector<StreamRow>> openCases(const StreamId& after, int limit);

    // Applicants
    /// Of cases that are opened in this transaction.
    [[nodiscard]] Result<void> addApplicants(const std::vector<ApplicantRow>& rows);
    /// Written only where they are not there yet.
    [[nodiscard]] Result<void> offerApplicants(const std::vector<ApplicantRow>& rows);
    [[nodiscard]] Result<void> dropApplicantsOf(const StreamId& stream);
    /// The newest cases first.
    [[nodiscard]] Result<std::vector<StreamId>> casesOfApplicant(const HashText& hash, int limit);
    /// Cases that were opened, in order of id, after `after`.
    [[nodiscard]] Result<std::vector<StreamId>> openedCases(const StreamId& after, int limit);
    /// `row.number` and `row.link` follow from the person's last one. The caller holds her account's lock.
    [[nodiscard]] Result<void> addReading(ReadingRow row);
    /// Her reading so many before the next one; nullopt where she has fewer.
    [[nodiscard]] Result<std::optional<ReadingRow>> readingBefore(const PersonId& person, int back);
    /// From `since` (ms) on, of one person or (empty) of all, in order of time; `after` is the last row of the page
    /// before.
    [[nodiscard]] Result<std::vector<ReadingRow>> readings(
        std::int64_t since, const PersonId& person, const ReadingRow& after, int limit);
    /// All, by person and number, after that one.
    [[nodiscard]] Result<std::vector<ReadingRow>> readingsInOrder(
        const PersonId& person, std::int64_t number, int limit);

    // Scope log
    [[nodiscard]] Result<void> addLines(const std::vector<ScopeLine>& lines);
    [[nodiscard]] Result<std::vector<ScopeLine>> lines(const ScopeId& scope, std::int64_t after, int limit);
    [[nodiscard]] Result<std::optional<HashText>> linkAt(const ScopeId& scope, std::int64_t position);

    // The centre's keys and settings
    [[nodiscard]] Result<std::vector<CentreKeyRow>> centreKeys();
    [[nodiscard]] Result<void> addCentreKey(const CentreKeyRow& row);
    [[nodiscard]] Result<std::map<std::string, std::string>> settings();
    [[nodiscard]] Result<void> writeSetting(std::string_view name, std::string_view value);
    /// Written only where there is none yet.
    [[nodiscard]] Result<void> offerSetting(std::string_view name, std::string_view value);

    // Number blocks
    /// Takes `count` serials of the year; the first one, or nullopt where the year has not so many left.
    [[nodiscard]] Result<std::optional<int>> takeSerials(std::string_view centre, int year, int count);
    [[nodiscard]] Result<void> addLease(const Block& block);
    [[nodiscard]] Result<std::vector<Block>> leasesOf(const WorkstationId& workstation);

    // People and machines at the door
    [[nodiscard]] Result<void> writeContact(const ContactRow& row, std::int64_t received);
    [[nodiscard]] Result<std::vector<ContactRow>> contacts();
    [[nodiscard]] Result<std::vector<ContactRow>> contactsOf(const WorkstationId& workstation);
    [[nodiscard]] Result<std::optional<AccountRow>> account(const PersonId& person, bool lock);
    [[nodiscard]] Result<void> writeAccount(const AccountRow& row);
    [[nodiscard]] Result<void> writeToken(const TokenRow& row);
    [[nodiscard]] Result<std::optional<TokenRow>> token(std::string_view hash);
    /// True if it was there.
    [[nodiscard]] Result<bool> dropToken(std::string_view hash);
    [[nodiscard]] Result<void> dropTokensOf(const PersonId& person);
    [[nodiscard]] Result<void> dropExpired(std::int64_t now);
    [[nodiscard]] Result<void> addEnrolCode(std::string_view hash, const WindowId& window, std::int64_t expires);
    /// Uses the code up; the window it was made for, nullopt if unknown, used or too old.
    [[nodiscard]] Result<std::optional<WindowId>> useEnrolCode(std::string_view hash, std::int64_t now);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

struct StoreOptions {
    int connections = 8; ///< at most so many at once
    /// File of the key that seals the centre's private keys. Empty: for SQLite `<database>.key` (mode 0600) beside the
    /// database; for PostgreSQL the sealing key stands in the table `setting`, so that several instances share it, and
    /// is then protected by the rights of the database only. `serve --key-file` keeps it outside.
    std::string keyFile;
    /// For tests of faults and delays: asked before every statement and before "COMMIT"; an error fails that statement.
    std::function<Result<void>(std::string_view statement)> probe;
};

/// The central database: PostgreSQL or SQLite behind the same statements and tests. Thread-safe.
/// Errors: "store.address" (neither sqlite: nor postgresql://), "store.schema" (a newer program made this database),
/// "store.unavailable", "store.busy", "store.conflict" (begin again), "store.duplicate", "store.damaged",
/// "store.failed".
class CentralStore {
public:
    /// Opens, and brings the schema to this release's: each step in one transaction; an SQLite file is copied first
    /// (`<file>.schema-<n>.bak`).
    [[nodiscard]] static Result<std::shared_ptr<CentralStore>> open(
        const std::string& address, StoreOptions options = {});
    ~CentralStore();
    CentralStore(const CentralStore&) = delete;
    CentralStore& operator=(const CentralStore&) = delete;

    [[nodiscard]] Result<std::unique_ptr<CentralTransaction>> begin(Access access);
    /// Key that seals the centre's private keys, made at its first use.
    [[nodiscard]] Result<Secret> sealingKey();

private:
    class Private;
    explicit CentralStore(std::unique_ptr<Private> own);
    std::unique_ptr<Private> m_private;
};

} // namespace yichuang
