// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/case_list_screen.h>

#include "scroll_frame.h"
#include "whole_file.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/case_list.h>
#include <yichuang/ui/finding_list.h>
#include <yichuang/ui/marks.h>
#include <yichuang/ui/screens/case_preview.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/list_table.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/workflows/workplace.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace yichuang::ui {
namespace {

constexpr int pageSize = 100;
constexpr int rowsToTheEnd = 10'000; ///< at one press of the key
constexpr int previewWidth = 432;

QStringList previewActions(Screen screen) {
    if (screen == Screen::Done)
        return {QStringLiteral("list.open"), QStringLiteral("paper.print")};
    if (screen == Screen::HandOver)
        return {QStringLiteral("list.open"), QStringLiteral("case.main")};
    return {QStringLiteral("list.open"), QStringLiteral("case.main"), QStringLiteral("case.extend"),
        QStringLiteral("case.special"), QStringLiteral("case.accept"), QStringLiteral("case.menu")};
}

} // namespace

QString nameOf(CaseList list) {
    switch (list) {
    case CaseList::Mine:
        return CaseListScreen::tr("Mine");
    case CaseList::Department:
        return CaseListScreen::tr("Department");
    case CaseList::Stopped:
        return CaseListScreen::tr("Stopped");
    case CaseList::PendingDecision:
        return CaseListScreen::tr("To decide");
    case CaseList::ToHandOver:
        return CaseListScreen::tr("To hand over");
    case CaseList::Done:
        return CaseListScreen::tr("Done");
    }
    return {};
}

CaseListScreen::CaseListScreen(Workplace& workplace, ActionRegistry& registry, Screen screen, const QString& title,
    std::vector<CaseList> lists, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_registry(registry)
    , m_screen(screen)
    , m_lists(std::move(lists))
    , m_model(new CaseRowsModel(this))
    , m_view(new FindingList)
    , m_middle(new QStackedWidget)
    , m_summary(new Words({}, TextStyle::Text, Token::Muted))
    , m_preview(new CasePreview(registry, previewActions(screen))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::spaceLarge, Theme::spaceLarge - 2, Theme::spaceLarge, Theme::spaceLarge - 2);
    row->setSpacing(Theme::spaceLarge);

    auto* left = new QVBoxLayout;
    left->setSpacing(Theme::spaceSmall);
    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::spaceSmall);
    head->addWidget(new Words(title, TextStyle::Title));
    m_summary->setShrinking();
    head->addWidget(m_summary);
    head->addStretch();
    // With large text the chips stand below: the page is no wider for them.
    auto* chips = currentTheme().hasLargeText() ? new QHBoxLayout : head;
    if (m_lists.size() > 1) {
        for (std::size_t index = 0; index < m_lists.size(); ++index) {
            auto* chip = new Chip(nameOf(m_lists[index]));
            chip->setCheckable(true);
            chip->setChecked(index == 0);
            connect(chip, &Chip::pressed, this, [this, index] { showList(m_lists[index]); });
            chips->addWidget(chip);
            m_chips.push_back(chip);
        }
    }
    left->addLayout(head);
    if (chips != head) {
        chips->addStretch();
        left->addLayout(chips);
    }

    m_view->setModel(m_model);
    m_view->setItemDelegate(new CaseRowDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setAccessibleName(title);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->installEventFilter(this);
    m_middle->addWidget(m_view);
    m_middle->addWidget(new EmptyState(tr("Nothing here"), tr("Take the next application in with F2.")));
    left->addWidget(m_middle, 1);
    row->addLayout(left, 1);

    auto* beside = new QScrollArea;
    frameForScrolling(*beside, m_preview);
    beside->setFixedWidth(currentTheme().column(previewWidth));
    row->addWidget(beside);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_model->readAhead(m_view->currentIndex().row());
        previewSelected();
    });
    connect(m_view, &QListView::activated, this, [this] {
        if (!selected().empty())
            Q_EMIT opened(selected());
    });
    connect(m_model, &CaseRowsModel::moreWanted, this, [this](const QString& after) {
        m_workplace.casework().page(list(), after, pageSize).then(this, [this, after](const Result<CasePage>& page) {
            if (page)
                m_model->appendPage(after, *page);
        });
    });
    connect(&workplace.casework(), &Casework::listsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void CaseListScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(m_stoodIn, false))
        showList(m_lists.front());
    else
        refresh();
    m_chosen = false;
    m_view->setFocus();
}

void CaseListScreen::showList(CaseList list) {
    m_chosen = true;
    m_stoodIn = false;
    m_toEnd = false;
    const auto found = std::find(m_lists.begin(), m_lists.end(), list);
    if (found != m_lists.end())
        standOn(static_cast<std::size_t>(found - m_lists.begin()));
    refresh();
}

void CaseListScreen::standOn(std::size_t index) {
    m_current = index;
    for (std::size_t chip = 0; chip < m_chips.size(); ++chip)
        m_chips[chip]->setChecked(chip == index);
}

