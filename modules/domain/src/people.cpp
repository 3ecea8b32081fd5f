// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/people.h>

namespace yichuang {

std::string_view toText(Role role) {
    switch (role) {
    case Role::WindowClerk:
        return "WC";
    case Role::IntegratedClerk:
        return "IC";
    case Role::Reviewer:
        return "RV";
    case Role::ChiefRepresentative:
        return "CR";
    case Role::IssuingWindow:
        return "IW";
    case Role::ProjectAgent:
        return "PA";
    case Role::HallManager:
        return "HM";
    case Role::Supervisor:
        return "SV";
    case Role::ComplaintOfficer:
        return "CO";
    case Role::CatalogueAdministrator:
        return "CA";
    case Role::SystemAdministrator:
        return "SA";
    case Role::Citizen:
        return "CZ";
    case Role::System:
        return "SYS";
    }
    return {};
}

std::optional<Role> roleFromText(std::string_view text) {
    for (const Role candidate : {Role::WindowClerk, Role::IntegratedClerk, Role::Reviewer, Role::ChiefRepresentative,
             Role::IssuingWindow, Role::ProjectAgent, Role::HallManager, Role::Supervisor, Role::ComplaintOfficer,
             Role::CatalogueAdministrator, Role::SystemAdministrator, Role::Citizen, Role::System}) {
        if (toText(candidate) == text) {
            return candidate;
        }
    }
    return std::nullopt;
}

const std::set<Role>& rolesTakingIn() {
    static const std::set<Role> roles {Role::WindowClerk, Role::IntegratedClerk};
    return roles;
}

std::string_view toText(MandateKind kind) {
    switch (kind) {
    case MandateKind::Decide:
        return "decide";
    case MandateKind::Intake:
        return "intake";
    case MandateKind::Immediate:
        return "immediate";
    }
    return {};
}

std::optional<MandateKind> mandateKindFromText(std::string_view text) {
    for (const MandateKind candidate : {MandateKind::Decide, MandateKind::Intake, MandateKind::Immediate}) {
        if (toText(candidate) == text) {
            return candidate;
        }
    }
    return std::nullopt;
}

} // namespace yichuang
