// SPDX-License-Identifier: GPL-3.0-or-later
#include "routes_answers.h"
#include "routes_tables.h"

namespace yichuang::http {

std::vector<Route> operationRoutes(const ServiceParts& parts) {
    constexpr const char* plain = "text/plain; charset=utf-8";
    return {
        {.method = "GET",
            .path = "/v1/time",
            .answer =
                [&clock = parts.clock](const HttpRequest&, const Caller&) {
                    return jsonAnswer("{\"time\":" + std::to_string(toMilliseconds(clock.now())) + "}");
                }},
        {.method = "GET",
            .path = "/healthz",
            .answer = [](const HttpRequest&, const Caller&) { return HttpAnswer {200, plain, "ok\n", {}}; }},
        {.method = "GET",
            .path = "/readyz",
            .answer =
                [&centre = parts.centre](const HttpRequest&, const Caller&) {
                    const auto ready = centre.ping();
                    return ready ? HttpAnswer {200, plain, "ready\n", {}}
                                 : problemAnswer(503, "not_ready", {{"reason", ready.error().code}});
                }},
        {.method = "GET",
            .path = "/metrics",
            .answer =
                [&metrics = parts.metrics](const HttpRequest&, const Caller&) {
                    return HttpAnswer {200, "text/plain; version=0.0.4; charset=utf-8", metrics.text(), {}};
                }},
    };
}

} // namespace yichuang::http
