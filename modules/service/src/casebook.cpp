// SPDX-License-Identifier: GPL-3.0-or-later
#include "casebook.h"

#include <yichuang/domain/law.h>
#include <yichuang/domain/silence.h>

#include <algorithm>

namespace yichuang {
namespace {

const KnownEntry* find(const StreamWork& stream, const EntryId& id) {
    for (auto i = stream.entries.rbegin(); i != stream.entries.rend(); ++i) {
        if (i->id == id) {
            return &*i;
        }
    }
    return nullptr;
}

std::optional<std::int64_t> placeOf(const StreamWork& stream, const EntryId& id) {
    const auto* entry = find(stream, id);
    return entry == nullptr ? std::optional<std::int64_t> {} : entry - stream.entries.data();
}

} // namespace

Result<void> Casebook::read(CentralTransaction& transaction, const std::set<StreamId>& streams) {
    const std::vector<StreamId> ids(streams.begin(), streams.end());
    auto rows = transaction.streams(ids);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<StreamId> known;
    for (auto& [id, row] : *rows) {
        auto& stream = m_streams[id];
        stream = StreamWork {};
        stream.row = std::move(row);
        stream.exists = true;
        stream.scopes = {stream.row.home};
        known.push_back(id);
    }
    const auto memberships = transaction.memberships(known);
    if (!memberships) {
        return tl::unexpected(memberships.error());
    }
    for (const auto& [id, scopes] : *memberships) {
        auto& own = m_streams[id].scopes;
        own.insert(own.end(), scopes.begin(), scopes.end());
    }
    const auto acts = transaction.actsOfStreams(known);
    if (!acts) {
        return tl::unexpected(acts.error());
    }
    for (const auto& [id, list] : *acts) {
        auto& stream = m_streams[id];
        for (const auto& act : list) {
            auto parsed = parseAct(act.bytes());
            if (!parsed) {
                return failure("store.damaged", {{"act", act.id.value()}}, parsed.error().code);
            }
            for (std::size_t i = 0; i < parsed->facts.size(); ++i) {
                const auto& head = parsed->head.entries[i];
                auto* entry = std::get_if<Entry>(&parsed->facts[i]);
                if (head.stream != id || entry == nullptr) {
                    continue;
                }
                const bool folded = isFolded(*entry, act.reason);
                append(stream, {{act.id, static_cast<int>(i)}, std::move(*entry), head.after, folded});
            }
        }
    }
    return {};
}

void Casebook::append(StreamWork& stream, KnownEntry entry) {
    if (entry.folded) {
        stream.state = evolve(std::move(stream.state), entry.entry);
    }
    stream.entries.push_back(std::move(entry));
}

WritersView Casebook::writersView(const StreamWork& stream, const EntryHead& head) const {
    WritersView view;
    std::int64_t base = -1;
    if (head.base) {
        const auto place = placeOf(stream, *head.base);
        if (!place) {
            view.fault = "base_unknown";
            return view;
        }
        base = *place;
    }
    // His own waiting entries on top, back along `after`; entries of one act on one stream hang together.
    std::set<std::int64_t> own;
    auto cursor = head.after;
    while (cursor) {
        const auto place = placeOf(stream, *cursor);
        if (!place) {
            view.fault = m_refused.contains(cursor->act) ? "follows_refused" : "after_unknown";
            return view;
        }
        if (*place <= base || !own.insert(*place).second) {
            break;
        }
        std::int64_t first = *place;
        while (first > base + 1 && stream.entries[static_cast<std::size_t>(first) - 1].id.act == cursor->act) {
            --first;
            own.insert(first);
        }
        cursor = stream.entries[static_cast<std::size_t>(first)].after;
    }
    const auto count = static_cast<std::int64_t>(stream.entries.size());
    bool unfolded = false;
    for (std::int64_t i = base + 1; i < count; ++i) {
        const auto& entry = stream.entries[static_cast<std::size_t>(i)];
        if (own.contains(i)) {
            unfolded = unfolded || !entry.folded;
        } else if (!standsAlone(entry.entry.event)) {
            view.gained.push_back(&entry);
        }
    }
    view.moved = !view.gained.empty() || unfolded;
    if (!view.moved) {
        view.state = stream.state;
        return view;
    }
    for (std::int64_t i = 0; i < count; ++i) {
        const auto& entry = stream.entries[static_cast<std::size_t>(i)];
        if ((i <= base && entry.folded) || own.contains(i)) {
            view.state = evolve(std::move(view.state), entry.entry);
        }
    }
    return view;
}

void project(StreamRow& row, const CaseState& state) {
    row.stage = toText(state.stage);
    row.caseNo = state.caseNo;
    row.open = state.stage != Stage::Draft && !isConcluded(state.stage) && state.stage != Stage::Archived;
    // Granted and refused cases wait for their delivery: they stay in every workstation's hands until then.
    row.open = row.open || state.stage == Stage::Granted || state.stage == Stage::Refused
        || state.stage == Stage::ResultReady;
    row.concludedOn = row.open || !state.stageSince ? std::string {} : isoDate(*state.stageSince);
    const auto silence = silenceOf(state);
    row.watchOn = silence ? isoDate(addDays(silence->lastDay, 1)) : std::string {};
}

} // namespace yichuang
