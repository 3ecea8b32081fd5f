// SPDX-License-Identifier: GPL-3.0-or-later
// Who an applicant is: found by a full number, the newest case first, and every reading written down.
#include "centre_fixture.h"

#include <set>
#include <thread>

namespace yichuang::test {
namespace {

const std::string number = "430400198503120011";
const std::string otherNumber = "43040019900101001X";
const std::string creditCode = "91430400MA00000A9Q";

std::string personNamed(
    const std::string& name, const std::string& idNumber = number, const std::string& more = std::string()) {
    return R"({"kind":"person","name":")" + name + R"(","id_kind":"resident_id","id_number":")" + idNumber
        + R"(","phone":"13900000000","address":"某路8号","identity_checked":true)" + more + "}";
}

class Applicants : public CentreTest {
protected:
    void SetUp() override { counter = clientAt("w1", {"li"}); }

    void takeIn(const std::string& stream, const std::string& applicant) {
        Step step {stream, Event::Receive, "li"};
        step.facts = counter->receiving("licence");
        step.particulars = {{"applicant", applicant}, {"summary", "某人"}};
        const auto act = counter->write({step});
        const auto verdicts = counter->push();
        ASSERT_EQ(verdicts.at(act).verdict, Verdict::Admitted) << verdicts.at(act).reason;
        counter->look();
    }
    void amend(const std::string& stream, const std::string& field, const std::string& value) {
        Step step {stream, Event::Amend, "li"};
        step.facts.field = field;
        step.facts.reasonGiven = true;
        step.facts.approvedBy = PersonId("chen");
        step.particulars = {{"value", value}, {"reason", "笔误"}};
        const auto act = counter->write({step});
        const auto verdicts = counter->push();
        ASSERT_EQ(verdicts.at(act).verdict, Verdict::Admitted) << verdicts.at(act).reason;
        counter->look();
    }
    [[nodiscard]] Result<ApplicantAnswer> ask(const std::string& idNumber = number,
        const std::string& kind = "resident_id", const std::string& purpose = "intake: licence") {
        return centre->readApplicant(PersonId("li"), counter->id(), {kind, idNumber, purpose});
    }
    [[nodiscard]] std::string nameFor(const std::string& idNumber, const std::string& kind = "resident_id") {
        const auto answer = ask(idNumber, kind);
        return answer ? answer->name : answer.error().code;
    }
    [[nodiscard]] std::vector<ApplicantReading> readings(std::int64_t since = 0, const std::string& person = {}) const {
        std::vector<ApplicantReading> all;
        const auto read = centre->eachReading(
            since, PersonId(person), [&](const ApplicantReading& reading) { all.push_back(reading); });
        EXPECT_TRUE(read);
        return all;
    }
    /// As a database of the release before this one was.
    void makeOld() {
        store.reset();
        centre.reset();
        ASSERT_TRUE(database.meddle("DROP TABLE applicant; DROP TABLE reading;"
                                    " DELETE FROM schema_version WHERE version = 2;"
                                    " DELETE FROM setting WHERE name = 'applicants_indexed'"));
        store = CentralStore::open(database.address()).value();
        centre = std::make_unique<Centre>(store, clock);
        counter.reset();
    }

    std::unique_ptr<HandClient> counter;
};

TEST_P(Applicants, theNewestCaseSaysWhoItIs) {
    EXPECT_EQ(nameFor(number), "applicant.unknown");
    takeIn(caseA, personNamed("测试甲"));
    tomorrow();
    takeIn(caseB, personNamed("测试甲新"));
    const auto answer = ask();
    ASSERT_TRUE(answer) << answer.error().code;
    EXPECT_EQ(*answer, (ApplicantAnswer {"person", "测试甲新", "13900000000", "某路8号", "", "2018-11-20"}));
    EXPECT_EQ(nameFor(otherNumber), "applicant.unknown");
}

TEST_P(Applicants, aNumberIsTheSameHoweverItIsSpelled) {
    takeIn(caseA, personNamed("测试甲", "４３０４００ 19900101 001x"));
    EXPECT_EQ(nameFor("430400-19900101-001X"), "测试甲");
    EXPECT_EQ(nameFor("43040019900101001x"), "测试甲");
}

TEST_P(Applicants, anOrganisationIsKnownWithItsRepresentative) {
    takeIn(caseA,
        R"({"kind":"organisation","name":"测试公司","id_kind":"uscc","id_number":")" + creditCode
            + R"(","phone":"07341234567","address":"某路9号","legal_representative":"测试乙"})");
    const auto answer = ask(creditCode, "uscc");
    ASSERT_TRUE(answer) << answer.error().code;
    EXPECT_EQ(answer->kind, "organisation");
    EXPECT_EQ(answer->legalRepresentative, "测试乙");
}

