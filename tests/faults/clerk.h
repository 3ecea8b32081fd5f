// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "person_log.h"

#include <yichuang/workflows/workplace.h>

#include <QEventLoop>
#include <QFutureWatcher>

#include <memory>
#include <random>
#include <stdexcept>

namespace yichuang::test {

/// Something that a person at the counter must never see; the program ends with it.
class Trouble : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Waits for an answer while the program's events go on.
template <typename T> [[nodiscard]] Result<T> answerOf(QFuture<Result<T>> future) {
    if (!future.isFinished()) {
        QFutureWatcher<Result<T>> watcher;
        QEventLoop loop;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
        if (!future.isFinished())
            throw Trouble("the program was told to end in the middle of something");
    }
    return future.result();
}

/// Somebody at work, drawn by lot from a seed: takes intakes in, accepts, asks for corrections, reviews, decides,
/// suspends, prints, leaves drafts and comes back to them. What the file has acknowledged goes into the log.
class Clerk {
public:
    Clerk(Workplace& workplace, PersonLog& log, std::uint64_t seed);

    /// Whatever comes next. Returns after it was acknowledged, was refused by the law, or could not be begun.
    void doSomething();
    struct Accepted {
        std::string caseNo;
        std::string printed; ///< the number on the receipt
    };
    /// Takes an application for a performance licence in and accepts it, and prints the papers.
    [[nodiscard]] Accepted accept();
    /// Types an intake and leaves it as a draft.
    void leaveDraft();
    /// How many drafts are there. Throws Trouble if one of them has lost what was typed into it.
    [[nodiscard]] int readableDrafts();
    /// Acts acknowledged so far.
    [[nodiscard]] int acknowledged() const { return m_acknowledged; }

private:
    void takeIn();
    void conclude(Intake& intake, const std::string& tag);
    void resumeDraft();
    void goOnWithACase();
    [[nodiscard]] ItemId performanceLicence();
    [[nodiscard]] std::unique_ptr<Intake> filledIntake(const ItemId& item, const std::string& tag);
    void printPapers(const StreamId& stream, const QList<DuePaper>& papers);
    /// The number that the paper bears; empty where it may not be printed.
    std::string printPaper(const StreamId& stream, const DuePaper& paper);
    [[nodiscard]] CaseCommand commandFor(const CaseView& view, const CaseAction& action);
    [[nodiscard]] Applicant someApplicant(const std::string& tag);
    [[nodiscard]] bool chance(int percent);
    [[nodiscard]] std::size_t below(std::size_t count);
    void tell(const Error& error);

    Workplace& m_workplace;
    PersonLog& m_log;
    std::mt19937_64 m_lot;
    int m_acknowledged = 0;
    int m_tags = 0;
    std::string m_run; ///< of this run of the program, so that tags are never used twice
};

} // namespace yichuang::test
