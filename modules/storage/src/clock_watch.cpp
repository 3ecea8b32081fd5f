// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/storage/desk.h>

namespace yichuang {

ClockWatch::ClockWatch(const Clock& clock, std::chrono::milliseconds tolerance)
    : m_clock(clock)
    , m_tolerance(tolerance)
    , m_wall(clock.now())
    , m_monotonic(clock.monotonic()) { }

ClockFinding ClockWatch::look(const ClockRecord& record) const {
    const Instant wall = m_clock.now();
    const std::chrono::milliseconds expected = m_clock.monotonic() - m_monotonic;
    const std::chrono::milliseconds passed = wall - m_wall;
    if (passed + m_tolerance < expected)
        return ClockFinding::MovedBack;
    const std::int64_t corrected = toMilliseconds(wall) + record.offset;
    if (record.lastContact > 0 && corrected + m_tolerance.count() < record.lastContact)
        return ClockFinding::BeforeLastContact;
    // What was written here was written at that wall time: a clock before it has been set back between two runs.
    if (record.lastWall > 0 && toMilliseconds(wall) + m_tolerance.count() < record.lastWall)
        return ClockFinding::MovedBack;
    if (passed > expected + m_tolerance)
        return ClockFinding::MovedOn;
    return ClockFinding::Fine;
}

void ClockWatch::confirm() {
    m_wall = m_clock.now();
    m_monotonic = m_clock.monotonic();
}

} // namespace yichuang
