// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger.h"

#include <yichuang/domain/law.h>

namespace yichuang {
namespace {
constexpr std::string_view keyPurpose = "centre key";
constexpr std::string_view blindingPurpose = "index of applicants";
} // namespace

CentreKeys::CentreKeys(std::shared_ptr<CentralStore> store)
    : m_store(std::move(store)) { }

Result<void> CentreKeys::open() {
    const std::lock_guard lock(m_mutex);
    if (!m_sealing.empty()) {
        return {};
    }
    auto key = m_store->sealingKey();
    if (!key) {
        return tl::unexpected(key.error());
    }
    m_sealing = std::move(*key);
    m_blinding = deriveKey(m_sealing, blindingPurpose);
    return {};
}

HashText CentreKeys::blind(std::string_view kind, std::string_view number) const {
    std::string text(kind);
    text += '\n';
    text += number;
    return keyedHash(text, m_blinding);
}

Result<std::shared_ptr<const CentreKeys::Key>> CentreKeys::of(CentralTransaction& transaction, const ScopeId& scope) {
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_keys.find(scope); found != m_keys.end()) {
        return found->second;
    }
    const auto rows = transaction.centreKeys();
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (const auto& row : *rows) {
        if (m_keys.contains(row.scope)) {
            continue;
        }
        const auto secret = unseal(row.sealedSecret, keyPurpose, m_sealing);
        if (!secret) {
            return failure("store.key", {{"scope", row.scope.value()}}, "the sealing key does not open it");
        }
        auto key = std::make_shared<Key>();
        key->id = row.id;
        key->publicKey = row.publicKey;
        key->secret = Secret(std::string_view(*secret));
        m_keys[row.scope] = std::move(key);
    }
    const auto found = m_keys.find(scope);
    return found == m_keys.end() ? nullptr : found->second;
}

