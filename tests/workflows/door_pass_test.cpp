// SPDX-License-Identifier: GPL-3.0-or-later
// The signed-in person's tokens: kept while she is there, renewed once for all who wait, gone when she locks.
#include "door_pass.h"

#include <scripted_network.h>

#include <yichuang/contract/messages.h>
#include <yichuang/rest/centre_client.h>

#include <QTest>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr std::int64_t start = 1'542'592'800'000;
constexpr std::int64_t quarter = 15LL * 60 * 1'000;

class SetClock final : public Clock {
public:
    Instant now() const override { return fromMilliseconds(start); }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds {1}; }
};

SignInAnswer answerNumbered(int number, std::int64_t expires) {
    const std::string text = std::to_string(number);
    return {PersonId("li"), "access-" + text, "refresh-" + text, expires, start + 40 * quarter, start, start};
}

class DoorPassTest : public QObject {
    Q_OBJECT

    SetClock m_clock;
    std::int64_t m_now = start;
    ScriptedNetwork m_network;
    std::function<ScriptedAnswer(const RefreshRequest&)> m_refreshed;
    std::unique_ptr<CentreClient> m_centre;
    std::unique_ptr<DoorPass> m_pass;

    static ScriptedAnswer json(const std::string& text) { return {.body = QByteArray::fromStdString(text)}; }
    [[nodiscard]] int renewals() const { return m_network.count(QStringLiteral("/v1/sessions/refresh")); }
    static bool settles(const QFuture<Result<QString>>& future) {
        return QTest::qWaitFor([&] { return future.isFinished(); }, 20'000);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(startVault()); }

    void init() {
        m_now = start;
        m_network.requests.clear();
        m_refreshed = [](const RefreshRequest&) { return json(encode(answerNumbered(2, start + 2 * quarter))); };
        m_network.answerBy([this](const ScriptedRequest& request) {
            if (request.path == QStringLiteral("/v1/time"))
                return json(encode(TimeAnswer {start}));
            if (request.path == QStringLiteral("/v1/workstations/token"))
                return json(encode(TokenAnswer {"token-1", start + 10 * quarter, start}));
            return m_refreshed(*parseRefreshRequest(request.body.toStdString()));
        });
        m_centre = std::make_unique<CentreClient>(m_network, m_clock);
        QVERIFY(m_centre->setCentre({QUrl(QStringLiteral("https://centre.example")), false, {}}));
        m_centre->setCredential(WorkstationId("w1"), makeSigningKey().secretKey);
        m_pass = std::make_unique<DoorPass>(*m_centre, [this] { return m_now; });
    }
    void cleanup() {
        m_pass.reset();
        m_centre.reset();
    }

    void withoutASignInThereIsNone() {
        QVERIFY(!m_pass->isKept());
        QCOMPARE(m_pass->access().result().error().code, std::string("session.locked"));
        QCOMPARE(m_network.requests.size(), 0);
    }

    void aTokenThatLastsIsUsedAsItIs() {
        m_pass->keep(answerNumbered(1, start + quarter));
        QCOMPARE(m_pass->access().result().value(), QStringLiteral("access-1"));
        m_now += quarter - 60'000;
        QCOMPARE(m_pass->access().result().value(), QStringLiteral("access-1"));
        QCOMPARE(renewals(), 0);
    }

    void oneThatRunsOutIsRenewedOnceForAllWhoWait() {
        std::string spent;
        m_refreshed = [&spent](const RefreshRequest& request) {
            spent = request.refresh;
            return json(encode(answerNumbered(2, start + 2 * quarter)));
        };
        m_pass->keep(answerNumbered(1, start + quarter));
        m_now += quarter;
        const auto one = m_pass->access();
        const auto two = m_pass->access();
        QVERIFY(settles(one) && settles(two));
        QCOMPARE(one.result().value(), QStringLiteral("access-2"));
        QCOMPARE(two.result().value(), QStringLiteral("access-2"));
        QCOMPARE(spent, std::string("refresh-1"));
        QCOMPARE(renewals(), 1);
        QCOMPARE(m_pass->access().result().value(), QStringLiteral("access-2"));
    }

    void aSessionThatTheCentreHasEndedIsNotAskedForAgain() {
        m_refreshed = [](const RefreshRequest&) {
            return ScriptedAnswer {.status = 401,
                .body = QByteArray::fromStdString(
                    encode(Problem {"urn:yichuang:problem:session.ended", "session.ended", 401, "session.ended", {}})),
                .contentType = "application/problem+json"};
        };
        m_pass->keep(answerNumbered(1, start + quarter));
        m_now += quarter;
        const auto refused = m_pass->access();
        QVERIFY(settles(refused));
        QVERIFY(!refused.result());
        QVERIFY(!m_pass->isKept());
        QVERIFY(!m_pass->access().result());
        QCOMPARE(renewals(), 1);
    }

    void whatDidNotGetThroughIsTriedAgain() {
        m_refreshed = [](const RefreshRequest&) { return ScriptedAnswer {.status = 0}; };
        m_pass->keep(answerNumbered(1, start + quarter));
        m_now += quarter;
        const auto broken = m_pass->access();
        QVERIFY(settles(broken));
        QCOMPARE(broken.result().error().code, std::string("rest.unreachable"));
        QVERIFY(m_pass->isKept());
        m_refreshed = [](const RefreshRequest&) { return json(encode(answerNumbered(2, start + 2 * quarter))); };
        const auto again = m_pass->access();
        QVERIFY(settles(again));
        QCOMPARE(again.result().value(), QStringLiteral("access-2"));
    }

    void whoLocksMeanwhileLeavesNothingBehind() {
        m_refreshed = [](const RefreshRequest&) { return ScriptedAnswer {.never = true}; };
        m_pass->keep(answerNumbered(1, start + quarter));
        m_now += quarter;
        const auto waiting = m_pass->access();
        QTRY_COMPARE(renewals(), 1);
        m_pass->drop();
        QVERIFY(settles(waiting));
        QCOMPARE(waiting.result().error().code, std::string("session.locked"));
        m_network.replies.last()->answerNow(json(encode(answerNumbered(2, start + 2 * quarter))));
        QTest::qWait(0);
        QVERIFY(!m_pass->isKept());
    }
};

} // namespace

QTEST_GUILESS_MAIN(DoorPassTest)
#include "door_pass_test.moc"
