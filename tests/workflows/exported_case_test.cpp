// SPDX-License-Identifier: GPL-3.0-or-later
// The file that a case leaves the hall as: what was written is read again, and what was changed is not shown.
#include <yichuang/vault/crypto.h>
#include <yichuang/workflows/exported_case.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace yichuang {
namespace {

ExportedCase sample() {
    ExportedCase exported;
    exported.hallName = QStringLiteral("衡阳市政务服务中心");
    exported.exportedBy = QStringLiteral("蔡文");
    exported.agreedBy = QStringLiteral("段立");
    exported.reason = QStringLiteral("行政复议机关调卷：衡府复〔2018〕7 号\n第二行 \"引号\"");
    exported.exportedAt = QDateTime(QDate(2018, 11, 19), QTime(9, 30));
    exported.caseNo = QStringLiteral("40018000000017");
    exported.itemId = QStringLiteral("SAMPLE-016");
    exported.itemVersion = 2;
    exported.itemTitle = QStringLiteral("营业性演出审批");
    exported.itemTitleEn = QStringLiteral("Approval of a commercial performance");
    exported.department = QStringLiteral("文化旅游广电体育局");
    exported.caseType = CaseType::OneReviewOneApprove;
    exported.stage = Stage::Refused;
    exported.windowName = QStringLiteral("3 号综合窗口");
    exported.receivedOn = parseIsoDate("2018-11-08");
    exported.promisedDue = parseIsoDate("2018-11-13");
    exported.applicant.kind = ApplicantKind::Organisation;
    exported.applicant.self
        = Party {QStringLiteral("𠮷·阿不都"), QStringLiteral("uscc"), QStringLiteral("91430405MA0000H3X9"), {}, {}};
    exported.applicant.legalRepresentative = QStringLiteral("测试甲");
    exported.applicant.agent = Party {QStringLiteral("测试乙"), QStringLiteral("resident_id"),
        QStringLiteral("430400198503120011"), QStringLiteral("13900000000"), {}};
    exported.form = {{QStringLiteral("场次"), QStringLiteral("Performances"), QStringLiteral("2"), {}}};
    exported.materials = {{1, QStringLiteral("申请表"), QStringLiteral("Form"), MaterialState::Here, {}},
        {2, QStringLiteral("协议"), {}, MaterialState::Missing, QStringLiteral("缺第二页")}};
    TimelineEntry entry;
    entry.entry.event = Event::Refuse;
    entry.entry.date = *parseIsoDate("2018-11-12");
    entry.when = QDateTime(QDate(2018, 11, 12), QTime(16, 5, 1, 250));
    entry.personName = QStringLiteral("蔡文");
    entry.particulars.insert(QStringLiteral("reason"), QStringLiteral("不符合条件"));
    entry.atCentre = true;
    exported.timeline.push_back(entry);
    PrintedPaper paper;
    paper.paper = QStringLiteral("refusal_decision");
    paper.documentNumber = QStringLiteral("衡文许不许字〔2018〕000001 号");
    paper.copies = 2;
    paper.prints = 3;
    exported.papers.push_back(paper);
    return exported;
}

std::string faultOf(const QByteArray& bytes) {
    const auto read = readCaseFile(bytes);
    return read ? std::string {} : read.error().code;
}

TEST(ExportedCase, isReadAsItWasWritten) {
    const ExportedCase written = sample();
    const QByteArray bytes = caseFileOf(written);
    const auto read = readCaseFile(bytes);
    ASSERT_TRUE(read) << read.error().code;
    EXPECT_EQ(read->hallName, written.hallName);
    EXPECT_EQ(read->exportedBy, written.exportedBy);
    EXPECT_EQ(read->agreedBy, written.agreedBy);
    EXPECT_EQ(read->reason, written.reason);
    EXPECT_EQ(read->exportedAt, written.exportedAt);
    EXPECT_EQ(read->caseNo, written.caseNo);
    EXPECT_EQ(read->itemId, written.itemId);
    EXPECT_EQ(read->itemVersion, 2);
    EXPECT_EQ(read->caseType, CaseType::OneReviewOneApprove);
    EXPECT_EQ(read->stage, Stage::Refused);
    EXPECT_EQ(read->receivedOn, written.receivedOn);
    EXPECT_EQ(read->acceptedOn, std::nullopt);
    EXPECT_EQ(read->promisedDue, written.promisedDue);
    EXPECT_EQ(read->applicant, written.applicant);
    ASSERT_EQ(read->form.size(), 1);
    EXPECT_EQ(read->form.front().titleEn, QStringLiteral("Performances"));
    ASSERT_EQ(read->materials.size(), 2);
    EXPECT_EQ(read->materials.back().state, MaterialState::Missing);
    EXPECT_EQ(read->materials.back().note, QStringLiteral("缺第二页"));
    ASSERT_EQ(read->timeline.size(), 1);
    EXPECT_EQ(read->timeline.front().entry.event, Event::Refuse);
    EXPECT_EQ(read->timeline.front().when, written.timeline.front().when);
    EXPECT_EQ(read->timeline.front().particulars, written.timeline.front().particulars);
    EXPECT_TRUE(read->timeline.front().atCentre);
    EXPECT_FALSE(read->timeline.front().refused);
    ASSERT_EQ(read->papers.size(), 1);
    EXPECT_EQ(read->papers.front().documentNumber, written.papers.front().documentNumber);
    EXPECT_EQ(read->papers.front().prints, 3);
    EXPECT_EQ(caseFileOf(*read), bytes);
}

TEST(ExportedCase, mayBeLaidOutAnewButNotChanged) {
    const QByteArray bytes = caseFileOf(sample());
    // Another program may write the same members without line breaks.
    EXPECT_EQ(faultOf(QJsonDocument::fromJson(bytes).toJson(QJsonDocument::Compact)), "");
    QByteArray changed = bytes;
    changed.replace("不符合条件", "符合条件");
    EXPECT_EQ(faultOf(changed), "export.damaged");
    QJsonObject without = QJsonDocument::fromJson(bytes).object();
    without.remove(QStringLiteral("digest"));
    EXPECT_EQ(faultOf(QJsonDocument(without).toJson()), "export.damaged");
    QJsonObject more = QJsonDocument::fromJson(bytes).object();
    more.insert(QStringLiteral("note"), QStringLiteral("x"));
    EXPECT_EQ(faultOf(QJsonDocument(more).toJson()), "export.damaged");
}

TEST(ExportedCase, whatIsNoneSaysSo) {
    const QByteArray bytes = caseFileOf(sample());
    EXPECT_EQ(faultOf({}), "export.not_a_case");
    EXPECT_EQ(faultOf("PK\x03\x04"), "export.not_a_case");
    EXPECT_EQ(faultOf("[]"), "export.not_a_case");
    EXPECT_EQ(faultOf(R"({"format":"yichuang-catalogue","items":[]})"), "export.not_a_case");
    EXPECT_EQ(faultOf(bytes.left(bytes.size() / 2)), "export.not_a_case");
    QJsonObject later = QJsonDocument::fromJson(bytes).object();
    later[QStringLiteral("format_version")] = 2;
    EXPECT_EQ(faultOf(QJsonDocument(later).toJson()), "export.version");
}

} // namespace
} // namespace yichuang
