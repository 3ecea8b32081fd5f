// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter_desk.h"

#include <form_filling.h>

#include <yichuang/ui/fields.h>
#include <yichuang/ui/fit.h>
#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/sign_in_screen.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QInputMethodEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimeZone>

#include <stdexcept>

namespace yichuang::test {
namespace {

constexpr int hallOffsetSeconds = 8 * 3600;

QString textOf(QWidget* editor) {
    if (const auto* line = qobject_cast<QLineEdit*>(editor))
        return line->text();
    if (const auto* text = qobject_cast<QPlainTextEdit*>(editor))
        return text->toPlainText();
    return {};
}

void need(bool holds, const char* what, CounterDesk& desk) {
    if (holds)
        return;
    qWarning("%s; the window says: %s", what, qPrintable(desk.words()));
    throw std::runtime_error(what);
}

} // namespace

bool comesTrue(const std::function<bool()>& holds, int milliseconds) {
    return QTest::qWaitFor(holds, milliseconds);
}

std::int64_t mondayMorning() {
    return toMilliseconds(startOfDayInShanghai(std::chrono::year {2018} / 11 / 19) + std::chrono::hours {9});
}

bool NoMouse::eventFilter(QObject* receiver, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease)
        ++seen;
    return QObject::eventFilter(receiver, event);
}

CounterHall::CounterHall(const std::vector<std::string>& people)
    : m_address("sqlite:" + (m_folder.path() / "centre.sqlite").string())
    , m_clock(fromMilliseconds(mondayMorning())) {
    m_recoveryKey = kit::setUpHall(m_address, people, "2018-11-19T08:00:00+08:00");
    startCentre();
}

std::string CounterHall::clockText() const {
    // The centre takes whole seconds and its clock never goes back.
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(
        (toMilliseconds(m_clock.now()) + 999) / 1000 * 1000, QTimeZone {hallOffsetSeconds});
    return at.toString(Qt::ISODate).toStdString();
}

void CounterHall::startCentre() {
    if (m_centre)
        return;
    m_centre = std::make_unique<kit::CentralProcess>(
        m_address, std::vector<std::string> {"--clock", clockText()}, m_folder.path() / "centre.log", m_port);
    m_port = m_centre->port();
}

void CounterHall::stopCentre() {
    m_centre.reset();
}

void CounterHall::command(std::vector<std::string> arguments, const std::string& input) const {
    // What is published after an act was written counts as not seen by it: the command runs by the hall's clock.
    arguments.insert(arguments.end(), {"--database", m_address, "--clock", clockText()});
    const kit::ProgramRun run = kit::runCentral(arguments, input);
    if (run.status != 0) {
        qWarning("%s%s", run.out.c_str(), run.err.c_str());
        throw std::runtime_error(run.err);
    }
}

void CounterHall::setPassword(const std::string& person, const std::string& password) const {
    command({"user", "password", person}, password + "\n");
}

void CounterHall::sleepUntilTomorrow() {
    stopCentre();
    m_clock.turnOn(std::chrono::hours {24});
    startCentre();
}

