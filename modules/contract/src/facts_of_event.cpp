// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts_of_event.h"

#include "law_members.h"

#include <initializer_list>

namespace yichuang {

static constexpr std::uint64_t bitOf(std::string_view name) {
    std::uint64_t bit = 1;
    std::uint64_t found = 0;
    std::apply([&](const auto&... member) { ((found |= member.name == name ? bit : 0, bit <<= 1), ...); },
        json::Members<CommandFacts>::list);
    return found;
}

static consteval std::uint64_t maskOf(std::initializer_list<std::string_view> names) {
    std::uint64_t mask = 0;
    for (const std::string_view name : names) {
        const std::uint64_t bit = bitOf(name);
        if (bit == 0)
            throw "no such member";
        mask |= bit;
    }
    return mask;
}

std::uint64_t factsOf(Event event) {
    // That a reason was given may stand beside any of them: "reason".
    switch (event) {
    case Event::Receive:
        return maskOf(
            {"identity_checked", "item_in_force", "case_no", "simulated", "item", "item_version", "window", "reason"});
    case Event::FixOnSpot:
        return maskOf({"curable", "reason"});
    case Event::RequestCorrection:
        return maskOf({"full_list", "defects", "period_days", "reason"});
    case Event::Resubmit:
        return maskOf({"supplied", "reason"});
    case Event::Accept:
    case Event::DecideOnSpot:
        return maskOf({"in_scope", "proper_form", "missing", "commit", "result", "reason"});
    case Event::AcceptTolerant:
        return maskOf({"in_scope", "proper_form", "missing", "commit", "promise_signed", "bad_credit", "reason"});
    case Event::RefuseAcceptance:
    case Event::Terminate:
        return maskOf({"ground", "reason"});
    case Event::CorrectionLapsed:
        return maskOf({"confirmed_by", "confirmed_by_role", "reason"});
    case Event::StartSpecial:
        return maskOf({"kind", "days_needed", "basis", "reason"});
    case Event::EndSpecial:
        return maskOf({"kind", "result_on_file", "reason"});
    case Event::Suspend:
    case Event::Resume:
        return maskOf({"basis", "reason"});
    case Event::Extend:
        return maskOf({"days", "head_approved", "reason"});
    case Event::SubmitOpinion:
        return maskOf({"opinion", "opinion_verdict", "opinion_date", "site_check", "officers", "reason"});
    case Event::Refuse:
        return maskOf({"reason", "remedies"});
    case Event::CompleteTolerance:
        return maskOf({"supplied", "reason"});
    case Event::IssueResult:
        return maskOf({"sealed", "number_assigned", "reason"});
    case Event::Deliver:
        return maskOf({"collector_identified", "way", "reason"});
    case Event::Withdraw:
        return maskOf({"in_writing", "reason"});
    case Event::Assign:
        return maskOf({"reviewer", "reason"});
    case Event::Amend:
        return maskOf({"field", "approved_by", "paper", "reason"});
    case Event::AnnulDeemed:
    case Event::LapseConfirmed:
    case Event::Regularised:
        return maskOf({"target", "reason"});
    case Event::Recalendar:
        return maskOf({"calendar_version", "reason"});
    case Event::Irregular:
        return maskOf({"ground", "target", "reason"});
    case Event::Printed:
        return maskOf({"paper", "ordinal", "copy", "copies", "template_version", "content_hash", "target", "reason"});
    case Event::Unmasked:
        return maskOf({"field", "approved_by", "reason"});
    case Event::Erased:
        return maskOf({"erased_entries", "approved_by", "reason"});
    case Event::DeemAccepted:
    case Event::StartReview:
    case Event::SendBack:
    case Event::Grant:
    case Event::ToleranceLapsed:
    case Event::Archive:
    case Event::DeclareInterest:
    case Event::Noted:
        return maskOf({"reason"});
    }
    return 0;
}

} // namespace yichuang
