// SPDX-License-Identifier: GPL-3.0-or-later
#include "applicants.h"
#include "push.h"
#include "push_queue.h"

#include <algorithm>
#include <set>

namespace yichuang {
namespace {

/// What the answer to one batch says of chains and heads, once its transaction has written.
Result<void> addEnds(
    PushAnswer& answer, const PushedBatch& batch, const Push& push, Ledger& ledger, const std::vector<ScopeId>& read) {
    const std::string own = originOf(batch.by).value();
    if (const auto chain = push.chains().find(own); chain != push.chains().end()) {
        answer.chainNumber = chain->second.number;
        answer.chainHash = chain->second.hash;
    } else {
        const auto found = ledger.transaction().chain(own);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (*found) {
            answer.chainNumber = (*found)->number;
            answer.chainHash = (*found)->hash;
        }
    }
    // Others' pushes of the same transaction may have moved scopes that are no business of this workstation.
    std::set<ScopeId> told(read.begin(), read.end());
    for (const auto& verdict : answer.verdicts) {
        for (const auto& position : verdict.positions) {
            told.insert(position.scope);
        }
    }
    for (auto& head : ledger.heads()) {
        if (told.contains(head.scope)) {
            answer.heads.push_back(std::move(head));
        }
    }
    return {};
}

bool beginsPastGap(const PushAnswer& answer) {
    return !answer.verdicts.empty() && answer.verdicts.front().verdict == Verdict::NotTaken
        && answer.verdicts.front().reason == pastGap;
}

} // namespace

Result<void> CentreRooms::admitTogether(const std::vector<WaitingPush*>& together) {
    return inTransaction(Access::Write, [&](CentralTransaction& transaction) -> Result<void> {
        Ledger ledger(transaction, keys, now());
        auto view = hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        Push push(*this, ledger, *view);
        std::vector<const PushedBatch*> batches;
        for (auto* waiting : together) {
            waiting->answer = {};
            waiting->answer.time = ledger.now();
            batches.push_back(&waiting->batch);
        }
        if (auto prepared = push.prepare(batches); !prepared) {
            return prepared;
        }
        for (auto* waiting : together) {
            for (const auto& act : waiting->batch.acts) {
                auto verdict = push.take(act);
                if (!verdict) {
                    return tl::unexpected(verdict.error());
                }
                waiting->answer.verdicts.push_back(std::move(*verdict));
            }
        }
        if (auto finished = push.finish(); !finished) {
            return finished;
        }
        for (auto* waiting : together) {
            const auto read = scopesRead(**view, waiting->batch.by);
            if (!read) {
                return tl::unexpected(read.error());
            }
            if (auto added = addEnds(waiting->answer, waiting->batch, push, ledger, *read); !added) {
                return added;
            }
        }
        return {};
    });
}

Result<PushAnswer> Centre::push(const WorkstationId& by, std::string_view ndjson) {
    const PushQueue::Passage passage(m_private->pushes, by);
    auto batch = readBatch(by, ndjson, mostActsTogether);
    if (!batch) {
        return tl::unexpected(batch.error());
    }
    // Signatures are checked before any lock; the keys are those known by now.
    std::shared_ptr<const HallView> before;
    auto looked = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        auto view = m_private->hall.current(transaction);
        if (!view) {
            return tl::unexpected(view.error());
        }
        before = *view;
        return {};
    });
    if (!looked) {
        return tl::unexpected(looked.error());
    }
    if (auto scopes = m_private->scopesRead(*before, by); !scopes) {
        return tl::unexpected(scopes.error());
    }
    checkSignatures(*batch, *before);
    if (auto opened = m_private->keys.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    nameApplicants(*batch, m_private->keys);
    WaitingPush waiting;
    waiting.batch = {by, std::move(*batch)};
    const auto admit = [this](const std::vector<WaitingPush*>& together) { return m_private->admitTogether(together); };
    auto answer = m_private->pushes.push(waiting, admit);
    if (answer && beginsPastGap(*answer) && passage.waitForOther()) {
        waiting.outcome.reset();
        answer = m_private->pushes.push(waiting, admit);
    }
    return answer;
}

Result<ChainAnswer> Centre::chain(const WorkstationId& workstation) const {
    ChainAnswer answer;
    auto read = m_private->inTransaction(Access::Read, [&](CentralTransaction& transaction) -> Result<void> {
        const auto found = transaction.chain(originOf(workstation).value());
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (*found) {
            answer.number = (*found)->number;
            answer.hash = (*found)->hash;
        }
        answer.time = m_private->now();
        return {};
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return answer;
}

} // namespace yichuang
