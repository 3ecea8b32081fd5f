// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/theme.h>

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <QWidget>

class QAbstractItemModel;
class QListView;
class QModelIndex;
class QGridLayout;
class QLayout;
class QHBoxLayout;

namespace yichuang::ui {

class KeyCap;

/// A label in one of the theme's text styles and colours; takes part in the accessibility tree as text.
class Words : public QLabel {
    Q_OBJECT
public:
    explicit Words(
        const QString& text, TextStyle style = TextStyle::Text, Token color = Token::Ink, QWidget* parent = nullptr);
    void setStyle(TextStyle style, Token color);
    /// Takes the width it is given and ends in "…" where that is too little; the whole text is in the tool tip.
    void setElided(bool elided);
    /// As wide as its text where there is room, and ends in "…" where there is not: for words with others beside them.
    void setShrinking();
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_elided = false;
};

/// Takes everything out of a layout; its widgets go when control is back in the event loop.
void clearLayout(QLayout& layout);

/// A white card with a thin line, an optional head and something at the head's right.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// For titles that tell what the card holds just now, however long: the card is no wider for them.
    void setTitleShrinking();
    /// Small words at the right of the head: "6 / 7 已填".
    void setAside(const QString& words);
    [[nodiscard]] QHBoxLayout* head() const { return m_head; }
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    void addRule();
    /// For a card that holds a list: rows reach its edges, the head keeps its place.
    void setListLike();
    /// As high as what it holds: for cards that stand below one another.
    void setSnug();
    /// A line of "label … value", as in previews; lines that follow one another share their columns.
    Words* addFact(const QString& label, const QString& value);
    /// A line of a list: a small word in front, the text, a small word behind; columns are shared likewise.
    void addLine(const QString& before, const QString& words, const QString& behind, Token color = Token::Ink);
    /// Empties the body; head and title stay.
    void clear();

private:
    /// The grid at the body's end with as many columns, or a new one.
    QGridLayout* gridAtEnd(int columns);
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
    Words* m_title;
    Words* m_aside;
};

/// The content of a scroll area: as high as its words need at the width that they get. (A wrapped label tells its
/// height only for a width, which a scroll area does not ask for.)
class Column : public QWidget {
    Q_OBJECT
public:
    explicit Column(QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;

private:
    void adjust();
};

/// A thin horizontal line.
class Rule : public QWidget {
    Q_OBJECT
public:
    explicit Rule(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Says that there is nothing, and what to do next.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& head, const QString& next, const QString& key = {}, QWidget* parent = nullptr);
};

/// The one search field of the top bar. Results appear below it, over the screen; arrow keys choose, Enter opens, Esc
/// closes.
class SearchField : public QWidget {
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);
    [[nodiscard]] QLineEdit* line() const { return m_line; }
    /// What queryChanged() found; not owned. Rows are drawn by the view's delegate (CaseRowDelegate by default).
    void setResults(QAbstractItemModel* model);
    [[nodiscard]] QListView* results() const { return m_results; }
    void focusAndSelect();

Q_SIGNALS:
    void queryChanged(const QString& query);
    /// Enter on a row, or on the first one.
    void chosen(const QModelIndex& index);
    /// Esc: whoever had the focus gets it back.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void placeResults();
    void leave();
    QLineEdit* m_line;
    KeyCap* m_cap;
    QListView* m_results;
};

} // namespace yichuang::ui
