// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/printing/printer.h>
#include <yichuang/qtbridge/background.h>
#include <yichuang/ui/action_registry.h>
#include <yichuang/workflows/papers_desk.h>

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

class Card;
class PageView;
class Words;

/// The pages as they will come out, A4 and 80 mm beside each other; Enter prints and calls for the next.
class PapersScreen : public QWidget {
    Q_OBJECT
public:
    PapersScreen(Workplace& workplace, Printer& printer, ActionRegistry& registry, QWidget* parent = nullptr);

    void open(const StreamId& stream, const QList<DuePaper>& papers);
    /// A sheet that belongs to no case: nothing is noted of its printing.
    void openSheet(const PaperContent& content);
    void print();
    /// Where PDFs go that are saved by Ctrl+S; asked for by a dialog when empty.
    void setFolder(const QString& folder) { m_folder = folder; }
    [[nodiscard]] int contentCount() const { return static_cast<int>(m_contents.size()); }

Q_SIGNALS:
    /// Everything was printed (or nothing was to be).
    void done();
    void failed(const QString& sentence);

private:
    /// One paper's pages as the screen shows them.
    struct Pages {
        std::vector<QImage> images;
        PaperContent content;
        DuePaper due;
    };
    [[nodiscard]] bool sheetIsPreferred(const DuePaper& sheet, const DuePaper& slip) const;
    /// Empties the page for so many papers that will arrive.
    void begin(const StreamId& stream, std::size_t papers);
    [[nodiscard]] bool belongsToNoCase() const { return m_stream.empty(); }
    void contentArrived(std::size_t place, const DuePaper& due, const Result<PaperContent>& content);
    void pagesArrived(std::size_t place, Result<Pages> pages);
    void showPages();
    void say(const QString& sentence);
    void printNext(std::size_t index);
    void save();
    void choosePrinter();
    void rememberPrinter(const QString& name);

    Workplace& m_workplace;
    Printer& m_printer;
    StreamId m_stream;
    int m_asked = 0;
    int m_outstanding = 0;
    std::vector<std::optional<Pages>> m_arriving; ///< in the order asked for
    std::vector<Pages> m_contents;
    Card* m_sheetCard;
    PageView* m_sheet;
    Card* m_rollCard;
    PageView* m_roll;
    Card* m_side;
    Words* m_facts;
    Words* m_note;
    Words* m_message;
    QComboBox* m_choose;
    QString m_folder;
    bool m_printing = false;
    bool m_printOnceShown = false;
    Background m_beside {2};
};

} // namespace yichuang::ui
