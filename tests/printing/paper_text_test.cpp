// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper_samples.h"
#include "pdf_reader.h"

#include <yichuang/printing/render.h>

#include <QFile>
#include <QTest>

#include <unicode/ucnv.h>

#include <algorithm>

using namespace yichuang;

namespace {

/// The 6,763 hanzi of GB 2312: rows 16 to 55 (level 1) and 56 to 87 (level 2).
QString commonHanzi() {
    QByteArray bytes;
    for (int row = 16; row <= 87; ++row) {
        for (int cell = 1; cell <= 94; ++cell) {
            if (row == 55 && cell > 89) {
                continue; // five empty cells at the end of level 1
            }
            bytes.append(static_cast<char>(0xa0 + row));
            bytes.append(static_cast<char>(0xa0 + cell));
        }
    }
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open("GB18030", &status);
    QString result {bytes.size(), Qt::Uninitialized};
    const int32_t length = ucnv_toUChars(converter, reinterpret_cast<UChar*>(result.data()),
        static_cast<int32_t>(result.size()), bytes.constData(), static_cast<int32_t>(bytes.size()), &status);
    ucnv_close(converter);
    result.resize(U_SUCCESS(status) ? length : 0);
    return result;
}

QString rangeOf(char32_t first, char32_t last) {
    QString result;
    for (char32_t point = first; point <= last; ++point) {
        result += QString::fromUcs4(&point, 1);
    }
    return result;
}

/// Those of the characters that some font here draws.
QString drawable(const QString& characters) {
    const std::vector<char32_t> missing = undrawableCharacters(characters);
    QString result;
    for (const uint point : characters.toUcs4()) {
        if (std::find(missing.begin(), missing.end(), static_cast<char32_t>(point)) == missing.end()) {
            const char32_t one = point;
            result += QString::fromUcs4(&one, 1);
        }
    }
    return result;
}

QStringList pieces(const QString& text, qsizetype length) {
    QStringList result;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = std::min(at + length, text.size());
        if (end < text.size() && text.at(end).isLowSurrogate()) {
            ++end;
        }
        result.append(text.mid(at, end - at));
        at = end;
    }
    return result;
}

/// On A4, in the serif face.
PaperContent onA4(const QString& text) {
    PaperContent content = samplePaper(PaperKind::ExtensionNotice);
    content.reasons.clear();
    for (const QString& piece : pieces(text, 300)) {
        content.reasons.push_back(piece.toStdString());
    }
    return content;
}

/// On the 80 mm roll, in the sans.
PaperContent onRoll(const QString& text) {
    PaperContent content = samplePaper(PaperKind::MaterialReceiptSlip);
    content.materials.clear();
    int seq = 0;
    for (const QString& piece : pieces(text, 300)) {
        content.materials.push_back({++seq, piece.toStdString(), "原件", 1, ""});
    }
    return content;
}

/// Names of cases.csv that are printed (C11, C13).
QStringList namesOfTheCases() {
    QFile file {QStringLiteral(YICHUANG_FIXTURES "/cases.csv")};
    QStringList names;
    if (!file.open(QIODevice::ReadOnly)) {
        return names;
    }
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        const QStringList cells = line.split(QLatin1Char(','));
        if (cells.size() > 3 && (cells[0] == QLatin1String("C11") || cells[0] == QLatin1String("C13"))
            && !cells[3].contains(QLatin1Char('\\'))) {
            names.append(cells[3]);
        }
    }
    return names;
}

} // namespace

class PaperTextTest : public QObject {
    Q_OBJECT

private:
    void readsBack(const PaperContent& content) {
        const Result<LaidOutPaper> paper = layOutPaper(content);
        QVERIFY2(paper.has_value(), paper ? "" : paper.error().code.c_str());
        const Result<QByteArray> pdf = renderPdf(content);
        QVERIFY2(pdf.has_value(), pdf ? "" : pdf.error().detail.c_str());
        const QList<uint> printed = withoutBlanks(paper->text()).toUcs4();
        const QList<uint> read = withoutBlanks(pdfText(*pdf)).toUcs4();
        for (qsizetype i = 0; i < std::min(printed.size(), read.size()); ++i) {
            if (printed[i] != read[i]) {
                QFAIL(qPrintable(QStringLiteral("%1 of %2: U+%3 was read as U+%4")
                        .arg(i)
                        .arg(printed.size())
                        .arg(printed[i], 4, 16)
                        .arg(read[i], 4, 16)));
            }
        }
        QCOMPARE(read.size(), printed.size());
    }

    void bothFacesReadBack(const QString& text) {
        readsBack(onA4(text));
        const Result<QByteArray> a4 = renderPdf(onA4(text));
        QVERIFY(a4.has_value());
        QVERIFY(withoutBlanks(pdfText(*a4)).contains(withoutBlanks(text.left(80))));
        readsBack(onRoll(text));
    }

private Q_SLOTS:
    void all6763CommonHanziReadBackInBothFaces() {
        const QString hanzi = commonHanzi();
        QCOMPARE(hanzi.size(), 6763);
        QVERIFY(undrawableCharacters(hanzi).empty());
        bothFacesReadBack(hanzi);
    }

    void extensionAReadsBackWhereAFontDrawsIt() {
        const QString characters = drawable(rangeOf(0x3400, 0x4dbf));
        QVERIFY(characters.size() > 6000);
        bothFacesReadBack(characters);
    }

