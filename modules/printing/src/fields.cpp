// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields.h"

#include "template.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>

#include <algorithm>
#include <array>
#include <functional>

namespace yichuang {

namespace mustache = kainjow::mustache;

namespace {

std::string number(int value) {
    return std::to_string(value);
}

/// 2018 年 11 月 22 日（星期四）, with 暂定 beside a provisional date.
std::string dateText(const PaperDate& value) {
    static constexpr std::array weekdays {"日", "一", "二", "三", "四", "五", "六"};
    const std::chrono::weekday weekday {std::chrono::sys_days {value.date}};
    return dateOnPaper(value.date) + "（星期" + weekdays[weekday.c_encoding()]
        + (value.provisional ? "，暂定）" : "）");
}

std::string shortDateText(const PaperDate& value) {
    return isoDateText(value.date).toStdString() + (value.provisional ? "（暂定）" : "");
}

std::string formText(const PaperMaterial& material) {
    if (material.copies == 0) {
        return material.form.empty() ? "核验后退还" : material.form + "，退还";
    }
    return material.form + (material.form.empty() ? "" : " ") + number(material.copies) + " 份";
}

std::string slipFormText(const PaperMaterial& material) {
    return material.copies == 0 ? material.form + "（已退）" : material.form + " " + number(material.copies);
}

/// 王 → 王*, 欧阳某 → 欧**: the first character stays.
std::string maskedName(const std::string& name) {
    const QString text = toQString(name);
    const QList<uint> points = text.toUcs4();
    if (points.isEmpty()) {
        return name;
    }
    const char32_t first = points.first();
    return QString::fromUcs4(&first, 1).toStdString()
        + std::string(static_cast<std::size_t>(std::max<qsizetype>(1, points.size() - 1)), '*');
}

void put(mustache::data& fields, const char* name, const std::string& value) {
    if (!value.empty()) {
        fields.set(name, value);
    }
}

void put(mustache::data& fields, const char* name, const std::optional<PaperDate>& value) {
    if (value) {
        fields.set(name, dateText(*value));
    }
}

mustache::data materialRows(const std::vector<PaperMaterial>& materials, bool onSlip) {
    mustache::data rows {mustache::data::type::list};
    for (const PaperMaterial& material : materials) {
        mustache::data row;
        row.set("seq", number(material.seq));
        row.set("name", material.name);
        row.set("form", onSlip ? slipFormText(material) : formText(material));
        put(row, "remark", material.remark);
        rows.push_back(row);
    }
    return rows;
}

mustache::data textRows(const std::vector<std::string>& texts) {
    mustache::data rows {mustache::data::type::list};
    for (const std::string& text : texts) {
        rows.push_back(mustache::data {"text", text});
    }
    return rows;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) {
        result += (result.empty() ? "" : "、") + text;
    }
    return result;
}

struct MaterialTitles {
    const char* title;
    const char* remark;
};

MaterialTitles materialTitlesOf(PaperKind kind) {
    switch (kind) {
    case PaperKind::CorrectionNotice:
        return {"需要补正的材料", "需要补正的内容"};
    case PaperKind::CorrectionReceipt:
        return {"收到的补正材料", "备注"};
    case PaperKind::NonAcceptanceDecision:
    case PaperKind::TerminationNotice:
    case PaperKind::WithdrawalForm:
        return {"材料名称", "备注"};
    case PaperKind::ProcessSheet:
        return {"需要的材料", "说明"};
    case PaperKind::MaterialReceipt:
    case PaperKind::MaterialReceiptSlip:
    case PaperKind::AcceptanceNotice:
    case PaperKind::TolerantAcceptanceNotice:
    case PaperKind::GrantDecision:
    case PaperKind::RefusalDecision:
    case PaperKind::ExtensionNotice:
    case PaperKind::SpecialProcedureNotice:
    case PaperKind::SuspensionNotice:
    case PaperKind::ResumptionNotice:
    case PaperKind::ServiceReceipt:
    case PaperKind::CommitmentPledge:
        return {"收到的材料", "备注"};
    }
    return {"", ""};
}

void putLists(mustache::data& fields, const PaperContent& content) {
    const bool onSlip = sizeOf(content.kind) == PaperSize::Roll80;
    const MaterialTitles titles = materialTitlesOf(content.kind);
    fields.set("materialsTitle", titles.title);
    fields.set("remarkTitle", titles.remark);
    fields.set("materials", materialRows(content.materials, onSlip));
    fields.set("materialCount", number(static_cast<int>(content.materials.size())));
    fields.set("hasMaterials", !content.materials.empty());
    fields.set("hasRemarks",
        content.kind == PaperKind::CorrectionNotice
            || std::any_of(content.materials.begin(), content.materials.end(),
                [](const PaperMaterial& material) { return !material.remark.empty(); }));
    fields.set("promisedTitle", content.kind == PaperKind::CommitmentPledge ? "以承诺代替的材料" : "需要补交的材料");
    fields.set("promised", materialRows(content.promisedMaterials, false));
    fields.set("reasons", textRows(content.reasons));
    fields.set("hasReasons", !content.reasons.empty());
    fields.set("conditions", textRows(content.conditions));
    fields.set("hasConditions", !content.conditions.empty());
    fields.set("paragraphs", textRows(content.paragraphs));

    mustache::data documents {mustache::data::type::list};
    int seq = 0;
    for (const PaperReference& document : content.documents) {
        mustache::data row;
        row.set("seq", number(++seq));
        row.set("title", document.title);
        row.set("number", document.number);
        row.set("copies", number(document.copies));
        documents.push_back(row);
    }
    fields.set("documents", documents);

    mustache::data steps {mustache::data::type::list};
    seq = 0;
    for (const PaperStep& step : content.steps) {
        mustache::data row;
        row.set("seq", number(++seq));
        row.set("name", step.name);
        row.set("who", step.who);
        row.set("limit", step.limitWorkdays > 0 ? number(step.limitWorkdays) + " 个工作日" : "即时");
        steps.push_back(row);
    }
    fields.set("steps", steps);
    fields.set("hasSteps", !content.steps.empty());
}

void putDates(mustache::data& fields, const PaperContent& content) {
    if (content.issuedOn) {
        fields.set("issuedOn", dateOnPaper(content.issuedOn->date));
    }
    put(fields, "issuedAtTime", content.issuedAtTime);
    put(fields, "receivedOn", content.receivedOn);
    put(fields, "acceptedOn", content.acceptedOn);
    put(fields, "windowEnd", content.windowEnd);
    put(fields, "correctBy", content.correctBy);
    put(fields, "decideBy", content.decideBy);
    put(fields, "previousDecideBy", content.previousDecideBy);
    put(fields, "supplyBy", content.supplyBy);
    put(fields, "deliverBy", content.deliverBy);
    put(fields, "startsOn", content.startsOn);
    put(fields, "stoppedOn", content.stoppedOn);
    put(fields, "decidedOn", content.decidedOn);
    put(fields, "deliveredOn", content.deliveredOn);
    fields.set("windowSameDay",
        content.windowEnd && content.receivedOn && content.windowEnd->date == content.receivedOn->date);
    if (content.receivedOn) {
        fields.set("receivedShort",
            shortDateText(*content.receivedOn) + (content.issuedAtTime.empty() ? "" : " " + content.issuedAtTime));
    }
    if (content.windowEnd) {
        fields.set("windowShort", shortDateText(*content.windowEnd));
    }
}

using Need = std::pair<const char*, std::function<bool(const PaperContent&)>>;

std::vector<Need> needsOf(PaperKind kind) {
    const Need received {"receivedOn", [](const PaperContent& content) { return content.receivedOn.has_value(); }};
    const Need accepted {"acceptedOn", [](const PaperContent& content) { return content.acceptedOn.has_value(); }};
    const Need window {"windowEnd", [](const PaperContent& content) { return content.windowEnd.has_value(); }};
    const Need decide {"decideBy", [](const PaperContent& content) { return content.decideBy.has_value(); }};
    const Need supply {"supplyBy", [](const PaperContent& content) { return content.supplyBy.has_value(); }};
    const Need starts {"startsOn", [](const PaperContent& content) { return content.startsOn.has_value(); }};
    const Need correct {"correctBy", [](const PaperContent& content) { return content.correctBy.has_value(); }};
    const Need delivered {"deliveredOn", [](const PaperContent& content) { return content.deliveredOn.has_value(); }};
    const Need materials {"materials", [](const PaperContent& content) { return !content.materials.empty(); }};
    const Need promised {
        "promisedMaterials", [](const PaperContent& content) { return !content.promisedMaterials.empty(); }};
    const Need reasons {"reasons", [](const PaperContent& content) { return !content.reasons.empty(); }};
    const Need conditions {"conditions", [](const PaperContent& content) { return !content.conditions.empty(); }};
    const Need basis {"legalBasis", [](const PaperContent& content) { return !content.legalBasis.empty(); }};
    const Need days {"days", [](const PaperContent& content) { return content.days > 0; }};
    const Need special {"specialKind", [](const PaperContent& content) { return !content.specialKind.empty(); }};
    const Need granted {"grantedContent", [](const PaperContent& content) { return !content.grantedContent.empty(); }};
    const Need documents {"documents", [](const PaperContent& content) { return !content.documents.empty(); }};
    const Need way {"deliveryWay", [](const PaperContent& content) { return !content.deliveryWay.empty(); }};
    const Need promise {"promisedLimit", [](const PaperContent& content) { return !content.promisedLimit.empty(); }};
    switch (kind) {
    case PaperKind::MaterialReceipt:
    case PaperKind::MaterialReceiptSlip:
        return {received, window}; // a receipt of nothing is one, too: it says so
    case PaperKind::CorrectionReceipt: // without a window: what had been promised was brought in
        return {received, materials};
    case PaperKind::AcceptanceNotice:
        return {received, accepted};
    case PaperKind::TolerantAcceptanceNotice:
        return {received, accepted, supply, promised};
    case PaperKind::CorrectionNotice:
        return {received, correct, materials};
    case PaperKind::NonAcceptanceDecision:
    case PaperKind::RefusalDecision:
    case PaperKind::TerminationNotice:
        return {received, reasons};
    case PaperKind::GrantDecision:
        return {received, granted};
    case PaperKind::ExtensionNotice:
        return {accepted, decide, days, reasons};
    case PaperKind::SpecialProcedureNotice:
        return {accepted, starts, days, special};
    case PaperKind::SuspensionNotice:
        return {accepted, starts, reasons, basis};
    case PaperKind::ResumptionNotice:
        return {accepted, starts};
    case PaperKind::WithdrawalForm:
        return {received};
    case PaperKind::ServiceReceipt:
        return {delivered, documents, way};
    case PaperKind::ProcessSheet:
        return {promise, materials};
    case PaperKind::CommitmentPledge:
        return {conditions, promised};
    }
    return {};
}

} // namespace

