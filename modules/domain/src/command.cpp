// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/command.h>

namespace yichuang {

std::string_view toText(Event event) {
    switch (event) {
    case Event::Receive:
        return "receive";
    case Event::FixOnSpot:
        return "fixOnSpot";
    case Event::RequestCorrection:
        return "requestCorrection";
    case Event::DeemAccepted:
        return "deemAccepted";
    case Event::Resubmit:
        return "resubmit";
    case Event::Accept:
        return "accept";
    case Event::AcceptTolerant:
        return "acceptTolerant";
    case Event::RefuseAcceptance:
        return "refuseAcceptance";
    case Event::CorrectionLapsed:
        return "correctionLapsed";
    case Event::StartReview:
        return "startReview";
    case Event::StartSpecial:
        return "startSpecial";
    case Event::EndSpecial:
        return "endSpecial";
    case Event::Suspend:
        return "suspend";
    case Event::Resume:
        return "resume";
    case Event::Extend:
        return "extend";
    case Event::SubmitOpinion:
        return "submitOpinion";
    case Event::SendBack:
        return "sendBack";
    case Event::Grant:
        return "grant";
    case Event::Refuse:
        return "refuse";
    case Event::DecideOnSpot:
        return "decideOnSpot";
    case Event::CompleteTolerance:
        return "completeTolerance";
    case Event::ToleranceLapsed:
        return "toleranceLapsed";
    case Event::IssueResult:
        return "issueResult";
    case Event::Deliver:
        return "deliver";
    case Event::Withdraw:
        return "withdraw";
    case Event::Terminate:
        return "terminate";
    case Event::Archive:
        return "archive";
    case Event::Assign:
        return "assign";
    case Event::DeclareInterest:
        return "declareInterest";
    case Event::Amend:
        return "amend";
    case Event::AnnulDeemed:
        return "annulDeemed";
    case Event::LapseConfirmed:
        return "lapseConfirmed";
    case Event::Recalendar:
        return "recalendar";
    case Event::Irregular:
        return "irregular";
    case Event::Regularised:
        return "regularised";
    case Event::Printed:
        return "printed";
    case Event::Unmasked:
        return "unmasked";
    case Event::Noted:
        return "noted";
    case Event::Erased:
        return "erased";
    }
    return {};
}

const std::vector<Event>& allEvents() {
    static const std::vector<Event> all {Event::Receive, Event::FixOnSpot, Event::RequestCorrection,
        Event::DeemAccepted, Event::Resubmit, Event::Accept, Event::AcceptTolerant, Event::RefuseAcceptance,
        Event::CorrectionLapsed, Event::StartReview, Event::StartSpecial, Event::EndSpecial, Event::Suspend,
        Event::Resume, Event::Extend, Event::SubmitOpinion, Event::SendBack, Event::Grant, Event::Refuse,
        Event::DecideOnSpot, Event::CompleteTolerance, Event::ToleranceLapsed, Event::IssueResult, Event::Deliver,
        Event::Withdraw, Event::Terminate, Event::Archive, Event::Assign, Event::DeclareInterest, Event::Amend,
        Event::AnnulDeemed, Event::LapseConfirmed, Event::Recalendar, Event::Irregular, Event::Regularised,
        Event::Printed, Event::Unmasked, Event::Noted, Event::Erased};
    return all;
}

std::optional<Event> eventFromText(std::string_view text) {
    for (const Event candidate : allEvents()) {
        if (toText(candidate) == text) {
            return candidate;
        }
    }
    return std::nullopt;
}

bool standsAlone(Event event) {
    return event == Event::Printed || event == Event::Unmasked || event == Event::Noted;
}

bool takesTwoEntries(Event event) {
    return event == Event::RefuseAcceptance || event == Event::StartSpecial || event == Event::Suspend
        || event == Event::Resume || event == Event::Extend || event == Event::ToleranceLapsed;
}

std::string_view toText(CommandAct act) {
    switch (act) {
    case CommandAct::Do:
        return "do";
    case CommandAct::Request:
        return "request";
    case CommandAct::Approve:
        return "approve";
    case CommandAct::Decline:
        return "decline";
    }
    return {};
}

std::optional<CommandAct> commandActFromText(std::string_view text) {
    for (const CommandAct candidate : {CommandAct::Do, CommandAct::Request, CommandAct::Approve, CommandAct::Decline}) {
        if (toText(candidate) == text) {
            return candidate;
        }
    }
    return std::nullopt;
}

} // namespace yichuang
