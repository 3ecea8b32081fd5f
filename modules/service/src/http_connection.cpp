// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_connection.h"

#include "http_compression.h"
#include "http_head.h"
#include "http_target.h"

#include <array>
#include <optional>
#include <type_traits>
#include <utility>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <sys/socket.h>

namespace yichuang::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Failure = boost::system::error_code;
using PlainStream = beast::tcp_stream;
using TlsStream = asio::ssl::stream<beast::tcp_stream>;

/// All of it runs on the connection's strand.
template <typename Stream>
class Connection final : public Peer, public std::enable_shared_from_this<Connection<Stream>> {
public:
    template <typename... Rest>
    Connection(Engine& engine, asio::ip::tcp::socket socket, Rest&... context)
        : m_engine(engine)
        , m_stream(std::move(socket), context...) { }
    ~Connection() override { m_engine.leave(this); }

    /// On the connection's own strand, for it is known to the engine already and may be told to end.
    void begin() {
        asio::post(m_stream.get_executor(), then([](Connection& self) {
            if constexpr (std::is_same_v<Stream, TlsStream>) {
                self.shakeHands();
            } else {
                self.awaitRequest(self.m_engine.options.headerTime);
            }
        }));
    }

    void endWhenIdle() override {
        asio::post(m_stream.get_executor(), then([](Connection& self) {
            if (self.m_idle) {
                self.lowest().cancel();
            }
        }));
    }
    void abort() override {
        asio::post(m_stream.get_executor(), then([](Connection& self) { self.lowest().close(); }));
    }

private:
    beast::tcp_stream& lowest() { return beast::get_lowest_layer(m_stream); }

    /// A completion that keeps the connection alive.
    template <typename Action> auto then(Action action) {
        return [self = this->shared_from_this(), action](auto... results) {
            if constexpr (std::is_invocable_v<Action, Connection&, decltype(results)...>) {
                action(*self, results...);
            } else {
                action(*self, std::get<0>(std::make_tuple(results...)));
            }
        };
    }

    void shakeHands() {
        if (m_engine.stopping()) {
            lowest().close();
            return;
        }
        m_idle = true;
        lowest().expires_after(m_engine.options.headerTime);
        m_stream.async_handshake(asio::ssl::stream_base::server, then([](Connection& self, Failure fault) {
            self.m_idle = false;
            if (!fault) {
                self.awaitRequest(self.m_engine.options.headerTime);
            }
        }));
    }

    void awaitRequest(std::chrono::milliseconds patience) {
        // `endWhenIdle` passes by who is not idle; whoever becomes so afterwards goes by himself.
        if (m_engine.stopping()) {
            close();
            return;
        }
        m_parser.emplace();
        m_parser->header_limit(static_cast<std::uint32_t>(m_engine.options.headerLimit));
        m_parser->body_limit(m_engine.options.bodyLimit);
        if (m_buffer.size() > 0) {
            readHead();
            return;
        }
        constexpr std::size_t firstBytes = 4096;
        m_idle = true;
        lowest().expires_after(patience);
        m_stream.async_read_some(
            m_buffer.prepare(firstBytes), then([](Connection& self, Failure fault, std::size_t size) {
                self.m_idle = false;
                if (fault) {
                    self.close();
                    return;
                }
                self.m_buffer.commit(size);
                self.readHead();
            }));
    }

    void readHead() {
        lowest().expires_after(m_engine.options.headerTime);
        beast::http::async_read_header(m_stream, m_buffer, *m_parser, then([](Connection& self, Failure fault) {
            if (fault) {
                self.refuseBroken(fault);
            } else {
                self.judgeHead();
            }
        }));
    }

    void judgeHead() {
        const auto& head = m_parser->get();
        m_exchange = std::make_shared<Exchange>();
        m_exchange->request.id = m_engine.makeRequestId();
        m_exchange->executor = m_stream.get_executor();
        m_exchange->begun = std::chrono::steady_clock::now();
        if (auto problem = readRequestHead(head, *m_exchange)) {
            refuse(std::move(*problem));
            return;
        }
        const Found found = m_engine.find(m_exchange->request.method, m_exchange->request.path);
        m_exchange->route = found.route;
        if (found.route == nullptr) {
            HttpAnswer problem = found.allow.empty() ? problemAnswer(404, "not_found")
                                                     : problemAnswer(405, "method", {{"allow", found.allow}});
            if (!found.allow.empty()) {
                problem.headers.emplace_back("Allow", found.allow);
            }
            refuse(std::move(problem));
            return;
        }
        if (found.route->allowedTo != AllowedTo::Anybody && m_exchange->request.bearer().empty()) {
            // Said before the body is read: a stranger is not given room for sixteen megabytes.
            HttpAnswer problem = problemAnswer(401, "auth.token");
            problem.headers.emplace_back("WWW-Authenticate", "Bearer");
            refuse(std::move(problem));
            return;
        }
        const std::size_t limit = std::min(m_engine.options.bodyLimit, found.route->bodyLimit);
        const auto announced = m_parser->content_length();
        if (announced && *announced > limit) {
            refuse(problemAnswer(413, "body_too_large"));
            return;
        }
        m_parser->body_limit(limit);
        lowest().expires_after(m_engine.options.bodyTime);
        if (expectsContinue(head)) {
            m_continue.emplace(beast::http::status::continue_, 11U);
            beast::http::async_write(m_stream, *m_continue, then([](Connection& self, Failure fault) {
                if (!fault) {
                    self.readBody();
                }
            }));
            return;
        }
        readBody();
    }

