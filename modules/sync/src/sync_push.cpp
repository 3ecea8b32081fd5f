// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_private.h"

#include <yichuang/qtbridge/values.h>

#include <algorithm>
#include <utility>

namespace yichuang {

// --- the outbox

void SyncEngine::Private::pushNext() {
    if (!m_online)
        return;
    if (m_pushing) {
        m_pushAgain = true;
        return;
    }
    m_pushing = true;
    m_pushAgain = false;
    auto read = readAndTell<std::vector<OutboxAct>>(
        [acts = m_batchActs, bytes = m_settings.batchBytes](
            WorkstationStore& store) { return store.outbox().next(acts, bytes); });
    after(read, [this](const Result<std::vector<OutboxAct>>& batch) {
        if (!batch) {
            fail(batch.error());
            return;
        }
        if (!batch->empty()) {
            send(*batch);
            return;
        }
        m_pushing = false;
        m_train = {};
        newsAgain();
        if (m_pushAgain)
            pushNext();
    });
}

/// A long outbox goes up as a train: up to three batches are at the centre, the next lies ready, and the answer to the
/// one before is written down beside them.
void SyncEngine::Private::send(const std::vector<OutboxAct>& batch) {
    const std::int64_t last = batch.back().number;
    const bool more
        = static_cast<int>(batch.size()) >= m_batchActs && batch.back().origin == originOf(m_enrolment.workstation);
    ++m_train.underWay;
    ++m_train.unwritten;
    m_train.next = more ? last + 1 : 0;
    m_train.isLong = m_train.isLong || more;
    const auto answered = [this, last](const PushAnswer& answer) {
        --m_train.underWay;
        // Nothing past a gap is taken: what was sent behind a batch that was not taken whole comes back untouched.
        m_train.stopped = m_train.stopped || answer.chainNumber < last;
        sendReady();
    };
    const auto applied = [this](const PushApplied& changed) {
        --m_train.unwritten;
        m_train.took = m_train.took || changed.taken > 0;
        sendReady();
    };
    pushBatch(batch, applied, answered);
    sendReady();
}

void SyncEngine::Private::sendReady() {
    constexpr int mostUnderWay = 3;
    if (m_train.stopped) {
        m_train.ready.clear();
        m_train.next = 0;
    }
    if (!m_train.ready.empty() && m_train.underWay < mostUnderWay)
        send(std::exchange(m_train.ready, {}));
    else if (m_train.ready.empty() && m_train.next > 0 && !m_train.reading)
        readAhead();
    else if (m_train.ready.empty() && m_train.next == 0 && !m_train.reading && m_train.unwritten == 0)
        endTrain();
}

void SyncEngine::Private::readAhead() {
    m_train.reading = true;
    auto read = readAndTell<std::vector<OutboxAct>>(
        [from = m_train.next, acts = m_batchActs, bytes = m_settings.batchBytes](
            WorkstationStore& store) { return store.outbox().kept(from, acts, bytes); });
    after(read, [this](const Result<std::vector<OutboxAct>>& batch) {
        m_train.reading = false;
        if (batch && !batch->empty() && batch->front().number == m_train.next)
            m_train.ready = *batch;
        m_train.next = 0; // until it is sent
        sendReady();
    });
}

void SyncEngine::Private::endTrain() {
    if (!m_train.took) {
        // The chains have to be compared again.
        fail({"sync.not_taken"});
        return;
    }
    m_train = {};
    m_pushing = false;
    pushNext();
}

void SyncEngine::Private::pushBatch(const std::vector<OutboxAct>& batch,
    const std::function<void(const PushApplied&)>& applied, const std::function<void(const PushAnswer&)>& answered) {
    QByteArray body;
    for (const OutboxAct& act : batch)
        body += QByteArray::fromStdString(act.bytes.wire());
    const int acts = static_cast<int>(batch.size());
    after(m_centre.push(body, &m_abort), [this, acts, applied, answered](const Result<PushAnswer>& answer) {
        if (!answer) {
            // Refused as a whole: tried in smaller parts, until the one act that is no act stands alone and is named.
            const auto status = answer.error().arguments.find("status");
            if (acts > 1 && status != answer.error().arguments.end()
                && (status->second == "400" || status->second == "413"))
                m_batchActs = std::max(1, acts / 2);
            fail(answer.error());
            return;
        }
        const PageGround ground {{}, m_storage.registry(), m_enrolment.hallKey, false};
        for (const SignedHead& head : answer->heads) {
            const auto good = checkHead(head, ground, {});
            // A key that has not come by the feed yet proves nothing either way; a false signature does.
            if (!good && good.error().arguments.at("reason") != "key_unknown") {
                fail(good.error());
                return;
            }
        }
        auto written = m_storage.run([answer = *answer, now = correctedNow()](
                                         WorkstationStore& store) { return store.outbox().apply(answer, now); });
        after(written, [this, applied](const Result<PushApplied>& result) {
            if (!result) {
                fail(result.error());
                return;
            }
            m_batchActs = std::min(m_settings.batchActs, std::max(m_batchActs * 2, 1));
            countSoon();
            applied(*result);
        });
        if (answered)
            answered(*answer);
    });
}

void SyncEngine::Private::pushKept(std::int64_t fromNumber, const std::function<void()>& done) {
    m_pushing = true;
    auto read = m_storage.run([fromNumber, acts = m_settings.batchActs, bytes = m_settings.batchBytes](
                                  WorkstationStore& store) { return store.outbox().kept(fromNumber, acts, bytes); });
    after(read, [this, fromNumber, done](const Result<std::vector<OutboxAct>>& batch) {
        if (!batch) {
            fail(batch.error());
            return;
        }
        if (batch->empty()) {
            m_pushing = false;
            done();
            return;
        }
        if (batch->front().number != fromNumber) {
            // Older acts than are kept here: what is missing, other workstations or a backup have to give back.
            fail({"sync.not_kept", {{"number", std::to_string(fromNumber)}}});
            return;
        }
        const std::int64_t next = batch->back().number + 1;
        pushBatch(*batch, [this, next, done](const PushApplied&) { pushKept(next, done); });
    });
}

// --- case numbers

namespace {

/// A block that is to be asked for; empty = enough.
struct WantedBlock {
    std::optional<int> year;
};

} // namespace

void SyncEngine::Private::leaseNext() {
    if (!m_online || m_leasing || m_clock.monotonic() < m_nextLease)
        return;
    m_leasing = true;
    const CivilDate today = shanghaiDate(fromMilliseconds(correctedNow()));
    auto read = m_storage.run([today](WorkstationStore& store) -> Result<WantedBlock> {
        const int year = static_cast<int>(today.year());
        // A lease ends at the year's end.
        if (const auto ended = store.leases().endYearsBefore(year); !ended)
            return tl::unexpected(ended.error());
        std::vector<int> years {year};
        if (today.month() == std::chrono::December)
            years.push_back(year + 1);
        for (const int each : years) {
            const auto wanted = store.leases().wanted(each);
            if (!wanted)
                return tl::unexpected(wanted.error());
            if (*wanted)
                return WantedBlock {each};
        }
        return WantedBlock {};
    });
    after(read, [this](const Result<WantedBlock>& wanted) {
        if (!wanted || !wanted->year) {
            m_leasing = false;
            if (!wanted)
                publish([&](SyncReport& report) { report.lastError = wanted.error(); });
            return;
        }
        const int year = *wanted->year;
        // Without numbers nothing else stops: the others go on, and this is asked again later.
        const auto later = [this](const Error& error) {
            m_leasing = false;
            m_nextLease = m_clock.monotonic() + m_settings.longestPause;
            publish([&](SyncReport& report) { report.lastError = error; });
        };
        after(m_centre.lease({year, m_settings.leaseCount}), [this, year, later](const Result<Block>& block) {
            if (!block) {
                later(block.error());
                return;
            }
            if (block->year != year || block->workstation != m_enrolment.workstation
                || block->centre != m_enrolment.centre || block->first < 1 || block->last < block->first) {
                later({"lease.foreign", {{"block", block->id}}});
                return;
            }
            auto added = m_storage.run([block = *block](WorkstationStore& store) { return store.leases().add(block); });
            after(added, [this, later](const Result<void>& kept) {
                if (!kept) {
                    later(kept.error());
                    return;
                }
                m_leasing = false;
                countSoon();
                leaseNext(); // next year's, from 1 December
            });
        });
    });
}

} // namespace yichuang
