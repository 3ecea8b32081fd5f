// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scripted_network.h"

#include <yichuang/contract/messages.h>
#include <yichuang/domain/clock.h>
#include <yichuang/domain/registry.h>
#include <yichuang/vault/crypto.h>

#include <QUrlQuery>

#include <map>
#include <vector>

#include <zstd.h>

namespace yichuang::test {

inline const std::string department = "卫生健康委员会";
inline const ScopeId hallScope {"hall"};
inline const ScopeId departmentScope {"dept:" + department};

/// A centre in memory behind a scripted network: keeps chains, scope logs with links and signed heads, feed and
/// snapshot. It judges nothing by the law; `judge` says what becomes of an act.
class FakeCentre {
public:
    explicit FakeCentre(const Clock& clock)
        : m_clock(clock) {
        addScope(hallScope);
    }

    void addScope(const ScopeId& scope) {
        Log log;
        log.key = makeSigningKey();
        log.keyId = KeyId("centre-" + scope.value());
        const CentreKey key {log.keyId, scope, log.key.publicKey};
        m_logs.emplace(scope, std::move(log));
        if (scope != hallScope)
            writeHall(HallFact(key));
    }
    [[nodiscard]] CentreKey hallKey() const {
        const Log& log = m_logs.at(hallScope);
        return {log.keyId, hallScope, log.key.publicKey};
    }

    void writeHall(const HallFact& fact) {
        Log& log = m_logs.at(hallScope);
        ActHead head;
        head.act = ActId(makeUuid(toMilliseconds(m_clock.now()), m_randomness));
        head.origin = OriginId("centre:hall");
        head.number = ++m_centreNumber;
        head.previous = m_centrePrevious;
        head.person = PersonId("centre");
        head.key = log.keyId;
        head.deviceTime = head.correctedTime = toMilliseconds(m_clock.now());
        EntryHead entry;
        entry.stream = streamOf(fact);
        head.entries = {entry};
        const SignedAct act
            = writeAct(head, {{FactsBody(fact), hallParticulars(fact)}}, log.key.secretKey, m_randomness);
        m_centrePrevious = act.hash;
        append(hallScope, LineKind::Admitted, act.head.act.value(), act.hash, Verdict::Admitted, "", {act.bytes});
    }

    /// An act of somebody else's workstation.
    void admit(const ActBytes& act) {
        const auto parsed = parseAct(act);
        append(departmentScope, LineKind::Admitted, parsed->head.act.value(), hashOfAct(act.head, act.signature),
            Verdict::Admitted, "", {act});
    }

