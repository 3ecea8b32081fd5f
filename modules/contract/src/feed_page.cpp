// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/messages.h>

#include "message_members.h"

namespace yichuang {

using json::Fault;
using json::Node;

namespace {

/// A line of the scope log with the number of acts that follow it.
struct LineOnWire {
    ScopeLine line;
    int acts = 0;
    std::vector<ActId> receivedOnly;
};

struct PageEnd {
    std::string cursor;
    std::vector<SignedHead> heads;
    bool more = false;
    std::int64_t time = 0;
};

} // namespace

namespace json {

template <> struct Members<PageEnd> : Message {
    static constexpr std::tuple list {Member {"cursor", &PageEnd::cursor, Presence::Required},
        Member {"heads", &PageEnd::heads, Presence::Required}, Member {"more", &PageEnd::more, Presence::Required},
        Member {"time", &PageEnd::time, Presence::Required}};
};

} // namespace json

std::string encode(const FeedPage& page) {
    std::size_t size = 256;
    for (const FeedItem& item : page.items) {
        size += 512;
        for (const ActBytes& act : item.acts)
            size += act.size();
    }
    std::string out;
    out.reserve(size);
    for (const FeedItem& item : page.items) {
        out += R"({"line":{)";
        json::appendMembers(out, item.line);
        json::appendName(out, "acts");
        json::appendInteger(out, static_cast<std::int64_t>(item.acts.size()));
        if (!item.receivedOnly.empty()) {
            json::appendName(out, "received_only");
            json::append(out, item.receivedOnly);
        }
        out += "}}\n";
        for (const ActBytes& act : item.acts)
            out += act.wire();
    }
    out += R"({"page":)";
    json::append(out, PageEnd {page.cursor, page.heads, page.more, page.time});
    out += "}\n";
    return out;
}

static bool readLine(const Node& node, LineOnWire& line, Fault& fault) {
    if (!json::read(node, line.line, fault))
        return false;
    bool counted = false;
    for (const Node& member : json::Children(node)) {
        if (member.key == "acts") {
            if (!json::read(member, line.acts, fault) || line.acts < 0)
                return fault.because("bad_value") || fault.in("acts");
            counted = true;
        } else if (member.key == "received_only" && !json::read(member, line.receivedOnly, fault)) {
            return fault.in("received_only");
        }
    }
    if (counted)
        return true;
    fault.because("missing_member");
    return fault.in("acts");
}

Result<FeedPage> parseFeedPage(std::string_view text) {
    const auto refuse
        = [](const Fault& fault) { return failure("wire.form", {{"reason", fault.reason}, {"member", fault.member}}); };
    FeedPage page;
    while (true) {
        Fault fault;
        const auto end = text.find('\n');
        if (end == std::string_view::npos) {
            // A page that breaks off before its last line is no page: nothing of it may be applied.
            fault.because("cut_off");
            return refuse(fault);
        }
        const std::string_view row = text.substr(0, end);
        text.remove_prefix(end + 1);
        const json::Document document(row);
        if (!document.fault().empty()) {
            fault.because(document.fault());
            return refuse(fault);
        }
        const Node& root = document.root();
        if (root.kind != json::Kind::Object || root.span == 1) {
            fault.because("missing_member");
            return refuse(fault);
        }
        const Node& body = *json::Children(root).begin();
        if (body.key == "line") {
            LineOnWire line;
            if (!readLine(body, line, fault))
                return refuse(fault);
            FeedItem& item = page.items.emplace_back();
            item.line = std::move(line.line);
            item.receivedOnly = std::move(line.receivedOnly);
            for (int i = 0; i < line.acts; ++i) {
                auto act = takeActBytes(text);
                if (!act)
                    return failure("wire.form", act.error().arguments);
                item.acts.push_back(std::move(*act));
            }
        } else if (body.key == "page") {
            PageEnd last;
            if (!json::read(body, last, fault))
                return refuse(fault);
            if (!text.empty()) {
                fault.because("not_json");
                return refuse(fault);
            }
            page.cursor = std::move(last.cursor);
            page.heads = std::move(last.heads);
            page.more = last.more;
            page.time = last.time;
            return page;
        } else {
            fault.because("unknown_member");
            return refuse(fault);
        }
    }
}

} // namespace yichuang
