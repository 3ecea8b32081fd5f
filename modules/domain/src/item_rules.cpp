// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/item_rules.h>
#include <yichuang/domain/item_versions.h>

#include "form_text.h"

#include <yichuang/domain/identifiers.h>

#include <algorithm>
#include <array>
#include <set>

namespace yichuang {
namespace {

constexpr std::size_t longestCode = 64;
constexpr std::size_t longestItemId = 195; ///< bytes: a stream's id has at most 200, "item:" included
constexpr std::size_t longestTitle = 200;
constexpr int longestCorrectionWindow = 5; ///< 行政许可法 32(4)
constexpr int longestExtension = 10; ///< 行政许可法 42
constexpr int longestJointExtension = 15; ///< 行政许可法 42(2), handled jointly

bool isBlank(std::string_view text) {
    return trimmed(text).empty();
}

/// A Chinese numeral from 1 to 99, or digits; 0 for anything else.
int articleNumber(std::string_view text) {
    constexpr std::array<std::string_view, 10> numerals {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    for (int number = 1; number < 100; ++number) {
        const auto tens = static_cast<std::size_t>(number / 10);
        const auto ones = static_cast<std::size_t>(number % 10);
        std::string numeral(tens > 1 ? numerals[tens] : "");
        numeral += (tens > 0 ? "十" : "") + std::string(numerals[ones]);
        if (text == numeral || text == std::to_string(number))
            return number;
    }
    return 0;
}

/// What follows "行政许可法第…条" in a basis that begins with that article, however the law and the number are written:
/// 《行政许可法》第45条, 中华人民共和国行政许可法第四十五条. Empty for any other beginning.
std::optional<std::string> behindArticle(std::string_view basis, int article) {
    std::string text = compatibleText(basis);
    for (const std::string_view mark : {"《", "》", "〈", "〉", "<", ">", "“", "”", "\"", " ", "\t", "\u3000"}) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
            text.erase(at, mark.size());
    }
    std::string_view rest = text;
    const auto take = [&rest](std::string_view front) {
        const bool there = rest.starts_with(front);
        rest.remove_prefix(there ? front.size() : 0);
        return there;
    };
    take("中华人民共和国");
    if (!take("行政许可法") || !take("第"))
        return std::nullopt;
    const auto end = rest.find("条");
    if (end == std::string_view::npos || articleNumber(rest.substr(0, end)) != article)
        return std::nullopt;
    rest.remove_prefix(end + std::string_view("条").size());
    return std::string(rest);
}

/// No other law stands beside that article.
bool isArticleAlone(std::string_view basis, int article) {
    const auto behind = behindArticle(basis, article);
    return behind && behind->find("法") == std::string::npos && behind->find("条") == std::string::npos;
}

class Check {
public:
    explicit Check(const Item& item)
        : m_item(item) { }

    [[nodiscard]] std::vector<ItemProblem> run() {
        naming();
        limits();
        steps();
        modes();
        specialProcedures();
        extension();
        materials();
        fees();
        contact();
        return std::move(m_problems);
    }

private:
    using Arguments = std::map<std::string, std::string>;

    void error(std::string field, std::string rule, Arguments arguments = {}) {
        m_problems.push_back({std::move(field), std::move(rule), std::move(arguments), ProblemSeverity::Error});
    }
    void warning(std::string field, std::string rule, Arguments arguments = {}) {
        m_problems.push_back({std::move(field), std::move(rule), std::move(arguments), ProblemSeverity::Warning});
    }

    void code(const std::string& field, const std::string& value) {
        const auto length = codePointCount(value).value_or(value.size());
        if (length > longestCode)
            error(field, "code_length", {{"length", std::to_string(length)}, {"max", std::to_string(longestCode)}});
    }

    void naming() {
        code("/item_id", m_item.id.value());
        if (const auto bytes = m_item.id.value().size(); bytes > longestItemId) {
            error("/item_id", "code_length",
                {{"length", std::to_string(bytes)}, {"max", std::to_string(longestItemId)}, {"unit", "bytes"}});
        }
        if (isBlank(m_item.title))
            error("/title", "title");
        if (const auto length = codePointCount(m_item.title).value_or(0); length > longestTitle)
            error(
                "/title", "title_length", {{"length", std::to_string(length)}, {"max", std::to_string(longestTitle)}});
        if (isBlank(m_item.department))
            error("/department", "department");
        if (m_item.version < 1)
            error("/version", "version");
        if (!m_item.validFrom.empty() && !parseIsoDate(m_item.validFrom))
            error("/valid_from", "valid_from");
        code("/impl_code", m_item.implementationCode);
        if (const auto profile = codeProfileOf(m_item.implementationCode);
            profile.profile != "unknown" && profile.reason != "ok") {
            error("/impl_code", "code", {{"profile", profile.profile}, {"reason", profile.reason}});
        }
        if (!m_item.departmentCode.empty()) {
            // Only the form of the code is judged, so any day serves as today.
            const auto found = identify(IdentifierKind::Uscc, m_item.departmentCode, CivilDate {});
            if (!found.valid)
                error("/dept_uscc", "code", {{"profile", "uscc"}, {"reason", found.reason}});
        }
        if (m_item.legalBasis.empty())
            warning("/legal_basis", "legal_basis");
        if (isBlank(m_item.organWord))
            warning("/organ_word", "organ_word");
        if (m_item.formSchema.empty())
            warning("/form", "form_missing");
    }

