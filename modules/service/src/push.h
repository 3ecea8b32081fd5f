// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch.h"
#include "centre_private.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace yichuang {

/// One or several pushes in their transaction: steps 1 to 9 of acts.md for every act in turn.
class Push {
public:
    Push(CentreRooms& centre, Ledger& ledger, std::shared_ptr<const HallView> hall);

    /// Locks the chains, then the scopes, and reads what the acts are judged on.
    [[nodiscard]] Result<void> prepare(const std::vector<const PushedBatch*>& batches);
    [[nodiscard]] Result<ActVerdict> take(const BatchAct& act);
    /// Writes everything.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] const std::map<std::string, ChainRow>& chains() const { return m_chains; }

private:
    Result<bool> links(const BatchAct& act, ChainRow& chain);
    Result<ActVerdict> enter(const BatchAct& act, ChainRow& chain);
    Result<void> admit(const BatchAct& act, const Judgement& judgement, ActVerdict& verdict);
    void refuse(const BatchAct& act, ActVerdict& verdict);
    void store(const BatchAct& act, const ActVerdict& verdict, const ChainRow& chain);

    CentreRooms& m_centre;
    Ledger& m_ledger;
    std::shared_ptr<const HallView> m_hall;
    Judge m_judge;
    Casebook m_casebook;
    Numbers m_numbers;
    std::map<std::string, ChainRow> m_chains;
    std::map<WorkstationId, std::vector<ContactRow>> m_contacts;
    std::map<ActId, ActRow> m_known;
    std::set<StreamId> m_renumbered; ///< whose applicant is found by another number from now on
    std::map<std::string, std::int64_t> m_lastBad; ///< by chain: number of the last act if it was bad
};

} // namespace yichuang
