// SPDX-License-Identifier: GPL-3.0-or-later
#include "folder_printer.h"

#include <yichuang/printing/render.h>
#include <yichuang/qtbridge/values.h>

#include <QDir>
#include <QFile>
#include <QPromise>

#include <algorithm>

namespace yichuang {

QFuture<std::vector<PrinterDescription>> FolderPrinter::printers() {
    QPromise<std::vector<PrinterDescription>> promise;
    promise.start();
    promise.addResult(std::vector<PrinterDescription> {
        {QStringLiteral("PDF"), QStringLiteral("PDF"), true, true, QStringLiteral("idle"), {}}});
    promise.finish();
    return promise.future();
}

QFuture<Result<PrintOutcome>> FolderPrinter::print(PrintJob job) {
    QPromise<Result<PrintOutcome>> promise;
    promise.start();
    const auto answer = [&]() -> Result<PrintOutcome> {
        std::vector<PaperContent> copies;
        for (int copy = 1; copy <= std::max(1, job.content.copies); ++copy) {
            PaperContent content = job.content;
            content.copy = copy;
            copies.push_back(content);
        }
        auto pdf = renderPdf(copies);
        if (!pdf)
            return tl::unexpected<Error> {pdf.error()};
        auto hash = contentHash(job.content);
        if (!hash)
            return tl::unexpected<Error> {hash.error()};
        QFile file(QDir(m_folder).filePath(QStringLiteral("%1-%2-%3.pdf")
                .arg(++m_count, 2, 10, QLatin1Char('0'))
                .arg(toQString(toText(job.content.kind)), toQString(job.content.caseNo))));
        if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
            return failure("printer.failed", {{"printer", "PDF"}});
        PrintOutcome outcome;
        outcome.printer = QStringLiteral("PDF");
        outcome.copies = job.content.copies;
        outcome.templateVersion = templateVersion(job.content.kind);
        outcome.contentHash = *hash;
        return outcome;
    };
    promise.addResult(answer());
    promise.finish();
    return promise.future();
}

QFuture<Result<PrintOutcome>> FolderPrinter::printRuler(PaperSize, PrinterSettings) {
    QPromise<Result<PrintOutcome>> promise;
    promise.start();
    promise.addResult(failure("printer.none"));
    promise.finish();
    return promise.future();
}

} // namespace yichuang
