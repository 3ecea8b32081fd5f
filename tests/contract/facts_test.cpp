// SPDX-License-Identifier: GPL-3.0-or-later
#include "acts_for_tests.h"

#include <gtest/gtest.h>

#include <memory>

using namespace yichuang;
using namespace yichuang::test;

namespace {

CivilDate day(int month, unsigned dayOfMonth) {
    return std::chrono::year {2018} / month / static_cast<int>(dayOfMonth);
}

SetFacts fullSet() {
    SetFacts set;
    set.dayZero = day(11, 19);
    set.promised = Limit {3, LimitUnit::Workday};
    set.statutory = Limit {20, LimitUnit::CalendarDay};
    set.promisedDue = day(11, 22);
    set.statutoryDue = day(12, 10);
    set.windowEnd = day(11, 26);
    set.periodEnd = day(12, 31);
    set.toleranceDue = day(12, 3);
    set.deliveryDue = day(12, 4);
    set.calendarVersion = "2018.1,2019.1p";
    set.stopsClock = true;
    set.provisional = true;
    set.caseType = CaseType::Commitment;
    set.feeFen = 9007199254740993; // more than a double holds
    return set;
}

/// Every member of CommandFacts that this event carries is filled by reading a line of all of them, one after the
/// other.
struct Sample {
    Event event;
    CommandFacts facts;
};

std::vector<Sample> samples() {
    std::vector<Sample> list;
    const auto add = [&](Event event, auto fill) {
        Sample sample {event, {}};
        fill(sample.facts);
        list.push_back(std::move(sample));
    };
    add(Event::Receive, [](CommandFacts& f) {
        f.identityChecked = f.itemInForce = f.simulated = true;
        f.caseNo = "40018000000139";
        f.item = ItemId("SAMPLE-001");
        f.itemVersion = 3;
        f.window = WindowId("w3");
    });
    add(Event::FixOnSpot, [](CommandFacts& f) { f.curable = true; });
    add(Event::RequestCorrection, [](CommandFacts& f) {
        f.fullList = true;
        f.defects = {1, 5};
        f.periodDays = 15;
    });
    add(Event::DeemAccepted, [](CommandFacts&) { });
    add(Event::Resubmit, [](CommandFacts& f) { f.supplied = {5}; });
    add(Event::Accept, [](CommandFacts& f) {
        f.inScope = f.properForm = true;
        f.missing = {2};
        f.commit = Commit {true, {2}};
    });
    add(Event::AcceptTolerant, [](CommandFacts& f) {
        f.inScope = f.properForm = f.promiseSigned = f.badCredit = true;
        f.missing = {2, 3};
    });
    add(Event::RefuseAcceptance, [](CommandFacts& f) { f.ground = "not_competent"; });
    add(Event::CorrectionLapsed, [](CommandFacts& f) {
        f.confirmedBy = PersonId("li");
        f.confirmedByRole = Role::WindowClerk;
    });
    add(Event::StartReview, [](CommandFacts&) { });
    add(Event::StartSpecial, [](CommandFacts& f) {
        f.kind = "听证";
        f.daysNeeded = 20;
        f.basis = "行政许可法第四十五条"; // the law itself writes it into the request
    });
    add(Event::EndSpecial, [](CommandFacts& f) { f.resultOnFile = true; });
    add(Event::Suspend, [](CommandFacts& f) { f.basis = "工伤保险条例20"; });
    add(Event::Resume, [](CommandFacts&) { });
    add(Event::Extend, [](CommandFacts& f) {
        f.days = 10;
        f.headApproved = true;
    });
    add(Event::SubmitOpinion, [](CommandFacts& f) {
        f.opinionGiven = f.siteCheck = true;
        f.opinionVerdict = "grant";
        f.opinionDate = day(11, 20);
        f.officers = {PersonId("a"), PersonId("b")};
    });
    add(Event::SendBack, [](CommandFacts& f) { f.reasonGiven = true; });
    add(Event::Grant, [](CommandFacts&) { });
    add(Event::Refuse, [](CommandFacts& f) { f.reasonGiven = f.remediesGiven = true; });
    add(Event::DecideOnSpot, [](CommandFacts& f) {
        f.inScope = f.properForm = true;
        f.decisionResult = "grant";
        f.commit = Commit {false, {}};
    });
    add(Event::CompleteTolerance, [](CommandFacts& f) {
        f.supplied = {2};
        f.reasonGiven = true;
    });
    add(Event::ToleranceLapsed, [](CommandFacts&) { });
    add(Event::IssueResult, [](CommandFacts& f) { f.sealed = f.numberAssigned = true; });
    add(Event::Deliver, [](CommandFacts& f) {
        f.collectorIdentified = true;
        f.way = "counter";
    });
    add(Event::Withdraw, [](CommandFacts& f) { f.inWriting = true; });
    add(Event::Terminate, [](CommandFacts& f) { f.ground = "duplicate"; });
    add(Event::Archive, [](CommandFacts&) { });
    add(Event::Assign, [](CommandFacts& f) { f.reviewer = PersonId("rui"); });
    add(Event::DeclareInterest, [](CommandFacts&) { });
    add(Event::Amend, [](CommandFacts& f) {
        f.field = "phone";
        f.approvedBy = PersonId("chief");
        f.reasonGiven = true;
        f.paper = "receipt";
    });
    add(Event::AnnulDeemed, [](CommandFacts& f) { f.target = EntryId {ActId(uuid), 1}; });
    add(Event::LapseConfirmed, [](CommandFacts&) { });
    add(Event::Recalendar, [](CommandFacts& f) { f.calendarVersion = "2027.2"; });
    add(Event::Irregular, [](CommandFacts& f) {
        f.reasonGiven = true;
        f.ground = "item_not_in_force";
    });
    add(Event::Regularised, [](CommandFacts& f) { f.target = EntryId {ActId(uuid), 1}; });
    add(Event::Printed, [](CommandFacts& f) {
        f.paper = "receipt";
        f.ordinal = 1;
        f.copy = 2;
        f.copies = 2;
        f.templateVersion = 4;
        f.contentHash = hash;
        f.target = EntryId {ActId(uuid), 1};
    });
    add(Event::Unmasked, [](CommandFacts& f) {
        f.field = "case";
        f.approvedBy = PersonId {"duanli"};
        f.reasonGiven = true;
    });
    add(Event::Noted, [](CommandFacts&) { });
    add(Event::Erased, [](CommandFacts& f) { f.erasedEntries = {{ActId(uuid), 0}, {ActId(otherUuid), 1}}; });
    return list;
}

std::string reasonOf(std::string_view type, std::string_view line, int schema = 1) {
    const auto facts = parseFacts(type, schema, line);
    if (facts)
        return "";
    EXPECT_EQ(facts.error().code, "act.facts");
    return facts.error().arguments.at("reason");
}

} // namespace

