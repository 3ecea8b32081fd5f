// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/deadline.h>

namespace yichuang {

struct MarkedDate {
    CivilDate date;
    bool provisional = false; ///< 暂定
};

/// `dueDate`, and whether the date falls into a provisional year or was counted through one. Same errors.
[[nodiscard]] Result<MarkedDate> dueWithMark(
    const Calendar& calendar, CivilDate dayZero, Limit limit, const std::vector<Pause>& pauses, CivilDate asOf);

} // namespace yichuang
