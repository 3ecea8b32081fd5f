// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the papers of whole cases: the entries are those that the law writes, and each paper is of the day of
// its entry, whatever came later.
#include "hall.h"
#include "paper_contents.h"

#include <yichuang/domain/papers.h>
#include <yichuang/printing/render.h>
#include <yichuang/qtbridge/values.h>

#include <QGuiApplication>

namespace yichuang::test {
namespace {

const Actor clerk = actorOf(Role::WindowClerk, "clerk");
const Actor reviewer = actorOf(Role::Reviewer, "reviewer");
const Actor chief = actorOf(Role::ChiefRepresentative, "chief");
const Actor issuer = actorOf(Role::IssuingWindow, "issuer");
const Actor centre {PersonId {"centre"}, Role::System, {}, {}};

using Facts = CommandFacts;
using Words = QMap<QString, QString>;

/// A case as its page shows it, entry by entry.
class Papers {
public:
    explicit Papers(
        CaseType type, const std::function<void(Item&)>& change = [](Item&) { })
        : m_history(changed(type, change)) {
        for (const auto& [number, year] : nationalCalendar().years())
            m_registry.apply(number, year);
    }

    std::string says(
        Event event, CommandAct act, const Actor& actor, std::string_view date, const Words& words = {},
        const History::Change& change = [](Facts&) { }) {
        const std::string refusal = m_history.says(event, act, actor, date, change);
        if (!refusal.empty())
            return refusal;
        TimelineEntry line;
        line.id = EntryId {ActId {"act-" + std::to_string(m_view.timeline.size() + 1)}, 0};
        line.entry = m_history.last();
        line.particulars = words;
        line.personName = toQString(actor.id.value());
        m_view.timeline.push_back(line);
        return {};
    }
    std::string does(
        Event event, const Actor& actor, std::string_view date, const Words& words = {},
        const History::Change& change = [](Facts&) { }) {
        return says(event, CommandAct::Do, actor, date, words, change);
    }
    /// By the reviewer's request and the chief's approval.
    std::string both(
        Event event, std::string_view date, const Words& words = {}, const History::Change& change = [](Facts&) { }) {
        const std::string refusal = says(event, CommandAct::Request, reviewer, date, words, change);
        return refusal.empty() ? says(event, CommandAct::Approve, chief, date) : refusal;
    }
    /// Taken in with the first material only.
    std::string receive(std::string_view date) {
        return does(Event::Receive, clerk, date,
            {{QStringLiteral("checklist"), QStringLiteral(R"([{"seq":1,"state":"here"}])")}});
    }

    /// The last paper of that kind that the entries call for.
    PaperContent paper(PaperKind kind) {
        m_view.item = std::make_shared<const Item>(m_history.item());
        m_view.state = m_history.state();
        m_view.row.caseNo = toQString(m_view.state.caseNo);
        m_view.applicant.self.name = QStringLiteral("王某");
        m_view.papers = papersPrinted(m_view.timeline);
        DuePaper due;
        for (const DuePaper& called : papersCalledFor(m_view.timeline)) {
            if (called.paper == toQString(toText(kind)))
                due = called;
        }
        auto content = paperContentOf(m_view, due, m_registry, PaperFrame {QStringLiteral("政务服务中心"), false});
        EXPECT_TRUE(content) << toText(kind);
        if (!content)
            return {};
        // It can be printed, too.
        const auto laidOut = layOutPaper(*content);
        EXPECT_TRUE(laidOut) << toText(kind) << (laidOut ? "" : laidOut.error().arguments.at("field"));
        return *content;
    }
    [[nodiscard]] History& history() { return m_history; }

private:
    static Item changed(CaseType type, const std::function<void(Item&)>& change) {
        Item item = itemOf(type);
        item.legalBasis = {"护士条例第八条"};
        item.extensionBasis = "行政许可法第四十二条第一款";
        for (Material& material : item.materials)
            material.name = "材料" + std::to_string(material.seq);
        change(item);
        return item;
    }

