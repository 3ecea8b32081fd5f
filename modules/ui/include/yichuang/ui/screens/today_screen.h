// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/workflows/casework.h>

#include <QWidget>

#include <vector>

class QListView;
class QStackedWidget;

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

class Card;
class CaseRowsModel;
class Words;

/// What must I do first, what happened while I was away, and how this window stands.
class TodayScreen : public QWidget {
    Q_OBJECT
public:
    explicit TodayScreen(Workplace& workplace, QWidget* parent = nullptr);
    void refresh();
    /// The case that the list stands on.
    [[nodiscard]] StreamId selected() const;
    [[nodiscard]] CaseRowsModel& model() const { return *m_model; }

    /// Empties the page: somebody else is at the counter.
    void forget();

Q_SIGNALS:
    void opened(const yichuang::StreamId& stream);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showCounts(const Counts& counts);
    void showWindow();
    void showAway(const QList<AwayLine>& lines);
    /// Asks for the lists one after the other until one has something.
    void askFirst(std::vector<CaseList> lists, int asked);
    void showFirst(CaseList list, const CasePage& page);

    Workplace& m_workplace;
    Words* m_date;
    Card* m_figures;
    Card* m_first;
    QStackedWidget* m_middle;
    QListView* m_view;
    CaseRowsModel* m_model;
    Card* m_away;
    Card* m_state;
    int m_asked = 0; ///< the latest question; answers to earlier ones are dropped
};

} // namespace yichuang::ui
