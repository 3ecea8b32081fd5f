// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/printing/printer.h>
#include <yichuang/ui/main_window.h>
#include <yichuang/workflows/workplace.h>

#include <QObject>

#include <functional>
#include <memory>

namespace yichuang::ui {

class CaseActions;
class CaseListScreen;
class CaseScreen;
class CaseRowsModel;
class DeskScreen;
class FindItemScreen;
class IntakeScreen;
class IdleLock;
class PapersScreen;
class SettingsScreen;
class SignInScreen;
class SyncScreen;
class TodayScreen;

/// The whole window of one workstation: builds the screens, leads from one to the next, and binds the keys that all
/// screens share.
class WorkstationWindow : public QObject {
    Q_OBJECT
public:
    WorkstationWindow(Workplace& workplace, Printer& printer, QObject* parent = nullptr);
    ~WorkstationWindow() override;

    void show();
    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] ActionRegistry& registry() { return m_registry; }
    [[nodiscard]] SignInScreen* signInScreen() const { return m_signIn; }
    [[nodiscard]] FindItemScreen* findItemScreen() const { return m_findItem; }
    [[nodiscard]] IntakeScreen* intakeScreen() const { return m_intake; }
    [[nodiscard]] PapersScreen* papersScreen() const { return m_papers; }
    [[nodiscard]] CaseListScreen* toDoScreen() const { return m_toDo; }
    [[nodiscard]] CaseListScreen* handOverScreen() const { return m_handOver; }
    [[nodiscard]] CaseListScreen* doneScreen() const { return m_done; }
    [[nodiscard]] CaseScreen* caseScreen() const { return m_case; }
    [[nodiscard]] DeskScreen* deskScreen() const { return m_desk; }
    [[nodiscard]] SyncScreen* syncScreen() const { return m_sync; }
    [[nodiscard]] TodayScreen* todayScreen() const { return m_today; }
    [[nodiscard]] IdleLock& idleLock() { return *m_idle; }
    [[nodiscard]] SettingsScreen* settingsScreen() const { return m_settings; }

    void openCase(const StreamId& stream);
    /// What a scanner or reader brought, from any screen.
    void takeScan(ScanKind kind, const QString& value);

private:
    void bindPlaces();
    void bindCaseKeys();
    void followPreviews();
    void bindSearch();
    void goTo(Screen screen);
    void goBack();
    void showToDo();
    void beginIntake(const ItemId& item);
    /// The case on whose row a list stands; empty where there is none.
    [[nodiscard]] StreamId selectedInList() const;
    using Continuation = std::function<void()>;
    /// Ctrl+P, by what the screen shows.
    void print();
    /// What is due of this case, or, where nothing is, the last paper again.
    void printFor(const CaseView& view, Continuation after);
    /// What is new; else one of those that were printed, by choice.
    void printForCase(const CaseView& view);
    /// `after` is where the papers' page leads to once it is left.
    void showPapers(const StreamId& stream, const QList<DuePaper>& papers, Continuation after);
    void showProcessSheet(const Item& item);
    void layOutPapers(Continuation after);
    void signedIn(const SignedIn& person);
    void locked();
    void showStatus(const SyncStatus& status);
    void refreshCounts();
    [[nodiscard]] CaseActions* activeActions() const;
    /// The list that is shown; nullptr elsewhere.
    [[nodiscard]] CaseListScreen* shownList() const;
    [[nodiscard]] bool decides() const;

    Workplace& m_workplace;
    Printer& m_printer;
    ActionRegistry m_registry;
    std::unique_ptr<MainWindow> m_window;
    SignInScreen* m_signIn;
    TodayScreen* m_today;
    FindItemScreen* m_findItem;
    IntakeScreen* m_intake;
    CaseListScreen* m_toDo;
    CaseListScreen* m_handOver;
    CaseListScreen* m_done;
    CaseScreen* m_case;
    DeskScreen* m_desk;
    PapersScreen* m_papers;
    SyncScreen* m_sync;
    SettingsScreen* m_settings;
    CaseRowsModel* m_found;
    std::unique_ptr<IdleLock> m_idle;
    std::unique_ptr<Scanner> m_scanner;
    Screen m_cameFrom = Screen::ToDo;
    Continuation m_afterPapers;
    CentreStatus m_centre;
    int m_searchAsked = 0;
    /// Who locked the counter, and where: she goes on there, anybody else begins with what is to be done.
    PersonId m_lockedBy;
    Screen m_lockedOn = Screen::ToDo;
};

} // namespace yichuang::ui
