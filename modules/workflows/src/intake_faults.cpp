// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake_faults.h"

#include <yichuang/domain/given_number.h>
#include <yichuang/domain/guardianship.h>
#include <yichuang/domain/identifiers.h>
#include <yichuang/domain/kept_code.h>
#include <yichuang/printing/render.h>
#include <yichuang/qtbridge/values.h>

#include <algorithm>

namespace yichuang {
namespace {

void addFault(
    QList<FieldFault>& faults, const QString& path, const QString& code, QMap<QString, QString> arguments = {}) {
    faults.push_back(FieldFault {path, code, std::move(arguments)});
}

/// A character that no font draws is told at intake and never printed as a box.
void addUndrawable(QList<FieldFault>& faults, const QString& path, const QString& text) {
    const auto missing = undrawableCharacters(text);
    if (missing.empty())
        return;
    QString characters;
    for (const char32_t character : missing)
        characters += QString::fromUcs4(&character, 1);
    addFault(faults, path, QStringLiteral("undrawable"), {{QStringLiteral("character"), characters}});
}

/// In characters as a person counts them; the same limits as the fields on the screen.
constexpr int longestName = 100;
constexpr int longestAddress = 200;

void addTooLong(QList<FieldFault>& faults, const QString& path, const QString& text, int most) {
    if (text.toUcs4().size() > most)
        addFault(faults, path, QStringLiteral("too_long"), {{QStringLiteral("max"), QString::number(most)}});
}

void checkIdentifier(QList<FieldFault>& faults, const QString& path, const QString& kindName, const QString& value,
    CivilDate today, bool kept) {
    const auto kind = identifierKindFromText(kindName.toStdString());
    if (!kind || value.isEmpty())
        return;
    const Identification identification = identifyGiven(*kind, value.toStdString(), today);
    // A credit code that does not fit the standard stands in the register all the same: kept after comparison (C05).
    if (!identification.valid && !(kept && mayBeKeptAfterComparison(*kind, identification.reason)))
        addFault(faults, path, QStringLiteral("identifier"),
            {{QStringLiteral("kind"), kindName}, {QStringLiteral("reason"), toQString(identification.reason)}});
}

/// What can't be read was kept as it was typed: the reading tells what is wrong with it, and not only that it is no
/// number or date.
FormProblem asTyped(const Form& form, const FormValues& values, FormProblem problem, CivilDate today) {
    const std::vector<FormField>* fields = &form.fields;
    const FormValues* row = &values;
    std::string name = problem.path;
    // "equipment/0/name": the column of a row of a list.
    if (const auto slash = name.find('/'); slash != std::string::npos) {
        const auto second = name.find('/', slash + 1);
        const FormField* list = form.field(name.substr(0, slash));
        const FormValue* value = list ? values.value(list->name) : nullptr;
        const auto* rows = value ? std::get_if<std::vector<FormValues>>(value) : nullptr;
        const QString index = toQString(name.substr(slash + 1, second - slash - 1));
        if (!rows || second == std::string::npos || index.toULongLong() >= rows->size())
            return problem;
        fields = &list->columns;
        row = &(*rows)[static_cast<std::size_t>(index.toULongLong())];
        name = name.substr(second + 1);
    }
    const auto field
        = std::find_if(fields->begin(), fields->end(), [&name](const FormField& each) { return each.name == name; });
    const FormValue* value = row->value(name);
    const auto* typed = value ? std::get_if<std::string>(value) : nullptr;
    if (field == fields->end() || !typed)
        return problem;
    const FieldReading reading = readTyped(*field, *typed, today);
    if (!reading.problems.empty() && !reading.value)
        problem = reading.problems.front();
    problem.arguments.insert_or_assign("typed", *typed);
    return problem;
}

void checkParty(
    QList<FieldFault>& faults, const QString& prefix, const Party& party, CivilDate today, bool complete, bool kept) {
    const auto path = [&prefix](const char* field) { return prefix + QLatin1Char('.') + QLatin1String(field); };
    if (complete && party.name.trimmed().isEmpty())
        addFault(faults, path("name"), QStringLiteral("missing"));
    if (complete && party.idNumber.isEmpty())
        addFault(faults, path("id_number"), QStringLiteral("missing"));
    if (complete && party.phone.isEmpty())
        addFault(faults, path("phone"), QStringLiteral("missing"));
    addTooLong(faults, path("name"), party.name, longestName);
    addTooLong(faults, path("address"), party.address, longestAddress);
    checkIdentifier(faults, path("id_number"), party.idKind, party.idNumber, today, kept);
    checkIdentifier(faults, path("phone"), QStringLiteral("phone"), party.phone, today, false);
    addUndrawable(faults, path("name"), party.name);
    addUndrawable(faults, path("address"), party.address);
}

/// Who answers for an applicant under age: domain says whether he has to be named, and who can't be.
void checkGuardian(QList<FieldFault>& faults, const Applicant& applicant, CivilDate today, bool complete) {
    const auto kind = identifierKindFromText(applicant.self.idKind.toStdString());
    const std::string number = applicant.self.idNumber.toStdString();
    const GuardianNeed need
        = kind && applicant.kind == ApplicantKind::Person ? guardianNeed(*kind, number, today) : GuardianNeed::None;
    if (need == GuardianNeed::None || (need == GuardianNeed::Asked && !applicant.guardian))
        return;
    const Guardian guardian = applicant.guardian.value_or(Guardian {});
    checkParty(faults, QStringLiteral("guardian"), guardian.self, today, complete, false);
    if (complete && guardian.relation.isEmpty())
        addFault(faults, QStringLiteral("guardian.relation"), QStringLiteral("missing"));
    const auto kindOfGuardian = identifierKindFromText(guardian.self.idKind.toStdString());
    if (!kindOfGuardian || guardian.self.idNumber.isEmpty())
        return;
    switch (doubtOfGuardian(number, *kindOfGuardian, guardian.self.idNumber.toStdString(), today)) {
    case GuardianDoubt::None:
        break;
    case GuardianDoubt::Himself:
        addFault(faults, QStringLiteral("guardian.id_number"), QStringLiteral("guardian_himself"));
        break;
    case GuardianDoubt::UnderAge:
        addFault(faults, QStringLiteral("guardian.id_number"), QStringLiteral("guardian_under_age"));
        break;
    }
}

} // namespace

bool isFilledIn(const Applicant& applicant, CivilDate today) {
    QList<FieldFault> faults;
    checkParty(faults, QStringLiteral("applicant"), applicant.self, today, true, !applicant.checkNote.isEmpty());
    checkGuardian(faults, applicant, today, true);
    return faults.isEmpty();
}

QList<FieldFault> faultsOf(
    const Form& form, const Applicant& applicant, const FormValues& values, CivilDate today, bool complete) {
    QList<FieldFault> faults;
    checkParty(faults, QStringLiteral("applicant"), applicant.self, today, complete, !applicant.checkNote.isEmpty());
    if (applicant.agent)
        checkParty(faults, QStringLiteral("agent"), *applicant.agent, today, complete, false);
    checkGuardian(faults, applicant, today, complete);
    if (complete && applicant.kind == ApplicantKind::Organisation && applicant.legalRepresentative.isEmpty())
        addFault(faults, QStringLiteral("applicant.legal_representative"), QStringLiteral("missing"));
    addTooLong(faults, QStringLiteral("applicant.legal_representative"), applicant.legalRepresentative, longestName);
    addUndrawable(faults, QStringLiteral("applicant.legal_representative"), applicant.legalRepresentative);
    addTooLong(faults, QStringLiteral("applicant.check_note"), applicant.checkNote, longestAddress);
    for (const FormField& field : form.fields) {
        const FormValue* value = field.personName ? values.value(field.name) : nullptr;
        if (const auto* name = value ? std::get_if<std::string>(value) : nullptr)
            addUndrawable(faults, QStringLiteral("form.") + toQString(field.name), toQString(*name));
    }
    for (const FormProblem& problem : validateForm(form, values, today)) {
        const bool unfilled = problem.code == "missing" || problem.code == "too_few_rows";
        if (unfilled && !complete)
            continue;
        const FormProblem told = asTyped(form, values, problem, today);
        QMap<QString, QString> arguments;
        for (const auto& [name, value] : told.arguments)
            arguments.insert(toQString(name), toQString(value));
        addFault(faults, QStringLiteral("form.") + toQString(problem.path), toQString(told.code), arguments);
    }
    return faults;
}

} // namespace yichuang
