// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/centralstore/store.h>
#include <yichuang/contract/messages.h>

#include <string>

namespace yichuang {

/// A verdict as the store keeps it, so that a repeat hears the same. Admitted ones are many and short:
/// "<scope>\t<position>" a line.
[[nodiscard]] std::string textOfVerdict(const ActVerdict& verdict);
/// The verdict of an act that came before, as it was told then; `known` is set.
[[nodiscard]] ActVerdict toldVerdict(const ActRow& row);

} // namespace yichuang
