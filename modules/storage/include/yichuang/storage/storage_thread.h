// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/storage/workstation_store.h>

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace yichuang {

namespace detail {
template <typename T> struct ResultValue;
template <typename T> struct ResultValue<Result<T>> {
    using Type = T;
};
} // namespace detail

/// The one thread that owns the workstation's file. Created and used on the GUI thread; nothing here waits for the
/// disk.
///
/// Work runs in the order in which it was given. It is answered on this object's thread, never on the storage thread: a
/// continuation's context is asked for there, and on another thread it could go in that moment. So nobody waits for an
/// answer by blocking. A failure is the result of that call and of no other: the thread goes
/// on. Could the file not be opened, each call tries again where that may help (busy, full disk, input/output), and
/// else answers with the reason at once. A busy file is waited for before a call fails; a transaction that met a full
/// disk is rolled back and answered with "storage.disk_full", so that the same call may be given again.
class StorageThread : public QObject {
    Q_OBJECT
public:
    /// `clock` outlives the thread.
    StorageThread(QString profile, const Clock& clock, Retention retention = {}, QObject* parent = nullptr);
    /// Finishes what was given, then closes the file. What was not answered by then is answered from the storage thread
    /// while this one waits.
    ~StorageThread() override;

    /// Outcome of opening; may be asked any number of times.
    [[nodiscard]] QFuture<Result<OpenReport>> opened();
    /// Puts a file aside that nobody can open, and begins a new one: its key was made, lies in no keychain, and nobody
    /// ever signed in, so that it holds no work of anybody. Error "storage.in_use" for any other file.
    [[nodiscard]] QFuture<Result<void>> beginAnew();

    /// `work` is called on the storage thread as `Result<T> work(WorkstationStore&)`. An exception in it becomes
    /// "storage.fault". Continue on the GUI thread with `.then(context, …)`.
    template <typename Work> [[nodiscard]] auto run(Work work) {
        using Outcome = std::invoke_result_t<Work, WorkstationStore&>;
        static_assert(requires { typename detail::ResultValue<Outcome>::Type; }, "work answers with a Result<T>");
        auto job = std::make_unique<WorkJob<Outcome, Work>>(std::move(work));
        QFuture<Outcome> future = job->future();
        post(std::move(job));
        return future;
    }

    /// The latest fold of the hall's streams. Any thread; never null.
    [[nodiscard]] std::shared_ptr<const Registry> registry() const;
    /// nullptr while locked. Any thread: `preparePage` needs them outside the storage thread.
    [[nodiscard]] std::shared_ptr<const DataKeys> keys() const;

Q_SIGNALS:
    // On the GUI thread, after the work that caused them has been answered.
    void caseChanged(const yichuang::StreamId& stream);
    /// Once after any number of changed cases.
    void listsChanged();
    void hallChanged();
    void outboxChanged();
    void refusedChanged();
    void draftsChanged();
    /// Something could not be written or read; `code` as in WorkstationStore.
    void faulted(const QString& code);

private:
    struct Job {
        virtual ~Job() = default;
        /// Storage thread. `store` is nullptr where the file can't be opened: the outcome is then `whyNot`. Returns the
        /// call's error, if any.
        virtual Error perform(WorkstationStore* store, const Error& whyNot) = 0;
        /// Afterwards: gives the outcome to who asked.
        virtual void answer() = 0;
    };
    template <typename Outcome, typename Work> class WorkJob final : public Job {
    public:
        explicit WorkJob(Work work)
            : m_work(std::move(work)) {
            m_promise.start();
        }
        [[nodiscard]] QFuture<Outcome> future() { return m_promise.future(); }
        Error perform(WorkstationStore* store, const Error& whyNot) override {
            m_outcome = store ? guarded(*store) : Outcome {tl::unexpected<Error> {whyNot}};
            return m_outcome->has_value() ? Error {} : m_outcome->error();
        }
        void answer() override {
            m_promise.addResult(std::move(*m_outcome));
            m_promise.finish();
        }

    private:
        Outcome guarded(WorkstationStore& store) {
            try {
                return m_work(store);
            } catch (const std::exception& fault) {
                return failure("storage.fault", {}, fault.what());
            } catch (...) {
                return failure("storage.fault");
            }
        }
        Work m_work;
        std::optional<Outcome> m_outcome;
        QPromise<Outcome> m_promise;
    };
    void post(std::unique_ptr<Job> job);

    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace yichuang
