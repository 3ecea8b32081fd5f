// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"

#include <yichuang/domain/result.h>

#include <string>
#include <string_view>

namespace yichuang::central {

/// The sentence of an error code, or of code and reason ("calendar.csv.header") where each reason has its own; {name}
/// stands for the error's arguments. A code without a sentence of its own is told as it is.
[[nodiscard]] Text sentenceOf(const Error& error);
/// The sentence, and the technical detail behind it where there is one.
void complainOf(const Error& error, Console& console);
/// Whether an option's text may go into the hall's records; false after a complaint that names the option.
[[nodiscard]] bool isPlainText(std::string_view option, std::string_view text, Console& console);
/// The text with "***" for what stands in a database address as its password.
[[nodiscard]] std::string withoutPassword(std::string text);

} // namespace yichuang::central
