// SPDX-License-Identifier: GPL-3.0-or-later
#include "routes_answers.h"
#include "routes_tables.h"

namespace yichuang::http {
namespace {

constexpr const char* json = "application/json";

/// Parses the body, calls, answers: what the endpoints with a message have in common.
template <typename Message, typename Call> HttpAnswer withMessage(const Result<Message>& message, Call call) {
    return message ? call(*message) : problemOf(message.error());
}

} // namespace

std::vector<Route> doorRoutes(const ServiceParts& parts) {
    Centre& centre = parts.centre;
    Sessions& sessions = parts.sessions;
    return {
        {.method = "POST",
            .path = "/v1/workstations",
            .takes = json,
            .answer =
                [&centre](const HttpRequest& request, const Caller&) {
                    return withMessage(parseEnrolRequest(request.body),
                        [&](const EnrolRequest& message) { return answerWith(centre.enrol(message), 201); });
                }},
        {.method = "POST",
            .path = "/v1/workstations/token",
            .takes = json,
            .answer =
                [&sessions](const HttpRequest& request, const Caller&) {
                    return withMessage(
                        parseWorkstationTokenRequest(request.body), [&](const WorkstationTokenRequest& message) {
                            return answerWith(sessions.giveWorkstationToken(message));
                        });
                }},
        {.method = "POST",
            .path = "/v1/sessions",
            .allowedTo = AllowedTo::Workstation,
            .takes = json,
            .answer =
                [&sessions](const HttpRequest& request, const Caller& caller) {
                    return withMessage(parseSignInRequest(request.body), [&](const SignInRequest& message) {
                        return answerWith(sessions.signIn(caller.workstation, message));
                    });
                }},
        {.method = "DELETE",
            .path = "/v1/sessions",
            .allowedTo = AllowedTo::Person,
            .answer
            = [&sessions](const HttpRequest&, const Caller& caller) { return emptyAnswer(sessions.signOut(caller)); }},
        {.method = "POST",
            .path = "/v1/sessions/refresh",
            .allowedTo = AllowedTo::Workstation,
            .takes = json,
            .answer =
                [&sessions](const HttpRequest& request, const Caller& caller) {
                    return withMessage(parseRefreshRequest(request.body), [&](const RefreshRequest& message) {
                        return answerWith(sessions.refresh(caller.workstation, message));
                    });
                }},
        {.method = "POST",
            .path = "/v1/keys",
            .allowedTo = AllowedTo::Person,
            .takes = json,
            .answer =
                [&centre](const HttpRequest& request, const Caller& caller) {
                    return withMessage(parseKeyRequest(request.body), [&](const KeyRequest& message) {
                        return emptyAnswer(centre.registerKey(caller.person, caller.workstation, message));
                    });
                }},
    };
}

} // namespace yichuang::http
