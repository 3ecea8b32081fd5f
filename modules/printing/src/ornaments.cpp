// SPDX-License-Identifier: GPL-3.0-or-later
#include "ornaments.h"

#include "fonts.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextImageFormat>

#include <utility>

namespace yichuang {

namespace {

constexpr double sealRadiusPoints = 54; // 38 mm across
constexpr double sealDropPoints = 24; // below its anchor, so that it lies over organ and date
const QColor sealRed {0xc0, 0x39, 0x2b};

} // namespace

Ornaments::Ornaments(QImage code, QString sealText, QObject* parent)
    : QObject(parent)
    , m_code(std::move(code))
    , m_sealText(std::move(sealText)) { }

QSizeF Ornaments::intrinsicSize(QTextDocument*, int, const QTextFormat& format) {
    const QTextImageFormat image = format.toImageFormat();
    return {image.width(), image.height()};
}

void Ornaments::drawObject(QPainter* painter, const QRectF& place, QTextDocument*, int, const QTextFormat& format) {
    const QString name = format.toImageFormat().name();
    painter->save();
    if (name == QLatin1String("qr")) {
        drawCode(*painter, place);
    } else if (name == QLatin1String("seal")) {
        drawSeal(*painter, place.center());
    } else if (name == QLatin1String("rule")) {
        painter->fillRect(QRectF {place.left(), place.top(), place.width(), 0.8 * unitsPerPoint}, Qt::black);
    } else if (name == QLatin1String("line")) {
        painter->fillRect(QRectF {place.left(), place.bottom(), place.width(), 0.6 * unitsPerPoint}, Qt::black);
    } else if (name == QLatin1String("dash")) {
        constexpr double dash = 4 * unitsPerPoint;
        constexpr double gap = 2.5 * unitsPerPoint;
        for (double x = place.left(); x < place.right(); x += dash + gap) {
            painter->fillRect(
                QRectF {x, place.center().y(), qMin(dash, place.right() - x), 0.8 * unitsPerPoint}, Qt::black);
        }
    }
    if (name == QLatin1String("ruler")) {
        drawRuler(*painter, place, Qt::Horizontal);
    } else if (name == QLatin1String("upright")) {
        drawRuler(*painter, place, Qt::Vertical);
    } else if (name == QLatin1String("corner")) {
        constexpr double thickness = 0.5 * unitsPerPoint;
        painter->fillRect(QRectF {place.topLeft(), QSizeF {place.width(), thickness}}, Qt::black);
        painter->fillRect(QRectF {place.topLeft(), QSizeF {thickness, place.height()}}, Qt::black);
    }
    painter->restore();
}

void Ornaments::drawRuler(QPainter& painter, const QRectF& place, Qt::Orientation orientation) {
    constexpr double thickness = 0.5 * unitsPerPoint;
    constexpr int millimetres = 50;
    const bool isFlat = orientation == Qt::Horizontal;
    const double length = isFlat ? place.width() : place.height();
    const double depth = isFlat ? place.height() : place.width();
    painter.fillRect(isFlat ? QRectF {place.left(), place.top(), length, thickness}
                            : QRectF {place.left(), place.top(), thickness, length},
        Qt::black);
    for (int tick = 0; tick <= millimetres; ++tick) {
        const double at = (length - thickness) * tick / millimetres;
        const double reach = depth * (tick % 10 == 0 ? 1.0 : tick % 5 == 0 ? 0.7 : 0.4);
        painter.fillRect(isFlat ? QRectF {place.left() + at, place.top(), thickness, reach}
                                : QRectF {place.left(), place.top() + at, reach, thickness},
            Qt::black);
    }
}

void Ornaments::drawCode(QPainter& painter, const QRectF& place) const {
    if (m_code.isNull()) {
        return;
    }
    const double module = place.width() / m_code.width();
    QPainterPath dark;
    dark.setFillRule(Qt::WindingFill);
    for (int y = 0; y < m_code.height(); ++y) {
        int start = -1;
        for (int x = 0; x <= m_code.width(); ++x) {
            const bool isDark = x < m_code.width() && qGray(m_code.pixel(x, y)) < 128;
            if (isDark && start < 0) {
                start = x;
            } else if (!isDark && start >= 0) {
                dark.addRect(place.left() + start * module, place.top() + y * module, (x - start) * module, module);
                start = -1;
            }
        }
    }
    painter.fillPath(dark, Qt::black);
}

void Ornaments::drawSeal(QPainter& painter, const QPointF& anchor) const {
    if (m_sealText.isEmpty()) {
        return;
    }
    constexpr double radius = sealRadiusPoints * unitsPerPoint;
    const QPointF centre = anchor + QPointF {0, sealDropPoints * unitsPerPoint};
    painter.setPen(QPen {sealRed, 1.6 * unitsPerPoint});
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius, radius);
    painter.setFont(paperFont(10));
    painter.setPen(sealRed);
    painter.drawText(QRectF {centre.x() - radius, centre.y() + 0.42 * radius, 2 * radius, 0.4 * radius},
        Qt::AlignHCenter | Qt::AlignVCenter, m_sealText);
}

} // namespace yichuang
