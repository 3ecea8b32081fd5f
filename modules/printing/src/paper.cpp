// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/printing/paper.h>

#include <yichuang/domain/identifiers.h>

#include <algorithm>
#include <array>

namespace yichuang {

namespace {

struct KindRow {
    PaperKind kind;
    std::string_view text;
    std::string_view title;
    std::string_view word; ///< the paper's own word in its document number
    int copies;
    PaperSize size;
};

constexpr std::array kindRows {
    KindRow {PaperKind::MaterialReceipt, "material_receipt", "材料接收凭证", "收", 2, PaperSize::A4},
    KindRow {PaperKind::MaterialReceiptSlip, "material_receipt_slip", "材料接收凭证", "收", 2, PaperSize::Roll80},
    KindRow {PaperKind::AcceptanceNotice, "acceptance_notice", "受理通知书", "受", 2, PaperSize::A4},
    KindRow {
        PaperKind::TolerantAcceptanceNotice, "tolerant_acceptance_notice", "容缺受理通知书", "容受", 2, PaperSize::A4},
    KindRow {PaperKind::CorrectionNotice, "correction_notice", "一次性补正告知书", "补", 2, PaperSize::A4},
    KindRow {PaperKind::CorrectionReceipt, "correction_receipt", "补正材料接收凭证", "补收", 2, PaperSize::A4},
    KindRow {PaperKind::NonAcceptanceDecision, "non_acceptance_decision", "不予受理决定书", "不受", 2, PaperSize::A4},
    KindRow {PaperKind::GrantDecision, "grant_decision", "准予行政许可决定书", "准", 2, PaperSize::A4},
    KindRow {PaperKind::RefusalDecision, "refusal_decision", "不予行政许可决定书", "不准", 2, PaperSize::A4},
    KindRow {PaperKind::ExtensionNotice, "extension_notice", "延长办理期限告知书", "延", 2, PaperSize::A4},
    KindRow {PaperKind::SpecialProcedureNotice, "special_procedure_notice", "特别程序告知书", "特", 2, PaperSize::A4},
    KindRow {PaperKind::SuspensionNotice, "suspension_notice", "中止办理告知书", "中", 2, PaperSize::A4},
    KindRow {PaperKind::ResumptionNotice, "resumption_notice", "恢复办理告知书", "复", 2, PaperSize::A4},
    KindRow {PaperKind::TerminationNotice, "termination_notice", "终止办理通知书", "终", 2, PaperSize::A4},
    KindRow {PaperKind::WithdrawalForm, "withdrawal_form", "撤回申请书", "撤", 2, PaperSize::A4},
    KindRow {PaperKind::ServiceReceipt, "service_receipt", "送达回证", "送", 1, PaperSize::A4},
    KindRow {PaperKind::ProcessSheet, "process_sheet", "流程清单", "", 1, PaperSize::A4},
    KindRow {PaperKind::CommitmentPledge, "commitment_pledge", "告知承诺书", "诺", 2, PaperSize::A4},
};

const KindRow& rowOf(PaperKind kind) {
    return *std::find_if(kindRows.begin(), kindRows.end(), [kind](const KindRow& row) { return row.kind == kind; });
}

} // namespace

std::string_view toText(PaperKind kind) {
    return rowOf(kind).text;
}

std::optional<PaperKind> paperKindFromText(std::string_view text) {
    for (const KindRow& row : kindRows) {
        if (row.text == text) {
            return row.kind;
        }
    }
    return std::nullopt;
}

const std::vector<PaperKind>& allPaperKinds() {
    static const std::vector<PaperKind> kinds = [] {
        std::vector<PaperKind> result;
        for (const KindRow& row : kindRows) {
            result.push_back(row.kind);
        }
        return result;
    }();
    return kinds;
}

std::string_view titleOf(PaperKind kind) {
    return rowOf(kind).title;
}

int copiesOf(PaperKind kind) {
    return rowOf(kind).copies;
}

PaperSize sizeOf(PaperKind kind) {
    return rowOf(kind).size;
}

std::string dateOnPaper(CivilDate date) {
    return std::to_string(static_cast<int>(date.year())) + " 年 " + std::to_string(static_cast<unsigned>(date.month()))
        + " 月 " + std::to_string(static_cast<unsigned>(date.day())) + " 日";
}

bool bearsDocumentNumber(PaperKind kind) {
    return !rowOf(kind).word.empty();
}

std::string documentNumber(PaperKind kind, std::string_view organWord, std::string_view caseNo, int ordinal) {
    const std::string_view word = rowOf(kind).word;
    const bool isNumber = caseNo.size() == 14
        && std::all_of(caseNo.begin(), caseNo.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
    if (word.empty() || !isNumber || ordinal < 1) {
        return {};
    }
    // The serial keeps its leading zeros: seven digits, as they stand in the case number itself.
    return std::string {organWord} + std::string {word} + "字〔" + std::to_string(yearOfCaseNo(caseNo)) + "〕"
        + std::string {caseNo.substr(5, 7)} + "-" + std::to_string(ordinal) + " 号";
}

} // namespace yichuang
