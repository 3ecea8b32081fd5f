// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>
#include <yichuang/printing/paper.h>
#include <yichuang/printing/printer.h>

#include <QFuture>
#include <QObject>

#include <map>
#include <string>

namespace yichuang {

class Workplace;
class WorkstationStore;

/// How one paper leaves this machine.
struct PaperOutput {
    PrinterSettings printer;
    int copies = 0; ///< 1 to 9; 0 = as many as the rules want (domain.md 6)
    friend bool operator==(const PaperOutput&, const PaperOutput&) = default;
};

/// What is set for this machine, whoever works at it. Kept in the workstation's file, in clear: nothing of an
/// applicant. GUI thread; answers from memory, changes by futures.
class Machine : public QObject {
    Q_OBJECT
public:
    static constexpr int leastLockMinutes = 1;
    static constexpr int mostLockMinutes = 60;
    static constexpr int usualLockMinutes = 5; ///< domain.md 10 "Session"
    static constexpr double mostOffset = 20.0; ///< millimetres, in each direction
    static constexpr int mostCopies = 9;

    explicit Machine(Workplace& workplace);

    [[nodiscard]] PaperOutput output(PaperKind kind) const;
    /// Errors "setting.offset", "setting.copies" (arguments `least`, `most`), "storage.…".
    [[nodiscard]] QFuture<Result<void>> setOutput(PaperKind kind, const PaperOutput& output);
    /// So many minutes without a key or a movement of the mouse, and the counter locks itself.
    [[nodiscard]] int lockMinutes() const { return m_values.lockMinutes; }
    /// Errors "setting.lock" (arguments `least`, `most`), "storage.…".
    [[nodiscard]] QFuture<Result<void>> setLockMinutes(int minutes);

Q_SIGNALS:
    void changed();

private:
    friend class Workplace;
    struct Values {
        std::map<PaperKind, PaperOutput> outputs;
        int lockMinutes = usualLockMinutes;
    };
    /// Storage thread. What can't be read is as if it were not set.
    [[nodiscard]] static Result<Values> read(WorkstationStore& store);
    void take(Values values);
    [[nodiscard]] QFuture<Result<void>> keep(const std::string& name, const std::string& value);

    Workplace& m_workplace;
    Values m_values;
};

} // namespace yichuang
