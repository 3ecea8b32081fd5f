// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/case_rows_model.h>

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/case_list.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>

namespace yichuang::ui {

CaseRowsModel::CaseRowsModel(QObject* parent)
    : QAbstractListModel(parent) { }

void CaseRowsModel::setPage(const CasePage& page, CivilDate today) {
    m_next = page.next;
    m_today = today;
    m_total = page.total >= 0 ? page.total : static_cast<int>(page.rows.size());
    m_asking = false;
    // The same cases in the same order: the view keeps selection and scroll position, and nothing flickers.
    bool same = page.rows.size() == m_rows.size();
    for (qsizetype index = 0; same && index < m_rows.size(); ++index)
        same = m_rows[index].stream == page.rows[index].stream;
    if (same) {
        m_rows = page.rows;
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = page.rows;
    endResetModel();
}

void CaseRowsModel::appendPage(const QString& after, const CasePage& page) {
    if (after != m_next)
        return; // asked before the list was set anew
    m_asking = false;
    m_next = page.next;
    if (page.rows.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(page.rows.size()) - 1);
    m_rows += page.rows;
    endInsertRows();
}

const CaseRow* CaseRowsModel::row(int index) const {
    return index >= 0 && index < m_rows.size() ? &m_rows[index] : nullptr;
}

int CaseRowsModel::indexOf(const StreamId& stream) const {
    for (int index = 0; index < m_rows.size(); ++index) {
        if (m_rows[index].stream == stream)
            return index;
    }
    return -1;
}

void CaseRowsModel::setDone(const StreamId& stream, const QString& words) {
    m_done.insert(toQString(stream), words);
    if (const int found = indexOf(stream); found >= 0)
        Q_EMIT dataChanged(index(found), index(found));
}

bool CaseRowsModel::isDone(int index) const {
    const CaseRow* found = row(index);
    return found && m_done.contains(toQString(found->stream));
}

int CaseRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CaseRowsModel::data(const QModelIndex& index, int role) const {
    const CaseRow* found = row(index.row());
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case ApplicantRole:
        return found->applicant;
    case CaseIdRole:
        return toQString(found->stream);
    case CaseNumberRole:
        return text(groupedCaseNo(found->caseNo.toStdString()));
    case ItemTitleRole:
        return inLanguage(found->itemTitle, found->itemTitleEn);
    case StateRole:
        return QStringLiteral("%1 · %2").arg(nameOf(found->caseType), nameOf(found->stage));
    case DueWordsRole:
        return dueWords(found->state, found->dues, m_today);
    case LampRole:
        return static_cast<int>(found->dues.lamp);
    case ProgressTotalRole:
        return found->limitDays;
    case ProgressGoneRole:
        return found->daysUsed;
    case CustodyRole:
        return static_cast<int>(found->marks.knownAtCentre ? Custody::KnownAtCentre : Custody::TakenInHere);
    case DoneWordsRole:
        return m_done.value(toQString(found->stream));
    case NarrowRole:
        return m_narrow;
    default:
        return {};
    }
}

void CaseRowsModel::readAhead(int row) {
    if (row + ahead >= m_rows.size())
        fetchMore({});
}

bool CaseRowsModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_next.isEmpty() && !m_asking;
}

void CaseRowsModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    m_asking = true;
    Q_EMIT moreWanted(m_next);
}

} // namespace yichuang::ui
