// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter.h"
#include "openapi_document.h"

#include <hall_database.h>
#include <postgres_cluster.h>

#include <yichuang/centralstore/store.h>
#include <yichuang/service/routes.h>

#include <set>
#include <tuple>

#include <gtest/gtest.h>

using namespace yichuang;
using namespace yichuang::test;
using kit::CentralProcess;

namespace {

const std::string document = YICHUANG_RESOURCES "/openapi.yaml";
const std::string startOfDay = "2018-11-19T09:00:00+08:00";

class StillClock final : public CentreClock {
public:
    [[nodiscard]] Instant now() const override { return {}; }
};

TEST(OpenApiTest, theTableOfEndpointsAndTheDocumentNameTheSame) {
    kit::TemporaryFolder folder;
    auto store = CentralStore::open("sqlite:" + (folder.path() / "centre.sqlite").string());
    ASSERT_TRUE(store);
    const StillClock clock;
    Centre centre(*store, clock);
    SystemRandomness randomness;
    Sessions sessions(centre, clock, randomness);
    Metrics metrics;
    std::set<std::pair<std::string, std::string>> served;
    for (const Route& route : centralRoutes({centre, sessions, clock, metrics}))
        EXPECT_TRUE(served.emplace(route.method, route.path).second) << "twice: " << route.path;
    std::set<std::pair<std::string, std::string>> described;
    for (const auto& operation : OpenApiDocument(document).operations())
        described.emplace(operation.method, operation.path);
    EXPECT_EQ(served, described);
}

TEST(OpenApiTest, aDatabaseThatWentAwayIsToldAndForgiven) {
    kit::PostgresCluster cluster;
    const std::string address = cluster.makeDatabase();
    kit::setUpHall(address, {"liufei"});
    CentralProcess service(address);
    EXPECT_EQ(call(service.port(), "GET", "/readyz").status, 200);
    Counter counter(service.port(), kit::enrolCode(address, "w3"));
    counter.fetchToken();
    cluster.stop();
    const WireAnswer gone = call(service.port(), "GET", "/readyz");
    EXPECT_EQ(gone.status, 503);
    EXPECT_EQ(
        OpenApiDocument(document).objection("GET", "/readyz", gone.status, gone.headers.at("content-type"), gone.body),
        "");
    EXPECT_EQ(call(service.port(), "GET", "/healthz").status, 200);
    EXPECT_EQ(call(service.port(), "GET", "/v1/chain", {{"Authorization", "Bearer any"}}).status, 503);
    // A workstation is not told that nobody knows it: it would call itself revoked.
    const std::vector<std::pair<std::string, std::string>> json {{"Content-Type", "application/json"}};
    const WireAnswer token
        = call(service.port(), "POST", "/v1/workstations/token", json, counter.proof(counter.centreTime()));
    EXPECT_EQ(token.status, 503) << token.body;
    EXPECT_NE(token.body.find("store.unavailable"), std::string::npos) << token.body;
    EXPECT_EQ(counter.raw("GET", "/v1/chain").status, 503);
    cluster.start();
    EXPECT_EQ(call(service.port(), "GET", "/readyz").status, 200);
    EXPECT_EQ(counter.raw("GET", "/v1/chain").status, 200);
    counter.fetchToken();
    EXPECT_EQ(service.stop(), 0);
}

/// Calls the running service, holds every answer against the document and remembers what was seen.
class OpenApiRun : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        kit::setUpHall(database.address(), {"liufei", "chenyan", "heqing", "tangyu"});
        service
            = std::make_unique<CentralProcess>(database.address(), std::vector<std::string> {"--clock", startOfDay});
    }

    WireAnswer see(const std::string& method, const std::string& path, const WireAnswer& answer) {
        const auto type = answer.headers.find("content-type");
        const std::string objection = api.objection(
            method, path, answer.status, type == answer.headers.end() ? std::string() : type->second, answer.body);
        EXPECT_EQ(objection, "") << method << ' ' << path << ' ' << answer.status;
        seen.emplace(method, path, answer.status);
        return answer;
    }
    WireAnswer open(const std::string& method, const std::string& path, const std::string& body = {},
        const std::string& type = "application/json") {
        return see(method, path, call(service->port(), method, path, {{"Content-Type", type}}, body));
    }
    WireAnswer as(const Counter& counter, const std::string& method, const std::string& path,
        const std::string& body = {}, const std::string& query = {}, const std::string& type = "application/json") {
        return see(method, path, counter.raw(method, path + query, body, {{"Content-Type", type}}));
    }

    /// What every endpoint with a body or a token refuses in the same way.
    void refusedEverywhere(const Counter& counter) {
        for (const auto& operation : api.operations()) {
            const auto has = [&](int status) {
                return std::find(operation.statuses.begin(), operation.statuses.end(), status)
                    != operation.statuses.end();
            };
            const std::string type = operation.path == "/v1/acts" ? "application/x-ndjson" : "application/json";
            if (has(415)) {
                EXPECT_EQ(as(counter, operation.method, operation.path, "<html>", {}, "text/html").status, 415)
                    << operation.path;
            }
            if (has(400)) {
                EXPECT_EQ(as(counter, operation.method, operation.path, "<html>", {}, type).status, 400)
                    << operation.path;
            }
            if (has(401) && operation.path != "/v1/workstations/token") {
                EXPECT_EQ(open(operation.method, operation.path, "{}", type).status, 401) << operation.path;
            }
        }
    }

    OpenApiDocument api {document};
    std::set<std::tuple<std::string, std::string, int>> seen;
    kit::HallDatabase database {GetParam()};
    std::unique_ptr<CentralProcess> service;
};

