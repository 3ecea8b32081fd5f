// SPDX-License-Identifier: GPL-3.0-or-later
// What waits, against what was signed here: asked at sign-in and unlock.
#include "outbox_private.h"

#include "enrolment.h"
#include "verdict_text.h"

#include <optional>
#include <utility>

namespace yichuang {

namespace {

struct Chain {
    std::int64_t ordinal = 0;
    OriginId origin;
    std::int64_t number = 0;
    HashText hash;
    std::int64_t answered = 0;
};

/// A waiting act as its row has it.
struct Stored {
    ActId act;
    std::int64_t number = 0;
    HashText hash;
};

Result<ParsedAct> readAct(const Result<std::string>& wire) {
    if (!wire)
        return failure("sealed");
    std::string_view text = *wire;
    auto bytes = takeActBytes(text);
    if (!bytes || !text.empty())
        return failure("form");
    auto parsed = parseAct(std::move(*bytes));
    return parsed ? std::move(parsed) : Result<ParsedAct> {failure("form")};
}

bool fitsItsPlace(const ParsedAct& act, const Stored& stored, const Chain& chain, std::int64_t expected,
    const std::optional<HashText>& previous) {
    return stored.number == expected && act.head.number == stored.number && act.head.act == stored.act
        && act.head.origin == chain.origin && hashOfAct(act.bytes.head, act.bytes.signature) == stored.hash
        && (!previous || act.head.previous == *previous);
}

} // namespace

/// Empty where the key is that of the person whom the act names, and the signature is of this key.
Result<std::string> Outbox::Private::signerFault(const ParsedAct& act, const Registry& registry) {
    std::string publicKey;
    PersonId owner;
    if (const PersonKey* key = registry.key(act.head.key)) {
        publicKey = key->publicKey;
        owner = key->person;
    } else {
        auto known = knownKey.rows(act.head.key);
        if (!known)
            return passOn(known);
        if (known->next()) {
            owner = PersonId {known->text(0)};
            publicKey = known->text(1);
        }
    }
    if (publicKey.empty() || owner != act.head.person)
        return std::string {"person"};
    return std::string {verifySignature(act.bytes.head, act.signature, publicKey) ? "" : "signature"};
}

Result<std::vector<DamagedAct>> Outbox::check(const Registry& registry) const {
    const auto keys = m_d->database.unlocked();
    if (!keys)
        return passOn(keys);
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
    for (const Chain& chain : chains) {
        // One answered act before the waiting ones, where it is still kept, is what they link to.
        auto rows = m_d->ownActs.rows(chain.ordinal, chain.answered);
        if (!rows)
            return passOn(rows);
        std::int64_t expected = chain.answered + 1;
        std::optional<HashText> previous;
        if (chain.answered == 0)
            previous = HashText {};
        bool gap = false;
        while (rows->next()) {
            const Stored stored {ActId {unpackedId(rows->blob(0))}, rows->number(1), rows->text(2)};
            if (stored.number == chain.answered) {
                previous = stored.hash;
                continue;
            }
            std::string reason;
            const auto act = readAct(unseal(rows->blob(3), "act", (*keys)->dataKey()));
            if (!act) {
                reason = act.error().code;
            } else if (!fitsItsPlace(*act, stored, chain, expected, previous)) {
                reason = "chain";
            } else if (!bodiesMatch(*act)) {
                reason = "bodies";
            } else {
                auto signer = m_d->signerFault(*act, registry);
                if (!signer)
                    return passOn(signer);
                reason = std::move(*signer);
            }
            if (reason.empty() && gap)
                reason = "gap";
            gap = gap || reason == "sealed" || reason == "form" || stored.number != expected;
            if (!reason.empty())
                damaged.push_back({stored.act, stored.number, reason});
            previous = stored.hash;
            expected = stored.number + 1;
        }
        if (auto ended = rows->ended(); !ended)
            return passOn(ended);
        if (expected - 1 != chain.number || (previous && *previous != chain.hash))
            damaged.push_back({ActId {}, chain.number, "chain"});
    }
    return damaged;
}

Result<int> Outbox::setAside(const std::vector<DamagedAct>& damaged) {
    if (damaged.empty())
        return 0;
    return m_d->database.transaction([&]() -> Result<int> {
        int fresh = 0;
        std::set<std::int64_t> cases;
        for (const DamagedAct& act : damaged) {
            if (act.act.empty())
                continue;
            const auto id = m_d->projections.actId(act.act);
            if (!id)
                return passOn(id);
            if (!*id)
                continue;
            ActVerdict verdict;
            verdict.act = act.act;
            verdict.number = act.number;
            verdict.verdict = Verdict::BadAct;
            verdict.reason = std::string {DamagedAct::prefix} + act.reason;
            const auto changed = m_d->setDamaged.change(verdictText(verdict), **id);
            if (!changed)
                return passOn(changed);
            if (*changed == 0)
                continue;
            ++fresh;
            const auto stored = m_d->projections.storedAct(**id);
            if (!stored)
                return passOn(stored);
            for (const std::int64_t caseId : caseIds(stored->cases))
                cases.insert(caseId);
        }
        for (const std::int64_t caseId : cases) {
            if (auto folded = m_d->projections.foldAnew(caseId, true); !folded)
                return passOn(folded);
        }
        if (fresh > 0)
            m_d->database.changes().refused = true;
        return fresh;
    });
}

} // namespace yichuang
