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
    painter->restore();
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
