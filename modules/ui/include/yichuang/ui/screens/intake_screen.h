// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/workflows/intake.h>

#include <QWidget>

#include <memory>

class QGridLayout;
class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

class QCheckBox;

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

class ActionBar;
class ApplicantPanel;
class Card;
class Chip;
class FieldWalker;
class FormPanel;
class ReasonPanel;
class Words;

/// Intake on one page: applicant, the item's form, the checklist that writes the correction notice by itself,
/// conclusion.
class IntakeScreen : public QWidget {
    Q_OBJECT
public:
    IntakeScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent = nullptr);
    ~IntakeScreen() override;

    void open(std::shared_ptr<Intake> intake);
    [[nodiscard]] Intake* intake() const { return m_intake.get(); }
    /// Keeps what was typed as its author's draft and empties the page.
    void forget();
    /// A scanner or card reader brought something for the applicant.
    void takeNumber(const QString& number);
    [[nodiscard]] ChecklistView* checklist() const { return m_checklist; }
    [[nodiscard]] ApplicantPanel* applicant() const { return m_applicant; }
    [[nodiscard]] FormPanel* form() const { return m_form; }

Q_SIGNALS:
    /// Done: what was written and which papers are to be printed now.
    void concluded(const yichuang::Concluded& concluded);
    void left();

private:
    void readScreen();
    void refresh();
    void showFaults(bool complete);
    void fillChecklist();
    /// What a row may be decided as, each as a button of its own.
    void showCheckKeys(const std::vector<std::pair<const char*, QString>>& keys);
    void conclude(Conclusion conclusion);
    void conclude(Conclusion conclusion, const QString& ground, const QString& reason);
    void askForRefusal();
    /// Shows what stands in the way and goes to the first field of it.
    void leadToFault();
    void bringIntoSight(QWidget* field);
    void leave();
    [[nodiscard]] QString lacking() const;
    void setOffer(const QString& actionId, const ConclusionOffer& offer);

    Workplace& m_workplace;
    ActionRegistry& m_registry;
    std::shared_ptr<Intake> m_intake;
    Words* m_title;
    std::vector<Chip*> m_facts;
    std::vector<Chip*> m_steps;
    Words* m_saved;
    QVBoxLayout* m_left;
    ApplicantPanel* m_applicant = nullptr;
    Card* m_formCard;
    FormPanel* m_form = nullptr;
    FieldWalker* m_walker = nullptr;
    Card* m_checkCard;
    QGridLayout* m_checkKeys;
    ChecklistView* m_checklist;
    Words* m_noticeHead;
    Words* m_notice;
    Words* m_noticeFoot;
    QCheckBox* m_promise;
    QCheckBox* m_pledge;
    QCheckBox* m_badCredit;
    Words* m_error;
    ReasonPanel* m_reason;
    ActionBar* m_bar;
    QScrollArea* m_scroll;
    QScrollArea* m_right;
    bool m_tried = false; ///< a conclusion was asked for: missing fields are told, too
    bool m_saveFailed = false; ///< the line below says so until a draft was written again
    bool m_reading = false;
};

} // namespace yichuang::ui
