// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_compression.h"

#include <algorithm>
#include <array>
#include <memory>

#include <zstd.h>

namespace yichuang::http {

Result<std::string> decompress(std::string_view bytes, std::size_t limit) {
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    // A window of 8 MiB is what level 3 and its neighbours write; a larger one would let a small body ask for much
    // memory.
    constexpr int windowLog = 23;
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, windowLog);
    std::string plain;
    std::array<char, 64 * 1024> chunk {};
    ZSTD_inBuffer in {bytes.data(), bytes.size(), 0};
    std::size_t left = 1;
    while (in.pos < in.size || left != 0) {
        const std::size_t before = in.pos;
        ZSTD_outBuffer out {chunk.data(), chunk.size(), 0};
        left = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(left) != 0) {
            return failure("http.encoding");
        }
        if (plain.size() + out.pos > limit) {
            return failure("http.too_large");
        }
        plain.append(chunk.data(), out.pos);
        if (left != 0 && in.pos == before && out.pos == 0) {
            return failure("http.encoding"); // Nothing more comes, and the frame is not at its end.
        }
    }
    return plain;
}

std::string compress(std::string_view plain) {
    constexpr int level = 3;
    std::string bytes(ZSTD_compressBound(plain.size()), '\0');
    const std::size_t size = ZSTD_compress(bytes.data(), bytes.size(), plain.data(), plain.size(), level);
    if (ZSTD_isError(size) != 0) {
        return {};
    }
    bytes.resize(size);
    return bytes;
}

bool takesZstd(std::string_view acceptEncoding) {
    while (!acceptEncoding.empty()) {
        const std::size_t comma = std::min(acceptEncoding.find(','), acceptEncoding.size());
        std::string token(acceptEncoding.substr(0, comma));
        std::erase_if(token, [](char c) { return c == ' ' || c == '\t'; });
        acceptEncoding.remove_prefix(std::min(comma + 1, acceptEncoding.size()));
        if (token == "zstd" || (token.starts_with("zstd;") && token.find("q=0") == std::string::npos)
            || token.starts_with("zstd;q=0.")) {
            return true;
        }
    }
    return false;
}

} // namespace yichuang::http
