// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/intake_screen.h>

#include "scroll_frame.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/key_router.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/screens/applicant_panel.h>
#include <yichuang/ui/screens/case_preview.h>
#include <yichuang/ui/screens/form_panel.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>
#include <yichuang/workflows/workplace.h>

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace yichuang::ui {
namespace {

QString actionOf(Conclusion conclusion) {
    switch (conclusion) {
    case Conclusion::ReceiptOnly:
        return QStringLiteral("intake.receiveOnly");
    case Conclusion::Accept:
    case Conclusion::DecideOnSpot:
        return QStringLiteral("intake.accept");
    case Conclusion::AcceptTolerant:
        return QStringLiteral("intake.acceptTolerant");
    case Conclusion::RequestCorrection:
        return QStringLiteral("intake.requestCorrection");
    case Conclusion::ProposeNonAcceptance:
        return QStringLiteral("intake.refuse");
    }
    return {};
}

const ConclusionOffer* offerOf(const QList<ConclusionOffer>& offers, Conclusion conclusion) {
    const auto found = std::find_if(offers.begin(), offers.end(),
        [conclusion](const ConclusionOffer& offer) { return offer.conclusion == conclusion; });
    return found == offers.end() ? nullptr : &*found;
}

} // namespace

IntakeScreen::IntakeScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_registry(registry)
    , m_title(new Words({}, TextStyle::Title))
    , m_saved(new Words({}, TextStyle::Hint, Token::Muted))
    , m_left(new QVBoxLayout)
    , m_formCard(new Card(tr("Form of this item"), this))
    , m_checkCard(new Card(tr("Materials")))
    , m_checkKeys(new QGridLayout)
    , m_checklist(new ChecklistView)
    , m_noticeHead(
          new Words(tr("One-time correction notice (written from the missing rows)"), TextStyle::Text, Token::Muted))
    , m_notice(new Words({}))
    , m_noticeFoot(new Words({}, TextStyle::Hint, Token::Muted))
    , m_promise(new QCheckBox(tr("The promise to supply the rest is signed")))
    , m_pledge(new QCheckBox(tr("The pledge is signed")))
    , m_badCredit(new QCheckBox(tr("The applicant is on the list of bad credit")))
    , m_error(new Words({}, TextStyle::Text, Token::Red))
    , m_reason(new ReasonPanel)
    , m_bar(new ActionBar(registry))
    , m_scroll(new QScrollArea)
    , m_right(new QScrollArea) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(Theme::spaceLarge, Theme::space, Theme::spaceLarge, Theme::space);
    inner->setSpacing(Theme::spaceSmall);
    page->addLayout(inner, 1);

    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::spaceSmall);
    // The longest of titles does not push the conclusions out of the window: it ends in "…" and its tool tip says it
    // all.
    m_title->setElided(true);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    head->addWidget(m_title);
    for (int index = 0; index < 3; ++index) {
        m_facts.push_back(new Chip);
        head->addWidget(m_facts.back());
    }
    head->addStretch();
    inner->addLayout(head);
    auto* steps = new QHBoxLayout;
    steps->setSpacing(Theme::spaceSmall);
    for (int step = 0; step < 5; ++step) {
        m_steps.push_back(new Chip);
        steps->addWidget(m_steps.back());
    }
    steps->addStretch();
    steps->addWidget(m_saved);
    inner->addLayout(steps);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(Theme::space);
    auto* left = new Column;
    left->setLayout(m_left);
    m_left->setContentsMargins(0, 0, 0, 0);
    m_left->setSpacing(Theme::space);
    frameForScrolling(*m_scroll, left);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    columns->addWidget(m_scroll, 10);
    auto* body = m_checkCard->body();
    m_checkKeys->setHorizontalSpacing(Theme::spaceTiny);
    m_checkKeys->setVerticalSpacing(0);
    body->addLayout(m_checkKeys);
    body->addWidget(m_checklist, 1);
    body->addWidget(m_promise);
    body->addWidget(m_badCredit);
    body->addWidget(m_pledge);
    body->addWidget(new Rule);
    body->addWidget(m_noticeHead);
    m_noticeHead->setWordWrap(true);
    m_notice->setWordWrap(true);
    body->addWidget(m_notice);
    m_noticeFoot->setWordWrap(true);
    body->addWidget(m_noticeFoot);
    // The bar with what is lacking stays in sight, however long the list and large the text.
    frameForScrolling(*m_right, m_checkCard);
    m_right->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    columns->addWidget(m_right, 11);
    inner->addLayout(columns, 1);
    m_error->setWordWrap(true);
    m_error->hide();
    inner->addWidget(m_error);
    inner->addWidget(m_reason);
    page->addWidget(m_bar);
    m_bar->setActions({QStringLiteral("intake.refuse"), QStringLiteral("intake.setAside"),
        QStringLiteral("intake.receiveOnly"), QStringLiteral("intake.requestCorrection"),
        QStringLiteral("intake.acceptTolerant"), QStringLiteral("intake.accept")});

    connect(m_checklist, &ChecklistView::decided, this, [this](int seq, MaterialState mark) {
        m_error->hide();
        if (m_intake)
            m_intake->setMaterial(seq, mark, {});
    });
    connect(m_checklist, &ChecklistView::notPossible, this, [this](int, const QString& reason) {
        m_error->setText(reason);
        m_error->setVisible(true);
    });
    connect(m_promise, &QCheckBox::toggled, this, [this](bool on) {
        if (m_intake)
            m_intake->setPromiseSigned(on);
    });
    connect(m_pledge, &QCheckBox::toggled, this, [this](bool on) {
        if (m_intake)
            m_intake->setPledgeSigned(on);
    });
    connect(m_badCredit, &QCheckBox::toggled, this, [this](bool on) {
        if (m_intake)
            m_intake->setBadCredit(on);
    });

    m_formCard->hide(); // until an item brings its form

    const auto bind = [this](const char* id, Conclusion conclusion) {
        m_registry.action(QLatin1String(id)).bind(this, [this, conclusion] { conclude(conclusion); });
    };
    bind("intake.receiveOnly", Conclusion::ReceiptOnly);
    bind("intake.acceptTolerant", Conclusion::AcceptTolerant);
    bind("intake.requestCorrection", Conclusion::RequestCorrection);
    m_registry.action(QStringLiteral("intake.accept")).bind(this, [this] {
        const auto offers = m_intake->offers();
        const ConclusionOffer* onSpot = offerOf(offers, Conclusion::DecideOnSpot);
        conclude(onSpot && !onSpot->refusal ? Conclusion::DecideOnSpot : Conclusion::Accept);
    });
    m_registry.action(QStringLiteral("intake.refuse")).bind(this, [this] { askForRefusal(); });
    // A conclusion that something typed stands in the way of leads there.
    connect(&m_registry, &ActionRegistry::denied, this, [this](const QString& id) {
        if (isVisible() && id.startsWith(QLatin1String("intake.")))
            leadToFault();
    });
    m_registry.action(QStringLiteral("intake.setAside")).bind(this, [this] { leave(); });
    m_registry.action(QStringLiteral("intake.agent")).bind(this, [this] {
        if (m_applicant) {
            m_applicant->toggleAgent();
            bringIntoSight(focusWidget());
        }
    });
    m_registry.action(QStringLiteral("intake.organisation")).bind(this, [this] {
        if (m_applicant) {
            m_applicant->toggleOrganisation();
            bringIntoSight(focusWidget());
        }
    });
    m_registry.action(QStringLiteral("intake.known")).bind(this, [this] {
        if (m_applicant)
            m_applicant->takeOffer();
    });
}

