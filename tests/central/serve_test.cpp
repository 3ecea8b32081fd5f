// SPDX-License-Identifier: GPL-3.0-or-later
#include <hall_database.h>
#include <wire_client.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <poll.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace yichuang;
using kit::runCentral;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr int patienceMilliseconds = 20'000;

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

class ServeTest : public testing::Test {
protected:
    void SetUp() override { kit::setUpHall(database.address(), {"liufei"}); }
    [[nodiscard]] std::filesystem::path in(const std::string& name) const { return folder.path() / name; }

    kit::HallDatabase database {"sqlite"};
    kit::TemporaryFolder folder;
};

TEST_F(ServeTest, requestsStandInTheirFileAndInANewOneAfterItWasMovedAway) {
    const auto log = in("requests.log");
    kit::CentralProcess centre(database.address(), {"--log-file", log.string()}, in("complaints"));
    EXPECT_EQ(test::call(centre.port(), "GET", "/v1/time", {}, {}).status, 200);
    // The line of a request is written before its answer goes out.
    const int watch = ::inotify_init1(IN_CLOEXEC);
    ASSERT_GE(watch, 0);
    std::filesystem::rename(log, in("requests.log.1"));
    ASSERT_GE(::inotify_add_watch(watch, folder.path().c_str(), IN_CREATE), 0);
    ASSERT_EQ(::kill(centre.pid(), SIGHUP), 0);
    pollfd made {watch, POLLIN, 0};
    ASSERT_EQ(::poll(&made, 1, patienceMilliseconds), 1) << "no new file";
    ::close(watch);
    EXPECT_EQ(test::call(centre.port(), "GET", "/readyz", {}, {}).status, 200);
    EXPECT_EQ(centre.stop(), 0);

    EXPECT_THAT(contentOf(in("requests.log.1")), HasSubstr("/v1/time"));
    EXPECT_THAT(contentOf(log), HasSubstr("/readyz"));
    EXPECT_THAT(contentOf(log), Not(HasSubstr("/v1/time")));
    EXPECT_THAT(contentOf(in("complaints")), Not(HasSubstr("/v1/time")));
}

TEST_F(ServeTest, aLogFileThatCanNotBeWrittenIsToldAtOnce) {
    const auto run = runCentral({"serve", "--database", database.address(), "--log-file", in("none/log").string()});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("none/log"));
}

TEST_F(ServeTest, theServiceManagerHearsWhenTheServiceIsReady) {
    const std::string path = in("notify").string();
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ASSERT_GE(socket, 0);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    ASSERT_LT(path.size(), sizeof address.sun_path);
    std::memcpy(address.sun_path, path.c_str(), path.size());
    ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    {
        const kit::CentralProcess centre(database.address());
        ::unsetenv("NOTIFY_SOCKET");
        pollfd said {socket, POLLIN, 0};
        ASSERT_EQ(::poll(&said, 1, patienceMilliseconds), 1);
        std::array<char, 64> words {};
        const auto size = ::recv(socket, words.data(), words.size(), 0);
        EXPECT_EQ(std::string(words.data(), static_cast<std::size_t>(size)), "READY=1");
    }
    ::close(socket);
}

TEST_F(ServeTest, theConfigurationFileStandsForTheCommandLine) {
    const auto file = in("central.conf");
    std::ofstream(file) << "database = " << database.address() << "\nlisten = somewhere\n";
    EXPECT_EQ(runCentral({"verify", "--config", file.string()}).status, 0);
    const auto wrong = runCentral({"serve", "--config", file.string()});
    EXPECT_EQ(wrong.status, 2);
    EXPECT_THAT(wrong.err, HasSubstr("somewhere"));
    std::ofstream(file) << "\nlissen = 1\n";
    const auto unknown = runCentral({"serve", "--config=" + file.string(), "--lang", "en"});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(unknown.err, HasSubstr("Line 2 of " + file.string() + ": there is no option \"lissen\"."));
    EXPECT_EQ(runCentral({"verify", "--config", in("absent").string()}).status, 2);
}

TEST(VersionTest, theProgramTellsItsVersion) {
    const auto run = runCentral({"--version"});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.out, testing::StartsWith("yichuang-central "));
}

} // namespace
