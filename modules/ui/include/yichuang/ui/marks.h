// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/law.h>
#include <yichuang/ui/theme.h>

#include <QLabel>
#include <QWidget>

class QPainter;

namespace yichuang::ui {

/// 窗口已收 / 中心已知: where an act is known.
enum class Custody { TakenInHere, KnownAtCentre };
[[nodiscard]] QString custodyText(Custody custody);

/// Both marks side by side: taken in here, and known at the centre or still waiting for it.
class TwoMarks : public QWidget {
    Q_OBJECT
public:
    explicit TwoMarks(QWidget* parent = nullptr);
    void setCustody(Custody custody);
    [[nodiscard]] Custody custody() const { return m_custody; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Custody m_custody = Custody::TakenInHere;
};

/// Red = square, yellow = triangle, alert = ring, none = nothing.
void paintLamp(QPainter& painter, const QRectF& box, Lamp lamp, const Theme& theme);
[[nodiscard]] QString lampText(Lamp lamp);
/// Colour of the words beside the lamp.
[[nodiscard]] Token lampToken(Lamp lamp);

/// The shape and its words: colour never speaks alone.
class LampMark : public QWidget {
    Q_OBJECT
public:
    explicit LampMark(QWidget* parent = nullptr);
    void setLamp(Lamp lamp, const QString& words);
    [[nodiscard]] Lamp lamp() const { return m_lamp; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Lamp m_lamp = Lamp::None;
    QString m_words;
};

/// The small bar of a list row: one segment a day, or one bar where there are too many.
struct Progress {
    int total = 0; ///< counted days of the limit; 0 = no clock runs: an empty bar
    int gone = 0; ///< counted days up to today
    Lamp lamp = Lamp::None;
};
void paintProgress(QPainter& painter, const QRectF& box, const Progress& progress, const Theme& theme);

enum class Tone { Neutral, Accent, Amber, Red, Green };

/// A small word on a ground: kind of case, state, filter. A checkable one is a filter, pressed by Space or mouse.
class Chip : public QWidget {
    Q_OBJECT
public:
    explicit Chip(const QString& text = {}, Tone tone = Tone::Neutral, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setTone(Tone tone);
    void setCheckable(bool checkable);
    void setChecked(bool checked);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isChecked() const { return m_checked; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
    bool m_checkable = false;
    bool m_checked = false;
};
void paintChip(QPainter& painter, const QRectF& box, const QString& text, Tone tone, const Theme& theme);

/// One key, small and quiet.
class KeyCap : public QWidget {
    Q_OBJECT
public:
    explicit KeyCap(const QString& key = {}, QWidget* parent = nullptr);
    void setKey(const QString& key);
    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

} // namespace yichuang::ui
