// SPDX-License-Identifier: GPL-3.0-or-later
#include "resource_files.h"

#include <yichuang/contract/form.h>

#include <gmock/gmock.h>

namespace yichuang {
namespace {

using Problems = std::vector<ItemProblem>;

/// A form of two fields, one of which hangs on the other; `more` goes into the schema, `field` into the first field.
std::string schemaWith(const std::string& field, const std::string& more = {}) {
    return R"({"type":"object","properties":{"first":{"title":"一","x-title-en":"One")" + field
        + R"(},"yes":{"type":"boolean","title":"二","x-title-en":"Two"}})" + more + "}";
}

TEST(FormSchema, aSoundFormHasNoProblem) {
    const auto report = parseForm(schemaWith(R"(,"type":"string","maxLength":20)", R"(,"required":["first","yes"])"));
    EXPECT_EQ(report.problems, Problems {});
    ASSERT_EQ(report.form.fields.size(), 2U);
    EXPECT_EQ(report.form.fields.front().title, "一");
    EXPECT_EQ(report.form.fields.front().titleEn, "One");
    EXPECT_EQ(report.form.fields.front().maxLength, 20);
    EXPECT_TRUE(report.form.fields.front().required);
}

TEST(FormSchema, anItemWithoutASchemaAsksNothing) {
    EXPECT_EQ(readForm("").value(), Form {});
}

TEST(FormSchema, fieldsComeInTheirOrder) {
    const auto report = parseForm(R"({"type":"object","properties":{
        "c":{"type":"boolean","title":"丙","x-title-en":"C"},
        "b":{"type":"boolean","title":"乙","x-title-en":"B","x-order":2},
        "a":{"type":"boolean","title":"甲","x-title-en":"A","x-order":1}}})");
    EXPECT_EQ(report.problems, Problems {});
    ASSERT_EQ(report.form.fields.size(), 3U);
    EXPECT_EQ(report.form.fields[0].name, "a");
    EXPECT_EQ(report.form.fields[1].name, "b");
    EXPECT_EQ(report.form.fields[2].name, "c");
}

TEST(FormSchema, everyTypeIsRead) {
    const auto typeOf = [](const std::string& field) {
        const auto report = parseForm(schemaWith(field));
        EXPECT_EQ(report.problems, Problems {}) << field;
        return report.form.fields.front().type;
    };
    EXPECT_EQ(typeOf(R"(,"type":"string")"), FieldType::Text);
    EXPECT_EQ(typeOf(R"(,"type":"string","format":"date","x-date":"past")"), FieldType::Date);
    EXPECT_EQ(typeOf(R"(,"type":"string","x-identifier":"uscc")"), FieldType::Identifier);
    EXPECT_EQ(typeOf(R"(,"type":"string","enum":["甲","乙"])"), FieldType::Choice);
    EXPECT_EQ(typeOf(R"(,"type":"string","x-decimals":2,"pattern":"^[0-9.]+$")"), FieldType::Decimal);
    EXPECT_EQ(typeOf(R"(,"type":"integer","minimum":1,"maximum":9)"), FieldType::Integer);
    EXPECT_EQ(typeOf(R"(,"type":"integer","x-money":"fen")"), FieldType::Money);
    EXPECT_EQ(typeOf(R"(,"type":"boolean")"), FieldType::Boolean);
    EXPECT_EQ(
        typeOf(
            R"(,"type":"array","items":{"type":"object","properties":{"n":{"type":"boolean","title":"内","x-title-en":"In"}}})"),
        FieldType::List);
}

struct Slip {
    std::string sentence;
    std::string schema;
    ItemProblem expected;
};
void PrintTo(const Slip& slip, std::ostream* out) {
    *out << slip.sentence;
}
class ASlipInASchema : public testing::TestWithParam<Slip> { };

TEST_P(ASlipInASchema, IsToldByFieldAndRule) {
    const auto report = parseForm(GetParam().schema);
    EXPECT_EQ(report.problems, Problems {GetParam().expected});
    EXPECT_EQ(report.usable(), GetParam().expected.severity == ProblemSeverity::Warning);
    EXPECT_EQ(readForm(GetParam().schema).has_value(), report.usable());
}

