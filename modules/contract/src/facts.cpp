// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/act.h>

#include "facts_of_event.h"
#include "item_members.h"

#include <type_traits>

namespace yichuang {

using json::Fault;
using json::Node;

static tl::unexpected<Error> factsFailure(std::string_view type, const Fault& fault) {
    return failure("act.facts", {{"reason", fault.reason}, {"member", fault.member}, {"type", std::string(type)}});
}

/// "extend.request" → event and act.
struct EntryType {
    Event event;
    CommandAct act;
};
static std::optional<EntryType> entryType(std::string_view type) {
    const auto dot = type.find('.');
    const auto event = eventFromText(type.substr(0, dot));
    if (!event)
        return {};
    if (dot == std::string_view::npos)
        return EntryType {*event, CommandAct::Do};
    const auto act = commandActFromText(type.substr(dot + 1));
    // "do" is told by the bare name, so that there is one spelling only.
    if (!act || *act == CommandAct::Do)
        return {};
    return EntryType {*event, *act};
}

template <typename T> constexpr std::string_view hallType = "";
template <> constexpr std::string_view hallType<Person> = "person";
template <> constexpr std::string_view hallType<RegisteredMandate> = "mandate";
template <> constexpr std::string_view hallType<Window> = "window";
template <> constexpr std::string_view hallType<Workstation> = "workstation";
template <> constexpr std::string_view hallType<PersonKey> = "key";
template <> constexpr std::string_view hallType<CentreKey> = "centreKey";
template <> constexpr std::string_view hallType<std::shared_ptr<const Item>> = "item";
template <> constexpr std::string_view hallType<ItemRepealed> = "itemRepealed";
template <> constexpr std::string_view hallType<CalendarYear> = "calendarYear";

std::string typeOf(const FactsBody& facts) {
    if (const Entry* entry = std::get_if<Entry>(&facts)) {
        std::string type(toText(entry->event));
        if (entry->act != CommandAct::Do) {
            type += '.';
            type += toText(entry->act);
        }
        return type;
    }
    return std::string(std::visit(
        [](const auto& fact) { return hallType<std::remove_cvref_t<decltype(fact)>>; }, std::get<HallFact>(facts)));
}

static void appendSalt(std::string& out, std::string_view salt) {
    json::appendName(out, "salt");
    json::appendText(out, salt);
}

static bool isSalt(std::string_view salt) {
    return salt.size() == 32 && salt.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string encodeFacts(const FactsBody& facts, std::string_view salt) {
    std::string out;
    out.reserve(512);
    out += '{';
    appendSalt(out, salt);
    if (const Entry* entry = std::get_if<Entry>(&facts)) {
        json::appendName(out, "date");
        json::append(out, entry->date);
        json::appendName(out, "actor");
        json::append(out, entry->actor);
        json::appendName(out, "facts");
        out += '{';
        json::appendMembers(out, entry->facts, factsOf(entry->event));
        out += '}';
        json::appendName(out, "set");
        json::append(out, entry->set);
    } else {
        json::appendName(out, typeOf(facts));
        std::visit(
            [&](const auto& fact) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(fact)>, std::shared_ptr<const Item>>)
                    json::append(out, *fact);
                else
                    json::append(out, fact);
            },
            std::get<HallFact>(facts));
    }
    out += '}';
    return out;
}

static bool readEntry(const Node& root, Entry& entry, Fault& fault) {
    bool salt = false;
    bool date = false;
    bool actor = false;
    bool facts = false;
    bool set = false;
    for (const Node& member : json::Children(root)) {
        bool good = true;
        if (member.key == "salt") {
            salt = member.kind == json::Kind::Text && isSalt(member.text);
            good = salt || fault.because("bad_value");
        } else if (member.key == "date") {
            good = date = json::read(member, entry.date, fault);
        } else if (member.key == "actor") {
            good = actor = json::read(member, entry.actor, fault);
        } else if (member.key == "facts") {
            good = facts
                = json::readObject(member, entry.facts, fault, json::UnknownMembers::Refused, factsOf(entry.event));
        } else if (member.key == "set") {
            good = set = json::read(member, entry.set, fault);
        } else {
            good = fault.because("unknown_member");
        }
        if (!good)
            return fault.in(member.key);
    }
    return (salt && date && actor && facts && set) || fault.because("missing_member");
}

