// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yichuang {

/// Who applies, as a case's particulars name him: the part of "applicant" that tells one applicant from another and how
/// he is reached. Who acts for him stands in the same text and is nobody's business here.
struct NamedApplicant {
    std::string kind = "person"; ///< or "organisation"
    std::string name;
    std::string idKind;
    std::string idNumber;
    std::string phone;
    std::string address;
    std::string legalRepresentative;
    friend bool operator==(const NamedApplicant&, const NamedApplicant&) = default;
};

/// Of a line of particulars: the applicant whom it names; empty where it names none or can't be read. Never throws.
[[nodiscard]] std::optional<NamedApplicant> applicantIn(std::string_view particularsLine);
/// What an `amend` of that field ("applicant.phone" …) says in his stead, by its line of particulars. False for a field
/// that is none of his, or a line that can't be read.
bool amendApplicant(NamedApplicant& applicant, std::string_view field, std::string_view particularsLine);
/// Whether an `amend` of that field makes him be found by another number.
[[nodiscard]] bool amendsApplicantNumber(std::string_view field);

} // namespace yichuang
