// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace yichuang {

QWidget* Hands::target() const {
    QWidget* focused = m_window->focusWidget();
    return focused ? focused : m_window;
}

void Hands::press(int key, Qt::KeyboardModifiers modifiers) const {
    QWidget* receiver = target();
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QApplication::sendEvent(receiver, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QApplication::sendEvent(receiver, &up);
}

void Hands::type(const QString& text) const {
    // As an input method hands it over: Chinese is never typed in any other way.
    QInputMethodEvent handed;
    handed.setCommitString(text);
    QApplication::sendEvent(target(), &handed);
}

void Hands::typeInto(QWidget* field, const QString& text) const {
    field->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    type(text);
}

} // namespace yichuang
