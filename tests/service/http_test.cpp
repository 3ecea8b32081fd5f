// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire_client.h"

#include <yichuang/service/http_server.h>

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace yichuang;
using namespace yichuang::test;
using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;

namespace {

/// A door at which the token "good" is a workstation's, "chief" a workstation's with a person behind it.
Result<Caller> admit(const Route& route, const HttpRequest& request) {
    Caller caller;
    if (route.allowedTo == AllowedTo::Anybody)
        return caller;
    if (request.bearer() != "good")
        return failure("auth.token");
    caller.workstation = WorkstationId("w1");
    if (route.allowedTo == AllowedTo::Person && request.header("x-session").empty())
        return failure("session.ended");
    if (!route.roles.empty())
        return failure("auth.role");
    return caller;
}

class HttpTest : public testing::Test {
protected:
    void start(HttpOptions options = {}) {
        server
            = std::make_unique<HttpServer>(options, routes(), admit, clock, metrics, [this](const std::string& line) {
                  const std::lock_guard lock(mutex);
                  log += line + '\n';
              });
        const auto started = server->start();
        ASSERT_TRUE(started) << started.error().code;
        port = server->port();
    }

    std::vector<Route> routes() {
        return {
            {.method = "GET",
                .path = "/open",
                .answer = [](const HttpRequest&, const Caller&) { return jsonAnswer("{}"); }},
            {.method = "POST",
                .path = "/echo",
                .allowedTo = AllowedTo::Workstation,
                .takes = "application/x-ndjson",
                .bodyLimit = 1'000'000,
                .answer = [](const HttpRequest& request, const Caller&) { return jsonAnswer(request.body); }},
            {.method = "GET",
                .path = "/session",
                .allowedTo = AllowedTo::Person,
                .answer = [](const HttpRequest&, const Caller&) { return jsonAnswer("{}"); }},
            {.method = "GET",
                .path = "/managers",
                .allowedTo = AllowedTo::Workstation,
                .roles = {Role::HallManager},
                .answer = [](const HttpRequest&, const Caller&) { return jsonAnswer("{}"); }},
            {.method = "GET",
                .path = "/broken",
                .answer = [](const HttpRequest&, const Caller&) -> HttpAnswer { throw std::runtime_error("inside"); }},
            {.method = "GET",
                .path = "/news",
                .answer = [](const HttpRequest&, const Caller&) { return jsonAnswer("{\"news\":true}"); },
                .hasNews = [this](const HttpRequest&, const Caller&) -> Result<bool> {
                    ++looks;
                    looked.notify_all();
                    return news.load();
                }},
        };
    }

    SystemClock clock;
    Metrics metrics;
    std::mutex mutex;
    std::string log;
    std::atomic<int> looks = 0;
    std::atomic<bool> news = false;
    std::condition_variable looked;
    std::unique_ptr<HttpServer> server;
    unsigned short port = 0;
    const WireHeaders ndjson {{"Authorization", "Bearer good"}, {"Content-Type", "application/x-ndjson"}};
};

TEST_F(HttpTest, everyAnswerSaysThatItComesFromThisService) {
    start();
    for (const auto* path : {"/open", "/nowhere", "/broken"}) {
        const WireAnswer answer = call(port, "GET", path);
        EXPECT_EQ(answer.headers.at("x-yichuang"), "1") << path;
        EXPECT_TRUE(answer.headers.contains("date")) << path;
        EXPECT_TRUE(answer.headers.contains("x-request-id")) << path;
    }
}

TEST_F(HttpTest, aConnectionServesOneRequestAfterAnother) {
    start();
    Wire wire(port);
    for (int round = 0; round < 3; ++round) {
        wire.send(requestText("GET", "/open", {{"X-Request-Id", "visit-" + std::to_string(round)}}, {}));
        const WireAnswer answer = wire.read();
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.headers.at("x-request-id"), "visit-" + std::to_string(round));
    }
}

TEST_F(HttpTest, anUnknownPathAWrongMethodAndAFaultAreProblemDocuments) {
    start();
    const WireAnswer unknown = call(port, "GET", "/nowhere");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(unknown.headers.at("content-type"), "application/problem+json");
    EXPECT_THAT(unknown.body, HasSubstr("\"code\":\"not_found\""));
    const WireAnswer wrong = call(port, "DELETE", "/echo");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.headers.at("allow"), "POST");
    const WireAnswer fault = call(port, "GET", "/broken");
    EXPECT_EQ(fault.status, 500);
    EXPECT_THAT(fault.body, Not(HasSubstr("inside")));
}

