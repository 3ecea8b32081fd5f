// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_centre.h"

#include <yichuang/domain/law.h>
#include <yichuang/rest/centre_client.h>
#include <yichuang/storage/storage_thread.h>
#include <yichuang/sync/sync_engine.h>

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTemporaryDir>

#include <atomic>

namespace yichuang::test {

/// A clock whose two faces a test moves apart.
class TwoClocks final : public Clock {
public:
    Instant now() const override { return Instant {std::chrono::milliseconds {wall}}; }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds {running}; }
    void pass(std::chrono::milliseconds time) {
        wall += time.count();
        running += time.count();
    }
    /// The machine is suspended: only the wall clock goes on.
    void sleep(std::chrono::milliseconds time) { wall += time.count(); }

    std::atomic<std::int64_t> wall {
        toMilliseconds(startOfDayInShanghai(std::chrono::year {2018} / 11 / 19)) + 9 * 3'600'000};
    std::atomic<std::int64_t> running {1'000'000};
};

template <typename T> Result<T> waited(QFuture<Result<T>> future) {
    QFutureWatcher<Result<T>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    if (!future.isFinished())
        loop.exec();
    if (!future.isFinished())
        return failure("test.no_answer");
    return future.result();
}

inline std::shared_ptr<const Item> sampleItem() {
    auto item = std::make_shared<Item>();
    item->id = ItemId("item-1");
    item->title = "护士执业注册";
    item->department = department;
    item->caseType = CaseType::Commitment;
    item->statutory = Limit {20, LimitUnit::Workday};
    item->promisedWorkdays = 5;
    item->modes = {HandlingMode::Standard};
    item->result = "护士执业证书";
    Material material;
    material.seq = 1;
    material.name = "申请表";
    item->materials = {material};
    return item;
}

/// A counter with its sealed file, its network and the centre behind it.
class Counter {
public:
    Counter()
        : centre(clock)
        , storage(folder.path(), clock)
        , client(network, clock)
        , person(makeSigningKey())
        , credential(makeSigningKey()) {
        network.answerBy(
            [this](const ScriptedRequest& request) { return answer ? answer(request) : centre.answer(request); });
    }

    /// The hall's streams at the centre; the file enrolled, unlocked and known to the client.
    Result<void> prepare() {
        centre.addScope(departmentScope);
        centre.writeHall(HallFact(Window {WindowId("w3"), "3 号窗口", false, {department}}));
        centre.writeHall(HallFact(Person {PersonId("li"), "李窗口", department, {Role::WindowClerk}, false}));
        centre.writeHall(
            HallFact(PersonKey {KeyId("key-li"), PersonId("li"), WorkstationId("w1"), person.publicKey, false}));
        centre.writeHall(HallFact(provisionalYear(2018)));
        centre.writeHall(HallFact(provisionalYear(2019)));
        centre.writeHall(HallFact(sampleItem()));
        Enrolment enrolment;
        enrolment.workstation = WorkstationId("w1");
        enrolment.window = WindowId("w3");
        enrolment.centre = "400";
        enrolment.hallName = "测试政务大厅";
        const RecoveryKey recovery = makeRecoveryKey();
        enrolment.recoveryKey = recovery.publicKey;
        enrolment.hallKey = centre.hallKey();
        KnownPerson known;
        known.person = PersonId("li");
        known.name = "李窗口";
        known.key = KeyId("key-li");
        known.publicKey = person.publicKey;
        auto secret = std::make_shared<Secret>(credential.secretKey.clone());
        auto made = waited(storage.run([enrolment, known, secret](WorkstationStore& store) -> Result<void> {
            if (auto done = store.settings().enrol(enrolment); !done)
                return done;
            if (auto done = store.keys().make(enrolment.recoveryKey); !done)
                return done;
            if (auto done = store.settings().keepCredential(*secret); !done)
                return done;
            return store.people().remember(known);
        }));
        if (!made)
            return made;
        if (auto set = client.setCentre({QUrl(QStringLiteral("https://centre.example")), false, {}}); !set)
            return set;
        client.setCredential(enrolment.workstation, credential.secretKey);
        return {};
    }

