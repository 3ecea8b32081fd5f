// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law_members.h"

#include <yichuang/domain/item.h>

/// A published item version as a hall entry states it. Not the catalogue's format: that one is for people.
namespace yichuang::json {

template <> struct Members<Material> {
    static constexpr std::tuple list {Member {"seq", &Material::seq, Presence::Required},
        Member {"name", &Material::name, Presence::Required}, Member {"form", &Material::form},
        Member {"form_text", &Material::formText}, Member {"copies", &Material::copies},
        Member {"necessity", &Material::necessity}, Member {"condition", &Material::condition},
        Member {"tolerable", &Material::tolerable}, Member {"source", &Material::source},
        Member {"shareable", &Material::shareable}, Member {"name_en", &Material::nameEn},
        Member {"condition_en", &Material::conditionEn}};
};
template <> struct Members<SpecialProcedureKind> {
    using S = SpecialProcedureKind;
    static constexpr std::tuple list {Member {"type", &S::type, Presence::Required}, Member {"basis", &S::basis},
        Member {"stops_clock", &S::stopsClock}, Member {"type_en", &S::typeEn}};
};
template <> struct Members<Step> {
    static constexpr std::tuple list {Member {"seq", &Step::seq, Presence::Required}, Member {"name", &Step::name},
        Member {"role", &Step::role}, Member {"limit_workdays", &Step::limitWorkdays},
        Member {"name_en", &Step::nameEn}};
};
template <> struct Members<Fee> {
    static constexpr std::tuple list {Member {"name", &Fee::name}, Member {"standard", &Fee::standard},
        Member {"basis", &Fee::basis}, Member {"fen", &Fee::fen}, Member {"name_en", &Fee::nameEn},
        Member {"standard_en", &Fee::standardEn}};
};
template <> struct Members<Item> {
    static constexpr std::tuple list {Member {"id", &Item::id, Presence::Required},
        Member {"version", &Item::version, Presence::Required}, Member {"title", &Item::title},
        Member {"department", &Item::department, Presence::Required}, Member {"department_code", &Item::departmentCode},
        Member {"implementation_code", &Item::implementationCode},
        Member {"case_type", &Item::caseType, Presence::Required}, Member {"applicant_types", &Item::applicantTypes},
        Member {"statutory", &Item::statutory}, Member {"statutory_basis", &Item::statutoryBasis},
        Member {"promised_workdays", &Item::promisedWorkdays}, Member {"promise_exception", &Item::promiseException},
        Member {"correction_notice_days", &Item::correctionNoticeDays},
        Member {"correction_notice_basis", &Item::correctionNoticeBasis},
        Member {"has_extension_rule", &Item::hasExtensionRule}, Member {"extension_max_days", &Item::extensionMaxDays},
        Member {"extension_basis", &Item::extensionBasis}, Member {"extension_approver", &Item::extensionApprover},
        Member {"legal_basis", &Item::legalBasis}, Member {"modes", &Item::modes},
        Member {"special_procedures", &Item::specialProcedures}, Member {"steps", &Item::steps},
        Member {"result", &Item::result}, Member {"materials", &Item::materials}, Member {"fees", &Item::fees},
        Member {"max_visits", &Item::maxVisits}, Member {"organ_word", &Item::organWord},
        Member {"contact_phone", &Item::contactPhone}, Member {"supervision_phone", &Item::supervisionPhone},
        Member {"form_schema", &Item::formSchema}, Member {"valid_from", &Item::validFrom},
        Member {"title_en", &Item::titleEn}, Member {"department_en", &Item::departmentEn},
        Member {"result_en", &Item::resultEn}, Member {"kind_code", &Item::kindCode},
        Member {"visits_reason", &Item::visitsReason}, Member {"visits_reason_en", &Item::visitsReasonEn},
        Member {"online", &Item::online}, Member {"note", &Item::note},
        Member {"reconsideration_organ", &Item::reconsiderationOrgan}};
};

static_assert(coversAllBut<Material>() && coversAllBut<SpecialProcedureKind>() && coversAllBut<Step>());
static_assert(coversAllBut<Fee>() && coversAllBut<Item>());

} // namespace yichuang::json
