// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/act.h>
#include <yichuang/contract/messages.h>
#include <yichuang/domain/registry.h>
#include <yichuang/domain/result.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

class CentralStore;

/// The centre's clock, a port: `serve --clock` and tests run on a set date.
class CentreClock {
public:
    virtual ~CentreClock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// What `init` needs to know of a hall.
struct HallSettings {
    std::string centre = "400"; ///< three digits
    std::string hallName; ///< 衡阳市政务服务中心
    std::string recoveryPublicKey; ///< hex; `init` prints the private half once and keeps only this
};

struct StoredToken {
    std::string hash; ///< of the token; the token itself is never stored
    std::string kind; ///< "workstation", "access", "refresh"
    PersonId person; ///< empty for a workstation's
    WorkstationId workstation;
    std::int64_t expires = 0;
};

/// That somebody asked who an applicant is.
struct ApplicantReading {
    std::int64_t at = 0;
    PersonId person;
    WorkstationId workstation;
    WindowId window;
    HashText applicant; ///< keyed: the same for the same number, and tells it to nobody
    std::string purpose;
    bool found = false;
};

struct ImportReport {
    int written = 0; ///< entries
    int unchanged = 0;
    std::vector<Error> problems; ///< nothing is written while there is one
};

struct VerifyReport {
    std::int64_t acts = 0;
    std::int64_t lines = 0;
    /// The first that was altered, removed or reordered; empty if the whole is sound. Arguments name act, scope,
    /// position, origin, number.
    std::optional<Error> first;
    std::vector<std::string> erased; ///< entries whose particulars an order of erasure removed
};

/// The central database as the endpoints and the command line see it: every method is one transaction, blocking, and
/// may be called from several threads at once (a pool of connections behind). Nothing is kept in memory that another
/// instance could not rebuild. Errors: "store.busy", "store.unavailable", "store.schema" beside those named.
class Centre {
public:
    Centre(std::shared_ptr<CentralStore> store, const CentreClock& clock);
    ~Centre();
    Centre(const Centre&) = delete;
    Centre& operator=(const Centre&) = delete;

    [[nodiscard]] Result<void> initialise(const HallSettings& settings);
    [[nodiscard]] Result<HallSettings> settings() const;

    /// acts.md "At the centre": steps 1 to 9 for a batch of NDJSON acts by one workstation (≤ 500 acts).
    [[nodiscard]] Result<PushAnswer> push(const WorkstationId& by, std::string_view ndjson);
    [[nodiscard]] Result<ChainAnswer> chain(const WorkstationId& workstation) const;
    /// A workstation is heard: at every authenticated request. `written` is the number of the last act that it had
    /// written at `at` (ms, its corrected clock; later than now counts as now, which is also meant where it is not
    /// said), sent or not (header X-Yichuang-Written), empty if it did not say. Silence waits for this word, and an act
    /// with a higher number was written later (acts.md step 3): hence `at`, for a request may be long on its way. A
    /// contact without a number proves nothing and is not kept: a workstation that never says it is bound by its own
    /// order of times only, and silence waits three days for it. The same number again is written down every 15 s.
    [[nodiscard]] Result<void> recordContact(const WorkstationId& workstation, std::optional<std::int64_t> written,
        std::optional<std::int64_t> at = std::nullopt);

    /// Lines after the cursor in the scopes that the workstation reads (all of them by one opaque cursor; empty = from
    /// the beginning), at most `limit` lines. Error "unknown_head" (409): the cursor names a (position, hash) that this
    /// centre does not have.
    [[nodiscard]] Result<FeedPage> feed(const WorkstationId& by, std::string_view cursor, int limit) const;
    /// True as soon as a scope has lines past the cursor: what a long-poll asks every 100 ms. Cheap.
    [[nodiscard]] Result<bool> hasNews(const WorkstationId& by, std::string_view cursor) const;
    /// A scope's streams as acts, in one repeatable-read transaction a page; resumable by cursor, which after the last
    /// page is a feed cursor.
    [[nodiscard]] Result<FeedPage> snapshot(const WorkstationId& by, std::string_view cursor, int limit) const;

