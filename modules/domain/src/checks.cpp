// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"

#include <algorithm>
#include <array>

namespace yichuang {

namespace {

constexpr std::string_view creditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

int digitValue(char digit) {
    return digit - '0';
}

/// GB 11714 counts letters from 10, with none left out.
int organisationValue(char character) {
    return character <= '9' ? digitValue(character) : character - 'A' + 10;
}

} // namespace

bool allDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char character) { return character >= '0' && character <= '9'; });
}

bool isCreditCodeCharacter(char character) {
    return creditCodeAlphabet.find(character) != std::string_view::npos;
}

char residentCheckCharacter(std::string_view seventeenDigits) {
    constexpr std::array weights {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view characters = "10X98765432";
    int sum = 0;
    for (std::size_t place = 0; place < weights.size(); ++place) {
        sum += digitValue(seventeenDigits[place]) * weights[place];
    }
    return characters[static_cast<std::size_t>(sum % 11)];
}

char creditCodeCheckCharacter(std::string_view seventeenCharacters) {
    const int modulus = static_cast<int>(creditCodeAlphabet.size());
    int sum = 0;
    int weight = 1;
    for (const char character : seventeenCharacters) {
        sum += static_cast<int>(creditCodeAlphabet.find(character)) * weight;
        weight = weight * 3 % modulus;
    }
    return creditCodeAlphabet[static_cast<std::size_t>((modulus - sum % modulus) % modulus)];
}

char organisationCheckCharacter(std::string_view eightCharacters) {
    constexpr std::array weights {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t place = 0; place < weights.size(); ++place) {
        sum += organisationValue(eightCharacters[place]) * weights[place];
    }
    const int check = 11 - sum % 11;
    if (check == 10) {
        return 'X';
    }
    return check == 11 ? '0' : static_cast<char>('0' + check);
}

std::string_view creditCodeFault(std::string_view eighteenCharacters) {
    if (!std::all_of(eighteenCharacters.begin(), eighteenCharacters.end(), isCreditCodeCharacter)) {
        return "charset";
    }
    if (creditCodeCheckCharacter(eighteenCharacters.substr(0, 17)) != eighteenCharacters[17]) {
        return "check_char";
    }
    if (organisationCheckCharacter(eighteenCharacters.substr(8, 8)) != eighteenCharacters[16]) {
        return "org_check_char";
    }
    return "ok";
}

} // namespace yichuang
