// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/printing/printer.h>

#include <QString>

namespace yichuang {

/// A printer that keeps what it prints as PDFs in the tour's folder.
class FolderPrinter final : public Printer {
public:
    explicit FolderPrinter(QString folder)
        : m_folder(std::move(folder)) { }
    [[nodiscard]] QFuture<std::vector<PrinterDescription>> printers() override;
    [[nodiscard]] QFuture<Result<PrintOutcome>> print(PrintJob job) override;
    [[nodiscard]] QFuture<Result<PrintOutcome>> printRuler(PaperSize size, PrinterSettings settings) override;

private:
    QString m_folder;
    int m_count = 0;
};

} // namespace yichuang
