#include <yichuang/ui/screens/sign_in_screen.h>

#include <yichuang/ui/cards.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/workflows/workplace.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace yichuang::ui {
namespace {

constexpr int cardWidth = 420;

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
    , m_error(new Words({}, TextStyle::Text, Token::Red))
    , m_people(new Words(tr("Last here"), TextStyle::Hint, Token::Muted))
    , m_last(new QListWidget)
    , m_demonstration(new Card(tr("Demonstration hall: who may sign in")))
    , m_demonstrationWords(new Words({}))
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
    beside->addStretch();
    beside->addWidget(m_demonstration);
    beside->addStretch();
    outer->addSpacing(Theme::spaceLarge);
    outer->addLayout(beside);
    outer->addStretch();
    m_card->setFixedWidth(currentTheme().px(cardWidth));

    auto* body = m_card->body();
    m_hall->setWordWrap(true);
    m_note->setWordWrap(true);
    body->addWidget(m_hall);
    body->addWidget(m_note);
    auto* signIn = new QVBoxLayout(m_signIn);
    signIn->setContentsMargins(0, 0, 0, 0);
    signIn->addWidget(m_people);
    m_last->setMaximumHeight(currentTheme().px(150));
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
    m_error->setWordWrap(true);
    m_error->hide();
    body->addWidget(m_error);
    body->addWidget(m_confirmDate);
    m_confirmDate->hide();
    m_go->setProperty("weight", QStringLiteral("main"));
    m_go->setObjectName(QStringLiteral("signIn.go"));
    body->addWidget(m_go);
    m_demonstrationWords->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_demonstration->body()->addWidget(m_demonstrationWords);
    m_demonstration->hide();

    for (QWidget* editor : {m_name->editor(), m_password->editor(), m_url->editor(), m_code->editor()})
        editor->installEventFilter(this);
    connect(m_go, &QPushButton::clicked, this, &SignInScreen::submit);
    connect(m_last, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        m_name->setValue(item->text().section(QStringLiteral("  "), 0, 0));
        m_password->line()->setFocus();
    });
    connect(m_confirmDate, &QPushButton::clicked, this, [this] {
        m_workplace.session().confirmDate();
        m_confirmDate->hide();
        m_error->hide();
        m_name->line()->setFocus();
    });
    registry.action(QStringLiteral("session.signIn")).bind(this, [this] { submit(); });
}

void SignInScreen::start() {
    m_workplace.session().start().then(this, [this](const Result<StartReport>& report) {
        if (report) {
            show(*report);
            return;
        }
        m_error->setText(sentenceFor(report.error()));
        m_error->show();
    });
}

void SignInScreen::show(const StartReport& report) {
    m_report = report;
    const bool enrolling = report.state == StartState::NeedsEnrolment;
    m_enrol->setVisible(enrolling);
    m_signIn->setVisible(!enrolling);
    m_hall->setText(report.hallName.isEmpty() ? tr("Yichuang") : report.hallName);
    if (enrolling)
        m_note->setText(tr(
            "This machine is new here. The administrator makes a code for its window, good for one use within a day."));
    else if (report.state == StartState::NeedsFirstSignIn)
        m_note->setText(tr("%1. No keychain answers on this machine: what waits goes up after the first sign-in.")
                .arg(report.windowName));
    else
        m_note->setText(report.windowName);
    m_last->clear();
    for (const LastPerson& person : report.people) {
        QString words = person.name;
        if (person.offlinePossible)
            words += tr("  (offline until %1)").arg(person.offlineUntil.toString(QStringLiteral("MM-dd HH:mm")));
        m_last->addItem(words);
    }
    m_last->setVisible(!report.people.isEmpty());
    m_people->setVisible(!report.people.isEmpty());
    m_demonstration->setVisible(!report.demonstration.isEmpty());
    m_demonstrationWords->setText(report.demonstration.join(QLatin1Char('\n')));
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
    if (enrolling)
        m_url->line()->setFocus();
    else if (m_name->value().isEmpty())
        m_name->line()->setFocus();
    else
        m_password->line()->setFocus();
}

void SignInScreen::lockedFor(const QString& name) {
    m_name->setValue(name);
    m_password->setValue({});
    start();
}

void SignInScreen::submit() {
    if (m_busy)
        return;
    if (m_report.state == StartState::NeedsEnrolment)
        enrol();
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
    }
    return QWidget::eventFilter(receiver, event);
}

} // namespace yichuang::ui
