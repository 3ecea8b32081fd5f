// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/messages.h>

#include <optional>
#include <string>
#include <string_view>

namespace yichuang {

/// A verdict as it is kept beside its act: the answer of a push with this one verdict in it, in the contract's own
/// form.
[[nodiscard]] std::string verdictText(const ActVerdict& verdict);
[[nodiscard]] std::optional<ActVerdict> readVerdict(std::string_view text);

} // namespace yichuang
