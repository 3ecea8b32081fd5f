// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// The kinds of domain.md 4; text names as in identifiers.csv ("resident_id" …).
enum class IdentifierKind {
    ResidentId,
    HmtResidence,
    HmtTravelPermit,
    TwnTravelPermit,
    PassportCn,
    ForeignPr2017,
    ForeignPr2023,
    Uscc,
    Phone,
    CaseNo,
    PlatformCaseNo,
    ItemBasicCode,
    ItemImplCode,
    ItemHandleCode
};

struct Identification {
    bool valid = false;
    std::string normalized; ///< empty when invalid
    std::string reason; ///< "ok", "length", "charset", "check_digit" … (domain.md 4); the first failure found
    friend bool operator==(const Identification&, const Identification&) = default;
};

[[nodiscard]] std::optional<IdentifierKind> identifierKindFromText(std::string_view name);
[[nodiscard]] std::string_view toText(IdentifierKind kind);

/// Checks in the order normalise (NFKC, blanks and hyphens dropped, upper case) → length → characters → area → date →
/// check digit. `today` decides what is a birth date in the future. Pure, any thread.
[[nodiscard]] Identification identify(IdentifierKind kind, std::string_view value, CivilDate today);

/// Kinds of number that a person is named by, in the order in which a typed one is tried.
[[nodiscard]] const std::vector<IdentifierKind>& personNumberKinds();
/// A person's number or an organisation's credit code: what one applicant is told from another by.
[[nodiscard]] bool namesApplicant(IdentifierKind kind);
/// The kind by which a full number names an applicant; empty where it names none.
[[nodiscard]] std::optional<IdentifierKind> applicantNumberKind(std::string_view value, CivilDate today);
/// Of an applicant's number: whether it proves itself whole. Without a check digit, eight digits of a longer number
/// that is still being typed are a Taiwan travel permit.
[[nodiscard]] bool hasCheckDigit(IdentifierKind kind);

/// Of a valid resident ID / permit: for "as typed" feedback and for guardian fields.
[[nodiscard]] std::optional<CivilDate> birthDateOf(std::string_view normalizedResidentId);

/// 430400********0011 and 139****0000 (domain.md 10); other values: all but the last two characters.
[[nodiscard]] std::string masked(IdentifierKind kind, std::string_view normalized);

/// A case number as printed: "400 26 001 2345 46". Input: 14 digits.
[[nodiscard]] std::string groupedCaseNo(std::string_view digits);
/// The 14 digits of centre (3), year of issue (2), serial (1…9999999) and MOD 97-10 check. domain.md 4.
[[nodiscard]] std::string makeCaseNo(std::string_view centre, int year, int serial);
/// Four-digit year of issue of a valid number ("26" → 2026).
[[nodiscard]] int yearOfCaseNo(std::string_view digits);
[[nodiscard]] int serialOfCaseNo(std::string_view digits);

/// A person's name as it is stored: NFC, blanks trimmed and collapsed, every middle dot (U+2022, U+30FB, U+2027,
/// U+FF65, U+22C5, U+00B7, blanks around) as U+00B7. All other code points stay as they are.
[[nodiscard]] std::string normalizedName(std::string_view typed);

/// 2018-11-02, 2018/11/2, 2018.11.2, 2018年11月2日, full width, 20181102 → a date; else the cause: "two_digit_year",
/// "order_unclear", "no_such_month", "no_such_day", "lunar", "republic_year", "unreadable".
struct DateReading {
    std::optional<CivilDate> date;
    std::string reason;
};
[[nodiscard]] DateReading readDate(std::string_view typed);

} // namespace yichuang
