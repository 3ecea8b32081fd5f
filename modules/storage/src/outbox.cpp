// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox_private.h"

#include "enrolment.h"
#include "verdict_text.h"

#include <yichuang/domain/received_only.h>

#include <algorithm>
#include <set>
#include <utility>

namespace yichuang {

Outbox::Outbox(Database& database, Projections& projections)
    : m_d(std::make_unique<Private>(database, projections)) { }
Outbox::~Outbox() = default;

Result<void> Outbox::prepare() {
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->waiting,
            "SELECT a.act, e.workstation, a.number, a.hash, a.sealed FROM enrolments e"
            " JOIN acts a ON a.own = e.ordinal AND a.number > e.answered AND a.own > 0"
            " WHERE a.standing = 0 ORDER BY e.ordinal, a.number"},
        {&m_d->kept,
            "SELECT a.act, e.workstation, a.number, a.hash, a.sealed FROM enrolments e JOIN acts a ON a.own = e.ordinal"
            " AND a.own > 0 WHERE e.ordinal = (SELECT max(ordinal) FROM enrolments) AND a.number >= ?"
            " ORDER BY a.number"},
        {&m_d->hashAt,
            "SELECT hash FROM acts WHERE own = (SELECT max(ordinal) FROM enrolments) AND own > 0 AND number = ?"},
        {&m_d->counts,
            // By the chain's two ends, not by its acts: asked after every act, however many wait. Time never goes back
            // within a chain, so its first waiting act is the oldest.
            "SELECT coalesce(sum(chain_number - answered), 0), min((SELECT a.time FROM acts a WHERE a.own = e.ordinal"
            " AND a.own > 0 AND a.number > e.answered ORDER BY a.number LIMIT 1)) FROM enrolments e"
            " WHERE chain_number > answered"},
        {&m_d->refusedCount,
            "SELECT count(*) FROM acts INDEXED BY acts_told WHERE own > 0 AND verdict IS NOT NULL AND settled = 0"},
        {&m_d->byAct, "SELECT id, own, number, standing, cases FROM acts WHERE act = ?"},
        {&m_d->setAdmitted,
            "UPDATE acts SET standing = 1, likely = 0, verdict = ?, answered = ? WHERE id = ? AND standing = 0"},
        {&m_d->setRefused,
            "UPDATE acts SET standing = 3, likely = 0, verdict = ?, answered = coalesce(answered, ?) WHERE id = ?"},
        {&m_d->setAnswered, "UPDATE enrolments SET answered = max(answered, ?) WHERE ordinal = ?"},
        {&m_d->lessWaiting, "UPDATE cases SET waiting = max(waiting - 1, 0) WHERE id = ?"},
        {&m_d->marks, "SELECT likely, set_aside FROM cases WHERE id = ?"},
        {&m_d->refused,
            "SELECT id, act, number, person, time, cases, verdict, settled FROM acts"
            " WHERE own > 0 AND verdict IS NOT NULL AND settled <= ? ORDER BY id DESC"},
        {&m_d->setSettled, "UPDATE acts SET settled = 1 WHERE act = ? AND own > 0 AND verdict IS NOT NULL"},
        {&m_d->waitingRows,
            "SELECT a.id, a.act, a.number, a.person, a.time, a.likely, a.cases FROM enrolments e"
            " JOIN acts a ON a.own = e.ordinal AND a.number > e.answered AND a.own > 0"
            " WHERE a.standing = 0 ORDER BY e.ordinal, a.number LIMIT ?"},
        {&m_d->enrolments,
            "SELECT ordinal, workstation, chain_number, chain_hash, answered FROM enrolments ORDER BY ordinal"},
        {&m_d->knownKey, "SELECT person, public_key FROM people WHERE key = ?"},
        {&m_d->ownActs,
            "SELECT act, number, hash, sealed FROM acts WHERE own = ? AND own > 0 AND number >= ? ORDER BY number"},
        {&m_d->setDamaged, "UPDATE acts SET likely = 1, verdict = ? WHERE id = ? AND standing = 0 AND verdict IS NULL"},
    };
    for (const auto& [statement, sql] : statements) {
        if (auto prepared = statement->prepare(m_d->database.connection(), sql); !prepared)
            return prepared;
    }
    return {};
}

Result<OutboxState> Outbox::state() const {
    OutboxState state;
    {
        auto rows = m_d->counts.rows();
        if (!rows)
            return passOn(rows);
        if (rows->next()) {
            state.waiting = rows->integer(0);
            state.waitingSince = rows->number(1);
        }
    }
    auto rows = m_d->refusedCount.rows();
    if (!rows)
        return passOn(rows);
    if (rows->next())
        state.refused = rows->integer(0);
    return state;
}

