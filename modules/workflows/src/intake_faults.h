// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/form.h>
#include <yichuang/workflows/intake.h>

namespace yichuang {

/// What is wrong with an intake, each at the path of its field ("applicant.name", "form.equipment/0/name"), in the
/// order of the page. What is still empty counts only if it has to be `complete`.
[[nodiscard]] QList<FieldFault> faultsOf(
    const Form& form, const Applicant& applicant, const FormValues& values, CivilDate today, bool complete);

/// Nothing of the applicant, nor of who answers for him, is wrong or lacking.
[[nodiscard]] bool isFilledIn(const Applicant& applicant, CivilDate today);

} // namespace yichuang
