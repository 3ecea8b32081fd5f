// SPDX-License-Identifier: GPL-3.0-or-later
#include <hall_database.h>

#include <yichuang/domain/law.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/rest/centre_client.h>
#include <yichuang/storage/storage_thread.h>
#include <yichuang/sync/sync_engine.h>

#include <QDirIterator>
#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>

using namespace yichuang;

namespace {

template <typename T> T taken(QFuture<Result<T>> future) {
    QFutureWatcher<Result<T>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec(); // every call of the client and the storage thread has an end
    auto result = future.result();
    if (!result)
        throw std::runtime_error(result.error().code + " " + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Both programs run from nine o'clock of that Monday on.
const char* const monday = "2018-11-19T09:00:00+08:00";
Instant mondayMorning() {
    return startOfDayInShanghai(std::chrono::year {2018} / 11 / 19) + std::chrono::hours {9};
}

struct TakenIn {
    StreamId stream;
    std::string caseNo;
};

/// A workstation without its screens: file, client and engine against a real centre.
class Desk {
public:
    explicit Desk(const QString& profile)
        : clock(mondayMorning())
        , storage(profile, clock)
        , client(network, clock, limits())
        , engine(storage, client, clock, settings()) { }

    /// The first time, or anew: the old chain's tail then stays in the outbox.
    void enrol(const std::string& url, const std::string& code) {
        reach(url);
        const KeyPair credential = makeSigningKey();
        const EnrolAnswer answer = taken(client.enrol({code, credential.publicKey, "desk of a test"}));
        Enrolment enrolment;
        enrolment.workstation = answer.workstation;
        enrolment.window = answer.window;
        enrolment.centre = answer.centre;
        enrolment.centreUrl = url;
        enrolment.hallName = answer.hallName;
        enrolment.recoveryKey = answer.recoveryKey;
        enrolment.hallKey = answer.hallKey;
        auto secret = std::make_shared<Secret>(credential.secretKey.clone());
        taken(storage.run([enrolment, secret](WorkstationStore& store) -> Result<void> {
            if (auto done = store.settings().enrol(enrolment); !done)
                return done;
            const auto made = store.keys().made();
            if (!made)
                return tl::unexpected(made.error());
            if (!*made) {
                if (auto done = store.keys().make(enrolment.recoveryKey); !done)
                    return done;
            }
            return store.settings().keepCredential(*secret);
        }));
        client.setCredential(enrolment.workstation, *secret);
        window = enrolment.window;
        engine.start();
    }
    /// A file that was enrolled before, as a program start finds it.
    void reopen(const std::string& url, const Secret& dataKey, const Desk& before) {
        auto key_ = std::make_shared<Secret>(dataKey.clone());
        taken(storage.run([key_](WorkstationStore& store) { return store.keys().unlock(std::move(*key_)); }));
        reach(url);
        auto credential = std::make_shared<Secret>();
        const auto enrolment = taken(storage.run([credential](WorkstationStore& store) -> Result<Enrolment> {
            auto kept = store.settings().credential();
            if (!kept)
                return tl::unexpected(kept.error());
            *credential = std::move(*kept);
            auto found = store.settings().enrolment();
            if (!found)
                return tl::unexpected(found.error());
            return **found;
        }));
        client.setCredential(enrolment.workstation, *credential);
        window = enrolment.window;
        person = before.person;
        key = before.key;
        m_signing = before.m_signing;
    }
    void reach(const std::string& url) {
        if (const auto set = client.setCentre({QUrl(toQString(std::string_view(url))), false, {}}); !set)
            throw std::runtime_error(set.error().code);
    }

    void signIn(const std::string& name) {
        const SignInAnswer session = taken(client.signIn({name, "yichuang-1", {}}));
        person = session.person;
        m_signing = std::make_shared<KeyPair>(makeSigningKey());
        SystemRandomness randomness;
        key = KeyId(makeUuid(toMilliseconds(clock.now()), randomness));
        taken(client.registerKey(toQString(std::string_view(session.access)), {key, m_signing->publicKey}));
    }

    /// A receipt, or with `accepts` F9: of the first item in force that this window may take in, or of `only`. `back`:
    /// by how much the act is dated back.
    TakenIn takeIn(bool accepts = false, std::chrono::milliseconds back = {}, const ItemId& only = {}) {
        auto out = std::make_shared<TakenIn>();
        const std::int64_t device = toMilliseconds(clock.now());
        const std::int64_t corrected = device + client.offset() - back.count();
        taken(storage.run([=, this, signing = m_signing](WorkstationStore& store) {
            return store.journal().write([&](ActDesk& desk) -> Result<NewAct> {
                const CivilDate today = shanghaiDate(fromMilliseconds(corrected));
                auto number = desk.takeNumber(static_cast<int>(today.year()));
                if (!number)
                    return tl::unexpected(number.error());
                out->caseNo = *number;
                out->stream = desk.newCase(corrected);
                const Registry& registry = desk.registry();
                Command receive = command(Event::Receive, today);
                receive.facts.identityChecked = receive.facts.itemInForce = true;
                receive.facts.caseNo = *number;
                receive.facts.window = window;
                for (const auto& item : registry.itemsInForce()) {
                    if (!only.empty() && item->id != only)
                        continue;
                    receive.facts.item = item->id;
                    receive.facts.itemVersion = item->version;
                    NewAct act;
                    CaseState state;
                    std::vector<Command> commands {receive};
                    if (accepts)
                        commands.push_back(command(Event::Accept, today));
                    for (const Command& each : commands) {
                        const auto decision = decideInHall(registry, Registry::now, registry.calendar(), state, each);
                        if (!decision)
                            break;
                        state = evolve(state, decision->front());
                        act.entries.push_back(
                            {decision->front(), {{"summary", "曾测试"}, {"applicant", R"({"name":"曾测试"})"}}});
                    }
                    if (act.entries.size() != commands.size())
                        continue;
                    auto head = desk.head(
                        person, key, device, corrected, std::vector<StreamId>(act.entries.size(), out->stream));
                    if (!head)
                        return tl::unexpected(head.error());
                    act.act = writeAct(std::move(*head), act.entries, signing->secretKey, desk.randomness());
                    return act;
                }
                return failure("test.no_item");
            });
        }));
        return *out;
    }
    void accept(const StreamId& stream) {
        const std::int64_t device = toMilliseconds(clock.now());
        const std::int64_t corrected = device + client.offset();
        taken(storage.run([=, this, signing = m_signing](WorkstationStore& store) {
            return store.journal().write([&](ActDesk& desk) -> Result<NewAct> {
                const auto file = desk.file(stream);
                if (!file)
                    return tl::unexpected(file.error());
                const Registry& registry = desk.registry();
                const auto decision = decideInHall(registry, Registry::now, registry.calendar(), file->state,
                    command(Event::Accept, shanghaiDate(fromMilliseconds(corrected))));
                if (!decision)
                    return failure("test.refused", {{"code", std::string(toText(decision.error().code))}});
                NewAct act;
                act.entries = {{decision->front(), {}}};
                auto head = desk.head(person, key, device, corrected, {stream});
                if (!head)
                    return tl::unexpected(head.error());
                act.act = writeAct(std::move(*head), act.entries, signing->secretKey, desk.randomness());
                return act;
            });
        }));
    }
    Stage stage(const StreamId& stream) {
        return taken(storage.run([stream](WorkstationStore& store) -> Result<Stage> {
            auto row = store.lists().row(stream);
            return row ? row->state.stage : Stage::Draft;
        }));
    }

    /// Number of the case as this desk knows it from the centre, empty if it does not (yet).
    std::string admittedNumber(const StreamId& stream) {
        auto state = taken(storage.run([stream](WorkstationStore& store) -> Result<CaseState> {
            auto file = store.journal().file(stream);
            return file ? file->admitted : CaseState {};
        }));
        return state.caseNo;
    }
    [[nodiscard]] bool online() const { return engine.status().connection == SyncConnection::Online; }

    /// The machine that runs all tests at once may be slow; what is tested here is not its speed.
    static CentreLimits limits() {
        CentreLimits limits;
        limits.shortCall = std::chrono::milliseconds {60'000};
        return limits;
    }
    static SyncSettings settings() {
        SyncSettings settings;
        settings.firstPause = std::chrono::milliseconds {100};
        settings.longestPause = std::chrono::milliseconds {1000};
        return settings;
    }

    ShiftedClock clock;
    QNetworkAccessManager network;
    StorageThread storage;
    CentreClient client;
    SyncEngine engine;
    WindowId window;
    PersonId person;
    KeyId key;

private:
    [[nodiscard]] Command command(Event event, CivilDate date) const {
        Command made;
        made.event = event;
        made.date = date;
        made.actor.id = person;
        made.actor.role = Role::IntegratedClerk;
        if (event == Event::Accept)
            made.facts.inScope = made.facts.properForm = true;
        return made;
    }
    std::shared_ptr<KeyPair> m_signing;
};

} // namespace

#define TRY_LONG(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 60'000)

class RealCentreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startVault()); }

