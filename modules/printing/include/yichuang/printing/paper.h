// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// The papers of domain.md 6. Text names are snake_case and stand in `printed` entries ("acceptance_notice").
enum class PaperKind {
    MaterialReceipt, ///< 材料接收凭证, A4
    MaterialReceiptSlip, ///< 材料接收凭证, 80 mm roll
    AcceptanceNotice, ///< 受理通知书
    TolerantAcceptanceNotice, ///< 容缺受理通知书, with the pledge (承诺书) on a leaf of its own
    CorrectionNotice, ///< 一次性补正告知书
    CorrectionReceipt, ///< 补正材料接收凭证
    NonAcceptanceDecision, ///< 不予受理决定书
    GrantDecision, ///< 准予行政许可决定书
    RefusalDecision, ///< 不予行政许可决定书
    ExtensionNotice, ///< 延长办理期限告知书
    SpecialProcedureNotice, ///< 特别程序告知书
    SuspensionNotice, ///< 中止办理告知书
    ResumptionNotice, ///< 恢复办理告知书
    TerminationNotice, ///< 终止办理通知书
    WithdrawalForm, ///< 撤回申请书
    ServiceReceipt, ///< 送达回证
    ProcessSheet, ///< 流程清单
    CommitmentPledge ///< 告知承诺书
};
[[nodiscard]] std::string_view toText(PaperKind kind);
[[nodiscard]] std::optional<PaperKind> paperKindFromText(std::string_view text);
/// In the order of the enumeration.
[[nodiscard]] const std::vector<PaperKind>& allPaperKinds();
/// The title as printed, without spacing: 受理通知书.
[[nodiscard]] std::string_view titleOf(PaperKind kind);
/// How many copies the rules want (domain.md 6): 2 for most, 1 for service receipt and process sheet.
[[nodiscard]] int copiesOf(PaperKind kind);

enum class PaperSize { A4, Roll80 };
[[nodiscard]] PaperSize sizeOf(PaperKind kind);

/// Organ's word (衡卫), the paper's own word (许受), year of the case number, the case's 7-digit serial and the ordinal
/// of this paper in the case, from 1: 衡卫许受字〔2018〕0105140-1 号. `caseNo` is a valid 14-digit number. No sequence
/// of its own, so nothing to lease (design.md). Empty for the process sheet, which belongs to no case, and for an
/// invalid number.
[[nodiscard]] std::string documentNumber(
    PaperKind kind, std::string_view organWord, std::string_view caseNo, int ordinal);
/// All but the process sheet.
[[nodiscard]] bool bearsDocumentNumber(PaperKind kind);

/// 2018 年 11 月 22 日: as beside the seal, and inside a sentence of a reason.
[[nodiscard]] std::string dateOnPaper(CivilDate date);

/// A date as the calendar gave it; 暂定 is printed beside a provisional one.
struct PaperDate {
    CivilDate date;
    bool provisional = false;
    friend bool operator==(const PaperDate&, const PaperDate&) = default;
};

/// One row of a list of materials.
struct PaperMaterial {
    int seq = 0;
    std::string name;
    std::string form; ///< 原件, 复印件 … in words
    int copies = 0; ///< 0 = shown and handed back
    std::string remark; ///< defect and how to mend it, 承诺补交, 共享调取 …
    friend bool operator==(const PaperMaterial&, const PaperMaterial&) = default;
};

/// A paper named on another one (the service receipt's list).
struct PaperReference {
    std::string title;
    std::string number;
    int copies = 1;
    friend bool operator==(const PaperReference&, const PaperReference&) = default;
};

/// One step of a process sheet.
struct PaperStep {
    std::string name;
    std::string who;
    int limitWorkdays = 0;
    friend bool operator==(const PaperStep&, const PaperStep&) = default;
};

/// 窗口已收 and 中心已知 are two marks, on paper too (design.md).
enum class CentreMark {
    NotShown,
    AtWindow, ///< 窗口已收 · 中心待确认
    KnownAtCentre ///< 窗口已收 · 中心已知
};

/// Who is spoken to: 你 or 你单位.
enum class Addressee { Person, Organisation };

/// Why a case counts as accepted (行政许可法第三十二条); the acceptance notice says it.
enum class AcceptanceGround {
    Complete, ///< 材料齐全、符合法定形式
    AfterCorrection, ///< all that was listed has been supplied
    BySilence, ///< 逾期不告知: accepted since the day of receipt
    BySilenceAfterCorrection ///< as before, since the day on which what had been listed came in
};

/// The slip may end in a bin: whole (cases.md C13) or 王*.
enum class NameOnSlip { Whole, Masked };

