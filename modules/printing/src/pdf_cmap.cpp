// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_cmap.h"

#include <algorithm>

namespace yichuang {

namespace {

void appendHex(std::string& result, unsigned value, int digits) {
    static constexpr char letters[] = "0123456789ABCDEF";
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
        result += letters[(value >> shift) & 0xfU];
    }
}

} // namespace

std::string utf16Hex(const QString& text) {
    std::string result;
    for (const QChar unit : text) {
        appendHex(result, unit.unicode(), 4);
    }
    return result;
}

std::string toUnicodeMap(const std::map<std::string, QString>& meanings) {
    std::string result = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                         "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                         "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                         "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    // A section may hold a hundred lines at most.
    constexpr std::size_t sectionSize = 100;
    std::size_t left = meanings.size();
    std::size_t inSection = 0;
    for (const auto& [code, text] : meanings) {
        if (inSection == 0) {
            inSection = std::min(left, sectionSize);
            result += std::to_string(inSection) + " beginbfchar\n";
        }
        result += '<';
        for (const char byte : code) {
            appendHex(result, static_cast<unsigned char>(byte), 2);
        }
        result += "> <" + utf16Hex(text) + ">\n";
        --left;
        if (--inSection == 0) {
            result += "endbfchar\n";
        }
    }
    return result + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace yichuang
