// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QScrollBar>

namespace yichuang::ui {

/// `area` shows `content` as wide as itself and scrolls what is higher: without a frame or a place in the tab order.
inline void frameForScrolling(QScrollArea& area, QWidget* content) {
    area.setWidget(content);
    area.setWidgetResizable(true);
    area.setFrameShape(QFrame::NoFrame);
    area.setFocusPolicy(Qt::NoFocus);
    area.verticalScrollBar()->setProperty("onGround", true);
}

/// The area stands on a card, or is the page itself: what is behind it shows.
inline void takeGroundAway(QScrollArea& area) {
    area.viewport()->setAutoFillBackground(false);
    // QScrollArea gave its content one, too.
    area.widget()->setAutoFillBackground(false);
    area.verticalScrollBar()->setProperty("onGround", false);
}

} // namespace yichuang::ui
