// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_engine.h"

#include "http_compression.h"

#include <yichuang/vault/crypto.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>

#include <boost/asio/post.hpp>

namespace yichuang::http {
namespace {

constexpr std::size_t worthCompressing = 1024; ///< bytes

HttpAnswer notIn(const Error& error) {
    // Codes of Sessions::admit; what is permitted to nobody of this role is 403, all else asks to sign in again.
    const int status = error.is("auth.role") ? 403 : (error.code.starts_with("store.") ? 503 : 401);
    HttpAnswer answer = problemAnswer(status, error.code, error.arguments);
    if (status == 401) {
        answer.headers.emplace_back("WWW-Authenticate", "Bearer");
    }
    return answer;
}

/// "application/json" of "application/json; charset=utf-8", in lower case.
std::string mediaType(std::string_view contentType) {
    std::string type(contentType.substr(0, contentType.find(';')));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) {
        type.pop_back();
    }
    std::transform(type.begin(), type.end(), type.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return type;
}

} // namespace

Engine::Engine(HttpOptions given, std::vector<Route> routes, Admission admission, const Clock& clock, Metrics& metrics,
    HttpServer::Log log)
    : options(std::move(given))
    , m_routes(std::move(routes))
    , m_admission(std::move(admission))
    , m_clock(clock)
    , m_metrics(metrics)
    , m_log(std::move(log))
    , m_workers(static_cast<std::size_t>(std::max(1, options.workers))) {
    SystemRandomness randomness;
    std::array<unsigned char, 6> bytes {};
    randomness.fill(bytes);
    m_instance = hexOf(bytes);
}

Found Engine::find(std::string_view method, std::string_view path) const {
    Found found;
    for (const Route& route : m_routes) {
        if (route.path == path) {
            if (route.method == method) {
                found.route = &route;
                return found;
            }
            found.allow += (found.allow.empty() ? "" : ", ") + route.method;
        }
    }
    return found;
}

std::string Engine::makeRequestId() {
    return m_instance + '-' + std::to_string(++m_requests);
}

bool Engine::post(std::function<void()> job) {
    if (m_queued.fetch_add(1) >= options.waitingRequests) {
        --m_queued;
        return false;
    }
    boost::asio::post(m_workers, [this, job = std::move(job)] {
        --m_queued;
        job();
    });
    return true;
}

void Engine::handle(std::shared_ptr<Exchange> exchange) {
    exchange->begun = std::chrono::steady_clock::now();
    if (!post([this, exchange] { work(exchange); })) {
        HttpAnswer answer = problemAnswer(503, "busy");
        answer.headers.emplace_back("Retry-After", "1");
        finish(exchange, std::move(answer));
    }
}

std::optional<HttpAnswer> Engine::obstacle(Exchange& exchange) const {
    HttpRequest& request = exchange.request;
    const Route& route = *exchange.route;
    const auto caller = m_admission(route, request);
    if (!caller) {
        return notIn(caller.error());
    }
    exchange.caller = *caller;
    if (!route.takes.empty() && mediaType(request.header("content-type")) != route.takes) {
        HttpAnswer answer = problemAnswer(415, "media_type", {{"expected", route.takes}});
        answer.headers.emplace_back("Accept", route.takes);
        return answer;
    }
    const std::string_view encoding = request.header("content-encoding");
    if (!encoding.empty() && encoding != "identity") {
        if (encoding != "zstd") {
            HttpAnswer answer = problemAnswer(415, "content_encoding", {{"expected", "zstd"}});
            answer.headers.emplace_back("Accept-Encoding", "zstd");
            return answer;
        }
        auto plain = decompress(request.body, std::min(options.bodyLimit, route.bodyLimit));
        if (!plain) {
            return plain.error().is("http.too_large") ? problemAnswer(413, "body_too_large")
                                                      : problemAnswer(400, "content_encoding");
        }
        request.body = std::move(*plain);
    }
    return std::nullopt;
}

void Engine::work(const std::shared_ptr<Exchange>& exchange) {
    try {
        if (auto problem = obstacle(*exchange)) {
            finish(exchange, std::move(*problem));
            return;
        }
    } catch (const std::exception&) {
        finish(exchange, problemAnswer(500, "internal"));
        return;
    }
    const int wait = exchange->route->hasNews ? exchange->request.preferredWait() : 0;
    if (wait > 0) {
        exchange->waitUntil = exchange->begun + std::chrono::seconds(wait);
        look(exchange);
        return;
    }
    finish(exchange, answerOf(*exchange));
}

HttpAnswer Engine::answerOf(const Exchange& exchange) const {
    try {
        return exchange.route->answer(exchange.request, exchange.caller);
    } catch (const std::exception& fault) {
        if (m_log) {
            m_log("fault request=" + exchange.request.id + " what=" + fault.what());
        }
        return problemAnswer(500, "internal");
    }
}

void Engine::look(const std::shared_ptr<Exchange>& exchange) {
    Result<bool> news = true;
    try {
        news = exchange->route->hasNews(exchange->request, exchange->caller);
    } catch (const std::exception&) {
        news = true; // The endpoint itself will say what is wrong.
    }
    const auto now = std::chrono::steady_clock::now();
    const bool over = now >= exchange->waitUntil || m_stopping;
    if (news && !*news && !over) {
        if (!exchange->waiting) {
            exchange->waiting = true;
            m_metrics.feedWaitBegan();
        }
        lookAgainLater(exchange);
        return;
    }
    if (exchange->waiting) {
        m_metrics.feedWaitEnded(!news || *news);
    }
    exchange->begun = now; // Waiting for news is no slowness.
    finish(exchange, answerOf(*exchange));
}

void Engine::lookAgainLater(const std::shared_ptr<Exchange>& exchange) {
    auto timer = std::make_shared<boost::asio::steady_timer>(exchange->executor, options.newsInterval);
    timer->async_wait([this, exchange, timer](const boost::system::error_code&) {
        if (exchange->peerGone && exchange->peerGone()) {
            m_metrics.feedWaitEnded(false);
            exchange->close = true;
            exchange->finish({});
            return;
        }
        if (!post([this, exchange] { look(exchange); })) {
            lookAgainLater(exchange); // All workers are busy: those who wait can wait.
        }
    });
}

void Engine::finish(const std::shared_ptr<Exchange>& exchange, HttpAnswer answer) {
    complete(*exchange, answer);
    boost::asio::post(
        exchange->executor, [exchange, answer = std::move(answer)]() mutable { exchange->finish(std::move(answer)); });
}

void Engine::complete(const Exchange& exchange, HttpAnswer& answer) {
    const auto took
        = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - exchange.begun);
    const std::string pattern = exchange.route != nullptr ? exchange.route->method + ' ' + exchange.route->path : "-";
    m_metrics.countRequest(pattern, answer.status, took);
    const std::size_t plainBytes = answer.body.size();
    if (exchange.takesZstd && answer.body.size() >= worthCompressing) {
        std::string bytes = compress(answer.body);
        if (!bytes.empty() && bytes.size() < answer.body.size()) {
            answer.body = std::move(bytes);
            answer.headers.emplace_back("Content-Encoding", "zstd");
        }
    }
    answer.headers.emplace_back("Vary", "Accept-Encoding");
    answer.headers.emplace_back("X-Yichuang", "1");
    answer.headers.emplace_back("Date", httpDate(m_clock.now()));
    answer.headers.emplace_back("Cache-Control", "no-store");
    answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
    answer.headers.emplace_back("X-Request-Id", exchange.request.id);
    if (m_log) {
        std::string line = "request=" + exchange.request.id + " endpoint=\"" + pattern
            + "\" status=" + std::to_string(answer.status) + " us=" + std::to_string(took.count())
            + " in=" + std::to_string(exchange.bodyBytes) + " out=" + std::to_string(plainBytes);
        if (!exchange.caller.workstation.empty()) {
            line += " workstation=" + exchange.caller.workstation.value();
        }
        m_log(line);
    }
}

