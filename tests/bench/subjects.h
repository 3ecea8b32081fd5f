// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clear.h"
#include "desk.h"
#include "hall.h"
#include "measure.h"

#include <QString>

#include <vector>

namespace yichuang::bench {

/// What all subjects share. Profiles are closed folders; each subject works on copies.
struct Ground {
    Sizes sizes;
    const Clock& clock;
    Hall& hall;
    Secrets secrets;
    QString folder;
    QString counter; ///< the clerk's profile
    QString chief; ///< the chief's
    unsigned short port = 0; ///< of the centre, whenever one runs
};

/// Durable acceptance at the counter, the centre being away. Leaves all intakes waiting in the counter's profile;
/// answers the same intakes in clear.
[[nodiscard]] std::vector<ClearIntake> measureAcceptance(const Ground& ground, Subject& acceptance);

/// The waiting acts go up to a fresh centre, and come down to the chief's workstation.
void measureTransfer(const Ground& ground, const std::vector<ClearIntake>& intakes, Subject& push, Subject& pull);

/// Takes cases in at the counter, which holds `held`, until there are `sizes.cases`, all of them in the index.
void fillFile(const Ground& ground, int held);
/// Search, lists and memory, in a process of its own with the product's window on the filled file.
void measureLists(const Ground& ground, Subject& search, Subject& worklist, Subject& memory);
/// The applicants of the cases that fillFile takes in.
inline constexpr std::uint32_t fillSeed = 2;
/// The two processes that measureLists starts.
int listsProcess(const QStringList& arguments);
int emptyWindowProcess();

/// From acceptance at the counter to the chief's list, all online.
void measureArrival(const Ground& ground, Subject& arrival);

} // namespace yichuang::bench
