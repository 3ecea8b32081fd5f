// SPDX-License-Identifier: GPL-3.0-or-later
// Every paper beside its picture in tests/fixtures/papers. The pictures were looked at; what changes them is looked at
// again: YICHUANG_TAKE_PICTURES=1 paper_pictures_test writes them anew.
#include "paper_samples.h"

#include <yichuang/printing/render.h>
#include <yichuang/qtbridge/values.h>

#include <QDir>
#include <QImage>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace yichuang;

namespace {

constexpr int dotsPerInch = 60;
/// Side of the squares whose ink is compared, in pixels: a line of text and a half. Versions of a font library put the
/// same glyph half a pixel aside; a line that moves, breaks elsewhere or is missing changes the ink of a square.
constexpr int square = 16;
constexpr double mostInOneSquare = 0.16;
constexpr double mostOnAverage = 0.012;

QString folder() {
    return QStringLiteral(YICHUANG_FIXTURES "/papers");
}

QString nameOf(PaperKind kind, std::size_t page) {
    return QStringLiteral("%1-%2.png").arg(toQString(toText(kind))).arg(page + 1);
}

/// From 0 (white) to 1 (black).
double inkIn(const QImage& grey, int left, int top) {
    double ink = 0;
    for (int y = top; y < top + square; ++y) {
        for (int x = left; x < left + square; ++x)
            ink += x < grey.width() && y < grey.height() ? 255 - grey.constScanLine(y)[x] : 0;
    }
    return ink / (255.0 * square * square);
}

/// What sets the page apart from its picture; empty if nothing does.
QString difference(const QImage& page, const QImage& picture) {
    if (picture.isNull())
        return QStringLiteral("there is no picture");
    if (std::abs(page.width() - picture.width()) > 1 || std::abs(page.height() - picture.height()) > square)
        return QStringLiteral("%1 × %2, the picture %3 × %4")
            .arg(page.width())
            .arg(page.height())
            .arg(picture.width())
            .arg(picture.height());
    const QImage one = page.convertToFormat(QImage::Format_Grayscale8);
    const QImage other = picture.convertToFormat(QImage::Format_Grayscale8);
    double sum = 0;
    int squares = 0;
    for (int top = 0; top < one.height(); top += square) {
        for (int left = 0; left < one.width(); left += square) {
            const double apart = std::abs(inkIn(one, left, top) - inkIn(other, left, top));
            if (apart > mostInOneSquare)
                return QStringLiteral("other ink at %1, %2: %3").arg(left).arg(top).arg(apart);
            sum += apart;
            ++squares;
        }
    }
    const double average = sum / squares;
    return average > mostOnAverage ? QStringLiteral("other ink on the whole: %1").arg(average) : QString {};
}

} // namespace

class PaperPicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPaperLooksLikeItsPicture_data() {
        QTest::addColumn<int>("kind");
        for (const PaperKind kind : allPaperKinds())
            QTest::newRow(std::string {toText(kind)}.c_str()) << static_cast<int>(kind);
    }
    void everyPaperLooksLikeItsPicture() {
        QFETCH(int, kind);
        const auto paper = static_cast<PaperKind>(kind);
        const auto pages = renderImages(samplePaper(paper), dotsPerInch);
        QVERIFY2(pages, pages ? "" : pages.error().code.c_str());
        if (qEnvironmentVariableIsSet("YICHUANG_TAKE_PICTURES")) {
            QDir().mkpath(folder());
            for (std::size_t page = 0; page < pages->size(); ++page)
                QVERIFY((*pages)[page]
                        .convertToFormat(QImage::Format_Grayscale8)
                        .save(QDir(folder()).filePath(nameOf(paper, page))));
            QSKIP("the picture was taken anew");
        }
        const QStringList kept = QDir(folder()).entryList({QStringLiteral("%1-*.png").arg(toQString(toText(paper)))});
        QCOMPARE(kept.size(), static_cast<qsizetype>(pages->size()));
        for (std::size_t page = 0; page < pages->size(); ++page) {
            const QString apart = difference((*pages)[page], QImage(QDir(folder()).filePath(nameOf(paper, page))));
            if (!apart.isEmpty())
                (*pages)[page].save(QDir::temp().filePath(nameOf(paper, page)));
            QVERIFY2(apart.isEmpty(), qPrintable(nameOf(paper, page) + QStringLiteral(": ") + apart));
        }
    }

    /// The comparison itself: it must see what a person would see.
    void aLineMoreOrLessIsSeen() {
        PaperContent content = samplePaper(PaperKind::GrantDecision);
        const auto before = renderImages(content, dotsPerInch);
        QVERIFY(before);
        QCOMPARE(difference(before->front(), before->front()), QString {});
        content.paragraphs.emplace_back(
            "另行通知如下：本决定书一式两份，申请人一份，行政机关存档一份，自送达之日起生效。");
        const auto after = renderImages(content, dotsPerInch);
        QVERIFY(after);
        QVERIFY(!difference(after->front(), before->front()).isEmpty());
        PaperContent other = samplePaper(PaperKind::GrantDecision);
        other.documentNumber = {};
        other.itemTitle = "某";
        const auto changed = renderImages(other, dotsPerInch);
        QVERIFY(changed);
        QVERIFY(!difference(changed->front(), before->front()).isEmpty());
    }
};

QTEST_MAIN(PaperPicturesTest)
#include "paper_pictures_test.moc"
