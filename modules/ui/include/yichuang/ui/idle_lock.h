// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>

#include <QObject>

namespace yichuang::ui {

/// Tells when nobody has touched keys, mouse or input method for a while (domain.md 10 "Session"), so that the counter
/// locks itself. Watches the whole application. GUI thread.
class IdleLock : public QObject {
    Q_OBJECT
public:
    explicit IdleLock(MillisecondClock clock = monotonicMilliseconds(), QObject* parent = nullptr);

    /// 1 or more.
    void setMinutes(int minutes);
    /// Compares with the clock now; otherwise done every few seconds. By the clock and not by a timer's length, so that
    /// a computer that slept is locked when it wakes up.
    void look();
    bool eventFilter(QObject* receiver, QEvent* event) override;

Q_SIGNALS:
    /// Once, until something is touched again.
    void idle();

private:
    MillisecondClock m_clock;
    qint64 m_limit;
    qint64 m_touched;
    bool m_told = false;
};

} // namespace yichuang::ui
