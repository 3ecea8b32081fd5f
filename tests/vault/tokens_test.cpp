// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/vault/tokens.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <thread>

using namespace yichuang;

namespace {

const Secret& tokenKey() {
    static const Secret key(std::string_view("0123456789abcdef0123456789abcdef"));
    return key;
}

bool found(const SearchSubject& subject, std::string_view typed) {
    const auto tokens = tokensOf(subject, tokenKey());
    const auto query = queryOf(typed, tokenKey());
    return std::any_of(query.alternatives.begin(), query.alternatives.end(), [&](const auto& group) {
        return !group.empty() && std::all_of(group.begin(), group.end(), [&](Token token) {
            return std::binary_search(tokens.begin(), tokens.end(), token);
        });
    });
}

SearchSubject person(std::string name) {
    return {{std::move(name)}, {}, {}, ""};
}

SearchSubject wholeCase() {
    return {{"曾测试", "衡阳市测试商贸有限公司"}, {"40026001234546", "43040019900101001X"}, {"13900001234"},
        "食品经营许可"};
}

} // namespace

TEST(Search, findsASurnameByBothItsReadings) {
    const std::vector<std::array<std::string, 3>> both {{"曾测试", "zcs", "ccs"}, {"单测试", "scs", "dcs"},
        {"仇测试", "qcs", "ccs"}, {"解测试", "xcs", "jcs"}, {"查测试", "zcs", "ccs"}, {"朴测试", "pcs", "pcs"},
        {"区测试", "ocs", "qcs"}};
    for (const auto& [name, surname, everyday] : both) {
        EXPECT_TRUE(found(person(name), surname)) << name << surname;
        EXPECT_TRUE(found(person(name), everyday)) << name << everyday;
        EXPECT_TRUE(found(person(name), surname.substr(0, 2))) << name;
        EXPECT_FALSE(found(person(name), "ycs")) << name;
    }
    EXPECT_TRUE(found(person("朴测试"), "piaoceshi"));
    for (const auto& [name, readings] :
        std::map<std::string, std::vector<std::string>> {{"谌某", {"chenmou", "shenmou"}},
            {"逢某", {"fengmou", "pangmou"}}, {"藏某", {"zangmou", "cangmou"}}, {"薄某", {"bomou", "baomou"}},
            {"黑某", {"heimou", "hemou"}}, {"隗某", {"weimou", "kuimou"}}, {"莘某", {"shenmou", "xinmou"}}}) {
        for (const std::string& reading : readings)
            EXPECT_TRUE(found(person(name), reading)) << name << " as " << reading;
    }
    EXPECT_TRUE(found(person("单测试"), "shanceshi"));
    EXPECT_TRUE(found(person("单测试"), "danceshi"));
}

TEST(Search, readsTheGivenNameAsEverydayEvenAfterASurname) {
    // 解 is xie as a surname only: 曾解 is zeng jie.
    EXPECT_TRUE(found(person("曾解"), "zj"));
    EXPECT_TRUE(found(person("曾解"), "zengjie"));
    EXPECT_TRUE(found(person("曾解"), "cj"));
}

TEST(Search, findsSurnamesOfTwoCharacters) {
    EXPECT_TRUE(found(person("尉迟测试"), "yccs"));
    EXPECT_TRUE(found(person("欧阳测试"), "oycs"));
    EXPECT_TRUE(found(person("欧阳测试"), "欧阳"));
}

TEST(Search, findsWhileTheSyllablesAreBeingTyped) {
    const std::string typed = "zengceshi";
    for (std::size_t length = 1; length <= typed.size(); ++length)
        EXPECT_TRUE(found(person("曾测试"), typed.substr(0, length))) << length;
    EXPECT_FALSE(found(person("曾测试"), "zengcesi"));
    EXPECT_TRUE(found(person("吕测"), "lvce"));
    EXPECT_TRUE(found(person("吕测"), "luce"));
    EXPECT_TRUE(found(person("吕测"), "LVCE"));
}

