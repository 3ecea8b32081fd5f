// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_check.h"
#include "form_text.h"

#include <yichuang/domain/given_number.h>
#include <yichuang/domain/kept_code.h>

#include <algorithm>
#include <charconv>

namespace yichuang {
namespace {

constexpr std::string_view comparedName = "_compared";

void checkText(
    const FormField& field, const std::string& text, const std::string& path, std::vector<FormProblem>& problems) {
    const auto length = codePointCount(text);
    if (!length) {
        problems.push_back({path, "bad_text"});
        return;
    }
    if (const auto control = controlCharacterIn(text, field.multiline); !control.empty())
        problems.push_back({path, "control_character", {{"code", control}}});
    if (*length > static_cast<std::size_t>(field.maxLength)) {
        problems.push_back(
            {path, "too_long", {{"max", std::to_string(field.maxLength)}, {"length", std::to_string(*length)}}});
    } else if (*length < static_cast<std::size_t>(field.minLength)) {
        problems.push_back(
            {path, "too_short", {{"min", std::to_string(field.minLength)}, {"length", std::to_string(*length)}}});
    }
}

void checkBounds(const FormField& field, std::int64_t number, bool fraction, const std::string& path,
    std::vector<FormProblem>& problems) {
    if (field.minimum && number < *field.minimum)
        problems.push_back({path, "below_minimum", {{"min", std::to_string(*field.minimum)}}});
    if (field.maximum && (number > *field.maximum || (number == *field.maximum && fraction)))
        problems.push_back({path, "above_maximum", {{"max", std::to_string(*field.maximum)}}});
}

/// "1234.5": digits, at most one point with digits on both sides, no sign, no blanks.
void checkDecimal(
    const FormField& field, const std::string& text, const std::string& path, std::vector<FormProblem>& problems) {
    const auto point = text.find('.');
    const std::string whole = text.substr(0, point);
    const std::string part = point == std::string::npos ? std::string {} : text.substr(point + 1);
    const auto digits = [](const std::string& run) {
        return !run.empty() && std::ranges::all_of(run, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (!digits(whole) || (point != std::string::npos && !digits(part))) {
        problems.push_back({path, "not_a_number"});
        return;
    }
    std::int64_t number = 0;
    if (whole.size() > 12 || std::from_chars(whole.data(), whole.data() + whole.size(), number).ec != std::errc {}) {
        problems.push_back({path, "number_too_large"});
        return;
    }
    if (part.size() > static_cast<std::size_t>(field.decimals))
        problems.push_back({path, "too_many_decimals", {{"max", std::to_string(field.decimals)}}});
    checkBounds(field, number, part.find_first_not_of('0') != std::string::npos, path, problems);
}

void checkDate(const FormField& field, const std::string& text, CivilDate today, const std::string& path,
    std::vector<FormProblem>& problems) {
    const auto date = parseIsoDate(text);
    if (!date) {
        const auto reading = readDate(text);
        problems.push_back(
            {path, "no_such_date", {{"reason", reading.date ? std::string("unreadable") : reading.reason}}});
        return;
    }
    if (field.dateBound == DateBound::NotInFuture && *date > today)
        problems.push_back({path, "date_in_future"});
    if (field.dateBound == DateBound::NotInPast && *date < today)
        problems.push_back({path, "date_in_past"});
}

void checkIdentifier(const FormField& field, const std::string& text, CivilDate today, const std::string& path,
    bool compared, std::vector<FormProblem>& problems) {
    const auto [found, kind] = identifyAsAny(field, text, today);
    if (found.valid)
        return;
    const bool keepable = mayBeKeptAfterComparison(kind, found.reason);
    if (!(keepable && compared))
        problems.push_back(
            {path, "identifier", {{"kind", std::string(toText(kind))}, {"reason", found.reason}}, keepable});
}

template <typename T>
const T* expectType(
    const FormValue& value, std::string_view name, const std::string& path, std::vector<FormProblem>& problems) {
    const T* found = std::get_if<T>(&value);
    if (found == nullptr)
        problems.push_back({path, "wrong_type", {{"expected", std::string(name)}}});
    return found;
}

class Validation {
public:
    Validation(const FormValues& all, CivilDate today)
        : m_all(all)
        , m_today(today) { }

    void record(const std::vector<FormField>& fields, const FormValues& values, const std::string& prefix, bool top) {
        for (const auto& field : fields) {
            if (isShown(fields, field, values))
                one(fields, field, values, prefix + field.name);
        }
        for (const auto& [name, value] : values.fields) {
            if (!(top && name == comparedName) && std::ranges::find(fields, name, &FormField::name) == fields.end())
                m_problems.push_back({prefix + name, "unknown_field"});
        }
    }

    [[nodiscard]] std::vector<FormProblem> take() { return std::move(m_problems); }

private:
    void one(const std::vector<FormField>& fields, const FormField& field, const FormValues& values,
        const std::string& path) {
        if (!values.filled(field.name)) {
            if (mustBeThere(fields, field, values))
                m_problems.push_back({path, "missing"});
            return;
        }
        const FormValue& value = *values.value(field.name);
        if (field.type == FieldType::List) {
            list(field, value, path);
            return;
        }
        const auto before = m_problems.size();
        checkValue(field, value, m_today, path, isKeptAfterComparison(m_all, path), m_problems);
        if (field.type == FieldType::Date && !field.notBefore.empty() && m_problems.size() == before)
            order(field, std::get<std::string>(value), values, path);
    }

    static bool mustBeThere(const std::vector<FormField>& fields, const FormField& field, const FormValues& values) {
        if (field.required || !field.requiredWhen)
            return field.required;
        // A condition of requirement is asked like a condition of showing.
        FormField asked;
        asked.shownWhen = field.requiredWhen;
        return isShown(fields, asked, values);
    }

    void order(const FormField& field, const std::string& later, const FormValues& values, const std::string& path) {
        const FormValue* other = values.value(field.notBefore);
        const auto* text = other == nullptr ? nullptr : std::get_if<std::string>(other);
        const auto earlier = text == nullptr ? std::nullopt : parseIsoDate(*text);
        if (earlier && *parseIsoDate(later) < *earlier)
            m_problems.push_back({path, "before_field", {{"field", field.notBefore}, {"date", *text}}});
    }

    void list(const FormField& field, const FormValue& value, const std::string& path) {
        const auto* rows = expectType<std::vector<FormValues>>(value, "list", path, m_problems);
        if (rows == nullptr)
            return;
        if (rows->size() < static_cast<std::size_t>(field.minRows)) {
            m_problems.push_back({path, "too_few_rows",
                {{"min", std::to_string(field.minRows)}, {"rows", std::to_string(rows->size())}}});
        }
        if (rows->size() > static_cast<std::size_t>(field.maxRows)) {
            m_problems.push_back({path, "too_many_rows",
                {{"max", std::to_string(field.maxRows)}, {"rows", std::to_string(rows->size())}}});
            return;
        }
        for (std::size_t i = 0; i < rows->size(); ++i)
            record(field.columns, (*rows)[i], path + "/" + std::to_string(i) + "/", false);
    }

    const FormValues& m_all;
    CivilDate m_today;
    std::vector<FormProblem> m_problems;
};

} // namespace

FieldIdentification identifyAsAny(const FormField& field, std::string_view value, CivilDate today) {
    FieldIdentification best;
    bool any = false;
    bool tells = false;
    for (const auto kind : field.identifiers) {
        const auto found = identifyGiven(kind, value, today);
        if (found.valid)
            return {found, kind};
        const bool more = found.reason != "length" && found.reason != "charset";
        if (!any || (more && !tells))
            best = {found, kind};
        any = true;
        tells = tells || more;
    }
    return best;
}

void checkValue(const FormField& field, const FormValue& value, CivilDate today, const std::string& path, bool compared,
    std::vector<FormProblem>& problems) {
    if (field.type == FieldType::Integer || field.type == FieldType::Money) {
        if (const auto* number = expectType<std::int64_t>(value, toText(field.type), path, problems))
            checkBounds(field, *number, false, path, problems);
        return;
    }
    if (field.type == FieldType::Boolean) {
        (void)expectType<bool>(value, "boolean", path, problems);
        return;
    }
    if (field.type == FieldType::List)
        return;
    const auto* text = expectType<std::string>(value, toText(field.type), path, problems);
    if (text == nullptr)
        return;
    switch (field.type) {
    case FieldType::Text:
        checkText(field, *text, path, problems);
        break;
    case FieldType::Decimal:
        checkDecimal(field, *text, path, problems);
        break;
    case FieldType::Date:
        checkDate(field, *text, today, path, problems);
        break;
    case FieldType::Choice:
        if (field.choice(*text) == nullptr)
            problems.push_back({path, "not_in_list"});
        break;
    case FieldType::Identifier:
        checkIdentifier(field, *text, today, path, compared, problems);
        break;
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Boolean:
    case FieldType::List:
        break;
    }
}

std::vector<FormProblem> validateForm(const Form& form, const FormValues& values, CivilDate today) {
    Validation validation(values, today);
    validation.record(form.fields, values, {}, true);
    return validation.take();
}

} // namespace yichuang
