// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>

#include <QCoreApplication>

#include <map>

namespace yichuang::ui {
namespace {

struct Names {
    Q_DECLARE_TR_FUNCTIONS(Names)
};
/// Apart, for a paper and the step that calls for it may bear one name in one language and two in the other.
struct Papers {
    Q_DECLARE_TR_FUNCTIONS(Papers)
};

} // namespace

QString nameOf(Stage stage) {
    switch (stage) {
    case Stage::Draft:
        return Names::tr("Draft");
    case Stage::Received:
        return Names::tr("Received");
    case Stage::AwaitingCorrection:
        return Names::tr("Awaiting correction");
    case Stage::NotAccepted:
        return Names::tr("Not accepted");
    case Stage::Accepted:
        return Names::tr("Accepted");
    case Stage::UnderReview:
        return Names::tr("Under review");
    case Stage::SpecialProcedure:
        return Names::tr("Special procedure");
    case Stage::Suspended:
        return Names::tr("Suspended");
    case Stage::PendingDecision:
        return Names::tr("Pending decision");
    case Stage::Granted:
        return Names::tr("Granted");
    case Stage::Refused:
        return Names::tr("Refused");
    case Stage::ResultReady:
        return Names::tr("Result ready");
    case Stage::Delivered:
        return Names::tr("Delivered");
    case Stage::Withdrawn:
        return Names::tr("Withdrawn");
    case Stage::Terminated:
        return Names::tr("Terminated");
    case Stage::Archived:
        return Names::tr("Archived");
    }
    return {};
}

QString nameOf(CaseType type) {
    switch (type) {
    case CaseType::Immediate:
        return Names::tr("Immediate case");
    case CaseType::OneReviewOneApprove:
        return Names::tr("One review, one approval");
    case CaseType::Commitment:
        return Names::tr("Commitment case");
    }
    return {};
}

QString nameOf(PaperKind kind) {
    switch (kind) {
    case PaperKind::MaterialReceipt:
    case PaperKind::MaterialReceiptSlip:
        return Papers::tr("Material receipt");
    case PaperKind::AcceptanceNotice:
        return Papers::tr("Notice of acceptance");
    case PaperKind::TolerantAcceptanceNotice:
        return Papers::tr("Notice of tolerant acceptance");
    case PaperKind::CorrectionNotice:
        return Papers::tr("One-time correction notice");
    case PaperKind::CorrectionReceipt:
        return Papers::tr("Receipt of corrections");
    case PaperKind::NonAcceptanceDecision:
        return Papers::tr("Decision of non-acceptance");
    case PaperKind::GrantDecision:
        return Papers::tr("Decision to grant");
    case PaperKind::RefusalDecision:
        return Papers::tr("Decision to refuse");
    case PaperKind::ExtensionNotice:
        return Papers::tr("Notice of extension");
    case PaperKind::SpecialProcedureNotice:
        return Papers::tr("Notice of a special procedure");
    case PaperKind::SuspensionNotice:
        return Papers::tr("Notice of suspension");
    case PaperKind::ResumptionNotice:
        return Papers::tr("Notice of resumption");
    case PaperKind::TerminationNotice:
        return Papers::tr("Notice of termination");
    case PaperKind::WithdrawalForm:
        return Papers::tr("Withdrawal form");
    case PaperKind::ServiceReceipt:
        return Papers::tr("Service receipt");
    case PaperKind::ProcessSheet:
        return Papers::tr("Process sheet");
    case PaperKind::CommitmentPledge:
        return Papers::tr("Commitment pledge");
    }
    return {};
}

QString nameOf(const Material& material) {
    return inLanguage(material.name, material.nameEn);
}

QString nameOfMaterialForm(const std::string& code) {
    static const std::map<std::string, const char*> names {
        {"original", QT_TRANSLATE_NOOP("Names", "original")},
        {"original_inspected_copy_kept", QT_TRANSLATE_NOOP("Names", "original inspected, copy kept")},
        {"copy", QT_TRANSLATE_NOOP("Names", "copy")},
        {"electronic", QT_TRANSLATE_NOOP("Names", "electronic")},
        {"original_for_inspection", QT_TRANSLATE_NOOP("Names", "original for inspection")},
    };
    const auto name = names.find(code);
    return name == names.end() ? QString {} : Names::tr(name->second);
}

QString nameOf(HandlingMode mode) {
    switch (mode) {
    case HandlingMode::Standard:
        return Names::tr("Standard");
    case HandlingMode::Tolerance:
        return Names::tr("Tolerant acceptance");
    case HandlingMode::NotifyAndCommit:
        return Names::tr("Notify and commit");
    case HandlingMode::Simulated:
        return Names::tr("Simulated approval");
    case HandlingMode::Parallel:
        return Names::tr("Parallel approval");
    }
    return {};
}

QString nameOfRelation(const QString& relation) {
    if (relation == QLatin1String("parent"))
        return Names::tr("Father or mother");
    if (relation == QLatin1String("grandparent"))
        return Names::tr("Grandparent");
    if (relation == QLatin1String("sibling"))
        return Names::tr("Brother or sister");
    if (relation == QLatin1String("other"))
        return Names::tr("Another guardian");
    return relation;
}

QString nameOf(Role role) {
    switch (role) {
    case Role::WindowClerk:
        return Names::tr("Window clerk");
    case Role::IntegratedClerk:
        return Names::tr("Integrated window clerk");
    case Role::Reviewer:
        return Names::tr("Reviewer");
    case Role::ChiefRepresentative:
        return Names::tr("Chief representative");
    case Role::IssuingWindow:
        return Names::tr("Issuing window");
    case Role::ProjectAgent:
        return Names::tr("Project agent");
    case Role::HallManager:
        return Names::tr("Hall manager");
    case Role::Supervisor:
        return Names::tr("Supervisor");
    case Role::ComplaintOfficer:
        return Names::tr("Complaint officer");
    case Role::CatalogueAdministrator:
        return Names::tr("Catalogue administrator");
    case Role::SystemAdministrator:
        return Names::tr("System administrator");
    case Role::Citizen:
        return Names::tr("Applicant online");
    case Role::System:
        return Names::tr("Centre");
    }
    return {};
}

QString nameOf(IdentifierKind kind) {
    switch (kind) {
    case IdentifierKind::ResidentId:
        return Names::tr("Resident ID");
    case IdentifierKind::HmtResidence:
        return Names::tr("Residence permit for Hong Kong, Macao and Taiwan residents");
    case IdentifierKind::HmtTravelPermit:
        return Names::tr("Mainland travel permit for Hong Kong and Macao residents");
    case IdentifierKind::TwnTravelPermit:
        return Names::tr("Mainland travel permit for Taiwan residents");
    case IdentifierKind::PassportCn:
        return Names::tr("Chinese passport");
    case IdentifierKind::ForeignPr2017:
        return Names::tr("Permanent residence card (2017)");
    case IdentifierKind::ForeignPr2023:
        return Names::tr("Permanent residence card (2023)");
    case IdentifierKind::Uscc:
        return Names::tr("Unified social credit code");
    case IdentifierKind::Phone:
        return Names::tr("Phone");
    case IdentifierKind::CaseNo:
        return Names::tr("Case number");
    case IdentifierKind::PlatformCaseNo:
        return Names::tr("Platform case number");
    case IdentifierKind::ItemBasicCode:
        return Names::tr("Basic code of an item");
    case IdentifierKind::ItemImplCode:
        return Names::tr("Implementation code of an item");
    case IdentifierKind::ItemHandleCode:
        return Names::tr("Handling code of an item");
    }
    return {};
}

namespace {

QString plainNameOf(Event event) {
    switch (event) {
    case Event::Receive:
        return Names::tr("Take in");
    case Event::FixOnSpot:
        return Names::tr("Correct on the spot");
    case Event::RequestCorrection:
        return Names::tr("One-time correction notice");
    case Event::DeemAccepted:
        return Names::tr("Deemed accepted");
    case Event::Resubmit:
        return Names::tr("Take in corrections");
    case Event::Accept:
        return Names::tr("Accept");
    case Event::AcceptTolerant:
        return Names::tr("Accept tolerantly");
    case Event::RefuseAcceptance:
        return Names::tr("Refuse acceptance");
    case Event::CorrectionLapsed:
        return Names::tr("Correction lapsed");
    case Event::StartReview:
        return Names::tr("Start review");
    case Event::StartSpecial:
        return Names::tr("Start special procedure");
    case Event::EndSpecial:
        return Names::tr("End special procedure");
    case Event::Suspend:
        return Names::tr("Suspend");
    case Event::Resume:
        return Names::tr("Resume");
    case Event::Extend:
        return Names::tr("Extend");
    case Event::SubmitOpinion:
        return Names::tr("Submit opinion");
    case Event::SendBack:
        return Names::tr("Send back to review");
    case Event::Grant:
        return Names::tr("Grant");
    case Event::Refuse:
        return Names::tr("Refuse the licence");
    case Event::DecideOnSpot:
        return Names::tr("Decide on the spot");
    case Event::CompleteTolerance:
        return Names::tr("Take in promised materials");
    case Event::ToleranceLapsed:
        return Names::tr("Promise lapsed");
    case Event::IssueResult:
        return Names::tr("Issue the result");
    case Event::Deliver:
        return Names::tr("Hand over");
    case Event::Withdraw:
        return Names::tr("Withdraw");
    case Event::Terminate:
        return Names::tr("Terminate");
    case Event::Archive:
        return Names::tr("Archive");
    case Event::Assign:
        return Names::tr("Assign a reviewer");
    case Event::DeclareInterest:
        return Names::tr("Declare an interest");
    case Event::Amend:
        return Names::tr("Amend a particular");
    case Event::AnnulDeemed:
        return Names::tr("Take back what silence wrote");
    case Event::LapseConfirmed:
        return Names::tr("Confirm the lapse");
    case Event::Recalendar:
        return Names::tr("Dates by the new calendar");
    case Event::Irregular:
        return Names::tr("Irregular");
    case Event::Regularised:
        return Names::tr("Confirm an irregular case");
    case Event::Printed:
        return Names::tr("Printed");
    case Event::Unmasked:
        return Names::tr("Shown in clear");
    case Event::Noted:
        return Names::tr("Note");
    case Event::Erased:
        return Names::tr("Particulars erased");
    }
    return {};
}

} // namespace

QString nameOf(Event event, CommandAct act) {
    const QString name = plainNameOf(event);
    switch (act) {
    case CommandAct::Do:
        return name;
    case CommandAct::Request:
        return Names::tr("Ask for: %1").arg(name);
    case CommandAct::Approve:
        return Names::tr("Approve: %1").arg(name);
    case CommandAct::Decline:
        return Names::tr("Decline: %1").arg(name);
    }
    return name;
}

} // namespace yichuang::ui
