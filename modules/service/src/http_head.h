// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_engine.h"

#include <optional>

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace yichuang::http {

using RequestHead = boost::beast::http::request<boost::beast::http::string_body>;

/// Fills in what the head says. A problem where two readers could understand the message differently (Content-Length
/// beside Transfer-Encoding, repeated lengths or hosts …): such a message may hide a second one.
[[nodiscard]] std::optional<HttpAnswer> readRequestHead(const RequestHead& head, Exchange& exchange);
[[nodiscard]] bool expectsContinue(const RequestHead& head);

} // namespace yichuang::http
