// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/sign_in_screen.h>

#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>
#include <yichuang/workflows/workplace.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace yichuang::ui {
namespace {

constexpr int cardWidth = 420;
constexpr std::chrono::milliseconds longWait {200};
constexpr int demonstrationWidth = 520;

} // namespace

SignInScreen::SignInScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_card(new Card)
    , m_hall(new Words({}, TextStyle::Title))
    , m_note(new Words({}, TextStyle::Text, Token::Muted))
    , m_signIn(new QWidget)
    , m_enrol(new QWidget)
    , m_name(new TextField(tr("Name or staff number")))
    , m_password(new TextField(tr("Password")))
    , m_url(new TextField(tr("Address of the centre")))
    , m_code(new TextField(tr("Enrolment code, from the administrator, for one use")))
    , m_recovery(new QWidget)
    , m_recoveryKey(new TextField(tr("The hall's recovery key, from the administrator's paper")))
    , m_recoverOffer(new ActionButton(registry.action(QStringLiteral("session.recover"))))
    , m_error(new Words({}, TextStyle::Text, Token::Red))
    , m_people(new Words(tr("Last here"), TextStyle::Hint, Token::Muted))
    , m_last(new QListWidget)
    , m_demonstration(new Card(tr("Demonstration hall: who may sign in")))
    , m_demonstrationPeople(new QTreeWidget)
    , m_go(new QPushButton)
    , m_confirmDate(new QPushButton) {
    auto* outer = new QHBoxLayout(this);
    outer->addStretch();
    auto* column = new QVBoxLayout;
    column->addStretch();
    column->addWidget(m_card);
    column->addStretch();
    outer->addLayout(column);
    auto* beside = new QVBoxLayout;
    beside->setContentsMargins(0, Theme::spaceLarge, 0, Theme::spaceLarge);
    beside->addWidget(m_demonstration);
    outer->addSpacing(Theme::spaceLarge);
    outer->addLayout(beside);
    outer->addStretch();
    m_card->setFixedWidth(currentTheme().column(cardWidth));

    auto* body = m_card->body();
    m_hall->setWordWrap(true);
    m_note->setWordWrap(true);
    body->addWidget(m_hall);
    body->addWidget(m_note);
    auto* signIn = new QVBoxLayout(m_signIn);
    signIn->setContentsMargins(0, 0, 0, 0);
    signIn->addWidget(m_people);
    m_last->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_last->setAccessibleName(tr("Last here"));
    signIn->addWidget(m_last);
    signIn->addWidget(m_name);
    m_password->line()->setEchoMode(QLineEdit::Password);
    m_name->setObjectName(QStringLiteral("signIn.name"));
    m_password->setObjectName(QStringLiteral("signIn.password"));
    signIn->addWidget(m_password);
    body->addWidget(m_signIn);
    auto* enrolment = new QVBoxLayout(m_enrol);
    enrolment->setContentsMargins(0, 0, 0, 0);
    m_url->setPlaceholder(QStringLiteral("https://"));
    m_url->setObjectName(QStringLiteral("enrol.url"));
    m_code->setObjectName(QStringLiteral("enrol.code"));
    enrolment->addWidget(m_url);
    enrolment->addWidget(m_code);
    body->addWidget(m_enrol);
    auto* recovery = new QVBoxLayout(m_recovery);
    recovery->setContentsMargins(0, 0, 0, 0);
    m_recoveryKey->setObjectName(QStringLiteral("recovery.key"));
    recovery->addWidget(m_recoveryKey);
    auto* back = new Words(tr("Esc goes back to name and password."), TextStyle::Hint, Token::Muted);
    recovery->addWidget(back);
    m_recovery->hide();
    body->addWidget(m_recovery);
    m_error->setWordWrap(true);
    m_error->hide();
    body->addWidget(m_error);
    body->addWidget(m_confirmDate);
    m_confirmDate->hide();
    m_go->setProperty("weight", QStringLiteral("main"));
    m_go->setObjectName(QStringLiteral("signIn.go"));
    body->addWidget(m_go);
    m_recoverOffer->hide();
    body->addWidget(m_recoverOffer, 0, Qt::AlignLeft);
    m_demonstrationPeople->setAccessibleName(tr("Demonstration hall: who may sign in"));
    m_demonstrationPeople->setColumnCount(3);
    m_demonstrationPeople->setHeaderHidden(true);
    m_demonstrationPeople->setRootIsDecorated(false);
    m_demonstrationPeople->setUniformRowHeights(true);
    m_demonstrationPeople->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_demonstrationPeople->header()->setStretchLastSection(false);
    m_demonstrationPeople->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_demonstrationPeople->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    auto* how
        = new Words(tr("Choose somebody and press Enter: name and password are filled in. At one window one after "
                       "the other may work: Ctrl+L locks it for the next."),
            TextStyle::Hint, Token::Muted);
    how->setWordWrap(true);
    m_demonstration->body()->addWidget(how);
    m_demonstration->body()->addWidget(m_demonstrationPeople, 1);
    m_demonstration->setFixedWidth(currentTheme().column(demonstrationWidth));
    connect(m_demonstrationPeople, &QTreeWidget::itemClicked, this, [this] { enter(); });
    m_demonstration->hide();

    for (QWidget* editor : {m_name->editor(), m_password->editor(), m_url->editor(), m_code->editor(),
             m_recoveryKey->editor(), static_cast<QWidget*>(m_go)})
        editor->installEventFilter(this);
    connect(m_go, &QPushButton::clicked, this, &SignInScreen::submit);
    connect(m_last, &QListWidget::itemClicked, this, [this] { enter(); });
    connect(m_confirmDate, &QPushButton::clicked, this, [this] {
        m_workplace.session().confirmDate();
        m_confirmDate->hide();
        m_error->hide();
        m_name->line()->setFocus();
    });
    registry.action(QStringLiteral("session.signIn")).bind(this, [this] { enter(); });
    registry.action(QStringLiteral("session.recover")).bind(this, [this] {
        if (m_recoverOffer->isVisible() || m_recovery->isVisible()) {
            askForRecoveryKey(m_recovery->isHidden());
        } else if (m_started && m_report.state == StartState::NeedsSignIn) {
            m_error->setText(sentenceFor(Error {"recovery.not_needed", {}, {}}));
            m_error->show();
        }
    });
}