    void readBody() {
        beast::http::async_read(m_stream, m_buffer, *m_parser, then([](Connection& self, Failure fault) {
            if (fault) {
                self.refuseBroken(fault);
            } else {
                self.handOver();
            }
        }));
    }

    void handOver() {
        lowest().expires_never();
        m_exchange->close = !m_parser->keep_alive();
        m_exchange->request.body = std::move(m_parser->get().body());
        m_exchange->bodyBytes = m_exchange->request.body.size();
        m_exchange->takesZstd = takesZstd(m_exchange->request.header("accept-encoding"));
        m_exchange->peerGone = [weak = this->weak_from_this()] {
            const auto self = weak.lock();
            return !self || self->gone();
        };
        m_exchange->finish = [self = this->shared_from_this()](HttpAnswer answer) { self->send(std::move(answer)); };
        m_engine.handle(std::exchange(m_exchange, {}));
    }

    bool gone() {
        std::array<char, 1> byte {};
        return ::recv(lowest().socket().native_handle(), byte.data(), byte.size(), MSG_PEEK | MSG_DONTWAIT) == 0;
    }

    /// What the parser could not read. A peer that went away or fell asleep is not answered.
    void refuseBroken(Failure fault) {
        using beast::http::error;
        if (fault.category() != make_error_code(error::bad_method).category() || fault == error::end_of_stream
            || fault == error::partial_message) {
            close();
            return;
        }
        if (!m_exchange) {
            m_exchange = std::make_shared<Exchange>();
            m_exchange->request.id = m_engine.makeRequestId();
            m_exchange->begun = std::chrono::steady_clock::now();
        }
        if (fault == error::body_limit) {
            refuse(problemAnswer(413, "body_too_large"));
        } else if (fault == error::header_limit || fault == error::buffer_overflow) {
            refuse(problemAnswer(431, "head_too_large"));
        } else {
            refuse(problemAnswer(400, "http"));
        }
    }

    /// Answers without having read the whole request: the connection can't be kept.
    void refuse(HttpAnswer answer) {
        m_engine.complete(*m_exchange, answer);
        m_exchange.reset();
        m_unread = true;
        send(std::move(answer));
    }

    void send(HttpAnswer answer) {
        if (answer.status == 0 || answer.headers.empty()) {
            close();
            return;
        }
        m_answer.emplace(static_cast<beast::http::status>(answer.status), 11U);
        for (const auto& [name, value] : answer.headers) {
            m_answer->insert(name, value);
        }
        if (!answer.contentType.empty()) {
            m_answer->set(beast::http::field::content_type, answer.contentType);
        }
        m_keep = !m_unread && m_parser->keep_alive() && !m_engine.stopping();
        m_answer->keep_alive(m_keep);
        m_answer->body() = std::move(answer.body);
        m_answer->prepare_payload();
        lowest().expires_after(m_engine.options.bodyTime);
        beast::http::async_write(m_stream, *m_answer, then([](Connection& self, Failure fault) {
            self.m_answer.reset();
            if (fault || !self.m_keep) {
                self.close();
            } else {
                self.awaitRequest(self.m_engine.options.idleTime);
            }
        }));
    }

    /// Ends politely: what the peer still sends is read for a moment and thrown away, or else it might never see the
    /// answer that tells it why.
    void close() {
        constexpr std::chrono::milliseconds moment {2'000};
        Failure ignored;
        if constexpr (std::is_same_v<Stream, TlsStream>) {
            lowest().expires_after(moment);
            m_stream.async_shutdown(then([](Connection& self, Failure) { self.drain(); }));
        } else {
            lowest().expires_after(moment);
            drain();
        }
    }
    void drain() {
        Failure ignored;
        lowest().socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        if (!m_unread) {
            lowest().close();
            return;
        }
        drainMore();
    }
    void drainMore() {
        constexpr std::size_t portion = 16 * 1024;
        m_rubbish.resize(portion);
        lowest().async_read_some(asio::buffer(m_rubbish), then([](Connection& self, Failure fault, std::size_t) {
            if (fault) {
                self.lowest().close();
            } else {
                self.drainMore();
            }
        }));
    }

    Engine& m_engine;
    Stream m_stream;
    beast::flat_buffer m_buffer;
    std::optional<beast::http::request_parser<beast::http::string_body>> m_parser;
    std::optional<beast::http::response<beast::http::string_body>> m_answer;
    std::optional<beast::http::response<beast::http::empty_body>> m_continue;
    std::shared_ptr<Exchange> m_exchange;
    std::vector<char> m_rubbish;
    bool m_idle = false;
    bool m_keep = false;
    bool m_unread = false;
};

} // namespace

void serveConnection(asio::ip::tcp::socket socket, const std::shared_ptr<asio::ssl::context>& context, Engine& engine) {
    Failure ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    if (context) {
        const auto connection = std::make_shared<Connection<TlsStream>>(engine, std::move(socket), *context);
        if (engine.enter(connection)) {
            connection->begin();
        }
    } else {
        const auto connection = std::make_shared<Connection<PlainStream>>(engine, std::move(socket));
        if (engine.enter(connection)) {
            connection->begin();
        }
    }
}

} // namespace yichuang::http
