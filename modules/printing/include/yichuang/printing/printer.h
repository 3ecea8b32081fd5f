// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QString>

#include <yichuang/domain/result.h>
#include <yichuang/printing/paper.h>

#include <vector>

namespace yichuang {

/// A printer's settings at this workstation, one for A4 and one for the roll.
struct PrinterSettings {
    QString printer; ///< name; empty = the system's default
    QString tray; ///< one of the printer's `trays` ("upper", "cassette" …); empty = automatic
    double offsetRightMillimetres = 0; ///< everything moved right (negative: left)
    double offsetDownMillimetres = 0; ///< everything moved down (negative: up)
    friend bool operator==(const PrinterSettings&, const PrinterSettings&) = default;
};

struct PrinterDescription {
    QString name;
    QString description;
    bool isDefault = false;
    bool isReady = true;
    QString state; ///< code: "idle", "active", "off", "stopped"
    std::vector<QString> trays;
};

/// One printing: `content.copies` copies, each bearing its number (第 1 份，共 2 份), in one print job.
struct PrintJob {
    PaperContent content; ///< `copy` is set by the printer
    PrinterSettings settings;
};

struct PrintOutcome {
    QString printer; ///< the one that took it
    int pages = 0; ///< of all copies
    int copies = 0;
    int templateVersion = 0;
    std::string contentHash;
};

/// The printer port. Calls return at once; futures finish later, in the thread that made the printer. What is printed
/// was committed before (users.md 1), so a fault here is told and the paper printed again, nothing else. Errors:
/// "printer.none" (no printer installed), "printer.unknown" {printer}, "printer.off" {printer}, "printer.paper_out"
/// {printer}, "printer.stopped" {printer}, "printer.failed" {printer}, and those of `layOutPaper`.
class Printer {
public:
    Printer() = default;
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;
    virtual ~Printer() = default;

    [[nodiscard]] virtual QFuture<std::vector<PrinterDescription>> printers() = 0;
    [[nodiscard]] virtual QFuture<Result<PrintOutcome>> print(PrintJob job) = 0;
    /// The sheet with two rulers of 50 mm and the corner of the margins, for setting a printer's offset.
    [[nodiscard]] virtual QFuture<Result<PrintOutcome>> printRuler(PaperSize size, PrinterSettings settings) = 0;
};

} // namespace yichuang