TEST_P(Applicants, whoActsForSomebodyIsNotFound) {
    takeIn(caseA,
        personNamed("测试甲", number,
            R"(,"agent":{"name":"测试丙","id_kind":"resident_id","id_number":")" + otherNumber
                + R"("},"guardian":{"name":"测试丁","id_kind":"resident_id","id_number":")" + otherNumber + R"("})"));
    EXPECT_EQ(nameFor(number), "测试甲");
    EXPECT_EQ(nameFor(otherNumber), "applicant.unknown");
}

TEST_P(Applicants, aNumberThatWasAmendedIsFoundAndTheWrongOneNoLonger) {
    takeIn(caseA, personNamed("测试戊", number));
    tomorrow();
    takeIn(caseB, personNamed("测试甲", number));
    EXPECT_EQ(nameFor(number), "测试甲");
    amend(caseB, "applicant.id_number", otherNumber);
    amend(caseB, "applicant.phone", "13911112222");
    const auto answer = ask(otherNumber);
    ASSERT_TRUE(answer) << answer.error().code;
    EXPECT_EQ(answer->name, "测试甲");
    EXPECT_EQ(answer->phone, "13911112222");
    // The older case did bear that number.
    EXPECT_EQ(nameFor(number), "测试戊");
}

TEST_P(Applicants, anErasedApplicantIsUnknown) {
    takeIn(caseA, personNamed("测试甲"));
    ASSERT_EQ(nameFor(number), "测试甲");
    const auto receive = counter->lastEntry(caseA).value();
    ASSERT_TRUE(centre->erase(StreamId(caseA), {receive}, {{"reason", "依令删除"}}));
    EXPECT_EQ(nameFor(number), "applicant.unknown");
    auto transaction = store->begin(Access::Read).value();
    EXPECT_TRUE(transaction->openedCases(StreamId(), 10)->size() == 1);
    for (const auto& reading : readings()) {
        EXPECT_TRUE(transaction->casesOfApplicant(reading.applicant, 10)->empty());
    }
}

TEST_P(Applicants, whatIsNoFullNumberOrHasNoPurposeIsNotRead) {
    takeIn(caseA, personNamed("测试甲"));
    const auto said = [&](const Result<ApplicantAnswer>& answer) {
        if (answer) {
            return std::string("answered");
        }
        const auto reason = answer.error().arguments.find("reason");
        return answer.error().code + (reason == answer.error().arguments.end() ? "" : " " + reason->second);
    };
    EXPECT_EQ(said(ask("430400198503120012")), "applicant.number check_digit");
    EXPECT_EQ(said(ask("4304001985")), "applicant.number length");
    EXPECT_EQ(said(ask("13900000000", "phone")), "applicant.number kind");
    EXPECT_EQ(said(ask(number, "")), "applicant.number kind");
    EXPECT_EQ(said(ask(number, "resident_id", "")), "applicant.purpose");
    EXPECT_EQ(said(ask(number, "resident_id", "   ")), "applicant.purpose");
    EXPECT_EQ(said(ask(number, "resident_id", "a\nb")), "applicant.purpose");
    EXPECT_EQ(said(ask(number, "resident_id", std::string(201, 'a'))), "applicant.purpose");
    EXPECT_TRUE(readings().empty());
}

TEST_P(Applicants, everyReadingIsWrittenDownFoundOrNot) {
    takeIn(caseA, personNamed("测试甲"));
    ASSERT_TRUE(ask());
    const auto evening = clock.milliseconds();
    tomorrow();
    EXPECT_EQ(nameFor(otherNumber), "applicant.unknown");
    ASSERT_TRUE(centre->readApplicant(PersonId("wang"), counter->id(), {"resident_id", number, "intake: on_the_spot"}));
    const auto all = readings();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].person, PersonId("li"));
    EXPECT_EQ(all[0].window, WindowId("w1"));
    EXPECT_EQ(all[0].workstation, counter->id());
    EXPECT_EQ(all[0].purpose, "intake: licence");
    EXPECT_EQ(all[0].at, evening);
    EXPECT_TRUE(all[0].found);
    EXPECT_FALSE(all[1].found);
    EXPECT_EQ(all[2].applicant, all[0].applicant);
    EXPECT_NE(all[1].applicant, all[0].applicant);
    EXPECT_EQ(readings(evening + 1).size(), 2U);
    EXPECT_EQ(readings(0, "wang").size(), 1U);
}

