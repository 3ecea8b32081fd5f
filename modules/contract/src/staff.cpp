// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/staff.h>

#include "file_kind.h"
#include "object_reader.h"
#include "strict_json.h"

#include <yichuang/domain/plain_text.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace yichuang {
namespace {

namespace bj = boost::json;

constexpr std::size_t nameLength = 100;

class StaffReading {
public:
    [[nodiscard]] StaffReport read(std::string_view text) {
        const auto parsed = readImportFile(text, "people", m_report.problems);
        if (!parsed)
            return std::move(m_report);
        const bj::object& file = parsed->value.get_object();
        for (const auto& flaw : parsed->flaws)
            m_report.problems.push_back({{}, flaw.pointer, flaw.rule});
        ObjectReader reader(file, {}, m_problems);
        reader.allow("meta");
        list(reader, "departments", [&](ObjectReader& each, const std::string&) { department(each); });
        list(reader, "windows", [&](ObjectReader& each, const std::string& place) { window(each, place); });
        list(reader, "people", [&](ObjectReader& each, const std::string& place) { person(each, place); });
        list(reader, "mandates", [&](ObjectReader& each, const std::string&) { mandate(each); });
        for (const auto& [index, mandate] : m_mandatePlaces)
            persons(m_report.mandates[index], mandate);
        reader.tellUnknown(ProblemSeverity::Warning);
        take({});
        return std::move(m_report);
    }

private:
    template <typename Each> void list(ObjectReader& reader, std::string_view member, Each each) {
        const auto* array = reader.array(member, Presence::Required, 10'000);
        take({});
        if (array == nullptr)
            return;
        for (std::size_t i = 0; i < array->size(); ++i) {
            const std::string place = pointerTo("/" + std::string(member), i);
            m_subject = "#" + std::to_string(i + 1);
            m_place = place;
            if (const auto* object = (*array)[i].if_object()) {
                ObjectReader element(*object, place, m_problems);
                each(element, place);
                element.tellUnknown(ProblemSeverity::Warning);
            } else {
                m_problems.push_back(
                    {place, "wrong_type", {{"expected", "object"}, {"found", std::string(kindName((*array)[i]))}}});
            }
            take(m_subject);
        }
    }

    void take(const std::string& subject) {
        for (auto& problem : m_problems) {
            m_report.problems.push_back({subject, std::move(problem.field), std::move(problem.rule),
                std::move(problem.arguments), problem.severity});
        }
        m_problems.clear();
    }

    std::string id(ObjectReader& reader, std::map<std::string, std::string>& seen) {
        std::string id = reader.text("id", Presence::Required, 1000);
        if (id.empty())
            return id;
        m_subject = excerpt(id);
        if (!isRegisterId(id)) {
            reader.problem("id", "bad_id");
        } else if (const auto [first, isNew] = seen.emplace(id, m_place); !isNew) {
            reader.problem("id", "duplicate_id", {{"first", first->second}});
        }
        return id;
    }

    [[nodiscard]] bool knowsDepartment(const std::string& name) const {
        return std::ranges::any_of(
            m_report.departments, [&](const StaffDepartment& department) { return department.name == name; });
    }

    void department(ObjectReader& reader) {
        StaffDepartment department;
        department.name = reader.text("name", Presence::Required, nameLength);
        department.nameEn = reader.text("name_en", Presence::Optional, nameLength);
        department.organWord = reader.text("organ_word", Presence::Optional, 20);
        if (department.name.empty())
            return;
        m_subject = excerpt(department.name);
        if (knowsDepartment(department.name))
            return reader.problem("name", "duplicate_department");
        m_report.departments.push_back(std::move(department));
    }

    void window(ObjectReader& reader, const std::string& place) {
        StaffWindow read;
        read.window.id = WindowId(id(reader, m_windows));
        read.window.name = reader.text("name", Presence::Required, nameLength);
        read.nameEn = reader.text("name_en", Presence::Optional, nameLength);
        read.window.integrated = reader.boolean("integrated", Presence::Optional, false);
        read.window.departments = reader.texts("departments", Presence::Required, nameLength);
        for (std::size_t i = 0; i < read.window.departments.size(); ++i) {
            const auto& name = read.window.departments[i];
            if (name != "*" && !knowsDepartment(name))
                m_problems.push_back(
                    {pointerTo(place + "/departments", i), "unknown_department", {{"department", name}}});
        }
        m_report.windows.push_back(std::move(read));
    }

    void person(ObjectReader& reader, const std::string& place) {
        StaffPerson read;
        read.person.id = PersonId(id(reader, m_people));
        read.person.name = reader.text("name", Presence::Required, nameLength);
        read.nameEn = reader.text("name_en", Presence::Optional, nameLength);
        read.person.department = reader.text("department", Presence::Required, nameLength);
        if (!read.person.department.empty() && !knowsDepartment(read.person.department))
            reader.problem("department", "unknown_department", {{"department", read.person.department}});
        const auto roles = reader.texts("roles", Presence::Required, 10);
        for (std::size_t i = 0; i < roles.size(); ++i) {
            const auto role = roleFromText(roles[i]);
            const std::string where = pointerTo(place + "/roles", i);
            if (!role)
                m_problems.push_back(
                    {where, "not_in_list", {{"value", roles[i]}, {"allowed", "WC IC RV CR IW PA HM SV CO CA SA"}}});
            else if (*role == Role::System || *role == Role::Citizen)
                m_problems.push_back({where, "system_role", {{"role", roles[i]}}});
            else
                read.person.roles.insert(*role);
        }
        if (roles.empty() && reader.has("roles"))
            reader.problem("roles", "no_roles");
        read.person.disabled = reader.boolean("disabled", Presence::Optional, false);
        read.demoPassword = reader.text("demo_password", Presence::Optional, 100);
        m_report.people.push_back(std::move(read));
    }

    void mandate(ObjectReader& reader) {
        RegisteredMandate read;
        read.id = MandateId(id(reader, m_mandates));
        read.person = PersonId(reader.text("person", Presence::Required, 60));
        read.mandate.kind
            = mandateKindFromText(reader.oneOf("kind", Presence::Required, {"decide", "intake", "immediate"}))
                  .value_or(MandateKind::Intake);
        const auto start = parseIsoDate(reader.isoDate("start", Presence::Required));
        const auto end = parseIsoDate(reader.isoDate("end", Presence::Required));
        if (start && end && *end < *start)
            reader.problem("end", "ends_before_start", {{"start", isoDate(*start)}, {"end", isoDate(*end)}});
        read.mandate.start = start.value_or(CivilDate {});
        read.mandate.end = end.value_or(CivilDate {});
        read.mandate.scope = reader.texts("scope", Presence::Required, nameLength);
        if (read.mandate.scope.empty() && reader.has("scope"))
            reader.problem("scope", "no_scope");
        for (const auto& scope : read.mandate.scope) {
            // An item id is ASCII; a department that is not in the file is most likely a slip of the pen.
            const bool item = std::ranges::all_of(scope, [](char c) { return c > ' ' && c < '\x7F'; });
            if (scope != "*" && !item && !knowsDepartment(scope))
                reader.problem("scope", "unknown_scope", {{"scope", scope}});
        }
        if (const auto other = reader.text("stands_in_for", Presence::Optional, 60); !other.empty())
            read.mandate.standsInFor = PersonId(other);
        read.revoked = reader.boolean("revoked", Presence::Optional, false);
        m_mandatePlaces.emplace_back(m_report.mandates.size(), m_place);
        m_report.mandates.push_back(std::move(read));
    }

    [[nodiscard]] const Person* personOf(const PersonId& id) const {
        const auto found
            = std::ranges::find_if(m_report.people, [&](const StaffPerson& person) { return person.person.id == id; });
        return found == m_report.people.end() ? nullptr : &found->person;
    }

    void persons(const RegisteredMandate& read, const std::string& place) {
        const auto tell = [&](const std::string& member, std::string rule, const std::string& person) {
            m_problems.push_back({place + member, std::move(rule), {{"person", excerpt(person)}}});
        };
        const Person* holder = personOf(read.person);
        if (holder == nullptr && !read.person.empty()) {
            tell("/person", "unknown_person", read.person.value());
        } else if (holder != nullptr && read.mandate.kind == MandateKind::Decide
            && !holder->roles.contains(Role::ChiefRepresentative)) {
            tell("/kind", "decide_without_role", read.person.value());
        }
        if (const auto& other = read.mandate.standsInFor) {
            if (*other == read.person)
                tell("/stands_in_for", "stands_in_for_self", other->value());
            else if (personOf(*other) == nullptr)
                tell("/stands_in_for", "unknown_person", other->value());
        }
        take(excerpt(read.id.value()));
    }

    StaffReport m_report;
    std::vector<ItemProblem> m_problems;
    std::string m_subject;
    std::string m_place;
    std::map<std::string, std::string> m_windows;
    std::map<std::string, std::string> m_people;
    std::map<std::string, std::string> m_mandates;
    std::vector<std::pair<std::size_t, std::string>> m_mandatePlaces;
};

} // namespace

bool StaffReport::importable() const {
    return !people.empty() && std::ranges::none_of(problems, [](const ImportProblem& problem) {
        return problem.severity == ProblemSeverity::Error;
    });
}

std::vector<HallFact> StaffReport::facts() const {
    std::vector<HallFact> facts;
    for (const auto& window : windows)
        facts.emplace_back(window.window);
    for (const auto& person : people)
        facts.emplace_back(person.person);
    for (const auto& mandate : mandates)
        facts.emplace_back(mandate);
    return facts;
}

StaffReport parseStaff(std::string_view text) {
    return StaffReading().read(text);
}

} // namespace yichuang
