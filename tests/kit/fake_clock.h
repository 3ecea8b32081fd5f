// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/clock.h>
#include <yichuang/domain/dates.h>

#include <atomic>

namespace yichuang::test {

/// A clock that stands still until it is told to go on. Wall and monotonic time can be parted.
class FakeClock final : public Clock {
public:
    /// Nine o'clock on the 19th of November 2018 in the hall.
    [[nodiscard]] static Instant defaultStart() {
        return startOfDayInShanghai(std::chrono::year {2018} / 11 / 19) + std::chrono::hours {9};
    }
    explicit FakeClock(Instant start = defaultStart())
        : m_now(start.time_since_epoch().count()) { }

    [[nodiscard]] Instant now() const override { return Instant {std::chrono::milliseconds {m_now}}; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override {
        return std::chrono::milliseconds {m_monotonic};
    }

    void advance(std::chrono::milliseconds by) {
        m_now += by.count();
        m_monotonic += by.count();
    }
    /// Somebody sets the wall clock; no time passes.
    void set(std::chrono::milliseconds by) { m_now += by.count(); }
    void startOver() { setTo(defaultStart()); }
    void setTo(Instant instant) { m_now = instant.time_since_epoch().count(); }

private:
    std::atomic<std::int64_t> m_now;
    std::atomic<std::int64_t> m_monotonic {1'000'000};
};

} // namespace yichuang::test