void CaseListScreen::refresh() {
    const int asked = ++m_asked;
    // As far down as somebody has come: what changes meanwhile takes nobody from her place.
    m_workplace.casework().first(list(), rowsInUse()).then(this, [this, asked](const Result<CasePage>& page) {
        if (asked != m_asked)
            return;
        if (page)
            showPage(*page);
        else
            m_summary->setText(sentenceFor(page.error()));
    });
}

int CaseListScreen::rowsInUse() const {
    if (m_toEnd)
        return m_model->rowCount() + rowsToTheEnd;
    const QRect shown = m_view->viewport()->rect();
    const int lowest = m_view->indexAt(QPoint(shown.center().x(), shown.bottom())).row();
    return std::max(pageSize, std::max(m_view->currentIndex().row(), lowest) + 1 + CaseRowsModel::ahead);
}

bool CaseListScreen::eventFilter(QObject* watched, QEvent* event) {
    // The end of the list, not of the part that was read so far.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_End
        && m_model->goesOn()) {
        m_toEnd = true;
        refresh();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CaseListScreen::forget() {
    ++m_asked;
    m_toEnd = false;
    m_model->setPage({}, m_workplace.today());
    m_summary->setText({});
    // Not yet "nothing here": the file is asked as soon as the list is shown.
    m_middle->setCurrentIndex(0);
    previewSelected();
}

void CaseListScreen::exportTable() {
    const QString name = QStringLiteral("%1-%2.csv").arg(nameOf(list()), dateInForm(m_workplace.today()));
    const QString path = m_folder.isEmpty()
        ? QFileDialog::getSaveFileName(this, tr("Save the list"), name, QStringLiteral("CSV (*.csv)"))
        : QDir(m_folder).filePath(name);
    if (!path.isEmpty())
        writeTable(path);
}

void CaseListScreen::writeTable(const QString& path) {
    m_workplace.casework()
        .first(list(), std::max(1, m_model->total()))
        .then(this,
            [this, path](const Result<CasePage>& page) -> QFuture<Result<int>> {
                return m_beside.run([path, page, today = m_workplace.today()]() -> Result<int> {
                    if (!page)
                        return tl::unexpected<Error> {page.error()};
                    const QByteArray table = listTable(page->rows, today);
                    if (auto written = writeWholeFile(path, table); !written)
                        return tl::unexpected<Error> {written.error()};
                    return static_cast<int>(page->rows.size());
                });
            })
        .unwrap()
        .then(this, [this, path](const Result<int>& rows) {
            m_summary->setText(rows ? tr("%n case(s) saved as %1", nullptr, *rows).arg(QFileInfo(path).fileName())
                                    : sentenceFor(rows.error()));
        });
}

void CaseListScreen::showPage(const CasePage& page) {
    // With nothing of one's own, what the department has comes first: a reviewer takes from there.
    const bool own = list() == CaseList::Mine;
    if (own && page.total == 0 && !m_chosen && m_lists.size() > 1) {
        m_chosen = true;
        m_workplace.casework().page(m_lists[1], {}, pageSize).then(this, [this](const Result<CasePage>& others) {
            if (others && others->total > 0 && list() == CaseList::Mine) {
                ++m_asked; // an answer about one's own list that is still on its way comes too late
                standOn(1);
                m_stoodIn = true;
                showPage(*others);
            }
        });
    }
    const StreamId kept = selected();
    QScrollBar* bar = m_view->verticalScrollBar();
    const int scrolled = bar->value();
    const bool inSight = m_view->viewport()->rect().intersects(m_view->visualRect(m_view->currentIndex()));
    m_model->setPage(page, m_workplace.today());
    m_summary->setText(m_screen == Screen::Done ? tr("%n case(s), latest first", nullptr, m_model->total())
                                                : tr("%n case(s), most urgent first", nullptr, m_model->total()));
    m_middle->setCurrentIndex(page.rows.isEmpty() ? 1 : 0);
    const bool toEnd = std::exchange(m_toEnd, false);
    const int again = toEnd ? m_model->rowCount() - 1 : m_model->indexOf(kept);
    m_view->setCurrentIndex(m_model->index(again >= 0 ? again : 0));
    if (again >= 0 && !toEnd) {
        bar->setValue(scrolled);
        if (inSight)
            m_view->scrollTo(m_view->currentIndex());
    }
    previewSelected();
}

StreamId CaseListScreen::selected() const {
    const CaseRow* row = m_model->row(m_view->currentIndex().row());
    return row ? row->stream : StreamId {};
}

void CaseListScreen::select(const StreamId& stream) {
    if (const int found = m_model->indexOf(stream); found >= 0)
        m_view->setCurrentIndex(m_model->index(found));
}

void CaseListScreen::previewSelected() {
    const StreamId stream = selected();
    const int asked = ++m_previewAsked;
    Q_EMIT selectionChanged(stream);
    if (stream.empty()) {
        m_preview->setCase(std::nullopt, {});
        Q_EMIT previewed(std::nullopt);
        return;
    }
    m_workplace.casework().open(stream).then(this, [this, asked](const Result<CaseView>& view) {
        if (asked != m_previewAsked || !view)
            return;
        m_preview->setCase(*view, m_workplace.today());
        Q_EMIT previewed(*view);
    });
}

} // namespace yichuang::ui