TEST(Search, findsEveryCharacterAndPairOfAName) {
    EXPECT_TRUE(found(person("曾测试"), "曾"));
    EXPECT_TRUE(found(person("曾测试"), "试"));
    EXPECT_TRUE(found(person("曾测试"), "曾测"));
    EXPECT_TRUE(found(person("曾测试"), "测试"));
    EXPECT_TRUE(found(person("曾测试"), "曾测试"));
    EXPECT_FALSE(found(person("曾测试"), "曾试"));
    EXPECT_FALSE(found(person("曾测试"), "试测"));
    EXPECT_TRUE(found(person("曾测试"), "曾 试"));
}

TEST(Search, findsAMinorityNameWithAnyDot) {
    const std::vector<std::string> dots {"\u00B7", "\u2022", "\u30FB", "\u2027", "\uFF65", "\u22C5", " \u00B7 ", ""};
    for (const std::string& stored : dots) {
        for (const std::string& typed : dots) {
            EXPECT_TRUE(found(person("古丽测" + stored + "艾试"), "古丽测" + typed + "艾试")) << stored << typed;
            EXPECT_TRUE(found(person("古丽测" + stored + "艾试"), "glc" + typed + "as")) << stored << typed;
        }
    }
}

TEST(Search, findsNamesOfRareCharacters) {
    for (const std::string name : {"测䶮", "测㛃", "𠮷测", "测𬱖", "测𰻝", "测﨣", "测", "测䮌"}) {
        EXPECT_TRUE(found(person(name), name)) << name;
        EXPECT_TRUE(found(person(name), "c") || found(person(name), "ce") || name == "𠮷测") << name;
    }
    EXPECT_TRUE(found(person("测𬱖"), "𬱖"));
    EXPECT_FALSE(found(person("测𬱖"), "测𰻝"));
}

TEST(Search, findsLatinNamesByAnyOfTheirWords) {
    EXPECT_TRUE(found(person("John Smith"), "john"));
    EXPECT_TRUE(found(person("John Smith"), "smi"));
    EXPECT_TRUE(found(person("John Smith"), "JOHN SMITH"));
    EXPECT_TRUE(found(person("John Smith"), "ＪＯＨＮ"));
    EXPECT_FALSE(found(person("John Smith"), "mith"));
}

TEST(Search, findsNumbersWholeAndByTheirEndings) {
    const SearchSubject subject = wholeCase();
    EXPECT_TRUE(found(subject, "40026001234546"));
    EXPECT_TRUE(found(subject, "400 26 001 2345 46"));
    EXPECT_TRUE(found(subject, "４００２６００１２３４５４６"));
    EXPECT_TRUE(found(subject, "4546"));
    EXPECT_TRUE(found(subject, "34546"));
    EXPECT_TRUE(found(subject, "01234546"));
    EXPECT_TRUE(found(subject, "001x"));
    EXPECT_TRUE(found(subject, "0101001X"));
    EXPECT_TRUE(found(subject, "43040019900101001x"));
    EXPECT_TRUE(found(subject, "1234")) << "the phone's ending";
    EXPECT_TRUE(found(subject, "13900001234"));
    EXPECT_FALSE(found(subject, "4547"));
    EXPECT_FALSE(found(subject, "4002"));
    EXPECT_FALSE(found(subject, "546"));
}

TEST(Search, findsTheItemByPairsAndInitials) {
    const SearchSubject subject = wholeCase();
    EXPECT_TRUE(found(subject, "食品"));
    EXPECT_TRUE(found(subject, "经营许可"));
    EXPECT_TRUE(found(subject, "spjy"));
    EXPECT_FALSE(found(subject, "许")) << "one character asks for a name";
    EXPECT_FALSE(found(subject, "药品"));
}

