// SPDX-License-Identifier: GPL-3.0-or-later
#include "applicants.h"
#include "centre_private.h"

#include <algorithm>

namespace yichuang {

Result<void> Centre::joinScope(const StreamId& stream, const ScopeId& scope) {
    return m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        Ledger ledger(transaction, m_private->keys, m_private->now());
        Casebook casebook;
        if (auto locked = m_private->lockStreams(ledger, casebook, {stream}, {scope}); !locked) {
            return locked;
        }
        const auto& work = casebook.at(stream);
        if (!work.exists) {
            return failure("stream.unknown", {{"stream", stream.value()}});
        }
        if (std::find(work.scopes.begin(), work.scopes.end(), scope) != work.scopes.end()) {
            return failure("scope.member", {{"scope", scope.value()}});
        }
        ledger.addMembership(scope, stream);
        // The reader fetches the stream whole, up to this act; what comes later comes by the scope's own lines.
        ledger.append(scope, LineKind::Joined, stream.value(), work.row.headHash, {}, {});
        return ledger.flush();
    });
}

Result<void> Centre::leaveScope(const StreamId& stream, const ScopeId& scope) {
    return m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        Ledger ledger(transaction, m_private->keys, m_private->now());
        Casebook casebook;
        if (auto locked = m_private->lockStreams(ledger, casebook, {stream}, {scope}); !locked) {
            return locked;
        }
        const auto& work = casebook.at(stream);
        if (!work.exists) {
            return failure("stream.unknown", {{"stream", stream.value()}});
        }
        if (work.row.home == scope || std::find(work.scopes.begin(), work.scopes.end(), scope) == work.scopes.end()) {
            return failure("scope.not_member", {{"scope", scope.value()}});
        }
        if (auto dropped = transaction.dropMembership(scope, stream); !dropped) {
            return dropped;
        }
        ledger.append(scope, LineKind::Left, stream.value(), work.row.headHash, {}, {});
        return ledger.flush();
    });
}

Result<void> Centre::erase(const StreamId& stream, const std::vector<EntryId>& entries, const Particulars& order) {
    return m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        Ledger ledger(transaction, m_private->keys, m_private->now());
        Casebook casebook;
        if (auto locked = m_private->lockStreams(ledger, casebook, {stream}); !locked) {
            return locked;
        }
        auto& work = casebook.at(stream);
        if (!work.exists) {
            return failure("stream.unknown", {{"stream", stream.value()}});
        }
        std::map<ActId, std::set<int>> ofAct;
        for (const auto& entry : entries) {
            const bool known = std::any_of(
                work.entries.begin(), work.entries.end(), [&](const KnownEntry& one) { return one.id == entry; });
            if (!known) {
                return failure("entry.unknown", {{"act", entry.act.value()}});
            }
            ofAct[entry.act].insert(entry.index);
        }
        std::vector<ActId> ids;
        for (const auto& [act, indexes] : ofAct) {
            ids.push_back(act);
        }
        auto acts = transaction.acts(ids);
        if (!acts) {
            return tl::unexpected(acts.error());
        }
        for (auto& [id, row] : *acts) {
            auto bytes = row.bytes();
            for (const int index : ofAct[id]) {
                bytes.bodies.at(static_cast<std::size_t>(index)).particulars.reset();
            }
            row.setBytes(bytes);
            if (auto written = transaction.writeParticulars(id, row.particulars); !written) {
                return written;
            }
        }
        // Found by his number only as long as the case names him.
        if (auto dropped = transaction.dropApplicantsOf(stream); !dropped) {
            return dropped;
        }
        const auto named = applicantRows(transaction, {stream}, m_private->keys);
        if (!named) {
            return tl::unexpected(named.error());
        }
        if (auto offered = transaction.offerApplicants(*named); !offered) {
            return offered;
        }
        const auto view = m_private->hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        Judge judge(*view, ledger.now());
        CentreRooms::OwnEntry own;
        own.event = Event::Erased;
        own.facts.erasedEntries = entries;
        own.facts.reasonGiven = true;
        own.particulars = order;
        const auto written = m_private->writeOwnEntry(ledger, judge, work, own);
        if (!written) {
            return tl::unexpected(written.error());
        }
        return *written ? ledger.flush() : failure("centre.law", {{"event", "erased"}});
    });
}

} // namespace yichuang
