// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/workflows/workplace.h>

#include "workplace_private.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/rest/centre_client.h>
#include <yichuang/secrets/keychain.h>
#include <yichuang/sync/sync_engine.h>

namespace yichuang {
namespace {

std::string seenName(const PersonId& person) {
    return "seen." + person.value();
}

} // namespace

/// What the file tells before and after it is unlocked.
struct Workplace::FileReading {
    std::optional<Enrolment> enrolment;
    std::vector<KnownPerson> known;
    ClockRecord clock;
    bool unlocked = false;
    std::shared_ptr<Secret> credential;
    Machine::Values machine;
};

Result<Workplace::FileReading> Workplace::read(WorkstationStore& store) {
    FileReading reading;
    auto enrolment = store.settings().enrolment();
    if (!enrolment)
        return tl::unexpected<Error> {enrolment.error()};
    reading.enrolment = *enrolment;
    auto known = store.people().all();
    if (!known)
        return tl::unexpected<Error> {known.error()};
    reading.known = std::move(*known);
    auto clock = store.settings().clock();
    if (!clock)
        return tl::unexpected<Error> {clock.error()};
    reading.clock = *clock;
    auto machine = Machine::read(store);
    if (!machine)
        return tl::unexpected<Error> {machine.error()};
    reading.machine = std::move(*machine);
    reading.unlocked = store.keys().unlocked();
    if (reading.unlocked && reading.enrolment) {
        auto credential = store.settings().credential();
        if (!credential)
            return tl::unexpected<Error> {credential.error()};
        reading.credential = std::make_shared<Secret>(std::move(*credential));
    }
    return reading;
}

namespace {

QDateTime timeOf(std::int64_t milliseconds) {
    return milliseconds == 0 ? QDateTime {} : toHallTime(fromMilliseconds(milliseconds));
}

Connection connectionOf(SyncConnection connection) {
    switch (connection) {
    case SyncConnection::Never:
    case SyncConnection::NotEnrolled:
        return Connection::Never;
    case SyncConnection::Online:
        return Connection::Online;
    case SyncConnection::Offline:
        return Connection::Offline;
    case SyncConnection::NotOurService:
        return Connection::NotOurService;
    case SyncConnection::OtherRelease:
        return Connection::OtherRelease;
    case SyncConnection::WrongClock:
        return Connection::WrongClock;
    case SyncConnection::WaitingForSignIn:
        return Connection::WaitingForSignIn;
    case SyncConnection::Revoked:
        return Connection::Revoked;
    case SyncConnection::ChainDisputed:
        return Connection::ChainDisputed;
    }
    return Connection::Never;
}

QString dataKeyName(const WorkplaceSettings& settings) {
    return QStringLiteral("data-key:") + settings.profile;
}

} // namespace

Workplace::Private::Private(
    Workplace& owner, const WorkplaceSettings& given, const Clock& ticking, std::unique_ptr<Keychain> secrets)
    : workplace(owner)
    , settings(given)
    , clock(ticking)
    , keychain(std::move(secrets))
    , storage(std::make_unique<StorageThread>(given.profile, ticking))
    , centre(std::make_unique<CentreClient>(network, ticking))
    , watch(ticking)
    , registry(std::make_shared<Registry>())
    , pass(std::make_unique<DoorPass>(*centre, [this] { return toMilliseconds(correctedNow()); })) { }

Workplace::Private::~Private() = default;

QFuture<Result<bool>> Workplace::Private::openFile() {
    return storage->opened()
        .then(&workplace,
            [this](const Result<OpenReport>& opened) -> QFuture<Result<KeychainState>> {
                if (!opened)
                    return readyFuture<KeychainState>(tl::unexpected<Error> {opened.error()});
                return keychain->probe();
            })
        .unwrap()
        .then(&workplace,
            [this](const Result<KeychainState>& state) -> QFuture<Result<QByteArray>> {
                if (!state)
                    return readyFuture<QByteArray>(tl::unexpected<Error> {state.error()});
                keychainAnswers = *state == KeychainState::Answers;
                if (!keychainAnswers)
                    return readyFuture<QByteArray>(QByteArray {});
                return keychain->read(dataKeyName(settings))
                    .then(&workplace, [](const Result<QByteArray>& key) -> Result<QByteArray> {
                        // No key there yet, or a keychain that was locked in between: the person's slot opens the file.
                        return key ? *key : QByteArray {};
                    });
            })
        .unwrap()
        .then(&workplace,
            [this](const Result<QByteArray>& key) -> QFuture<Result<void>> {
                if (!key)
                    return readyFuture<void>(tl::unexpected<Error> {key.error()});
                if (key->isEmpty())
                    return readyFuture<void>({});
                auto secret = std::make_shared<Secret>(
                    std::string_view {key->constData(), static_cast<std::size_t>(key->size())});
                return storage->run([secret](WorkstationStore& store) -> Result<void> {
                    const auto made = store.keys().made();
                    if (!made)
                        return tl::unexpected<Error> {made.error()};
                    if (store.keys().unlocked() || !*made)
                        return {};
                    auto unlocked = store.keys().unlock(std::move(*secret));
                    // Another file's key in the keychain: the person's slot still opens this one.
                    if (!unlocked && !unlocked.error().is("storage.wrong_key"))
                        return unlocked;
                    return {};
                });
            })
        .unwrap()
        .then(&workplace,
            [this](const Result<void>& unlocked) -> QFuture<Result<void>> {
                if (!unlocked)
                    return readyFuture<void>(tl::unexpected<Error> {unlocked.error()});
                return readFile();
            })
        .unwrap()
        .then(&workplace, [this](const Result<void>& read) -> Result<bool> {
            if (!read)
                return tl::unexpected<Error> {read.error()};
            return keychainAnswers;
        });
}

QFuture<Result<void>> Workplace::Private::readFile() {
    return storage->run(&Workplace::read).then(&workplace, [this](const Result<FileReading>& reading) -> Result<void> {
        if (!reading)
            return tl::unexpected<Error> {reading.error()};
        enrolment = reading->enrolment;
        known = reading->known;
        clockRecord = reading->clock;
        centre->setOffset(clockRecord.offset);
        registry = storage->registry();
        machine->take(reading->machine);
        if (enrolment && watch.look(clockRecord) == ClockFinding::BeforeLastContact)
            clockQuestioned = true;
        if (enrolment && reading->credential) {
            // An address that can't be used leaves the workstation offline; the sync panel says why.
            if (auto set = centre->setCentre(CentreAddress {QUrl(centreUrl()), settings.allowPlainHttp, {}}); !set)
                qWarning("centre address: %s", set.error().code.c_str());
            centre->setCredential(enrolment->workstation, *reading->credential);
            startSync();
        }
        return {};
    });
}

QFuture<Result<void>> Workplace::Private::keepDataKey() {
    const auto keys = storage->keys();
    if (!keychainAnswers || !keys)
        return readyFuture<void>({});
    const auto bytes = keys->dataKey().bytes();
    const QByteArray secret(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return keychain->write(dataKeyName(settings), secret)
        .then(&workplace, [this](const Result<void>& written) -> Result<void> {
            // The slots of persons and of recovery open the file all the same.
            if (!written)
                keychainAnswers = false;
            return {};
        });
}

QFuture<Result<void>> Workplace::Private::keepKeyAndReadFile() {
    return keepDataKey()
        .then(&workplace,
            [this](const Result<void>& kept) -> QFuture<Result<void>> {
                if (!kept)
                    return readyFuture<void>(tl::unexpected<Error> {kept.error()});
                return readFile();
            })
        .unwrap();
}

void Workplace::Private::personSignedIn() {
    readSyncStatus();
    // Before anything of hers is written: the storage thread keeps the order.
    std::ignore = checkOutbox();
    readSeen();
    std::ignore = readFile();
    std::ignore = keepDataKey();
}

void Workplace::Private::noteSeen() {
    if (!pen)
        return;
    std::ignore = storage->run([name = seenName(pen->person)](WorkstationStore& store) -> Result<void> {
        const auto mark = store.journal().mark();
        if (!mark)
            return tl::unexpected<Error> {mark.error()};
        return store.settings().setText(name, std::to_string(*mark));
    });
}

void Workplace::Private::readSeen() {
    awaySince = storage->run([name = seenName(person())](WorkstationStore& store) -> Result<std::int64_t> {
        const auto noted = store.settings().text(name);
        if (!noted)
            return tl::unexpected<Error> {noted.error()};
        return noted->empty() ? store.journal().mark() : Result<std::int64_t> {toQString(*noted).toLongLong()};
    });
}

void Workplace::Private::startSync() {
    if (syncEngine) {
        syncEngine->start();
        return;
    }
    syncEngine = std::make_unique<SyncEngine>(*storage, *centre, clock);
    QObject::connect(syncEngine.get(), &SyncEngine::statusChanged, &workplace, [this] { readSyncStatus(); });
    QObject::connect(syncEngine.get(), &SyncEngine::clockMeasured, &workplace, [this](const ClockRecord& record) {
        clockRecord = record;
        // The centre has told the time: that settles what the wall clock left open.
        watch.confirm();
        clockQuestioned = false;
    });
    QObject::connect(
        syncEngine.get(), &SyncEngine::chainDisputed, &workplace, [this] { Q_EMIT sync->chainDisputed(); });
    syncEngine->start();
    readSyncStatus();
}

QFuture<Result<int>> Workplace::Private::checkOutbox() {
    return storage->run([](WorkstationStore& store) -> Result<int> {
        const auto hall = store.registry();
        auto damaged = store.outbox().check(*hall);
        if (!damaged)
            return tl::unexpected<Error> {damaged.error()};
        return store.outbox().setAside(*damaged);
    });
}

void Workplace::Private::readSyncStatus() {
    SyncStatus& status = sync->m_status;
    if (!syncEngine) {
        status.connection = enrolment && !storage->keys() ? Connection::WaitingForSignIn : Connection::Never;
    } else {
        const SyncReport& report = syncEngine->status();
        status.connection = connectionOf(report.connection);
        status.errorCode = toQString(report.lastError.code);
        status.waiting = report.waiting;
        status.waitingSince = timeOf(report.waitingSince);
        status.lastContact = timeOf(report.lastContact);
        status.nextTry = timeOf(report.nextTry);
        status.numbersLeft = report.numbersLeft;
        status.offsetMilliseconds = report.offset;
    }
    Q_EMIT sync->statusChanged(status);
}

Workplace::Workplace(const WorkplaceSettings& settings, const Clock& clock, std::unique_ptr<Keychain> keychain)
    : m_d(std::make_unique<Private>(*this, settings, clock, std::move(keychain))) {
    m_d->session = std::make_unique<Session>(*this);
    m_d->intakes = std::make_unique<IntakeDesk>(*this);
    m_d->casework = std::make_unique<Casework>(*this);
    m_d->papers = std::make_unique<PapersDesk>(*this);
    m_d->sync = std::make_unique<SyncDesk>(*this);
    m_d->machine = std::make_unique<Machine>(*this);
    StorageThread* storage = m_d->storage.get();
    connect(storage, &StorageThread::caseChanged, this, [this](const StreamId& stream) {
        Q_EMIT m_d->casework->caseChanged(stream);
        Q_EMIT m_d->casework->listsChanged();
    });
    connect(storage, &StorageThread::hallChanged, this, [this] {
        m_d->registry = m_d->storage->registry();
        Q_EMIT hallChanged();
    });
    connect(storage, &StorageThread::outboxChanged, this, [this] { m_d->readSyncStatus(); });
    connect(storage, &StorageThread::refusedChanged, this, [this] { Q_EMIT m_d->sync->refusedChanged(); });
}

Workplace::~Workplace() {
    m_d->noteSeen();
    // Sync first: it speaks to the storage thread, which finishes what it was given.
    m_d->syncEngine.reset();
}

Session& Workplace::session() {
    return *m_d->session;
}
IntakeDesk& Workplace::intakes() {
    return *m_d->intakes;
}
Casework& Workplace::casework() {
    return *m_d->casework;
}
PapersDesk& Workplace::papers() {
    return *m_d->papers;
}
SyncDesk& Workplace::sync() {
    return *m_d->sync;
}
Machine& Workplace::machine() {
    return *m_d->machine;
}
QString Workplace::profile() const {
    return m_d->settings.profile;
}
const Clock& Workplace::clock() const {
    return m_d->clock;
}
Instant Workplace::correctedNow() const {
    return m_d->correctedNow();
}
CivilDate Workplace::today() const {
    return m_d->today();
}
std::shared_ptr<const Registry> Workplace::registry() const {
    return m_d->registry;
}

} // namespace yichuang
