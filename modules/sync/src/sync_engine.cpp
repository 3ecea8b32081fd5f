// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_private.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace yichuang {

SyncEngine::Private::Private(
    SyncEngine& engine, StorageThread& storage, CentreClient& centre, const Clock& clock, SyncSettings settings)
    : m_engine(engine)
    , m_storage(storage)
    , m_centre(centre)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_batchActs(m_settings.batchActs)
    , m_wait(m_settings.wait)
    , m_lastMonotonic(clock.monotonic())
    , m_lastWall(clock.now()) {
    if (!m_settings.jitter)
        m_settings.jitter = [] { return QRandomGenerator::global()->generateDouble(); };
    m_retry.setSingleShot(true);
    QObject::connect(&m_retry, &QTimer::timeout, &m_engine, [this] { connectToCentre(); });
    QObject::connect(&m_pulse, &QTimer::timeout, &m_engine, [this] { pulse(); });
    m_newsLater.setSingleShot(true);
    QObject::connect(&m_newsLater, &QTimer::timeout, &m_engine, [this] {
        m_pulling = false;
        pullNext();
    });
    QObject::connect(&m_storage, &StorageThread::outboxChanged, &m_engine, [this] {
        countSoon();
        if (m_online) {
            pushNext();
            leaseNext();
        }
    });
    QObject::connect(&m_storage, &StorageThread::refusedChanged, &m_engine, [this] { countSoon(); });
    QObject::connect(&m_centre, &CentreClient::timeTold, &m_engine,
        [this](qint64 offset, qint64 centreTime) { keepTime(offset, centreTime); });
}

std::int64_t SyncEngine::Private::correctedNow() const {
    return toMilliseconds(m_clock.now()) + m_centre.offset();
}

void SyncEngine::Private::publish(const std::function<void(SyncReport&)>& change) {
    SyncReport report = m_report;
    change(report);
    if (report == m_report)
        return;
    m_report = report;
    Q_EMIT m_engine.statusChanged(m_report);
}

void SyncEngine::Private::begin() {
    if (!m_started) {
        m_started = true;
        m_pulse.start(m_settings.pulse);
    }
    countSoon();
    if (!m_online) {
        m_failures = 0;
        connectToCentre();
    }
}

// --- being connected

namespace {

struct Readiness {
    bool unlocked = false;
    std::optional<Enrolment> enrolment;
    ClockRecord clock;
};

} // namespace

void SyncEngine::Private::connectToCentre() {
    if (m_connecting)
        return;
    endStretch();
    m_connecting = true;
    auto read = m_storage.run([](WorkstationStore& store) -> Result<Readiness> {
        Readiness readiness;
        readiness.unlocked = store.keys().unlocked();
        auto enrolment = store.settings().enrolment();
        if (!enrolment)
            return tl::unexpected(enrolment.error());
        readiness.enrolment = std::move(*enrolment);
        const auto clock = store.settings().clock();
        if (!clock)
            return tl::unexpected(clock.error());
        readiness.clock = *clock;
        return readiness;
    });
    after(read, [this](const Result<Readiness>& readiness) {
        if (!readiness) {
            fail(readiness.error());
            return;
        }
        // Nothing to try until somebody enrols or signs in: `start` comes again then.
        const auto rest = [this](SyncConnection connection) {
            m_connecting = false;
            publish([&](SyncReport& report) {
                report.connection = connection;
                report.nextTry = 0;
            });
        };
        if (!readiness->enrolment) {
            rest(SyncConnection::NotEnrolled);
            return;
        }
        if (!readiness->unlocked || !m_centre.hasCredential()) {
            rest(SyncConnection::WaitingForSignIn);
            return;
        }
        m_enrolment = *readiness->enrolment;
        if (m_record.lastContact < readiness->clock.lastContact)
            m_record = readiness->clock;
        after(m_centre.chain(&m_abort), [this](const Result<ChainAnswer>& chain) {
            if (!chain)
                fail(chain.error());
            else
                compareChains(*chain);
        });
    });
}

namespace {

struct ChainComparison {
    ChainHead own;
    HashText ownAtTheirs; ///< own hash at the number that the centre knows; empty = not kept any more
    std::int64_t firstWaiting = 0; ///< 0 = nothing waits
};

} // namespace

