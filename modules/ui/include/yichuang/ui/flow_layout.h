// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace yichuang::ui {

/// Items side by side, as many as find room, the next ones below: chips and buttons under large text.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    /// `spacing` between items and between lines, in pixels.
    explicit FlowLayout(int spacing, Qt::Alignment side = Qt::AlignLeft);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    [[nodiscard]] QSize minimumSize() const override;
    /// All on one line.
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Returns the height; moves the items where `move` says so.
    int place(const QRect& rect, bool move) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    Qt::Alignment m_side;
};

} // namespace yichuang::ui
