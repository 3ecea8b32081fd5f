// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/printing/paper.h>
#include <yichuang/workflows/views.h>

#include <QFuture>
#include <QObject>

namespace yichuang {

class Workplace;
struct PaperFrame;

/// Makes a paper's content from the case and notes each printing as an entry.
class PapersDesk : public QObject {
    Q_OBJECT
public:
    explicit PapersDesk(Workplace& workplace);

    /// Errors: "paper.waits_for_centre", "paper.not_due".
    [[nodiscard]] QFuture<Result<PaperContent>> content(const StreamId& stream, const DuePaper& paper) const;
    /// What an item asks for, as a sheet to take along; it belongs to no case, and its printing is noted nowhere.
    [[nodiscard]] PaperContent processSheet(const Item& item) const;
    /// After the printer took it: entry `printed` with template version, copy, content hash.
    [[nodiscard]] QFuture<Result<void>> printed(const StreamId& stream, const DuePaper& paper,
        const PaperContent& content, const QString& contentHash, const QString& printerName);

private:
    [[nodiscard]] PaperFrame frame() const;

    Workplace& m_workplace;
};

} // namespace yichuang