    void whatOneCounterTakesInTheOtherSees_data() {
        QTest::addColumn<QString>("kind");
        QTest::newRow("SQLite") << QStringLiteral("sqlite");
        QTest::newRow("PostgreSQL") << QStringLiteral("postgresql");
    }
    void whatOneCounterTakesInTheOtherSees() {
        QFETCH(QString, kind);
        const kit::HallDatabase database(kind.toStdString());
        kit::setUpHall(database.address(), {"liufei"}, monday);
        auto centre
            = std::make_unique<kit::CentralProcess>(database.address(), std::vector<std::string> {"--clock", monday});
        const unsigned short port = centre->port();
        QTemporaryDir hereFolder;
        QTemporaryDir thereFolder;
        Desk here(hereFolder.path());
        Desk there(thereFolder.path());
        here.enrol(centre->url(), kit::enrolCode(database.address(), "w3"));
        there.enrol(centre->url(), kit::enrolCode(database.address(), "w3"));
        TRY_LONG(here.online() && there.online());
        TRY_LONG(here.storage.registry()->person(PersonId("liufei")) != nullptr);
        TRY_LONG(here.engine.status().numbersLeft == 200);
        here.signIn("liufei");
        TRY_LONG(here.storage.registry()->key(here.key) != nullptr);

        const TakenIn first = here.takeIn();
        TRY_LONG(there.admittedNumber(first.stream) == first.caseNo);
        TRY_LONG(here.engine.status().waiting == 0);
        QCOMPARE(here.engine.status().refused, 0);

        // The centre is killed; the counter goes on, and the numbers that it gave stay what they are.
        centre->kill();
        const TakenIn second = here.takeIn();
        const TakenIn third = here.takeIn();
        TRY_LONG(!here.online() && !there.online());
        TRY_LONG(here.engine.status().waiting == 2);
        QVERIFY(here.engine.maySign());
        QVERIFY(there.admittedNumber(second.stream).empty());
        centre = std::make_unique<kit::CentralProcess>(
            database.address(), std::vector<std::string> {"--clock", monday}, std::filesystem::path {}, port);
        TRY_LONG(here.engine.status().waiting == 0);
        TRY_LONG(there.admittedNumber(second.stream) == second.caseNo);
        TRY_LONG(there.admittedNumber(third.stream) == third.caseNo);
        QCOMPARE(here.engine.status().refused, 0);
        QVERIFY(here.online() && there.online());
    }