const std::string first = "/properties/first";
const std::string when = R"(,"type":"string","x-when":{"field":"yes","equals":true})";
const std::string choice = R"(,"type":"string","oneOf":[{"const":"a","title":"甲"},{"const":"b","title":"乙"}])";
const std::string row = R"("type":"object","properties":{"n":{"type":"boolean","title":"内","x-title-en":"In"}})";

const std::vector<Slip> slips {
    {"TextThatIsNoJson", "{\"type\":", {"", "truncated", {{"offset", "8"}}}},
    {"SomethingElse", "[1]", {"", "wrong_type", {{"expected", "object"}, {"found", "array"}}}},
    {"NoFields", R"({"type":"object","properties":{}})", {"/properties", "no_fields"}},
    {"NoProperties", R"({"type":"object"})", {"/properties", "missing"}},
    {"AnotherType", schemaWith(R"(,"type":"null")"),
        {first + "/type", "not_in_list", {{"value", "null"}, {"allowed", "string integer number boolean array"}}}},
    {"ABinaryFraction", schemaWith(R"(,"type":"number")"), {first + "/type", "number_not_exact"}},
    {"AKeywordThatNobodyChecks", schemaWith(R"(,"type":"string","pattern":"^a")"),
        {first + "/pattern", "keyword_unsupported", {{"keyword", "pattern"}}}},
    {"AReference", schemaWith(R"(,"type":"string","$ref":"#/a")"),
        {first + "/$ref", "keyword_unsupported", {{"keyword", "$ref"}}}},
    {"AnExtensionThatNobodyKnows", schemaWith(R"(,"type":"string","x-colour":"red")"),
        {first + "/x-colour", "unknown_member", {}, ProblemSeverity::Warning}},
    {"LimitsTheWrongWayRound", schemaWith(R"(,"type":"integer","minimum":9,"maximum":1)"),
        {first + "/maximum", "number_limits"}},
    {"LengthsTheWrongWayRound", schemaWith(R"(,"type":"string","minLength":9,"maxLength":1)"),
        {first + "/minLength", "length_limits"}},
    {"ALengthBeyondReason", schemaWith(R"(,"type":"string","maxLength":10001)"),
        {first + "/maxLength", "out_of_range", {{"min", "1"}, {"max", "10000"}, {"value", "10001"}}}},
    {"AnIdentifierThatNobodyKnows", schemaWith(R"(,"type":"string","x-identifier":"tax_no")"),
        {first + "/x-identifier", "unknown_identifier", {{"kind", "tax_no"}}}},
    {"AnotherFormat", schemaWith(R"(,"type":"string","format":"email")"),
        {first + "/format", "not_in_list", {{"value", "email"}, {"allowed", "date"}}}},
    {"AChoiceOfNothing", schemaWith(R"(,"type":"string","oneOf":[])"), {first, "choices_missing"}},
    {"AnAnswerThatStandsTwice",
        schemaWith(R"(,"type":"string","oneOf":[{"const":"a","title":"甲"},{"const":"a","title":"乙"}])"),
        {first + "/oneOf/1/const", "duplicate_choice", {{"value", "a"}}}},
    {"AListInAList",
        schemaWith(
            R"(,"type":"array","items":{"type":"object","properties":{"n":{"type":"array","title":"内","x-title-en":"In","items":{)"
            + row + "}}}}"),
        {first + "/items/properties/n", "nested_list"}},
    {"RowsTheWrongWayRound", schemaWith(R"(,"type":"array","minItems":3,"maxItems":2,"items":{)" + row + "}"),
        {first + "/minItems", "row_limits"}},
    {"ARequiredFieldThatIsNotThere", schemaWith(R"(,"type":"string")", R"(,"required":["third"])"),
        {"/required", "unknown_field", {{"field", "third"}}}},
    {"ARequiredFieldThatMayBeHidden", schemaWith(when, R"(,"required":["first"])"),
        {"/required", "required_but_hidden", {{"field", "first"}}}},
    {"AConditionOnAFieldThatIsNotThere", schemaWith(R"(,"type":"string","x-when":{"field":"third","equals":true})"),
        {first + "/x-when", "unknown_field", {{"field", "third"}}}},
    {"AConditionOnAnAnswerThatIsNotThere", schemaWith(R"(,"type":"string","x-when":{"field":"yes","equals":"maybe"})"),
        {first + "/x-when", "condition_value", {{"value", "maybe"}}}},
    {"AConditionThatHangsOnItself",
        schemaWith(choice.substr(0, choice.size()) + R"(,"x-when":{"field":"first","equals":"a"})"),
        {first + "/x-when", "condition_circle"}},
    {"AConditionOnFreeText",
        R"({"type":"object","properties":{"t":{"type":"string","title":"文","x-title-en":"T"},
            "u":{"type":"string","title":"字","x-title-en":"U","x-when":{"field":"t","equals":"x"}}}})",
        {"/properties/u/x-when", "condition_unsupported"}},
    {"AnIfThatNobodyUnderstands",
        schemaWith(
            R"(,"type":"string")", R"(,"if":{"properties":{"yes":{"const":true}}},"then":{"required":["first"]})"),
        {"", "condition_unsupported"}},
    {"AThenThatDemandsMore",
        schemaWith(R"(,"type":"string")",
            R"(,"allOf":[{"if":{"properties":{"yes":{"const":true}},"required":["yes"]},"then":{"properties":{}}}])"),
        {"/allOf/0", "condition_unsupported"}},
    {"TwoFieldsInOnePlace",
        R"({"type":"object","properties":{"a":{"type":"boolean","title":"甲","x-title-en":"A","x-order":1},
            "b":{"type":"boolean","title":"乙","x-title-en":"B","x-order":1}}})",
        {"/properties/b/x-order", "order_twice", {{"order", "1"}}}},
    {"AGroupThatIsNotThere", schemaWith(R"(,"type":"string","x-group":"g")"),
        {first + "/x-group", "unknown_group", {{"group", "g"}}}},
    {"ADateAfterSomethingElse", schemaWith(R"(,"type":"string","format":"date","x-not-before":"yes")"),
        {first + "/x-not-before", "not_before", {{"field", "yes"}}}},
    {"ANameInChinese", R"({"type":"object","properties":{"名称":{"type":"string","title":"名"}}})",
        {"/properties/名称", "bad_name"}},
    {"NoEnglishTitle", R"({"type":"object","properties":{"a":{"type":"string","title":"名"}}})",
        {"/properties/a/x-title-en", "title_en_missing", {}, ProblemSeverity::Warning}},
};

