// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>
#include <yichuang/domain/identifiers.h>

#include <string_view>

namespace yichuang {

inline constexpr int fullAge = 18; ///< 民法典 17
inline constexpr int childsAge = 14; ///< below it the data of a child are sensitive ones: 个人信息保护法 28, 31

/// Full years on that day: a year is full on the birthday, for whoever was born on 29 February in a common year on
/// 1 March. 0 before the first birthday.
[[nodiscard]] int fullYears(CivilDate birth, CivilDate on);

/// Whether an application names who answers for the applicant.
enum class GuardianNeed {
    None, ///< of age, or the number does not tell
    Asked, ///< under 18: his guardian is his 法定代理人 (民法典 19, 23), but from 16 on he may earn his own living (18)
    Required ///< under 14: nothing is taken in without
};
/// By the applicant's normalised number, on the day of intake.
[[nodiscard]] GuardianNeed guardianNeed(IdentifierKind kind, std::string_view number, CivilDate on);

/// What keeps somebody from being the guardian of the applicant, as far as numbers tell it.
enum class GuardianDoubt {
    None,
    Himself, ///< the applicant's own number
    UnderAge
};
[[nodiscard]] GuardianDoubt doubtOfGuardian(
    std::string_view applicantNumber, IdentifierKind kind, std::string_view number, CivilDate on);

} // namespace yichuang