    void aRepealedItemKeepsItsOpenCaseInSightAndComesBack_data() { whatOneCounterTakesInTheOtherSees_data(); }
    void aRepealedItemKeepsItsOpenCaseInSightAndComesBack() {
        QFETCH(QString, kind);
        const kit::HallDatabase database(kind.toStdString());
        kit::setUpHall(database.address(), {"liufei"}, monday);
        const kit::CentralProcess centre(database.address(), {"--clock", monday});
        const auto administer = [&](std::vector<std::string> command) {
            command.insert(command.end(), {"--database", database.address(), "--clock", monday});
            const kit::ProgramRun run = kit::runCentral(command);
            QVERIFY2(run.status == 0, run.err.c_str());
        };
        QTemporaryDir hereFolder;
        QTemporaryDir thereFolder;
        QTemporaryDir lateFolder;
        Desk here(hereFolder.path());
        Desk there(thereFolder.path()); // the area of review reads every department, too
        here.enrol(centre.url(), kit::enrolCode(database.address(), "w3"));
        there.enrol(centre.url(), kit::enrolCode(database.address(), "w9"));
        TRY_LONG(here.engine.status().numbersLeft == 200);
        TRY_LONG(here.storage.registry()->person(PersonId("liufei")) != nullptr);
        here.signIn("liufei");
        TRY_LONG(here.storage.registry()->key(here.key) != nullptr);
        const auto items = here.storage.registry()->itemsInForce();
        const auto found = std::find_if(
            items.begin(), items.end(), [](const auto& item) { return item->department == "烟草专卖局"; });
        QVERIFY(found != items.end());
        const ItemId item = (*found)->id; // the department's only one
        const TakenIn first = here.takeIn(false, {}, item);
        TRY_LONG(there.admittedNumber(first.stream) == first.caseNo);

        administer({"item", "repeal", item.value()});
        const auto inForce
            = [&item](const Desk& desk) { return desk.storage.registry()->itemInForce(item) != nullptr; };
        TRY_LONG(!inForce(here) && !inForce(there));
        here.accept(first.stream);
        const Stage decided = here.stage(first.stream);
        QVERIFY(decided != Stage::Received);
        TRY_LONG(there.stage(first.stream) == decided);
        // A machine that is new at the window for results sees it as well.
        Desk late(lateFolder.path());
        late.enrol(centre.url(), kit::enrolCode(database.address(), "w8"));
        TRY_LONG(late.stage(first.stream) == decided);

        administer({"import", "items", YICHUANG_RESOURCES "/items/hengyang-sample.json"});
        TRY_LONG(inForce(here) && inForce(there) && inForce(late));
        const TakenIn second = here.takeIn(false, {}, item);
        TRY_LONG(there.admittedNumber(second.stream) == second.caseNo);
        TRY_LONG(late.admittedNumber(second.stream) == second.caseNo);
        QVERIFY(here.online() && there.online() && late.online());
        QCOMPARE(here.engine.status().refused, 0);
    }

