// SPDX-License-Identifier: GPL-3.0-or-later
#include "conclusions.h"

#include "hats.h"

#include <yichuang/domain/law.h>

namespace yichuang {
namespace {

Command commandFrom(const IntakeFacts& facts, Event event, CommandAct act = CommandAct::Do) {
    Command command;
    command.event = event;
    command.act = act;
    command.date = facts.today;
    command.actor.id = facts.person;
    return command;
}

Command receiving(const IntakeFacts& facts, const std::string& caseNo) {
    Command command = commandFrom(facts, Event::Receive);
    command.facts.identityChecked = facts.identityChecked;
    command.facts.itemInForce = true;
    command.facts.caseNo = caseNo;
    command.facts.simulated = facts.simulated;
    command.facts.item = facts.item->id;
    command.facts.itemVersion = facts.item->version;
    command.facts.window = facts.window;
    return command;
}

Command accepting(const IntakeFacts& facts, Event event) {
    Command command = commandFrom(facts, event);
    command.facts.inScope = facts.inScope;
    command.facts.properForm = facts.properForm;
    command.facts.missing = facts.missing;
    if (!facts.pledged.empty() || facts.pledgeSigned)
        command.facts.commit = Commit {facts.pledgeSigned, facts.pledged};
    return command;
}

} // namespace

std::vector<Command> commandsOf(Conclusion conclusion, const IntakeFacts& facts, const std::string& caseNo) {
    std::vector<Command> commands {receiving(facts, caseNo)};
    switch (conclusion) {
    case Conclusion::ReceiptOnly:
        break;
    case Conclusion::Accept:
        commands.push_back(accepting(facts, Event::Accept));
        break;
    case Conclusion::DecideOnSpot:
        commands.push_back(accepting(facts, Event::DecideOnSpot));
        commands.back().facts.decisionResult = "grant";
        break;
    case Conclusion::AcceptTolerant:
        commands.push_back(accepting(facts, Event::AcceptTolerant));
        commands.back().facts.promiseSigned = facts.promiseSigned;
        commands.back().facts.badCredit = facts.badCredit;
        break;
    case Conclusion::RequestCorrection:
        commands.push_back(commandFrom(facts, Event::RequestCorrection));
        commands.back().facts.fullList = true;
        commands.back().facts.defects = facts.missing;
        break;
    case Conclusion::ProposeNonAcceptance:
        commands.push_back(commandFrom(facts, Event::RefuseAcceptance, CommandAct::Request));
        commands.back().facts.ground = facts.ground;
        break;
    }
    return commands;
}

Decision decideIntake(const Registry& registry, const std::vector<Command>& commands) {
    CaseState state;
    std::vector<Entry> entries;
    for (const Command& command : commands) {
        auto decision = decideInAnyRole(registry, registry.calendar(), state, command);
        if (!decision)
            return decision;
        for (Entry& entry : *decision) {
            state = evolve(std::move(state), entry);
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

} // namespace yichuang
