// SPDX-License-Identifier: GPL-3.0-or-later
// What a step asks of whoever takes it, and the command that comes of the answer.
#include <yichuang/ui/screens/case_actions.h>

#include <yichuang/domain/given_number.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/workflows/workplace.h>

#include <algorithm>

namespace yichuang::ui {
namespace {

/// Between a field and who approved its amendment, in the key of a ground.
constexpr QLatin1Char approvedByMark {'|'};

} // namespace

std::optional<ReasonPanel::Question> CaseActions::questionFor(Event event, CommandAct act) const {
    ReasonPanel::Question question;
    question.title = verbOf(event, act);
    question.go = question.title;
    if (act == CommandAct::Decline) {
        question.reasonLabel = tr("Reason");
        return question;
    }
    if (act == CommandAct::Approve) {
        if (event == Event::Extend) {
            question.groundLabel = tr("Approval of the head of the organ");
            question.grounds = {{QStringLiteral("given"), tr("On file")}};
        }
        question.reasonLabel = tr("Remark (may stay empty)");
        question.reasonRequired = false;
        return question;
    }
    switch (event) {
    case Event::RefuseAcceptance:
        question.groundLabel = tr("Ground");
        if (m_case && m_case->state.noticeGiven)
            question.grounds.push_back(
                {QStringLiteral("listed_defects_open"), tr("Listed defects are still open (art. 32)")});
        question.grounds.push_back(
            {QStringLiteral("no_licence_needed"), tr("The matter needs no licence (art. 32 (1))")});
        question.grounds.push_back({QStringLiteral("not_competent"), tr("This organ is not competent (art. 32 (2))")});
        question.grounds.push_back({QStringLiteral("false_materials"), tr("False materials (art. 78)")});
        question.lineLabel = tr("Organ that is competent, if it is another one (may stay empty)");
        question.reasonLabel = tr("Reason, as it will stand in the decision");
        return question;
    case Event::AcceptTolerant:
        question.groundLabel = tr("Promise to supply the rest");
        question.grounds = {{QStringLiteral("signed"), tr("Signed")}};
        return question;
    case Event::StartSpecial:
        question.groundLabel = tr("Kind");
        for (const SpecialProcedureKind& kind : m_case->item->specialProcedures) {
            if (kind.stopsClock && !kind.basis.empty())
                question.grounds.push_back(
                    {text(kind.type), QStringLiteral("%1（%2）").arg(text(kind.type), text(kind.basis))});
        }
        question.numberLabel = tr("Working days needed");
        question.reasonLabel = tr("Reason");
        return question;
    case Event::EndSpecial:
        question.reasonLabel = tr("Result, as it lies on file");
        return question;
    case Event::Suspend:
        question.lineLabel = tr("Legal basis of the suspension");
        question.reasonLabel = tr("Reason");
        return question;
    case Event::Resume:
        question.reasonLabel = tr("Reason");
        return question;
    case Event::Extend:
        question.numberLabel = tr("Days to add");
        question.number = m_case && m_case->item->hasExtensionRule ? m_case->item->extensionMaxDays : 10;
        question.reasonLabel = tr("Reason, as it will stand in the notice");
        return question;
    case Event::SubmitOpinion:
        question.groundLabel = tr("Proposal");
        question.grounds = {{QStringLiteral("grant"), tr("Grant")}, {QStringLiteral("refuse"), tr("Refuse")}};
        question.lineLabel = tr("Second officer of the site check (empty: none was made)");
        question.reasonLabel = tr("Opinion");
        return question;
    case Event::SendBack:
        question.reasonLabel = tr("What the reviewer has to do");
        return question;
    case Event::Refuse:
        question.reasonLabel = tr("Reasons, as they will stand in the decision");
        return question;
    case Event::IssueResult:
        question.lineLabel = m_case && m_case->item->result.empty() ? QString {} : tr("Number of the certificate");
        if (question.lineLabel.isEmpty())
            return std::nullopt;
        return question;
    case Event::Deliver:
        question.groundLabel = tr("Way");
        question.grounds = {{QStringLiteral("counter"), tr("At the counter, to the applicant")},
            {QStringLiteral("proxy"), tr("At the counter, to somebody else")}, {QStringLiteral("post"), tr("By post")}};
        question.lineLabel = tr("Who takes it");
        question.line = m_case ? m_case->applicant.self.name : QString {};
        question.other = QStringLiteral("proxy");
        question.otherLabel = tr("Somebody else: identity number");
        question.today = m_workplace.today();
        question.reasonLabel = tr("Somebody else: relation and reason");
        question.reasonRequired = false;
        question.reasonRequiredFor = QStringLiteral("proxy");
        return question;
    case Event::Withdraw:
        question.groundLabel = tr("Written request of the applicant");
        question.grounds = {{QStringLiteral("given"), tr("On file")}};
        question.reasonLabel = tr("Reason (may stay empty)");
        question.reasonRequired = false;
        return question;
    case Event::Terminate:
        question.groundLabel = tr("Ground");
        question.grounds
            = {{QStringLiteral("applicant_dead_or_dissolved"), tr("The applicant has died or was dissolved")},
                {QStringLiteral("item_repealed"), tr("The item was repealed")},
                {QStringLiteral("force_majeure"), tr("Force majeure")}, {QStringLiteral("duplicate"), tr("Duplicate")}};
        if (m_case && m_case->state.irregular)
            question.grounds.push_back({QStringLiteral("irregular"), tr("Irregular")});
        question.reasonLabel = tr("Reason");
        return question;
    case Event::Assign:
        question.groundLabel = tr("Reviewer");
        for (const auto& [id, name] : m_workplace.casework().reviewersFor(*m_case->item))
            question.grounds.push_back({toQString(id), name});
        return question;
    case Event::CompleteTolerance:
        question.groundLabel = tr("All promised materials");
        question.grounds = {{QStringLiteral("in"), tr("Are here")}};
        question.reasonLabel = tr("If late: why");
        question.reasonRequired = false;
        return question;
    case Event::DeclareInterest:
        question.reasonLabel = tr("Remark (may stay empty)");
        question.reasonRequired = false;
        return question;
    case Event::Regularised:
        question.reasonLabel = tr("Reason");
        return question;
    case Event::Amend:
        question.groundLabel = tr("What is amended");
        question.grounds = amendable();
        question.lineLabel = tr("As it should be");
        question.reasonLabel = tr("Reason");
        return question;
    case Event::Noted:
        question.reasonLabel = tr("Remark for colleagues");
        return question;
    case Event::Receive:
    case Event::FixOnSpot:
    case Event::RequestCorrection:
    case Event::DeemAccepted:
    case Event::Resubmit:
    case Event::Accept:
    case Event::CorrectionLapsed:
    case Event::StartReview:
    case Event::Grant:
    case Event::DecideOnSpot:
    case Event::ToleranceLapsed:
    case Event::Archive:
    case Event::AnnulDeemed:
    case Event::LapseConfirmed:
    case Event::Recalendar:
    case Event::Irregular:
    case Event::Printed:
    case Event::Unmasked:
    case Event::Erased:
        return std::nullopt;
    }
    return std::nullopt;
}

CaseCommand CaseActions::commandFor(Event event, CommandAct act, const ReasonPanel::Answer& answer) const {
    CaseCommand command;
    command.stream = m_case->row.stream;
    command.event = event;
    command.act = act;
    CommandFacts& facts = command.facts;
    if (!answer.reason.isEmpty())
        command.particulars.insert(event == Event::SubmitOpinion ? QStringLiteral("opinion")
                : event == Event::Noted                          ? QStringLiteral("note")
                                                                 : QStringLiteral("reason"),
            answer.reason);
    facts.reasonGiven = !answer.reason.isEmpty();
    const std::string ground = answer.ground.toStdString();
    switch (event) {
    case Event::FixOnSpot:
        facts.curable = true;
        break;
    case Event::Accept:
    case Event::DecideOnSpot:
    case Event::AcceptTolerant:
        facts.inScope = true;
        facts.properForm = true;
        facts.missing = rowsMarked({MaterialState::Missing, MaterialState::Tolerated, MaterialState::Undecided});
        if (const auto rows = rowsMarked({MaterialState::Pledged}); !rows.empty())
            facts.commit = Commit {true, rows};
        facts.promiseSigned = ground == "signed";
        if (event == Event::DecideOnSpot)
            facts.decisionResult = "grant";
        break;
    case Event::RequestCorrection:
        facts.fullList = true;
        facts.defects = rowsMarked({MaterialState::Missing, MaterialState::Tolerated, MaterialState::Undecided});
        break;
    case Event::Resubmit:
        for (const auto& [seq, mark] : m_marks) {
            if (mark == MaterialState::Here)
                facts.supplied.push_back(seq);
        }
        break;
    case Event::CompleteTolerance:
        facts.supplied = m_case->state.promisedMaterials;
        break;
    case Event::RefuseAcceptance:
        facts.ground = ground;
        if (!answer.line.isEmpty())
            command.particulars.insert(QStringLiteral("competent_organ"), answer.line);
        break;
    case Event::Terminate:
        facts.ground = ground;
        break;
    case Event::StartSpecial:
        facts.kind = ground;
        facts.daysNeeded = answer.number;
        break;
    case Event::EndSpecial:
        facts.resultOnFile = true;
        break;
    case Event::Suspend:
        facts.basis = answer.line.toStdString();
        break;
    case Event::Extend:
        facts.days = act == CommandAct::Request ? answer.number : 0;
        facts.headApproved = act == CommandAct::Approve && ground == "given";
        break;
    case Event::SubmitOpinion:
        facts.opinionGiven = !answer.reason.isEmpty();
        facts.opinionVerdict = ground;
        facts.opinionDate = m_workplace.today();
        if (!answer.line.isEmpty() && m_workplace.session().current()) {
            facts.siteCheck = true;
            facts.officers = {m_workplace.session().current()->id, toId<PersonId>(answer.line)};
        }
        break;
    case Event::Refuse:
        facts.remediesGiven = true;
        break;
    case Event::IssueResult:
        facts.sealed = true;
        facts.numberAssigned = !answer.line.isEmpty();
        command.particulars.insert(QStringLiteral("result_number"), answer.line);
        break;
    case Event::Deliver:
        facts.collectorIdentified = !answer.line.isEmpty();
        facts.way = ground;
        command.particulars.insert(QStringLiteral("collector"), answer.line);
        if (ground == "proxy") {
            command.particulars.insert(QStringLiteral("collector_id"), answer.otherNumber);
            command.particulars.insert(QStringLiteral("proxy_reason"), answer.reason);
        }
        break;
    case Event::Withdraw:
        facts.inWriting = ground == "given";
        break;
    case Event::Assign:
        facts.reviewer = toId<PersonId>(answer.ground);
        break;
    case Event::Amend: {
        const QString field = answer.ground.section(approvedByMark, 0, 0);
        const QString approver = answer.ground.section(approvedByMark, 1);
        facts.field = field.toStdString();
        if (!approver.isEmpty())
            facts.approvedBy = toId<PersonId>(approver);
        command.particulars.insert(QStringLiteral("value"), amendedValue(field, answer.line));
        break;
    }
    case Event::Receive:
    case Event::DeemAccepted:
    case Event::CorrectionLapsed:
    case Event::StartReview:
    case Event::Resume:
    case Event::SendBack:
    case Event::Grant:
    case Event::ToleranceLapsed:
    case Event::Archive:
    case Event::DeclareInterest:
    case Event::AnnulDeemed:
    case Event::LapseConfirmed:
    case Event::Recalendar:
    case Event::Irregular:
    case Event::Regularised:
    case Event::Printed:
    case Event::Unmasked:
    case Event::Noted:
    case Event::Erased:
        break;
    }
    return command;
}

std::vector<ReasonPanel::Ground> CaseActions::amendable() const {
    std::vector<ReasonPanel::Ground> grounds {
        {QStringLiteral("applicant.phone"), tr("Phone")}, {QStringLiteral("applicant.address"), tr("Postal address")}};
    // Who the applicant is, is amended with a chief representative's approval only.
    const std::pair<const char*, QString> approved[] {
        {"applicant.name", tr("Name")}, {"applicant.id_number", tr("Identity number")}};
    for (const auto& [field, words] : approved) {
        for (const auto& [id, name] : m_workplace.casework().approversFor(*m_case->item))
            grounds.push_back(
                {QLatin1String(field) + approvedByMark + toQString(id), tr("%1, approved by %2").arg(words, name)});
    }
    return grounds;
}

QString CaseActions::amendedValue(const QString& field, const QString& typed) const {
    if (field == QLatin1String("applicant.name"))
        return text(normalizedName(typed.toStdString()));
    if (const auto kind = identifierOf(field)) {
        const Identification read = identifyGiven(*kind, typed.toStdString(), m_workplace.today());
        return read.valid ? text(read.normalized) : typed;
    }
    return typed;
}

std::optional<IdentifierKind> CaseActions::identifierOf(const QString& field) const {
    if (field == QLatin1String("applicant.phone"))
        return IdentifierKind::Phone;
    if (field == QLatin1String("applicant.id_number"))
        return identifierKindFromText(m_case->applicant.self.idKind.toStdString());
    return std::nullopt;
}

QString CaseActions::faultOf(Event event, const ReasonPanel::Answer& answer) const {
    if (event != Event::Amend)
        return {};
    if (answer.line.isEmpty())
        return tr("Please write how it should be.");
    const auto kind = identifierOf(answer.ground.section(approvedByMark, 0, 0));
    if (!kind)
        return {};
    return sentenceForIdentifier(*kind, identifyGiven(*kind, answer.line.toStdString(), m_workplace.today()).reason);
}

std::vector<int> CaseActions::rowsMarked(std::initializer_list<MaterialState> states) const {
    std::vector<int> rows;
    for (const MaterialRow& row : m_case->materials) {
        const auto mark = m_marks.find(row.material.seq);
        const MaterialState state = mark == m_marks.end() ? row.state : mark->second;
        if (std::find(states.begin(), states.end(), state) != states.end())
            rows.push_back(row.material.seq);
    }
    return rows;
}

} // namespace yichuang::ui
