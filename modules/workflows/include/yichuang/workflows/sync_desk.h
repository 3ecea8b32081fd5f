// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/workflows/intake.h>
#include <yichuang/workflows/views.h>

#include <QFuture>
#include <QObject>

namespace yichuang {

class Workplace;

/// What waits, since when, next try; refused acts with both sides.
class SyncDesk : public QObject {
    Q_OBJECT
public:
    explicit SyncDesk(Workplace& workplace);

    [[nodiscard]] const SyncStatus& status() const { return m_status; }
    [[nodiscard]] QFuture<Result<QList<WaitingAct>>> waiting() const;
    [[nodiscard]] QFuture<Result<QList<RefusedAct>>> refused() const;
    /// The clerk has dealt with it: the stream is released on the centre's state; the act stays kept.
    [[nodiscard]] QFuture<Result<void>> settle(const ActId& act, const QString& note);
    void tryNow();

    /// After Connection::ChainDisputed (this file is a restored image or a clone): the workstation joins with a fresh
    /// one-use code of its window, at the same centre. Its chain begins anew, its numbers are given up, and what waits
    /// goes up as a branch. Afterwards the session is locked: everybody signs in anew, online, and gets a new key.
    /// Nothing is lost where it fails. Errors as Session::enrol, and "enrol.window" (argument `window`: the code is of
    /// another window; the file holds this one's cases).
    [[nodiscard]] QFuture<Result<void>> enrolAnew(const QString& code);
    /// Opens the case of a `number_clash` anew, from the bytes of its act, today and under a number of its own; the
    /// clashed act stays kept and is settled. The new case's particulars name the number on the old receipt
    /// ("replaces"). The applicant needs a new receipt: `papers`. Errors as Intake::conclude, "sync.not_to_open_anew".
    [[nodiscard]] QFuture<Result<Concluded>> openAnew(const ActId& act);

Q_SIGNALS:
    void statusChanged(const yichuang::SyncStatus& status);
    /// Nothing can be signed until `enrolAnew`.
    void chainDisputed();
    void refusedChanged();

private:
    friend class Workplace;
    Workplace& m_workplace;
    SyncStatus m_status;
};

} // namespace yichuang
