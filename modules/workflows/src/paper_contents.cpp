// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper_contents.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/domain/papers.h>
#include <yichuang/qtbridge/values.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace yichuang {
namespace {

const TimelineEntry* entryById(const CaseView& view, const EntryId& id) {
    const auto found = std::find_if(view.timeline.begin(), view.timeline.end(),
        [&id](const TimelineEntry& candidate) { return candidate.id == id; });
    return found == view.timeline.end() ? nullptr : &*found;
}

std::optional<PaperDate> dateOf(const std::optional<CivilDate>& date, bool provisional) {
    if (!date)
        return std::nullopt;
    return PaperDate {*date, provisional};
}

std::optional<CivilDate> earlier(const std::optional<CivilDate>& left, const std::optional<CivilDate>& right) {
    if (left && right)
        return std::min(*left, *right);
    return left ? left : right;
}

PaperMaterial rowOf(const Material& material, const QString& remark) {
    return PaperMaterial {material.seq, material.name, material.formText, material.copies, remark.toStdString()};
}

std::vector<std::string> paragraphs(const QString& text) {
    std::vector<std::string> result;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        result.push_back(line.trimmed().toStdString());
    return result;
}

std::string stateWord(MaterialState state) {
    switch (state) {
    case MaterialState::Shared:
        return "共享调取";
    case MaterialState::Pledged:
        return "承诺替代";
    case MaterialState::Tolerated:
        return "承诺补交";
    case MaterialState::Undecided:
    case MaterialState::Here:
    case MaterialState::Missing:
    case MaterialState::NotApplicable:
        return {};
    }
    return {};
}

/// Rows of the checklist that count as handed in at that entry.
std::vector<PaperMaterial> materialsReceived(const CaseView& view) {
    std::vector<PaperMaterial> rows;
    for (const MaterialRow& row : view.materials) {
        if (row.state == MaterialState::Here || row.state == MaterialState::Shared)
            rows.push_back(rowOf(row.material, toQString(stateWord(row.state))));
    }
    return rows;
}

std::vector<PaperMaterial> materialsBySeq(const CaseView& view, const std::vector<int>& sequence,
    const QMap<QString, QString>& particulars, const QString& otherwise) {
    const QJsonObject notes
        = QJsonDocument::fromJson(particulars.value(QStringLiteral("defect_notes")).toUtf8()).object();
    std::vector<PaperMaterial> rows;
    for (const int seq : sequence) {
        if (const Material* material = view.item->material(seq)) {
            const QString note = notes.value(QString::number(seq)).toString();
            rows.push_back(rowOf(*material, note.isEmpty() ? otherwise : note));
        }
    }
    return rows;
}

/// The earlier of promised and statutory due date as the last entry that set them stated it.
std::optional<PaperDate> decideByBefore(const CaseView& view, const EntryId& limit) {
    std::optional<PaperDate> found;
    for (const TimelineEntry& line : view.timeline) {
        if (line.id == limit)
            break;
        if (const auto due = earlier(line.entry.set.promisedDue, line.entry.set.statutoryDue))
            found = PaperDate {*due, line.entry.set.provisional};
    }
    return found;
}

void fillHead(PaperContent& content, const CaseView& view, const DuePaper& due, const PaperFrame& frame) {
    const bool slip = content.kind == PaperKind::MaterialReceiptSlip;
    content.organName = slip ? frame.hallName.toStdString() : view.item->department;
    content.caseNo = view.row.caseNo.toStdString();
    content.documentNumber = documentNumber(content.kind, view.item->organWord, content.caseNo, due.ordinal);
    content.applicantName = view.applicant.self.name.toStdString();
    content.addressee
        = view.applicant.kind == ApplicantKind::Organisation ? Addressee::Organisation : Addressee::Person;
    if (view.applicant.guardian)
        content.guardianName = view.applicant.guardian->self.name.toStdString();
    if (view.applicant.agent)
        content.agentName = view.applicant.agent->name.toStdString();
    content.itemTitle = view.item->title;
    content.contactPhone = view.item->contactPhone;
    content.supervisionPhone = view.item->supervisionPhone;
    content.windowName = view.windowName.toStdString();
    content.copies = copiesOf(content.kind);
    content.seal = frame.demonstration ? SealPlace::Specimen : SealPlace::Empty;
    content.legalBasis = view.item->legalBasis;
    content.reconsiderationOrgan = view.item->reconsiderationOrgan;
    content.court = "有管辖权的人民法院";
}

} // namespace

