// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hall_view.h"

#include <yichuang/contract/act.h>
#include <yichuang/domain/result.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yichuang {

/// An act of a batch with all that can be said of it without the database: steps 1 to 2 of acts.md as far as the batch
/// alone tells, and the acts before it in the chain.
struct BatchAct {
    ParsedAct act;
    std::string chain; ///< of which it is the next, by its own words
    WorkstationId workstation; ///< who wrote it
    std::string bad; ///< not empty: `bad_act` for that reason
    std::string waits; ///< not empty: not taken, for that reason
    std::map<std::size_t, HashText> applicants {}; ///< by entry that opens a case: what its applicant is found by
};

/// Parses a batch; the acts' hashes and bodies are checked. Error "act.form" where a line can't be told apart from the
/// next act's; "act.too_many" past `most`.
[[nodiscard]] Result<std::vector<BatchAct>> readBatch(
    const WorkstationId& by, std::string_view ndjson, std::size_t most);

/// Signatures: the last act of each key, the chain covers those before; if it fails, every one of that key.
void checkSignatures(std::vector<BatchAct>& batch, const HallView& hall);

/// The public key that an act's signature must fit, or why there is none: "key_unknown", "key_of_other", "key_ended".
struct SigningKey {
    std::string publicKey;
    std::string fault;
};
[[nodiscard]] SigningKey signingKeyOf(const Registry& registry, const ActHead& head);

} // namespace yichuang
