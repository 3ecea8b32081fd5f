// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace yichuang {

/// Check character of GB 11643 (ISO 7064 MOD 11-2) over the first 17 digits.
[[nodiscard]] char residentCheckCharacter(std::string_view seventeenDigits);
/// Outer check character of GB 32100 over the first 17 characters of the credit code's alphabet.
[[nodiscard]] char creditCodeCheckCharacter(std::string_view seventeenCharacters);
/// Inner check character of GB 11714 over the first 8 characters of the subject code.
[[nodiscard]] char organisationCheckCharacter(std::string_view eightCharacters);
[[nodiscard]] bool isCreditCodeCharacter(char character);

[[nodiscard]] bool allDigits(std::string_view text);
/// "ok", "charset", "check_char" or "org_check_char" for 18 characters.
[[nodiscard]] std::string_view creditCodeFault(std::string_view eighteenCharacters);
/// "ok", "length", "charset", "prefix" or "first_digit"; `normalized` is set when "ok".
[[nodiscard]] std::string_view readPhone(std::string_view typed, std::string& normalized);

} // namespace yichuang
