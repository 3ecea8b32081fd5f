// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/form.h>

#include <gmock/gmock.h>

#include <chrono>
#include <ostream>

namespace yichuang {

void PrintTo(const FormProblem& problem, std::ostream* out) {
    *out << problem.path << " " << problem.code;
    for (const auto& [name, value] : problem.arguments)
        *out << " " << name << "=" << value;
}

namespace {

using namespace std::chrono_literals;

constexpr CivilDate today = 2018y / 11 / 19;

FormField fieldOf(FieldType type) {
    FormField field;
    field.name = "f";
    field.type = type;
    return field;
}

FormValue readAs(const FormField& field, std::string_view typed) {
    const auto reading = readTyped(field, typed, today);
    EXPECT_EQ(reading.problems, std::vector<FormProblem> {}) << typed;
    EXPECT_TRUE(reading.value.has_value()) << typed;
    return reading.value.value_or(FormValue {});
}

std::string problemOf(const FormField& field, std::string_view typed) {
    const auto reading = readTyped(field, typed, today);
    EXPECT_EQ(reading.problems.size(), 1U) << typed;
    EXPECT_FALSE(reading.value.has_value()) << typed;
    return reading.problems.empty() ? std::string {} : reading.problems.front().code;
}

std::int64_t number(const FormField& field, std::string_view typed) {
    const auto value = readAs(field, typed);
    EXPECT_TRUE(std::holds_alternative<std::int64_t>(value)) << typed;
    return std::get<std::int64_t>(value);
}

std::string text(const FormField& field, std::string_view typed) {
    const auto value = readAs(field, typed);
    EXPECT_TRUE(std::holds_alternative<std::string>(value)) << typed;
    return std::get<std::string>(value);
}

const std::string paste(10'000, '9');

TEST(TypedValue, nothingTypedIsNoValueAndNoProblem) {
    for (const auto type :
        {FieldType::Text, FieldType::Integer, FieldType::Money, FieldType::Date, FieldType::Choice}) {
        for (const std::string_view typed : {"", "  ", "\t\n", "　"}) {
            const auto reading = readTyped(fieldOf(type), typed, today);
            EXPECT_FALSE(reading.value.has_value());
            EXPECT_TRUE(reading.problems.empty());
        }
    }
}

TEST(TypedValue, integersAreReadHalfAndFullWidth) {
    const auto field = fieldOf(FieldType::Integer);
    EXPECT_EQ(number(field, "42"), 42);
    EXPECT_EQ(number(field, "４２"), 42);
    EXPECT_EQ(number(field, " 1 200 "), 1200);
    EXPECT_EQ(number(field, "1,200"), 1200);
    EXPECT_EQ(number(field, "１，２００"), 1200);
    EXPECT_EQ(number(field, "-7"), -7);
    EXPECT_EQ(number(field, "−7"), -7);
    EXPECT_EQ(number(field, "007"), 7);
    EXPECT_EQ(problemOf(field, "12a"), "not_a_number");
    EXPECT_EQ(problemOf(field, "一百"), "not_a_number");
    EXPECT_EQ(problemOf(field, "🎭"), "not_a_number");
    EXPECT_EQ(problemOf(field, "1,2"), "not_a_number");
    EXPECT_EQ(problemOf(field, ",200"), "not_a_number");
    EXPECT_EQ(problemOf(field, "-"), "not_a_number");
    EXPECT_EQ(problemOf(field, "1.5"), "not_an_integer");
    EXPECT_EQ(problemOf(field, paste), "number_too_large");
    EXPECT_EQ(problemOf(field, "\xFF"), "bad_text");
}

TEST(TypedValue, limitsOfANumberAreToldAsTyped) {
    auto field = fieldOf(FieldType::Integer);
    field.minimum = 1;
    field.maximum = 500;
    EXPECT_EQ(number(field, "500"), 500);
    EXPECT_EQ(problemOf(field, "0"), "below_minimum");
    EXPECT_EQ(problemOf(field, "501"), "above_maximum");
}

TEST(TypedValue, moneyIsYuanTypedAndFenKept) {
    const auto field = fieldOf(FieldType::Money);
    EXPECT_EQ(number(field, "1200"), 120000);
    EXPECT_EQ(number(field, "1,200.5"), 120050);
    EXPECT_EQ(number(field, "￥1200.55"), 120055);
    EXPECT_EQ(number(field, "¥0.01"), 1);
    EXPECT_EQ(number(field, "1200元"), 120000);
    EXPECT_EQ(number(field, "５０万元"), 50000000);
    EXPECT_EQ(number(field, "1.2345万"), 1234500);
    EXPECT_EQ(number(field, "12.500"), 1250);
    EXPECT_EQ(problemOf(field, "0.005"), "too_many_decimals");
    EXPECT_EQ(problemOf(field, "1e5"), "not_a_number");
    EXPECT_EQ(problemOf(field, "元"), "not_a_number");
    EXPECT_EQ(problemOf(field, "."), "not_a_number");
    EXPECT_EQ(problemOf(field, "5."), "not_a_number");
    EXPECT_EQ(problemOf(field, paste), "number_too_large");
}

TEST(TypedValue, moneyShownIsReadBackAsTheSame) {
    const auto field = fieldOf(FieldType::Money);
    for (const std::int64_t fen : {0LL, 1LL, 10LL, 99LL, 100LL, 120050LL, 99999999999999999LL, -5LL})
        EXPECT_EQ(number(field, typedText(field, fen)), fen);
    EXPECT_EQ(typedText(field, std::int64_t {120050}), "1200.50");
    EXPECT_EQ(typedText(field, std::int64_t {INT64_MIN}), "-92233720368547758.08");
}

TEST(TypedValue, decimalsStayExact) {
    auto field = fieldOf(FieldType::Decimal);
    field.decimals = 2;
    field.minimum = 0;
    field.maximum = 100;
    EXPECT_EQ(text(field, "12.5"), "12.5");
    EXPECT_EQ(text(field, "１２．５"), "12.5");
    EXPECT_EQ(text(field, "0012.50"), "12.50");
    EXPECT_EQ(text(field, "100.000"), "100.00");
    EXPECT_EQ(problemOf(field, "12.345"), "too_many_decimals");
    EXPECT_EQ(problemOf(field, "100.01"), "above_maximum");
    EXPECT_EQ(problemOf(field, "-0.5"), "below_minimum");
    EXPECT_EQ(problemOf(field, "12,5"), "not_a_number");
    EXPECT_EQ(problemOf(field, "1.2.3"), "not_a_number");
    EXPECT_EQ(problemOf(field, paste), "number_too_large");
}

TEST(TypedValue, datesAreReadAsPeopleWriteThem) {
    const auto field = fieldOf(FieldType::Date);
    for (const std::string_view typed :
        {"2018-11-02", "2018/11/2", "2018.11.2", "2018年11月2日", "２０１８－１１－０２", "20181102"})
        EXPECT_EQ(text(field, typed), "2018-11-02");
    for (const std::string_view typed :
        {"2018-13-02", "2018年2月29日", "18/11/2", "2/11/2018", "农历二〇二〇年四月十四", "昨天", "🎭"})
        EXPECT_EQ(problemOf(field, typed), "no_such_date") << typed;
    EXPECT_EQ(problemOf(field, paste), "no_such_date");
    const auto reading = readTyped(field, "2018-13-02", today);
    EXPECT_EQ(reading.problems.front().arguments.at("reason"), "no_such_month");
}

TEST(TypedValue, yesAndNoAreReadInBothLanguages) {
    const auto field = fieldOf(FieldType::Boolean);
    for (const std::string_view typed : {"是", "有", "yes", "Y", "１"})
        EXPECT_EQ(readAs(field, typed), FormValue {true}) << typed;
    for (const std::string_view typed : {"否", "无", "no", "N", "0"})
        EXPECT_EQ(readAs(field, typed), FormValue {false}) << typed;
    EXPECT_EQ(problemOf(field, "也许"), "not_yes_or_no");
    EXPECT_EQ(readAs(field, typedText(field, true)), FormValue {true});
    EXPECT_EQ(readAs(field, typedText(field, false)), FormValue {false});
}

TEST(TypedValue, anAnswerIsReadByValueOrTitle) {
    auto field = fieldOf(FieldType::Choice);
    field.choices = {{"C1", "C1 小型汽车", "C1 car"}, {"D", "普通三轮摩托车", "Motorcycle"}};
    for (const std::string_view typed : {"C1", "c1", "Ｃ１", "C1 小型汽车", "c1 car", "C1小型汽车"})
        EXPECT_EQ(text(field, typed), "C1") << typed;
    EXPECT_EQ(problemOf(field, "C3"), "not_in_list");
    EXPECT_EQ(problemOf(field, paste), "not_in_list");
    EXPECT_EQ(typedText(field, std::string("D")), "普通三轮摩托车");
}

TEST(TypedValue, identifiersAreNormalisedAndToldWhy) {
    auto field = fieldOf(FieldType::Identifier);
    field.identifiers = {IdentifierKind::ResidentId};
    EXPECT_EQ(text(field, "４３０４００ 19850312 0011"), "430400198503120011");
    EXPECT_EQ(text(field, "43040019730815000x"), "43040019730815000X");
    const auto reading = readTyped(field, "430400198503120019", today);
    EXPECT_EQ(reading.problems,
        (std::vector<FormProblem> {{"f", "identifier", {{"kind", "resident_id"}, {"reason", "check_digit"}}}}));
    EXPECT_FALSE(reading.value.has_value());
    EXPECT_EQ(problemOf(field, paste), "identifier");
    EXPECT_EQ(problemOf(field, "🎭"), "identifier");
}

TEST(TypedValue, oneOfSeveralIdentifiersIsEnough) {
    auto field = fieldOf(FieldType::Identifier);
    field.identifiers = {IdentifierKind::Uscc, IdentifierKind::ResidentId};
    EXPECT_EQ(text(field, "430400198503120011"), "430400198503120011");
    EXPECT_EQ(text(field, "91430400ma00000a9q"), "91430400MA00000A9Q");
}

TEST(TypedValue, aCreditCodeToBeComparedIsKeptBesideItsProblem) {
    auto field = fieldOf(FieldType::Identifier);
    field.identifiers = {IdentifierKind::Uscc};
    const auto reading = readTyped(field, "９１430405 m0000h3t3b", today);
    ASSERT_EQ(reading.problems.size(), 1U);
    EXPECT_TRUE(reading.problems.front().keepable);
    EXPECT_EQ(reading.value, std::optional<FormValue> {std::string("91430405M0000H3T3B")});
}

TEST(TypedValue, namesKeepEveryCodePointAndOneDot) {
    auto field = fieldOf(FieldType::Text);
    field.personName = true;
    EXPECT_EQ(text(field, " 古丽测 ・ 艾试 "), "古丽测·艾试");
    for (const std::string_view name : {"测䶮", "测㛃", "𠮷测", "测𬱖", "测𰻝", "测﨣", "测"})
        EXPECT_EQ(text(field, name), name);
}

TEST(TypedValue, aPasteOfSeveralLinesBecomesOne) {
    auto field = fieldOf(FieldType::Text);
    EXPECT_EQ(text(field, "珠晖区某路\r\n12 号\t3 栋"), "珠晖区某路 12 号 3 栋");
    field.multiline = true;
    EXPECT_EQ(text(field, "一\r\n二"), "一\n二");
    EXPECT_EQ(problemOf(field, "响\x07铃"), "control_character");
}

TEST(TypedValue, lengthIsCountedInCharactersNotBytes) {
    auto field = fieldOf(FieldType::Text);
    field.maxLength = 3;
    EXPECT_EQ(text(field, "𠮷测🎭"), "𠮷测🎭");
    const auto reading = readTyped(field, "𠮷测🎭甲", today);
    EXPECT_EQ(reading.problems, (std::vector<FormProblem> {{"f", "too_long", {{"max", "3"}, {"length", "4"}}}}));
    field.minLength = 2;
    EXPECT_EQ(problemOf(field, "测"), "too_short");
    EXPECT_EQ(problemOf(field, paste), "too_long");
}

TEST(TypedValue, aListIsNotTyped) {
    EXPECT_EQ(problemOf(fieldOf(FieldType::List), "x"), "wrong_type");
    EXPECT_EQ(typedText(fieldOf(FieldType::List), std::vector<FormValues> {}), "");
}

TEST(TypedValue, aCircleOfConditionsShowsNothingAndEnds) {
    auto first = fieldOf(FieldType::Boolean);
    first.name = "a";
    first.shownWhen = FormCondition {"b", {"true"}};
    auto second = first;
    second.name = "b";
    second.shownWhen = FormCondition {"a", {"true"}};
    FormValues values;
    values.fields["a"] = true;
    values.fields["b"] = true;
    EXPECT_FALSE(isShown({first, second}, first, values));
}

} // namespace
} // namespace yichuang
