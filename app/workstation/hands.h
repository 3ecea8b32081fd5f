// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QWidget>

namespace yichuang {

/// Hands on the keyboard of one window: every key goes through the application like a real one.
class Hands {
public:
    explicit Hands(QWidget* window)
        : m_window(window) { }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    /// Types into whatever has the focus in the window.
    void type(const QString& text) const;
    /// Replaces what stands in a field, by keys.
    void typeInto(QWidget* field, const QString& text) const;

private:
    [[nodiscard]] QWidget* target() const;
    QWidget* m_window;
};

} // namespace yichuang
