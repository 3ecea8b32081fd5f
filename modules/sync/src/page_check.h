// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>
#include <yichuang/storage/feed.h>

#include <map>
#include <vector>

namespace yichuang {

/// What a page is checked against.
struct PageGround {
    std::vector<ScopeHead> heads; ///< where the reader stands
    std::shared_ptr<const Registry> registry; ///< centre keys known so far; the page may bring more
    CentreKey hallKey; ///< of the enrolment: trusted from the first day
    bool snapshot = false;
};

/// Proves, before anything of it is applied, that a page goes on from where the reader stands: each line has the next
/// position and links to the one before, each act is the one that its line names, and every scope that the page moves
/// ends at a head that the scope's key signed. Streams of a snapshot stand under its signed heads. Of each author the
/// last act's signature is checked. Any thread, pure.
///
/// A feed may tell again what the reader holds, where the centre has lost his place in a scope: good if it leads to the
/// head that he holds.
///
/// Errors: "sync.link" (arguments `scope`, `position`), "sync.act" (`act`), "sync.head" (`scope`, `reason`),
/// "sync.author" (`act`, `reason`).
[[nodiscard]] Result<void> checkPage(const PreparedPage& page, const PageGround& ground);

/// Takes out of a feed's page, once it is proved, what the reader holds already: applied again, a case that has left
/// this workstation since would come back.
void passOverHeld(PreparedPage& page, const PageGround& ground);

/// A head against the key that it names: unknown, foreign to the scope, or not its signature.
[[nodiscard]] Result<void> checkHead(
    const SignedHead& head, const PageGround& ground, const std::map<KeyId, CentreKey>& further);

} // namespace yichuang
