// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/workflows/intake.h>

#include "conclusions.h"
#include "dossier_json.h"
#include "intake_faults.h"
#include "workplace_private.h"

#include <yichuang/contract/form.h>
#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>

#include <QTimer>

#include <algorithm>
#include <array>
#include <map>

namespace yichuang {
namespace {

constexpr int saveAfterMilliseconds = 400; ///< a crash loses at most the last second of typing
constexpr int saveAgainMilliseconds = 2000; ///< after the disk refused
constexpr int breathMilliseconds = 600; ///< between two keys of somebody who is still typing a number

} // namespace

class Intake::Private {
public:
    Workplace::Private& workplace;
    QString id;
    PersonId author; ///< whose draft it is, also when it is saved after she locked the counter
    std::shared_ptr<const Item> item;
    Form form;
    Applicant applicant;
    FormValues values;
    QList<MaterialRow> materials;
    bool inScope = true;
    bool pledgeSigned = false;
    bool promiseSigned = false;
    bool badCredit = false;
    bool simulated = false;
    QDateTime savedAt;
    QTimer saving;
    bool concluded = false;
    std::optional<QFuture<Result<Concluded>>> running;
    std::map<std::string, QFuture<Result<std::optional<KnownApplicant>>>> asked; ///< the centre, by number

    explicit Private(Workplace::Private& place)
        : workplace(place) {
        saving.setSingleShot(true);
        saving.setInterval(saveAfterMilliseconds);
    }

    [[nodiscard]] QJsonObject json() const {
        return {{QStringLiteral("item"), toQString(item->id)}, {QStringLiteral("version"), item->version},
            {QStringLiteral("item_title"), toQString(item->title)}, {QStringLiteral("applicant"), toJson(applicant)},
            {QStringLiteral("form"), toJson(values)}, {QStringLiteral("checklist"), toJson(materials)},
            {QStringLiteral("in_scope"), inScope}, {QStringLiteral("pledge_signed"), pledgeSigned},
            {QStringLiteral("promise_signed"), promiseSigned}, {QStringLiteral("bad_credit"), badCredit},
            {QStringLiteral("simulated"), simulated}};
    }

    void read(const QJsonObject& json) {
        applicant = applicantFrom(json.value(QStringLiteral("applicant")).toObject());
        values = formValuesFrom(json.value(QStringLiteral("form")).toObject());
        materials = materialRowsFrom(json.value(QStringLiteral("checklist")).toArray(), *item);
        inScope = json.value(QStringLiteral("in_scope")).toBool(true);
        pledgeSigned = json.value(QStringLiteral("pledge_signed")).toBool();
        promiseSigned = json.value(QStringLiteral("promise_signed")).toBool();
        badCredit = json.value(QStringLiteral("bad_credit")).toBool();
        simulated = json.value(QStringLiteral("simulated")).toBool();
    }

    [[nodiscard]] IntakeFacts facts() const {
        IntakeFacts facts;
        if (const auto& person = workplace.session->current()) {
            facts.person = person->id;
            facts.window = person->window;
        }
        facts.item = item;
        facts.today = workplace.today();
        facts.identityChecked = applicant.identityChecked;
        facts.inScope = inScope;
        facts.pledgeSigned = pledgeSigned;
        facts.promiseSigned = promiseSigned;
        facts.badCredit = badCredit;
        facts.simulated = simulated;
        for (const MaterialRow& row : materials) {
            if (row.state == MaterialState::Missing || row.state == MaterialState::Tolerated)
                facts.missing.push_back(row.material.seq);
            if (row.state == MaterialState::Pledged)
                facts.pledged.push_back(row.material.seq);
        }
        return facts;
    }

    [[nodiscard]] QStringList noticeLines() const {
        QStringList lines;
        for (const MaterialRow& row : materials) {
            if (row.state != MaterialState::Missing && row.state != MaterialState::Tolerated)
                continue;
            QString line = toQString(row.material.name);
            if (!row.material.formText.empty())
                line += QStringLiteral("，") + toQString(row.material.formText);
            if (row.material.copies > 0)
                line += QStringLiteral(" %1 份").arg(row.material.copies);
            if (!row.note.isEmpty())
                line += QStringLiteral("：") + row.note;
            lines.push_back(line);
        }
        return lines;
    }

