// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/kit/hand_client.h>

#include <yichuang/domain/identifiers.h>

#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace yichuang::test {
namespace {

template <typename T> T require(Result<T> result) {
    if (!result) {
        std::string text = result.error().code + " " + result.error().detail;
        for (const auto& [name, value] : result.error().arguments) {
            text += " " + name + "=" + value;
        }
        throw std::runtime_error(text);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

CivilDate day(const std::string& text) {
    return parseIsoDate(text).value();
}

} // namespace

void SetClock::setMorning(std::string_view isoDay) {
    m_now = startOfDayInShanghai(parseIsoDate(isoDay).value()) + std::chrono::hours(9);
}

HandClient::HandClient(Centre& centre, const SetClock& clock, const WindowId& window)
    : m_centre(centre)
    , m_clock(clock)
    , m_window(window) {
    auto own = makeSigningKey();
    const auto code = require(centre.makeEnrolCode(window));
    m_id = require(centre.enrol({code, own.publicKey, "test"})).workstation;
    look();
}

HandClient::HandClient(const HandClient& other)
    : m_centre(other.m_centre)
    , m_clock(other.m_clock)
    , m_id(other.m_id)
    , m_window(other.m_window)
    , m_keys(other.m_keys)
    , m_registry(other.m_registry)
    , m_seen(other.m_seen)
    , m_cursor(other.m_cursor)
    , m_number(other.m_number)
    , m_previous(other.m_previous)
    , m_streams(other.m_streams)
    , m_taken(other.m_taken)
    , m_lines(other.m_lines)
    , m_heads(other.m_heads)
    , m_block(other.m_block)
    , m_nextSerial(other.m_nextSerial) {
    for (const auto& act : other.m_outbox) {
        m_outbox.push_back(act);
    }
}

std::unique_ptr<HandClient> HandClient::clone() const {
    return std::unique_ptr<HandClient>(new HandClient(*this));
}

void HandClient::signIn(const std::string& person) {
    auto pair = makeSigningKey();
    const KeyId key("key-" + person + "-" + pair.publicKey.substr(0, 12));
    require(m_centre.registerKey(PersonId(person), m_id, {key, pair.publicKey}));
    m_keys[person] = {key, std::make_shared<const Secret>(std::move(pair.secretKey))};
}

void HandClient::take(const ScopeLine& line, const ActBytes& bytes) {
    const auto act = require(parseAct(bytes));
    if (line.scope.value() == "hall") {
        for (std::size_t i = 0; i < act.facts.size(); ++i) {
            auto fact = std::get<HallFact>(act.facts[i]);
            applyHallParticulars(fact, require(parseParticulars(*bytes.bodies[i].particulars)));
            m_registry.apply(line.position, fact);
        }
        return;
    }
    if (!m_taken.insert(act.head.act).second) {
        return;
    }
    for (std::size_t i = 0; i < act.facts.size(); ++i) {
        const auto& entry = std::get<Entry>(act.facts[i]);
        auto& stream = m_streams[act.head.entries[i].stream.value()];
        const EntryId id {act.head.act, static_cast<int>(i)};
        std::erase_if(stream.waiting, [&](const Known& known) { return known.id == id; });
        const bool folded = line.reason != "received_only" || entry.event == Event::Receive || standsAlone(entry.event);
        if (folded) {
            stream.fetched.push_back({id, entry, act.head.entries[i].after});
        }
    }
}

void HandClient::look() {
    for (bool more = true; more;) {
        const auto page = require(m_centre.feed(m_id, m_cursor, 200));
        for (const auto& item : page.items) {
            m_lines.push_back(item.line);
            if (item.line.scope.value() == "hall") {
                m_seen = {item.line.position, item.line.link};
            }
            if (item.line.kind == LineKind::Admitted || item.line.kind == LineKind::Joined) {
                for (const auto& act : item.acts) {
                    take(item.line, act);
                }
            } else if (item.line.kind == LineKind::Left) {
                m_streams.erase(item.line.subject);
            } else {
                for (auto& [id, stream] : m_streams) {
                    std::erase_if(
                        stream.waiting, [&](const Known& known) { return known.id.act.value() == item.line.subject; });
                }
            }
        }
        m_cursor = page.cursor;
        m_heads = page.heads;
        more = page.more;
    }
}

void HandClient::say() {
    say(m_number);
}

void HandClient::say(std::int64_t written) {
    require(m_centre.recordContact(m_id, written));
}

std::string HandClient::nextNumber() {
    const auto today = shanghaiDate(m_clock.now());
    const int year = static_cast<int>(today.year());
    if (!m_block || m_nextSerial > m_block->last) {
        m_block = require(m_centre.lease(m_id, {year, 200}));
        m_nextSerial = m_block->first;
    }
    return makeCaseNo(m_block->centre, m_block->year, m_nextSerial++);
}

CommandFacts HandClient::receiving(const std::string& item, int version) {
    CommandFacts facts;
    facts.identityChecked = true;
    facts.itemInForce = true;
    facts.caseNo = nextNumber();
    facts.item = ItemId(item);
    facts.itemVersion = version;
    facts.window = m_window;
    return facts;
}

CommandFacts HandClient::careful(const Step& step) const {
    if (step.facts != CommandFacts {}) {
        return step.facts;
    }
    CommandFacts facts;
    facts.reasonGiven = step.event == Event::SendBack || step.event == Event::Refuse || step.event == Event::Amend
        || step.event == Event::Unmasked || step.event == Event::Regularised;
    switch (step.event) {
    case Event::Accept:
    case Event::DecideOnSpot:
    case Event::AcceptTolerant:
        facts.inScope = true;
        facts.properForm = true;
        facts.decisionResult = step.event == Event::DecideOnSpot ? "grant" : "";
        facts.promiseSigned = step.event == Event::AcceptTolerant;
        break;
    case Event::RequestCorrection:
        facts.fullList = true;
        facts.defects = {1, 2};
        break;
    case Event::Resubmit:
        facts.supplied = {1, 2};
        break;
    case Event::SubmitOpinion:
        facts.opinionGiven = true;
        facts.opinionVerdict = "grant";
        facts.opinionDate = shanghaiDate(m_clock.now());
        break;
    case Event::StartSpecial:
        facts.kind = step.act == CommandAct::Request ? "专家评审" : "";
        facts.daysNeeded = step.act == CommandAct::Request ? 10 : 0;
        break;
    case Event::EndSpecial:
        facts.resultOnFile = true;
        break;
    case Event::Suspend:
        facts.basis = step.act == CommandAct::Request ? "工伤保险条例第二十条" : "";
        break;
    case Event::Extend:
        facts.days = step.act == CommandAct::Request ? 5 : 0;
        facts.headApproved = step.act == CommandAct::Approve;
        break;
    case Event::Refuse:
        facts.remediesGiven = true;
        break;
    case Event::IssueResult:
        facts.sealed = true;
        facts.numberAssigned = true;
        break;
    case Event::Deliver:
        facts.collectorIdentified = true;
        facts.way = "counter";
        break;
    case Event::Withdraw:
        facts.inWriting = true;
        break;
    case Event::Terminate:
        facts.ground = "duplicate";
        break;
    case Event::Assign:
        facts.reviewer = PersonId("zhang");
        break;
    case Event::Amend:
        facts.field = "applicant.phone";
        break;
    case Event::Printed:
        facts.paper = "material_receipt";
        facts.ordinal = 1;
        facts.copy = 1;
        facts.copies = 2;
        facts.templateVersion = 1;
        facts.contentHash = hashText("paper");
        break;
    default:
        break;
    }
    return facts;
}

CaseState HandClient::fetched(const std::string& stream) const {
    CaseState state;
    if (const auto found = m_streams.find(stream); found != m_streams.end()) {
        for (const auto& known : found->second.fetched) {
            state = evolve(std::move(state), known.entry);
        }
    }
    return state;
}

CaseState HandClient::shown(const std::string& stream) const {
    auto state = fetched(stream);
    if (const auto found = m_streams.find(stream); found != m_streams.end()) {
        for (const auto& known : found->second.waiting) {
            state = evolve(std::move(state), known.entry);
        }
    }
    return state;
}

std::vector<Entry> HandClient::entriesOf(const std::string& stream) const {
    std::vector<Entry> entries;
    if (const auto found = m_streams.find(stream); found != m_streams.end()) {
        for (const auto& known : found->second.fetched) {
            entries.push_back(known.entry);
        }
    }
    return entries;
}

std::optional<EntryId> HandClient::lastEntry(const std::string& stream) const {
    const auto found = m_streams.find(stream);
    if (found != m_streams.end()) {
        for (auto i = found->second.fetched.rbegin(); i != found->second.fetched.rend(); ++i) {
            if (!standsAlone(i->entry.event)) {
                return i->id;
            }
        }
    }
    return std::nullopt;
}

ActId HandClient::write(const std::vector<Step>& steps, const Bend& bend) {
    ActHead head;
    head.act = ActId(makeUuid(m_clock.milliseconds(), m_randomness));
    head.origin = OriginId("ws:" + m_id.value());
    head.number = m_number + 1;
    head.previous = m_previous;
    head.person = PersonId(steps.front().person);
    head.key = m_keys.at(steps.front().person).first;
    head.law = lawVersion;
    head.deviceTime = m_clock.milliseconds();
    head.correctedTime = m_clock.milliseconds();
    head.seen = m_seen;
    if (bend.head) {
        bend.head(head); // the time, before facts are made of it
    }
    std::vector<DraftEntry> drafts;
    std::map<std::string, CaseState> states;
    std::map<std::string, std::vector<Known>> own;
    for (const auto& step : steps) {
        if (!states.contains(step.stream)) {
            states[step.stream] = shown(step.stream);
        }
        auto& state = states[step.stream];
        Command command;
        command.event = step.event;
        command.act = step.act;
        command.date = shanghaiDate(fromMilliseconds(head.correctedTime));
        command.actor.id = PersonId(step.person);
        command.actor.role = step.role;
        command.facts = careful(step);
        const auto decided
            = decideInHall(m_registry, m_seen.position, m_registry.calendar(m_seen.position), state, command);
        if (!decided && !bend.lawless) {
            throw std::runtime_error("the law refuses " + std::string(toText(step.event)) + ": "
                + std::string(toText(decided.error().code)));
        }
        Entry entry;
        if (decided) {
            entry = decided->front();
        } else {
            entry.event = step.event;
            entry.act = step.act;
            entry.date = command.date;
            entry.actor.id = command.actor.id;
            entry.actor.role = step.role;
            if (const auto* person = m_registry.person(command.actor.id)) {
                entry.actor.department = person->department;
            }
            entry.facts = command.facts;
        }
        if (bend.entry) {
            bend.entry(entry);
        }
        EntryHead entryHead;
        entryHead.stream = StreamId(step.stream);
        entryHead.base = lastEntry(step.stream);
        const auto& waiting = m_streams[step.stream].waiting;
        if (!own[step.stream].empty()) {
            entryHead.after = own[step.stream].back().id;
        } else if (!waiting.empty()) {
            entryHead.after = waiting.back().id;
        }
        const EntryId id {head.act, static_cast<int>(drafts.size())};
        if (!standsAlone(step.event)) {
            own[step.stream].push_back({id, entry, entryHead.after});
        }
        head.entries.push_back(entryHead);
        state = evolve(std::move(state), entry);
        drafts.push_back(
            {FactsBody {entry}, step.particulars.empty() ? Particulars {{"note", "手写"}} : step.particulars});
    }
    if (bend.head) {
        bend.head(head); // and what it says of its entries
    }
    auto act = writeAct(head, drafts, *m_keys.at(steps.front().person).second, m_randomness);
    m_number = act.head.number;
    m_previous = act.hash;
    for (auto& [stream, known] : own) {
        auto& waiting = m_streams[stream].waiting;
        waiting.insert(waiting.end(), known.begin(), known.end());
    }
    m_outbox.push_back(act);
    return act.head.act;
}

void forge(SignedAct& act) {
    auto& signature = act.bytes.signature;
    auto& digit = signature[signature.size() - 4];
    digit = digit == 'a' ? 'b' : 'a';
}

ActId HandClient::receive(const std::string& stream, const std::string& item, const std::string& person) {
    Step received {stream, Event::Receive, person};
    received.facts = receiving(item);
    return write({received});
}

ActId HandClient::takeIn(
    const std::string& stream, const std::string& item, const std::string& person, const Bend& bend) {
    Step receive {stream, Event::Receive, person};
    receive.facts = receiving(item);
    return write({receive, {stream, Event::Accept, person}}, bend);
}

std::map<ActId, ActVerdict> HandClient::push() {
    std::map<ActId, ActVerdict> verdicts;
    while (!m_outbox.empty()) {
        std::string ndjson;
        const std::size_t count = std::min<std::size_t>(m_outbox.size(), 200);
        for (std::size_t i = 0; i < count; ++i) {
            ndjson += m_outbox[i].bytes.wire();
        }
        m_answer = require(m_centre.push(m_id, ndjson));
        std::size_t taken = 0;
        for (const auto& verdict : m_answer.verdicts) {
            verdicts[verdict.act] = verdict;
            if (verdict.verdict == Verdict::NotTaken) {
                return verdicts;
            }
            ++taken;
            if (verdict.verdict != Verdict::Admitted) {
                for (auto& [id, stream] : m_streams) {
                    std::erase_if(stream.waiting, [&](const Known& known) { return known.id.act == verdict.act; });
                }
            }
        }
        m_outbox.erase(m_outbox.begin(), m_outbox.begin() + static_cast<std::ptrdiff_t>(taken));
        if (taken < count) {
            break;
        }
    }
    return verdicts;
}

HandClient::Image HandClient::image() const {
    Image image {m_number, m_previous, {}, m_nextSerial};
    for (const auto& act : m_outbox) {
        image.outbox.push_back(act.bytes.wire());
    }
    return image;
}

void HandClient::restore(const Image& image) {
    m_number = image.number;
    m_previous = image.previous;
    m_nextSerial = image.nextSerial;
    m_outbox.clear();
    for (const auto& wire : image.outbox) {
        std::string_view rest = wire;
        const auto act = require(parseAct(require(takeActBytes(rest))));
        m_outbox.push_back({act.bytes, act.head, hashOfAct(act.bytes.head, act.bytes.signature)});
    }
}

Item itemOfKind(CaseType type, const std::string& id, const std::string& department, int version) {
    Item item;
    item.id = ItemId(id);
    item.version = version;
    item.title = "测试事项";
    item.department = department;
    item.caseType = type;
    item.statutory = Limit {20, LimitUnit::Workday};
    item.promisedWorkdays = type == CaseType::Immediate ? 1 : type == CaseType::OneReviewOneApprove ? 3 : 10;
    item.correctionNoticeDays = 5;
    item.hasExtensionRule = true;
    item.extensionMaxDays = 10;
    item.modes = {HandlingMode::Standard, HandlingMode::Tolerance, HandlingMode::NotifyAndCommit};
    item.specialProcedures = {{"专家评审", "行政许可法第四十五条", true, {}}};
    item.result = "许可证";
    item.formSchema = "{}";
    for (int seq = 1; seq <= 3; ++seq) {
        Material material;
        material.seq = seq;
        material.name = "材料";
        material.tolerable = seq == 3;
        item.materials.push_back(material);
    }
    const std::vector<int> limits = type == CaseType::Immediate ? std::vector<int> {1}
        : type == CaseType::OneReviewOneApprove                 ? std::vector<int> {2, 1}
                                                                : std::vector<int> {1, 6, 3};
    for (const int limit : limits) {
        yichuang::Step step;
        step.seq = static_cast<int>(item.steps.size()) + 1;
        step.name = "环节";
        step.limitWorkdays = limit;
        item.steps.push_back(step);
    }
    return item;
}

RegisteredMandate mandateFor(
    const std::string& person, MandateKind kind, const std::string& start, const std::string& end) {
    RegisteredMandate mandate;
    mandate.id = MandateId(person + "-" + std::string(toText(kind)));
    mandate.person = PersonId(person);
    mandate.mandate = Mandate {kind, day(start), day(end), {"*"}, std::nullopt};
    return mandate;
}

std::vector<HallFact> smallHall() {
    std::vector<HallFact> facts;
    const auto person = [&](const std::string& id, const std::string& department, std::set<Role> roles) {
        facts.emplace_back(Person {PersonId(id), "测" + id, department, std::move(roles), false});
    };
    person("li", healthDepartment, {Role::WindowClerk, Role::IssuingWindow});
    person("wang", healthDepartment, {Role::WindowClerk});
    person("zhang", healthDepartment, {Role::Reviewer});
    person("chen", healthDepartment, {Role::ChiefRepresentative});
    person("zhao", "政务服务中心", {Role::IntegratedClerk});
    person("sun", marketDepartment, {Role::WindowClerk});
    person("qian", marketDepartment, {Role::Reviewer});
    person("zhou", marketDepartment, {Role::ChiefRepresentative});
    person("wu", healthDepartment, {Role::IssuingWindow});
    facts.emplace_back(mandateFor("chen", MandateKind::Decide));
    facts.emplace_back(mandateFor("zhou", MandateKind::Decide));
    facts.emplace_back(mandateFor("zhao", MandateKind::Intake));
    facts.emplace_back(mandateFor("li", MandateKind::Immediate));
    facts.emplace_back(Window {WindowId("w1"), "一号窗口", false, {healthDepartment}});
    facts.emplace_back(Window {WindowId("w2"), "二号窗口", false, {healthDepartment}});
    facts.emplace_back(Window {WindowId("w3"), "三号综合窗口", true, {"*"}});
    facts.emplace_back(Window {WindowId("w4"), "四号窗口", false, {marketDepartment}});
    const auto item = [&](CaseType type, const std::string& id, const std::string& department) {
        facts.emplace_back(std::make_shared<const Item>(itemOfKind(type, id, department)));
    };
    item(CaseType::Commitment, "licence", healthDepartment);
    item(CaseType::OneReviewOneApprove, "permit", healthDepartment);
    item(CaseType::Immediate, "card", healthDepartment);
    item(CaseType::Commitment, "market-licence", marketDepartment);
    std::ifstream file(YICHUANG_RESOURCES "/calendars/calendar-cn.csv");
    std::stringstream text;
    text << file.rdbuf();
    for (auto& year : require(parseCalendarCsv(text.str()))) {
        facts.emplace_back(std::move(year));
    }
    return facts;
}

void furnish(Centre& centre) {
    HallSettings settings;
    settings.centre = "400";
    settings.hallName = "衡阳市政务服务中心";
    require(centre.initialise(settings));
    const auto report = require(centre.write(smallHall()));
    if (!report.problems.empty()) {
        throw std::runtime_error(report.problems.front().code);
    }
}

} // namespace yichuang::test
