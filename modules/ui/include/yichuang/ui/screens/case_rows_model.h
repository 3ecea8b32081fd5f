// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/workflows/views.h>

#include <QAbstractListModel>

namespace yichuang::ui {

/// Rows of a list of cases with the roles of CaseListRole. More pages are asked for as the view comes near the end.
class CaseRowsModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit CaseRowsModel(QObject* parent = nullptr);

    /// Replaces all rows; rows that stay keep their place in the view.
    void setPage(const CasePage& page, CivilDate today);
    /// The answer to moreWanted(after); one that comes too late is dropped.
    void appendPage(const QString& after, const CasePage& page);
    /// Somebody stands on that row: asks for the next page while there are rows left to walk over.
    void readAhead(int row);
    static constexpr int ahead = 40; ///< rows that are to be left behind the current one
    /// Whether the list goes on behind its last row here.
    [[nodiscard]] bool goesOn() const { return !m_next.isEmpty(); }
    [[nodiscard]] const CaseRow* row(int index) const;
    [[nodiscard]] int indexOf(const StreamId& stream) const;
    [[nodiscard]] int total() const { return m_total; }
    /// The chief's list: short rows; a decided one stays, faint, with what was decided.
    void setNarrow(bool narrow) { m_narrow = narrow; }
    void setDone(const StreamId& stream, const QString& words);
    [[nodiscard]] bool isDone(int index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreWanted(const QString& after);

private:
    QList<CaseRow> m_rows;
    QMap<QString, QString> m_done;
    QString m_next;
    CivilDate m_today;
    int m_total = 0;
    bool m_asking = false;
    bool m_narrow = false;
};

} // namespace yichuang::ui
