#pragma once

#include <yichuang/printing/printer.h>

#include <memory>

class QThreadPool;

namespace yichuang {

/// The system's printers through Qt (CUPS where it is installed). One job after the other.
class QtPrinter final : public Printer {
public:
    QtPrinter();
    /// Waits for the job under way.
    ~QtPrinter() override;

    [[nodiscard]] QFuture<std::vector<PrinterDescription>> printers() override;
    [[nodiscard]] QFuture<Result<PrintOutcome>> print(PrintJob job) override;
    [[nodiscard]] QFuture<Result<PrintOutcome>> printRuler(PaperSize size, PrinterSettings settings) override;

private:
    std::unique_ptr<QThreadPool> m_thread;
};

} // namespace yichuang
