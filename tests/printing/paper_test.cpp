// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper_samples.h"
#include "pdf_reader.h"

#include <yichuang/domain/papers.h>
#include <yichuang/printing/render.h>

#define ZX_USE_UTF8 1
#if __has_include(<ZXing/ReaderOptions.h>)
#include <ZXing/ReaderOptions.h>
#else
#include <ZXing/DecodeHints.h>
#endif
#include <ZXing/ReadBarcode.h>

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <set>

using namespace yichuang;

namespace {

#if __has_include(<ZXing/ReaderOptions.h>)
using ReadingOptions = ZXing::ReaderOptions;
#else
using ReadingOptions = ZXing::DecodeHints;
#endif

QString codeOn(const QImage& page) {
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view {
        grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine())};
    ReadingOptions options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setTryHarder(true);
    const auto result = ZXing::ReadBarcode(view, options);
    return result.isValid() ? QString::fromStdString(result.text()) : QString();
}

/// The rectangle that holds every dark point of a page.
QRect inkOf(const QImage& page) {
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    QRect ink;
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* line = grey.constScanLine(y);
        const auto isInk = [](uchar value) { return value < 200; };
        const uchar* first = std::find_if(line, line + grey.width(), isInk);
        if (first == line + grey.width()) {
            continue;
        }
        const uchar* last
            = std::find_if(std::make_reverse_iterator(line + grey.width()), std::make_reverse_iterator(first), isInk)
                  .base()
            - 1;
        ink |= QRect {QPoint {static_cast<int>(first - line), y}, QPoint {static_cast<int>(last - line), y}};
    }
    return ink;
}

QString textOf(const PaperContent& content) {
    const Result<QByteArray> pdf = renderPdf(content);
    return pdf ? withoutBlanks(pdfText(*pdf)) : QString();
}

constexpr int dotsPerInch = 254; // ten dots a millimetre

} // namespace

class PaperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDocumentNumberIsMadeOfWordYearSerialAndOrdinal() {
        QCOMPARE(documentNumber(PaperKind::AcceptanceNotice, "衡卫许", "40018010514032", 1),
            std::string {"衡卫许受字〔2018〕0105140-1 号"});
        QCOMPARE(documentNumber(PaperKind::CorrectionNotice, "衡卫许", "40018010514032", 2),
            std::string {"衡卫许补字〔2018〕0105140-2 号"});
        QCOMPARE(documentNumber(PaperKind::ProcessSheet, "衡卫许", "40018010514032", 1), std::string {});
        QCOMPARE(documentNumber(PaperKind::GrantDecision, "衡卫许", "400180105140", 1), std::string {});
        std::set<std::string> numbers;
        for (const PaperKind kind : allPaperKinds()) {
            if (bearsDocumentNumber(kind) && kind != PaperKind::MaterialReceiptSlip) {
                numbers.insert(documentNumber(kind, "衡卫许", "40018010514032", 1));
            }
        }
        QCOMPARE(numbers.size(), allPaperKinds().size() - 2); // the slip is the receipt on another paper
    }

    void everyKindHasANameThatLeadsBackToIt() {
        for (const PaperKind kind : allPaperKinds()) {
            QCOMPARE(paperKindFromText(toText(kind)), std::optional {kind});
            QVERIFY2(templateVersion(kind) >= 1, toText(kind).data());
        }
        QVERIFY(!paperKindFromText("letter"));
    }

    void everyPaperThatTheLawCallsForIsThere() {
        int called = 0;
        for (const Event event : allEvents()) {
            for (const CommandAct act :
                {CommandAct::Do, CommandAct::Request, CommandAct::Approve, CommandAct::Decline}) {
                Entry entry;
                entry.event = event;
                entry.act = act;
                entry.facts.commit = Commit {true, {}};
                for (const std::string_view paper : papersOf(entry)) {
                    QVERIFY2(paperKindFromText(paper).has_value(), std::string {paper}.c_str());
                    ++called;
                }
            }
        }
        QVERIFY(called > 15);
    }

    void theSlipIsTheReceiptOnAnotherRollAndNothingElseIs() {
        for (const PaperKind paper : allPaperKinds()) {
            for (const PaperKind other : allPaperKinds()) {
                const auto isReceipt = [](PaperKind kind) {
                    return kind == PaperKind::MaterialReceipt || kind == PaperKind::MaterialReceiptSlip;
                };
                QCOMPARE(sameDocument(toText(paper), toText(other)),
                    paper == other || (isReceipt(paper) && isReceipt(other)));
            }
        }
    }

    void everyPaperBearsOrganTitleNumberCaseApplicantItemDateAndPhones() {
        for (const PaperKind kind : allPaperKinds()) {
            const PaperContent content = samplePaper(kind);
            const QString text = textOf(content);
            const auto has = [&text](const std::string& value) {
                return text.contains(withoutBlanks(QString::fromStdString(value)));
            };
            QVERIFY2(has(content.organName), toText(kind).data());
            QVERIFY2(has(std::string {titleOf(kind)}), toText(kind).data());
            QVERIFY2(has(content.itemTitle), toText(kind).data());
            QVERIFY2(has(content.contactPhone), toText(kind).data());
            QVERIFY2(has(content.supervisionPhone), toText(kind).data());
            if (kind == PaperKind::ProcessSheet) {
                continue;
            }
            QVERIFY2(has(content.documentNumber), toText(kind).data());
            QVERIFY2(has("400 18 010 5140 32"), toText(kind).data());
            QVERIFY2(has("2018 年 11 月 19 日") || has("2018-11-19"), toText(kind).data());
            if (kind != PaperKind::WithdrawalForm && kind != PaperKind::CommitmentPledge) {
                QVERIFY2(has(content.applicantName), toText(kind).data());
            }
        }
    }

    void theCodeOnEveryPaperIsTheCaseNumberInDigits() {
        for (const PaperKind kind : allPaperKinds()) {
            if (kind == PaperKind::ProcessSheet) {
                continue; // belongs to no case
            }
            const Result<std::vector<QImage>> pages = renderImages(samplePaper(kind), 200);
            QVERIFY(pages.has_value());
            QString read;
            for (const QImage& page : *pages) {
                read = read.isEmpty() ? codeOn(page) : read;
            }
            QVERIFY2(read == QLatin1String("40018010514032"), toText(kind).data());
        }
    }

    void nothingIsPrintedInTheMarginsOf18Millimetres() {
        for (const PaperKind kind : allPaperKinds()) {
            if (sizeOf(kind) != PaperSize::A4) {
                continue;
            }
            PaperContent content = samplePaper(kind);
            content.materials = manyMaterials(60);
            content.applicantName = "阿卜测热合试·麦麦提测尔荪·测试甲";
            const Result<std::vector<QImage>> pages = renderImages(content, dotsPerInch / 2);
            QVERIFY(pages.has_value());
            for (const QImage& page : *pages) {
                QCOMPARE(page.size(), QSize(1050, 1485));
                const QRect ink = inkOf(page);
                QVERIFY2(ink.left() >= 89 && ink.right() <= 961 && ink.top() >= 90 && ink.bottom() <= 1395,
                    qPrintable(QStringLiteral("%1: %2 %3 %4 %5")
                            .arg(QLatin1String(toText(kind).data()))
                            .arg(ink.left())
                            .arg(ink.top())
                            .arg(ink.right())
                            .arg(ink.bottom())));
            }
        }
    }

    void aReceiptWith60MaterialsOnTheRollIsNeitherCutNorFollowedByMetresOfPaper() {
        PaperContent content = samplePaper(PaperKind::MaterialReceiptSlip);
        content.materials = manyMaterials(60);
        const Result<QByteArray> pdf = renderPdf(content);
        QVERIFY(pdf.has_value());
        const QString facts = poppler(QStringLiteral("pdfinfo"), *pdf, {});
        const auto size = QRegularExpression(QStringLiteral("Page size:\\s+([\\d.]+) x ([\\d.]+)")).match(facts);
        QVERIFY(size.hasMatch());
        QVERIFY(qAbs(size.captured(1).toDouble() - 226.77) <= 1);
        QVERIFY(size.captured(2).toDouble() > 842);
        QVERIFY(facts.contains(QRegularExpression(QStringLiteral("Pages:\\s+1\\n"))));
        const QString text = withoutBlanks(pdfText(*pdf));
        QVERIFY(text.contains(QStringLiteral("第60项材料")));
        QVERIFY(text.endsWith(QStringLiteral("个人信息仅用于办理本事项。")));

        const Result<std::vector<QImage>> pages = renderImages(content, dotsPerInch);
        QCOMPARE(pages->size(), std::size_t {1});
        const QImage& page = pages->front();
        const QRect ink = inkOf(page);
        QVERIFY(page.height() - ink.bottom() <= 200); // 20 mm
        QVERIFY(page.height() - ink.bottom() >= 30); // nothing cut by the knife
        QVERIFY(ink.left() >= 30 && ink.right() <= page.width() - 30);
        QCOMPARE(codeOn(page), QStringLiteral("40018010514032"));
    }

    void theRulerMeasures50Millimetres() {
        for (const PaperSize size : {PaperSize::A4, PaperSize::Roll80}) {
            const LaidOutPaper sheet = layOutRuler(size);
            QCOMPARE(sheet.pageCount(), 1);
            const QImage page = sheet.image(0, dotsPerInch);
            // The horizontal ruler is the longest unbroken dark line of the sheet.
            int longest = 0;
            for (int y = 0; y < page.height(); ++y) {
                int run = 0;
                for (int x = 0; x < page.width(); ++x) {
                    run = qGray(page.pixel(x, y)) < 128 ? run + 1 : 0;
                    longest = std::max(longest, run);
                }
            }
            QVERIFY2(qAbs(longest - 500) <= 2, qPrintable(QString::number(longest)));
        }
    }

    void aLongListRepeatsItsHeadingOnEachPage() {
        PaperContent content = samplePaper(PaperKind::AcceptanceNotice);
        content.materials = manyMaterials(60);
        const Result<QByteArray> pdf = renderPdf(content);
        QVERIFY(pdf.has_value());
        const QStringList pages = pdfText(*pdf).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
        QVERIFY(pages.size() >= 3);
        for (const QString& page : pages) {
            const qsizetype row = page.indexOf(QStringLiteral("项材料：由"));
            if (row >= 0) {
                QVERIFY(page.lastIndexOf(QStringLiteral("收到的材料"), row) >= 0);
            }
        }
    }

    void numberSealAndSignatureStandTogetherAndNeverAlone() {
        for (int count = 5; count <= 30; ++count) {
            PaperContent content = samplePaper(PaperKind::AcceptanceNotice);
            content.materials = manyMaterials(count);
            const Result<QByteArray> pdf = renderPdf(content);
            QVERIFY(pdf.has_value());
            const QStringList pages = pdfText(*pdf).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
            const QString last = pages.last();
            QVERIFY2(last.contains(QStringLiteral("办件编号")) && last.contains(QStringLiteral("受理专用章"))
                    && last.contains(QStringLiteral("申请人签收")),
                qPrintable(QString::number(count)));
            QVERIFY2(last.contains(QStringLiteral("个人信息告知")), qPrintable(QString::number(count)));
        }
    }

    void aProvisionalDateIsPrintedAsProvisional() {
        PaperContent content = samplePaper(PaperKind::AcceptanceNotice);
        QVERIFY(!textOf(content).contains(QStringLiteral("暂定")));
        content.decideBy->provisional = true;
        QVERIFY(textOf(content).contains(QStringLiteral("2018年11月22日（星期四，暂定）")));
        PaperContent slip = samplePaper(PaperKind::MaterialReceiptSlip);
        slip.windowEnd->provisional = true;
        QVERIFY(textOf(slip).contains(QStringLiteral("2018-11-26（暂定）")));
    }

    void takenInHereAndKnownAtTheCentreAreTwoMarksOnPaper() {
        for (const PaperKind kind : {PaperKind::MaterialReceiptSlip, PaperKind::AcceptanceNotice}) {
            PaperContent content = samplePaper(kind);
            QVERIFY(textOf(content).contains(QStringLiteral("窗口已收·中心待确认")));
            content.mark = CentreMark::KnownAtCentre;
            QVERIFY(textOf(content).contains(QStringLiteral("窗口已收·中心已知")));
            content.mark = CentreMark::NotShown;
            QVERIFY(!textOf(content).contains(QStringLiteral("窗口已收")));
        }
    }

    void aReprintSaysSoAndIsProvedToBeTheSamePaper() {
        for (const PaperKind kind : {PaperKind::MaterialReceiptSlip, PaperKind::AcceptanceNotice}) {
            const PaperContent first = samplePaper(kind);
            PaperContent again = first;
            again.reprint = 2;
            again.copy = 2;
            again.mark = CentreMark::KnownAtCentre;
            QVERIFY(!textOf(first).contains(QStringLiteral("补打")));
            QVERIFY(textOf(again).contains(QStringLiteral("补打2")));
            QVERIFY(textOf(again).contains(QStringLiteral("第2份，共2份")));
            QCOMPARE(contentHash(again).value(), contentHash(first).value());
            PaperContent other = first;
            other.itemTitle = "护士执业注册（变更）";
            QVERIFY(contentHash(other).value() != contentHash(first).value());
            QCOMPARE(contentHash(first)->size(), std::size_t {64});
        }
    }

    void remediesNameSixtyDaysAndSixMonthsNeverThree() {
        for (const PaperKind kind :
            {PaperKind::NonAcceptanceDecision, PaperKind::RefusalDecision, PaperKind::TerminationNotice}) {
            const QString text = textOf(samplePaper(kind));
            QVERIFY2(text.contains(QStringLiteral("六十日内向衡阳市人民政府申请行政复议")), toText(kind).data());
            QVERIFY2(
                text.contains(QStringLiteral("六个月内依法向衡阳市蒸湘区人民法院提起行政诉讼")), toText(kind).data());
            QVERIFY2(!text.contains(QStringLiteral("三个月内")), toText(kind).data());
        }
    }

    void anAcceptanceSaysOnWhichGroundItRests() {
        PaperContent content = samplePaper(PaperKind::AcceptanceNotice);
        QVERIFY(textOf(content).contains(QStringLiteral("申请材料齐全，符合法定形式")));
        content.acceptance = AcceptanceGround::AfterCorrection;
        QVERIFY(textOf(content).contains(QStringLiteral("补正材料收齐之日")));
        content.acceptance = AcceptanceGround::BySilence;
        QVERIFY(textOf(content).contains(QStringLiteral("自收到申请材料之日起即为受理")));
    }

    void theSealsPlaceIsLeftForTheSealUnlessItIsADemonstration() {
        PaperContent content = samplePaper(PaperKind::AcceptanceNotice);
        QVERIFY(textOf(content).contains(QStringLiteral("（受理专用章）")));
        QVERIFY(!textOf(content).contains(QStringLiteral("（样）")));
        content.seal = SealPlace::Specimen;
        QVERIFY(textOf(content).contains(QStringLiteral("受理专用章（样）")));
    }

    void aNameIsMaskedOnTheSlipWhenTheHallWantsIt() {
        PaperContent slip = samplePaper(PaperKind::MaterialReceiptSlip);
        slip.applicantName = "欧阳测试";
        slip.nameOnSlip = NameOnSlip::Masked;
        QVERIFY(textOf(slip).contains(QStringLiteral("欧***")));
        QVERIFY(!textOf(slip).contains(QStringLiteral("欧阳")));
    }

    void whatAnApplicantWroteIsNeverReadAsMarkup() {
        PaperContent content = samplePaper(PaperKind::AcceptanceNotice);
        content.applicantName = "<b>测</b>&amp;{{organ}} 12pt";
        QVERIFY(textOf(content).contains(QStringLiteral("<b>测</b>&amp;{{organ}}12pt")));
    }

    void anIncompletePaperSaysWhichFieldIsMissing() {
        PaperContent content = samplePaper(PaperKind::RefusalDecision);
        content.reasons.clear();
        Result<LaidOutPaper> paper = layOutPaper(content);
        QVERIFY(!paper.has_value());
        QCOMPARE(paper.error().code, std::string {"paper.incomplete"});
        QCOMPARE(paper.error().arguments.at("field"), std::string {"reasons"});
        content = samplePaper(PaperKind::AcceptanceNotice);
        content.caseNo = "4001801051403";
        QCOMPARE(layOutPaper(content).error().code, std::string {"paper.case_number"});
    }

    void aReceiptOfNothingSaysThatNothingCame() {
        for (const PaperKind kind : {PaperKind::MaterialReceipt, PaperKind::MaterialReceiptSlip}) {
            PaperContent content = samplePaper(kind);
            QVERIFY(textOf(content).contains(QStringLiteral("共4项")));
            content.materials.clear();
            const QString text = textOf(content);
            QVERIFY2(text.contains(QStringLiteral("本次没有收到申请材料")), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("共0项")), qPrintable(text));
        }
    }

    void aTextOfTenThousandCharactersIsPrintedToItsEnd() {
        PaperContent content = samplePaper(PaperKind::RefusalDecision);
        const QString reason = QStringLiteral("理由").repeated(5000);
        content.reasons = {reason.toStdString()};
        const QString text = textOf(content);
        QVERIFY(text.count(QStringLiteral("理由理由")) > 2000);
        QVERIFY(text.contains(QStringLiteral("六个月内")));
    }
};

QTEST_MAIN(PaperTest)
#include "paper_test.moc"
