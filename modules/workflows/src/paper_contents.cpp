// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper_contents.h"

#include "dossier_json.h"
#include "paper_grounds.h"

#include <yichuang/domain/calendar_version.h>
#include <yichuang/domain/identifiers.h>
#include <yichuang/domain/law.h>
#include <yichuang/domain/papers.h>
#include <yichuang/qtbridge/values.h>

#include <QJsonArray>
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

/// A day that has been.
std::optional<PaperDate> dateOf(const std::optional<CivilDate>& date) {
    return date ? std::optional(PaperDate {*date, false}) : std::nullopt;
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
    content.reconsiderationOrgan = view.item->reconsiderationOrgan;
    content.court = "有管辖权的人民法院";
}

/// The entry that calls for a paper, and the case around it as it was then: what came later is not on it, however
/// often it is printed again.
class Occasion {
public:
    Occasion(const CaseView& view, const TimelineEntry& source, const Calendar& calendar)
        : m_view(view)
        , m_source(source)
        , m_calendar(calendar) {
        m_materials = materialRowsFrom({}, *view.item);
        for (const TimelineEntry& line : view.timeline) {
            if (line.refused && line.id != source.id)
                continue;
            if (line.id == source.id)
                m_before = m_after;
            m_after = evolve(std::move(m_after), line.entry);
            takeMaterials(line);
            if (line.id == source.id)
                break;
            if (line.entry.event == source.entry.event && line.entry.act == CommandAct::Request)
                m_request = &line;
            if (line.entry.event == Event::IssueResult)
                m_resultNumber = line.particulars.value(QStringLiteral("result_number")).toStdString();
        }
    }

    [[nodiscard]] const CaseView& view() const { return m_view; }
    [[nodiscard]] const Item& item() const { return *m_view.item; }
    [[nodiscard]] const TimelineEntry& source() const { return m_source; }
    [[nodiscard]] const Entry& entry() const { return m_source.entry; }
    [[nodiscard]] const CaseState& before() const { return m_before; }
    [[nodiscard]] const CaseState& after() const { return m_after; }
    [[nodiscard]] const std::string& resultNumber() const { return m_resultNumber; }
    /// An approval has its effect by the request it answers: days, kind, ground and basis stand there.
    [[nodiscard]] const CommandFacts& facts() const { return answered() ? m_request->entry.facts : entry().facts; }
    /// Of 8 and 25; empty for every other.
    [[nodiscard]] std::string ground() const {
        const Event event = entry().event;
        return event == Event::RefuseAcceptance || event == Event::Terminate ? facts().ground : std::string {};
    }
    /// Of the entry, else of the request that it answers.
    [[nodiscard]] QString particular(const char* name) const {
        const QString own = m_source.particulars.value(QLatin1String(name));
        return own.isEmpty() && answered() ? m_request->particulars.value(QLatin1String(name)) : own;
    }

    /// A date that the entry itself set.
    [[nodiscard]] std::optional<PaperDate> set(const std::optional<CivilDate>& date) const {
        if (!date)
            return std::nullopt;
        const SetFacts& facts = entry().set;
        return PaperDate {
            *date, facts.calendarVersion.empty() ? facts.provisional : wasProvisional(facts.calendarVersion, *date)};
    }
    /// By when the case had to be decided in that state, as seen on the day of the entry.
    [[nodiscard]] std::optional<PaperDate> decideBy(const CaseState& state) const {
        const Dues dues = duesOf(state, LawContext {item(), m_calendar}, entry().date);
        if (!dues.effective)
            return std::nullopt;
        return PaperDate {*dues.effective, wasProvisional(m_calendar.version(), *dues.effective)};
    }

    [[nodiscard]] std::vector<PaperMaterial> materialsReceived() const {
        std::vector<PaperMaterial> rows;
        for (const MaterialRow& row : m_materials) {
            if (row.state == MaterialState::Here || row.state == MaterialState::Shared)
                rows.push_back(rowOf(row.material, toQString(stateWord(row.state))));
        }
        return rows;
    }
    [[nodiscard]] std::vector<PaperMaterial> materials(const std::vector<int>& sequence, const QString& remark) const {
        return materialsBySeq(m_view, sequence, m_source.particulars, remark);
    }
    [[nodiscard]] std::string namesOf(const std::vector<int>& sequence) const {
        std::string names;
        for (const int seq : sequence) {
            if (const Material* material = item().material(seq))
                names += (names.empty() ? "" : "、") + material->name;
        }
        return names;
    }

private:
    [[nodiscard]] bool answered() const { return entry().act == CommandAct::Approve && m_request != nullptr; }

    void takeMaterials(const TimelineEntry& line) {
        if (line.entry.event == Event::Receive) {
            const QByteArray checklist = line.particulars.value(QStringLiteral("checklist")).toUtf8();
            m_materials = materialRowsFrom(QJsonDocument::fromJson(checklist).array(), item());
        }
        markSupplied(m_materials, line.entry);
    }

