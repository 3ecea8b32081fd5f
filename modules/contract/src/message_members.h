// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law_members.h"

#include <yichuang/contract/messages.h>

namespace yichuang::json {

template <> struct EnumText<Verdict> {
    static std::string_view text(Verdict verdict) { return toText(verdict); }
    static std::optional<Verdict> value(std::string_view text) { return verdictFromText(text); }
};
template <> struct EnumText<LineKind> {
    static std::string_view text(LineKind kind) { return toText(kind); }
    static std::optional<LineKind> value(std::string_view text) { return lineKindFromText(text); }
};

/// Messages are no signed bytes: a newer program on the other side may say more than this one reads.
struct Message {
    static constexpr UnknownMembers unknown = UnknownMembers::PassedOver;
};

template <> struct Members<RefusingState> : Message {
    using R = RefusingState;
    static constexpr std::tuple list {Member {"stream", &R::stream, Presence::Required}, Member {"stage", &R::stage},
        Member {"last_entry", &R::lastEntry}, Member {"last_type", &R::lastType}, Member {"last_date", &R::lastDate},
        Member {"last_person", &R::lastPerson}};
};
template <> struct Members<ScopePosition> : Message {
    static constexpr std::tuple list {Member {"scope", &ScopePosition::scope, Presence::Required},
        Member {"position", &ScopePosition::position, Presence::Required}};
};
template <> struct Members<ActVerdict> : Message {
    using V = ActVerdict;
    static constexpr std::tuple list {Member {"act", &V::act, Presence::Required},
        Member {"number", &V::number, Presence::Required}, Member {"verdict", &V::verdict, Presence::Required},
        Member {"known", &V::known}, Member {"reason", &V::reason}, Member {"arguments", &V::arguments},
        Member {"states", &V::states}, Member {"positions", &V::positions}};
};
template <> struct Members<SignedHead> : Message {
    using H = SignedHead;
    static constexpr std::tuple list {Member {"scope", &H::scope, Presence::Required},
        Member {"position", &H::position, Presence::Required}, Member {"hash", &H::hash, Presence::Required},
        Member {"time", &H::time, Presence::Required}, Member {"key", &H::key, Presence::Required},
        Member {"signature", &H::signature, Presence::Required}};
};
template <> struct Members<PushAnswer> : Message {
    using P = PushAnswer;
    static constexpr std::tuple list {Member {"verdicts", &P::verdicts, Presence::Required},
        Member {"heads", &P::heads, Presence::Required}, Member {"chain_number", &P::chainNumber, Presence::Required},
        Member {"chain_hash", &P::chainHash, Presence::Required}, Member {"time", &P::time, Presence::Required}};
};
template <> struct Members<ScopeLine> : Message {
    using L = ScopeLine;
    static constexpr std::tuple list {Member {"scope", &L::scope, Presence::Required},
        Member {"position", &L::position, Presence::Required}, Member {"kind", &L::kind, Presence::Required},
        Member {"subject", &L::subject, Presence::Required},
        Member {"subject_hash", &L::subjectHash, Presence::Required}, Member {"verdict", &L::verdict},
        Member {"reason", &L::reason}, Member {"link", &L::link, Presence::Required}};
};
template <> struct Members<Block> : Message {
    static constexpr std::tuple list {Member {"id", &Block::id, Presence::Required},
        Member {"centre", &Block::centre, Presence::Required}, Member {"year", &Block::year, Presence::Required},
        Member {"first", &Block::first, Presence::Required}, Member {"last", &Block::last, Presence::Required},
        Member {"workstation", &Block::workstation, Presence::Required},
        Member {"leased_at", &Block::leasedAt, Presence::Required}};
};
template <> struct Members<LeaseRequest> : Message {
    static constexpr std::tuple list {Member {"year", &LeaseRequest::year, Presence::Required},
        Member {"count", &LeaseRequest::count, Presence::Required}};
};
template <> struct Members<EnrolRequest> : Message {
    static constexpr std::tuple list {Member {"code", &EnrolRequest::code, Presence::Required},
        Member {"public_key", &EnrolRequest::publicKey, Presence::Required}, Member {"name", &EnrolRequest::name}};
};
template <> struct Members<EnrolAnswer> : Message {
    using A = EnrolAnswer;
    static constexpr std::tuple list {Member {"workstation", &A::workstation, Presence::Required},
        Member {"window", &A::window, Presence::Required}, Member {"centre", &A::centre, Presence::Required},
        Member {"hall_name", &A::hallName, Presence::Required},
        Member {"recovery_key", &A::recoveryKey, Presence::Required},
        Member {"hall_key", &A::hallKey, Presence::Required}, Member {"time", &A::time, Presence::Required}};
};
template <> struct Members<WorkstationTokenRequest> : Message {
    using R = WorkstationTokenRequest;
    static constexpr std::tuple list {Member {"workstation", &R::workstation, Presence::Required},
        Member {"time", &R::time, Presence::Required}, Member {"signature", &R::signature, Presence::Required}};
};
template <> struct Members<TokenAnswer> : Message {
    static constexpr std::tuple list {Member {"token", &TokenAnswer::token, Presence::Required},
        Member {"expires", &TokenAnswer::expires, Presence::Required},
        Member {"time", &TokenAnswer::time, Presence::Required}};
};
template <> struct Members<SignInRequest> : Message {
    static constexpr std::tuple list {Member {"person", &SignInRequest::person, Presence::Required},
        Member {"password", &SignInRequest::password, Presence::Required},
        Member {"factors", &SignInRequest::factors, Presence::Required}};
};
template <> struct Members<SignInAnswer> : Message {
    using A = SignInAnswer;
    static constexpr std::tuple list {Member {"person", &A::person, Presence::Required},
        Member {"access", &A::access, Presence::Required}, Member {"refresh", &A::refresh, Presence::Required},
        Member {"access_expires", &A::accessExpires, Presence::Required},
        Member {"refresh_expires", &A::refreshExpires, Presence::Required},
        Member {"offline_until", &A::offlineUntil, Presence::Required}, Member {"time", &A::time, Presence::Required}};
};
template <> struct Members<RefreshRequest> : Message {
    static constexpr std::tuple list {Member {"refresh", &RefreshRequest::refresh, Presence::Required}};
};
template <> struct Members<KeyRequest> : Message {
    static constexpr std::tuple list {Member {"key", &KeyRequest::key, Presence::Required},
        Member {"public_key", &KeyRequest::publicKey, Presence::Required}};
};
template <> struct Members<ApplicantRequest> : Message {
    using R = ApplicantRequest;
    static constexpr std::tuple list {Member {"id_kind", &R::idKind, Presence::Required},
        Member {"id_number", &R::idNumber, Presence::Required}, Member {"purpose", &R::purpose, Presence::Required}};
};
template <> struct Members<ApplicantAnswer> : Message {
    using A = ApplicantAnswer;
    static constexpr std::tuple list {Member {"kind", &A::kind, Presence::Required},
        Member {"name", &A::name, Presence::Required}, Member {"phone", &A::phone, Presence::Required},
        Member {"address", &A::address, Presence::Required}, Member {"legal_representative", &A::legalRepresentative},
        Member {"last_seen", &A::lastSeen, Presence::Required}};
};
template <> struct Members<ChainAnswer> : Message {
    static constexpr std::tuple list {Member {"number", &ChainAnswer::number, Presence::Required},
        Member {"hash", &ChainAnswer::hash, Presence::Required},
        Member {"time", &ChainAnswer::time, Presence::Required}};
};
template <> struct Members<TimeAnswer> : Message {
    static constexpr std::tuple list {Member {"time", &TimeAnswer::time, Presence::Required}};
};
template <> struct Members<Problem> : Message {
    static constexpr std::tuple list {Member {"type", &Problem::type, Presence::Required},
        Member {"title", &Problem::title, Presence::Required}, Member {"status", &Problem::status, Presence::Required},
        Member {"code", &Problem::code, Presence::Required}, Member {"arguments", &Problem::arguments}};
};

static_assert(coversAllBut<RefusingState>() && coversAllBut<ScopePosition>() && coversAllBut<ActVerdict>());
static_assert(coversAllBut<SignedHead>() && coversAllBut<PushAnswer>() && coversAllBut<ScopeLine>());
static_assert(coversAllBut<Block>() && coversAllBut<LeaseRequest>() && coversAllBut<EnrolRequest>());
static_assert(coversAllBut<EnrolAnswer>() && coversAllBut<WorkstationTokenRequest>());
static_assert(coversAllBut<TokenAnswer>() && coversAllBut<SignInRequest>() && coversAllBut<SignInAnswer>());
static_assert(coversAllBut<RefreshRequest>() && coversAllBut<KeyRequest>() && coversAllBut<ChainAnswer>());
static_assert(coversAllBut<ApplicantRequest>() && coversAllBut<ApplicantAnswer>());
static_assert(coversAllBut<TimeAnswer>() && coversAllBut<Problem>());

} // namespace yichuang::json
