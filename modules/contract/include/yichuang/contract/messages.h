// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/act.h>
#include <yichuang/domain/law.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// What the centre said of an act, once and for ever (acts.md "At the centre").
enum class Verdict {
    Admitted,
    Refused,
    BadAct, ///< signature, hash or form: kept, nothing of it admitted
    NumberClash, ///< a new case whose number is used already
    NotTaken ///< no verdict yet: past a gap in the chain, or newer than the centre's release; push again later
};
[[nodiscard]] std::string_view toText(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdictFromText(std::string_view text);

/// The case as it stood when it refused an act: what the clerk is shown as the other side.
struct RefusingState {
    StreamId stream;
    std::string stage;
    std::optional<EntryId> lastEntry;
    std::string lastType;
    std::string lastDate;
    PersonId lastPerson;
    friend bool operator==(const RefusingState&, const RefusingState&) = default;
};

struct ScopePosition {
    ScopeId scope;
    std::int64_t position = 0;
    friend bool operator==(const ScopePosition&, const ScopePosition&) = default;
};

struct ActVerdict {
    ActId act;
    std::int64_t number = 0;
    Verdict verdict = Verdict::Admitted;
    bool known = false; ///< pushed before: this is the first verdict again
    std::string reason; ///< RefusalCode text, "follows_refused", "signature", "chain", "release" …
    std::map<std::string, std::string> arguments;
    std::vector<RefusingState> states;
    std::vector<ScopePosition> positions;
    friend bool operator==(const ActVerdict&, const ActVerdict&) = default;
};

/// The head of a scope log, signed with the scope's key over "head\n<scope>\n<position>\n<hash>\n<time>".
struct SignedHead {
    ScopeId scope;
    std::int64_t position = 0;
    HashText hash;
    std::int64_t time = 0;
    KeyId key;
    std::string signature;
    friend bool operator==(const SignedHead&, const SignedHead&) = default;
};
[[nodiscard]] std::string signedText(const SignedHead& head);

/// POST /v1/acts answers with this.
struct PushAnswer {
    std::vector<ActVerdict> verdicts;
    std::vector<SignedHead> heads;
    std::int64_t chainNumber = 0; ///< up to which number of this origin the centre has received
    HashText chainHash;
    std::int64_t time = 0; ///< the centre's clock, ms
};

enum class LineKind { Admitted, Refused, Joined, Left };
[[nodiscard]] std::string_view toText(LineKind kind);
[[nodiscard]] std::optional<LineKind> lineKindFromText(std::string_view text);

/// One line of a scope log.
struct ScopeLine {
    ScopeId scope;
    std::int64_t position = 0;
    LineKind kind = LineKind::Admitted;
    std::string subject; ///< act id, or stream id for joined / left
    HashText subjectHash; ///< the act's hash, or the hash of the stream's last act for joined / left
    std::string verdict; ///< text of the verdict, empty for joined / left
    std::string reason;
    HashText link; ///< hashText(linkText(previous link, line))
    friend bool operator==(const ScopeLine&, const ScopeLine&) = default;
};
/// "previous|scope|position|kind|subject|subjectHash|verdict|reason".
[[nodiscard]] std::string linkText(std::string_view previousLink, const ScopeLine& line);

/// A page of the feed or of a snapshot, as NDJSON:
///   {"line":{…,"acts":n}} followed by n acts, …, and last {"page":{"cursor":…,"heads":[…],"more":bool,"time":ms}}.
struct FeedItem {
    ScopeLine line;
    std::vector<ActBytes> acts; ///< the act; for `joined` all acts of the stream in order
    /// For `joined`: which of its acts were taken in as Received and no more. An act's own line says so by its reason.
    std::vector<ActId> receivedOnly {};
};
struct FeedPage {
    std::vector<FeedItem> items;
    std::string cursor; ///< opaque to the reader
    std::vector<SignedHead> heads;
    bool more = false;
    std::int64_t time = 0;
};

/// A leased block of case numbers (domain.md 4).
struct Block {
    std::string id;
    std::string centre; ///< three digits
    int year = 0; ///< 2026
    int first = 0;
    int last = 0;
    WorkstationId workstation;
    std::int64_t leasedAt = 0;
    friend bool operator==(const Block&, const Block&) = default;
};
struct LeaseRequest {
    int year = 0;
    int count = 200;
};
struct EnrolRequest {
    std::string code;
    std::string publicKey; ///< hex Ed25519, the workstation's own credential
    std::string name; ///< of the machine, for the administrator
};
struct EnrolAnswer {
    WorkstationId workstation;
    WindowId window;
    std::string centre; ///< three digits
    std::string hallName;
    std::string recoveryKey; ///< hex X25519, public half of the hall's recovery key
    CentreKey hallKey; ///< to check the first signed heads with
    std::int64_t time = 0;
};
/// The workstation proves its key by a signature over "token\n<workstation>\n<time>".
struct WorkstationTokenRequest {
    WorkstationId workstation;
    std::int64_t time = 0;
    std::string signature;
};
struct TokenAnswer {
    std::string token;
    std::int64_t expires = 0;
    std::int64_t time = 0;
};
struct SignInRequest {
    std::string person;
    std::string password;
    std::vector<std::string> factors; ///< from the first day; none is asked for yet
};
struct SignInAnswer {
    PersonId person;
    std::string access;
    std::string refresh;
    std::int64_t accessExpires = 0;
    std::int64_t refreshExpires = 0;
    std::int64_t offlineUntil = 0; ///< an offline sign-in at this workstation is good until then
    std::int64_t time = 0;
};
struct RefreshRequest {
    std::string refresh;
};
struct KeyRequest {
    KeyId key;
    std::string publicKey; ///< hex Ed25519; the centre writes the key's stream
};
/// Who is it that a full number names? Answered for the whole hall, of that one applicant; the question is written
/// down.
struct ApplicantRequest {
    std::string idKind; ///< text of an IdentifierKind that names an applicant
    std::string idNumber;
    std::string purpose; ///< never empty: what the answer is for
};
/// As the newest case has it that still knows.
struct ApplicantAnswer {
    std::string kind; ///< "person" or "organisation"
    std::string name;
    std::string phone;
    std::string address;
    std::string legalRepresentative; ///< of an organisation
    std::string lastSeen; ///< ISO date of that case's intake
    friend bool operator==(const ApplicantAnswer&, const ApplicantAnswer&) = default;
};
struct ChainAnswer {
    std::int64_t number = 0;
    HashText hash;
    std::int64_t time = 0;
};

/// GET /v1/time: {"time":ms}.
struct TimeAnswer {
    std::int64_t time = 0;
};

/// RFC 9457 problem document.
struct Problem {
    std::string type; ///< "urn:yichuang:problem:<code>"
    std::string title;
    int status = 0;
    std::string code;
    std::map<std::string, std::string> arguments;
};

// Errors of every parse: "wire.form" with `reason`; an HTML page, an empty body or `{}` is such an error, never a
// crash.
#define YICHUANG_MESSAGE(Type)                                                                                         \
    [[nodiscard]] std::string encode(const Type& value);                                                               \
    [[nodiscard]] Result<Type> parse##Type(std::string_view text)
YICHUANG_MESSAGE(PushAnswer);
YICHUANG_MESSAGE(FeedPage);
YICHUANG_MESSAGE(Block);
YICHUANG_MESSAGE(LeaseRequest);
YICHUANG_MESSAGE(EnrolRequest);
YICHUANG_MESSAGE(EnrolAnswer);
YICHUANG_MESSAGE(WorkstationTokenRequest);
YICHUANG_MESSAGE(TokenAnswer);
YICHUANG_MESSAGE(SignInRequest);
YICHUANG_MESSAGE(SignInAnswer);
YICHUANG_MESSAGE(RefreshRequest);
YICHUANG_MESSAGE(KeyRequest);
YICHUANG_MESSAGE(ApplicantRequest);
YICHUANG_MESSAGE(ApplicantAnswer);
YICHUANG_MESSAGE(ChainAnswer);
YICHUANG_MESSAGE(TimeAnswer);
YICHUANG_MESSAGE(SignedHead);
YICHUANG_MESSAGE(Problem);
#undef YICHUANG_MESSAGE

} // namespace yichuang
