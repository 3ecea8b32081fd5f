// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a hall's processes at random moments and looks whether anything was lost: see `kill` beside this file.
#include "again.h"
#include "checker.h"
#include "hall_under_fire.h"

#include <yichuang/vault/crypto.h>

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <optional>

#include <sys/prctl.h>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr std::chrono::seconds patience {120};

struct Totals {
    int rounds = 0;
    int actions = 0;
    std::map<std::string, int> kills;
    int pushes = 0;
    int repeated = 0;
    Checker::Counts counts;
};

/// One hall over one kind of database, through its rounds.
class Rounds {
public:
    Rounds(const std::string& kind, const std::filesystem::path& folder, std::uint64_t seed)
        : m_folder(folder)
        , m_lot(seed * 2 + (kind == "sqlite" ? 1 : 0))
        , m_hall(kind, folder, seed)
        , m_checker(m_hall) { }

    void run(int rounds, Totals& totals) {
        constexpr int everySoManyRounds = 25;
        for (int round = 1; round <= rounds; ++round) {
            runOne(totals);
            ++totals.rounds;
            if (round % everySoManyRounds == 0)
                std::cout << "  " << totals.rounds << " rounds, " << totals.actions << " actions" << std::endl;
        }
        m_hall.startAll();
        m_hall.drain(patience);
        // Once more from the first act to the last, now that every one has its verdict.
        m_hall.closeDesks();
        for (auto& desk : m_hall.desks())
            repeatAll(desk, totals);
        m_checker.checkAll(m_folder);
        const auto& found = m_checker.counts();
        totals.counts.acts += found.acts;
        totals.counts.ofCentre += found.ofCentre;
        totals.counts.told += found.told;
        totals.counts.intakes += found.intakes;
        totals.counts.refused += found.refused;
        totals.counts.lines += found.lines;
        for (const auto& [reason, count] : found.reasons)
            totals.counts.reasons[reason] += count;
    }

private:
    [[nodiscard]] int below(int count) { return std::uniform_int_distribution<int>(0, count - 1)(m_lot); }
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }

    [[nodiscard]] std::vector<Victim> chooseVictims() {
        std::vector<Victim> victims;
        if (chance(60))
            victims.push_back(Victim::Counter);
        if (chance(30))
            victims.push_back(Victim::Chief);
        if (chance(45))
            victims.push_back(Victim::Centre);
        if (m_hall.postgres() && chance(35))
            victims.push_back(Victim::Database);
        if (victims.empty())
            victims.push_back(m_hall.postgres() && chance(50) ? Victim::Database : Victim::Centre);
        std::shuffle(victims.begin(), victims.end(), m_lot);
        return victims;
    }

    /// Time passes, and whatever is said meanwhile is heard.
    void pass(int mostMilliseconds, Totals& totals) {
        totals.actions += m_hall.work(1'000'000, std::chrono::milliseconds(below(mostMilliseconds + 1)));
    }

    void runOne(Totals& totals) {
        constexpr int mostActions = 8;
        constexpr std::chrono::seconds longest {5};
        totals.actions += m_hall.work(1 + below(mostActions), longest);
        if (m_again && chance(50))
            repeat(*m_again, totals);
        pass(25, totals);
        const auto victims = chooseVictims();
        for (const Victim victim : victims) {
            m_hall.kill(victim);
            ++totals.kills[nameOf(victim)];
            if (chance(50))
                pass(12, totals);
        }
        for (const Victim victim : victims) {
            if (victim != Victim::Counter && victim != Victim::Chief)
                continue;
            m_checker.checkKilled(m_hall.desk(victim));
            if (chance(40)) {
                const auto& desk = m_hall.desk(victim);
                m_again.emplace(openDeskFile(desk.profile, desk.firstPerson()));
                if (m_hall.runs(Victim::Centre) && chance(50))
                    repeat(*m_again, totals); // also what the workstation itself had not handed in yet
            }
        }
        if (!m_hall.postgres() || m_hall.runs(Victim::Database))
            m_checker.checkCentreLightly();
        // The centre needs its database; the workstations need nobody.
        std::vector<Victim> order {Victim::Database, Victim::Centre, Victim::Counter, Victim::Chief};
        if (chance(50))
            std::rotate(order.begin(), order.begin() + 2, order.end());
        for (const Victim victim : order) {
            if (m_hall.runs(victim))
                continue;
            m_hall.start(victim);
            if (chance(30))
                pass(60, totals);
        }
    }

    void repeat(Again& again, Totals& totals) {
        if (again.count() == 0)
            return;
        constexpr int most = 60;
        const auto to = again.count()
            - static_cast<std::size_t>(below(static_cast<int>(std::min<std::size_t>(again.count(), most))));
        const auto from = to - static_cast<std::size_t>(below(static_cast<int>(std::min<std::size_t>(to, most))));
        const auto outcome = again.push(m_hall.port(), from, to, m_checker);
        totals.pushes += outcome.pushes;
        totals.repeated += outcome.acts;
    }

    void repeatAll(HallUnderFire::Desk& desk, Totals& totals) {
        Again again(openDeskFile(desk.profile, desk.firstPerson()));
        constexpr std::size_t batch = 200;
        for (std::size_t from = 1; from <= again.count(); from += batch) {
            const auto to = std::min(again.count(), from + batch - 1);
            const auto outcome = again.push(m_hall.port(), from, to, m_checker);
            if (outcome.acts != static_cast<int>(to - from + 1))
                throw Broken("acts that the centre has were not known when they came again");
            totals.pushes += outcome.pushes;
            totals.repeated += outcome.acts;
        }
    }

    std::filesystem::path m_folder;
    std::mt19937_64 m_lot;
    HallUnderFire m_hall;
    Checker m_checker;
    std::optional<Again> m_again;
};

