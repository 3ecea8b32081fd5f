// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes that wait at the same time share a transaction (acts.md "Locks").
#include "centre_fixture.h"

#include "push_queue.h"

#include <atomic>
#include <latch>
#include <mutex>
#include <thread>

namespace yichuang::test {
namespace {

std::unique_ptr<WaitingPush> pushOf(const std::string& workstation, std::size_t acts) {
    auto push = std::make_unique<WaitingPush>();
    push->batch.by = WorkstationId(workstation);
    push->batch.acts.resize(acts);
    return push;
}

std::vector<std::string> namesOf(const std::vector<WaitingPush*>& together) {
    std::vector<std::string> names;
    for (const auto* push : together) {
        names.push_back(push->batch.by.value());
    }
    return names;
}

/// Pushes of several threads behind two that are held up, until all of them wait.
class HeldUpQueue {
public:
    using Verdict = std::function<Result<void>(const std::vector<std::string>& names)>;
    explicit HeldUpQueue(Verdict verdict)
        : m_verdict(std::move(verdict)) { }

    std::map<std::string, Result<PushAnswer>> run(const std::vector<std::pair<std::string, std::size_t>>& waiting) {
        std::latch held(2);
        std::latch free(1);
        const auto work = [&](const std::vector<WaitingPush*>& together) -> Result<void> {
            const auto names = namesOf(together);
            if (names.front().starts_with("held")) {
                held.count_down();
                free.wait();
                return {};
            }
            const std::lock_guard lock(m_mutex);
            tries.push_back(names);
            return m_verdict(names);
        };
        std::map<std::string, Result<PushAnswer>> answers;
        std::vector<std::thread> threads;
        const auto push = [&](const std::string& name, std::size_t acts) {
            threads.emplace_back([&, name, acts] {
                auto own = pushOf(name, acts);
                auto answer = m_queue.push(*own, work);
                const std::lock_guard lock(m_mutex);
                answers.emplace(name, std::move(answer));
            });
        };
        push("held-1", 1);
        push("held-2", 1);
        held.wait();
        for (const auto& [name, acts] : waiting) {
            push(name, acts);
            while (m_queue.waiting() < threads.size() - 2) {
                std::this_thread::yield(); // in this order, and all of them behind the two
            }
        }
        free.count_down();
        for (auto& thread : threads) {
            thread.join();
        }
        return answers;
    }
    std::vector<std::vector<std::string>> tries; ///< who was tried together, in order

private:
    PushQueue m_queue;
    Verdict m_verdict;
    std::mutex m_mutex;
};

TEST(PushesThatWait, shareATransaction) {
    HeldUpQueue queue([](const auto&) { return Result<void> {}; });
    const auto answers = queue.run({{"a", 200}, {"b", 200}, {"c", 100}});
    ASSERT_EQ(queue.tries.size(), 1U);
    EXPECT_EQ(queue.tries.front(), (std::vector<std::string> {"a", "b", "c"}));
    EXPECT_EQ(answers.size(), 5U);
    for (const auto& [name, answer] : answers) {
        EXPECT_TRUE(answer) << name;
    }
}

TEST(PushesThatWait, areAtMostFiveHundredActsTogether) {
    HeldUpQueue queue([](const auto&) { return Result<void> {}; });
    (void)queue.run({{"a", 300}, {"b", 201}, {"c", 100}});
    ASSERT_EQ(queue.tries.size(), 2U);
    const std::set<std::vector<std::string>> tried(queue.tries.begin(), queue.tries.end());
    EXPECT_EQ(tried, (std::set<std::vector<std::string>> {{"a"}, {"b", "c"}}));
}

TEST(PushesThatWait, areTriedAloneIfTheirTransactionFails) {
    HeldUpQueue queue([](const std::vector<std::string>& names) -> Result<void> {
        if (std::find(names.begin(), names.end(), "b") != names.end()) {
            return failure("store.failed");
        }
        return {};
    });
    const auto answers = queue.run({{"a", 1}, {"b", 1}, {"c", 1}});
    EXPECT_EQ(queue.tries, (std::vector<std::vector<std::string>> {{"a", "b", "c"}, {"a"}, {"b"}, {"c"}}));
    EXPECT_TRUE(answers.at("a"));
    EXPECT_TRUE(answers.at("c"));
    ASSERT_FALSE(answers.at("b"));
    EXPECT_EQ(answers.at("b").error().code, "store.failed");
}

TEST(PushesThatWait, hearOfAFaultInTheWorkToo) {
    HeldUpQueue queue([](const std::vector<std::string>&) -> Result<void> { throw std::runtime_error("fell over"); });
    const auto answers = queue.run({{"a", 1}, {"b", 1}});
    EXPECT_EQ(answers.at("a").error().code, "store.failed");
    EXPECT_EQ(answers.at("b").error().code, "store.failed");
}

/// A counter sends batch behind batch: the second may be read first, and its acts come after the first one's all the
/// same.
TEST(PushesOfOneWorkstation, keepTheOrderOfTheirNumbersAndWaitForTheOneBefore) {
    PushQueue queue;
    std::latch held(1);
    std::latch free(1);
    std::mutex mutex;
    std::vector<std::vector<std::int64_t>> tries;
    const auto work = [&](const std::vector<WaitingPush*>& together) -> Result<void> {
        std::vector<std::int64_t> firsts;
        for (const auto* push : together) {
            firsts.push_back(push->batch.acts.front().act.head.number);
        }
        {
            const std::lock_guard lock(mutex);
            tries.push_back(firsts);
        }
        if (firsts.front() == 1) {
            held.count_down();
            free.wait();
        }
        return {};
    };
    std::vector<std::thread> threads;
    const auto push = [&](std::int64_t first) {
        threads.emplace_back([&, first] {
            auto own = pushOf("a", 200);
            own->batch.acts.front().act.head.number = first;
            EXPECT_TRUE(queue.push(*own, work));
        });
    };
    push(1);
    held.wait();
    push(401);
    while (queue.waiting() < 1) {
        std::this_thread::yield();
    }
    push(201);
    while (queue.waiting() < 2) {
        std::this_thread::yield();
    }
    free.count_down();
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(tries, (std::vector<std::vector<std::int64_t>> {{1}, {201, 401}}));
}

TEST(PushesOfOneWorkstation, waitForAnotherOnItsWayAndForNobodyElse) {
    PushQueue queue;
    const PushQueue::Passage ahead(queue, WorkstationId("a"));
    EXPECT_FALSE(ahead.waitForOther());
    auto behind = std::make_unique<PushQueue::Passage>(queue, WorkstationId("a"));
    const PushQueue::Passage other(queue, WorkstationId("b"));
    EXPECT_FALSE(other.waitForOther());
    std::thread waiting([&] { EXPECT_TRUE(ahead.waitForOther()); });
    behind.reset(); // answered before the other looks, or while it waits
    waiting.join();
    const PushQueue::Passage later(queue, WorkstationId("a"));
    EXPECT_FALSE(other.waitForOther());
}

using Together = CentreTest;

/// Twelve counters push at the same moment, again and again, one of them what no honest workstation sends.
TEST_P(Together, everyCounterGetsItsOwnVerdictsHeadsAndChain) {
    constexpr int counters = 12;
    constexpr int rounds = 6;
    std::vector<std::unique_ptr<HandClient>> clients;
    for (int i = 0; i < counters; ++i) {
        clients.push_back(clientAt("w1", {"li"}));
    }
    int serial = 0;
    for (int round = 0; round < rounds; ++round) {
        std::vector<std::vector<ActId>> written(clients.size());
        for (std::size_t i = 0; i < clients.size(); ++i) {
            for (int n = 0; n <= static_cast<int>(i) % 3; ++n) {
                written[i].push_back(clients[i]->takeIn(caseNumbered(++serial), "licence", "li"));
            }
        }
        const bool forging = round % 2 == 0;
        if (forging) {
            forge(clients.front()->outbox().front());
        }
        std::vector<std::map<ActId, ActVerdict>> verdicts(clients.size());
        std::latch together(counters);
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < clients.size(); ++i) {
            threads.emplace_back([&, i] {
                together.arrive_and_wait();
                verdicts[i] = clients[i]->push();
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        for (std::size_t i = 0; i < clients.size(); ++i) {
            ASSERT_EQ(verdicts[i].size(), written[i].size());
            for (const auto& act : written[i]) {
                EXPECT_EQ(verdicts[i].at(act).verdict, i == 0 && forging ? Verdict::BadAct : Verdict::Admitted)
                    << verdicts[i].at(act).reason;
            }
            const auto chain = centre->chain(clients[i]->id());
            ASSERT_TRUE(chain);
            EXPECT_EQ(clients[i]->answer().chainNumber, chain->number);
            EXPECT_EQ(clients[i]->answer().chainHash, chain->hash);
            if (!(i == 0 && forging)) {
                // Whose acts were all bad moved no head: he hears of one only if others' acts came along with his.
                EXPECT_FALSE(clients[i]->answer().heads.empty());
            }
        }
    }
    auto reader = clientAt("w2", {});
    for (int n = 2; n <= serial; ++n) {
        const auto stage = reader->fetched(caseNumbered(n)).stage;
        EXPECT_TRUE(stage == Stage::Accepted || stage == Stage::Draft) << n;
    }
}

CENTRE_TESTS(Together);

} // namespace
} // namespace yichuang::test
