// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/domain/item.h>

#include <algorithm>

namespace yichuang {

std::string_view toText(CaseType type) {
    switch (type) {
    case CaseType::Immediate:
        return "immediate";
    case CaseType::OneReviewOneApprove:
        return "one_review_one_approve";
    case CaseType::Commitment:
        return "commitment";
    }
    return {};
}

std::optional<CaseType> caseTypeFromText(std::string_view text) {
    for (const CaseType candidate : {CaseType::Immediate, CaseType::OneReviewOneApprove, CaseType::Commitment}) {
        if (toText(candidate) == text) {
            return candidate;
        }
    }
    return std::nullopt;
}

std::string_view toText(HandlingMode mode) {
    switch (mode) {
    case HandlingMode::Standard:
        return "standard";
    case HandlingMode::Tolerance:
        return "tolerance";
    case HandlingMode::NotifyAndCommit:
        return "notify_and_commit";
    case HandlingMode::Simulated:
        return "simulated";
    case HandlingMode::Parallel:
        return "parallel";
    }
    return {};
}

std::optional<HandlingMode> handlingModeFromText(std::string_view text) {
    for (const HandlingMode candidate : {HandlingMode::Standard, HandlingMode::Tolerance, HandlingMode::NotifyAndCommit,
             HandlingMode::Simulated, HandlingMode::Parallel}) {
        if (toText(candidate) == text) {
            return candidate;
        }
    }
    return std::nullopt;
}

std::string_view toText(Necessity necessity) {
    switch (necessity) {
    case Necessity::Required:
        return "required";
    case Necessity::Conditional:
        return "conditional";
    case Necessity::Optional:
        return "optional";
    }
    return {};
}

std::optional<Necessity> necessityFromText(std::string_view text) {
    for (const Necessity candidate : {Necessity::Required, Necessity::Conditional, Necessity::Optional}) {
        if (toText(candidate) == text) {
            return candidate;
        }
    }
    return std::nullopt;
}

bool Item::allows(HandlingMode mode) const {
    return std::find(modes.begin(), modes.end(), mode) != modes.end();
}

const Material* Item::material(int seq) const {
    const auto found = std::find_if(
        materials.begin(), materials.end(), [seq](const Material& material) { return material.seq == seq; });
    return found == materials.end() ? nullptr : &*found;
}

} // namespace yichuang
