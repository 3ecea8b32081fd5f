// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/workflows/intake.h>

#include <cstdint>

namespace yichuang::bench {

/// Invented people, the same for the same seed.
class Applicants {
public:
    explicit Applicants(std::uint32_t seed)
        : m_state(seed) { }

    /// A person with a number and a phone that pass their checks.
    [[nodiscard]] Applicant next();
    [[nodiscard]] std::uint32_t below(std::uint32_t limit);

private:
    [[nodiscard]] QString name();
    [[nodiscard]] QString residentId();
    [[nodiscard]] QString phone();
    std::uint64_t m_state;
};

/// An intake with applicant, form and checklist filled in: F9 is all that is left.
[[nodiscard]] std::unique_ptr<Intake> filledIntake(
    IntakeDesk& desk, const ItemId& item, const Applicant& applicant, CivilDate today);

} // namespace yichuang::bench
