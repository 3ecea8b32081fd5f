// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/service/http.h>

#include <yichuang/contract/messages.h>

#include <algorithm>
#include <charconv>

namespace yichuang {
namespace {

std::string_view titleOf(int status) {
    switch (status) {
    case 400:
        return "Bad request";
    case 401:
        return "Not signed in";
    case 403:
        return "Not permitted";
    case 404:
        return "Not found";
    case 405:
        return "Method not allowed";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 413:
        return "Body too large";
    case 415:
        return "Unsupported media type";
    case 422:
        return "Not acceptable as it stands";
    case 423:
        return "Locked";
    case 429:
        return "Too many requests";
    case 431:
        return "Head too large";
    case 503:
        return "Not available";
    default:
        return status < 500 ? "Refused" : "Failed";
    }
}

} // namespace

std::string_view HttpRequest::header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view {} : std::string_view(found->second);
}

std::string_view HttpRequest::bearer() const {
    constexpr std::string_view scheme = "bearer ";
    const std::string_view value = header("authorization");
    const bool fits = value.size() > scheme.size()
        && std::equal(scheme.begin(), scheme.end(), value.begin(), [](char expected, char given) {
               return expected == (given >= 'A' && given <= 'Z' ? given + ('a' - 'A') : given);
           });
    return fits ? value.substr(scheme.size()) : std::string_view {};
}

int HttpRequest::preferredWait() const {
    constexpr std::string_view word = "wait=";
    constexpr int longest = 25;
    const std::string_view value = header("prefer");
    const std::size_t at = value.find(word);
    if (at == std::string_view::npos) {
        return 0;
    }
    int seconds = 0;
    const std::string_view digits = value.substr(at + word.size());
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    return read.ec == std::errc {} ? std::clamp(seconds, 0, longest) : 0;
}

HttpAnswer jsonAnswer(std::string body, int status) {
    return {status, "application/json", std::move(body), {}};
}

HttpAnswer problemAnswer(int status, std::string_view code, std::map<std::string, std::string> arguments) {
    Problem problem;
    problem.type = "urn:yichuang:problem:" + std::string(code);
    problem.title = titleOf(status);
    problem.status = status;
    problem.code = code;
    problem.arguments = std::move(arguments);
    return {status, "application/problem+json", encode(problem), {}};
}

} // namespace yichuang