template <typename T> static bool readFact(const Node& node, HallFact& fact, Fault& fault) {
    if constexpr (std::is_same_v<T, std::shared_ptr<const Item>>) {
        auto item = std::make_shared<Item>();
        if (!json::read(node, *item, fault))
            return false;
        fact = std::shared_ptr<const Item>(std::move(item));
        return true;
    } else {
        T value {};
        if (!json::read(node, value, fault))
            return false;
        fact = std::move(value);
        return true;
    }
}

using FactReader = bool (*)(const Node&, HallFact&, Fault&);

template <std::size_t... index> static FactReader factReader(std::string_view type, std::index_sequence<index...>) {
    FactReader reader = nullptr;
    ((hallType<std::variant_alternative_t<index, HallFact>> == type
             ? (void)(reader = &readFact<std::variant_alternative_t<index, HallFact>>)
             : void()),
        ...);
    return reader;
}

static bool readHallFact(const Node& root, std::string_view type, FactReader reader, HallFact& fact, Fault& fault) {
    bool salt = false;
    bool body = false;
    for (const Node& member : json::Children(root)) {
        bool good = true;
        if (member.key == "salt") {
            salt = member.kind == json::Kind::Text && isSalt(member.text);
            good = salt || fault.because("bad_value");
        } else if (member.key == type) {
            good = body = reader(member, fact, fault);
        } else {
            good = fault.because("unknown_member");
        }
        if (!good)
            return fault.in(member.key);
    }
    return (salt && body) || fault.because("missing_member");
}

Result<FactsBody> parseFacts(std::string_view type, int schema, std::string_view line) {
    Fault fault;
    if (schema != 1) {
        fault.because("schema");
        return factsFailure(type, fault);
    }
    const json::Document document(line);
    if (!document.fault().empty()) {
        fault.because(document.fault());
        return factsFailure(type, fault);
    }
    if (document.root().kind != json::Kind::Object) {
        fault.because("wrong_type");
        return factsFailure(type, fault);
    }
    if (const auto named = entryType(type)) {
        Entry entry;
        entry.event = named->event;
        entry.act = named->act;
        if (!readEntry(document.root(), entry, fault))
            return factsFailure(type, fault);
        return FactsBody(std::move(entry));
    }
    const FactReader reader
        = type.empty() ? nullptr : factReader(type, std::make_index_sequence<std::variant_size_v<HallFact>> {});
    if (reader == nullptr) {
        fault.because("unknown_type");
        return factsFailure(type, fault);
    }
    HallFact fact;
    if (!readHallFact(document.root(), type, reader, fact, fault))
        return factsFailure(type, fault);
    return FactsBody(std::move(fact));
}

std::string encodeParticulars(const Particulars& particulars, std::string_view salt) {
    std::string out;
    out += '{';
    appendSalt(out, salt);
    json::appendName(out, "values");
    json::append(out, particulars);
    out += '}';
    return out;
}

Result<Particulars> parseParticulars(std::string_view line) {
    Fault fault;
    Particulars particulars;
    bool salt = false;
    bool values = false;
    const json::Document document(line);
    if (!document.fault().empty()) {
        fault.because(document.fault());
    } else if (document.root().kind != json::Kind::Object) {
        fault.because("wrong_type");
    } else {
        for (const Node& member : json::Children(document.root())) {
            if (member.key == "salt" && member.kind == json::Kind::Text && isSalt(member.text)) {
                salt = true;
            } else if (member.key == "values" && json::read(member, particulars, fault)) {
                values = true;
            } else {
                if (fault.reason.empty())
                    fault.because(member.key == "salt" ? "bad_value" : "unknown_member");
                fault.in(member.key);
                break;
            }
        }
        if (fault.reason.empty() && !(salt && values))
            fault.because("missing_member");
    }
    if (!fault.reason.empty())
        return failure("act.particulars", {{"reason", fault.reason}, {"member", fault.member}});
    return particulars;
}

Particulars hallParticulars(const HallFact& fact) {
    if (const Person* person = std::get_if<Person>(&fact))
        return {{"name", person->name}};
    return {};
}

void applyHallParticulars(HallFact& fact, const Particulars& particulars) {
    Person* person = std::get_if<Person>(&fact);
    const auto name = particulars.find("name");
    if (person != nullptr && name != particulars.end())
        person->name = name->second;
}

} // namespace yichuang
