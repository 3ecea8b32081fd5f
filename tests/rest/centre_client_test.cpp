// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_network.h"

#include <yichuang/rest/centre_client.h>

#include <QFutureWatcher>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <zstd.h>

using namespace yichuang;
using namespace yichuang::test;

namespace {

class SetClock final : public Clock {
public:
    Instant wall = fromMilliseconds(1'542'592'800'000);
    Instant now() const override { return wall; }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds {1}; }
};

const std::string hash = "01" + std::string(64, 'a');

template <typename T> Result<T> waited(QFuture<Result<T>> future) {
    QFutureWatcher<Result<T>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    if (!future.isFinished())
        loop.exec();
    if (!future.isFinished())
        return failure("test.no_answer");
    return future.result();
}

ScriptedAnswer json(const std::string& text) {
    return {.body = QByteArray::fromStdString(text)};
}

ScriptedAnswer problem(int status, const std::string& code) {
    return {.status = status,
        .body = QByteArray::fromStdString(encode(Problem {"urn:yichuang:problem:" + code, code, status, code, {}})),
        .contentType = "application/problem+json"};
}

/// Gives tokens and time; what else is asked goes to `rest`.
ScriptedNetwork::Script centre(SetClock& clock, ScriptedNetwork::Script rest, std::int64_t ahead = 0) {
    return [&clock, rest = std::move(rest), ahead](const ScriptedRequest& request) {
        const std::int64_t time = toMilliseconds(clock.wall) + ahead;
        if (request.path == QStringLiteral("/v1/time"))
            return json(encode(TimeAnswer {time}));
        if (request.path == QStringLiteral("/v1/workstations/token"))
            return json(encode(TokenAnswer {"token-1", time + 900'000, time}));
        return rest(request);
    };
}

} // namespace

class CentreClientTest : public QObject {
    Q_OBJECT

private:
    SetClock m_clock;
    KeyPair m_key;

    void prepare(CentreClient& client) {
        QVERIFY(client.setCentre({QUrl(QStringLiteral("https://centre.example")), false, {}}));
        client.setCredential(WorkstationId("w1"), m_key.secretKey);
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startVault());
        m_key = makeSigningKey();
    }

    void plainHttpIsForLoopbackOnly() {
        ScriptedNetwork network;
        CentreClient client(network, m_clock);
        QVERIFY(client.setCentre({QUrl(QStringLiteral("http://127.0.0.1:8080")), false, {}}));
        QVERIFY(client.setCentre({QUrl(QStringLiteral("http://[::1]:8080/")), false, {}}));
        QVERIFY(client.setCentre({QUrl(QStringLiteral("http://localhost:1")), false, {}}));
        QCOMPARE(client.setCentre({QUrl(QStringLiteral("http://centre.example")), false, {}}).error().code,
            std::string("rest.plain_http"));
        QVERIFY(client.setCentre({QUrl(QStringLiteral("http://centre.example")), true, {}}));
        for (const char* bad : {"", "centre", "ftp://centre.example", "https://", "https://u:p@centre.example"})
            QCOMPARE(
                client.setCentre({QUrl(QString::fromUtf8(bad)), true, {}}).error().code, std::string("rest.address"));
        QCOMPARE(client.setCentre({QUrl(QStringLiteral("https://a.example")), false, QStringLiteral("/nowhere.pem")})
                     .error()
                     .code,
            std::string("rest.authority"));
    }

    void theWorkstationProvesItselfByItsKeyAndKeepsItsToken() {
        ScriptedNetwork network(
            centre(m_clock, [](const ScriptedRequest&) { return json(encode(ChainAnswer {4, hash, 5})); }));
        CentreClient client(network, m_clock);
        prepare(client);
        QCOMPARE(waited(client.chain())->number, 4);
        QCOMPARE(waited(client.chain())->number, 4);
        QCOMPARE(network.count(QStringLiteral("/v1/workstations/token")), 1);
        const auto proof = parseWorkstationTokenRequest(network.requests.at(1).body.toStdString());
        QVERIFY(proof);
        QCOMPARE(proof->workstation, WorkstationId("w1"));
        QVERIFY(verifySignature("token\nw1\n" + std::to_string(proof->time), proof->signature, m_key.publicKey));
        const QNetworkRequest& last = network.requests.last().request;
        QCOMPARE(last.rawHeader("Authorization"), QByteArray("Bearer token-1"));
        QVERIFY(!last.rawHeader("X-Request-Id").isEmpty());
    }

    void aProofCarriesTheCentresTimeWhateverThisClockSays() {
        const std::int64_t ahead = 3LL * 365 * 86'400'000;
        ScriptedNetwork network(
            centre(m_clock, [](const ScriptedRequest&) { return json(encode(ChainAnswer {4, hash, 5})); }, ahead));
        CentreClient client(network, m_clock);
        prepare(client);
        std::int64_t told = 0;
        connect(
            &client, &CentreClient::timeTold, this, [&](qint64 offset, qint64) { told = told == 0 ? offset : told; });
        QVERIFY(waited(client.chain()));
        const auto proof = parseWorkstationTokenRequest(network.requests.at(1).body.toStdString());
        QVERIFY(std::abs(proof->time - (toMilliseconds(m_clock.wall) + ahead)) < 2000);
        QVERIFY(std::abs(told - ahead) < 2000);
    }

    void anExpiredTokenIsRenewedOnceAndTheCallRepeated() {
        int refusals = 1;
        ScriptedNetwork network(centre(m_clock, [&](const ScriptedRequest&) {
            return refusals-- > 0 ? problem(401, "auth.token") : json(encode(ChainAnswer {4, hash, 5}));
        }));
        CentreClient client(network, m_clock);
        prepare(client);
        QVERIFY(waited(client.chain()));
        QCOMPARE(network.count(QStringLiteral("/v1/workstations/token")), 2);
        refusals = 100;
        QCOMPARE(waited(client.chain()).error().code, std::string("auth.token"));
        QCOMPARE(network.count(QStringLiteral("/v1/workstations/token")), 3);
    }

    void severalCallsWaitForOneToken() {
        ScriptedNetwork network(
            centre(m_clock, [](const ScriptedRequest&) { return json(encode(ChainAnswer {4, hash, 5})); }));
        CentreClient client(network, m_clock);
        prepare(client);
        auto one = client.chain();
        auto two = client.chain();
        QVERIFY(waited(one));
        QVERIFY(waited(two));
        QCOMPARE(network.count(QStringLiteral("/v1/workstations/token")), 1);
    }

    void anAnswerOfSomebodyElseIsNotOurService_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("ours");
        QTest::addColumn<QString>("code");
        const QByteArray html = "<html><body>Please sign in to the network</body></html>";
        const QString notOurs = QStringLiteral("rest.not_our_service");
        const QString otherRelease = QStringLiteral("rest.schema");
        QTest::newRow("login page with status 200") << 200 << html << QByteArray("text/html") << false << notOurs;
        QTest::newRow("login page that says it is JSON")
            << 200 << html << QByteArray("application/json") << false << notOurs;
        QTest::newRow("JSON without a body")
            << 200 << QByteArray() << QByteArray("application/json") << true << otherRelease;
        QTest::newRow("empty object") << 200 << QByteArray("{}") << QByteArray("application/json") << true
                                      << otherRelease;
        QTest::newRow("empty object of a stranger")
            << 200 << QByteArray("{}") << QByteArray("application/json") << false << notOurs;
        QTest::newRow("a centre that does not know the path")
            << 404 << problem(404, "not_found").body << QByteArray("application/problem+json") << true << otherRelease;
        QTest::newRow("a centre over a database of another release")
            << 503 << problem(503, "store.schema").body << QByteArray("application/problem+json") << true
            << otherRelease;
        QTest::newRow("ours, but HTML") << 200 << html << QByteArray("text/html") << true << notOurs;
        QTest::newRow("redirection to a login page") << 302 << html << QByteArray("text/html") << false << notOurs;
        QTest::newRow("404 of another program") << 404 << html << QByteArray("text/html") << false << notOurs;
        QTest::newRow("511 of a network that wants a sign-in")
            << 511 << html << QByteArray("text/html") << false << notOurs;
        QTest::newRow("502 of a proxy") << 502 << html << QByteArray("text/html") << false
                                        << QStringLiteral("rest.temporary");
        QTest::newRow("503 of a proxy") << 503 << QByteArray() << QByteArray() << false
                                        << QStringLiteral("rest.temporary");
    }
    void anAnswerOfSomebodyElseIsNotOurService() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(bool, ours);
        QFETCH(QString, code);
        ScriptedNetwork network(centre(m_clock, [&](const ScriptedRequest&) {
            return ScriptedAnswer {.status = status, .body = body, .contentType = type, .ours = ours};
        }));
        CentreClient client(network, m_clock);
        prepare(client);
        QCOMPARE(QString::fromStdString(waited(client.chain()).error().code), code);
        QCOMPARE(QString::fromStdString(waited(client.push("x")).error().code), code);
        QCOMPARE(
            QString::fromStdString(waited(client.feed(QStringLiteral("c"), std::chrono::seconds {25})).error().code),
            code);
        QCOMPARE(QString::fromStdString(waited(client.lease({2018, 200})).error().code), code);
        // A login page in the place of the token is no better.
        network.answerBy([&](const ScriptedRequest&) {
            return ScriptedAnswer {.status = status, .body = body, .contentType = type, .ours = ours};
        });
        CentreClient other(network, m_clock);
        prepare(other);
        QCOMPARE(QString::fromStdString(waited(other.chain()).error().code), code);
    }

    void aProblemKeepsItsCodeAndArguments() {
        ScriptedNetwork network(centre(m_clock, [](const ScriptedRequest&) {
            return ScriptedAnswer {.status = 409,
                .body = QByteArray::fromStdString(encode(
                    Problem {"urn:yichuang:problem:unknown_head", "x", 409, "unknown_head", {{"scope", "hall"}}})),
                .contentType = "application/problem+json; charset=utf-8"};
        }));
        CentreClient client(network, m_clock);
        prepare(client);
        const auto page = waited(client.feed(QStringLiteral("c"), std::chrono::seconds {0}));
        QCOMPARE(page.error().code, std::string("unknown_head"));
        QCOMPARE(page.error().arguments.at("scope"), std::string("hall"));
        QCOMPARE(page.error().arguments.at("status"), std::string("409"));
    }

    void aBrokenConnectionIsTriedAgainOnlyWhereTwiceIsOnce() {
        int breaks = 1;
        ScriptedNetwork network(centre(m_clock, [&](const ScriptedRequest& request) {
            if (breaks-- > 0)
                return ScriptedAnswer {.status = 0};
            return request.path == QStringLiteral("/v1/leases")
                ? json(encode(Block {"b", "400", 2018, 1, 200, WorkstationId("w1"), 5}))
                : json(encode(PushAnswer {{}, {}, 1, hash, 5}));
        }));
        CentreClient client(network, m_clock);
        prepare(client);
        QVERIFY(waited(client.push("acts")));
        QCOMPARE(network.count(QStringLiteral("/v1/acts")), 2);
        breaks = 1;
        QCOMPARE(waited(client.lease({2018, 200})).error().code, std::string("rest.unreachable"));
        QCOMPARE(network.count(QStringLiteral("/v1/leases")), 1);
        breaks = 1;
        QCOMPARE(waited(client.refresh({"r"})).error().code, std::string("rest.unreachable"));
        QCOMPARE(network.count(QStringLiteral("/v1/sessions/refresh")), 1);
        breaks = 5;
        QCOMPARE(waited(client.push("acts")).error().code, std::string("rest.unreachable"));
    }

    void noRequestWaitsForEver() {
        ScriptedNetwork network(centre(m_clock, [](const ScriptedRequest&) { return ScriptedAnswer {.never = true}; }));
        CentreLimits limits;
        limits.shortCall = limits.push = limits.page = std::chrono::milliseconds {50};
        limits.beyondWait = std::chrono::milliseconds {-900};
        CentreClient client(network, m_clock, limits);
        prepare(client);
        QCOMPARE(waited(client.chain()).error().code, std::string("rest.timeout"));
        QCOMPARE(waited(client.push("x")).error().code, std::string("rest.timeout"));
        QCOMPARE(waited(client.feed({}, std::chrono::seconds {1})).error().code, std::string("rest.timeout"));
        QCOMPARE(waited(client.snapshot({})).error().code, std::string("rest.timeout"));
        QCOMPARE(waited(client.lease({2018, 1})).error().code, std::string("rest.timeout"));
        QCOMPARE(waited(client.signIn({"li", "p", {}})).error().code, std::string("rest.timeout"));
        QCOMPARE(waited(client.signOut(QStringLiteral("a"))).error().code, std::string("rest.timeout"));
    }

    void anApplicantIsAskedForInTheNameOfWhoIsSignedInAndNeverTwice() {
        ScriptedAnswer next
            = json(encode(ApplicantAnswer {"person", "测试甲", "13900000000", "某路", {}, "2018-11-19"}));
        ScriptedNetwork network(centre(m_clock, [&next](const ScriptedRequest&) { return next; }));
        CentreClient client(network, m_clock);
        prepare(client);
        const ApplicantRequest asked {"resident_id", "430400198503120011", "intake: a"};
        const auto ask = [&] { return waited(client.applicant(QStringLiteral("access-1"), asked)); };
        QCOMPARE(ask()->name, std::string("测试甲"));
        const ScriptedRequest sent = network.requests.last();
        QCOMPARE(sent.method, QByteArray("POST"));
        QCOMPARE(sent.path, QStringLiteral("/v1/applicants"));
        QCOMPARE(sent.request.rawHeader("X-Session"), QByteArray("access-1"));
        QCOMPARE(sent.body, QByteArray::fromStdString(encode(asked)));
        QVERIFY(!sent.request.url().toString().contains(QStringLiteral("4304")));
        next = problem(404, "applicant.unknown");
        QCOMPARE(ask().error().code, std::string("applicant.unknown"));
        next = problem(429, "applicant.too_often");
        QCOMPARE(ask().error().code, std::string("rest.temporary"));
        next = json("{}");
        QCOMPARE(ask().error().code, std::string("rest.schema"));
        // A connection that broke may have been heard: it is written down there, so it is not asked again from here.
        next = {.status = 0};
        const int before = network.count(QStringLiteral("/v1/applicants"));
        QCOMPARE(ask().error().code, std::string("rest.unreachable"));
        QCOMPARE(network.count(QStringLiteral("/v1/applicants")), before + 1);
    }

    void aWaitingRequestEndsWhenItsSwitchIsPulled() {
        ScriptedNetwork network(centre(m_clock, [](const ScriptedRequest&) { return ScriptedAnswer {.never = true}; }));
        CentreClient client(network, m_clock);
        prepare(client);
        AbortSwitch abort;
        auto page = client.feed(QStringLiteral("c"), std::chrono::seconds {25}, &abort);
        QTRY_COMPARE(network.count(QStringLiteral("/v1/feed")), 1);
        QCOMPARE(network.requests.last().request.rawHeader("Prefer"), QByteArray("wait=25"));
        abort.pull();
        QCOMPARE(waited(page).error().code, std::string("rest.aborted"));
    }

    void actsGoUpByteForByteUnderTheirCompression() {
        ScriptedNetwork network(
            centre(m_clock, [](const ScriptedRequest&) { return json(encode(PushAnswer {{}, {}, 1, hash, 5})); }));
        CentreClient client(network, m_clock);
        prepare(client);
        QByteArray acts;
        for (int i = 0; i < 500; ++i)
            acts += R"({"release":1,"act":"…"})" + QByteArray::number(i) + '\n';
        QVERIFY(waited(client.push(acts)));
        const ScriptedRequest& sent = network.requests.last();
        QCOMPARE(sent.request.rawHeader("Content-Encoding"), QByteArray("zstd"));
        QCOMPARE(
            sent.request.header(QNetworkRequest::ContentTypeHeader).toByteArray(), QByteArray("application/x-ndjson"));
        QVERIFY(sent.body.size() < acts.size() / 3);
        QByteArray plain(acts.size() + 10, '\0');
        const std::size_t size = ZSTD_decompress(plain.data(), static_cast<std::size_t>(plain.size()),
            sent.body.constData(), static_cast<std::size_t>(sent.body.size()));
        QVERIFY(!ZSTD_isError(size));
        plain.truncate(static_cast<qsizetype>(size));
        QCOMPARE(plain, acts);
    }

    void anAnswerWithoutEndIsCutOff() {
        ScriptedNetwork network(
            centre(m_clock, [](const ScriptedRequest&) { return ScriptedAnswer {.body = QByteArray(5000, ' ')}; }));
        CentreLimits limits;
        limits.answerBytes = 4096;
        CentreClient client(network, m_clock, limits);
        prepare(client);
        QCOMPARE(waited(client.chain()).error().code, std::string("rest.not_our_service"));
    }

    void aTokenThatComesAfterTheMachineWasEnrolledAnewIsNotUsed() {
        const std::int64_t time = toMilliseconds(m_clock.wall);
        ScriptedNetwork network([&](const ScriptedRequest& request) {
            if (request.path == QStringLiteral("/v1/time"))
                return json(encode(TimeAnswer {time}));
            if (request.path == QStringLiteral("/v1/workstations/token")) {
                const auto proof = parseWorkstationTokenRequest(request.body.toStdString());
                if (proof->workstation == WorkstationId("w1"))
                    return ScriptedAnswer {.never = true}; // still on its way
                return json(encode(TokenAnswer {"of-" + proof->workstation.value(), time + 900'000, time}));
            }
            return json(encode(ChainAnswer {4, hash, 5}));
        });
        CentreClient client(network, m_clock);
        prepare(client);
        auto before = client.chain();
        QTRY_COMPARE(network.count(QStringLiteral("/v1/workstations/token")), 1);
        client.setCredential(WorkstationId("w2"), m_key.secretKey);
        auto after = client.chain();
        network.replies.last()->answerNow(json(encode(TokenAnswer {"of-w1", time + 900'000, time})));
        QVERIFY(waited(before));
        QVERIFY(waited(after));
        for (const ScriptedRequest& request : network.requests) {
            if (request.path == QStringLiteral("/v1/chain"))
                QCOMPARE(request.request.rawHeader("Authorization"), QByteArray("Bearer of-w2"));
        }
        QCOMPARE(network.count(QStringLiteral("/v1/chain")), 2);
    }

    void withoutACredentialNothingIsAsked() {
        ScriptedNetwork network;
        CentreClient client(network, m_clock);
        QCOMPARE(waited(client.time()).error().code, std::string("rest.address"));
        QVERIFY(client.setCentre({QUrl(QStringLiteral("https://centre.example")), false, {}}));
        QCOMPARE(waited(client.chain()).error().code, std::string("rest.not_enrolled"));
        QVERIFY(network.requests.isEmpty());
    }

    void theLogNeverNamesWhatIsPrivate() {
        static QStringList lines;
        lines.clear();
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext&, const QString& text) { lines.append(text); });
        ScriptedNetwork network(centre(m_clock, [](const ScriptedRequest& request) {
            return request.path == QStringLiteral("/v1/sessions") ? problem(401, "sign_in.wrong")
                                                                  : json(encode(ChainAnswer {4, hash, 5}));
        }));
        CentreClient client(network, m_clock);
        prepare(client);
        const auto signedIn = waited(client.signIn({"li", "pass-word-1", {}}));
        const auto page = waited(client.feed(QStringLiteral("cursor-secret"), std::chrono::seconds {0}));
        qInstallMessageHandler(before);
        QCOMPARE(signedIn.error().code, std::string("sign_in.wrong"));
        const QString all = lines.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(QStringLiteral("/v1/sessions")), qPrintable(all));
        QVERIFY(all.contains(QStringLiteral("sign_in.wrong")));
        for (const char* secret : {"pass-word-1", "token-1", "cursor-secret", "Bearer"})
            QVERIFY2(!all.contains(QString::fromUtf8(secret)), secret);
    }

    void aProxyThatHangsUpIsToldFromACentreThatAnswers() {
        // A real socket: the connection is taken and closed without a word.
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int connections = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            ++connections;
            QTcpSocket* socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->abort(); });
        });
        QNetworkAccessManager network;
        CentreClient client(network, m_clock);
        QVERIFY(client.setCentre({QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())), false, {}}));
        QCOMPARE(waited(client.time()).error().code, std::string("rest.unreachable"));
        QVERIFY(connections >= 1);
        server.close();
        QCOMPARE(waited(client.time()).error().code, std::string("rest.unreachable"));
    }
};

QTEST_GUILESS_MAIN(CentreClientTest)
#include "centre_client_test.moc"
