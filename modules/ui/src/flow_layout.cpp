// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/flow_layout.h>

#include <algorithm>
#include <utility>

namespace yichuang::ui {

FlowLayout::FlowLayout(int spacing, Qt::Alignment side)
    : m_side(side) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto& item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize FlowLayout::sizeHint() const {
    QSize size;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize wanted = item->sizeHint();
        size = {size.width() + (size.width() > 0 ? spacing() : 0) + wanted.width(),
            std::max(size.height(), wanted.height())};
    }
    return size;
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool move) const {
    int top = rect.top();
    std::size_t next = 0;
    bool first = true;
    while (next < m_items.size()) {
        // One line: what finds room.
        std::vector<QLayoutItem*> line;
        int width = 0;
        int height = 0;
        for (; next < m_items.size(); ++next) {
            QLayoutItem* item = m_items[next].get();
            if (item->isEmpty())
                continue;
            const QSize wanted = item->sizeHint();
            const int with = width + (line.empty() ? 0 : spacing()) + wanted.width();
            if (!line.empty() && with > rect.width())
                break;
            line.push_back(item);
            width = with;
            height = std::max(height, wanted.height());
        }
        if (line.empty())
            break;
        if (!std::exchange(first, false))
            top += spacing();
        int left = m_side.testFlag(Qt::AlignRight) ? std::max(rect.left(), rect.right() + 1 - width) : rect.left();
        for (QLayoutItem* item : line) {
            const QSize wanted = item->sizeHint();
            if (move)
                item->setGeometry(QRect(left, top + (height - wanted.height()) / 2,
                    std::min(wanted.width(), rect.width()), wanted.height()));
            left += wanted.width() + spacing();
        }
        top += height;
    }
    return top - rect.top();
}

} // namespace yichuang::ui
