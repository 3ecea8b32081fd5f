// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/screens/case_actions.h>

#include <QWidget>

class QListView;

namespace yichuang::ui {

class ActionBar;
class Card;
class CaseHead;
class CaseRowsModel;
class DeadlineRibbon;
class LongTextField;
class PageView;
class Words;

/// The chief's desk: list left, the application as a page in the middle, facts, opinion and reason right. Ctrl+Enter
/// grants and opens the next; refusal and return ask for their reason in place.
class DeskScreen : public QWidget {
    Q_OBJECT
public:
    DeskScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] CaseActions& actions() { return *m_actions; }
    [[nodiscard]] StreamId current() const;
    [[nodiscard]] LongTextField* reason() const { return m_reason; }
    void skip();
    /// Empties the desk: somebody else is at the counter.
    void forget();
    void grant();

Q_SIGNALS:
    void papersWanted(const yichuang::StreamId& stream, const QList<yichuang::DuePaper>& papers);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void openCurrent();
    void show(const CaseView& view);
    void next();

    Workplace& m_workplace;
    CaseRowsModel* m_model;
    QListView* m_list;
    Words* m_count;
    Words* m_applicant;
    Words* m_number;
    Words* m_item;
    PageView* m_pages;
    Card* m_side;
    Words* m_due;
    Words* m_dueDate;
    DeadlineRibbon* m_ribbon;
    QWidget* m_timeline;
    Words* m_opinion;
    LongTextField* m_reason;
    ReasonPanel* m_reasons;
    CaseActions* m_actions;
    ActionBar* m_bar;
    Words* m_message;
    int m_asked = 0;
    int m_listAsked = 0;
    StreamId m_open;
};

/// The application as a page: title, form's rows, checklist; what the chief looks at while there are no scans.
[[nodiscard]] QImage applicationPage(const CaseView& view, int width);

} // namespace yichuang::ui