TEST_F(HttpTest, aStrangerIsTurnedAwayBeforeHisBodyIsRead) {
    start();
    Wire wire(port);
    wire.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
              "900000\r\n\r\nfirst bytes");
    const WireAnswer answer = wire.read();
    EXPECT_EQ(answer.status, 401);
    EXPECT_EQ(answer.headers.at("www-authenticate"), "Bearer");
    EXPECT_EQ(
        call(port, "POST", "/echo", {{"Authorization", "Bearer bad"}, {"Content-Type", "application/x-ndjson"}}, "x")
            .status,
        401);
    EXPECT_EQ(call(port, "GET", "/session", {{"Authorization", "Bearer good"}}).status, 401);
    EXPECT_EQ(call(port, "GET", "/managers", {{"Authorization", "Bearer good"}}).status, 403);
}

TEST_F(HttpTest, aBodyOfAnotherTypeIsRefused) {
    start();
    const WireAnswer answer
        = call(port, "POST", "/echo", {{"Authorization", "Bearer good"}, {"Content-Type", "text/html"}}, "x");
    EXPECT_EQ(answer.status, 415);
    EXPECT_THAT(answer.body, HasSubstr("application/x-ndjson"));
    WireHeaders gzip = ndjson;
    gzip.emplace_back("Content-Encoding", "gzip");
    EXPECT_EQ(call(port, "POST", "/echo", gzip, "x").status, 415);
}

TEST_F(HttpTest, bodiesTravelCompressedInBothDirections) {
    start();
    const std::string plain(50'000, 'z');
    WireHeaders headers = ndjson;
    headers.emplace_back("Content-Encoding", "zstd");
    headers.emplace_back("Accept-Encoding", "gzip, zstd");
    const WireAnswer answer = call(port, "POST", "/echo", headers, zstd(plain));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.headers.at("content-encoding"), "zstd");
    EXPECT_LT(std::stoul(answer.headers.at("content-length")), 1000U);
    EXPECT_EQ(answer.body, plain);
    EXPECT_EQ(call(port, "POST", "/echo", headers, zstd(plain).substr(0, 12)).status, 400);
    EXPECT_EQ(call(port, "POST", "/echo", headers, zstd(std::string(2'000'000, 'z'))).status, 413);
}