IntakeScreen::~IntakeScreen() = default;

void IntakeScreen::open(std::shared_ptr<Intake> intake) {
    m_intake = std::move(intake);
    m_tried = false;
    m_saveFailed = false;
    m_reading = true;
    delete m_applicant;
    delete m_form;
    delete m_walker;
    m_reason->close();
    m_error->hide();
    const Item& item = m_intake->item();
    m_title->setText(inLanguage(item.title, item.titleEn));
    m_facts[0]->setText(nameOf(item.caseType));
    m_facts[1]->setText(tr("%n working day(s)", nullptr, item.promisedWorkdays));
    m_facts[2]->setText(item.fees.empty() ? tr("no fee") : tr("fee"));

    while (QLayoutItem* old = m_left->takeAt(0))
        delete old;
    m_applicant = new ApplicantPanel([this] { return m_workplace.today(); });
    m_form = new FormPanel(m_intake->form(), [this] { return m_workplace.today(); });
    // The order of adding is the order of the keys: the applicant first, in the second intake as in the first.
    m_left->addWidget(m_applicant);
    m_left->addWidget(m_formCard);
    m_formCard->body()->addWidget(m_form);
    m_left->addStretch();
    m_formCard->setVisible(!m_intake->form().fields.empty());

    m_applicant->setApplicant(m_intake->applicant());
    m_form->setValues(m_intake->values());
    m_reading = false;
    m_walker = new FieldWalker(m_scroll->widget());
    connect(m_walker, &FieldWalker::walkedPastEnd, m_checklist, [this] { m_checklist->setFocus(Qt::TabFocusReason); });
    connect(m_walker, &FieldWalker::walked, this, &IntakeScreen::bringIntoSight);
    connect(m_applicant, &ApplicantPanel::edited, this, &IntakeScreen::readScreen);
    connect(m_form, &FormPanel::edited, this, &IntakeScreen::readScreen);
    connect(m_form, &FormPanel::settled, this, [this] { showFaults(m_tried); });
    connect(m_walker, &FieldWalker::walked, this, [this] { showFaults(m_tried); });
    // Asked for the applicant, and for whoever comes with her.
    using Offer = void (ApplicantPanel::*)(const QString&, const std::optional<KnownApplicant>&);
    const auto ask = [this](const QString& number, Offer offer) {
        m_intake->known(number).then(
            this, [panel = m_applicant, number, offer](const Result<QList<KnownApplicant>>& known) {
                std::optional<KnownApplicant> offered;
                for (const KnownApplicant& candidate : known.value_or(QList<KnownApplicant> {})) {
                    if (!offered && candidate.applicant.self.idNumber == number)
                        offered = candidate;
                }
                (panel->*offer)(number, offered);
            });
    };
    connect(m_applicant, &ApplicantPanel::numberComplete, this,
        [ask](const QString& number) { ask(number, &ApplicantPanel::offerKnown); });
    connect(m_applicant, &ApplicantPanel::companionComplete, this,
        [ask](const QString& number) { ask(number, &ApplicantPanel::offerCompanion); });
    connect(m_applicant, &ApplicantPanel::offerTaken, this, [this] {
        if (Field* first = m_form->firstField())
            first->editor()->setFocus();
        else
            m_checklist->setFocus(Qt::TabFocusReason);
    });
    connect(m_intake.get(), &Intake::changed, this, &IntakeScreen::refresh);
    connect(m_intake.get(), &Intake::saved, this, [this](const QDateTime& when) {
        m_saved->setText(tr("Draft saved %1").arg(when.toString(QStringLiteral("HH:mm:ss"))));
        if (std::exchange(m_saveFailed, false))
            m_error->hide();
    });
    connect(m_intake.get(), &Intake::saveFailed, this, [this](const Error& error) {
        m_saveFailed = true;
        m_error->setText(sentenceFor(error));
        m_error->show();
    });
    m_saved->setText({});
    const QSignalBlocker promise(m_promise);
    const QSignalBlocker pledge(m_pledge);
    const QSignalBlocker credit(m_badCredit);
    m_promise->setChecked(false);
    m_pledge->setChecked(false);
    m_badCredit->setChecked(false);
    fillChecklist();
    m_checklist->setCurrentIndex(m_checklist->model()->index(0, 0));
    refresh();
    m_applicant->focusFirst();
    m_scroll->verticalScrollBar()->setValue(0);
    m_right->verticalScrollBar()->setValue(0);
}