    void aBackDatedIntakeIsTakenInAsReceivedEverywhere_data() { whatOneCounterTakesInTheOtherSees_data(); }
    void aBackDatedIntakeIsTakenInAsReceivedEverywhere() {
        using namespace std::chrono_literals;
        QFETCH(QString, kind);
        const kit::HallDatabase database(kind.toStdString());
        kit::setUpHall(database.address(), {"liufei"}, monday);
        const kit::CentralProcess centre(database.address(), {"--clock", monday});
        QTemporaryDir hereFolder;
        QTemporaryDir thereFolder;
        QTemporaryDir laterFolder;
        Desk here(hereFolder.path());
        Desk there(thereFolder.path());
        here.enrol(centre.url(), kit::enrolCode(database.address(), "w3"));
        there.enrol(centre.url(), kit::enrolCode(database.address(), "w3"));
        TRY_LONG(here.online() && there.online());
        TRY_LONG(here.engine.status().numbersLeft == 200);
        TRY_LONG(here.storage.registry()->person(PersonId("liufei")) != nullptr);
        here.signIn("liufei");
        TRY_LONG(here.storage.registry()->key(here.key) != nullptr);
        TRY_LONG(!there.engine.status().drawing);

        // It has told the centre that nothing was written by now; what it dates before that is judged as of its
        // receipt.
        const TakenIn dated = here.takeIn(true, 10min);
        const Stage decided = here.stage(dated.stream); // accepted, or with its reviewer already
        QVERIFY(decided != Stage::Draft && decided != Stage::Received);
        TRY_LONG(here.engine.status().waiting == 0);
        // Taken over by the verdict, a moment after nothing waits any more.
        TRY_LONG(here.stage(dated.stream) == Stage::Received);
        TRY_LONG(here.engine.status().refused == 1);
        const auto told = taken(here.storage.run([](WorkstationStore& store) { return store.outbox().refused(); }));
        QCOMPARE(told.front().verdict.reason, std::string("received_only"));
        TRY_LONG(there.admittedNumber(dated.stream) == dated.caseNo);
        QCOMPARE(there.stage(dated.stream), Stage::Received);
        // One that comes later and reads the case whole says the same.
        Desk later(laterFolder.path());
        later.enrol(centre.url(), kit::enrolCode(database.address(), "w3"));
        TRY_LONG(later.admittedNumber(dated.stream) == dated.caseNo);
        QCOMPARE(later.stage(dated.stream), Stage::Received);

        TRY_LONG(here.admittedNumber(dated.stream) == dated.caseNo);
        here.accept(dated.stream);
        TRY_LONG(there.stage(dated.stream) == decided && later.stage(dated.stream) == decided);
        QCOMPARE(here.engine.status().refused, 1); // told, and not settled yet
        // And what is dated honestly stands as it was written.
        const TakenIn honest = here.takeIn(true);
        TRY_LONG(there.stage(honest.stream) == decided);
    }

