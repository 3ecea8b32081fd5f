// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_views.h"

#include "dossier_json.h"
#include "hats.h"
#include "paper_contents.h"

#include <yichuang/contract/form.h>
#include <yichuang/domain/law.h>
#include <yichuang/qtbridge/values.h>

#include <QJsonDocument>

#include <algorithm>

namespace yichuang {
namespace {

QJsonDocument jsonOf(const std::string& text) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(text));
}

QMap<QString, QString> qtMap(const std::optional<Particulars>& particulars) {
    QMap<QString, QString> map;
    if (particulars) {
        for (const auto& [name, value] : *particulars)
            map.insert(toQString(name), toQString(value));
    }
    return map;
}

Marks marksOf(const CaseMarks& marks) {
    return Marks {marks.takenInHere, marks.waiting == 0, marks.setAside, marks.likelyRefused};
}

/// Counted days of the deadline that rules now, and how many of them have begun.
void fillProgress(CaseRow& row, const CaseState& state, const LawContext& context, CivilDate today) {
    const auto deadline = explainedDeadline(state, context, today);
    if (!deadline)
        return;
    const CivilDate until = state.concludedOn ? *state.concludedOn : today;
    for (const CountedDay& day : deadline->days) {
        if (!day.counted)
            continue;
        ++row.limitDays;
        if (day.date <= until)
            ++row.daysUsed;
    }
}

void fillRow(CaseRow& row, const CaseState& state, const Item& item, const Registry& registry, CivilDate today) {
    const LawContext context {item, registry.calendar()};
    row.itemTitle = toQString(item.title);
    row.itemTitleEn = toQString(item.titleEn);
    row.department = toQString(item.department);
    row.departmentEn = toQString(item.departmentEn);
    row.caseType = item.caseType;
    row.dues = duesOf(state, context, today);
    fillProgress(row, state, context, today);
}

QString personName(const Registry& registry, const PersonId& id) {
    if (const Person* person = registry.person(id))
        return toQString(person->name);
    return toQString(id);
}

const JournalEntry* receiveOf(const CaseFile& file) {
    const auto found = std::find_if(file.entries.begin(), file.entries.end(),
        [](const JournalEntry& entry) { return entry.entry.event == Event::Receive; });
    return found == file.entries.end() ? nullptr : &*found;
}

QString particularOf(const JournalEntry* entry, const char* name) {
    if (!entry || !entry->particulars)
        return {};
    const auto found = entry->particulars->find(name);
    return found == entry->particulars->end() ? QString {} : toQString(found->second);
}

/// `english`: choices by their English title, where they have one.
QString textOfValue(const FormField& field, const FormValue& value, bool english) {
    if (const auto* rows = std::get_if<std::vector<FormValues>>(&value)) {
        QStringList lines;
        for (const FormValues& row : *rows) {
            QStringList cells;
            for (const FormField& column : field.columns) {
                if (const FormValue* cell = row.value(column.name))
                    cells.push_back(textOfValue(column, *cell, english));
            }
            lines.push_back(cells.join(QStringLiteral("，")));
        }
        return lines.join(QLatin1Char('\n'));
    }
    QString text = toQString(typedText(field, value));
    if (const auto* chosen = std::get_if<std::string>(&value)) {
        if (const FormChoice* choice = field.choice(*chosen))
            text = toQString(english && !choice->titleEn.empty() ? choice->titleEn : choice->title);
    }
    const std::string& unit = english && !field.unitEn.empty() ? field.unitEn : field.unit;
    if (!unit.empty() && !text.isEmpty())
        text += QLatin1Char(' ') + toQString(unit);
    return text;
}

QList<FormRow> formRowsOf(const Item& item, const QString& formJson) {
    QList<FormRow> rows;
    const FormReport form = parseForm(item.formSchema);
    if (!form.usable())
        return rows;
    const FormValues values = formValuesFrom(QJsonDocument::fromJson(formJson.toUtf8()).object());
    for (const FormField& field : form.form.fields) {
        if (const FormValue* value = values.value(field.name); value && values.filled(field.name))
            rows.push_back({toQString(field.title), toQString(field.titleEn), textOfValue(field, *value, false),
                textOfValue(field, *value, true)});
    }
    return rows;
}

} // namespace

CaseRow rowOf(const HeldCase& held, const Registry& registry, CivilDate today) {
    CaseRow row;
    row.stream = held.stream;
    row.caseNo = toQString(held.caseNo);
    row.applicant = toQString(held.applicant);
    row.department = toQString(held.department);
    row.stage = held.state.stage;
    row.state = held.state;
    row.marks = marksOf(held.marks);
    row.irregular = held.state.irregular;
    row.requested = !held.state.requests.empty();
    if (const auto item = registry.item(held.item, held.itemVersion))
        fillRow(row, held.state, *item, registry, today);
    return row;
}

bool isInForce(const JournalEntry& line) {
    return line.standing != Standing::Refused && !line.damaged && !line.unfolded;
}

