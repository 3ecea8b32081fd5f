// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/workflows/session.h>

namespace yichuang {

/// The people of a staff list that have a demonstration password (resources/formats.md); empty if it can't be read.
[[nodiscard]] QList<DemonstrationPerson> demonstrationPeople(const QString& path);

} // namespace yichuang
