// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>
#include <string>

namespace yichuang {

/// UTF-16, big-endian, as upper-case hex digits.
[[nodiscard]] std::string utf16Hex(const QString& text);

/// A ToUnicode CMap (ISO 32000-1, 9.10.3) for codes of two bytes.
[[nodiscard]] std::string toUnicodeMap(const std::map<std::string, QString>& meanings);

} // namespace yichuang
