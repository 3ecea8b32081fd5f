// SPDX-License-Identifier: GPL-3.0-or-later
#include "again.h"

#include <wire_client.h>

#include <boost/json.hpp>

namespace yichuang::test {
namespace {

/// Nothing where nobody listens, or hangs up in the middle.
WireAnswer ask(unsigned short port, const char* method, const char* target, const WireHeaders& headers,
    const std::string& body = {}) {
    try {
        return call(port, method, target, headers, body);
    } catch (const std::exception&) {
        return {};
    }
}

/// No answer, or that the database is away: the same as a network that fails.
bool isAway(const WireAnswer& answer) {
    return answer.status == 0 || answer.status == 503;
}

} // namespace

bool Again::fetchToken(unsigned short port) {
    const WireAnswer time = ask(port, "GET", "/v1/time", {});
    if (isAway(time))
        return false;
    WorkstationTokenRequest request;
    request.workstation = m_kept.workstation;
    request.time = boost::json::parse(time.body).at("time").to_number<std::int64_t>();
    request.signature
        = sign("token\n" + request.workstation.value() + '\n' + std::to_string(request.time), m_kept.credential);
    const WireAnswer answer
        = ask(port, "POST", "/v1/workstations/token", {{"Content-Type", "application/json"}}, encode(request));
    if (isAway(answer))
        return false;
    if (answer.status != 200)
        throw Broken("a workstation's own key is not taken: " + std::to_string(answer.status) + ' ' + answer.body);
    m_token = std::string(boost::json::parse(answer.body).at("token").as_string());
    return true;
}

Again::Outcome Again::push(unsigned short port, std::size_t from, std::size_t to, Checker& checker) {
    Outcome outcome;
    if (m_kept.wire.empty() || (m_token.empty() && !fetchToken(port)))
        return outcome;
    std::string body;
    for (std::size_t number = from; number <= to; ++number)
        body += m_kept.wire.at(number - 1);
    const WireAnswer answer = ask(port, "POST", "/v1/acts",
        {{"Content-Type", "application/x-ndjson"}, {"Authorization", "Bearer " + m_token}}, body);
    if (isAway(answer))
        return outcome;
    if (answer.status == 401) { // its time is over
        m_token.clear();
        return outcome;
    }
    if (answer.status != 200)
        throw Broken("a repeated push was answered by " + std::to_string(answer.status) + ' ' + answer.body);
    ++outcome.pushes;
    const auto told = boost::json::parse(answer.body).at("verdicts").as_array();
    if (told.size() != to - from + 1)
        throw Broken("a repeated push of " + std::to_string(to - from + 1) + " acts got " + std::to_string(told.size())
            + " verdicts");
    for (std::size_t at = 0; at < told.size(); ++at) {
        const auto& verdict = told[at].as_object();
        const std::string id(verdict.at("act").as_string());
        if (id != m_kept.ids.at(from - 1 + at))
            throw Broken("verdicts come in another order than the acts");
        const std::string text(verdict.at("verdict").as_string());
        if (text == "not_taken")
            continue; // past a gap: what lies before was not handed in yet
        const auto* reason = verdict.if_contains("reason");
        checker.noteVerdict(id, text, reason != nullptr ? std::string(reason->as_string()) : std::string {});
        const auto* known = verdict.if_contains("known");
        outcome.acts += known != nullptr && known->as_bool() ? 1 : 0;
    }
    return outcome;
}

} // namespace yichuang::test
