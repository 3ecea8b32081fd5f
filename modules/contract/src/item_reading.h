// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/item.h>
#include <yichuang/domain/item_rules.h>

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace yichuang {

/// Reads an item's members; problems begin with `pointer`. What is wrong comes back as a harmless value.
[[nodiscard]] Item readItem(
    const boost::json::object& object, const std::string& pointer, std::vector<ItemProblem>& problems);

} // namespace yichuang
