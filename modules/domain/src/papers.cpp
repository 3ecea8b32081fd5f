// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/papers.h>

namespace yichuang {

std::vector<std::string_view> papersOf(const Entry& entry) {
    const bool approved = entry.act == CommandAct::Approve;
    switch (entry.event) {
    case Event::Receive:
        return {"material_receipt", "material_receipt_slip"};
    case Event::RequestCorrection:
        return {"correction_notice"};
    case Event::Resubmit:
    case Event::CompleteTolerance:
        return {"correction_receipt"};
    case Event::DeemAccepted:
        return {"acceptance_notice"};
    case Event::Accept:
        if (entry.facts.commit && entry.facts.commit->pledgeSigned)
            return {"acceptance_notice", "commitment_pledge"};
        return {"acceptance_notice"};
    case Event::AcceptTolerant:
        return {"tolerant_acceptance_notice"};
    case Event::DecideOnSpot:
        if (entry.facts.commit && entry.facts.commit->pledgeSigned)
            return {"grant_decision", "commitment_pledge"};
        return {"grant_decision"};
    case Event::Grant:
        return {"grant_decision"};
    case Event::Refuse:
        return {"refusal_decision"};
    case Event::RefuseAcceptance:
        if (approved)
            return {"non_acceptance_decision"};
        return {};
    case Event::StartSpecial:
        if (approved)
            return {"special_procedure_notice"};
        return {};
    case Event::Suspend:
        if (approved)
            return {"suspension_notice"};
        return {};
    case Event::Resume:
        if (approved)
            return {"resumption_notice"};
        return {};
    case Event::Extend:
        if (approved)
            return {"extension_notice"};
        return {};
    case Event::ToleranceLapsed:
        if (approved)
            return {"termination_notice"};
        return {};
    case Event::CorrectionLapsed:
    case Event::Terminate:
        return {"termination_notice"};
    case Event::Withdraw:
        return {"withdrawal_form"};
    case Event::Deliver:
        return {"service_receipt"};
    case Event::FixOnSpot:
    case Event::StartReview:
    case Event::EndSpecial:
    case Event::SubmitOpinion:
    case Event::SendBack:
    case Event::IssueResult:
    case Event::Archive:
    case Event::Assign:
    case Event::DeclareInterest:
    case Event::Amend:
    case Event::AnnulDeemed:
    case Event::LapseConfirmed:
    case Event::Recalendar:
    case Event::Irregular:
    case Event::Regularised:
    case Event::Printed:
    case Event::Unmasked:
    case Event::Noted:
    case Event::Erased:
        return {};
    }
    return {};
}

bool sameDocument(std::string_view paper, std::string_view other) {
    constexpr std::string_view slip = "_slip";
    const auto document = [slip](std::string_view name) {
        return name.ends_with(slip) ? name.substr(0, name.size() - slip.size()) : name;
    };
    return document(paper) == document(other);
}

bool mayBeHandedOutBeforeTheCentreKnows(const Entry& entry) {
    return entry.event != Event::Grant && entry.event != Event::Refuse && entry.event != Event::Deliver
        && !(entry.event == Event::RefuseAcceptance && entry.act == CommandAct::Approve);
}

} // namespace yichuang
