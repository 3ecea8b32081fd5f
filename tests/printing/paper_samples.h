// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/printing/paper.h>

namespace yichuang {

/// A complete paper of the kind, as a window in November 2018 would issue it; persons and numbers are invented.
[[nodiscard]] PaperContent samplePaper(PaperKind kind);

/// So many rows of a long application.
[[nodiscard]] std::vector<PaperMaterial> manyMaterials(int count);

} // namespace yichuang
