// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/clock.h>
#include <yichuang/storage/values.h>
#include <yichuang/vault/crypto.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

class Chains;
class Database;

// The smaller subjects of the workstation's file. All: storage thread.

/// Drafts, one row each, sealed. Saving is one small transaction; a crash loses what was typed since.
class Drafts {
public:
    explicit Drafts(Database& database);
    ~Drafts();
    [[nodiscard]] Result<void> prepare();

    [[nodiscard]] Result<void> save(const Draft& draft);
    /// Newest first, `content` left empty.
    [[nodiscard]] Result<std::vector<Draft>> of(const PersonId& author) const;
    /// Error "storage.unknown_draft".
    [[nodiscard]] Result<Draft> draft(std::string_view id) const;
    [[nodiscard]] Result<void> discard(std::string_view id);
    /// A stand-in or chief goes on with it.
    [[nodiscard]] Result<void> takeOver(std::string_view id, const PersonId& by);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

/// Leased blocks of case numbers. A block is good for its year only.
class Leases {
public:
    explicit Leases(Database& database);
    ~Leases();
    [[nodiscard]] Result<void> prepare();

    /// The same block twice is one block. Error "lease.overlap".
    [[nodiscard]] Result<void> add(const Block& block);
    /// Inside a transaction (Journal::write). Errors "lease.empty" (argument `year`), "lease.year" when only another
    /// year's numbers are left.
    [[nodiscard]] Result<std::string> take(int year);
    [[nodiscard]] Result<int> left(int year) const;
    /// Whether the next block is to be asked for: 20 % or less of the last block is left.
    [[nodiscard]] Result<bool> wanted(int year) const;
    [[nodiscard]] Result<std::vector<Block>> blocks() const;
    /// Numbers of earlier years are void, and their count is kept for the report. Answers how many were given up.
    [[nodiscard]] Result<int> endYearsBefore(int year);
    /// A restored image may have given these numbers out already.
    [[nodiscard]] Result<void> giveUpAll();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

/// People who signed in here.
class People {
public:
    explicit People(Database& database);
    ~People();
    [[nodiscard]] Result<void> prepare();

    [[nodiscard]] Result<void> remember(const KnownPerson& person);
    /// Error "storage.unknown_person".
    [[nodiscard]] Result<KnownPerson> person(const PersonId& id) const;
    /// By id, or by the name as shown.
    [[nodiscard]] Result<std::optional<KnownPerson>> find(std::string_view idOrName) const;
    /// Last signed in first.
    [[nodiscard]] Result<std::vector<KnownPerson>> all() const;
    [[nodiscard]] Result<void> forget(const PersonId& id);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

/// Who this workstation is, its own credential, time, and what is set for this machine.
class Settings {
public:
    Settings(Database& database, Chains& chains);
    ~Settings();
    [[nodiscard]] Result<void> prepare();

    /// Empty before the enrolment.
    [[nodiscard]] Result<std::optional<Enrolment>> enrolment() const;
    /// First enrolment, or a new one: then the chain begins anew under the new origin, leases are given up, and the old
    /// tail stays in the outbox as a branch.
    [[nodiscard]] Result<void> enrol(const Enrolment& enrolment);
    /// Changes names and address only; the workstation must be the same.
    [[nodiscard]] Result<void> update(const Enrolment& enrolment);
    /// The workstation's own signing key, sealed. Errors "storage.locked", "storage.no_credential".
    [[nodiscard]] Result<Secret> credential() const;
    [[nodiscard]] Result<void> keepCredential(const Secret& secretKey);

    [[nodiscard]] Result<ClockRecord> clock() const;
    [[nodiscard]] Result<void> keepClock(const ClockRecord& record);

    /// Free settings ("printer", "print.offset.a4" …): clear text, never of an applicant. Empty if never set.
    [[nodiscard]] Result<std::string> text(std::string_view name) const;
    [[nodiscard]] Result<void> setText(std::string_view name, std::string_view value);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

/// Does the wall clock still run with the monotonic one, and after the last known contact?
enum class ClockFinding { Fine, BeforeLastContact, MovedBack, MovedOn };
class ClockWatch {
public:
    /// `tolerance`: how far both clocks may part before a clerk is asked.
    explicit ClockWatch(const Clock& clock, std::chrono::milliseconds tolerance = std::chrono::minutes {2});

    [[nodiscard]] ClockFinding look(const ClockRecord& record) const;
    /// The clerk confirmed the date, or the centre has told the time: measured from here on.
    void confirm();

private:
    const Clock& m_clock;
    std::chrono::milliseconds m_tolerance;
    Instant m_wall;
    std::chrono::milliseconds m_monotonic;
};

} // namespace yichuang
