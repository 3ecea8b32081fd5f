#include <yichuang/ui/screens/papers_screen.h>

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
#include <QSaveFile>
#include <QVBoxLayout>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace yichuang::ui {
namespace {

constexpr int screenDotsPerInch = 110;
constexpr int rollWidth = 300;
constexpr int sideWidth = 280;

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
    , m_message(new Words({}, TextStyle::Text, Token::Red))
    , m_choose(new QComboBox) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::spaceLarge, Theme::spaceLarge - 2, Theme::spaceLarge, Theme::spaceLarge - 2);
    row->setSpacing(Theme::space);
    m_sheetCard->body()->addWidget(m_sheet, 1);
    row->addWidget(m_sheetCard, 1);
    m_rollCard->body()->addWidget(m_roll, 1);
    m_rollCard->setFixedWidth(currentTheme().px(rollWidth));
    row->addWidget(m_rollCard);
    m_side->setFixedWidth(currentTheme().px(sideWidth));
    m_facts->setWordWrap(true);
    m_side->body()->addWidget(m_facts);
    m_side->addRule();
    auto* note = new Words(
        tr("Each printing is noted in the case with template, copy and content. Printed again, the paper says so."),
        TextStyle::Hint, Token::Muted);
    note->setWordWrap(true);
    m_side->body()->addWidget(note);
    m_choose->setAccessibleName(tr("Printer"));
    m_choose->hide();
    m_side->body()->addWidget(m_choose);
    m_message->setWordWrap(true);
    m_message->hide();
    m_side->body()->addWidget(m_message);
    m_side->body()->addStretch();
    for (const char* id : {"papers.print", "papers.save", "paper.printer"})
        m_side->body()->addWidget(new ActionButton(registry.action(QLatin1String(id))));
    row->addWidget(m_side);

    registry.action(QStringLiteral("papers.print")).bind(this, [this] { print(); });
    registry.action(QStringLiteral("papers.save")).bind(this, [this] { save(); });
    registry.action(QStringLiteral("paper.printer")).bind(this, [this] { choosePrinter(); });
    connect(m_choose, &QComboBox::currentTextChanged, this, [this](const QString& name) { m_printerName = name; });
}

void PapersScreen::open(const StreamId& stream, const QList<DuePaper>& papers) {
    ++m_asked;
    m_stream = stream;
    m_contents.clear();
    m_message->hide();
    m_sheet->setPages({}, {});
    m_roll->setPages({}, {});
    QList<DuePaper> wanted;
    const bool slip = std::any_of(papers.begin(), papers.end(),
        [](const DuePaper& paper) { return paper.paper == QLatin1String("material_receipt_slip"); });
    for (const DuePaper& paper : papers) {
        // One receipt is enough: the roll's where it is among the papers.
        if (!paper.mustWait && !(slip && paper.paper == QLatin1String("material_receipt")))
            wanted.push_back(paper);
    }
    m_outstanding = static_cast<int>(wanted.size());
    const int asked = m_asked;
    for (const DuePaper& paper : wanted) {
        m_workplace.papers()
            .content(stream, paper)
            .then(this, [this, asked, paper](const Result<PaperContent>& content) {
                if (asked == m_asked)
                    contentArrived(paper, content);
            });
    }
    if (wanted.isEmpty())
        showPages();
}

void PapersScreen::contentArrived(const DuePaper& due, const Result<PaperContent>& content) {
    --m_outstanding;
    if (content) {
        m_contents.push_back(Laid {due, *content});
    } else {
        m_message->setText(sentenceFor(content.error()));
        m_message->show();
    }
    if (m_outstanding == 0)
        showPages();
}

