// SPDX-License-Identifier: GPL-3.0-or-later
// The store itself: schema, faults, and that both databases keep what they are given.
#include <yichuang/kit/central_database.h>

#include <yichuang/centralstore/store.h>

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <filesystem>

namespace yichuang::test {
namespace {

class Store : public testing::TestWithParam<std::string> {
protected:
    Store()
        : database(GetParam()) { }
    CentralDatabase database;
};

ActRow actRow(const std::string& id, std::int64_t number) {
    ActRow row;
    row.id = ActId(id);
    row.chain = "ws:one";
    row.number = number;
    row.hash = "01" + std::string(64, 'a');
    row.verdict = "admitted";
    row.head = "{\"act\":\"测试𠮷\"}";
    row.signature = "{\"signature\":\"01\"}";
    row.facts = "{\"a\":1}\n{\"b\":2}";
    row.particulars = std::string("{\"name\":\"\xff\"}\nnull");
    return row;
}

TEST_P(Store, opensTwiceAndKeepsItsSchema) {
    ASSERT_TRUE(CentralStore::open(database.address()));
    ASSERT_TRUE(CentralStore::open(database.address()));
    ASSERT_TRUE(database.meddle("INSERT INTO schema_version (version) VALUES (99)"));
    const auto newer = CentralStore::open(database.address());
    ASSERT_FALSE(newer);
    EXPECT_EQ(newer.error().code, "store.schema");
    EXPECT_EQ(newer.error().arguments.at("found"), "99");
}

TEST_P(Store, keepsActsByteForByte) {
    const auto store = CentralStore::open(database.address()).value();
    {
        auto transaction = store->begin(Access::Write).value();
        ASSERT_TRUE(transaction->addActs({actRow("a", 1), actRow("b", 2)}));
        ASSERT_TRUE(
            transaction->addStreamActs({{StreamId("case:1"), 1, ActId("a")}, {StreamId("case:1"), 2, ActId("b")}}));
        ASSERT_TRUE(transaction->commit());
    }
    auto transaction = store->begin(Access::Read).value();
    const auto acts = transaction->acts({ActId("a"), ActId("b"), ActId("c")}).value();
    ASSERT_EQ(acts.size(), 2U);
    const auto& act = acts.at(ActId("a"));
    EXPECT_EQ(act.head, actRow("a", 1).head);
    EXPECT_EQ(act.particulars, actRow("a", 1).particulars);
    const auto bytes = act.bytes();
    ASSERT_EQ(bytes.bodies.size(), 2U);
    EXPECT_EQ(bytes.bodies[1].facts, "{\"b\":2}");
    EXPECT_FALSE(bytes.bodies[1].particulars);
    const auto streams = transaction->actsOfStreams({StreamId("case:1")}).value();
    EXPECT_EQ(streams.at(StreamId("case:1")).size(), 2U);
}

TEST_P(Store, whatWasNotCommittedIsNotThere) {
    const auto store = CentralStore::open(database.address()).value();
    {
        auto transaction = store->begin(Access::Write).value();
        ASSERT_TRUE(transaction->addActs({actRow("a", 1)}));
    }
    auto transaction = store->begin(Access::Write).value();
    EXPECT_TRUE(transaction->acts({ActId("a")}).value().empty());
    ASSERT_TRUE(transaction->addActs({actRow("a", 1)}));
    const auto twice = transaction->addActs({actRow("b", 1)});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, "store.duplicate");
}

TEST_P(Store, failsCleanlyAtEveryStatement) {
    // The n-th statement fails, for n = 0, 1, 2 … until a run is clean; nothing is half there.
    int countdown = 0;
    StoreOptions options;
    options.probe = [&](std::string_view) -> Result<void> {
        return countdown-- == 0 ? failure("store.unavailable") : Result<void> {};
    };
    countdown = -1;
    const auto store = CentralStore::open(database.address(), options).value();
    bool clean = false;
    for (int n = 0; n < 50 && !clean; ++n) {
        countdown = n;
        auto transaction = store->begin(Access::Write);
        bool done = transaction.has_value();
        done = done && (*transaction)->lockChains({"ws:one"}).has_value();
        done = done && (*transaction)->lockScopes({ScopeId("dept:a"), ScopeId("hall")}).has_value();
        done = done && (*transaction)->addActs({actRow("a", 1)}).has_value();
        done = done && (*transaction)->writeChains({{"ws:one", 1, "x", 0, 0}}).has_value();
        done = done && (*transaction)->commit().has_value();
        transaction = failure("closed");
        countdown = -1;
        auto look = store->begin(Access::Read).value();
        EXPECT_EQ(look->acts({ActId("a")}).value().size(), done ? 1U : 0U);
        clean = done;
    }
    EXPECT_TRUE(clean);
}

TEST_P(Store, numbersOfAYearAreTakenOnceAndEnd) {
    const auto store = CentralStore::open(database.address()).value();
    auto transaction = store->begin(Access::Write).value();
    EXPECT_EQ(transaction->takeSerials("400", 2026, 200).value(), 1);
    EXPECT_EQ(transaction->takeSerials("400", 2026, 200).value(), 201);
    EXPECT_EQ(transaction->takeSerials("400", 2027, 9'999'999).value(), 1);
    EXPECT_FALSE(transaction->takeSerials("400", 2027, 1).value());
}

TEST_P(Store, contactsKeepTheLatestWordThatMatters) {
    const auto store = CentralStore::open(database.address()).value();
    auto transaction = store->begin(Access::Write).value();
    const WorkstationId one("one");
    ASSERT_TRUE(transaction->writeContact({one, 0, 100}, 0));
    ASSERT_TRUE(transaction->writeContact({one, 5, 200}, 3));
    ASSERT_TRUE(transaction->writeContact({one, 5, 150}, 3));
    auto contacts = transaction->contactsOf(one).value();
    ASSERT_EQ(contacts.size(), 2U);
    EXPECT_EQ(contacts[1].at, 200);
    ASSERT_TRUE(transaction->writeContact({one, 7, 300}, 6));
    contacts = transaction->contactsOf(one).value();
    ASSERT_EQ(contacts.size(), 2U);
    EXPECT_EQ(contacts[0].written, 5);
    EXPECT_EQ(contacts[1].written, 7);
}

TEST_P(Store, anAddressOfNoDatabaseIsToldAsSuch) {
    EXPECT_EQ(CentralStore::open("mysql://x").error().code, "store.address");
    EXPECT_EQ(CentralStore::open("sqlite:").error().code, "store.address");
    EXPECT_EQ(CentralStore::open("sqlite:/nowhere/at/all.db").error().code, "store.unavailable");
    EXPECT_EQ(CentralStore::open("postgresql:///x?host=/nowhere").error().code, "store.unavailable");
}

TEST(SealingKey, standsInAFileThatNobodyElseReads) {
    const CentralDatabase database("sqlite");
    const auto store = CentralStore::open(database.address()).value();
    const auto key = store->sealingKey();
    ASSERT_TRUE(key);
    struct stat file {};
    ASSERT_EQ(stat((database.folder() + "/centre.db.key").c_str(), &file), 0);
    EXPECT_EQ(file.st_mode & 0777U, 0600U);
    const auto again = CentralStore::open(database.address()).value()->sealingKey();
    EXPECT_EQ(hexOf(again->bytes()), hexOf(key->bytes()));
}

INSTANTIATE_TEST_SUITE_P(, Store, testing::ValuesIn(centralDatabaseKinds()),
    [](const testing::TestParamInfo<std::string>& one) { return one.param; });

} // namespace
} // namespace yichuang::test
