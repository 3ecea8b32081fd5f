// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall_view.h"

#include <algorithm>

namespace yichuang {
namespace {

constexpr int linesAtOnce = 500;

Result<void> extend(HallView& view, Registry& registry, CentralTransaction& transaction, std::int64_t to) {
    while (view.position < to) {
        const auto lines = transaction.lines(hallScope(), view.position, linesAtOnce);
        if (!lines) {
            return tl::unexpected(lines.error());
        }
        if (lines->empty()) {
            return failure("store.damaged", {{"scope", "hall"}, {"position", std::to_string(view.position + 1)}});
        }
        std::vector<ActId> ids;
        for (const auto& line : *lines) {
            ids.emplace_back(line.subject);
        }
        const auto acts = transaction.acts(ids);
        if (!acts) {
            return tl::unexpected(acts.error());
        }
        for (const auto& line : *lines) {
            const auto act = acts->find(ActId(line.subject));
            if (act == acts->end()) {
                return failure("store.damaged", {{"act", line.subject}});
            }
            const auto head = parseHead(act->second.head);
            if (!head) {
                return tl::unexpected(head.error());
            }
            if (line.kind == LineKind::Admitted) {
                const auto facts = hallFactsOf(act->second);
                if (!facts) {
                    return tl::unexpected(facts.error());
                }
                for (const auto& fact : *facts) {
                    registry.apply(line.position, fact);
                }
            }
            view.position = line.position;
            view.links.push_back(line.link);
            view.times.push_back(std::max(head->correctedTime, view.times.empty() ? 0 : view.times.back()));
        }
    }
    return {};
}

} // namespace

Seen HallView::head() const {
    return {position, links.empty() ? HashText {} : links.back()};
}

bool HallView::knows(const Seen& seen) const {
    if (seen.position == 0) {
        return seen.hash.empty();
    }
    return seen.position > 0 && seen.position <= position
        && links[static_cast<std::size_t>(seen.position) - 1] == seen.hash;
}

std::int64_t HallView::timeOf(std::int64_t at) const {
    return at < 1 || at > position ? 0 : times[static_cast<std::size_t>(at) - 1];
}

std::int64_t HallView::positionAt(std::int64_t time) const {
    return std::upper_bound(times.begin(), times.end(), time) - times.begin();
}

Result<std::shared_ptr<const HallView>> HallCache::current(CentralTransaction& transaction) {
    const auto heads = transaction.scopes({hallScope()});
    if (!heads) {
        return tl::unexpected(heads.error());
    }
    const std::int64_t position = heads->empty() ? 0 : heads->front().position;
    const HashText hash = heads->empty() ? HashText {} : heads->front().hash;
    const std::lock_guard lock(m_mutex);
    const bool ours = m_view && m_view->position <= position;
    if (ours && m_view->position == position && m_view->head().hash == hash) {
        return m_view;
    }
    // A database that was set back under our feet is read anew from its beginning.
    bool grows = ours && m_view->position < position;
    if (grows && m_view->position > 0) {
        const auto link = transaction.linkAt(hallScope(), m_view->position);
        if (!link) {
            return tl::unexpected(link.error());
        }
        grows = *link == m_view->head().hash;
    }
    auto registry = grows ? std::make_shared<Registry>(*m_view->registry) : std::make_shared<Registry>();
    auto view = grows ? std::make_shared<HallView>(*m_view) : std::make_shared<HallView>();
    if (auto extended = extend(*view, *registry, transaction, position); !extended) {
        return tl::unexpected(extended.error());
    }
    view->registry = std::move(registry);
    m_view = view;
    return m_view;
}

Result<std::vector<HallFact>> hallFactsOf(const ActRow& row) {
    auto parsed = parseAct(row.bytes());
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    std::vector<HallFact> facts;
    for (std::size_t i = 0; i < parsed->facts.size(); ++i) {
        auto* fact = std::get_if<HallFact>(&parsed->facts[i]);
        if (fact == nullptr) {
            continue;
        }
        if (const auto& line = parsed->bytes.bodies[i].particulars) {
            const auto particulars = parseParticulars(*line);
            if (!particulars) {
                return tl::unexpected(particulars.error());
            }
            applyHallParticulars(*fact, *particulars);
        }
        facts.push_back(std::move(*fact));
    }
    return facts;
}

} // namespace yichuang
