// SPDX-License-Identifier: GPL-3.0-or-later
#include "child_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace yichuang::test {

ChildProcess::ChildProcess(const std::string& program, const std::vector<std::string>& arguments,
    const std::filesystem::path& log, const std::vector<std::string>& environment) {
    std::array<int, 2> in {-1, -1};
    std::array<int, 2> out {-1, -1};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    std::vector<std::string> words {program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<std::string> variables = environment;
    for (char** variable = environ; *variable != nullptr; ++variable)
        variables.emplace_back(*variable);
    std::vector<char*> envp;
    for (std::string& variable : variables)
        envp.push_back(variable.data());
    envp.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(
        &actions, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, S_IRUSR | S_IWUSR);
    const int fault = ::posix_spawn(&m_pid, program.c_str(), &actions, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    m_in = in[1];
    m_out = out[0];
    ::fcntl(m_out, F_SETFL, O_NONBLOCK);
    if (fault != 0) {
        m_pid = -1;
        throw std::runtime_error("can't start " + program);
    }
}

ChildProcess::~ChildProcess() {
    kill();
    ::close(m_in);
    ::close(m_out);
}

void ChildProcess::tell(const std::string& line) {
    const std::string text = line + '\n';
    [[maybe_unused]] const auto written = ::write(m_in, text.data(), text.size());
}

std::vector<std::string> ChildProcess::heard() {
    std::array<char, 4096> chunk {};
    for (;;) {
        const auto size = ::read(m_out, chunk.data(), chunk.size());
        if (size > 0) {
            m_read.append(chunk.data(), static_cast<std::size_t>(size));
            continue;
        }
        if (size < 0 && errno == EINTR)
            continue;
        m_ended = m_ended || size == 0;
        break;
    }
    std::vector<std::string> lines(m_lines.begin(), m_lines.end());
    m_lines.clear();
    for (auto end = m_read.find('\n'); end != std::string::npos; end = m_read.find('\n')) {
        lines.push_back(m_read.substr(0, end));
        m_read.erase(0, end + 1);
    }
    return lines;
}

std::optional<std::string> ChildProcess::nextLine(std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (m_lines.empty()) {
            for (std::string& line : heard())
                m_lines.push_back(std::move(line));
        }
        if (!m_lines.empty()) {
            std::string line = std::move(m_lines.front());
            m_lines.pop_front();
            return line;
        }
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (m_ended || left.count() <= 0)
            return std::nullopt;
        pollfd ready {m_out, POLLIN, 0};
        ::poll(&ready, 1, static_cast<int>(left.count()));
    }
}

bool ChildProcess::says(const std::string& line, std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        const auto next = nextLine(std::max(left, std::chrono::milliseconds {0}));
        if (!next)
            return false;
        if (*next == line)
            return true;
    }
}

void ChildProcess::kill() {
    if (m_pid > 0)
        ::kill(m_pid, SIGKILL);
    wait();
}

int ChildProcess::wait() {
    if (m_pid <= 0)
        return -1;
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
    constexpr int killed = 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : killed + WTERMSIG(status);
}

} // namespace yichuang::test
