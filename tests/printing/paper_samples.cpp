// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper_samples.h"

namespace yichuang {

namespace {

using namespace std::chrono_literals;

PaperDate on(int year, unsigned month, unsigned day) {
    return {CivilDate {std::chrono::year {year}, std::chrono::month {month}, std::chrono::day {day}}, false};
}

void addProcess(PaperContent& content) {
    content.steps = {{"受理、审查", "综合窗口", 1}, {"决定", "首席代表", 2}};
    content.place = "衡阳市政务服务中心一楼 3 号综合窗口";
    content.hours = "工作日 8:30—12:00，14:30—17:30";
    content.promisedLimit = "3 个工作日";
    content.statutoryLimit = "20 个工作日";
    content.visits = 1;
}

void addDelivery(PaperContent& content) {
    content.documents
        = {{"准予行政许可决定书", "衡卫许准字〔2018〕0105140-3 号", 1}, {"护士执业证书", "431000000000", 1}};
    content.deliveryWay = "他人代领";
    content.deliveryPlace = "衡阳市政务服务中心出件窗口";
    content.serverName = "李某";
    content.collectorName = "测试乙";
    content.collectorIdMasked = "430400********0011";
    content.proxyReason = "配偶，持申请人书面委托";
    content.deliveredOn = on(2018, 11, 23);
}

} // namespace

std::vector<PaperMaterial> manyMaterials(int count) {
    std::vector<PaperMaterial> materials;
    for (int i = 1; i <= count; ++i) {
        materials.push_back({i, "第 " + std::to_string(i) + " 项材料：由申请人自备的证明文件及其附件",
            i % 3 == 0 ? "复印件" : "原件", i % 5, ""});
    }
    return materials;
}

PaperContent samplePaper(PaperKind kind) {
    PaperContent content;
    content.kind = kind;
    content.organName = kind == PaperKind::MaterialReceiptSlip ? "衡阳市政务服务中心" : "衡阳市卫生健康委员会";
    content.caseNo = "40018010514032";
    content.documentNumber = documentNumber(kind, "衡卫", content.caseNo, 1);
    content.applicantName = "王某";
    content.itemTitle = "护士执业注册（延续）";
    content.issuedOn = on(2018, 11, 19);
    content.issuedAtTime = "14:26";
    content.receivedOn = on(2018, 11, 19);
    content.acceptedOn = on(2018, 11, 19);
    content.windowEnd = on(2018, 11, 26);
    content.correctBy = on(2018, 12, 31);
    content.correctBy->provisional = true;
    content.decideBy = on(2018, 11, 22);
    content.supplyBy = on(2018, 11, 20);
    content.startsOn = on(2018, 11, 20);
    content.materials = {{1, "护士延续注册申请审核表", "原件", 1, ""}, {2, "护士执业证书", "原件", 0, ""},
        {3, "近两年业务考核材料", "复印件", 1, ""}, {4, "健康体检证明", "原件", 1, ""}};
    content.windowName = "3 号综合窗口";
    content.clerkName = "刘某";
    content.contactPhone = "0734-8000000";
    content.supervisionPhone = "0734-8000001";
    content.copies = copiesOf(kind);
    content.mark = CentreMark::AtWindow;
    content.reconsiderationOrgan = "衡阳市人民政府";
    content.court = "衡阳市蒸湘区人民法院";
    switch (kind) {
    case PaperKind::MaterialReceipt:
    case PaperKind::MaterialReceiptSlip:
    case PaperKind::CorrectionReceipt:
    case PaperKind::WithdrawalForm:
        break;
    case PaperKind::AcceptanceNotice:
        content.legalBasis = {"护士条例第八条"};
        break;
    case PaperKind::TolerantAcceptanceNotice:
        content.promisedMaterials = {{5, "继续教育学分证明", "复印件", 1, ""}};
        break;
    case PaperKind::CorrectionNotice:
        content.materials = {{3, "近两年业务考核材料", "复印件", 1, "缺 2017 年度考核表，请到原单位补盖公章后提交"},
            {4, "健康体检证明", "原件", 1, "体检日期超过六个月，请重新体检"}};
        content.days = 30;
        break;
    case PaperKind::NonAcceptanceDecision:
        content.reasons = {"申请事项依法不属于本机关职权范围。"};
        content.competentOrgan = "湖南省卫生健康委员会";
        break;
    case PaperKind::GrantDecision:
        content.grantedContent = "准予王某延续护士执业注册，执业地点为湖南省衡阳市";
        content.validity = "2018 年 11 月 22 日至 2023 年 11 月 21 日";
        content.resultName = "护士执业证书";
        content.resultNumber = "431000000000";
        content.deliverBy = on(2018, 12, 6);
        content.conditions = {"一、执业地点变更的，应当办理变更注册；", "二、有效期届满前三十日申请延续。"};
        break;
    case PaperKind::RefusalDecision:
        content.reasons = {"申请人中断护理执业活动超过三年，未提交在教学、综合医院接受三个月临床护理培训并考核合格的证"
                           "明，不符合延续注册的条件。"};
        break;
    case PaperKind::ExtensionNotice:
        content.reasons = {"需要向原执业地的卫生健康主管部门核实执业记录，尚未收到答复。"};
        content.previousDecideBy = on(2018, 11, 22);
        content.decideBy = on(2018, 12, 6);
        content.days = 10;
        break;
    case PaperKind::SpecialProcedureNotice:
        content.specialKind = "专家评审";
        content.days = 15;
        break;
    case PaperKind::SuspensionNotice:
        content.reasons = {"需要以司法机关尚未作出的结论为依据。"};
        content.legalBasis = {"《工伤保险条例》第二十条"};
        break;
    case PaperKind::ResumptionNotice:
        content.reasons = {"司法机关已经作出结论。"};
        content.acceptedOn = on(2018, 10, 8);
        content.stoppedOn = on(2018, 10, 16);
        content.decideBy = on(2018, 12, 3);
        break;
    case PaperKind::TerminationNotice:
        content.reasons = {"申请人在一次性补正告知书规定的期限内没有补正。"};
        break;
    case PaperKind::ServiceReceipt:
        addDelivery(content);
        break;
    case PaperKind::ProcessSheet:
        addProcess(content);
        break;
    case PaperKind::CommitmentPledge:
        content.conditions = {"一、经健康检查符合护士执业健康标准；", "二、近两年考核合格。"};
        content.promisedMaterials = {{4, "健康体检证明", "原件", 1, ""}};
        break;
    }
    return content;
}

} // namespace yichuang
