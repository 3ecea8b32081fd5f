// SPDX-License-Identifier: GPL-3.0-or-later
#include "demonstration.h"

#include <yichuang/domain/people.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yichuang {

QList<DemonstrationPerson> demonstrationPeople(const QString& path) {
    QList<DemonstrationPerson> found;
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return found;
    const QJsonObject staff = QJsonDocument::fromJson(file.readAll()).object();
    const auto word
        = [](const QJsonObject& object, const char* name) { return object.value(QLatin1String(name)).toString(); };
    QMap<QString, QString> english;
    for (const QJsonValue& value : staff.value(QStringLiteral("departments")).toArray())
        english.insert(word(value.toObject(), "name"), word(value.toObject(), "name_en"));
    for (const QJsonValue& value : staff.value(QStringLiteral("people")).toArray()) {
        const QJsonObject object = value.toObject();
        DemonstrationPerson person;
        person.password = word(object, "demo_password");
        if (person.password.isEmpty())
            continue;
        person.name = word(object, "name");
        person.department = word(object, "department");
        person.departmentEn = english.value(person.department);
        for (const QJsonValue& role : object.value(QStringLiteral("roles")).toArray()) {
            if (const auto known = roleFromText(role.toString().toStdString()))
                person.roles.insert(*known);
        }
        found.push_back(person);
    }
    return found;
}

} // namespace yichuang
