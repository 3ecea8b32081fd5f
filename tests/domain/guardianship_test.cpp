// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/guardianship.h>

#include <gtest/gtest.h>

namespace yichuang {
namespace {

CivilDate day(const char* text) {
    return parseIsoDate(text).value();
}

int years(const char* birth, const char* on) {
    return fullYears(day(birth), day(on));
}

/// A number born on that day; its check digit is nobody's question here.
std::string bornOn(const std::string& compact) {
    return "430400" + compact + "0011";
}

TEST(Guardianship, aYearIsFullOnTheBirthday) {
    EXPECT_EQ(years("2004-11-19", "2018-11-18"), 13);
    EXPECT_EQ(years("2004-11-19", "2018-11-19"), 14);
    EXPECT_EQ(years("2004-11-19", "2018-11-20"), 14);
    EXPECT_EQ(years("2004-12-31", "2018-01-01"), 13);
    EXPECT_EQ(years("2018-11-19", "2018-11-19"), 0);
    EXPECT_EQ(years("2018-11-20", "2018-11-19"), 0);
}

TEST(Guardianship, whoIsBornOnALeapDayIsAYearOlderOnTheFirstOfMarch) {
    EXPECT_EQ(years("2004-02-29", "2018-02-28"), 13);
    EXPECT_EQ(years("2004-02-29", "2018-03-01"), 14);
    EXPECT_EQ(years("2004-02-29", "2024-02-28"), 19);
    EXPECT_EQ(years("2004-02-29", "2024-02-29"), 20);
}

TEST(Guardianship, underFourteenAGuardianIsRequiredUnderEighteenAskedFor) {
    const CivilDate today = day("2018-11-19");
    const auto need
        = [&](const std::string& compact) { return guardianNeed(IdentifierKind::ResidentId, bornOn(compact), today); };
    EXPECT_EQ(need("20180101"), GuardianNeed::Required);
    EXPECT_EQ(need("20041120"), GuardianNeed::Required); // fourteen tomorrow
    EXPECT_EQ(need("20041119"), GuardianNeed::Asked); // fourteen today
    EXPECT_EQ(need("20001120"), GuardianNeed::Asked); // eighteen tomorrow
    EXPECT_EQ(need("20001119"), GuardianNeed::None); // eighteen today
    EXPECT_EQ(need("19850312"), GuardianNeed::None);
}

TEST(Guardianship, aNumberThatTellsNoBirthDateAsksForNobody) {
    const CivilDate today = day("2018-11-19");
    EXPECT_EQ(guardianNeed(IdentifierKind::HmtResidence, "810000201001010014", today), GuardianNeed::Required);
    EXPECT_EQ(guardianNeed(IdentifierKind::ForeignPr2023, "943040201001010014", today), GuardianNeed::Required);
    EXPECT_EQ(guardianNeed(IdentifierKind::PassportCn, "E12345678", today), GuardianNeed::None);
    EXPECT_EQ(guardianNeed(IdentifierKind::TwnTravelPermit, "20100101", today), GuardianNeed::None);
    EXPECT_EQ(guardianNeed(IdentifierKind::Uscc, "914304201001010014", today), GuardianNeed::None);
    EXPECT_EQ(guardianNeed(IdentifierKind::ResidentId, "4304", today), GuardianNeed::None);
}

TEST(Guardianship, nobodyIsHisOwnGuardianAndNoMinorIsOne) {
    const CivilDate today = day("2018-11-19");
    const auto doubt = [&](IdentifierKind kind, const std::string& number) {
        return doubtOfGuardian(bornOn("20100101"), kind, number, today);
    };
    EXPECT_EQ(doubt(IdentifierKind::ResidentId, bornOn("20100101")), GuardianDoubt::Himself);
    EXPECT_EQ(doubt(IdentifierKind::ResidentId, bornOn("20010101")), GuardianDoubt::UnderAge);
    EXPECT_EQ(doubt(IdentifierKind::ResidentId, bornOn("20001119")), GuardianDoubt::None);
    EXPECT_EQ(doubt(IdentifierKind::PassportCn, "E12345678"), GuardianDoubt::None);
}

} // namespace
} // namespace yichuang
