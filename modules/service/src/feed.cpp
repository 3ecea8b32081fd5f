// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_private.h"
#include "cursor.h"

#include <algorithm>

namespace yichuang {
namespace {

constexpr int mostLines = 1'000;
constexpr int concludedKeptDays = 30;

/// Error "unknown_head" where the reader has seen what this centre does not have: a backup was restored, or a standby
/// that lagged was promoted.
Result<void> checkKnown(CentralTransaction& transaction, const ScopeId& scope, const Seen& seen) {
    if (seen.position == 0) {
        return {};
    }
    const auto link = transaction.linkAt(scope, seen.position);
    if (!link) {
        return tl::unexpected(link.error());
    }
    if (!*link || **link != seen.hash) {
        return failure("unknown_head", {{"scope", scope.value()}, {"position", std::to_string(seen.position)}});
    }
    return {};
}

/// Acts of the lines: of an act's line the act, of a stream that joined all its acts in order.
Result<void> fill(CentralTransaction& transaction, std::vector<FeedItem>& items) {
    std::vector<ActId> ids;
    std::vector<StreamId> joined;
    for (const auto& item : items) {
        if (item.line.kind == LineKind::Admitted || item.line.kind == LineKind::Refused) {
            ids.emplace_back(item.line.subject);
        } else if (item.line.kind == LineKind::Joined) {
            joined.emplace_back(item.line.subject);
        }
    }
    const auto acts = transaction.acts(ids);
    if (!acts) {
        return tl::unexpected(acts.error());
    }
    const auto streams = transaction.actsOfStreams(joined);
    if (!streams) {
        return tl::unexpected(streams.error());
    }
    for (auto& item : items) {
        if (item.line.kind == LineKind::Joined) {
            if (const auto found = streams->find(StreamId(item.line.subject)); found != streams->end()) {
                for (const auto& act : found->second) {
                    item.acts.push_back(act.bytes());
                    if (act.reason == receivedOnly) {
                        item.receivedOnly.push_back(act.id);
                    }
                }
            }
        } else if (item.line.kind != LineKind::Left) {
            const auto found = acts->find(ActId(item.line.subject));
            if (found == acts->end()) {
                return failure("store.damaged", {{"act", item.line.subject}});
            }
            item.acts.push_back(found->second.bytes());
        }
    }
    return {};
}

/// Where the page ends, signed: the scope's own head if the page reaches it.
Result<SignedHead> signedEnd(CentreRooms& rooms, CentralTransaction& transaction, const ScopeId& scope,
    const Seen& seen, const std::vector<ScopeRow>& heads) {
    for (const auto& row : heads) {
        if (row.id == scope && row.position == seen.position) {
            return signedHeadOf(row);
        }
    }
    const auto key = rooms.keys.of(transaction, scope);
    if (!key) {
        return tl::unexpected(key.error());
    }
    if (!*key) {
        return failure("centre.no_key", {{"scope", scope.value()}});
    }
    return signHead(scope, seen.position, seen.hash, rooms.now(), **key);
}

/// What every question about the scopes that a workstation reads begins with.
struct Reading {
    std::vector<ScopeId> scopes; ///< `hall` first
    std::vector<ScopeRow> heads; ///< of those that have one