QList<TimelineEntry> timelineOf(const CaseFile& file, const Registry& registry) {
    QList<TimelineEntry> timeline;
    timeline.reserve(static_cast<qsizetype>(file.entries.size()));
    for (const JournalEntry& line : file.entries) {
        TimelineEntry shown;
        shown.id = line.id;
        shown.entry = line.entry;
        shown.when = toHallTime(fromMilliseconds(line.correctedTime));
        if (line.entry.actor.role != Role::System)
            shown.personName = personName(registry, line.person);
        shown.particulars = qtMap(line.particulars);
        shown.atCentre = line.standing == Standing::Admitted || line.standing == Standing::Acknowledged;
        shown.refused = !isInForce(line);
        shown.refusalReason = toQString(line.reason);
        timeline.push_back(shown);
    }
    return timeline;
}

Applicant applicantOf(const CaseFile& file) {
    const JournalEntry* receive = receiveOf(file);
    QJsonObject json = jsonOf(particularOf(receive, "applicant").toStdString()).object();
    for (const JournalEntry& line : file.entries) {
        if (line.entry.event != Event::Amend || !isInForce(line))
            continue;
        QString field = toQString(line.entry.facts.field);
        const QString value = particularOf(&line, "value");
        if (field.startsWith(QLatin1String("applicant.")))
            json.insert(field.mid(10), value);
        for (const QString& other : {QStringLiteral("agent"), QStringLiteral("guardian")}) {
            if (!field.startsWith(other + QLatin1Char('.')))
                continue;
            QJsonObject party = json.value(other).toObject();
            party.insert(field.mid(other.size() + 1), value);
            json.insert(other, party);
        }
    }
    return applicantFrom(json);
}

QString clearTextOf(const Applicant& applicant, const QString& field) {
    const bool ofAgent = field.startsWith(QLatin1String("agent."));
    const bool ofGuardian = field.startsWith(QLatin1String("guardian."));
    if ((ofAgent && !applicant.agent) || (ofGuardian && !applicant.guardian))
        return {};
    const Party& party = ofAgent ? *applicant.agent : ofGuardian ? applicant.guardian->self : applicant.self;
    if (field.endsWith(QLatin1String(".id_number")))
        return party.idNumber;
    if (field.endsWith(QLatin1String(".phone")))
        return party.phone;
    return {};
}

CaseView viewOf(const CaseFile& file, const Registry& registry, const Onlooker& onlooker) {
    CaseView view;
    view.state = file.state;
    view.item = registry.item(file.state.item, file.state.itemVersion);
    view.applicant = applicantOf(file);
    view.timeline = timelineOf(file, registry);

    view.row.stream = file.stream;
    view.row.caseNo = toQString(file.state.caseNo);
    view.row.applicant = view.applicant.self.name;
    view.row.stage = file.state.stage;
    view.row.state = file.state;
    view.row.marks = marksOf(file.marks);
    view.row.irregular = file.state.irregular;
    view.row.requested = !file.state.requests.empty();
    view.pauses = file.state.pauses;
    view.papers = papersPrinted(view.timeline);
    for (const DuePaper& due : papersCalledFor(view.timeline)) {
        const bool printed = std::any_of(view.papers.begin(), view.papers.end(),
            [&due](const PrintedPaper& paper) { return sameDocument(paper, due); });
        if (!printed)
            view.duePapers.push_back(due);
    }
    for (PrintedPaper& paper : view.papers) {
        if (paper.documentNumber.isEmpty() && view.item) {
            if (const auto kind = paperKindFromText(paper.paper.toStdString()))
                paper.documentNumber
                    = toQString(documentNumber(*kind, view.item->organWord, file.state.caseNo, paper.ordinal));
        }
    }
    if (const Window* window = registry.window(file.state.window))
        view.windowName = toQString(window->name);
    if (file.state.intakeBy)
        view.clerkName = personName(registry, *file.state.intakeBy);
    if (file.state.assignedReviewer)
        view.reviewerName = personName(registry, *file.state.assignedReviewer);
    for (const TimelineEntry& line : view.timeline) {
        if (line.entry.event == Event::SubmitOpinion && !line.refused)
            view.opinion = line.particulars.value(QStringLiteral("opinion"));
    }
    if (!view.item)
        return view;

    const JournalEntry* receive = receiveOf(file);
    fillRow(view.row, file.state, *view.item, registry, onlooker.today);
    view.deadline = explainedDeadline(file.state, LawContext {*view.item, registry.calendar()}, onlooker.today);
    view.formRows = formRowsOf(*view.item, particularOf(receive, "form"));
    view.materials = materialRowsFrom(jsonOf(particularOf(receive, "checklist").toStdString()).array(), *view.item);
    for (const JournalEntry& line : file.entries) {
        if (isInForce(line))
            markSupplied(view.materials, line.entry);
    }
    for (const Possibility& possibility :
        possibilitiesOf(registry, registry.calendar(), file.state, *view.item, onlooker.person, onlooker.today))
        view.actions.push_back(CaseAction {possibility.event, possibility.act, possibility.refusal});
    return view;
}

} // namespace yichuang
