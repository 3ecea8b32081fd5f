#pragma once

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

Q_SIGNALS:
    void statusChanged(const yichuang::SyncStatus& status);
    void refusedChanged();

private:
    friend class Workplace;
    Workplace& m_workplace;
    SyncStatus m_status;
};

} // namespace yichuang
