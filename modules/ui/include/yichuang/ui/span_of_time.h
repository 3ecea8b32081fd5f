// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace yichuang::ui {

/// How long something has lasted, as one says it: minutes up to two hours, hours up to two days, then days.
[[nodiscard]] QString spanOfTime(qint64 minutes);

} // namespace yichuang::ui
