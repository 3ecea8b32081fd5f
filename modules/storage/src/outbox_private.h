// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "projections.h"

#include <yichuang/storage/outbox.h>

#include <cstdint>
#include <set>
#include <vector>

namespace yichuang {

class Outbox::Private {
public:
    Private(Database& database_, Projections& projections_)
        : database(database_)
        , projections(projections_) { }

    Result<std::vector<OutboxAct>> read(Result<Rows> rows, int most, std::size_t bytes);
    /// Cases that verdicts have touched.
    struct Touched {
        std::set<std::int64_t> admitted;
        std::set<std::int64_t> refused; ///< to be set aside
        std::set<std::int64_t> anew; ///< admitted otherwise than they were written
    };
    Result<void> take(const ActVerdict& verdict, std::int64_t correctedNow, PushApplied& applied, Touched& touched);
    Result<void> showAdmitted(std::int64_t caseId, bool anew);
    Result<std::string> signerFault(const ParsedAct& act, const Registry& registry);

    Database& database;
    Projections& projections;

    Statement waiting;
    Statement kept;
    Statement hashAt;
    Statement counts;
    Statement refusedCount;
    Statement byAct;
    Statement setAdmitted;
    Statement setRefused;
    Statement setAnswered;
    Statement lessWaiting;
    Statement marks;
    Statement refused;
    Statement setSettled;
    Statement waitingRows;
    Statement enrolments;
    Statement knownKey;
    Statement setDamaged;
    Statement ownActs;
};

} // namespace yichuang
