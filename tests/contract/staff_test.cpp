// SPDX-License-Identifier: GPL-3.0-or-later
#include "resource_files.h"

#include <yichuang/contract/staff.h>

#include <yichuang/domain/identifiers.h>
#include <yichuang/domain/law.h>
#include <yichuang/domain/registry.h>

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include <functional>
#include <set>

namespace yichuang {
namespace {

namespace bj = boost::json;
using namespace std::chrono_literals;

constexpr CivilDate today = 2018y / 11 / 19;

const std::string& demoText() {
    static const std::string text = resource("demo/staff.json");
    return text;
}

StaffReport withChange(const std::function<void(bj::object&)>& change) {
    bj::value file = bj::parse(demoText());
    change(file.as_object());
    return parseStaff(bj::serialize(file));
}

/// The demonstration hall: its people, windows, mandates, the sample catalogue and the calendars.
class DemoHall : public testing::Test {
protected:
    void SetUp() override {
        const auto staff = parseStaff(demoText());
        ASSERT_TRUE(staff.importable()) << describe(staff.problems);
        for (const auto& fact : staff.facts())
            m_registry.apply(++m_position, fact);
        for (const auto& person : staff.people)
            m_people.push_back(person.person);
        const auto calendars = parseCalendarCsv(resource("calendars/calendar-cn.csv"));
        ASSERT_TRUE(calendars);
        for (const auto& year : *calendars)
            m_registry.apply(++m_position, year);
        for (const auto& item : parseCatalogue(resource("items/hengyang-sample.json")).items) {
            m_items.push_back(std::make_shared<const Item>(item));
            m_registry.apply(++m_position, m_items.back());
        }
        ASSERT_EQ(m_items.size(), 28U);
    }

    [[nodiscard]] std::vector<Person> withRole(Role role) const {
        std::vector<Person> found;
        std::ranges::copy_if(
            m_people, std::back_inserter(found), [&](const Person& person) { return person.roles.contains(role); });
        return found;
    }

    /// Does it as the first person of that role whom the law lets do it; his id, empty where it lets nobody.
    PersonId doAsAnyone(CaseState& state, Role role, Event event, const CommandFacts& facts) const {
        for (const auto& person : withRole(role)) {
            if (doAs(state, person.id, role, event, facts))
                return person.id;
        }
        return {};
    }

    bool doAs(CaseState& state, const PersonId& id, Role role, Event event, const CommandFacts& facts) const {
        Command command;
        command.event = event;
        command.date = today;
        command.actor.id = id;
        command.actor.role = role;
        command.facts = facts;
        const auto decision = decideInHall(m_registry, m_position, m_registry.calendar(), state, command);
        if (!decision)
            return false;
        for (const auto& entry : *decision)
            state = evolve(std::move(state), entry);
        return true;
    }

    [[nodiscard]] static CommandFacts opening(const Item& item, int serial, const char* window) {
        CommandFacts facts;
        facts.identityChecked = facts.itemInForce = true;
        facts.caseNo = makeCaseNo("400", 2018, serial);
        facts.item = item.id;
        facts.itemVersion = item.version;
        facts.window = WindowId(window);
        return facts;
    }

    [[nodiscard]] static CommandFacts complete() {
        CommandFacts facts;
        facts.inScope = facts.properForm = true;
        return facts;
    }

    void handOver(CaseState& state, const Item& item) const {
        CommandFacts issue;
        issue.sealed = issue.numberAssigned = true;
        EXPECT_FALSE(doAsAnyone(state, Role::IssuingWindow, Event::IssueResult, issue).empty()) << item.id.value();
        CommandFacts deliver;
        deliver.collectorIdentified = true;
        deliver.way = "counter";
        EXPECT_FALSE(doAsAnyone(state, Role::IssuingWindow, Event::Deliver, deliver).empty()) << item.id.value();
        EXPECT_EQ(state.stage, Stage::Delivered) << item.id.value();
    }

