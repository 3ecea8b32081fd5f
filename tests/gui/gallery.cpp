// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the widgets and the shell with invented data and leaves them as pictures: `gallery DIR`. Look at them before
// calling a change of look done.
#include "sample_screens.h"

#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>

#include <QApplication>
#include <QDir>
#include <QTextStream>

using namespace yichuang;
using namespace yichuang::ui;

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "gallery DIR\n";
        return 2;
    }
    const QDir folder(arguments.at(1));
    folder.mkpath(QStringLiteral("."));

    struct Look {
        QString name;
        Appearance appearance;
        Language language;
        qreal scale;
    };
    const Look looks[] {{QStringLiteral("light"), Appearance::Light, Language::Chinese, 1.0},
        {QStringLiteral("dark"), Appearance::Dark, Language::Chinese, 1.0},
        {QStringLiteral("contrast"), Appearance::HighContrast, Language::Chinese, 1.0},
        {QStringLiteral("english"), Appearance::Light, Language::English, 1.0},
        {QStringLiteral("large"), Appearance::Light, Language::Chinese, 1.5}};
    for (const Look& look : looks) {
        installLanguage(application, look.language);
        applyTheme(application, Theme(look.appearance, look.scale));
        sample::Hall hall;
        hall.window->resize(1366, 768);
        hall.window->show();
        for (const Screen screen : {Screen::ToDo, Screen::Intake, Screen::Desk, Screen::Today}) {
            hall.show(screen);
            QApplication::processEvents();
            const QString file
                = folder.filePath(QStringLiteral("%1-%2.png").arg(look.name).arg(static_cast<int>(screen)));
            if (!hall.window->grab().save(file))
                return 1;
        }
        hall.show(Screen::Intake);
        hall.window->showKeys();
        QApplication::processEvents();
        hall.window->grab().save(folder.filePath(look.name + QStringLiteral("-keys.png")));
    }
    return 0;
}
