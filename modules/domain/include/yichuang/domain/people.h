// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>
#include <yichuang/domain/ids.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// domain.md 8. Text names are the two- or three-letter words there ("WC", "IC", …; the centre itself is "SYS").
enum class Role {
    WindowClerk, ///< WC 窗口人员
    IntegratedClerk, ///< IC 综合窗口人员
    Reviewer, ///< RV 审查人
    ChiefRepresentative, ///< CR 首席代表、科长
    IssuingWindow, ///< IW 出件窗口
    ProjectAgent, ///< PA 代办员
    HallManager, ///< HM
    Supervisor, ///< SV
    ComplaintOfficer, ///< CO
    CatalogueAdministrator, ///< CA
    SystemAdministrator, ///< SA
    Citizen, ///< CZ
    System ///< SYS
};
[[nodiscard]] std::string_view toText(Role role);
[[nodiscard]] std::optional<Role> roleFromText(std::string_view text);
/// Who takes applications in at a counter (domain.md 8, "intake, receipt"): WC and IC. A citizen who applies online is
/// no officer.
[[nodiscard]] const std::set<Role>& rolesTakingIn();

enum class MandateKind { Decide, Intake, Immediate };
[[nodiscard]] std::string_view toText(MandateKind kind);
[[nodiscard]] std::optional<MandateKind> mandateKindFromText(std::string_view text);

/// A written mandate, start and end both included (domain.md 2.7 "Who").
struct Mandate {
    MandateKind kind = MandateKind::Decide;
    CivilDate start;
    CivilDate end;
    std::vector<std::string> scope; ///< departments, item ids or "*"
    std::optional<PersonId> standsInFor;
    friend bool operator==(const Mandate&, const Mandate&) = default;
};

/// Who acts, with the rights held. In the product it is built from the registry; `replay` reads it from the line.
struct Actor {
    PersonId id;
    Role role = Role::WindowClerk; ///< the role in which this command is given
    std::string department;
    std::vector<Mandate> mandates;
    friend bool operator==(const Actor&, const Actor&) = default;
};

} // namespace yichuang
