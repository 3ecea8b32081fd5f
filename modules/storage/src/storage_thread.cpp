// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/storage/storage_thread.h>

#include <QThread>
#include <QTimer>

#include <deque>
#include <mutex>
#include <utility>

namespace yichuang {

namespace {

/// How long nobody may have wanted anything before upkeep begins, and between its slices.
constexpr std::chrono::milliseconds quiet {200};
constexpr std::chrono::milliseconds betweenSlices {2};

/// Faults that may have gone away when the next call comes.
bool mayPass(const Error& error) {
    return error.is("storage.busy") || error.is("storage.disk_full") || error.is("storage.io");
}

} // namespace

class StorageThread::Private {
public:
    Private(QString profile_, const Clock& clock_, Retention retention_)
        : profile(std::move(profile_))
        , clock(clock_)
        , retention(retention_) { }

    // The storage thread's own.
    void open() {
        if (store || (tried && !mayPass(whyNot)))
            return;
        tried = true;
        auto opened = WorkstationStore::open(profile, clock, retention);
        if (opened) {
            store = std::move(*opened);
            whyNot = {};
        } else {
            whyNot = opened.error();
        }
    }
    Result<void> beginAnew() {
        open();
        if (!store)
            return tl::unexpected<Error> {whyNot};
        const auto made = store->keys().made();
        const auto people = store->people().all();
        if (!made || !people)
            return tl::unexpected<Error> {made ? people.error() : made.error()};
        if (!*made || store->keys().unlocked() || !people->empty())
            return failure("storage.in_use");
        store.reset();
        tried = false;
        auto aside = WorkstationStore::setAside(profile, clock);
        open();
        publish();
        if (aside && !store)
            return tl::unexpected<Error> {whyNot};
        return aside;
    }
    void publish() {
        const std::scoped_lock guard(mutex);
        sharedRegistry = store ? store->registry() : std::make_shared<const Registry>();
        sharedKeys = store ? store->keys().keys() : nullptr;
    }

    /// Performed and not answered yet, in order.
    void giveBack(std::shared_ptr<StorageThread::Job> job) {
        const std::scoped_lock guard(mutex);
        unanswered.push_back(std::move(job));
    }
    void answerNext() {
        std::shared_ptr<Job> job;
        {
            const std::scoped_lock guard(mutex);
            if (unanswered.empty())
                return;
            job = std::move(unanswered.front());
            unanswered.pop_front();
        }
        job->answer();
    }
    [[nodiscard]] bool isAnswered() {
        const std::scoped_lock guard(mutex);
        return unanswered.empty();
    }

    const QString profile;
    const Clock& clock;
    const Retention retention;
    QThread thread;
    QObject* worker = nullptr; ///< lives on the thread; jobs are events to it
    QTimer* idle = nullptr; ///< likewise

    std::unique_ptr<WorkstationStore> store;
    Error whyNot;
    bool tried = false;

    std::mutex mutex;
    std::shared_ptr<const Registry> sharedRegistry = std::make_shared<const Registry>();
    std::shared_ptr<const DataKeys> sharedKeys;
    std::deque<std::shared_ptr<Job>> unanswered;
};

StorageThread::StorageThread(QString profile, const Clock& clock, Retention retention, QObject* parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(std::move(profile), clock, retention)) {
    m_d->worker = new QObject;
    m_d->worker->moveToThread(&m_d->thread);
    m_d->thread.setObjectName(QStringLiteral("storage"));
    m_d->thread.start();
    QMetaObject::invokeMethod(m_d->worker, [this] {
        m_d->idle = new QTimer(m_d->worker);
        m_d->idle->setSingleShot(true);
        connect(m_d->idle, &QTimer::timeout, m_d->worker, [this] {
            if (!m_d->store)
                return;
            const auto more = m_d->store->idle();
            if (!more) {
                QMetaObject::invokeMethod(
                    this, [this, code = QString::fromStdString(more.error().code)] { Q_EMIT faulted(code); });
                return;
            }
            if (*more)
                m_d->idle->start(betweenSlices);
        });
    });
}

StorageThread::~StorageThread() {
    // Behind everything that was given before.
    QMetaObject::invokeMethod(m_d->worker, [this] {
        // Their events will not be delivered any more. The owner's thread waits here, so no context can go meanwhile.
        while (!m_d->isAnswered())
            m_d->answerNext();
        m_d->store.reset();
        delete m_d->idle;
        m_d->thread.quit();
    });
    m_d->thread.wait();
    delete m_d->worker;
}

QFuture<Result<OpenReport>> StorageThread::opened() {
    return run([](WorkstationStore& store) -> Result<OpenReport> { return store.report(); });
}

QFuture<Result<void>> StorageThread::beginAnew() {
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QMetaObject::invokeMethod(m_d->worker, [this, promise] {
        auto outcome = std::make_shared<Result<void>>(m_d->beginAnew());
        QMetaObject::invokeMethod(this, [promise, outcome] {
            promise->addResult(std::move(*outcome));
            promise->finish();
        });
    });
    return promise->future();
}

void StorageThread::post(std::unique_ptr<Job> job) {
    QMetaObject::invokeMethod(m_d->worker, [this, shared = std::shared_ptr<Job>(std::move(job))] {
        m_d->open();
        const std::shared_ptr<const Registry> before = m_d->store ? m_d->store->registry() : nullptr;
        const Error error = shared->perform(m_d->store.get(), m_d->whyNot);
        // Who gets the answer finds registry and keys as they then are.
        m_d->publish();
        m_d->giveBack(shared);
        QMetaObject::invokeMethod(this, [this] { m_d->answerNext(); });
        Changes changes = m_d->store ? m_d->store->takeChanges() : Changes {};
        if (m_d->store && m_d->store->registry() != before)
            changes.hall = true;
        if (changes.any()) {
            QMetaObject::invokeMethod(this, [this, changes] {
                if (changes.hall)
                    Q_EMIT hallChanged();
                for (const StreamId& stream : changes.cases)
                    Q_EMIT caseChanged(stream);
                if (!changes.cases.empty())
                    Q_EMIT listsChanged();
                if (changes.outbox)
                    Q_EMIT outboxChanged();
                if (changes.refused)
                    Q_EMIT refusedChanged();
                if (changes.drafts)
                    Q_EMIT draftsChanged();
            });
        }
        if (error.code.starts_with("storage."))
            QMetaObject::invokeMethod(
                this, [this, code = QString::fromStdString(error.code)] { Q_EMIT faulted(code); });
        if (m_d->idle)
            m_d->idle->start(quiet);
    });
}

std::shared_ptr<const Registry> StorageThread::registry() const {
    const std::scoped_lock guard(m_d->mutex);
    return m_d->sharedRegistry;
}

std::shared_ptr<const DataKeys> StorageThread::keys() const {
    const std::scoped_lock guard(m_d->mutex);
    return m_d->sharedKeys;
}

} // namespace yichuang
