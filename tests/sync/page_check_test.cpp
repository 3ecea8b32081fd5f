// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_check.h"

#include <gtest/gtest.h>

using namespace yichuang;

namespace {

/// Two scopes' logs as a centre keeps them.
class PageCheck : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(startVault());
        m_hall = makeSigningKey();
        m_department = makeSigningKey();
        m_ground.hallKey = {KeyId("hall-key"), hall, m_hall.publicKey};
        m_ground.registry = std::make_shared<Registry>();
    }

    /// By the centre, or by a person at a workstation.
    PreparedAct act(const FactsBody& facts, const StreamId& stream, const KeyPair* by = nullptr,
        const std::string& origin = "centre:hall") {
        ActHead head;
        head.act = ActId(makeUuid(1'542'592'800'000 + m_acts, m_randomness));
        head.origin = OriginId(origin);
        head.number = ++m_acts;
        head.previous = m_previous;
        head.person = PersonId(by ? "li" : "centre");
        head.key = KeyId(by ? "key-li" : "hall-key");
        head.deviceTime = head.correctedTime = 1'542'592'800'000;
        EntryHead entry;
        entry.stream = stream;
        head.entries = {entry};
        const SignedAct written = writeAct(head, {{facts, {}}}, by ? by->secretKey : m_hall.secretKey, m_randomness);
        m_previous = written.hash;
        PreparedAct prepared;
        prepared.act = std::move(*parseAct(written.bytes));
        prepared.act.hash = written.hash;
        return prepared;
    }

    PreparedAct noted() {
        Entry entry;
        entry.date = std::chrono::year {2018} / 11 / 19;
        entry.actor.id = PersonId("li");
        entry.event = Event::Noted;
        return act(FactsBody(entry), StreamId("case:01938f00-2222-7abc-8def-0123456789ab"));
    }

    void add(PreparedPage& page, const ScopeId& scope, PreparedAct written, LineKind kind = LineKind::Admitted) {
        Seen& at = m_ends[scope];
        PreparedLine line;
        line.line = {scope, at.position + 1, kind, written.act.head.act.value(), written.act.hash, "admitted", "", {}};
        line.line.link = hashText(linkText(at.hash, line.line));
        at = {line.line.position, line.line.link};
        line.acts.push_back(std::move(written));
        page.lines.push_back(std::move(line));
    }

    SignedHead head(const ScopeId& scope) {
        const Seen& at = m_ends[scope];
        SignedHead signedHead {scope, at.position, at.hash, 5, KeyId(scope == hall ? "hall-key" : "dept-key"), {}};
        signedHead.signature = sign(signedText(signedHead), scope == hall ? m_hall.secretKey : m_department.secretKey);
        return signedHead;
    }

    /// The hall's key of the department, a window, and one act of the department.
    PreparedPage firstPage() {
        PreparedPage page;
        add(page, hall,
            act(HallFact(CentreKey {KeyId("dept-key"), department, m_department.publicKey}), StreamId("key:dept-key")));
        add(page, hall, act(HallFact(Window {WindowId("w3"), "3 号窗口", false, {}}), StreamId("window:w3")));
        add(page, department, noted());
        page.heads = {head(hall), head(department)};
        return page;
    }

    static std::string codeOf(const Result<void>& result) { return result ? "" : result.error().code; }
    std::string check(const PreparedPage& page) const { return codeOf(checkPage(page, m_ground)); }

    const ScopeId hall {"hall"};
    const ScopeId department {"dept:公安局"};
    PageGround m_ground;
    KeyPair m_hall;
    KeyPair m_department;
    std::map<ScopeId, Seen> m_ends;

private:
    SystemRandomness m_randomness;
    std::int64_t m_acts = 0;
    HashText m_previous;
};

} // namespace

TEST_F(PageCheck, anHonestPageIsProved) {
    const PreparedPage page = firstPage();
    EXPECT_EQ(check(page), "");
}

