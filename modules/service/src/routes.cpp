// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/service/routes.h>

#include "routes_tables.h"

namespace yichuang {

std::vector<Route> centralRoutes(const ServiceParts& parts) {
    std::vector<Route> all;
    for (auto* table : {&http::doorRoutes, &http::actRoutes, &http::operationRoutes}) {
        for (Route& route : table(parts)) {
            all.push_back(std::move(route));
        }
    }
    return all;
}

} // namespace yichuang
