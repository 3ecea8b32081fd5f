// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/given_number.h>

#include <algorithm>

namespace yichuang {
namespace {

constexpr std::ptrdiff_t shortestOfAPerson = 7; ///< digits; without its area code, extension not counted

} // namespace

Identification identifyGiven(IdentifierKind kind, std::string_view value, CivilDate today) {
    Identification found = identify(kind, value, today);
    const auto isDigit = [](char character) { return character >= '0' && character <= '9'; };
    if (kind == IdentifierKind::Phone && found.valid
        && std::count_if(found.normalized.begin(), found.normalized.end(), isDigit) < shortestOfAPerson) {
        return Identification {false, {}, "length"};
    }
    return found;
}

} // namespace yichuang
