// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/calendar.h>
#include <yichuang/domain/result.h>

#include <string>
#include <string_view>

namespace yichuang {

/// Shows what the law says to one history of a case: a JSON object `{"item": {…}, "steps": [{"command": {…}}, …]}` in
/// one line, other members ignored. Folds `decide` and `evolve` over the steps and answers in one line of JSON:
/// `{"steps": [{"outcome", "refusal", "state", "promised_due", "statutory_due", "effective_due", "delivery_due",
/// "flags"}, …]}`, each step as the case stands after it, as of the command's date or the last entry's, whichever is
/// later. A fact that is missing or not of its kind counts as not so; an unknown event, role or act is refused. Errors,
/// for a line that can't be read: "replay.json" (`reason`), "replay.field" (`field`, `reason`). Pure, any thread.
[[nodiscard]] Result<std::string> replayHistory(std::string_view line, const Calendar& calendar);

} // namespace yichuang
