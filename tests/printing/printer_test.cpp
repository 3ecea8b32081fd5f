// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper_samples.h"

#include <yichuang/kit/fake_printer.h>
#include <yichuang/printing/qt_printer.h>

#include <QPrinterInfo>
#include <QTest>

using namespace yichuang;

class PrinterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPrinterThatIsNotThereIsAnErrorAndNoCrash() {
        QtPrinter printer;
        PrintJob job {samplePaper(PaperKind::AcceptanceNotice), {}};
        job.settings.printer = QStringLiteral("no such printer");
        QFuture<Result<PrintOutcome>> future = printer.print(job);
        QTRY_VERIFY(future.isFinished());
        QVERIFY(!future.result().has_value());
        QCOMPARE(future.result().error().code, std::string {"printer.unknown"});
        QCOMPARE(future.result().error().arguments.at("printer"), std::string {"no such printer"});
    }

    void withoutAnyPrinterTheClerkIsToldSo() {
        if (!QPrinterInfo::defaultPrinter().isNull()) {
            QSKIP("this machine has a printer");
        }
        QtPrinter printer;
        QFuture<std::vector<PrinterDescription>> list = printer.printers();
        QTRY_VERIFY(list.isFinished());
        QFuture<Result<PrintOutcome>> future = printer.print({samplePaper(PaperKind::MaterialReceiptSlip), {}});
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().code, std::string {"printer.none"});
    }

    void anIncompletePaperReachesNoPrinter() {
        QtPrinter printer;
        PrintJob job {samplePaper(PaperKind::GrantDecision), {}};
        job.content.grantedContent.clear();
        QFuture<Result<PrintOutcome>> future = printer.print(job);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().code, std::string {"paper.incomplete"});
    }

    void aPrinterThatGoesAwayBetweenJobsAnswersTheNextOne() {
        kit::FakePrinter printer;
        const PrintJob job {samplePaper(PaperKind::AcceptanceNotice), {}};
        printer.failNext("printer.paper_out");
        QCOMPARE(printer.print(job).result().error().code, std::string {"printer.paper_out"});
        const Result<PrintOutcome> outcome = printer.print(job).result();
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->copies, 2);
        QCOMPARE(outcome->contentHash, contentHash(job.content).value());
        QCOMPARE(printer.jobs().size(), std::size_t {1});
    }
};

QTEST_MAIN(PrinterTest)
#include "printer_test.moc"
