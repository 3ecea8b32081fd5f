// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres_cluster.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace yichuang::kit {
namespace {

const char* const owner = "yichuang";

std::filesystem::path newestPrograms() {
    const std::filesystem::path versions = "/usr/lib/postgresql";
    std::filesystem::path best;
    int bestVersion = 0;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(versions, ignored)) {
        const int version = std::atoi(entry.path().filename().c_str());
        if (version > bestVersion && std::filesystem::exists(entry.path() / "bin/initdb")) {
            bestVersion = version;
            best = entry.path() / "bin";
        }
    }
    if (best.empty()) {
        throw std::runtime_error("PostgreSQL is not installed");
    }
    return best;
}

/// The server's process and those that it started.
std::vector<pid_t> processesOf(pid_t server) {
    std::vector<pid_t> processes {server};
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const int id = std::atoi(entry.path().filename().c_str());
        std::ifstream status(entry.path() / "stat");
        std::string text;
        if (id <= 0 || !std::getline(status, text)) {
            continue; // gone in between
        }
        std::istringstream words(text.substr(std::min(text.size(), text.rfind(')') + 1)));
        std::string state;
        pid_t parent = 0;
        if (words >> state >> parent && parent == server) {
            processes.push_back(id);
        }
    }
    return processes;
}

} // namespace

PostgresCluster::PostgresCluster(std::vector<std::string> settings)
    : m_programs(newestPrograms())
    , m_settings(std::move(settings)) {
    std::string pattern = (std::filesystem::temp_directory_path() / "yichuang-pg-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    m_folder = pattern;
    if (::geteuid() == 0) {
        const passwd* user = ::getpwnam("postgres");
        if (user == nullptr || ::chown(m_folder.c_str(), user->pw_uid, user->pw_gid) != 0) {
            throw std::runtime_error("no user postgres to run PostgreSQL under");
        }
    }
    run("initdb",
        {"--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", std::string("--username=") + owner, "--no-sync", "-D",
            (m_folder / "data").string()});
    start();
}

PostgresCluster::~PostgresCluster() {
    try {
        crash();
    } catch (const std::exception&) {
        // It is going anyway.
    }
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void PostgresCluster::start() {
    std::string options = "-k " + m_folder.string() + " -c listen_addresses= -c max_connections=60";
    for (const std::string& setting : m_settings) {
        options += " -c " + setting;
    }
    run("pg_ctl",
        {"start", "-w", "-s", "-D", (m_folder / "data").string(), "-l", (m_folder / "log").string(), "-o", options});
    m_running = true;
}

void PostgresCluster::stop() {
    if (m_running) {
        run("pg_ctl", {"stop", "-w", "-s", "-m", "fast", "-D", (m_folder / "data").string()});
        m_running = false;
    }
}

void PostgresCluster::crash() {
    if (m_running) {
        run("pg_ctl", {"stop", "-w", "-s", "-m", "immediate", "-D", (m_folder / "data").string()});
        m_running = false;
    }
}

void PostgresCluster::kill() {
    if (!m_running) {
        return;
    }
    pid_t server = 0;
    std::ifstream(m_folder / "data/postmaster.pid") >> server;
    if (server <= 1) {
        throw std::runtime_error("no server in " + m_folder.string());
    }
    std::vector<std::pair<pid_t, int>> watched;
    for (const pid_t process : processesOf(server)) {
        watched.emplace_back(process, static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    }
    for (const auto& [process, watch] : watched) {
        if (watch >= 0) {
            ::kill(process, SIGKILL);
        }
    }
    for (const auto& [process, watch] : watched) {
        if (watch < 0) {
            continue; // was gone before
        }
        pollfd gone {watch, POLLIN, 0};
        while (::poll(&gone, 1, -1) < 0 && errno == EINTR) { }
        ::close(watch);
        // Where this program has adopted it, it is buried here; else by whoever did.
        ::waitpid(process, nullptr, 0);
    }
    m_running = false;
}

std::string PostgresCluster::makeDatabase() {
    const std::string name = "hall" + std::to_string(++m_databases);
    run("createdb", {"-h", m_folder.string(), "-U", owner, name});
    return "postgresql:///" + name + "?host=" + m_folder.string() + "&user=" + owner;
}

void PostgresCluster::run(const std::string& program, const std::vector<std::string>& arguments) const {
    std::vector<std::string> words;
    if (::geteuid() == 0) {
        words = {"/usr/sbin/runuser", "-u", "postgres", "--"};
    }
    words.push_back((m_programs / program).string());
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    // The server inherits these: no pipe of the test's may stay open in it.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    const int fault = ::posix_spawn(&child, words.front().c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    while (fault == 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    if (fault != 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw std::runtime_error(program + " failed in " + m_folder.string());
    }
}

} // namespace yichuang::kit
