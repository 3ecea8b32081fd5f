// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/clock.h>
#include <yichuang/storage/storage_thread.h>
#include <yichuang/storage/values.h>
#include <yichuang/sync/sync_status.h>

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace yichuang {

class CentreClient;

/// Times and sizes of sync; the defaults are the product's.
struct SyncSettings {
    int batchActs = 200;
    std::size_t batchBytes = std::size_t {4} * 1024 * 1024;
    std::chrono::seconds wait {25}; ///< of a long poll
    std::chrono::milliseconds firstPause {1'000}; ///< after a failure; doubled each time
    std::chrono::milliseconds longestPause {45'000};
    std::chrono::milliseconds pulse {5'000}; ///< how often both clocks are compared
    std::chrono::milliseconds slept {20'000}; ///< parting of the clocks from which on the machine has slept
    std::chrono::milliseconds newsWhilePushing {3'000}; ///< between two pages of news while a long outbox goes up
    int leaseCount = 200;
    /// 0 to 1: how the pauses are spread, so that a hall does not come back in one moment.
    std::function<double()> jitter {};
};

/// Carries acts to the centre and brings back what others did. Lives in the thread of storage and client (the GUI
/// thread or one of its own) and never blocks it: disk is the storage thread's, reading and checking of pages a pool's.
///
/// At the start and after every reconnection the own chain is compared with the centre's; only then are acts pushed and
/// pages applied, and a page only after its links and signed heads have been checked.
class SyncEngine : public QObject {
    Q_OBJECT
public:
    /// All outlive the engine.
    SyncEngine(StorageThread& storage, CentreClient& centre, const Clock& clock, SyncSettings settings = {},
        QObject* parent = nullptr);
    ~SyncEngine() override;

    /// Begins, and goes on until destruction. Harmless when called again, e.g. after the file was unlocked.
    void start();
    /// "Try now": at once instead of at `nextTry`; also where the network is said to have come back.
    void tryNow();

    [[nodiscard]] const SyncReport& status() const;
    /// False only while the centre disputes the chain (acts.md "At the workstation"): then nothing may be signed and no
    /// number be drawn until the workstation is enrolled anew. True while the centre does not answer.
    [[nodiscard]] bool maySign() const;

Q_SIGNALS:
    void statusChanged(const yichuang::SyncReport& status);
    /// The centre told the time; already kept in the file.
    void clockMeasured(const yichuang::ClockRecord& record);
    /// See `maySign`. The workstation has to be enrolled anew; its tail then goes up as a branch.
    void chainDisputed();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace yichuang
