// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/clock.h>
#include <yichuang/service/http.h>
#include <yichuang/service/metrics.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace yichuang {

struct HttpOptions {
    std::string address = "127.0.0.1"; ///< IPv4 or IPv6, without brackets
    unsigned short port = 0; ///< 0: a free one
    bool allowPlain = false; ///< HTTP without TLS on other addresses than loopback
    std::string certificateFile; ///< PEM chain; with `keyFile`: TLS 1.2 or newer
    std::string keyFile;
    std::size_t headerLimit = 16 * 1024; ///< bytes; more is 431
    std::size_t bodyLimit = 16 * 1024 * 1024; ///< bytes, before and after decoding; more is 413
    std::chrono::milliseconds headerTime {10'000}; ///< for the whole head of a request, and for the TLS handshake
    std::chrono::milliseconds bodyTime {30'000}; ///< for the whole body, and for taking an answer
    std::chrono::milliseconds idleTime {75'000}; ///< of a kept connection between two requests
    std::chrono::milliseconds newsInterval {100}; ///< between two looks of a long-poll
    int workers = 8; ///< threads on which endpoints run and may block
    int inputThreads = 2;
    std::size_t waitingRequests = 1024; ///< more than that waiting for a worker: 503
    std::size_t connections = 10'000; ///< further ones are closed at once
};

/// The HTTP side of the centre: HTTP/1.1 on Beast. Endpoints are values; nothing here knows what they do.
/// Every answer bears `X-Yichuang: 1`, `Date` (the centre's clock) and `X-Request-Id`. Log lines hold method, pattern
/// of the endpoint, status, time, sizes and the workstation: never a token, a name, a query or a body.
class HttpServer {
public:
    using Log = std::function<void(const std::string& line)>;

    HttpServer(HttpOptions options, std::vector<Route> routes, Admission admission, const Clock& clock,
        Metrics& metrics, Log log);
    ~HttpServer(); ///< stops
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Listens and serves on threads of its own. Errors: "http.listen" (address, reason), "http.plain" (address),
    /// "http.certificate" (file, reason).
    [[nodiscard]] Result<void> start();
    /// The port listened on; 0 before start.
    [[nodiscard]] unsigned short port() const;
    /// Takes no new connection, ends long-polls, lets running requests finish for at most `grace`, then closes. Blocks.
    void stop(std::chrono::milliseconds grace = std::chrono::milliseconds {10'000});

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace yichuang
