// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_reading.h"

#include <yichuang/domain/identifiers.h>

#include <boost/json.hpp>

#include <limits>

namespace yichuang {

namespace {

namespace json = boost::json;

tl::unexpected<Error> badField(std::string field, std::string reason) {
    return failure("replay.field", {{"field", std::move(field)}, {"reason", std::move(reason)}});
}

const json::value* member(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

std::string text(const json::object& object, std::string_view name) {
    const json::value* value = member(object, name);
    return value != nullptr && value->is_string() ? std::string {value->get_string()} : std::string {};
}

/// Words were said, not just blanks.
bool said(const json::object& object, std::string_view name) {
    return text(object, name).find_first_not_of(" \t\r\n") != std::string::npos;
}

bool holds(const json::object& object, std::string_view name) {
    const json::value* value = member(object, name);
    return value != nullptr && value->is_bool() && value->get_bool();
}

std::optional<int> wholeNumber(const json::value& value) {
    if (value.is_double()) {
        const double number = value.get_double();
        const bool whole = number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max()
            && static_cast<double>(static_cast<int>(number)) == number;
        return whole ? std::optional {static_cast<int>(number)} : std::nullopt;
    }
    boost::system::error_code error;
    const int number = value.to_number<int>(error);
    return error ? std::nullopt : std::optional {number};
}

std::optional<int> number(const json::object& object, std::string_view name) {
    const json::value* value = member(object, name);
    return value == nullptr ? std::nullopt : wholeNumber(*value);
}

constexpr int unknownRow = 0; ///< materials are numbered from 1

/// Numbers of materials. What is no number stands for a material that nobody knows: it is never taken for none.
std::vector<int> numbers(const json::object& object, std::string_view name) {
    const json::value* value = member(object, name);
    if (value == nullptr) {
        return {};
    }
    if (!value->is_array()) {
        return {unknownRow};
    }
    std::vector<int> result;
    for (const json::value& element : value->get_array()) {
        result.push_back(wholeNumber(element).value_or(unknownRow));
    }
    return result;
}

std::optional<CivilDate> date(const json::object& object, std::string_view name) {
    return parseIsoDate(text(object, name));
}

template <typename Visit> void eachObject(const json::object& object, std::string_view name, Visit visit) {
    const json::value* value = member(object, name);
    if (value == nullptr || !value->is_array()) {
        return;
    }
    for (const json::value& element : value->get_array()) {
        if (element.is_object()) {
            visit(element.get_object());
        }
    }
}

Result<std::optional<Limit>> readStatutory(const json::object& object) {
    const json::value* value = member(object, "statutory");
    if (value == nullptr) {
        return std::optional<Limit> {};
    }
    if (!value->is_object()) {
        return badField("statutory", "object");
    }
    const json::object& statutory = value->get_object();
    if (member(statutory, "days") == nullptr) {
        return std::optional<Limit> {};
    }
    const auto days = number(statutory, "days");
    const std::string unit = text(statutory, "unit");
    if (!days || *days < 1) {
        return badField("statutory.days", "number");
    }
    if (unit != "workday" && unit != "calendar_day") {
        return badField("statutory.unit", "word");
    }
    return std::optional {Limit {*days, unit == "workday" ? LimitUnit::Workday : LimitUnit::CalendarDay}};
}

void readLists(const json::object& object, Item& item) {
    if (const json::value* modes = member(object, "handling_modes"); modes != nullptr && modes->is_array()) {
        for (const json::value& mode : modes->get_array()) {
            const auto known = mode.is_string() ? handlingModeFromText(std::string {mode.get_string()}) : std::nullopt;
            if (known) {
                item.modes.push_back(*known);
            }
        }
    }
    eachObject(object, "special_procedures", [&item](const json::object& kind) {
        SpecialProcedureKind read;
        read.type = text(kind, "type");
        read.basis = said(kind, "basis") ? text(kind, "basis") : std::string {};
        read.stopsClock = holds(kind, "stops_clock");
        item.specialProcedures.push_back(std::move(read));
    });
    eachObject(object, "steps", [&item](const json::object& step) {
        Step read;
        read.seq = static_cast<int>(item.steps.size()) + 1;
        read.limitWorkdays = number(step, "limit_workdays").value_or(0);
        item.steps.push_back(std::move(read));
    });
    eachObject(object, "materials", [&item](const json::object& material) {
        Material read;
        read.seq = number(material, "seq").value_or(0);
        read.tolerable = holds(material, "tolerable");
        item.materials.push_back(std::move(read));
    });
}

/// A mandate without a kind or dates covers nothing.
std::optional<Mandate> readMandate(const json::object& object) {
    const auto kind = mandateKindFromText(text(object, "kind"));
    const auto start = date(object, "start");
    const auto end = date(object, "end");
    if (!kind || !start || !end) {
        return std::nullopt;
    }
    Mandate mandate {*kind, *start, *end, {}, std::nullopt};
    if (const json::value* scope = member(object, "scope"); scope != nullptr && scope->is_array()) {
        for (const json::value& word : scope->get_array()) {
            if (word.is_string()) {
                mandate.scope.emplace_back(word.get_string());
            }
        }
    }
    if (const std::string person = text(object, "stands_in_for"); !person.empty()) {
        mandate.standsInFor = PersonId {person};
    }
    return mandate;
}

Result<Actor> readActor(const json::object& command, bool& knownRole) {
    const json::value* value = member(command, "actor");
    if (value == nullptr || !value->is_object()) {
        return badField("actor", "object");
    }
    const json::object& object = value->get_object();
    Actor actor;
    actor.id = PersonId {text(object, "id")};
    if (actor.id.empty()) {
        return badField("actor.id", "text");
    }
    const auto role = roleFromText(text(object, "role"));
    knownRole = role.has_value();
    actor.role = role.value_or(Role::Citizen);
    actor.department = text(object, "dept");
    eachObject(object, "mandates", [&actor](const json::object& written) {
        if (auto mandate = readMandate(written)) {
            actor.mandates.push_back(std::move(*mandate));
        }
    });
    return actor;
}

/// "400-26-001-2345-46" is the same number as its 14 digits; what is no number stays as it was written.
std::string caseNumber(const json::object& object, CivilDate today) {
    const std::string written = text(object, "case_no");
    const Identification number = identify(IdentifierKind::CaseNo, written, today);
    return number.valid ? number.normalized : written;
}

void readPeople(const json::object& object, CommandFacts& facts) {
    if (const json::value* officers = member(object, "officers"); officers != nullptr && officers->is_array()) {
        for (const json::value& officer : officers->get_array()) {
            if (officer.is_string()) {
                facts.officers.emplace_back(std::string {officer.get_string()});
            }
        }
    }
    if (const std::string reviewer = text(object, "reviewer"); !reviewer.empty()) {
        facts.reviewer = PersonId {reviewer};
    }
    if (const json::value* confirmer = member(object, "confirmed_by"); confirmer != nullptr && confirmer->is_object()) {
        if (const std::string id = text(confirmer->get_object(), "id"); !id.empty()) {
            facts.confirmedBy = PersonId {id};
        }
        facts.confirmedByRole = roleFromText(text(confirmer->get_object(), "role"));
    }
}

CommandFacts readFacts(const json::object& object, CivilDate today, const Item& item) {
    CommandFacts facts;
    facts.identityChecked = holds(object, "identity_checked");
    facts.itemInForce = holds(object, "item_in_force");
    facts.caseNo = caseNumber(object, today);
    facts.simulated = holds(object, "simulated");
    facts.item = item.id;
    facts.itemVersion = item.version;
    facts.curable = holds(object, "curable");
    facts.fullList = holds(object, "full_list");
    facts.defects = numbers(object, "defects");
    if (member(object, "period_days") != nullptr) {
        facts.periodDays = number(object, "period_days").value_or(0); // 0 is no period: refused
    }
    facts.supplied = numbers(object, "supplied");
    facts.inScope = holds(object, "in_scope");
    facts.properForm = holds(object, "proper_form");
    facts.missing = numbers(object, "missing");
    if (const json::value* commit = member(object, "commit")) {
        facts.commit = Commit {};
        if (commit->is_object()) {
            facts.commit->pledgeSigned = holds(commit->get_object(), "pledge_signed");
            facts.commit->pledged = numbers(commit->get_object(), "pledged");
        }
    }
    facts.decisionResult = text(object, "result");
    facts.promiseSigned = holds(object, "promise_signed");
    facts.badCredit = holds(object, "bad_credit");
    facts.ground = text(object, "ground");
    facts.kind = text(object, "kind");
    facts.daysNeeded = number(object, "days_needed").value_or(0);
    facts.resultOnFile = holds(object, "result_on_file");
    facts.basis = said(object, "basis") ? text(object, "basis") : std::string {};
    facts.days = number(object, "days").value_or(0);
    facts.headApproved = holds(object, "head_approved");
    facts.opinionGiven = said(object, "opinion");
    facts.opinionDate = date(object, "opinion_date");
    facts.siteCheck = holds(object, "site_check");
    facts.reasonGiven = said(object, "reason") || said(object, "reasons");
    facts.remediesGiven = said(object, "remedies");
    facts.sealed = holds(object, "sealed");
    facts.numberAssigned = holds(object, "number_assigned");
    facts.collectorIdentified = holds(object, "collector_identified");
    facts.way = text(object, "way");
    facts.inWriting = holds(object, "in_writing");
    readPeople(object, facts);
    return facts;
}

} // namespace

Result<Item> readLawItem(const json::object& object) {
    Item item;
    item.id = ItemId {text(object, "item_id")};
    item.title = text(object, "title");
    item.department = text(object, "department");
    const auto type = caseTypeFromText(text(object, "case_type"));
    if (!type) {
        return badField("case_type", "word");
    }
    item.caseType = *type;
    auto statutory = readStatutory(object);
    if (!statutory) {
        return tl::unexpected {std::move(statutory.error())};
    }
    item.statutory = *statutory;
    const auto promised = number(object, "promised_workdays");
    if (!promised || *promised < 1) {
        return badField("promised_workdays", "number");
    }
    item.promisedWorkdays = *promised;
    // A rule whose number is left open is no rule: the law's own number holds.
    const auto ruled = [&object](std::string_view rule, std::string_view days) {
        const json::value* value = member(object, rule);
        return value != nullptr && value->is_object() && member(value->get_object(), days) != nullptr
            ? &value->get_object()
            : nullptr;
    };
    if (const json::object* notice = ruled("correction_notice", "days")) {
        const auto days = number(*notice, "days");
        if (!days || *days < 0) {
            return badField("correction_notice.days", "number");
        }
        item.correctionNoticeDays = *days;
    }
    if (const json::object* extension = ruled("extension", "max_days")) {
        const auto days = number(*extension, "max_days");
        if (!days) {
            return badField("extension.max_days", "number");
        }
        item.hasExtensionRule = true;
        item.extensionMaxDays = *days;
    }
    item.result = text(object, "result");
    readLists(object, item);
    return item;
}

Result<HistoryCommand> readHistoryCommand(const json::object& object, const Item& item) {
    HistoryCommand result;
    const auto day = date(object, "date");
    if (!day) {
        return badField("date", "date");
    }
    bool knownRole = false;
    auto actor = readActor(object, knownRole);
    if (!actor) {
        return tl::unexpected {std::move(actor.error())};
    }
    const auto event = eventFromText(text(object, "event"));
    const auto act = commandActFromText(text(object, "act"));
    // What stands beside the transitions is no command of a history.
    const bool knownEvent = event && *event <= Event::DeclareInterest;
    result.known = knownEvent && act && knownRole;
    result.command = Command {event.value_or(Event::Receive), act.value_or(CommandAct::Do), *day, std::move(*actor),
        readFacts(object, *day, item)};
    return result;
}

} // namespace yichuang
