// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_text.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

namespace yichuang {

namespace {

/// A sheet that listens instead of drawing.
class ListeningEngine final : public QPaintEngine {
public:
    explicit ListeningEngine(std::vector<DrawnText>& heard)
        : QPaintEngine(AllFeatures)
        , m_heard(heard) { }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override { }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { }
    void drawPath(const QPainterPath&) override { }
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override { }
    void drawRects(const QRectF*, int) override { }
    void drawTextItem(const QPointF&, const QTextItem& item) override { m_heard.push_back({item.text(), item.font()}); }
    [[nodiscard]] Type type() const override { return User; }

private:
    std::vector<DrawnText>& m_heard;
};

class ListeningDevice final : public QPaintDevice {
public:
    explicit ListeningDevice(QPaintEngine& engine)
        : m_engine(engine) { }
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
        case PdmWidth:
        case PdmHeight:
            return 100'000;
        case PdmWidthMM:
        case PdmHeightMM:
            return 100'000 * 254 / 720;
        case PdmNumColors:
            return 1 << 24;
        case PdmDepth:
            return 24;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 72;
        case PdmDevicePixelRatio:
            return 1;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QPaintEngine& m_engine;
};

} // namespace

std::vector<DrawnText> drawnTexts(const LaidOutPaper& paper, int page) {
    std::vector<DrawnText> heard;
    ListeningEngine engine {heard};
    ListeningDevice device {engine};
    QPainter painter {&device};
    paper.paintPage(painter, page, 1);
    painter.end();
    return heard;
}

} // namespace yichuang
