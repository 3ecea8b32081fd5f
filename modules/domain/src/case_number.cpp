// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/identifiers.h>

#include <array>
#include <cstdio>

namespace yichuang {

namespace {

constexpr int century = 2000;

int numberAt(std::string_view digits, std::size_t from, std::size_t count) {
    int value = 0;
    for (const char digit : digits.substr(from, count)) {
        value = value * 10 + (digit - '0');
    }
    return value;
}

/// 98 − (12 digits × 100 mod 97): MOD 97-10 of ISO 7064.
int checkOf(std::string_view twelveDigits) {
    int rest = 0;
    for (const char digit : twelveDigits) {
        rest = (rest * 10 + (digit - '0')) % 97;
    }
    return 98 - rest * 100 % 97;
}

} // namespace

std::string groupedCaseNo(std::string_view digits) {
    if (digits.size() != 14) {
        return std::string {digits};
    }
    std::string result;
    std::size_t from = 0;
    for (const std::size_t count : {3U, 2U, 3U, 4U, 2U}) {
        if (from > 0) {
            result += ' ';
        }
        result += digits.substr(from, count);
        from += count;
    }
    return result;
}

std::string makeCaseNo(std::string_view centre, int year, int serial) {
    std::array<char, 32> buffer {};
    std::snprintf(buffer.data(), buffer.size(), "%.3s%02d%07d", std::string {centre}.c_str(), year % 100, serial);
    std::string digits {buffer.data()};
    std::snprintf(buffer.data(), buffer.size(), "%02d", checkOf(digits));
    return digits + buffer.data();
}

int yearOfCaseNo(std::string_view digits) {
    return century + numberAt(digits, 3, 2);
}

int serialOfCaseNo(std::string_view digits) {
    return numberAt(digits, 5, 7);
}

} // namespace yichuang
