// SPDX-License-Identifier: GPL-3.0-or-later
#include "item_reading.h"

#include "object_reader.h"
#include "strict_json.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace yichuang {
namespace {

namespace bj = boost::json;

constexpr std::size_t nameLength = 300;
constexpr std::size_t noteLength = 2000;
constexpr std::int64_t largestFee = 1'000'000'000'000; ///< fen
constexpr int mostDays = 3650;

const std::vector<std::string_view> materialForms {
    "original", "original_for_inspection", "copy", "original_inspected_copy_kept", "electronic"};
const std::vector<std::string_view> materialSources {"applicant", "government", "intermediary", "other"};
const std::vector<std::string_view> necessities {"required", "conditional", "optional"};
const std::vector<std::string_view> caseTypes {"immediate", "one_review_one_approve", "commitment"};
const std::vector<std::string_view> handlingModes {
    "standard", "tolerance", "notify_and_commit", "simulated", "parallel"};
const std::vector<std::string_view> limitUnits {"workday", "calendar_day"};
const std::vector<std::string_view> kindCodes {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20"};

class ItemReading {
public:
    ItemReading(const bj::object& object, const std::string& pointer, std::vector<ItemProblem>& problems)
        : m_reader(object, pointer, problems)
        , m_problems(problems) { }

    [[nodiscard]] Item read() {
        Item item;
        naming(item);
        limits(item);
        extension(item);
        legalBasis(item);
        modes(item);
        list("special_procedures", 30, [&](ObjectReader& each) { item.specialProcedures.push_back(special(each)); });
        list("steps", 30, [&](ObjectReader& each) { item.steps.push_back(step(each)); });
        list("materials", 200, [&](ObjectReader& each) { item.materials.push_back(material(each)); });
        list("fees", 30, [&](ObjectReader& each) { item.fees.push_back(fee(each)); }, Presence::Optional);
        if (const auto* form = m_reader.object("form", Presence::Optional))
            item.formSchema = bj::serialize(*form);
        // Told in the code lists of the file; the codes beside them are what counts.
        for (const auto* member : {"kind_zh", "case_type_zh", "exercise_level", "scope"})
            m_reader.allow(member);
        m_reader.tellUnknown(ProblemSeverity::Warning);
        return item;
    }

private:
    /// A code may stand under its own name or, in samples, under one that says that it is fictitious.
    std::string code(const char* name, const char* sampleName) {
        return m_reader.text(m_reader.has(name) ? name : sampleName, Presence::Optional, 1000);
    }

    void naming(Item& item) {
        item.id = ItemId(m_reader.text("item_id", Presence::Required, 1000));
        item.version = static_cast<int>(m_reader.integer("version", Presence::Optional, 1, 1'000'000, 1));
        item.validFrom = m_reader.isoDate("valid_from", Presence::Optional);
        item.title = m_reader.text("title", Presence::Required, 1000);
        item.titleEn = m_reader.text("title_en", Presence::Optional, nameLength);
        item.department = m_reader.text("department", Presence::Required, nameLength);
        item.departmentEn = m_reader.text("department_en", Presence::Optional, nameLength);
        item.organWord = m_reader.text("organ_word", Presence::Optional, 20);
        item.contactPhone = m_reader.text("contact_phone", Presence::Optional, 40);
        item.supervisionPhone = m_reader.text("supervision_phone", Presence::Optional, 40);
        item.departmentCode = code("dept_uscc", "dept_uscc_sample");
        item.implementationCode = code("impl_code", "impl_code_sample");
        item.kindCode = m_reader.oneOf("kind_code", Presence::Optional, kindCodes);
        item.caseType = caseTypeFromText(m_reader.oneOf("case_type", Presence::Required, caseTypes))
                            .value_or(CaseType::Commitment);
        item.applicantTypes = m_reader.texts("applicant_types", Presence::Optional, nameLength);
        item.result = m_reader.text("result", Presence::Optional, nameLength);
        item.resultEn = m_reader.text("result_en", Presence::Optional, nameLength);
        item.maxVisits = static_cast<int>(m_reader.integer("max_visits", Presence::Optional, 0, 20, 0));
        item.visitsReason = m_reader.text("visits_reason", Presence::Optional, nameLength);
        item.visitsReasonEn = m_reader.text("visits_reason_en", Presence::Optional, nameLength);
        item.online = m_reader.boolean("online", Presence::Optional, false);
        item.note = m_reader.text("note", Presence::Optional, noteLength);
        item.reconsiderationOrgan = m_reader.text("reconsideration_organ", Presence::Optional, nameLength);
    }

    void limits(Item& item) {
        if (const auto* object = m_reader.object("statutory", Presence::Required)) {
            ObjectReader statutory(*object, m_reader.pointerOf("statutory"), m_problems);
            const auto days = statutory.optionalInteger("days", 1, mostDays);
            const auto unit = statutory.oneOf("unit", Presence::Optional, limitUnits);
            item.statutoryBasis = statutory.text("basis", Presence::Optional, noteLength);
            if (days && !unit.empty())
                item.statutory
                    = Limit {static_cast<int>(*days), unit == "workday" ? LimitUnit::Workday : LimitUnit::CalendarDay};
            else if (statutory.has("days") && !statutory.has("unit"))
                statutory.problem("unit", "missing");
            else if (statutory.has("unit") && !statutory.has("days"))
                statutory.problem("days", "missing");
            statutory.tellUnknown(ProblemSeverity::Warning);
        }
        item.promisedWorkdays
            = static_cast<int>(m_reader.integer("promised_workdays", Presence::Required, 1, mostDays, 1));
        item.promiseException = m_reader.text("promise_exception", Presence::Optional, noteLength);
        if (const auto* object = m_reader.object("correction_notice", Presence::Required)) {
            ObjectReader notice(*object, m_reader.pointerOf("correction_notice"), m_problems);
            item.correctionNoticeDays = static_cast<int>(notice.integer("days", Presence::Required, 0, mostDays, 5));
            item.correctionNoticeBasis = notice.text("basis", Presence::Optional, noteLength);
            notice.tellUnknown(ProblemSeverity::Warning);
        }
    }

    void extension(Item& item) {
        const auto* object = m_reader.object("extension", Presence::Optional);
        if (object == nullptr)
            return;
        ObjectReader extension(*object, m_reader.pointerOf("extension"), m_problems);
        item.hasExtensionRule = true;
        item.extensionMaxDays = static_cast<int>(extension.integer("max_days", Presence::Required, 0, mostDays, 1));
        // n days are added to each limit in that limit's own unit, so the unit told here plays no part.
        (void)extension.oneOf("unit", Presence::Optional, limitUnits);
        item.extensionApprover = extension.text("approver", Presence::Optional, nameLength);
        item.extensionBasis = extension.text("basis", Presence::Optional, noteLength);
        extension.tellUnknown(ProblemSeverity::Warning);
    }

    void legalBasis(Item& item) {
        const auto* array = m_reader.array("legal_basis", Presence::Optional, 100);
        if (array == nullptr)
            return;
        for (std::size_t i = 0; i < array->size(); ++i) {
            const std::string pointer = pointerTo(m_reader.pointerOf("legal_basis"), i);
            if (const auto* text = (*array)[i].if_string()) {
                item.legalBasis.emplace_back(text->data(), text->size());
            } else if (const auto* object = (*array)[i].if_object()) {
                ObjectReader basis(*object, pointer, m_problems);
                const auto law = basis.text("law", Presence::Required, nameLength);
                item.legalBasis.push_back(law + basis.text("article", Presence::Optional, nameLength));
                basis.allow("checked");
                basis.tellUnknown(ProblemSeverity::Warning);
            } else {
                m_problems.push_back(
                    {pointer, "wrong_type", {{"expected", "object"}, {"found", std::string(kindName((*array)[i]))}}});
            }
        }
    }

    void modes(Item& item) {
        const auto texts = m_reader.texts("handling_modes", Presence::Required, nameLength);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (const auto mode = handlingModeFromText(texts[i])) {
                item.modes.push_back(*mode);
                continue;
            }
            std::string allowed;
            for (const auto mode : handlingModes)
                allowed += (allowed.empty() ? "" : " ") + std::string(mode);
            m_problems.push_back({pointerTo(m_reader.pointerOf("handling_modes"), i), "not_in_list",
                {{"value", excerpt(texts[i])}, {"allowed", allowed}}});
        }
    }

    template <typename Each>
    void list(std::string_view member, std::size_t max, Each each, Presence presence = Presence::Required) {
        const auto* array = m_reader.array(member, presence, max);
        if (array == nullptr)
            return;
        for (std::size_t i = 0; i < array->size(); ++i) {
            const std::string pointer = pointerTo(m_reader.pointerOf(member), i);
            if (const auto* object = (*array)[i].if_object()) {
                ObjectReader reader(*object, pointer, m_problems);
                each(reader);
                reader.tellUnknown(ProblemSeverity::Warning);
            } else {
                m_problems.push_back(
                    {pointer, "wrong_type", {{"expected", "object"}, {"found", std::string(kindName((*array)[i]))}}});
            }
        }
    }

    SpecialProcedureKind special(ObjectReader& reader) {
        SpecialProcedureKind kind;
        kind.type = reader.text("type", Presence::Required, nameLength);
        kind.typeEn = reader.text("type_en", Presence::Optional, nameLength);
        kind.basis = reader.text("basis", Presence::Optional, noteLength);
        kind.stopsClock = reader.boolean("stops_clock", Presence::Required, false);
        return kind;
    }

    Step step(ObjectReader& reader) {
        Step step;
        step.seq = static_cast<int>(reader.integer("seq", Presence::Required, 1, 1000, 1));
        step.name = reader.text("name", Presence::Required, nameLength);
        step.nameEn = reader.text("name_en", Presence::Optional, nameLength);
        step.role = reader.text("role", Presence::Optional, nameLength);
        step.limitWorkdays = static_cast<int>(reader.integer("limit_workdays", Presence::Required, 0, mostDays, 1));
        return step;
    }

    Material material(ObjectReader& reader) {
        Material material;
        material.seq = static_cast<int>(reader.integer("seq", Presence::Required, 1, 1000, 1));
        material.name = reader.text("name", Presence::Required, nameLength);
        material.nameEn = reader.text("name_en", Presence::Optional, nameLength);
        material.form = reader.oneOf("form", Presence::Required, materialForms);
        material.formText = reader.text("form_zh", Presence::Optional, 40);
        material.copies = static_cast<int>(reader.integer("copies", Presence::Required, 0, 50, 1));
        material.necessity = necessityFromText(reader.oneOf("required", Presence::Required, necessities))
                                 .value_or(Necessity::Required);
        material.condition = reader.text("condition", Presence::Optional, noteLength);
        material.conditionEn = reader.text("condition_en", Presence::Optional, noteLength);
        material.tolerable = reader.boolean("tolerable", Presence::Optional, false);
        material.source = reader.oneOf("source", Presence::Required, materialSources);
        material.shareable = reader.boolean("shareable", Presence::Optional, false);
        reader.allow("source_zh");
        return material;
    }

    Fee fee(ObjectReader& reader) {
        Fee fee;
        fee.name = reader.text("name", Presence::Required, nameLength);
        fee.nameEn = reader.text("name_en", Presence::Optional, nameLength);
        fee.standard = reader.text("standard", Presence::Optional, noteLength);
        fee.standardEn = reader.text("standard_en", Presence::Optional, noteLength);
        fee.basis = reader.text("basis", Presence::Optional, noteLength);
        fee.fen = reader.integer("fen", Presence::Optional, -largestFee, largestFee, 0);
        reader.allow("checked");
        return fee;
    }

    ObjectReader m_reader;
    std::vector<ItemProblem>& m_problems;
};

} // namespace

Item readItem(const bj::object& object, const std::string& pointer, std::vector<ItemProblem>& problems) {
    return ItemReading(object, pointer, problems).read();
}

} // namespace yichuang
