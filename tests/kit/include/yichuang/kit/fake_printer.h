// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/printing/printer.h>
#include <yichuang/printing/render.h>

#include <QPromise>

#include <deque>
#include <vector>

namespace yichuang::kit {

/// A printer that keeps what it was given. Each fault put into it answers one job; after that it prints again.
class FakePrinter final : public Printer {
public:
    [[nodiscard]] QFuture<std::vector<PrinterDescription>> printers() override {
        PrinterDescription laser;
        laser.name = QStringLiteral("laser");
        laser.description = QStringLiteral("A4");
        laser.isDefault = true;
        laser.state = QStringLiteral("idle");
        PrinterDescription roll;
        roll.name = QStringLiteral("roll");
        roll.description = QStringLiteral("80 mm");
        roll.state = QStringLiteral("idle");
        return ready(std::vector<PrinterDescription> {laser, roll});
    }

    [[nodiscard]] QFuture<Result<PrintOutcome>> print(PrintJob job) override {
        if (!m_faults.empty()) {
            Error fault = m_faults.front();
            m_faults.pop_front();
            return ready(Result<PrintOutcome> {tl::unexpected<Error> {std::move(fault)}});
        }
        const Result<LaidOutPaper> paper = layOutPaper(job.content);
        if (!paper) {
            return ready(Result<PrintOutcome> {tl::unexpected<Error> {paper.error()}});
        }
        const Result<std::string> hash = contentHash(job.content);
        const QString name = job.settings.printer.isEmpty() ? QStringLiteral("laser") : job.settings.printer;
        const PrintOutcome outcome {name, paper->pageCount() * job.content.copies, job.content.copies,
            templateVersion(job.content.kind), hash.value_or(std::string {})};
        m_jobs.push_back(std::move(job));
        return ready(Result<PrintOutcome> {outcome});
    }

    [[nodiscard]] QFuture<Result<PrintOutcome>> printRuler(PaperSize, PrinterSettings settings) override {
        return ready(Result<PrintOutcome> {PrintOutcome {settings.printer, 1, 1, 1, {}}});
    }

    /// "printer.off", "printer.paper_out" …
    void failNext(const std::string& code) { m_faults.push_back(Error {code, {{"printer", "laser"}}, {}}); }
    [[nodiscard]] const std::vector<PrintJob>& jobs() const { return m_jobs; }

private:
    template <typename Value> static QFuture<Value> ready(Value value) {
        QPromise<Value> promise;
        QFuture<Value> future = promise.future();
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return future;
    }

    std::deque<Error> m_faults;
    std::vector<PrintJob> m_jobs;
};

} // namespace yichuang::kit