    [[nodiscard]] Seen headOf(const ScopeId& scope) const {
        const auto head
            = std::find_if(heads.begin(), heads.end(), [&](const ScopeRow& row) { return row.id == scope; });
        return head == heads.end() ? Seen {} : Seen {head->position, head->hash};
    }
};

Result<Reading> readingOf(CentreRooms& rooms, CentralTransaction& transaction, const WorkstationId& by) {
    const auto view = rooms.hall.current(transaction);
    if (!view) {
        return tl::unexpected(view.error());
    }
    Reading reading;
    auto scopes = rooms.scopesRead(**view, by);
    if (!scopes) {
        return tl::unexpected(scopes.error());
    }
    reading.scopes = std::move(*scopes);
    auto heads = transaction.scopes(reading.scopes);
    if (!heads) {
        return tl::unexpected(heads.error());
    }
    reading.heads = std::move(*heads);
    return reading;
}

Seen seenIn(const Cursor& cursor, const ScopeId& scope) {
    const auto known = cursor.scopes.find(scope);
    return known == cursor.scopes.end() ? Seen {} : known->second;
}

/// Lines after `seen`, at most `left` of them; both move on.
Result<void> addLines(CentralTransaction& transaction, FeedPage& page, const ScopeId& scope, Seen& seen, int& left) {
    auto lines = transaction.lines(scope, seen.position, left);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    for (auto& line : *lines) {
        seen = {line.position, line.link};
        page.items.push_back({std::move(line), {}});
        --left;
    }
    return {};
}

/// Shows where the page ends in a scope, unless it has not begun there.
Result<void> addEnd(CentreRooms& rooms, CentralTransaction& transaction, const Reading& reading, FeedPage& page,
    const ScopeId& scope, const Seen& seen) {
    if (seen.position == 0) {
        return {};
    }
    auto end = signedEnd(rooms, transaction, scope, seen, reading.heads);
    if (!end) {
        return tl::unexpected(end.error());
    }
    page.heads.push_back(std::move(*end));
    return {};
}

/// The feed goes on from here: what comes in while the pages are read is told again and known already.
Cursor snapshotFrom(const Reading& reading) {
    Cursor cursor;
    for (const auto& scope : reading.scopes) {
        cursor.scopes[scope] = reading.headOf(scope);
    }
    cursor.scopes[hallScope()] = {};
    cursor.snapshot = Cursor::Snapshot {hallScope(), {}};
    return cursor;
}

/// The hall's own log is read whole, with its links: the registry is judged by position.
Result<void> addHall(CentralTransaction& transaction, FeedPage& page, Cursor& cursor, int& left) {
    if (!cursor.snapshot || cursor.snapshot->scope != hallScope()) {
        return {};
    }
    if (auto added = addLines(transaction, page, hallScope(), cursor.scopes[hallScope()], left); !added) {
        return added;
    }
    if (left > 0) {
        cursor.snapshot = Cursor::Snapshot {cursor.scopes.begin()->first, {}};
    }
    return {};
}

/// The streams of the other scopes, one scope after the other.
Result<void> addStreams(CentralTransaction& transaction, FeedPage& page, Cursor& cursor, int& left) {
    const auto since = isoDate(addDays(shanghaiDate(fromMilliseconds(page.time)), -concludedKeptDays));
    while (cursor.snapshot && cursor.snapshot->scope != hallScope() && left > 0) {
        auto& place = *cursor.snapshot;
        auto streams = transaction.streamsOfScope(place.scope, place.after, since, left);
        if (!streams) {
            return tl::unexpected(streams.error());
        }
        for (const auto& stream : *streams) {
            FeedItem item;
            item.line.scope = place.scope;
            item.line.position = cursor.scopes[place.scope].position;
            item.line.kind = LineKind::Joined;
            item.line.subject = stream.id.value();
            item.line.subjectHash = stream.headHash;
            page.items.push_back(std::move(item));
            place.after = stream.id;
            --left;
        }
        if (left > 0) {
            auto next = cursor.scopes.upper_bound(place.scope);
            if (next != cursor.scopes.end() && next->first == hallScope()) {
                ++next;
            }
            cursor.snapshot
                = next == cursor.scopes.end() ? std::nullopt : std::optional(Cursor::Snapshot {next->first, {}});
        }
    }
    if (cursor.snapshot && cursor.snapshot->scope == hallScope() && left > 0) {
        cursor.snapshot.reset(); // it reads no other scope
    }
    return {};
}

} // namespace

Result<FeedPage> Centre::feed(const WorkstationId& by, std::string_view cursorText, int limit) const {
    if (auto opened = m_private->keys.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    const auto cursor = cursorFromText(cursorText);
    if (!cursor) {
        return tl::unexpected(cursor.error());
    }
    FeedPage page;
    auto read = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        page = {};
        page.time = m_private->now();
        const auto reading = readingOf(*m_private, transaction, by);
        if (!reading) {
            return tl::unexpected(reading.error());
        }
        int left = std::clamp(limit, 1, mostLines);
        // A scope that is not read at present rests where it was. Told from its beginning when it is read again, it
        // would not go on from the head that the reader still holds.
        Cursor next;
        next.scopes = cursor->scopes;
        // `hall` first: what follows was decided by people and items that stand there.
        for (const auto& scope : reading->scopes) {
            Seen seen = seenIn(*cursor, scope);
            if (auto checked = checkKnown(transaction, scope, seen); !checked) {
                return checked;
            }
            const auto end = reading->headOf(scope).position;
            if (end > seen.position && left > 0) {
                if (auto added = addLines(transaction, page, scope, seen, left); !added) {
                    return added;
                }
            }
            page.more = page.more || end > seen.position;
            next.scopes[scope] = seen;
            if (auto shown = addEnd(*m_private, transaction, *reading, page, scope, seen); !shown) {
                return shown;
            }
        }
        page.cursor = toText(next);
        return fill(transaction, page.items);
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return page;
}

Result<bool> Centre::hasNews(const WorkstationId& by, std::string_view cursorText) const {
    const auto cursor = cursorFromText(cursorText);
    if (!cursor) {
        return tl::unexpected(cursor.error());
    }
    bool news = false;
    auto read = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        const auto reading = readingOf(*m_private, transaction, by);
        if (!reading) {
            return tl::unexpected(reading.error());
        }
        for (const auto& head : reading->heads) {
            const Seen seen = seenIn(*cursor, head.id);
            news = news || (head.position > 0 && (seen.position != head.position || seen.hash != head.hash));
        }
        return {};
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return news;
}

Result<FeedPage> Centre::snapshot(const WorkstationId& by, std::string_view cursorText, int limit) const {
    if (auto opened = m_private->keys.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    const auto given = cursorFromText(cursorText);
    if (!given) {
        return tl::unexpected(given.error());
    }
    FeedPage page;
    auto read = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        page = {};
        page.time = m_private->now();
        const auto reading = readingOf(*m_private, transaction, by);
        if (!reading) {
            return tl::unexpected(reading.error());
        }
        Cursor cursor = *given;
        if (cursor.scopes.empty()) {
            cursor = snapshotFrom(*reading);
        } else {
            // Between two pages the centre may have been set back to a backup.
            for (const auto& [scope, seen] : cursor.scopes) {
                if (auto checked = checkKnown(transaction, scope, seen); !checked) {
                    return checked;
                }
            }
        }
        int left = std::clamp(limit, 1, mostLines);
        if (auto added = addHall(transaction, page, cursor, left); !added) {
            return added;
        }
        if (auto added = addStreams(transaction, page, cursor, left); !added) {
            return added;
        }
        page.more = cursor.snapshot.has_value();
        // The keys of the other heads stand in the hall's log: they are shown once that has been told.
        const bool hallOnly = cursor.snapshot && cursor.snapshot->scope == hallScope();
        for (const auto& [scope, seen] : cursor.scopes) {
            if (hallOnly && scope != hallScope()) {
                continue;
            }
            if (auto shown = addEnd(*m_private, transaction, *reading, page, scope, seen); !shown) {
                return shown;
            }
        }
        page.cursor = toText(cursor);
        return fill(transaction, page.items);
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return page;
}

} // namespace yichuang
