// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/command.h>
#include <yichuang/domain/item.h>
#include <yichuang/domain/result.h>

#include <boost/json/object.hpp>

namespace yichuang {

/// The fields of the catalogue that the law reads (`item_id`, `case_type`, `promised_workdays` …).
[[nodiscard]] Result<Item> readLawItem(const boost::json::object& object);

/// A command of a history: what the law can judge, or why it is refused before it is asked.
struct HistoryCommand {
    Command command;
    bool known = true; ///< event, act and role are words of the law
};
/// Errors: a command without a readable date or actor can't be placed in the history.
[[nodiscard]] Result<HistoryCommand> readHistoryCommand(const boost::json::object& object, const Item& item);

} // namespace yichuang
