// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/deadline.h>

#include <QColor>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace yichuang::ui {

enum class RibbonCellKind {
    DayZero, ///< ring
    Counted, ///< numbered
    Off, ///< hollow, 休
    Stopped, ///< hatched
    Fold, ///< whole weeks folded into one cell
    Later ///< today, when it lies past the due day
};

struct RibbonCell {
    RibbonCellKind kind = RibbonCellKind::Counted;
    CivilDate from;
    CivilDate to; ///< = from but for Fold
    QString text;
    bool makeUp = false; ///< 班
    bool today = false;
    bool due = false;
    bool past = false; ///< before today, or today
    bool provisional = false;
    QString reason; ///< one sentence: why this day counts or does not
};

/// The cells that a ribbon draws. Folds whole weeks when there are more than 20 days, never today's week, nor the first
/// or the last one, nor a week with a stop in it.
[[nodiscard]] std::vector<RibbonCell> ribbonCells(const Deadline& deadline, CivilDate today);
/// The ribbon as one sentence, for screen readers and for those who prefer to read.
[[nodiscard]] QString ribbonSentence(const Deadline& deadline, CivilDate today);

/// The deadline ribbon. Left and right walk its days while it has the focus; hover or focus tells the reason of a day.
class DeadlineRibbon : public QWidget {
    Q_OBJECT
public:
    explicit DeadlineRibbon(QWidget* parent = nullptr);

    void setDeadline(const std::optional<Deadline>& deadline, CivilDate today);
    [[nodiscard]] const std::vector<RibbonCell>& cells() const { return m_cells; }
    [[nodiscard]] QString sentence() const { return m_sentence; }
    /// Reason of the day under focus or mouse; empty if none.
    [[nodiscard]] QString reason() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void reasonShown(const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] std::vector<QRect> layoutCells() const;
    void select(int index);

    std::vector<RibbonCell> m_cells;
    QString m_sentence;
    int m_selected = -1;
    bool m_byKey = false;
};

} // namespace yichuang::ui
