// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/workflows/session.h>

#include "demonstration.h"
#include "workplace_private.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/rest/centre_client.h>
#include <yichuang/secrets/keychain.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QPromise>
#include <QSysInfo>
#include <QTimer>

#include <array>

namespace yichuang {
namespace {

constexpr int offlineTriesBeforeLock = 5;
constexpr std::int64_t lockMilliseconds = 5LL * 60 * 1000;
constexpr int firstHallMilliseconds = 30'000; ///< how long a first sign-in waits for people and items to arrive

/// Codes that mean "the centre does not answer", so that the workstation's own slot may decide.
bool centreIsSilent(const Error& error) {
    constexpr std::array silent {"rest.unreachable", "rest.timeout", "rest.tls", "rest.temporary",
        "rest.not_our_service", "rest.schema", "rest.aborted", "rest.not_enrolled"};
    return std::any_of(silent.begin(), silent.end(), [&error](const char* code) { return error.is(code); });
}

/// What the storage thread found and made for a person whose password the centre accepted.
struct OpenedPen {
    KnownPerson known;
    std::shared_ptr<Pen> pen;
    bool fresh = false; ///< a new pair: its public half has to be registered
};

Result<OpenedPen> penFor(WorkstationStore& store, const SignInAnswer& answer, const std::string& password,
    PasswordCost cost, std::int64_t now) {
    OpenedPen opened;
    auto found = store.people().find(answer.person.value());
    if (!found)
        return tl::unexpected<Error> {found.error()};
    if (*found)
        opened.known = **found;
    opened.known.person = answer.person;
    opened.pen = std::make_shared<Pen>();
    opened.pen->person = answer.person;
    bool hasKey = false;
    if (!opened.known.wrappedKey.empty()) {
        if (auto key = unwrapByPassword(opened.known.wrappedKey, password)) {
            opened.pen->signingKey = std::move(*key);
            opened.pen->key = opened.known.key;
            hasKey = true;
        }
    }
    if (!hasKey) {
        // First sign-in here, or a password that no longer opens the key: a new pair; the old public half stays with
        // its end.
        KeyPair pair = makeSigningKey();
        SystemRandomness randomness;
        opened.known.key = KeyId {makeUuid(now, randomness)};
        opened.known.publicKey = pair.publicKey;
        opened.known.wrappedKey = wrapByPassword(pair.secretKey, password, cost);
        opened.pen->key = opened.known.key;
        opened.pen->signingKey = std::move(pair.secretKey);
        opened.fresh = true;
    }
    if (!passwordMatches(opened.known.verifier, password))
        opened.known.verifier = passwordVerifier(password, cost);
    opened.known.lastOnline = now;
    opened.known.lastSignIn = now;
    opened.known.offlineUntil = answer.offlineUntil;
    opened.known.failedTries = 0;
    opened.known.lockedUntil = 0;
    return opened;
}

Result<void> rememberPen(WorkstationStore& store, KnownPerson known, const std::string& password, PasswordCost cost) {
    if (const Person* person = store.registry()->person(known.person))
        known.name = person->name;
    if (known.name.empty())
        known.name = known.person.value();
    if (auto kept = store.people().remember(known); !kept)
        return kept;
    return store.keys().keepForPerson(known.person, password, cost);
}

Result<OpenedPen> penOffline(
    WorkstationStore& store, const std::string& name, const std::string& password, std::int64_t now) {
    auto found = store.people().find(name);
    if (!found)
        return tl::unexpected<Error> {found.error()};
    if (!*found || (*found)->verifier.empty())
        return failure("sign_in.offline_unknown");
    KnownPerson known = **found;
    if (known.lockedUntil > now)
        return failure("sign_in.locked", {{"until", std::to_string(known.lockedUntil)}});
    if (!passwordMatches(known.verifier, password)) {
        if (++known.failedTries >= offlineTriesBeforeLock) {
            known.lockedUntil = now + lockMilliseconds;
            known.failedTries = 0;
        }
        if (auto kept = store.people().remember(known); !kept)
            return tl::unexpected<Error> {kept.error()};
        return failure("sign_in.wrong");
    }
    if (known.offlineUntil < now)
        return failure("sign_in.offline_expired", {{"until", std::to_string(known.offlineUntil)}});
    auto key = unwrapByPassword(known.wrappedKey, password);
    if (!key)
        return tl::unexpected<Error> {key.error()};
    OpenedPen opened;
    known.failedTries = 0;
    known.lastSignIn = now;
    if (auto kept = store.people().remember(known); !kept)
        return tl::unexpected<Error> {kept.error()};
    opened.pen = std::make_shared<Pen>();
    opened.pen->person = known.person;
    opened.pen->key = known.key;
    opened.pen->signingKey = std::move(*key);
    opened.known = std::move(known);
    return opened;
}

/// The first time, or anew: then the keys of persons end with the workstation that they were registered for, and an
/// offline sign-in with them.
Result<void> keepEnrolment(WorkstationStore& store, const Enrolment& enrolment, const KeyPair& own) {
    return store.together([&]() -> Result<void> {
        const auto made = store.keys().made();
        if (!made)
            return tl::unexpected<Error> {made.error()};
        if (!*made) {
            if (auto key = store.keys().make(enrolment.recoveryKey); !key)
                return key;
        }
        if (auto enrolled = store.settings().enrol(enrolment); !enrolled)
            return enrolled;
        auto people = store.people().all();
        if (!people)
            return tl::unexpected<Error> {people.error()};
        for (KnownPerson& person : *people) {
            person.key = {};
            person.publicKey.clear();
            person.wrappedKey.clear();
            person.verifier.clear();
            if (auto kept = store.people().remember(person); !kept)
                return kept;
        }
        return store.settings().keepCredential(own.secretKey);
    });
}

} // namespace

Session::Session(Workplace& workplace)
    : m_workplace(workplace) { }

QFuture<Result<StartReport>> Session::start() {
    return m_workplace.m_d->openFile().then(this, [this](const Result<bool>& keychain) -> Result<StartReport> {
        Workplace::Private& place = *m_workplace.m_d;
        if (!keychain)
            return tl::unexpected<Error> {keychain.error()};
        StartReport report;
        report.keychain = *keychain;
        report.demonstration = demonstrationPeople(place.settings.demonstrationFile);
        report.keyLost = place.keyLost();
        if (!place.enrolment || report.keyLost) {
            report.state = StartState::NeedsEnrolment;
            report.centreUrl = place.settings.centreUrl;
            report.enrolCode = place.settings.enrolCode;
            return report;
        }
        report.hallName = toQString(place.enrolment->hallName);
        report.windowName = toQString(place.enrolment->windowName);
        if (const Window* window = place.registry->window(place.enrolment->window))
            report.windowName = toQString(window->name);
        report.state = place.storage->keys() ? StartState::NeedsSignIn : StartState::NeedsFirstSignIn;
        report.clockMoved = place.clockQuestioned;
        const std::int64_t now = toMilliseconds(place.correctedNow());
        constexpr qsizetype lastPeople = 5;
        for (const KnownPerson& known : place.known) {
            if (report.people.size() == lastPeople)
                break;
            report.people.push_back(LastPerson {known.person, toQString(known.name),
                !known.verifier.empty() && known.offlineUntil > now, toHallTime(fromMilliseconds(known.offlineUntil))});
        }
        return report;
    });
}

QFuture<Result<void>> Session::enrol(const QString& centreUrl, const QString& code) {
    return join(centreUrl.isEmpty() ? m_workplace.m_d->settings.centreUrl : centreUrl, code, {});
}

QFuture<Result<void>> Session::enrolAnew(const QString& code) {
    Workplace::Private& place = *m_workplace.m_d;
    if (!place.enrolment)
        return readyFuture<void>(failure("storage.not_enrolled"));
    return join(place.centreUrl(), code, place.enrolment->window)
        .then(this, [this](const Result<void>& joined) -> Result<void> {
            if (joined) {
                // Her key is the old workstation's: what it signs from now on, nobody would take.
                lock();
                m_workplace.m_d->startSync();
            }
            return joined;
        });
}

QFuture<Result<void>> Session::join(const QString& url, const QString& code, const WindowId& only) {
    Workplace::Private& place = *m_workplace.m_d;
    if (auto set = place.centre->setCentre(CentreAddress {QUrl(url), place.settings.allowPlainHttp, {}}); !set)
        return readyFuture<void>(tl::unexpected<Error> {set.error()});
    auto pair = std::make_shared<KeyPair>(makeSigningKey());
    const EnrolRequest request {code.toStdString(), pair->publicKey, QSysInfo::machineHostName().toStdString()};
    return place.centre->enrol(request)
        .then(this,
            [this, pair, url, only](const Result<EnrolAnswer>& answer) -> QFuture<Result<void>> {
                if (!answer)
                    return readyFuture<void>(tl::unexpected<Error> {answer.error()});
                if (!only.empty() && answer->window != only)
                    return readyFuture<void>(failure("enrol.window", {{"window", answer->window.value()}}));
                Enrolment enrolment {answer->workstation, answer->window, answer->centre, url.toStdString(),
                    answer->hallName, {}, answer->recoveryKey, answer->hallKey};
                Workplace::Private& here = *m_workplace.m_d;
                // Only now, with a code that was taken: a wrong one leaves everything as it is.
                auto file = here.keyLost() ? here.storage->beginAnew() : readyFuture<void>({});
                return file
                    .then(this,
                        [this, enrolment, pair](const Result<void>& ready) -> QFuture<Result<void>> {
                            if (!ready)
                                return readyFuture<void>(tl::unexpected<Error> {ready.error()});
                            return m_workplace.m_d->storage->run([enrolment, pair](WorkstationStore& store) {
                                return keepEnrolment(store, enrolment, *pair);
                            });
                        })
                    .unwrap();
            })
        .unwrap()
        .then(this,
            [this](const Result<void>& stored) -> QFuture<Result<void>> {
                if (!stored)
                    return readyFuture<void>(tl::unexpected<Error> {stored.error()});
                return m_workplace.m_d->keepKeyAndReadFile();
            })
        .unwrap();
}

QFuture<Result<void>> Session::recover(const QString& privateKeyHex) {
    return m_workplace.m_d->storage
        ->run([typed = privateKeyHex.toStdString()](WorkstationStore& store) -> Result<void> {
            if (store.keys().unlocked())
                return failure("recovery.not_needed");
            const auto key = recoveryKeyOf(typed);
            if (!key)
                return tl::unexpected<Error> {key.error()};
            auto opened = store.keys().unlockByRecovery(*key);
            if (!opened && (opened.error().is("vault.recovery_key") || opened.error().is("storage.wrong_key")))
                return failure("recovery.wrong");
            return opened;
        })
        .then(this,
            [this](const Result<void>& opened) -> QFuture<Result<void>> {
                if (!opened)
                    return readyFuture<void>(tl::unexpected<Error> {opened.error()});
                return m_workplace.m_d->keepKeyAndReadFile();
            })
        .unwrap();
}

QFuture<Result<SignedIn>> Session::signIn(const QString& person, const QString& password) {
    Workplace::Private& place = *m_workplace.m_d;
    const std::string name = person.toStdString();
    const std::string secret = password.toStdString();
    const PasswordCost cost = place.settings.quickPasswords ? PasswordCost::Test : PasswordCost::Interactive;
    const std::int64_t now = toMilliseconds(place.correctedNow());

    // Without a keychain the file itself is still locked: the person's slot opens it, or the password is wrong.
    auto unlocked = place.storage->run([name, secret](WorkstationStore& store) -> Result<void> {
        if (store.keys().unlocked())
            return {};
        auto known = store.people().find(name);
        if (!known)
            return tl::unexpected<Error> {known.error()};
        if (!*known)
            return failure("sign_in.unlock_first");
        if (auto opened = store.keys().unlockByPassword((*known)->person, secret); !opened)
            return failure(opened.error().is("vault.password") ? "sign_in.wrong" : opened.error().code);
        return {};
    });
    return unlocked
        .then(this,
            [this, name, secret](const Result<void>& open) -> QFuture<Result<SignInAnswer>> {
                if (!open)
                    return readyFuture<SignInAnswer>(tl::unexpected<Error> {open.error()});
                return m_workplace.m_d->readFile()
                    .then(this,
                        [this, name, secret](const Result<void>& read) -> QFuture<Result<SignInAnswer>> {
                            if (!read)
                                return readyFuture<SignInAnswer>(tl::unexpected<Error> {read.error()});
                            return m_workplace.m_d->centre->signIn(SignInRequest {name, secret, {}});
                        })
                    .unwrap();
            })
        .unwrap()
        .then(this,
            [this, name, secret, cost, now](const Result<SignInAnswer>& answer) -> QFuture<Result<SignedIn>> {
                if (answer)
                    return signInOnline(*answer, secret, cost);
                if (!centreIsSilent(answer.error()))
                    return readyFuture<SignedIn>(tl::unexpected<Error> {answer.error()});
                return m_workplace.m_d->storage
                    ->run([name, secret, now](WorkstationStore& store) { return penOffline(store, name, secret, now); })
                    .then(this, [this](const Result<OpenedPen>& opened) -> Result<SignedIn> {
                        if (!opened)
                            return tl::unexpected<Error> {opened.error()};
                        m_workplace.m_d->pen = opened->pen;
                        m_workplace.m_d->pass->drop();
                        return become(opened->known.person, true, opened->known.offlineUntil);
                    });
            })
        .unwrap();
}

QFuture<Result<SignedIn>> Session::signInOnline(
    const SignInAnswer& answer, const std::string& password, PasswordCost cost) {
    Workplace::Private& place = *m_workplace.m_d;
    const std::int64_t now = toMilliseconds(place.correctedNow());
    return place.storage
        ->run([answer, password, cost, now](
                  WorkstationStore& store) { return penFor(store, answer, password, cost, now); })
        .then(this,
            [this, answer, password, cost](const Result<OpenedPen>& opened) -> QFuture<Result<SignedIn>> {
                if (!opened)
                    return readyFuture<SignedIn>(tl::unexpected<Error> {opened.error()});
                auto registered = opened->fresh ? m_workplace.m_d->centre->registerKey(toQString(answer.access),
                                                      KeyRequest {opened->known.key, opened->known.publicKey})
                                                : readyFuture<void>({});
                return registered
                    .then(this,
                        [this, opened = *opened, password, cost](const Result<void>& done) -> QFuture<Result<void>> {
                            if (!done)
                                return readyFuture<void>(tl::unexpected<Error> {done.error()});
                            return waitForPerson(opened.known.person)
                                .then(this,
                                    [this, opened, password, cost](const Result<void>& here) -> QFuture<Result<void>> {
                                        if (!here)
                                            return readyFuture<void>(tl::unexpected<Error> {here.error()});
                                        return m_workplace.m_d->storage->run(
                                            [known = opened.known, password, cost](WorkstationStore& store) {
                                                return rememberPen(store, known, password, cost);
                                            });
                                    })
                                .unwrap();
                        })
                    .unwrap()
                    .then(this, [this, answer, opened = *opened](const Result<void>& remembered) -> Result<SignedIn> {
                        if (!remembered)
                            return tl::unexpected<Error> {remembered.error()};
                        m_workplace.m_d->pen = opened.pen;
                        auto current = become(opened.known.person, false, opened.known.offlineUntil);
                        if (current)
                            m_workplace.m_d->pass->keep(answer);
                        return current;
                    });
            })
        .unwrap();
}

QFuture<Result<void>> Session::waitForPerson(const PersonId& id) {
    // On a new machine the hall's people and items are still on their way.
    Workplace::Private& place = *m_workplace.m_d;
    if (place.registry->person(id))
        return readyFuture<void>({});
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto* waiting = new QObject(this);
    const auto finish = [promise, waiting](Result<void> result) {
        promise->addResult(std::move(result));
        promise->finish();
        waiting->deleteLater();
    };
    connect(&m_workplace, &Workplace::hallChanged, waiting, [this, id, finish, waiting] {
        if (!m_workplace.registry()->person(id))
            return;
        waiting->disconnect();
        QObject::disconnect(&m_workplace, nullptr, waiting, nullptr);
        finish({});
    });
    auto* limit = new QTimer(waiting);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, waiting, [this, finish, waiting] {
        QObject::disconnect(&m_workplace, nullptr, waiting, nullptr);
        finish(failure("sign_in.hall_not_here"));
    });
    limit->start(firstHallMilliseconds);
    m_workplace.sync().tryNow();
    return promise->future();
}