TEST(EntryFacts, ofEveryEventComeBackAsTheyWereWritten) {
    const auto all = samples();
    ASSERT_EQ(all.size(), allEvents().size());
    for (const Sample& sample : all) {
        for (const CommandAct act : {CommandAct::Do, CommandAct::Request, CommandAct::Approve, CommandAct::Decline}) {
            Entry entry = entryOf(sample.event, act);
            entry.facts = sample.facts;
            entry.set = fullSet();
            const FactsBody body(entry);
            const std::string line = encodeFacts(body, salt);
            const auto read = parseFacts(typeOf(body), 1, line);
            ASSERT_TRUE(read) << typeOf(body) << " " << read.error().arguments.at("reason") << " "
                              << read.error().arguments.at("member");
            EXPECT_EQ(std::get<Entry>(*read), entry) << line;
            EXPECT_EQ(encodeFacts(*read, salt), line);
        }
    }
}

TEST(EntryFacts, sayOnlyWhatIsNotSoByDefault) {
    Entry entry;
    entry.event = Event::Accept;
    entry.date = day(11, 19);
    entry.actor.id = PersonId("li");
    EXPECT_EQ(encodeFacts(FactsBody(entry), salt),
        R"({"salt":"00112233445566778899aabbccddeeff","date":"2018-11-19","actor":{"id":"li","role":"WC"},"facts":{},"set":{}})");
}

TEST(EntryFacts, ofAnotherEventAreRefused) {
    const std::string front
        = R"({"salt":")" + salt + R"(","date":"2018-11-19","actor":{"id":"li","role":"WC"},"facts":)";
    EXPECT_EQ(reasonOf("accept", front + R"({"in_scope":true},"set":{}})"), "");
    EXPECT_EQ(reasonOf("accept", front + R"({"curable":true},"set":{}})"), "unknown_member");
    EXPECT_EQ(reasonOf("accept", front + R"({"in_scope":1},"set":{}})"), "wrong_type");
    EXPECT_EQ(reasonOf("accept", front + R"({"missing":[1,1.5]},"set":{}})"), "floating_point");
    EXPECT_EQ(reasonOf("accept", front + R"({},"set":{"due":"2018-11-19"}})"), "unknown_member");
    EXPECT_EQ(reasonOf("accept", front + R"({},"set":{"day_zero":"2018-02-30"}})"), "bad_value");
    EXPECT_EQ(reasonOf("accept", front + R"({}})"), "missing_member");
    EXPECT_EQ(reasonOf("accept", front + R"({},"set":{},"note":"x"})"), "unknown_member");
    EXPECT_EQ(reasonOf("accept.do", front + R"({},"set":{}})"), "unknown_type");
    EXPECT_EQ(reasonOf("nothing", front + R"({},"set":{}})"), "unknown_type");
    EXPECT_EQ(reasonOf("", front + R"({},"set":{}})"), "unknown_type");
    EXPECT_EQ(reasonOf("accept", front + R"({},"set":{}})", 2), "schema");
}

