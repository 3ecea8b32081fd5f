// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/page_view.h>

#include <yichuang/ui/theme.h>

#include <QLabel>
#include <QScrollBar>
#include <QTransform>

#include <algorithm>

namespace yichuang::ui {

PageView::PageView(QWidget* parent)
    : QScrollArea(parent)
    , m_sheet(new QLabel) {
    setWidget(m_sheet);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    m_sheet->setAlignment(Qt::AlignCenter);
    setWidgetResizable(false);
    m_sheet->setAutoFillBackground(false);
    m_sheet->setStyleSheet(QStringLiteral("background: transparent;"));
    QPalette colors = palette();
    colors.setColor(QPalette::Window, currentTheme().color(Token::Track));
    setPalette(colors);
    viewport()->setAutoFillBackground(true);
    setStyleSheet(QStringLiteral("QScrollArea { background: %1; }").arg(currentTheme().color(Token::Track).name()));
    setAccessibleName(tr("Pages"));
}

void PageView::setPages(std::vector<QImage> pages, const QString& name) {
    m_pages = std::move(pages);
    m_name = name;
    m_page = std::clamp(m_page, 0, std::max(0, pageCount() - 1));
    rebuild();
}

void PageView::setPage(int page) {
    const int wanted = std::clamp(page, 0, std::max(0, pageCount() - 1));
    if (wanted == m_page)
        return;
    m_page = wanted;
    verticalScrollBar()->setValue(0);
    rebuild();
}

void PageView::setZoom(Zoom zoom) {
    m_zoom = zoom;
    rebuild();
}

bool PageView::perform(const QString& actionId) {
    if (actionId == QLatin1String("pages.previous")) {
        setPage(m_page - 1);
    } else if (actionId == QLatin1String("pages.next")) {
        setPage(m_page + 1);
    } else if (actionId == QLatin1String("pages.zoom")) {
        switch (m_zoom) {
        case Zoom::WholePage:
            setZoom(Zoom::Width);
            break;
        case Zoom::Width:
            setZoom(Zoom::Double);
            break;
        case Zoom::Double:
            setZoom(Zoom::WholePage);
            break;
        }
    } else if (actionId == QLatin1String("pages.rotate")) {
        m_turns = (m_turns + 1) % 4;
        rebuild();
    } else {
        return false;
    }
    return true;
}

void PageView::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    rebuild();
}

void PageView::rebuild() {
    const int count = pageCount();
    setAccessibleDescription(
        count == 0 ? tr("No page.") : tr("%1, page %2 of %3").arg(m_name).arg(m_page + 1).arg(count));
    if (count == 0) {
        m_sheet->clear();
        m_sheet->resize(0, 0);
        Q_EMIT pageChanged(0, 0);
        return;
    }
    QImage image = m_pages[static_cast<std::size_t>(m_page)];
    if (m_turns != 0)
        image = image.transformed(QTransform().rotate(90.0 * m_turns));
    // Pages come at print resolution; what is shown is scaled to the screen's own pixels, so that text stays sharp.
    const qreal ratio = devicePixelRatioF();
    const int margin = currentTheme().px(20);
    const QSize room = viewport()->size() - QSize(margin, margin);
    QSize size = image.size();
    switch (m_zoom) {
    case Zoom::WholePage:
        size.scale(room, Qt::KeepAspectRatio);
        break;
    case Zoom::Width:
        size.scale(room.width(), 1 << 20, Qt::KeepAspectRatio);
        break;
    case Zoom::Double:
        size.scale(2 * room.width(), 1 << 20, Qt::KeepAspectRatio);
        break;
    }
    size = size.expandedTo(QSize(1, 1));
    QImage shown = image.scaled(size * ratio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(ratio);
    m_sheet->setPixmap(QPixmap::fromImage(shown));
    m_sheet->resize(size + QSize(margin, margin));
    Q_EMIT pageChanged(m_page, count);
}

} // namespace yichuang::ui