    void yesterdaysDiskImageIsToldAndItsTailGoesUpAsABranch_data() { whatOneCounterTakesInTheOtherSees_data(); }
    void yesterdaysDiskImageIsToldAndItsTailGoesUpAsABranch() {
        QFETCH(QString, kind);
        const kit::HallDatabase database(kind.toStdString());
        kit::setUpHall(database.address(), {"liufei"}, monday);
        const kit::CentralProcess centre(database.address(), {"--clock", monday});
        QTemporaryDir folder;
        QTemporaryDir image;
        Desk original(folder.path());
        original.enrol(centre.url(), kit::enrolCode(database.address(), "w3"));
        TRY_LONG(original.engine.status().numbersLeft == 200);
        TRY_LONG(original.storage.registry()->person(PersonId("liufei")) != nullptr);
        original.signIn("liufei");
        TRY_LONG(original.storage.registry()->key(original.key) != nullptr);
        const TakenIn first = original.takeIn();
        TRY_LONG(original.admittedNumber(first.stream) == first.caseNo);
        const Secret dataKey = original.storage.keys()->dataKey().clone();

        // The evening's image; then the day goes on with a second case.
        taken(original.storage.run([from = folder.path(), to = image.path()](WorkstationStore&) -> Result<void> {
            QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                files.next();
                if (!QFile::copy(files.filePath(), to + QLatin1Char('/') + files.fileName()))
                    return failure("test.copy");
            }
            return {};
        }));
        const TakenIn second = original.takeIn();
        TRY_LONG(original.admittedNumber(second.stream) == second.caseNo);

        // The image is started, and prints a receipt before it reaches the centre: under the number that is given out
        // already.
        Desk restored(image.path());
        restored.reopen(centre.url(), dataKey, original);
        const TakenIn clash = restored.takeIn();
        QCOMPARE(clash.caseNo, second.caseNo);
        restored.engine.start();
        TRY_LONG(restored.engine.status().connection == SyncConnection::ChainDisputed);
        QVERIFY(!restored.engine.maySign());
        QCOMPARE(restored.engine.status().waiting, 1);

        restored.enrol(centre.url(), kit::enrolCode(database.address(), "w3"));
        TRY_LONG(restored.online());
        QVERIFY(restored.engine.maySign());
        TRY_LONG(restored.engine.status().refused == 1);
        const auto refused
            = taken(restored.storage.run([](WorkstationStore& store) { return store.outbox().refused(); }));
        QCOMPARE(refused.size(), std::size_t {1});
        QCOMPARE(refused.front().verdict.verdict, Verdict::NumberClash);
        TRY_LONG(restored.engine.status().waiting == 0);
        // The first truth under that number stands on both desks.
        TRY_LONG(restored.admittedNumber(second.stream) == second.caseNo);
        QVERIFY(original.online());
        QCOMPARE(original.admittedNumber(second.stream), second.caseNo);
    }
};

QTEST_GUILESS_MAIN(RealCentreTest)
#include "real_centre_test.moc"
