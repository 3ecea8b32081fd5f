// SPDX-License-Identifier: GPL-3.0-or-later
#include "routes_answers.h"

#include <array>
#include <string_view>
#include <utility>

namespace yichuang::http {
namespace {

constexpr std::array statuses {
    std::pair {std::string_view {"wire.form"}, 400},
    std::pair {std::string_view {"act.form"}, 400},
    std::pair {std::string_view {"act.head"}, 400},
    std::pair {std::string_view {"act.facts"}, 400},
    std::pair {std::string_view {"act.too_many"}, 413},
    std::pair {std::string_view {"push.too_many"}, 413},
    std::pair {std::string_view {"unknown_head"}, 409},
    std::pair {std::string_view {"auth.signature"}, 401},
    std::pair {std::string_view {"auth.time"}, 401},
    std::pair {std::string_view {"auth.workstation"}, 401},
    std::pair {std::string_view {"auth.role"}, 403},
    std::pair {std::string_view {"session.ended"}, 401},
    std::pair {std::string_view {"session.reused"}, 401},
    std::pair {std::string_view {"sign_in.wrong"}, 401},
    std::pair {std::string_view {"sign_in.disabled"}, 403},
    std::pair {std::string_view {"sign_in.locked"}, 423},
    std::pair {std::string_view {"enrol.code"}, 403},
    std::pair {std::string_view {"applicant.unknown"}, 404},
    std::pair {std::string_view {"applicant.too_often"}, 429},
    std::pair {std::string_view {"store.busy"}, 503},
    std::pair {std::string_view {"store.conflict"}, 503},
    std::pair {std::string_view {"store.unavailable"}, 503},
    std::pair {std::string_view {"store.schema"}, 503},
    std::pair {std::string_view {"store.failed"}, 500},
    std::pair {std::string_view {"store.damaged"}, 500},
};
constexpr int unprocessable = 422; ///< well formed, and not possible as things stand

} // namespace

HttpAnswer problemOf(const Error& error) {
    int status = unprocessable;
    for (const auto& [code, known] : statuses) {
        if (error.is(code)) {
            status = known;
        }
    }
    HttpAnswer answer = problemAnswer(status, error.code, error.arguments);
    if (status == 503) {
        answer.headers.emplace_back("Retry-After", "1");
    }
    if (const auto wait = error.arguments.find("seconds"); status == 429 && wait != error.arguments.end()) {
        answer.headers.emplace_back("Retry-After", wait->second);
    }
    if (status == 401) {
        answer.headers.emplace_back("WWW-Authenticate", "Bearer");
    }
    return answer;
}

HttpAnswer emptyAnswer(const Result<void>& result) {
    return result ? HttpAnswer {204, {}, {}, {}} : problemOf(result.error());
}

} // namespace yichuang::http
