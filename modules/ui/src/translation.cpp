// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/translation.h>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Outside the namespace: the macro declares a function of the global one. A static library's resources are not found
// unless somebody asks for them.
static void embedTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace yichuang::ui {

/// The program's own sentences are English where no language was installed.
static Language installed = Language::English;

QString inLanguage(const QString& chinese, const QString& english) {
    return installed == Language::English && !english.isEmpty() ? english : chinese;
}

QString inLanguage(const std::string& chinese, const std::string& english) {
    return inLanguage(QString::fromStdString(chinese), QString::fromStdString(english));
}

Language languageFromLocale(const QString& localeName) {
    return localeName.startsWith(QLatin1String("en")) ? Language::English : Language::Chinese;
}

bool installLanguage(QCoreApplication& application, Language language) {
    embedTranslations();
    installed = language;
    // Those of an earlier call.
    const auto old
        = application.findChildren<QTranslator*>(QStringLiteral("yichuangTranslator"), Qt::FindDirectChildrenOnly);
    for (QTranslator* translator : old) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    const QString name = language == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    QLocale::setDefault(QLocale(name));
    const auto load = [&application](const QString& file, const QString& folder) {
        auto* translator = new QTranslator(&application);
        translator->setObjectName(QStringLiteral("yichuangTranslator"));
        if (!translator->load(file, folder)) {
            delete translator;
            return false;
        }
        return QCoreApplication::installTranslator(translator);
    };
    // Qt's own sentences (context menus of fields, print dialog) may be missing on a bare system; ours may not.
    load(QStringLiteral("qtbase_") + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return load(QStringLiteral("yichuang_") + name, QStringLiteral(":/translations"));
}

} // namespace yichuang::ui
