// SPDX-License-Identifier: GPL-3.0-or-later
// `verify` names the first that was altered, removed or reordered, whoever meddled with the database.
#include "centre_fixture.h"

namespace yichuang::test {
namespace {

class Verify : public CentreTest {
protected:
    Verify() {
        sound = false; // somebody is going to meddle
        counter = clientAt("w1", {"li"});
        for (int i = 0; i < 5; ++i) {
            acts.push_back(counter->takeIn(caseNumbered(i), "licence", "li"));
        }
        counter->push();
        counter->look();
        EXPECT_EQ(firstFault(), "");
    }
    std::string quoted(const ActId& act) const { return "'" + act.value() + "'"; }
    std::unique_ptr<HandClient> counter;
    std::vector<ActId> acts;
    const std::string scope = std::string("dept:") + healthDepartment;
};

TEST_P(Verify, anAlteredBodyIsNamed) {
    const std::string changed = GetParam() == "sqlite"
        ? "UPDATE act SET facts = CAST(replace(CAST(facts AS TEXT), '2018-11-19', '2018-11-12') AS BLOB) WHERE id = "
        : "UPDATE act SET facts = convert_to(replace(convert_from(facts, 'UTF8'), '2018-11-19', '2018-11-12'), 'UTF8')"
          " WHERE id = ";
    ASSERT_TRUE(database.meddle(changed + quoted(acts[2])));
    const auto report = centre->verify({});
    ASSERT_TRUE(report);
    ASSERT_TRUE(report->first);
    EXPECT_EQ(report->first->code, "verify.act_altered");
    EXPECT_EQ(report->first->arguments.at("act"), acts[2].value());
    EXPECT_EQ(report->first->arguments.at("number"), "3");
    EXPECT_EQ(report->first->arguments.at("reason"), "body");
}

TEST_P(Verify, particularsTakenAwayWithoutAnOrderAreNamed) {
    const std::string none = GetParam() == "sqlite" ? "CAST('null' || char(10) || 'null' AS BLOB)"
                                                    : "convert_to('null' || chr(10) || 'null', 'UTF8')";
    ASSERT_TRUE(database.meddle("UPDATE act SET particulars = " + none + " WHERE id = " + quoted(acts[1])));
    EXPECT_NE(firstFault().find("reason=particulars"), std::string::npos) << firstFault();
}

TEST_P(Verify, aMissingLineAndAnAlteredVerdictAreNamed) {
    ASSERT_TRUE(
        database.meddle("UPDATE scope_log SET verdict = 'refused' WHERE position = 4 AND scope = '" + scope + "'"));
    EXPECT_EQ(firstFault().substr(0, 19), "verify.line_altered") << firstFault();
    EXPECT_NE(firstFault().find("position=4"), std::string::npos);
    ASSERT_TRUE(database.meddle("DELETE FROM scope_log WHERE position = 2 AND scope = '" + scope + "'"));
    EXPECT_EQ(firstFault().substr(0, 19), "verify.line_missing") << firstFault();
    EXPECT_NE(firstFault().find("position=2"), std::string::npos);
}

TEST_P(Verify, theLastActDeletedWithItsHeadsIsKnownByAHeadKeptElsewhere) {
    const auto known = counter->heads();
    // Everything that tells of the last act, cut off cleanly, and the head before it put back with its signature.
    std::string head;
    { CentralDatabase other(GetParam()); }
    auto transaction = store->begin(Access::Read).value();
    const auto lines = transaction->lines(ScopeId(scope), 0, 100).value();
    ASSERT_EQ(lines.size(), 5U);
    const auto previous = transaction->actAt("ws:" + counter->id().value(), 4).value().value();
    transaction.reset();
    const std::string last = quoted(acts[4]);
    ASSERT_TRUE(database.meddle("DELETE FROM act WHERE id = " + last + "; DELETE FROM stream_act WHERE act = " + last
        + "; DELETE FROM scope_log WHERE subject = " + last + "; UPDATE scope SET position = 4, hash = '"
        + lines[3].link + "' WHERE id = '" + scope + "'; UPDATE chain SET number = 4, hash = '" + previous.hash + "'"));
    EXPECT_EQ(firstFault().substr(0, 20), "verify.head_unsigned") << firstFault();
    EXPECT_EQ(firstFault(known).substr(0, 16), "verify.head_lost") << firstFault(known);
    EXPECT_NE(firstFault(known).find("position=5"), std::string::npos);
}

TEST_P(Verify, anActTakenOutOfItsChainIsMissed) {
    ASSERT_TRUE(database.meddle("DELETE FROM act WHERE id = " + quoted(acts[3])));
    EXPECT_EQ(firstFault().substr(0, 18), "verify.act_missing") << firstFault();
    EXPECT_NE(firstFault().find("number=4"), std::string::npos);
}

TEST_P(Verify, twoActsSwappedAreNamed) {
    const std::string own = " WHERE scope = '" + scope + "' AND position = ";
    ASSERT_TRUE(database.meddle("UPDATE scope_log SET position = -2" + own + "2; UPDATE scope_log SET position = 2"
        + own + "3; UPDATE scope_log SET position = 3" + own + "-2"));
    EXPECT_EQ(firstFault().substr(0, 19), "verify.line_altered") << firstFault();
    EXPECT_NE(firstFault().find("position=2"), std::string::npos);
}

TEST_P(Verify, twoActsSwappedInTheirChainAreNamed) {
    ASSERT_TRUE(database.meddle("UPDATE act SET number = -2 WHERE id = " + quoted(acts[1])
        + "; UPDATE act SET number = 2 WHERE id = " + quoted(acts[2])
        + "; UPDATE act SET number = 3 WHERE id = " + quoted(acts[1])));
    EXPECT_EQ(firstFault().substr(0, 18), "verify.act_altered") << firstFault();
    EXPECT_NE(firstFault().find("reason=place"), std::string::npos) << firstFault();
}

TEST_P(Verify, aReplacedKeyIsNamed) {
    const auto other = makeSigningKey();
    ASSERT_TRUE(
        database.meddle("UPDATE centre_key SET public_key = '" + other.publicKey + "' WHERE scope = '" + scope + "'"));
    EXPECT_EQ(firstFault().substr(0, 10), "verify.key") << firstFault();
}

TEST_P(Verify, aReplacedKeyOfAPersonIsNamed) {
    const auto registry = centre->registry().value();
    const auto keys = registry->keysOf(PersonId("li"));
    ASSERT_EQ(keys.size(), 1U);
    const auto other = makeSigningKey();
    const std::string from = "'" + keys.front()->publicKey + "', '" + other.publicKey + "'";
    ASSERT_TRUE(database.meddle(GetParam() == "sqlite"
            ? "UPDATE act SET facts = CAST(replace(CAST(facts AS TEXT), " + from + ") AS BLOB)"
            : "UPDATE act SET facts = convert_to(replace(convert_from(facts, 'UTF8'), " + from + "), 'UTF8')"));
    EXPECT_EQ(firstFault().substr(0, 18), "verify.act_altered") << firstFault();
    EXPECT_NE(firstFault().find("origin=centre:hall"), std::string::npos) << firstFault();
}

TEST_P(Verify, aHeadOfAnotherHistoryIsNamed) {
    auto heads = counter->heads();
    ASSERT_FALSE(heads.empty());
    EXPECT_EQ(firstFault(heads), "");
    heads.back().hash = hashText("another history");
    EXPECT_EQ(firstFault(heads).substr(0, 19), "verify.head_differs");
}

TEST_P(Verify, aStreamThatLostAnActIsNamed) {
    ASSERT_TRUE(database.meddle("DELETE FROM stream_act WHERE act = " + quoted(acts[0])));
    EXPECT_EQ(firstFault().substr(0, 21), "verify.stream_altered") << firstFault();
}

CENTRE_TESTS(Verify);

} // namespace
} // namespace yichuang::test
