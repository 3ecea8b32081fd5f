// SPDX-License-Identifier: GPL-3.0-or-later
#include "acts_for_tests.h"

#include <yichuang/contract/messages.h>

#include <gtest/gtest.h>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const std::vector<std::string> foreignTexts {"", "{}", "[]", "null", "<html><body>login</body></html>", "\xFF\xFE",
    "{\"time\":1.5}", "{\"verdicts\":[],\"heads\":[]", "12", "\"x\"", "\n"};

template <typename Parse> void refusesForeignTexts(Parse parse) {
    for (const std::string& text : foreignTexts) {
        const auto value = parse(text);
        ASSERT_FALSE(value) << text;
        EXPECT_EQ(value.error().code, "wire.form") << text;
        EXPECT_FALSE(value.error().arguments.at("reason").empty());
    }
}

PushAnswer pushAnswer() {
    PushAnswer answer;
    ActVerdict verdict;
    verdict.act = ActId(uuid);
    verdict.number = 9;
    verdict.verdict = Verdict::Refused;
    verdict.known = true;
    verdict.reason = "bad_state";
    verdict.arguments = {{"stage", "Granted"}};
    verdict.states
        = {{StreamId("case:" + uuid), "Granted", EntryId {ActId(uuid), 2}, "grant", "2018-11-19", PersonId("chen")}};
    verdict.positions = {{ScopeId("dept:公安局"), 44}};
    answer.verdicts = {verdict, ActVerdict {}};
    answer.heads = {{ScopeId("hall"), 3, hash, 1542592800000, KeyId("k"), "01ab"}};
    answer.chainNumber = 9;
    answer.chainHash = hash;
    answer.time = 1542592800001;
    return answer;
}

} // namespace

TEST(Messages, pushAnswerComesBack) {
    const PushAnswer answer = pushAnswer();
    const auto read = parsePushAnswer(encode(answer));
    ASSERT_TRUE(read) << read.error().arguments.at("member");
    EXPECT_EQ(read->verdicts, answer.verdicts);
    EXPECT_EQ(read->heads, answer.heads);
    EXPECT_EQ(read->chainNumber, 9);
    EXPECT_EQ(read->chainHash, hash);
    EXPECT_EQ(read->time, answer.time);
}

TEST(Messages, whatANewerCentreAddsIsPassedOver) {
    std::string text = encode(ChainAnswer {4, hash, 77});
    text.insert(1, R"("mood":{"of":["the","day"]},)");
    const auto read = parseChainAnswer(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->number, 4);
}

TEST(Messages, everyOtherOneComesBack) {
    const Block block {"b1", "400", 2026, 1, 200, WorkstationId("w"), 99};
    EXPECT_EQ(parseBlock(encode(block)).value(), block);
    EXPECT_EQ(parseLeaseRequest(encode(LeaseRequest {2027, 50}))->count, 50);
    EXPECT_EQ(parseEnrolRequest(encode(EnrolRequest {"1234", "ab", "柜台 3"}))->name, "柜台 3");
    EnrolAnswer enrolled {WorkstationId("w"), WindowId("3"), "400", "衡阳市政务服务中心", "cd",
        CentreKey {KeyId("hall-1"), ScopeId("hall"), "ef"}, 5};
    const auto enrolledRead = parseEnrolAnswer(encode(enrolled));
    ASSERT_TRUE(enrolledRead);
    EXPECT_EQ(enrolledRead->hallKey, enrolled.hallKey);
    EXPECT_EQ(enrolledRead->hallName, enrolled.hallName);
    EXPECT_EQ(parseWorkstationTokenRequest(encode(WorkstationTokenRequest {WorkstationId("w"), 5, "01"}))->time, 5);
    EXPECT_EQ(parseTokenAnswer(encode(TokenAnswer {"t", 6, 5}))->expires, 6);
    EXPECT_EQ(parseSignInRequest(encode(SignInRequest {"li", "pass\"word", {"otp:1"}}))->password, "pass\"word");
    EXPECT_EQ(parseSignInAnswer(encode(SignInAnswer {PersonId("li"), "a", "r", 1, 2, 3, 4}))->offlineUntil, 3);
    EXPECT_EQ(parseTimeAnswer(encode(TimeAnswer {12}))->time, 12);
    EXPECT_EQ(parseRefreshRequest(encode(RefreshRequest {"r"}))->refresh, "r");
    EXPECT_EQ(parseKeyRequest(encode(KeyRequest {KeyId("k"), "pub"}))->publicKey, "pub");
    const SignedHead head {ScopeId("dept:公安局"), 3, hash, 8, KeyId("k"), "01"};
    EXPECT_EQ(parseSignedHead(encode(head)).value(), head);
    const auto problem = parseProblem(encode(Problem {"urn:yichuang:problem:x", "X", 409, "x", {{"until", "5"}}}));
    EXPECT_EQ(problem->arguments.at("until"), "5");
    EXPECT_EQ(problem->status, 409);
}