TEST(EntryFacts, withoutTheirRandomBytesAreRefused) {
    const std::string body = R"("date":"2018-11-19","actor":{"id":"li","role":"WC"},"facts":{},"set":{}})";
    EXPECT_EQ(reasonOf("accept", "{" + body), "missing_member");
    EXPECT_EQ(reasonOf("accept", R"({"salt":"00",)" + body), "bad_value");
}

TEST(HallFacts, comeBackAsTheyWereWritten) {
    std::vector<HallFact> facts;
    facts.emplace_back(Person {PersonId("li"), "", "卫生健康委员会", {Role::WindowClerk, Role::Reviewer}, true});
    RegisteredMandate mandate {MandateId("m1"), PersonId("li"),
        {MandateKind::Immediate, day(1, 1), day(12, 31), {"*", "公安局"}, PersonId("wang")}, true};
    facts.emplace_back(mandate);
    facts.emplace_back(Window {WindowId("w3"), "3 号综合窗口", true, {"*"}});
    facts.emplace_back(Workstation {WorkstationId("ws1"), WindowId("w3"), "aa", true});
    facts.emplace_back(PersonKey {KeyId("k"), PersonId("li"), WorkstationId("ws1"), "bb", true});
    facts.emplace_back(CentreKey {KeyId("ck"), ScopeId("dept:公安局"), "cc"});
    facts.emplace_back(ItemRepealed {ItemId("SAMPLE-001")});
    facts.emplace_back(CalendarYear {
        2018, 2, true, {{day(10, 1), DayKind::Holiday, "国庆节"}, {day(9, 29), DayKind::Workday, "国庆节"}}});
    for (const HallFact& fact : facts) {
        const FactsBody body(fact);
        const std::string line = encodeFacts(body, salt);
        const auto read = parseFacts(typeOf(body), 1, line);
        ASSERT_TRUE(read) << line << read.error().arguments.at("reason");
        EXPECT_EQ(std::get<HallFact>(*read), fact) << line;
    }
}

TEST(HallFacts, carryAWholeItem) {
    auto item = std::make_shared<Item>();
    item->id = ItemId("SAMPLE-001");
    item->version = 2;
    item->title = "餐饮服务许可";
    item->department = "市场监督管理局";
    item->caseType = CaseType::Commitment;
    item->statutory = Limit {20, LimitUnit::Workday};
    item->modes = {HandlingMode::Standard, HandlingMode::Tolerance};
    item->specialProcedures = {{"听证", "行政许可法第四十五条", true, "hearing"}};
    item->steps = {{1, "受理", "窗口受理员", 1, "intake"}};
    item->materials.resize(2);
    item->materials[1].seq = 2;
    item->materials[1].name = "营业执照";
    item->materials[1].necessity = Necessity::Conditional;
    item->materials[1].tolerable = true;
    item->fees = {{"工本费", "10 元", "依据", 1000, "fee", "10 yuan"}};
    item->formSchema = R"({"type":"object"})";
    item->online = true;
    const FactsBody body {HallFact(std::shared_ptr<const Item>(item))};
    const auto read = parseFacts("item", 1, encodeFacts(body, salt));
    ASSERT_TRUE(read) << read.error().arguments.at("reason") << read.error().arguments.at("member");
    EXPECT_EQ(*std::get<std::shared_ptr<const Item>>(std::get<HallFact>(*read)), *item);
}

TEST(HallFacts, leaveThePersonsNameToTheParticulars) {
    const HallFact person = Person {PersonId("li"), "李测试", "卫生健康委员会", {}, false};
    const std::string line = encodeFacts(FactsBody(person), salt);
    EXPECT_EQ(line.find("李测试"), std::string::npos);
    auto read = parseFacts("person", 1, line);
    ASSERT_TRUE(read);
    HallFact& fact = std::get<HallFact>(*read);
    applyHallParticulars(fact, parseParticulars(encodeParticulars(hallParticulars(person), salt)).value());
    EXPECT_EQ(fact, person);
}

TEST(ParticularsLine, keepsAnyTextAndRefusesOtherMembers) {
    Particulars particulars {{"applicant", R"({"name":"测𬱖"})"}, {"salt", "of the earth"},
        {"note", std::string("tab\t, quote \" backslash \\ bell \x07 ") + "🀄"}};
    const std::string line = encodeParticulars(particulars, salt);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_EQ(parseParticulars(line).value(), particulars);
    EXPECT_FALSE(parseParticulars(R"({"salt":")" + salt + R"(","values":{"a":1}})"));
    EXPECT_FALSE(parseParticulars(R"({"salt":")" + salt + R"(","values":{},"more":{}})"));
    EXPECT_FALSE(parseParticulars(R"({"values":{}})"));
    EXPECT_FALSE(parseParticulars("null"));
}
