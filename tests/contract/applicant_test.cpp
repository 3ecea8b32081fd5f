// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/act.h>
#include <yichuang/contract/applicant.h>
#include <yichuang/contract/messages.h>

#include <gtest/gtest.h>

using namespace yichuang;

namespace {

const std::string salt(32, 'a');

std::string lineOf(const Particulars& particulars) {
    return encodeParticulars(particulars, salt);
}

TEST(ApplicantTest, theApplicantIsReadOutOfWhatElseACaseKeeps) {
    const auto found = applicantIn(lineOf({{"summary", "测试甲"}, {"form", R"({"a":1})"},
        {"applicant",
            R"({"kind":"organisation","name":"测试\"公司\"","id_kind":"uscc","id_number":"91430400MA00000A9Q",)"
            R"("phone":"07341234567","address":"某路9号","legal_representative":"测试乙","identity_checked":true,)"
            R"("agent":{"name":"测试丙","id_number":"430400198503120011"},"check_note":"核对过"})"}}));
    ASSERT_TRUE(found);
    EXPECT_EQ(*found,
        (NamedApplicant {
            "organisation", "测试\"公司\"", "uscc", "91430400MA00000A9Q", "07341234567", "某路9号", "测试乙"}));
}

TEST(ApplicantTest, whatNamesNobodyIsNobody) {
    EXPECT_FALSE(applicantIn(lineOf({{"note", "无"}})));
    EXPECT_FALSE(applicantIn(R"({"applicant":"{}","values":{"a":{"applicant":"{}"}},"more":{"applicant":"{}"}})"));
    EXPECT_TRUE(applicantIn(R"({"values":{"a":{"b":[1,{"c":"d"}]},"e":null,"applicant":"{}"}})"));
    EXPECT_FALSE(applicantIn(lineOf({{"applicant", "not JSON"}})));
    EXPECT_FALSE(applicantIn(lineOf({{"applicant", R"(["a"])"}})));
    EXPECT_FALSE(applicantIn(lineOf({{"applicant", R"({"name":7})"}})));
    for (const char* line : {"", "null", "{", "[]", "{}", R"({"values":[]})", R"({"values":{"applicant":{}}})"}) {
        EXPECT_FALSE(applicantIn(line)) << line;
    }
}

TEST(ApplicantTest, anAmendmentReplacesWhatItNamesAndNothingElse) {
    NamedApplicant applicant {"person", "测试甲", "resident_id", "430400198503120011", "13900000000", "某路8号", ""};
    const auto before = applicant;
    EXPECT_TRUE(amendApplicant(applicant, "applicant.phone", lineOf({{"value", "13911112222"}, {"reason", "笔误"}})));
    EXPECT_EQ(applicant.phone, "13911112222");
    EXPECT_FALSE(amendApplicant(applicant, "agent.phone", lineOf({{"value", "13933334444"}})));
    EXPECT_FALSE(amendApplicant(applicant, "phone", lineOf({{"value", "13933334444"}})));
    EXPECT_FALSE(amendApplicant(applicant, "applicant.phone", "null"));
    EXPECT_FALSE(amendApplicant(applicant, "applicant.shoe_size", lineOf({{"value", "42"}})));
    applicant.phone = before.phone;
    EXPECT_EQ(applicant, before);
    EXPECT_TRUE(amendsApplicantNumber("applicant.id_number"));
    EXPECT_TRUE(amendsApplicantNumber("applicant.id_kind"));
    EXPECT_FALSE(amendsApplicantNumber("applicant.name"));
    EXPECT_FALSE(amendsApplicantNumber("agent.id_number"));
}

TEST(ApplicantTest, questionAndAnswerComeOutAsTheyWentIn) {
    const ApplicantRequest request {"resident_id", "430400198503120011", "intake: SAMPLE-015"};
    const auto asked = parseApplicantRequest(encode(request));
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->idNumber, request.idNumber);
    EXPECT_EQ(asked->purpose, request.purpose);
    const ApplicantAnswer answer {"person", "测试甲", "", "某路8号", "", "2018-11-19"};
    const auto told = parseApplicantAnswer(encode(answer));
    ASSERT_TRUE(told);
    EXPECT_EQ(*told, answer);
    EXPECT_FALSE(parseApplicantRequest(R"({"id_kind":"resident_id","id_number":"1"})"));
    EXPECT_FALSE(parseApplicantAnswer("<html>"));
}

} // namespace
