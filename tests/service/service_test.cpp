// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter.h"

#include <hall_database.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace yichuang;
using namespace yichuang::test;
using kit::CentralProcess;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::string startOfDay = "2018-11-19T09:00:00+08:00";

/// A real service over a real database of either kind; the hall of the demonstration in it.
class ServiceTest : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        kit::setUpHall(database.address(), {"liufei", "chenyan", "heqing"});
        start();
    }
    void start() {
        service.reset();
        service = std::make_unique<CentralProcess>(database.address(), std::vector<std::string> {"--clock", startOfDay},
            std::filesystem::path(folder.path() / "log"));
    }
    [[nodiscard]] std::string code(const std::string& window) const {
        return kit::enrolCode(database.address(), window);
    }
    /// Enrolled, with a token, a clerk signed in, her key registered, numbers leased, the feed followed.
    [[nodiscard]] std::unique_ptr<Counter> counter(const std::string& window, const std::string& person) const {
        auto made = std::make_unique<Counter>(service->port(), code(window));
        made->fetchToken();
        made->signIn(person, "yichuang-1");
        made->registerKey();
        made->lease(2018, 20);
        made->follow();
        return made;
    }
    [[nodiscard]] std::string metric(const std::string& line) const {
        const std::string text = call(service->port(), "GET", "/metrics").body;
        const std::size_t at = text.find('\n' + line + ' ');
        return at == std::string::npos
            ? std::string("0")
            : text.substr(at + line.size() + 2, text.find('\n', at + 1) - at - line.size() - 2);
    }

    kit::HallDatabase database {GetParam()};
    kit::TemporaryFolder folder;
    std::unique_ptr<CentralProcess> service;
};

TEST_P(ServiceTest, aCaseTakenInAtOneWindowReachesAnother) {
    const auto first = counter("w3", "liufei");
    const auto second = counter("w9", "liufei");
    const SignedAct act = first->receive(first->centreTime());
    const PushAnswer answer = first->push(act.bytes.wire());
    ASSERT_EQ(answer.verdicts.size(), 1U);
    EXPECT_EQ(answer.verdicts[0].verdict, Verdict::Admitted) << answer.verdicts[0].reason;
    EXPECT_FALSE(answer.verdicts[0].known);
    EXPECT_EQ(answer.chainHash, act.hash);

    const FeedPage page = second->feed(second->cursor);
    ASSERT_FALSE(page.items.empty());
    EXPECT_EQ(page.items.front().acts.front(), act.bytes);

    const PushAnswer again = first->push(act.bytes.wire());
    EXPECT_TRUE(again.verdicts[0].known);
    EXPECT_EQ(again.verdicts[0].verdict, Verdict::Admitted);
    EXPECT_EQ(metric("yichuang_acts_total{verdict=\"admitted\"}"), "1");
    EXPECT_EQ(metric("yichuang_acts_total{verdict=\"known\"}"), "1");
}

TEST_P(ServiceTest, aReaderWhoWaitsIsToldAtOnce) {
    const auto writer = counter("w3", "liufei");
    const auto reader = counter("w9", "liufei");
    FeedPage page;
    std::thread waiting([&] { page = reader->feed(reader->cursor, 25); });
    while (metric("yichuang_feed_waiting") != "1")
        std::this_thread::yield();
    const auto pushed = std::chrono::steady_clock::now();
    const SignedAct act = writer->receive(writer->centreTime());
    EXPECT_EQ(writer->push(act.bytes.wire()).verdicts.at(0).verdict, Verdict::Admitted);
    waiting.join();
    EXPECT_LT(std::chrono::steady_clock::now() - pushed, std::chrono::seconds(20));
    ASSERT_FALSE(page.items.empty());
    EXPECT_EQ(page.items.front().line.subject, act.head.act.value());
}

TEST_P(ServiceTest, whatWasAcknowledgedIsThereAfterAKill) {
    const auto clerk = counter("w3", "liufei");
    const SignedAct act = clerk->receive(clerk->centreTime());
    ASSERT_EQ(clerk->push(act.bytes.wire()).verdicts.at(0).verdict, Verdict::Admitted);
    service->kill();
    start();
    clerk->port = service->port();
    const auto chain = parseChainAnswer(clerk->raw("GET", "/v1/chain").body);
    ASSERT_TRUE(chain);
    EXPECT_EQ(chain->number, 1);
    EXPECT_EQ(chain->hash, act.hash);
    EXPECT_EQ(service->stop(), 0);
    EXPECT_EQ(kit::runCentral({"verify", "--database", database.address()}).status, 0);
}

TEST_P(ServiceTest, anEnrolmentCodeIsForOneUse) {
    const std::string once = code("w3");
    const Counter machine(service->port(), once);
    EXPECT_EQ(machine.enrolment.window, WindowId("w3"));
    EXPECT_THROW(Counter(service->port(), once), std::runtime_error);
}

