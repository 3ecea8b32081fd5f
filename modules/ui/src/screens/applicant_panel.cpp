// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/applicant_panel.h>

#include <yichuang/domain/guardianship.h>
#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/fields.h>
#include <yichuang/ui/key_router.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/sentences.h>

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace yichuang::ui {
namespace {

std::vector<ChoiceField::Choice> relations() {
    std::vector<ChoiceField::Choice> choices;
    for (const char* relation : {"parent", "grandparent", "sibling", "other"})
        choices.push_back({QLatin1String(relation), nameOfRelation(QLatin1String(relation))});
    return choices;
}

QString kindText(const IdentifierField& field, IdentifierKind otherwise) {
    return text(toText(field.kind().value_or(otherwise)));
}

} // namespace

ApplicantPanel::ApplicantPanel(Today today, QWidget* parent)
    : QWidget(parent)
    , m_today(std::move(today))
    , m_card(new Card(tr("Applicant")))
    , m_self(new Chip(tr("In person")))
    , m_agent(new Chip(tr("By agent")))
    , m_organisation(new Chip(tr("Organisation")))
    , m_id(new IdentifierField(tr("Identity number"), personNumberKinds(), m_today))
    , m_code(new ComparedCodeField(tr("Unified social credit code"), {IdentifierKind::Uscc}, m_today))
    , m_name(new NameField(tr("Name")))
    , m_legal(new NameField(tr("Legal representative")))
    , m_phone(new IdentifierField(tr("Phone"), {IdentifierKind::Phone}, m_today))
    , m_address(new TextField(tr("Postal address")))
    , m_agentBox(new QWidget)
    , m_agentId(new IdentifierField(tr("Agent's identity number"), personNumberKinds(), m_today))
    , m_agentName(new NameField(tr("Agent's name")))
    , m_agentPhone(new IdentifierField(tr("Agent's phone"), {IdentifierKind::Phone}, m_today))
    , m_guardianBox(new QWidget)
    , m_guardianHint(new Words({}, TextStyle::Hint, Token::Muted))
    , m_guardianId(new IdentifierField(tr("Guardian's identity number"), personNumberKinds(), m_today))
    , m_guardianName(new NameField(tr("Guardian's name")))
    , m_guardianPhone(new IdentifierField(tr("Guardian's phone"), {IdentifierKind::Phone}, m_today))
    , m_guardianRelation(new ChoiceField(tr("Relation to the applicant"), relations())) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    // With large text the chips stand on a line of their own, without their caps: F1 shows the keys all the same.
    const bool roomy = !currentTheme().hasLargeText();
    QHBoxLayout* chips = m_card->head();
    if (!roomy) {
        chips = new QHBoxLayout;
        m_card->body()->addLayout(chips);
    }
    for (const auto& [chip, key] : {std::pair {m_self, ""}, {m_agent, "Ctrl+J"}, {m_organisation, "Ctrl+O"}}) {
        chip->setCheckable(true);
        chips->addWidget(chip);
        if (*key != '\0' && roomy)
            chips->addWidget(new KeyCap(QLatin1String(key)));
    }
    if (!roomy)
        chips->addStretch();
    connect(m_self, &Chip::pressed, this, [this] { setMode(Mode::Self); });
    connect(m_agent, &Chip::pressed, this, [this] { setMode(Mode::Agent); });
    connect(m_organisation, &Chip::pressed, this, [this] { setMode(Mode::Organisation); });

    auto* body = m_card->body();
    body->addWidget(m_id);
    body->addWidget(m_code);
    auto* pair = new QGridLayout;
    pair->setHorizontalSpacing(Theme::space);
    pair->addWidget(m_name, 0, 0, Qt::AlignTop);
    pair->addWidget(m_phone, 0, 1, Qt::AlignTop);
    pair->addWidget(m_legal, 1, 0, Qt::AlignTop);
    pair->addWidget(m_address, 2, 0, 1, 2);
    pair->setColumnStretch(0, 1);
    pair->setColumnStretch(1, 1);
    body->addLayout(pair);
    auto* agent = new QGridLayout(m_agentBox);
    agent->setContentsMargins(0, 0, 0, 0);
    agent->setHorizontalSpacing(Theme::space);
    agent->addWidget(m_agentId, 0, 0, 1, 2);
    agent->addWidget(m_agentName, 1, 0, Qt::AlignTop);
    agent->addWidget(m_agentPhone, 1, 1, Qt::AlignTop);
    agent->setColumnStretch(0, 1);
    agent->setColumnStretch(1, 1);
    body->addWidget(m_agentBox);
    auto* guardian = new QGridLayout(m_guardianBox);
    guardian->setContentsMargins(0, 0, 0, 0);
    guardian->setHorizontalSpacing(Theme::space);
    m_guardianHint->setWordWrap(true);
    guardian->addWidget(m_guardianHint, 0, 0, 1, 2);
    guardian->addWidget(m_guardianId, 1, 0, 1, 2);
    guardian->addWidget(m_guardianName, 2, 0, Qt::AlignTop);
    guardian->addWidget(m_guardianPhone, 2, 1, Qt::AlignTop);
    guardian->addWidget(m_guardianRelation, 3, 0, Qt::AlignTop);
    guardian->setColumnStretch(0, 1);
    guardian->setColumnStretch(1, 1);
    body->addWidget(m_guardianBox);

    const auto names = {std::pair {static_cast<Field*>(m_id), "applicant.id_number"},
        std::pair {static_cast<Field*>(m_code), "applicant.code"},
        std::pair {static_cast<Field*>(m_name), "applicant.name"},
        std::pair {static_cast<Field*>(m_phone), "applicant.phone"},
        std::pair {static_cast<Field*>(m_address), "applicant.address"},
        std::pair {static_cast<Field*>(m_legal), "applicant.legal_representative"},
        std::pair {static_cast<Field*>(m_agentId), "agent.id_number"},
        std::pair {static_cast<Field*>(m_agentName), "agent.name"},
        std::pair {static_cast<Field*>(m_agentPhone), "agent.phone"},
        std::pair {static_cast<Field*>(m_guardianId), "guardian.id_number"},
        std::pair {static_cast<Field*>(m_guardianName), "guardian.name"},
        std::pair {static_cast<Field*>(m_guardianPhone), "guardian.phone"},
        std::pair {static_cast<Field*>(m_guardianRelation), "guardian.relation"},
        std::pair {static_cast<Field*>(m_code->note()), "applicant.check_note"}};
    for (const auto& [field, name] : names) {
        field->setObjectName(QLatin1String(name));
        connect(field, &Field::edited, this, &ApplicantPanel::edited);
    }
    for (Field* field : {static_cast<Field*>(m_id), static_cast<Field*>(m_code)}) {
        connect(field, &Field::edited, this, &ApplicantPanel::numberEdited);
        field->editor()->installEventFilter(this);
    }
    m_companions = {{m_agentId, m_agentName, m_agentPhone, {}}, {m_guardianId, m_guardianName, m_guardianPhone, {}}};
    for (Companion& companion : m_companions) {
        connect(companion.id, &Field::edited, this, [this, &companion] { companionEdited(companion); });
        companion.id->editor()->installEventFilter(this);
    }
    setMode(Mode::Self);
}

