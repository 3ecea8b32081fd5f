// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/workflows/name_search.h>

#include <yichuang/vault/tokens.h>

#include <algorithm>

namespace yichuang {

bool nameBeginsWith(const QString& name, const QString& typed) {
    if (name.startsWith(typed, Qt::CaseInsensitive))
        return true;
    const std::string letters = typed.toLower().toStdString();
    const auto begins = [&letters](const std::string& reading) { return reading.starts_with(letters); };
    const Pinyin readings = pinyinOf(name.toStdString());
    return std::any_of(readings.initials.begin(), readings.initials.end(), begins)
        || std::any_of(readings.syllables.begin(), readings.syllables.end(), begins);
}

} // namespace yichuang