QString CounterHall::url() const {
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

QString CounterHall::folder() const {
    return QString::fromStdString(m_folder.path().string());
}

QString CounterHall::enrolCode(const std::string& window) const {
    return QString::fromStdString(kit::enrolCode(m_address, window));
}

CounterDesk::CounterDesk(const DeskSetting& setting, const Clock& clock) {
    WorkplaceSettings settings;
    settings.profile = setting.profile;
    settings.centreUrl = setting.url;
    settings.quickPasswords = true;
    if (!setting.keychain)
        setting.secrets->state = KeychainState::None;
    m_workplace = std::make_unique<Workplace>(settings, clock, std::make_unique<FakeKeychain>(setting.secrets));
    m_window = std::make_unique<ui::WorkstationWindow>(*m_workplace, m_printer);
    window().resize(1366, 768);
    m_window->show();
    window().activateWindow();
    need(QTest::qWaitForWindowActive(&window()), "the window never became active", *this);
}

CounterDesk::~CounterDesk() {
    // What the screens have asked for is answered before they go: a debug build of Qt 6.4 asserts that whoever asked is
    // still there. The file answers in the order in which it was asked; what is asked for meanwhile is waited for too.
    for (int round = 0; round < 5; ++round) {
        const auto last = m_workplace->casework().counts();
        (void)comesTrue([&last] { return last.isFinished(); });
        QCoreApplication::processEvents();
    }
}

void CounterDesk::enrol(const QString& url, const QString& code) {
    auto* screen = m_window->signInScreen();
    auto* codeField = screen->findChild<ui::TextField*>(QStringLiteral("enrol.code"));
    need(comesTrue([&] { return codeField->isVisible(); }), "a new machine is not asked for its code", *this);
    typeInto(screen->findChild<ui::TextField*>(QStringLiteral("enrol.url"))->line(), url);
    typeInto(codeField->line(), code);
    press(Qt::Key_Return);
    need(comesTrue([&] { return screen->name()->isVisible(); }), "the machine was not enrolled", *this);
}

void CounterDesk::trySignIn(const QString& person, const QString& password) {
    auto* screen = m_window->signInScreen();
    need(comesTrue([&] { return screen->name()->isVisible(); }), "nobody is asked for a name", *this);
    typeInto(screen->name()->line(), person);
    press(Qt::Key_Return);
    typeInto(screen->password()->line(), password);
    press(Qt::Key_Return);
}

void CounterDesk::signIn(const QString& person, const QString& password) {
    trySignIn(person, password);
    need(comesTrue([&] { return m_workplace->session().current().has_value(); }), "nobody was signed in", *this);
}

void CounterDesk::switchTo(const QString& person) {
    if (screen() != ui::Screen::SignIn)
        press(Qt::Key_L, Qt::ControlModifier);
    need(screen() == ui::Screen::SignIn, "the counter was not locked", *this);
    signIn(person);
    need(comesTrue([&] { return screen() != ui::Screen::SignIn; }), "nothing followed the sign-in", *this);
}

StreamId CounterDesk::accepted(const QString& letters, const QString& name) {
    const auto found = m_workplace->intakes().find(letters);
    if (found.isEmpty())
        return {};
    const std::shared_ptr<Intake> intake = m_workplace->intakes().begin(found.front().item->id);
    Applicant applicant;
    applicant.self = Party {
        name, QStringLiteral("resident_id"), QStringLiteral("430400198503120011"), QStringLiteral("13900000000"), {}};
    applicant.identityChecked = true;
    intake->setApplicant(applicant);
    intake->setValues(filledForm(intake->form(), m_workplace->today()));
    const QList<MaterialRow> rows = intake->materials();
    for (const MaterialRow& row : rows)
        intake->setMaterial(row.material.seq, MaterialState::Here, {});
    const auto done = answerOf(intake->conclude(Conclusion::Accept, {}, {}));
    return done ? done->stream : StreamId {};
}

bool CounterDesk::perform(const CaseCommand& command) {
    return answerOf(m_workplace->casework().perform(command)).has_value();
}

bool CounterDesk::open(const StreamId& stream) {
    ui().openCase(stream);
    return comesTrue([&] { return onPage() && onPage()->row.stream == stream; });
}

const std::optional<CaseView>& CounterDesk::onPage() const {
    return m_window->caseScreen()->actions().current();
}

ui::ReasonPanel* CounterDesk::panel() {
    for (auto* each : window().findChildren<ui::ReasonPanel*>()) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

bool CounterDesk::everythingIsSent() {
    return comesTrue([&] {
        const SyncStatus& status = m_workplace->sync().status();
        if (status.connection == Connection::Online && status.waiting == 0) {
            // The status follows the file; what was written a moment ago is asked for there.
            const auto waiting = answerOf(m_workplace->sync().waiting());
            if (waiting && waiting->isEmpty())
                return true;
        }
        m_workplace->sync().tryNow();
        return false;
    });
}

bool CounterDesk::firstIsADraft() {
    constexpr int secondLine = Qt::UserRole + 1;
    const auto* rows = ui().findItemScreen()->findChild<QListWidget*>();
    return rows->count() > 0 && rows->item(0)->data(secondLine).toString().startsWith(QStringLiteral("Draft"));
}

void CounterDesk::resumeNewestDraft() {
    need(comesTrue([&] { return firstIsADraft(); }), "no draft stands first among the items", *this);
    press(Qt::Key_Return);
    need(comesTrue([&] { return screen() == ui::Screen::Intake; }), "the draft was not taken up", *this);
}

void CounterDesk::beginIntake(const QString& letters) {
    press(Qt::Key_F2);
    need(screen() == ui::Screen::FindItem, "F2 does not lead to the items", *this);
    type(letters);
    press(Qt::Key_Return);
    need(comesTrue([&] { return screen() == ui::Screen::Intake; }), "no intake was begun", *this);
}

QWidget* CounterDesk::focus() {
    QWidget* focused = QApplication::focusWidget();
    if (!focused || focused->window() != &window())
        focused = window().focusWidget();
    return focused ? focused : &window();
}

void CounterDesk::press(int key, Qt::KeyboardModifiers modifiers) {
    ++m_keys;
    QTest::keyClick(focus(), static_cast<Qt::Key>(key), modifiers);
    m_lastPress.start();
}

void CounterDesk::letDoublePressPass() {
    need(comesTrue([&] {
        return !m_lastPress.isValid() || m_lastPress.elapsed() > ui::ActionRegistry::doublePressMilliseconds;
    }),
        "time stands still", *this);
}

void CounterDesk::printPapers() {
    need(comesTrue([&] {
        if (screen() != ui::Screen::Papers)
            return true;
        press(Qt::Key_Return);
        return false;
    }),
        "the papers were not printed", *this);
}

void CounterDesk::type(const QString& text) {
    QStringList characters;
    for (const char32_t character : text.toUcs4())
        characters.push_back(QString::fromUcs4(&character, 1));
    for (const QString& character : characters) {
        QWidget* to = focus();
        const char16_t unit = character.front().unicode();
        if (unit >= 0x20 && unit < 0x7F) {
            const QString before = textOf(to);
            QTest::keyClick(to, character.front().toLatin1());
            // A scanner's burst is told from a hand by its pace: the next key comes when this one has arrived.
            need(comesTrue([&] { return textOf(to) != before || focus() != to; }), "a key did not arrive", *this);
        } else {
            QInputMethodEvent handed;
            handed.setCommitString(character);
            QApplication::sendEvent(to, &handed);
        }
    }
}

void CounterDesk::scan(const QString& code) {
    QWidget* to = focus();
    for (const QChar each : code)
        QTest::keyClick(to, each.toLatin1());
    QTest::keyClick(to, Qt::Key_Return);
}

void CounterDesk::typeInto(QWidget* field, const QString& text) {
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    type(text);
}

void CounterDesk::paste(QWidget* field, const QString& text) {
    QApplication::clipboard()->setText(text);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
}

QString CounterDesk::words() {
    return ui::shownTexts(window()).join(QStringLiteral(" | "));
}

std::unique_ptr<CounterDesk> openCounter(const CounterHall& hall, const QString& person) {
    auto desk = std::make_unique<CounterDesk>(
        DeskSetting {hall.folder() + QStringLiteral("/counter"), hall.url()}, hall.clock());
    desk->enrol(hall.url(), hall.enrolCode("w3"));
    desk->signIn(person);
    need(comesTrue([&] { return desk->workplace().sync().status().numbersLeft > 0; }), "no numbers came", *desk);
    return desk;
}

} // namespace yichuang::test
