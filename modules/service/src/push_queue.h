#pragma once

#include "batch.h"

#include <yichuang/contract/messages.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace yichuang {

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

private:
    [[nodiscard]] std::vector<WaitingPush*> takeWaiting();

    mutable std::mutex m_mutex;
    std::condition_variable m_moved;
    std::deque<WaitingPush*> m_waiting;
    int m_working = 0;
};

} // namespace yichuang