void IntakeScreen::bringIntoSight(QWidget* field) {
    // What the last key made appear or go is not laid out yet.
    QTimer::singleShot(0, field, [this, field] { m_scroll->ensureWidgetVisible(field); });
}

void IntakeScreen::forget() {
    if (!m_intake)
        return;
    readScreen();
    m_intake->disconnect(this);
    m_intake.reset(); // and writes what was typed in the last moment
    delete m_applicant;
    m_applicant = nullptr;
    delete m_form;
    m_form = nullptr;
    delete m_walker;
    m_walker = nullptr;
    m_reason->forget();
    m_error->hide();
    m_formCard->hide();
    m_title->setText({});
    m_checklist->setRows({});
}

void IntakeScreen::takeNumber(const QString& number) {
    if (m_applicant)
        m_applicant->setIdNumber(number);
}

void IntakeScreen::readScreen() {
    if (m_reading || !m_intake)
        return;
    m_intake->setApplicant(m_applicant->applicant());
    m_intake->setValues(m_form->values());
}

void IntakeScreen::fillChecklist() {
    std::vector<ChecklistRow> rows;
    const Item& item = m_intake->item();
    for (const MaterialRow& material : m_intake->materials()) {
        ChecklistRow row;
        row.seq = material.material.seq;
        row.name = nameOf(material.material);
        row.form = materialForm(material.material);
        QStringList hints;
        if (!material.material.condition.empty())
            hints.push_back(text(material.material.condition));
        if (material.material.tolerable)
            hints.push_back(tr("may come later"));
        if (material.material.shareable)
            hints.push_back(tr("held by the government"));
        row.hint = hints.join(QStringLiteral("；"));
        row.mark = material.state;
        row.mayTolerate = material.material.tolerable && item.allows(HandlingMode::Tolerance);
        row.mayShare = material.material.shareable;
        row.mayPledge = item.allows(HandlingMode::NotifyAndCommit);
        row.mayNotApply = material.material.necessity != Necessity::Required;
        rows.push_back(row);
    }
    const auto any = [&rows](bool ChecklistRow::* may) {
        return std::any_of(rows.begin(), rows.end(), [may](const ChecklistRow& row) { return row.*may; });
    };
    std::vector<std::pair<const char*, QString>> keys {
        {"checklist.here", tr("Space here")}, {"checklist.missing", tr("− missing")}};
    if (any(&ChecklistRow::mayTolerate))
        keys.emplace_back("checklist.tolerate", tr("R to come later"));
    if (any(&ChecklistRow::mayShare))
        keys.emplace_back("checklist.share", tr("X shared"));
    if (any(&ChecklistRow::mayPledge))
        keys.emplace_back("checklist.pledge", tr("C pledged"));
    if (any(&ChecklistRow::mayNotApply))
        keys.emplace_back("checklist.notApplicable", tr("B not applicable"));
    keys.emplace_back("", tr("Ctrl+Z take back"));
    showCheckKeys(keys);
    m_checklist->setRows(std::move(rows));
    m_promise->setVisible(item.allows(HandlingMode::Tolerance));
    m_badCredit->setVisible(item.allows(HandlingMode::Tolerance));
    m_pledge->setVisible(item.allows(HandlingMode::NotifyAndCommit));
}