TEST_P(OpenApiRun, everyAnswerInTheDocumentIsGivenAndFitsItsSchema) {
    open("GET", "/v1/time");
    open("GET", "/healthz");
    open("GET", "/readyz");
    open("GET", "/metrics");

    EnrolRequest enrol;
    enrol.code = "no-such-code";
    enrol.publicKey = makeSigningKey().publicKey;
    EXPECT_EQ(open("POST", "/v1/workstations", encode(enrol)).status, 403);
    enrol.code = kit::enrolCode(database.address(), "w3");
    EnrolRequest keyless = enrol;
    keyless.publicKey = "00";
    EXPECT_EQ(open("POST", "/v1/workstations", encode(keyless)).status, 422);
    EXPECT_EQ(open("POST", "/v1/workstations", encode(enrol)).status, 201);

    Counter counter(service->port(), kit::enrolCode(database.address(), "w3"));
    EXPECT_EQ(open("POST", "/v1/workstations/token", counter.proof(counter.centreTime())).status, 200);
    EXPECT_EQ(open("POST", "/v1/workstations/token", counter.proof(0)).status, 401);
    counter.fetchToken();

    const auto signIn = [&](const std::string& person, const std::string& password,
                            std::vector<std::string> factors = {}) {
        return as(counter, "POST", "/v1/sessions", encode(SignInRequest {person, password, std::move(factors)})).status;
    };
    EXPECT_EQ(signIn("liufei", "yichuang-1", {"fingerprint"}), 422);
    for (int round = 0; round < 5; ++round)
        (void)signIn("chenyan", "wrong-word");
    EXPECT_EQ(signIn("chenyan", "yichuang-1"), 423);
    ASSERT_EQ(kit::runCentral({"user", "disable", "heqing", "--database", database.address()}).status, 0);
    EXPECT_EQ(signIn("heqing", "yichuang-1"), 403);
    EXPECT_EQ(signIn("liufei", "yichuang-1"), 200);
    counter.signIn("liufei", "yichuang-1");
    const WireAnswer renewed
        = as(counter, "POST", "/v1/sessions/refresh", encode(RefreshRequest {counter.session.refresh}));
    ASSERT_EQ(renewed.status, 200);
    counter.session = *parseSignInAnswer(renewed.body);

    counter.registerKey();
    KeyRequest key;
    key.key = KeyId("0193a000-1111-7abc-8def-0123456789ab");
    key.publicKey = makeSigningKey().publicKey;
    EXPECT_EQ(as(counter, "POST", "/v1/keys", encode(key)).status, 204);
    key.publicKey = "00";
    EXPECT_EQ(as(counter, "POST", "/v1/keys", encode(key)).status, 422);

    EXPECT_EQ(as(counter, "GET", "/v1/chain").status, 200);
    EXPECT_EQ(as(counter, "POST", "/v1/leases", encode(LeaseRequest {2018, 20})).status, 201);
    EXPECT_EQ(as(counter, "POST", "/v1/leases", encode(LeaseRequest {1999, 20})).status, 422);
    counter.lease(2018, 20);
    counter.follow();
    const SignedAct act = counter.receive(counter.centreTime());
    EXPECT_EQ(as(counter, "POST", "/v1/acts", act.bytes.wire(), {}, "application/x-ndjson").status, 200);
    {
        Wire wire(service->port());
        wire.send("POST /v1/acts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + counter.token
            + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 200000000\r\n\r\n");
        EXPECT_EQ(see("POST", "/v1/acts", wire.read()).status, 413);
    }
    refusedEverywhere(counter);

    const std::string somebody = "430400198503120011";
    const auto askFor = [&](const std::string& number) {
        return as(counter, "POST", "/v1/applicants", encode(ApplicantRequest {"resident_id", number, "intake: test"}))
            .status;
    };
    EXPECT_EQ(askFor(somebody), 404);
    counter.registerKey(); // the one before ended with the key that was registered above
    const SignedAct named = counter.receive(counter.centreTime(),
        R"({"kind":"person","name":"测试人","id_kind":"resident_id","id_number":"430400198503120011"})");
    const PushAnswer pushed = counter.push(named.bytes.wire());
    ASSERT_EQ(pushed.verdicts.size(), 1U);
    EXPECT_EQ(pushed.verdicts[0].verdict, Verdict::Admitted) << pushed.verdicts[0].reason;
    EXPECT_EQ(askFor(somebody), 200);
    EXPECT_EQ(askFor("430400198503120012"), 422);
    int last = 200;
    for (int round = 0; round < 60 && last == 200; ++round)
        last = askFor(somebody);
    EXPECT_EQ(last, 429);
    {
        Counter reviewer(service->port(), kit::enrolCode(database.address(), "w9"));
        reviewer.fetchToken();
        reviewer.signIn("tangyu", "yichuang-1");
        EXPECT_EQ(
            as(reviewer, "POST", "/v1/applicants", encode(ApplicantRequest {"resident_id", somebody, "intake: test"}))
                .status,
            403);
    }

    for (const std::string path : {"/v1/feed", "/v1/snapshot"}) {
        EXPECT_EQ(as(counter, "GET", path).status, 200);
        EXPECT_EQ(as(counter, "GET", path, {}, "?cursor=nonsense").status, 422);
    }
    // Another hall's cursor names positions that this centre does not have.
    kit::HallDatabase elsewhere("sqlite");
    kit::setUpHall(elsewhere.address(), {"liufei"});
    {
        const CentralProcess other(elsewhere.address(), {"--clock", startOfDay});
        Counter stranger(other.port(), kit::enrolCode(elsewhere.address(), "w3"));
        stranger.fetchToken();
        stranger.follow();
        const std::string own = std::exchange(counter.cursor, stranger.cursor);
        EXPECT_EQ(as(counter, "GET", "/v1/feed", {}, "?cursor=" + counter.cursor).status, 409);
        EXPECT_EQ(as(counter, "GET", "/v1/snapshot", {}, "?cursor=" + counter.cursor).status, 409);
    }
    EXPECT_EQ(as(counter, "DELETE", "/v1/sessions").status, 204);

    for (const auto& operation : api.operations()) {
        for (const int status : operation.statuses) {
            // That a database goes away is the test above.
            if (status != 503) {
                EXPECT_TRUE(seen.contains({operation.method, operation.path, status}))
                    << "never seen: " << operation.method << ' ' << operation.path << ' ' << status;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, OpenApiRun, testing::ValuesIn(kit::databaseKinds()),
    [](const testing::TestParamInfo<std::string>& kind) { return kind.param; });

} // namespace
