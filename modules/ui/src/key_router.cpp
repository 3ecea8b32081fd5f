// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/key_router.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <algorithm>

namespace yichuang::ui {
namespace {

/// Keys that belong to whoever enters text or walks a list: everything without Ctrl or Alt but the F keys and Esc.
bool isBare(const QKeyCombination& keys) {
    if (keys.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const Qt::Key key = keys.key();
    return key != Qt::Key_Escape && !(key >= Qt::Key_F1 && key <= Qt::Key_F35);
}

QKeyCombination normalised(const QKeyEvent& event) {
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    Qt::Key key = static_cast<Qt::Key>(event.key());
    if (key == Qt::Key_Enter)
        key = Qt::Key_Return;
    return QKeyCombination(modifiers, key);
}

PartTarget* partTargetOf(QWidget* widget) {
    for (QWidget* each = widget; each; each = each->parentWidget()) {
        if (auto* target = dynamic_cast<PartTarget*>(each))
            return target;
    }
    return nullptr;
}

QWidget* partThatAsks(const QWidget* window) {
    for (QWidget* part : window->findChildren<QWidget*>()) {
        if (part->isVisible() && part->property(asksProperty).toBool())
            return part;
    }
    return nullptr;
}

bool hasPreedit(QEvent* event) {
    return !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
}

} // namespace

bool entersText(const QWidget* widget) {
    if (!widget)
        return false;
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return !line->isReadOnly();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
        return !text->isReadOnly();
    if (const auto* text = qobject_cast<const QTextEdit*>(widget))
        return !text->isReadOnly();
    // A combo box finds by letters and opens by Space.
    if (qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget))
        return true;
    return widget->testAttribute(Qt::WA_InputMethodEnabled) && !qobject_cast<const QAbstractItemView*>(widget);
}

KeyRouter::KeyRouter(ActionRegistry& registry, QWidget* window)
    : QObject(window)
    , m_registry(registry)
    , m_window(window) {
    qApp->installEventFilter(this);
}

void KeyRouter::setCapture(QWidget* widget) {
    m_capture = widget;
}

void KeyRouter::setApart(QWidget* widget) {
    m_apart = widget;
}

bool KeyRouter::eventFilter(QObject* receiver, QEvent* event) {
    switch (event->type()) {
    case QEvent::InputMethod:
        if (receiver->isWidgetType()) {
            m_composing = hasPreedit(event);
            m_composingIn = m_composing ? receiver : nullptr;
        }
        return false;
    case QEvent::FocusOut:
        if (receiver == m_composingIn) {
            m_composing = false;
            m_composingIn.clear();
        }
        return false;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        auto* widget = qobject_cast<QWidget*>(receiver);
        if (!widget || widget->window() != m_window)
            return false;
        if (event->type() == QEvent::ShortcutOverride)
            return false;
        return route(widget, static_cast<QKeyEvent*>(event));
    }
    default:
        return false;
    }
}

bool KeyRouter::route(QWidget* receiver, QKeyEvent* event) {
    if (m_composing || event->key() == Qt::Key_unknown || event->key() == 0)
        return false;
    if (m_capture && m_capture->isVisible()) {
        if (!event->isAutoRepeat())
            Q_EMIT captured(event->key());
        return true;
    }
    if (QApplication::activePopupWidget() || QApplication::activeModalWidget() || (m_apart && m_apart->isVisible()))
        return false;

    const QKeyCombination keys = normalised(*event);
    const bool answers = keys == QKeyCombination(Qt::ControlModifier, Qt::Key_Return);
    const bool setsAside = keys == QKeyCombination(Qt::Key_Escape) && !receiver->property(takesEscapeProperty).toBool();
    if (answers || setsAside) {
        if (QWidget* part = partThatAsks(receiver->window())) {
            if (!event->isAutoRepeat())
                QMetaObject::invokeMethod(part, answers ? "submit" : "setAside");
            return true;
        }
    }
    const bool bare = isBare(keys);
    QWidget* focus = receiver;
    if (bare) {
        if (entersText(focus))
            return false;
        const bool presses = keys.key() == Qt::Key_Space || keys.key() == Qt::Key_Return;
        if (presses && qobject_cast<QAbstractButton*>(focus))
            return false;
    }
    if (keys.key() == Qt::Key_Escape && focus->property(takesEscapeProperty).toBool())
        return false;
    PartTarget* target = partTargetOf(focus);
    Action* action = m_registry.byKeys(m_registry.screen(), target ? target->part() : Part::None, QKeySequence(keys));
    if (!action)
        return false;
    if (action->part() != Part::None) {
        // Leafing and deciding row after row by a held key is not meant by anybody.
        return event->isAutoRepeat() || target->perform(action->id());
    }
    if (!action->isBound())
        return false;
    if (!event->isAutoRepeat())
        action->trigger();
    return true;
}