TEST_P(Applicants, noMoreThanSixtyInAMinuteByOnePerson) {
    takeIn(caseA, personNamed("测试甲"));
    for (int round = 0; round < 60; ++round) {
        ASSERT_TRUE(ask());
        clock.advance(std::chrono::milliseconds(100));
    }
    const auto refused = ask();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "applicant.too_often");
    EXPECT_EQ(refused.error().arguments.at("seconds"), "54");
    EXPECT_TRUE(centre->readApplicant(PersonId("wang"), counter->id(), {"resident_id", number, "intake: licence"}));
    clock.advance(std::chrono::seconds(54));
    EXPECT_TRUE(ask());
    EXPECT_FALSE(ask()) << "the second of the sixty is not a minute old yet";
    EXPECT_EQ(readings(0, "li").size(), 61U);
}

TEST_P(Applicants, readingsOfTwoAtATimeAreAllNumbered) {
    takeIn(caseA, personNamed("测试甲"));
    // Whoever reads has signed in, so she has an account, whose lock puts her readings in a row.
    ASSERT_TRUE(centre->setPassword(PersonId("li"), "yichuang-1"));
    const auto askOften = [&] {
        for (int round = 0; round < 20; ++round) {
            const auto answer = ask();
            EXPECT_TRUE(answer) << answer.error().code << ": " << answer.error().detail;
        }
    };
    std::thread other(askOften);
    askOften();
    other.join();
    EXPECT_EQ(readings().size(), 40U);
}

TEST_P(Applicants, aReadingThatWasTakenOutOrChangedIsTold) {
    takeIn(caseA, personNamed("测试甲"));
    for (int round = 0; round < 3; ++round) {
        ASSERT_TRUE(ask());
    }
    EXPECT_EQ(firstFault(), "");
    ASSERT_TRUE(database.meddle("UPDATE reading SET purpose = 'another' WHERE number = 2"));
    EXPECT_EQ(firstFault(), "verify.reading_altered number=2 person=li");
    ASSERT_TRUE(database.meddle("DELETE FROM reading WHERE number = 2"));
    EXPECT_EQ(firstFault(), "verify.reading_altered number=2 person=li");
    sound = false;
}

TEST_P(Applicants, aDatabaseOfTheReleaseBeforeIsBroughtIntoTheIndex) {
    takeIn(caseA, personNamed("测试甲"));
    takeIn(caseB, personNamed("测试乙", otherNumber));
    amend(caseB, "applicant.name", "测试乙改");
    const auto machine = counter->id();
    makeOld();
    const auto before = centre->readApplicant(PersonId("li"), machine, {"resident_id", number, "intake: licence"});
    ASSERT_FALSE(before);
    EXPECT_EQ(before.error().code, "applicant.unknown");
    EXPECT_EQ(centre->indexApplicants().value(), 2);
    EXPECT_EQ(centre->indexApplicants().value(), 0);
    const auto name = [&](const std::string& idNumber) {
        const auto answer
            = centre->readApplicant(PersonId("li"), machine, {"resident_id", idNumber, "intake: licence"});
        return answer ? answer->name : answer.error().code;
    };
    EXPECT_EQ(name(number), "测试甲");
    EXPECT_EQ(name(otherNumber), "测试乙改");
    // What another instance began is gone on with, and never done twice.
    Centre second(store, clock);
    EXPECT_EQ(second.indexApplicants().value(), 0);
}

TEST_P(Applicants, manyCasesAreIndexedPageByPageBesideNewOnes) {
    constexpr int many = 1'003;
    for (int i = 0; i < many; ++i) {
        Step step {caseNumbered(i), Event::Receive, "li"};
        step.facts = counter->receiving("licence");
        step.particulars = {{"applicant", personNamed("测试" + std::to_string(i))}};
        counter->write({step});
    }
    for (const auto& [act, verdict] : counter->push()) {
        ASSERT_EQ(verdict.verdict, Verdict::Admitted) << verdict.reason;
    }
    makeOld();
    counter = clientAt("w1", {"li"});
    takeIn(caseB, personNamed("新来", otherNumber));
    EXPECT_EQ(nameFor(otherNumber), "新来");
    EXPECT_EQ(centre->indexApplicants().value(), many + 1);
    EXPECT_EQ(nameFor(number), "测试" + std::to_string(many - 1));
}

CENTRE_TESTS(Applicants);

} // namespace
} // namespace yichuang::test