void IntakeScreen::showCheckKeys(const std::vector<std::pair<const char*, QString>>& keys) {
    const int inARow = currentTheme().hasLargeText() ? 3 : 4;
    clearLayout(*m_checkKeys);
    int place = 0;
    for (const auto& [id, words] : keys) {
        // For the mouse, and for whoever works through the accessibility interface; the keys need no focus here.
        auto* button = new QPushButton(words);
        button->setProperty("quiet", true);
        button->setFocusPolicy(Qt::NoFocus);
        const QString action = QLatin1String(id);
        connect(button, &QPushButton::clicked, m_checklist, [this, action] {
            if (action.isEmpty())
                m_checklist->undo();
            else
                m_checklist->perform(action);
        });
        m_checkKeys->addWidget(button, place / inARow, place % inARow);
        ++place;
    }
    m_checkKeys->setColumnStretch(inARow, 1);
}

QString IntakeScreen::lacking() const {
    const int materials = m_intake->missingMaterials();
    const int undecided = m_intake->undecidedMaterials();
    const auto faults = static_cast<int>(m_intake->faults(true).size());
    QStringList parts;
    if (materials > 0)
        parts.push_back(tr("%n material(s) missing", nullptr, materials));
    if (undecided > 0)
        parts.push_back(tr("%n material(s) to check", nullptr, undecided));
    if (faults > 0)
        parts.push_back(tr("%n field(s) to fill in or mend", nullptr, faults));
    return parts.isEmpty() ? tr("Complete") : parts.join(tr(", "));
}

