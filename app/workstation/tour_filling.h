// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/form.h>

namespace yichuang {

namespace ui {
class FormPanel;
}

/// Fills an item's form as an applicant of the tour would: every field that is shown, conditions followed.
void fillForm(ui::FormPanel& panel, const Form& form);

} // namespace yichuang
