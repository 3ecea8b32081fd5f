// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>

#include <QImage>
#include <QScrollArea>

#include <vector>

class QLabel;

namespace yichuang::ui {

/// Pages of papers or materials. ← → leaf, Z zooms (whole page, width, 200 %), O rotates by a quarter, while it has the
/// focus.
class PageView : public QScrollArea, public PartTarget {
    Q_OBJECT
public:
    enum class Zoom { WholePage, Width, Double };

    explicit PageView(QWidget* parent = nullptr);

    /// Keeps page number and zoom where the new pages allow it. `name` is read out: "受理通知书".
    void setPages(std::vector<QImage> pages, const QString& name);
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] int page() const { return m_page; } ///< from 0
    void setPage(int page);
    [[nodiscard]] Zoom zoom() const { return m_zoom; }
    void setZoom(Zoom zoom);
    [[nodiscard]] int quarterTurns() const { return m_turns; }

    [[nodiscard]] Part part() const override { return Part::Pages; }
    bool perform(const QString& actionId) override;

Q_SIGNALS:
    void pageChanged(int page, int count);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();

    std::vector<QImage> m_pages;
    QString m_name;
    QLabel* m_sheet;
    int m_page = 0;
    int m_turns = 0;
    Zoom m_zoom = Zoom::WholePage;
};

} // namespace yichuang::ui
