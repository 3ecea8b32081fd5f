// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_check.h"
#include "form_text.h"

#include <yichuang/domain/kept_code.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace yichuang {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(
        result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

void removeAll(std::string& text, std::string_view what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at))
        text.erase(at, what.size());
}

bool takeSuffix(std::string& text, std::string_view suffix) {
    if (!text.ends_with(suffix))
        return false;
    text.resize(text.size() - suffix.size());
    return true;
}

/// A number as typed, taken apart: sign, digits before and after the point, without leading zeros.
struct TypedNumber {
    bool negative = false;
    std::string whole;
    std::string part;
    bool point = false;
};

/// Commas count as group marks only where groups of three follow: "1,2" may be 1.2 or 12, so it is no number.
std::optional<std::string> withoutGroups(std::string_view whole) {
    if (whole.find(',') == std::string_view::npos)
        return std::string(whole);
    std::string digits;
    for (std::size_t start = 0, n = 0; start <= whole.size(); ++n) {
        const auto comma = std::min(whole.find(',', start), whole.size());
        const auto group = whole.substr(start, comma - start);
        if (!allDigits(group) || (n == 0 ? group.size() > 3 : group.size() != 3))
            return std::nullopt;
        digits += group;
        start = comma + 1;
    }
    return digits;
}

std::optional<TypedNumber> readNumber(std::string_view text) {
    TypedNumber number;
    constexpr std::string_view minusSign = "\u2212";
    if (text.starts_with(minusSign)) {
        number.negative = true;
        text.remove_prefix(minusSign.size());
    } else if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        number.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const auto point = text.find('.');
    number.point = point != std::string_view::npos;
    const auto whole = withoutGroups(text.substr(0, point));
    if (!whole || !allDigits(*whole))
        return std::nullopt;
    number.whole = whole->substr(std::min(whole->find_first_not_of('0'), whole->size() - 1));
    if (number.point) {
        number.part = text.substr(point + 1);
        if (!allDigits(number.part))
            return std::nullopt;
    }
    return number;
}

/// What was typed, half width and without any blank.
std::string compact(std::string_view typed) {
    std::string text = compatibleText(typed);
    for (const std::string_view blank : {" ", "\t", "\n", "\r"})
        removeAll(text, blank);
    return text;
}

class TypedReader {
public:
    TypedReader(const FormField& field, CivilDate today)
        : m_field(field)
        , m_today(today) { }

    [[nodiscard]] FieldReading read(std::string_view typed) {
        if (!codePointCount(typed)) {
            problem("bad_text");
            return std::move(m_reading);
        }
        if (trimmed(typed).empty())
            return std::move(m_reading);
        switch (m_field.type) {
        case FieldType::Text:
            text(typed);
            break;
        case FieldType::Integer:
            integer(typed);
            break;
        case FieldType::Decimal:
            decimal(typed);
            break;
        case FieldType::Money:
            money(typed);
            break;
        case FieldType::Date:
            date(typed);
            break;
        case FieldType::Boolean:
            yesOrNo(typed);
            break;
        case FieldType::Choice:
            choice(typed);
            break;
        case FieldType::Identifier:
            identifier(typed);
            break;
        case FieldType::List:
            problem("wrong_type", {{"expected", "list"}});
            break;
        }
        if (m_reading.value)
            checkValue(m_field, *m_reading.value, m_today, m_field.name, false, m_reading.problems);
        const bool kept = std::ranges::all_of(m_reading.problems, &FormProblem::keepable);
        if (!kept)
            m_reading.value.reset();
        return std::move(m_reading);
    }

private:
    void problem(std::string code, std::map<std::string, std::string> arguments = {}) {
        m_reading.problems.push_back({m_field.name, std::move(code), std::move(arguments)});
    }

    void text(std::string_view typed) {
        std::string value(trimmed(typed));
        removeAll(value, "\r");
        std::ranges::replace(value, '\t', ' ');
        if (!m_field.multiline)
            std::ranges::replace(value, '\n', ' ');
        m_reading.value = m_field.personName ? normalizedName(value) : value;
    }

    void integer(std::string_view typed) {
        const auto number = readNumber(compact(typed));
        if (!number)
            return problem("not_a_number");
        if (number->point)
            return problem("not_an_integer");
        if (const auto value = scaled(*number, 0))
            m_reading.value = *value;
    }