Result<PaperContent> paperContentOf(
    const CaseView& view, const DuePaper& due, const Registry& registry, const PaperFrame& frame) {
    const TimelineEntry* source = entryById(view, due.source);
    const auto kind = paperKindFromText(due.paper.toStdString());
    if (!source || !kind || !view.item)
        return failure("paper.not_due", {{"paper", due.paper.toStdString()}});
    const auto called = papersOf(source->entry);
    if (std::find(called.begin(), called.end(), due.paper.toStdString()) == called.end())
        return failure("paper.not_due", {{"paper", due.paper.toStdString()}});

    PaperContent content;
    content.kind = *kind;
    fillHead(content, view, due, frame);

    const Entry& entry = source->entry;
    const bool provisional = entry.set.provisional;
    content.issuedOn = PaperDate {entry.date, false};
    content.issuedAtTime = source->when.toString(QStringLiteral("HH:mm")).toStdString();
    content.clerkName = source->personName.toStdString();
    content.mark = source->atCentre ? CentreMark::KnownAtCentre : CentreMark::AtWindow;
    content.receivedOn = dateOf(view.state.receivedOn, false);
    content.acceptedOn = dateOf(view.state.dayZero, false);
    content.windowEnd = dateOf(view.state.windowEnd, provisional);
    content.correctBy = dateOf(entry.set.periodEnd, provisional);
    content.decideBy = dateOf(earlier(entry.set.promisedDue, entry.set.statutoryDue), provisional);
    content.previousDecideBy = decideByBefore(view, source->id);
    content.supplyBy = dateOf(entry.set.toleranceDue, provisional);
    content.deliverBy = dateOf(entry.set.deliveryDue, provisional);
    content.startsOn = PaperDate {entry.date, false};
    content.decidedOn = dateOf(view.state.concludedOn, false);
    content.reasons = paragraphs(source->particulars.value(QStringLiteral("reason")));
    content.competentOrgan = source->particulars.value(QStringLiteral("competent_organ")).toStdString();
    content.conditions = paragraphs(source->particulars.value(QStringLiteral("conditions")));
    content.grantedContent = source->particulars.value(QStringLiteral("granted")).toStdString();
    content.validity = source->particulars.value(QStringLiteral("validity")).toStdString();
    content.resultName = view.item->result;
    content.resultNumber = source->particulars.value(QStringLiteral("result_number")).toStdString();
    content.days = entry.facts.days != 0 ? entry.facts.days : entry.facts.daysNeeded;
    content.specialKind = entry.facts.kind;

    // An approval has its effect by the request it answers: days, kind and reason stand there.
    if (entry.act == CommandAct::Approve) {
        for (const TimelineEntry& line : view.timeline) {
            if (line.id == source->id)
                break;
            if (line.entry.event != entry.event || line.entry.act != CommandAct::Request)
                continue;
            content.days = line.entry.facts.days != 0 ? line.entry.facts.days : line.entry.facts.daysNeeded;
            content.specialKind = line.entry.facts.kind;
            if (content.reasons.empty())
                content.reasons = paragraphs(line.particulars.value(QStringLiteral("reason")));
            if (content.competentOrgan.empty())
                content.competentOrgan = line.particulars.value(QStringLiteral("competent_organ")).toStdString();
        }
    }

    switch (*kind) {
    case PaperKind::CorrectionNotice:
        content.materials
            = materialsBySeq(view, entry.facts.defects, source->particulars, QStringLiteral("未提交，请补交"));
        content.days = entry.facts.periodDays.value_or(30);
        break;
    case PaperKind::CorrectionReceipt:
        content.materials = materialsBySeq(view, entry.facts.supplied, {}, {});
        break;
    case PaperKind::TolerantAcceptanceNotice:
        content.materials = materialsReceived(view);
        content.promisedMaterials
            = materialsBySeq(view, entry.facts.missing, source->particulars, QStringLiteral("承诺补交"));
        break;
    case PaperKind::CommitmentPledge:
        if (entry.facts.commit)
            content.promisedMaterials
                = materialsBySeq(view, entry.facts.commit->pledged, {}, QStringLiteral("承诺替代"));
        break;
    case PaperKind::ServiceReceipt:
        for (const PrintedPaper& paper : view.papers) {
            const auto printedKind = paperKindFromText(paper.paper.toStdString());
            if (printedKind == PaperKind::GrantDecision || printedKind == PaperKind::RefusalDecision)
                content.documents.push_back(
                    PaperReference {std::string(titleOf(*printedKind)), paper.documentNumber.toStdString(), 1});
        }
        if (!view.item->result.empty() && view.state.stage != Stage::Refused)
            content.documents.push_back(PaperReference {view.item->result, content.resultNumber, 1});
        if (content.documents.empty())
            content.documents.push_back(PaperReference {"准予行政许可决定书", {}, 1});
        content.deliveryWay = source->particulars.value(QStringLiteral("way_text")).toStdString();
        if (content.deliveryWay.empty())
            content.deliveryWay = entry.facts.way == "post" ? "邮寄送达"
                : entry.facts.way == "proxy"                ? "他人代领"
                                                            : "直接送达";
        content.deliveryPlace = frame.hallName.toStdString();
        content.serverName = source->personName.toStdString();
        if (entry.facts.way == "proxy") {
            content.collectorName = source->particulars.value(QStringLiteral("collector")).toStdString();
            const std::string shown = source->particulars.value(QStringLiteral("collector_id")).toStdString();
            content.collectorIdMasked
                = masked(applicantNumberKind(shown, entry.date).value_or(IdentifierKind::ResidentId), shown);
            content.proxyReason = source->particulars.value(QStringLiteral("proxy_reason")).toStdString();
        }
        content.deliveredOn = PaperDate {entry.date, false};
        break;
    case PaperKind::MaterialReceipt:
    case PaperKind::MaterialReceiptSlip:
    case PaperKind::AcceptanceNotice:
    case PaperKind::NonAcceptanceDecision:
    case PaperKind::GrantDecision:
    case PaperKind::RefusalDecision:
    case PaperKind::ExtensionNotice:
    case PaperKind::SpecialProcedureNotice:
    case PaperKind::SuspensionNotice:
    case PaperKind::TerminationNotice:
    case PaperKind::WithdrawalForm:
    case PaperKind::ProcessSheet:
        content.materials = materialsReceived(view);
        break;
    }
    if (content.grantedContent.empty())
        content.grantedContent = view.item->title;
    if (const Window* window = registry.window(view.state.window); window && content.windowName.empty())
        content.windowName = window->name;
    return content;
}

