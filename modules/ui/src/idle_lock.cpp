// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/idle_lock.h>

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

#include <chrono>
#include <utility>

namespace yichuang::ui {
namespace {

constexpr qint64 minute = 60'000;
constexpr std::chrono::seconds betweenLooks {5};

bool isTouch(QEvent::Type type) {
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleLock::IdleLock(MillisecondClock clock, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_limit(5 * minute)
    , m_touched(m_clock()) {
    QCoreApplication::instance()->installEventFilter(this);
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &IdleLock::look);
    timer->start(betweenLooks);
}

void IdleLock::setMinutes(int minutes) {
    m_limit = minutes * minute;
}

void IdleLock::look() {
    if (m_told || m_clock() - m_touched < m_limit)
        return;
    m_told = true;
    Q_EMIT idle();
}

bool IdleLock::eventFilter(QObject*, QEvent* event) {
    if (!isTouch(event->type()))
        return false;
    // The first key after a sleep comes to a counter that should have been locked already: it wakes, and does nothing.
    const bool wasTold = m_told;
    look();
    const bool wakes = m_told && !wasTold;
    m_touched = m_clock();
    m_told = false;
    return wakes;
}

} // namespace yichuang::ui