void SignInScreen::start() {
    if (!m_started) {
        // Nothing to be asked for is known yet. What takes long is the desktop's keychain, which may have a question of
        // its own.
        for (QWidget* part : {m_signIn, m_enrol, static_cast<QWidget*>(m_go)})
            part->hide();
        m_hall->setText(tr("Yichuang"));
        m_note->setText({});
        QTimer::singleShot(longWait, this, [this] {
            if (m_started)
                return;
            m_note->show();
            m_note->setText(
                tr("Waiting for this machine's keychain. If it asks for its password in a window of its own, "
                   "please answer there."));
        });
    }
    m_note->setVisible(!m_note->text().isEmpty());
    m_workplace.session().start().then(this, [this](const Result<StartReport>& report) {
        if (report) {
            show(*report);
            return;
        }
        m_started = true;
        m_error->setText(sentenceFor(report.error()));
        m_error->show();
    });
}

void SignInScreen::show(const StartReport& report) {
    m_report = report;
    m_started = true;
    m_go->show();
    const bool enrolling = report.state == StartState::NeedsEnrolment;
    m_enrol->setVisible(enrolling);
    m_signIn->setVisible(!enrolling);
    m_recovery->hide();
    m_recoverOffer->setVisible(report.state == StartState::NeedsFirstSignIn);
    m_hall->setText(report.hallName.isEmpty() ? tr("Yichuang") : report.hallName);
    if (enrolling && !report.enrolCode.isEmpty())
        m_note->setText(tr("This machine is new here. Its code has been made already: press Enter."));
    else if (enrolling && report.keyLost)
        m_note->setText(
            tr("This machine was enrolled before, but nobody signed in and no keychain kept its key. Please enrol "
               "it anew: the administrator makes a code for its window."));
    else if (enrolling)
        m_note->setText(tr(
            "This machine is new here. The administrator makes a code for its window, good for one use within a day."));
    else if (report.state == StartState::NeedsFirstSignIn)
        m_note->setText(tr("No keychain answers on this machine: what waits goes up after the first sign-in."));
    else
        m_note->setText(report.windowName);
    m_note->setVisible(!m_note->text().isEmpty());
    m_last->clear();
    for (const LastPerson& person : report.people) {
        QString words = person.name;
        if (person.offlinePossible)
            words += tr("  (offline until %1)").arg(person.offlineUntil.toString(QStringLiteral("MM-dd HH:mm")));
        m_last->addItem(words);
    }
    m_last->setFixedHeight(std::max(1, m_last->sizeHintForRow(0)) * static_cast<int>(report.people.size())
        + 2 * m_last->frameWidth() + Theme::spaceTiny);
    m_last->setVisible(!report.people.isEmpty());
    m_people->setVisible(!report.people.isEmpty());
    showDemonstration(enrolling ? QList<DemonstrationPerson> {} : report.demonstration);
    m_go->setText(enrolling ? tr("Enrol  Enter") : tr("Sign in  Enter"));
    m_confirmDate->setVisible(report.clockMoved);
    if (report.clockMoved) {
        m_confirmDate->setText(tr("Today is %1: that is right").arg(dateInForm(m_workplace.today())));
        m_error->setText(
            tr("The clock of this machine has moved. Please compare the date with the calendar on the wall."));
        m_error->show();
    }
    if (!report.people.isEmpty() && m_name->value().isEmpty())
        m_name->setValue(report.people.front().name);
    if (enrolling) {
        if (m_url->value().isEmpty())
            m_url->setValue(report.centreUrl);
        if (m_code->value().isEmpty())
            m_code->setValue(report.enrolCode);
        QLineEdit* next = m_url->value().isEmpty() ? m_url->line() : m_code->line();
        next->setFocus();
    } else if (!m_name->value().isEmpty()) {
        m_password->line()->setFocus();
    } else if (!report.demonstration.isEmpty()) {
        m_demonstrationPeople->setCurrentItem(m_demonstrationPeople->topLevelItem(0));
        m_demonstrationPeople->setFocus();
    } else {
        m_name->line()->setFocus();
    }
}

