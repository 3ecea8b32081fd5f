// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/case_state.h>

namespace yichuang {

std::string_view toText(Stage stage) {
    switch (stage) {
    case Stage::Draft:
        return "Draft";
    case Stage::Received:
        return "Received";
    case Stage::AwaitingCorrection:
        return "AwaitingCorrection";
    case Stage::NotAccepted:
        return "NotAccepted";
    case Stage::Accepted:
        return "Accepted";
    case Stage::UnderReview:
        return "UnderReview";
    case Stage::SpecialProcedure:
        return "SpecialProcedure";
    case Stage::Suspended:
        return "Suspended";
    case Stage::PendingDecision:
        return "PendingDecision";
    case Stage::Granted:
        return "Granted";
    case Stage::Refused:
        return "Refused";
    case Stage::ResultReady:
        return "ResultReady";
    case Stage::Delivered:
        return "Delivered";
    case Stage::Withdrawn:
        return "Withdrawn";
    case Stage::Terminated:
        return "Terminated";
    case Stage::Archived:
        return "Archived";
    }
    return {};
}

const std::vector<Stage>& allStages() {
    static const std::vector<Stage> all {Stage::Draft, Stage::Received, Stage::AwaitingCorrection, Stage::NotAccepted,
        Stage::Accepted, Stage::UnderReview, Stage::SpecialProcedure, Stage::Suspended, Stage::PendingDecision,
        Stage::Granted, Stage::Refused, Stage::ResultReady, Stage::Delivered, Stage::Withdrawn, Stage::Terminated,
        Stage::Archived};
    return all;
}

std::optional<Stage> stageFromText(std::string_view text) {
    for (const Stage candidate : allStages()) {
        if (toText(candidate) == text) {
            return candidate;
        }
    }
    return std::nullopt;
}

bool isRunning(Stage stage) {
    return stage == Stage::Accepted || stage == Stage::UnderReview || stage == Stage::PendingDecision;
}

bool isPaused(Stage stage) {
    return stage == Stage::SpecialProcedure || stage == Stage::Suspended;
}

bool isBeforeDecision(Stage stage) {
    return stage == Stage::Received || stage == Stage::AwaitingCorrection || isRunning(stage) || isPaused(stage);
}

bool isConcluded(Stage stage) {
    return stage != Stage::Draft && !isBeforeDecision(stage);
}

} // namespace yichuang
