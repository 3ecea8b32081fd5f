// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/catalogue.h>
#include <yichuang/domain/registry.h>

#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

struct StaffDepartment {
    std::string name; ///< as items name it
    std::string nameEn;
    std::string organWord;
    friend bool operator==(const StaffDepartment&, const StaffDepartment&) = default;
};
struct StaffWindow {
    Window window;
    std::string nameEn;
    friend bool operator==(const StaffWindow&, const StaffWindow&) = default;
};
struct StaffPerson {
    Person person;
    std::string nameEn;
    /// For a demonstration only: what the sign-in screen of a demonstration profile shows. Empty in a real file.
    std::string demoPassword;
    friend bool operator==(const StaffPerson&, const StaffPerson&) = default;
};

/// A staff file as far as it could be read. Nothing of a file with an error is imported.
struct StaffReport {
    std::vector<StaffDepartment> departments;
    std::vector<StaffWindow> windows;
    std::vector<StaffPerson> people;
    std::vector<RegisteredMandate> mandates;
    std::vector<ImportProblem> problems;

    [[nodiscard]] bool importable() const;
    /// Windows, people, mandates in this order: what the centre writes into the `hall` scope.
    [[nodiscard]] std::vector<HallFact> facts() const;
};

/// Reads a staff file (resources/formats.md). Never throws. `subject` of a problem is the id. Rules beside those of
/// parseCatalogue: bad_id · duplicate_id (first) · duplicate_department · unknown_department (department) ·
/// unknown_person (person) · no_roles · system_role (role) · ends_before_start (start, end) · no_scope · unknown_scope
/// (scope) · decide_without_role · stands_in_for_self.
[[nodiscard]] StaffReport parseStaff(std::string_view json);

} // namespace yichuang
