// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/command.h>

#include <cstdint>

namespace yichuang {

/// Which members of CommandFacts an entry of that event may carry, as a mask over their table. What an event does not
/// read is not written and is refused when read: nobody can hide anything in an entry.
[[nodiscard]] std::uint64_t factsOf(Event event);

} // namespace yichuang