PaperContent processSheetOf(const Item& item, const PaperFrame& frame) {
    const auto workdays = [](int days) { return std::to_string(days) + " 个工作日"; };
    PaperContent content;
    content.kind = PaperKind::ProcessSheet;
    content.organName = item.department;
    content.itemTitle = item.title;
    content.promisedLimit
        = item.caseType == CaseType::Immediate ? std::string {"当场办结"} : workdays(item.promisedWorkdays);
    if (item.statutory)
        content.statutoryLimit = item.statutory->unit == LimitUnit::Workday
            ? workdays(item.statutory->days)
            : std::to_string(item.statutory->days) + " 日";
    content.place = frame.hallName.toStdString();
    for (const Fee& fee : item.fees) {
        content.fees += content.fees.empty() ? "" : "；";
        content.fees += fee.standard.empty() ? fee.name : fee.name + "：" + fee.standard;
    }
    content.visits = item.maxVisits;
    content.legalBasis = item.legalBasis;
    for (const Step& step : item.steps)
        content.steps.push_back(PaperStep {step.name, step.role, step.limitWorkdays});
    for (const Material& material : item.materials) {
        QStringList remarks;
        if (!material.condition.empty())
            remarks.push_back(toQString(material.condition));
        if (material.tolerable && item.allows(HandlingMode::Tolerance))
            remarks.push_back(QStringLiteral("可容缺"));
        if (material.shareable)
            remarks.push_back(QStringLiteral("可共享调取，不必提交"));
        content.materials.push_back(rowOf(material, remarks.join(QStringLiteral("；"))));
    }
    content.contactPhone = item.contactPhone;
    content.supervisionPhone = item.supervisionPhone;
    return content;
}

QList<PrintedPaper> papersPrinted(const QList<TimelineEntry>& timeline) {
    QList<PrintedPaper> printed;
    for (const TimelineEntry& line : timeline) {
        if (line.entry.event != Event::Printed || !line.entry.facts.target)
            continue;
        const CommandFacts& facts = line.entry.facts;
        const auto known = std::find_if(printed.begin(), printed.end(), [&facts](const PrintedPaper& paper) {
            return paper.paper == toQString(facts.paper) && paper.source == *facts.target;
        });
        if (known == printed.end()) {
            printed.push_back(PrintedPaper {toQString(facts.paper), *facts.target,
                line.particulars.value(QStringLiteral("document_number")), facts.ordinal, facts.copies, 1, line.when});
        } else {
            known->prints += 1;
            known->last = line.when;
        }
    }
    return printed;
}

bool sameDocument(const DuePaper& paper, const DuePaper& other) {
    return paper.source == other.source && sameDocument(paper.paper.toStdString(), other.paper.toStdString());
}

bool sameDocument(const PrintedPaper& printed, const DuePaper& due) {
    return printed.source == due.source && sameDocument(printed.paper.toStdString(), due.paper.toStdString());
}

QList<DuePaper> papersCalledFor(const QList<TimelineEntry>& timeline) {
    const QList<PrintedPaper> printed = papersPrinted(timeline);
    int next = 1;
    for (const PrintedPaper& paper : printed)
        next = std::max(next, paper.ordinal + 1);
    QList<DuePaper> called;
    for (const TimelineEntry& line : timeline) {
        if (line.refused)
            continue;
        for (const std::string_view name : papersOf(line.entry)) {
            DuePaper due {
                toQString(name), line.id, 0, !line.atCentre && !mayBeHandedOutBeforeTheCentreKnows(line.entry)};
            // One number for a document, whichever roll it comes from.
            const auto known = std::find_if(
                printed.begin(), printed.end(), [&due](const PrintedPaper& paper) { return sameDocument(paper, due); });
            const auto beside = std::find_if(
                called.begin(), called.end(), [&due](const DuePaper& paper) { return sameDocument(paper, due); });
            if (known != printed.end())
                due.ordinal = known->ordinal;
            else if (beside != called.end())
                due.ordinal = beside->ordinal;
            else
                due.ordinal = next++;
            called.push_back(due);
        }
    }
    return called;
}

} // namespace yichuang
