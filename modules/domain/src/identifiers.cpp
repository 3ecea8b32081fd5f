// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/identifiers.h>

#include "checks.h"
#include "unicode.h"

#include <algorithm>
#include <array>

namespace yichuang {

namespace {

constexpr std::size_t residentLength = 18;
constexpr std::size_t firstGenerationLength = 15;
constexpr std::size_t implementationLength = 31;

bool isLetter(char character) {
    return character >= 'A' && character <= 'Z';
}

bool isUpperAlphanumeric(std::string_view text) {
    return std::all_of(
        text.begin(), text.end(), [](char character) { return isLetter(character) || allDigits({&character, 1}); });
}

/// NFKC, blanks and hyphens dropped, upper case.
std::u32string normalizedIdentifier(std::string_view value) {
    std::u32string result;
    for (char32_t character : compatibilityForm(value)) {
        if (isBlank(character) || character == U'-' || character == U'\u2010' || character == U'\u2011') {
            continue;
        }
        if (character >= U'a' && character <= U'z') {
            character = character - U'a' + U'A';
        }
        result.push_back(character);
    }
    return result;
}

/// The first two digits of a division code (GB/T 2260) in mainland China. Finer codes come and go; old numbers keep
/// them.
bool isProvince(std::string_view twoDigits) {
    constexpr std::array<std::string_view, 31> provinces {"11", "12", "13", "14", "15", "21", "22", "23", "31", "32",
        "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62",
        "63", "64", "65"};
    return std::find(provinces.begin(), provinces.end(), twoDigits) != provinces.end();
}

std::optional<CivilDate> compactDate(std::string_view eightDigits) {
    if (eightDigits.size() != 8 || !allDigits(eightDigits)) {
        return std::nullopt;
    }
    std::string text {eightDigits};
    text.insert(6, 1, '-');
    text.insert(4, 1, '-');
    return parseIsoDate(text);
}

std::string_view birthAndCheckFault(std::string_view number, CivilDate today) {
    const auto birth = compactDate(number.substr(6, 8));
    if (!birth) {
        return "birth_date";
    }
    if (*birth > today) {
        return "birth_date_future";
    }
    return residentCheckCharacter(number.substr(0, 17)) == number[17] ? "ok" : "check_digit";
}

bool hasResidentCharacters(std::string_view number) {
    return allDigits(number.substr(0, 17)) && (number[17] == 'X' || allDigits(number.substr(17)));
}

std::string_view residentFault(std::string_view number, bool permit, CivilDate today) {
    if (number.size() == firstGenerationLength && allDigits(number)) {
        return "legacy_15";
    }
    if (number.size() != residentLength) {
        return "length";
    }
    if (!hasResidentCharacters(number)) {
        return "charset";
    }
    const std::string_view area = number.substr(0, 6);
    const bool known
        = permit ? area == "810000" || area == "820000" || area == "830000" : isProvince(area.substr(0, 2));
    return known ? birthAndCheckFault(number, today) : "area_code";
}

std::string_view permanentResidentFault(std::string_view number, CivilDate today) {
    if (number.size() != residentLength) {
        return "length";
    }
    if (!hasResidentCharacters(number)) {
        return "charset";
    }
    if (number[0] != '9') {
        return "type_digit";
    }
    return isProvince(number.substr(1, 2)) ? birthAndCheckFault(number, today) : "area_code";
}

std::string_view creditCodeLengthAndFault(std::string_view code) {
    if (code.size() == firstGenerationLength && allDigits(code)) {
        return "legacy_15";
    }
    return code.size() == residentLength ? creditCodeFault(code) : "length";
}

/// `letters` leading letters, digits after them.
std::string_view plainNumberFault(std::string_view number, std::size_t length, std::size_t letters) {
    if (number.size() != length) {
        return "length";
    }
    const std::string_view head = number.substr(0, letters);
    return std::all_of(head.begin(), head.end(), isLetter) && allDigits(number.substr(letters)) ? "ok" : "charset";
}

std::string_view passportFault(std::string_view number) {
    if (number.size() != 9) {
        return "length";
    }
    const bool second = isLetter(number[1]) || allDigits(number.substr(1, 1));
    return number[0] == 'E' && second && allDigits(number.substr(2)) ? "ok" : "charset";
}

std::string_view travelPermitFault(std::string_view number) {
    const std::string_view fault = plainNumberFault(number, 9, 1);
    return fault == "ok" && number[0] != 'H' && number[0] != 'M' ? "charset" : fault;
}

/// 18 credit code of the organ + 1 level + 12 basic code + what follows.
std::string_view implementationFault(std::string_view code, std::size_t length, bool dated) {
    if (code.size() != length) {
        return "length";
    }
    if (!isUpperAlphanumeric(code.substr(0, residentLength)) || !allDigits(code.substr(residentLength))) {
        return "charset";
    }
    if (dated && !compactDate(code.substr(implementationLength, 8))) {
        return "date";
    }
    if (creditCodeFault(code.substr(0, residentLength)) != "ok") {
        return "uscc";
    }
    return code[residentLength] >= '1' && code[residentLength] <= '7' ? "ok" : "level";
}

std::string_view caseNumberFault(std::string_view number) {
    if (number.size() != 14) {
        return "length";
    }
    if (!allDigits(number)) {
        return "charset";
    }
    if (makeCaseNo(number.substr(0, 3), yearOfCaseNo(number), serialOfCaseNo(number)) != number) {
        return "check_digits";
    }
    return serialOfCaseNo(number) == 0 ? "serial_zero" : "ok";
}

std::string_view faultOf(IdentifierKind kind, std::string_view value, CivilDate today) {
    switch (kind) {
    case IdentifierKind::ResidentId:
        return residentFault(value, false, today);
    case IdentifierKind::HmtResidence:
        return residentFault(value, true, today);
    case IdentifierKind::HmtTravelPermit:
        return travelPermitFault(value);
    case IdentifierKind::TwnTravelPermit:
        return plainNumberFault(value, 8, 0);
    case IdentifierKind::PassportCn:
        return passportFault(value);
    case IdentifierKind::ForeignPr2017:
        return plainNumberFault(value, 15, 3);
    case IdentifierKind::ForeignPr2023:
        return permanentResidentFault(value, today);
    case IdentifierKind::Uscc:
        return creditCodeLengthAndFault(value);
    case IdentifierKind::CaseNo:
        return caseNumberFault(value);
    case IdentifierKind::PlatformCaseNo:
        return implementationFault(value, 43, true);
    case IdentifierKind::ItemBasicCode:
        return plainNumberFault(value, 12, 0);
    case IdentifierKind::ItemImplCode:
        return implementationFault(value, implementationLength, false);
    case IdentifierKind::ItemHandleCode:
        return implementationFault(value, 33, false);
    case IdentifierKind::Phone:
        break; // read by readPhone, which keeps its hyphens
    }
    return "charset";
}

} // namespace

std::string_view toText(IdentifierKind kind) {
    switch (kind) {
    case IdentifierKind::ResidentId:
        return "resident_id";
    case IdentifierKind::HmtResidence:
        return "hmt_residence";
    case IdentifierKind::HmtTravelPermit:
        return "hmt_travel_permit";
    case IdentifierKind::TwnTravelPermit:
        return "twn_travel_permit";
    case IdentifierKind::PassportCn:
        return "passport_cn";
    case IdentifierKind::ForeignPr2017:
        return "foreign_pr_2017";
    case IdentifierKind::ForeignPr2023:
        return "foreign_pr_2023";
    case IdentifierKind::Uscc:
        return "uscc";
    case IdentifierKind::Phone:
        return "phone";
    case IdentifierKind::CaseNo:
        return "case_no";
    case IdentifierKind::PlatformCaseNo:
        return "platform_case_no";
    case IdentifierKind::ItemBasicCode:
        return "item_basic_code";
    case IdentifierKind::ItemImplCode:
        return "item_impl_code";
    case IdentifierKind::ItemHandleCode:
        return "item_handle_code";
    }
    return {};
}

std::optional<IdentifierKind> identifierKindFromText(std::string_view text) {
    for (const IdentifierKind candidate : {IdentifierKind::ResidentId, IdentifierKind::HmtResidence,
             IdentifierKind::HmtTravelPermit, IdentifierKind::TwnTravelPermit, IdentifierKind::PassportCn,
             IdentifierKind::ForeignPr2017, IdentifierKind::ForeignPr2023, IdentifierKind::Uscc, IdentifierKind::Phone,
             IdentifierKind::CaseNo, IdentifierKind::PlatformCaseNo, IdentifierKind::ItemBasicCode,
             IdentifierKind::ItemImplCode, IdentifierKind::ItemHandleCode}) {
        if (toText(candidate) == text) {
            return candidate;
        }
    }
    return std::nullopt;
}
Identification identify(IdentifierKind kind, std::string_view value, CivilDate today) {
    Identification result;
    if (kind == IdentifierKind::Phone) {
        result.reason = readPhone(value, result.normalized);
        result.valid = result.reason == "ok";
        return result;
    }
    std::string plain;
    for (const char32_t character : normalizedIdentifier(value)) {
        // One byte for one character: whatever lies beyond ASCII fails the character check, not the length.
        plain += character < 0x80 ? static_cast<char>(character) : '?';
    }
    result.reason = faultOf(kind, plain, today);
    result.valid = result.reason == "ok";
    if (result.valid) {
        result.normalized = std::move(plain);
    }
    return result;
}

const std::vector<IdentifierKind>& personNumberKinds() {
    static const std::vector<IdentifierKind> kinds {IdentifierKind::ResidentId, IdentifierKind::HmtResidence,
        IdentifierKind::ForeignPr2023, IdentifierKind::ForeignPr2017, IdentifierKind::PassportCn,
        IdentifierKind::HmtTravelPermit, IdentifierKind::TwnTravelPermit};
    return kinds;
}

bool namesApplicant(IdentifierKind kind) {
    const auto& persons = personNumberKinds();
    return kind == IdentifierKind::Uscc || std::find(persons.begin(), persons.end(), kind) != persons.end();
}

std::optional<IdentifierKind> applicantNumberKind(std::string_view value, CivilDate today) {
    for (const IdentifierKind kind : personNumberKinds()) {
        if (identify(kind, value, today).valid) {
            return kind;
        }
    }
    return identify(IdentifierKind::Uscc, value, today).valid ? std::optional {IdentifierKind::Uscc} : std::nullopt;
}

bool hasCheckDigit(IdentifierKind kind) {
    return kind == IdentifierKind::ResidentId || kind == IdentifierKind::HmtResidence
        || kind == IdentifierKind::ForeignPr2023 || kind == IdentifierKind::Uscc;
}

std::optional<CivilDate> birthDateOf(std::string_view normalizedResidentId) {
    if (normalizedResidentId.size() != residentLength) {
        return std::nullopt;
    }
    return compactDate(normalizedResidentId.substr(6, 8));
}

std::string masked(IdentifierKind kind, std::string_view normalized) {
    std::string result {normalized};
    const auto cover = [&result](std::size_t from, std::size_t count) { result.replace(from, count, count, '*'); };
    const bool personal = kind == IdentifierKind::ResidentId || kind == IdentifierKind::HmtResidence
        || kind == IdentifierKind::ForeignPr2023;
    if (personal && result.size() == residentLength) {
        cover(6, 8);
    } else if (kind == IdentifierKind::Phone && result.size() == 11 && allDigits(result)) {
        cover(3, 4);
    } else {
        const std::size_t shown = 2;
        cover(0, result.size() > shown ? result.size() - shown : result.size());
    }
    return result;
}

} // namespace yichuang
