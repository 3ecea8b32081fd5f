// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_clock.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/domain/law.h>
#include <yichuang/domain/registry.h>
#include <yichuang/storage/workstation_store.h>

#include <QtTest>

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace yichuang::test {

inline const std::string department = "卫生健康委员会";
inline const ScopeId departmentScope {"dept:" + department};

inline Item sampleItem(const std::string& id = "item-1", const std::string& title = "护士执业注册") {
    Item item;
    item.id = ItemId {id};
    item.title = title;
    item.department = department;
    item.caseType = CaseType::Commitment;
    item.statutory = Limit {20, LimitUnit::Workday};
    item.statutoryBasis = "行政许可法第四十二条";
    item.promisedWorkdays = 5;
    item.correctionNoticeDays = 5;
    item.modes = {HandlingMode::Standard, HandlingMode::Tolerance};
    item.result = "护士执业证书";
    for (int seq = 1; seq <= 8; ++seq) {
        Material material;
        material.seq = seq;
        material.name = "材料" + std::to_string(seq);
        material.tolerable = seq == 8;
        item.materials.push_back(std::move(material));
    }
    item.organWord = "衡卫";
    return item;
}

/// The centre of a test: signs the hall's acts, keeps scope logs, makes pages of what it was given. It judges nothing.
class TestCentre {
public:
    TestCentre()
        : m_key(makeSigningKey())
        , recovery(makeRecoveryKey()) { }

    /// People, window, item and calendars, as the first page of `hall`.
    FeedPage hallPage() {
        std::vector<HallFact> facts;
        facts.emplace_back(Person {PersonId {"li"}, "李窗口", department, {Role::WindowClerk}, false});
        facts.emplace_back(Person {PersonId {"sun"}, "孙窗口", department, {Role::WindowClerk}, false});
        facts.emplace_back(
            Person {PersonId {"wang"}, "王科长", department, {Role::ChiefRepresentative, Role::Reviewer}, false});
        facts.emplace_back(Person {PersonId {"zhao"}, "赵审查", department, {Role::Reviewer}, false});
        Mandate mandate;
        mandate.start = std::chrono::year {2018} / 1 / 1;
        mandate.end = std::chrono::year {2019} / 12 / 31;
        mandate.scope = {"*"};
        facts.emplace_back(RegisteredMandate {MandateId {"m1"}, PersonId {"wang"}, mandate, false});
        facts.emplace_back(Window {WindowId {"w3"}, "3 号窗口", false, {department}});
        facts.emplace_back(std::make_shared<const Item>(sampleItem()));
        facts.emplace_back(provisionalYear(2018));
        facts.emplace_back(provisionalYear(2019));
        return hallFacts(facts);
    }
    FeedPage hallFacts(const std::vector<HallFact>& facts) {
        FeedPage page = empty();
        for (const HallFact& fact : facts) {
            FeedItem item;
            item.acts.push_back(centreAct({DraftEntry {fact, hallParticulars(fact)}}, {streamOf(fact)}));
            item.line = line(ScopeId {"hall"}, LineKind::Admitted, parseAct(item.acts.front())->head.act.value());
            page.items.push_back(std::move(item));
        }
        return finished(std::move(page));
    }
    FeedPage admitted(
        const std::vector<ActBytes>& acts, const ScopeId& scope = departmentScope, const std::string& reason = {}) {
        FeedPage page = empty();
        for (const ActBytes& act : acts) {
            FeedItem item;
            item.line = line(scope, LineKind::Admitted, parseHead(act.head)->act.value());
            item.line.reason = reason;
            item.acts.push_back(act);
            page.items.push_back(std::move(item));
        }
        return finished(std::move(page));
    }
    FeedPage refused(const ActBytes& act, const std::string& reason, const ScopeId& scope = departmentScope) {
        FeedPage page = empty();
        FeedItem item;
        item.line = line(scope, LineKind::Refused, parseHead(act.head)->act.value());
        item.line.verdict = toText(Verdict::Refused);
        item.line.reason = reason;
        item.acts.push_back(act);
        page.items.push_back(std::move(item));
        return finished(std::move(page));
    }
    FeedPage streamLine(
        LineKind kind, const StreamId& stream, const std::vector<ActBytes>& acts, const ScopeId& scope) {
        FeedPage page = empty();
        FeedItem item;
        item.line = line(scope, kind, stream.value());
        item.acts = acts;
        page.items.push_back(std::move(item));
        return finished(std::move(page));
    }
    /// An act of the centre's own (silence, recalendar, erasure).
    ActBytes centreAct(const std::vector<DraftEntry>& entries, const std::vector<StreamId>& streams) {
        ActHead head;
        head.act = ActId {makeUuid(1542592800000 + m_number, m_randomness)};
        head.origin = OriginId {"centre:hall"};
        head.number = ++m_number;
        head.person = PersonId {"centre"};
        head.key = KeyId {"centre-hall"};
        head.deviceTime = head.correctedTime = 1542592800000;
        for (const StreamId& stream : streams) {
            EntryHead entry;
            entry.stream = stream;
            head.entries.push_back(entry);
        }
        head.previous = m_previous;
        const SignedAct act = writeAct(head, entries, m_key.secretKey, m_randomness);
        m_previous = act.hash;
        return act.bytes;
    }

private:
    static FeedPage empty() { return {}; }
    FeedPage finished(FeedPage page) {
        page.cursor = "cursor-" + std::to_string(++m_pages);
        for (const auto& [scope, log] : m_logs)
            page.heads.push_back({scope, log.first, log.second, 1, KeyId {"k"}, "01"});
        return page;
    }
    ScopeLine line(const ScopeId& scope, LineKind kind, const std::string& subject) {
        auto& [position, link] = m_logs[scope];
        ScopeLine line;
        line.scope = scope;
        line.position = ++position;
        line.kind = kind;
        line.subject = subject;
        if (kind == LineKind::Admitted)
            line.verdict = toText(Verdict::Admitted);
        line.link = hashText(linkText(link, line));
        link = line.link;
        return line;
    }

    KeyPair m_key;
    SystemRandomness m_randomness;
    std::map<ScopeId, std::pair<std::int64_t, HashText>> m_logs;
    std::int64_t m_number = 0;
    HashText m_previous;
    int m_pages = 0;

public:
    RecoveryKey recovery;
};

struct Applicant {
    std::string name = "张测试";
    std::string idNumber = "430402199001011234";
    std::string phone = "13912345678";
};

inline Particulars particularsOf(const Applicant& who) {
    return {{"summary", who.name},
        {"applicant",
            R"({"kind":"person","name":")" + who.name + R"(","id_kind":"resident_id","id_number":")" + who.idNumber
                + R"(","phone":")" + who.phone + R"(","address":"测试路 1 号"})"},
        {"checklist", R"([{"seq":1,"state":"here"}])"}, {"form", R"({"reason":"首次注册"})"}};
}