Result<std::shared_ptr<const CentreKeys::Key>> CentreKeys::make(CentralTransaction& transaction, const ScopeId& scope) {
    const std::lock_guard lock(m_mutex);
    auto pair = makeSigningKey();
    auto key = std::make_shared<Key>();
    key->id = KeyId("centre-" + pair.publicKey.substr(0, 16));
    key->publicKey = pair.publicKey;
    key->secret = std::move(pair.secretKey);
    const auto bytes = key->secret.bytes();
    const std::string sealedSecret
        = seal({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, keyPurpose, m_sealing, m_randomness);
    if (auto added = transaction.addCentreKey({key->id, scope, key->publicKey, sealedSecret}); !added) {
        return tl::unexpected(added.error());
    }
    return key;
}

void CentreKeys::forget() {
    const std::lock_guard lock(m_mutex);
    m_keys.clear();
}

Ledger::Ledger(CentralTransaction& transaction, CentreKeys& keys, std::int64_t now)
    : m_transaction(transaction)
    , m_keys(keys)
    , m_now(now) { }

Result<void> Ledger::lock(const std::set<ScopeId>& scopes) {
    auto locked = m_transaction.lockScopes({scopes.begin(), scopes.end()});
    if (!locked) {
        return tl::unexpected(locked.error());
    }
    m_scopes = std::move(*locked);
    return {};
}

ScopePosition Ledger::append(const ScopeId& scope, LineKind kind, const std::string& subject,
    const HashText& subjectHash, std::string_view verdict, std::string_view reason) {
    auto& row = m_scopes.at(scope);
    ScopeLine line;
    line.scope = scope;
    line.position = row.position + 1;
    line.kind = kind;
    line.subject = subject;
    line.subjectHash = subjectHash;
    line.verdict = verdict;
    line.reason = reason;
    line.link = hashText(linkText(row.hash, line));
    row.position = line.position;
    row.hash = line.link;
    m_moved.insert(scope);
    m_lines.push_back(std::move(line));
    return {scope, row.position};
}

void Ledger::writeStream(const StreamRow& row) {
    if (const auto fresh = m_newStreams.find(row.id); fresh != m_newStreams.end()) {
        fresh->second = row;
    } else {
        m_changedStreams[row.id] = row;
    }
}

Result<SignedAct> Ledger::writeOwn(
    const ScopeId& scope, const Seen& seen, std::vector<EntryHead> heads, const std::vector<DraftEntry>& entries) {
    const auto key = m_keys.of(m_transaction, scope);
    if (!key) {
        return tl::unexpected(key.error());
    }
    if (!*key) {
        return failure("centre.no_key", {{"scope", scope.value()}});
    }
    auto& row = m_scopes.at(scope);
    ActHead head;
    head.act = ActId(makeUuid(m_now, m_randomness));
    head.origin = originOf(scope);
    head.number = row.ownNumber + 1;
    head.previous = row.ownHash;
    head.person = PersonId(std::string(centrePerson));
    head.key = (*key)->id;
    head.law = lawVersion;
    head.deviceTime = m_now;
    head.correctedTime = m_now;
    head.seen = seen;
    head.entries = std::move(heads);
    auto act = writeAct(std::move(head), entries, (*key)->secret, m_randomness);
    row.ownNumber += 1;
    row.ownHash = act.hash;
    m_moved.insert(scope);
    ActRow stored;
    stored.id = act.head.act;
    stored.chain = act.head.origin.value();
    stored.number = act.head.number;
    stored.hash = act.hash;
    stored.verdict = toText(Verdict::Admitted);
    stored.receivedAt = m_now;
    stored.setBytes(act.bytes);
    m_acts.push_back(std::move(stored));
    return act;
}

Result<void> Ledger::flush() {
    std::vector<ScopeRow> scopes;
    for (const auto& id : m_moved) {
        auto& row = m_scopes.at(id);
        const auto key = m_keys.of(m_transaction, id);
        if (!key) {
            return tl::unexpected(key.error());
        }
        if (!*key) {
            return failure("centre.no_key", {{"scope", id.value()}});
        }
        const auto head = signHead(id, row.position, row.hash, m_now, **key);
        row.key = head.key;
        row.signedTime = head.time;
        row.signature = head.signature;
        scopes.push_back(row);
    }
    std::vector<StreamRow> fresh;
    fresh.reserve(m_newStreams.size());
    for (const auto& [id, row] : m_newStreams) {
        fresh.push_back(row);
    }
    std::vector<StreamRow> changed;
    changed.reserve(m_changedStreams.size());
    for (const auto& [id, row] : m_changedStreams) {
        changed.push_back(row);
    }
    Result<void> done = m_transaction.addActs(m_acts);
    done = done ? m_transaction.addStreams(fresh) : done;
    done = done ? m_transaction.writeStreams(changed) : done;
    done = done ? m_transaction.addStreamActs(m_streamActs) : done;
    done = done ? m_transaction.addMemberships(m_memberships) : done;
    done = done ? m_transaction.addApplicants(m_applicants) : done;
    done = done ? m_transaction.addLines(m_lines) : done;
    return done ? m_transaction.writeScopes(scopes) : done;
}

std::vector<SignedHead> Ledger::heads() const {
    std::vector<SignedHead> heads;
    for (const auto& [id, row] : m_scopes) {
        if (!row.signature.empty()) {
            heads.push_back(signedHeadOf(row));
        }
    }
    return heads;
}

SignedHead signedHeadOf(const ScopeRow& row) {
    return {row.id, row.position, row.hash, row.signedTime, row.key, row.signature};
}

SignedHead signHead(
    const ScopeId& scope, std::int64_t position, const HashText& hash, std::int64_t time, const CentreKeys::Key& key) {
    SignedHead head {scope, position, hash, time, key.id, {}};
    head.signature = sign(signedText(head), key.secret);
    return head;
}

} // namespace yichuang
