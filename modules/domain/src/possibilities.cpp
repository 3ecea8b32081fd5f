// SPDX-License-Identifier: GPL-3.0-or-later
// What the screens offer: the same `decide`, asked with facts filled in as favourably as honesty allows.
#include "guards.h"

#include <yichuang/domain/identifiers.h>

namespace yichuang {

namespace {

std::vector<CommandFacts> goodAcceptances(const CaseState& state, const CommandFacts& complete, const Item& item) {
    std::vector<CommandFacts> candidates {complete};
    CommandFacts pledged = complete;
    pledged.commit = Commit {true, state.openDefects};
    if (item.allows(HandlingMode::NotifyAndCommit)) {
        candidates.push_back(pledged);
    }
    return candidates;
}

std::vector<CommandFacts> withGrounds(const CommandFacts& facts, std::initializer_list<const char*> grounds) {
    std::vector<CommandFacts> candidates;
    for (const char* ground : grounds) {
        candidates.push_back(facts);
        candidates.back().ground = ground;
    }
    return candidates;
}

std::vector<CommandFacts> withKinds(const CommandFacts& facts, const Item& item) {
    std::vector<CommandFacts> candidates;
    for (const SpecialProcedureKind& kind : item.specialProcedures) {
        candidates.push_back(facts);
        candidates.back().kind = kind.type;
    }
    if (candidates.empty()) {
        candidates.push_back(facts);
    }
    return candidates;
}

/// What a person can still supply, supplied. The rest is the case's, the item's and the actor's.
CommandFacts goodFacts(const CaseState& state, const LawContext& context, CivilDate today) {
    CommandFacts facts;
    facts.identityChecked = true;
    facts.itemInForce = true;
    facts.caseNo = makeCaseNo("400", static_cast<int>(today.year()), 1);
    facts.item = context.item.id;
    facts.itemVersion = context.item.version;
    facts.curable = true;
    facts.fullList = true;
    for (const Material& material : context.item.materials) {
        facts.defects.push_back(material.seq);
    }
    facts.inScope = true;
    facts.properForm = true;
    facts.decisionResult = "grant";
    facts.promiseSigned = true;
    facts.confirmedBy = PersonId {"confirmer"};
    facts.confirmedByRole = Role::WindowClerk;
    facts.daysNeeded = 1;
    facts.resultOnFile = true;
    facts.basis = "basis";
    facts.days = 1;
    facts.headApproved = true;
    facts.opinionGiven = true;
    facts.opinionDate = today;
    facts.reasonGiven = true;
    facts.remediesGiven = true;
    facts.sealed = true;
    facts.numberAssigned = true;
    facts.collectorIdentified = true;
    facts.inWriting = true;
    facts.reviewer = PersonId {"reviewer"};
    facts.supplied = state.openDefects;
    return facts;
}

std::vector<CommandFacts> candidatesFor(
    Event event, const CaseState& state, const LawContext& context, CivilDate today) {
    CommandFacts facts = goodFacts(state, context, today);
    switch (event) {
    case Event::Accept:
    case Event::DecideOnSpot:
        return goodAcceptances(state, facts, context.item);
    case Event::AcceptTolerant: {
        std::vector<CommandFacts> candidates {facts};
        for (const Material& material : context.item.materials) {
            if (material.tolerable) {
                candidates.front().missing = {material.seq};
            }
        }
        return candidates;
    }
    case Event::RefuseAcceptance:
        return withGrounds(facts, {"listed_defects_open", "not_competent"});
    case Event::Terminate:
        return withGrounds(facts, {"duplicate", "irregular"});
    case Event::StartSpecial:
        return withKinds(facts, context.item);
    case Event::CompleteTolerance:
        facts.supplied = state.promisedMaterials;
        return {facts};
    default:
        return {facts};
    }
}

bool isOffered(Event event) {
    return event <= Event::DeclareInterest;
}

} // namespace

std::vector<Possibility> possibilities(
    const CaseState& state, const Actor& actor, const LawContext& context, CivilDate today) {
    std::vector<Possibility> result;
    for (const Event event : allEvents()) {
        if (!isOffered(event)) {
            continue;
        }
        const std::vector<CommandAct> acts = takesTwoEntries(event)
            ? std::vector<CommandAct> {CommandAct::Request, CommandAct::Approve, CommandAct::Decline}
            : std::vector<CommandAct> {CommandAct::Do};
        for (const CommandAct act : acts) {
            Possibility possibility {event, act, std::nullopt};
            for (const CommandFacts& facts : candidatesFor(event, state, context, today)) {
                const Decision decision = decide(state, Command {event, act, today, actor, facts}, context);
                if (decision) {
                    possibility.refusal.reset();
                    break;
                }
                if (!possibility.refusal) {
                    possibility.refusal = decision.error();
                }
            }
            result.push_back(std::move(possibility));
        }
    }
    return result;
}

} // namespace yichuang
