// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_private.h"

#include <yichuang/domain/silence.h>

#include <algorithm>
#include <functional>

namespace yichuang {
namespace {

constexpr int casesAtOnce = 200;
/// Setting: the calendar's version to which all open cases were brought.
const std::string recalendared = "recalendared";
constexpr std::int64_t longestWait = 3LL * 24 * 3'600 * 1'000;

/// Who might have acted before a limit, and has not yet said that all he wrote is known here (acts.md "Silence").
class Waiting {
public:
    static Result<Waiting> read(CentralTransaction& transaction, const HallView& view) {
        Waiting waiting;
        const auto contacts = transaction.contacts();
        if (!contacts) {
            return tl::unexpected(contacts.error());
        }
        const auto chains = transaction.chains();
        if (!chains) {
            return tl::unexpected(chains.error());
        }
        std::map<std::string, std::int64_t> received;
        for (const auto& chain : *chains) {
            received[chain.id] = chain.number;
        }
        for (const auto* workstation : view.registry->workstations()) {
            const auto* window = view.registry->window(workstation->window);
            if (workstation->revoked || window == nullptr) {
                continue;
            }
            std::int64_t heardUpTo = 0;
            for (const auto& contact : *contacts) {
                // All that it had written by then has come in.
                if (contact.workstation == workstation->id
                    && contact.written <= received[originOf(workstation->id).value()]) {
                    heardUpTo = std::max(heardUpTo, contact.at);
                }
            }
            const auto scopes = scopesReadAt(*window, *view.registry);
            waiting.m_heard.push_back({{scopes.begin(), scopes.end()}, heardUpTo});
        }
        return waiting;
    }

    [[nodiscard]] bool maySpeak(const StreamWork& stream, std::int64_t limit, std::int64_t now) const {
        if (now < limit) {
            return false;
        }
        if (now - limit >= longestWait) {
            return true;
        }
        return std::all_of(m_heard.begin(), m_heard.end(), [&](const Heard& heard) {
            const bool reads = std::any_of(stream.scopes.begin(), stream.scopes.end(),
                [&](const ScopeId& scope) { return heard.scopes.contains(scope); });
            return !reads || heard.upTo >= limit;
        });
    }

private:
    struct Heard {
        std::set<ScopeId> scopes;
        std::int64_t upTo = 0;
    };
    std::vector<Heard> m_heard;
};

using FindCases = std::function<Result<std::vector<StreamRow>>(CentralTransaction&, const StreamId& after)>;
/// Answers whether something was written.
using SpeakOnCase = std::function<Result<bool>(Ledger&, Judge&, StreamWork&)>;
/// Once in each transaction, under its locks.
using BeginSpeaking = std::function<Result<SpeakOnCase>(CentralTransaction&, const HallView&)>;

/// The centre's own word on many cases: a slice at a time, each slice in a transaction of its own. Answers how many
/// entries were written.
Result<int> speakOnCases(CentreRooms& rooms, const FindCases& find, const BeginSpeaking& begin) {
    int written = 0;
    StreamId after;
    for (;;) {
        std::vector<StreamRow> rows;
        auto read = rooms.inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
            auto found = find(transaction, after);
            if (!found) {
                return tl::unexpected(found.error());
            }
            rows = std::move(*found);
            return {};
        });
        if (!read) {
            return tl::unexpected(read.error());
        }
        if (rows.empty()) {
            return written;
        }
        after = rows.back().id;
        std::set<StreamId> streams;
        for (const auto& row : rows) {
            streams.insert(row.id);
        }
        int spoken = 0;
        auto done = rooms.inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
            spoken = 0;
            Ledger ledger(transaction, rooms.keys, rooms.now());
            Casebook casebook;
            if (auto locked = rooms.lockStreams(ledger, casebook, streams); !locked) {
                return locked;
            }
            // Read under the locks: what was received before them is in the streams.
            const auto view = rooms.hall.current(transaction);
            if (!view) {
                return tl::unexpected(view.error());
            }
            const auto speak = begin(transaction, **view);
            if (!speak) {
                return tl::unexpected(speak.error());
            }
            Judge judge(*view, ledger.now());
            for (const auto& id : streams) {
                const auto said = (*speak)(ledger, judge, casebook.at(id));
                if (!said) {
                    return tl::unexpected(said.error());
                }
                spoken += *said ? 1 : 0;
            }
            return spoken == 0 ? Result<void> {} : ledger.flush();
        });
        if (!done) {
            return tl::unexpected(done.error());
        }
        written += spoken;
    }
}

} // namespace

Result<int> Centre::writeSilence() {
    const auto today = isoDate(shanghaiDate(fromMilliseconds(m_private->now())));
    return speakOnCases(
        *m_private,
        [&](CentralTransaction& transaction, const StreamId& after) {
            return transaction.watched(today, after, casesAtOnce);
        },
        [this](CentralTransaction& transaction, const HallView& view) -> Result<SpeakOnCase> {
            auto waiting = Waiting::read(transaction, view);
            if (!waiting) {
                return tl::unexpected(waiting.error());
            }
            return [this, waiting = std::move(*waiting)](
                       Ledger& ledger, Judge& judge, StreamWork& stream) -> Result<bool> {
                const auto watchOn = parseIsoDate(stream.row.watchOn);
                const auto own = silenceOf(stream.state);
                if (!watchOn || !own
                    || !waiting.maySpeak(stream, toMilliseconds(startOfDayInShanghai(*watchOn)), ledger.now())) {
                    return false;
                }
                return m_private->writeOwnEntry(ledger, judge, stream, {own->event, own->act, own->facts, {}});
            };
        });
}

Result<int> Centre::recalendar() {
    std::string version;
    bool done = false;
    auto looked = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        const auto view = m_private->hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        version = (*view)->registry->calendar().version();
        const auto settings = transaction.settings();
        if (!settings) {
            return tl::unexpected(settings.error());
        }
        const auto last = settings->find(recalendared);
        done = last != settings->end() && last->second == version;
        return {};
    });
    if (!looked) {
        return tl::unexpected(looked.error());
    }
    // A case that comes in under an older calendar afterwards is followed up by the transaction that admits it.
    if (done) {
        return 0;
    }
    auto moved = speakOnCases(
        *m_private,
        [](CentralTransaction& transaction, const StreamId& after) {
            return transaction.openCases(after, casesAtOnce);
        },
        [this](CentralTransaction&, const HallView&) -> Result<SpeakOnCase> {
            return [this](Ledger& ledger, Judge& judge, StreamWork& stream) {
                return m_private->recalendarStream(ledger, judge, stream);
            };
        });
    if (!moved) {
        return moved;
    }
    auto kept = m_private->inTransaction(Access::Write,
        [&](CentralTransaction& transaction) { return transaction.writeSetting(recalendared, version); });
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    return moved;
}

} // namespace yichuang
