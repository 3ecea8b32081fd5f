// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/action_registry.h>

#include <QCoreApplication>
#include <QFutureWatcher>

#include <algorithm>

namespace yichuang::ui {

QString keyText(const QKeySequence& keys) {
    if (keys.isEmpty())
        return {};
    const QKeyCombination combination = keys[0];
    const Qt::KeyboardModifiers modifiers = combination.keyboardModifiers();
    QString text;
    if (modifiers & Qt::ControlModifier)
        text += QStringLiteral("Ctrl+");
    if (modifiers & Qt::AltModifier)
        text += QStringLiteral("Alt+");
    if (modifiers & Qt::ShiftModifier)
        text += QStringLiteral("Shift+");
    switch (combination.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return text + QStringLiteral("Enter");
    case Qt::Key_Escape:
        return text + QStringLiteral("Esc");
    case Qt::Key_Space:
        return text + QCoreApplication::translate("Keys", "Space");
    case Qt::Key_Minus:
        return text + QStringLiteral("−");
    case Qt::Key_Left:
        return text + QStringLiteral("←");
    case Qt::Key_Right:
        return text + QStringLiteral("→");
    case Qt::Key_Up:
        return text + QStringLiteral("↑");
    case Qt::Key_Down:
        return text + QStringLiteral("↓");
    default:
        return text + QKeySequence(combination.key()).toString(QKeySequence::PortableText);
    }
}

bool isReservedKey(const QKeySequence& keys) {
    if (keys.isEmpty())
        return false;
    const QKeyCombination combination = keys[0];
    const Qt::Key key = combination.key();
    const Qt::KeyboardModifiers modifiers = combination.keyboardModifiers();
    if (key == Qt::Key_F10 || key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt
        || key == Qt::Key_Meta)
        return true;
    if (modifiers & Qt::MetaModifier)
        return true;
    const bool control = modifiers & Qt::ControlModifier;
    if (!control)
        return false;
    if (key == Qt::Key_Space || key == Qt::Key_Period || key == Qt::Key_Semicolon || key == Qt::Key_QuoteLeft)
        return true;
    if (key == Qt::Key_F && (modifiers & Qt::ShiftModifier))
        return true;
    if ((modifiers & Qt::AltModifier) && key >= Qt::Key_A && key <= Qt::Key_Z)
        return true;
    // Copy, cut, paste, undo, redo, select all keep their keys.
    return key == Qt::Key_C || key == Qt::Key_X || key == Qt::Key_V || key == Qt::Key_Z || key == Qt::Key_A
        || key == Qt::Key_Y;
}

MillisecondClock monotonicMilliseconds() {
    auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    return [timer] { return timer->elapsed(); };
}

Action::Action(const ActionDefinition& definition, ActionRegistry& registry)
    : m_definition(definition)
    , m_registry(registry)
    , m_verb(QCoreApplication::translate("Actions", definition.verb))
    , m_weight(definition.weight) {
    const QStringList parts = QString::fromLatin1(definition.keys).split(QStringLiteral(" | "), Qt::SkipEmptyParts);
    for (const QString& part : parts)
        m_keys.push_back(QKeySequence::fromString(part, QKeySequence::PortableText));
}

QString Action::id() const {
    return QString::fromLatin1(m_definition.id);
}

QString Action::keyText() const {
    return m_keys.empty() ? QString() : ui::keyText(m_keys.front());
}

bool Action::isBound() const {
    return m_handler && m_owner;
}

void Action::setVerb(const QString& verb) {
    const QString wanted = verb.isEmpty() ? QCoreApplication::translate("Actions", m_definition.verb) : verb;
    if (wanted == m_verb)
        return;
    m_verb = wanted;
    Q_EMIT changed();
}

void Action::setWeight(Weight weight) {
    if (weight == m_weight)
        return;
    m_weight = weight;
    Q_EMIT changed();
}

void Action::enable() {
    if (m_enabled)
        return;
    m_enabled = true;
    m_reason.clear();
    Q_EMIT changed();
}

void Action::disable(const QString& reason) {
    if (!m_enabled && m_reason == reason)
        return;
    m_enabled = false;
    m_reason = reason;
    Q_EMIT changed();
}

void Action::bind(QObject* owner, Handler handler) {
    bindSlow(owner, [handler = std::move(handler)]() -> QFuture<void> {
        handler();
        return {};
    });
}

void Action::bindSlow(QObject* owner, SlowHandler handler) {
    m_owner = owner;
    m_handler = std::move(handler);
    Q_EMIT changed();
}

void Action::unbind() {
    m_owner.clear();
    m_handler = nullptr;
    Q_EMIT changed();
}

void Action::setBusy(bool busy) {
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT changed();
}

void Action::trigger() {
    if (m_busy || !isBound())
        return;
    if (!m_enabled) {
        Q_EMIT denied(m_reason);
        Q_EMIT m_registry.denied(id(), m_reason);
        return;
    }
    if (effect() == Effect::Writes) {
        // The second half of a double press comes after the screen has moved on to the next case: it must not decide
        // that one.
        const qint64 now = m_registry.now();
        if (m_lastActed && now - *m_lastActed < ActionRegistry::doublePressMilliseconds)
            return;
        m_lastActed = now;
    }
    setBusy(true);
    Q_EMIT triggered();
    Q_EMIT m_registry.triggered(id());
    // A copy: the handler may bind the action anew while it runs.
    const SlowHandler handler = m_handler;
    const QFuture<void> future = handler();
    if (future.isCanceled() || future.isFinished()) {
        setBusy(false);
        return;
    }
    auto* watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcher<void>::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (effect() == Effect::Writes)
            m_lastActed = m_registry.now();
        setBusy(false);
    });
    watcher->setFuture(future);
}

