// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/handbook.h>

#include <QPointer>
#include <QWidget>

#include <memory>
#include <vector>

class QLineEdit;
class QListWidget;

namespace yichuang::ui {

class HandbookText;
class Words;

/// The handbook, laid over the window it belongs to: contents at the left, a chapter at the right, a field that finds
/// above both. Nothing below it is touched: Esc gives the focus back to where it was, with what was typed there.
class HandbookPage : public QWidget {
    Q_OBJECT
public:
    /// Hidden until it is opened; lies over all of `parent`.
    explicit HandbookPage(QWidget* parent);
    ~HandbookPage() override;

    void open(const HandbookPlace& place);
    /// Closes; whoever had the focus, or asked for it meanwhile, gets it.
    void leave();

    /// What is shown now.
    [[nodiscard]] const HandbookPlace& place() const { return m_place; }
    [[nodiscard]] QLineEdit* finder() const { return m_finder; }
    [[nodiscard]] QListWidget* contents() const { return m_contents; }
    [[nodiscard]] HandbookText* text() const { return m_text; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fillContents();
    void find();
    void go(const HandbookPlace& place);
    void follow(const QString& link);
    void goBack();
    void turn(int chapters);
    void chooseRow(int step);
    void openRow();
    void keepFocus(QWidget* now);
    bool keyInFinder(const QKeyEvent& event);
    bool keyElsewhere(QWidget* watched, QKeyEvent& event);

    std::unique_ptr<Handbook> m_handbook;
    HandbookPlace m_place;
    std::vector<HandbookPlace> m_before; ///< where links led away from
    std::vector<HandbookPlace> m_rows; ///< of the list; an empty chapter is a heading
    bool m_finding = false;
    Words* m_title;
    QLineEdit* m_finder;
    QListWidget* m_contents;
    HandbookText* m_text;
    QPointer<QWidget> m_focusBefore;
    QPointer<QWidget> m_focusHere;
};

} // namespace yichuang::ui