    void charactersBeyondTheBasicPlaneReadBackWhereAFontDrawsThem() {
        const QString sample = drawable(rangeOf(0x20b00, 0x20bff) + rangeOf(0x2cc00, 0x2ccff)
            + rangeOf(0x30ed0, 0x30edf) + rangeOf(0x29d00, 0x29dff) + rangeOf(0x2b740, 0x2b81d));
        QVERIFY(sample.contains(QStringLiteral("𠮷")));
        QVERIFY(sample.contains(QStringLiteral("𬱖")));
        QVERIFY(sample.contains(QStringLiteral("𰻝")));
        QVERIFY(sample.toUcs4().size() > 500);
        bothFacesReadBack(sample);
    }

    void aRadicalAndTheIdeographOfTheSameShapeStayApartOnOnePaper() {
        // One glyph, two characters, in one file: 白 and its radical, 青, 车, 门; compatibility ideographs beside their
        // own.
        bothFacesReadBack(QStringLiteral("白⽩青⻘车⻋门⻔⾻骨⽇日一⼀二⼆白⽩⽩白"
                                         "\uf900豈\ufa23﨣蘒"));
    }

    void ligaturesAndCombinedMarksReadBack() {
        bothFacesReadBack(QStringLiteral("office waffle first flow e\u0301cole Zürich ﬁ 葛\U000e0100飾 ①㎡℃№—…"));
    }

    void spacedOutTitlesAreReadWithoutBlanks() {
        const Result<QByteArray> pdf = renderPdf(samplePaper(PaperKind::AcceptanceNotice));
        QVERIFY(pdf.has_value());
        QVERIFY(pdfText(*pdf).contains(QStringLiteral("受理通知书\n")));
    }

    void theNamesOfTheCasesArePrintedWhole_data() {
        QTest::addColumn<QString>("name");
        const QStringList names = namesOfTheCases();
        QVERIFY(names.size() >= 9);
        for (const QString& name : names) {
            QTest::newRow(name.toUtf8().constData()) << name;
        }
    }
    void theNamesOfTheCasesArePrintedWhole() {
        QFETCH(QString, name);
        for (const PaperKind kind : {PaperKind::MaterialReceipt, PaperKind::MaterialReceiptSlip,
                 PaperKind::AcceptanceNotice, PaperKind::ServiceReceipt}) {
            PaperContent content = samplePaper(kind);
            content.applicantName = name.toStdString();
            const Result<QByteArray> pdf = renderPdf(content);
            QVERIFY2(pdf.has_value(), toText(kind).data());
            QVERIFY2(withoutBlanks(pdfText(*pdf)).contains(withoutBlanks(name)), toText(kind).data());
        }
    }

    void everyPaperReadsBackAsPrinted_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isLong");
        for (const PaperKind kind : allPaperKinds()) {
            QTest::newRow(toText(kind).data()) << static_cast<int>(kind) << false;
            QTest::addRow("%s, 60 materials", toText(kind).data()) << static_cast<int>(kind) << true;
        }
    }
    void everyPaperReadsBackAsPrinted() {
        QFETCH(int, kind);
        QFETCH(bool, isLong);
        PaperContent content = samplePaper(static_cast<PaperKind>(kind));
        content.seal = isLong ? SealPlace::Specimen : SealPlace::Empty;
        if (isLong) {
            content.materials = manyMaterials(60);
        }
        readsBack(content);
    }

    void severalPapersInOneFileReadBack() {
        std::vector<PaperContent> contents;
        QString printed;
        for (const PaperKind kind :
            {PaperKind::AcceptanceNotice, PaperKind::MaterialReceiptSlip, PaperKind::GrantDecision}) {
            contents.push_back(samplePaper(kind));
            printed += layOutPaper(contents.back())->text();
        }
        const Result<QByteArray> pdf = renderPdf(contents);
        QVERIFY(pdf.has_value());
        QCOMPARE(withoutBlanks(pdfText(*pdf)), withoutBlanks(printed));
    }

    void aCharacterThatNoFontDrawsIsToldAndNotPrintedAsABox() {
        const char32_t unknown = 0x2a6ff + 0x60000; // plane 9 holds nothing
        const QString name = QStringLiteral("测") + QString::fromUcs4(&unknown, 1) + QStringLiteral("试");
        QCOMPARE(undrawableCharacters(name), std::vector<char32_t> {unknown});
        PaperContent content = samplePaper(PaperKind::AcceptanceNotice);
        content.applicantName = name.toStdString();
        const Result<QByteArray> pdf = renderPdf(content);
        QVERIFY(!pdf.has_value());
        QCOMPARE(pdf.error().code, std::string {"paper.undrawable"});
        QCOMPARE(QString::fromStdString(pdf.error().arguments.at("characters")), QString::fromUcs4(&unknown, 1));
    }

    void emojiAndTurningSignsAreNoInkForAPaper() {
        QVERIFY(!undrawableCharacters(QStringLiteral("王\u202e某")).empty());
        QVERIFY(!undrawableCharacters(QStringLiteral("王\u0007某")).empty());
        QVERIFY(undrawableCharacters(QStringLiteral("古丽测·艾试 测䶮㛃﨣䮌\n")).empty());
    }
};

QTEST_MAIN(PaperTextTest)
#include "paper_text_test.moc"