ActionRegistry::ActionRegistry(MillisecondClock clock, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock)) {
    for (const ActionDefinition& definition : actionDefinitions())
        m_actions.emplace_back(new Action(definition, *this));
}

ActionRegistry::~ActionRegistry() = default;

Action& ActionRegistry::action(const QString& id) const {
    Action* found = find(id);
    Q_ASSERT_X(found, "ActionRegistry::action", qPrintable(id));
    return *found;
}

Action* ActionRegistry::find(const QString& id) const {
    const auto found
        = std::find_if(m_actions.begin(), m_actions.end(), [&id](const auto& action) { return action->id() == id; });
    return found == m_actions.end() ? nullptr : found->get();
}

std::vector<Action*> ActionRegistry::actionsOf(Screen screen) const {
    std::vector<Action*> result;
    for (const auto& action : m_actions) {
        const auto& screens = action->screens();
        if (action->part() == Part::None && std::find(screens.begin(), screens.end(), screen) != screens.end())
            result.push_back(action.get());
    }
    return result;
}

std::vector<Action*> ActionRegistry::actionsOf(Part part) const {
    std::vector<Action*> result;
    for (const auto& action : m_actions) {
        if (action->part() == part)
            result.push_back(action.get());
    }
    return result;
}

Action* ActionRegistry::byKeys(Screen screen, Part part, const QKeySequence& keys) const {
    const auto matches = [&keys](const Action& action) {
        return std::find(action.keys().begin(), action.keys().end(), keys) != action.keys().end();
    };
    if (part != Part::None) {
        for (Action* action : actionsOf(part)) {
            if (matches(*action))
                return action;
        }
    }
    for (Action* action : actionsOf(screen)) {
        if (matches(*action))
            return action;
    }
    return nullptr;
}

void ActionRegistry::setScreen(Screen screen) {
    if (screen == m_screen)
        return;
    m_screen = screen;
    Q_EMIT screenChanged(screen);
}

} // namespace yichuang::ui
