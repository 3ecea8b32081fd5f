// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/form.h>
#include <yichuang/domain/item_rules.h>

#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <vector>

namespace yichuang {

/// Reads what makes fields required or shown: `required`, `x-when` of each property, and `if`/`then` of the object or
/// of its `allOf`
/// ("if `field` is const or in enum, then these are required").
void readConditions(const boost::json::object& schema, const std::string& pointer, std::vector<FormField>& fields,
    std::vector<ItemProblem>& problems);

/// `x-materials`: which material is asked for with which answer.
[[nodiscard]] std::map<int, FormCondition> readMaterialConditions(
    const boost::json::object& schema, std::vector<FormField>& fields, std::vector<ItemProblem>& problems);

} // namespace yichuang
