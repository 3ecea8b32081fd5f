// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/guardianship.h>

#include <algorithm>
#include <optional>

namespace yichuang {

namespace {

/// Kinds of number that hold a birth date, all at the same place.
std::optional<CivilDate> birthDateIn(IdentifierKind kind, std::string_view number) {
    const bool tells = kind == IdentifierKind::ResidentId || kind == IdentifierKind::HmtResidence
        || kind == IdentifierKind::ForeignPr2023;
    return tells ? birthDateOf(number) : std::nullopt;
}

} // namespace

int fullYears(CivilDate birth, CivilDate on) {
    int years = static_cast<int>(on.year()) - static_cast<int>(birth.year());
    if (on.month() < birth.month() || (on.month() == birth.month() && on.day() < birth.day())) {
        --years;
    }
    return std::max(years, 0);
}

GuardianNeed guardianNeed(IdentifierKind kind, std::string_view number, CivilDate on) {
    const auto birth = birthDateIn(kind, number);
    if (!birth || fullYears(*birth, on) >= fullAge) {
        return GuardianNeed::None;
    }
    return fullYears(*birth, on) < childsAge ? GuardianNeed::Required : GuardianNeed::Asked;
}

GuardianDoubt doubtOfGuardian(
    std::string_view applicantNumber, IdentifierKind kind, std::string_view number, CivilDate on) {
    if (number == applicantNumber) {
        return GuardianDoubt::Himself;
    }
    const auto birth = birthDateIn(kind, number);
    return birth && fullYears(*birth, on) < fullAge ? GuardianDoubt::UnderAge : GuardianDoubt::None;
}

} // namespace yichuang