TEST_F(PageCheck, aPageGoesOnFromWhereTheReaderStands) {
    (void)firstPage();
    m_ground.heads = {{hall, m_ends[hall].position, m_ends[hall].hash, {}},
        {department, m_ends[department].position, m_ends[department].hash, {}}};
    m_ground.registry = [&] {
        auto registry = std::make_shared<Registry>();
        registry->apply(1, HallFact(CentreKey {KeyId("dept-key"), department, m_department.publicKey}));
        return registry;
    }();
    PreparedPage next;
    add(next, hall, act(HallFact(Window {WindowId("w4"), "4 号窗口", false, {}}), StreamId("window:w4")));
    next.heads = {head(hall), head(department)};
    EXPECT_EQ(check(next), "");

    // The same page for a reader who missed one line before it.
    m_ground.heads[0].position -= 1;
    EXPECT_EQ(check(next), "sync.link");
    // And for one whose log ran differently.
    m_ground.heads[0] = {hall, m_ends[hall].position - 1, hashText("another log"), {}};
    EXPECT_EQ(check(next), "sync.link");
}

TEST_F(PageCheck, whatIsHeldAlreadyAndToldAgainIsPassedOver) {
    PreparedPage whole = firstPage();
    add(whole, department, noted());
    add(whole, department, noted());
    const Seen held = m_ends[department];
    add(whole, department, noted());
    whole.heads = {head(hall), head(department)};
    m_ground.heads = {{department, held.position, held.hash, {}}};
    EXPECT_EQ(check(whole), "");
    passOverHeld(whole, m_ground);
    ASSERT_EQ(whole.lines.size(), 3U) << "two of the hall, and the one that is new";
    EXPECT_EQ(whole.lines.back().line.position, held.position + 1);
}

TEST_F(PageCheck, whatIsToldAgainMayComeInSeveralPages) {
    PreparedPage first = firstPage();
    first.heads = {head(hall), head(department)};
    PreparedPage second;
    add(second, department, noted());
    add(second, department, noted());
    const Seen held = m_ends[department];
    add(second, department, noted());
    second.heads = {head(department)};
    m_ground.heads = {{department, held.position, held.hash, {}}};
    EXPECT_EQ(check(first), "sync.head") << "that would be all: a log that ends before what is held";
    first.more = true;
    EXPECT_EQ(check(first), "");
    // Another scope's lines may come in between.
    PreparedPage between;
    between.heads = {first.heads[1]};
    between.more = true;
    m_ground.registry = [&] {
        auto registry = std::make_shared<Registry>();
        registry->apply(1, HallFact(CentreKey {KeyId("dept-key"), department, m_department.publicKey}));
        return registry;
    }();
    EXPECT_EQ(check(between), "");
    between.more = false;
    EXPECT_EQ(check(between), "sync.head");
    EXPECT_EQ(check(second), "");
    passOverHeld(second, m_ground);
    ASSERT_EQ(second.lines.size(), 1U);
    EXPECT_EQ(second.lines.front().line.position, held.position + 1);
}

TEST_F(PageCheck, anotherLogUnderTheSamePositionsIsRefused) {
    (void)firstPage();
    m_ends.erase(hall);
    const Seen held = m_ends[department];
    m_ends.clear();
    PreparedPage another = firstPage(); // written anew: other acts, other links
    add(another, department, noted());
    another.heads = {head(hall), head(department)};
    EXPECT_EQ(check(another), "");
    m_ground.heads = {{department, held.position, held.hash, {}}};
    EXPECT_EQ(check(another), "sync.link");
    // Nor is a line good because it is old: those after the first hang on one another.
    m_ground.heads = {{department, m_ends[department].position, m_ends[department].hash, {}}};
    EXPECT_EQ(check(another), "");
    another.lines[2].line.reason = "changed on the way";
    EXPECT_EQ(check(another), "sync.link");
}

TEST_F(PageCheck, aLineLeftOutPutInOrSwappedIsSeen) {
    PreparedPage page = firstPage();
    page.lines.erase(page.lines.begin());
    EXPECT_EQ(check(page), "sync.link");
    m_ends.clear();
    page = firstPage();
    std::swap(page.lines[0], page.lines[1]);
    EXPECT_EQ(check(page), "sync.link");
    m_ends.clear();
    page = firstPage();
    page.lines[1].line.verdict = "refused";
    EXPECT_EQ(check(page), "sync.link");
    m_ends.clear();
    page = firstPage();
    page.lines.erase(page.lines.begin() + 1); // the tail is cut and its head is not
    EXPECT_EQ(check(page), "sync.head");
}

