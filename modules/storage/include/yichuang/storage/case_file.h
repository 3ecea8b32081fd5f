// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/act.h>
#include <yichuang/contract/messages.h>
#include <yichuang/domain/case_state.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace yichuang {

/// Where an act stands, as this workstation knows it.
enum class Standing {
    Waiting, ///< written here; the centre has not answered yet
    Acknowledged, ///< written here and admitted by the centre; not yet seen in the feed, so its place among others' is
                  ///< open
    Admitted, ///< from the centre's log: its place in the stream is final
    Refused ///< kept, never folded: refused, bad act, number clash, or follows one that is
};

/// One entry of a case's stream with all that a case page shows of it.
struct JournalEntry {
    EntryId id;
    Entry entry;
    EntryHead head;
    PersonId person;
    OriginId origin;
    std::int64_t number = 0; ///< of the act in its origin's chain
    std::int64_t deviceTime = 0; ///< ms
    std::int64_t correctedTime = 0; ///< ms
    std::string flag; ///< as in the act's head
    std::optional<Particulars> particulars; ///< empty once erased
    Standing standing = Standing::Waiting;
    bool own = false; ///< written at this workstation
    bool likelyRefused = false;
    bool damaged = false; ///< waiting, and not what was signed here (Outbox::check); not folded
    /// Kept and not in force: the centre took the case in as Received and no more, and this entry decided something.
    bool unfolded = false;
    std::string reason; ///< of a refusal; "received_only" where the case was taken in as Received and no more
    std::map<std::string, std::string> arguments; ///< of a refusal
    std::vector<RefusingState> refusedBy; ///< the case as it stood at the centre when it refused the act
};

/// What the head says of one of its entries; the rest as in an act that was written just now.
[[nodiscard]] JournalEntry journalEntry(const ActHead& head, std::size_t index, Entry entry);

/// The marks of a case in lists and on its page.
struct CaseMarks {
    bool takenInHere = false; ///< opened at this workstation
    int waiting = 0; ///< own acts without an answer; 0 = everything is known at the centre
    bool setAside = false; ///< an own act on it was refused and nobody has settled it yet
    bool likelyRefused = false; ///< own waiting acts no longer hold on what has arrived since
    friend bool operator==(const CaseMarks&, const CaseMarks&) = default;
};

/// A case as this workstation knows it: the fold, and what it is folded from.
struct CaseFile {
    StreamId stream;
    CaseState state; ///< what the centre admitted, and on top what waits here and does not follow a refusal
    CaseState admitted; ///< what the centre admitted alone
    /// In the order of the fold; refused acts stand where they were written.
    std::vector<JournalEntry> entries;
    CaseMarks marks;
    std::optional<EntryId> base; ///< last entry from the centre that others may rest on
    std::optional<EntryId> after; ///< own last entry without its final place
};

/// One row of a list: all that lists, cards and previews need without opening the journal.
struct HeldCase {
    StreamId stream;
    std::string caseNo; ///< 14 digits
    ItemId item;
    int itemVersion = 0;
    std::string department;
    std::string applicant; ///< particulars "summary"
    CaseState state;
    CaseMarks marks;
    std::int64_t openedAt = 0; ///< corrected time of its first act, ms
    std::int64_t changedAt = 0; ///< corrected time of its last act, ms
};

} // namespace yichuang
