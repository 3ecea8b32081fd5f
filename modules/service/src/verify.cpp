// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch.h"
#include "centre_private.h"

#include <yichuang/vault/crypto.h>

#include <algorithm>
#include <unordered_map>

namespace yichuang {
namespace {

constexpr int rowsAtOnce = 500;

std::string textOf(const EntryId& id) {
    return id.act.value() + "/" + std::to_string(id.index);
}

/// Walks everything there is in one unmoving picture and stops at the first that does not fit.
class Verification {
public:
    Verification(CentralTransaction& transaction, VerifyReport& report)
        : m_transaction(transaction)
        , m_report(report) { }

    Result<void> run(const std::vector<SignedHead>& knownHeads);

private:
    using Arguments = std::map<std::string, std::string>;
    bool fault(std::string code, Arguments arguments) {
        if (!m_report.first) {
            m_report.first = Error {std::move(code), std::move(arguments), {}};
        }
        return false;
    }
    [[nodiscard]] bool sound() const { return !m_report.first.has_value(); }

    Result<void> readBranched(const std::vector<std::string>& chains);
    [[nodiscard]] bool holds(std::string_view origin, std::int64_t number, const HashText& hash) const {
        const auto found = m_branched.find(std::string(origin));
        return found != m_branched.end() && found->second.contains({number, hash});
    }
    Result<void> walkChain(const std::string& id, std::int64_t number, const HashText& hash);
    bool checkAct(const ActRow& row, const ActRow* before);
    Result<void> walkScope(const ScopeRow& scope);
    Result<void> walkStreams();
    Result<void> checkKnownHeads(const std::vector<SignedHead>& knownHeads);
    Result<void> checkCentreKeys();
    Result<void> walkReadings();

