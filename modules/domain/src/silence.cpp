// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/silence.h>

#include "guards.h"

namespace yichuang {

std::optional<SilentWord> silenceOf(const CaseState& state) {
    SilentWord word;
    const auto after = [&word](const std::optional<CivilDate>& lastDay) -> std::optional<SilentWord> {
        if (!lastDay) {
            return std::nullopt;
        }
        word.lastDay = *lastDay;
        return word;
    };
    switch (state.stage) {
    case Stage::Received:
        word.event = Event::DeemAccepted;
        return after(state.windowEnd);
    case Stage::AwaitingCorrection:
        word.event = Event::CorrectionLapsed;
        word.facts.confirmedBy = state.lapseConfirmedBy;
        word.facts.confirmedByRole = state.lapseConfirmedByRole;
        return state.lapseConfirmedBy ? after(state.periodEnd) : std::nullopt;
    case Stage::Accepted:
    case Stage::UnderReview:
    case Stage::PendingDecision:
    case Stage::SpecialProcedure:
    case Stage::Suspended:
        word.event = Event::ToleranceLapsed;
        word.act = CommandAct::Request;
        return state.toleranceOpen && !state.requests.contains(Event::ToleranceLapsed) ? after(state.toleranceDue)
                                                                                       : std::nullopt;
    case Stage::Delivered:
    case Stage::NotAccepted:
    case Stage::Withdrawn:
    case Stage::Terminated:
        word.event = Event::Archive;
        return !state.irregular && state.stageSince ? after(addDays(*state.stageSince, archiveAfterDays - 1))
                                                    : std::nullopt;
    case Stage::Draft:
    case Stage::Granted:
    case Stage::Refused:
    case Stage::ResultReady:
    case Stage::Archived:
        return std::nullopt;
    }
    return std::nullopt;
}

bool isSilence(const Entry& entry) {
    return entry.event == Event::DeemAccepted || entry.event == Event::CorrectionLapsed || entry.event == Event::Archive
        || (entry.event == Event::ToleranceLapsed && entry.act == CommandAct::Approve);
}

} // namespace yichuang
