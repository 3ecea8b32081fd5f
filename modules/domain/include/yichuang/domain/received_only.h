// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/command.h>
#include <yichuang/domain/entry.h>

#include <string_view>

namespace yichuang {

/// Reason of an admitted act that opens a case and is judged as of its receipt: the case is taken in "as Received and
/// no more". Its opening entry is folded, and what stands alone; the entries that decided something are kept and are
/// not.
inline constexpr std::string_view receivedOnly = "received_only";

/// Whether an entry of an admitted act takes part in the fold under the reason of that act's verdict.
[[nodiscard]] inline bool isFolded(const Entry& entry, std::string_view reason) {
    return reason != receivedOnly || entry.event == Event::Receive || standsAlone(entry.event);
}

} // namespace yichuang
