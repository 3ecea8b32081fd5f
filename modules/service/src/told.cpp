// SPDX-License-Identifier: GPL-3.0-or-later
#include "told.h"

namespace yichuang {

std::string textOfVerdict(const ActVerdict& verdict) {
    if (verdict.verdict == Verdict::Admitted) {
        std::string text;
        for (const auto& position : verdict.positions) {
            text += position.scope.value() + "\t" + std::to_string(position.position) + "\n";
        }
        return text;
    }
    PushAnswer answer;
    answer.verdicts = {verdict};
    return encode(answer);
}

ActVerdict toldVerdict(const ActRow& row) {
    ActVerdict verdict;
    verdict.act = row.id;
    verdict.number = row.number;
    verdict.verdict = verdictFromText(row.verdict).value_or(Verdict::BadAct);
    verdict.reason = row.reason;
    if (!row.answer.empty() && row.answer.front() == '{') {
        if (const auto told = parsePushAnswer(row.answer); told && told->verdicts.size() == 1) {
            verdict = told->verdicts.front();
        }
    } else {
        std::string_view rest = row.answer;
        while (!rest.empty()) {
            const auto tab = rest.find('\t');
            const auto end = rest.find('\n');
            if (tab == std::string_view::npos || end == std::string_view::npos) {
                break;
            }
            verdict.positions.push_back({ScopeId(std::string(rest.substr(0, tab))),
                std::stoll(std::string(rest.substr(tab + 1, end - tab - 1)))});
            rest.remove_prefix(end + 1);
        }
    }
    verdict.known = true;
    return verdict;
}

} // namespace yichuang
