// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <central_process.h>
#include <fake_clock.h>
#include <fake_keychain.h>

#include <yichuang/domain/clock.h>
#include <yichuang/kit/fake_printer.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/ui/screens/workstation_window.h>
#include <yichuang/workflows/workplace.h>

#include <QElapsedTimer>
#include <QLineEdit>
#include <QString>
#include <QTest>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace yichuang::test {

inline constexpr int patienceMilliseconds = 20'000;

/// Runs the event loop until it holds; false when the patience is at its end.
[[nodiscard]] bool comesTrue(const std::function<bool()>& holds, int milliseconds = patienceMilliseconds);

/// Waits for the answer; empty, with its error on the log, if it is none.
template <typename T> [[nodiscard]] std::optional<T> answerOf(const QFuture<Result<T>>& future) {
    if (!comesTrue([&] { return future.isFinished(); }))
        return std::nullopt;
    const Result<T> result = future.result();
    if (!result) {
        qWarning("%s", result.error().code.c_str());
        for (const auto& [name, value] : result.error().arguments)
            qWarning("  %s: %s", name.c_str(), value.c_str());
        return std::nullopt;
    }
    return *result;
}

/// Nine o'clock on the Monday of the tests, in milliseconds since the epoch.
[[nodiscard]] std::int64_t mondayMorning();

/// The hall's clock: it runs, and can be turned on to another hour.
class HallClock final : public Clock {
public:
    explicit HallClock(Instant start)
        : m_running(start) { }
    [[nodiscard]] Instant now() const override { return m_running.now() + m_turned.load(); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override {
        return m_running.monotonic() + m_turned.load();
    }
    void turnOn(std::chrono::milliseconds by) { m_turned = m_turned.load() + by; }

private:
    ShiftedClock m_running;
    std::atomic<std::chrono::milliseconds> m_turned {std::chrono::milliseconds {0}};
};

/// A hall with a real centre of its own, on SQLite, at nine o'clock on the 19th of November 2018.
class CounterHall {
public:
    explicit CounterHall(const std::vector<std::string>& people);
    [[nodiscard]] QString url() const;
    [[nodiscard]] unsigned short port() const { return m_port; }
    [[nodiscard]] const std::string& address() const { return m_address; }
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString enrolCode(const std::string& window) const;
    [[nodiscard]] QString recoveryKey() const { return QString::fromStdString(m_recoveryKey); }
    /// Runs a command of yichuang-central on this hall's database; throws what it complains of.
    void command(std::vector<std::string> arguments, const std::string& input = {}) const;
    /// Gives somebody another password at the centre.
    void setPassword(const std::string& person, const std::string& password) const;
    [[nodiscard]] pid_t centrePid() const { return m_centre->pid(); }
    void stopCentre();
    void startCentre(); ///< on the same port
    /// The same hour of the next day, here and at the centre, whose process is another one then.
    void sleepUntilTomorrow();
    /// The workstations' clock alone; the centre keeps its own.
    void turnOn(std::chrono::milliseconds by) { m_clock.turnOn(by); }
    [[nodiscard]] const Clock& clock() const { return m_clock; }

private:
    [[nodiscard]] std::string clockText() const;

    kit::TemporaryFolder m_folder;
    std::string m_address;
    std::string m_recoveryKey;
    std::unique_ptr<kit::CentralProcess> m_centre;
    unsigned short m_port = 0;
    HallClock m_clock;
};

/// Counts what the mouse does in a test of hands that stay on the keys. To be installed on the application.
class NoMouse final : public QObject {
public:
    int seen = 0;
    bool eventFilter(QObject* receiver, QEvent* event) override;
};

/// How a desk is set up.
struct DeskSetting {
    QString profile;
    QString url;
    bool keychain = true;
    std::shared_ptr<KeychainContents> secrets = std::make_shared<KeychainContents>();
};

/// One workstation with its real window, worked by keys only. Every key that does something is counted; typed values
/// are counted apart.
class CounterDesk {
public:
    CounterDesk(const DeskSetting& setting, const Clock& clock);
    ~CounterDesk();

    [[nodiscard]] ui::WorkstationWindow& ui() { return *m_window; }
    [[nodiscard]] ui::MainWindow& window() { return m_window->window(); }
    [[nodiscard]] Workplace& workplace() { return *m_workplace; }
    [[nodiscard]] kit::FakePrinter& printer() { return m_printer; }
    [[nodiscard]] ui::Screen screen() { return window().screen(); }

    /// From the first screen of a new machine to its sign-in. Throws what the screen says if it does not get there.
    void enrol(const QString& url, const QString& code);
    void signIn(const QString& person, const QString& password = QStringLiteral("yichuang-1"));
    /// As signIn, without waiting for it to succeed.
    void trySignIn(const QString& person, const QString& password = QStringLiteral("yichuang-1"));
    /// Locks, where somebody is signed in, and signs in; waits for her first screen.
    void switchTo(const QString& person);
    /// Takes a complete application in as the screens would, without typing; empty if it was not accepted.
    [[nodiscard]] StreamId accepted(const QString& letters, const QString& name);
    /// As the screens would; false if the law or the file refused it.
    bool perform(const CaseCommand& command);
    /// The page of that case; false if it did not come.
    [[nodiscard]] bool open(const StreamId& stream);
    /// The case that its page shows.
    [[nodiscard]] const std::optional<CaseView>& onPage() const;
    /// What asks for a reason now; nullptr if nothing does.
    [[nodiscard]] ui::ReasonPanel* panel();
    /// Tries until the centre is there and nothing waits for it any more.
    [[nodiscard]] bool everythingIsSent();
    /// Whether the newest draft of whoever is signed in stands first among the items.
    [[nodiscard]] bool firstIsADraft();
    /// At the items: takes it up again.
    void resumeNewestDraft();
    /// F2, the letters, Enter; waits for the page.
    void beginIntake(const QString& letters);

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Waits until another press is no double press any more: what a hand that has read the answer always does.
    void letDoublePressPass();
    /// Enter until the papers are out and the next screen is there.
    void printPapers();
    /// A value, character by character into what has the focus: Latin letters and digits by their keys and as slowly as
    /// a hand, everything else as an input method hands it over.
    void type(const QString& text);
    /// As a card reader does it: at once, ended by Enter (which the reader presses, not the clerk).
    void scan(const QString& code);
    void typeInto(QWidget* field, const QString& text); ///< replaces what stands there
    void paste(QWidget* field, const QString& text); ///< by Ctrl+V
    [[nodiscard]] QWidget* focus();
    [[nodiscard]] int keys() const { return m_keys; }
    void countFromHere() { m_keys = 0; }

    template <typename Widget = QWidget> [[nodiscard]] Widget* find(const char* name) {
        return window().findChild<Widget*>(QString::fromLatin1(name));
    }
    /// All words that somebody can read on the window now.
    [[nodiscard]] QString words();

private:
    std::unique_ptr<Workplace> m_workplace;
    kit::FakePrinter m_printer;
    std::unique_ptr<ui::WorkstationWindow> m_window;
    QElapsedTimer m_lastPress;
    int m_keys = 0;
};

/// The hall's window 3 with a person signed in, and numbers to give out.
[[nodiscard]] std::unique_ptr<CounterDesk> openCounter(
    const CounterHall& hall, const QString& person = QStringLiteral("liufei"));

} // namespace yichuang::test
