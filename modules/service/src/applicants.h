// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch.h"
#include "ledger.h"

#include <yichuang/centralstore/store.h>
#include <yichuang/contract/applicant.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace yichuang {

/// A case's applicant as its admitted acts name him, and the day on which he came.
struct CaseApplicant {
    NamedApplicant applicant;
    CivilDate receivedOn {};
    std::int64_t at = 0; ///< of the intake, ms
};
/// Of `receive`, with what `amend` said instead. Empty where nobody is named, or no longer: particulars may be erased.
[[nodiscard]] Result<std::optional<CaseApplicant>> applicantOf(const StreamId& stream, const std::vector<ActRow>& acts);

/// What his number is found by; empty where he has none that is whole. Who acts for him is not found: an agent or a
/// guardian gave his number for one matter of somebody else's.
[[nodiscard]] std::optional<HashText> indexHash(const NamedApplicant& applicant, CivilDate day, const CentreKeys& keys);

/// Fills in `BatchAct::applicants`: before any lock, for it needs the batch alone. The keys are open.
void nameApplicants(std::vector<BatchAct>& batch, const CentreKeys& keys);

/// The rows of these cases as they stand.
[[nodiscard]] Result<std::vector<ApplicantRow>> applicantRows(
    CentralTransaction& transaction, const std::vector<StreamId>& streams, const CentreKeys& keys);

} // namespace yichuang
