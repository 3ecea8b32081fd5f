// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/form.h>

namespace yichuang::test {

/// A good value in every field that the form shows, as somebody would type it.
[[nodiscard]] FormValues filledForm(const Form& form, CivilDate today);

} // namespace yichuang::test
