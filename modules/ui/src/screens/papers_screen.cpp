// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/papers_screen.h>

#include "whole_file.h"

#include <yichuang/printing/render.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/page_view.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/workflows/workplace.h>

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace yichuang::ui {
namespace {

constexpr int screenDotsPerInch = 110;
constexpr int rollWidth = 300;
constexpr int sideWidth = 280;

bool isSlip(const DuePaper& paper) {
    const auto kind = paperKindFromText(paper.paper.toStdString());
    return kind && sizeOf(*kind) == PaperSize::Roll80;
}

} // namespace

PapersScreen::PapersScreen(Workplace& workplace, Printer& printer, ActionRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_printer(printer)
    , m_sheetCard(new Card)
    , m_sheet(new PageView)
    , m_rollCard(new Card)
    , m_roll(new PageView)
    , m_side(new Card(tr("Print")))
    , m_facts(new Words({}))
    , m_note(new Words(
          tr("Each printing is noted in the case with template, copy and content. Printed again, the paper says so."),
          TextStyle::Hint, Token::Muted))
    , m_message(new Words({}, TextStyle::Text, Token::Red))
    , m_choose(new QComboBox) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::spaceLarge, Theme::spaceLarge - 2, Theme::spaceLarge, Theme::spaceLarge - 2);
    row->setSpacing(Theme::space);
    m_sheetCard->setTitleShrinking();
    m_rollCard->setTitleShrinking();
    m_sheetCard->body()->addWidget(m_sheet, 1);
    row->addWidget(m_sheetCard, 1);
    m_rollCard->body()->addWidget(m_roll, 1);
    m_rollCard->setFixedWidth(rollWidth); // the roll is no wider with larger text
    row->addWidget(m_rollCard);
    m_facts->setWordWrap(true);
    m_side->body()->addWidget(m_facts);
    m_side->addRule();
    m_note->setWordWrap(true);
    m_side->body()->addWidget(m_note);
    m_choose->setAccessibleName(tr("Printer"));
    m_choose->hide();
    m_side->body()->addWidget(m_choose);
    m_message->setWordWrap(true);
    m_message->hide();
    m_side->body()->addWidget(m_message);
    m_side->body()->addStretch();
    for (const char* id : {"papers.print", "papers.save", "paper.printer"})
        m_side->body()->addWidget(new ActionButton(registry.action(QLatin1String(id))));
    // As wide as its buttons need, whatever the card's own edges take.
    m_side->setFixedWidth(std::max(currentTheme().column(sideWidth), m_side->minimumSizeHint().width()));
    row->addWidget(m_side);

    registry.action(QStringLiteral("papers.print")).bind(this, [this] { print(); });
    registry.action(QStringLiteral("papers.save")).bind(this, [this] { save(); });
    registry.action(QStringLiteral("paper.printer")).bind(this, [this] { choosePrinter(); });
    connect(m_choose, &QComboBox::currentTextChanged, this, &PapersScreen::rememberPrinter);
}

void PapersScreen::begin(const StreamId& stream, std::size_t papers) {
    ++m_asked;
    m_printOnceShown = false;
    m_stream = stream;
    m_contents.clear();
    m_message->hide();
    m_note->setVisible(!belongsToNoCase());
    m_sheet->setPages({}, {});
    m_roll->setPages({}, {});
    m_outstanding = static_cast<int>(papers);
    m_arriving.assign(papers, std::nullopt);
}

void PapersScreen::openSheet(const PaperContent& content) {
    begin({}, 1);
    contentArrived(0, {}, content);
}

bool PapersScreen::sheetIsPreferred(const DuePaper& sheet, const DuePaper& slip) const {
    const auto hasPrinter = [this](const DuePaper& paper) {
        const auto kind = paperKindFromText(paper.paper.toStdString());
        return kind && !m_workplace.machine().output(*kind).printer.printer.isEmpty();
    };
    return hasPrinter(sheet) && !hasPrinter(slip);
}