TEST(Messages, pagesOfALoginScreenAreNoAnswers) {
    refusesForeignTexts(parsePushAnswer);
    refusesForeignTexts(parseFeedPage);
    refusesForeignTexts(parseBlock);
    refusesForeignTexts(parseEnrolAnswer);
    refusesForeignTexts(parseTokenAnswer);
    refusesForeignTexts(parseSignInAnswer);
    refusesForeignTexts(parseChainAnswer);
    refusesForeignTexts(parseSignedHead);
    refusesForeignTexts(parseProblem);
    refusesForeignTexts(parseSignInRequest);
    refusesForeignTexts(parseLeaseRequest);
}

TEST(Messages, theirWordsReadBack) {
    for (const Verdict verdict :
        {Verdict::Admitted, Verdict::Refused, Verdict::BadAct, Verdict::NumberClash, Verdict::NotTaken})
        EXPECT_EQ(verdictFromText(toText(verdict)), verdict);
    for (const LineKind kind : {LineKind::Admitted, LineKind::Refused, LineKind::Joined, LineKind::Left})
        EXPECT_EQ(lineKindFromText(toText(kind)), kind);
    EXPECT_FALSE(verdictFromText("maybe"));
}

TEST(Feed, aPageComesBackWithItsActsByteForByte) {
    ActBytes act;
    act.head = encodeHead(fullHead());
    act.signature = R"({"signature":"01)" + std::string(128, 'b') + R"("})";
    act.bodies.push_back({encodeFacts(FactsBody(entryOf(Event::Accept)), salt), encodeParticulars({}, salt)});
    act.bodies.push_back({encodeFacts(FactsBody(entryOf(Event::Extend, CommandAct::Request)), salt), std::nullopt});
    FeedPage page;
    page.items.push_back({ScopeLine {ScopeId("hall"), 5, LineKind::Admitted, uuid, hash, "admitted", "", hash}, {act}});
    page.items.push_back(
        {ScopeLine {ScopeId("dept:公安局"), 6, LineKind::Joined, "case:" + uuid, hash, "", "", hash}, {act, act}});
    page.items.push_back({ScopeLine {ScopeId("hall"), 7, LineKind::Left, "case:" + uuid, hash, "", "", hash}, {}});
    page.cursor = "opaque";
    page.heads = {{ScopeId("hall"), 7, hash, 8, KeyId("k"), "01"}};
    page.more = true;
    page.time = 123;
    const std::string text = encode(page);
    const auto read = parseFeedPage(text);
    ASSERT_TRUE(read) << read.error().arguments.at("reason");
    ASSERT_EQ(read->items.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(read->items[i].line, page.items[i].line);
        EXPECT_EQ(read->items[i].acts, page.items[i].acts);
    }
    EXPECT_EQ(read->cursor, "opaque");
    EXPECT_EQ(read->heads, page.heads);
    EXPECT_TRUE(read->more);
    // Cut anywhere, nothing of it is a page.
    for (std::size_t length = 0; length < text.size(); length += 7)
        EXPECT_FALSE(parseFeedPage(std::string_view(text).substr(0, length))) << length;
}

TEST(Links, nameEverythingThatALineSays) {
    const ScopeLine line {ScopeId("hall"), 5, LineKind::Refused, uuid, hash, "refused", "bad_state", ""};
    EXPECT_EQ(linkText("01aa", line), "01aa|hall|5|refused|" + uuid + "|" + hash + "|refused|bad_state");
    EXPECT_EQ(signedText({ScopeId("hall"), 5, hash, 7, KeyId("k"), ""}), "head\nhall\n5\n" + hash + "\n7");
}
