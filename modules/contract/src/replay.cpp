// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/replay.h>

#include "replay_reading.h"

#include <yichuang/domain/law.h>

#include <boost/json.hpp>

#include <algorithm>

namespace yichuang {

namespace {

namespace json = boost::json;

json::value dateOrNull(const std::optional<CivilDate>& date) {
    return date ? json::value(isoDate(*date)) : json::value(nullptr); // braces would make an array
}

json::object shown(const CaseState& state, const LawContext& context, CivilDate commandDate) {
    const CivilDate asOf = state.lastDate ? std::max(*state.lastDate, commandDate) : commandDate;
    const Dues dues = duesOf(state, context, asOf);
    json::array flags;
    for (const std::string& flag : flagsOf(state, dues)) {
        flags.emplace_back(flag);
    }
    json::object result;
    result["state"] = std::string {toText(state.stage)};
    result["promised_due"] = dateOrNull(dues.promised);
    result["statutory_due"] = dateOrNull(dues.statutory);
    result["effective_due"] = dateOrNull(dues.effective);
    result["delivery_due"] = dateOrNull(dues.delivery);
    result["flags"] = std::move(flags);
    return result;
}

tl::unexpected<Error> badStep(std::size_t ordinal, std::string reason) {
    return failure("replay.field", {{"field", "steps/" + std::to_string(ordinal)}, {"reason", std::move(reason)}});
}

Result<json::object> replayStep(
    const json::value& step, std::size_t ordinal, CaseState& state, const LawContext& context) {
    const json::value* written = step.is_object() ? step.get_object().if_contains("command") : nullptr;
    if (written == nullptr || !written->is_object()) {
        return badStep(ordinal, "command");
    }
    auto read = readHistoryCommand(written->get_object(), context.item);
    if (!read) {
        Error error = read.error();
        error.arguments["field"] = "steps/" + std::to_string(ordinal) + "/command/" + error.arguments["field"];
        return tl::unexpected {std::move(error)};
    }
    const Decision decision = read->known ? decide(state, read->command, context)
                                          : Decision {tl::unexpected {Refusal {RefusalCode::UnknownCommand, {}}}};
    json::object result;
    if (decision) {
        for (const Entry& entry : *decision) {
            state = evolve(std::move(state), entry);
        }
        result["outcome"] = "entries";
        result["refusal"] = nullptr;
    } else {
        result["outcome"] = "refused";
        result["refusal"] = std::string {toText(decision.error().code)};
    }
    for (const auto& [name, value] : shown(state, context, read->command.date)) {
        result[name] = value;
    }
    return result;
}

} // namespace

Result<std::string> replayHistory(std::string_view line, const Calendar& calendar) {
    boost::system::error_code error;
    const json::value history = json::parse(line, error);
    if (error) {
        return failure("replay.json", {{"reason", error.message()}});
    }
    const json::object* object = history.if_object();
    const json::value* written = object == nullptr ? nullptr : object->if_contains("item");
    if (written == nullptr || !written->is_object()) {
        return failure("replay.field", {{"field", "item"}, {"reason", "object"}});
    }
    auto item = readLawItem(written->get_object());
    if (!item) {
        Error fault = item.error();
        fault.arguments["field"] = "item/" + fault.arguments["field"];
        return tl::unexpected {std::move(fault)};
    }
    const json::value* steps = object->if_contains("steps");
    if (steps == nullptr || !steps->is_array()) {
        return failure("replay.field", {{"field", "steps"}, {"reason", "array"}});
    }
    const LawContext context {*item, calendar};
    CaseState state;
    json::array results;
    for (const json::value& step : steps->get_array()) {
        auto result = replayStep(step, results.size(), state, context);
        if (!result) {
            return tl::unexpected {std::move(result.error())};
        }
        results.emplace_back(std::move(*result));
    }
    return json::serialize(json::object {{"steps", std::move(results)}});
}

} // namespace yichuang
