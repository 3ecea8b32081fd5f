// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/identifiers.h>

namespace yichuang {

/// As `identify`, of a number that somebody gives as his own: the short numbers of services (110, 12345) are for guides
/// only (domain.md 4) and fail with "length".
[[nodiscard]] Identification identifyGiven(IdentifierKind kind, std::string_view value, CivilDate today);

} // namespace yichuang
