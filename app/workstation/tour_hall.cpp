// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_hall.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace yichuang {
namespace {

constexpr int commandMilliseconds = 60'000;

QString program() {
    return QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("yichuang-central"));
}

} // namespace

TourHall::TourHall(QString preparedAt)
    : m_clock(std::move(preparedAt)) {
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        m_read += m_process.readAllStandardOutput();
        static const QRegularExpression address(QStringLiteral("http://127\\.0\\.0\\.1:(\\d+)"));
        const auto match = address.match(QString::fromUtf8(m_read));
        if (!match.hasMatch())
            return;
        m_url = match.captured(0);
        m_port = match.captured(1).toInt();
        m_read.clear();
        Q_EMIT serving(m_url);
    });
}

TourHall::~TourHall() {
    stop();
}

QString TourHall::resource(const QString& relative) {
    return QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("../share/yichuang/") + relative);
}

QString TourHall::database() const {
    return QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("centre.sqlite"));
}

bool TourHall::run(const QStringList& arguments, const QString& input, QString* output) {
    QProcess command;
    command.start(program(), arguments + QStringList {QStringLiteral("--clock"), m_clock});
    if (!input.isEmpty())
        command.write(input.toUtf8());
    command.closeWriteChannel();
    const bool ended = command.waitForFinished(commandMilliseconds);
    *output = QString::fromUtf8(command.readAllStandardOutput() + command.readAllStandardError());
    return ended && command.exitStatus() == QProcess::NormalExit && command.exitCode() == 0;
}

QString TourHall::prepare() {
    if (!QFileInfo::exists(program()))
        return QStringLiteral("没有找到 yichuang-central：演示要用它，请安装软件包 yichuang-central。\n"
                              "yichuang-central is not here: the tour needs it; install the package yichuang-central.");
    const QStringList where {QStringLiteral("--database"), database()};
    const QString staff = resource(QStringLiteral("demo/staff.json"));
    const QList<QStringList> commands {{QStringLiteral("init")},
        {QStringLiteral("import"), QStringLiteral("calendar"), resource(QStringLiteral("calendars/calendar-cn.csv"))},
        {QStringLiteral("import"), QStringLiteral("items"), resource(QStringLiteral("items/hengyang-sample.json"))},
        {QStringLiteral("import"), QStringLiteral("staff"), staff}};
    QString output;
    for (const QStringList& command : commands) {
        if (!run(command + where, {}, &output))
            return command.join(QLatin1Char(' ')) + QStringLiteral(": ") + output;
    }
    return {};
}

void TourHall::serve(const QString& at) {
    QStringList arguments {QStringLiteral("serve"), QStringLiteral("--database"), database(),
        QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port), QStringLiteral("--clock"), at};
    m_process.start(program(), arguments);
}

void TourHall::stop() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished(5'000);
    }
    m_read.clear();
}

QString TourHall::enrolCode(const QString& window) {
    QString output;
    if (!run({QStringLiteral("enrol-code"), window, QStringLiteral("--database"), database()}, {}, &output))
        return {};
    // The code stands alone on the first line.
    return output.section(QLatin1Char('\n'), 0, 0).trimmed();
}

} // namespace yichuang
