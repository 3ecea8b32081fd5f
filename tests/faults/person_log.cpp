// SPDX-License-Identifier: GPL-3.0-or-later
#include "person_log.h"

#include <stdexcept>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yichuang::test {

PersonLog::PersonLog(const std::string& file)
    : m_file(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (m_file < 0)
        throw std::runtime_error("can't write " + file);
}

PersonLog::~PersonLog() {
    ::close(m_file);
}

void PersonLog::write(const std::string& line) {
    // One call: a kill leaves the line whole or not there.
    const std::string text = line + '\n';
    if (::write(m_file, text.data(), text.size()) != static_cast<ssize_t>(text.size()) || ::fsync(m_file) != 0)
        throw std::runtime_error("can't write the person's log");
}

} // namespace yichuang::test
