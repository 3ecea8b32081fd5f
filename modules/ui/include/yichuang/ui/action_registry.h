// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFuture>
#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace yichuang::ui {

/// What fills the middle of the window.
enum class Screen {
    SignIn,
    Today,
    FindItem,
    Intake,
    ToDo,
    HandOver,
    Done,
    Case,
    Desk, ///< the chief's desk
    Papers,
    Sync,
    Month,
    Settings
};
[[nodiscard]] const std::vector<Screen>& allScreens();

/// A part of a screen whose keys act only while the focus is inside it.
enum class Part { None, Checklist, Pages };

enum class Weight {
    Quiet, ///< places, search, navigation: no button of its own
    Plain,
    Main, ///< filled
    Grave ///< outlined red: refuses or ends something
};

/// Whether an action writes something. A second press within the double-press time is then not a second act.
enum class Effect { Shows, Writes };

struct ActionDefinition {
    const char* id; ///< "case.accept"
    const char* verb; ///< English source text, context "Actions"
    const char* keys; ///< portable text of one or two sequences, separated by " | "; may be empty
    std::vector<Screen> screens;
    Part part = Part::None;
    Weight weight = Weight::Plain;
    Effect effect = Effect::Shows;
};
/// The one table of everything that a key or a button does.
[[nodiscard]] const std::vector<ActionDefinition>& actionDefinitions();

/// Keys that input methods and desktops hold: never ours (Ctrl+Space, Ctrl+Shift+F, Ctrl+Alt+letter, F10 …).
[[nodiscard]] bool isReservedKey(const QKeySequence& keys);
/// "Ctrl+Enter", "Space", "←": as a key cap shows it, in the user's language.
[[nodiscard]] QString keyText(const QKeySequence& keys);

/// One action at work: its words, its keys, whether it may be done now and if not why.
class Action : public QObject {
    Q_OBJECT
public:
    using Handler = std::function<void()>;
    using SlowHandler = std::function<QFuture<void>()>;

    [[nodiscard]] QString id() const;
    [[nodiscard]] QString verb() const { return m_verb; }
    [[nodiscard]] const std::vector<QKeySequence>& keys() const { return m_keys; }
    [[nodiscard]] QString keyText() const;
    [[nodiscard]] const std::vector<Screen>& screens() const { return m_definition.screens; }
    [[nodiscard]] Part part() const { return m_definition.part; }
    [[nodiscard]] Weight weight() const { return m_weight; }
    [[nodiscard]] Effect effect() const { return m_definition.effect; }
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isBound() const;
    /// Why it is not enabled, as a sentence; empty while it is.
    [[nodiscard]] QString reason() const { return m_reason; }

    /// Another verb for this occasion ("受理并打印" … "准予并看下一件"); empty: the verb of the table.
    void setVerb(const QString& verb);
    /// Another weight for this occasion: on one screen only one action is Main.
    void setWeight(Weight weight);
    void enable();
    void disable(const QString& reason);

    /// What it does; replaces an earlier handler and is forgotten when `owner` is destroyed.
    void bind(QObject* owner, Handler handler);
    /// The same for work that goes on elsewhere: the action stays busy, and deaf, until the future has finished.
    void bindSlow(QObject* owner, SlowHandler handler);
    void unbind();

public Q_SLOTS:
    /// Acts if enabled, bound and not busy; a disabled one answers with denied(). One that writes ignores a second call
    /// within ActionRegistry::doublePressMilliseconds.
    void trigger();

Q_SIGNALS:
    void changed();
    void triggered();
    void denied(const QString& reason);

private:
    friend class ActionRegistry;
    Action(const ActionDefinition& definition, class ActionRegistry& registry);
    void setBusy(bool busy);

    const ActionDefinition& m_definition;
    class ActionRegistry& m_registry;
    std::vector<QKeySequence> m_keys;
    QString m_verb;
    QString m_reason;
    Weight m_weight;
    bool m_enabled = true;
    bool m_busy = false;
    std::optional<qint64> m_lastActed;
    QPointer<QObject> m_owner;
    SlowHandler m_handler;
};

/// Milliseconds of any clock that never goes back.
using MillisecondClock = std::function<qint64()>;
[[nodiscard]] MillisecondClock monotonicMilliseconds();

/// A widget whose part of the table acts while the focus is inside it.
class PartTarget {
public:
    virtual ~PartTarget() = default;
    [[nodiscard]] virtual Part part() const = 0;
    /// Does what the action of the table means here; false if it means nothing now.
    virtual bool perform(const QString& actionId) = 0;
};

/// The one registry that feeds keys, buttons, key caps, the F1 overlay and the tests. GUI thread.
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    explicit ActionRegistry(MillisecondClock clock = monotonicMilliseconds(), QObject* parent = nullptr);
    ~ActionRegistry() override;

    static constexpr qint64 doublePressMilliseconds = 400;

    /// Asserts that the id is in the table.
    [[nodiscard]] Action& action(const QString& id) const;
    [[nodiscard]] Action* find(const QString& id) const;
    /// In the order of the table; without those of the screen's parts.
    [[nodiscard]] std::vector<Action*> actionsOf(Screen screen) const;
    [[nodiscard]] std::vector<Action*> actionsOf(Part part) const;
    /// What these keys mean on this screen with the focus in this part; nullptr if nothing.
    [[nodiscard]] Action* byKeys(Screen screen, Part part, const QKeySequence& keys) const;

    [[nodiscard]] Screen screen() const { return m_screen; }
    void setScreen(Screen screen);
    [[nodiscard]] qint64 now() const { return m_clock(); }

Q_SIGNALS:
    void screenChanged(yichuang::ui::Screen screen);
    void triggered(const QString& id);
    void denied(const QString& id, const QString& reason);

private:
    MillisecondClock m_clock;
    std::vector<std::unique_ptr<Action>> m_actions;
    Screen m_screen = Screen::SignIn;
};

} // namespace yichuang::ui
