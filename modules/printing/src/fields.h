// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>
#include <yichuang/printing/paper.h>

#include <kainjow/mustache.hpp>

namespace yichuang {

/// What a template may name, as text ready to print. Empty values are left out, so that a section over one is not
/// shown.
[[nodiscard]] kainjow::mustache::data fieldsOf(const PaperContent& content);

/// The first field that the kind needs and the content lacks; empty when complete.
[[nodiscard]] std::string missingField(const PaperContent& content);

} // namespace yichuang
