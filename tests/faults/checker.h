// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hall_under_fire.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace yichuang::test {

/// What the centre's database holds, read by plain SQL.
struct CentreBooks {
    struct Act {
        std::string id;
        std::string chain;
        std::int64_t number = 0;
        std::string hash;
        std::string verdict;
        std::string reason;
        std::string head;
        std::string signature;
        std::string facts;
        std::string particulars;
    };
    std::map<std::string, std::vector<Act>> chains; ///< by number
};

/// Compares what persons were told, what the workstations' files hold and what the centre knows, by means of its own:
/// hashes by libsodium, JSON by Boost, both databases by plain SQL. Only the acts' bytes at a workstation are read by
/// the product's storage, for nothing else has the key. Whatever does not fit is thrown as Broken.
class Checker {
public:
    explicit Checker(HallUnderFire& hall)
        : m_hall(hall) { }

    /// A workstation that was killed, as its file lies there: nothing of what its person was told is missing.
    void checkKilled(const HallUnderFire::Desk& desk);
    /// The centre between two rounds, its database running: chains and logs without a gap, no act and no number twice.
    void checkCentreLightly();
    /// Nothing waits, the workstations are closed: everything against everything, and `verify` with the heads that the
    /// workstations keep.
    void checkAll(const std::filesystem::path& folder);

    /// Verdict and reason of an act as it was told before; the same act is never told another.
    void noteVerdict(const std::string& act, const std::string& verdict, const std::string& reason);

    struct Counts {
        std::size_t acts = 0; ///< of workstations at the centre
        std::size_t ofCentre = 0;
        std::size_t told = 0; ///< acknowledged to persons
        std::size_t intakes = 0;
        std::size_t refused = 0;
        std::map<std::string, int> reasons;
        std::size_t lines = 0; ///< of scope logs
    };
    [[nodiscard]] const Counts& counts() const { return m_counts; }

private:
    struct Told {
        std::set<std::string> acts;
        std::map<std::string, std::array<std::string, 3>> intakes; ///< by tag: act, stream, number
        std::map<std::string, std::string> drafts; ///< tag by id
        std::set<std::string> tried;
    };
    [[nodiscard]] static Told readTold(const HallUnderFire::Desk& desk);
    static void checkDeskFile(const HallUnderFire::Desk& desk, const DeskFile& file, const Told& told);
    [[nodiscard]] CentreBooks readBooks() const;
    void checkChains(const CentreBooks& books) const;
    void checkLogs(const CentreBooks& books);
    void checkStreams(const CentreBooks& books) const;
    void checkDesk(const HallUnderFire::Desk& desk, const DeskFile& file, const CentreBooks& books) const;
    void checkTold(const Told& told, const DeskFile& file, const CentreBooks& books) const;
    void checkRefusals(const CentreBooks& books);
    void checkHeads(const DeskFile& file) const;

    HallUnderFire& m_hall;
    std::map<std::string, std::pair<std::string, std::string>> m_verdicts;
    std::map<std::pair<std::string, std::int64_t>, std::string> m_links; ///< of scope logs, by scope and position
    Counts m_counts;
};

} // namespace yichuang::test
