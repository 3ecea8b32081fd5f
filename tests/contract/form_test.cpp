// SPDX-License-Identifier: GPL-3.0-or-later
#include "resource_files.h"

#include <yichuang/contract/form.h>

#include <gmock/gmock.h>

#include <functional>
#include <map>
#include <set>

namespace yichuang {

void PrintTo(const FormProblem& problem, std::ostream* out) {
    *out << problem.path << " " << problem.code;
    for (const auto& [name, value] : problem.arguments)
        *out << " " << name << "=" << value;
}

namespace {

using namespace std::chrono_literals;
using Problems = std::vector<FormProblem>;

constexpr CivilDate today = 2018y / 11 / 19;

const std::map<std::string, Form>& sampleForms() {
    static const auto forms = [] {
        std::map<std::string, Form> read;
        for (const auto& item : parseCatalogue(resource("items/hengyang-sample.json")).items) {
            auto form = readForm(item.formSchema);
            EXPECT_TRUE(form) << item.id.value();
            if (form)
                read.emplace(item.id.value(), std::move(*form));
        }
        return read;
    }();
    return forms;
}

std::string goodIdentifier(IdentifierKind kind) {
    switch (kind) {
    case IdentifierKind::ResidentId:
        return "430400198503120011";
    case IdentifierKind::HmtResidence:
        return "820000198808080007";
    case IdentifierKind::Uscc:
        return "91430400MA00000A9Q";
    case IdentifierKind::Phone:
        return "13900000000";
    default:
        ADD_FAILURE() << toText(kind);
        return {};
    }
}

FormValues goodRow(const std::vector<FormField>& fields, const std::map<std::string, FormValue>& given);

FormValue goodValue(const FormField& field) {
    switch (field.type) {
    case FieldType::Text:
        return std::string(static_cast<std::size_t>(std::max(field.minLength, 1)), '1');
    case FieldType::Integer:
    case FieldType::Money:
        return field.minimum.value_or(0);
    case FieldType::Decimal:
        return std::to_string(field.minimum.value_or(0));
    case FieldType::Date:
        return std::string("2018-11-19");
    case FieldType::Boolean:
        return false;
    case FieldType::Choice:
        return field.choices.front().value;
    case FieldType::Identifier:
        return goodIdentifier(field.identifiers.front());
    case FieldType::List: {
        std::vector<FormValues> rows;
        for (int i = 0; i < std::max(field.minRows, 1); ++i)
            rows.push_back(goodRow(field.columns, {}));
        return rows;
    }
    }
    return {};
}

/// Everything that is shown filled in, with these values given.
FormValues goodRow(const std::vector<FormField>& fields, const std::map<std::string, FormValue>& given) {
    FormValues values;
    // What another field hangs on is filled first, wherever it stands.
    for (std::size_t round = 0; round < 3; ++round) {
        for (const auto& field : fields) {
            if (!isShown(fields, field, values))
                continue;
            const auto found = given.find(field.name);
            values.fields.insert_or_assign(field.name, found == given.end() ? goodValue(field) : found->second);
        }
    }
    return values;
}

/// One good filling for each answer of each choice and each yes and no: so every field of every form is shown in one of
/// them.
std::vector<FormValues> goodFillings(const Form& form) {
    std::vector<FormValues> fillings {goodRow(form.fields, {})};
    for (const auto& field : form.fields) {
        if (field.type == FieldType::Boolean)
            fillings.push_back(goodRow(form.fields, {{field.name, true}}));
        for (const auto& choice : field.choices)
            fillings.push_back(goodRow(form.fields, {{field.name, choice.value}}));
    }
    return fillings;
}

TEST(ItemForm, everySampleItemHasAFormOfItsOwn) {
    ASSERT_EQ(sampleForms().size(), 28U);
    std::set<std::set<std::string>> sets;
    std::set<std::string> titles;
    for (const auto& [id, form] : sampleForms()) {
        std::set<std::string> names;
        for (const auto& field : form.fields) {
            names.insert(field.name);
            EXPECT_FALSE(field.title.empty()) << id << field.name;
            EXPECT_FALSE(field.titleEn.empty()) << id << field.name;
            EXPECT_EQ(field.hint.empty(), field.hintEn.empty()) << id << field.name;
            for (const auto& choice : field.choices)
                EXPECT_FALSE(choice.titleEn.empty()) << id << field.name << choice.value;
        }
        EXPECT_GE(form.fields.size(), 5U) << id;
        EXPECT_LE(form.fields.size(), 40U) << id;
        EXPECT_TRUE(sets.insert(names).second) << id;
        EXPECT_TRUE(titles.insert(form.title).second) << id;
    }
}

TEST(ItemForm, thePerformanceAsksForSevenFieldsAndSevenMaterials) {
    const auto items = parseCatalogue(resource("items/hengyang-sample.json")).items;
    const auto item = std::ranges::find(items, ItemId("SAMPLE-016"), &Item::id);
    ASSERT_NE(item, items.end());
    EXPECT_EQ(item->caseType, CaseType::OneReviewOneApprove);
    EXPECT_EQ(item->materials.size(), 7U);
    const auto& form = sampleForms().at("SAMPLE-016");
    ASSERT_EQ(form.fields.size(), 7U);
    for (const auto& field : form.fields) {
        EXPECT_TRUE(field.required) << field.name;
        EXPECT_FALSE(field.shownWhen) << field.name;
        EXPECT_NE(field.type, FieldType::List) << field.name;
    }
}

TEST(ItemForm, everyGoodFillingOfEveryFormIsTaken) {
    for (const auto& [id, form] : sampleForms()) {
        std::set<std::string> seen;
        for (const auto& values : goodFillings(form)) {
            EXPECT_EQ(validateForm(form, values, today), Problems {}) << id;
            for (const auto& [name, value] : values.fields)
                seen.insert(name);
        }
        EXPECT_EQ(seen.size(), form.fields.size()) << id << ": a field that no answer shows";
    }
}

/// What is put in place of a good value, and how it must be told.
struct Spoilt {
    FormValue value;
    std::string code;
    std::string below; ///< path below the field
};

std::vector<Spoilt> spoiltValues(const FormField& field) {
    const std::string paste(10'000, 'x');
    switch (field.type) {
    case FieldType::Text:
        return {{paste, "too_long", {}}, {std::string("\xFF\xFE"), "bad_text", {}},
            {goodValue(field).index() == 0 ? FormValue {std::get<std::string>(goodValue(field)) + "\x07"}
                                           : FormValue {},
                "control_character", {}},
            {std::int64_t {7}, "wrong_type", {}}};
    case FieldType::Integer:
    case FieldType::Money:
        return {{*field.minimum - 1, "below_minimum", {}}, {*field.maximum + 1, "above_maximum", {}},
            {std::string("12"), "wrong_type", {}}};
    case FieldType::Decimal:
        return {{std::string("１２"), "not_a_number", {}}, {paste, "not_a_number", {}},
            {std::string("-1"), "not_a_number", {}}, {std::string("0.123456789"), "too_many_decimals", {}},
            {std::string("1234567890123"), "number_too_large", {}},
            {std::to_string(*field.maximum + 1), "above_maximum", {}}, {true, "wrong_type", {}}};
    case FieldType::Date:
        return {{std::string("2018-13-02"), "no_such_date", {}}, {std::string("2018-02-29"), "no_such_date", {}},
            {std::string("2018/11/02"), "no_such_date", {}}, {paste, "no_such_date", {}},
            {std::string("🎭"), "no_such_date", {}}, {std::int64_t {20181119}, "wrong_type", {}}};
    case FieldType::Boolean:
        return {{std::string("是"), "wrong_type", {}}};
    case FieldType::Choice:
        return {
            {std::string("no such answer"), "not_in_list", {}}, {paste, "not_in_list", {}}, {false, "wrong_type", {}}};
    case FieldType::Identifier:
        return {{std::string("430400198503120019"), "identifier", {}}, {paste, "identifier", {}},
            {std::string("🎭"), "identifier", {}}, {std::int64_t {1}, "wrong_type", {}}};
    case FieldType::List: {
        std::vector<FormValues> many(static_cast<std::size_t>(field.maxRows) + 1, goodRow(field.columns, {}));
        auto lacking = std::get<std::vector<FormValues>>(goodValue(field));
        const auto needed = std::ranges::find(field.columns, true, &FormField::required);
        lacking.back().fields.erase(needed->name);
        auto strange = std::get<std::vector<FormValues>>(goodValue(field));
        strange.front().fields["nobody_asked"] = std::string("x");
        return {{many, "too_many_rows", {}},
            {lacking, "missing", "/" + std::to_string(lacking.size() - 1) + "/" + needed->name},
            {strange, "unknown_field", "/0/nobody_asked"}, {std::string("x"), "wrong_type", {}}};
    }
    }
    return {};
}

TEST(ItemForm, everyBadValueOfEveryFieldIsToldAtItsPlace) {
    std::size_t tried = 0;
    for (const auto& [id, form] : sampleForms()) {
        for (const auto& good : goodFillings(form)) {
            for (const auto& field : form.fields) {
                if (!good.fields.contains(field.name))
                    continue;
                for (const auto& [value, code, below] : spoiltValues(field)) {
                    FormValues bad = good;
                    bad.fields[field.name] = value;
                    const auto problems = validateForm(form, bad, today);
                    ++tried;
                    ASSERT_TRUE(std::ranges::any_of(problems,
                        [&](const FormProblem& problem) {
                            return problem.path == field.name + below && problem.code == code;
                        }))
                        << id << " " << field.name << " " << code << " " << testing::PrintToString(problems);
                }
            }
        }
    }
    EXPECT_GT(tried, 1000U);
}

TEST(ItemForm, whatIsRequiredAndLeftOutIsMissingAndNothingElse) {
    for (const auto& [id, form] : sampleForms()) {
        for (const auto& good : goodFillings(form)) {
            for (const auto& field : form.fields) {
                // Without its answer, what hangs on a choice is not shown: another question.
                if (!good.fields.contains(field.name) || field.type == FieldType::Choice
                    || field.type == FieldType::Boolean)
                    continue;
                FormValues lacking = good;
                lacking.fields.erase(field.name);
                const Problems expected
                    = isRequired(form, field.name, good) ? Problems {{field.name, "missing"}} : Problems {};
                ASSERT_EQ(validateForm(form, lacking, today), expected) << id << " " << field.name;
                lacking.fields[field.name] = std::string(" 　 ");
                ASSERT_EQ(validateForm(form, lacking, today), expected) << id << " " << field.name;
            }
        }
    }
}

TEST(ItemForm, aFieldIsShownByTheAnswerItHangsOn) {
    const auto& form = sampleForms().at("SAMPLE-026");
    FormValues values;
    EXPECT_FALSE(isShown(form, "grant_contract_no", values));
    values.fields["land_supply"] = std::string("lease");
    EXPECT_TRUE(isShown(form, "grant_contract_no", values));
    EXPECT_TRUE(isRequired(form, "grant_contract_no", values));
    EXPECT_FALSE(isShown(form, "allocation_approval_no", values));
    values.fields["land_supply"] = std::string("allocation");
    EXPECT_FALSE(isShown(form, "grant_contract_no", values));
    EXPECT_TRUE(isShown(form, "allocation_approval_no", values));
    values.fields["simulated_approval"] = true;
    EXPECT_TRUE(isShown(form, "missing_precondition", values));
    EXPECT_FALSE(isShown(form, "no_such_field", values));
}

TEST(ItemForm, aMaterialIsAskedForByTheAnswerItHangsOn) {
    const auto& form = sampleForms().at("SAMPLE-001");
    FormValues values;
    EXPECT_EQ(materialApplies(form, 4, values, false), std::optional(false));
    values.fields["needs_prior_permit"] = true;
    EXPECT_EQ(materialApplies(form, 4, values, false), std::optional(true));
    EXPECT_EQ(materialApplies(form, 5, values, false), std::optional(false));
    EXPECT_EQ(materialApplies(form, 5, values, true), std::optional(true)) << "an agent brings a power of attorney";
    EXPECT_EQ(materialApplies(form, 1, values, false), std::nullopt);
}

TEST(ItemForm, aHiddenFieldIsNeitherAskedForNorRead) {
    const auto& form = sampleForms().at("SAMPLE-004");
    FormValues values = goodRow(form.fields, {});
    values.fields["loss_statement"] = std::string(10'000, 'x');
    EXPECT_EQ(validateForm(form, values, today), Problems {});
    EXPECT_FALSE(shownValues(form, values).fields.contains("loss_statement"));
    EXPECT_TRUE(shownValues(form, values).fields.contains("licence_file_no"));
}

TEST(ItemForm, conditionsHoldInsideARowToo) {
    const auto& form = sampleForms().at("SAMPLE-020");
    FormValues values = goodRow(form.fields, {});
    auto rows = std::get<std::vector<FormValues>>(values.fields.at("equipment"));
    rows.front().fields["equipment_kind"] = std::string("cylinder");
    values.fields["equipment"] = rows;
    EXPECT_EQ(validateForm(form, values, today), (Problems {{"equipment/0/vehicle_plate", "missing"}}));
}

TEST(ItemForm, anEndBeforeItsBeginningIsTold) {
    const auto& form = sampleForms().at("SAMPLE-016");
    FormValues values = goodRow(form.fields, {{"first_performance", std::string("2018-12-02")}});
    EXPECT_EQ(validateForm(form, values, today),
        (Problems {{"last_performance", "before_field", {{"field", "first_performance"}, {"date", "2018-12-02"}}}}));
}

TEST(ItemForm, anExaminationIsNotInTheFuture) {
    const auto& form = sampleForms().at("SAMPLE-004");
    FormValues values = goodRow(form.fields, {{"medical_exam_date", std::string("2018-11-20")}});
    EXPECT_EQ(validateForm(form, values, today), (Problems {{"medical_exam_date", "date_in_future"}}));
}

TEST(ItemForm, aValueThatNoFieldAsksForIsTold) {
    const auto& form = sampleForms().at("SAMPLE-016");
    FormValues values = goodRow(form.fields, {});
    values.fields["anything"] = std::string("x");
    EXPECT_EQ(validateForm(form, values, today), (Problems {{"anything", "unknown_field"}}));
}

TEST(ItemForm, aCreditCodeOfTheOldRegisterIsKeptAfterComparison) {
    const auto& form = sampleForms().at("SAMPLE-019");
    FormValues values = goodRow(form.fields, {{"employer_uscc", std::string("91430405M0000H3T3B")}});
    const Problems told {{"employer_uscc", "identifier", {{"kind", "uscc"}, {"reason", "check_char"}}, true}};
    EXPECT_EQ(validateForm(form, values, today), told);
    keepAfterComparison(values, "employer_uscc", "");
    EXPECT_EQ(validateForm(form, values, today), told) << "without a reason it is not kept";
    keepAfterComparison(values, "employer_uscc", "与营业执照核对一致");
    EXPECT_EQ(validateForm(form, values, today), Problems {});
    EXPECT_TRUE(isKeptAfterComparison(shownValues(form, values), "employer_uscc"));
    const auto back = parseFormValues(encodeFormValues(values));
    ASSERT_TRUE(back);
    EXPECT_EQ(validateForm(form, *back, today), Problems {});
    values.fields["employer_uscc"] = std::string("9143");
    EXPECT_EQ(validateForm(form, values, today).front().keepable, false) << "a wrong length is a slip, not an old code";
}

TEST(ItemForm, valuesComeBackFromTheirTextAsTheyWere) {
    for (const auto& [id, form] : sampleForms()) {
        for (const auto& values : goodFillings(form)) {
            const auto back = parseFormValues(encodeFormValues(values));
            ASSERT_TRUE(back) << id;
            ASSERT_EQ(*back, values) << id;
        }
    }
    FormValues rare;
    rare.fields["name"] = std::string("𠮷测\"\\\n🎭䶮");
    rare.fields["large"] = std::int64_t {INT64_MIN};
    EXPECT_EQ(*parseFormValues(encodeFormValues(rare)), rare);
}

TEST(ItemForm, badTextIsNoValues) {
    for (const std::string text : {"", "[]", "{", "{\"a\": 1.5}", "{\"a\": null}", "{\"a\": {}}", "{\"a\": [1]}",
             "{\"a\": 1, \"a\": 2}", "{\"a\": [{\"b\": [{\"c\": [{\"d\": [{\"e\": [{}]}]}]}]}]}"})
        EXPECT_EQ(parseFormValues(text).error().code, "form.values") << text;
}

} // namespace
} // namespace yichuang
