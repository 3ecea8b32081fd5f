// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/look_settings.h>

#include <QDir>
#include <QSettings>

namespace yichuang::ui {
namespace {

QString fileOf(const QString& profile) {
    return QDir(profile).filePath(QStringLiteral("look.ini"));
}

} // namespace

QString nameOf(Language language) {
    return language == Language::English ? QStringLiteral("en") : QStringLiteral("zh");
}

QString nameOf(Appearance appearance) {
    switch (appearance) {
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    case Appearance::HighContrast:
        return QStringLiteral("high-contrast");
    }
    return QStringLiteral("light");
}

Appearance appearanceFromName(const QString& name) {
    for (const Appearance appearance : {Appearance::Dark, Appearance::HighContrast}) {
        if (name == nameOf(appearance))
            return appearance;
    }
    return Appearance::Light;
}

LookSettings readLook(const QString& profile) {
    const QSettings file(fileOf(profile), QSettings::IniFormat);
    LookSettings look;
    look.language = languageFromLocale(file.value(QStringLiteral("language"), nameOf(look.language)).toString());
    look.appearance = appearanceFromName(file.value(QStringLiteral("appearance")).toString());
    const int percent = file.value(QStringLiteral("text"), look.textPercent).toInt();
    if (percent == 125 || percent == 150)
        look.textPercent = percent;
    return look;
}

bool keepLook(const QString& profile, const LookSettings& look) {
    QSettings file(fileOf(profile), QSettings::IniFormat);
    file.setValue(QStringLiteral("language"), nameOf(look.language));
    file.setValue(QStringLiteral("appearance"), nameOf(look.appearance));
    file.setValue(QStringLiteral("text"), look.textPercent);
    file.sync();
    return file.status() == QSettings::NoError;
}

} // namespace yichuang::ui
