// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_walk.h"

#include <yichuang/domain/clock.h>
#include <yichuang/ui/fit.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace yichuang {
namespace {

constexpr qint64 patienceMilliseconds = 20'000;
constexpr int lookEvery = 30;

} // namespace

TourWalk::TourWalk(const QString& folder)
    : m_folder(folder) {
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &TourWalk::look);
}

void TourWalk::add(TourDesk* desk, const QString& name, std::function<void()> act, std::function<bool()> arrived) {
    m_stops.push_back(Stop {name, std::move(act), std::move(arrived), desk});
}

void TourWalk::next() {
    if (m_at == m_stops.size()) {
        Q_EMIT ended();
        return;
    }
    m_since = SystemClock {}.monotonic().count();
    // The plan may grow while this stop acts: work on a copy.
    const auto act = m_stops[m_at].act;
    act();
    m_timer.start();
}

void TourWalk::look() {
    const auto arrived = m_stops[m_at].arrived;
    if (!arrived()) {
        if (SystemClock {}.monotonic().count() - m_since > patienceMilliseconds) {
            const Stop& stop = m_stops[m_at];
            take(Stop {QStringLiteral("stuck"), {}, {}, stop.desk});
            m_timer.stop();
            const QWidget* focus = stop.desk ? stop.desk->window->window().focusWidget() : nullptr;
            Q_EMIT stuck(QStringLiteral("stop %1 (%2) never arrived; the focus is in %3 %4")
                    .arg(m_at)
                    .arg(stop.name, focus ? QLatin1String(focus->metaObject()->className()) : QLatin1String("nothing"),
                        focus ? focus->objectName() : QString {}));
        }
        return;
    }
    m_timer.stop();
    take(m_stops[m_at]);
    ++m_at;
    QTimer::singleShot(0, this, &TourWalk::next);
}

void TourWalk::take(const Stop& stop) {
    if (stop.name.isEmpty() || !stop.desk)
        return;
    const QString name = QStringLiteral("%1-%2").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(stop.name);
    const QWidget& window = stop.desk->window->window();
    // What arrived in this very moment has not been laid out yet; a person sees it a blink later.
    for (int nested = 0; nested < 3; ++nested)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    stop.desk->window->window().grab().save(QDir(m_folder).filePath(name + QStringLiteral(".png")));
    for (const QString& cut : ui::cutTexts(window))
        m_misfits.push_back(QStringLiteral("%1: %2").arg(name, cut));
    for (const QString& wide : ui::wideAreas(window))
        m_misfits.push_back(QStringLiteral("%1: %2").arg(name, wide));
    QFile words(QDir(m_folder).filePath(name + QStringLiteral(".txt")));
    if (words.open(QIODevice::WriteOnly | QIODevice::Truncate))
        words.write(ui::shownTexts(window).join(QLatin1Char('\n')).toUtf8());
}

} // namespace yichuang
