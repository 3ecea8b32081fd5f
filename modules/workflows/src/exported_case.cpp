// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/workflows/exported_case.h>

#include "dossier_json.h"

#include <yichuang/domain/dates.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/vault/crypto.h>

#include <QJsonDocument>

namespace yichuang {
namespace {

constexpr auto format = "yichuang-case";
constexpr int formatVersion = 1;

// Members, as the file names them.
constexpr auto digestMember = "digest";
constexpr auto caseMember = "case";

QString textOf(const QJsonObject& json, const char* member) {
    return json.value(QLatin1String(member)).toString();
}

void put(QJsonObject& json, const char* member, const std::optional<CivilDate>& date) {
    if (date)
        json.insert(QLatin1String(member), toQString(isoDate(*date)));
}

std::optional<CivilDate> dateOf(const QJsonObject& json, const char* member) {
    return parseIsoDate(textOf(json, member).toStdString());
}

QString timeText(const QDateTime& time) {
    return time.toString(Qt::ISODateWithMs);
}

QDateTime timeOf(const QJsonObject& json, const char* member) {
    return QDateTime::fromString(textOf(json, member), Qt::ISODateWithMs);
}

/// Of everything but itself, with the members in the order of their names.
QString digestOf(QJsonObject json) {
    json.remove(QLatin1String(digestMember));
    return toQString(hashText(compact(json).toStdString()));
}

QJsonArray formJson(const QList<FormRow>& rows) {
    QJsonArray json;
    for (const FormRow& row : rows)
        json.append(QJsonObject {{QStringLiteral("title"), row.title}, {QStringLiteral("title_en"), row.titleEn},
            {QStringLiteral("value"), row.value}, {QStringLiteral("value_en"), row.valueEn}});
    return json;
}

QList<FormRow> formFrom(const QJsonArray& json) {
    QList<FormRow> rows;
    for (const auto& each : json) {
        const QJsonObject row = each.toObject();
        rows.push_back({textOf(row, "title"), textOf(row, "title_en"), textOf(row, "value"), textOf(row, "value_en")});
    }
    return rows;
}

QJsonArray materialsJson(const QList<ExportedCase::MaterialLine>& lines) {
    QJsonArray json;
    for (const ExportedCase::MaterialLine& line : lines)
        json.append(QJsonObject {{QStringLiteral("seq"), line.seq}, {QStringLiteral("name"), line.name},
            {QStringLiteral("name_en"), line.nameEn}, {QStringLiteral("state"), nameOf(line.state)},
            {QStringLiteral("note"), line.note}});
    return json;
}

QList<ExportedCase::MaterialLine> materialsFrom(const QJsonArray& json) {
    QList<ExportedCase::MaterialLine> lines;
    for (const auto& each : json) {
        const QJsonObject line = each.toObject();
        lines.push_back({line.value(QLatin1String("seq")).toInt(), textOf(line, "name"), textOf(line, "name_en"),
            materialStateFrom(textOf(line, "state")), textOf(line, "note")});
    }
    return lines;
}

QJsonArray timelineJson(const QList<TimelineEntry>& timeline) {
    QJsonArray json;
    for (const TimelineEntry& entry : timeline) {
        QJsonObject particulars;
        for (auto each = entry.particulars.begin(); each != entry.particulars.end(); ++each)
            particulars.insert(each.key(), each.value());
        QJsonObject line {{QStringLiteral("at"), timeText(entry.when)},
            {QStringLiteral("event"), toQString(toText(entry.entry.event))},
            {QStringLiteral("act"), toQString(toText(entry.entry.act))},
            {QStringLiteral("date"), toQString(isoDate(entry.entry.date))},
            {QStringLiteral("person"), entry.personName}, {QStringLiteral("particulars"), particulars},
            {QStringLiteral("at_centre"), entry.atCentre}, {QStringLiteral("in_force"), !entry.refused}};
        if (!entry.entry.facts.paper.empty())
            line.insert(QStringLiteral("paper"), toQString(entry.entry.facts.paper));
        if (!entry.entry.facts.field.empty())
            line.insert(QStringLiteral("field"), toQString(entry.entry.facts.field));
        json.append(line);
    }
    return json;
}

/// Empty where an entry is of no kind that this release knows.
std::optional<QList<TimelineEntry>> timelineFrom(const QJsonArray& json) {
    QList<TimelineEntry> timeline;
    for (const auto& each : json) {
        const QJsonObject line = each.toObject();
        TimelineEntry entry;
        const auto event = eventFromText(textOf(line, "event").toStdString());
        const auto act = commandActFromText(textOf(line, "act").toStdString());
        const auto date = dateOf(line, "date");
        if (!event || !act || !date)
            return std::nullopt;
        entry.entry.event = *event;
        entry.entry.act = *act;
        entry.entry.date = *date;
        entry.entry.facts.paper = textOf(line, "paper").toStdString();
        entry.entry.facts.field = textOf(line, "field").toStdString();
        entry.when = timeOf(line, "at");
        entry.personName = textOf(line, "person");
        const QJsonObject particulars = line.value(QLatin1String("particulars")).toObject();
        for (auto member = particulars.begin(); member != particulars.end(); ++member)
            entry.particulars.insert(member.key(), member.value().toString());
        entry.atCentre = line.value(QLatin1String("at_centre")).toBool();
        entry.refused = !line.value(QLatin1String("in_force")).toBool(true);
        timeline.push_back(entry);
    }
    return timeline;
}

QJsonArray papersJson(const QList<PrintedPaper>& papers) {
    QJsonArray json;
    for (const PrintedPaper& paper : papers)
        json.append(QJsonObject {{QStringLiteral("paper"), paper.paper},
            {QStringLiteral("document_number"), paper.documentNumber}, {QStringLiteral("copies"), paper.copies},
            {QStringLiteral("prints"), paper.prints}, {QStringLiteral("last"), timeText(paper.last)}});
    return json;
}

QList<PrintedPaper> papersFrom(const QJsonArray& json) {
    QList<PrintedPaper> papers;
    for (const auto& each : json) {
        const QJsonObject line = each.toObject();
        PrintedPaper paper;
        paper.paper = textOf(line, "paper");
        paper.documentNumber = textOf(line, "document_number");
        paper.copies = line.value(QLatin1String("copies")).toInt();
        paper.prints = line.value(QLatin1String("prints")).toInt();
        paper.last = timeOf(line, "last");
        papers.push_back(paper);
    }
    return papers;
}

QJsonObject caseJson(const ExportedCase& exported) {
    QJsonObject json {{QStringLiteral("case_no"), exported.caseNo}, {QStringLiteral("item_id"), exported.itemId},
        {QStringLiteral("item_version"), exported.itemVersion}, {QStringLiteral("item"), exported.itemTitle},
        {QStringLiteral("item_en"), exported.itemTitleEn}, {QStringLiteral("department"), exported.department},
        {QStringLiteral("department_en"), exported.departmentEn},
        {QStringLiteral("case_type"), toQString(toText(exported.caseType))},
        {QStringLiteral("stage"), toQString(toText(exported.stage))}, {QStringLiteral("window"), exported.windowName}};
    put(json, "received_on", exported.receivedOn);
    put(json, "accepted_on", exported.acceptedOn);
    put(json, "promised_due", exported.promisedDue);
    put(json, "statutory_due", exported.statutoryDue);
    put(json, "concluded_on", exported.concludedOn);
    return json;
}

} // namespace

ExportedCase exportOf(const CaseView& view) {
    ExportedCase exported;
    exported.caseNo = view.row.caseNo;
    exported.itemId = toQString(view.state.item);
    exported.itemVersion = view.state.itemVersion;
    exported.itemTitle = view.row.itemTitle;
    exported.itemTitleEn = view.row.itemTitleEn;
    exported.department = view.row.department;
    exported.departmentEn = view.row.departmentEn;
    exported.caseType = view.row.caseType;
    exported.stage = view.row.stage;
    exported.windowName = view.windowName;
    exported.receivedOn = view.state.receivedOn;
    exported.acceptedOn = view.state.dayZero;
    exported.promisedDue = view.row.dues.promised;
    exported.statutoryDue = view.row.dues.statutory;
    exported.concludedOn = view.state.concludedOn;
    exported.applicant = view.applicant;
    exported.form = view.formRows;
    for (const MaterialRow& row : view.materials)
        exported.materials.push_back(
            {row.material.seq, toQString(row.material.name), toQString(row.material.nameEn), row.state, row.note});
    exported.timeline = view.timeline;
    exported.papers = view.papers;
    return exported;
}

QByteArray caseFileOf(const ExportedCase& exported) {
    QJsonObject json {{QStringLiteral("format"), QLatin1String(format)},
        {QStringLiteral("format_version"), formatVersion},
        {QStringLiteral("exported"),
            QJsonObject {{QStringLiteral("at"), timeText(exported.exportedAt)},
                {QStringLiteral("by"), exported.exportedBy}, {QStringLiteral("agreed_by"), exported.agreedBy},
                {QStringLiteral("reason"), exported.reason}, {QStringLiteral("hall"), exported.hallName}}},
        {QLatin1String(caseMember), caseJson(exported)}, {QStringLiteral("applicant"), toJson(exported.applicant)},
        {QStringLiteral("form"), formJson(exported.form)},
        {QStringLiteral("materials"), materialsJson(exported.materials)},
        {QStringLiteral("timeline"), timelineJson(exported.timeline)},
        {QStringLiteral("papers"), papersJson(exported.papers)}};
    json.insert(QLatin1String(digestMember), digestOf(json));
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<ExportedCase> readCaseFile(const QByteArray& bytes) {
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject json = document.object();
    if (textOf(json, "format") != QLatin1String(format))
        return failure("export.not_a_case");
    const int version = json.value(QLatin1String("format_version")).toInt();
    if (version != formatVersion)
        return failure("export.version", {{"version", std::to_string(version)}});
    if (textOf(json, digestMember) != digestOf(json))
        return failure("export.damaged");

    ExportedCase exported;
    const QJsonObject out = json.value(QLatin1String("exported")).toObject();
    exported.exportedAt = timeOf(out, "at");
    exported.exportedBy = textOf(out, "by");
    exported.agreedBy = textOf(out, "agreed_by");
    exported.reason = textOf(out, "reason");
    exported.hallName = textOf(out, "hall");
    const QJsonObject about = json.value(QLatin1String(caseMember)).toObject();
    const auto type = caseTypeFromText(textOf(about, "case_type").toStdString());
    const auto stage = stageFromText(textOf(about, "stage").toStdString());
    auto timeline = timelineFrom(json.value(QLatin1String("timeline")).toArray());
    if (!type || !stage || !timeline)
        return failure("export.damaged");
    exported.caseNo = textOf(about, "case_no");
    exported.itemId = textOf(about, "item_id");
    exported.itemVersion = about.value(QLatin1String("item_version")).toInt();
    exported.itemTitle = textOf(about, "item");
    exported.itemTitleEn = textOf(about, "item_en");
    exported.department = textOf(about, "department");
    exported.departmentEn = textOf(about, "department_en");
    exported.caseType = *type;
    exported.stage = *stage;
    exported.windowName = textOf(about, "window");
    exported.receivedOn = dateOf(about, "received_on");
    exported.acceptedOn = dateOf(about, "accepted_on");
    exported.promisedDue = dateOf(about, "promised_due");
    exported.statutoryDue = dateOf(about, "statutory_due");
    exported.concludedOn = dateOf(about, "concluded_on");
    exported.applicant = applicantFrom(json.value(QLatin1String("applicant")).toObject());
    exported.form = formFrom(json.value(QLatin1String("form")).toArray());
    exported.materials = materialsFrom(json.value(QLatin1String("materials")).toArray());
    exported.timeline = *std::move(timeline);
    exported.papers = papersFrom(json.value(QLatin1String("papers")).toArray());
    return exported;
}

} // namespace yichuang
