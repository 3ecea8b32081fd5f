// SPDX-License-Identifier: GPL-3.0-or-later
#include "acts_for_tests.h"

#include <gtest/gtest.h>

#include <chrono>

using namespace yichuang;
using namespace yichuang::test;

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string reasonOf(std::string_view line) {
    const auto head = parseHead(line);
    if (head)
        return "";
    EXPECT_EQ(head.error().code, "act.head");
    return head.error().arguments.at("reason");
}

ActBytes sampleAct() {
    ActBytes act;
    act.head = encodeHead(fullHead());
    act.signature = R"({"signature":"01)" + std::string(128, 'b') + R"("})";
    act.bodies.push_back({encodeFacts(FactsBody(entryOf(Event::Accept)), salt),
        encodeParticulars({{"note", "材料齐全\n第二行 \"引号\""}}, salt)});
    act.bodies.push_back({encodeFacts(FactsBody(entryOf(Event::Extend, CommandAct::Request)), salt), std::nullopt});
    return act;
}

} // namespace

TEST(Head, comesBackAsItWasWritten) {
    const ActHead head = fullHead();
    const auto read = parseHead(encodeHead(head));
    ASSERT_TRUE(read) << read.error().arguments.at("reason") << " " << read.error().arguments.at("member");
    EXPECT_EQ(*read, head);

    ActHead first = head;
    first.number = 1;
    first.previous.clear();
    first.flag.clear();
    first.seen = {};
    first.entries.resize(1);
    first.entries[0].base.reset();
    first.entries[0].after.reset();
    EXPECT_EQ(parseHead(encodeHead(first)).value(), first);
}