void SignInScreen::showDemonstration(const QList<DemonstrationPerson>& people) {
    m_demonstration->setVisible(!people.isEmpty());
    m_demonstrationPeople->clear();
    for (const DemonstrationPerson& person : people) {
        QStringList roles;
        for (const Role role : person.roles)
            roles.push_back(nameOf(role));
        const QString department = inLanguage(person.department, person.departmentEn);
        auto* row = new QTreeWidgetItem(m_demonstrationPeople,
            {person.name, QStringLiteral("%1 · %2").arg(roles.join(tr(", ")), department), person.password});
        row->setForeground(2, currentTheme().color(Token::Muted));
        QFont bold = m_demonstrationPeople->font();
        bold.setWeight(QFont::DemiBold);
        row->setFont(0, bold);
    }
}

void SignInScreen::become(const DemonstrationPerson& person) {
    m_name->setValue(person.name);
    m_password->setValue(person.password);
    m_error->hide();
    m_go->setFocus();
}

void SignInScreen::lockedFor(const QString& name) {
    m_name->setValue(name);
    m_password->setValue({});
    // Until the file has answered nothing is to be typed into: the answer would move the focus in the middle of it.
    m_started = false;
    start();
}

void SignInScreen::enter() {
    const int last = m_last->currentRow();
    const int invented = m_demonstrationPeople->indexOfTopLevelItem(m_demonstrationPeople->currentItem());
    const QWidget* on = window()->focusWidget();
    if (on == m_last && last >= 0 && last < m_report.people.size()) {
        m_name->setValue(m_report.people.at(last).name);
        m_password->line()->setFocus();
    } else if (on == m_demonstrationPeople && invented >= 0 && invented < m_report.demonstration.size()) {
        become(m_report.demonstration.at(invented));
    } else {
        submit();
    }
}

