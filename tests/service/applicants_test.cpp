// SPDX-License-Identifier: GPL-3.0-or-later
// Who an applicant is, asked over the wire of a real service: by whom, for what, and what is written down of it.
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
const std::string number = "430400198503120011";
const std::string nobodysNumber = "43040019900101001X";
const std::string somebody = R"({"kind":"person","name":"测试甲","id_kind":"resident_id","id_number":")" + number
    + R"(","phone":"13900000000","address":"某路8号"})";

class ApplicantsTest : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        kit::setUpHall(database.address(), {"liufei", "chenyan", "tangyu"});
        start();
    }
    void start() {
        service.reset();
        service = std::make_unique<CentralProcess>(database.address(), std::vector<std::string> {"--clock", startOfDay},
            std::filesystem::path(folder.path() / "log"));
    }
    [[nodiscard]] std::unique_ptr<Counter> counter(const std::string& window, const std::string& person) const {
        auto made = std::make_unique<Counter>(service->port(), kit::enrolCode(database.address(), window));
        made->fetchToken();
        made->signIn(person, "yichuang-1");
        return made;
    }
    /// Taken in at window 3.
    void takeIn() const {
        const auto clerk = counter("w3", "liufei");
        clerk->registerKey();
        clerk->lease(2018, 20);
        clerk->follow();
        const auto act = clerk->receive(clerk->centreTime(), somebody);
        ASSERT_EQ(clerk->push(act.bytes.wire()).verdicts.at(0).verdict, Verdict::Admitted);
    }
    [[nodiscard]] static WireAnswer ask(const Counter& counter, const std::string& idNumber = number,
        const std::string& purpose = "intake: test", const std::string& kind = "resident_id") {
        return counter.raw("POST", "/v1/applicants", encode(ApplicantRequest {kind, idNumber, purpose}));
    }
    [[nodiscard]] kit::ProgramRun readings(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"readings", "--database", database.address(), "--lang", "en"});
        return kit::runCentral(more);
    }

    kit::HallDatabase database {GetParam()};
    kit::TemporaryFolder folder;
    std::unique_ptr<CentralProcess> service;
};

TEST_P(ApplicantsTest, whomOneWindowTookInAnotherKnowsByFullNumber) {
    takeIn();
    const auto elsewhere = counter("w4", "chenyan");
    const auto answer = ask(*elsewhere, "430400 19850312 0011");
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto known = parseApplicantAnswer(answer.body);
    ASSERT_TRUE(known) << answer.body;
    EXPECT_EQ(*known, (ApplicantAnswer {"person", "测试甲", "13900000000", "某路8号", "", "2018-11-19"}));
    const auto unknown = ask(*elsewhere, nobodysNumber);
    EXPECT_EQ(unknown.status, 404);
    EXPECT_THAT(unknown.body, HasSubstr("applicant.unknown"));
    EXPECT_THAT(unknown.body, Not(HasSubstr(nobodysNumber)));
}

TEST_P(ApplicantsTest, onlyWhoTakesInAndSaysWhatForIsAnswered) {
    takeIn();
    const auto clerk = counter("w4", "chenyan");
    const auto reviewer = counter("w9", "tangyu");
    EXPECT_EQ(ask(*reviewer).status, 403);
    EXPECT_THAT(ask(*reviewer).body, HasSubstr("auth.role"));
    EXPECT_THAT(ask(*clerk, "430400198503120012").body, HasSubstr("check_digit"));
    EXPECT_EQ(ask(*clerk, "430400198503120012").status, 422);
    EXPECT_EQ(ask(*clerk, "13900000000", "intake: test", "phone").status, 422);
    EXPECT_EQ(ask(*clerk, number, "").status, 422);
    EXPECT_THAT(ask(*clerk, number, " ").body, HasSubstr("applicant.purpose"));
    EXPECT_EQ(clerk->raw("POST", "/v1/applicants", R"({"id_kind":"resident_id","id_number":"1"})").status, 400);
    const std::string access = std::exchange(clerk->session.access, {});
    EXPECT_EQ(ask(*clerk).status, 401);
    clerk->session.access = access;
    EXPECT_EQ(call(service->port(), "POST", "/v1/applicants",
                  {{"Content-Type", "application/json"}, {"X-Session", access}}, "{}")
                  .status,
        401);
    // Nothing of this was a reading.
    const auto listed = readings();
    EXPECT_EQ(listed.status, 0) << listed.err;
    EXPECT_THAT(listed.out, HasSubstr("0 readings in all."));
    EXPECT_EQ(clerk->raw("DELETE", "/v1/sessions").status, 204);
    EXPECT_EQ(ask(*clerk).status, 401);
}