    void limits() {
        const int ceiling = promiseCeiling(m_item.caseType);
        const bool excepted = m_item.caseType == CaseType::Commitment && !isBlank(m_item.promiseException);
        if (m_item.promisedWorkdays > ceiling && !excepted) {
            error("/promised_workdays", "promise_over_ceiling",
                {{"promised", std::to_string(m_item.promisedWorkdays)}, {"ceiling", std::to_string(ceiling)}});
        }
        // Two limits compare only in one unit: 3 working days may be longer or shorter than 3 calendar days.
        if (m_item.statutory && m_item.statutory->unit == LimitUnit::Workday
            && m_item.promisedWorkdays > m_item.statutory->days) {
            error("/promised_workdays", "promise_over_statutory",
                {{"promised", std::to_string(m_item.promisedWorkdays)},
                    {"statutory", std::to_string(m_item.statutory->days)}});
        }
        if (isBlank(m_item.statutoryBasis))
            warning("/statutory/basis", "statutory_basis");
        if (m_item.correctionNoticeDays > longestCorrectionWindow) {
            error("/correction_notice/days", "correction_window",
                {{"days", std::to_string(m_item.correctionNoticeDays)},
                    {"max", std::to_string(longestCorrectionWindow)}});
        }
    }

    void steps() {
        const int expected = stepsOf(m_item.caseType);
        if (m_item.steps.size() != static_cast<std::size_t>(expected)) {
            error("/steps", "steps_count",
                {{"steps", std::to_string(m_item.steps.size())}, {"expected", std::to_string(expected)}});
        }
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < m_item.steps.size(); ++i) {
            const auto& step = m_item.steps[i];
            const std::string place = "/steps/" + std::to_string(i);
            if (step.seq < 1 || (i > 0 && step.seq <= m_item.steps[i - 1].seq))
                error(place + "/seq", "step_sequence");
            if (step.limitWorkdays < 1)
                error(place + "/limit_workdays", "step_limit");
            sum += step.limitWorkdays;
        }
        if (sum != m_item.promisedWorkdays) {
            error("/steps", "steps_sum",
                {{"sum", std::to_string(sum)}, {"promised", std::to_string(m_item.promisedWorkdays)}});
        }
    }

    void modes() {
        if (m_item.modes.empty())
            error("/handling_modes", "no_modes");
        std::set<HandlingMode> seen;
        for (std::size_t i = 0; i < m_item.modes.size(); ++i) {
            if (!seen.insert(m_item.modes[i]).second)
                error("/handling_modes/" + std::to_string(i), "duplicate_mode");
        }
        if (m_item.caseType == CaseType::Immediate && m_item.allows(HandlingMode::Tolerance))
            error("/handling_modes", "tolerance_immediate");
    }

    void specialProcedures() {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < m_item.specialProcedures.size(); ++i) {
            const auto& special = m_item.specialProcedures[i];
            const std::string place = "/special_procedures/" + std::to_string(i);
            if (isBlank(special.type))
                error(place + "/type", "special_type");
            if (!seen.insert(special.type).second)
                error(place + "/type", "special_twice", {{"type", special.type}});
            if (isBlank(special.basis)) {
                if (special.stopsClock)
                    error(place + "/stops_clock", "special_basis", {{"type", special.type}});
                else
                    warning(place + "/basis", "special_basis", {{"type", special.type}});
            } else if (special.stopsClock && !isSpecialProcedureOfArticle45(special.type)
                && isArticleAlone(special.basis, 45)) {
                error(place + "/type", "special_not_listed", {{"type", special.type}});
            }
        }
    }

    void extension() {
        if (!m_item.hasExtensionRule)
            return;
        if (m_item.extensionMaxDays < 1)
            error("/extension/max_days", "extension_days");
        if (isBlank(m_item.extensionBasis)) {
            error("/extension/basis", "extension_basis");
        } else if (behindArticle(m_item.extensionBasis, 42)) {
            const int most = m_item.allows(HandlingMode::Parallel) ? longestJointExtension : longestExtension;
            if (m_item.extensionMaxDays > most) {
                error("/extension/max_days", "extension_over_law",
                    {{"days", std::to_string(m_item.extensionMaxDays)}, {"max", std::to_string(most)}});
            }
        }
    }