    [[nodiscard]] Result<Block> lease(const WorkstationId& workstation, const LeaseRequest& request);
    /// A code for one use within a day. Error "window.unknown".
    [[nodiscard]] Result<std::string> makeEnrolCode(const WindowId& window);
    /// Errors: "enrol.code" (unknown, used or too old).
    [[nodiscard]] Result<EnrolAnswer> enrol(const EnrolRequest& request);
    [[nodiscard]] Result<void> registerKey(
        const PersonId& person, const WorkstationId& workstation, const KeyRequest& request);

    /// Writes hall streams by the centre's own origin; what did not change is not written again.
    [[nodiscard]] Result<ImportReport> write(const std::vector<HallFact>& facts);
    /// As it stands now; empty in a hall that nothing was written for yet. Errors "store.…": a database that does not
    /// answer is no hall without people.
    [[nodiscard]] Result<std::shared_ptr<const Registry>> registry() const;

    [[nodiscard]] Result<void> setPassword(const PersonId& person, std::string_view password);
    /// `person`: the staff number, or the name where nobody else bears it. Errors: "sign_in.wrong" (the same for an
    /// unknown or shared name), "sign_in.locked" with `until` after five wrong tries in a row, "sign_in.disabled".
    [[nodiscard]] Result<PersonId> checkPassword(std::string_view person, std::string_view password);
    [[nodiscard]] Result<void> putToken(const StoredToken& token);
    [[nodiscard]] Result<std::optional<StoredToken>> findToken(std::string_view hash) const;
    [[nodiscard]] Result<void> dropToken(std::string_view hash);
    [[nodiscard]] Result<void> dropTokensOf(const PersonId& person);

    /// Deemed acceptance, lapses and archive that are due by now, with the waiting rule of acts.md "Silence". Returns
    /// how many entries were written.
    [[nodiscard]] Result<int> writeSilence();
    /// A case that another scope has to read from now on, or no longer. Readers of the scope get the stream whole.
    /// Errors: "stream.unknown", "scope.member", "scope.not_member" (the home scope is never left).
    [[nodiscard]] Result<void> joinScope(const StreamId& stream, const ScopeId& scope);
    [[nodiscard]] Result<void> leaveScope(const StreamId& stream, const ScopeId& scope);
    /// Executes an order of erasure: the particulars of these entries of one case go, heads and facts stay, and an
    /// entry `erased` names them. `order` says who ordered it, as particulars of that entry. Errors: "stream.unknown",
    /// "entry.unknown".
    [[nodiscard]] Result<void> erase(
        const StreamId& stream, const std::vector<EntryId>& entries, const Particulars& order);

    /// Who it is that a full number names, as the hall's newest case has it that still knows; the reading is written
    /// down in the same transaction, found or not. Whether the person may ask is the caller's to check (rolesTakingIn).
    /// Errors, none of which reads or writes anything but the first: "applicant.unknown", "applicant.number" with
    /// `kind` and `reason` (of `identify`, or "kind" for one that names no applicant), "applicant.purpose" (empty, more
    /// than one line, or longer than `most` bytes), "applicant.too_often" with `seconds` to wait, past 60 in a minute.
    [[nodiscard]] Result<ApplicantAnswer> readApplicant(
        const PersonId& person, const WorkstationId& workstation, const ApplicantRequest& request);
    /// Every reading from `since` (ms) on, in order of time; of one person, or of all where she is empty.
    [[nodiscard]] Result<void> eachReading(
        std::int64_t since, const PersonId& person, const std::function<void(const ApplicantReading&)>& take) const;
    /// Brings cases into the index of applicants that were admitted before there was one: some hundred a transaction,
    /// beside everything else, and never twice. Returns how many cases were read.
    [[nodiscard]] Result<int> indexApplicants();

    /// `recalendar` for every case with an open date that this calendar moves.
    [[nodiscard]] Result<int> recalendar();

    [[nodiscard]] Result<VerifyReport> verify(const std::vector<SignedHead>& knownHeads) const;
    /// Cheap question for /readyz.
    [[nodiscard]] Result<void> ping() const;

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace yichuang