/// A workstation of a test: its file, and a clerk who signs there.
class Desk {
public:
    Desk(const QString& profile, const Clock& clock_, TestCentre& centre_, const std::string& name)
        : path(profile)
        , clock(clock_)
        , centre(centre_)
        , workstation(name)
        , signing(makeSigningKey()) { }

    /// Opens the file; a new one is enrolled, gets its key, its numbers and the hall's streams.
    Result<void> open(const FeedPage& hall, int firstSerial = 1, int lastSerial = 2000) {
        auto opened = WorkstationStore::open(path, clock);
        if (!opened)
            return tl::unexpected<Error> {opened.error()};
        store = std::move(*opened);
        const auto made = store->keys().made();
        if (!made)
            return tl::unexpected<Error> {made.error()};
        if (*made)
            return store->keys().unlockByRecovery(centre.recovery);
        Enrolment enrolment;
        enrolment.workstation = WorkstationId {workstation};
        enrolment.window = WindowId {"w3"};
        enrolment.centre = "400";
        enrolment.hallName = "测试政务大厅";
        enrolment.recoveryKey = centre.recovery.publicKey;
        if (auto enrolled = store->settings().enrol(enrolment); !enrolled)
            return enrolled;
        if (auto key = store->keys().make(centre.recovery.publicKey); !key)
            return key;
        Block block {"block-" + workstation, "400", 2018, firstSerial, lastSerial, WorkstationId {workstation}, 1};
        if (auto added = store->leases().add(block); !added)
            return added;
        KnownPerson person;
        person.person = PersonId {"li"};
        person.name = "李窗口";
        person.key = KeyId {"key-" + workstation};
        person.publicKey = signing.publicKey;
        if (auto remembered = store->people().remember(person); !remembered)
            return remembered;
        return take(hall);
    }
    Result<void> take(const FeedPage& page) {
        auto prepared = preparePage(page, *store->keys().keys());
        if (!prepared)
            return tl::unexpected<Error> {prepared.error()};
        auto applied = store->feed().apply(*prepared);
        if (!applied)
            return tl::unexpected<Error> {applied.error()};
        last = *applied;
        return {};
    }

    /// F9: one act that receives and accepts. With `accepted` false the receipt only.
    Result<WrittenAct> takeIn(const Applicant& who, bool accepted = true, const std::string& draft = {}) {
        return store->journal().write([&](ActDesk& desk) -> Result<NewAct> {
            auto number = desk.takeNumber(2018);
            if (!number)
                return tl::unexpected<Error> {number.error()};
            const StreamId stream = desk.newCase(now());
            Command command = commandFor(Event::Receive, PersonId {"li"}, Role::WindowClerk);
            command.facts.identityChecked = true;
            command.facts.itemInForce = true;
            command.facts.caseNo = *number;
            command.facts.item = ItemId {"item-1"};
            command.facts.itemVersion = 1;
            command.facts.window = WindowId {"w3"};
            std::vector<Command> commands {command};
            if (accepted) {
                Command accept = commandFor(Event::Accept, PersonId {"li"}, Role::WindowClerk);
                accept.facts.inScope = true;
                accept.facts.properForm = true;
                commands.push_back(accept);
            }
            return decided(desk, stream, commands, PersonId {"li"}, particularsOf(who), draft);
        });
    }
    Result<WrittenAct> perform(const StreamId& stream, const Command& command, const Particulars& particulars = {}) {
        return store->journal().write([&](ActDesk& desk) -> Result<NewAct> {
            return decided(desk, stream, {command}, command.actor.id, particulars, {});
        });
    }
    Command commandFor(Event event, const PersonId& person, Role role) const {
        Command command;
        command.event = event;
        command.date = shanghaiDate(clock.now());
        command.actor.id = person;
        command.actor.role = role;
        return command;
    }
    [[nodiscard]] std::int64_t now() const { return toMilliseconds(clock.now()); }
    ActBytes bytes(const ActId& act) const { return *store->journal().bytesOf(act); }

