// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hall_view.h"

#include <yichuang/centralstore/store.h>
#include <yichuang/contract/messages.h>
#include <yichuang/domain/entry.h>
#include <yichuang/vault/crypto.h>

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace yichuang {

/// The centre's private keys, one a scope, unsealed once and kept. Thread-safe.
class CentreKeys {
public:
    struct Key {
        KeyId id;
        std::string publicKey;
        Secret secret;
    };
    explicit CentreKeys(std::shared_ptr<CentralStore> store);
    /// Gets the sealing key, once: before a transaction, for it needs one of its own.
    [[nodiscard]] Result<void> open();
    /// nullptr if the scope has none yet.
    [[nodiscard]] Result<std::shared_ptr<const Key>> of(CentralTransaction& transaction, const ScopeId& scope);
    /// What stands for a number in the index of applicants: a keyed hash, under a key derived from the sealing key, so
    /// that it is kept where that one is. After `open`.
    [[nodiscard]] HashText blind(std::string_view kind, std::string_view number) const;
    /// A fresh key for the scope, written in this transaction; the caller registers its public half in `hall`.
    [[nodiscard]] Result<std::shared_ptr<const Key>> make(CentralTransaction& transaction, const ScopeId& scope);
    /// After a transaction that made a key was rolled back.
    void forget();

private:
    std::shared_ptr<CentralStore> m_store;
    std::mutex m_mutex;
    Secret m_sealing;
    Secret m_blinding;
    std::map<ScopeId, std::shared_ptr<const Key>> m_keys;
    SystemRandomness m_randomness;
};

/// What a transaction appends: scope lines under their locks, acts, streams, and the centre's own acts. Everything is
/// decided in memory and written at the end in a few statements.
class Ledger {
public:
    Ledger(CentralTransaction& transaction, CentreKeys& keys, std::int64_t now);

    /// Locks more scopes, in order. Only once before anything is appended.
    [[nodiscard]] Result<void> lock(const std::set<ScopeId>& scopes);
    [[nodiscard]] bool holds(const ScopeId& scope) const { return m_scopes.contains(scope); }
    [[nodiscard]] const ScopeRow& scope(const ScopeId& id) const { return m_scopes.at(id); }
    [[nodiscard]] CentralTransaction& transaction() { return m_transaction; }
    [[nodiscard]] std::int64_t now() const { return m_now; }

    ScopePosition append(const ScopeId& scope, LineKind kind, const std::string& subject, const HashText& subjectHash,
        std::string_view verdict, std::string_view reason);
    void addAct(ActRow row) { m_acts.push_back(std::move(row)); }
    void addStreamAct(StreamAct row) { m_streamActs.push_back(std::move(row)); }
    void addStream(const StreamRow& row) { m_newStreams[row.id] = row; }
    void writeStream(const StreamRow& row);
    void addApplicant(ApplicantRow row) { m_applicants.push_back(std::move(row)); }
    void addMembership(const ScopeId& scope, const StreamId& stream) { m_memberships.emplace_back(scope, stream); }

    /// An act of the centre in the chain of its origin for that scope; the caller appends its lines.
    /// Error "centre.no_key" where the scope has none.
    [[nodiscard]] Result<SignedAct> writeOwn(
        const ScopeId& scope, const Seen& seen, std::vector<EntryHead> heads, const std::vector<DraftEntry>& entries);

    /// Signs the heads that moved and writes everything. Error "centre.no_key" with `scope`.
    [[nodiscard]] Result<void> flush();
    /// After `flush`: the heads of the locked scopes.
    [[nodiscard]] std::vector<SignedHead> heads() const;

private:
    CentralTransaction& m_transaction;
    CentreKeys& m_keys;
    std::int64_t m_now;
    SystemRandomness m_randomness;
    std::map<ScopeId, ScopeRow> m_scopes;
    std::set<ScopeId> m_moved;
    std::vector<ScopeLine> m_lines;
    std::vector<ActRow> m_acts;
    std::vector<StreamAct> m_streamActs;
    std::map<StreamId, StreamRow> m_newStreams;
    std::map<StreamId, StreamRow> m_changedStreams;
    std::vector<std::pair<ScopeId, StreamId>> m_memberships;
    std::vector<ApplicantRow> m_applicants;
};

[[nodiscard]] SignedHead signedHeadOf(const ScopeRow& row);
/// A head of that position, signed now.
[[nodiscard]] SignedHead signHead(
    const ScopeId& scope, std::int64_t position, const HashText& hash, std::int64_t time, const CentreKeys::Key& key);
inline constexpr std::string_view centrePerson = "centre";

} // namespace yichuang
