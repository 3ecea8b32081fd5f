// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>
#include <yichuang/ui/main_window.h>

#include <QAbstractButton>
#include <QWidget>

#include <map>
#include <vector>

class QVBoxLayout;

namespace yichuang::ui {

/// One of the six places at the left: name, count, key.
class PlaceButton : public QAbstractButton {
    Q_OBJECT
public:
    /// `counted`: keeps room for a number.
    PlaceButton(const QString& name, const QString& key, bool counted, QWidget* parent);
    void setCount(int count);
    void setLit(bool lit);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    QString m_key;
    bool m_counted;
    int m_count = 0;
    bool m_lit = false;
};

class PlaceList : public QWidget {
    Q_OBJECT
public:
    PlaceList(ActionRegistry& registry, QWidget* parent);
    void setCount(Screen place, int count);
    void setLit(Screen place);

Q_SIGNALS:
    void placeWanted(yichuang::ui::Screen place);
    void keysWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::map<Screen, PlaceButton*> m_buttons;
};

/// Connected, or not and what waits; opens the sync screen.
class ConnectionLine : public QAbstractButton {
    Q_OBJECT
public:
    explicit ConnectionLine(QWidget* parent);
    void setStatus(const CentreStatus& status);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CentreStatus m_status;
};

/// All keys of a screen, laid over it.
class KeyOverlay : public QWidget {
    Q_OBJECT
public:
    KeyOverlay(ActionRegistry& registry, QWidget* parent);
    /// `parts` are those that the screen shows now.
    void showFor(Screen screen, const std::vector<Part>& parts);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    ActionRegistry& m_registry;
    QWidget* m_card = nullptr;
};

} // namespace yichuang::ui
