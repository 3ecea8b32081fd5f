// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>

#include <QObject>
#include <QPointer>
#include <QWidget>

class QKeyEvent;

namespace yichuang::ui {

/// Brings key presses inside one window to the registry's actions. No key of ours acts while an input method composes,
/// and bare keys (letters, digits, Space, Enter, arrows) never act where text is entered. Auto-repeat never acts.
class KeyRouter : public QObject {
    Q_OBJECT
public:
    /// Filters the application's events for `window`; both outlive it or end it.
    KeyRouter(ActionRegistry& registry, QWidget* window);

    /// True while the pre-edit text of the focused widget is not empty.
    [[nodiscard]] bool isComposing() const { return m_composing; }
    /// While set (F1 overlay), keys go to this widget only.
    void setCapture(QWidget* widget);
    /// While this widget is seen (the handbook), keys go to what has the focus, and none of them is an action.
    void setApart(QWidget* widget);

    bool eventFilter(QObject* receiver, QEvent* event) override;

Q_SIGNALS:
    void captured(int key);

private:
    bool route(QWidget* receiver, QKeyEvent* event);

    ActionRegistry& m_registry;
    QWidget* m_window;
    QPointer<QWidget> m_capture;
    QPointer<QWidget> m_apart;
    QPointer<QObject> m_composingIn;
    bool m_composing = false;
};

/// A widget with this dynamic property set to true takes Esc itself (an open list of results, a panel that asks).
inline constexpr const char* takesEscapeProperty = "yichuangTakesEscape";
/// And one with this takes a plain Enter itself, inside a form that is walked with Enter.
inline constexpr const char* takesEnterProperty = "yichuangTakesEnter";

/// Set to true on a part of a screen that asks something: while it is visible, Ctrl+Enter answers it and Esc sets it
/// aside, wherever the focus is, and neither is the screen's own action. It has the invokables `submit()` and
/// `setAside()`.
inline constexpr const char* asksProperty = "yichuangAsks";

/// True if typing goes into this widget as text.
[[nodiscard]] bool entersText(const QWidget* widget);

/// Enter goes to the next field, Shift+Enter to the previous one, in the tab order inside `form`. Enter on a button
/// presses it; in a text of several lines Shift+Enter is a new line. Past the last field `walkedPastEnd` is emitted and
/// the focus stays.
class FieldWalker : public QObject {
    Q_OBJECT
public:
    explicit FieldWalker(QWidget* form);
    bool eventFilter(QObject* receiver, QEvent* event) override;

    /// Next field that can be typed into after `from` (nullptr: the first); nullptr at the end.
    [[nodiscard]] QWidget* next(QWidget* from) const;
    [[nodiscard]] QWidget* previous(QWidget* from) const;

Q_SIGNALS:
    void walkedPastEnd();
    void walked(QWidget* to);

private:
    [[nodiscard]] std::vector<QWidget*> fields() const;
    void watch(QWidget* widget);
    QWidget* m_form;
    bool m_composing = false;
};

} // namespace yichuang::ui
