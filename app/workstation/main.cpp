#include "tour.h"

#include <yichuang/domain/clock.h>
#include <yichuang/printing/qt_printer.h>
#include <yichuang/secrets/keychain.h>
#include <yichuang/ui/screens/workstation_window.h>
#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>
#include <yichuang/vault/crypto.h>
#include <yichuang/workflows/workplace.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QDir>
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

ui::Appearance appearanceFrom(const QString& name) {
    if (name == QLatin1String("dark"))
        return ui::Appearance::Dark;
    if (name == QLatin1String("high-contrast"))
        return ui::Appearance::HighContrast;
    return ui::Appearance::Light;
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
        QStringLiteral("演示用人员名单，登录页显示姓名和口令 / people of a demonstration, shown with their passwords"),
        QStringLiteral("FILE"));
    const QCommandLineOption language(
        QStringLiteral("lang"), QStringLiteral("zh 或 / or en"), QStringLiteral("LANG"), QStringLiteral("zh"));
    const QCommandLineOption appearance(QStringLiteral("appearance"), QStringLiteral("light、dark、high-contrast"),
        QStringLiteral("NAME"), QStringLiteral("light"));
    const QCommandLineOption clock(QStringLiteral("clock"),
        QStringLiteral("从这一时刻走起，例如 / clock that starts at, e.g. 2018-11-19T09:00:00+08:00"),
        QStringLiteral("TIME"));
    const QCommandLineOption tour(QStringLiteral("tour"),
        QStringLiteral("用自带的临时中心走一遍各类办件，把截图和 PDF 存入目录 / one case of each kind by itself, "
                       "pictures and PDFs left in DIR"),
        QStringLiteral("DIR"));
    parser.addOptions({profile, centre, code, plain, demonstration, language, appearance, clock, tour});
    parser.process(application);

    if (const auto started = startVault(); !started) {
        QTextStream(stderr) << QStringLiteral(
            "加密库不可用，无法启动。请联系系统管理员。\n"
            "The encryption library does not start. Please tell the administrator.\n");
        return 1;
    }
    const bool english = ui::languageFromLocale(parser.value(language)) == ui::Language::English;
    ui::installLanguage(application, english ? ui::Language::English : ui::Language::Chinese);
    ui::applyTheme(application, ui::Theme(appearanceFrom(parser.value(appearance)), ui::systemTextScale()));

    if (parser.isSet(tour)) {
        Tour drive(parser.value(tour), english);
        QObject::connect(
            &drive, &Tour::finished, &application, [](bool good) { QCoreApplication::exit(good ? 0 : 1); },
            Qt::QueuedConnection);
        drive.start();
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
    ui::WorkstationWindow window(workplace, printer, english);
    window.show();
    return application.exec();
}