/// The seal's place stays empty for the real seal; a demonstration prints a specimen that nobody takes for one.
enum class SealPlace { Empty, Specimen };

/// Everything that one paper says beside its template. A value; UTF-8. What a paper does not use is ignored, what it
/// needs and lacks is an error of `layOutPaper` ("paper.incomplete", argument "field"). Identity numbers come masked or
/// not at all.
struct PaperContent {
    PaperKind kind = PaperKind::MaterialReceipt;

    // head
    std::string organName; ///< 衡阳市卫生健康委员会; on the slip the hall: 衡阳市政务服务中心
    std::string documentNumber; ///< of `documentNumber()`
    std::string caseNo; ///< 14 digits; printed grouped, in the QR code as digits
    std::string applicantName; ///< whole; see `nameOnSlip`
    NameOnSlip nameOnSlip = NameOnSlip::Whole;
    Addressee addressee = Addressee::Person;
    std::string agentName; ///< who submits for the applicant, may be empty
    std::string guardianName; ///< 法定代理人 of an applicant under age, may be empty
    std::string itemTitle;

    // dates; each paper says which it needs
    std::optional<PaperDate> issuedOn; ///< day of the paper itself, beside the seal
    std::string issuedAtTime; ///< "14:26", may be empty
    std::optional<PaperDate> receivedOn; ///< day of intake
    std::optional<PaperDate> acceptedOn; ///< legal day of acceptance; after a correction the day all materials were in
    std::optional<PaperDate> windowEnd; ///< last day of the correction window
    std::optional<PaperDate> correctBy; ///< last day of the period in the correction notice
    std::optional<PaperDate> decideBy; ///< day before whose end a decision will be made
    std::optional<PaperDate> previousDecideBy; ///< extension: as it was
    std::optional<PaperDate> supplyBy; ///< tolerance: last day for what was promised
    std::optional<PaperDate> deliverBy; ///< last day of delivery
    std::optional<PaperDate> startsOn; ///< pause: its first day; resumption: its last
    std::optional<PaperDate> stoppedOn; ///< resumption: first day of the pause
    std::optional<PaperDate> decidedOn;
    std::optional<PaperDate> deliveredOn;

    // content
    AcceptanceGround acceptance = AcceptanceGround::Complete;
    std::vector<PaperMaterial> materials; ///< received, to be mended, promised or handed back, as the paper is about
    std::vector<PaperMaterial> promisedMaterials; ///< tolerance, commitment: what is still to come or pledged
    std::vector<std::string> legalBasis; ///< 《…法》第…条, beyond what the template names
    std::vector<std::string> reasons; ///< why: refusal, extension, termination …, one paragraph each
    std::vector<std::string> conditions; ///< duties and conditions: grant, commitment
    std::vector<std::string> paragraphs; ///< free paragraphs after the body
    std::string grantedContent; ///< grant: what is granted
    std::string validity; ///< grant: 自 … 至 …
    std::string resultName; ///< 证照 that will be issued, may be empty
    std::string resultNumber;
    std::string competentOrgan; ///< non-acceptance: the organ to turn to
    std::string specialKind; ///< 听证, 检验 … in words
    int days = 0; ///< extension: days added; special procedure: days needed; notice: working days for the correction
    std::string consequence; ///< tolerance: what follows if it does not come in time; empty = the template's sentence

    // remedies (60 days, six months): bodies to turn to
    std::string reconsiderationOrgan;
    std::string court;

    // service receipt
    std::vector<PaperReference> documents;
    std::string deliveryWay; ///< 直接送达, 邮寄送达, 他人代领 … in words
    std::string deliveryPlace;
    std::string serverName; ///< 送达人
    std::string collectorName; ///< who takes it, when not the addressee
    std::string collectorIdMasked;
    std::string proxyReason; ///< relation or reason why somebody else collects

    // process sheet
    std::vector<PaperStep> steps;
    std::string place;
    std::string hours;
    std::string promisedLimit; ///< 3 个工作日
    std::string statutoryLimit;
    std::string fees; ///< empty = 不收费
    int visits = 0;

    // foot
    std::string windowName; ///< 3 号综合窗口
    std::string clerkName;
    std::string contactPhone;
    std::string supervisionPhone;
    int copy = 1; ///< this copy of …
    int copies = 1; ///< … so many
    int reprint = 0; ///< 0 = first print, n = 补打 n
    CentreMark mark = CentreMark::NotShown;
    SealPlace seal = SealPlace::Empty;

    friend bool operator==(const PaperContent&, const PaperContent&) = default;
};

} // namespace yichuang
