// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace yichuang {

/// What /metrics tells, in Prometheus text. Counted since the process started. Thread-safe.
class Metrics {
public:
    /// `route` is the endpoint's pattern ("GET /v1/feed"), never what a caller typed.
    void countRequest(std::string_view route, int status, std::chrono::microseconds took);
    /// `verdict` as on the wire ("admitted", "refused" …).
    void countAct(std::string_view verdict, std::int64_t acts = 1);
    void countSilence(std::int64_t entries);
    void feedWaitBegan();
    void feedWaitEnded(bool news);

    [[nodiscard]] std::string text() const;

private:
    static constexpr std::array<std::int64_t, 10> bounds {
        1'000, 2'500, 5'000, 10'000, 25'000, 50'000, 100'000, 250'000, 1'000'000, 5'000'000}; ///< µs
    struct Latency {
        std::array<std::int64_t, bounds.size()> buckets {}; ///< not cumulative
        std::int64_t count = 0;
        std::int64_t sum = 0; ///< µs
    };

    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, int>, std::int64_t> m_requests;
    std::map<std::string, Latency, std::less<>> m_latencies;
    std::map<std::string, std::int64_t, std::less<>> m_acts;
    std::int64_t m_silence = 0;
    std::int64_t m_waiting = 0;
    std::int64_t m_waitsWithNews = 0;
    std::int64_t m_waitsWithout = 0;
};

} // namespace yichuang
