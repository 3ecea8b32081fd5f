// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

/// Sources without a finished translation in a .ts file.
QStringList unfinished(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("%1 can't be read").arg(path)};
    QStringList result;
    QXmlStreamReader xml(&file);
    QString source;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const QString type = xml.attributes().value(QLatin1String("type")).toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (type == QLatin1String("unfinished") || (text.isEmpty() && type.isEmpty()))
                result << context + QStringLiteral(": ") + source;
        }
    }
    if (xml.hasError())
        result << xml.errorString();
    return result;
}

} // namespace

class TranslationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noSentenceIsLeftUntranslated_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("Chinese") << QStringLiteral("yichuang_zh_CN.ts");
        QTest::newRow("English") << QStringLiteral("yichuang_en.ts");
    }
    void noSentenceIsLeftUntranslated() {
        QFETCH(QString, file);
        const QStringList left = unfinished(QStringLiteral(YICHUANG_SOURCE "/translations/") + file);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

    /// A sentence that was written into the source and not brought into the files is missed, too.
    void theFilesHoldEverySentenceOfTheSource() {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("yichuang_zh_CN.ts"));
        QVERIFY(QFile::copy(QStringLiteral(YICHUANG_SOURCE "/translations/yichuang_zh_CN.ts"), copy));
        QStringList arguments {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
            QStringLiteral("-no-ui-lines"), QStringLiteral("-extensions"), QStringLiteral("cpp,h")};
        for (const char* room : {"modules/ui", "modules/printing", "modules/workflows", "app/workstation"}) {
            const QString path = QStringLiteral(YICHUANG_SOURCE "/") + QLatin1String(room);
            if (QDir(path).exists())
                arguments << path;
        }
        // Without its headers a class has no namespace, and its sentences no home.
        for (const char* room : {"modules/ui", "modules/printing", "modules/workflows"})
            arguments << QStringLiteral("-I")
                      << QStringLiteral(YICHUANG_SOURCE "/") + QLatin1String(room) + QStringLiteral("/include");
        arguments << QStringLiteral("-ts") << copy;
        QProcess lupdate;
        lupdate.start(QStringLiteral(YICHUANG_LUPDATE), arguments);
        QVERIFY(lupdate.waitForFinished(120000));
        QCOMPARE(lupdate.exitCode(), 0);
        const QStringList left = unfinished(copy);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "translation_test.moc"
