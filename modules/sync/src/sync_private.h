// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page_check.h"

#include <yichuang/qtbridge/background.h>
#include <yichuang/rest/centre_client.h>
#include <yichuang/sync/sync_engine.h>

#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <deque>
#include <optional>

namespace yichuang {

/// One engine's running state. A stretch of being connected has a number; what comes back from an earlier stretch is
/// passed over, so nothing needs to be taken back when the connection ends in the middle of it.
class SyncEngine::Private {
public:
    Private(
        SyncEngine& engine, StorageThread& storage, CentreClient& centre, const Clock& clock, SyncSettings settings);

    // sync_engine.cpp: being connected
    void begin();
    void connectToCentre();
    void connectToCentreAfresh();
    void compareChains(const ChainAnswer& theirs);
    void online();
    void fail(const Error& error);
    void endStretch();
    void pulse();
    void keepTime(std::int64_t offset, std::int64_t centreTime);
    void countSoon();
    void publish(const std::function<void(SyncReport&)>& change);
    [[nodiscard]] std::int64_t correctedNow() const;

    /// Asks the file, and beside it how far was written by the moment of asking: what the next request tells (silence
    /// waits for it). Taken in this order: what is written after this moment has a higher number and a later time.
    template <typename T, typename Read> QFuture<Result<T>> readAndTell(Read read) {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        struct Both {
            T value;
            std::int64_t written = 0;
        };
        auto both = m_storage.run([read = std::move(read)](WorkstationStore& store) -> Result<Both> {
            auto value = read(store);
            if (!value)
                return tl::unexpected(value.error());
            const auto chain = store.journal().chain();
            if (!chain)
                return tl::unexpected(chain.error());
            return Both {std::move(*value), chain->number};
        });
        whenever(both, [this, promise, at = correctedNow()](const Result<Both>& answer) {
            if (answer)
                m_centre.tellWritten(answer->written, at);
            promise->addResult(answer ? Result<T> {answer->value} : Result<T> {tl::unexpected(answer.error())});
            promise->finish();
        });
        return promise->future();
    }

    // sync_push.cpp: outbox and numbers
    void pushNext();
    void pushKept(std::int64_t fromNumber, const std::function<void()>& done);
    void send(const std::vector<OutboxAct>& batch);
    void sendReady();
    void readAhead();
    void endTrain();
    /// `answered` hears a good answer before it is written down, `applied` what it changed.
    void pushBatch(const std::vector<OutboxAct>& batch, const std::function<void(const PushApplied&)>& applied,
        const std::function<void(const PushAnswer&)>& answered = {});
    void leaseNext();

    // sync_pull.cpp: feed and snapshot
    void pullNext();
    void pullAfterPage();
    void newsAgain();
    using Page = std::shared_ptr<PreparedPage>;
    [[nodiscard]] QFuture<Result<Page>> askForPage(const QString& cursor, bool snapshot);
    void askAhead(bool snapshot);
    void pageWanted(const QString& cursor, bool snapshot, QFuture<Result<Page>> page);
    void pageCame(const Result<Page>& came, const QString& cursor, bool snapshot, std::chrono::milliseconds took);
    void applyPage(const Page& page, bool snapshot);
    void drawAnew();

    /// Goes on with the answer in this thread, if the engine is still there. The storage thread's object is the
    /// context, for it outlives the engine: a future finds its context alive or may not ask for it at all.
    template <typename T, typename Work> void whenever(QFuture<Result<T>> future, Work work) {
        future.then(
            &m_storage, [engine = QPointer<SyncEngine>(&m_engine), work = std::move(work)](const Result<T>& result) {
                if (engine)
                    work(result);
            });
    }
    /// The same, if the stretch is still the same, too.
    template <typename T, typename Work> void after(QFuture<Result<T>> future, Work work) {
        whenever(std::move(future), [this, stretch = m_stretch, work = std::move(work)](const Result<T>& result) {
            if (stretch == m_stretch)
                work(result);
        });
    }

    SyncEngine& m_engine;
    StorageThread& m_storage;
    CentreClient& m_centre;
    const Clock& m_clock;
    SyncSettings m_settings;
    SyncReport m_report;
    AbortSwitch m_abort;
    QTimer m_retry;
    QTimer m_pulse;
    quint64 m_stretch = 0;
    int m_failures = 0;
    bool m_started = false;
    bool m_connecting = false;
    bool m_online = false;
    bool m_disputed = false;
    bool m_pushing = false;
    bool m_pushAgain = false;
    bool m_pulling = false;
    bool m_leasing = false;
    /// Pages behind the one that is being checked and written, asked for before that is done.
    struct PageAhead {
        std::string cursor;
        bool snapshot = false;
        QFuture<Result<Page>> page;
    };
    std::deque<PageAhead> m_ahead;
    std::string m_beyond; ///< where the page begins that nobody has asked for yet; empty = not known, or none
    /// Batches of a long outbox on their way, one behind the other.
    struct Train {
        int underWay = 0; ///< sent, not answered yet
        int unwritten = 0; ///< sent, their answers not written down yet
        std::vector<OutboxAct> ready; ///< to be sent next
        std::int64_t next = 0; ///< number that the batch to be read begins with; 0 = none
        bool reading = false;
        bool stopped = false; ///< a batch was not taken whole: what was sent behind it comes back
        bool took = false; ///< anything at all
        bool isLong = false; ///< more than one batch: news waits for it a little
    };
    Train m_train;
    QTimer m_newsLater; ///< while a long outbox goes up
    bool m_counting = false;
    bool m_countAgain = false;
    int m_batchActs = 0; ///< smaller after a batch that was refused as a whole
    std::chrono::milliseconds m_wait {0}; ///< shorter than the setting behind a proxy that cuts
    bool m_cut = false; ///< the last wait was cut off; nothing has come since
    std::chrono::milliseconds m_lastMonotonic {0};
    Instant m_lastWall;
    std::chrono::milliseconds m_nextLease {0}; ///< monotonic
    ClockRecord m_record;
    std::int64_t m_recordKept = 0; ///< centre's time that the file knows
    Enrolment m_enrolment;
    Background m_checkers {2}; ///< of pages; waited for before anything else goes
};

} // namespace yichuang