Result<SignedIn> Session::become(const PersonId& id, bool offline, std::int64_t offlineUntil) {
    Workplace::Private& place = *m_workplace.m_d;
    const Person* person = place.registry->person(id);
    if (!person || person->disabled) {
        place.pen.reset();
        return failure(person ? "sign_in.disabled" : "sign_in.hall_not_here");
    }
    SignedIn signedIn;
    signedIn.id = id;
    signedIn.name = toQString(person->name);
    signedIn.department = toQString(person->department);
    signedIn.roles = person->roles;
    signedIn.offline = offline;
    signedIn.offlineUntil = toHallTime(fromMilliseconds(offlineUntil));
    if (place.enrolment) {
        signedIn.window = place.enrolment->window;
        if (const Window* window = place.registry->window(signedIn.window))
            signedIn.windowName = toQString(window->name);
    }
    m_current = signedIn;
    place.personSignedIn();
    Q_EMIT this->signedIn(signedIn);
    return signedIn;
}

void Session::confirmDate() {
    Workplace::Private& place = *m_workplace.m_d;
    place.watch.confirm();
    place.clockQuestioned = false;
    place.clockFlagged = true;
}

void Session::lock() {
    m_workplace.m_d->noteSeen();
    m_workplace.m_d->pen.reset();
    m_workplace.m_d->pass->end();
    Q_EMIT locked();
    m_current.reset();
}

} // namespace yichuang
