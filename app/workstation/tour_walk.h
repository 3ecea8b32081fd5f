// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour_desk.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <vector>

namespace yichuang {

/// Goes from stop to stop: acts, looks until it has arrived, takes a picture of the window and writes its words down.
class TourWalk : public QObject {
    Q_OBJECT
public:
    explicit TourWalk(const QString& folder);
    /// A stop at the end of the way; while walking, too. `name` is that of its picture: if empty, none is taken.
    /// Without a desk there is no window to take one of.
    void add(TourDesk* desk, const QString& name, std::function<void()> act, std::function<bool()> arrived);
    void next();
    /// Texts that did not find room and areas that are wider than the window, with the picture.
    [[nodiscard]] const QStringList& misfits() const { return m_misfits; }

Q_SIGNALS:
    void ended();
    /// A stop did not arrive within 20 s.
    void stuck(const QString& where);

private:
    struct Stop {
        QString name;
        std::function<void()> act;
        std::function<bool()> arrived;
        TourDesk* desk;
    };
    void look();
    void take(const Stop& stop);

    QString m_folder;
    std::vector<Stop> m_stops;
    std::size_t m_at = 0;
    QTimer m_timer;
    qint64 m_since = 0; ///< monotonic milliseconds
    int m_pictures = 0;
    QStringList m_misfits;
};

} // namespace yichuang
