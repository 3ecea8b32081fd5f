// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/reason_panel.h>

#include <yichuang/domain/identifiers.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/key_router.h>

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace yichuang::ui {

ReasonPanel::ReasonPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new Words({}, TextStyle::Head))
    , m_fields(new QVBoxLayout)
    , m_go(new QPushButton)
    , m_cancel(new QPushButton(tr("Back  Esc")))
    , m_error(new Words({}, TextStyle::Text, Token::Red)) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card;
    card->setSnug();
    outer->addWidget(card);
    card->body()->addWidget(m_title);
    card->body()->addLayout(m_fields);
    m_error->setWordWrap(true);
    card->body()->addWidget(m_error);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_go);
    card->body()->addLayout(row);
    m_go->setObjectName(QStringLiteral("reason.go"));
    m_go->setProperty("weight", QStringLiteral("main"));
    setProperty(asksProperty, true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_go, &QPushButton::clicked, this, &ReasonPanel::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ReasonPanel::setAside);
    // Enter goes from field to field, and behind the last one to the button: what can't be taken back takes one Enter
    // more.
    auto* walker = new FieldWalker(this);
    connect(walker, &FieldWalker::walkedPastEnd, this, [this] { m_go->setFocus(); });
    hide();
}

void ReasonPanel::ask(const Question& question, Then then) {
    // Asked once more, or something else: what was typed stays with its question.
    const bool wasOpen = isOpen();
    if (wasOpen)
        m_kept[m_question.title] = answer();
    m_sent = false;
    m_question = question;
    m_then = std::move(then);
    if (!wasOpen)
        m_before = QApplication::focusWidget();
    while (QLayoutItem* item = m_fields->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_ground = nullptr;
    m_number = nullptr;
    m_line = nullptr;
    m_otherNumber = nullptr;
    m_reason = nullptr;
    m_title->setText(question.title);
    m_go->setText(question.go + QStringLiteral("  Ctrl+Enter"));
    m_error->hide();
    QWidget* first = nullptr;
    const auto add = [this, &first](Field* field, const char* name) {
        field->setObjectName(QLatin1String(name));
        m_fields->addWidget(field);
        if (!first)
            first = field->editor();
    };
    if (!question.groundLabel.isEmpty()) {
        std::vector<ChoiceField::Choice> choices;
        choices.reserve(question.grounds.size());
        for (const Ground& ground : question.grounds)
            choices.push_back({ground.key, ground.words});
        m_ground = new ChoiceField(question.groundLabel, std::move(choices));
        m_ground->setValue(question.grounds.size() == 1 ? question.grounds.front().key : question.ground);
        add(m_ground, "reason.ground");
    }
    if (!question.numberLabel.isEmpty()) {
        m_number = new TextField(question.numberLabel, nullptr, 4);
        m_number->setValue(question.number > 0 ? QString::number(question.number) : QString {});
        add(m_number, "reason.number");
    }
    if (!question.lineLabel.isEmpty()) {
        m_line = new TextField(question.lineLabel);
        m_line->setValue(question.line);
        add(m_line, "reason.line");
    }
    if (!question.otherLabel.isEmpty()) {
        m_otherNumber
            = new IdentifierField(question.otherLabel, personNumberKinds(), [today = question.today] { return today; });
        add(m_otherNumber, "reason.other_number");
        connect(m_ground, &Field::edited, this, &ReasonPanel::groundChosen);
    }
    if (!question.reasonLabel.isEmpty()) {
        m_reason = new LongTextField(question.reasonLabel);
        m_reason->setValue(question.reason);
        m_reason->text()->setFixedHeight(currentTheme().px(72));
        add(m_reason, "reason.text");
    }
    if (const auto kept = m_kept.find(question.title); kept != m_kept.end())
        restore(kept->second);
    if (m_otherNumber)
        m_otherNumber->setVisible(namesOther());
    show();
    Q_EMIT opened();
    if (first)
        first->setFocus();
    else
        m_go->setFocus();
}

void ReasonPanel::close() {
    if (!isOpen())
        return;
    m_sent = false;
    m_kept.erase(m_question.title);
    hide();
    m_then = {};
    if (m_before)
        m_before->setFocus();
    Q_EMIT closed();
}

void ReasonPanel::setAside() {
    if (!isOpen())
        return;
    const Answer typed = answer();
    const QString title = m_question.title;
    close();
    m_kept[title] = typed;
}

void ReasonPanel::forget() {
    close();
    m_kept.clear();
}

ReasonPanel::Answer ReasonPanel::answer() const {
    Answer typed;
    if (m_ground)
        typed.ground = m_ground->value();
    if (m_number)
        typed.number = m_number->value().trimmed().normalized(QString::NormalizationForm_KC).toInt();
    if (m_line)
        typed.line = m_line->value().trimmed();
    if (namesOther())
        typed.otherNumber = m_otherNumber->value();
    if (m_reason)
        typed.reason = m_reason->value().trimmed();
    return typed;
}

void ReasonPanel::restore(const Answer& typed) {
    if (m_ground)
        m_ground->setValue(typed.ground);
    if (m_number && typed.number > 0)
        m_number->setValue(QString::number(typed.number));
    if (m_line)
        m_line->setValue(typed.line);
    if (m_otherNumber)
        m_otherNumber->setValue(typed.otherNumber);
    if (m_reason)
        m_reason->setValue(typed.reason);
}

bool ReasonPanel::namesOther() const {
    return m_otherNumber && m_ground->value() == m_question.other;
}

/// The name that was put there is not the one of somebody else, and the other way round.
void ReasonPanel::groundChosen() {
    const bool other = namesOther();
    if (other && m_line->value().trimmed() == m_question.line)
        m_line->setValue({});
    else if (!other && m_line->value().trimmed().isEmpty())
        m_line->setValue(m_question.line);
    m_otherNumber->setVisible(other);
}

bool ReasonPanel::isOpen() const {
    return !isHidden();
}

void ReasonPanel::setError(const QString& sentence) {
    m_sent = false;
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

void ReasonPanel::submit() {
    if (!isOpen() || m_sent)
        return;
    const Answer typed = answer();
    const auto ask = [](Field* field, const QString& sentence) {
        field->setError(sentence);
        field->editor()->setFocus();
    };
    if (m_ground && typed.ground.isEmpty()) {
        ask(m_ground, tr("Please choose."));
    } else if (m_number && typed.number < 1) {
        ask(m_number, tr("Please write a whole number of days, 1 or more."));
    } else if (namesOther() && typed.line.isEmpty()) {
        ask(m_line, tr("Please write the name of the person who stands here."));
    } else if (namesOther() && typed.otherNumber.isEmpty()) {
        ask(m_otherNumber, tr("Please write the number of the document that this person shows."));
    } else if (namesOther() && !m_otherNumber->fault().isEmpty()) {
        ask(m_otherNumber, m_otherNumber->fault());
    } else if (m_reason && typed.reason.isEmpty()
        && (m_question.reasonRequired
            || (!m_question.reasonRequiredFor.isEmpty() && typed.ground == m_question.reasonRequiredFor))) {
        ask(m_reason, tr("Please write the reason: it goes into the file and onto the paper."));
    } else if (m_then) {
        m_sent = true;
        m_then(typed);
    }
}

} // namespace yichuang::ui
