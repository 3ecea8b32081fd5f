// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/item.h>

#include <optional>

namespace yichuang {

/// The day on which this version comes into force (`valid_from`) if it is still to come. A published version is in
/// force at once, so one for a later day is published on that day and not before it.
[[nodiscard]] std::optional<CivilDate> dayStillToCome(const Item& item, CivilDate today);

} // namespace yichuang