void IntakeScreen::setOffer(const QString& actionId, const ConclusionOffer& offer) {
    Action& action = m_registry.action(actionId);
    if (offer.refusal)
        action.disable(sentenceFor(*offer.refusal));
    else if (offer.blockedByFaults)
        action.disable(lacking());
    else
        action.enable();
}

void IntakeScreen::refresh() {
    if (!m_intake)
        return;
    const auto offers = m_intake->offers();
    const ConclusionOffer* accept = offerOf(offers, Conclusion::Accept);
    const ConclusionOffer* onSpot = offerOf(offers, Conclusion::DecideOnSpot);
    for (const ConclusionOffer& offer : offers) {
        if (offer.conclusion != Conclusion::Accept && offer.conclusion != Conclusion::DecideOnSpot)
            setOffer(actionOf(offer.conclusion), offer);
    }
    const bool decides = onSpot && !onSpot->refusal;
    if (accept)
        setOffer(QStringLiteral("intake.accept"), decides ? *onSpot : *accept);
    Action& main = m_registry.action(QStringLiteral("intake.accept"));
    main.setVerb(decides ? tr("Decide and print") : QString {});
    // The one filled button is the one that leads on: correction while something is missing, acceptance otherwise.
    const bool missing = m_intake->missingMaterials() > 0;
    m_registry.action(QStringLiteral("intake.requestCorrection")).setWeight(missing ? Weight::Main : Weight::Plain);
    main.setWeight(missing ? Weight::Plain : Weight::Main);

    const QStringList notice = m_intake->correctionNotice();
    QStringList numbered;
    for (qsizetype index = 0; index < notice.size(); ++index)
        numbered.push_back(QStringLiteral("%1. %2").arg(index + 1).arg(notice[index]));
    m_notice->setText(numbered.isEmpty() ? tr("Nothing is missing so far.") : numbered.join(QLatin1Char('\n')));
    const auto end = m_intake->correctionPeriodEnd();
    m_noticeFoot->setText(end && !notice.isEmpty()
            ? tr("To be supplied by %1, at any window of the hall").arg(dateInForm(*end))
            : QString {});
    const auto due = m_intake->dueIfAcceptedToday();
    const QString outlook = due ? (missing ? tr("Once complete: accepted today, to be decided by %1")
                                           : tr("Accepted today, to be decided by %1"))
                                      .arg(dateInSentence(*due, m_workplace.today()))
                                : QString {};
    m_bar->setStatement(lacking(), outlook);

    const int materials = static_cast<int>(m_intake->materials().size());
    m_checkCard->setAside(tr("%n item(s)", nullptr, materials)
        + (missing ? tr(" · %1 missing").arg(m_intake->missingMaterials()) : QString {}));
    m_formCard->setAside(tr("%1 / %2 filled in").arg(m_form->filledCount()).arg(m_form->shownCount()));
    const auto faults = m_intake->faults(true);
    const bool applicantGood = std::none_of(faults.begin(), faults.end(),
        [](const FieldFault& fault) { return !fault.path.startsWith(QLatin1String("form.")); });
    const bool formGood = std::none_of(faults.begin(), faults.end(),
        [](const FieldFault& fault) { return fault.path.startsWith(QLatin1String("form.")); });
    // The conclusion ends the page: while it is seen, that step is still to come.
    const bool checked = m_intake->undecidedMaterials() == 0 && !missing;
    const std::vector<bool> done {true, applicantGood, formGood, checked, false};
    const QStringList names {tr("Item"), tr("Applicant"), tr("Form"), tr("Materials"), tr("Conclusion")};
    const auto here = static_cast<std::size_t>(std::find(done.begin(), done.end(), false) - done.begin());
    for (std::size_t step = 0; step < m_steps.size(); ++step) {
        const QString& name = names[static_cast<qsizetype>(step)];
        m_steps[step]->setText(
            done[step] ? QStringLiteral("✓ ") + name : QStringLiteral("%1 %2").arg(step + 1).arg(name));
        m_steps[step]->setTone(done[step] ? Tone::Green : step == here ? Tone::Accent : Tone::Neutral);
    }
    showFaults(m_tried);
}