TEST_F(HttpTest, aBodyBeyondTheLimitIs413) {
    start();
    Wire announced(port);
    announced.send("POST /echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nContent-Length: 200000000\r\n\r\n");
    EXPECT_EQ(announced.read().status, 413);
    Wire chunked(port);
    chunked.send(
        "POST /echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nContent-Type: application/x-ndjson\r\n"
        "Transfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "40000\r\n" + std::string(0x40000, 'a') + "\r\n";
    for (int round = 0; round < 5; ++round)
        chunked.send(chunk);
    EXPECT_EQ(chunked.read().status, 413);
}

TEST_F(HttpTest, aHeadBeyondTheLimitIs431) {
    start();
    Wire wire(port);
    wire.send("GET /open HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(20'000, 'a') + "\r\n\r\n");
    EXPECT_EQ(wire.read().status, 431);
}

TEST_F(HttpTest, whatTwoReadersCouldReadDifferentlyIsRefused) {
    start();
    const std::vector<std::string> attempts {
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /open "
        "HTTP/1.1\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nabcde",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length : 3\r\n\r\nabc",
        "GET /open HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET /open HTTP/1.1\r\n\r\n",
        "GET http://elsewhere/open HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /open?a=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GARBAGE\r\n\r\n",
    };
    for (const std::string& attempt : attempts) {
        Wire wire(port);
        wire.send(attempt);
        EXPECT_EQ(wire.read().status, 400) << attempt;
        EXPECT_EQ(wire.read().status, 0) << "a second answer to: " << attempt;
    }
}

TEST_F(HttpTest, halfSentRequestsAreDroppedAndNeighboursAnswered) {
    HttpOptions options;
    options.headerTime = milliseconds(300);
    options.bodyTime = milliseconds(300);
    start(options);
    std::vector<std::unique_ptr<Wire>> sleepers;
    for (int count = 0; count < 200; ++count) {
        sleepers.push_back(std::make_unique<Wire>(port));
        if (count % 3 == 1)
            sleepers.back()->send("GET /open HT");
        if (count % 3 == 2)
            sleepers.back()->send(
                "POST /echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nContent-Length: 10\r\n\r\nabc");
    }
    EXPECT_EQ(call(port, "GET", "/open").status, 200);
    for (const auto& sleeper : sleepers)
        EXPECT_TRUE(sleeper->closedWithin(milliseconds(20'000)));
}

TEST_F(HttpTest, aLongPollAnswersAsSoonAsThereIsNewsAndHoldsNoWorker) {
    HttpOptions options;
    options.workers = 1;
    options.newsInterval = milliseconds(20);
    start(options);
    std::vector<std::unique_ptr<Wire>> waiting;
    for (int count = 0; count < 10; ++count) {
        waiting.push_back(std::make_unique<Wire>(port));
        waiting.back()->send(requestText("GET", "/news", {{"Prefer", "wait=25"}}, {}));
    }
    {
        std::unique_lock lock(mutex);
        ASSERT_TRUE(looked.wait_for(lock, std::chrono::seconds(20), [this] { return looks > 30; }));
    }
    EXPECT_EQ(call(port, "GET", "/open").status, 200);
    EXPECT_THAT(metrics.text(), HasSubstr("yichuang_feed_waiting 10"));
    news = true;
    for (const auto& wire : waiting)
        EXPECT_EQ(wire->read().body, "{\"news\":true}");
    EXPECT_THAT(metrics.text(), HasSubstr("yichuang_feed_waiting 0"));
}

TEST_F(HttpTest, withoutPreferNobodyWaits) {
    start();
    EXPECT_EQ(call(port, "GET", "/news").status, 200);
    EXPECT_EQ(looks, 0);
}

TEST_F(HttpTest, stoppingEndsLongPollsWithAnAnswer) {
    HttpOptions options;
    options.newsInterval = milliseconds(20);
    start(options);
    Wire waiting(port);
    waiting.send(requestText("GET", "/news", {{"Prefer", "wait=25"}}, {}));
    {
        std::unique_lock lock(mutex);
        ASSERT_TRUE(looked.wait_for(lock, std::chrono::seconds(20), [this] { return looks > 1; }));
    }
    std::thread stopper([this] { server->stop(); });
    WireAnswer answer = waiting.read();
    stopper.join();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.headers["connection"], "close");
    EXPECT_THROW(Wire {port}, std::runtime_error);
}

TEST_F(HttpTest, whoComesAfterTheStopIsRefusedAndNotLeftWaiting) {
    for (int round = 0; round < 100; ++round) {
        start();
        server->stop(milliseconds(0));
        ASSERT_THROW(Wire {port}, std::runtime_error) << "round " << round;
    }
}

TEST_F(HttpTest, stoppingWaitsForNobodyWhoHasAskedNothing) {
    constexpr auto farLessThanTheirPatience = std::chrono::seconds(5);
    for (int round = 0; round < 50; ++round) {
        start();
        const auto began = std::chrono::steady_clock::now();
        Wire justCome(port);
        Wire between(port);
        between.send(requestText("GET", "/open", {}, {}));
        std::thread stopper([this] { server->stop(std::chrono::seconds(60)); });
        const WireAnswer answer = between.read();
        EXPECT_TRUE(answer.status == 200 || answer.status == 0) << answer.status;
        EXPECT_TRUE(justCome.closedWithin(std::chrono::seconds(60)));
        stopper.join();
        ASSERT_LT(std::chrono::steady_clock::now() - began, farLessThanTheirPatience) << "round " << round;
    }
}

TEST_F(HttpTest, theLogHoldsNoTokenNoQueryAndNoBody) {
    start();
    (void)call(port, "POST", "/echo?who=zhangsan", ndjson, "a-name-in-the-body");
    (void)call(port, "GET", "/secret-path?who=zhangsan");
    server->stop();
    EXPECT_THAT(log, HasSubstr("endpoint=\"POST /echo\" status=200"));
    EXPECT_THAT(log, HasSubstr("workstation=w1"));
    for (const auto* secret : {"good", "zhangsan", "a-name-in-the-body", "secret-path"})
        EXPECT_THAT(log, Not(HasSubstr(secret)));
}

TEST_F(HttpTest, plainHttpIsForLoopbackUnlessAllowed) {
    HttpOptions options;
    options.address = "0.0.0.0";
    HttpServer refused(options, {}, admit, clock, metrics, {});
    const auto started = refused.start();
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, "http.plain");
    options.allowPlain = true;
    HttpServer allowed(options, {}, admit, clock, metrics, {});
    EXPECT_TRUE(allowed.start());
    options.address = "no-address";
    HttpServer nowhere(options, {}, admit, clock, metrics, {});
    EXPECT_EQ(nowhere.start().error().code, "http.listen");
    options.certificateFile = "/nonexistent.pem";
    options.keyFile = "/nonexistent.pem";
    options.address = "127.0.0.1";
    HttpServer uncertified(options, {}, admit, clock, metrics, {});
    EXPECT_EQ(uncertified.start().error().code, "http.certificate");
}

} // namespace