TEST(Head, isOneLineInAFixedOrder) {
    const std::string line = encodeHead(fullHead());
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_EQ(line.find(R"({"release":1,"act":")"), 0U);
    EXPECT_LT(line.find("\"device_time\""), line.find("\"corrected_time\""));
    EXPECT_NE(line.find(R"("base":")" + otherUuid + R"(/3")"), std::string::npos);
}

TEST(Head, withAMemberTwiceIsRefused) {
    const std::string line = encodeHead(fullHead());
    EXPECT_EQ(reasonOf(replaced(line, R"("number":7)", R"("number":7,"number":8)")), "duplicate_member");
    // The same name in another spelling is the same member.
    EXPECT_EQ(reasonOf(replaced(line, R"("number":7)", R"("number":7,"n\u0075mber":8)")), "duplicate_member");
    EXPECT_EQ(reasonOf(replaced(line, R"("position":12)", R"("position":12,"position":12)")), "duplicate_member");
}

TEST(Head, withAFloatingPointNumberIsRefused) {
    const std::string line = encodeHead(fullHead());
    EXPECT_EQ(reasonOf(replaced(line, R"("number":7)", R"("number":7.0)")), "floating_point");
    EXPECT_EQ(reasonOf(replaced(line, R"("number":7)", R"("number":7e0)")), "floating_point");
    EXPECT_EQ(reasonOf(replaced(line, R"("number":7)", R"("number":9223372036854775808)")), "integer_range");
    EXPECT_EQ(reasonOf(replaced(line, R"("law":1)", R"("law":4294967297)")), "integer_range");
}

TEST(Head, withAMemberNobodyKnowsOrOneTooFewIsRefused) {
    const std::string line = encodeHead(fullHead());
    EXPECT_EQ(reasonOf(replaced(line, R"("number":7)", R"("number":7,"extra":1)")), "unknown_member");
    EXPECT_EQ(reasonOf(replaced(line, R"("law":1,)", "")), "missing_member");
    EXPECT_EQ(reasonOf(replaced(line, R"("number":7)", R"("number":"7")")), "wrong_type");
    EXPECT_EQ(reasonOf(replaced(line, R"("number":7)", R"("number":0)")), "bad_value");
    EXPECT_EQ(reasonOf(replaced(line, R"("flag":"clock")", R"("flag":"other")")), "bad_value");
    EXPECT_EQ(reasonOf(replaced(line, "case:", "purse:")), "bad_value");
    EXPECT_EQ(reasonOf(replaced(line, "/3\"", "/03\"")), "bad_value");
    EXPECT_EQ(reasonOf(replaced(line, "/3\"", "/-3\"")), "bad_value");
}

TEST(Head, thatIsNoJsonOrNoUtf8IsRefused) {
    const std::string line = encodeHead(fullHead());
    EXPECT_EQ(reasonOf(""), "not_json");
    EXPECT_EQ(reasonOf("<html></html>"), "not_json");
    EXPECT_EQ(reasonOf(line.substr(0, line.size() - 1)), "not_json");
    EXPECT_EQ(reasonOf(line + "x"), "not_json");
    EXPECT_EQ(reasonOf(replaced(line, "\"li\"", "\"l\xC3\"")), "not_utf8");
    EXPECT_EQ(reasonOf(replaced(line, "\"li\"", "\"\xED\xA0\x80\"")), "not_utf8");
    EXPECT_EQ(reasonOf(replaced(line, "\"li\"", "\"\xC0\xAF\"")), "not_utf8");
    EXPECT_EQ(reasonOf(replaced(line, "\"li\"", R"("\ud800")")), "not_json");
    EXPECT_EQ(reasonOf(replaced(line, "\"li\"", R"("l\u0000i")")), "nul");
    EXPECT_EQ(reasonOf("[]"), "wrong_type");
    EXPECT_EQ(reasonOf(std::string(40, '[') + std::string(40, ']')), "too_deep");
}

TEST(Act, travelsAsTheBytesItWasWrittenAs) {
    const ActBytes act = sampleAct();
    const std::string wire = act.wire() + act.wire();
    EXPECT_EQ(act.size() * 2, wire.size());
    std::string_view rest = wire;
    const auto first = takeActBytes(rest);
    ASSERT_TRUE(first);
    const auto second = takeActBytes(rest);
    ASSERT_TRUE(second);
    EXPECT_TRUE(rest.empty());
    EXPECT_EQ(*first, act);
    EXPECT_EQ(second->wire(), act.wire());
    EXPECT_FALSE(second->bodies[1].particulars);

    const auto parsed = parseAct(*first);
    ASSERT_TRUE(parsed) << parsed.error().code << parsed.error().arguments.at("reason");
    EXPECT_EQ(parsed->bytes, act);
    EXPECT_EQ(parsed->head, fullHead());
    EXPECT_EQ(parsed->signature, "01" + std::string(128, 'b'));
    EXPECT_EQ(std::get<Entry>(parsed->facts[1]).act, CommandAct::Request);
    EXPECT_TRUE(parsed->hash.empty());
    EXPECT_EQ(parseParticulars(*parsed->bytes.bodies[0].particulars)->at("note"), "材料齐全\n第二行 \"引号\"");
}

TEST(Act, thatIsCutOffTakesNothing) {
    const std::string wire = sampleAct().wire();
    for (std::size_t length = 0; length < wire.size(); ++length) {
        std::string_view rest(wire.data(), length);
        ASSERT_FALSE(takeActBytes(rest)) << length;
        ASSERT_EQ(rest.size(), length);
    }
}

TEST(Act, withAForeignSignatureLineOrBodiesIsRefused) {
    ActBytes act = sampleAct();
    act.signature = R"({"signature": "01)" + std::string(128, 'b') + R"("})";
    EXPECT_EQ(parseAct(act).error().code, "act.form");
    act = sampleAct();
    act.signature = R"({"signature":"02)" + std::string(128, 'b') + R"("})";
    EXPECT_EQ(parseAct(act).error().code, "act.form");
    act = sampleAct();
    act.bodies.pop_back();
    EXPECT_EQ(parseAct(act).error().arguments.at("reason"), "bodies");
    act = sampleAct();
    std::swap(act.bodies[0].facts, *act.bodies[0].particulars);
    EXPECT_EQ(parseAct(act).error().code, "act.facts");
}

TEST(Act, isReadFastEnoughForABusyCentre) {
    const std::string wire = sampleAct().wire();
    constexpr int count = 4000;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) {
        std::string_view rest = wire;
        auto bytes = takeActBytes(rest);
        ASSERT_TRUE(bytes);
        ASSERT_TRUE(parseAct(std::move(*bytes)));
    }
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("%.0f acts a second, %zu bytes each\n", count / seconds, wire.size());
    RecordProperty("acts_per_second", static_cast<int>(count / seconds));
    EXPECT_LT(seconds, 4.0) << "not even a thousand a second";
}
