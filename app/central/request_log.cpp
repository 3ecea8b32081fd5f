// SPDX-License-Identifier: GPL-3.0-or-later
#include "request_log.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <utility>

namespace yichuang::central {

RequestLog::RequestLog(std::string file, std::ostream& otherwise)
    : m_path(std::move(file))
    , m_otherwise(otherwise) { }

Result<void> RequestLog::open() {
    if (m_path.empty()) {
        return {};
    }
    const std::lock_guard lock(m_mutex);
    m_file.close();
    m_file.clear();
    errno = 0;
    m_file.open(m_path, std::ios::app);
    if (!m_file.is_open()) {
        return failure("file.unwritable", {{"file", m_path}, {"reason", std::strerror(errno)}});
    }
    return {};
}

void RequestLog::write(const std::string& line) {
    const std::time_t now = std::time(nullptr);
    std::tm parts {};
    gmtime_r(&now, &parts);
    std::array<char, 32> stamp {};
    std::strftime(stamp.data(), stamp.size(), "%Y-%m-%dT%H:%M:%SZ ", &parts);
    const std::lock_guard lock(m_mutex);
    std::ostream& out = m_file.is_open() ? m_file : m_otherwise;
    // A disk that was full has room again some day.
    out.clear();
    out << stamp.data() << line << std::endl;
}

} // namespace yichuang::central
