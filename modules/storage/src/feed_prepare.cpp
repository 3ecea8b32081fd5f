// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/storage/feed.h>

#include "subject.h"

#include <yichuang/domain/received_only.h>

#include <algorithm>

namespace yichuang {

namespace {

Result<PreparedAct> prepareAct(ActBytes bytes, const DataKeys& keys, Randomness& randomness) {
    auto act = parseAct(std::move(bytes));
    if (!act)
        return tl::unexpected<Error> {act.error()};
    const auto refuse = [&act](const char* reason) {
        return failure("feed.act", {{"act", act->head.act.value()}, {"reason", reason}});
    };
    if (!bodiesMatch(*act))
        return refuse("bodies");
    PreparedAct prepared;
    prepared.act = std::move(*act);
    ParsedAct& parsed = prepared.act;
    // The signature line is the wire's third part of an act's hash; the parsed act keeps it as it came.
    parsed.hash = hashOfAct(parsed.bytes.head, parsed.bytes.signature);
    for (std::size_t i = 0; i < parsed.facts.size(); ++i) {
        const auto& line = parsed.bytes.bodies[i].particulars;
        if (!line)
            continue;
        if (auto* hall = std::get_if<HallFact>(&parsed.facts[i])) {
            if (const auto particulars = parseParticulars(*line))
                applyHallParticulars(*hall, *particulars);
            continue;
        }
        const Entry& entry = std::get<Entry>(parsed.facts[i]);
        if (entry.event != Event::Receive)
            continue;
        const auto particulars = parseParticulars(*line);
        if (!particulars)
            return refuse("particulars");
        ShownParticulars shown;
        shown.take(entry, *particulars);
        SearchSubject subject = shown.subject();
        subject.numbers.push_back(entry.facts.caseNo);
        prepared.openings.push_back({i, shown.summary(), tokensOf(subject, keys.tokenKey())});
    }
    prepared.sealed = seal(parsed.bytes.wire(), "act", keys.dataKey(), randomness);
    return prepared;
}

} // namespace

Result<PreparedPage> preparePage(FeedPage page, const DataKeys& keys) {
    SystemRandomness randomness;
    PreparedPage prepared;
    prepared.cursor = std::move(page.cursor);
    prepared.heads = std::move(page.heads);
    prepared.more = page.more;
    prepared.time = page.time;
    prepared.lines.reserve(page.items.size());
    for (FeedItem& item : page.items) {
        PreparedLine line;
        line.line = std::move(item.line);
        line.acts.reserve(item.acts.size());
        for (ActBytes& bytes : item.acts) {
            auto act = prepareAct(std::move(bytes), keys, randomness);
            if (act) {
                act->receivedOnly = (line.line.kind == LineKind::Admitted && line.line.reason == receivedOnly)
                    || std::find(item.receivedOnly.begin(), item.receivedOnly.end(), act->act.head.act)
                        != item.receivedOnly.end();
                line.acts.push_back(std::move(*act));
                continue;
            }
            // A bad act is kept where it was written; here its line is enough.
            if (line.line.verdict == toText(Verdict::BadAct))
                continue;
            return failure("feed.act", {{"act", line.line.subject}, {"reason", act.error().code}}, act.error().detail);
        }
        prepared.lines.push_back(std::move(line));
    }
    return prepared;
}

} // namespace yichuang
