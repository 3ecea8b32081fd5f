// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv.h"

#include <yichuang/domain/identifiers.h>

#include <gtest/gtest.h>

namespace yichuang {
namespace {

constexpr CivilDate today {std::chrono::year {2026}, std::chrono::November, std::chrono::day {25}};

Identification check(IdentifierKind kind, std::string_view value) {
    return identify(kind, value, today);
}

/// cases.csv writes what can't be seen as \uXXXX.
std::string unescaped(std::string text) {
    for (auto place = text.find("\\u"); place != std::string::npos; place = text.find("\\u", place)) {
        const auto code = static_cast<unsigned>(std::stoul(text.substr(place + 2, 4), nullptr, 16));
        std::string utf8;
        if (code < 0x800) {
            utf8 += static_cast<char>(0xC0 | (code >> 6));
        } else {
            utf8 += static_cast<char>(0xE0 | (code >> 12));
            utf8 += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        }
        utf8 += static_cast<char>(0x80 | (code & 0x3F));
        text.replace(place, 6, utf8);
    }
    return text;
}

TEST(Identifiers, aFullNumberTellsByWhichKindItNamesAnApplicant) {
    EXPECT_EQ(applicantNumberKind("430400 19850312 0011", today), IdentifierKind::ResidentId);
    EXPECT_EQ(applicantNumberKind("91430400MA00000A9Q", today), IdentifierKind::Uscc);
    EXPECT_EQ(applicantNumberKind("430400198503120012", today), std::nullopt);
    EXPECT_EQ(applicantNumberKind("13900000000", today), std::nullopt);
    EXPECT_EQ(applicantNumberKind("", today), std::nullopt);
    // The beginning of a longer one: only a check digit tells that nothing more comes.
    const auto beginning = applicantNumberKind("43040019", today);
    ASSERT_EQ(beginning, IdentifierKind::TwnTravelPermit);
    EXPECT_FALSE(hasCheckDigit(*beginning));
    EXPECT_TRUE(hasCheckDigit(IdentifierKind::ResidentId));
    EXPECT_TRUE(namesApplicant(IdentifierKind::PassportCn));
    EXPECT_FALSE(namesApplicant(IdentifierKind::Phone));
    EXPECT_FALSE(namesApplicant(IdentifierKind::CaseNo));
}

TEST(Identifiers, everyVectorComesOutAsGiven) {
    const auto rows = test::csvRows(YICHUANG_FIXTURES "/identifiers.csv");
    ASSERT_EQ(rows.size(), 44U);
    for (std::size_t index = 1; index < rows.size(); ++index) {
        const auto& row = rows[index];
        const auto kind = identifierKindFromText(row[0]);
        ASSERT_TRUE(kind) << row[0];
        const Identification found = check(*kind, row[1]);
        EXPECT_EQ(found.valid, row[2] == "valid") << row[0] << ' ' << row[1];
        EXPECT_EQ(found.normalized, row[3]) << row[0] << ' ' << row[1];
        EXPECT_EQ(found.reason, row[4]) << row[0] << ' ' << row[1];
    }
}

TEST(Identifiers, theFaultsOfOthersDoNotComeBack) {
    std::size_t seen = 0;
    for (const auto& row : test::csvRows(YICHUANG_FIXTURES "/cases.csv")) {
        if (row[1] != "identifiers") {
            continue;
        }
        ++seen;
        const auto kind = identifierKindFromText(row[2]);
        ASSERT_TRUE(kind) << row[2];
        const Identification found = check(*kind, row[3]);
        const std::string& expected = row[4];
        if (expected.starts_with("valid|")) {
            const std::string value = expected.substr(6, expected.find_first_of(" ;,(", 6) - 6);
            EXPECT_TRUE(found.valid) << row[3] << ' ' << found.reason;
            EXPECT_EQ(found.normalized, value);
        } else if (expected.starts_with("invalid|")) {
            EXPECT_FALSE(found.valid) << row[3];
            const std::string reason = expected.substr(8, expected.find_first_of(" ;", 8) - 8);
            EXPECT_TRUE(found.reason.starts_with(reason) || expected.find("prefix") != std::string::npos)
                << row[3] << ' ' << found.reason;
        } else {
            EXPECT_FALSE(found.valid) << row[3];
        }
    }
    EXPECT_EQ(seen, 28U);
}

TEST(Identifiers, aNameKeepsItsRareCharactersAndOneKindOfDot) {
    for (const auto& row : test::csvRows(YICHUANG_FIXTURES "/cases.csv")) {
        if (row[2] != "name" || (row[0] != "C11" && row[0] != "C13")) {
            continue;
        }
        const std::string typed = unescaped(row[3]);
        if (row[0] == "C11" || row[1] == "printing") {
            EXPECT_EQ(normalizedName(typed), typed) << typed;
        } else {
            EXPECT_EQ(normalizedName(typed), "古丽测\u00B7艾试") << row[3];
        }
    }
    EXPECT_EQ(normalizedName("  John \u3000 Smith "), "John Smith");
    EXPECT_EQ(normalizedName("e\u0301"), "\u00E9");
}

TEST(Identifiers, aTypedDateIsReadOrRefusedWithItsCause) {
    const std::map<std::string, std::string> causes {{"18/11/2", "two_digit_year"}, {"58-8-16", "two_digit_year"},
        {"2/11/2018", "order_unclear"}, {"2018年2月29日", "no_such_day"}, {"农历二〇二〇年四月十四", "lunar"},
        {"民国57年8月16日", "republic_year"}, {"2018-13-01", "no_such_month"}, {"", "unreadable"},
        {"昨天", "unreadable"}, {"2018-11", "unreadable"}, {"2018-11-02x", "unreadable"}};
    for (const auto& [typed, cause] : causes) {
        const DateReading reading = readDate(typed);
        EXPECT_FALSE(reading.date) << typed;
        EXPECT_EQ(reading.reason, cause) << typed;
    }
    for (const std::string typed : {"2018-11-02", "2018/11/2", "2018.11.2", "2018年11月2日", "２０１８年１１月２日",
             "20181102", "二〇一八年十一月二日"}) {
        const DateReading reading = readDate(typed);
        ASSERT_TRUE(reading.date) << typed << reading.reason;
        EXPECT_EQ(isoDate(*reading.date), "2018-11-02");
    }
}

TEST(Identifiers, aCaseNumberTellsItsYearAndSerial) {
    EXPECT_EQ(makeCaseNo("400", 2026, 1), "40026000000124");
    EXPECT_EQ(makeCaseNo("405", 2026, 9'999'999), "40526999999968");
    EXPECT_EQ(yearOfCaseNo("48127003141515"), 2027);
    EXPECT_EQ(serialOfCaseNo("48127003141515"), 31'415);
    EXPECT_EQ(groupedCaseNo("40026001234546"), "400 26 001 2345 46");
    EXPECT_EQ(check(IdentifierKind::CaseNo, makeCaseNo("400", 2026, 0)).reason, "serial_zero");
}

TEST(Identifiers, everySlipOfOneFingerInACaseNumberIsFound) {
    const std::string number = makeCaseNo("400", 2026, 12'345);
    for (std::size_t place = 0; place < number.size(); ++place) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string slipped = number;
            slipped[place] = digit;
            EXPECT_EQ(check(IdentifierKind::CaseNo, slipped).valid, slipped == number) << slipped;
        }
        for (std::size_t jump = 1; jump <= 2 && place + jump < number.size(); ++jump) {
            std::string swapped = number;
            std::swap(swapped[place], swapped[place + jump]);
            EXPECT_EQ(check(IdentifierKind::CaseNo, swapped).valid, swapped == number) << swapped;
        }
    }
}

TEST(Identifiers, whatIsShownIsMasked) {
    EXPECT_EQ(masked(IdentifierKind::ResidentId, "430400198503120011"), "430400********0011");
    EXPECT_EQ(masked(IdentifierKind::Phone, "13900000000"), "139****0000");
    EXPECT_EQ(masked(IdentifierKind::PassportCn, "E00000000"), "*******00");
    EXPECT_EQ(isoDate(*birthDateOf("430400198503120011")), "1985-03-12");
}

TEST(Identifiers, aCreditCodeWithAFalseInnerCheckIsNamedSo) {
    EXPECT_EQ(check(IdentifierKind::Uscc, "91430400MA00000AIW").reason, "charset");
    EXPECT_EQ(check(IdentifierKind::Uscc, "91430400MA00000A0").reason, "length");
    EXPECT_EQ(check(IdentifierKind::ItemBasicCode, "430199901000").reason, "ok");
    EXPECT_EQ(check(IdentifierKind::PlatformCaseNo, "11430400MB00001A9Q3430199901000202602300001").reason, "date");
    EXPECT_EQ(check(IdentifierKind::ItemImplCode, "11430400MB00001A8Q3430199901000").reason, "uscc");
    EXPECT_EQ(check(IdentifierKind::ItemHandleCode, "11430400MB00001A9Q343019990100001").reason, "ok");
}

TEST(Identifiers, nothingTypedBreaksTheChecks) {
    for (int kind = 0; kind <= static_cast<int>(IdentifierKind::ItemHandleCode); ++kind) {
        for (const std::string& typed : {std::string {}, std::string(10'000, '9'), std::string {"😀😀😀"},
                 std::string {"\xFF\xFE"}, std::string {"\0\0", 2}, std::string {"-"}, std::string {"+86"},
                 std::string {"转"}, std::string {"（）"}, std::string {"0"}, std::string {"00"}, std::string {"86"},
                 std::string {"((0734"}}) {
            EXPECT_FALSE(check(static_cast<IdentifierKind>(kind), typed).valid) << kind << ' ' << typed.substr(0, 20);
        }
    }
}

TEST(Identifiers, telephoneNumbersAreReadAsPeopleWriteThem) {
    const std::map<std::string, std::string> good {{"(0734)8000000", "0734-8000000"}, {"07348000000", "0734-8000000"},
        {"+86-734-8000000", "0734-8000000"}, {"+86 10 62000000", "010-62000000"}, {"010-62000000", "010-62000000"},
        {"8613900000000", "13900000000"}, {"139-0000-0000", "13900000000"}, {"12345", "12345"}};
    for (const auto& [typed, number] : good) {
        const Identification found = check(IdentifierKind::Phone, typed);
        EXPECT_TRUE(found.valid) << typed << ' ' << found.reason;
        EXPECT_EQ(found.normalized, number) << typed;
    }
    EXPECT_EQ(check(IdentifierKind::Phone, "8000000").reason, "length");
    EXPECT_EQ(check(IdentifierKind::Phone, "0734-1000000").reason, "first_digit");
}

} // namespace
} // namespace yichuang
