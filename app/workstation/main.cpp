// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include <yichuang/domain/clock.h>
#include <yichuang/printing/qt_printer.h>
#include <yichuang/secrets/keychain.h>
#include <yichuang/ui/look_settings.h>
#include <yichuang/ui/screens/exported_case_window.h>
#include <yichuang/ui/screens/workstation_window.h>
#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>
#include <yichuang/vault/crypto.h>
#include <yichuang/workflows/workplace.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QDir>
#include <QIcon>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>
#include <memory>

using namespace yichuang;

namespace {

QString defaultProfile() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("yichuang/workstation"));
}

/// Without a display nobody can work here, but the tour, the help and the version need none.
bool hasPlatform(int argc, char** argv) {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    const bool needsNone = std::any_of(argv + 1, argv + argc, [](const char* argument) {
        const QLatin1String text(argument);
        return text.startsWith(QLatin1String("--tour")) || text.startsWith(QLatin1String("--help"))
            || text == QLatin1String("--version") || text == QLatin1String("-h") || text == QLatin1String("-v");
    });
    if (needsNone)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return needsNone;
}

} // namespace

int main(int argc, char** argv) {
    if (!hasPlatform(argc, argv)) {
        QTextStream(stderr) << QStringLiteral(
            "没有图形界面：请在桌面会话里启动，或者用 --tour DIR 走一遍。\n"
            "There is no display: start this in a desktop session, or use --tour DIR.\n");
        return 1;
    }
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("yichuang"));
    QCoreApplication::setApplicationVersion(QStringLiteral(YICHUANG_VERSION));
    // The desktop finds name and icon of the windows by it.
    QGuiApplication::setDesktopFileName(QStringLiteral("yichuang"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/yichuang.svg")));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("一窗：政务服务中心窗口工作站\nYichuang: counter workstation of a government service hall"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"),
        QStringLiteral("本机加密文件所在的目录 / folder of this machine's sealed file"), QStringLiteral("DIR"),
        defaultProfile());
    const QCommandLineOption centre(QStringLiteral("centre"),
        QStringLiteral("中心服务地址 / address of the central service"), QStringLiteral("URL"));
    const QCommandLineOption code(QStringLiteral("enrol-code"),
        QStringLiteral("新机器注册时先填好的一次性注册码 / one-use code, filled in on a new machine"),
        QStringLiteral("CODE"));
    const QCommandLineOption plain(QStringLiteral("allow-plain-http"),
        QStringLiteral("本机以外也允许不加密的连接 / allow plain HTTP beyond this machine"));
    const QCommandLineOption demonstration(QStringLiteral("demonstration"),
        QStringLiteral("演示用人员名单，登录页显示姓名和密码 / people of a demonstration, shown with their passwords"),
        QStringLiteral("FILE"));
    const QCommandLineOption language(QStringLiteral("lang"),
        QStringLiteral("zh 或 / or en；不写则按设置 / else as set (F11)"), QStringLiteral("LANG"));
    const QCommandLineOption appearance(QStringLiteral("appearance"),
        QStringLiteral("light、dark、high-contrast；不写则按设置 / else as set (F11)"), QStringLiteral("NAME"));
    const QCommandLineOption textSize(QStringLiteral("text-size"),
        QStringLiteral("文字大小，百分之 100、125 或 150 / size of text in per cent; else as set (F11)"),
        QStringLiteral("PERCENT"));
    const QCommandLineOption clock(QStringLiteral("clock"),
        QStringLiteral("从这一时刻走起，例如 / clock that starts at, e.g. 2018-11-19T09:00:00+08:00"),
        QStringLiteral("TIME"));
    const QCommandLineOption tour(QStringLiteral("tour"),
        QStringLiteral("用自带的临时中心走一遍各类办件，把截图和 PDF 存入目录 / one case of each kind by itself, "
                       "pictures and PDFs left in DIR"),
        QStringLiteral("DIR"));
    parser.addPositionalArgument(QStringLiteral("FILE"),
        QStringLiteral("只读打开导出的办件（.yichuang-case） / an exported case, to be read"),
        QStringLiteral("[FILE]"));
    parser.addOptions({profile, centre, code, plain, demonstration, language, appearance, textSize, clock, tour});
    parser.process(application);

    if (const auto started = startVault(); !started) {
        QTextStream(stderr) << QStringLiteral(
            "加密库不可用，无法启动。请联系系统管理员。\n"
            "The encryption library does not start. Please tell the administrator.\n");
        return 1;
    }
    // The tour leaves nothing behind and takes nothing over: only what it is told.
    ui::LookSettings look = parser.isSet(tour) ? ui::LookSettings {} : ui::readLook(parser.value(profile));
    if (parser.isSet(language))
        look.language = ui::languageFromLocale(parser.value(language));
    if (parser.isSet(appearance))
        look.appearance = ui::appearanceFromName(parser.value(appearance));
    if (parser.isSet(textSize)) {
        look.textPercent = parser.value(textSize).toInt();
        if (look.textPercent < 100 || look.textPercent > 200) {
            QTextStream(stderr) << QStringLiteral("--text-size 要在 100 到 200 之间。/ from 100 to 200, please.\n");
            return 2;
        }
    }
    ui::installLanguage(application, look.language);
    ui::applyTheme(application, ui::Theme(look.appearance, ui::systemTextScale() * look.textPercent / 100.0));

    if (parser.isSet(tour)) {
        Tour drive(parser.value(tour));
        QObject::connect(
            &drive, &Tour::finished, &application, [](bool good) { QCoreApplication::exit(good ? 0 : 1); },
            Qt::QueuedConnection);
        drive.start();
        return application.exec();
    }

    if (!parser.positionalArguments().isEmpty()) {
        ui::ExportedCaseWindow reading(parser.positionalArguments().constFirst());
        reading.show();
        return application.exec();
    }

    std::unique_ptr<Clock> ticking = std::make_unique<SystemClock>();
    if (parser.isSet(clock)) {
        const QDateTime start = QDateTime::fromString(parser.value(clock), Qt::ISODate);
        if (!start.isValid()) {
            QTextStream(stderr) << QStringLiteral("--clock 读不懂，请写成 2018-11-19T09:00:00+08:00 的样子。\n");
            return 2;
        }
        ticking = std::make_unique<ShiftedClock>(fromMilliseconds(start.toMSecsSinceEpoch()));
    }
    WorkplaceSettings settings;
    settings.profile = parser.value(profile);
    settings.centreUrl = parser.value(centre);
    settings.enrolCode = parser.value(code);
    settings.allowPlainHttp = parser.isSet(plain);
    settings.demonstrationFile = parser.value(demonstration);
    QtPrinter printer;
    Workplace workplace(settings, *ticking, std::make_unique<DesktopKeychain>());
    ui::WorkstationWindow window(workplace, printer);
    window.show();
    return application.exec();
}