TEST_F(PageCheck, anActThatIsNotTheOneOfItsLineIsSeen) {
    PreparedPage page = firstPage();
    std::swap(page.lines[0].acts, page.lines[1].acts);
    EXPECT_EQ(check(page), "sync.act");
    m_ends.clear();
    page = firstPage();
    page.lines[1].acts.clear();
    EXPECT_EQ(check(page), "sync.act");
}

TEST_F(PageCheck, aHeadThatTheScopesKeyDidNotSignIsSeen) {
    PreparedPage page = firstPage();
    page.heads[1].time += 1;
    EXPECT_EQ(check(page), "sync.head");
    page = (m_ends.clear(), firstPage());
    page.heads.pop_back(); // lines without a signed end
    EXPECT_EQ(check(page), "sync.head");
    page = (m_ends.clear(), firstPage());
    page.heads[1].key = KeyId("hall-key"); // the hall's key is not the department's
    page.heads[1].signature = sign(signedText(page.heads[1]), m_hall.secretKey);
    EXPECT_EQ(check(page), "sync.head");
    page = (m_ends.clear(), firstPage());
    page.heads[0].key = KeyId("somebody");
    EXPECT_EQ(check(page), "sync.head");
    page = (m_ends.clear(), firstPage());
    m_ground.hallKey.publicKey = makeSigningKey().publicKey; // another hall altogether
    EXPECT_EQ(check(page), "sync.head");
}

TEST_F(PageCheck, streamsOfASnapshotStandUnderItsSignedHead) {
    PreparedPage page = firstPage();
    PreparedPage snapshot;
    snapshot.lines.push_back(std::move(page.lines[0]));
    snapshot.lines.push_back(std::move(page.lines[1]));
    PreparedLine joined = std::move(page.lines[2]);
    joined.line.kind = LineKind::Joined;
    joined.line.subject = "case:01938f00-2222-7abc-8def-0123456789ab";
    joined.line.link.clear();
    snapshot.lines.push_back(std::move(joined));
    snapshot.heads = {head(hall), head(department)};
    EXPECT_EQ(check(snapshot), "sync.link") << "outside a snapshot a line without its link is no line";
    m_ground.snapshot = true;
    EXPECT_EQ(check(snapshot), "");
    const SignedHead departments = snapshot.heads[1];
    snapshot.heads.pop_back();
    EXPECT_EQ(check(snapshot), "sync.head");
    snapshot.heads.push_back(departments);
    snapshot.lines[2].line.subjectHash = hashText("another stream");
    EXPECT_EQ(check(snapshot), "sync.act");
}

TEST_F(PageCheck, theLastActOfEachAuthorBearsHisSignature) {
    const KeyPair li = makeSigningKey();
    const PersonKey known {KeyId("key-li"), PersonId("li"), WorkstationId("w1"), li.publicKey, false};
    const auto written = [&](const KeyPair& by, const std::string& origin) {
        Entry entry;
        entry.date = std::chrono::year {2018} / 11 / 19;
        entry.actor.id = PersonId("li");
        entry.event = Event::Noted;
        return act(FactsBody(entry), StreamId("case:01938f00-2222-7abc-8def-0123456789ab"), &by, origin);
    };
    const auto pageWith = [&](PreparedAct last) {
        m_ends.clear();
        PreparedPage page = firstPage();
        add(page, hall, act(HallFact(known), StreamId("key:key-li")));
        add(page, department, std::move(last));
        page.heads = {head(hall), head(department)};
        return page;
    };
    EXPECT_EQ(check(pageWith(written(li, "ws:w1"))), "") << "the page itself brings the key";
    EXPECT_EQ(check(pageWith(written(makeSigningKey(), "ws:w1"))), "sync.author");
    EXPECT_EQ(check(pageWith(written(li, "ws:w2"))), "sync.author") << "a key is good at its own workstation only";
    auto registry = std::make_shared<Registry>();
    registry->apply(1, HallFact(PersonKey {known.id, PersonId("sun"), known.workstation, li.publicKey, false}));
    m_ground.registry = registry;
    EXPECT_EQ(check(pageWith(written(li, "ws:w1"))), "sync.author") << "another person's key";
}