    QString path;
    const Clock& clock;
    TestCentre& centre;
    std::string workstation;
    KeyPair signing;
    std::unique_ptr<WorkstationStore> store;
    FeedApplied last;

private:
    Result<NewAct> decided(ActDesk& desk, const StreamId& stream, const std::vector<Command>& commands,
        const PersonId& person, const Particulars& particulars, const std::string& draft) {
        auto file = desk.file(stream);
        if (!file)
            return tl::unexpected<Error> {file.error()};
        CaseState state = file->state;
        NewAct act;
        act.finishedDraft = draft;
        for (const Command& command : commands) {
            auto decision = decideInHall(desk.registry(), Registry::now, desk.registry().calendar(), state, command);
            if (!decision)
                return failure("law.refused", {{"code", std::string {toText(decision.error().code)}}});
            for (const Entry& entry : *decision) {
                state = evolve(state, entry);
                act.entries.push_back({entry, act.entries.empty() ? particulars : Particulars {}});
            }
        }
        auto head = desk.head(person, KeyId {"key-" + workstation}, now(), now(),
            std::vector<StreamId>(act.entries.size(), stream), standsAlone(commands.front().event));
        if (!head)
            return tl::unexpected<Error> {head.error()};
        act.act = writeAct(*head, act.entries, signing.secretKey, desk.randomness());
        return act;
    }
};

inline ActVerdict verdictOf(const ActId& act, Verdict verdict, const std::string& reason = {}) {
    ActVerdict said;
    said.act = act;
    said.verdict = verdict;
    said.reason = reason;
    return said;
}
inline PushAnswer answerOf(std::vector<ActVerdict> verdicts) {
    PushAnswer answer;
    answer.verdicts = std::move(verdicts);
    return answer;
}

/// Everything that stands in the files of a folder, one after the other.
inline std::string contentsOf(const QString& folder) {
    std::string all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        std::ifstream file(files.next().toStdString(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

inline QByteArray sentenceOf(const Error& error) {
    std::string text = error.code;
    for (const auto& [name, value] : error.arguments)
        text += ' ' + name + '=' + value;
    return QByteArray::fromStdString(text + ' ' + error.detail);
}

#define MUST(expression)                                                                                               \
    do {                                                                                                               \
        const auto& must = (expression);                                                                               \
        QVERIFY2(must.has_value(), must ? "" : sentenceOf(must.error()).constData());                                  \
    } while (false)
#define MUST_FAIL(expression, expected)                                                                                \
    do {                                                                                                               \
        const auto& must = (expression);                                                                               \
        QVERIFY2(!must.has_value(), "it should have failed");                                                          \
        QCOMPARE(QString::fromStdString(must.error().code), QStringLiteral(expected));                                 \
    } while (false)

/// Two workstations at windows of one department, and what the centre tells them of each other.
struct TwoDesks {
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    std::unique_ptr<TestCentre> m_centre;
    FeedPage m_hall;
    std::unique_ptr<Desk> m_one;
    std::unique_ptr<Desk> m_two;

    void setUp() {
        QVERIFY(startVault());
        m_clock.startOver();
        m_folder = std::make_unique<QTemporaryDir>();
        m_centre = std::make_unique<TestCentre>();
        m_hall = m_centre->hallPage();
        m_one = std::make_unique<Desk>(m_folder->filePath(QStringLiteral("one")), m_clock, *m_centre, "w1");
        m_two = std::make_unique<Desk>(m_folder->filePath(QStringLiteral("two")), m_clock, *m_centre, "w2");
        MUST(m_one->open(m_hall, 1, 500));
        MUST(m_two->open(m_hall, 501, 1000));
    }
    void tearDown() {
        m_one.reset();
        m_two.reset();
        m_folder.reset();
    }
    static Command printed(Desk& desk) {
        Command command = desk.commandFor(Event::Printed, PersonId {"li"}, Role::WindowClerk);
        command.facts.paper = "acceptance";
        command.facts.ordinal = 1;
        command.facts.copy = 1;
        command.facts.copies = 1;
        command.facts.templateVersion = 1;
        command.facts.contentHash = "01" + std::string(64, 'a');
        return command;
    }
};

} // namespace yichuang::test