TEST_P(ServiceTest, aWorkstationProvesItsKeyWithAFreshTime) {
    Counter machine(service->port(), code("w3"));
    const auto ask = [&](const std::string& body) {
        return call(service->port(), "POST", "/v1/workstations/token", {{"Content-Type", "application/json"}}, body);
    };
    const std::int64_t now = machine.centreTime();
    EXPECT_EQ(ask(machine.proof(now)).status, 200);
    const WireAnswer old = ask(machine.proof(now - 600'000));
    EXPECT_EQ(old.status, 401);
    EXPECT_THAT(old.body, HasSubstr("auth.time"));
    std::string forged = machine.proof(now);
    const std::size_t digit = forged.find("\"signature\":\"01") + 20;
    forged[digit] = forged[digit] == '0' ? '1' : '0';
    EXPECT_THAT(ask(forged).body, HasSubstr("auth.signature"));
    EXPECT_EQ(machine.raw("GET", "/v1/chain").status, 401);
}

TEST_P(ServiceTest, aRefreshTokenThatComesTwiceEndsTheSession) {
    Counter machine(service->port(), code("w3"));
    machine.fetchToken();
    const SignInAnswer first = machine.signIn("liufei", "yichuang-1");
    const WireAnswer renewed = machine.raw("POST", "/v1/sessions/refresh", encode(RefreshRequest {first.refresh}));
    ASSERT_EQ(renewed.status, 200);
    machine.session = *parseSignInAnswer(renewed.body);
    EXPECT_NE(machine.session.refresh, first.refresh);
    const WireAnswer copied = machine.raw("POST", "/v1/sessions/refresh", encode(RefreshRequest {first.refresh}));
    EXPECT_EQ(copied.status, 401);
    EXPECT_THAT(copied.body, HasSubstr("session.reused"));
    EXPECT_EQ(
        machine.raw("POST", "/v1/sessions/refresh", encode(RefreshRequest {machine.session.refresh})).status, 401);
    EXPECT_EQ(machine.raw("DELETE", "/v1/sessions").status, 401);
}

TEST_P(ServiceTest, signingOutEndsThisSessionAndNoOther) {
    Counter here(service->port(), code("w3"));
    Counter there(service->port(), code("w9"));
    here.fetchToken();
    there.fetchToken();
    here.signIn("liufei", "yichuang-1");
    there.signIn("liufei", "yichuang-1");
    // A session belongs to its workstation.
    const std::string stolen = std::exchange(there.session.access, here.session.access);
    EXPECT_EQ(there.raw("DELETE", "/v1/sessions").status, 401);
    there.session.access = stolen;
    EXPECT_EQ(here.raw("DELETE", "/v1/sessions").status, 204);
    EXPECT_EQ(here.raw("DELETE", "/v1/sessions").status, 401);
    EXPECT_EQ(here.raw("POST", "/v1/sessions/refresh", encode(RefreshRequest {here.session.refresh})).status, 401);
    EXPECT_EQ(there.raw("POST", "/v1/sessions/refresh", encode(RefreshRequest {there.session.refresh})).status, 200);
}

TEST_P(ServiceTest, wrongPasswordsLockAndSayNothingOfTheName) {
    Counter machine(service->port(), code("w3"));
    machine.fetchToken();
    const auto attempt = [&](const std::string& person) {
        return machine.raw("POST", "/v1/sessions", encode(SignInRequest {person, "wrong-word", {}}));
    };
    const WireAnswer known = attempt("chenyan");
    const WireAnswer unknown = attempt("nobody");
    EXPECT_EQ(known.status, 401);
    EXPECT_EQ(known.body, unknown.body);
    for (int round = 0; round < 4; ++round)
        (void)attempt("chenyan");
    const WireAnswer locked = machine.raw("POST", "/v1/sessions", encode(SignInRequest {"chenyan", "yichuang-1", {}}));
    EXPECT_EQ(locked.status, 423);
    EXPECT_THAT(locked.body, HasSubstr("until"));
}

TEST_P(ServiceTest, aDisabledPersonIsOutAtOnce) {
    Counter machine(service->port(), code("w3"));
    machine.fetchToken();
    machine.signIn("chenyan", "yichuang-1");
    ASSERT_EQ(kit::runCentral({"user", "disable", "chenyan", "--database", database.address()}).status, 0);
    EXPECT_EQ(machine.raw("DELETE", "/v1/sessions").status, 401);
    EXPECT_EQ(
        machine.raw("POST", "/v1/sessions/refresh", encode(RefreshRequest {machine.session.refresh})).status, 401);
    EXPECT_EQ(machine.raw("POST", "/v1/sessions", encode(SignInRequest {"chenyan", "yichuang-1", {}})).status, 403);
}

TEST_P(ServiceTest, noTokenPasswordOrNameIsInTheLog) {
    const auto clerk = counter("w3", "liufei");
    (void)clerk->push(clerk->receive(clerk->centreTime()).bytes.wire());
    EXPECT_EQ(service->stop(), 0);
    std::ifstream file(folder.path() / "log");
    std::ostringstream log;
    log << file.rdbuf();
    EXPECT_THAT(log.str(), HasSubstr("endpoint=\"POST /v1/acts\" status=200"));
    for (const std::string& secret : {clerk->token, clerk->session.access, clerk->session.refresh,
             std::string("yichuang-1"), std::string("liufei"), std::string("测试人")})
        EXPECT_THAT(log.str(), Not(HasSubstr(secret)));
}

TEST_P(ServiceTest, aTokenIsNotInTheDatabase) {
    const auto clerk = counter("w3", "liufei");
    const std::string bytes = database.dump();
    EXPECT_NE(bytes.find("liufei"), std::string::npos);
    EXPECT_EQ(bytes.find(clerk->token), std::string::npos);
    EXPECT_EQ(bytes.find(clerk->session.access), std::string::npos);
    EXPECT_EQ(bytes.find(clerk->session.refresh), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, ServiceTest, testing::ValuesIn(kit::databaseKinds()),
    [](const testing::TestParamInfo<std::string>& kind) { return kind.param; });

} // namespace
