// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall_under_fire.h"

#include <yichuang/domain/dates.h>

#include <fstream>
#include <sstream>

#include <poll.h>

namespace yichuang::test {
namespace {

constexpr std::int64_t second = 1000;
constexpr std::chrono::milliseconds patience {90'000};

std::int64_t mondayMorning() {
    return toMilliseconds(startOfDayInShanghai(std::chrono::year {2018} / 11 / 19) + std::chrono::hours {9});
}

std::string endOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    constexpr std::size_t enough = 2000;
    const std::string all = text.str();
    return all.size() > enough ? all.substr(all.size() - enough) : all;
}

} // namespace

const char* nameOf(Victim victim) {
    switch (victim) {
    case Victim::Counter:
        return "counter";
    case Victim::Chief:
        return "chief";
    case Victim::Centre:
        return "centre";
    case Victim::Database:
        return "database";
    }
    return "";
}

HallUnderFire::HallUnderFire(std::string kind, std::filesystem::path folder, std::uint64_t seed, bool idle)
    : m_kind(std::move(kind))
    , m_folder(std::move(folder))
    , m_seed(seed)
    , m_idle(idle) {
    std::filesystem::create_directories(m_folder);
    if (m_kind == "postgresql") {
        // After a kill a server has every one of its files written through to the disk, which takes seconds and guards
        // against a power cut, not against a kill: the file system as a whole is quicker.
        m_cluster
            = std::make_unique<kit::PostgresCluster>(std::vector<std::string> {"recovery_init_sync_method=syncfs"});
        m_address = m_cluster->makeDatabase();
    } else {
        m_address = "sqlite:" + (m_folder / "centre.sqlite").string();
    }
    kit::setUpHall(m_address, {"liufei", "fanrui", "caiwen", "tangyu"}, "2018-11-19T08:00:00+08:00");
    startCentre();
    m_desks[0].name = "counter";
    m_desks[0].window = "w3";
    m_desks[0].people = "liufei,fanrui";
    m_desks[1].name = "chief";
    m_desks[1].window = "w9";
    m_desks[1].people = "caiwen,tangyu";
    for (Desk& desk : m_desks) {
        desk.profile = m_folder / desk.name;
        desk.log = m_folder / (desk.name + ".acts");
        startDesk(desk, kit::enrolCode(m_address, desk.window));
    }
    for (Desk& desk : m_desks) {
        if (!desk.process->says("ready", patience))
            tellEnd(desk);
    }
}

std::int64_t HallUnderFire::clockMilliseconds() const {
    return mondayMorning()
        + std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_begin).count();
}

/// The centre takes whole seconds. Its clock never goes back from one start to the next.
std::string HallUnderFire::clockText() {
    const std::int64_t now = clockMilliseconds() + m_centreAhead;
    const std::int64_t start = (now + second - 1) / second * second;
    m_centreAhead += start - now;
    const std::int64_t seconds = (start - mondayMorning()) / second;
    constexpr std::int64_t hour = 3600;
    constexpr std::int64_t minute = 60;
    std::array<char, 40> text {};
    std::snprintf(text.data(), text.size(), "2018-11-19T%02d:%02d:%02d+08:00", static_cast<int>(9 + seconds / hour),
        static_cast<int>(seconds % hour / minute), static_cast<int>(seconds % minute));
    return text.data();
}

void HallUnderFire::startCentre() {
    m_centre = std::make_unique<kit::CentralProcess>(m_address,
        std::vector<std::string> {"--clock", clockText(), "--duties-every", "2"}, m_folder / "centre.log", m_port);
    m_port = m_centre->port();
}

void HallUnderFire::startDesk(Desk& desk, const std::string& code) {
    const std::uint64_t seed = m_seed * 1'000'000 + static_cast<std::uint64_t>(++desk.runs) * 10
        + (desk.name == "chief" ? 1 : 0) + (m_kind == "sqlite" ? 2 : 0);
    std::vector<std::string> arguments {"--profile", desk.profile.string(), "--centre",
        "http://127.0.0.1:" + std::to_string(m_port), "--log", desk.log.string(), "--seed", std::to_string(seed),
        "--clock", std::to_string(clockMilliseconds()), "--people", desk.people};
    if (!code.empty())
        arguments.insert(arguments.end(), {"--code", code});
    // Some are quick and some are not: what a kill meets differs.
    constexpr std::array pauses {"80", "3", "25"};
    arguments.insert(arguments.end(), {"--pause", pauses.at(static_cast<std::size_t>(desk.runs) % pauses.size())});
    if (m_idle)
        arguments.emplace_back("--idle");
    desk.process = std::make_unique<ChildProcess>(YICHUANG_COUNTER, arguments, m_folder / (desk.name + ".log"),
        std::vector<std::string> {"QT_QPA_PLATFORM=offscreen"});
}

void HallUnderFire::tellEnd(Desk& desk) {
    const bool ended = desk.process->ended();
    if (!ended)
        desk.process->kill();
    const int status = desk.process->wait();
    throw Broken("the workstation " + desk.name + " ended by itself or stopped answering, status "
        + std::to_string(status) + ": " + endOf(m_folder / (desk.name + ".log")));
}

bool HallUnderFire::runs(Victim victim) const {
    switch (victim) {
    case Victim::Counter:
        return m_desks[0].process != nullptr;
    case Victim::Chief:
        return m_desks[1].process != nullptr;
    case Victim::Centre:
        return m_centre != nullptr;
    case Victim::Database:
        return m_cluster != nullptr && m_cluster->running();
    }
    return false;
}

void HallUnderFire::kill(Victim victim) {
    switch (victim) {
    case Victim::Counter:
    case Victim::Chief:
        desk(victim).process.reset();
        break;
    case Victim::Centre:
        m_centre.reset();
        break;
    case Victim::Database:
        if (m_cluster)
            m_cluster->kill();
        break;
    }
}

void HallUnderFire::start(Victim victim) {
    if (runs(victim))
        return;
    switch (victim) {
    case Victim::Counter:
    case Victim::Chief:
        startDesk(desk(victim), {});
        break;
    case Victim::Centre:
        startCentre();
        break;
    case Victim::Database:
        if (m_cluster)
            m_cluster->start();
        break;
    }
}

void HallUnderFire::startAll() {
    for (const Victim victim : {Victim::Database, Victim::Centre, Victim::Counter, Victim::Chief})
        start(victim);
}

int HallUnderFire::work(int actions, std::chrono::milliseconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    int told = 0;
    for (;;) {
        std::vector<pollfd> ready;
        for (Desk& desk : m_desks) {
            if (!desk.process)
                continue;
            for (const std::string& line : desk.process->heard())
                told += line.starts_with("acts ") ? 1 : 0;
            if (desk.process->ended())
                tellEnd(desk);
            ready.push_back({desk.process->output(), POLLIN, 0});
        }
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (told >= actions || left.count() <= 0)
            return told;
        ::poll(ready.data(), ready.size(), static_cast<int>(left.count()));
    }
}

void HallUnderFire::drain(std::chrono::milliseconds time) {
    for (Desk& desk : m_desks)
        desk.process->tell("drain");
    for (Desk& desk : m_desks) {
        if (!desk.process->says("drained", time))
            tellEnd(desk);
    }
}

void HallUnderFire::closeDesks() {
    for (Desk& desk : m_desks) {
        if (!desk.process)
            continue;
        desk.process->tell("quit");
        if (const int status = desk.process->wait(); status != 0)
            throw Broken("the workstation " + desk.name + " ended with status " + std::to_string(status));
        desk.process.reset();
    }
}

} // namespace yichuang::test