void SignInScreen::submit() {
    if (m_busy)
        return;
    if (m_report.state == StartState::NeedsEnrolment)
        enrol();
    else if (m_recovery->isVisible())
        recover();
    else
        signIn();
}

void SignInScreen::signIn() {
    if (m_name->value().trimmed().isEmpty()) {
        m_name->setError(tr("Please write your name."));
        m_name->line()->setFocus();
        return;
    }
    if (m_password->line()->text().isEmpty()) {
        m_password->setError(tr("Please write your password."));
        m_password->line()->setFocus();
        return;
    }
    m_busy = true;
    m_error->hide();
    m_go->setEnabled(false);
    m_workplace.session()
        .signIn(m_name->value().trimmed(), m_password->line()->text())
        .then(this, [this](const Result<SignedIn>& person) {
            m_busy = false;
            m_go->setEnabled(true);
            m_password->setValue({});
            if (person)
                return;
            m_error->setText(sentenceFor(person.error()));
            m_error->show();
            m_password->line()->setFocus();
        });
}

void SignInScreen::enrol() {
    if (m_code->value().trimmed().isEmpty()) {
        m_code->setError(tr("Please write the code that the administrator made for this window."));
        m_code->line()->setFocus();
        return;
    }
    m_busy = true;
    m_error->hide();
    m_go->setEnabled(false);
    m_workplace.session()
        .enrol(m_url->value().trimmed(), m_code->value().trimmed())
        .then(this, [this](const Result<void>& done) {
            m_busy = false;
            m_go->setEnabled(true);
            if (done) {
                start();
                return;
            }
            m_error->setText(sentenceFor(done.error()));
            m_error->show();
        });
}

void SignInScreen::askForRecoveryKey(bool ask) {
    m_error->hide();
    m_recoveryKey->setValue({});
    m_recovery->setVisible(ask);
    m_signIn->setVisible(!ask);
    m_recoverOffer->setVisible(!ask);
    m_go->setText(ask ? tr("Open the file  Enter") : tr("Sign in  Enter"));
    (ask ? m_recoveryKey : m_name->value().isEmpty() ? m_name : m_password)->line()->setFocus();
}

void SignInScreen::recover() {
    if (m_recoveryKey->value().trimmed().isEmpty()) {
        m_recoveryKey->setError(tr("Please write the recovery key."));
        return;
    }
    m_busy = true;
    m_error->hide();
    m_go->setEnabled(false);
    m_workplace.session().recover(m_recoveryKey->value().trimmed()).then(this, [this](const Result<void>& opened) {
        m_busy = false;
        m_go->setEnabled(true);
        if (!opened) {
            // What was typed stays: 64 digits are compared, not written again.
            m_error->setText(sentenceFor(opened.error()));
            m_error->show();
            m_recoveryKey->line()->setFocus();
            return;
        }
        askForRecoveryKey(false);
        start();
    });
}

bool SignInScreen::eventFilter(QObject* receiver, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !key->isAutoRepeat() && key->modifiers() == Qt::NoModifier) {
            if (receiver == m_name->editor())
                m_password->line()->setFocus();
            else if (receiver == m_url->editor())
                m_code->line()->setFocus();
            else
                submit();
            return true;
        }
        if (key->key() == Qt::Key_Escape && receiver == m_recoveryKey->editor()) {
            askForRecoveryKey(false);
            return true;
        }
        if (key->key() == Qt::Key_Down && receiver == m_name->editor()) {
            if (QWidget* list = m_last->isVisible() ? static_cast<QWidget*>(m_last) : m_demonstrationPeople;
                list->isVisible())
                list->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(receiver, event);
}

} // namespace yichuang::ui
