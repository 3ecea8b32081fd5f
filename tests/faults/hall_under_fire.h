// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "child_process.h"
#include "desk_file.h"

#include <central_process.h>
#include <postgres_cluster.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace yichuang::test {

/// Something went wrong that the product must not let go wrong.
class Broken : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

enum class Victim { Counter, Chief, Centre, Database };
[[nodiscard]] const char* nameOf(Victim victim);

/// A hall of real processes: a database, a centre, and two workstations without screens at which somebody works. Each
/// may be killed and is started again with what it left behind.
class HallUnderFire {
public:
    struct Desk {
        std::string name;
        std::string window;
        std::string people; ///< ids, with commas
        std::filesystem::path profile;
        std::filesystem::path log; ///< what the person was told
        std::unique_ptr<ChildProcess> process;
        int runs = 0;
        [[nodiscard]] std::string firstPerson() const { return people.substr(0, people.find(',')); }
    };
    /// `kind`: "sqlite" or "postgresql". Everything lies in `folder`. `idle`: nobody works until told. Throws.
    HallUnderFire(std::string kind, std::filesystem::path folder, std::uint64_t seed, bool idle = false);

    [[nodiscard]] const std::string& address() const { return m_address; }
    [[nodiscard]] bool postgres() const { return m_cluster != nullptr; }
    [[nodiscard]] unsigned short port() const { return m_port; }
    [[nodiscard]] std::array<Desk, 2>& desks() { return m_desks; }
    [[nodiscard]] Desk& desk(Victim victim) { return m_desks.at(victim == Victim::Chief ? 1 : 0); }
    /// Of whom it may be asked; the centre answers while its database runs, too.
    [[nodiscard]] bool runs(Victim victim) const;

    void kill(Victim victim);
    void start(Victim victim); ///< harmless if it runs
    void startAll();

    /// Lets them work until that many actions were told, or the time is over. How many were told. Throws Broken where a
    /// workstation ended by itself.
    int work(int actions, std::chrono::milliseconds patience);
    /// Nothing new is begun; returns when nothing waits any more at either desk. Throws Broken after `patience`.
    void drain(std::chrono::milliseconds patience);
    /// The workstations end by themselves.
    void closeDesks();

private:
    void startCentre();
    void startDesk(Desk& desk, const std::string& code);
    [[nodiscard]] std::string clockText();
    [[nodiscard]] std::int64_t clockMilliseconds() const;
    [[noreturn]] void tellEnd(Desk& desk);

    std::string m_kind;
    std::filesystem::path m_folder;
    std::uint64_t m_seed;
    bool m_idle;
    std::unique_ptr<kit::PostgresCluster> m_cluster;
    std::string m_address;
    std::unique_ptr<kit::CentralProcess> m_centre;
    unsigned short m_port = 0;
    std::array<Desk, 2> m_desks;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::int64_t m_centreAhead = 0; ///< ms that the centre's clock runs before the desks', from whole seconds
};

} // namespace yichuang::test
