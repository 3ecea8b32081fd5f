#include <yichuang/storage/outbox.h>

#include "enrolment.h"
#include "projections.h"
#include "verdict_text.h"

#include <algorithm>
#include <set>
#include <utility>

namespace yichuang {

class Outbox::Private {
public:
    Private(Database& database_, Projections& projections_)
        : database(database_)
        , projections(projections_) { }

    Result<std::vector<OutboxAct>> read(Result<Rows> rows, std::size_t bytes);
    Result<void> take(const ActVerdict& verdict, std::int64_t correctedNow, PushApplied& applied,
        std::set<std::int64_t>& admitted, std::set<std::int64_t>& refused);

    Database& database;
    Projections& projections;

    Statement waiting;
    Statement kept;
    Statement hashAt;
    Statement counts;
    Statement refusedCount;
    Statement byAct;
    Statement setAdmitted;
    Statement setRefused;
    Statement setAnswered;
    Statement lessWaiting;
    Statement marks;
    Statement refused;
    Statement setSettled;
    Statement waitingRows;
    Statement enrolments;
    Statement knownKey;
};

Outbox::Outbox(Database& database, Projections& projections)
    : m_d(std::make_unique<Private>(database, projections)) { }
Outbox::~Outbox() = default;

Result<void> Outbox::prepare() {
    const std::vector<std::pair<Statement*, const char*>> statements {
        {&m_d->waiting,
            "SELECT a.act, e.workstation, a.number, a.hash, a.sealed FROM enrolments e"
            " JOIN acts a ON a.own = e.ordinal AND a.number > e.answered AND a.own > 0"
            " WHERE a.standing = 0 ORDER BY e.ordinal, a.number LIMIT ?"},
        {&m_d->kept,
            "SELECT a.act, e.workstation, a.number, a.hash, a.sealed FROM enrolments e JOIN acts a ON a.own = e.ordinal"
            " AND a.own > 0 WHERE e.ordinal = (SELECT max(ordinal) FROM enrolments) AND a.number >= ?"
            " ORDER BY a.number LIMIT ?"},
        {&m_d->hashAt,
            "SELECT hash FROM acts WHERE own = (SELECT max(ordinal) FROM enrolments) AND own > 0 AND number = ?"},
        {&m_d->counts,
            // By the chain's two ends, not by its acts: asked after every act, however many wait. Time never goes back
            // within a chain, so its first waiting act is the oldest.
            "SELECT coalesce(sum(chain_number - answered), 0), min((SELECT a.time FROM acts a WHERE a.own = e.ordinal"
            " AND a.own > 0 AND a.number > e.answered ORDER BY a.number LIMIT 1)) FROM enrolments e"
            " WHERE chain_number > answered"},
        {&m_d->refusedCount,
            "SELECT count(*) FROM acts INDEXED BY acts_refused WHERE own > 0 AND standing = 3 AND settled = 0"},
        {&m_d->byAct, "SELECT id, own, number, standing, cases FROM acts WHERE act = ?"},
        {&m_d->setAdmitted, "UPDATE acts SET standing = 1, answered = ? WHERE id = ? AND standing = 0"},
        {&m_d->setRefused,
            "UPDATE acts SET standing = 3, likely = 0, verdict = ?, answered = coalesce(answered, ?) WHERE id = ?"},
        {&m_d->setAnswered, "UPDATE enrolments SET answered = max(answered, ?) WHERE ordinal = ?"},
        {&m_d->lessWaiting, "UPDATE cases SET waiting = max(waiting - 1, 0) WHERE id = ?"},
        {&m_d->marks, "SELECT likely, set_aside FROM cases WHERE id = ?"},
        {&m_d->refused,
            "SELECT id, act, number, person, time, cases, verdict, settled FROM acts"
            " WHERE own > 0 AND standing = 3 AND settled <= ? ORDER BY id DESC"},
        {&m_d->setSettled, "UPDATE acts SET settled = 1 WHERE act = ? AND own > 0 AND standing = 3"},
        {&m_d->waitingRows,
            "SELECT a.id, a.act, a.number, a.person, a.time, a.likely, a.cases FROM enrolments e"
            " JOIN acts a ON a.own = e.ordinal AND a.number > e.answered AND a.own > 0"
            " WHERE a.standing = 0 ORDER BY e.ordinal, a.number LIMIT ?"},
        {&m_d->enrolments,
            "SELECT ordinal, workstation, chain_number, chain_hash, answered FROM enrolments ORDER BY ordinal"},
        {&m_d->knownKey, "SELECT person, public_key FROM people WHERE key = ?"},
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

Result<std::vector<OutboxAct>> Outbox::Private::read(Result<Rows> rows, std::size_t bytes) {
    if (!rows)
        return passOn(rows);
    const auto keys = database.unlocked();
    if (!keys)
        return passOn(keys);
    std::vector<OutboxAct> acts;
    std::size_t size = 0;
    while (rows->next()) {
        const auto wire = unseal(rows->blob(4), "act", (*keys)->dataKey());
        if (!wire)
            return failure("storage.damaged", {}, "an act can't be unsealed");
        if (!acts.empty() && size + wire->size() > bytes)
            break;
        size += wire->size();
        std::string_view text = *wire;
        auto act = takeActBytes(text);
        if (!act)
            return failure("storage.damaged", {}, "a stored act is no act");
        acts.push_back({ActId {unpackedId(rows->blob(0))}, originOf(WorkstationId {rows->text(1)}), rows->number(2),
            rows->text(3), std::move(*act)});
    }
    if (auto ended = rows->ended(); !ended)
        return passOn(ended);
    return acts;
}

Result<std::vector<OutboxAct>> Outbox::next(int acts, std::size_t bytes) const {
    return m_d->read(m_d->waiting.rows(acts), bytes);
}

Result<std::vector<OutboxAct>> Outbox::kept(std::int64_t fromNumber, int acts, std::size_t bytes) const {
    return m_d->read(m_d->kept.rows(fromNumber, acts), bytes);
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
        std::set<std::int64_t> admitted;
        std::set<std::int64_t> refused;
        for (const ActVerdict& verdict : answer.verdicts) {
            if (auto taken = m_d->take(verdict, correctedNow, applied, admitted, refused); !taken)
                return passOn(taken);
        }
        for (const std::int64_t caseId : refused) {
            if (auto folded = m_d->projections.foldAnew(caseId, true); !folded)
                return passOn(folded);
            const auto stream = m_d->projections.streamOf(caseId);
            if (!stream)
                return passOn(stream);
            applied.setAside.push_back(*stream);
        }
        for (const std::int64_t caseId : admitted) {
            if (refused.contains(caseId))
                continue;
            bool anew = false;
            {
                auto rows = m_d->marks.rows(caseId);
                if (!rows)
                    return passOn(rows);
                if (!rows->next())
                    continue;
                anew = rows->flag(0) || rows->flag(1);
            }
            if (anew) {
                if (auto folded = m_d->projections.foldAnew(caseId, true); !folded)
                    return passOn(folded);
            }
            const auto stream = m_d->projections.streamOf(caseId);
            if (!stream)
                return passOn(stream);
            m_d->database.changes().cases.push_back(*stream);
        }
        if (applied.admitted > 0 || applied.refused > 0)
            m_d->database.changes().outbox = true;
        if (applied.refused > 0)
            m_d->database.changes().refused = true;
        return applied;
    });
}

Result<void> Outbox::Private::take(const ActVerdict& verdict, std::int64_t correctedNow, PushApplied& applied,
    std::set<std::int64_t>& admitted, std::set<std::int64_t>& refusedCases) {
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
    switch (verdict.verdict) {
    case Verdict::NotTaken:
        return {};
    case Verdict::Admitted:
        if (standing != Standing::Waiting)
            return {};
        if (auto set = setAdmitted.run(correctedNow, id); !set)
            return set;
        for (const std::int64_t caseId : cases) {
            if (auto less = lessWaiting.run(caseId); !less)
                return less;
            admitted.insert(caseId);
        }
        ++applied.admitted;
        break;
    case Verdict::Refused:
    case Verdict::BadAct:
    case Verdict::NumberClash:
        // The feed may have told it before, without what the clerk needs to see; the answer has it all.
        if (auto set = setRefused.run(verdictText(verdict), correctedNow, id); !set)
            return set;
        if (standing != Standing::Refused) {
            refusedCases.insert(cases.begin(), cases.end());
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

Result<std::vector<DamagedAct>> Outbox::check(const Registry& registry) const {
    const auto keys = m_d->database.unlocked();
    if (!keys)
        return passOn(keys);
    struct Chain {
        std::int64_t ordinal;
        OriginId origin;
        std::int64_t number;
        HashText hash;
        std::int64_t answered;
    };
    std::vector<Chain> chains;
    {
        auto rows = m_d->enrolments.rows();
        if (!rows)
            return passOn(rows);
        while (rows->next())
            chains.push_back({rows->number(0), originOf(WorkstationId {rows->text(1)}), rows->number(2), rows->text(3),
                rows->number(4)});
    }
    std::vector<DamagedAct> damaged;
    Statement acts;
    if (auto prepared = acts.prepare(m_d->database.connection(),
            "SELECT act, number, hash, standing, sealed FROM acts WHERE own = ? AND own > 0 AND number >= ? ORDER BY "
            "number");
        !prepared)
        return passOn(prepared);
    for (const Chain& chain : chains) {
        // One answered act before the waiting ones, where it is still kept, is what they link to.
        auto rows = acts.rows(chain.ordinal, chain.answered);
        if (!rows)
            return passOn(rows);
        std::int64_t expected = chain.answered + 1;
        std::optional<HashText> previous;
        if (chain.answered == 0)
            previous = HashText {};
        while (rows->next()) {
            const ActId act {unpackedId(rows->blob(0))};
            const std::int64_t number = rows->number(1);
            const HashText stored = rows->text(2);
            if (number == chain.answered) {
                previous = stored;
                continue;
            }
            const auto say = [&](const char* reason) { damaged.push_back({act, number, reason}); };
            const HashText before = previous.value_or(HashText {});
            const bool knownBefore = previous.has_value();
            previous = stored;
            const bool inOrder = number == expected;
            expected = number + 1;
            const auto wire = unseal(rows->blob(4), "act", (*keys)->dataKey());
            if (!wire) {
                say("sealed");
                continue;
            }
            std::string_view text = *wire;
            auto bytes = takeActBytes(text);
            auto parsed
                = bytes ? parseAct(std::move(*bytes)) : Result<ParsedAct> {tl::unexpected<Error> {bytes.error()}};
            if (!parsed || !text.empty()) {
                say("form");
                continue;
            }
            const ActHead& head = parsed->head;
            if (!inOrder || head.number != number || head.act != act || head.origin != chain.origin
                || hashOfAct(parsed->bytes.head, parsed->bytes.signature) != stored
                || (knownBefore && head.previous != before)) {
                say("chain");
                continue;
            }
            if (!bodiesMatch(*parsed)) {
                say("bodies");
                continue;
            }
            std::string publicKey;
            PersonId owner;
            if (const PersonKey* key = registry.key(head.key)) {
                publicKey = key->publicKey;
                owner = key->person;
            } else {
                auto known = m_d->knownKey.rows(head.key);
                if (!known)
                    return passOn(known);
                if (known->next()) {
                    owner = PersonId {known->text(0)};
                    publicKey = known->text(1);
                }
            }
            if (publicKey.empty() || owner != head.person)
                say("person");
            else if (!verifySignature(parsed->bytes.head, parsed->signature, publicKey))
                say("signature");
        }
        if (auto ended = rows->ended(); !ended)
            return passOn(ended);
        if (expected - 1 != chain.number || (previous && *previous != chain.hash))
            damaged.push_back({ActId {}, chain.number, "chain"});
    }
    return damaged;
}

} // namespace yichuang