void ApplicantPanel::setMode(Mode mode) {
    m_mode = mode;
    m_self->setChecked(mode == Mode::Self);
    m_agent->setChecked(mode == Mode::Agent);
    m_organisation->setChecked(mode == Mode::Organisation);
    const bool organisation = mode == Mode::Organisation;
    m_id->setVisible(!organisation);
    m_code->setVisible(organisation);
    m_legal->setVisible(organisation);
    m_agentBox->setVisible(mode != Mode::Self);
    m_name->setLabel(organisation ? tr("Name of the organisation") : tr("Name"));
    numberEdited();
    Q_EMIT edited();
}

IdentifierField* ApplicantPanel::numberField() const {
    return m_mode == Mode::Organisation ? m_code : m_id;
}

void ApplicantPanel::numberEdited() {
    IdentifierField* field = numberField();
    m_enterWaits = false;
    showGuardian();
    setOffer(std::nullopt);
    if (field->kind()) {
        field->editor()->setProperty(takesEnterProperty, true);
        Q_EMIT numberComplete(field->value());
    }
}

void ApplicantPanel::companionEdited(Companion& companion) {
    companion.offer.reset();
    companion.id->editor()->setProperty(takesEnterProperty, false);
    companion.id->setNote(companion.id->kind() ? tr("✓ Check passed") : QString {}, Tone::Green);
    if (companion.id->kind())
        Q_EMIT companionComplete(companion.id->value());
}

void ApplicantPanel::offerCompanion(const QString& number, const std::optional<KnownApplicant>& known) {
    for (Companion& companion : m_companions) {
        if (!known || companion.id->value() != number)
            continue;
        companion.offer = known->applicant.self;
        companion.id->editor()->setProperty(takesEnterProperty, true);
        companion.id->setNote(
            tr("Known: %1, last here on %2. Enter takes name and phone over.")
                .arg(known->applicant.self.name, known->lastSeen.toString(QStringLiteral("yyyy-MM-dd"))),
            Tone::Green);
    }
}

