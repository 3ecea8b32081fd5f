// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <sys/types.h>

namespace yichuang::kit {

/// What a program that has ended left behind.
struct ProgramRun {
    int status = -1; ///< exit status; 128 + signal if it was killed
    std::string out;
    std::string err;
};
/// Runs yichuang-central to its end with `input` on its standard input. No shell in between.
[[nodiscard]] ProgramRun runCentral(const std::vector<std::string>& arguments, const std::string& input = {});

/// A folder of its own under the system's temporary folder, gone with this object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Sets up a hall in an empty database (an address for `--database`): `init`, the national calendar, sample catalogue
/// and demonstration staff. Passwords ("yichuang-1") are given to these people only, or to all where the list is empty:
/// each costs a fifth of a second. `clock`: the set time, for a hall whose programs run on one; what is published after
/// an act was written counts as not seen by it. Answers the hall's recovery key, as `init` printed it. Throws
/// std::runtime_error with the program's own words.
std::string setUpHall(const std::string& database, const std::vector<std::string>& peopleWithPasswords = {},
    const std::string& clock = {});
/// An enrolment code for the window. Throws.
[[nodiscard]] std::string enrolCode(const std::string& database, const std::string& window);

/// A real `yichuang-central serve` on a free port of loopback. Killed when the object goes, unless it was stopped
/// before.
class CentralProcess {
public:
    /// Starts and waits until the program says that it is ready. `more`: further arguments, e.g. {"--clock",
    /// "2018-11-19T09:00:00+08:00"}. `logFile`: where its standard error goes (empty: thrown away). Throws
    /// std::runtime_error if it ends before.
    explicit CentralProcess(const std::string& database, const std::vector<std::string>& more = {},
        const std::filesystem::path& logFile = {}, unsigned short port = 0);
    ~CentralProcess();
    CentralProcess(const CentralProcess&) = delete;
    CentralProcess& operator=(const CentralProcess&) = delete;

    [[nodiscard]] const std::string& url() const { return m_url; } ///< "http://127.0.0.1:43210"
    [[nodiscard]] unsigned short port() const { return m_port; }
    [[nodiscard]] pid_t pid() const { return m_pid; }

    /// SIGTERM, and waits. The exit status.
    int stop();
    /// SIGKILL, and waits.
    void kill();

private:
    int wait();

    std::string m_url;
    unsigned short m_port = 0;
    pid_t m_pid = -1;
    int m_out = -1;
};

} // namespace yichuang::kit
