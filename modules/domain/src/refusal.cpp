// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/law.h>

namespace yichuang {

std::string_view toText(RefusalCode code) {
    switch (code) {
    case RefusalCode::BadState:
        return "bad_state";
    case RefusalCode::NotPermitted:
        return "not_permitted";
    case RefusalCode::UnknownCommand:
        return "unknown_command";
    case RefusalCode::DateOrder:
        return "date_order";
    case RefusalCode::NotYet:
        return "not_yet";
    case RefusalCode::WindowOver:
        return "window_over";
    case RefusalCode::WindowOpen:
        return "window_open";
    case RefusalCode::NoRequest:
        return "no_request";
    case RefusalCode::AlreadyRequested:
        return "already_requested";
    case RefusalCode::SamePerson:
        return "same_person";
    case RefusalCode::NoMandate:
        return "no_mandate";
    case RefusalCode::NotOwnDepartment:
        return "not_own_department";
    case RefusalCode::NotAssigned:
        return "not_assigned";
    case RefusalCode::NoReviewer:
        return "no_reviewer";
    case RefusalCode::Separation:
        return "separation";
    case RefusalCode::Interest:
        return "interest";
    case RefusalCode::IdentityNotChecked:
        return "identity_not_checked";
    case RefusalCode::ItemNotInForce:
        return "item_not_in_force";
    case RefusalCode::BadCaseNumber:
        return "bad_case_number";
    case RefusalCode::ModeNotAllowed:
        return "mode_not_allowed";
    case RefusalCode::NotCurable:
        return "not_curable";
    case RefusalCode::SecondNotice:
        return "second_notice";
    case RefusalCode::NoFullList:
        return "no_full_list";
    case RefusalCode::UnknownMaterial:
        return "unknown_material";
    case RefusalCode::BadPeriod:
        return "bad_period";
    case RefusalCode::NothingSupplied:
        return "nothing_supplied";
    case RefusalCode::NotInScope:
        return "not_in_scope";
    case RefusalCode::ImproperForm:
        return "improper_form";
    case RefusalCode::Incomplete:
        return "incomplete";
    case RefusalCode::NothingMissing:
        return "nothing_missing";
    case RefusalCode::NotTolerable:
        return "not_tolerable";
    case RefusalCode::NoPromise:
        return "no_promise";
    case RefusalCode::BadCredit:
        return "bad_credit";
    case RefusalCode::NoToleranceImmediate:
        return "no_tolerance_immediate";
    case RefusalCode::ToleranceTooShort:
        return "tolerance_too_short";
    case RefusalCode::ToleranceOpen:
        return "tolerance_open";
    case RefusalCode::NoTolerance:
        return "no_tolerance";
    case RefusalCode::NoPledge:
        return "no_pledge";
    case RefusalCode::BadGround:
        return "bad_ground";
    case RefusalCode::KindNotListed:
        return "kind_not_listed";
    case RefusalCode::NoBasis:
        return "no_basis";
    case RefusalCode::NoDays:
        return "no_days";
    case RefusalCode::NoResult:
        return "no_result";
    case RefusalCode::NoExtension:
        return "no_extension";
    case RefusalCode::ExtensionTooLate:
        return "extension_too_late";
    case RefusalCode::AlreadyExtended:
        return "already_extended";
    case RefusalCode::HeadNotApproved:
        return "head_not_approved";
    case RefusalCode::NoOpinion:
        return "no_opinion";
    case RefusalCode::OneOfficer:
        return "one_officer";
    case RefusalCode::NoReason:
        return "no_reason";
    case RefusalCode::NoReasons:
        return "no_reasons";
    case RefusalCode::NotImmediate:
        return "not_immediate";
    case RefusalCode::NotGrant:
        return "not_grant";
    case RefusalCode::NotSealed:
        return "not_sealed";
    case RefusalCode::NoCollector:
        return "no_collector";
    case RefusalCode::NotInWriting:
        return "not_in_writing";
    case RefusalCode::IrregularOpen:
        return "irregular_open";
    case RefusalCode::NotIrregular:
        return "not_irregular";
    case RefusalCode::CalendarUnknown:
        return "calendar_unknown";
    case RefusalCode::WrongTarget:
        return "wrong_target";
    case RefusalCode::UnknownPerson:
        return "unknown_person";
    case RefusalCode::PersonDisabled:
        return "person_disabled";
    case RefusalCode::WrongWindow:
        return "wrong_window";
    }
    return {};
}

std::optional<RefusalCode> refusalCodeFromText(std::string_view text) {
    for (int number = 0; number <= static_cast<int>(RefusalCode::WrongWindow); ++number) {
        const auto candidate = static_cast<RefusalCode>(number);
        if (toText(candidate) == text) {
            return candidate;
        }
    }
    return std::nullopt;
}

std::string_view articleOf(RefusalCode code) {
    switch (code) {
    case RefusalCode::WindowOver:
    case RefusalCode::SecondNotice:
    case RefusalCode::NoFullList:
        return "行政许可法第三十二条第一款第四项";
    case RefusalCode::NotCurable:
        return "行政许可法第三十二条第一款第三项";
    case RefusalCode::NotInScope:
        return "行政许可法第三十二条第一款第二项";
    case RefusalCode::ImproperForm:
    case RefusalCode::Incomplete:
        return "行政许可法第三十二条第一款第五项";
    case RefusalCode::BadGround:
        return "行政许可法第三十二条";
    case RefusalCode::KindNotListed:
    case RefusalCode::NoDays:
        return "行政许可法第四十五条";
    case RefusalCode::NoExtension:
    case RefusalCode::ExtensionTooLate:
    case RefusalCode::AlreadyExtended:
    case RefusalCode::HeadNotApproved:
        return "行政许可法第四十二条";
    case RefusalCode::OneOfficer:
        return "行政许可法第三十四条";
    case RefusalCode::NoReasons:
        return "行政许可法第三十八条";
    case RefusalCode::BadState:
    case RefusalCode::NotPermitted:
    case RefusalCode::UnknownCommand:
    case RefusalCode::DateOrder:
    case RefusalCode::NotYet:
    case RefusalCode::WindowOpen:
    case RefusalCode::NoRequest:
    case RefusalCode::AlreadyRequested:
    case RefusalCode::SamePerson:
    case RefusalCode::NoMandate:
    case RefusalCode::NotOwnDepartment:
    case RefusalCode::NotAssigned:
    case RefusalCode::NoReviewer:
    case RefusalCode::Separation:
    case RefusalCode::Interest:
    case RefusalCode::IdentityNotChecked:
    case RefusalCode::ItemNotInForce:
    case RefusalCode::BadCaseNumber:
    case RefusalCode::ModeNotAllowed:
    case RefusalCode::UnknownMaterial:
    case RefusalCode::BadPeriod:
    case RefusalCode::NothingSupplied:
    case RefusalCode::NothingMissing:
    case RefusalCode::NotTolerable:
    case RefusalCode::NoPromise:
    case RefusalCode::BadCredit:
    case RefusalCode::NoToleranceImmediate:
    case RefusalCode::ToleranceTooShort:
    case RefusalCode::ToleranceOpen:
    case RefusalCode::NoTolerance:
    case RefusalCode::NoPledge:
    case RefusalCode::NoBasis:
    case RefusalCode::NoResult:
    case RefusalCode::NoOpinion:
    case RefusalCode::NoReason:
    case RefusalCode::NotImmediate:
    case RefusalCode::NotGrant:
    case RefusalCode::NotSealed:
    case RefusalCode::NoCollector:
    case RefusalCode::NotInWriting:
    case RefusalCode::IrregularOpen:
    case RefusalCode::NotIrregular:
    case RefusalCode::CalendarUnknown:
    case RefusalCode::WrongTarget:
    case RefusalCode::UnknownPerson:
    case RefusalCode::PersonDisabled:
    case RefusalCode::WrongWindow:
        return {};
    }
    return {};
}

} // namespace yichuang