    void open(SyncSettings settings = quick()) {
        engine = std::make_unique<SyncEngine>(storage, client, clock, std::move(settings));
    }
    static SyncSettings quick() {
        SyncSettings settings;
        settings.firstPause = std::chrono::milliseconds {20};
        settings.longestPause = std::chrono::milliseconds {400};
        settings.pulse = std::chrono::milliseconds {20};
        settings.jitter = [] { return 1.0; };
        return settings;
    }

    /// F9 at this counter: received and accepted in one act.
    Result<WrittenAct> takeIn() {
        const std::int64_t now = toMilliseconds(clock.now());
        auto secret = std::make_shared<Secret>(person.secretKey.clone());
        return waited(storage.run([now, secret](WorkstationStore& store) {
            return store.journal().write([&](ActDesk& desk) -> Result<NewAct> {
                const CivilDate today = shanghaiDate(fromMilliseconds(now));
                auto number = desk.takeNumber(static_cast<int>(today.year()));
                if (!number)
                    return tl::unexpected(number.error());
                const StreamId stream = desk.newCase(now);
                Command receive;
                receive.event = Event::Receive;
                receive.date = today;
                receive.actor.id = PersonId("li");
                receive.actor.role = Role::WindowClerk;
                Command accept = receive;
                accept.event = Event::Accept;
                receive.facts.identityChecked = receive.facts.itemInForce = true;
                receive.facts.caseNo = *number;
                receive.facts.item = ItemId("item-1");
                receive.facts.itemVersion = 1;
                receive.facts.window = WindowId("w3");
                accept.facts.inScope = accept.facts.properForm = true;
                NewAct act;
                CaseState state;
                for (const Command& command : {receive, accept}) {
                    auto decision
                        = decideInHall(desk.registry(), Registry::now, desk.registry().calendar(), state, command);
                    if (!decision)
                        return failure("law.refused", {{"code", std::string(toText(decision.error().code))}});
                    for (const Entry& entry : *decision) {
                        state = evolve(std::move(state), entry);
                        act.entries.push_back({entry, {{"summary", "曾测试"}}});
                    }
                }
                auto head = desk.head(
                    PersonId("li"), KeyId("key-li"), now, now, std::vector<StreamId>(act.entries.size(), stream));
                if (!head)
                    return tl::unexpected(head.error());
                act.act = writeAct(std::move(*head), act.entries, *secret, desk.randomness());
                return act;
            });
        }));
    }
    CaseFile file(const StreamId& stream) {
        auto found = waited(storage.run([stream](WorkstationStore& store) { return store.journal().file(stream); }));
        return found ? *found : CaseFile {};
    }
    std::string cursor() {
        auto found = waited(storage.run([](WorkstationStore& store) { return store.feed().cursor(); }));
        return found ? *found : found.error().code;
    }
    [[nodiscard]] bool waitsForNews() { return waitingRequest() >= 0; }
    /// The feed request that waits gets its answer now.
    bool deliverNews() {
        const qsizetype at = waitingRequest();
        if (at < 0)
            return false;
        network.replies.at(at)->answerNow(centre.answer(network.requests.at(at)));
        return true;
    }
    /// The feed request that waits ends like this when it has waited so long by this counter's clock.
    bool endWait(std::chrono::milliseconds waited, const ScriptedAnswer& with) {
        const qsizetype at = waitingRequest();
        if (at < 0)
            return false;
        clock.pass(waited);
        network.replies.at(at)->answerNow(with);
        return true;
    }
    /// It ends in time, with no news.
    bool endWaitInPeace(std::chrono::milliseconds waited) {
        const qsizetype at = waitingRequest();
        return at >= 0 && endWait(waited, centre.nothingNew(network.requests.at(at)));
    }
    [[nodiscard]] const SyncReport& status() const { return engine->status(); }

    [[nodiscard]] qsizetype waitingRequest() const {
        for (qsizetype i = network.replies.size() - 1; i >= 0; --i) {
            if (network.requests.at(i).path == QStringLiteral("/v1/feed") && network.replies.at(i)
                && network.replies.at(i)->isRunning())
                return i;
        }
        return -1;
    }

    TwoClocks clock;
    QTemporaryDir folder;
    FakeCentre centre;
    ScriptedNetwork network;
    std::function<ScriptedAnswer(const ScriptedRequest&)> answer; ///< in the centre's place
    StorageThread storage;
    CentreClient client;
    KeyPair person;
    KeyPair credential;
    std::unique_ptr<SyncEngine> engine;
};

} // namespace yichuang::test
