// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "folder_printer.h"
#include "tour_desk.h"
#include "tour_hall.h"
#include "tour_walk.h"

#include <yichuang/domain/clock.h>

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace yichuang {

/// Drives the real windows through one case of each kind on 2018-11-19: intake, correction, approval by a second
/// person, a stretch offline, sync, hand-over. Leaves screenshots and PDFs in the folder.
class Tour : public QObject {
    Q_OBJECT
public:
    explicit Tour(const QString& folder);
    ~Tour() override;
    void start();

Q_SIGNALS:
    void finished(bool good);

private:
    void plan();
    /// Something is missing, the notice, the rest is brought, review, approval, hand-over.
    void planOneReview();
    /// Taken in while the centre is away.
    void planCommitment();
    /// Taken in, decided and handed over by one officer with the mandate.
    void planImmediate();
    void stop(TourDesk* desk, const QString& name, std::function<void()> act, std::function<bool()> arrived);
    void show(TourDesk* desk, int key, Qt::KeyboardModifiers modifiers, const QString& picture, ui::Screen screen);
    void enrol(TourDesk* desk, const QString& window);
    void signIn(TourDesk* desk, const QString& person, const QString& picture);
    void switchTo(TourDesk* desk, const QString& person);
    void takeIn(TourDesk* desk, const QString& letters, const QString& picture, int missingSeq,
        std::function<void()> conclude, std::function<bool()> concluded);
    void printPapers(TourDesk* desk, const QString& picture);
    void runStep(TourDesk* desk, Event event, CommandAct act, const QString& picture, Stage after);
    /// The applicant brings in what was missing.
    void bringIn(TourDesk* desk, int seq, const QString& picture);
    void fillReason(TourDesk* desk) const;
    void waitForSync(TourDesk* desk, const QString& picture);
    /// Ends the tour as failed, and first says on stderr what the centre refused: on this tour nothing is.
    void endAfterTellingRefused(const QString& why);
    void end(bool good, const QString& why);
    [[nodiscard]] QString clockText() const;

    QString m_folder;
    ShiftedClock m_clock;
    TourHall m_hall;
    FolderPrinter m_printer;
    TourWalk m_walk;
    std::unique_ptr<TourDesk> m_counter;
    std::unique_ptr<TourDesk> m_chief;
    qint64 m_printed = 0; ///< when a paper was printed last; monotonic milliseconds
    StreamId m_stream; ///< of the case under way
    bool m_serving = false;
};

} // namespace yichuang
