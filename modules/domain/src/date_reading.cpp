// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/identifiers.h>

#include "unicode.h"

#include <algorithm>
#include <array>
#include <vector>

namespace yichuang {

namespace {

DateReading cause(std::string reason) {
    return DateReading {std::nullopt, std::move(reason)};
}

/// 二〇一八年十一月二日 as digits; everything else stays.
std::u32string withPlainDigits(const std::u32string& text) {
    constexpr std::u32string_view numerals = U"〇一二三四五六七八九";
    std::u32string result;
    for (std::size_t index = 0; index < text.size(); ++index) {
        char32_t sign = text[index] == U'零' ? U'〇' : text[index];
        const auto isNumeral = [&](std::size_t place) {
            return place < text.size() && numerals.find(text[place]) != std::u32string_view::npos;
        };
        if (sign == U'十') {
            // 十一 = 11, 二十 = 20, 二十一 = 21, 十 = 10.
            if (index == 0 || !isNumeral(index - 1)) {
                result.push_back(U'1');
            }
            if (!isNumeral(index + 1)) {
                result.push_back(U'0');
            }
            continue;
        }
        const auto place = numerals.find(sign);
        result.push_back(place == std::u32string_view::npos ? sign : static_cast<char32_t>(U'0' + place));
    }
    return result;
}

/// The numbers of a date and whether only date signs stand between them.
struct Groups {
    std::vector<std::string> numbers;
    bool clean = true;
};

Groups groupsOf(const std::u32string& text) {
    Groups groups;
    bool inNumber = false;
    bool afterDay = false;
    for (const char32_t sign : text) {
        if (sign >= U'0' && sign <= U'9') {
            if (!inNumber) {
                groups.numbers.emplace_back();
            }
            groups.numbers.back() += static_cast<char>(sign);
            inNumber = true;
            groups.clean = groups.clean && !afterDay;
            continue;
        }
        constexpr std::u32string_view separators = U"-/.年月日号";
        groups.clean = groups.clean && inNumber && separators.find(sign) != std::u32string_view::npos;
        inNumber = false;
        afterDay = sign == U'日' || sign == U'号';
    }
    const bool closed = inNumber || afterDay;
    groups.clean = groups.clean && closed;
    return groups;
}

DateReading checked(const std::string& yearText, const std::string& monthText, const std::string& dayText) {
    const int month = std::stoi(monthText);
    const int day = std::stoi(dayText);
    if (month < 1 || month > 12) {
        return cause("no_such_month");
    }
    const CivilDate date {std::chrono::year {std::stoi(yearText)}, std::chrono::month {static_cast<unsigned>(month)},
        std::chrono::day {static_cast<unsigned>(day)}};
    if (!date.ok() || std::stoi(yearText) == 0) {
        return cause("no_such_day");
    }
    return DateReading {date, "ok"};
}

} // namespace

DateReading readDate(std::string_view typed) {
    std::u32string text;
    for (const char32_t sign : compatibilityForm(typed)) {
        if (!isBlank(sign)) {
            text.push_back(sign);
        }
    }
    const auto holds = [&text](std::u32string_view part) { return text.find(part) != std::u32string::npos; };
    if (holds(U"农历") || holds(U"阴历") || holds(U"旧历") || holds(U"闰")) {
        return cause("lunar");
    }
    if (holds(U"民国")) {
        return cause("republic_year");
    }
    const Groups groups = groupsOf(withPlainDigits(text));
    if (!groups.clean) {
        return cause("unreadable");
    }
    const std::vector<std::string>& numbers = groups.numbers;
    if (numbers.size() == 1 && numbers[0].size() == 8) {
        return checked(numbers[0].substr(0, 4), numbers[0].substr(4, 2), numbers[0].substr(6, 2));
    }
    if (numbers.size() == 1 && numbers[0].size() == 6) {
        return cause("two_digit_year");
    }
    if (numbers.size() != 3) {
        return cause("unreadable");
    }
    const bool shortEnd = numbers[1].size() <= 2 && numbers[2].size() <= 2;
    if (numbers[0].size() == 4 && shortEnd) {
        return checked(numbers[0], numbers[1], numbers[2]);
    }
    if (numbers[0].size() <= 2 && shortEnd) {
        return cause("two_digit_year");
    }
    if (numbers[0].size() <= 2 && numbers[1].size() <= 2 && numbers[2].size() == 4) {
        return cause("order_unclear");
    }
    return cause("unreadable");
}

} // namespace yichuang