    Registry m_registry;
    std::int64_t m_position = 0;
    std::vector<Person> m_people;
    std::vector<std::shared_ptr<const Item>> m_items;
};

TEST_F(DemoHall, everyRoleOfTheHallIsThere) {
    for (const Role role : {Role::WindowClerk, Role::IntegratedClerk, Role::Reviewer, Role::ChiefRepresentative,
             Role::IssuingWindow, Role::ProjectAgent, Role::HallManager, Role::Supervisor, Role::ComplaintOfficer,
             Role::CatalogueAdministrator, Role::SystemAdministrator})
        EXPECT_FALSE(withRole(role).empty()) << toText(role);
}

TEST_F(DemoHall, everyItemGoesFromTheIntegratedWindowToTheHandOver) {
    int serial = 0;
    for (const auto& item : m_items) {
        CaseState state;
        ASSERT_TRUE(
            doAs(state, PersonId("liufei"), Role::IntegratedClerk, Event::Receive, opening(*item, ++serial, "w3")))
            << item->id.value();
        ASSERT_TRUE(doAs(state, PersonId("liufei"), Role::IntegratedClerk, Event::Accept, complete()))
            << item->id.value();
        if (state.stage == Stage::Accepted) {
            CommandFacts assign;
            assign.reviewer = withRole(Role::Reviewer).front().id;
            ASSERT_FALSE(doAsAnyone(state, Role::ChiefRepresentative, Event::Assign, assign).empty())
                << item->id.value();
            ASSERT_FALSE(doAsAnyone(state, Role::Reviewer, Event::StartReview, {}).empty()) << item->id.value();
        }
        if (state.stage == Stage::UnderReview) {
            CommandFacts opinion;
            opinion.opinionGiven = true;
            opinion.opinionVerdict = "grant";
            opinion.opinionDate = today;
            ASSERT_FALSE(doAsAnyone(state, Role::Reviewer, Event::SubmitOpinion, opinion).empty()) << item->id.value();
        }
        ASSERT_EQ(state.stage, Stage::PendingDecision) << item->id.value();
        const auto chief = doAsAnyone(state, Role::ChiefRepresentative, Event::Grant, {});
        ASSERT_FALSE(chief.empty()) << item->id.value();
        handOver(state, *item);
    }
}

TEST_F(DemoHall, everyItemHasTwoChiefsWhoMayDecideIt) {
    for (const auto& item : m_items) {
        std::set<PersonId> chiefs;
        for (const auto& person : withRole(Role::ChiefRepresentative)) {
            for (const auto& mandate : m_registry.mandatesOf(person.id)) {
                if (mandate.kind == MandateKind::Decide && !mandate.standsInFor
                    && std::ranges::find(mandate.scope, item->department) != mandate.scope.end())
                    chiefs.insert(person.id);
            }
        }
        EXPECT_GE(chiefs.size(), 2U) << item->id.value() << " " << item->department;
    }
}

TEST_F(DemoHall, everyImmediateItemIsDecidedOnTheSpotByItsOwnWindow) {
    int serial = 100;
    for (const auto& item : m_items) {
        if (item->caseType != CaseType::Immediate)
            continue;
        const auto clerks = withRole(Role::WindowClerk);
        const auto clerk = std::ranges::find(clerks, item->department, &Person::department);
        ASSERT_NE(clerk, clerks.end()) << item->department;
        CaseState state;
        ASSERT_TRUE(doAs(state, clerk->id, Role::WindowClerk, Event::Receive, opening(*item, ++serial, "w3")))
            << item->id.value();
        auto facts = complete();
        facts.decisionResult = "grant";
        ASSERT_TRUE(doAs(state, clerk->id, Role::WindowClerk, Event::DecideOnSpot, facts)) << item->id.value();
        ASSERT_EQ(state.stage, Stage::Granted);
        handOver(state, *item);
    }
}

TEST_F(DemoHall, theIntegratedWindowTakesForEveryDepartment) {
    const auto* window = m_registry.window(WindowId("w3"));
    ASSERT_NE(window, nullptr);
    EXPECT_TRUE(window->integrated);
    EXPECT_EQ(window->departments, std::vector<std::string> {"*"});
    const std::set<ScopeId> read = [&] {
        const auto scopes = scopesReadAt(*window, m_registry);
        return std::set<ScopeId>(scopes.begin(), scopes.end());
    }();
    for (const auto& item : m_items)
        EXPECT_TRUE(read.contains(homeScope(*item))) << item->department;
}

TEST(StaffFile, theDemonstrationHasNoProblem) {
    const auto report = parseStaff(demoText());
    EXPECT_EQ(report.problems, std::vector<ImportProblem> {}) << describe(report.problems);
    EXPECT_EQ(report.departments.size(), 20U);
    EXPECT_EQ(report.windows.size(), 9U);
    EXPECT_EQ(report.people.size(), 28U);
    for (const auto& person : report.people) {
        EXPECT_FALSE(person.demoPassword.empty()) << person.person.id.value();
        EXPECT_FALSE(person.nameEn.empty()) << person.person.id.value();
    }
    EXPECT_EQ(report.facts().size(), 9U + 28U + report.mandates.size());
}

struct Slip {
    std::string sentence;
    std::function<void(bj::object&)> change;
    ImportProblem expected;
};
void PrintTo(const Slip& slip, std::ostream* out) {
    *out << slip.sentence;
}
class ASlipInAStaffFile : public testing::TestWithParam<Slip> { };

TEST_P(ASlipInAStaffFile, IsToldByPersonFieldAndRule) {
    const auto report = withChange(GetParam().change);
    EXPECT_EQ(report.problems, std::vector {GetParam().expected}) << describe(report.problems);
    EXPECT_EQ(report.importable(), GetParam().expected.severity == ProblemSeverity::Warning);
}

bj::object& at(bj::object& file, const char* list, std::size_t index) {
    return file.at(list).at(index).as_object();
}

const std::vector<Slip> slips {
    {"AnIdInCapitals", [](bj::object& file) { at(file, "people", 23)["id"] = "Qin Guo"; },
        {"Qin Guo", "/people/23/id", "bad_id"}},
    {"AnIdThatStandsTwice", [](bj::object& file) { at(file, "people", 23)["id"] = "liufei"; },
        {"liufei", "/people/23/id", "duplicate_id", {{"first", "/people/0"}}}},
    {"AnIdLeftOut", [](bj::object& file) { at(file, "people", 23).erase("id"); }, {"#24", "/people/23/id", "missing"}},
    {"ADepartmentThatIsNotThere", [](bj::object& file) { at(file, "people", 23)["department"] = "税务局"; },
        {"qinguo", "/people/23/department", "unknown_department", {{"department", "税务局"}}}},
    {"ARoleThatNobodyHas", [](bj::object& file) { at(file, "people", 23)["roles"] = {"BOSS"}; },
        {"qinguo", "/people/23/roles/0", "not_in_list",
            {{"value", "BOSS"}, {"allowed", "WC IC RV CR IW PA HM SV CO CA SA"}}}},
    {"ThePersonWhoIsTheCentre", [](bj::object& file) { at(file, "people", 23)["roles"] = {"SYS"}; },
        {"qinguo", "/people/23/roles/0", "system_role", {{"role", "SYS"}}}},
    {"APersonWithoutARole", [](bj::object& file) { at(file, "people", 23)["roles"] = bj::array {}; },
        {"qinguo", "/people/23/roles", "no_roles"}},
    {"AWindowOfNoDepartment", [](bj::object& file) { at(file, "windows", 1)["departments"] = {"税务局"}; },
        {"w2", "/windows/1/departments/0", "unknown_department", {{"department", "税务局"}}}},
    {"AMandateThatEndsBeforeItBegins", [](bj::object& file) { at(file, "mandates", 0)["end"] = "2017-12-31"; },
        {"m-liufei-intake", "/mandates/0/end", "ends_before_start", {{"start", "2018-01-01"}, {"end", "2017-12-31"}}}},
    {"AMandateWithADayThatIsNone", [](bj::object& file) { at(file, "mandates", 0)["end"] = "2018-02-30"; },
        {"m-liufei-intake", "/mandates/0/end", "not_a_date", {{"value", "2018-02-30"}}}},
    {"AMandateOfNobody", [](bj::object& file) { at(file, "mandates", 0)["person"] = "nobody"; },
        {"m-liufei-intake", "/mandates/0/person", "unknown_person", {{"person", "nobody"}}}},
    {"AMandateForNothing", [](bj::object& file) { at(file, "mandates", 0)["scope"] = bj::array {}; },
        {"m-liufei-intake", "/mandates/0/scope", "no_scope"}},
    {"AMandateForADepartmentThatIsNotThere", [](bj::object& file) { at(file, "mandates", 0)["scope"] = {"税务局"}; },
        {"m-liufei-intake", "/mandates/0/scope", "unknown_scope", {{"scope", "税务局"}}}},
    {"AClerkWhoMayDecide", [](bj::object& file) { at(file, "mandates", 0)["kind"] = "decide"; },
        {"m-liufei-intake", "/mandates/0/kind", "decide_without_role", {{"person", "liufei"}}}},
    {"AMandateOfAnotherKind", [](bj::object& file) { at(file, "mandates", 0)["kind"] = "sign"; },
        {"m-liufei-intake", "/mandates/0/kind", "not_in_list",
            {{"value", "sign"}, {"allowed", "decide intake immediate"}}}},
    {"AStandInForOneself", [](bj::object& file) { at(file, "mandates", 19)["stands_in_for"] = "xiaohan"; },
        {"m-xiaohan-decide-for-caiwen", "/mandates/19/stands_in_for", "stands_in_for_self", {{"person", "xiaohan"}}}},
    {"AMisspeltMember", [](bj::object& file) { at(file, "people", 23)["departement"] = "x"; },
        {"qinguo", "/people/23/departement", "unknown_member", {}, ProblemSeverity::Warning}},
    {"ATenThousandCharacterName", [](bj::object& file) { at(file, "people", 23)["name"] = std::string(10'000, 'x'); },
        {"qinguo", "/people/23/name", "too_long", {{"max", "100"}, {"length", "10000"}}}},
    {"NoMandatesAtAll", [](bj::object& file) { file.erase("mandates"); }, {"", "/mandates", "missing"}},
};

INSTANTIATE_TEST_SUITE_P(StaffFile, ASlipInAStaffFile, testing::ValuesIn(slips),
    [](const testing::TestParamInfo<Slip>& slip) { return slip.param.sentence; });

TEST(StaffFile, aDepartmentStandsOnce) {
    const auto report = withChange(
        [](bj::object& file) { file.at("departments").as_array().push_back(file.at("departments").at(1)); });
    EXPECT_EQ(report.problems,
        (std::vector<ImportProblem> {{"市场监督管理局", "/departments/20/name", "duplicate_department"}}));
}

TEST(StaffFile, cutOffAnywhereGivesOneProblem) {
    const auto last = demoText().find_last_of('}');
    for (std::size_t length = 1; length <= last; length += 97) {
        const auto report = parseStaff(std::string_view(demoText()).substr(0, length));
        ASSERT_EQ(report.problems.size(), 1U) << length;
        ASSERT_EQ(report.problems.front().rule, "truncated") << length;
        ASSERT_FALSE(report.importable());
    }
}

TEST(StaffFile, aCatalogueIsNoStaffFile) {
    const auto report = parseStaff(resource("items/hengyang-sample.json"));
    ASSERT_EQ(report.problems.size(), 1U);
    EXPECT_EQ(report.problems.front().rule, "foreign_file");
    EXPECT_EQ(report.problems.front().arguments.at("members"), "meta items");
}

} // namespace
} // namespace yichuang