struct Wanted {
    int rounds = 20;
    std::uint64_t seed = 1;
    std::vector<std::string> kinds {"postgresql", "sqlite"};
};

std::optional<Wanted> read(const std::vector<std::string>& words) {
    Wanted wanted;
    for (std::size_t at = 0; at < words.size(); at += 2) {
        if (at + 1 == words.size())
            return std::nullopt;
        const std::string& value = words[at + 1];
        try {
            if (words[at] == "--rounds")
                wanted.rounds = std::stoi(value);
            else if (words[at] == "--seed")
                wanted.seed = std::stoull(value);
            else if (words[at] == "--database" && (value == "sqlite" || value == "postgresql"))
                wanted.kinds = {value};
            else if (words[at] != "--database" || value != "both")
                return std::nullopt;
        } catch (const std::exception&) {
            return std::nullopt;
        }
    }
    return wanted.rounds > 0 ? std::optional(wanted) : std::nullopt;
}

void tell(const Totals& totals, std::uint64_t seed, double seconds) {
    std::string kills;
    for (const auto& [victim, count] : totals.kills)
        kills += (kills.empty() ? "" : ", ") + victim + ' ' + std::to_string(count);
    std::string reasons;
    for (const auto& [reason, count] : totals.counts.reasons)
        reasons += (reasons.empty() ? " (" : ", ") + reason + ' ' + std::to_string(count);
    const auto& counts = totals.counts;
    std::printf(
        "%d rounds, seed %llu, %.0f s: killed %s; %zu acts acknowledged to persons, %zu intakes among them; %zu "
        "acts of workstations and %zu of the centre stand there in %zu lines; %zu refused by law%s; %d pushes "
        "repeated by hand, %d acts known before. Nothing lost, nothing doubled, every chain whole.\n",
        totals.rounds, static_cast<unsigned long long>(seed), seconds, kills.c_str(), counts.told, counts.intakes,
        counts.acts, counts.ofCentre, counts.lines, counts.refused, (reasons.empty() ? "" : reasons + ")").c_str(),
        totals.pushes, totals.repeated);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv); // for the workstation's own file only
    const auto wanted = read({argv + 1, argv + argc});
    if (!wanted) {
        std::cerr << "kill [--rounds N] [--seed S] [--database both|postgresql|sqlite]\n";
        return 2;
    }
    // The killed server's processes are buried here, whoever the system's first process is.
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    if (!startVault())
        return 1;
    std::string pattern = (std::filesystem::temp_directory_path() / "yichuang-kill-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        return 1;
    const std::filesystem::path folder = pattern;
    const auto begin = std::chrono::steady_clock::now();
    Totals totals;
    try {
        for (std::size_t at = 0; at < wanted->kinds.size(); ++at) {
            const int share = static_cast<int>(wanted->kinds.size());
            const int rounds = at == 0 ? wanted->rounds - wanted->rounds / share * (share - 1) : wanted->rounds / share;
            if (rounds == 0)
                continue;
            std::cout << wanted->kinds[at] << ": " << rounds << " rounds" << std::endl;
            Rounds(wanted->kinds[at], folder / wanted->kinds[at], wanted->seed).run(rounds, totals);
        }
    } catch (const std::exception& fault) {
        std::cerr << "round " << totals.rounds + 1 << ": " << fault.what() << "\nseed " << wanted->seed
                  << "; what is left lies in " << folder.string() << std::endl;
        return 1;
    }
    std::filesystem::remove_all(folder);
    tell(totals, wanted->seed, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    return 0;
}