TEST_P(ApplicantsTest, theAdministratorReadsWhoAskedWhenAndWhatFor) {
    takeIn();
    const auto first = counter("w3", "liufei");
    const auto second = counter("w4", "chenyan");
    ASSERT_EQ(ask(*first).status, 200);
    ASSERT_EQ(ask(*second, number, "intake: another").status, 200);
    ASSERT_EQ(ask(*second, nobodysNumber).status, 404);
    const auto all = readings();
    EXPECT_EQ(all.status, 0) << all.err;
    EXPECT_THAT(all.out, HasSubstr("3 readings in all."));
    EXPECT_THAT(all.out,
        testing::ContainsRegex("2018-11-19 09:0[0-9]:[0-9][0-9]\tliufei\t刘菲\tw3\t[0-9a-f-]+\t"
                               "[0-9a-f]+\tfound\tintake: test\n"));
    EXPECT_THAT(all.out, HasSubstr("\tnot found\tintake: test\n"));
    EXPECT_THAT(all.out, HasSubstr("\tfound\tintake: another\n"));
    EXPECT_THAT(all.out, Not(HasSubstr(number)));
    EXPECT_THAT(readings({"--person", "liufei"}).out, HasSubstr("1 readings in all."));
    EXPECT_THAT(readings({"--since", "2018-11-19"}).out, HasSubstr("3 readings in all."));
    EXPECT_THAT(readings({"--since", "2018-11-20"}).out, HasSubstr("0 readings in all."));
    EXPECT_EQ(readings({"--since", "yesterday"}).status, 2);
    EXPECT_EQ(readings({"--person", "nobody"}).status, 1);
    // Neither the number nor what it named stands anywhere in clear but in the act itself, and that is kept as bytes.
    EXPECT_THAT(database.dump(), Not(HasSubstr(number)));
    EXPECT_EQ(service->stop(), 0);
    std::ifstream file(folder.path() / "log");
    std::ostringstream log;
    log << file.rdbuf();
    EXPECT_THAT(log.str(), HasSubstr("endpoint=\"POST /v1/applicants\" status=404"));
    for (const std::string& secret : {number, std::string("测试甲"), std::string("intake: another")})
        EXPECT_THAT(log.str(), Not(HasSubstr(secret)));
    EXPECT_EQ(kit::runCentral({"verify", "--database", database.address()}).status, 0);
    ASSERT_TRUE(database.meddle("UPDATE reading SET person = 'heqing' WHERE person = 'liufei'"));
    EXPECT_EQ(kit::runCentral({"verify", "--database", database.address()}).status, 1);
}

TEST_P(ApplicantsTest, whoAsksTooOftenIsToldWhenToComeAgain) {
    takeIn();
    const auto clerk = counter("w4", "chenyan");
    WireAnswer answer;
    for (int round = 0; round < 61; ++round)
        answer = ask(*clerk);
    EXPECT_EQ(answer.status, 429);
    EXPECT_THAT(answer.body, HasSubstr("applicant.too_often"));
    const int seconds = std::stoi(answer.headers.at("retry-after"));
    EXPECT_GE(seconds, 1);
    EXPECT_LE(seconds, 60);
    EXPECT_EQ(ask(*counter("w3", "liufei")).status, 200);
}

TEST_P(ApplicantsTest, aServiceOfThisReleaseReadsTheCasesOfTheOneBefore) {
    takeIn();
    EXPECT_EQ(service->stop(), 0);
    ASSERT_TRUE(
        database.meddle("DROP TABLE applicant; DROP TABLE reading; DELETE FROM schema_version WHERE version = 2;"
                        " DELETE FROM setting WHERE name = 'applicants_indexed'"));
    start();
    const auto clerk = counter("w4", "chenyan");
    int status = 404;
    for (int round = 0; status == 404 && round < 50; ++round) {
        status = ask(*clerk).status;
        std::this_thread::yield();
    }
    EXPECT_EQ(status, 200);
    EXPECT_EQ(service->stop(), 0);
    EXPECT_EQ(kit::runCentral({"verify", "--database", database.address()}).status, 0);
}

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, ApplicantsTest, testing::ValuesIn(kit::databaseKinds()),
    [](const testing::TestParamInfo<std::string>& kind) { return kind.param; });

} // namespace
