// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/act.h>

#include "member_table.h"
#include "patterns.h"

namespace yichuang {

namespace json {

template <> struct Members<Seen> {
    static constexpr std::tuple list {
        Member {"position", &Seen::position, Presence::Required}, Member {"hash", &Seen::hash, Presence::Required}};
};
template <> struct Members<EntryHead> {
    static constexpr std::tuple list {Member {"stream", &EntryHead::stream, Presence::Required},
        Member {"base", &EntryHead::base}, Member {"after", &EntryHead::after},
        Member {"type", &EntryHead::type, Presence::Required},
        Member {"schema", &EntryHead::schema, Presence::Required},
        Member {"facts", &EntryHead::facts, Presence::Required},
        Member {"particulars", &EntryHead::particulars, Presence::Required}};
};
template <> struct Members<ActHead> {
    static constexpr std::tuple list {Member {"release", &ActHead::release, Presence::Required},
        Member {"act", &ActHead::act, Presence::Required}, Member {"origin", &ActHead::origin, Presence::Required},
        Member {"number", &ActHead::number, Presence::Required},
        Member {"previous", &ActHead::previous, Presence::Required},
        Member {"person", &ActHead::person, Presence::Required}, Member {"key", &ActHead::key, Presence::Required},
        Member {"law", &ActHead::law, Presence::Required},
        Member {"device_time", &ActHead::deviceTime, Presence::Required},
        Member {"corrected_time", &ActHead::correctedTime, Presence::Required}, Member {"flag", &ActHead::flag},
        Member {"seen", &ActHead::seen, Presence::Required}, Member {"entries", &ActHead::entries, Presence::Required}};
};
static_assert(coversAllBut<Seen>() && coversAllBut<EntryHead>() && coversAllBut<ActHead>());

} // namespace json

using json::Fault;

/// One command's entries; far above what any command writes.
static constexpr std::size_t maximumEntries = 64;

static bool sound(const EntryId& id, std::string_view member, Fault& fault) {
    return isUuid(id.act.value()) || fault.because("bad_value") || fault.in(member);
}

static bool sound(const EntryHead& entry, Fault& fault) {
    const auto demand
        = [&](bool good, std::string_view member) { return good || fault.because("bad_value") || fault.in(member); };
    return demand(isStreamId(entry.stream.value()), "stream") && (!entry.base || sound(*entry.base, "base", fault))
        && (!entry.after || sound(*entry.after, "after", fault))
        && demand(!entry.type.empty() && entry.type.size() <= 64, "type") && demand(entry.schema >= 1, "schema")
        && demand(isHash(entry.facts), "facts") && demand(isHash(entry.particulars), "particulars");
}

static bool sound(const ActHead& head, Fault& fault) {
    const auto demand
        = [&](bool good, std::string_view member) { return good || fault.because("bad_value") || fault.in(member); };
    const bool good = demand(head.release >= 1, "release") && demand(isUuid(head.act.value()), "act")
        && demand(isOriginId(head.origin.value()), "origin") && demand(head.number >= 1, "number")
        && demand(head.number == 1 ? head.previous.empty() : isHash(head.previous), "previous")
        && demand(!head.person.empty(), "person") && demand(!head.key.empty(), "key") && demand(head.law >= 1, "law")
        && demand(head.deviceTime > 0, "device_time") && demand(head.correctedTime > 0, "corrected_time")
        && demand(head.flag.empty() || head.flag == "clock", "flag") && demand(head.seen.position >= 0, "seen")
        && demand(head.seen.position == 0 ? head.seen.hash.empty() : isHash(head.seen.hash), "seen")
        && demand(!head.entries.empty() && head.entries.size() <= maximumEntries, "entries");
    if (!good)
        return false;
    for (const EntryHead& entry : head.entries) {
        if (!sound(entry, fault))
            return fault.in("entries");
    }
    return true;
}

OriginId originOf(const WorkstationId& workstation) {
    return OriginId("ws:" + workstation.value());
}

OriginId originOf(const ScopeId& scope) {
    return OriginId("centre:" + scope.value());
}

bool mayHaveSigned(const PersonKey& key, const ActHead& head) {
    return key.id == head.key && key.person == head.person && originOf(key.workstation) == head.origin;
}

bool mayHaveSigned(const CentreKey& key, const ActHead& head) {
    return key.id == head.key && originOf(key.scope) == head.origin;
}

std::string encodeHead(const ActHead& head) {
    std::string out;
    out.reserve(384 + head.entries.size() * 384);
    json::append(out, head);
    return out;
}

Result<ActHead> parseHead(std::string_view line) {
    Fault fault;
    ActHead head;
    const json::Document document(line);
    if (!document.fault().empty())
        fault.because(document.fault());
    else if (json::read(document.root(), head, fault))
        (void)sound(head, fault);
    if (!fault.reason.empty())
        return failure("act.head", {{"reason", fault.reason}, {"member", fault.member}});
    return head;
}

std::string ActBytes::wire() const {
    std::string out;
    out.reserve(size());
    const auto line = [&](std::string_view text) {
        out += text;
        out += '\n';
    };
    line(head);
    line(signature);
    for (const Bodies& body : bodies) {
        line(body.facts);
        line(body.particulars ? std::string_view(*body.particulars) : std::string_view("null"));
    }
    return out;
}

std::size_t ActBytes::size() const {
    std::size_t size = head.size() + signature.size() + 2;
    for (const Bodies& body : bodies)
        size += body.facts.size() + (body.particulars ? body.particulars->size() : 4) + 2;
    return size;
}

static std::optional<std::string_view> takeLine(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos)
        return {};
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

Result<ActBytes> takeActBytes(std::string_view& text) {
    const auto cut = [] { return failure("act.form", {{"reason", "cut_off"}}); };
    std::string_view rest = text;
    const auto head = takeLine(rest);
    if (!head)
        return cut();
    const auto parsed = parseHead(*head);
    if (!parsed) {
        auto arguments = parsed.error().arguments;
        arguments["line"] = "head";
        return failure("act.form", std::move(arguments));
    }
    const auto signature = takeLine(rest);
    if (!signature)
        return cut();
    ActBytes bytes;
    bytes.head = *head;
    bytes.signature = *signature;
    bytes.bodies.reserve(parsed->entries.size());
    for (std::size_t i = 0; i < parsed->entries.size(); ++i) {
        const auto facts = takeLine(rest);
        const auto particulars = facts ? takeLine(rest) : std::nullopt;
        if (!particulars)
            return cut();
        ActBytes::Bodies& body = bytes.bodies.emplace_back();
        body.facts = *facts;
        if (*particulars != "null")
            body.particulars = std::string(*particulars);
    }
    text = rest;
    return bytes;
}

/// {"signature":"01…"} and nothing else: there is one spelling, so the line can't carry anything more.
static std::optional<std::string> signatureOf(std::string_view line) {
    constexpr std::string_view front = R"({"signature":")";
    constexpr std::string_view back = R"("})";
    if (!line.starts_with(front) || !line.ends_with(back) || line.size() < front.size() + back.size())
        return {};
    const std::string_view value = line.substr(front.size(), line.size() - front.size() - back.size());
    if (!isSignature(value))
        return {};
    return std::string(value);
}

Result<ParsedAct> parseAct(ActBytes bytes) {
    auto head = parseHead(bytes.head);
    if (!head)
        return tl::unexpected(std::move(head.error()));
    auto signature = signatureOf(bytes.signature);
    if (!signature)
        return failure("act.form", {{"reason", "bad_value"}, {"member", "signature"}});
    if (bytes.bodies.size() != head->entries.size())
        return failure("act.form", {{"reason", "bodies"}});
    ParsedAct act;
    act.facts.reserve(bytes.bodies.size());
    for (std::size_t i = 0; i < bytes.bodies.size(); ++i) {
        const EntryHead& entry = head->entries[i];
        auto facts = parseFacts(entry.type, entry.schema, bytes.bodies[i].facts);
        if (!facts)
            return tl::unexpected(std::move(facts.error()));
        act.facts.push_back(std::move(*facts));
    }
    act.bytes = std::move(bytes);
    act.head = std::move(*head);
    act.signature = std::move(*signature);
    return act;
}

} // namespace yichuang
