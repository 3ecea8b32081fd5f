// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/printing/printer.h>
#include <yichuang/qtbridge/background.h>

namespace yichuang {

/// The system's printers through Qt (CUPS where it is installed). One job after the other; the destructor waits for
/// the one under way.
class QtPrinter final : public Printer {
public:
    [[nodiscard]] QFuture<std::vector<PrinterDescription>> printers() override;
    [[nodiscard]] QFuture<Result<PrintOutcome>> print(PrintJob job) override;
    [[nodiscard]] QFuture<Result<PrintOutcome>> printRuler(PaperSize size, PrinterSettings settings) override;

private:
    Background m_beside;
};

} // namespace yichuang