void PapersScreen::showPages() {
    std::vector<QImage> sheets;
    std::vector<QImage> rolls;
    QStringList titles;
    int copies = 0;
    int reprint = 0;
    for (const Laid& laid : m_contents) {
        auto images = renderImages(laid.content, screenDotsPerInch);
        if (!images) {
            m_message->setText(sentenceFor(images.error()));
            m_message->show();
            continue;
        }
        auto& pages = sizeOf(laid.content.kind) == PaperSize::Roll80 ? rolls : sheets;
        pages.insert(pages.end(), images->begin(), images->end());
        titles.push_back(text(titleOf(laid.content.kind)));
        copies = std::max(copies, laid.content.copies);
        reprint = std::max(reprint, laid.content.reprint);
    }
    m_sheetCard->setVisible(!sheets.empty());
    m_rollCard->setVisible(!rolls.empty());
    m_sheetCard->setTitle(titles.isEmpty() ? QString {} : titles.join(QStringLiteral("、")));
    m_sheetCard->setAside(QStringLiteral("A4 · %1").arg(tr("%n page(s)", nullptr, static_cast<int>(sheets.size()))));
    m_rollCard->setTitle(tr("Receipt"));
    m_rollCard->setAside(QStringLiteral("80 mm"));
    m_sheet->setPages(std::move(sheets), titles.join(QStringLiteral("、")));
    m_roll->setPages(std::move(rolls), tr("Receipt"));
    m_facts->setText(tr("Papers: %1\nCopies: %2\nThis time: %3")
            .arg(titles.join(QStringLiteral("、")))
            .arg(copies)
            .arg(reprint > 0 ? tr("reprint no. %1").arg(reprint) : tr("first print")));
    setFocus();
}

void PapersScreen::print() {
    if (m_printing)
        return;
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
    const Laid laid = m_contents[index];
    PrintJob job;
    job.content = laid.content;
    job.settings.printer = m_printerName;
    m_printer.print(std::move(job)).then(this, [this, laid, index](const Result<PrintOutcome>& outcome) {
        if (!outcome) {
            // What was printed so far is noted; the rest stays here, and in the case, to be printed later.
            m_printing = false;
            m_contents.erase(m_contents.begin(), m_contents.begin() + static_cast<std::ptrdiff_t>(index));
            const QString sentence = sentenceFor(outcome.error());
            m_message->setText(sentence);
            m_message->show();
            Q_EMIT failed(sentence);
            return;
        }
        m_workplace.papers()
            .printed(m_stream, laid.due, laid.content, text(outcome->contentHash), outcome->printer)
            .then(this, [this, index](const Result<void>& noted) {
                if (!noted) {
                    m_message->setText(sentenceFor(noted.error()));
                    m_message->show();
                }
                printNext(index + 1);
            });
    });
}

void PapersScreen::save() {
    std::vector<PaperContent> contents;
    for (const Laid& laid : m_contents)
        contents.push_back(laid.content);
    if (contents.empty())
        return;
    const QString number = text(contents.front().caseNo);
    QString path = m_folder.isEmpty()
        ? QFileDialog::getSaveFileName(
              this, tr("Save as PDF"), number + QStringLiteral(".pdf"), QStringLiteral("PDF (*.pdf)"))
        : QDir(m_folder).filePath(QStringLiteral("%1-%2.pdf").arg(number, text(toText(contents.back().kind))));
    if (path.isEmpty())
        return;
    QtConcurrent::run([contents, path]() -> Result<void> {
        auto pdf = renderPdf(contents);
        if (!pdf)
            return tl::unexpected<Error> {pdf.error()};
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size() || !file.commit())
            return failure("file.write", {{"path", path.toStdString()}}, file.errorString().toStdString());
        return {};
    }).then(this, [this](const Result<void>& saved) {
        m_message->setText(saved ? tr("Saved.") : sentenceFor(saved.error()));
        m_message->show();
    });
}

void PapersScreen::choosePrinter() {
    m_printer.printers().then(this, [this](const std::vector<PrinterDescription>& printers) {
        const QSignalBlocker blocked(m_choose);
        m_choose->clear();
        for (const PrinterDescription& printer : printers)
            m_choose->addItem(printer.name);
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
