// SPDX-License-Identifier: GPL-3.0-or-later
#include "routes_answers.h"
#include "routes_tables.h"

namespace yichuang::http {
namespace {

constexpr const char* ndjson = "application/x-ndjson";
constexpr std::size_t batchLimit = 16 * 1024 * 1024; ///< bytes of one push
constexpr int pageLines = 500; ///< of feed and snapshot

std::string cursorOf(const HttpRequest& request) {
    const auto cursor = request.query.find("cursor");
    return cursor == request.query.end() ? std::string {} : cursor->second;
}

HttpAnswer pageAnswer(const Result<FeedPage>& page) {
    if (!page) {
        return problemOf(page.error());
    }
    return {200, ndjson, encode(*page), {}};
}

HttpAnswer push(const ServiceParts& parts, const HttpRequest& request, const Caller& caller) {
    const auto pushed = parts.centre.push(caller.workstation, request.body);
    if (!pushed) {
        return problemOf(pushed.error());
    }
    for (const ActVerdict& verdict : pushed->verdicts) {
        parts.metrics.countAct(verdict.known ? "known" : toText(verdict.verdict));
    }
    return jsonAnswer(encode(*pushed));
}

} // namespace

std::vector<Route> actRoutes(const ServiceParts& parts) {
    Centre& centre = parts.centre;
    return {
        {.method = "GET",
            .path = "/v1/chain",
            .allowedTo = AllowedTo::Workstation,
            .answer = [&centre](const HttpRequest&,
                          const Caller& caller) { return answerWith(centre.chain(caller.workstation)); }},
        {.method = "POST",
            .path = "/v1/leases",
            .allowedTo = AllowedTo::Workstation,
            .takes = "application/json",
            .answer =
                [&centre](const HttpRequest& request, const Caller& caller) {
                    const auto message = parseLeaseRequest(request.body);
                    return message ? answerWith(centre.lease(caller.workstation, *message), 201)
                                   : problemOf(message.error());
                }},
        {.method = "POST",
            .path = "/v1/acts",
            .allowedTo = AllowedTo::Workstation,
            .takes = ndjson,
            .bodyLimit = batchLimit,
            .answer
            = [parts](const HttpRequest& request, const Caller& caller) { return push(parts, request, caller); }},
        {.method = "POST",
            .path = "/v1/applicants",
            .allowedTo = AllowedTo::Person,
            .roles = rolesTakingIn(),
            .takes = "application/json",
            .answer =
                [&centre](const HttpRequest& request, const Caller& caller) {
                    const auto message = parseApplicantRequest(request.body);
                    return message ? answerWith(centre.readApplicant(caller.person, caller.workstation, *message))
                                   : problemOf(message.error());
                }},
        {.method = "GET",
            .path = "/v1/feed",
            .allowedTo = AllowedTo::Workstation,
            .answer =
                [&centre](const HttpRequest& request, const Caller& caller) {
                    return pageAnswer(centre.feed(caller.workstation, cursorOf(request), pageLines));
                },
            .hasNews = [&centre](const HttpRequest& request,
                           const Caller& caller) { return centre.hasNews(caller.workstation, cursorOf(request)); }},
        {.method = "GET",
            .path = "/v1/snapshot",
            .allowedTo = AllowedTo::Workstation,
            .answer =
                [&centre](const HttpRequest& request, const Caller& caller) {
                    return pageAnswer(centre.snapshot(caller.workstation, cursorOf(request), pageLines));
                }},
    };
}

} // namespace yichuang::http
