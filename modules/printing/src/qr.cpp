// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/printing/render.h>

#include <qrencode.h>

#include <memory>

namespace yichuang {

QImage qrCode(const std::string& digits) {
    if (digits.empty()) {
        return {};
    }
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code {
        QRcode_encodeString(digits.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free};
    if (!code) {
        return {};
    }
    constexpr int quietZone = 4; // ISO/IEC 18004
    QImage image {code->width + 2 * quietZone, code->width + 2 * quietZone, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1) != 0) {
                image.setPixelColor(x + quietZone, y + quietZone, Qt::black);
            }
        }
    }
    return image;
}

} // namespace yichuang
