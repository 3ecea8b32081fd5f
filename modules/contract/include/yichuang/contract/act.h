// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/entry.h>
#include <yichuang/domain/ids.h>
#include <yichuang/domain/registry.h>
#include <yichuang/domain/result.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace yichuang {

/// A hash as text: algorithm byte and value in lower-case hex ("01" = BLAKE2b-256, 66 characters in all).
using HashText = std::string;

/// Position and link hash of a scope log, as a reader last saw it.
struct Seen {
    std::int64_t position = 0;
    HashText hash; ///< empty at position 0
    friend bool operator==(const Seen&, const Seen&) = default;
};

/// What the head says of one entry.
struct EntryHead {
    StreamId stream;
    std::optional<EntryId> base; ///< the stream's last entry from the centre that the writer had
    std::optional<EntryId> after; ///< his own last waiting entry there
    std::string type; ///< "receive", "extend.request", "person" …
    int schema = 1;
    HashText facts;
    HashText particulars;
    friend bool operator==(const EntryHead&, const EntryHead&) = default;
};

/// The one line that is signed and chained (acts.md "Head").
struct ActHead {
    int release = 1; ///< of the writer's wire; a centre takes its own and the one before
    ActId act;
    OriginId origin;
    std::int64_t number = 0; ///< running number of the origin, from 1
    HashText previous; ///< hash of the origin's previous act, empty for the first
    PersonId person; ///< "centre" for the centre's own acts
    KeyId key;
    int law = 1;
    std::int64_t deviceTime = 0; ///< ms since the epoch, as the device's clock said
    std::int64_t correctedTime = 0; ///< ms, device clock plus the offset measured from the centre
    std::string flag; ///< "" or "clock": the wall clock had moved and the clerk confirmed the date
    Seen seen; ///< of scope `hall`
    std::vector<EntryHead> entries;
    friend bool operator==(const ActHead&, const ActHead&) = default;
};

/// Particulars: what names a person or is free text. No rule reads them. A value is text; nested values ("form",
/// "applicant") are JSON as text.
using Particulars = std::map<std::string, std::string>;

/// An act as bytes: these lines are what is hashed, signed, stored, pushed and fetched; nobody serialises them again.
struct ActBytes {
    std::string head; ///< one line, without the line feed
    std::string signature; ///< one line: {"signature":"01…"}
    struct Bodies {
        std::string facts;
        std::optional<std::string> particulars; ///< empty once erased
    };
    std::vector<Bodies> bodies;

    /// The NDJSON lines, each ended by a line feed; erased particulars are the line `null`.
    [[nodiscard]] std::string wire() const;
    [[nodiscard]] std::size_t size() const;
    friend bool operator==(const ActBytes& left, const ActBytes& right) { return left.wire() == right.wire(); }
};

using FactsBody = std::variant<Entry, HallFact>;

/// An act parsed and checked for form; the bytes stay beside it.
struct ParsedAct {
    ActBytes bytes;
    ActHead head;
    std::string signature; ///< "01" + 128 hex digits
    std::vector<FactsBody> facts; ///< one for each entry
    HashText hash; ///< filled by whoever checks it; empty after parsing
};

/// "ws:<workstation>": whose acts one workstation's chain holds.
[[nodiscard]] OriginId originOf(const WorkstationId& workstation);
/// "centre:<scope>": the chain of the centre's own acts in a scope.
[[nodiscard]] OriginId originOf(const ScopeId& scope);
/// Whether an act of this person, written at this origin, may be signed with the key. A person's key is good at its own
/// workstation only, a centre's key in its own scope only.
[[nodiscard]] bool mayHaveSigned(const PersonKey& key, const ActHead& head);
[[nodiscard]] bool mayHaveSigned(const CentreKey& key, const ActHead& head);

/// Writes the head line. Member order is fixed; integers only.
[[nodiscard]] std::string encodeHead(const ActHead& head);
/// Errors: "act.head" with `reason` (duplicate member, floating-point number, unknown or missing member, wrong type,
/// not UTF-8).
[[nodiscard]] Result<ActHead> parseHead(std::string_view line);

/// "receive" or "extend.request"; for hall facts by the alternative.
[[nodiscard]] std::string typeOf(const FactsBody& facts);
/// Facts line with the given salt (32 hex digits). Names of staff are particulars, see `hallParticulars`.
[[nodiscard]] std::string encodeFacts(const FactsBody& facts, std::string_view salt);
/// Errors: "act.facts". A member that the type does not have is an error. Never throws.
[[nodiscard]] Result<FactsBody> parseFacts(std::string_view type, int schema, std::string_view line);
[[nodiscard]] std::string encodeParticulars(const Particulars& particulars, std::string_view salt);
[[nodiscard]] Result<Particulars> parseParticulars(std::string_view line);
/// A staff member's name travels as particular "name": these two carry it over.
[[nodiscard]] Particulars hallParticulars(const HallFact& fact);
void applyHallParticulars(HallFact& fact, const Particulars& particulars);

/// Reads acts from NDJSON; each call takes the next act's lines off the front of `text`. Errors: "act.form" with
/// `reason`; the caller can't go on after one.
[[nodiscard]] Result<ActBytes> takeActBytes(std::string_view& text);
/// Head, signature line and facts parsed, in one pass; particulars stay bytes until somebody shows them.
[[nodiscard]] Result<ParsedAct> parseAct(ActBytes bytes);

} // namespace yichuang
