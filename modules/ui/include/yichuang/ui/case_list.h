// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/marks.h>

#include <QStyledItemDelegate>

namespace yichuang::ui {

/// Roles of every list of cases. Qt::DisplayRole is the applicant's name; Qt::AccessibleTextRole is made by
/// caseRowSentence() unless the model gives one.
enum CaseListRole {
    CaseIdRole = Qt::UserRole + 1, ///< QString
    ApplicantRole, ///< QString
    CaseNumberRole, ///< QString, grouped as printed
    ItemTitleRole, ///< QString
    StateRole, ///< QString: "承诺件 · 待决定"
    DueWordsRole, ///< QString: "法定昨日到期"
    LampRole, ///< int of Lamp
    ProgressTotalRole, ///< int
    ProgressGoneRole, ///< int
    CustodyRole, ///< int of Custody; -1 = no mark
    DoneWordsRole, ///< QString: "✓ 准予" in the chief's desk; replaces due words, the row is drawn faint
    NarrowRole ///< bool: two short lines without number and mark (the chief's list)
};

/// The row of a list of cases: 52 px, two lines; the same in to do, done, hand over, search.
class CaseRowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CaseRowDelegate(QObject* parent = nullptr);
    /// Two columns (name, due words) instead of three.
    void setNarrow(bool narrow) { m_narrow = narrow; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool m_narrow = false;
};

/// One row as a sentence, for screen readers.
[[nodiscard]] QString caseRowSentence(const QModelIndex& index);

} // namespace yichuang::ui
