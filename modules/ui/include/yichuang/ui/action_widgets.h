// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace yichuang::ui {

class Words;

/// The button of one action: verb and key; filled, plain or grave by the action's weight. A disabled one keeps its
/// place and can be reached by Tab: pressing it tells the reason.
class ActionButton : public QAbstractButton {
    Q_OBJECT
public:
    ActionButton(Action& action, QWidget* parent = nullptr);
    [[nodiscard]] Action& action() const { return m_action; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void refresh();
    Action& m_action;
};

/// The bar at the foot of a working screen: what is still lacking, in words, at the left; the lawful actions at the
/// right.
class ActionBar : public QWidget {
    Q_OBJECT
public:
    explicit ActionBar(ActionRegistry& registry, QWidget* parent = nullptr);

    /// From left to right.
    void setActions(const QStringList& ids);
    /// `lacking` bold, `outlook` small below it.
    void setStatement(const QString& lacking, const QString& outlook = {});
    [[nodiscard]] QString statement() const;
    [[nodiscard]] std::vector<ActionButton*> buttons() const { return m_buttons; }
    /// Never makes its window wider: see `fit`.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Where words and buttons find no room beside one another, the words go above; that stays until other actions
    /// come. Where not even the buttons find room, those that are not possible now go first: their keys still say why.
    void fit();
    void stack(bool stacked);
    [[nodiscard]] int widthOfButtons() const;

    ActionRegistry& m_registry;
    Words* m_lacking;
    Words* m_outlook;
    QBoxLayout* m_outer;
    QBoxLayout* m_words;
    QHBoxLayout* m_row;
    std::vector<ActionButton*> m_buttons;
    QString m_outlookText;
    bool m_stacked = false;
};

/// Actions as a list: verb, reason of a disabled one beside it, key cap at the right. For previews, F4 and the conflict
/// screen.
class ActionList : public QWidget {
    Q_OBJECT
public:
    explicit ActionList(ActionRegistry& registry, QWidget* parent = nullptr);
    void setActions(const QStringList& ids);
    /// Keys 1 to 9 in place of the actions' own.
    void setNumbered(bool numbered);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();
    ActionRegistry& m_registry;
    QVBoxLayout* m_column;
    QStringList m_ids;
    std::vector<QWidget*> m_lines;
    bool m_numbered = false;
};

} // namespace yichuang::ui
