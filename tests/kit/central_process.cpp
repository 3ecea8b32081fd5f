// SPDX-License-Identifier: GPL-3.0-or-later
#include "central_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace yichuang::kit {
namespace {

const char* const program = YICHUANG_BIN "/yichuang-central";

struct Pipe {
    std::array<int, 2> ends {-1, -1};
    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
    }
    ~Pipe() {
        closeReading();
        closeWriting();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    [[nodiscard]] int reading() const { return ends[0]; }
    [[nodiscard]] int writing() const { return ends[1]; }
    void closeReading() { close(ends[0]); }
    void closeWriting() { close(ends[1]); }
    int releaseReading() { return std::exchange(ends[0], -1); }

private:
    static void close(int& end) {
        if (end >= 0) {
            ::close(end);
            end = -1;
        }
    }
};

/// A descriptor of -1 is /dev/null.
pid_t spawn(const std::vector<std::string>& arguments, int in, int out, int err) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    const std::array given {in, out, err};
    for (int target = 0; target < 3; ++target) {
        const int source = given[static_cast<std::size_t>(target)];
        if (source >= 0) {
            posix_spawn_file_actions_adddup2(&actions, source, target);
        } else {
            posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0);
        }
    }
    std::vector<std::string> words {program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    pid_t child = -1;
    const int fault = ::posix_spawn(&child, program, &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) {
        throw std::runtime_error(std::string("can't start ") + program);
    }
    return child;
}

int statusOf(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return -1;
        }
    }
    constexpr int killed = 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : killed + WTERMSIG(status);
}

/// A copy of the staff file in which nobody else has a password.
std::string withPasswordsOnlyFor(
    const std::vector<std::string>& people, const std::string& file, const std::filesystem::path& copy) {
    std::ifstream in(file);
    std::ofstream out(copy);
    const std::regex password(R"re(, *"demo_password": *"[^"]*")re");
    for (std::string line; std::getline(in, line);) {
        const bool keeps = std::any_of(people.begin(), people.end(),
            [&](const std::string& person) { return line.find("{\"id\": \"" + person + "\"") != std::string::npos; });
        out << (keeps ? line : std::regex_replace(line, password, "")) << '\n';
    }
    return copy.string();
}

void check(const ProgramRun& run, const std::string& what) {
    if (run.status != 0) {
        throw std::runtime_error(what + ": " + std::to_string(run.status) + '\n' + run.out + run.err);
    }
}

} // namespace

ProgramRun runCentral(const std::vector<std::string>& arguments, const std::string& input) {
    Pipe in;
    Pipe out;
    Pipe err;
    const pid_t child = spawn(arguments, in.reading(), out.writing(), err.writing());
    in.closeReading();
    out.closeWriting();
    err.closeWriting();
    // A password or two: fits the pipe's buffer, so this never waits for the program.
    if (!input.empty() && ::write(in.writing(), input.data(), input.size()) < 0) {
        throw std::runtime_error("can't write to the program");
    }
    in.closeWriting();
    ProgramRun run;
    std::array<pollfd, 2> open {pollfd {out.reading(), POLLIN, 0}, pollfd {err.reading(), POLLIN, 0}};
    const std::array<std::string*, 2> texts {&run.out, &run.err};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        if (::poll(open.data(), open.size(), -1) < 0) {
            continue;
        }
        for (std::size_t at = 0; at < open.size(); ++at) {
            if (open[at].fd < 0 || open[at].revents == 0) {
                continue;
            }
            std::array<char, 4096> chunk {};
            const ssize_t size = ::read(open[at].fd, chunk.data(), chunk.size());
            if (size > 0) {
                texts[at]->append(chunk.data(), static_cast<std::size_t>(size));
            } else {
                open[at].fd = -1;
            }
        }
    }
    run.status = statusOf(child);
    return run;
}

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "yichuang-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string setUpHall(
    const std::string& database, const std::vector<std::string>& peopleWithPasswords, const std::string& clock) {
    const std::string resources = YICHUANG_RESOURCES;
    const TemporaryFolder folder;
    std::string staff = resources + "/demo/staff.json";
    if (!peopleWithPasswords.empty()) {
        staff = withPasswordsOnlyFor(peopleWithPasswords, staff, folder.path() / "staff.json");
    }
    std::vector<std::string> where {"--database", database};
    if (!clock.empty()) {
        where.insert(where.end(), {"--clock", clock});
    }
    const auto run = [&where](std::vector<std::string> command, const std::string& what) {
        command.insert(command.end(), where.begin(), where.end());
        ProgramRun ended = runCentral(command);
        check(ended, what);
        return ended.out;
    };
    // Its last line.
    std::string recoveryKey = run({"init", "--centre", "400", "--hall", "衡阳市政务服务中心"}, "init");
    recoveryKey.erase(recoveryKey.find_last_not_of('\n') + 1);
    recoveryKey.erase(0, recoveryKey.find_last_of('\n') + 1);
    for (const std::vector<std::string>& import :
        {std::vector<std::string> {"calendar", resources + "/calendars/calendar-cn.csv"},
            {"items", resources + "/items/hengyang-sample.json"}, {"staff", staff}}) {
        run({"import", import[0], import[1]}, "import " + import[0]);
    }
    return recoveryKey;
}

std::string enrolCode(const std::string& database, const std::string& window) {
    const ProgramRun run = runCentral({"enrol-code", window, "--database", database});
    check(run, "enrol-code");
    return run.out.substr(0, run.out.find('\n'));
}

CentralProcess::CentralProcess(const std::string& database, const std::vector<std::string>& more,
    const std::filesystem::path& logFile, unsigned short port) {
    std::vector<std::string> arguments {
        "serve", "--lang", "en", "--database", database, "--listen", "127.0.0.1:" + std::to_string(port)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    Pipe out;
    int log = -1;
    if (!logFile.empty()) {
        log = ::open(logFile.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    }
    m_pid = spawn(arguments, -1, out.writing(), log);
    if (log >= 0) {
        ::close(log);
    }
    out.closeWriting();
    std::string line;
    for (char byte = 0; ::read(out.reading(), &byte, 1) == 1 && byte != '\n';) {
        line += byte;
    }
    m_out = out.releaseReading();
    const std::size_t at = line.find("http");
    if (at == std::string::npos) {
        const int status = wait();
        throw std::runtime_error("the central service did not start, status " + std::to_string(status) + ": " + line);
    }
    m_url = line.substr(at);
    m_port = static_cast<unsigned short>(std::stoi(m_url.substr(m_url.rfind(':') + 1)));
}

CentralProcess::~CentralProcess() {
    kill();
    ::close(m_out);
}

int CentralProcess::wait() {
    const int status = m_pid > 0 ? statusOf(m_pid) : -1;
    m_pid = -1;
    return status;
}

int CentralProcess::stop() {
    if (m_pid > 0) {
        ::kill(m_pid, SIGTERM);
    }
    return wait();
}

void CentralProcess::kill() {
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        wait();
    }
}

} // namespace yichuang::kit