    const CaseView& m_view;
    const TimelineEntry& m_source;
    const Calendar& m_calendar;
    const TimelineEntry* m_request = nullptr; ///< the last one for the same step
    CaseState m_before;
    CaseState m_after;
    QList<MaterialRow> m_materials;
    std::string m_resultNumber;
};

void fillDates(PaperContent& content, const Occasion& occasion) {
    const Entry& entry = occasion.entry();
    const SetFacts& set = entry.set;
    content.issuedOn = PaperDate {entry.date, false};
    content.issuedAtTime = occasion.source().when.toString(QStringLiteral("HH:mm")).toStdString();
    content.receivedOn = dateOf(occasion.after().receivedOn);
    content.acceptedOn = dateOf(occasion.after().dayZero);
    content.windowEnd = occasion.set(set.windowEnd);
    content.correctBy = occasion.set(set.periodEnd);
    content.decideBy = occasion.set(earlier(set.promisedDue, set.statutoryDue));
    content.supplyBy = occasion.set(set.toleranceDue);
    content.deliverBy = occasion.set(set.deliveryDue);
    content.startsOn = PaperDate {entry.date, false};
    content.decidedOn = dateOf(occasion.after().concludedOn);
}

AcceptanceGround acceptanceGroundOf(const Occasion& occasion) {
    const bool corrected = occasion.before().resubmittedOn.has_value();
    if (occasion.entry().event == Event::DeemAccepted)
        return corrected ? AcceptanceGround::BySilenceAfterCorrection : AcceptanceGround::BySilence;
    return corrected ? AcceptanceGround::AfterCorrection : AcceptanceGround::Complete;
}

/// The ground of the law first, then what somebody wrote to it.
std::vector<std::string> reasonsOf(const Occasion& occasion) {
    std::vector<std::string> reasons;
    const std::string ground = occasion.ground();
    if (const std::string sentence = sentenceOfGround(ground); !sentence.empty())
        reasons.push_back(sentence);
    const CaseState& before = occasion.before();
    if (ground == "listed_defects_open" && !before.openDefects.empty())
        reasons.push_back("没有补正的材料：" + occasion.namesOf(before.openDefects) + "。");
    if (occasion.entry().event == Event::CorrectionLapsed && before.noticeOn && before.periodEnd)
        reasons.push_back(dateOnPaper(*before.noticeOn) + "一次性告知需要补正的内容，补正期限至 "
            + dateOnPaper(*before.periodEnd) + "届满，没有收到补正材料。");
    if (occasion.entry().event == Event::ToleranceLapsed && before.toleranceDue)
        reasons.push_back("承诺最迟在 " + dateOnPaper(*before.toleranceDue) + "补交的材料没有补齐："
            + occasion.namesOf(before.promisedMaterials) + "。");
    for (std::string& paragraph : paragraphs(occasion.particular("reason")))
        reasons.push_back(std::move(paragraph));
    return reasons;
}

/// What the paper rests on beside the licensing law that its template names.
std::vector<std::string> legalBasisOf(PaperKind kind, const Occasion& occasion) {
    const auto own = [](const std::string& article) {
        return article.empty() ? std::vector<std::string> {} : std::vector<std::string> {citation(article)};
    };
    switch (kind) {
    case PaperKind::SpecialProcedureNotice:
    case PaperKind::SuspensionNotice:
        return own(occasion.facts().basis);
    case PaperKind::ExtensionNotice:
        return own(occasion.item().extensionBasis);
    case PaperKind::NonAcceptanceDecision:
        return {articleOfNonAcceptance(occasion.ground())};
    case PaperKind::AcceptanceNotice:
    case PaperKind::TolerantAcceptanceNotice:
    case PaperKind::GrantDecision:
    case PaperKind::RefusalDecision:
    case PaperKind::CommitmentPledge: {
        std::vector<std::string> articles;
        for (const std::string& basis : occasion.item().legalBasis)
            articles.push_back(citation(basis));
        return articles;
    }
    case PaperKind::MaterialReceipt:
    case PaperKind::MaterialReceiptSlip:
    case PaperKind::CorrectionNotice:
    case PaperKind::CorrectionReceipt:
    case PaperKind::ResumptionNotice:
    case PaperKind::TerminationNotice:
    case PaperKind::WithdrawalForm:
    case PaperKind::ServiceReceipt:
    case PaperKind::ProcessSheet:
        return {};
    }
    return {};
}

