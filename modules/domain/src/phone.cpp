// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"
#include "unicode.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace yichuang {

namespace {

constexpr std::size_t mobileDigits = 11;

/// The typed text with one kind of separator ('-'), an extension word as another ('x') and no blanks or brackets.
/// Empty for a sign that no telephone number has.
std::optional<std::string> plainForm(std::string_view typed) {
    std::string result;
    const std::u32string text = compatibilityForm(typed);
    for (std::size_t index = 0; index < text.size(); ++index) {
        const char32_t sign = text[index];
        if (isBlank(sign)) {
            continue;
        }
        if (sign == U'(' || sign == U')') {
            // Brackets set the area code apart, as a hyphen does.
            if (sign == U')' && !result.empty()) {
                result += '-';
            }
        } else if (sign == U'-' || (sign >= U'\u2010' && sign <= U'\u2015') || sign == U'\u2212') {
            result += '-';
        } else if (sign == U'转' || sign == U'轉') {
            result += 'x';
        } else if (sign < 0x80) {
            result += static_cast<char>(sign);
        } else {
            return std::nullopt;
        }
    }
    // "0734-8000000转801" and "(0734)-8000000" leave doubled separators.
    std::string single;
    for (const char sign : result) {
        if (sign == '-' && (single.empty() || single.back() == '-')) {
            continue;
        }
        single += sign;
    }
    return single;
}

std::string digitsOf(std::string_view text) {
    std::string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char sign) { return sign != '-'; });
    return result;
}

/// 010 and 02x are the area codes of three digits.
std::size_t areaDigits(std::string_view number) {
    return number.starts_with("010") || number.starts_with("02") ? 3 : 4;
}

std::string_view readLandline(std::string_view number, std::string_view extension, std::string& normalized) {
    std::string area;
    std::string subscriber;
    std::string inner {extension};
    std::vector<std::string> parts {""};
    for (const char sign : number) {
        if (sign == '-') {
            parts.emplace_back();
        } else {
            parts.back() += sign;
        }
    }
    if (parts.size() > 1 && parts[0].size() >= 3 && parts[0].size() <= 4) {
        area = parts[0];
        // A third group of what is already a whole subscriber number is the extension; else the groups are its halves.
        if (inner.empty() && parts.size() > 2 && parts[1].size() >= 7) {
            inner = parts.back();
            parts.pop_back();
        }
        for (std::size_t index = 1; index < parts.size(); ++index) {
            subscriber += parts[index];
        }
    } else {
        if (inner.empty() && parts.size() > 1 && parts[0].size() >= 10) {
            inner = parts.back();
            parts.pop_back();
        }
        std::string joined;
        for (const std::string& part : parts) {
            joined += part;
        }
        area = joined.substr(0, areaDigits(joined));
        subscriber = joined.substr(area.size());
    }
    if (!allDigits(area) || !allDigits(subscriber) || !allDigits(inner)) {
        return "charset";
    }
    if (area.size() < 3 || subscriber.size() < 7 || subscriber.size() > 8 || inner.size() > 6) {
        return "length";
    }
    if (area[1] == '0') {
        return "charset";
    }
    if (subscriber[0] == '0' || subscriber[0] == '1') {
        return "first_digit";
    }
    normalized = area + '-' + subscriber + (inner.empty() ? "" : "-" + inner);
    return "ok";
}

/// 110, 12345, 95598, 118114: told in guides, never an applicant's own number.
bool isServiceNumber(std::string_view digits) {
    const bool length = digits.size() == 3 || digits.size() == 5 || digits.size() == 6;
    return length && (digits[0] == '1' || digits.starts_with("95") || digits.starts_with("96"));
}

} // namespace

std::string_view readPhone(std::string_view typed, std::string& normalized) {
    const auto plain = plainForm(typed);
    if (!plain) {
        return "charset";
    }
    std::string_view number = *plain;
    bool withCountry = false;
    for (const std::string_view country : {"+86", "0086", "86"}) {
        const bool certain = country != "86" || digitsOf(number).size() == mobileDigits + 2;
        if (number.starts_with(country) && certain) {
            number.remove_prefix(country.size());
            while (number.starts_with('-')) {
                number.remove_prefix(1);
            }
            withCountry = true;
            break;
        }
    }
    if (number.find_first_of("/,;") != std::string_view::npos) {
        return "charset"; // two numbers in one field
    }
    std::string_view extension;
    if (const auto sign = number.find('x'); sign != std::string_view::npos) {
        extension = number.substr(sign + 1);
        number = number.substr(0, sign);
        while (number.ends_with('-')) {
            number.remove_suffix(1);
        }
    }
    std::string landline {number};
    const std::string digits = digitsOf(number);
    // Abroad the area code is dialled without its 0: +86 734 8000000, +86 10 62000000.
    if (withCountry && !digits.empty() && digits[0] != '0' && (digits[0] != '1' || digits.starts_with("10"))) {
        landline.insert(0, 1, '0');
    }
    if (landline.starts_with('0')) {
        return readLandline(landline, extension, normalized);
    }
    if (!extension.empty()) {
        return "length";
    }
    if (allDigits(digits) && isServiceNumber(digits)) {
        normalized = digits;
        return "ok";
    }
    if (digits.size() != mobileDigits) {
        return "length";
    }
    if (!allDigits(digits)) {
        return "charset";
    }
    if (digits[0] != '1' || digits[1] < '3') {
        return "prefix";
    }
    normalized = digits;
    return "ok";
}

} // namespace yichuang
