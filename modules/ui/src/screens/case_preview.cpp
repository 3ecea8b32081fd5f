// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/case_preview.h>

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/deadline_ribbon.h>
#include <yichuang/ui/flow_layout.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace yichuang::ui {
namespace {

Tone toneOf(Lamp lamp) {
    switch (lamp) {
    case Lamp::Red:
        return Tone::Red;
    case Lamp::Yellow:
    case Lamp::Alert:
        return Tone::Amber;
    case Lamp::None:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

int daysStopped(const std::optional<Deadline>& deadline) {
    if (!deadline)
        return 0;
    return static_cast<int>(std::count_if(deadline->days.begin(), deadline->days.end(),
        [](const CountedDay& day) { return day.why == CountReason::SkippedPause; }));
}

} // namespace

QString maskedId(const Party& party) {
    if (party.idNumber.isEmpty())
        return {};
    const auto kind = identifierKindFromText(party.idKind.toStdString()).value_or(IdentifierKind::ResidentId);
    return text(masked(kind, party.idNumber.toStdString()));
}

QString maskedPhone(const QString& phone) {
    return phone.isEmpty() ? QString {} : text(masked(IdentifierKind::Phone, phone.toStdString()));
}

QString titleOf(const CaseRow& row) {
    return inLanguage(row.itemTitle, row.itemTitleEn);
}

QString materialForm(const Material& material) {
    QString form = inLanguage(text(material.formText), nameOfMaterialForm(material.form));
    if (material.copies > 0)
        form += QStringLiteral(" %1").arg(material.copies);
    return form;
}

QString materialsWords(const QList<MaterialRow>& rows) {
    int asked = 0;
    int lacking = 0;
    for (const MaterialRow& row : rows) {
        if (row.state == MaterialState::NotApplicable)
            continue;
        ++asked;
        if (row.state == MaterialState::Missing || row.state == MaterialState::Tolerated
            || row.state == MaterialState::Undecided)
            ++lacking;
    }
    if (lacking == 0)
        return CasePreview::tr("%n material(s), complete", nullptr, asked);
    return CasePreview::tr("%n material(s), %1 missing", nullptr, asked).arg(lacking);
}

QString limitWords(const CaseView& view) {
    if (view.row.limitDays == 0 || !view.state.dayZero)
        return {};
    QString words = CasePreview::tr("limit %n day(s)", nullptr, view.row.limitDays);
    if (view.state.extended)
        words += CasePreview::tr(", extended");
    if (const int stopped = daysStopped(view.deadline); stopped > 0)
        words += CasePreview::tr(", stopped %n day(s)", nullptr, stopped);
    if (view.deadline && view.deadline->provisional)
        words += CasePreview::tr(" (provisional)");
    return words;
}

QString explanationOf(const CaseView& view, CivilDate today) {
    QStringList sentences;
    if (view.state.dayZero)
        sentences.push_back(CasePreview::tr("Accepted on %1, counted from the next day")
                .arg(dateInSentence(*view.state.dayZero, today)));
    else if (view.state.receivedOn)
        sentences.push_back(CasePreview::tr("Taken in on %1").arg(dateInSentence(*view.state.receivedOn, today)));
    for (const Pause& pause : view.pauses) {
        if (pause.end)
            sentences.push_back(CasePreview::tr("not counted from %1 to %2 (%3)")
                    .arg(shortDate(pause.start), shortDate(*pause.end), text(pause.basis)));
        else
            sentences.push_back(
                CasePreview::tr("stopped since %1 (%2)").arg(shortDate(pause.start), text(pause.basis)));
    }
    if (const QString lamp = sentenceForLamp(view.row.dues, today); !lamp.isEmpty())
        sentences.push_back(lamp);
    return sentences.join(CasePreview::tr("; "));
}

CaseHead::CaseHead(QWidget* parent)
    : QWidget(parent)
    , m_applicant(new Words({}, TextStyle::Title))
    , m_stage(new Chip)
    , m_kind(new Chip)
    , m_lamp(new Chip)
    , m_flag(new Chip({}, Tone::Red))
    , m_item(new Words({}, TextStyle::Text, Token::Muted))
    , m_due(new Words({}, TextStyle::Strong))
    , m_limit(new Words({}, TextStyle::Text, Token::Muted))
    , m_ribbon(new DeadlineRibbon)
    , m_explanation(new Words({}, TextStyle::Hint, Token::Muted)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::spaceSmall);
    m_applicant->setWordWrap(true);
    column->addWidget(m_applicant);
    auto* chips = new FlowLayout(Theme::spaceSmall);
    for (Chip* chip : {m_stage, m_kind, m_lamp, m_flag})
        chips->addWidget(chip);
    column->addLayout(chips);
    m_item->setWordWrap(true);
    column->addWidget(m_item);
    column->addWidget(new Rule);
    auto* due = new QHBoxLayout;
    m_due->setWordWrap(true);
    due->addWidget(m_due, 1);
    due->addWidget(m_limit, 0, Qt::AlignTop);
    column->addLayout(due);
    column->addWidget(m_ribbon);
    m_explanation->setWordWrap(true);
    column->addWidget(m_explanation);
    connect(m_ribbon, &DeadlineRibbon::reasonShown, this, [this](const QString& reason) {
        m_explanation->setText(reason.isEmpty() ? property("explanation").toString() : reason);
    });
}

void CaseHead::setCase(const CaseView& view, CivilDate today) {
    m_applicant->setText(view.row.applicant);
    m_stage->setText(nameOf(view.row.stage));
    m_kind->setText(nameOf(view.row.caseType));
    m_lamp->setVisible(view.row.dues.lamp != Lamp::None);
    m_lamp->setTone(toneOf(view.row.dues.lamp));
    m_lamp->setText(lampText(view.row.dues.lamp));
    QString flag;
    if (view.row.marks.refused)
        flag = tr("needs you");
    else if (view.row.irregular)
        flag = tr("irregular");
    else if (view.row.marks.likelyRefused)
        flag = tr("may be refused");
    m_flag->setVisible(!flag.isEmpty());
    m_flag->setText(flag);
    m_item->setText(
        QStringLiteral("%1 · %2").arg(titleOf(view.row), text(groupedCaseNo(view.row.caseNo.toStdString()))));
    m_due->setText(dueWords(view.state, view.row.dues, today));
    m_limit->setText(limitWords(view));
    m_ribbon->setVisible(view.deadline.has_value());
    m_ribbon->setDeadline(view.deadline, today);
    const QString explanation = explanationOf(view, today);
    setProperty("explanation", explanation);
    m_explanation->setText(explanation);
}

CasePreview::CasePreview(ActionRegistry& registry, const QStringList& actions, QWidget* parent)
    : Column(parent)
    , m_head(new CaseHead)
    , m_body(new QWidget)
    , m_actions(new ActionList(registry)) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card;
    outer->addWidget(card);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::spaceSmall);
    column->addWidget(m_head);
    column->addWidget(new Rule);
    auto* facts = new Card;
    facts->setFrameShape(QFrame::NoFrame);
    facts->setObjectName(QStringLiteral("plainFacts"));
    m_applicant = facts->addFact(tr("Applicant"), {});
    m_contact = facts->addFact(tr("Contact"), {});
    m_officer = facts->addFact(tr("Handled by"), {});
    m_materials = facts->addFact(tr("Materials"), {});
    facts->layout()->setContentsMargins(0, 0, 0, 0);
    column->addWidget(facts);
    column->addWidget(new Rule);
    m_actions->setActions(actions);
    column->addWidget(m_actions);
    column->addStretch(1);
    card->body()->addWidget(m_body);
    m_nothing = new EmptyState(tr("No case selected"), tr("Choose one with the arrow keys."));
    card->body()->addWidget(m_nothing);
    setCase(std::nullopt, {});
}

void CasePreview::setCase(const std::optional<CaseView>& view, CivilDate today) {
    m_body->setVisible(view.has_value());
    m_nothing->setVisible(!view);
    if (!view)
        return;
    m_head->setCase(*view, today);
    m_applicant->setText(maskedId(view->applicant.self));
    const Party& contact = view->applicant.agent ? *view->applicant.agent : view->applicant.self;
    m_contact->setText(QStringLiteral("%1 · %2").arg(contact.name, maskedPhone(contact.phone)));
    const QString officer = view->reviewerName.isEmpty() ? view->clerkName : view->reviewerName;
    m_officer->setText(
        QStringLiteral("%1 · %2").arg(inLanguage(view->row.department, view->row.departmentEn), officer));
    m_materials->setText(materialsWords(view->materials));
}

} // namespace yichuang::ui
