// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>

#include <chrono>

namespace yichuang {

/// The device's clock, a port: the tour and the tests run on a set date.
class Clock {
public:
    virtual ~Clock() = default;
    /// Wall clock, UTC. It lies: it may be wrong and may jump.
    [[nodiscard]] virtual Instant now() const = 0;
    /// Never goes back; no relation to any date. Two readings far apart from `now()`'s difference mean that somebody
    /// set the clock or that the machine slept.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
};

/// Starts at a set instant and runs on from there: `--clock 2018-11-19T09:00:00+08:00`.
class ShiftedClock final : public Clock {
public:
    explicit ShiftedClock(Instant start)
        : m_shift(start - SystemClock {}.now()) { }
    [[nodiscard]] Instant now() const override { return SystemClock {}.now() + m_shift; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return SystemClock {}.monotonic(); }

private:
    std::chrono::milliseconds m_shift;
};

} // namespace yichuang
