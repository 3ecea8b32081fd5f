// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict_text.h"

namespace yichuang {

std::string verdictText(const ActVerdict& verdict) {
    PushAnswer answer;
    answer.verdicts.push_back(verdict);
    return encode(answer);
}

std::optional<ActVerdict> readVerdict(std::string_view text) {
    auto answer = parsePushAnswer(text);
    if (!answer || answer->verdicts.size() != 1)
        return std::nullopt;
    return std::move(answer->verdicts.front());
}

} // namespace yichuang