void ApplicantPanel::takeCompanion(Companion& companion) {
    companion.name->setValue(companion.offer->name);
    companion.phone->setValue(companion.offer->phone);
    companion.offer.reset();
    companion.id->setNote(tr("✓ Check passed · taken over from the last time"), Tone::Green);
    Q_EMIT edited();
    companion.id->editor()->setProperty(takesEnterProperty, false);
    walkOn(companion.phone->editor());
}

void ApplicantPanel::showGuardian() {
    const auto kind = m_mode == Mode::Organisation ? std::nullopt : m_id->kind();
    const GuardianNeed need = kind ? guardianNeed(*kind, m_id->value().toStdString(), m_today()) : GuardianNeed::None;
    m_guardianHint->setText(need == GuardianNeed::Required
            ? tr("The applicant is under fourteen: nothing is taken in without his guardian.")
            : tr("The applicant is under age: his guardian answers for him."));
    m_guardianBox->setVisible(need != GuardianNeed::None);
}

void ApplicantPanel::offerKnown(const QString& number, const std::optional<KnownApplicant>& known) {
    IdentifierField* field = numberField();
    if (field->value() != number)
        return;
    setOffer(known);
    if (!std::exchange(m_enterWaits, false) || !field->editor()->hasFocus())
        return;
    if (known) {
        takeOffer();
        return;
    }
    walkOn(field->editor());
}

void ApplicantPanel::walkOn(QWidget* editor) {
    editor->setProperty(takesEnterProperty, false);
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(editor, &enter);
}

void ApplicantPanel::setOffer(const std::optional<KnownApplicant>& known) {
    m_offer = known;
    IdentifierField* field = numberField();
    for (IdentifierField* each : {m_id, static_cast<IdentifierField*>(m_code)})
        each->editor()->setProperty(takesEnterProperty, each == field && known.has_value());
    if (known) {
        const QString offered = known->from == KnownFrom::Centre
            ? tr("Known at the centre: %1, last in the hall on %2. Enter takes name, phone and address over.")
            : tr("Known: %1, last here on %2. Enter takes name, phone and address over.");
        field->setNote(offered.arg(known->applicant.self.name, known->lastSeen.toString(QStringLiteral("yyyy-MM-dd"))),
            Tone::Green);
    } else if (field->kind())
        field->setNote(tr("✓ Check passed"), Tone::Green);
    else
        field->setNote({});
}

void ApplicantPanel::takeOffer() {
    if (!m_offer)
        return;
    const Applicant known = m_offer->applicant;
    m_name->setValue(known.self.name);
    m_phone->setValue(known.self.phone);
    m_address->setValue(known.self.address);
    m_legal->setValue(known.legalRepresentative);
    if (known.guardian)
        showGuardianAs(*known.guardian);
    setOffer(std::nullopt);
    numberField()->setNote(tr("✓ Check passed · taken over from the last time"), Tone::Green);
    Q_EMIT edited();
    Q_EMIT offerTaken();
}

bool ApplicantPanel::eventFilter(QObject* receiver, QEvent* event) {
    const bool typing = event->type() == QEvent::KeyPress || event->type() == QEvent::InputMethod;
    if (typing && m_enterWaits && receiver == numberField()->editor()) {
        // Whoever types on does not wait for the disk: the Enter before it goes on to the next field as any other.
        m_enterWaits = false;
        walkOn(numberField()->editor());
        if (QWidget* next = QApplication::focusWidget(); next && next != receiver) {
            QCoreApplication::sendEvent(next, event);
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && receiver->property(takesEnterProperty).toBool()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) && !key->isAutoRepeat()) {
            for (Companion& companion : m_companions) {
                if (receiver == companion.id->editor()) {
                    if (companion.offer)
                        takeCompanion(companion);
                    return true;
                }
            }
            if (m_offer)
                takeOffer();
            else
                m_enterWaits = true;
            return true;
        }
    }
    return QWidget::eventFilter(receiver, event);
}

void ApplicantPanel::setIdNumber(const QString& number) {
    const bool code = identify(IdentifierKind::Uscc, number.toStdString(), m_today()).valid
        && !identify(IdentifierKind::ResidentId, number.toStdString(), m_today()).valid;
    if (code) {
        setMode(Mode::Organisation);
        m_code->setValue(number);
        m_code->editor()->setFocus();
    } else {
        // Whose fields somebody stands in, his card it is; on an organisation's page the agent's who came.
        const QWidget* place = QApplication::focusWidget();
        IdentifierField* field = m_guardianBox->isAncestorOf(place)           ? m_guardianId
            : m_mode == Mode::Organisation || m_agentBox->isAncestorOf(place) ? m_agentId
                                                                              : m_id;
        field->setValue(number);
        field->editor()->setFocus();
    }
    numberEdited();
    Q_EMIT edited();
}

