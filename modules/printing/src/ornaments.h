// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <QTextObjectInterface>

namespace yichuang {

/// Draws what a template names by `<img src="…">`: "qr", "seal", "rule", "dash", "line", and on the
/// ruler's sheet "ruler", "upright" and "corner". All of it as lines and
/// surfaces, never as a picture, so that it is sharp on every printer.
class Ornaments final : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    /// `sealText` empty: the seal's place stays empty.
    Ornaments(QImage code, QString sealText, QObject* parent);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& place, QTextDocument* document, int position,
        const QTextFormat& format) override;

private:
    static void drawRuler(QPainter& painter, const QRectF& place, Qt::Orientation orientation);
    void drawCode(QPainter& painter, const QRectF& place) const;
    void drawSeal(QPainter& painter, const QPointF& anchor) const;

    QImage m_code;
    QString m_sealText;
};

} // namespace yichuang
