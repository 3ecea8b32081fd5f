// SPDX-License-Identifier: GPL-3.0-or-later
// Who comes in and with what: enrolment, leases, passwords, tokens, imports.
#include "centre_fixture.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/service/sessions.h>

#include <set>
#include <thread>

namespace yichuang::test {
namespace {

using Door = CentreTest;

TEST_P(Door, anEnrolCodeServesOnceAndForADay) {
    EXPECT_EQ(centre->makeEnrolCode(WindowId("w9")).error().code, "window.unknown");
    const auto code = centre->makeEnrolCode(WindowId("w1")).value();
    const auto key = makeSigningKey().publicKey;
    EXPECT_EQ(centre->enrol({"AAAA-BBBB-CCCC", key, "x"}).error().code, "enrol.code");
    std::string typed;
    for (const char c : code) {
        typed += c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    const auto answer = centre->enrol({typed, key, "x"});
    ASSERT_TRUE(answer) << answer.error().code;
    EXPECT_EQ(answer->window, WindowId("w1"));
    EXPECT_EQ(answer->centre, "400");
    EXPECT_EQ(answer->hallName, "衡阳市政务服务中心");
    const auto registry = centre->registry().value();
    EXPECT_EQ(registry->workstation(answer->workstation)->publicKey, key);
    EXPECT_EQ(registry->centreKey(answer->hallKey.id)->publicKey, answer->hallKey.publicKey);
    EXPECT_EQ(centre->enrol({code, key, "x"}).error().code, "enrol.code");
    const auto old = centre->makeEnrolCode(WindowId("w1")).value();
    clock.advance(std::chrono::hours(25));
    EXPECT_EQ(centre->enrol({old, key, "x"}).error().code, "enrol.code");
}

TEST_P(Door, leasedNumbersAreNeverTheSame) {
    auto one = clientAt("w1", {});
    auto two = clientAt("w2", {});
    std::set<int> serials;
    std::mutex mutex;
    const auto lease = [&](const WorkstationId& workstation) {
        for (int i = 0; i < 10; ++i) {
            const auto block = centre->lease(workstation, {2018, 20});
            ASSERT_TRUE(block) << block.error().code << block.error().detail;
            const std::lock_guard lock(mutex);
            for (int n = block->first; n <= block->last; ++n) {
                EXPECT_TRUE(serials.insert(n).second);
            }
        }
    };
    std::thread first([&] { lease(one->id()); });
    std::thread second([&] { lease(two->id()); });
    first.join();
    second.join();
    EXPECT_EQ(serials.size(), 400U);
    EXPECT_EQ(centre->lease(one->id(), {2017, 20}).error().code, "lease.year");
    EXPECT_EQ(centre->lease(one->id(), {2019, 20}).error().code, "lease.year");
    EXPECT_EQ(centre->lease(one->id(), {2018, 0}).error().code, "lease.count");
    clock.setMorning("2018-12-01");
    EXPECT_EQ(centre->lease(one->id(), {2019, 20})->first, 1);
    auto revoked = *centre->registry().value()->workstation(one->id());
    revoked.revoked = true;
    publish({revoked});
    EXPECT_EQ(centre->lease(one->id(), {2018, 20}).error().code, "workstation.revoked");
    EXPECT_EQ(centre->feed(one->id(), {}, 10).error().code, "workstation.revoked");
    EXPECT_EQ(one->pushRaw({}).error().code, "workstation.revoked");
}

TEST_P(Door, aPersonSignsInByNameUnlessAnotherBearsIt) {
    auto li = *centre->registry().value()->person(PersonId("li"));
    auto namesake = *centre->registry().value()->person(PersonId("sun"));
    ASSERT_NE(li.name, namesake.name);
    ASSERT_TRUE(centre->setPassword(li.id, "li 的密码"));
    ASSERT_TRUE(centre->setPassword(namesake.id, "sun 的密码"));
    EXPECT_EQ(centre->checkPassword(li.name, "li 的密码").value(), li.id);
    EXPECT_EQ(centre->checkPassword(li.name, "sun 的密码").error().code, "sign_in.wrong");
    namesake.name = li.name;
    publish({namesake});
    EXPECT_EQ(centre->checkPassword(li.name, "li 的密码").error().code, "sign_in.wrong");
    EXPECT_EQ(centre->checkPassword(li.name, "sun 的密码").error().code, "sign_in.wrong");
    EXPECT_EQ(centre->checkPassword("li", "li 的密码").value(), li.id);
    // Who has left leaves the name to the other; a number always means its own bearer.
    namesake.disabled = true;
    publish({namesake});
    EXPECT_EQ(centre->checkPassword(li.name, "li 的密码").value(), li.id);
    li.name = "sun";
    publish({li});
    EXPECT_EQ(centre->checkPassword("sun", "li 的密码").error().code, "sign_in.wrong");
}

TEST_P(Door, fiveWrongPasswordsLockAndTimeOpensAgain) {
    ASSERT_TRUE(centre->setPassword(PersonId("li"), "正确的密码"));
    EXPECT_EQ(centre->setPassword(PersonId("nobody"), "x").error().code, "person.unknown");
    EXPECT_EQ(centre->checkPassword("li", "正确的密码").value(), PersonId("li"));
    EXPECT_EQ(centre->checkPassword("nobody", "x").error().code, "sign_in.wrong");
    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ(centre->checkPassword("li", "wrong").error().code, "sign_in.wrong");
    }
    EXPECT_TRUE(centre->checkPassword("li", "正确的密码")); // in a row, so it counts anew
    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ(centre->checkPassword("li", "wrong").error().code, "sign_in.wrong");
    }
    const auto locked = centre->checkPassword("li", "wrong");
    EXPECT_EQ(locked.error().code, "sign_in.locked");
    EXPECT_GT(std::stoll(locked.error().arguments.at("until")), clock.milliseconds());
    EXPECT_EQ(centre->checkPassword("li", "正确的密码").error().code, "sign_in.locked");
    clock.advance(std::chrono::minutes(16));
    EXPECT_TRUE(centre->checkPassword("li", "正确的密码"));
    auto li = *centre->registry().value()->person(PersonId("li"));
    li.disabled = true;
    publish({li});
    EXPECT_EQ(centre->checkPassword("li", "正确的密码").error().code, "sign_in.disabled");
}

TEST_P(Door, tokensEndAndAreDropped) {
    const auto now = clock.milliseconds();
    ASSERT_TRUE(centre->putToken({"h1", "access", PersonId("li"), WorkstationId("ws"), now + 1'000}));
    ASSERT_TRUE(centre->putToken({"h2", "refresh", PersonId("li"), WorkstationId("ws"), now + 100'000}));
    ASSERT_TRUE(centre->putToken({"h3", "access", PersonId("wang"), WorkstationId("ws"), now + 100'000}));
    EXPECT_EQ(centre->findToken("h1").value()->person, PersonId("li"));
    clock.advance(std::chrono::seconds(2));
    EXPECT_FALSE(centre->findToken("h1").value());
    EXPECT_TRUE(centre->findToken("h2").value());
    ASSERT_TRUE(centre->dropTokensOf(PersonId("li")));
    EXPECT_FALSE(centre->findToken("h2").value());
    EXPECT_TRUE(centre->findToken("h3").value());
    ASSERT_TRUE(centre->dropToken("h3"));
    EXPECT_FALSE(centre->findToken("h3").value());
}

/// A workstation that speaks to the door by requests, with its own key.
class Speaker {
public:
    Speaker(Centre& centre, const SetClock& clock, const std::string& window)
        : m_sessions(centre, clock, m_randomness) {
        const auto pair = makeSigningKey();
        const auto code = centre.makeEnrolCode(WindowId(window)).value();
        id = centre.enrol({code, pair.publicKey, "x"}).value().workstation;
        WorkstationTokenRequest proof {id, clock.milliseconds(), {}};
        proof.signature = sign("token\n" + id.value() + "\n" + std::to_string(proof.time), pair.secretKey);
        m_token = m_sessions.giveWorkstationToken(proof).value().token;
    }
    /// A request to an endpoint for workstations, with this X-Yichuang-Written.
    Result<Caller> ask(const std::string& written) {
        HttpRequest request;
        request.headers["authorization"] = "Bearer " + m_token;
        if (!written.empty()) {
            request.headers["x-yichuang-written"] = written;
        }
        Route route;
        route.allowedTo = AllowedTo::Workstation;
        return m_sessions.admit(route, request);
    }
    WorkstationId id;

private:
    SystemRandomness m_randomness;
    Sessions m_sessions;
    std::string m_token;
};

TEST_P(Door, silenceHearsHowFarAWorkstationHasWritten) {
    auto counter = clientAt("w1", {"li"});
    counter->receive(caseA, "licence", "li");
    counter->push();
    clock.setMorning("2018-11-27");
    Speaker other(*centre, clock, "w2");
    counter->say();
    const auto longAgo = std::to_string(clock.milliseconds() - 8LL * 24 * 3'600'000);
    for (const std::string word : {"", "many", "-1", "0 or so", "0; at=", "0; at=noon"}) {
        EXPECT_EQ(other.ask(word).value().workstation, other.id);
        EXPECT_EQ(centre->writeSilence().value(), 0) << word;
    }
    // Said before the limit, and long on its way.
    EXPECT_TRUE(other.ask("0; at=" + longAgo));
    EXPECT_EQ(centre->writeSilence().value(), 0);
    // It has written an act that has not come in.
    EXPECT_TRUE(other.ask("1; at=" + std::to_string(clock.milliseconds())));
    EXPECT_EQ(centre->writeSilence().value(), 0);
    EXPECT_TRUE(other.ask("0"));
    EXPECT_EQ(centre->writeSilence().value(), 1);
}

TEST_P(Door, nobodyHasSaidAnythingLaterThanNow) {
    Speaker speaker(*centre, clock, "w1");
    EXPECT_TRUE(speaker.ask("3; at=" + std::to_string(clock.milliseconds() + 3'600'000)));
    const auto transaction = store->begin(Access::Read).value();
    const auto contacts = transaction->contactsOf(speaker.id).value();
    ASSERT_EQ(contacts.size(), 1U);
    EXPECT_EQ(contacts.front().written, 3);
    EXPECT_EQ(contacts.front().at, clock.milliseconds());
}

TEST_P(Door, theSameWordManyTimesAMinuteIsWrittenDownOnce) {
    Speaker speaker(*centre, clock, "w1");
    const auto first = clock.milliseconds();
    const auto kept = [&] {
        const auto transaction = store->begin(Access::Read).value();
        return transaction->contactsOf(speaker.id).value().front().at;
    };
    EXPECT_TRUE(speaker.ask("0"));
    clock.advance(std::chrono::seconds(5));
    EXPECT_TRUE(speaker.ask("0"));
    EXPECT_EQ(kept(), first);
    clock.advance(std::chrono::seconds(20));
    EXPECT_TRUE(speaker.ask("0"));
    EXPECT_EQ(kept(), first + 25'000);
}

TEST_P(Door, whatDidNotChangeIsNotWrittenAgain) {
    const auto facts = smallHall();
    const auto again = centre->write(facts);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->written, 0);
    EXPECT_EQ(again->unchanged, static_cast<int>(facts.size()));
    auto changed = itemOfKind(CaseType::Commitment, "licence", healthDepartment);
    changed.promisedWorkdays = 9;
    const auto refused = centre->write({std::make_shared<const Item>(changed)});
    ASSERT_TRUE(refused);
    ASSERT_EQ(refused->problems.size(), 1U);
    EXPECT_EQ(refused->problems.front().code, "item.version_exists");
    changed.version = 2;
    EXPECT_EQ(centre->write({std::make_shared<const Item>(changed)})->written, 1);
    EXPECT_EQ(centre->registry().value()->itemInForce(ItemId("licence"))->promisedWorkdays, 9);
    // A case's item stays readable as it was.
    EXPECT_EQ(centre->registry().value()->item(ItemId("licence"), 1)->promisedWorkdays, 10);
}

TEST_P(Door, aSecondKeyEndsTheFirstAtThatWorkstation) {
    auto counter = clientAt("w1", {"li"});
    auto other = clientAt("w2", {"li"});
    const auto first = counter->takeIn(caseA, "licence", "li");
    clock.advance(std::chrono::minutes(1));
    counter->signIn("li");
    const auto registry = centre->registry().value();
    int ended = 0;
    for (const auto* key : registry->keysOf(PersonId("li"))) {
        ended += key->ended ? 1 : 0;
    }
    EXPECT_EQ(ended, 1);
    // What was signed by the old one before its end still counts.
    EXPECT_EQ(counter->push().at(first).verdict, Verdict::Admitted);
}

TEST_P(Door, aCentreIsInitialisedOnce) {
    EXPECT_EQ(centre->initialise({}).error().code, "centre.initialised");
    EXPECT_EQ(centre->settings()->hallName, "衡阳市政务服务中心");
    CentralDatabase fresh(GetParam());
    Centre other(CentralStore::open(fresh.address()).value(), clock);
    EXPECT_EQ(other.settings().error().code, "centre.uninitialised");
    HallSettings wrong;
    wrong.centre = "4x0";
    EXPECT_EQ(other.initialise(wrong).error().code, "centre.number");
}

CENTRE_TESTS(Door);

} // namespace
} // namespace yichuang::test