void PapersScreen::open(const StreamId& stream, const QList<DuePaper>& papers) {
    QList<DuePaper> wanted;
    for (const DuePaper& paper : papers) {
        // One receipt is enough: the roll's, unless this machine has a printer for the sheet's alone.
        const bool twice = std::any_of(papers.begin(), papers.end(), [this, &paper](const DuePaper& other) {
            return other.paper != paper.paper && sameDocument(other, paper)
                && (isSlip(other) ? !sheetIsPreferred(paper, other) : sheetIsPreferred(other, paper));
        });
        if (!paper.mustWait && !twice)
            wanted.push_back(paper);
    }
    begin(stream, static_cast<std::size_t>(wanted.size()));
    const int asked = m_asked;
    std::size_t place = 0;
    for (const DuePaper& paper : wanted) {
        m_workplace.papers()
            .content(stream, paper)
            .then(this, [this, asked, paper, place](const Result<PaperContent>& content) {
                if (asked == m_asked)
                    contentArrived(place, paper, content);
            });
        ++place;
    }
    if (wanted.isEmpty())
        showPages();
}

void PapersScreen::contentArrived(std::size_t place, const DuePaper& due, const Result<PaperContent>& content) {
    if (!content) {
        pagesArrived(place, tl::unexpected<Error> {content.error()});
        return;
    }
    m_beside
        .run([due, content = *content]() -> Result<Pages> {
            auto images = renderImages(content, screenDotsPerInch);
            if (!images)
                return tl::unexpected<Error> {images.error()};
            return Pages {*std::move(images), content, due};
        })
        .then(this, [this, asked = m_asked, place](const Result<Pages>& pages) {
            if (asked == m_asked)
                pagesArrived(place, pages);
        });
}

void PapersScreen::pagesArrived(std::size_t place, Result<Pages> pages) {
    --m_outstanding;
    if (pages)
        m_arriving[place] = *std::move(pages);
    else
        say(sentenceFor(pages.error()));
    if (m_outstanding > 0)
        return;
    for (std::optional<Pages>& arrived : m_arriving) {
        if (arrived)
            m_contents.push_back(*std::move(arrived));
    }
    m_arriving.clear();
    showPages();
    if (std::exchange(m_printOnceShown, false) && !m_message->isVisibleTo(this))
        print();
}

void PapersScreen::say(const QString& sentence) {
    m_message->setText(sentence);
    m_message->show();
}

void PapersScreen::showPages() {
    std::vector<QImage> sheets;
    std::vector<QImage> rolls;
    QStringList titles;
    int copies = 0;
    int reprint = 0;
    for (const Pages& laid : m_contents) {
        auto& pages = sizeOf(laid.content.kind) == PaperSize::Roll80 ? rolls : sheets;
        pages.insert(pages.end(), laid.images.begin(), laid.images.end());
        titles.push_back(nameOf(laid.content.kind));
        copies = std::max(copies, laid.content.copies);
        reprint = std::max(reprint, laid.content.reprint);
    }
    const QString allTitles = titles.join(tr(", "));
    m_sheetCard->setVisible(!sheets.empty());
    m_rollCard->setVisible(!rolls.empty());
    m_sheetCard->setTitle(allTitles);
    m_sheetCard->setAside(QStringLiteral("A4 · %1").arg(tr("%n page(s)", nullptr, static_cast<int>(sheets.size()))));
    m_rollCard->setTitle(tr("Receipt"));
    m_rollCard->setAside(QStringLiteral("80 mm"));
    m_sheet->setPages(std::move(sheets), allTitles);
    m_roll->setPages(std::move(rolls), tr("Receipt"));
    m_facts->setText(tr("Papers: %1\nCopies: %2\nThis time: %3")
            .arg(allTitles)
            .arg(copies)
            .arg(reprint > 0 ? tr("reprint no. %1").arg(reprint) : tr("first print")));
    // Pages that come late take the keys from nobody who has gone on.
    if (isVisible())
        setFocus();
}

void PapersScreen::print() {
    if (m_printing)
        return;
    if (m_outstanding > 0) {
        // Enter pressed ahead of the pages: they are printed as soon as they are there.
        m_printOnceShown = true;
        return;
    }
    m_printing = true;
    m_message->hide();
    printNext(0);
}

