// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/printing/qt_printer.h>

#include <yichuang/printing/render.h>
#include <yichuang/qtbridge/values.h>

#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>

#include <algorithm>
#include <array>
#include <map>
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

struct Tray {
    QPrinter::PaperSource source;
    const char* name;
};
constexpr std::array trays {Tray {QPrinter::Auto, "auto"}, Tray {QPrinter::Upper, "upper"},
    Tray {QPrinter::Lower, "lower"}, Tray {QPrinter::Middle, "middle"}, Tray {QPrinter::Manual, "manual"},
    Tray {QPrinter::Envelope, "envelope"}, Tray {QPrinter::EnvelopeManual, "envelope_manual"},
    Tray {QPrinter::Tractor, "tractor"}, Tray {QPrinter::SmallFormat, "small_format"},
    Tray {QPrinter::LargeFormat, "large_format"}, Tray {QPrinter::LargeCapacity, "large_capacity"},
    Tray {QPrinter::Cassette, "cassette"}, Tray {QPrinter::FormSource, "form_source"}};

QPrinter::PaperSource trayFromName(const QString& name) {
    for (const Tray& tray : trays) {
        if (name == QLatin1String(tray.name)) {
            return tray.source;
        }
    }
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    return isNumber ? static_cast<QPrinter::PaperSource>(number) : QPrinter::Auto;
}

/// Sends papers as one job. Answers the printer that took it and its pages.
Result<PrintOutcome> send(
    const std::vector<LaidOutPaper>& papers, const PrinterSettings& settings, std::string_view title) {
    const QPrinterInfo info
        = settings.printer.isEmpty() ? QPrinterInfo::defaultPrinter() : QPrinterInfo::printerInfo(settings.printer);
    if (info.isNull()) {
        return settings.printer.isEmpty() ? failure("printer.none")
                                          : failure("printer.unknown", {{"printer", settings.printer.toStdString()}});
    }
    const std::map<std::string, std::string> named {{"printer", info.printerName().toStdString()}};
    if (!isReady(info.state())) {
        return failure(info.state() == QPrinter::Error ? "printer.stopped" : "printer.off", named);
    }
    QPrinter printer {info, QPrinter::HighResolution};
    printer.setFullPage(true);
    printer.setDocName(toQString(title));
    printer.setPageLayout(pageLayoutOf(papers.front()));
    if (!settings.tray.isEmpty()) {
        printer.setPaperSource(trayFromName(settings.tray));
    }
    QPainter painter;
    if (!painter.begin(&printer)) {
        return failure("printer.failed", named, "the printer took no page");
    }
    const double unitsPerPoint = printer.resolution() / 72.0;
    const double unitsPerMillimetre = printer.resolution() / 25.4;
    PrintOutcome outcome;
    outcome.printer = info.printerName();
    for (const LaidOutPaper& paper : papers) {
        for (int page = 0; page < paper.pageCount(); ++page) {
            if (outcome.pages++ > 0 && !printer.newPage()) {
                painter.end();
                return failure("printer.failed", named, "the printer stopped between pages");
            }
            painter.save();
            painter.translate(settings.offsetRightMillimetres * unitsPerMillimetre,
                settings.offsetDownMillimetres * unitsPerMillimetre);
            paper.paintPage(painter, page, unitsPerPoint);
            painter.restore();
        }
    }
    if (!painter.end() || printer.printerState() == QPrinter::Error) {
        return failure("printer.failed", named);
    }
    return outcome;
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
    Result<PrintOutcome> outcome = send(*papers, job.settings, titleOf(job.content.kind));
    if (outcome) {
        outcome->copies = std::max(1, job.content.copies);
        outcome->templateVersion = templateVersion(job.content.kind);
        outcome->contentHash = *hash;
    }
    return outcome;
}

Result<PrintOutcome> printRulerNow(PaperSize size, const PrinterSettings& settings) {
    std::vector<LaidOutPaper> sheet;
    sheet.push_back(layOutRuler(size));
    Result<PrintOutcome> outcome = send(sheet, settings, "打印位置校准");
    if (outcome) {
        outcome->copies = 1;
    }
    return outcome;
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
        // Qt tells a printer's own trays on Windows only; a driver that lacks the tray asked for takes its own choice.
        for (const Tray& tray : trays) {
            description.trays.push_back(QString::fromLatin1(tray.name));
        }
        result.push_back(std::move(description));
    }
    return result;
}

} // namespace

QFuture<std::vector<PrinterDescription>> QtPrinter::printers() {
    return m_beside.run([] { return printersNow(); });
}

QFuture<Result<PrintOutcome>> QtPrinter::print(PrintJob job) {
    return m_beside.run([job = std::move(job)] { return printNow(job); });
}

QFuture<Result<PrintOutcome>> QtPrinter::printRuler(PaperSize size, PrinterSettings settings) {
    return m_beside.run([size, settings = std::move(settings)] { return printRulerNow(size, settings); });
}

} // namespace yichuang
