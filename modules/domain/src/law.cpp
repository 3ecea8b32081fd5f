// SPDX-License-Identifier: GPL-3.0-or-later
#include "guards.h"

namespace yichuang {

namespace {

bool hasAct(Event event, CommandAct act) {
    return (act == CommandAct::Do) != takesTwoEntries(event);
}

void guard(Guards& guards) {
    switch (guards.command().event) {
    case Event::Receive:
        return guardReceive(guards);
    case Event::FixOnSpot:
        return guardFixOnSpot(guards);
    case Event::RequestCorrection:
        return guardRequestCorrection(guards);
    case Event::DeemAccepted:
        return guardDeemAccepted(guards);
    case Event::Resubmit:
        return guardResubmit(guards);
    case Event::Accept:
        return guardAccept(guards);
    case Event::AcceptTolerant:
        return guardAcceptTolerant(guards);
    case Event::RefuseAcceptance:
        return guardRefuseAcceptance(guards);
    case Event::CorrectionLapsed:
        return guardCorrectionLapsed(guards);
    case Event::StartReview:
        return guardStartReview(guards);
    case Event::StartSpecial:
        return guardStartSpecial(guards);
    case Event::EndSpecial:
        return guardEndSpecial(guards);
    case Event::Suspend:
        return guardSuspend(guards);
    case Event::Resume:
        return guardResume(guards);
    case Event::Extend:
        return guardExtend(guards);
    case Event::SubmitOpinion:
        return guardSubmitOpinion(guards);
    case Event::SendBack:
        return guardSendBack(guards);
    case Event::Grant:
        return guardGrant(guards);
    case Event::Refuse:
        return guardRefuse(guards);
    case Event::DecideOnSpot:
        return guardDecideOnSpot(guards);
    case Event::CompleteTolerance:
        return guardCompleteTolerance(guards);
    case Event::ToleranceLapsed:
        return guardToleranceLapsed(guards);
    case Event::IssueResult:
        return guardIssueResult(guards);
    case Event::Deliver:
        return guardDeliver(guards);
    case Event::Withdraw:
        return guardWithdraw(guards);
    case Event::Terminate:
        return guardTerminate(guards);
    case Event::Archive:
        return guardArchive(guards);
    case Event::Assign:
        return guardAssign(guards);
    case Event::DeclareInterest:
        return guardDeclareInterest(guards);
    case Event::Amend:
        return guardAmend(guards);
    case Event::AnnulDeemed:
        return guardAnnulDeemed(guards);
    case Event::LapseConfirmed:
        return guardLapseConfirmed(guards);
    case Event::Recalendar:
        return guardRecalendar(guards);
    case Event::Irregular:
        return guardIrregular(guards);
    case Event::Regularised:
        return guardRegularised(guards);
    case Event::Printed:
        return guardPrinted(guards);
    case Event::Unmasked:
        return guardUnmasked(guards);
    case Event::Noted:
        return guardNoted(guards);
    case Event::Erased:
        return guardErased(guards);
    }
}

} // namespace

Decision decide(const CaseState& state, const Command& command, const LawContext& context) {
    Guards guards {state, command, context};
    guards.require(hasAct(command.event, command.act), RefusalCode::UnknownCommand);
    guards.require(command.date.ok(), RefusalCode::DateOrder);
    if (!hasAct(command.event, command.act) || !command.date.ok()) {
        return guards.settle();
    }
    if (!standsAlone(command.event)) {
        guards.require(!state.lastDate || command.date >= *state.lastDate, RefusalCode::DateOrder,
            {{"last", state.lastDate ? isoDate(*state.lastDate) : std::string {}}});
    }
    guard(guards);
    return guards.settle();
}

Command commandOf(const Entry& entry, Actor actor) {
    return Command {entry.event, entry.act, entry.date, std::move(actor), entry.facts};
}

} // namespace yichuang
