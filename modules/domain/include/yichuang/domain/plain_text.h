// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace yichuang {

/// What keeps one line of text out of the hall's records: "empty" (nothing but blanks), "not_utf8",
/// "control_character", "too_long" (more than `most` characters); empty if nothing does.
[[nodiscard]] std::string_view lineFault(std::string_view text, std::size_t most);

/// Ids of people, windows and mandates: 1 to 60 of a to z, 0 to 9, '-' and '_'.
[[nodiscard]] bool isRegisterId(std::string_view text);

} // namespace yichuang