    [[nodiscard]] Particulars receiveParticulars() const {
        return {{"applicant", compact(toJson(applicant)).toStdString()},
            {"form", compact(toJson(shownValues(form, values))).toStdString()},
            {"summary", applicant.self.name.toStdString()}, {"checklist", compact(toJson(materials)).toStdString()}};
    }

    [[nodiscard]] Particulars conclusionParticulars(const QString& reason) const {
        Particulars particulars;
        if (!reason.isEmpty())
            particulars.emplace("reason", reason.toStdString());
        QJsonObject notes;
        for (const MaterialRow& row : materials) {
            if (!row.note.isEmpty())
                notes.insert(QString::number(row.material.seq), row.note);
        }
        if (!notes.isEmpty())
            particulars.emplace("defect_notes", compact(notes).toStdString());
        return particulars;
    }
};

Intake::Intake(std::unique_ptr<Private> d)
    : m_d(std::move(d)) {
    connect(&m_d->saving, &QTimer::timeout, this, [this] {
        if (m_d->concluded)
            return;
        const Instant now = m_d->workplace.correctedNow();
        m_d->workplace.saveDraft(m_d->id, m_d->author, m_d->json()).then(this, [this, now](const Result<void>& result) {
            if (!result) {
                // What was typed is still on the screen: it is told, and tried again until it is written.
                Q_EMIT saveFailed(result.error());
                if (!m_d->concluded && !m_d->saving.isActive())
                    m_d->saving.start(saveAgainMilliseconds);
                return;
            }
            m_d->savedAt = toHallTime(now);
            Q_EMIT saved(m_d->savedAt);
        });
    });
    // Whoever types without a pause is saved all the same: the first change sets the time, not the last.
    connect(this, &Intake::changed, this, [this] {
        if (!m_d->saving.isActive() || m_d->saving.interval() != saveAfterMilliseconds)
            m_d->saving.start(saveAfterMilliseconds);
    });
}

Intake::~Intake() {
    // Whatever was typed in the last moment goes into the draft, too.
    if (m_d->saving.isActive() && !m_d->concluded)
        std::ignore = m_d->workplace.saveDraft(m_d->id, m_d->author, m_d->json());
}

QString Intake::draftId() const {
    return m_d->id;
}
const Item& Intake::item() const {
    return *m_d->item;
}
const Form& Intake::form() const {
    return m_d->form;
}
const Applicant& Intake::applicant() const {
    return m_d->applicant;
}
const FormValues& Intake::values() const {
    return m_d->values;
}
const QList<MaterialRow>& Intake::materials() const {
    return m_d->materials;
}
QDateTime Intake::savedAt() const {
    return m_d->savedAt;
}

void Intake::setApplicant(const Applicant& applicant) {
    if (m_d->applicant == applicant)
        return;
    m_d->applicant = applicant;
    Q_EMIT changed();
}

void Intake::setValues(const FormValues& values) {
    if (m_d->values == values)
        return;
    m_d->values = values;
    Q_EMIT changed();
}

void Intake::setMaterial(int seq, MaterialState state, const QString& note) {
    for (MaterialRow& row : m_d->materials) {
        if (row.material.seq == seq) {
            row.state = state;
            row.note = note;
        }
    }
    Q_EMIT changed();
}

void Intake::setInScope(bool inScope) {
    m_d->inScope = inScope;
    Q_EMIT changed();
}
void Intake::setPledgeSigned(bool pledgeSigned) {
    m_d->pledgeSigned = pledgeSigned;
    Q_EMIT changed();
}
void Intake::setPromiseSigned(bool promiseSigned) {
    m_d->promiseSigned = promiseSigned;
    Q_EMIT changed();
}
void Intake::setBadCredit(bool badCredit) {
    m_d->badCredit = badCredit;
    Q_EMIT changed();
}
void Intake::setSimulated(bool simulated) {
    m_d->simulated = simulated;
    Q_EMIT changed();
}

QList<FieldFault> Intake::faults(bool complete) const {
    return faultsOf(m_d->form, m_d->applicant, m_d->values, m_d->workplace.today(), complete);
}

int Intake::missingMaterials() const {
    return static_cast<int>(std::count_if(m_d->materials.begin(), m_d->materials.end(), [](const MaterialRow& row) {
        return row.state == MaterialState::Missing || row.state == MaterialState::Tolerated;
    }));
}

int Intake::undecidedMaterials() const {
    return static_cast<int>(std::count_if(m_d->materials.begin(), m_d->materials.end(),
        [](const MaterialRow& row) { return row.state == MaterialState::Undecided; }));
}

QStringList Intake::correctionNotice() const {
    return m_d->noticeLines();
}

std::optional<CivilDate> Intake::correctionPeriodEnd() const {
    return m_d->workplace.entrySetBy(
        commandsOf(Conclusion::RequestCorrection, m_d->facts(), m_d->workplace.specimenNumber()),
        [](const Entry& entry) { return entry.set.periodEnd; });
}

std::optional<CivilDate> Intake::dueIfAcceptedToday() const {
    return m_d->workplace.dueIfAcceptedToday(m_d->item);
}

QList<ConclusionOffer> Intake::offers() const {
    const auto registry = m_d->workplace.registry;
    const bool faulty = !faults(true).isEmpty();
    QList<ConclusionOffer> offers;
    constexpr std::array all {Conclusion::ReceiptOnly, Conclusion::Accept, Conclusion::DecideOnSpot,
        Conclusion::AcceptTolerant, Conclusion::RequestCorrection, Conclusion::ProposeNonAcceptance};
    for (const Conclusion conclusion : all) {
        IntakeFacts facts = m_d->facts();
        if (conclusion == Conclusion::ProposeNonAcceptance)
            facts.ground = "no_licence_needed";
        ConclusionOffer offer;
        offer.conclusion = conclusion;
        const auto decision = decideIntake(*registry, commandsOf(conclusion, facts, m_d->workplace.specimenNumber()));
        if (!decision)
            offer.refusal = decision.error();
        const bool listOpen = undecidedMaterials() > 0;
        if (conclusion == Conclusion::Accept || conclusion == Conclusion::DecideOnSpot
            || conclusion == Conclusion::AcceptTolerant)
            offer.blockedByFaults = faulty || listOpen;
        else if (conclusion == Conclusion::RequestCorrection)
            offer.blockedByFaults = listOpen || !applicantKnown();
        else
            offer.blockedByFaults = !applicantKnown();
        offers.push_back(offer);
    }
    return offers;
}

bool Intake::applicantKnown() const {
    return isFilledIn(m_d->applicant, m_d->workplace.today());
}

QFuture<Result<QList<KnownApplicant>>> Intake::known(const QString& typed) {
    using Known = Result<QList<KnownApplicant>>;
    const CivilDate today = m_d->workplace.today();
    const auto kind = applicantNumberKind(typed.toStdString(), today);
    auto here = m_d->workplace.knownApplicants(typed);
    if (!kind)
        return here;
    const NumberOfApplicant number {*kind, identify(*kind, typed.toStdString(), today).normalized};
    return here
        .then(this,
            [this, number](const Known& found) -> QFuture<Known> {
                const QString text = toQString(number.number);
                const bool isHere = found
                    && std::any_of(found->begin(), found->end(),
                        [&text](const KnownApplicant& each) { return each.applicant.self.idNumber == text; });
                if (!found || isHere)
                    return readyFuture<QList<KnownApplicant>>(found);
                return askCentre(number).then(
                    this, [found](const Result<std::optional<KnownApplicant>>& elsewhere) -> Known {
                        QList<KnownApplicant> all = *found;
                        if (elsewhere && *elsewhere)
                            all.push_back(**elsewhere);
                        return all;
                    });
            })
        .unwrap();
}

QFuture<Result<std::optional<KnownApplicant>>> Intake::askCentre(const NumberOfApplicant& number) {
    using Answer = Result<std::optional<KnownApplicant>>;
    if (const auto asked = m_d->asked.find(number.number); asked != m_d->asked.end())
        return asked->second;
    const auto ask = [this, number]() -> QFuture<Answer> {
        const QString purpose = QStringLiteral("intake: ") + toQString(m_d->item->id);
        auto answer = m_d->workplace.knownAtCentre(number, purpose);
        m_d->asked.insert_or_assign(number.number, answer);
        // What got no answer may be asked again.
        return answer.then(this, [this, number](const Answer& told) {
            if (!told)
                m_d->asked.erase(number.number);
            return told;
        });
    };
    if (hasCheckDigit(number.kind))
        return ask();
    // It may be the beginning of a longer number: asked is about what still stands there after a breath.
    auto breath = std::make_shared<QPromise<void>>();
    breath->start();
    QTimer::singleShot(breathMilliseconds, this, [breath] { breath->finish(); });
    return breath->future()
        .then(this,
            [this, number, ask]() -> QFuture<Answer> {
                const bool stands = m_d->applicant.self.idNumber == toQString(number.number);
                return stands ? ask() : readyFuture<std::optional<KnownApplicant>>(failure("rest.aborted"));
            })
        .unwrap();
}

QFuture<Result<Concluded>> Intake::conclude(Conclusion conclusion, const QString& ground, const QString& reason) {
    if (m_d->running && (!m_d->running->isFinished() || m_d->concluded))
        return *m_d->running;
    IntakeFacts facts = m_d->facts();
    facts.ground = ground.toStdString();

    ActRequest request;
    request.commands = commandsOf(conclusion, facts, {});
    request.particulars.push_back(m_d->receiveParticulars());
    while (request.particulars.size() < request.commands.size())
        request.particulars.push_back(m_d->conclusionParticulars(reason));
    request.takesNumber = true;
    request.draft = m_d->id;
    m_d->saving.stop();

    m_d->running = m_d->workplace.write(std::move(request))
                       .then(this, [this](const Result<PerformedAct>& written) -> Result<Concluded> {
                           if (!written) {
                               m_d->saving.start(saveAfterMilliseconds);
                               return tl::unexpected<Error> {written.error()};
                           }
                           m_d->concluded = true;
                           Concluded concluded;
                           concluded.stream = written->stream;
                           concluded.caseNo = toQString(written->caseNo);
                           concluded.papers = written->papers;
                           concluded.act = written->act;
                           return concluded;
                       });
    return *m_d->running;
}

QFuture<Result<void>> Intake::setAside() {
    m_d->saving.stop();
    return m_d->workplace.saveDraft(m_d->id, m_d->author, m_d->json());
}

QFuture<Result<void>> Intake::discard() {
    m_d->saving.stop();
    m_d->concluded = true;
    return m_d->workplace.dropDraft(m_d->id);
}

// IntakeDesk

IntakeDesk::IntakeDesk(Workplace& workplace)
    : m_workplace(workplace) { }

QList<FoundItem> IntakeDesk::find(const QString& typed) const {
    return m_workplace.m_d->findItems(typed);
}

std::unique_ptr<Intake> IntakeDesk::begin(const ItemId& item) {
    Workplace::Private& place = *m_workplace.m_d;
    auto version = place.registry->itemInForce(item);
    if (!version)
        return nullptr;
    auto d = std::make_unique<Intake::Private>(place);
    d->id = place.freshId();
    d->author = place.person();
    d->item = std::move(version);
    if (auto report = parseForm(d->item->formSchema); report.usable())
        d->form = std::move(report.form);
    d->materials = materialRowsFrom({}, *d->item);
    return std::unique_ptr<Intake>(new Intake(std::move(d)));
}

QFuture<Result<QList<DraftRow>>> IntakeDesk::drafts() const {
    return m_workplace.m_d->drafts();
}

QFuture<Result<std::shared_ptr<Intake>>> IntakeDesk::resume(const QString& draftId) {
    return m_workplace.m_d->draft(draftId).then(
        this, [this, draftId](const Result<QJsonObject>& json) -> Result<std::shared_ptr<Intake>> {
            if (!json)
                return tl::unexpected<Error> {json.error()};
            Workplace::Private& place = *m_workplace.m_d;
            const ItemId id {json->value(QStringLiteral("item")).toString().toStdString()};
            auto item = place.registry->item(id, json->value(QStringLiteral("version")).toInt());
            if (!item)
                return failure("item.unknown", {{"item", id.value()}});
            auto d = std::make_unique<Intake::Private>(place);
            d->id = draftId;
            d->author = place.person();
            d->item = std::move(item);
            if (auto report = parseForm(d->item->formSchema); report.usable())
                d->form = std::move(report.form);
            d->read(*json);
            return std::shared_ptr<Intake>(new Intake(std::move(d)));
        });
}

} // namespace yichuang
