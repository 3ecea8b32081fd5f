// SPDX-License-Identifier: GPL-3.0-or-later
// Draws an icon of the program in one size, for desktops that want pixels: render_icon ICON.svg PIXELS ICON.png
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("render_icon ICON.svg PIXELS ICON.png\n", stderr);
        return 2;
    }
    const int pixels = QString::fromLocal8Bit(argv[2]).toInt();
    QSvgRenderer renderer(QString::fromLocal8Bit(argv[1]));
    if (!renderer.isValid() || pixels <= 0) {
        std::fprintf(stderr, "%s can't be drawn\n", argv[1]);
        return 1;
    }
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    painter.end();
    return image.save(QString::fromLocal8Bit(argv[3])) ? 0 : 1;
}
