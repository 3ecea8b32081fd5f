// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace yichuang {

/// Whether a name begins with what was typed, in characters, in the initials of its pinyin or in whole syllables ("c",
/// "csj", "ceshi"); a surname by each of its readings. Capitals don't matter. Any thread.
[[nodiscard]] bool nameBeginsWith(const QString& name, const QString& typed);

} // namespace yichuang
