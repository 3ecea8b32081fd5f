// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_commands.h"

#include "configuration.h"
#include "database.h"
#include "sentences.h"

#include <yichuang/domain/plain_text.h>

#include <algorithm>
#include <sstream>

namespace yichuang::central {
namespace {

constexpr std::size_t shortestPassword = 8; ///< characters (bytes of UTF-8)

const Operand personOperand {
    "PERSON", {"人员编号,也是登录名。", "The person's id, which is also the name to sign in with."}};

std::optional<std::string> askPassword(Console& console) {
    std::string password = console.askSecret({"新密码:", "New password: "});
    if (password.size() < shortestPassword) {
        console.complain({"密码至少 8 位。请从标准输入给出密码,或在提示后输入。",
            "A password has at least 8 characters. Give it on standard input, or at the prompt."});
        return std::nullopt;
    }
    return password;
}

std::optional<std::set<Role>> parseRoles(const std::string& text) {
    std::set<Role> roles;
    std::istringstream words(text);
    for (std::string word; std::getline(words, word, ',');) {
        const auto role = roleFromText(word);
        if (!role || *role == Role::System) {
            return std::nullopt;
        }
        roles.insert(*role);
    }
    return roles.empty() ? std::nullopt : std::optional(roles);
}

/// As the items, windows and people of the hall name them.
std::set<std::string> departmentsOf(const Registry& registry) {
    std::set<std::string> known;
    for (const auto& item : registry.itemsInForce()) {
        known.insert(item->department);
    }
    for (const Window* window : registry.windows()) {
        known.insert(window->departments.begin(), window->departments.end());
    }
    for (const Person* person : registry.people()) {
        known.insert(person->department);
    }
    known.erase("*");
    return known;
}

/// Whether somebody of these roles may be of that department; false after a complaint. Who works on the cases of a
/// department is of one that the hall knows, once it knows any; the hall's own staff may be of none of them.
bool mayBeOf(const std::string& department, const std::set<Role>& roles, const Registry& registry, Console& console) {
    const std::set<std::string> known = departmentsOf(registry);
    if (known.contains(department)) {
        return true;
    }
    std::string names;
    for (const std::string& name : known) {
        names += (names.empty() ? "" : console.sentence({"、", ", "})) + name;
    }
    const bool worksOnCases = std::ranges::any_of(roles, [](Role role) {
        return role == Role::WindowClerk || role == Role::Reviewer || role == Role::ChiefRepresentative;
    });
    const bool refused = worksOnCases && !known.empty();
    complainOf({refused ? "department.unknown" : "department.new", {{"department", department}, {"known", names}}, {}},
        console);
    return !refused;
}

int add(const Arguments& arguments, Console& console) {
    Person person;
    person.id = PersonId(arguments.operands[0]);
    person.name = arguments.valueOr("--name", "");
    person.department = arguments.valueOr("--department", "");
    if (!isRegisterId(person.id.value())) {
        complainOf({"person.id", {}, {}}, console);
        return misused;
    }
    if (!isPlainText("--name", person.name, console) || !isPlainText("--department", person.department, console)) {
        return misused;
    }
    const std::string words = arguments.valueOr("--roles", "");
    const auto roles = parseRoles(words);
    if (!roles) {
        complainOf({"usage.bad_value",
                       {{"option", "--roles"}, {"value", words}, {"expected", "WC,IC,RV,CR,IW,PA,HM,SV,CO,CA,SA"}}, {}},
            console);
        return misused;
    }
    person.roles = *roles;
    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    const auto registry = readRegistry(*open->centre, console);
    if (registry == nullptr) {
        return failed;
    }
    if (registry->person(person.id) != nullptr) {
        complainOf({"person.exists", {{"person", person.id.value()}}, {}}, console);
        return failed;
    }
    if (!mayBeOf(person.department, person.roles, *registry, console)) {
        return failed;
    }
    const auto password = askPassword(console);
    if (!password) {
        return failed;
    }
    if (!writeFacts(*open->centre, {person}, console)) {
        return failed;
    }
    if (auto set = open->centre->setPassword(person.id, *password); !set) {
        complainOf(set.error(), console);
        return failed;
    }
    console.say({"已添加人员 {person}。", "The person {person} has been added."}, {{"person", person.id.value()}});
    return done;
}

int password(const Arguments& arguments, Console& console) {
    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    const PersonId person(arguments.operands[0]);
    const auto registry = readRegistry(*open->centre, console);
    if (registry == nullptr) {
        return failed;
    }
    if (registry->person(person) == nullptr) {
        complainOf({"person.unknown", {{"person", person.value()}}, {}}, console);
        return failed;
    }
    const auto secret = askPassword(console);
    if (!secret) {
        return failed;
    }
    // Whoever signed in with the old password signs in again.
    for (const auto& step : {open->centre->setPassword(person, *secret), open->centre->dropTokensOf(person)}) {
        if (!step) {
            complainOf(step.error(), console);
            return failed;
        }
    }
    console.say(
        {"已更改 {person} 的密码。", "The password of {person} has been changed."}, {{"person", person.value()}});
    return done;
}

int disable(const Arguments& arguments, Console& console) {
    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    const PersonId id(arguments.operands[0]);
    const auto registry = readRegistry(*open->centre, console);
    if (registry == nullptr) {
        return failed;
    }
    const Person* known = registry->person(id);
    if (known == nullptr) {
        complainOf({"person.unknown", {{"person", id.value()}}, {}}, console);
        return failed;
    }
    Person person = *known;
    person.disabled = true;
    if (!writeFacts(*open->centre, {person}, console)) {
        return failed;
    }
    if (auto dropped = open->centre->dropTokensOf(id); !dropped) {
        complainOf(dropped.error(), console);
        return failed;
    }
    console.say({"已停用 {person}:不能再登录,此后的操作一律不予承认。",
                    "{person} is disabled: no sign-in, and no act from now on is admitted."},
        {{"person", id.value()}});
    return done;
}

int enrolCode(const Arguments& arguments, Console& console) {
    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    const auto code = open->centre->makeEnrolCode(WindowId(arguments.operands[0]));
    if (!code) {
        complainOf(code.error(), console);
        return failed;
    }
    console.complain({"注册码,只能用一次,一天内有效。请在 {window} 窗口的机器上输入:",
                         "A code for one use within a day. Type it on the machine of window {window}:"},
        {{"window", arguments.operands[0]}});
    console.say({"{code}", "{code}"}, {{"code", *code}});
    return done;
}

} // namespace

std::vector<Command> userCommands() {
    return {
        {"user add",
            {"添加人员。密码从标准输入读取,或在提示后输入。",
                "Add a person. The password is read from standard input, or asked for."},
            {personOperand},
            {databaseOption, configurationOption,
                {"--name", OptionKind::Required, "NAME", {"姓名。", "The person's name."}},
                {"--department", OptionKind::Required, "DEPARTMENT",
                    {"部门,与事项清单中的写法一致。", "Department, as the items name it."}},
                {"--roles", OptionKind::Required, "WC,IC",
                    {"角色,用逗号分开:WC 窗口人员、IC 综合窗口人员、RV 审查人、CR 首席代表、IW 出件窗口、PA 代办员、HM "
                     "大厅管理、SV 督查、CO 投诉处理、CA 事项管理员、SA 系统管理员。",
                        "Roles, parted by commas: WC window clerk, IC integrated clerk, RV reviewer, CR chief "
                        "representative, IW issuing window, PA project agent, HM hall manager, SV supervisor, CO "
                        "complaint officer, CA catalogue administrator, SA system administrator."}},
                clockOption, keyFileOption},
            add},
        {"user password",
            {"更改密码。新密码从标准输入读取,或在提示后输入。",
                "Change a password. The new one is read from standard input, or asked for."},
            {personOperand}, {databaseOption, configurationOption, clockOption, keyFileOption}, password},
        {"user disable", {"停用人员。", "Disable a person."}, {personOperand},
            {databaseOption, configurationOption, clockOption, keyFileOption}, disable},
    };
}

Command enrolCodeCommand() {
    return {"enrol-code",
        {"为窗口生成注册码,新窗口机凭它接入中心。", "Make the code with which a new workstation joins the centre."},
        {{"WINDOW", {"窗口编号。", "The window's id."}}},
        {databaseOption, configurationOption, clockOption, keyFileOption}, enrolCode};
}

} // namespace yichuang::central
