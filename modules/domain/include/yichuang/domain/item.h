// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/deadline.h>
#include <yichuang/domain/ids.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

enum class CaseType { Immediate, OneReviewOneApprove, Commitment };
[[nodiscard]] std::string_view toText(CaseType type);
[[nodiscard]] std::optional<CaseType> caseTypeFromText(std::string_view text);

enum class HandlingMode { Standard, Tolerance, NotifyAndCommit, Simulated, Parallel };
[[nodiscard]] std::string_view toText(HandlingMode mode);
[[nodiscard]] std::optional<HandlingMode> handlingModeFromText(std::string_view text);

enum class Necessity { Required, Conditional, Optional };
[[nodiscard]] std::string_view toText(Necessity necessity);
[[nodiscard]] std::optional<Necessity> necessityFromText(std::string_view text);

struct Material {
    int seq = 0;
    std::string name;
    std::string form; ///< "original" … as in the catalogue's code list
    std::string formText; ///< 原件 …
    int copies = 0; ///< 0 = shown and handed back
    Necessity necessity = Necessity::Required;
    std::string condition; ///< in words, for the clerk
    bool tolerable = false;
    std::string source; ///< "applicant", "government", "intermediary", "other"
    bool shareable = false; ///< the government holds it: not asked for again
    std::string nameEn;
    std::string conditionEn;
    friend bool operator==(const Material&, const Material&) = default;
};

struct SpecialProcedureKind {
    std::string type;
    std::string basis;
    bool stopsClock = false;
    std::string typeEn;
    friend bool operator==(const SpecialProcedureKind&, const SpecialProcedureKind&) = default;
};

struct Step {
    int seq = 0;
    std::string name;
    std::string role;
    int limitWorkdays = 0;
    std::string nameEn;
    friend bool operator==(const Step&, const Step&) = default;
};

struct Fee {
    std::string name;
    std::string standard;
    std::string basis;
    std::int64_t fen = 0; ///< 0 = worked out by the standard
    std::string nameEn;
    std::string standardEn;
    friend bool operator==(const Fee&, const Fee&) = default;
};

/// One published version of a service item: an immutable value (实施清单 as far as the product needs it).
struct Item {
    ItemId id;
    int version = 1;
    std::string title;
    std::string department;
    std::string departmentCode; ///< credit code of the organ
    std::string implementationCode;
    CaseType caseType = CaseType::Immediate;
    std::vector<std::string> applicantTypes;
    std::optional<Limit> statutory;
    std::string statutoryBasis;
    int promisedWorkdays = 1;
    std::string promiseException;
    int correctionNoticeDays = 5; ///< 0 = on the spot
    std::string correctionNoticeBasis;
    bool hasExtensionRule = false;
    int extensionMaxDays = 0;
    std::string extensionBasis;
    std::string extensionApprover;
    std::vector<std::string> legalBasis; ///< "行政许可法第三十二条"
    std::vector<HandlingMode> modes;
    std::vector<SpecialProcedureKind> specialProcedures;
    std::vector<Step> steps;
    std::string result; ///< empty: an item without a certificate
    std::vector<Material> materials;
    std::vector<Fee> fees;
    int maxVisits = 0;
    std::string organWord; ///< 衡卫: for document numbers
    std::string contactPhone;
    std::string supervisionPhone;
    std::string formSchema; ///< JSON Schema of the item's own form, as text
    std::string validFrom; ///< ISO date, may be empty
    std::string titleEn;
    std::string departmentEn;
    std::string resultEn;
    std::string kindCode; ///< "01" 许可 … (domain.md 5), may be empty
    std::string visitsReason; ///< why the applicant has to come, where maxVisits > 0
    std::string visitsReasonEn;
    bool online = false; ///< can be filed online
    std::string note; ///< for the staff
    /// Who reviews its decisions (行政复议法 24, 27): named on papers with remedies. Empty: the government of the
    /// level.
    std::string reconsiderationOrgan;

    [[nodiscard]] bool allows(HandlingMode mode) const;
    [[nodiscard]] const Material* material(int seq) const;
    friend bool operator==(const Item&, const Item&) = default;
};

} // namespace yichuang