    History m_history;
    CaseView m_view;
    Registry m_registry;
};

/// Papers are laid out with an application's fonts.
class WithFonts : public testing::Environment {
    int m_count = 1;
    std::string m_name = "papers";
    char* m_arguments = m_name.data();
    QGuiApplication m_application {m_count, &m_arguments};
};
const auto* const withFonts = testing::AddGlobalTestEnvironment(new WithFonts);

std::vector<int> rows(const std::vector<PaperMaterial>& materials) {
    std::vector<int> result;
    for (const PaperMaterial& material : materials)
        result.push_back(material.seq);
    return result;
}

std::string dateOf(const std::optional<PaperDate>& date) {
    return date ? isoDate(date->date) : std::string {"none"};
}

const auto mostMissing = [](Facts& facts) { facts.defects = {2, 3}; };

TEST(PaperContents, anAcceptanceSaysWhetherItCameBySilenceOrAfterACorrection) {
    Papers complete(CaseType::OneReviewOneApprove);
    ASSERT_EQ(complete.receive("2018-11-05"), "");
    ASSERT_EQ(complete.does(Event::Accept, clerk, "2018-11-06"), "");
    EXPECT_EQ(complete.paper(PaperKind::AcceptanceNotice).acceptance, AcceptanceGround::Complete);
    EXPECT_EQ(complete.paper(PaperKind::AcceptanceNotice).legalBasis, std::vector<std::string> {"《护士条例》第八条"});

    Papers silent(CaseType::OneReviewOneApprove);
    ASSERT_EQ(silent.receive("2018-11-05"), "");
    ASSERT_EQ(silent.does(Event::DeemAccepted, centre, "2018-11-13"), "");
    const PaperContent bySilence = silent.paper(PaperKind::AcceptanceNotice);
    EXPECT_EQ(bySilence.acceptance, AcceptanceGround::BySilence);
    EXPECT_EQ(dateOf(bySilence.acceptedOn), "2018-11-05");

    Papers corrected(CaseType::OneReviewOneApprove);
    ASSERT_EQ(corrected.receive("2018-11-05"), "");
    ASSERT_EQ(corrected.does(Event::RequestCorrection, clerk, "2018-11-05", {}, mostMissing), "");
    ASSERT_EQ(corrected.does(Event::Resubmit, clerk, "2018-11-07"), "");
    Papers silentAgain = corrected;
    ASSERT_EQ(corrected.does(Event::Accept, clerk, "2018-11-08"), "");
    const PaperContent after = corrected.paper(PaperKind::AcceptanceNotice);
    EXPECT_EQ(after.acceptance, AcceptanceGround::AfterCorrection);
    EXPECT_EQ(dateOf(after.acceptedOn), "2018-11-07");
    ASSERT_EQ(silentAgain.does(Event::DeemAccepted, centre, "2018-11-20"), "");
    EXPECT_EQ(silentAgain.paper(PaperKind::AcceptanceNotice).acceptance, AcceptanceGround::BySilenceAfterCorrection);
}

TEST(PaperContents, aPaperPrintedAgainIsOfTheDayOfItsEntry) {
    Papers papers(CaseType::OneReviewOneApprove);
    ASSERT_EQ(papers.receive("2018-11-05"), "");
    const PaperContent first = papers.paper(PaperKind::MaterialReceipt);
    EXPECT_EQ(rows(first.materials), std::vector<int> {1});
    EXPECT_EQ(dateOf(first.windowEnd), "2018-11-12");
    ASSERT_EQ(papers.does(Event::RequestCorrection, clerk, "2018-11-06", {}, mostMissing), "");
    ASSERT_EQ(papers.does(Event::Resubmit, clerk, "2018-11-08"), "");
    const PaperContent receipt = papers.paper(PaperKind::CorrectionReceipt);
    EXPECT_EQ(dateOf(receipt.receivedOn), "2018-11-08");
    EXPECT_EQ(dateOf(receipt.windowEnd), "2018-11-15");
    EXPECT_EQ(rows(receipt.materials), (std::vector<int> {2, 3}));
    ASSERT_EQ(papers.does(Event::Accept, clerk, "2018-11-09"), "");
    EXPECT_EQ(rows(papers.paper(PaperKind::AcceptanceNotice).materials), (std::vector<int> {1, 2, 3}));
    EXPECT_EQ(papers.paper(PaperKind::MaterialReceipt), first);
}

TEST(PaperContents, aPauseAndAnExtensionNameTheirOwnLaw) {
    Papers papers(CaseType::Commitment);
    ASSERT_EQ(papers.receive("2018-11-05"), "");
    ASSERT_EQ(papers.does(Event::Accept, clerk, "2018-11-05"), "");
    ASSERT_EQ(papers.does(Event::Assign, chief, "2018-11-05"), "");
    ASSERT_EQ(papers.does(Event::StartReview, reviewer, "2018-11-05"), "");
    ASSERT_EQ(papers.both(Event::StartSpecial, "2018-11-06"), "");
    const PaperContent special = papers.paper(PaperKind::SpecialProcedureNotice);
    EXPECT_EQ(special.legalBasis, std::vector<std::string> {"《中华人民共和国行政许可法》第四十五条"});
    EXPECT_EQ(special.specialKind, "专家评审");
    EXPECT_EQ(special.days, 10);
    ASSERT_EQ(papers.does(Event::EndSpecial, reviewer, "2018-11-15"), "");
    ASSERT_EQ(papers.both(Event::Suspend, "2018-11-16", {{QStringLiteral("reason"), QStringLiteral("等待判决")}}), "");
    const PaperContent suspended = papers.paper(PaperKind::SuspensionNotice);
    EXPECT_EQ(suspended.legalBasis, std::vector<std::string> {"《工伤保险条例》第二十条"});
    EXPECT_EQ(suspended.reasons, std::vector<std::string> {"等待判决"});
    ASSERT_EQ(papers.both(Event::Resume, "2018-11-20"), "");
    const PaperContent resumed = papers.paper(PaperKind::ResumptionNotice);
    EXPECT_EQ(dateOf(resumed.stoppedOn), "2018-11-16");
    EXPECT_EQ(dateOf(resumed.startsOn), "2018-11-20");
    // Ten days after the 5th, without the 6th to the 15th and the 16th to the 20th.
    EXPECT_EQ(dateOf(resumed.decideBy), "2018-12-04");
    ASSERT_EQ(papers.both(Event::Extend, "2018-11-21", {{QStringLiteral("reason"), QStringLiteral("核实未完")}},
                  [](Facts& facts) { facts.days = 5; }),
        "");
    const PaperContent extended = papers.paper(PaperKind::ExtensionNotice);
    EXPECT_EQ(extended.legalBasis, std::vector<std::string> {"《中华人民共和国行政许可法》第四十二条第一款"});
    EXPECT_EQ(dateOf(extended.previousDecideBy), "2018-12-04");
    EXPECT_EQ(dateOf(extended.decideBy), "2018-12-11");
    EXPECT_EQ(extended.days, 5);
}

TEST(PaperContents, anEndSaysItsGroundEvenIfNobodyWroteAReason) {
    Papers lapsed(CaseType::OneReviewOneApprove);
    ASSERT_EQ(lapsed.receive("2018-11-05"), "");
    ASSERT_EQ(lapsed.does(Event::RequestCorrection, clerk, "2018-11-05", {},
                  [](Facts& facts) {
                      facts.defects = {2, 3};
                      facts.periodDays = 2;
                  }),
        "");
    EXPECT_EQ(lapsed.paper(PaperKind::CorrectionNotice).days, 2);
    ASSERT_EQ(lapsed.does(Event::LapseConfirmed, clerk, "2018-11-08"), "");
    ASSERT_EQ(lapsed.does(Event::CorrectionLapsed, centre, "2018-11-08"), "");
    EXPECT_EQ(lapsed.paper(PaperKind::TerminationNotice).reasons,
        std::vector<std::string> {
            "2018 年 11 月 5 日一次性告知需要补正的内容，补正期限至 2018 年 11 月 7 日届满，没有收到补正材料。"});

    Papers refused(CaseType::OneReviewOneApprove);
    ASSERT_EQ(refused.receive("2018-11-05"), "");
    const auto notCompetent = [](Facts& facts) { facts.ground = "not_competent"; };
    ASSERT_EQ(refused.says(Event::RefuseAcceptance, CommandAct::Request, clerk, "2018-11-06",
                  {{QStringLiteral("reason"), QStringLiteral("属于省级事项")}}, notCompetent),
        "");
    ASSERT_EQ(refused.says(Event::RefuseAcceptance, CommandAct::Approve, chief, "2018-11-06"), "");
    const PaperContent notAccepted = refused.paper(PaperKind::NonAcceptanceDecision);
    EXPECT_EQ(
        notAccepted.legalBasis, std::vector<std::string> {"《中华人民共和国行政许可法》第三十二条第一款第（二）项"});
    EXPECT_EQ(
        notAccepted.reasons, (std::vector<std::string> {"申请事项依法不属于本行政机关职权范围。", "属于省级事项"}));

    Papers tolerated(CaseType::Commitment);
    ASSERT_EQ(tolerated.receive("2018-11-05"), "");
    ASSERT_EQ(tolerated.does(Event::AcceptTolerant, clerk, "2018-11-05"), "");
    ASSERT_EQ(tolerated.says(Event::ToleranceLapsed, CommandAct::Request, centre, "2018-12-20"), "");
    ASSERT_EQ(tolerated.says(Event::ToleranceLapsed, CommandAct::Approve, chief, "2018-12-20"), "");
    EXPECT_EQ(tolerated.paper(PaperKind::TerminationNotice).reasons,
        std::vector<std::string> {"承诺最迟在 2018 年 11 月 15 日补交的材料没有补齐：材料3。"});
}

TEST(PaperContents, aToleranceListsOnlyWhatIsStillOpenAndAPledgeItsConditions) {
    Papers tolerated(CaseType::Commitment);
    ASSERT_EQ(tolerated.receive("2018-11-05"), "");
    ASSERT_EQ(tolerated.does(Event::RequestCorrection, clerk, "2018-11-05", {}, mostMissing), "");
    ASSERT_EQ(tolerated.does(Event::Resubmit, clerk, "2018-11-06", {}, [](Facts& facts) { facts.supplied = {2}; }), "");
    ASSERT_EQ(
        tolerated.does(Event::AcceptTolerant, clerk, "2018-11-06", {}, [](Facts& facts) { facts.missing = {1, 3}; }),
        "");
    EXPECT_EQ(rows(tolerated.paper(PaperKind::TolerantAcceptanceNotice).promisedMaterials), std::vector<int> {3});

    Papers pledged(CaseType::OneReviewOneApprove);
    ASSERT_EQ(pledged.receive("2018-11-05"), "");
    ASSERT_EQ(pledged.does(Event::Accept, clerk, "2018-11-05", {},
                  [](Facts& facts) {
                      facts.missing = {3};
                      facts.commit = Commit {true, {3}};
                  }),
        "");
    const PaperContent pledge = pledged.paper(PaperKind::CommitmentPledge);
    EXPECT_EQ(rows(pledge.promisedMaterials), std::vector<int> {3});
    EXPECT_EQ(pledge.conditions,
        (std::vector<std::string> {"符合《护士条例》第八条规定的条件；", "具备“材料3”所证明的条件；",
            "配合本机关事后的核查，按照核查的要求提供证明材料。"}));
}

TEST(PaperContents, theServiceReceiptNamesWhatIsHandedOver) {
    Papers granted(CaseType::OneReviewOneApprove);
    ASSERT_EQ(granted.receive("2018-11-05"), "");
    ASSERT_EQ(granted.does(Event::Accept, clerk, "2018-11-05"), "");
    ASSERT_EQ(granted.does(Event::SubmitOpinion, reviewer, "2018-11-06"), "");
    Papers refused = granted;
    ASSERT_EQ(granted.does(Event::Grant, chief, "2018-11-06"), "");
    ASSERT_EQ(granted.does(Event::IssueResult, issuer, "2018-11-07",
                  {{QStringLiteral("result_number"), QStringLiteral("12 号")}}),
        "");
    ASSERT_EQ(granted.does(Event::Deliver, issuer, "2018-11-08"), "");
    const auto handedOver = granted.paper(PaperKind::ServiceReceipt).documents;
    ASSERT_EQ(handedOver.size(), 2U);
    EXPECT_EQ(handedOver[0].title, "准予行政许可决定书");
    EXPECT_EQ(handedOver[1], (PaperReference {"许可证", "12 号", 1}));

    ASSERT_EQ(
        refused.does(Event::Refuse, chief, "2018-11-06", {{QStringLiteral("reason"), QStringLiteral("不符合条件")}}),
        "");
    ASSERT_EQ(refused.does(Event::Deliver, issuer, "2018-11-08"), "");
    const auto sent = refused.paper(PaperKind::ServiceReceipt).documents;
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent[0].title, "不予行政许可决定书");
}

} // namespace
} // namespace yichuang::test
