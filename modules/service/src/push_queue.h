// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch.h"

#include <yichuang/contract/messages.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace yichuang {

/// Why an act was not taken whose predecessors the centre lacks.
inline constexpr std::string_view pastGap = "gap";
/// The most that one push, and one transaction, may hold.
inline constexpr std::size_t mostActsTogether = 500;

/// What one workstation hands in at once; signatures are checked.
struct PushedBatch {
    WorkstationId by;
    std::vector<BatchAct> acts;
};

/// A push on its way through the queue.
struct WaitingPush {
    PushedBatch batch;
    PushAnswer answer {};
    std::optional<Result<void>> outcome {}; ///< set once it has been tried; the queue's, under its lock
};

/// Pushes that wait at the same time share a transaction (acts.md "Locks"): the cost of one commit for all. Whoever
/// comes first works for those who wait; if their transaction fails, each is tried alone. Thread-safe.
class PushQueue {
public:
    using Work = std::function<Result<void>(const std::vector<WaitingPush*>&)>;
    /// Blocks until the push has been tried. `work` is one transaction for all that it is given; it may be called on
    /// another caller's thread.
    [[nodiscard]] Result<PushAnswer> push(WaitingPush& own, const Work& work);
    /// Pushes that nobody works for yet.
    [[nodiscard]] std::size_t waiting() const;

    /// A workstation's batch from before it is read until it is answered.
    class Passage {
    public:
        Passage(PushQueue& queue, WorkstationId by);
        ~Passage();
        Passage(const Passage&) = delete;
        Passage& operator=(const Passage&) = delete;
        /// Of two batches that a workstation sent one behind the other the second may be read first. Answers whether
        /// another was on its way since this one began; blocks until that one is answered, but not for ever.
        [[nodiscard]] bool waitForOther() const;

    private:
        PushQueue& m_queue;
        WorkstationId m_by;
        int m_answeredBefore = 0;
    };

private:
    void queue(WaitingPush& own);
    [[nodiscard]] bool mayBegin(const WaitingPush& push) const;
    [[nodiscard]] std::vector<WaitingPush*> takeWaiting();

    mutable std::mutex m_mutex;
    std::condition_variable m_moved;
    std::deque<WaitingPush*> m_waiting;
    int m_working = 0;
    std::set<WorkstationId> m_inWork;
    /// Of one workstation, while there are any.
    struct OnTheirWay {
        int all = 0;
        int waiting = 0; ///< of these, for the others
        int answered = 0;
    };
    std::map<WorkstationId, OnTheirWay> m_present;
};

} // namespace yichuang
