// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/qtbridge/background.h>
#include <yichuang/ui/action_registry.h>
#include <yichuang/workflows/casework.h>

#include <QFuture>
#include <QWidget>

class QListView;
class QStackedWidget;

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

class CasePreview;
class CaseRowsModel;
class Chip;
class EmptyState;
class Words;

/// To do, to hand over, done: a list, most urgent first, and at the right the case that is selected, at once.
class CaseListScreen : public QWidget {
    Q_OBJECT
public:
    /// `lists`: what the chips offer, the first being shown first.
    CaseListScreen(Workplace& workplace, ActionRegistry& registry, Screen screen, const QString& title,
        std::vector<CaseList> lists, QWidget* parent = nullptr);

    /// Asks again; what is shown stays until the answer is there.
    void refresh();
    [[nodiscard]] StreamId selected() const;
    void select(const StreamId& stream);
    [[nodiscard]] CaseList list() const { return m_lists[m_current]; }
    /// Empties the list: somebody else is at the counter.
    void forget();
    /// The whole list as a table for a spreadsheet, into a file that is asked for.
    void exportTable();
    /// Where tables go; asked for by a dialog when empty.
    void setFolder(const QString& folder) { m_folder = folder; }
    /// The list that the chips stand on.
    void showList(CaseList list);
    [[nodiscard]] QListView* view() const { return m_view; }
    [[nodiscard]] CaseRowsModel& model() const { return *m_model; }

Q_SIGNALS:
    void opened(const yichuang::StreamId& stream);
    void selectionChanged(const yichuang::StreamId& stream);
    /// What the preview shows now.
    void previewed(const std::optional<yichuang::CaseView>& view);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int rowsInUse() const;
    void standOn(std::size_t index);
    void showPage(const CasePage& page);
    void previewSelected();
    void writeTable(const QString& path);

    Workplace& m_workplace;
    ActionRegistry& m_registry;
    Screen m_screen;
    std::vector<CaseList> m_lists;
    std::size_t m_current = 0;
    bool m_stoodIn = false; ///< the department's list stands in for an empty one of one's own
    bool m_chosen = false; ///< a list was chosen since the screen was entered
    bool m_toEnd = false; ///< the answer that comes next is wanted for its last row
    int m_asked = 0; ///< the latest question; answers to earlier ones are dropped
    int m_previewAsked = 0;
    CaseRowsModel* m_model;
    QListView* m_view;
    QStackedWidget* m_middle;
    Words* m_summary;
    std::vector<Chip*> m_chips;
    CasePreview* m_preview;
    QString m_folder;
    Background m_beside {1};
};

/// Words of a list: 我的, 本部门, 已停 …
[[nodiscard]] QString nameOf(CaseList list);

} // namespace yichuang::ui