    /// All that the network is asked.
    ScriptedAnswer answer(const ScriptedRequest& request) {
        const std::int64_t time = toMilliseconds(m_clock.now());
        if (request.request.hasRawHeader("X-Yichuang-Written"))
            written.append(request.request.rawHeader("X-Yichuang-Written"));
        if (request.path == QStringLiteral("/v1/time"))
            return json(encode(TimeAnswer {time}));
        if (request.path == QStringLiteral("/v1/workstations/token"))
            return json(encode(TokenAnswer {"token", time + 900'000, time}));
        if (request.path == QStringLiteral("/v1/chain")) {
            const Chain& chain = m_chains["ws:w1"];
            return json(encode(ChainAnswer {chain.number, chain.hash, time}));
        }
        if (request.path == QStringLiteral("/v1/acts"))
            return json(encode(push(plainBody(request))));
        if (request.path == QStringLiteral("/v1/leases")) {
            const auto wanted = parseLeaseRequest(request.body.toStdString());
            leases.push_back(*wanted);
            int& next = m_nextSerial[wanted->year];
            const Block block {"b" + std::to_string(leases.size()), "400", wanted->year, next + 1, next + wanted->count,
                WorkstationId("w1"), time};
            next += wanted->count;
            return json(encode(block));
        }
        const std::string cursor = cursorOf(request);
        if (request.path == QStringLiteral("/v1/feed") || request.path == QStringLiteral("/v1/snapshot")) {
            const bool snapshot = request.path == QStringLiteral("/v1/snapshot");
            if (snapshot && cursor.empty())
                forgotten = false; // drawn anew
            if (forgotten) {
                const Problem problem {"urn:yichuang:problem:unknown_head", "unknown head", 409, "unknown_head", {}};
                return {.status = 409,
                    .body = QByteArray::fromStdString(encode(problem)),
                    .contentType = "application/problem+json"};
            }
            const FeedPage page = pageAfter(cursor, snapshot);
            if (!snapshot && page.items.empty())
                return {.never = true};
            ScriptedAnswer answer = json(encode(alter ? alter(page) : page));
            answer.contentType = "application/x-ndjson";
            return answer;
        }
        return {.status = 404};
    }

    /// What the waiting request gets when there is news.
    ScriptedAnswer news(const ScriptedRequest& request) { return answer(request); }

    /// What it gets when its wait is over and there is none.
    ScriptedAnswer nothingNew(const ScriptedRequest& request) {
        ScriptedAnswer answer = json(encode(pageAfter(cursorOf(request), false)));
        answer.contentType = "application/x-ndjson";
        return answer;
    }

    static ScriptedAnswer json(const std::string& text) { return {.body = QByteArray::fromStdString(text)}; }

    /// Forgets everything past these numbers, as a restored backup does.
    void restore(std::int64_t ofChain, std::int64_t ofDepartment) {
        Chain& chain = m_chains["ws:w1"];
        chain.number = ofChain;
        chain.hash = ofChain == 0 ? HashText {} : chain.hashes.at(ofChain);
        Log& log = m_logs.at(departmentScope);
        log.items.resize(static_cast<std::size_t>(ofDepartment));
        forgotten = true;
    }

    struct Chain {
        std::int64_t number = 0;
        HashText hash;
        std::map<std::int64_t, HashText> hashes;
        std::map<std::int64_t, ActVerdict> verdicts;
    };
    Chain& chain() { return m_chains["ws:w1"]; }
    [[nodiscard]] std::size_t lines(const ScopeId& scope) const { return m_logs.at(scope).items.size(); }

    std::function<ActVerdict(const ParsedAct&)> judge; ///< empty = everything is admitted
    std::function<FeedPage(FeedPage)> alter; ///< what somebody on the way makes of a page
    std::vector<LeaseRequest> leases;
    QList<QByteArray> written; ///< what each request said of how far is written
    std::map<std::int64_t, int> received; ///< how often each number came
    bool forgotten = false;

private:
    struct Log {
        KeyPair key;
        KeyId keyId;
        std::vector<FeedItem> items;
    };

    void append(const ScopeId& scope, LineKind kind, const std::string& subject, const HashText& hash, Verdict verdict,
        const std::string& reason, std::vector<ActBytes> acts) {
        Log& log = m_logs.at(scope);
        ScopeLine line {scope, static_cast<std::int64_t>(log.items.size()) + 1, kind, subject, hash,
            std::string(toText(verdict)), reason, {}};
        line.link = hashText(linkText(log.items.empty() ? HashText {} : log.items.back().line.link, line));
        log.items.push_back({line, std::move(acts)});
    }

    SignedHead headAt(const ScopeId& scope, std::int64_t position) {
        const Log& log = m_logs.at(scope);
        SignedHead head {scope, position, log.items.at(static_cast<std::size_t>(position) - 1).line.link,
            toMilliseconds(m_clock.now()), log.keyId, {}};
        head.signature = sign(signedText(head), log.key.secretKey);
        return head;
    }

    static std::string cursorOf(const ScriptedRequest& request) {
        return QUrlQuery(request.request.url())
            .queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded)
            .toStdString();
    }

    static QByteArray plainBody(const ScriptedRequest& request) {
        if (request.request.rawHeader("Content-Encoding") != "zstd")
            return request.body;
        const auto size
            = ZSTD_getFrameContentSize(request.body.constData(), static_cast<std::size_t>(request.body.size()));
        QByteArray plain(static_cast<qsizetype>(size), '\0');
        ZSTD_decompress(plain.data(), static_cast<std::size_t>(plain.size()), request.body.constData(),
            static_cast<std::size_t>(request.body.size()));
        return plain;
    }

    PushAnswer push(const QByteArray& body) {
        PushAnswer answer;
        const std::string text = body.toStdString();
        std::string_view rest = text;
        Chain& chain = m_chains["ws:w1"];
        while (!rest.empty()) {
            auto bytes = takeActBytes(rest);
            auto act = parseAct(std::move(*bytes));
            act->hash = hashOfAct(act->bytes.head, act->bytes.signature);
            const std::int64_t number = act->head.number;
            ++received[number];
            ActVerdict verdict;
            verdict.act = act->head.act;
            verdict.number = number;
            if (number <= chain.number) {
                verdict = chain.verdicts.at(number);
                verdict.known = true;
            } else if (number != chain.number + 1 || act->head.previous != chain.hash) {
                verdict.verdict = Verdict::NotTaken;
                verdict.reason = "gap";
            } else {
                if (judge)
                    verdict = judge(*act);
                verdict.act = act->head.act;
                verdict.number = number;
                chain.number = number;
                chain.hash = act->hash;
                chain.hashes[number] = act->hash;
                const bool admitted = verdict.verdict == Verdict::Admitted;
                append(departmentScope, admitted ? LineKind::Admitted : LineKind::Refused, act->head.act.value(),
                    act->hash, verdict.verdict, verdict.reason, {act->bytes});
                chain.verdicts[number] = verdict;
            }
            answer.verdicts.push_back(verdict);
        }
        for (const auto& [scope, log] : m_logs) {
            if (!log.items.empty())
                answer.heads.push_back(headAt(scope, static_cast<std::int64_t>(log.items.size())));
        }
        answer.chainNumber = chain.number;
        answer.chainHash = chain.hash;
        answer.time = toMilliseconds(m_clock.now());
        return answer;
    }

    /// Cursor: "hall=3;dept:…=4".
    FeedPage pageAfter(const std::string& cursor, bool snapshot) {
        std::map<std::string, std::int64_t> seen;
        std::size_t start = 0;
        while (start < cursor.size()) {
            const auto end = std::min(cursor.find(';', start), cursor.size());
            const std::string part = cursor.substr(start, end - start);
            const auto equals = part.rfind('=');
            seen[part.substr(0, equals)] = std::stoll(part.substr(equals + 1));
            start = end + 1;
        }
        FeedPage page;
        std::string next;
        // The hall first.
        std::vector<ScopeId> scopes {hallScope};
        for (const auto& [scope, log] : m_logs) {
            if (scope != hallScope)
                scopes.push_back(scope);
        }
        for (const ScopeId& scope : scopes) {
            const Log& log = m_logs.at(scope);
            std::int64_t position = seen.contains(scope.value()) ? seen[scope.value()] : 0;
            const auto end = static_cast<std::int64_t>(log.items.size());
            for (; position < end; ++position)
                page.items.push_back(log.items[static_cast<std::size_t>(position)]);
            next += (next.empty() ? "" : ";") + scope.value() + "=" + std::to_string(position);
            if (position > 0)
                page.heads.push_back(headAt(scope, position));
        }
        (void)snapshot;
        page.cursor = next;
        page.time = toMilliseconds(m_clock.now());
        return page;
    }

    const Clock& m_clock;
    SystemRandomness m_randomness;
    std::map<ScopeId, Log> m_logs;
    std::map<std::string, Chain> m_chains;
    std::map<int, int> m_nextSerial;
    std::int64_t m_centreNumber = 0;
    HashText m_centrePrevious;
};

} // namespace yichuang::test
