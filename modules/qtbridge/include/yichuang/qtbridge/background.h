// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace yichuang {

/// Work that nobody's thread may wait for, done beside it and answered in the thread that made this object: a
/// continuation's context is asked for in the thread that answers, and in any other it could go in that moment. So
/// nobody waits for an answer by blocking there. The destructor waits for what is under way; what was not answered by
/// then is cancelled.
class Background {
public:
    /// `threads`: how many pieces of work go on at once; with one they are done in the order in which they were given.
    explicit Background(int threads = 1) { m_pool.setMaxThreadCount(threads); }
    ~Background() { m_pool.waitForDone(); }
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// `work` runs on a thread of the pool and may not throw.
    template <typename Work> QFuture<std::invoke_result_t<Work&>> run(Work work) {
        using Outcome = std::invoke_result_t<Work&>;
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        m_pool.start([this, promise, work = std::move(work)]() mutable {
            auto outcome = std::make_shared<Outcome>(work());
            QMetaObject::invokeMethod(&m_here, [promise, outcome] {
                promise->addResult(std::move(*outcome));
                promise->finish();
            });
        });
        return promise->future();
    }

private:
    QObject m_here; ///< lives in the maker's thread and receives the answers
    QThreadPool m_pool;
};

} // namespace yichuang
