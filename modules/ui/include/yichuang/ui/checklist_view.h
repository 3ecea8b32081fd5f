// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>
#include <yichuang/workflows/views.h>

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include <optional>
#include <vector>

namespace yichuang::ui {

/// Here 齐, Missing 缺, Tolerated 容, Shared 享 (the government holds it), Pledged 诺, NotApplicable: the screens'
/// short marks.
using MaterialMark = yichuang::MaterialState;
[[nodiscard]] QString markText(MaterialState mark);

/// One line of the list of materials, as the screen shows it. What may be decided comes from the domain.
struct ChecklistRow {
    int seq = 0;
    QString name;
    QString form; ///< "原件 1"
    QString hint; ///< "6 个月内；可容缺，11-20 前补"
    MaterialState mark = MaterialState::Undecided;
    bool mayTolerate = false;
    bool mayShare = false;
    bool mayPledge = false;
    bool mayNotApply = false; ///< conditional or optional
    bool fixed = false; ///< decided elsewhere; no key changes it
    friend bool operator==(const ChecklistRow&, const ChecklistRow&) = default;
};

class ChecklistModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { RowRole = Qt::UserRole + 1, MarkRole };
    explicit ChecklistModel(QObject* parent = nullptr);

    void setRows(std::vector<ChecklistRow> rows);
    [[nodiscard]] const std::vector<ChecklistRow>& rows() const { return m_rows; }
    void setMark(int row, MaterialState mark);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<ChecklistRow> m_rows;
};

/// The checklist: one key decides a row and moves on to the next. Keys come from the registry (Part::Checklist): Space
/// here, − missing, R tolerate, X shared, C pledged, B not applicable, S scan.
class ChecklistView : public QListView, public PartTarget {
    Q_OBJECT
public:
    explicit ChecklistView(QWidget* parent = nullptr);

    /// Keeps the current row where its material is still listed.
    void setRows(std::vector<ChecklistRow> rows);
    [[nodiscard]] const std::vector<ChecklistRow>& rows() const { return m_model->rows(); }
    [[nodiscard]] std::vector<int> missing() const;
    [[nodiscard]] int undecidedCount() const;
    /// Decides the current row, if its material may be decided so, and moves on.
    bool decide(MaterialState mark);
    /// Ctrl+Z: takes the last decision of this list back and stands on its row again; false if there is none.
    bool undo();

    [[nodiscard]] Part part() const override { return Part::Checklist; }
    bool perform(const QString& actionId) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void decided(int seq, yichuang::MaterialState mark);
    /// The key means nothing for this material: why, as a sentence.
    void notPossible(int seq, const QString& reason);
    /// The last row was decided.
    void finished();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Decision {
        int seq;
        MaterialState before;
    };
    ChecklistModel* m_model;
    std::vector<Decision> m_decisions; ///< the last one last
};

} // namespace yichuang::ui
