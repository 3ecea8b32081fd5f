// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/form.h>

#include <string>
#include <vector>

namespace yichuang {

/// Checks one filled value by its field's own limits: all that needs no other field. `compared`: a check that does not
/// fit is kept.
void checkValue(const FormField& field, const FormValue& value, CivilDate today, const std::string& path, bool compared,
    std::vector<FormProblem>& problems);

/// Identified as any of the field's kinds. When none fits, the failure that says most: one beyond length and
/// characters, if any.
struct FieldIdentification {
    Identification found;
    IdentifierKind kind = IdentifierKind::ResidentId;
};
[[nodiscard]] FieldIdentification identifyAsAny(const FormField& field, std::string_view value, CivilDate today);

} // namespace yichuang
