#include "push_queue.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace yichuang {

/// One works while the next one's acts are parsed and its locks are waited for: on two scopes both go on at once.
static constexpr int workAtOnce = 2;

std::size_t PushQueue::waiting() const {
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

std::vector<WaitingPush*> PushQueue::takeWaiting() {
    std::vector<WaitingPush*> together;
    std::size_t acts = 0;
    while (!m_waiting.empty()) {
        auto* next = m_waiting.front();
        if (!together.empty() && acts + next->batch.acts.size() > mostActsTogether) {
            break;
        }
        acts += next->batch.acts.size();
        together.push_back(next);
        m_waiting.pop_front();
    }
    return together;
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
    m_waiting.push_back(&own);
    while (!own.outcome) {
        const bool queued = std::find(m_waiting.begin(), m_waiting.end(), &own) != m_waiting.end();
        if (!queued || m_working >= workAtOnce) {
            m_moved.wait(lock);
            continue;
        }
        const auto together = takeWaiting();
        ++m_working;
        lock.unlock();
        auto outcomes = tryAll(together, work);
        lock.lock();
        for (std::size_t i = 0; i < together.size(); ++i) {
            together[i]->outcome = std::move(outcomes[i]);
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