TEST(Search, allWordsHaveToMatch) {
    const SearchSubject subject = wholeCase();
    EXPECT_TRUE(found(subject, "曾 食品"));
    EXPECT_TRUE(found(subject, "zcs 4546"));
    EXPECT_TRUE(found(subject, "zcs spjy 1234"));
    EXPECT_FALSE(found(subject, "zcs 4547"));
    EXPECT_FALSE(found(subject, "曾 药品"));
    EXPECT_LE(queryOf("a b c d e f g h i j", tokenKey()).alternatives.size(), 64U);
}

TEST(Search, findsWhileHalfANameIsStillLetters) {
    EXPECT_TRUE(found(person("曾测试"), "曾cs"));
    EXPECT_TRUE(found(person("曾测试"), "曾ceshi"));
    EXPECT_TRUE(found(person("曾测试"), "曾测s"));
    EXPECT_FALSE(found(person("曾测试"), "曾sh"));
    EXPECT_FALSE(found(person("单测试"), "曾cs"));
    EXPECT_FALSE(found(person("曾测试"), "cs曾"));
}

TEST(Search, findsNamesThatBeginWithLetters) {
    EXPECT_TRUE(found(person("KTV娱乐有限公司"), "KTV娱乐"));
    EXPECT_TRUE(found(person("KTV娱乐有限公司"), "ktv娱"));
    EXPECT_TRUE(found(person("KTV娱乐有限公司"), "娱乐"));
    EXPECT_FALSE(found(person("KTV娱乐有限公司"), "KTB娱乐"));
}

TEST(Search, nothingTypedAsksForNothing) {
    for (const std::string typed : {"", " ", "·", "  -  ", "\t"})
        EXPECT_TRUE(queryOf(typed, tokenKey()).alternatives.empty()) << typed;
}

TEST(Search, tokensTellNothingAndDifferByKey) {
    const auto tokens = tokensOf(wholeCase(), tokenKey());
    EXPECT_TRUE(std::is_sorted(tokens.begin(), tokens.end()));
    EXPECT_EQ(std::adjacent_find(tokens.begin(), tokens.end()), tokens.end());
    const Secret other(std::string_view("another key of thirty-two bytes!"));
    const auto others = tokensOf(wholeCase(), other);
    std::vector<Token> common;
    std::set_intersection(tokens.begin(), tokens.end(), others.begin(), others.end(), std::back_inserter(common));
    EXPECT_TRUE(common.empty());
    std::string stored;
    for (const Token token : tokens)
        stored.append(reinterpret_cast<const char*>(&token), sizeof token);
    for (const std::string clear : {"曾", "zcs", "zeng", "4546", "1234", "测试", "食品"})
        EXPECT_EQ(stored.find(clear), std::string::npos);
}

TEST(Search, pinyinIsReadAlikeInEveryThread) {
    const Pinyin expected = pinyinOf("曾测试");
    EXPECT_EQ(expected.initials, (std::vector<std::string> {"zcs", "ccs"}));
    EXPECT_EQ(expected.syllables, (std::vector<std::string> {"zengceshi", "cengceshi"}));
    std::vector<std::thread> threads;
    std::vector<Pinyin> results(4);
    for (std::size_t i = 0; i < results.size(); ++i)
        threads.emplace_back([&results, i] { results[i] = pinyinOf("曾测试"); });
    for (std::thread& thread : threads)
        thread.join();
    for (const Pinyin& pinyin : results)
        EXPECT_EQ(pinyin.initials, expected.initials);
}

TEST(Search, tokensOfACaseCostLittle) {
    const SearchSubject subject = wholeCase();
    (void)tokensOf(subject, tokenKey());
    constexpr int count = 2000;
    const auto start = std::chrono::steady_clock::now();
    std::size_t all = 0;
    for (int i = 0; i < count; ++i)
        all += tokensOf(subject, tokenKey()).size();
    const auto micro
        = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count() / count;
    std::printf("%.1f us for %zu tokens\n", micro, all / count);
    EXPECT_LT(micro, 500) << "far beyond what a shared machine explains";
}
