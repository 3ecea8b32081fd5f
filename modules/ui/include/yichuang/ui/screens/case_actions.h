// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/identifiers.h>
#include <yichuang/ui/action_registry.h>
#include <yichuang/ui/screens/reason_panel.h>
#include <yichuang/workflows/casework.h>

#include <QObject>

#include <map>
#include <optional>

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

/// What may be done with the case on a screen: keeps the registry's actions enabled or disabled with their reason, asks
/// in place for what a step needs, gives the command, and tells how it went. One for each screen that shows a case.
class CaseActions : public QObject {
    Q_OBJECT
public:
    CaseActions(Workplace& workplace, ActionRegistry& registry, ReasonPanel& reasons, QObject* parent);

    void setCase(const std::optional<CaseView>& view);
    [[nodiscard]] const std::optional<CaseView>& current() const { return m_case; }
    /// What the clerk marks on the screen's checklist now, for the rows that are hers to decide: what was brought in
    /// (resubmit, completeTolerance), what is missing (accept, requestCorrection).
    void setMarks(std::map<int, MaterialState> marks) { m_marks = std::move(marks); }

    /// Asks and does. Nothing happens if the law refuses it for this person now.
    void run(Event event, CommandAct act);
    /// Words that the screen has already (the chief's reason); used instead of asking.
    void run(Event event, CommandAct act, const QString& reason);
    [[nodiscard]] const CaseAction* possibility(Event event, CommandAct act) const;
    /// The step that leads on: what Ctrl+Enter does.
    [[nodiscard]] std::optional<CaseAction> main() const;
    /// All lawful ones, for F4.
    [[nodiscard]] QList<CaseAction> lawful() const;
    /// Verb of a step: "同意延期", "提交审查意见" …
    [[nodiscard]] static QString verbOf(Event event, CommandAct act);
    /// F12, F6, Ctrl+E …: which step a key means for this case.
    [[nodiscard]] std::optional<CaseAction> meaningOf(const QString& actionId) const;
    /// Enables and disables the keyed actions of the registry for this case.
    void refreshRegistry();

Q_SIGNALS:
    void performed(yichuang::Event event, const yichuang::Performed& performed);
    void failed(const QString& sentence);

private:
    [[nodiscard]] std::optional<ReasonPanel::Question> questionFor(Event event, CommandAct act) const;
    /// What may be amended, and by whose approval where the law wants one.
    [[nodiscard]] std::vector<ReasonPanel::Ground> amendable() const;
    [[nodiscard]] QString amendedValue(const QString& field, const QString& typed) const;
    [[nodiscard]] std::optional<IdentifierKind> identifierOf(const QString& field) const;
    /// What is wrong with the answer, as a sentence; empty: nothing.
    [[nodiscard]] QString faultOf(Event event, const ReasonPanel::Answer& answer) const;
    [[nodiscard]] CaseCommand commandFor(Event event, CommandAct act, const ReasonPanel::Answer& answer) const;
    [[nodiscard]] std::vector<int> rowsMarked(std::initializer_list<MaterialState> states) const;
    void give(const CaseCommand& command);

    Workplace& m_workplace;
    ActionRegistry& m_registry;
    ReasonPanel& m_reasons;
    std::optional<CaseView> m_case;
    std::map<int, MaterialState> m_marks;
};

} // namespace yichuang::ui
