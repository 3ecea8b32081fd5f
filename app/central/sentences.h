// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"

#include <yichuang/domain/result.h>

#include <string_view>

namespace yichuang::central {

/// The sentence of an error code; {name} stands for the error's arguments. A code without a sentence of its own is told
/// as it is.
[[nodiscard]] Text sentenceOf(const Error& error);
/// The sentence, and the technical detail behind it where there is one.
void complainOf(const Error& error, Console& console);

} // namespace yichuang::central