FieldWalker::FieldWalker(QWidget* form)
    : QObject(form)
    , m_form(form) {
    watch(form);
}

// Not a filter of the application: those see keys first, and the scanner must be the very first.
void FieldWalker::watch(QWidget* widget) {
    widget->installEventFilter(this);
    for (QObject* child : widget->children()) {
        if (child->isWidgetType())
            watch(static_cast<QWidget*>(child));
    }
}

std::vector<QWidget*> FieldWalker::fields() const {
    std::vector<QWidget*> result;
    QWidget* each = m_form;
    // The focus chain is a ring through the whole window.
    do {
        each = each->nextInFocusChain();
        if (!each || each == m_form)
            break;
        if (!m_form->isAncestorOf(each) || !each->isVisibleTo(m_form) || !each->isEnabled())
            continue;
        const bool typed = entersText(each) || dynamic_cast<PartTarget*>(each);
        if (typed && (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy())
            result.push_back(each);
    } while (true);
    return result;
}

QWidget* FieldWalker::next(QWidget* from) const {
    const std::vector<QWidget*> all = fields();
    if (!from)
        return all.empty() ? nullptr : all.front();
    const auto here = std::find(all.begin(), all.end(), from);
    if (here == all.end() || here + 1 == all.end())
        return nullptr;
    return *(here + 1);
}

QWidget* FieldWalker::previous(QWidget* from) const {
    const std::vector<QWidget*> all = fields();
    const auto here = std::find(all.begin(), all.end(), from);
    if (here == all.end() || here == all.begin())
        return nullptr;
    return *(here - 1);
}

bool FieldWalker::eventFilter(QObject* receiver, QEvent* event) {
    auto* widget = qobject_cast<QWidget*>(receiver);
    if (!widget || (widget != m_form && !m_form->isAncestorOf(widget)))
        return false;
    if (event->type() == QEvent::ChildAdded) {
        QObject* child = static_cast<QChildEvent*>(event)->child();
        if (child->isWidgetType())
            watch(static_cast<QWidget*>(child));
        return false;
    }
    if (event->type() == QEvent::InputMethod) {
        m_composing = hasPreedit(event);
        return false;
    }
    if (event->type() == QEvent::FocusOut) {
        m_composing = false;
        return false;
    }
    if (event->type() != QEvent::KeyPress || m_composing)
        return false;
    auto* key = static_cast<QKeyEvent*>(event);
    const QKeyCombination keys = normalised(*key);
    if (keys.key() != Qt::Key_Return || (keys.keyboardModifiers() & ~Qt::KeyboardModifiers(Qt::ShiftModifier)))
        return false;
    if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
        if (!key->isAutoRepeat())
            button->click();
        return true;
    }
    // A combo box whose list is open takes Enter itself (its popup is another window).
    if (!entersText(widget))
        return false;
    const bool back = keys.keyboardModifiers() & Qt::ShiftModifier;
    if (!back && widget->property(takesEnterProperty).toBool())
        return false;
    if (back && qobject_cast<QPlainTextEdit*>(widget))
        return false;
    QWidget* to = back ? previous(widget) : next(widget);
    if (to) {
        to->setFocus(back ? Qt::BacktabFocusReason : Qt::TabFocusReason);
        Q_EMIT walked(to);
    } else if (!back) {
        Q_EMIT walkedPastEnd();
    }
    return true;
}

} // namespace yichuang::ui