mustache::data fieldsOf(const PaperContent& content) {
    const bool isOrganisation = content.addressee == Addressee::Organisation;
    mustache::data fields;
    put(fields, "organ", content.organName);
    fields.set("title", std::string {titleOf(content.kind)});
    put(fields, "number", content.documentNumber);
    if (!content.caseNo.empty()) {
        fields.set("caseNo", groupedCaseNo(content.caseNo));
    }
    put(fields, "applicant", content.applicantName);
    fields.set("slipApplicant",
        content.nameOnSlip == NameOnSlip::Masked && !isOrganisation ? maskedName(content.applicantName)
                                                                    : content.applicantName);
    fields.set("you", isOrganisation ? "你单位" : "你");
    fields.set("self", isOrganisation ? "单位" : "人");
    put(fields, "agent", content.agentName);
    put(fields, "guardian", content.guardianName);
    put(fields, "item", content.itemTitle);
    fields.set("complete", content.acceptance == AcceptanceGround::Complete);
    fields.set("corrected", content.acceptance == AcceptanceGround::AfterCorrection);
    fields.set("silent", content.acceptance == AcceptanceGround::BySilence);
    fields.set("silentAfterCorrection", content.acceptance == AcceptanceGround::BySilenceAfterCorrection);
    put(fields, "basis", joined(content.legalBasis));
    put(fields, "grantedContent", content.grantedContent);
    put(fields, "validity", content.validity);
    put(fields, "resultName", content.resultName);
    put(fields, "resultNumber", content.resultNumber);
    put(fields, "competentOrgan", content.competentOrgan);
    put(fields, "specialKind", content.specialKind);
    if (content.days > 0) {
        fields.set("days", number(content.days));
    }
    fields.set("consequence",
        content.consequence.empty()
            ? "逾期没有补交或者补交的材料不符合要求的，本次申请终止办理；补齐之前不作出准予许可的决定。"
            : content.consequence);
    fields.set(
        "reconsiderationOrgan", content.reconsiderationOrgan.empty() ? "本级人民政府" : content.reconsiderationOrgan);
    fields.set("court", content.court.empty() ? "有管辖权的人民法院" : content.court);
    put(fields, "deliveryWay", content.deliveryWay);
    put(fields, "deliveryPlace", content.deliveryPlace);
    put(fields, "server", content.serverName);
    put(fields, "collector", content.collectorName);
    put(fields, "collectorId", content.collectorIdMasked);
    put(fields, "proxyReason", content.proxyReason);
    put(fields, "place", content.place);
    put(fields, "hours", content.hours);
    put(fields, "promisedLimit", content.promisedLimit);
    put(fields, "statutoryLimit", content.statutoryLimit);
    fields.set("fees", content.fees.empty() ? "不收费" : content.fees);
    fields.set("visits", content.visits == 0 ? "不需要到现场" : number(content.visits) + " 次");
    put(fields, "windowName", content.windowName);
    put(fields, "clerk", content.clerkName);
    put(fields, "contactPhone", content.contactPhone);
    put(fields, "supervisionPhone", content.supervisionPhone);
    fields.set("signer",
        content.kind == PaperKind::MaterialReceipt || content.kind == PaperKind::CorrectionReceipt ? "提交人签字"
                                                                                                   : "申请人签收");
    if (content.seal == SealPlace::Empty) {
        put(fields, "sealLabel", sealName(content.kind).toStdString());
    }
    put(fields, "mark", markText(content.mark).toStdString());
    put(fields, "foot", footLine(content).toStdString());
    putDates(fields, content);
    putLists(fields, content);
    return fields;
}

std::string missingField(const PaperContent& content) {
    if (content.organName.empty()) {
        return "organName";
    }
    if (content.itemTitle.empty()) {
        return "itemTitle";
    }
    if (content.kind != PaperKind::ProcessSheet) {
        if (content.applicantName.empty()) {
            return "applicantName";
        }
        if (!content.issuedOn) {
            return "issuedOn";
        }
    }
    for (const auto& [name, isThere] : needsOf(content.kind)) {
        if (!isThere(content)) {
            return name;
        }
    }
    return {};
}

} // namespace yichuang
