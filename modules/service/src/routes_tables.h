// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/service/routes.h>

namespace yichuang::http {

/// Enrolment, tokens, sessions, keys.
[[nodiscard]] std::vector<Route> doorRoutes(const ServiceParts& parts);
/// Chain, leases, push, applicants, feed, snapshot.
[[nodiscard]] std::vector<Route> actRoutes(const ServiceParts& parts);
/// Time, health, readiness, metrics.
[[nodiscard]] std::vector<Route> operationRoutes(const ServiceParts& parts);

} // namespace yichuang::http
