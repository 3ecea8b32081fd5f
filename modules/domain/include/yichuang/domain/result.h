// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace yichuang {

/// A fault as a code with named arguments. Codes are dotted lower-case words ("calendar.year_unknown");
/// only `ui`, `printing` and the command line turn them into sentences, in the user's language.
struct Error {
    std::string code;
    std::map<std::string, std::string> arguments {};
    /// For the log of an engineer; never shown to a clerk, never holds what an applicant typed.
    std::string detail {};

    [[nodiscard]] bool is(std::string_view other) const { return code == other; }
    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(
    std::string code, std::map<std::string, std::string> arguments = {}, std::string detail = {}) {
    return tl::unexpected<Error> {Error {std::move(code), std::move(arguments), std::move(detail)}};
}

} // namespace yichuang