/// The decision that is handed over, with its number once it was printed, and the certificate if there is one.
void fillDelivery(PaperContent& content, const Occasion& occasion, const PaperFrame& frame) {
    const CommandFacts& facts = occasion.entry().facts;
    const bool refused = occasion.before().stage == Stage::Refused;
    const PaperKind decision = refused ? PaperKind::RefusalDecision : PaperKind::GrantDecision;
    PaperReference decided {std::string(titleOf(decision)), {}, 1};
    for (const PrintedPaper& paper : occasion.view().papers) {
        if (paperKindFromText(paper.paper.toStdString()) == decision)
            decided.number = paper.documentNumber.toStdString();
    }
    content.documents.push_back(std::move(decided));
    if (!occasion.item().result.empty() && !refused)
        content.documents.push_back(PaperReference {occasion.item().result, occasion.resultNumber(), 1});
    content.deliveryWay = occasion.particular("way_text").toStdString();
    if (content.deliveryWay.empty())
        content.deliveryWay = facts.way == "post" ? "邮寄送达" : facts.way == "proxy" ? "他人代领" : "直接送达";
    content.deliveryPlace = frame.hallName.toStdString();
    content.serverName = occasion.source().personName.toStdString();
    content.deliveredOn = PaperDate {occasion.entry().date, false};
    if (facts.way != "proxy")
        return;
    content.collectorName = occasion.particular("collector").toStdString();
    const std::string shown = occasion.particular("collector_id").toStdString();
    content.collectorIdMasked
        = masked(applicantNumberKind(shown, occasion.entry().date).value_or(IdentifierKind::ResidentId), shown);
    content.proxyReason = occasion.particular("proxy_reason").toStdString();
}

/// What only some papers say.
void fillOwn(PaperContent& content, const Occasion& occasion, const PaperFrame& frame) {
    const Entry& entry = occasion.entry();
    content.acceptance = acceptanceGroundOf(occasion);
    content.materials = occasion.materialsReceived();
    switch (content.kind) {
    case PaperKind::CorrectionNotice:
        content.materials = occasion.materials(entry.facts.defects, QStringLiteral("未提交，请补交"));
        content.days = occasion.after().periodDays;
        break;
    case PaperKind::CorrectionReceipt:
        content.receivedOn = PaperDate {entry.date, false};
        content.materials = occasion.materials(entry.facts.supplied, {});
        break;
    case PaperKind::TolerantAcceptanceNotice:
        content.promisedMaterials = occasion.materials(occasion.after().promisedMaterials, QStringLiteral("承诺补交"));
        break;
    case PaperKind::CommitmentPledge:
        content.materials.clear();
        if (entry.facts.commit) {
            content.promisedMaterials = occasion.materials(entry.facts.commit->pledged, QStringLiteral("承诺替代"));
            content.conditions = conditionsOfPledge(occasion.item(), *entry.facts.commit);
        }
        break;
    case PaperKind::ExtensionNotice:
        content.days = occasion.facts().days;
        content.previousDecideBy = occasion.decideBy(occasion.before());
        break;
    case PaperKind::SpecialProcedureNotice:
        content.days = occasion.facts().daysNeeded;
        content.specialKind = occasion.facts().kind;
        break;
    case PaperKind::ResumptionNotice:
        content.decideBy = occasion.decideBy(occasion.after());
        if (!occasion.before().pauses.empty())
            content.stoppedOn = PaperDate {occasion.before().pauses.back().start, false};
        break;
    case PaperKind::ServiceReceipt:
        content.materials.clear();
        fillDelivery(content, occasion, frame);
        break;
    case PaperKind::MaterialReceipt:
    case PaperKind::MaterialReceiptSlip:
    case PaperKind::AcceptanceNotice:
    case PaperKind::NonAcceptanceDecision:
    case PaperKind::GrantDecision:
    case PaperKind::RefusalDecision:
    case PaperKind::SuspensionNotice:
    case PaperKind::TerminationNotice:
    case PaperKind::WithdrawalForm:
    case PaperKind::ProcessSheet:
        break;
    }
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

    const Occasion occasion(view, *source, registry.calendar());
    PaperContent content;
    content.kind = *kind;
    fillHead(content, view, due, frame);
    fillDates(content, occasion);
    content.clerkName = source->personName.toStdString();
    content.mark = source->atCentre ? CentreMark::KnownAtCentre : CentreMark::AtWindow;
    content.legalBasis = legalBasisOf(*kind, occasion);
    content.reasons = reasonsOf(occasion);
    content.competentOrgan = occasion.particular("competent_organ").toStdString();
    content.conditions = paragraphs(occasion.particular("conditions"));
    content.grantedContent = occasion.particular("granted").toStdString();
    content.validity = occasion.particular("validity").toStdString();
    content.resultName = view.item->result;
    content.resultNumber = occasion.resultNumber();
    fillOwn(content, occasion, frame);
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
    for (const std::string& basis : item.legalBasis)
        content.legalBasis.push_back(citation(basis));
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
