// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/case_state.h>
#include <yichuang/domain/entry.h>

#include <optional>

namespace yichuang {

/// What time says of a case where nobody does: 4, 9, 21 (asked for) and 26 (domain.md 2.3, 2.7).
struct SilentWord {
    Event event = Event::DeemAccepted;
    CommandAct act = CommandAct::Do;
    CommandFacts facts {};
    CivilDate lastDay; ///< on which somebody may still act; silence speaks from the next day on
};

/// Empty where no silence can come: nothing is waited for, or an irregular case waits for a person. Pure.
[[nodiscard]] std::optional<SilentWord> silenceOf(const CaseState& state);

/// Whether an entry is one that silence wrote: 4, 9, 21 confirmed, 26.
[[nodiscard]] bool isSilence(const Entry& entry);

} // namespace yichuang
