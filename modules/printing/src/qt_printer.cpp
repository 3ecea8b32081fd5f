#include <yichuang/printing/qt_printer.h>

#include <yichuang/printing/render.h>

#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <memory>
#include <utility>

namespace yichuang {

namespace {

QString stateText(QPrinter::PrinterState state) {
    switch (state) {
    case QPrinter::Idle:
        return QStringLiteral("idle");
    case QPrinter::Active:
        return QStringLiteral("active");
    case QPrinter::Aborted:
        return QStringLiteral("off");
    case QPrinter::Error:
        return QStringLiteral("stopped");
    }
    return QStringLiteral("off");
}

bool isReady(QPrinter::PrinterState state) {
    return state == QPrinter::Idle || state == QPrinter::Active;
}

QPageLayout pageLayoutOf(const LaidOutPaper& paper) {
    const QPageSize size {paper.pageSizeMillimetres(), QPageSize::Millimeter, {},
        paper.pageSizeMillimetres().width() > 100 ? QPageSize::FuzzyMatch : QPageSize::ExactMatch};
    return {size, QPageLayout::Portrait, QMarginsF {}, QPageLayout::Millimeter};
}

Result<std::vector<LaidOutPaper>> copiesOfPaper(const PaperContent& content) {
    std::vector<LaidOutPaper> copies;
    for (int copy = 1; copy <= std::max(1, content.copies); ++copy) {
        PaperContent one = content;
        one.copy = copy;
        Result<LaidOutPaper> paper = layOutPaper(one);
        if (!paper) {
            return tl::unexpected<Error> {paper.error()};
        }
        copies.push_back(*std::move(paper));
    }
    return copies;
}

Result<PrintOutcome> printNow(const PrintJob& job) {
    const Result<std::string> hash = contentHash(job.content);
    if (!hash) {
        return tl::unexpected<Error> {hash.error()};
    }
    const Result<std::vector<LaidOutPaper>> papers = copiesOfPaper(job.content);
    if (!papers) {
        return tl::unexpected<Error> {papers.error()};
    }
    const QPrinterInfo info = job.settings.printer.isEmpty() ? QPrinterInfo::defaultPrinter()
                                                             : QPrinterInfo::printerInfo(job.settings.printer);
    if (info.isNull()) {
        return job.settings.printer.isEmpty()
            ? failure("printer.none")
            : failure("printer.unknown", {{"printer", job.settings.printer.toStdString()}});
    }
    const std::map<std::string, std::string> named {{"printer", info.printerName().toStdString()}};
    if (!isReady(info.state())) {
        return failure(info.state() == QPrinter::Error ? "printer.stopped" : "printer.off", named);
    }
    QPrinter printer {info, QPrinter::HighResolution};
    printer.setFullPage(true);
    printer.setDocName(
        QString::fromUtf8(titleOf(job.content.kind).data(), static_cast<qsizetype>(titleOf(job.content.kind).size())));
    printer.setPageLayout(pageLayoutOf(papers->front()));
    if (!job.settings.tray.isEmpty()) {
        // Qt names a tray by number only; the number of a tray that the driver does not have is refused by the driver.
        bool isNumber = false;
        const int tray = job.settings.tray.toInt(&isNumber);
        if (isNumber) {
            printer.setPaperSource(static_cast<QPrinter::PaperSource>(tray));
        }
    }
    QPainter painter;
    if (!painter.begin(&printer)) {
        return failure("printer.failed", named, "the printer took no page");
    }
    const double unitsPerPoint = printer.resolution() / 72.0;
    const double unitsPerMillimetre = printer.resolution() / 25.4;
    int pages = 0;
    for (const LaidOutPaper& paper : *papers) {
        for (int page = 0; page < paper.pageCount(); ++page) {
            if (pages++ > 0 && !printer.newPage()) {
                painter.end();
                return failure("printer.failed", named, "the printer stopped between pages");
            }
            painter.save();
            painter.translate(job.settings.offsetRightMillimetres * unitsPerMillimetre,
                job.settings.offsetDownMillimetres * unitsPerMillimetre);
            paper.paintPage(painter, page, unitsPerPoint);
            painter.restore();
        }
    }
    if (!painter.end() || printer.printerState() == QPrinter::Error) {
        return failure("printer.failed", named);
    }
    return PrintOutcome {
        info.printerName(), pages, std::max(1, job.content.copies), templateVersion(job.content.kind), *hash};
}

std::vector<PrinterDescription> printersNow() {
    std::vector<PrinterDescription> result;
    for (const QPrinterInfo& info : QPrinterInfo::availablePrinters()) {
        PrinterDescription description;
        description.name = info.printerName();
        description.description = info.description();
        description.isDefault = info.isDefault();
        description.isReady = isReady(info.state());
        description.state = stateText(info.state());
        result.push_back(std::move(description));
    }
    return result;
}

template <typename Value, typename Work> QFuture<Value> onThread(QThreadPool& thread, Work work) {
    auto promise = std::make_shared<QPromise<Value>>();
    QFuture<Value> future = promise->future();
    promise->start();
    thread.start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace

QtPrinter::QtPrinter()
    : m_thread(std::make_unique<QThreadPool>()) {
    m_thread->setMaxThreadCount(1);
}

QtPrinter::~QtPrinter() = default;

QFuture<std::vector<PrinterDescription>> QtPrinter::printers() {
    return onThread<std::vector<PrinterDescription>>(*m_thread, [] { return printersNow(); });
}

QFuture<Result<PrintOutcome>> QtPrinter::print(PrintJob job) {
    return onThread<Result<PrintOutcome>>(*m_thread, [job = std::move(job)] { return printNow(job); });
}

} // namespace yichuang
