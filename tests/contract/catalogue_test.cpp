// SPDX-License-Identifier: GPL-3.0-or-later
#include "resource_files.h"

#include <boost/json.hpp>

#include <gmock/gmock.h>

#include <functional>
#include <set>

namespace yichuang {
namespace {

namespace bj = boost::json;

const std::string& sampleText() {
    static const std::string text = resource("items/hengyang-sample.json");
    return text;
}

/// The sample catalogue with one thing changed in the item of that index.
CatalogueReport withItem(std::size_t index, const std::function<void(bj::object&)>& change) {
    bj::value file = bj::parse(sampleText());
    change(file.at("items").at(index).as_object());
    return parseCatalogue(bj::serialize(file));
}

struct Mutation {
    std::string sentence;
    std::size_t item;
    std::function<void(bj::object&)> change;
    ImportProblem expected;
};

void PrintTo(const Mutation& mutation, std::ostream* out) {
    *out << mutation.sentence;
}

class AFaultyItem : public testing::TestWithParam<Mutation> { };

TEST_P(AFaultyItem, IsToldByItemFieldAndRule) {
    const auto& [sentence, index, change, expected] = GetParam();
    const auto report = withItem(index, change);
    ASSERT_EQ(errorsIn(report.problems), std::vector {expected}) << describe(report.problems);
    EXPECT_FALSE(report.importable());
    EXPECT_EQ(report.items.size(), 27U);
}

bj::object& at(bj::object& item, const char* list, std::size_t index) {
    return item.at(list).at(index).as_object();
}

const std::string long10000(10'000, 'x');
const std::string longInBytes = [] {
    std::string id;
    for (int i = 0; i < 49; ++i)
        id += "😀";
    return id;
}();

const std::vector<Mutation> mutations {
    {"APromiseAboveTheCeilingNeedsAReason", 0,
        [](bj::object& item) {
            item["promised_workdays"] = 2;
            at(item, "steps", 0)["limit_workdays"] = 2;
        },
        {"SAMPLE-001", "/items/0/promised_workdays", "promise_over_ceiling", {{"promised", "2"}, {"ceiling", "1"}}}},
    {"OnlyACommitmentIsExceptedFromTheCeiling", 0,
        [](bj::object& item) {
            item["promised_workdays"] = 2;
            item["promise_exception"] = "特别法";
            at(item, "steps", 0)["limit_workdays"] = 2;
        },
        {"SAMPLE-001", "/items/0/promised_workdays", "promise_over_ceiling", {{"promised", "2"}, {"ceiling", "1"}}}},
    {"APromiseIsNotLongerThanTheLaw", 17,
        [](bj::object& item) {
            item["promised_workdays"] = 16;
            item["promise_exception"] = "特别法";
            at(item, "steps", 1)["limit_workdays"] = 12;
        },
        {"SAMPLE-028", "/items/17/promised_workdays", "promise_over_statutory",
            {{"promised", "16"}, {"statutory", "15"}}}},
    {"StepsAddUpToThePromise", 8, [](bj::object& item) { at(item, "steps", 0)["limit_workdays"] = 1; },
        {"SAMPLE-013", "/items/8/steps", "steps_sum", {{"sum", "2"}, {"promised", "3"}}}},
    {"ACommitmentCaseHasThreeSteps", 15,
        [](bj::object& item) {
            item.at("steps").as_array().pop_back();
            at(item, "steps", 1)["limit_workdays"] = 6;
        },
        {"SAMPLE-026", "/items/15/steps", "steps_count", {{"steps", "2"}, {"expected", "3"}}}},
    {"AStepTakesADayOrMore", 8,
        [](bj::object& item) {
            at(item, "steps", 0)["limit_workdays"] = 0;
            at(item, "steps", 1)["limit_workdays"] = 3;
        },
        {"SAMPLE-013", "/items/8/steps/0/limit_workdays", "step_limit", {}}},
    {"AMaterialIsTolerableOnlyInThatMode", 0, [](bj::object& item) { at(item, "materials", 2)["tolerable"] = true; },
        {"SAMPLE-001", "/items/0/materials/2/tolerable", "tolerable_without_mode", {{"material", "3"}}}},
    {"AnImmediateItemTolerantlyAcceptedIsNone", 0,
        [](bj::object& item) { item["handling_modes"] = {"standard", "tolerance"}; },
        {"SAMPLE-001", "/items/0/handling_modes", "tolerance_immediate", {}}},
    {"AModeStandsOnce", 0, [](bj::object& item) { item["handling_modes"] = {"standard", "standard"}; },
        {"SAMPLE-001", "/items/0/handling_modes/1", "duplicate_mode", {}}},
    {"AModeIsOneOfTheFive", 0, [](bj::object& item) { item["handling_modes"] = {"standard", "fast"}; },
        {"SAMPLE-001", "/items/0/handling_modes/1", "not_in_list",
            {{"value", "fast"}, {"allowed", "standard tolerance notify_and_commit simulated parallel"}}}},
    {"WhatStopsTheClockHasABasis", 16, [](bj::object& item) { at(item, "special_procedures", 0)["basis"] = " "; },
        {"SAMPLE-027", "/items/16/special_procedures/0/stops_clock", "special_basis", {{"type", "专家评审"}}}},
    {"ASurveyDoesNotStopTheClockByArticle45", 16,
        [](bj::object& item) { at(item, "special_procedures", 0)["type"] = "现场踏勘"; },
        {"SAMPLE-027", "/items/16/special_procedures/0/type", "special_not_listed", {{"type", "现场踏勘"}}}},
    {"Article45IsKnownHoweverItIsWritten", 16,
        [](bj::object& item) {
            at(item, "special_procedures", 0)["type"] = "现场踏勘";
            at(item, "special_procedures", 0)["basis"] = "《中华人民共和国行政许可法》第 45 条";
        },
        {"SAMPLE-027", "/items/16/special_procedures/0/type", "special_not_listed", {{"type", "现场踏勘"}}}},
    {"ACorrectionNoticeComesWithinFiveDays", 0,
        [](bj::object& item) { item.at("correction_notice").as_object()["days"] = 6; },
        {"SAMPLE-001", "/items/0/correction_notice/days", "correction_window", {{"days", "6"}, {"max", "5"}}}},
    {"AnExtensionHasABasis", 0, [](bj::object& item) { item.at("extension").as_object()["basis"] = ""; },
        {"SAMPLE-001", "/items/0/extension/basis", "extension_basis", {}}},
    {"AnExtensionKeepsToTheLicensingAct", 6,
        [](bj::object& item) { item.at("extension").as_object()["max_days"] = 11; },
        {"SAMPLE-011", "/items/6/extension/max_days", "extension_over_law", {{"days", "11"}, {"max", "10"}}}},
    {"Article42IsKnownHoweverItIsWritten", 6,
        [](bj::object& item) {
            item.at("extension").as_object()["max_days"] = 11;
            item.at("extension").as_object()["basis"] = "《行政许可法》第四十二条第一款";
        },
        {"SAMPLE-011", "/items/6/extension/max_days", "extension_over_law", {{"days", "11"}, {"max", "10"}}}},
    {"NoCopiesMeansShownAndHandedBack", 0, [](bj::object& item) { at(item, "materials", 0)["copies"] = 0; },
        {"SAMPLE-001", "/items/0/materials/0/copies", "copies_inspection", {{"material", "1"}}}},
    {"AConditionalMaterialSaysWhen", 0, [](bj::object& item) { at(item, "materials", 3)["condition"] = ""; },
        {"SAMPLE-001", "/items/0/materials/3/condition", "condition_missing", {{"material", "4"}}}},
    {"AFormHangsNoMaterialOnAnAnswerThatTheItemLacks", 0,
        [](bj::object& item) { item.at("form").at("x-materials").at(0).as_object()["material"] = 9; },
        {"SAMPLE-001", "/items/0/form/x-materials", "unknown_material", {{"material", "9"}}}},
    {"AMaterialHangsOnAFieldOfTheForm", 0,
        [](bj::object& item) { item.at("form").at("x-materials").at(0).as_object()["field"] = "no_such"; },
        {"SAMPLE-001", "/items/0/form/x-materials/0", "unknown_field", {{"field", "no_such"}}}},
    {"MaterialsAreNumberedUpwards", 0, [](bj::object& item) { at(item, "materials", 1)["seq"] = 1; },
        {"SAMPLE-001", "/items/0/materials/1/seq", "material_sequence", {{"material", "1"}}}},
    {"AFeeIsNotNegative", 2, [](bj::object& item) { at(item, "fees", 0)["fen"] = -1; },
        {"SAMPLE-004", "/items/2/fees/0/fen", "fee_negative", {{"fee", "机动车驾驶证工本费"}}}},
    {"AFeeIsWholeFen", 2, [](bj::object& item) { at(item, "fees", 0)["fen"] = 10.5; },
        {"SAMPLE-004", "/items/2/fees/0/fen", "floating_point", {}}},
    {"EnquiryAndComplaintHaveTwoNumbers", 0,
        [](bj::object& item) {
            const bj::value enquiry = item.at("contact_phone"); // a new member may move the others
            item["supervision_phone"] = enquiry;
        },
        {"SAMPLE-001", "/items/0/supervision_phone", "phones_equal", {}}},
    {"OneNumberWrittenTwiceIsStillOne", 0,
        [](bj::object& item) {
            item["contact_phone"] = "13900000000";
            item["supervision_phone"] = "+86 139 0000 0000";
        },
        {"SAMPLE-001", "/items/0/supervision_phone", "phones_equal", {}}},
    {"APhoneIsAPhone", 0, [](bj::object& item) { item["contact_phone"] = "0734-0000000"; },
        {"SAMPLE-001", "/items/0/contact_phone", "phone", {{"reason", "first_digit"}}}},
    {"AnImplementationCodeHasALevel", 0,
        [](bj::object& item) { item["impl_code_sample"] = "11430400MB00001A9Q9430199901000"; },
        {"SAMPLE-001", "/items/0/impl_code_sample", "code", {{"profile", "item_impl_code"}, {"reason", "level"}}}},
    {"ACodeHas64CharactersAtMost", 0, [](bj::object& item) { item["impl_code_sample"] = std::string(65, '7'); },
        {"SAMPLE-001", "/items/0/impl_code_sample", "code_length", {{"length", "65"}, {"max", "64"}}}},
    {"AnIdFitsIntoTheNameOfItsStream", 0, [](bj::object& item) { item["item_id"] = longInBytes; },
        {longInBytes, "/items/0/item_id", "code_length", {{"length", "196"}, {"max", "195"}, {"unit", "bytes"}}}},
    {"ATitleIsThere", 0, [](bj::object& item) { item.erase("title"); },
        {"SAMPLE-001", "/items/0/title", "missing", {}}},
    {"ATitleIsNotBlank", 0, [](bj::object& item) { item["title"] = "  "; },
        {"SAMPLE-001", "/items/0/title", "empty", {}}},
    {"ATitleIsNoPasteOfTenThousandCharacters", 0, [](bj::object& item) { item["title"] = long10000; },
        {"SAMPLE-001", "/items/0/title", "too_long", {{"max", "1000"}, {"length", "10000"}}}},
    {"ATitleIsText", 0, [](bj::object& item) { item["title"] = 7; },
        {"SAMPLE-001", "/items/0/title", "wrong_type", {{"expected", "string"}, {"found", "integer"}}}},
    {"ATitleHoldsNoControlCharacter", 0, [](bj::object& item) { item["title"] = "设立\x07登记"; },
        {"SAMPLE-001", "/items/0/title", "control_character", {}}},
    {"MaterialsAreAList", 0, [](bj::object& item) { item["materials"] = "营业执照"; },
        {"SAMPLE-001", "/items/0/materials", "wrong_type", {{"expected", "array"}, {"found", "string"}}}},
    {"AMaterialIsAnObject", 0, [](bj::object& item) { item.at("materials").as_array()[1] = nullptr; },
        {"SAMPLE-001", "/items/0/materials/1", "wrong_type", {{"expected", "object"}, {"found", "null"}}}},
    {"ADateExists", 0, [](bj::object& item) { item["valid_from"] = "2018-02-30"; },
        {"SAMPLE-001", "/items/0/valid_from", "not_a_date", {{"value", "2018-02-30"}}}},
    {"ALimitIsNotZero", 0, [](bj::object& item) { item["promised_workdays"] = 0; },
        {"SAMPLE-001", "/items/0/promised_workdays", "out_of_range", {{"min", "1"}, {"max", "3650"}, {"value", "0"}}}},
    {"DaysHaveAUnit", 0, [](bj::object& item) { item.at("statutory").as_object()["unit"] = nullptr; },
        {"SAMPLE-001", "/items/0/statutory/unit", "missing", {}}},
    {"ACaseTypeIsOneOfThree", 0, [](bj::object& item) { item["case_type"] = "即办件"; },
        {"SAMPLE-001", "/items/0/case_type", "not_in_list",
            {{"value", "即办件"}, {"allowed", "immediate one_review_one_approve commitment"}}}},
    {"AnItemHasAnId", 0, [](bj::object& item) { item.erase("item_id"); }, {"#1", "/items/0/item_id", "missing", {}}},
    {"AnItemStandsOnce", 5, [](bj::object& item) { item["item_id"] = "SAMPLE-001"; },
        {"SAMPLE-001", "/items/5/item_id", "duplicate_item", {{"first", "/items/0"}}}},
    {"AFormFieldHasATitle", 0,
        [](bj::object& item) { item.at("form").at("properties").at("business_place").as_object().erase("title"); },
        {"SAMPLE-001", "/items/0/form/properties/business_place/title", "title_missing", {}}},
    {"AFormKeywordThatNobodyChecksIsRefused", 0,
        [](bj::object& item) {
            item.at("form").at("properties").at("business_place").as_object()["not"] = bj::object {};
        },
        {"SAMPLE-001", "/items/0/form/properties/business_place/not", "keyword_unsupported", {{"keyword", "not"}}}},
};

INSTANTIATE_TEST_SUITE_P(Catalogue, AFaultyItem, testing::ValuesIn(mutations),
    [](const testing::TestParamInfo<Mutation>& mutation) { return mutation.param.sentence; });

TEST(Catalogue, theSampleOfTheHallIsPublishedWithoutAProblem) {
    const auto report = parseCatalogue(sampleText());
    EXPECT_TRUE(report.problems.empty()) << describe(report.problems);
    EXPECT_TRUE(report.importable());
    EXPECT_EQ(report.items.size(), 28U);
}

TEST(Catalogue, everySampleItemSpeaksEnglishToo) {
    for (const auto& item : parseCatalogue(sampleText()).items) {
        EXPECT_FALSE(item.titleEn.empty()) << item.id.value();
        EXPECT_FALSE(item.departmentEn.empty()) << item.id.value();
        EXPECT_FALSE(item.resultEn.empty()) << item.id.value();
        for (const auto& material : item.materials) {
            EXPECT_FALSE(material.nameEn.empty()) << item.id.value() << material.name;
            EXPECT_EQ(material.condition.empty(), material.conditionEn.empty()) << item.id.value() << material.name;
        }
    }
}

TEST(Catalogue, anItemComesBackFromItsHallEntryAsItWas) {
    for (const auto& item : parseCatalogue(sampleText()).items) {
        const auto back = parseItem(encodeItem(item));
        ASSERT_TRUE(back) << item.id.value() << back.error().arguments.at("rule");
        EXPECT_EQ(*back, item) << item.id.value();
    }
}

std::vector<ImportProblem> problemsOf(std::string_view text) {
    return parseCatalogue(text).problems;
}

TEST(Catalogue, aFileWithoutFormsIsTakenWithWarnings) {
    const auto report = parseCatalogue(fixture("catalogue-without-forms.json"));
    EXPECT_TRUE(report.importable()) << describe(report.problems);
    EXPECT_EQ(report.items.size(), 28U);
    EXPECT_TRUE(errorsIn(report.problems).empty());
    EXPECT_THAT(report.problems,
        testing::Contains(ImportProblem {"SAMPLE-001", "/items/0/form", "form_missing", {}, ProblemSeverity::Warning}));
}

TEST(Catalogue, aFileCutOffAnywhereGivesOneProblemWithItsPlace) {
    const std::string& text = sampleText();
    const auto last = text.find_last_of('}');
    for (std::size_t length = 0; length <= last; length += 97) {
        const auto report = parseCatalogue(std::string_view(text).substr(0, length));
        ASSERT_EQ(report.problems.size(), 1U) << length;
        ASSERT_TRUE(report.items.empty()) << length;
        const auto& problem = report.problems.front();
        if (length == 0) {
            ASSERT_EQ(problem.rule, "empty_file");
            continue;
        }
        ASSERT_EQ(problem.rule, "truncated") << length;
        // The reader stops at the end, or at most one character before it.
        ASSERT_GE(std::stoul(problem.arguments.at("offset")) + 4, length);
        ASSERT_LE(std::stoul(problem.arguments.at("offset")), length);
        const auto lines
            = static_cast<unsigned long>(std::count(text.begin(), text.begin() + static_cast<long>(length), '\n'));
        ASSERT_LE(std::stoul(problem.arguments.at("line")), lines + 1);
        ASSERT_GE(std::stoul(problem.arguments.at("line")) + 1, lines + 1);
    }
}

TEST(Catalogue, anyByteChangedNeverCrashesTheReader) {
    const std::string& text = sampleText();
    std::size_t told = 0;
    for (std::size_t at = 11; at < text.size(); at += 4999) {
        for (const char byte : {'"', '}', '\0', '\xFF', '7'}) {
            std::string changed = text;
            changed[at] = byte;
            told += problemsOf(changed).empty() ? 0 : 1;
        }
    }
    EXPECT_GT(told, 0U);
}

TEST(Catalogue, aForeignFileIsKnownByItsContent) {
    const auto kindOf = [](std::string_view text) {
        const auto problems = problemsOf(text);
        EXPECT_EQ(problems.size(), 1U);
        EXPECT_EQ(problems.front().rule, "foreign_file");
        EXPECT_EQ(problems.front().subject, "");
        return problems.front().arguments.at("kind");
    };
    EXPECT_EQ(kindOf(fixture("C26_old_xls_renamed.xlsx")), "xls");
    EXPECT_EQ(kindOf(fixture("C24_merged_hidden_formula.xlsx")), "xlsx");
    EXPECT_EQ(kindOf("<!DOCTYPE html><html><body>登录</body></html>"), "html");
    EXPECT_EQ(kindOf("\xEF\xBB\xBF\n<html>"), "html");
    EXPECT_EQ(kindOf("%PDF-1.7"), "pdf");
    EXPECT_EQ(kindOf(std::string("SQLite format 3\0 ...", 20)), "sqlite");
    EXPECT_EQ(kindOf("{\"\xCA\xC2\xCF\xEE\": 1}"), "not_utf8"); // 事项 in GBK
    EXPECT_EQ(kindOf(std::string("{\0\"\0", 4)), "utf16");
    EXPECT_EQ(kindOf(resource("demo/staff.json")), "json");
    EXPECT_EQ(kindOf("[]"), "json");
    EXPECT_EQ(kindOf("7"), "json");
    EXPECT_EQ(kindOf("null"), "json");
}

TEST(Catalogue, anotherSystemsExportIsToldByItsMembers) {
    EXPECT_EQ(problemsOf(fixture("C26_item_long_code.json")),
        (std::vector<ImportProblem> {
            {"", "", "foreign_file", {{"kind", "json"}, {"members", "task_name catalog_code task_code"}}}}));
}

TEST(Catalogue, aLongCodeOfAnotherProvinceIsKeptWhole) {
    const std::string code = "511Z07001006-511602000000-000-11511301008778183N-1-00";
    const auto report = withItem(0, [&](bj::object& item) { item["impl_code_sample"] = code; });
    EXPECT_TRUE(report.importable()) << describe(report.problems);
    EXPECT_EQ(report.items.front().implementationCode, code);
    const auto profile = codeProfileOf(code);
    EXPECT_EQ(profile.profile, "unknown");
    EXPECT_EQ(profile.creditCode, "11511301008778183N");
    const auto longest = withItem(0, [](bj::object& item) { item["item_id"] = std::string(64, '9'); });
    EXPECT_TRUE(longest.importable()) << describe(longest.problems);
    EXPECT_EQ(longest.items.front().id.value(), std::string(64, '9'));
}

TEST(Catalogue, nationalCodesAreJudgedByTheirOwnProfile) {
    EXPECT_EQ(codeProfileOf("12441500196720244T3442199806003").profile, "item_impl_code");
    EXPECT_EQ(codeProfileOf("12441500196720244T3442199806003").reason, "ok");
    EXPECT_EQ(codeProfileOf("12441500196720244T3442199806003").creditCode, "12441500196720244T");
    EXPECT_EQ(codeProfileOf("430199901000").profile, "item_basic_code");
    EXPECT_EQ(codeProfileOf("").profile, "unknown");
}

TEST(Catalogue, brokenTextIsToldWithLineAndColumn) {
    const auto problems = problemsOf("{\"items\": [\n  {\"标题\": tru}\n]}");
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.front().rule, "syntax");
    EXPECT_EQ(problems.front().arguments.at("line"), "2");
    EXPECT_EQ(problems.front().arguments.at("column"), "10");
}

TEST(Catalogue, aTowerOfBracketsIsRefusedNotClimbed) {
    const std::string bomb = "{\"items\": " + std::string(200'000, '[');
    EXPECT_EQ(problemsOf(bomb).front().rule, "too_deep");
    const std::string objects = [] {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += "{\"a\":";
        return text;
    }();
    EXPECT_EQ(problemsOf(objects).front().rule, "too_deep");
}

TEST(Catalogue, aMemberThatStandsTwiceIsTold) {
    std::string text = sampleText();
    const std::string member = "\"title\": \"个体工商户设立登记\",";
    text.insert(text.find(member), member);
    const auto report = parseCatalogue(text);
    EXPECT_EQ(
        errorsIn(report.problems), (std::vector<ImportProblem> {{"SAMPLE-001", "/items/0/title", "duplicate_member"}}));
}

TEST(Catalogue, aMisspeltMemberIsAWarning) {
    const auto report = withItem(0, [](bj::object& item) { item["promised_workday"] = 1; });
    EXPECT_EQ(report.problems,
        (std::vector<ImportProblem> {
            {"SAMPLE-001", "/items/0/promised_workday", "unknown_member", {}, ProblemSeverity::Warning}}));
    EXPECT_TRUE(report.importable());
}

TEST(Catalogue, anEmptyListIsNoCatalogue) {
    EXPECT_EQ(problemsOf("{\"items\": []}"), (std::vector<ImportProblem> {{"", "/items", "no_items"}}));
    EXPECT_EQ(problemsOf("{\"items\": {}}"),
        (std::vector<ImportProblem> {{"", "/items", "wrong_type", {{"expected", "array"}, {"found", "object"}}}}));
    EXPECT_EQ(problemsOf("  \n"), (std::vector<ImportProblem> {{"", "", "empty_file"}}));
}

TEST(Catalogue, aFileOfANewerFormatIsNotGuessedAt) {
    std::string text = sampleText();
    const std::string version = "\"format_version\": 1";
    text.replace(text.find(version), version.size(), "\"format_version\": 2");
    EXPECT_EQ(problemsOf(text),
        (std::vector<ImportProblem> {
            {"", "/meta/format_version", "format_version", {{"found", "2"}, {"known", "1"}}}}));
}

TEST(Catalogue, aCountThatDoesNotFitTellsOfAMissingTail) {
    bj::value file = bj::parse(sampleText());
    file.at("items").as_array().pop_back();
    EXPECT_EQ(problemsOf(bj::serialize(file)),
        (std::vector<ImportProblem> {{"", "/meta/count", "count", {{"found", "27"}, {"stated", "28"}}}}));
}

TEST(Catalogue, anItemFactOfTheWrongFormIsAnErrorNotACrash) {
    EXPECT_EQ(parseItem("").error().code, "item.form");
    EXPECT_EQ(parseItem("[1]").error().code, "item.form");
    EXPECT_EQ(parseItem("{\"id\": 7}").error().code, "item.form");
    const auto items = parseCatalogue(sampleText()).items;
    ASSERT_FALSE(items.empty());
    const std::string text = encodeItem(items.front());
    for (std::size_t length = 0; length < text.size(); length += 97)
        ASSERT_FALSE(parseItem(std::string_view(text).substr(0, length))) << length;
}

} // namespace
} // namespace yichuang
