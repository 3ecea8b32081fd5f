// SPDX-License-Identifier: GPL-3.0-or-later
#include "push.h"

#include "applicants.h"
#include "push_queue.h"
#include "told.h"

#include <algorithm>
#include <set>

namespace yichuang {

Push::Push(CentreRooms& centre, Ledger& ledger, std::shared_ptr<const HallView> hall)
    : m_centre(centre)
    , m_ledger(ledger)
    , m_hall(std::move(hall))
    , m_judge(m_hall, ledger.now()) { }

namespace {

/// What the acts of a transaction name, collected before anything is locked.
struct Named {
    std::set<std::string> chains;
    std::set<StreamId> streams;
    std::set<ActId> acts;
    std::vector<std::string> numbers;
    std::set<WorkstationId> writers;
    std::map<StreamId, std::vector<ScopeId>> openingScopes;
    std::map<StreamId, ScopeId> ownScopes; ///< of the workstation that hands it in

    void add(const PushedBatch& batch, const Registry& registry);
    void add(const BatchAct& one, const Registry& registry);
};

void Named::add(const PushedBatch& batch, const Registry& registry) {
    const auto* own = registry.workstation(batch.by);
    const ScopeId ownScope("window:" + (own == nullptr ? std::string {} : own->window.value()));
    for (const auto& one : batch.acts) {
        if (one.chain.empty()) {
            continue;
        }
        add(one, registry);
        for (const auto& head : one.act.head.entries) {
            ownScopes.emplace(head.stream, ownScope);
        }
    }
}

void Named::add(const BatchAct& one, const Registry& registry) {
    chains.insert(one.chain);
    writers.insert(one.workstation);
    acts.insert(one.act.head.act);
    for (std::size_t i = 0; i < one.act.head.entries.size(); ++i) {
        const auto& head = one.act.head.entries[i];
        streams.insert(head.stream);
        if (head.after) {
            acts.insert(head.after->act);
        }
        const auto* entry = i < one.act.facts.size() ? std::get_if<Entry>(&one.act.facts[i]) : nullptr;
        if (entry == nullptr || entry->event != Event::Receive) {
            continue;
        }
        numbers.push_back(entry->facts.caseNo);
        const auto item = registry.item(entry->facts.item, entry->facts.itemVersion);
        const auto* window = registry.window(entry->facts.window);
        if (item && window != nullptr) {
            openingScopes[head.stream] = scopesOf(*item, *window);
        }
    }
}

} // namespace

Result<void> Push::prepare(const std::vector<const PushedBatch*>& batches) {
    Named named;
    for (const auto* batch : batches) {
        named.add(*batch, *m_hall->registry);
    }
    // Of streams that these acts name first.
    auto openingScopes = std::move(named.openingScopes);
    std::set<ScopeId> scopes;
    for (const auto& stream : named.streams) {
        const auto& own = openingScopes.try_emplace(stream, std::vector {named.ownScopes.at(stream)}).first->second;
        scopes.insert(own.begin(), own.end());
    }
    auto locked = m_ledger.transaction().lockChains({named.chains.begin(), named.chains.end()});
    if (!locked) {
        return tl::unexpected(locked.error());
    }
    m_chains = std::move(*locked);
    if (auto read = m_centre.lockStreams(m_ledger, m_casebook, named.streams, scopes); !read) {
        return read;
    }
    for (const auto& stream : named.streams) {
        auto& work = m_casebook.at(stream);
        if (!work.exists) {
            work.row.id = stream;
            work.scopes = openingScopes.at(stream);
            work.row.home = work.scopes.front();
        }
    }
    auto known = m_ledger.transaction().verdicts({named.acts.begin(), named.acts.end()});
    if (!known) {
        return tl::unexpected(known.error());
    }
    m_known = std::move(*known);
    for (const auto& [id, row] : m_known) {
        if (row.verdict != toText(Verdict::Admitted)) {
            m_casebook.noteRefused(id);
        }
    }
    if (!named.numbers.empty()) {
        auto used = m_ledger.transaction().usedNumbers(named.numbers);
        if (!used) {
            return tl::unexpected(used.error());
        }
        m_numbers.used = std::move(*used);
    }
    for (const auto& writer : named.writers) {
        auto contacts = m_ledger.transaction().contactsOf(writer);
        if (!contacts) {
            return tl::unexpected(contacts.error());
        }
        m_contacts[writer] = std::move(*contacts);
        if (!named.numbers.empty()) {
            auto leases = m_ledger.transaction().leasesOf(writer);
            if (!leases) {
                return tl::unexpected(leases.error());
            }
            m_numbers.leases[writer] = std::move(*leases);
        }
    }
    return {};
}

namespace {

ActVerdict notTaken(const BatchAct& act, std::string reason) {
    ActVerdict verdict;
    verdict.act = act.act.head.act;
    verdict.number = act.act.head.number;
    verdict.verdict = Verdict::NotTaken;
    verdict.reason = std::move(reason);
    return verdict;
}

} // namespace

/// Step 1. A branch begins where its first act leaves what the origin's own chain holds.
Result<bool> Push::links(const BatchAct& act, ChainRow& chain) {
    const auto& head = act.act.head;
    const bool branch = act.chain != head.origin.value();
    if (branch && chain.number == 0 && head.number > 1) {
        const auto root = m_ledger.transaction().actAt(head.origin.value(), head.number - 1);
        if (!root) {
            return tl::unexpected(root.error());
        }
        if (*root && (*root)->hash == head.previous) {
            chain.number = head.number - 1;
            chain.hash = head.previous;
        }
    }
    if (head.number != chain.number + 1) {
        return false;
    }
    if (head.previous == chain.hash) {
        return true;
    }
    // After an act that came damaged, the next one's signature vouches for what the damaged one's hash had been.
    const auto last = m_ledger.transaction().actAt(act.chain, chain.number);
    if (!last) {
        return tl::unexpected(last.error());
    }
    const bool damaged = (*last && (*last)->verdict == toText(Verdict::BadAct))
        || (m_lastBad.contains(act.chain) && m_lastBad.at(act.chain) == chain.number);
    return damaged && act.bad.empty();
}

Result<ActVerdict> Push::take(const BatchAct& act) {
    const auto& head = act.act.head;
    if (act.chain.empty()) {
        return notTaken(act, act.waits);
    }
    auto& chain = m_chains.at(act.chain);
    if (const auto known = m_known.find(head.act); known != m_known.end()) {
        if (known->second.hash != act.act.hash) {
            return notTaken(act, "other_content");
        }
        // A branch that tells again what the origin's chain holds already moves along with it.
        if (known->second.chain != act.chain && head.number == chain.number + 1) {
            chain.number = head.number;
            chain.hash = act.act.hash;
        }
        return toldVerdict(known->second);
    }
    if (!act.waits.empty()) {
        return notTaken(act, act.waits);
    }
    const auto linked = links(act, chain);
    if (!linked) {
        return tl::unexpected(linked.error());
    }
    if (!*linked) {
        return notTaken(act, head.number > chain.number + 1 ? std::string(pastGap) : "chain");
    }
    return enter(act, chain);
}

Result<ActVerdict> Push::enter(const BatchAct& act, ChainRow& chain) {
    const auto& head = act.act.head;
    ActVerdict verdict;
    verdict.act = head.act;
    verdict.number = head.number;
    if (!act.bad.empty()) {
        verdict.verdict = Verdict::BadAct;
        verdict.reason = act.bad;
        m_lastBad[act.chain] = head.number;
    } else {
        TimeOfAct time;
        time.received = m_ledger.now();
        time.lastTime = chain.lastTime;
        time.lastSeen = chain.lastSeen;
        for (const auto& contact : m_contacts[act.workstation]) {
            if (contact.written < head.number) {
                time.lastContact = std::max(time.lastContact, contact.at);
            }
        }
        const auto judgement = m_judge.judge(act, time, m_casebook, m_numbers);
        verdict.verdict = judgement.verdict;
        verdict.reason = judgement.reason;
        verdict.arguments = judgement.arguments;
        verdict.states = judgement.states;
        if (judgement.verdict == Verdict::Admitted) {
            if (auto admitted = admit(act, judgement, verdict); !admitted) {
                return tl::unexpected(admitted.error());
            }
        } else {
            refuse(act, verdict);
        }
        // A clock that ran ahead once must not make all that follows look as if time had gone back.
        chain.lastTime = std::max(chain.lastTime, std::min(head.correctedTime, m_ledger.now()));
        if (m_hall->knows(head.seen)) {
            chain.lastSeen = std::max(chain.lastSeen, head.seen.position);
        }
    }
    chain.number = head.number;
    chain.hash = act.act.hash;
    store(act, verdict, chain);
    return verdict;
}

Result<void> Push::admit(const BatchAct& act, const Judgement& judgement, ActVerdict& verdict) {
    const auto& head = act.act.head;
    if (judgement.annulled) {
        auto& stream = m_casebook.at(*judgement.annulled);
        CentreRooms::OwnEntry own;
        own.event = Event::AnnulDeemed;
        for (const auto& known : stream.entries) {
            const auto event = known.entry.event;
            if (event == Event::DeemAccepted || event == Event::CorrectionLapsed || event == Event::Archive
                || event == Event::ToleranceLapsed) {
                own.facts.target = known.id;
            }
        }
        const auto written = m_centre.writeOwnEntry(m_ledger, m_judge, stream, own);
        if (!written) {
            return tl::unexpected(written.error());
        }
        if (!*written) {
            return failure("centre.law", {{"event", "annulDeemed"}});
        }
    }
    std::set<ScopeId> scopes;
    std::set<StreamId> touched;
    for (std::size_t i = 0; i < head.entries.size(); ++i) {
        auto& stream = m_casebook.at(head.entries[i].stream);
        const auto& entry = std::get<Entry>(act.act.facts[i]);
        stream.entries.push_back(
            {{head.act, static_cast<int>(i)}, entry, head.entries[i].after, isFolded(entry, judgement.reason)});
        if (const auto applicant = act.applicants.find(i); applicant != act.applicants.end()) {
            m_ledger.addApplicant({applicant->second, stream.row.id, head.correctedTime});
        }
        if (entry.event == Event::Amend && amendsApplicantNumber(entry.facts.field)) {
            m_renumbered.insert(stream.row.id);
        }
        if (touched.insert(stream.row.id).second) {
            scopes.insert(stream.scopes.begin(), stream.scopes.end());
            stream.row.acts += 1;
            stream.row.headHash = act.act.hash;
            m_ledger.addStreamAct({stream.row.id, stream.row.acts, head.act});
        }
    }
    for (const auto& scope : scopes) {
        verdict.positions.push_back(m_ledger.append(
            scope, LineKind::Admitted, head.act.value(), act.act.hash, toText(Verdict::Admitted), judgement.reason));
    }
    for (const auto& id : touched) {
        auto& stream = m_casebook.at(id);
        stream.state = judgement.after.at(id);
        const bool opened = !stream.row.opened && stream.state.stage != Stage::Draft;
        stream.row.opened = stream.row.opened || opened;
        project(stream.row, stream.state);
        if (opened) {
            m_numbers.used.insert(judgement.number);
            for (std::size_t i = 1; i < stream.scopes.size(); ++i) {
                m_ledger.addMembership(stream.scopes[i], id);
            }
        }
        if (!stream.exists) {
            stream.exists = true;
            m_ledger.addStream(stream.row);
        } else {
            m_ledger.writeStream(stream.row);
        }
    }
    if (judgement.irregular) {
        CentreRooms::OwnEntry own;
        own.event = Event::Irregular;
        own.facts.ground = toText(judgement.irregular->second.code);
        own.facts.reasonGiven = true;
        own.facts.target = EntryId {head.act, 0};
        const auto written = m_centre.writeOwnEntry(m_ledger, m_judge, m_casebook.at(judgement.irregular->first), own);
        if (!written) {
            return tl::unexpected(written.error());
        }
        if (!*written) {
            return failure("centre.law", {{"event", "irregular"}});
        }
    }
    for (const auto& id : touched) {
        if (auto done = m_centre.recalendarStream(m_ledger, m_judge, m_casebook.at(id)); !done) {
            return tl::unexpected(done.error());
        }
    }
    return {};
}

/// Others see both sides, and a cut tail shows.
void Push::refuse(const BatchAct& act, ActVerdict& verdict) {
    const auto& head = act.act.head;
    m_casebook.noteRefused(head.act);
    std::set<ScopeId> scopes;
    for (const auto& entry : head.entries) {
        auto& stream = m_casebook.at(entry.stream);
        scopes.insert(stream.row.home);
        if (!stream.exists) {
            stream.exists = true;
            m_ledger.addStream(stream.row);
        }
    }
    for (const auto& scope : scopes) {
        verdict.positions.push_back(m_ledger.append(
            scope, LineKind::Refused, head.act.value(), act.act.hash, toText(verdict.verdict), verdict.reason));
    }
}

void Push::store(const BatchAct& act, const ActVerdict& verdict, const ChainRow& chain) {
    ActRow row;
    row.id = act.act.head.act;
    row.chain = chain.id;
    row.number = act.act.head.number;
    row.hash = act.act.hash;
    row.verdict = toText(verdict.verdict);
    row.reason = verdict.reason;
    row.answer = textOfVerdict(verdict);
    row.receivedAt = m_ledger.now();
    row.setBytes(act.act.bytes);
    if (verdict.verdict != Verdict::Admitted) {
        m_casebook.noteRefused(row.id);
    }
    ActRow brief = row;
    brief.head.clear();
    brief.facts.clear();
    brief.particulars.clear();
    m_known.emplace(row.id, std::move(brief));
    m_ledger.addAct(std::move(row));
}

Result<void> Push::finish() {
    if (auto flushed = m_ledger.flush(); !flushed) {
        return flushed;
    }
    if (!m_renumbered.empty()) {
        // Rare, and only the whole case knows the number that it comes to.
        auto& transaction = m_ledger.transaction();
        const auto rows = applicantRows(transaction, {m_renumbered.begin(), m_renumbered.end()}, m_centre.keys);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        if (auto offered = transaction.offerApplicants(*rows); !offered) {
            return offered;
        }
    }
    std::vector<ChainRow> chains;
    chains.reserve(m_chains.size());
    for (const auto& [id, chain] : m_chains) {
        chains.push_back(chain);
    }
    return m_ledger.transaction().writeChains(chains);
}

} // namespace yichuang
