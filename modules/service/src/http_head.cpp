// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_head.h"

#include "http_target.h"

#include <algorithm>
#include <cctype>

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>

namespace yichuang::http {
namespace {

namespace beast = boost::beast;
using beast::http::field;

std::string_view text(beast::string_view value) {
    return {value.data(), value.size()};
}

bool ambiguous(const RequestHead& head) {
    const auto lengths = head.count(field::content_length);
    const auto encodings = head.count(field::transfer_encoding);
    if (lengths > 1 || encodings > 1 || (lengths > 0 && encodings > 0)) {
        return true;
    }
    if (encodings > 0 && (head.version() < 11 || !beast::iequals(head[field::transfer_encoding], "chunked"))) {
        return true;
    }
    const auto hosts = head.count(field::host);
    return hosts > 1 || (hosts == 0 && head.version() >= 11);
}

bool usableId(std::string_view id) {
    constexpr std::size_t longest = 64;
    return !id.empty() && id.size() <= longest
        && std::all_of(id.begin(), id.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
}

} // namespace

std::optional<HttpAnswer> readRequestHead(const RequestHead& head, Exchange& exchange) {
    HttpRequest& request = exchange.request;
    if (ambiguous(head)) {
        return problemAnswer(400, "http.ambiguous");
    }
    auto target = parseTarget(text(head.target()));
    if (!target) {
        return problemAnswer(400, "http.target");
    }
    request.method = text(head.method_string());
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    for (const auto& header : head) {
        std::string name(text(header.name_string()));
        std::transform(
            name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (!request.headers.emplace(name, text(header.value())).second
            && (name == "authorization" || name == "x-session" || name == "content-type"
                || name == "content-encoding")) {
            return problemAnswer(400, "http.ambiguous");
        }
    }
    if (usableId(request.header("x-request-id"))) {
        request.id = request.header("x-request-id");
    }
    return std::nullopt;
}

bool expectsContinue(const RequestHead& head) {
    return beast::iequals(head[field::expect], "100-continue");
}

} // namespace yichuang::http
