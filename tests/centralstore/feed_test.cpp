// SPDX-License-Identifier: GPL-3.0-or-later
// The feed never skips (acts.md "Locks"), and what a new workstation draws is what the others hold.
#include "centre_fixture.h"

#include <atomic>
#include <mutex>
#include <random>
#include <thread>

namespace yichuang::test {
namespace {

using Feed = CentreTest;

TEST_P(Feed, neverSkipsWhileEightWritersCommitLateAndTwoReadersCompare) {
    StoreOptions options;
    options.connections = 16;
    std::mutex mutex;
    std::mt19937 random(20181119);
    std::atomic<bool> delaying {false};
    // A writer holds what it has written for a while before it commits, each a different while.
    options.probe = [&](std::string_view statement) -> Result<void> {
        if (delaying && statement == "COMMIT") {
            int turns = 0;
            {
                const std::lock_guard lock(mutex);
                turns = static_cast<int>(random() % 40);
            }
            for (int i = 0; i < turns; ++i) {
                std::this_thread::yield();
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(turns / 4));
        }
        return {};
    };
    Centre slow(CentralStore::open(database.address(), options).value(), clock);
    constexpr int writers = 8;
    constexpr int each = 12;
    std::vector<std::unique_ptr<HandClient>> clients;
    for (int i = 0; i < writers; ++i) {
        const bool health = i % 2 == 0;
        clients.push_back(std::make_unique<HandClient>(slow, clock, WindowId(health ? "w1" : "w4")));
        clients.back()->signIn(health ? "li" : "sun");
        clients.back()->look();
        for (int n = 0; n < each; ++n) {
            clients.back()->takeIn(
                caseNumbered(i * 100 + n), health ? "licence" : "market-licence", health ? "li" : "sun");
        }
    }
    // Readers of both departments, on the other instance, that never see the log whole before it is.
    std::vector<std::unique_ptr<HandClient>> readers;
    for (int i = 0; i < 2; ++i) {
        readers.push_back(clientAt("w3", {}));
    }
    delaying = true;
    std::atomic<int> writing {writers};
    std::vector<std::thread> threads;
    for (auto& client : clients) {
        threads.emplace_back([&] {
            for (const auto& act : std::vector<SignedAct>(client->outbox())) {
                const auto answer = client->pushRaw(act.bytes.wire());
                EXPECT_TRUE(answer) << answer.error().code << " " << answer.error().detail;
                EXPECT_TRUE(!answer || answer->verdicts.front().verdict == Verdict::Admitted);
            }
            --writing;
        });
    }
    for (auto& reader : readers) {
        threads.emplace_back([&] {
            while (writing > 0) {
                reader->look();
            }
            reader->look();
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    delaying = false;
    auto late = clientAt("w3", {});
    const auto signature = [](const HandClient& client) {
        std::map<std::string, std::vector<std::string>> text;
        for (const auto& line : client.lines()) {
            text[line.scope.value()].push_back(std::to_string(line.position) + line.subject + line.link);
        }
        text.erase("hall");
        return text;
    };
    const auto whole = signature(*late);
    ASSERT_EQ(whole.size(), 2U);
    for (const auto& [scope, lines] : whole) {
        EXPECT_EQ(lines.size(), static_cast<std::size_t>(writers / 2 * each)) << scope;
    }
    for (const auto& reader : readers) {
        EXPECT_EQ(signature(*reader), whole);
    }
}

TEST_P(Feed, everyPageEndsWithSignedPositionsThatTheLinksLeadTo) {
    auto counter = clientAt("w1", {"li"});
    for (int i = 0; i < 7; ++i) {
        counter->takeIn(caseNumbered(i), "licence", "li");
    }
    counter->push();
    std::map<ScopeId, HashText> links;
    std::string cursor;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const auto page = centre->feed(counter->id(), cursor, 3);
        ASSERT_TRUE(page);
        EXPECT_LE(page->items.size(), 3U);
        for (const auto& item : page->items) {
            EXPECT_EQ(hashText(linkText(links[item.line.scope], item.line)), item.line.link);
            links[item.line.scope] = item.line.link;
            ASSERT_EQ(item.acts.size(), 1U);
            EXPECT_EQ(hashOfAct(item.acts[0].head, item.acts[0].signature), item.line.subjectHash);
        }
        for (const auto& head : page->heads) {
            EXPECT_EQ(head.hash, links[head.scope]);
            const auto registry = centre->registry().value();
            const auto* key = registry->centreKey(head.key);
            ASSERT_NE(key, nullptr);
            EXPECT_EQ(key->scope, head.scope);
            EXPECT_TRUE(verifySignature(signedText(head), head.signature, key->publicKey));
        }
        cursor = page->cursor;
        more = page->more;
    }
    EXPECT_GT(pages, 3);
    EXPECT_FALSE(centre->hasNews(counter->id(), cursor).value());
    counter->takeIn(caseNumbered(9), "licence", "li");
    counter->push();
    EXPECT_TRUE(centre->hasNews(counter->id(), cursor).value());
}

TEST_P(Feed, aCursorThatTheCentreDoesNotKnowIsTold) {
    auto counter = clientAt("w1", {"li"});
    EXPECT_EQ(centre->feed(counter->id(), "%%%", 10).error().code, "cursor.form");
    CentralDatabase other(GetParam());
    Centre elsewhere(CentralStore::open(other.address()).value(), clock);
    furnish(elsewhere);
    auto stranger = std::make_unique<HandClient>(elsewhere, clock, WindowId("w1"));
    const auto page = centre->feed(counter->id(), stranger->cursor(), 10);
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, "unknown_head");
}

TEST_P(Feed, aWorkstationReadsTheScopesOfItsWindowOnly) {
    auto counter = clientAt("w1", {"li"});
    auto market = clientAt("w4", {"sun"});
    auto integrated = clientAt("w3", {"zhao"});
    counter->takeIn(caseA, "licence", "li");
    counter->push();
    Step receive {caseB, Event::Receive, "zhao", Role::IntegratedClerk};
    receive.facts = integrated->receiving("market-licence");
    integrated->write({receive});
    const auto verdict = integrated->push().begin()->second;
    EXPECT_EQ(verdict.positions.size(), 2U); // the department's scope and the window's own
    for (auto* client : {counter.get(), market.get(), integrated.get()}) {
        client->look();
    }
    EXPECT_EQ(counter->fetched(caseB).stage, Stage::Draft);
    EXPECT_EQ(market->fetched(caseA).stage, Stage::Draft);
    EXPECT_EQ(market->fetched(caseB).stage, Stage::Received);
    EXPECT_EQ(integrated->fetched(caseA).stage, Stage::Accepted);
    EXPECT_EQ(integrated->fetched(caseB).stage, Stage::Received);
}

/// Every scope is told from its beginning, each line once and on the one before.
void expectWholeLogs(const HandClient& client) {
    std::map<ScopeId, Seen> ends;
    for (const auto& line : client.lines()) {
        auto& end = ends[line.scope];
        ASSERT_EQ(line.position, end.position + 1) << line.scope.value();
        ASSERT_EQ(line.link, hashText(linkText(end.hash, line))) << line.scope.value();
        end = {line.position, line.link};
    }
}

void expectAdmitted(HandClient& client) {
    for (const auto& [act, verdict] : client.push()) {
        EXPECT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
    }
    client.look();
}

HallFact marketLicence(const std::string& department, int version) {
    return std::make_shared<const Item>(itemOfKind(CaseType::Commitment, "market-licence", department, version));
}

TEST_P(Feed, aRepealedItemTakesNoOpenCaseFromTheWindowsThatReadAll) {
    // No window names the market's department, and it has one item only.
    publish({Window {WindowId("w4"), "四号窗口", false, {healthDepartment}},
        Window {WindowId("w5"), "五号出件窗口", false, {"*"}}});
    auto counter = clientAt("w3", {"zhao"});
    auto results = clientAt("w5", {});
    const auto takeIn = [&](const std::string& stream) {
        Step receive {stream, Event::Receive, "zhao", Role::IntegratedClerk};
        receive.facts = counter->receiving("market-licence");
        counter->write({receive, {stream, Event::Accept, "zhao", Role::IntegratedClerk}});
        expectAdmitted(*counter);
    };
    takeIn(caseA);
    results->look();
    publish({ItemRepealed {ItemId("market-licence")}});
    counter->look();
    counter->write({{caseA, Event::Withdraw, "zhao", Role::IntegratedClerk}});
    expectAdmitted(*counter);
    results->look();
    EXPECT_EQ(results->fetched(caseA).stage, Stage::Withdrawn);
    EXPECT_EQ(clientAt("w5", {})->fetched(caseA).stage, Stage::Withdrawn);
    publish({marketLicence(marketDepartment, 1)});
    counter->look();
    takeIn(caseB);
    results->look();
    EXPECT_EQ(results->fetched(caseB).stage, Stage::Accepted);
    expectWholeLogs(*results);
}

TEST_P(Feed, aDepartmentWhoseItemsWentToAnotherIsStillReadByTheWindowsThatReadAll) {
    auto market = clientAt("w4", {"sun"});
    auto all = clientAt("w3", {});
    market->takeIn(caseA, "market-licence", "sun");
    expectAdmitted(*market);
    publish({marketLicence(healthDepartment, 2)});
    // Nor does a window name it any more; the case stays where it was opened.
    market->write({{caseA, Event::Withdraw, "sun"}});
    expectAdmitted(*market);
    publish({Window {WindowId("w4"), "四号窗口", false, {healthDepartment}}});
    all->look();
    EXPECT_EQ(all->fetched(caseA), market->fetched(caseA));
    EXPECT_EQ(clientAt("w3", {})->fetched(caseA), market->fetched(caseA));
    expectWholeLogs(*all);
}

TEST_P(Feed, aDepartmentThatIsTakenOffAWindowAndPutBackGoesOnWhereItWas) {
    const auto readAtW2 = [&](const std::vector<std::string>& departments) {
        publish({Window {WindowId("w2"), "二号窗口", false, departments}});
    };
    readAtW2({healthDepartment, marketDepartment});
    auto market = clientAt("w4", {"sun"});
    auto reader = clientAt("w2", {});
    market->takeIn(caseA, "market-licence", "sun");
    expectAdmitted(*market);
    reader->look();
    const auto before = reader->fetched(caseA);
    EXPECT_EQ(before.stage, Stage::Accepted);
    readAtW2({healthDepartment});
    reader->look();
    market->write({{caseA, Event::Withdraw, "sun"}});
    market->takeIn(caseB, "market-licence", "sun");
    expectAdmitted(*market);
    EXPECT_FALSE(centre->hasNews(reader->id(), reader->cursor()).value());
    reader->look();
    EXPECT_EQ(reader->fetched(caseA), before);
    readAtW2({healthDepartment, marketDepartment});
    reader->look();
    EXPECT_EQ(reader->fetched(caseA), market->fetched(caseA));
    EXPECT_EQ(reader->fetched(caseB), market->fetched(caseB));
    EXPECT_FALSE(centre->hasNews(reader->id(), reader->cursor()).value());
    expectWholeLogs(*reader);
}

TEST_P(Feed, aSnapshotIsResumableAndEndsInAFeed) {
    auto counter = clientAt("w1", {"li"});
    for (int i = 0; i < 9; ++i) {
        counter->takeIn(caseNumbered(i), "licence", "li");
    }
    counter->push();
    std::string cursor;
    std::map<std::string, std::size_t> acts;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const auto page = centre->snapshot(counter->id(), cursor, 4);
        ASSERT_TRUE(page) << page.error().code;
        for (const auto& item : page->items) {
            if (item.line.kind == LineKind::Joined) {
                EXPECT_EQ(acts.count(item.line.subject), 0U);
                acts[item.line.subject] = item.acts.size();
            }
        }
        cursor = page->cursor;
        more = page->more;
        if (pages == 3) {
            counter->takeIn(caseNumbered(90), "licence", "li");
            counter->push();
        }
    }
    EXPECT_GE(acts.size(), 9U);
    const auto news = centre->feed(counter->id(), cursor, 100);
    ASSERT_TRUE(news) << news.error().code;
    ASSERT_EQ(news->items.size(), 1U);
    EXPECT_EQ(news->items.front().line.kind, LineKind::Admitted);
}

/// Takes pages as a workstation does: an act that it has already is passed over, whoever tells it again.
class PageReader {
public:
    void take(const FeedPage& page) {
        for (const auto& head : page.heads) {
            m_links.try_emplace(head.scope, head.hash);
        }
        for (const auto& item : page.items) {
            if (item.line.scope == ScopeId("hall")) {
                continue;
            }
            if (!item.line.link.empty()) {
                EXPECT_EQ(hashText(linkText(m_links[item.line.scope], item.line)), item.line.link)
                    << "position " << item.line.position;
                m_links[item.line.scope] = item.line.link;
            }
            for (const auto& bytes : item.acts) {
                takeAct(bytes);
            }
        }
    }
    [[nodiscard]] std::map<StreamId, CaseState> states() const { return m_states; }
    [[nodiscard]] int toldAgain() const { return m_toldAgain; }

private:
    void takeAct(const ActBytes& bytes) {
        auto act = parseAct(bytes).value();
        const auto [known, fresh] = m_acts.emplace(act.head.act, bytes.wire());
        EXPECT_EQ(known->second, bytes.wire());
        if (!fresh) {
            ++m_toldAgain;
            return;
        }
        for (std::size_t i = 0; i < act.facts.size(); ++i) {
            auto& state = m_states[act.head.entries[i].stream];
            state = evolve(std::move(state), std::get<Entry>(act.facts[i]));
        }
    }
    std::map<ScopeId, HashText> m_links;
    std::map<ActId, std::string> m_acts;
    std::map<StreamId, CaseState> m_states;
    int m_toldAgain = 0;
};

TEST_P(Feed, whatComesInWhileASnapshotIsReadIsToldAgainAndNothingIsSkipped) {
    auto counter = clientAt("w1", {"li"});
    constexpr int held = 8;
    for (int i = 0; i < held; ++i) {
        counter->takeIn(caseNumbered(10 + i), "licence", "li");
    }
    counter->push();
    counter->look();
    auto reading = clientAt("w1", {});
    PageReader reader;
    std::string cursor;
    int pages = 0;
    int worked = 0;
    // Between two pages a case goes on that was read already or is still to be read, and new ones come on either side
    // of the place that is reached.
    const auto workOn = [&] {
        if (worked < held) {
            counter->write({{caseNumbered(10 + (worked % 2 == 0 ? worked : held - worked)), Event::Withdraw, "li"}});
        }
        counter->takeIn(caseNumbered(worked % 2 == 0 ? worked : 100 + worked), "licence", "li");
        ++worked;
        for (const auto& [act, verdict] : counter->push()) {
            EXPECT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
        }
        counter->look();
    };
    for (bool more = true; more; ++pages) {
        const auto page = centre->snapshot(reading->id(), cursor, 3);
        ASSERT_TRUE(page) << page.error().code;
        reader.take(*page);
        cursor = page->cursor;
        more = page->more;
        workOn();
    }
    for (bool more = true; more;) {
        const auto page = centre->feed(reading->id(), cursor, 2);
        ASSERT_TRUE(page) << page.error().code;
        reader.take(*page);
        cursor = page->cursor;
        more = page->more;
        if (worked < pages + 3) {
            workOn();
            more = true;
        }
    }
    const auto states = reader.states();
    EXPECT_EQ(states.size(), static_cast<std::size_t>(held + worked));
    EXPECT_GT(reader.toldAgain(), 0) << "nothing overlapped: the test shows nothing";
    auto late = clientAt("w1", {});
    for (const auto& [stream, state] : states) {
        EXPECT_EQ(state, late->fetched(stream.value())) << stream.value();
    }
}

CENTRE_TESTS(Feed);

} // namespace
} // namespace yichuang::test
