// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>

#include <QEventLoop>
#include <QFuture>
#include <QObject>

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>

namespace yichuang::bench {

/// Runs the event loop until the future has its answer. Throws std::runtime_error with the error's code.
template <typename T> T await(QFuture<Result<T>> future) {
    QEventLoop loop;
    QObject here;
    std::optional<Result<T>> answer;
    future.then(&here, [&](const Result<T>& result) {
        answer.emplace(result);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    if (!*answer) {
        std::string words = answer->error().code;
        for (const auto& [name, value] : answer->error().arguments)
            words += " " + name + "=" + value;
        throw std::runtime_error(words + " " + answer->error().detail);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(**answer);
}

/// Runs the event loop until the condition holds; it is asked again after every event. Throws after two minutes.
void waitUntil(const std::function<bool()>& condition, const std::string& what);

} // namespace yichuang::bench