Result<std::vector<OutboxAct>> Outbox::Private::read(Result<Rows> rows, int most, std::size_t bytes) {
    if (!rows)
        return passOn(rows);
    const auto keys = database.unlocked();
    if (!keys)
        return passOn(keys);
    std::vector<OutboxAct> acts;
    std::size_t size = 0;
    std::set<std::string> broken; // chains with a gap, past which nothing is taken
    while (static_cast<int>(acts.size()) < most && rows->next()) {
        const std::string workstation = rows->text(1);
        if (broken.contains(workstation))
            continue;
        const auto wire = unseal(rows->blob(4), "act", (*keys)->dataKey());
        std::string_view text = wire ? std::string_view {*wire} : std::string_view {};
        auto act = takeActBytes(text);
        if (!wire || !act || !parseHead(act->head)) {
            broken.insert(workstation);
            continue;
        }
        if (!acts.empty() && size + wire->size() > bytes)
            break;
        size += wire->size();
        acts.push_back({ActId {unpackedId(rows->blob(0))}, originOf(WorkstationId {workstation}), rows->number(2),
            rows->text(3), std::move(*act)});
    }
    if (auto ended = rows->ended(); !ended)
        return passOn(ended);
    return acts;
}

Result<std::vector<OutboxAct>> Outbox::next(int acts, std::size_t bytes) const {
    return m_d->read(m_d->waiting.rows(), acts, bytes);
}

Result<std::vector<OutboxAct>> Outbox::kept(std::int64_t fromNumber, int acts, std::size_t bytes) const {
    return m_d->read(m_d->kept.rows(fromNumber), acts, bytes);
}

Result<HashText> Outbox::hashAt(std::int64_t number) const {
    if (number == 0)
        return HashText {};
    auto rows = m_d->hashAt.rows(number);
    if (!rows)
        return passOn(rows);
    return rows->next() ? rows->text(0) : HashText {};
}

Result<PushApplied> Outbox::apply(const PushAnswer& answer, std::int64_t correctedNow) {
    if (const auto keys = m_d->database.unlocked(); !keys)
        return passOn(keys);
    return m_d->database.transaction([&]() -> Result<PushApplied> {
        PushApplied applied;
        Private::Touched touched;
        for (const ActVerdict& verdict : answer.verdicts) {
            if (auto taken = m_d->take(verdict, correctedNow, applied, touched); !taken)
                return passOn(taken);
        }
        for (const std::int64_t caseId : touched.refused) {
            if (auto folded = m_d->projections.foldAnew(caseId, true); !folded)
                return passOn(folded);
            const auto stream = m_d->projections.streamOf(caseId);
            if (!stream)
                return passOn(stream);
            applied.setAside.push_back(*stream);
        }
        for (const std::int64_t caseId : touched.admitted) {
            if (touched.refused.contains(caseId))
                continue;
            if (auto shown = m_d->showAdmitted(caseId, touched.anew.contains(caseId)); !shown)
                return passOn(shown);
        }
        if (applied.admitted > 0 || applied.refused > 0)
            m_d->database.changes().outbox = true;
        if (applied.refused > 0 || !touched.anew.empty())
            m_d->database.changes().refused = true;
        return applied;
    });
}

Result<void> Outbox::Private::showAdmitted(std::int64_t caseId, bool anew) {
    if (!anew) {
        auto rows = marks.rows(caseId);
        if (!rows)
            return passOn(rows);
        if (!rows->next())
            return {};
        anew = rows->flag(0) || rows->flag(1);
    }
    if (anew) {
        if (auto folded = projections.foldAnew(caseId, true); !folded)
            return passOn(folded);
    }
    const auto stream = projections.streamOf(caseId);
    if (!stream)
        return passOn(stream);
    database.changes().cases.push_back(*stream);
    return {};
}