void SyncEngine::Private::compareChains(const ChainAnswer& theirs) {
    auto read = m_storage.run([number = theirs.number](WorkstationStore& store) -> Result<ChainComparison> {
        ChainComparison comparison;
        auto own = store.journal().chain();
        if (!own)
            return tl::unexpected(own.error());
        comparison.own = std::move(*own);
        auto hash = store.outbox().hashAt(number);
        if (!hash)
            return tl::unexpected(hash.error());
        comparison.ownAtTheirs = std::move(*hash);
        const auto next = store.outbox().next(1, 1);
        if (!next)
            return tl::unexpected(next.error());
        if (!next->empty() && next->front().origin == comparison.own.origin)
            comparison.firstWaiting = next->front().number;
        return comparison;
    });
    after(read, [this, theirs](const Result<ChainComparison>& comparison) {
        if (!comparison) {
            fail(comparison.error());
            return;
        }
        const bool ahead = theirs.number > comparison->own.number;
        const bool branched
            = !ahead && theirs.number > 0 && !comparison->ownAtTheirs.empty() && comparison->ownAtTheirs != theirs.hash;
        if (ahead || branched) {
            // A restored image or a clone. Whatever was signed on top would be a second truth under the same numbers.
            const bool news = !m_disputed;
            m_disputed = true;
            fail({ahead ? "sync.chain_ahead" : "sync.chain_branched",
                {{"own", std::to_string(comparison->own.number)}, {"theirs", std::to_string(theirs.number)}}});
            if (news)
                Q_EMIT m_engine.chainDisputed();
            return;
        }
        m_disputed = false;
        const std::int64_t acknowledged
            = comparison->firstWaiting > 0 ? comparison->firstWaiting - 1 : comparison->own.number;
        if (theirs.number < acknowledged)
            pushKept(theirs.number + 1, [this] { online(); }); // a centre that forgot is given back what it lost
        else
            online();
    });
}

void SyncEngine::Private::online() {
    m_connecting = false;
    m_online = true;
    m_cut = false;
    m_failures = 0;
    publish([this](SyncReport& report) {
        report.connection = SyncConnection::Online;
        report.lastError = {};
        report.nextTry = 0;
        report.lastContact = std::max(report.lastContact, m_record.lastContact);
    });
    m_nextLease = m_clock.monotonic();
    pushNext();
    pullNext();
    leaseNext();
}

/// What of the present stretch is still under way is aborted and passed over.
void SyncEngine::Private::endStretch() {
    ++m_stretch;
    m_retry.stop();
    m_connecting = m_online = m_pushing = m_pushAgain = m_pulling = m_leasing = false;
    m_ahead.clear();
    m_beyond.clear();
    m_train = {};
    m_newsLater.stop();
    m_abort.pull();
}

static SyncConnection connectionAfter(const Error& error) {
    if (error.is("rest.not_our_service"))
        return SyncConnection::NotOurService;
    if (error.is("rest.schema") || error.is("wire.form"))
        return SyncConnection::OtherRelease;
    if (error.is("auth.workstation"))
        return SyncConnection::Revoked;
    if (error.is("auth.time"))
        return SyncConnection::WrongClock;
    if (error.is("storage.locked") || error.is("rest.not_enrolled"))
        return SyncConnection::WaitingForSignIn;
    if (error.code.starts_with("sync.chain_"))
        return SyncConnection::ChainDisputed;
    return SyncConnection::Offline;
}

void SyncEngine::Private::fail(const Error& error) {
    endStretch();
    ++m_failures;
    const double doubled = std::pow(2.0, std::min(m_failures - 1, 16));
    const double longest = static_cast<double>(m_settings.longestPause.count());
    const double pause = std::min(longest, static_cast<double>(m_settings.firstPause.count()) * doubled);
    const std::chrono::milliseconds spread {static_cast<std::int64_t>(pause * (0.5 + m_settings.jitter() / 2))};
    m_retry.start(spread);
    publish([&](SyncReport& report) {
        report.connection = connectionAfter(error);
        report.lastError = error;
        report.nextTry = correctedNow() + spread.count();
    });
}

