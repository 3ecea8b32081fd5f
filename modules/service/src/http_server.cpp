// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/service/http_server.h>

#include "http_connection.h"
#include "http_engine.h"

#include <future>
#include <thread>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

namespace yichuang {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Failure = boost::system::error_code;

Result<std::shared_ptr<asio::ssl::context>> tlsContext(const HttpOptions& options) {
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    Failure fault;
    context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2
            | asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1,
        fault);
    context->use_certificate_chain_file(options.certificateFile, fault);
    if (fault) {
        return failure("http.certificate", {{"file", options.certificateFile}, {"reason", fault.message()}});
    }
    context->use_private_key_file(options.keyFile, asio::ssl::context::pem, fault);
    if (fault) {
        return failure("http.certificate", {{"file", options.keyFile}, {"reason", fault.message()}});
    }
    return context;
}

} // namespace

class HttpServer::Private {
public:
    Private(HttpOptions options, std::vector<Route> routes, Admission admission, const Clock& clock, Metrics& metrics,
        Log log)
        : engine(std::move(options), std::move(routes), std::move(admission), clock, metrics, std::move(log))
        , acceptor(asio::make_strand(io))
        , pause(acceptor.get_executor()) { }

    http::Engine engine;
    asio::io_context io;
    /// While a worker holds a request nothing is under way here: without this the threads would leave then.
    asio::executor_work_guard<asio::io_context::executor_type> atWork {io.get_executor()};
    tcp::acceptor acceptor;
    asio::steady_timer pause;
    std::shared_ptr<asio::ssl::context> context;
    std::vector<std::thread> threads;
    unsigned short port = 0;
    bool running = false;

    void accept() {
        acceptor.async_accept(asio::make_strand(io), [this](Failure fault, tcp::socket socket) {
            if (!acceptor.is_open() || engine.stopping()) {
                return; // what was accepted in that moment is closed with its socket
            }
            if (fault) {
                // Out of descriptors, as a rule: those who hang on will go, then there is room again.
                constexpr std::chrono::milliseconds moment {100};
                pause.expires_after(moment);
                pause.async_wait([this](Failure stopped) {
                    if (!stopped) {
                        accept();
                    }
                });
                return;
            }
            http::serveConnection(std::move(socket), context, engine);
            accept();
        });
    }
};

HttpServer::HttpServer(
    HttpOptions options, std::vector<Route> routes, Admission admission, const Clock& clock, Metrics& metrics, Log log)
    : m_private(std::make_unique<Private>(
          std::move(options), std::move(routes), std::move(admission), clock, metrics, std::move(log))) { }

HttpServer::~HttpServer() {
    stop(std::chrono::milliseconds {0});
}

Result<void> HttpServer::start() {
    Private& own = *m_private;
    const HttpOptions& options = own.engine.options;
    const std::string where = options.address + ':' + std::to_string(options.port);
    Failure fault;
    const auto address = asio::ip::make_address(options.address, fault);
    if (fault) {
        return failure("http.listen", {{"address", where}, {"reason", fault.message()}});
    }
    const bool secure = !options.certificateFile.empty() || !options.keyFile.empty();
    if (secure) {
        auto context = tlsContext(options);
        if (!context) {
            return tl::unexpected(context.error());
        }
        own.context = std::move(*context);
    } else if (!address.is_loopback() && !options.allowPlain) {
        return failure("http.plain", {{"address", where}});
    }
    const tcp::endpoint endpoint(address, options.port);
    const auto check = [&] { return !fault; };
    const bool listening = (own.acceptor.open(endpoint.protocol(), fault), check())
        && (own.acceptor.set_option(asio::socket_base::reuse_address(true), fault), check())
        && (own.acceptor.bind(endpoint, fault), check())
        && (own.acceptor.listen(asio::socket_base::max_listen_connections, fault), check());
    if (!listening) {
        Failure ignored;
        own.acceptor.close(ignored);
        return failure("http.listen", {{"address", where}, {"reason", fault.message()}});
    }
    own.port = own.acceptor.local_endpoint().port();
    own.running = true;
    own.accept();
    for (int count = 0; count < std::max(1, options.inputThreads); ++count) {
        own.threads.emplace_back([&own] { own.io.run(); });
    }
    return {};
}

unsigned short HttpServer::port() const {
    return m_private->port;
}

void HttpServer::stop(std::chrono::milliseconds grace) {
    Private& own = *m_private;
    if (!own.running) {
        return;
    }
    own.running = false;
    own.engine.beginStop();
    // Waited for: whoever comes after this is refused by the system, and never left in a queue that nobody serves.
    std::promise<void> closed;
    asio::post(own.acceptor.get_executor(), [&own, &closed] {
        Failure ignored;
        own.acceptor.close(ignored);
        own.pause.cancel();
        closed.set_value();
    });
    closed.get_future().wait();
    if (!own.engine.waitUntilEmpty(grace)) {
        own.engine.abortAll();
        constexpr std::chrono::milliseconds moment {1'000};
        (void)own.engine.waitUntilEmpty(moment); // a request that a worker still computes has no connection any more
    }
    // The input first: its timers hand work to the workers, who must have none left when they have gone.
    own.io.stop();
    for (std::thread& thread : own.threads) {
        thread.join();
    }
    own.engine.joinWorkers();
}

} // namespace yichuang
