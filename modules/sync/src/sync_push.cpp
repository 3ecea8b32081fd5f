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
        if (batch->empty()) {
            m_pushing = false;
            if (m_pushAgain)
                pushNext();
            return;
        }
        pushOn(*batch);
    });
}

/// A long outbox: while the centre has this batch, the next is read, and goes up while the answer to this one is
/// written down.
void SyncEngine::Private::pushOn(const std::vector<OutboxAct>& batch) {
    struct Ahead {
        std::vector<OutboxAct> acts;
        bool sent = false;
    };
    const auto ahead = std::make_shared<Ahead>();
    const std::int64_t last = batch.back().number;
    if (static_cast<int>(batch.size()) >= m_batchActs && batch.back().origin == originOf(m_enrolment.workstation)) {
        auto read = readAndTell<std::vector<OutboxAct>>(
            [from = last + 1, acts = m_batchActs, bytes = m_settings.batchBytes](
                WorkstationStore& store) { return store.outbox().kept(from, acts, bytes); });
        after(read, [ahead](const Result<std::vector<OutboxAct>>& next) {
            if (next)
                ahead->acts = *next;
        });
    }
    const auto answered = [this, ahead, last](const PushAnswer& answer) {
        // Nothing past a gap is taken: only what follows a batch that was taken whole goes up behind it.
        if (ahead->acts.empty() || answer.chainNumber != last || ahead->acts.front().number != last + 1)
            return;
        ahead->sent = true;
        pushOn(std::exchange(ahead->acts, {}));
    };
    const auto applied = [this, ahead](const PushApplied& changed) {
        if (changed.taken == 0) {
            // The chains have to be compared again.
            fail({"sync.not_taken"});
            return;
        }
        if (ahead->sent)
            return;
        m_pushing = false;
        pushNext();
    };
    pushBatch(batch, applied, answered);
}

void SyncEngine::Private::pushBatch(const std::vector<OutboxAct>& batch,
    std::function<void(const PushApplied&)> applied, const std::function<void(const PushAnswer&)>& answered) {
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

void SyncEngine::Private::pushKept(std::int64_t fromNumber, std::function<void()> done) {
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
