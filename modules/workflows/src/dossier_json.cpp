// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossier_json.h"

#include <yichuang/qtbridge/values.h>

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace yichuang {
namespace {

constexpr std::array stateNames {std::pair {MaterialState::Undecided, "undecided"},
    std::pair {MaterialState::Here, "here"}, std::pair {MaterialState::Missing, "missing"},
    std::pair {MaterialState::Tolerated, "tolerated"}, std::pair {MaterialState::Shared, "shared"},
    std::pair {MaterialState::Pledged, "pledged"}, std::pair {MaterialState::NotApplicable, "not_applicable"}};

QJsonObject partyJson(const Party& party) {
    return {{QStringLiteral("name"), party.name}, {QStringLiteral("id_kind"), party.idKind},
        {QStringLiteral("id_number"), party.idNumber}, {QStringLiteral("phone"), party.phone},
        {QStringLiteral("address"), party.address}};
}

Party partyFrom(const QJsonObject& json) {
    return Party {json.value(QStringLiteral("name")).toString(), json.value(QStringLiteral("id_kind")).toString(),
        json.value(QStringLiteral("id_number")).toString(), json.value(QStringLiteral("phone")).toString(),
        json.value(QStringLiteral("address")).toString()};
}

QJsonValue valueJson(const FormValue& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return toQString(*text);
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return QJsonValue(static_cast<qint64>(*number));
    if (const auto* yes = std::get_if<bool>(&value))
        return *yes;
    QJsonArray rows;
    for (const FormValues& row : std::get<std::vector<FormValues>>(value))
        rows.append(toJson(row));
    return rows;
}

} // namespace

QString nameOf(MaterialState state) {
    for (const auto& [value, name] : stateNames) {
        if (value == state)
            return QLatin1String(name);
    }
    return {};
}

MaterialState materialStateFrom(const QString& name) {
    for (const auto& [value, text] : stateNames) {
        if (name == QLatin1String(text))
            return value;
    }
    return MaterialState::Undecided;
}

QJsonObject toJson(const Applicant& applicant) {
    QJsonObject json = partyJson(applicant.self);
    const bool organisation = applicant.kind == ApplicantKind::Organisation;
    json.insert(QStringLiteral("kind"), organisation ? QStringLiteral("organisation") : QStringLiteral("person"));
    if (!applicant.legalRepresentative.isEmpty())
        json.insert(QStringLiteral("legal_representative"), applicant.legalRepresentative);
    if (applicant.agent)
        json.insert(QStringLiteral("agent"), partyJson(*applicant.agent));
    if (applicant.guardian) {
        QJsonObject guardian = partyJson(applicant.guardian->self);
        guardian.insert(QStringLiteral("relation"), applicant.guardian->relation);
        json.insert(QStringLiteral("guardian"), guardian);
    }
    json.insert(QStringLiteral("identity_checked"), applicant.identityChecked);
    if (!applicant.checkNote.isEmpty())
        json.insert(QStringLiteral("check_note"), applicant.checkNote);
    return json;
}

Applicant applicantFrom(const QJsonObject& json) {
    Applicant applicant;
    applicant.kind = json.value(QStringLiteral("kind")).toString() == QLatin1String("organisation")
        ? ApplicantKind::Organisation
        : ApplicantKind::Person;
    applicant.self = partyFrom(json);
    applicant.legalRepresentative = json.value(QStringLiteral("legal_representative")).toString();
    if (const QJsonValue agent = json.value(QStringLiteral("agent")); agent.isObject())
        applicant.agent = partyFrom(agent.toObject());
    if (const QJsonValue guardian = json.value(QStringLiteral("guardian")); guardian.isObject()) {
        const QJsonObject found = guardian.toObject();
        applicant.guardian = Guardian {partyFrom(found), found.value(QStringLiteral("relation")).toString()};
    }
    applicant.identityChecked = json.value(QStringLiteral("identity_checked")).toBool();
    applicant.checkNote = json.value(QStringLiteral("check_note")).toString();
    return applicant;
}

QJsonObject toJson(const FormValues& values) {
    QJsonObject json;
    for (const auto& [name, value] : values.fields)
        json.insert(toQString(name), valueJson(value));
    return json;
}

FormValues formValuesFrom(const QJsonObject& json) {
    FormValues values;
    for (auto member = json.begin(); member != json.end(); ++member) {
        FormValue value;
        const QJsonValue found = member.value();
        if (found.isString()) {
            value = found.toString().toStdString();
        } else if (found.isBool()) {
            value = found.toBool();
        } else if (found.isDouble()) {
            value = static_cast<std::int64_t>(found.toInteger());
        } else if (found.isArray()) {
            std::vector<FormValues> rows;
            const QJsonArray array = found.toArray();
            for (const auto& row : array)
                rows.push_back(formValuesFrom(row.toObject()));
            value = std::move(rows);
        } else {
            continue;
        }
        values.fields.insert_or_assign(member.key().toStdString(), std::move(value));
    }
    return values;
}

QJsonArray toJson(const QList<MaterialRow>& rows) {
    QJsonArray json;
    for (const MaterialRow& row : rows) {
        QJsonObject line {{QStringLiteral("seq"), row.material.seq}, {QStringLiteral("state"), nameOf(row.state)}};
        if (!row.note.isEmpty())
            line.insert(QStringLiteral("note"), row.note);
        json.append(line);
    }
    return json;
}

void markSupplied(QList<MaterialRow>& rows, const Entry& entry) {
    if (entry.event != Event::Resubmit && entry.event != Event::CompleteTolerance)
        return;
    for (const int seq : entry.facts.supplied) {
        for (MaterialRow& row : rows) {
            if (row.material.seq == seq)
                row.state = MaterialState::Here;
        }
    }
}

QList<MaterialRow> materialRowsFrom(const QJsonArray& json, const Item& item) {
    QList<MaterialRow> rows;
    for (const Material& material : item.materials)
        rows.push_back(MaterialRow {material, MaterialState::Undecided, {}});
    for (const auto& line : json) {
        const int seq = line.toObject().value(QStringLiteral("seq")).toInt();
        const auto row = std::find_if(
            rows.begin(), rows.end(), [seq](const MaterialRow& candidate) { return candidate.material.seq == seq; });
        if (row == rows.end())
            continue;
        row->state = materialStateFrom(line.toObject().value(QStringLiteral("state")).toString());
        row->note = line.toObject().value(QStringLiteral("note")).toString();
    }
    return rows;
}

QString compact(const QJsonObject& json) {
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString compact(const QJsonArray& json) {
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace yichuang