    void decimal(std::string_view typed) {
        auto number = readNumber(compact(typed));
        if (!number)
            return problem("not_a_number");
        if (number->negative && (number->whole != "0" || number->part.find_first_not_of('0') != std::string::npos))
            return problem(
                "below_minimum", {{"min", std::to_string(std::max<std::int64_t>(m_field.minimum.value_or(0), 0))}});
        while (number->part.size() > static_cast<std::size_t>(m_field.decimals) && number->part.ends_with('0'))
            number->part.pop_back();
        m_reading.value = number->part.empty() ? number->whole : number->whole + "." + number->part;
    }

    void money(std::string_view typed) {
        std::string text = compact(typed);
        for (const std::string_view sign : {"¥", "￥", "CNY", "RMB"}) {
            if (text.starts_with(sign))
                text.erase(0, sign.size());
        }
        (void)takeSuffix(text, "元");
        const bool tenThousands = takeSuffix(text, "万");
        auto number = readNumber(text);
        if (!number)
            return problem("not_a_number");
        while (number->part.ends_with('0'))
            number->part.pop_back();
        const std::size_t places = tenThousands ? 6 : 2;
        if (number->part.size() > places)
            return problem("too_many_decimals", {{"max", std::to_string(places)}});
        if (const auto fen = scaled(*number, places))
            m_reading.value = *fen;
    }

    /// The number times ten to the power of `places`, as an integer.
    std::optional<std::int64_t> scaled(const TypedNumber& number, std::size_t places) {
        std::string digits = number.whole + number.part + std::string(places - number.part.size(), '0');
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
        if (digits.size() > 18) {
            problem("number_too_large");
            return std::nullopt;
        }
        std::int64_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return number.negative ? -value : value;
    }

    void date(std::string_view typed) {
        const auto reading = readDate(trimmed(typed));
        if (!reading.date)
            return problem("no_such_date", {{"reason", reading.reason}});
        m_reading.value = isoDate(*reading.date);
    }

    void yesOrNo(std::string_view typed) {
        const std::string text = lowered(compact(typed));
        constexpr std::array<std::string_view, 7> yes {"是", "有", "对", "yes", "y", "true", "1"};
        constexpr std::array<std::string_view, 7> no {"否", "无", "不", "no", "n", "false", "0"};
        if (std::ranges::find(yes, text) != yes.end())
            m_reading.value = true;
        else if (std::ranges::find(no, text) != no.end())
            m_reading.value = false;
        else
            problem("not_yes_or_no");
    }

    void choice(std::string_view typed) {
        const std::string text = lowered(compact(typed));
        for (const auto& choice : m_field.choices) {
            for (const auto& name : {choice.value, choice.title, choice.titleEn}) {
                if (lowered(compact(name)) == text) {
                    m_reading.value = choice.value;
                    return;
                }
            }
        }
        problem("not_in_list");
    }

    void identifier(std::string_view typed) {
        const auto found = identifyAsAny(m_field, typed, m_today).found;
        if (found.valid) {
            m_reading.value = found.normalized;
            return;
        }
        // Kept for the one case in which it may stand after comparison; checkValue tells which.
        m_reading.value = keptCode(typed);
    }

    const FormField& m_field;
    CivilDate m_today;
    FieldReading m_reading;
};

} // namespace

std::string keptCode(std::string_view typed) {
    std::string text = compact(typed);
    removeAll(text, "-");
    std::ranges::transform(
        text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

FieldReading readTyped(const FormField& field, std::string_view typed, CivilDate today) {
    return TypedReader(field, today).read(typed);
}

std::string typedText(const FormField& field, const FormValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        const FormChoice* choice = field.type == FieldType::Choice ? field.choice(*text) : nullptr;
        return choice == nullptr ? *text : choice->title;
    }
    if (const auto* yes = std::get_if<bool>(&value))
        return *yes ? "是" : "否";
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr)
        return {};
    if (field.type != FieldType::Money)
        return std::to_string(*number);
    // Through unsigned, so that the least int64 has its digits, too.
    const auto magnitude = *number < 0 ? ~static_cast<std::uint64_t>(*number) + 1 : static_cast<std::uint64_t>(*number);
    const auto fen = magnitude % 100;
    return (*number < 0 ? "-" : "") + std::to_string(magnitude / 100) + "." + (fen < 10 ? "0" : "")
        + std::to_string(fen);
}

} // namespace yichuang
