// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/service/metrics.h>

#include <algorithm>
#include <cstdio>

namespace yichuang {
namespace {

std::string seconds(std::int64_t microseconds) {
    std::array<char, 32> text {};
    std::snprintf(text.data(), text.size(), "%lld.%06lld", static_cast<long long>(microseconds / 1'000'000),
        static_cast<long long>(microseconds % 1'000'000));
    return text.data();
}

void family(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
    out.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
    out.append(name).append(" ").append(type).append("\n");
}

} // namespace

void Metrics::countRequest(std::string_view route, int status, std::chrono::microseconds took) {
    const std::lock_guard lock(m_mutex);
    ++m_requests[{std::string(route), status}];
    Latency& latency = m_latencies.try_emplace(std::string(route)).first->second;
    const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), took.count());
    if (bucket != bounds.end()) {
        ++latency.buckets[static_cast<std::size_t>(bucket - bounds.begin())];
    }
    ++latency.count;
    latency.sum += took.count();
}

void Metrics::countAct(std::string_view verdict, std::int64_t acts) {
    const std::lock_guard lock(m_mutex);
    m_acts.try_emplace(std::string(verdict)).first->second += acts;
}

void Metrics::countSilence(std::int64_t entries) {
    const std::lock_guard lock(m_mutex);
    m_silence += entries;
}

void Metrics::feedWaitBegan() {
    const std::lock_guard lock(m_mutex);
    ++m_waiting;
}

void Metrics::feedWaitEnded(bool news) {
    const std::lock_guard lock(m_mutex);
    --m_waiting;
    ++(news ? m_waitsWithNews : m_waitsWithout);
}

std::string Metrics::text() const {
    const std::lock_guard lock(m_mutex);
    std::string out;
    family(out, "yichuang_requests_total", "counter", "Requests answered, by endpoint and status.");
    for (const auto& [key, count] : m_requests) {
        out += "yichuang_requests_total{route=\"" + key.first + "\",status=\"" + std::to_string(key.second) + "\"} "
            + std::to_string(count) + '\n';
    }
    family(out, "yichuang_request_seconds", "histogram", "Time from a request's last byte to its answer.");
    for (const auto& [route, latency] : m_latencies) {
        std::int64_t below = 0;
        for (std::size_t at = 0; at < bounds.size(); ++at) {
            below += latency.buckets[at];
            out += "yichuang_request_seconds_bucket{route=\"" + route + "\",le=\"" + seconds(bounds[at]) + "\"} "
                + std::to_string(below) + '\n';
        }
        out += "yichuang_request_seconds_bucket{route=\"" + route + "\",le=\"+Inf\"} " + std::to_string(latency.count)
            + '\n';
        out += "yichuang_request_seconds_sum{route=\"" + route + "\"} " + seconds(latency.sum) + '\n';
        out += "yichuang_request_seconds_count{route=\"" + route + "\"} " + std::to_string(latency.count) + '\n';
    }
    family(out, "yichuang_acts_total", "counter", "Acts pushed, by verdict.");
    for (const auto& [verdict, count] : m_acts) {
        out += "yichuang_acts_total{verdict=\"" + verdict + "\"} " + std::to_string(count) + '\n';
    }
    family(out, "yichuang_silence_entries_total", "counter", "Entries that the centre wrote by itself.");
    out += "yichuang_silence_entries_total " + std::to_string(m_silence) + '\n';
    family(out, "yichuang_feed_waiting", "gauge", "Readers of the feed that wait at this moment.");
    out += "yichuang_feed_waiting " + std::to_string(m_waiting) + '\n';
    family(out, "yichuang_feed_waits_total", "counter", "Waits on the feed that are over, with news or without.");
    out += "yichuang_feed_waits_total{news=\"yes\"} " + std::to_string(m_waitsWithNews) + '\n';
    out += "yichuang_feed_waits_total{news=\"no\"} " + std::to_string(m_waitsWithout) + '\n';
    return out;
}

} // namespace yichuang
