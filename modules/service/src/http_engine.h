// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/service/http_server.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

namespace yichuang::http {

/// A connection as the engine knows it: to be ended when the server stops.
class Peer {
public:
    virtual ~Peer() = default;
    virtual void endWhenIdle() = 0; ///< any thread
    virtual void abort() = 0; ///< any thread
};

/// One request on its way to an answer.
struct Exchange {
    HttpRequest request;
    const Route* route = nullptr; ///< nullptr: refused before any endpoint was asked
    Caller caller;
    bool takesZstd = false;
    bool close = false; ///< the connection is not kept
    std::chrono::steady_clock::time_point begun;
    std::chrono::steady_clock::time_point waitUntil;
    bool waiting = false; ///< a long-poll that has looked at least once
    std::size_t bodyBytes = 0; ///< as they came
    /// The connection's strand, and what it wants to be told there.
    boost::asio::any_io_executor executor;
    std::function<bool()> peerGone;
    std::function<void(HttpAnswer)> finish;
};

/// What is left of the table after method and path: the endpoint, or why there is none.
struct Found {
    const Route* route = nullptr;
    std::string allow; ///< methods that the path has; empty: no such path
};

/// What all connections share: the table, the workers, the counting of who is here.
class Engine {
public:
    Engine(HttpOptions options, std::vector<Route> routes, Admission admission, const Clock& clock, Metrics& metrics,
        HttpServer::Log log);

    const HttpOptions options;

    [[nodiscard]] Found find(std::string_view method, std::string_view path) const;
    /// Brings the exchange to its answer on worker threads; `finish` runs on the connection's strand. Any thread.
    void handle(std::shared_ptr<Exchange> exchange);
    /// Counts and logs an answer that goes out; adds what every answer bears.
    void complete(const Exchange& exchange, HttpAnswer& answer);

    [[nodiscard]] std::string makeRequestId();
    [[nodiscard]] bool stopping() const { return m_stopping; }

    /// False: too many are here already.
    [[nodiscard]] bool enter(const std::shared_ptr<Peer>& peer);
    void leave(const Peer* peer);
    void beginStop();
    /// True if everybody left in time.
    [[nodiscard]] bool waitUntilEmpty(std::chrono::milliseconds grace);
    void abortAll();
    void joinWorkers();

private:
    void work(const std::shared_ptr<Exchange>& exchange);
    void look(const std::shared_ptr<Exchange>& exchange);
    void lookAgainLater(const std::shared_ptr<Exchange>& exchange);
    void finish(const std::shared_ptr<Exchange>& exchange, HttpAnswer answer);
    [[nodiscard]] HttpAnswer answerOf(const Exchange& exchange) const;
    /// A problem found before the endpoint is asked; decodes the body on the way.
    [[nodiscard]] std::optional<HttpAnswer> obstacle(Exchange& exchange) const;
    bool post(std::function<void()> job);

    const std::vector<Route> m_routes;
    const Admission m_admission;
    const Clock& m_clock;
    Metrics& m_metrics;
    const HttpServer::Log m_log;
    boost::asio::thread_pool m_workers;
    std::atomic<std::size_t> m_queued = 0;
    std::atomic<std::uint64_t> m_requests = 0;
    std::string m_instance;
    std::atomic<bool> m_stopping = false;

    std::mutex m_mutex;
    std::condition_variable m_left;
    std::map<const Peer*, std::weak_ptr<Peer>> m_peers;
};

/// "Sun, 06 Nov 1994 08:49:37 GMT".
[[nodiscard]] std::string httpDate(Instant instant);

} // namespace yichuang::http