    void materials() {
        for (std::size_t i = 0; i < m_item.materials.size(); ++i) {
            const auto& material = m_item.materials[i];
            const std::string place = "/materials/" + std::to_string(i);
            const Arguments which {{"material", std::to_string(material.seq)}};
            if (material.seq < 1 || (i > 0 && material.seq <= m_item.materials[i - 1].seq))
                error(place + "/seq", "material_sequence", which);
            if (isBlank(material.name))
                error(place + "/name", "material_name", which);
            if (material.tolerable && !m_item.allows(HandlingMode::Tolerance))
                error(place + "/tolerable", "tolerable_without_mode", which);
            if ((material.copies == 0) != (material.form == "original_for_inspection"))
                error(place + "/copies", "copies_inspection", which);
            if (material.necessity == Necessity::Conditional && isBlank(material.condition))
                error(place + "/condition", "condition_missing", which);
        }
    }

    void fees() {
        for (std::size_t i = 0; i < m_item.fees.size(); ++i) {
            const auto& fee = m_item.fees[i];
            const std::string place = "/fees/" + std::to_string(i);
            const Arguments which {{"fee", fee.name}};
            if (isBlank(fee.name))
                error(place + "/name", "fee_name");
            if (isBlank(fee.standard))
                error(place + "/standard", "fee_standard", which);
            if (isBlank(fee.basis))
                warning(place + "/basis", "fee_basis", which);
            if (fee.fen < 0)
                error(place + "/fen", "fee_negative", which);
        }
    }

    void contact() {
        if (m_item.maxVisits > 0 && isBlank(m_item.visitsReason))
            warning("/visits_reason", "visits_reason");
        const auto enquiry = phone("/contact_phone", m_item.contactPhone);
        const auto complaint = phone("/supervision_phone", m_item.supervisionPhone);
        if (!enquiry.empty() && enquiry == complaint)
            error("/supervision_phone", "phones_equal");
    }

    /// The number as it is compared; as it stands there if it is none.
    std::string phone(const std::string& field, const std::string& value) {
        if (value.empty()) {
            warning(field, "phone_missing");
            return value;
        }
        const auto found = identify(IdentifierKind::Phone, value, CivilDate {});
        if (!found.valid)
            error(field, "phone", {{"reason", found.reason}});
        return found.valid ? found.normalized : value;
    }

    const Item& m_item;
    std::vector<ItemProblem> m_problems;
};

} // namespace

int promiseCeiling(CaseType type) {
    switch (type) {
    case CaseType::Immediate:
        return 1;
    case CaseType::OneReviewOneApprove:
        return 3;
    case CaseType::Commitment:
        return 10;
    }
    return 0;
}

int stepsOf(CaseType type) {
    switch (type) {
    case CaseType::Immediate:
        return 1;
    case CaseType::OneReviewOneApprove:
        return 2;
    case CaseType::Commitment:
        return 3;
    }
    return 0;
}

bool isSpecialProcedureOfArticle45(std::string_view type) {
    constexpr std::array<std::string_view, 8> listed {
        "听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审"};
    return std::ranges::find(listed, type) != listed.end();
}

std::vector<ItemProblem> checkItem(const Item& item) {
    return Check(item).run();
}

std::optional<CivilDate> dayStillToCome(const Item& item, CivilDate today) {
    const auto from = parseIsoDate(item.validFrom);
    return from && *from > today ? from : std::nullopt;
}

CodeProfile codeProfileOf(std::string_view code) {
    CodeProfile result {"unknown", "ok", {}};
    const auto creditCodeIn = [](std::string_view part) {
        const auto found = identify(IdentifierKind::Uscc, part, CivilDate {});
        return found.valid ? found.normalized : std::string {};
    };
    std::optional<IdentifierKind> kind;
    if (code.find('-') == std::string_view::npos) {
        if (code.size() == 12)
            kind = IdentifierKind::ItemBasicCode;
        else if (code.size() == 31)
            kind = IdentifierKind::ItemImplCode;
        else if (code.size() == 33)
            kind = IdentifierKind::ItemHandleCode;
    }
    if (kind) {
        result.profile = toText(*kind);
        result.reason = identify(*kind, code, CivilDate {}).reason;
        if (code.size() > 18)
            result.creditCode = creditCodeIn(code.substr(0, 18));
        return result;
    }
    // Other provinces write more parts, joined by hyphens; the organ's credit code is one of them, often with a suffix.
    for (std::size_t start = 0; start < code.size() && result.creditCode.empty();) {
        const auto end = std::min(code.find('-', start), code.size());
        if (const auto part = code.substr(start, end - start); part.size() >= 18)
            result.creditCode = creditCodeIn(part.substr(part.size() - 18));
        start = end + 1;
    }
    return result;
}

} // namespace yichuang
