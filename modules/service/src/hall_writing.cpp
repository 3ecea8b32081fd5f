// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_private.h"

#include <yichuang/domain/item_versions.h>

#include <algorithm>

namespace yichuang {
namespace {

/// A head holds at most 64 entries; an item with its form is some kilobytes.
constexpr std::size_t entriesOfOneAct = 32;

template <typename T> bool same(const T* known, const T& fact) {
    return known != nullptr && *known == fact;
}

Error problem(std::string code, std::map<std::string, std::string> arguments) {
    return Error {std::move(code), std::move(arguments), {}};
}

/// Is it already so? A published version that would change is a problem, and so is one whose day has not come.
struct Comparison {
    const Registry& registry;
    CivilDate today;
    std::vector<Error>& problems;

    bool operator()(const Person& fact) const { return same(registry.person(fact.id), fact); }
    bool operator()(const RegisteredMandate& fact) const { return same(registry.mandate(fact.id), fact); }
    bool operator()(const Window& fact) const { return same(registry.window(fact.id), fact); }
    bool operator()(const Workstation& fact) const { return same(registry.workstation(fact.id), fact); }
    bool operator()(const PersonKey& fact) const { return same(registry.key(fact.id), fact); }
    bool operator()(const CentreKey& fact) const { return same(registry.centreKey(fact.id), fact); }
    bool operator()(const std::shared_ptr<const Item>& fact) const {
        const auto known = registry.item(fact->id, fact->version);
        if (known && !(*known == *fact)) {
            problems.push_back(problem(
                "item.version_exists", {{"item", fact->id.value()}, {"version", std::to_string(fact->version)}}));
            return true;
        }
        const auto inForce = registry.itemInForce(fact->id);
        if (!known && inForce && inForce->version > fact->version) {
            problems.push_back(problem(
                "item.version_older", {{"item", fact->id.value()}, {"version", std::to_string(fact->version)}}));
            return true;
        }
        if (const auto day = dayStillToCome(*fact, today); !known && day) {
            problems.push_back(problem("item.not_yet_valid", {{"item", fact->id.value()}, {"date", isoDate(*day)}}));
            return true;
        }
        return known && inForce;
    }
    bool operator()(const ItemRepealed& fact) const { return registry.itemInForce(fact.id) == nullptr; }
    bool operator()(const CalendarYear& fact) const {
        const auto& years = registry.calendar().years();
        const auto known = years.find(fact.year);
        if (known == years.end() || known->second == fact) {
            return known != years.end();
        }
        if (known->second.version >= fact.version) {
            problems.push_back(problem("calendar.version",
                {{"year", std::to_string(fact.year)}, {"version", std::to_string(known->second.version)}}));
            return true;
        }
        return false;
    }
};

/// Reads an act as every reader of the hall will. One that they refused would shut the registry for good: nothing is
/// ever taken out of a log.
Result<void> readBack(const SignedAct& act) {
    ActRow row;
    row.id = act.head.act;
    row.setBytes(act.bytes);
    const auto facts = hallFactsOf(row);
    if (!facts) {
        return failure("hall.unreadable", facts.error().arguments, facts.error().code);
    }
    return facts->size() == act.head.entries.size() ? Result<void> {} : failure("hall.unreadable");
}

/// Scopes that these facts bring into being: a window's own, the departments of items and windows.
void scopesOfFact(const HallFact& fact, std::set<ScopeId>& scopes) {
    if (const auto* window = std::get_if<Window>(&fact)) {
        scopes.insert(ScopeId("window:" + window->id.value()));
        for (const auto& department : window->departments) {
            if (department != "*") {
                scopes.insert(ScopeId("dept:" + department));
            }
        }
    } else if (const auto* item = std::get_if<std::shared_ptr<const Item>>(&fact)) {
        scopes.insert(homeScope(**item));
    }
}

} // namespace

Result<void> CentreRooms::writeHallFacts(Ledger& ledger, std::vector<HallFact> facts, const std::set<ScopeId>& scopes) {
    auto view = hall.current(ledger.transaction());
    if (!view) {
        return tl::unexpected(view.error());
    }
    Seen seen = (*view)->head();
    std::set<ScopeId> wanted = scopes;
    wanted.insert(hallScope());
    for (const auto& fact : facts) {
        scopesOfFact(fact, wanted);
    }
    std::vector<HallFact> made;
    for (const auto& scope : wanted) {
        auto key = keys.of(ledger.transaction(), scope);
        if (!key) {
            return tl::unexpected(key.error());
        }
        if (!*key) {
            key = keys.make(ledger.transaction(), scope);
            if (!key) {
                return tl::unexpected(key.error());
            }
            made.emplace_back(CentreKey {(*key)->id, scope, (*key)->publicKey});
        }
    }
    facts.insert(facts.begin(), std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
    std::map<StreamId, StreamRow> rows;
    {
        std::vector<StreamId> ids;
        ids.reserve(facts.size());
        for (const auto& fact : facts) {
            ids.push_back(streamOf(fact));
        }
        auto known = ledger.transaction().streams(ids);
        if (!known) {
            return tl::unexpected(known.error());
        }
        rows = std::move(*known);
    }
    for (std::size_t from = 0; from < facts.size(); from += entriesOfOneAct) {
        std::vector<EntryHead> heads;
        std::vector<DraftEntry> entries;
        for (std::size_t i = from; i < std::min(facts.size(), from + entriesOfOneAct); ++i) {
            EntryHead head;
            head.stream = streamOf(facts[i]);
            heads.push_back(std::move(head));
            entries.push_back({FactsBody {facts[i]}, hallParticulars(facts[i])});
        }
        const auto act = ledger.writeOwn(hallScope(), seen, heads, entries);
        if (!act) {
            return tl::unexpected(act.error());
        }
        if (auto read = readBack(*act); !read) {
            return read;
        }
        const auto position = ledger.append(
            hallScope(), LineKind::Admitted, act->head.act.value(), act->hash, toText(Verdict::Admitted), {});
        seen = {position.position, ledger.scope(hallScope()).hash};
        std::set<StreamId> touched;
        for (const auto& head : heads) {
            if (!touched.insert(head.stream).second) {
                continue;
            }
            auto& row = rows[head.stream];
            const bool fresh = row.id.empty();
            row.id = head.stream;
            row.home = hallScope();
            row.opened = true;
            row.acts += 1;
            row.headHash = act->hash;
            ledger.addStreamAct({row.id, row.acts, act->head.act});
            if (fresh) {
                ledger.addStream(row);
            } else {
                ledger.writeStream(row);
            }
        }
    }
    return {};
}

Result<ImportReport> Centre::write(const std::vector<HallFact>& facts) {
    ImportReport report;
    auto done = m_private->inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        report = {};
        Ledger ledger(transaction, m_private->keys, m_private->now());
        if (auto locked = ledger.lock({hallScope()}); !locked) {
            return locked;
        }
        const auto view = m_private->hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        const CivilDate today = shanghaiDate(fromMilliseconds(m_private->now()));
        std::vector<HallFact> fresh;
        for (const auto& fact : facts) {
            if (std::visit(Comparison {*(*view)->registry, today, report.problems}, fact)) {
                ++report.unchanged;
            } else {
                fresh.push_back(fact);
            }
        }
        if (!report.problems.empty() || fresh.empty()) {
            report.written = 0;
            return {};
        }
        report.written = static_cast<int>(fresh.size());
        if (auto written = m_private->writeHallFacts(ledger, std::move(fresh), {}); !written) {
            return written;
        }
        return ledger.flush();
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return report;
}

} // namespace yichuang