bool Engine::enter(const std::shared_ptr<Peer>& peer) {
    const std::lock_guard lock(m_mutex);
    if (m_stopping || m_peers.size() >= options.connections) {
        return false;
    }
    m_peers.emplace(peer.get(), peer);
    return true;
}

void Engine::leave(const Peer* peer) {
    const std::lock_guard lock(m_mutex);
    m_peers.erase(peer);
    if (m_peers.empty()) {
        m_left.notify_all();
    }
}

void Engine::beginStop() {
    std::vector<std::shared_ptr<Peer>> peers;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (const auto& [key, weak] : m_peers) {
            if (auto peer = weak.lock()) {
                peers.push_back(std::move(peer));
            }
        }
    }
    for (const auto& peer : peers) {
        peer->endWhenIdle();
    }
}

bool Engine::waitUntilEmpty(std::chrono::milliseconds grace) {
    std::unique_lock lock(m_mutex);
    return m_left.wait_for(lock, grace, [this] { return m_peers.empty(); });
}

void Engine::abortAll() {
    std::vector<std::shared_ptr<Peer>> peers;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [key, weak] : m_peers) {
            if (auto peer = weak.lock()) {
                peers.push_back(std::move(peer));
            }
        }
    }
    for (const auto& peer : peers) {
        peer->abort();
    }
}

void Engine::joinWorkers() {
    m_workers.join();
}

std::string httpDate(Instant instant) {
    constexpr std::array days {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date {day};
    const std::chrono::hh_mm_ss time {std::chrono::floor<std::chrono::seconds>(instant - day)};
    std::array<char, 64> text {};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
        days[std::chrono::weekday {day}.c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()));
    return text.data();
}

} // namespace yichuang::http