void IntakeScreen::showFaults(bool complete) {
    if (!m_form || !m_applicant)
        return;
    std::map<QString, QString> ofForm;
    std::map<QString, QString> ofApplicant;
    for (const FieldFault& fault : m_intake->faults(complete)) {
        const bool form = fault.path.startsWith(QLatin1String("form."));
        const QString sentence = sentenceForFault(fault.code, fault.arguments);
        if (form)
            ofForm.emplace(fault.path.mid(5), sentence);
        else
            ofApplicant.emplace(fault.path, sentence);
    }
    // While somebody types, only what is wrong is told, and only once the field was left.
    m_form->setFaults(ofForm, complete);
    m_applicant->setFaults(ofApplicant, complete);
}

void IntakeScreen::leadToFault() {
    if (!m_intake)
        return;
    readScreen();
    m_tried = true;
    showFaults(true);
    const Field* first = nullptr;
    int highest = 0;
    for (const Field* field : m_scroll->widget()->findChildren<Field*>()) {
        if (!field->isVisibleTo(m_scroll->widget()) || field->shownError().isEmpty())
            continue;
        const QPoint place = field->mapTo(m_scroll->widget(), QPoint(0, 0));
        // Left before right in a row.
        const int rank = place.y() * 2 + (place.x() > m_scroll->widget()->width() / 2 ? 1 : 0);
        if (!first || rank < highest) {
            first = field;
            highest = rank;
        }
    }
    if (first && first->editor()) {
        first->editor()->setFocus();
        bringIntoSight(first->editor());
    } else if (m_intake->undecidedMaterials() > 0) {
        m_checklist->setFocus(Qt::TabFocusReason);
    }
}

void IntakeScreen::conclude(Conclusion conclusion) {
    conclude(conclusion, {}, {});
}

void IntakeScreen::conclude(Conclusion conclusion, const QString& ground, const QString& reason) {
    if (!m_intake)
        return;
    readScreen();
    m_tried = true;
    showFaults(true);
    m_intake->conclude(conclusion, ground, reason).then(this, [this](const Result<Concluded>& done) {
        if (!done) {
            const QString sentence = sentenceFor(done.error());
            if (m_reason->isOpen())
                m_reason->setError(sentence);
            m_error->setText(sentence);
            m_error->setVisible(!m_reason->isOpen());
            return;
        }
        m_reason->close();
        Q_EMIT concluded(*done);
    });
}

void IntakeScreen::askForRefusal() {
    ReasonPanel::Question question;
    question.title = tr("Propose non-acceptance: the chief representative signs it");
    question.go = tr("Propose");
    question.groundLabel = tr("Ground");
    question.grounds = {{QStringLiteral("no_licence_needed"), tr("The matter needs no licence (art. 32 (1))")},
        {QStringLiteral("not_competent"), tr("This organ is not competent (art. 32 (2))")},
        {QStringLiteral("false_materials"), tr("False materials (art. 78)")}};
    question.reasonLabel = tr("Reason, as it will stand in the decision");
    m_reason->ask(question, [this](const ReasonPanel::Answer& answer) {
        conclude(Conclusion::ProposeNonAcceptance, answer.ground, answer.reason);
    });
}

void IntakeScreen::leave() {
    if (!m_intake) {
        Q_EMIT left();
        return;
    }
    readScreen();
    m_intake->setAside().then(this, [this](const Result<void>& kept) {
        if (kept) {
            Q_EMIT left();
            return;
        }
        m_error->setText(sentenceFor(kept.error()));
        m_error->show();
    });
}

} // namespace yichuang::ui
