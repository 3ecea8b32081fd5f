// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>
#include <yichuang/service/http.h>

namespace yichuang::http {

/// The problem document of an error: its status by the code, so that one code has one status everywhere.
[[nodiscard]] HttpAnswer problemOf(const Error& error);

/// `encode`d value, or the problem.
template <typename T> [[nodiscard]] HttpAnswer answerWith(const Result<T>& result, int status = 200) {
    return result ? jsonAnswer(encode(*result), status) : problemOf(result.error());
}
[[nodiscard]] HttpAnswer emptyAnswer(const Result<void>& result);

} // namespace yichuang::http