void PapersScreen::printNext(std::size_t index) {
    if (index >= m_contents.size()) {
        m_printing = false;
        m_contents.clear();
        Q_EMIT done();
        return;
    }
    const Pages laid = m_contents[index];
    PrintJob job;
    job.content = laid.content;
    job.settings = m_workplace.machine().output(laid.content.kind).printer;
    m_printer.print(std::move(job)).then(this, [this, laid, index](const Result<PrintOutcome>& outcome) {
        if (!outcome) {
            // What was printed so far is noted; the rest stays here, and in the case, to be printed later.
            m_printing = false;
            m_contents.erase(m_contents.begin(), m_contents.begin() + static_cast<std::ptrdiff_t>(index));
            const QString sentence = sentenceFor(outcome.error());
            say(sentence);
            Q_EMIT failed(sentence);
            return;
        }
        if (belongsToNoCase()) {
            printNext(index + 1);
            return;
        }
        m_workplace.papers()
            .printed(m_stream, laid.due, laid.content, text(outcome->contentHash), outcome->printer)
            .then(this, [this, index](const Result<void>& noted) {
                if (!noted)
                    say(sentenceFor(noted.error()));
                printNext(index + 1);
            });
    });
}

void PapersScreen::save() {
    std::vector<PaperContent> contents;
    contents.reserve(m_contents.size());
    for (const Pages& laid : m_contents)
        contents.push_back(laid.content);
    if (contents.empty() || m_printing)
        return;
    const QString number = text(belongsToNoCase() ? contents.front().itemTitle : contents.front().caseNo);
    QString path = m_folder.isEmpty()
        ? QFileDialog::getSaveFileName(
              this, tr("Save as PDF"), number + QStringLiteral(".pdf"), QStringLiteral("PDF (*.pdf)"))
        : QDir(m_folder).filePath(QStringLiteral("%1-%2.pdf").arg(number, text(toText(contents.back().kind))));
    if (path.isEmpty())
        return;
    m_printing = true;
    m_beside
        .run([contents, path]() -> Result<std::vector<std::string>> {
            auto pdf = renderPdf(contents);
            if (!pdf)
                return tl::unexpected<Error> {pdf.error()};
            std::vector<std::string> hashes;
            for (const PaperContent& content : contents) {
                auto hash = contentHash(content);
                if (!hash)
                    return tl::unexpected<Error> {hash.error()};
                hashes.push_back(*std::move(hash));
            }
            if (auto written = writeWholeFile(path, *pdf); !written)
                return tl::unexpected<Error> {written.error()};
            return hashes;
        })
        .then(this, [this](const Result<std::vector<std::string>>& hashes) {
            m_printing = false;
            if (!hashes) {
                say(sentenceFor(hashes.error()));
                return;
            }
            // A file is a printing like any other: noted in the case, and marked as a reprint the next time.
            for (std::size_t index = 0; !belongsToNoCase() && index < m_contents.size() && index < hashes->size();
                ++index) {
                PaperContent content = m_contents[index].content;
                content.copies = 1;
                m_workplace.papers()
                    .printed(m_stream, m_contents[index].due, content, text((*hashes)[index]), QStringLiteral("PDF"))
                    .then(this, [this](const Result<void>& noted) {
                        if (!noted)
                            say(sentenceFor(noted.error()));
                    });
            }
            m_contents.clear();
            Q_EMIT done();
        });
}

void PapersScreen::rememberPrinter(const QString& name) {
    // For these papers, at this machine, from now on.
    for (const Pages& laid : m_contents) {
        PaperOutput output = m_workplace.machine().output(laid.content.kind);
        output.printer.printer = name;
        m_workplace.machine().setOutput(laid.content.kind, output).then(this, [this](const Result<void>& kept) {
            if (!kept)
                say(sentenceFor(kept.error()));
        });
    }
}

void PapersScreen::choosePrinter() {
    m_printer.printers().then(this, [this](const std::vector<PrinterDescription>& printers) {
        const QSignalBlocker blocked(m_choose);
        m_choose->clear();
        QString now = m_contents.empty()
            ? QString {}
            : m_workplace.machine().output(m_contents.front().content.kind).printer.printer;
        for (const PrinterDescription& printer : printers) {
            m_choose->addItem(printer.name);
            if (now.isEmpty() && printer.isDefault)
                now = printer.name;
        }
        m_choose->setCurrentText(now);
        m_choose->setVisible(true);
        m_choose->setFocus();
        if (printers.empty()) {
            m_choose->hide();
            m_message->setText(tr("No printer is set up on this machine. The paper is kept in the case: save it as PDF "
                                  "with Ctrl+S, or ask the administrator."));
            m_message->show();
        }
    });
}

} // namespace yichuang::ui
