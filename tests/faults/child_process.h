// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace yichuang::test {

/// A process that speaks in lines. Killed with this object, if it still runs.
class ChildProcess {
public:
    /// Standard error is appended to `log`. `environment`: further NAME=VALUE. Throws std::runtime_error.
    ChildProcess(const std::string& program, const std::vector<std::string>& arguments,
        const std::filesystem::path& log, const std::vector<std::string>& environment = {});
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] int output() const { return m_out; } ///< to be polled
    /// A line to its standard input.
    void tell(const std::string& line);
    /// Reads what is there; the lines that are whole. `ended` tells that nothing more will come.
    [[nodiscard]] std::vector<std::string> heard();
    [[nodiscard]] bool ended() const { return m_ended; }
    /// The next line within that time; nothing if it ended or the time is over.
    [[nodiscard]] std::optional<std::string> nextLine(std::chrono::milliseconds patience);
    /// Whether a line like this comes within that time; earlier lines are passed over.
    [[nodiscard]] bool says(const std::string& line, std::chrono::milliseconds patience);

    void kill(); ///< SIGKILL, and waits
    int wait(); ///< exit status; 128 + signal if it was killed

private:
    pid_t m_pid = -1;
    int m_in = -1;
    int m_out = -1;
    bool m_ended = false;
    std::string m_read;
    std::deque<std::string> m_lines;
};

} // namespace yichuang::test
