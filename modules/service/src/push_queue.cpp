// SPDX-License-Identifier: GPL-3.0-or-later
#include "push_queue.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

namespace yichuang {

/// One works while the next one's acts are parsed and its locks are waited for: on two scopes both go on at once.
static constexpr int workAtOnce = 2;
static constexpr auto longestWaitForOther = std::chrono::seconds(2);

PushQueue::Passage::Passage(PushQueue& queue, WorkstationId by)
    : m_queue(queue)
    , m_by(std::move(by)) {
    const std::lock_guard lock(m_queue.m_mutex);
    auto& present = m_queue.m_present[m_by];
    ++present.all;
    m_answeredBefore = present.answered;
}

PushQueue::Passage::~Passage() {
    const std::lock_guard lock(m_queue.m_mutex);
    auto& present = m_queue.m_present.at(m_by);
    ++present.answered;
    if (--present.all == 0) {
        m_queue.m_present.erase(m_by);
    }
    m_queue.m_moved.notify_all();
}

bool PushQueue::Passage::waitForOther() const {
    std::unique_lock lock(m_queue.m_mutex);
    auto& present = m_queue.m_present.at(m_by);
    if (present.answered != m_answeredBefore) {
        return true;
    }
    if (present.all - present.waiting < 2) {
        return false;
    }
    ++present.waiting;
    m_queue.m_moved.wait_for(lock, longestWaitForOther, [&present] { return present.all == present.waiting; });
    --present.waiting;
    return true;
}

std::size_t PushQueue::waiting() const {
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

/// Whose batch before is worked on waits: it would only stand at that one's lock.
bool PushQueue::mayBegin(const WaitingPush& push) const {
    return !m_inWork.contains(push.batch.by);
}

std::vector<WaitingPush*> PushQueue::takeWaiting() {
    std::vector<WaitingPush*> together;
    std::size_t acts = 0;
    for (auto next = m_waiting.begin(); next != m_waiting.end();) {
        if (!mayBegin(**next)) {
            ++next;
            continue;
        }
        if (!together.empty() && acts + (*next)->batch.acts.size() > mostActsTogether) {
            break;
        }
        acts += (*next)->batch.acts.size();
        together.push_back(*next);
        next = m_waiting.erase(next);
    }
    return together;
}

/// One workstation's batches in the order of their numbers, whichever was read first.
void PushQueue::queue(WaitingPush& own) {
    const auto first = [](const WaitingPush& push) {
        return push.batch.acts.empty() ? std::int64_t {0} : push.batch.acts.front().act.head.number;
    };
    const auto behind = std::find_if(m_waiting.begin(), m_waiting.end(),
        [&](const WaitingPush* other) { return other->batch.by == own.batch.by && first(*other) > first(own); });
    m_waiting.insert(behind, &own);
}

namespace {

Result<void> tried(const std::vector<WaitingPush*>& together, const PushQueue::Work& work) {
    try {
        return work(together);
    } catch (const std::exception& fault) {
        // Those who wait have to hear of it, too.
        return failure("store.failed", {}, fault.what());
    }
}

/// One outcome for each push.
std::vector<Result<void>> tryAll(const std::vector<WaitingPush*>& together, const PushQueue::Work& work) {
    std::vector<Result<void>> outcomes(together.size(), tried(together, work));
    if (!outcomes.front() && together.size() > 1) {
        // What one of them broke is no other's fault.
        for (std::size_t i = 0; i < together.size(); ++i) {
            outcomes[i] = tried({together[i]}, work);
        }
    }
    return outcomes;
}

} // namespace

Result<PushAnswer> PushQueue::push(WaitingPush& own, const Work& work) {
    std::unique_lock lock(m_mutex);
    queue(own);
    while (!own.outcome) {
        const bool queued = std::find(m_waiting.begin(), m_waiting.end(), &own) != m_waiting.end();
        if (!queued || m_working >= workAtOnce || !mayBegin(own)) {
            m_moved.wait(lock);
            continue;
        }
        const auto together = takeWaiting();
        for (const auto* push : together) {
            m_inWork.insert(push->batch.by);
        }
        ++m_working;
        lock.unlock();
        auto outcomes = tryAll(together, work);
        lock.lock();
        for (std::size_t i = 0; i < together.size(); ++i) {
            together[i]->outcome = std::move(outcomes[i]);
            m_inWork.erase(together[i]->batch.by);
        }
        --m_working;
        m_moved.notify_all();
    }
    if (!*own.outcome) {
        return tl::unexpected(own.outcome->error());
    }
    return std::move(own.answer);
}

} // namespace yichuang