Applicant ApplicantPanel::applicant() const {
    Applicant applicant;
    const bool organisation = m_mode == Mode::Organisation;
    const IdentifierField* number = organisation ? m_code : m_id;
    applicant.kind = organisation ? ApplicantKind::Organisation : ApplicantKind::Person;
    applicant.self.name = m_name->value();
    applicant.self.idNumber = number->value();
    applicant.self.idKind
        = organisation ? text(toText(IdentifierKind::Uscc)) : kindText(*m_id, IdentifierKind::ResidentId);
    applicant.self.phone = m_phone->value();
    applicant.self.address = m_address->value();
    if (organisation) {
        applicant.legalRepresentative = m_legal->value();
        applicant.checkNote = m_code->reason();
    }
    const bool agentNamed = m_agentName->isFilled() || m_agentId->isFilled() || m_agentPhone->isFilled();
    if (m_mode == Mode::Agent || (organisation && agentNamed))
        applicant.agent = Party {m_agentName->value(), kindText(*m_agentId, IdentifierKind::ResidentId),
            m_agentId->value(), m_agentPhone->value(), {}};
    const bool guardianNamed = m_guardianName->isFilled() || m_guardianId->isFilled() || m_guardianPhone->isFilled();
    if (!m_guardianBox->isHidden() && guardianNamed)
        applicant.guardian
            = Guardian {Party {m_guardianName->value(), kindText(*m_guardianId, IdentifierKind::ResidentId),
                            m_guardianId->value(), m_guardianPhone->value(), {}},
                m_guardianRelation->value()};
    // The clerk types the number off the original that lies before her.
    const IdentifierField* shownPaper = m_mode == Mode::Agent ? m_agentId : number;
    applicant.identityChecked = shownPaper->kind().has_value() || !applicant.checkNote.isEmpty();
    return applicant;
}

void ApplicantPanel::showGuardianAs(const Guardian& guardian) {
    m_guardianId->setValue(guardian.self.idNumber);
    m_guardianName->setValue(guardian.self.name);
    m_guardianPhone->setValue(guardian.self.phone);
    m_guardianRelation->setValue(guardian.relation);
}

void ApplicantPanel::setApplicant(const Applicant& applicant) {
    const bool organisation = applicant.kind == ApplicantKind::Organisation;
    setMode(organisation ? Mode::Organisation : applicant.agent ? Mode::Agent : Mode::Self);
    (organisation ? m_code : m_id)->setValue(applicant.self.idNumber);
    m_name->setValue(applicant.self.name);
    m_phone->setValue(applicant.self.phone);
    m_address->setValue(applicant.self.address);
    m_legal->setValue(applicant.legalRepresentative);
    m_code->setReason(applicant.checkNote);
    if (applicant.agent) {
        m_agentId->setValue(applicant.agent->idNumber);
        m_agentName->setValue(applicant.agent->name);
        m_agentPhone->setValue(applicant.agent->phone);
    }
    if (applicant.guardian)
        showGuardianAs(*applicant.guardian);
    numberEdited();
}

void ApplicantPanel::setFaults(const std::map<QString, QString>& sentences, bool complete) {
    const std::initializer_list<std::pair<Field*, const char*>> paths {{numberField(), "applicant.id_number"},
        {m_name, "applicant.name"}, {m_phone, "applicant.phone"}, {m_address, "applicant.address"},
        {m_legal, "applicant.legal_representative"}, {m_code->note(), "applicant.check_note"},
        {m_agentId, "agent.id_number"}, {m_agentName, "agent.name"}, {m_agentPhone, "agent.phone"},
        {m_guardianId, "guardian.id_number"}, {m_guardianName, "guardian.name"}, {m_guardianPhone, "guardian.phone"},
        {m_guardianRelation, "guardian.relation"}};
    for (const auto& [field, path] : paths) {
        const auto found = sentences.find(QLatin1String(path));
        field->setFault(found == sentences.end() ? QString {} : found->second, complete);
    }
}

void ApplicantPanel::toggleAgent() {
    setMode(m_mode == Mode::Agent ? Mode::Self : Mode::Agent);
    // The applicant's own fields come first; where they are filled in already, it is the agent's turn.
    const bool named = m_id->isFilled() && m_name->isFilled();
    (m_mode == Mode::Agent && named ? m_agentId : m_id)->editor()->setFocus();
}

void ApplicantPanel::toggleOrganisation() {
    setMode(m_mode == Mode::Organisation ? Mode::Self : Mode::Organisation);
    focusFirst();
}

void ApplicantPanel::focusFirst() {
    numberField()->editor()->setFocus();
}

} // namespace yichuang::ui
