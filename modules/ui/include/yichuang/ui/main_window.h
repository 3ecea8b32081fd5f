// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>
#include <yichuang/ui/action_registry.h>
#include <yichuang/ui/scanner.h>

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>

class QLabel;
class QStackedWidget;

namespace yichuang::ui {

class HandbookPage;
class KeyRouter;
class SearchField;
class PlaceList;
class KeyOverlay;
class ConnectionLine;

/// What the top bar says of the centre.
struct CentreStatus {
    enum class State { Online, Offline, NeverSeen };
    State state = State::Online;
    int waiting = 0; ///< acts that the centre does not know yet
    int minutesOffline = 0;
    int refused = 0; ///< acts that need somebody
};

/// The shell: top bar, places, the screen in the middle, F1 overlay. It knows no workflow; screens are given to it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    using Now = std::function<Instant()>;

    /// The registry outlives the window.
    MainWindow(ActionRegistry& registry, Now now, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// The widget of one screen; owned by the window from now on.
    void addScreen(Screen screen, QWidget* widget);
    [[nodiscard]] QWidget* screenWidget(Screen screen) const;
    /// Changes the middle and the registry's screen. SignIn hides bar and places.
    void showScreen(Screen screen);
    [[nodiscard]] Screen screen() const;
    /// Which place at the left is lit while a screen is shown (Case belongs to the list it was opened from).
    void setPlaceOf(Screen screen, Screen place);
    /// The place that is lit now.
    [[nodiscard]] Screen place() const { return placeOf(screen()); }

    void setWindowAndPerson(const QString& window, const QString& person);
    /// Empty: the numbers are not shown (chiefs take none).
    void setNumbersLeft(std::optional<int> left, bool low = false);
    void setConnection(const CentreStatus& status);
    void setCount(Screen place, int count);

    [[nodiscard]] SearchField* searchField() const { return m_search; }
    [[nodiscard]] KeyRouter* keyRouter() const { return m_router; }
    [[nodiscard]] ActionRegistry& registry() const { return m_registry; }

    /// All keys of this screen, laid over it; any key closes, and F1 opens the handbook where it tells of this screen.
    void showKeys();
    [[nodiscard]] bool keysShown() const;
    [[nodiscard]] HandbookPage* handbook() const { return m_handbook; }

Q_SIGNALS:
    /// One of the six places was asked for, by key or mouse.
    void placeWanted(yichuang::ui::Screen place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void tick();
    [[nodiscard]] Screen placeOf(Screen screen) const;

    ActionRegistry& m_registry;
    Now m_now;
    QTimer m_clock;
    QWidget* m_top = nullptr;
    PlaceList* m_places = nullptr;
    QStackedWidget* m_stack = nullptr;
    KeyOverlay* m_overlay = nullptr;
    HandbookPage* m_handbook = nullptr;
    KeyRouter* m_router = nullptr;
    SearchField* m_search = nullptr;
    QLabel* m_windowName = nullptr;
    QLabel* m_person = nullptr;
    QLabel* m_numbers = nullptr;
    ConnectionLine* m_connection = nullptr;
    QLabel* m_time = nullptr;
    QPointer<QWidget> m_beforeSearch;
    std::map<Screen, QWidget*> m_screens;
    std::map<Screen, QWidget*> m_frames;
    std::map<Screen, Screen> m_placeOf;
};

} // namespace yichuang::ui