INSTANTIATE_TEST_SUITE_P(FormSchema, ASlipInASchema, testing::ValuesIn(slips),
    [](const testing::TestParamInfo<Slip>& slip) { return slip.param.sentence; });

TEST(FormSchema, ifAndThenMakeAFieldRequired) {
    const auto report = parseForm(schemaWith(R"(,"type":"string")",
        R"(,"if":{"properties":{"yes":{"const":true}},"required":["yes"]},"then":{"required":["first"]})"));
    ASSERT_EQ(report.problems, Problems {});
    FormValues values;
    EXPECT_TRUE(isShown(report.form, "first", values));
    EXPECT_FALSE(isRequired(report.form, "first", values));
    values.fields["yes"] = true;
    EXPECT_TRUE(isRequired(report.form, "first", values));
    const CivilDate today {std::chrono::year {2018}, std::chrono::month {11}, std::chrono::day {19}};
    EXPECT_EQ(validateForm(report.form, values, today), (std::vector<FormProblem> {{"first", "missing"}}));
    values.fields["yes"] = false;
    EXPECT_EQ(validateForm(report.form, values, today), std::vector<FormProblem> {});
}

TEST(FormSchema, aSchemaCutOffAnywhereIsAProblemAndNoCrash) {
    const auto items = parseCatalogue(resource("items/hengyang-sample.json")).items;
    ASSERT_EQ(items.size(), 28U);
    for (const auto& item : items) {
        for (std::size_t length = 0; length < item.formSchema.size(); length += 97)
            ASSERT_FALSE(parseForm(std::string_view(item.formSchema).substr(0, length)).usable()) << item.id.value();
    }
}

} // namespace
} // namespace yichuang
