// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter.h"

#include <yichuang/domain/identifiers.h>

#include <stdexcept>

namespace yichuang::test {
namespace {

template <typename T> T take(Result<T> result, std::string_view what) {
    if (!result)
        throw std::runtime_error(std::string(what) + ": " + result.error().code + ' ' + result.error().detail);
    return std::move(*result);
}

std::string escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const unsigned char c : text) {
        result += '%';
        result += digits[c / 16];
        result += digits[c % 16];
    }
    return result;
}

} // namespace

Counter::Counter(unsigned short servicePort, const std::string& code)
    : port(servicePort) {
    if (!startVault())
        throw std::runtime_error("no vault");
    m_credential = makeSigningKey();
    EnrolRequest request;
    request.code = code;
    request.publicKey = m_credential.publicKey;
    request.name = "counter of a test";
    const WireAnswer answer
        = call(port, "POST", "/v1/workstations", {{"Content-Type", "application/json"}}, encode(request));
    enrolment = take(parseEnrolAnswer(expect(201, answer).body), "enrol");
}

WireAnswer Counter::expect(int status, WireAnswer answer) const {
    if (answer.status != status)
        throw std::runtime_error(
            "status " + std::to_string(answer.status) + " for " + std::to_string(status) + ": " + answer.body);
    return answer;
}

WireAnswer Counter::raw(
    std::string_view method, std::string_view target, std::string_view body, WireHeaders more) const {
    WireHeaders headers {{"Authorization", "Bearer " + token}, {"Accept-Encoding", "zstd"}};
    if (!session.access.empty())
        headers.emplace_back("X-Session", session.access);
    bool typed = false;
    for (auto& header : more) {
        typed = typed || header.first == "Content-Type";
        headers.push_back(std::move(header));
    }
    if (!typed)
        headers.emplace_back("Content-Type", "application/json");
    return call(port, method, target, headers, body);
}

std::int64_t Counter::centreTime() const {
    const std::string body = expect(200, call(port, "GET", "/v1/time")).body;
    return std::stoll(body.substr(body.find(':') + 1));
}

std::string Counter::proof(std::int64_t time) const {
    WorkstationTokenRequest request;
    request.workstation = enrolment.workstation;
    request.time = time;
    request.signature
        = sign("token\n" + request.workstation.value() + '\n' + std::to_string(time), m_credential.secretKey);
    return encode(request);
}

void Counter::fetchToken() {
    const WireAnswer answer
        = call(port, "POST", "/v1/workstations/token", {{"Content-Type", "application/json"}}, proof(centreTime()));
    token = take(parseTokenAnswer(expect(200, answer).body), "token").token;
}

SignInAnswer Counter::signIn(const std::string& person, const std::string& password) {
    SignInRequest request;
    request.person = person;
    request.password = password;
    session = take(parseSignInAnswer(expect(200, raw("POST", "/v1/sessions", encode(request))).body), "sign in");
    return session;
}

void Counter::registerKey() {
    m_personKey = makeSigningKey();
    m_personKeyId = KeyId(makeUuid(centreTime(), m_randomness));
    KeyRequest request;
    request.key = m_personKeyId;
    request.publicKey = m_personKey.publicKey;
    expect(204, raw("POST", "/v1/keys", encode(request)));
}

Block Counter::lease(int year, int count) {
    LeaseRequest request;
    request.year = year;
    request.count = count;
    m_block = take(parseBlock(expect(201, raw("POST", "/v1/leases", encode(request))).body), "lease");
    m_nextSerial = m_block->first;
    return *m_block;
}

FeedPage Counter::feed(const std::string& from, int wait) const {
    WireHeaders more;
    if (wait > 0)
        more.emplace_back("Prefer", "wait=" + std::to_string(wait));
    const std::string target = from.empty() ? "/v1/feed" : "/v1/feed?cursor=" + escaped(from);
    return take(parseFeedPage(expect(200, raw("GET", target, {}, more)).body), "feed");
}

void Counter::follow() {
    for (bool more = true; more;) {
        const FeedPage page = feed(cursor);
        for (const FeedItem& item : page.items) {
            if (item.line.scope != ScopeId("hall"))
                continue;
            for (const ActBytes& bytes : item.acts) {
                const ParsedAct act = take(parseAct(bytes), "act");
                for (const FactsBody& body : act.facts) {
                    if (const auto* fact = std::get_if<HallFact>(&body))
                        registry.apply(item.line.position, *fact);
                }
            }
        }
        for (const SignedHead& head : page.heads) {
            if (head.scope == ScopeId("hall"))
                seen = {head.position, head.hash};
        }
        cursor = page.cursor;
        more = page.more;
    }
}

SignedAct Counter::receive(std::int64_t time, const std::string& applicant) {
    const CivilDate today = shanghaiDate(fromMilliseconds(time));
    const Window* window = registry.window(enrolment.window);
    if (window == nullptr)
        throw std::runtime_error("the feed did not bring the window");
    std::string refusals;
    for (const auto& item : registry.itemsInForce()) {
        Command command;
        command.event = Event::Receive;
        command.date = today;
        command.actor.id = session.person;
        command.actor.role = window->integrated ? Role::IntegratedClerk : Role::WindowClerk;
        command.facts.identityChecked = true;
        command.facts.itemInForce = true;
        command.facts.caseNo = makeCaseNo(m_block->centre, m_block->year, m_nextSerial);
        command.facts.item = item->id;
        command.facts.itemVersion = item->version;
        command.facts.window = enrolment.window;
        const auto decision = decideInHall(registry, Registry::now, registry.calendar(), {}, command);
        if (!decision) {
            refusals += std::string(toText(decision.error().code)) + ' ';
            continue;
        }
        ++m_nextSerial;
        ActHead head;
        head.act = ActId(makeUuid(time, m_randomness));
        head.origin = OriginId("ws:" + enrolment.workstation.value());
        head.number = ++m_number;
        head.previous = m_previous;
        head.person = session.person;
        head.key = m_personKeyId;
        head.deviceTime = time;
        head.correctedTime = time;
        head.seen = seen;
        EntryHead entry;
        entry.stream = StreamId("case:" + makeUuid(time, m_randomness));
        head.entries = {entry};
        const Particulars particulars {{"applicant", applicant}, {"summary", "测试人"}};
        SignedAct act = writeAct(head, {{decision->front(), particulars}}, m_personKey.secretKey, m_randomness);
        m_previous = act.hash;
        return act;
    }
    throw std::runtime_error("no item can be taken in here: " + refusals);
}

PushAnswer Counter::push(const std::string& ndjson) const {
    return take(parsePushAnswer(expect(200,
                    raw("POST", "/v1/acts", zstd(ndjson),
                        {{"Content-Type", "application/x-ndjson"}, {"Content-Encoding", "zstd"}}))
                        .body),
        "push");
}

} // namespace yichuang::test
