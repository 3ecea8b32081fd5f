// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/screens/case_actions.h>
#include <yichuang/ui/screens/case_export.h>

#include <QWidget>

#include <chrono>
#include <functional>
#include <map>

class QTimer;
class QVBoxLayout;

namespace yichuang::ui {

class ActionBar;
class Card;
class CaseHead;
class ChecklistView;
class Words;

/// A case on one page: head with the ribbon, time line, papers, materials, and what may be done.
class CaseScreen : public QWidget {
    Q_OBJECT
public:
    CaseScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent = nullptr);

    void open(const StreamId& stream);
    [[nodiscard]] StreamId stream() const { return m_stream; }
    [[nodiscard]] CaseActions& actions() { return *m_actions; }
    [[nodiscard]] ChecklistView* checklist() { return m_checklist; }
    [[nodiscard]] CaseExport& exporting() { return *m_export; }
    /// F4: everything that may be done, numbered.
    void showMenu();
    /// Ctrl+U: one masked number in clear for a while, with a reason that goes into the file (domain.md 10 "Masking").
    void askToUnmask();
    /// Which of the papers that were printed is printed again (补打): the last one stands there already.
    void askWhatToReprint(const CaseView& view, std::function<void(const PrintedPaper&)> then);
    static constexpr std::chrono::milliseconds usualClearTime = std::chrono::seconds {30};
    /// How long a number stays in clear; for tests.
    void setClearTime(std::chrono::milliseconds time) { m_clearTime = time; }

Q_SIGNALS:
    /// A step calls for papers: print them now.
    void papersWanted(const yichuang::StreamId& stream, const QList<yichuang::DuePaper>& papers);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    void show(const CaseView& view);
    void offerPapersThatCame(const CaseView& view);
    void fillTimeline(const CaseView& view);
    void fillPapers(const CaseView& view);
    void fillMaterials(const CaseView& view);
    void fillFacts(const CaseView& view);
    void standOnMaterials();
    [[nodiscard]] std::map<int, MaterialState> decidedHere() const;
    /// In clear while it was asked for, else masked.
    [[nodiscard]] QString shown(const QString& field, const QString& masked) const;
    void showInClear(const QString& field, const QString& value);
    void maskAgain();

    Workplace& m_workplace;
    ActionRegistry& m_registry;
    StreamId m_stream;
    StreamId m_shownMaterials; ///< whose rows the checklist shows
    int m_asked = 0;
    bool m_opening = false; ///< asked for, and not shown yet
    CaseHead* m_head;
    Card* m_factsCard;
    Card* m_timelineCard;
    Card* m_papersCard;
    Card* m_materialsCard;
    Card* m_menuCard;
    ChecklistView* m_checklist;
    QList<DuePaper> m_papersToCome; ///< of the last act, as soon as the centre knows it
    ReasonPanel* m_reasons;
    CaseActions* m_actions;
    CaseExport* m_export;
    ActionBar* m_bar;
    Words* m_message;
    std::optional<CaseView> m_view;
    QString m_clearField; ///< "applicant.id_number" …; empty: everything is masked
    QString m_clearValue;
    QTimer* m_clearTimer;
    std::chrono::milliseconds m_clearTime = usualClearTime;
};

/// A paper's name on the screen by the text of its kind; one that this release does not know by that text.
[[nodiscard]] QString paperTitle(const QString& paper);
/// One line of a time line: "11-08 收件并受理 …" in words.
[[nodiscard]] QString timelineWords(const TimelineEntry& entry);
/// Who did it: a person's name, or the centre by itself.
[[nodiscard]] QString personWords(const TimelineEntry& entry);

} // namespace yichuang::ui