void SyncEngine::Private::pulse() {
    const auto monotonic = m_clock.monotonic();
    const Instant wall = m_clock.now();
    const auto ran = monotonic - m_lastMonotonic;
    const auto moved = wall - m_lastWall;
    m_lastMonotonic = monotonic;
    m_lastWall = wall;
    // Suspended: the wall clock went on and the monotonic one did not (or the pulse itself came late). Every socket of
    // before may hang without a word, so none is waited for.
    const bool parted = std::chrono::abs(moved - ran) > m_settings.slept;
    const bool late = ran > m_settings.pulse + m_settings.slept;
    if ((parted || late) && (m_online || m_connecting)) {
        m_failures = 0;
        connectToCentreAfresh();
        return;
    }
    if ((parted || late) && m_retry.isActive())
        m_retry.start(std::min<std::chrono::milliseconds>(m_settings.firstPause, m_retry.remainingTimeAsDuration()));
    if (m_online)
        leaseNext();
}

void SyncEngine::Private::connectToCentreAfresh() {
    endStretch();
    connectToCentre();
}

// --- time and counts

void SyncEngine::Private::keepTime(std::int64_t offset, std::int64_t centreTime) {
    const bool worthKeeping = m_recordKept == 0 || centreTime - m_recordKept > 60'000 || centreTime < m_recordKept
        || std::abs(offset - m_record.offset) > 1'000;
    m_record = {offset, std::max(centreTime, m_record.lastContact), toMilliseconds(m_clock.now())};
    publish([&](SyncReport& report) {
        report.offset = offset;
        report.lastContact = centreTime;
    });
    if (!worthKeeping)
        return;
    m_recordKept = centreTime;
    // Not bound to the stretch: what the centre said stays true when the connection ends.
    whenever(m_storage.run([record = m_record](WorkstationStore& store) { return store.settings().keepClock(record); }),
        [this, record = m_record](const Result<void>&) { Q_EMIT m_engine.clockMeasured(record); });
}

namespace {

struct Counts {
    OutboxState outbox;
    int numbersLeft = 0;
};

} // namespace

void SyncEngine::Private::countSoon() {
    if (m_counting) {
        m_countAgain = true;
        return;
    }
    m_counting = true;
    const int year = static_cast<int>(shanghaiDate(fromMilliseconds(correctedNow())).year());
    auto read = m_storage.run([year](WorkstationStore& store) -> Result<Counts> {
        Counts counts;
        const auto outbox = store.outbox().state();
        if (!outbox)
            return tl::unexpected(outbox.error());
        counts.outbox = *outbox;
        const auto left = store.leases().left(year);
        if (!left)
            return tl::unexpected(left.error());
        counts.numbersLeft = *left;
        return counts;
    });
    whenever(read, [this](const Result<Counts>& counts) {
        m_counting = false;
        if (counts) {
            publish([&](SyncReport& report) {
                report.waiting = counts->outbox.waiting;
                report.waitingSince = counts->outbox.waitingSince;
                report.refused = counts->outbox.refused;
                report.numbersLeft = counts->numbersLeft;
            });
        }
        if (std::exchange(m_countAgain, false))
            countSoon();
    });
}

// --- the engine itself

SyncEngine::SyncEngine(
    StorageThread& storage, CentreClient& centre, const Clock& clock, SyncSettings settings, QObject* parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(*this, storage, centre, clock, std::move(settings))) { }

SyncEngine::~SyncEngine() {
    ++m_d->m_stretch;
    m_d->m_abort.pull();
}

void SyncEngine::start() {
    m_d->begin();
}

void SyncEngine::tryNow() {
    if (!m_d->m_started)
        return;
    if (!m_d->m_online) {
        m_d->m_failures = 0;
        m_d->connectToCentre();
        return;
    }
    m_d->pushNext();
    m_d->m_nextLease = m_d->m_clock.monotonic();
    m_d->leaseNext();
}

const SyncReport& SyncEngine::status() const {
    return m_d->m_report;
}

bool SyncEngine::maySign() const {
    return !m_d->m_disputed;
}

} // namespace yichuang