    struct Told {
        HashText hash;
        std::string verdict;
        std::string reason;
        std::map<ScopeId, std::int64_t> positions;
    };
    CentralTransaction& m_transaction;
    VerifyReport& m_report;
    HallCache m_hall;
    std::shared_ptr<const HallView> m_view;
    /// Acts of the origins that have branches, by number and hash.
    std::map<std::string, std::set<std::pair<std::int64_t, HashText>>> m_branched;
    std::unordered_map<std::string, Told> m_told; ///< acts by the scope logs
    std::map<EntryId, Arguments> m_without; ///< entries whose particulars are gone
    std::set<EntryId> m_ordered; ///< entries that an order of erasure names
    std::map<std::pair<std::string, std::string>, bool> m_expected; ///< (stream, act) pairs, found or not
};

bool Verification::checkAct(const ActRow& row, const ActRow* before) {
    const Arguments where {{"act", row.id.value()}, {"origin", row.chain}, {"number", std::to_string(row.number)}};
    const auto with = [&](std::string reason) {
        auto arguments = where;
        arguments["reason"] = std::move(reason);
        return arguments;
    };
    ++m_report.acts;
    if (hashOfAct(row.head, row.signature) != row.hash) {
        return fault("verify.act_altered", with("hash"));
    }
    const auto head = parseHead(row.head);
    if (!head) {
        return fault("verify.act_altered", with("head"));
    }
    const auto origin = std::string_view(row.chain).substr(0, row.chain.find('@'));
    if (head->act != row.id || head->number != row.number || head->origin.value() != origin) {
        return fault("verify.act_altered", with("place"));
    }
    // Where an origin has branches, an act may follow one that another of its chains holds.
    const bool followsOther = holds(origin, row.number - 1, head->previous);
    const std::int64_t expected = before == nullptr ? 1 : before->number + 1;
    if (row.number != expected && !followsOther) {
        return fault("verify.act_missing", {{"origin", row.chain}, {"number", std::to_string(expected)}});
    }
    const bool afterDamaged = before != nullptr && before->verdict == toText(Verdict::BadAct);
    if (head->previous != (before == nullptr ? HashText {} : before->hash) && !afterDamaged && !followsOther) {
        return fault("verify.chain_broken", where);
    }
    if (row.verdict == toText(Verdict::BadAct)) {
        return true; // kept as it came
    }
    auto act = parseAct(row.bytes());
    if (!act) {
        return fault("verify.act_altered", with("form"));
    }
    if (!bodiesMatch(*act)) {
        return fault("verify.act_altered", with("body"));
    }
    const auto key = signingKeyOf(*m_view->registry, act->head);
    if (!key.fault.empty()) {
        return fault("verify.act_altered", with(key.fault));
    }
    if (!verifySignature(act->bytes.head, act->signature, key.publicKey)) {
        return fault("verify.act_altered", with("signature"));
    }
    const auto told = m_told.find(row.id.value());
    if (told == m_told.end() || told->second.hash != row.hash || told->second.verdict != row.verdict) {
        return fault("verify.verdict_differs", where);
    }
    for (std::size_t i = 0; i < act->facts.size(); ++i) {
        const EntryId entry {row.id, static_cast<int>(i)};
        if (!act->bytes.bodies[i].particulars) {
            m_without[entry] = where;
        }
        if (row.verdict != toText(Verdict::Admitted)) {
            continue;
        }
        m_expected.emplace(std::pair {act->head.entries[i].stream.value(), row.id.value()}, false);
        const auto* fact = std::get_if<Entry>(&act->facts[i]);
        if (fact != nullptr && fact->event == Event::Erased && fact->actor.role == Role::System) {
            m_ordered.insert(fact->facts.erasedEntries.begin(), fact->facts.erasedEntries.end());
        }
    }
    return true;
}

Result<void> Verification::walkChain(const std::string& id, std::int64_t number, const HashText& hash) {
    ActRow before;
    bool first = true;
    for (;;) {
        auto rows = m_transaction.actsOfChain(id, first ? 0 : before.number, rowsAtOnce);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        for (auto& row : *rows) {
            if (!checkAct(row, first ? nullptr : &before)) {
                return {};
            }
            before = std::move(row);
            first = false;
        }
        if (static_cast<int>(rows->size()) < rowsAtOnce) {
            break;
        }
    }
    const bool ends = first ? number == 0 : number == before.number && hash == before.hash;
    // A chain moves on along what another chain of its origin holds already.
    if (!ends && !holds(std::string_view(id).substr(0, id.find('@')), number, hash)) {
        fault("verify.act_missing", {{"origin", id}, {"number", std::to_string((first ? 0 : before.number) + 1)}});
    }
    return {};
}

Result<void> Verification::readBranched(const std::vector<std::string>& chains) {
    std::set<std::string> branched;
    for (const auto& id : chains) {
        if (const auto at = id.find('@'); at != std::string::npos) {
            branched.insert(id.substr(0, at));
        }
    }
    for (const auto& id : chains) {
        const auto origin = id.substr(0, id.find('@'));
        if (!branched.contains(origin)) {
            continue;
        }
        for (std::int64_t after = 0;;) {
            const auto rows = m_transaction.actsOfChain(id, after, rowsAtOnce);
            if (!rows) {
                return tl::unexpected(rows.error());
            }
            for (const auto& row : *rows) {
                m_branched[origin].insert({row.number, row.hash});
                after = row.number;
            }
            if (static_cast<int>(rows->size()) < rowsAtOnce) {
                break;
            }
        }
    }
    return {};
}

Result<void> Verification::walkScope(const ScopeRow& scope) {
    HashText link;
    std::int64_t position = 0;
    while (sound()) {
        const auto lines = m_transaction.lines(scope.id, position, rowsAtOnce);
        if (!lines) {
            return tl::unexpected(lines.error());
        }
        for (const auto& line : *lines) {
            const Arguments where {
                {"scope", scope.id.value()}, {"position", std::to_string(position + 1)}, {"act", line.subject}};
            if (line.position != position + 1) {
                fault("verify.line_missing", where);
                return {};
            }
            if (hashText(linkText(link, line)) != line.link) {
                fault("verify.line_altered", where);
                return {};
            }
            ++m_report.lines;
            link = line.link;
            position = line.position;
            if (line.kind == LineKind::Admitted || line.kind == LineKind::Refused) {
                auto& told = m_told[line.subject];
                told.hash = line.subjectHash;
                told.verdict = line.verdict;
                told.reason = line.reason;
                told.positions[scope.id] = line.position;
            }
        }
        if (static_cast<int>(lines->size()) < rowsAtOnce) {
            break;
        }
    }
    if (position == 0 && scope.position == 0) {
        return {};
    }
    const Arguments where {{"scope", scope.id.value()}, {"position", std::to_string(position + 1)}};
    if (scope.position != position || scope.hash != link) {
        fault("verify.line_missing", where);
        return {};
    }
    const auto head = signedHeadOf(scope);
    const auto* key = m_view->registry->centreKey(scope.key);
    if (key == nullptr || key->scope != scope.id
        || !verifySignature(signedText(head), head.signature, key->publicKey)) {
        fault("verify.head_unsigned", {{"scope", scope.id.value()}, {"position", std::to_string(position)}});
    }
    return {};
}

Result<void> Verification::walkStreams() {
    StreamAct last;
    std::int64_t position = 0;
    ScopeId home;
    for (;;) {
        const auto rows = m_transaction.streamActs(last.stream, last.ordinal, rowsAtOnce);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        std::vector<StreamId> ids;
        for (const auto& row : *rows) {
            ids.push_back(row.stream);
        }
        const auto streams = m_transaction.streams(ids);
        if (!streams) {
            return tl::unexpected(streams.error());
        }
        for (const auto& row : *rows) {
            const Arguments where {{"stream", row.stream.value()}, {"act", row.act.value()}};
            const auto stream = streams->find(row.stream);
            if (stream == streams->end()) {
                fault("verify.stream_altered", where);
                return {};
            }
            if (row.stream != last.stream) {
                position = 0;
                last.ordinal = 0;
                home = stream->second.home;
            }
            const auto expected = m_expected.find({row.stream.value(), row.act.value()});
            const auto told = m_told.find(row.act.value());
            const bool there
                = expected != m_expected.end() && told != m_told.end() && told->second.positions.contains(home);
            if (!there || row.ordinal != last.ordinal + 1 || told->second.positions.at(home) <= position) {
                fault("verify.stream_altered", where);
                return {};
            }
            expected->second = true;
            position = told->second.positions.at(home);
            last = row;
        }
        if (static_cast<int>(rows->size()) < rowsAtOnce) {
            break;
        }
    }
    for (const auto& [pair, found] : m_expected) {
        if (!found) {
            fault("verify.stream_altered", {{"stream", pair.first}, {"act", pair.second}});
            return {};
        }
    }
    return {};
}

Result<void> Verification::checkKnownHeads(const std::vector<SignedHead>& knownHeads) {
    for (const auto& head : knownHeads) {
        const Arguments where {{"scope", head.scope.value()}, {"position", std::to_string(head.position)}};
        const auto link = m_transaction.linkAt(head.scope, head.position);
        if (!link) {
            return tl::unexpected(link.error());
        }
        if (!*link) {
            fault("verify.head_lost", where);
            return {};
        }
        if (**link != head.hash) {
            fault("verify.head_differs", where);
            return {};
        }
    }
    return {};
}

Result<void> Verification::checkCentreKeys() {
    const auto keys = m_transaction.centreKeys();
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    for (const auto& key : *keys) {
        const auto* known = m_view->registry->centreKey(key.id);
        if (known == nullptr || known->publicKey != key.publicKey || known->scope != key.scope) {
            fault("verify.key", {{"scope", key.scope.value()}, {"key", key.id.value()}});
        }
    }
    return {};
}

/// Each person's readings follow one another without a gap, each on the one before.
Result<void> Verification::walkReadings() {
    ReadingRow last;
    for (;;) {
        const auto rows = m_transaction.readingsInOrder(last.person, last.number, rowsAtOnce);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        for (const auto& row : *rows) {
            if (row.person != last.person) {
                last = {};
            }
            if (row.number != last.number + 1 || row.link != hashText(linkText(last.link, row))) {
                fault("verify.reading_altered",
                    {{"person", row.person.value()}, {"number", std::to_string(last.number + 1)}});
                return {};
            }
            last = row;
        }
        if (static_cast<int>(rows->size()) < rowsAtOnce) {
            return {};
        }
    }
}

Result<void> Verification::run(const std::vector<SignedHead>& knownHeads) {
    auto view = m_hall.current(m_transaction);
    if (!view) {
        if (view.error().is("store.damaged") || view.error().code.starts_with("act.")) {
            fault("verify.hall_unreadable", view.error().arguments);
            return {};
        }
        return tl::unexpected(view.error());
    }
    m_view = *view;
    const auto scopes = m_transaction.scopes();
    if (!scopes) {
        return tl::unexpected(scopes.error());
    }
    // What heads elsewhere say comes first: it is the only word against one who holds the whole database.
    Result<void> done = checkKnownHeads(knownHeads);
    const auto step = [&](const std::function<Result<void>()>& next) {
        if (done && sound()) {
            done = next();
        }
    };
    const auto hall
        = std::find_if(scopes->begin(), scopes->end(), [](const ScopeRow& row) { return row.id == hallScope(); });
    if (hall != scopes->end()) {
        step([&] { return walkScope(*hall); });
        step([&] { return walkChain(originOf(hallScope()).value(), hall->ownNumber, hall->ownHash); });
    }
    step([&] { return checkCentreKeys(); });
    for (const auto& scope : *scopes) {
        if (scope.id != hallScope()) {
            step([&] { return walkScope(scope); });
        }
    }
    const auto chains = m_transaction.chains();
    if (!chains) {
        return tl::unexpected(chains.error());
    }
    const auto ids = m_transaction.chainIds();
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    std::map<std::string, std::pair<std::int64_t, HashText>> ends;
    for (const auto& id : *ids) {
        ends[id] = {0, {}};
    }
    for (const auto& chain : *chains) {
        ends[chain.id] = {chain.number, chain.hash};
    }
    for (const auto& scope : *scopes) {
        ends[originOf(scope.id).value()] = {scope.ownNumber, scope.ownHash};
    }
    ends.erase(originOf(hallScope()).value());
    step([&] { return readBranched(*ids); });
    for (const auto& [id, end] : ends) {
        step([&] { return walkChain(id, end.first, end.second); });
    }
    step([&] { return walkStreams(); });
    step([&] { return walkReadings(); });
    if (done && sound()) {
        for (const auto& [entry, where] : m_without) {
            if (!m_ordered.contains(entry)) {
                auto arguments = where;
                arguments["reason"] = "particulars";
                fault("verify.act_altered", std::move(arguments));
                return done;
            }
            m_report.erased.push_back(textOf(entry));
        }
    }
    return done;
}

} // namespace

Result<VerifyReport> Centre::verify(const std::vector<SignedHead>& knownHeads) const {
    VerifyReport report;
    auto read = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        report = {};
        return Verification(transaction, report).run(knownHeads);
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return report;
}

} // namespace yichuang
