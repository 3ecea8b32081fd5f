// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/sentences.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace yichuang;

class SentencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Read from the sources, so that a new code without a sentence is missed here and not by a clerk.
    void everyErrorThatTheWorkstationTellsHasASentence() {
        const QRegularExpression told(QStringLiteral("failure\\(\\s*\"([a-z_]+\\.[a-z_.]+)\""));
        QStringList lacking;
        int seen = 0;
        for (const char* module : {"storage", "vault", "secrets", "rest", "sync", "printing", "workflows", "ui"}) {
            QDirIterator files(QStringLiteral(YICHUANG_SOURCE "/modules/%1/src").arg(QLatin1String(module)),
                {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                auto codes = told.globalMatch(QString::fromUtf8(file.readAll()));
                while (codes.hasNext()) {
                    const QString code = codes.next().captured(1);
                    ++seen;
                    if (!ui::hasSentence(code.toStdString()))
                        lacking << QStringLiteral("%1 in %2").arg(code, file.fileName());
                }
            }
        }
        QVERIFY(seen > 60);
        QVERIFY2(lacking.isEmpty(), qPrintable(lacking.join(u'\n')));
    }

    void aCodeWithoutASentenceStillSaysWhatToDo() {
        QVERIFY(!ui::hasSentence("never.told"));
        const QString sentence = ui::sentenceFor(Error {"never.told", {}, {}});
        QVERIFY(sentence.contains(QLatin1String("never.told")));
        QVERIFY(sentence.contains(QLatin1String("kept")));
    }

    void aMomentIsShownAsTheHallsClockShowsIt() {
        // 2018-11-19 09:05 in Hengyang.
        const QString sentence = ui::sentenceFor(Error {"sign_in.locked", {{"until", "1542589500000"}}, {}});
        QVERIFY2(sentence.contains(QLatin1String("11-19 09:05")), qPrintable(sentence));
    }
};

QTEST_MAIN(SentencesTest)
#include "sentences_test.moc"
