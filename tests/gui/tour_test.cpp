// SPDX-License-Identifier: GPL-3.0-or-later
// The main job of installer/start on a machine without a display: one case of each kind, by the program itself.
#include "pdf_reader.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace yichuang;

namespace {

constexpr int longestTour = 240'000;

/// The program as it is started over a remote shell: with no display, and no platform chosen for it.
struct Outcome {
    int code = -1;
    QString said;
};
Outcome run(const QStringList& arguments) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(YICHUANG_BIN "/yichuang"), arguments);
    if (!process.waitForFinished(longestTour)) {
        process.kill();
        process.waitForFinished();
        return {-1, QStringLiteral("it did not end")};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardError())};
}

bool isOneColour(const QImage& image) {
    const QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            if (image.pixel(x, y) != first)
                return false;
        }
    }
    return true;
}

class TourTest : public QObject {
    Q_OBJECT

    /// But for keys, units, numbers of items and what has no other name.
    static void noEnglishStandsOnAChineseScreen(const QString& folder) {
        static const QRegularExpression allowed(QStringLiteral(
            "\\b(Enter|Esc|Shift|Ctrl|Alt|Space|Home|End|PgUp|PgDn|PDF|English|GPL-[\\w.-]+|mm|https?://\\S*|F\\d+)\\b"
            "|/[\\w./-]+"));
        static const QRegularExpression initials(QStringLiteral("^(yyxyc|ylcsjyxk|gtgshsldj)$")); // typed to find items
        static const QRegularExpression english(QStringLiteral("[A-Za-z]{2,}"));
        int seen = 0;
        for (const QString& name : QDir(folder).entryList({QStringLiteral("*.txt")})) {
            QFile file(QDir(folder).filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
                QString rest = line;
                rest.remove(allowed);
                rest.remove(initials);
                const auto found = english.match(rest);
                QVERIFY2(!found.hasMatch(), qPrintable(QStringLiteral("%1: %2").arg(name, line)));
                ++seen;
            }
        }
        QVERIFY(seen > 500);
    }

private Q_SLOTS:
    void withoutADisplayTheProgramSaysWhatToDo() {
        const Outcome outcome = run({});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.said.contains(QStringLiteral("没有图形界面")), qPrintable(outcome.said));
        QVERIFY2(outcome.said.contains(QStringLiteral("There is no display")), qPrintable(outcome.said));
        QCOMPARE(run({QStringLiteral("--version")}).code, 0);
    }

    void theTourBringsOneCaseOfEachKindToTheHandOver_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("Chinese") << QStringList {};
        QTest::newRow("Chinese, 150 %") << QStringList {QStringLiteral("--text-size"), QStringLiteral("150")};
        QTest::newRow("English, 150 %") << QStringList {
            QStringLiteral("--lang"), QStringLiteral("en"), QStringLiteral("--text-size"), QStringLiteral("150")};
        QTest::newRow("English, dark") << QStringList {
            QStringLiteral("--lang"), QStringLiteral("en"), QStringLiteral("--appearance"), QStringLiteral("dark")};
    }
    void theTourBringsOneCaseOfEachKindToTheHandOver() {
        QFETCH(QStringList, options);
        QTemporaryDir folder;
        const Outcome outcome = run(QStringList {QStringLiteral("--tour"), folder.path()} + options);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.said));

        const QStringList pictures = QDir(folder.path()).entryList({QStringLiteral("*.png")});
        QVERIFY2(pictures.size() >= 25, qPrintable(pictures.join(u'\n')));
        for (const QString& name : pictures) {
            const QImage picture(folder.filePath(name));
            QVERIFY2(picture.width() >= 1000 && picture.height() >= 500, qPrintable(name));
            QVERIFY2(!isOneColour(picture), qPrintable(name));
        }
        if (!options.contains(QStringLiteral("en")))
            noEnglishStandsOnAChineseScreen(folder.path());
        const QRegularExpression paper(QStringLiteral("^\\d+-([a-z_]+)-(\\d{14})\\.pdf$"));
        std::map<QString, std::set<QString>> ofCase;
        for (const QString& name : QDir(folder.path()).entryList({QStringLiteral("*.pdf")})) {
            const auto parts = paper.match(name);
            QVERIFY2(parts.hasMatch(), qPrintable(name));
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = withoutBlanks(pdfText(file.readAll()));
            QVERIFY2(text.contains(parts.captured(2)), qPrintable(name + u' ' + text.left(400)));
            ofCase[parts.captured(2)].insert(parts.captured(1));
        }
        QCOMPARE(ofCase.size(), std::size_t {3}); // one of each kind
        std::set<QString> papers;
        for (const auto& [number, kinds] : ofCase)
            papers.insert(kinds.begin(), kinds.end());
        for (const char* kind : {"material_receipt_slip", "correction_notice", "correction_receipt",
                 "acceptance_notice", "grant_decision", "service_receipt"})
            QVERIFY2(papers.contains(QLatin1String(kind)), kind);
    }
};

} // namespace

QTEST_MAIN(TourTest)
#include "tour_test.moc"