Result<void> Outbox::Private::take(
    const ActVerdict& verdict, std::int64_t correctedNow, PushApplied& applied, Touched& touched) {
    if (verdict.verdict == Verdict::NotTaken)
        return {};
    std::int64_t id = 0;
    std::int64_t own = 0;
    std::int64_t number = 0;
    Standing standing = Standing::Waiting;
    std::vector<std::int64_t> cases;
    {
        const std::string packed = packedId(verdict.act.value());
        auto rows = byAct.rows(Blob {packed});
        if (!rows)
            return passOn(rows);
        if (!rows->next())
            return {};
        id = rows->number(0);
        own = rows->number(1);
        number = rows->number(2);
        standing = static_cast<Standing>(rows->integer(3));
        cases = caseIds(rows->text(4));
    }
    if (own == 0)
        return {};
    ++applied.taken;
    switch (verdict.verdict) {
    case Verdict::NotTaken:
        return {};
    case Verdict::Admitted:
        if (standing != Standing::Waiting)
            return {};
        {
            const bool less = verdict.reason == receivedOnly;
            const auto told = less ? std::optional {verdictText(verdict)} : std::nullopt;
            if (auto set = setAdmitted.run(told, correctedNow, id); !set)
                return set;
            for (const std::int64_t caseId : cases) {
                if (auto fewer = lessWaiting.run(caseId); !fewer)
                    return fewer;
                touched.admitted.insert(caseId);
                if (less)
                    touched.anew.insert(caseId);
            }
            ++applied.admitted;
            break;
        }
    case Verdict::Refused:
    case Verdict::BadAct:
    case Verdict::NumberClash:
        // The feed may have told it before, without what the clerk needs to see; the answer has it all.
        if (auto set = setRefused.run(verdictText(verdict), correctedNow, id); !set)
            return set;
        if (standing != Standing::Refused) {
            touched.refused.insert(cases.begin(), cases.end());
            ++applied.refused;
        }
        break;
    }
    return setAnswered.run(number, own);
}

Result<std::vector<OutboxRow>> Outbox::rows(const PersonId& person, int limit) const {
    std::vector<OutboxRow> list;
    std::vector<std::pair<std::int64_t, std::vector<std::int64_t>>> places;
    {
        auto rows = m_d->waitingRows.rows(limit);
        if (!rows)
            return passOn(rows);
        while (rows->next()) {
            OutboxRow row;
            row.act = ActId {unpackedId(rows->blob(1))};
            row.number = rows->number(2);
            row.person = PersonId {rows->text(3)};
            row.correctedTime = rows->number(4);
            row.likelyRefused = rows->flag(5);
            places.emplace_back(rows->number(0), caseIds(rows->text(6)));
            list.push_back(std::move(row));
        }
        if (auto ended = rows->ended(); !ended)
            return passOn(ended);
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        OutboxRow& row = list[i];
        const auto bytes = m_d->projections.bytesOf(places[i].first);
        if (!bytes)
            return passOn(bytes);
        const auto head = parseHead(bytes->head);
        if (head && !head->entries.empty()) {
            row.type = head->entries.front().type;
            row.stream = head->entries.front().stream;
        }
        if (places[i].second.empty())
            continue;
        const auto held = m_d->projections.load(places[i].second.front());
        if (!held)
            return passOn(held);
        row.caseNo = held->number;
        if (row.person == person)
            row.applicant = held->sealed.applicant;
    }
    return list;
}

Result<std::vector<RefusedRow>> Outbox::refused(bool settledToo) const {
    std::vector<RefusedRow> list;
    std::vector<std::vector<std::int64_t>> places;
    {
        auto rows = m_d->refused.rows(settledToo ? 1 : 0);
        if (!rows)
            return passOn(rows);
        while (rows->next()) {
            RefusedRow row;
            row.act = ActId {unpackedId(rows->blob(1))};
            row.number = rows->number(2);
            row.person = PersonId {rows->text(3)};
            row.correctedTime = rows->number(4);
            row.settled = rows->flag(7);
            places.push_back(caseIds(rows->text(5)));
            if (auto verdict = readVerdict(rows->text(6)))
                row.verdict = std::move(*verdict);
            list.push_back(std::move(row));
        }
        if (auto ended = rows->ended(); !ended)
            return passOn(ended);
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (places[i].empty())
            continue;
        const auto held = m_d->projections.load(places[i].front());
        if (!held)
            return passOn(held);
        RefusedRow& row = list[i];
        row.stream = held->stream;
        row.caseNo = held->number;
        row.applicant = held->sealed.applicant;
        row.item = held->item;
        row.itemVersion = held->itemVersion;
    }
    return list;
}

Result<void> Outbox::settle(const ActId& act) {
    return m_d->database.transaction([&]() -> Result<void> {
        const auto id = m_d->projections.actId(act);
        if (!id)
            return passOn(id);
        if (!*id)
            return failure("storage.unknown_act");
        const std::string packed = packedId(act.value());
        if (auto set = m_d->setSettled.run(Blob {packed}); !set)
            return set;
        const auto stored = m_d->projections.storedAct(**id);
        if (!stored)
            return passOn(stored);
        for (const std::int64_t caseId : caseIds(stored->cases)) {
            if (auto folded = m_d->projections.foldAnew(caseId, true); !folded)
                return passOn(folded);
        }
        m_d->database.changes().refused = true;
        return {};
    });
}

} // namespace yichuang
