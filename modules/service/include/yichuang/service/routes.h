// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/service/centre.h>
#include <yichuang/service/http.h>
#include <yichuang/service/metrics.h>
#include <yichuang/service/sessions.h>

#include <vector>

namespace yichuang {

/// What the endpoints work with; all of it outlives the routes.
struct ServiceParts {
    Centre& centre;
    Sessions& sessions;
    const CentreClock& clock;
    Metrics& metrics;
};

/// The one table of endpoints, as resources/openapi.yaml describes them.
[[nodiscard]] std::vector<Route> centralRoutes(const ServiceParts& parts);

} // namespace yichuang
