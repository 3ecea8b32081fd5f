// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace yichuang::http {

/// One or more zstd frames. Errors: "http.too_large" (the plain text would be longer than `limit`), "http.encoding" (no
/// zstd, or cut off).
[[nodiscard]] Result<std::string> decompress(std::string_view bytes, std::size_t limit);
[[nodiscard]] std::string compress(std::string_view plain);
/// True if `Accept-Encoding` takes zstd (a weight of 0 refuses it).
[[nodiscard]] bool takesZstd(std::string_view acceptEncoding);

} // namespace yichuang::http
