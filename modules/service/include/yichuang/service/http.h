// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/ids.h>
#include <yichuang/domain/people.h>
#include <yichuang/domain/result.h>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yichuang {

/// A request whole, its body decoded from any Content-Encoding. Header names are in lower case.
struct HttpRequest {
    std::string method;
    std::string path; ///< percent-decoded, without the query
    std::map<std::string, std::string, std::less<>> query; ///< percent-decoded
    std::map<std::string, std::string, std::less<>> headers;
    std::string body;
    std::string id; ///< for log lines, and returned as X-Request-Id

    /// Empty text where the header is missing.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    /// The token of `Authorization: Bearer …`, empty if there is none.
    [[nodiscard]] std::string_view bearer() const;
    /// Seconds of `Prefer: wait=…`, at most 25; 0 without it.
    [[nodiscard]] int preferredWait() const;
};

struct HttpAnswer {
    int status = 200;
    std::string contentType;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};
[[nodiscard]] HttpAnswer jsonAnswer(std::string body, int status = 200);
/// RFC 9457. `code` becomes the type "urn:yichuang:problem:<code>".
[[nodiscard]] HttpAnswer problemAnswer(
    int status, std::string_view code, std::map<std::string, std::string> arguments = {});

/// Who may call an endpoint.
enum class AllowedTo {
    Anybody,
    Workstation, ///< a workstation's token as bearer
    Person ///< beside it a signed-in person's access token in X-Session
};

/// Who calls, as found out before the handler runs.
struct Caller {
    WorkstationId workstation;
    PersonId person;
    std::string accessToken; ///< of X-Session, where a person is asked for
};

/// One line of the table of endpoints: all that the server needs to know of one.
struct Route {
    std::string method;
    std::string path; ///< exact
    AllowedTo allowedTo = AllowedTo::Anybody;
    /// Beside `AllowedTo::Person`: one of these roles is needed. Empty: any.
    std::set<Role> roles {};
    /// Media type that a body must have; empty: the endpoint takes no body.
    std::string takes {};
    std::size_t bodyLimit = 64 * 1024; ///< bytes, before and after decoding; the server's own limit stands above it
    /// Runs on a worker thread and may block.
    std::function<HttpAnswer(const HttpRequest&, const Caller&)> answer;
    /// For a long-poll: asked every 100 ms (on a worker thread) while the request prefers to wait; the answer is made
    /// as soon as it is true, an error, or the time is over. Empty: answered at once.
    std::function<Result<bool>(const HttpRequest&, const Caller&)> hasNews {};
};

/// Finds out who calls. Errors (all 401 or 403): see Sessions::admit.
using Admission = std::function<Result<Caller>(const Route&, const HttpRequest&)>;

} // namespace yichuang
