// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

namespace yichuang {

/// What poppler's programs say about a PDF, as any reader's search and copy would see it.
inline QString poppler(const QString& program, const QByteArray& pdf, const QStringList& options) {
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("paper.pdf"));
    QFile file {name};
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size()) {
        return {};
    }
    file.close();
    QProcess process;
    QStringList arguments = options;
    arguments.append(name);
    if (program == QLatin1String("pdftotext")) {
        arguments.append(QStringLiteral("-"));
    }
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

inline QString pdfText(const QByteArray& pdf) {
    return poppler(
        QStringLiteral("pdftotext"), pdf, {QStringLiteral("-raw"), QStringLiteral("-enc"), QStringLiteral("UTF-8")});
}

/// Blanks and line ends are the reader's guess; characters are not.
inline QString withoutBlanks(const QString& text) {
    QString result;
    for (const QChar character : text) {
        if (!character.isSpace() && character != QChar::Null) {
            result += character;
        }
    }
    return result;
}

} // namespace yichuang
