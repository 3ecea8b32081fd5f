// SPDX-License-Identifier: GPL-3.0-or-later
// The last door before the log: what its readers would refuse is not written, whoever asks for it.
#include <yichuang/kit/central_database.h>
#include <yichuang/kit/hand_client.h>

#include <yichuang/centralstore/store.h>

#include <gtest/gtest.h>

namespace yichuang::test {
namespace {

class UnreadableFacts : public testing::TestWithParam<std::string> {
protected:
    UnreadableFacts()
        : database(GetParam())
        , clock(startOfDayInShanghai(parseIsoDate("2018-11-19").value()) + std::chrono::hours(9))
        , store(CentralStore::open(database.address()).value())
        , centre(store, clock) {
        furnish(centre);
    }

    CentralDatabase database;
    SetClock clock;
    std::shared_ptr<CentralStore> store;
    Centre centre;
};

TEST_P(UnreadableFacts, areRefusedAndTheRegistryStaysReadable) {
    Person nameless {PersonId("lisi"), "\xC0\xEE", "公安局", {Role::WindowClerk}, false};
    Person withoutId {PersonId(""), "李四", "公安局", {Role::WindowClerk}, false};
    Person withLongId {PersonId(std::string(300, 'a')), "李四", "公安局", {Role::WindowClerk}, false};
    CalendarYear year = provisionalYear(2098);
    year.days.front().name = "\xB9\xFA";
    auto item = std::make_shared<Item>(**(*centre.registry())->itemsInForce().begin());
    item->id = ItemId(std::string(300, 'x'));
    const Person good {PersonId("lisi"), "李四", "公安局", {Role::WindowClerk}, false};
    for (const HallFact& fact : std::vector<HallFact> {nameless, withoutId, withLongId, year, item}) {
        const auto report = centre.write({good, fact});
        ASSERT_FALSE(report) << streamOf(fact).value().substr(0, 20);
        EXPECT_EQ(report.error().code, "hall.unreadable");
        const auto registry = centre.registry();
        ASSERT_TRUE(registry) << registry.error().code;
        EXPECT_EQ((*registry)->person(good.id), nullptr) << "nothing of such an import is written";
    }
    // Another instance has nothing in its memory.
    Centre other(store, clock);
    EXPECT_TRUE(other.registry());
    const auto taken = centre.write({good});
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->written, 1);
    const auto sound = centre.verify({});
    ASSERT_TRUE(sound);
    EXPECT_FALSE(sound->first);
}

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, UnreadableFacts, testing::ValuesIn(centralDatabaseKinds()),
    [](const testing::TestParamInfo<std::string>& kind) { return kind.param; });

} // namespace
} // namespace yichuang::test
