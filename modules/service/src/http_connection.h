// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_engine.h"

#include <memory>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

namespace yichuang::http {

/// Serves one connection from its first byte to its last; owns itself. `context` empty: without TLS.
void serveConnection(
    boost::asio::ip::tcp::socket socket, const std::shared_ptr<boost::asio::ssl::context>& context, Engine& engine);

} // namespace yichuang::http
