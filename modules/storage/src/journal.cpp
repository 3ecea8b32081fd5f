// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/storage/journal.h>

#include "enrolment.h"
#include "projections.h"

#include <yichuang/storage/desk.h>

#include <algorithm>
#include <map>
#include <utility>

namespace yichuang {

class Journal::Private {
public:
    Private(Database& database_, Leases& leases_, RegistryFold& registry_, Projections& projections_, Chains& chains_)
        : database(database_)
        , leases(leases_)
        , registry(registry_)
        , projections(projections_)
        , chains(chains_) { }

    Result<void> store(const NewAct& act, std::int64_t enrolment, std::vector<StreamId>& streams);
    Result<void> project(ProjectedCase& row, const NewAct& act, const StreamId& stream);

    Database& database;
    Leases& leases;
    RegistryFold& registry;
    Projections& projections;
    Chains& chains;
    /// Files folded inside the transaction that is open; asked for twice, they are folded once.
    std::map<StreamId, CaseFile> files;

    Statement insertAct;
    Statement deleteDraft;
    Statement byNumber;
    Statement hallHead;
    Statement timeOf;
    Statement lastAct;
    Statement arrived;
};

Journal::Journal(Database& database, Leases& leases, RegistryFold& registry, Projections& projections, Chains& chains)
    : m_d(std::make_unique<Private>(database, leases, registry, projections, chains)) { }
Journal::~Journal() = default;

Result<void> Journal::prepare() {
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->insertAct,
            "INSERT INTO acts (act, own, number, hash, person, time, standing, cases, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)"},
        {&m_d->deleteDraft, "DELETE FROM drafts WHERE id = ?"},
        {&m_d->byNumber, "SELECT stream FROM cases WHERE number = ? ORDER BY id DESC LIMIT 1"},
        {&m_d->hallHead, "SELECT position, hash FROM heads WHERE scope = 'hall'"},
        {&m_d->timeOf, "SELECT time FROM acts WHERE own = ? AND own > 0 AND number = ?"},
        {&m_d->lastAct, "SELECT max(id) FROM acts"},
        {&m_d->arrived,
            "SELECT act, cases FROM acts WHERE id > ? AND person <> ? AND cases <> '' ORDER BY id DESC LIMIT ?"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_d->database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

Result<WrittenAct> Journal::write(const std::function<Result<NewAct>(ActDesk&)>& write) {
    if (const auto keys = m_d->database.unlocked(); !keys)
        return passOn(keys);
    auto written = m_d->database.transaction([&]() -> Result<WrittenAct> {
        const auto chain = m_d->chains.present();
        if (!chain)
            return passOn(chain);
        ActDesk desk(*this, m_d->leases);
        const auto act = write(desk);
        if (!act)
            return passOn(act);
        const ActHead& head = act->act.head;
        if (head.origin != chain->head.origin || head.number != chain->head.number + 1
            || head.previous != chain->head.hash)
            return failure("storage.chain_moved");
        if (head.entries.empty() || head.entries.size() != act->entries.size())
            return failure("storage.fault", {}, "an act without its entries");
        WrittenAct result {head.act, head.number, {}};
        if (auto stored = m_d->store(*act, chain->ordinal, result.streams); !stored)
            return passOn(stored);
        return result;
    });
    m_d->files.clear();
    return written;
}

Result<void> Journal::Private::store(const NewAct& act, std::int64_t enrolment, std::vector<StreamId>& streams) {
    const ActHead& head = act.act.head;
    const auto keys = database.unlocked();
    if (!keys)
        return passOn(keys);
    for (const EntryHead& entry : head.entries) {
        if (!isCase(entry.stream))
            return failure("storage.fault", {}, "a workstation writes cases only");
        if (std::find(streams.begin(), streams.end(), entry.stream) == streams.end())
            streams.push_back(entry.stream);
    }
    std::vector<std::int64_t> ids;
    bool anew = false;
    for (const StreamId& stream : streams) {
        auto row = projections.load(stream);
        if (!row)
            return passOn(row);
        if (auto projected = project(*row, act, stream); !projected)
            return projected;
        ids.push_back(row->id);
    }
    const std::string packed = packedId(head.act.value());
    const std::string sealed = seal(act.act.bytes.wire(), "act", (*keys)->dataKey(), database.randomness());
    const auto id = insertAct.insert(Blob {packed}, enrolment, head.number, act.act.hash, head.person,
        head.correctedTime, caseList(ids), Blob {sealed});
    if (!id)
        return passOn(id);
    for (const std::int64_t caseId : ids) {
        if (auto added = projections.addToJournal(caseId, *id, std::nullopt); !added)
            return added;
    }
    for (const DraftEntry& entry : act.entries) {
        const auto* fact = std::get_if<Entry>(&entry.facts);
        anew = anew || (fact && fact->event == Event::Amend);
    }
    if (anew) {
        // An amendment changes what the case is found by, which only the whole journal knows.
        for (const std::int64_t caseId : ids) {
            if (auto folded = projections.foldAnew(caseId, false); !folded)
                return passOn(folded);
        }
    }
    if (!act.finishedDraft.empty()) {
        const auto deleted = deleteDraft.run(act.finishedDraft);
        if (!deleted)
            return deleted;
        database.changes().drafts = true;
    }
    database.changes().outbox = true;
    return chains.advance(head.number, act.act.hash);
}

Result<void> Journal::Private::project(ProjectedCase& row, const NewAct& act, const StreamId& stream) {
    const ActHead& head = act.act.head;
    ShownParticulars shown;
    bool opens = false;
    for (std::size_t i = 0; i < head.entries.size(); ++i) {
        if (head.entries[i].stream != stream)
            continue;
        const auto* fact = std::get_if<Entry>(&act.entries[i].facts);
        if (!fact)
            return failure("storage.fault", {}, "a hall fact in a case");
        if (row.setAside && !standsAlone(fact->event))
            return failure("storage.set_aside", {{"stream", stream.value()}});
        if (fact->event == Event::Receive) {
            opens = true;
            shown.take(*fact, act.entries[i].particulars);
        }
        projections.evolveRow(row, *fact);
    }
    if (!row.stored) {
        row.opened = head.correctedTime;
        const auto item = registry.registry()->item(row.sealed.state.item, row.sealed.state.itemVersion);
        if (item)
            row.scopes.insert(homeScope(*item).value());
    }
    row.own = row.own || opens;
    row.changed = std::max(row.changed, head.correctedTime);
    ++row.waiting;
    ++row.unplaced;
    if (opens) {
        row.sealed.applicant = shown.summary();
        SearchSubject subject = shown.subject();
        subject.numbers.push_back(row.sealed.state.caseNo);
        row.tokens = projections.tokensFor(row, tokensOf(subject, database.keys()->tokenKey()));
    }
    return projections.save(row);
}

Result<CaseFile> Journal::file(const StreamId& stream) const {
    const auto id = m_d->projections.idOf(stream);
    if (!id)
        return passOn(id);
    if (!*id)
        return failure("storage.unknown_case");
    return m_d->projections.file(**id, stream);
}

Result<StreamId> Journal::streamOfNumber(std::string_view caseNo) const {
    auto rows = m_d->byNumber.rows(caseNo);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return failure("storage.unknown_case");
    return caseStream(rows->blob(0));
}

Result<ActBytes> Journal::bytesOf(const ActId& act) const {
    const auto id = m_d->projections.actId(act);
    if (!id)
        return passOn(id);
    if (!*id)
        return failure("storage.unknown_act");
    return m_d->projections.bytesOf(**id);
}

Result<ChainHead> Journal::chain() const {
    const auto chain = m_d->chains.present();
    if (!chain)
        return passOn(chain);
    return chain->head;
}

Result<std::int64_t> Journal::mark() const {
    auto rows = m_d->lastAct.rows();
    if (!rows)
        return passOn(rows);
    return rows->next() ? rows->number(0) : 0;
}

Result<std::vector<Arrival>> Journal::arrivals(std::int64_t mark, const PersonId& except, int limit) const {
    std::vector<Arrival> arrivals;
    std::vector<std::vector<std::int64_t>> cases;
    {
        auto rows = m_d->arrived.rows(mark, except, static_cast<std::int64_t>(limit));
        if (!rows)
            return passOn(rows);
        while (rows->next()) {
            arrivals.push_back(Arrival {ActId {unpackedId(rows->blob(0))}, {}});
            cases.push_back(caseIds(rows->text(1)));
        }
    }
    for (std::size_t index = 0; index < arrivals.size(); ++index) {
        for (const std::int64_t id : cases[index]) {
            auto stream = m_d->projections.streamOf(id);
            if (!stream)
                return passOn(stream);
            arrivals[index].streams.push_back(*std::move(stream));
        }
    }
    return arrivals;
}

Result<Seen> Journal::seen() const {
    auto rows = m_d->hallHead.rows();
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return Seen {};
    return Seen {rows->number(0), rows->text(1)};
}

Result<std::int64_t> Journal::timeAfter(const OwnChain& chain, std::int64_t correctedTime) const {
    constexpr std::int64_t sway = 5'000;
    auto rows = m_d->timeOf.rows(chain.ordinal, chain.head.number);
    if (!rows)
        return passOn(rows);
    const std::int64_t last = rows->next() ? rows->number(0) : 0;
    // The offset from the centre was measured anew between two acts: corrected time stands still until it has caught
    // up. A clock that was set right by more than that says so honestly; and never does an act leave its day.
    const bool swayed = correctedTime < last && last - correctedTime <= sway;
    const auto dayOf = [](std::int64_t time) { return shanghaiDate(fromMilliseconds(time)); };
    return swayed && dayOf(last) == dayOf(correctedTime) ? last : correctedTime;
}

const Registry& ActDesk::registry() const {
    return *m_journal.m_d->registry.registry();
}

Result<CaseFile> ActDesk::file(const StreamId& stream) const {
    auto& files = m_journal.m_d->files;
    if (const auto known = files.find(stream); known != files.end())
        return known->second;
    auto file = m_journal.file(stream);
    if (!file && file.error().is("storage.unknown_case")) {
        CaseFile fresh;
        fresh.stream = stream;
        file = std::move(fresh);
    }
    if (file)
        files.emplace(stream, *file);
    return file;
}

Result<std::string> ActDesk::takeNumber(int year) {
    return m_leases.take(year);
}

Result<ActHead> ActDesk::head(const PersonId& person, const KeyId& key, std::int64_t deviceTime,
    std::int64_t correctedTime, const std::vector<StreamId>& streams, bool forStandsAlone) const {
    const auto chain = m_journal.m_d->chains.present();
    if (!chain)
        return passOn(chain);
    const auto seen = m_journal.seen();
    if (!seen)
        return passOn(seen);
    const auto time = m_journal.timeAfter(*chain, correctedTime);
    if (!time)
        return passOn(time);
    ActHead head;
    head.act = ActId {makeUuid(*time, randomness())};
    head.origin = chain->head.origin;
    head.number = chain->head.number + 1;
    head.previous = chain->head.hash;
    head.person = person;
    head.key = key;
    head.law = lawVersion;
    head.deviceTime = deviceTime;
    head.correctedTime = *time;
    head.seen = *seen;
    for (const StreamId& stream : streams) {
        const auto known = file(stream);
        if (!known)
            return passOn(known);
        if (known->marks.setAside && !forStandsAlone)
            return failure("storage.set_aside", {{"stream", stream.value()}});
        EntryHead entry;
        entry.stream = stream;
        entry.base = known->base;
        entry.after = known->after;
        head.entries.push_back(std::move(entry));
    }
    return head;
}

StreamId ActDesk::newCase(std::int64_t correctedTime) const {
    return StreamId {"case:" + makeUuid(correctedTime, randomness())};
}

Randomness& ActDesk::randomness() const {
    return m_journal.m_d->database.randomness();
}

} // namespace yichuang
