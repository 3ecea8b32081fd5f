// SPDX-License-Identifier: GPL-3.0-or-later
#include <central_process.h>

#include <yichuang/service/http_server.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <string>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/ssl.h>

using namespace yichuang;
using testing::HasSubstr;

namespace {

class TlsTest : public testing::Test {
protected:
    void SetUp() override {
        certificate = (folder.path() / "certificate.pem").string();
        key = (folder.path() / "key.pem").string();
        const std::string command
            = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
              " -addext subjectAltName=DNS:localhost -keyout '"
            + key + "' -out '" + certificate + "' >/dev/null 2>&1";
        ASSERT_EQ(std::system(command.c_str()), 0);
    }

    /// What the service answers to one request over TLS of at least `version`; empty if no connection comes about.
    [[nodiscard]] std::string ask(unsigned short port, int most) const {
        const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
            SSL_CTX_new(TLS_client_method()), &SSL_CTX_free);
        SSL_CTX_set_max_proto_version(context.get(), most);
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
        if (SSL_CTX_load_verify_locations(context.get(), certificate.c_str(), nullptr) != 1)
            return {};
        const int connection = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        std::string text;
        if (::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
            const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(context.get()), &SSL_free);
            SSL_set_fd(tls.get(), connection);
            SSL_set1_host(tls.get(), "localhost");
            const std::string request = "GET /open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            if (SSL_connect(tls.get()) == 1
                && SSL_write(tls.get(), request.data(), static_cast<int>(request.size())) > 0) {
                std::array<char, 4096> chunk {};
                for (int size = 0; (size = SSL_read(tls.get(), chunk.data(), static_cast<int>(chunk.size()))) > 0;)
                    text.append(chunk.data(), static_cast<std::size_t>(size));
            }
        }
        ::close(connection);
        return text;
    }

    kit::TemporaryFolder folder;
    std::string certificate;
    std::string key;
};

TEST_F(TlsTest, theServiceProvesItselfByItsCertificate) {
    HttpOptions options;
    options.certificateFile = certificate;
    options.keyFile = key;
    options.address = "0.0.0.0"; // With TLS any address will do.
    const SystemClock clock;
    Metrics metrics;
    HttpServer server(options,
        {{.method = "GET",
            .path = "/open",
            .answer = [](const HttpRequest&, const Caller&) { return jsonAnswer("{\"open\":1}"); }}},
        [](const Route&, const HttpRequest&) -> Result<Caller> { return Caller {}; }, clock, metrics, {});
    const auto started = server.start();
    ASSERT_TRUE(started) << started.error().arguments.at("reason");
    EXPECT_THAT(ask(server.port(), TLS1_3_VERSION), HasSubstr("{\"open\":1}"));
    EXPECT_THAT(ask(server.port(), TLS1_2_VERSION), HasSubstr("{\"open\":1}"));
    EXPECT_EQ(ask(server.port(), TLS1_1_VERSION), "");
}

TEST_F(TlsTest, aKeyThatDoesNotFitIsToldAtTheStart) {
    HttpOptions options;
    options.certificateFile = certificate;
    options.keyFile = certificate;
    const SystemClock clock;
    Metrics metrics;
    HttpServer server(
        options, {}, [](const Route&, const HttpRequest&) -> Result<Caller> { return Caller {}; }, clock, metrics, {});
    const auto started = server.start();
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, "http.certificate");
}

} // namespace
