// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>
#include <yichuang/workflows/intake.h>

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

class ActionButton;
class Card;

/// "What is to be done?": name, code, pinyin initials; the preview tells due date, steps, fee and materials before
/// anything is typed.
class FindItemScreen : public QWidget {
    Q_OBJECT
public:
    FindItemScreen(Workplace& workplace, ActionRegistry& registry, QWidget* parent = nullptr);
    void begin();
    [[nodiscard]] QLineEdit* line() const { return m_line; }
    /// The item on whose row the list stands; nullptr on a draft, or where nothing was found.
    [[nodiscard]] const FoundItem* current() const;

Q_SIGNALS:
    void itemChosen(const yichuang::ItemId& item);
    void draftChosen(const QString& draftId);

protected:
    bool eventFilter(QObject* receiver, QEvent* event) override;

private:
    void find();
    void preview();
    void choose();
    /// How many drafts stand above the items.
    [[nodiscard]] int draftRows() const;

    Workplace& m_workplace;
    ActionRegistry& m_registry;
    QLineEdit* m_line;
    QListWidget* m_list;
    Card* m_preview;
    ActionButton* m_sheet;
    ActionButton* m_begin;
    QList<FoundItem> m_found;
    QList<DraftRow> m_drafts;
    bool m_draftsKnown = false; ///< the file has answered since the page was opened
    bool m_chooseThen = false; ///< Enter pressed ahead of that answer: it takes what stands first then
};

} // namespace yichuang::ui
