// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_check.h"

#include <algorithm>
#include <set>
#include <utility>

namespace yichuang {

static tl::unexpected<Error> badHead(const ScopeId& scope, const char* reason) {
    return failure("sync.head", {{"scope", scope.value()}, {"reason", reason}});
}

Result<void> checkHead(const SignedHead& head, const PageGround& ground, const std::map<KeyId, CentreKey>& further) {
    const CentreKey* key = nullptr;
    if (const auto found = further.find(head.key); found != further.end())
        key = &found->second;
    else if (ground.hallKey.id == head.key)
        key = &ground.hallKey;
    else if (ground.registry)
        key = ground.registry->centreKey(head.key);
    if (key == nullptr)
        return badHead(head.scope, "key_unknown");
    if (key->scope != head.scope)
        return badHead(head.scope, "key_of_another_scope");
    if (!verifySignature(signedText(head), head.signature, key->publicKey))
        return badHead(head.scope, "signature");
    return {};
}

/// Keys that the hall's own log brings in this page: they are good only under the hall's signed head, which is checked
/// too.
static std::map<KeyId, CentreKey> keysOf(const PreparedPage& page) {
    std::map<KeyId, CentreKey> keys;
    for (const PreparedLine& line : page.lines) {
        if (line.line.scope.value() != "hall" || line.line.kind != LineKind::Admitted)
            continue;
        for (const PreparedAct& act : line.acts) {
            for (const FactsBody& facts : act.act.facts) {
                const auto* hall = std::get_if<HallFact>(&facts);
                const auto* key = hall ? std::get_if<CentreKey>(hall) : nullptr;
                if (key)
                    keys.emplace(key->id, *key);
            }
        }
    }
    return keys;
}

/// The public key that an act's signature must fit; empty if it names none that is known, or another's.
static std::string authorsKey(const ActHead& head, const PreparedPage& page, const PageGround& ground,
    const std::map<KeyId, CentreKey>& further) {
    if (head.person.value() == "centre") {
        const CentreKey* key = ground.registry ? ground.registry->centreKey(head.key) : nullptr;
        if (const auto found = further.find(head.key); found != further.end())
            key = &found->second;
        else if (ground.hallKey.id == head.key)
            key = &ground.hallKey;
        return key && mayHaveSigned(*key, head) ? key->publicKey : std::string {};
    }
    if (const PersonKey* key = ground.registry ? ground.registry->key(head.key) : nullptr)
        return mayHaveSigned(*key, head) ? key->publicKey : std::string {};
    for (const PreparedLine& line : page.lines) {
        for (const PreparedAct& act : line.acts) {
            for (const FactsBody& facts : act.act.facts) {
                const auto* hall = std::get_if<HallFact>(&facts);
                const auto* key = hall ? std::get_if<PersonKey>(hall) : nullptr;
                if (key && mayHaveSigned(*key, head))
                    return key->publicKey;
            }
        }
    }
    return {};
}

/// One signature for each key in a page, that of the last act: what came before it stands under the centre's signed
/// head, as this one does, and the centre checked each. A centre whose store was rewritten would have to forge this.
static Result<void> checkAuthors(
    const PreparedPage& page, const PageGround& ground, const std::map<KeyId, CentreKey>& further) {
    std::map<KeyId, const ParsedAct*> last;
    for (const PreparedLine& line : page.lines) {
        if (line.line.kind != LineKind::Admitted && line.line.kind != LineKind::Joined)
            continue;
        for (const PreparedAct& act : line.acts)
            last[act.act.head.key] = &act.act;
    }
    for (const auto& [key, act] : last) {
        const std::string publicKey = authorsKey(act->head, page, ground, further);
        if (publicKey.empty() || !verifySignature(act->bytes.head, act->signature, publicKey))
            return failure("sync.author",
                {{"act", act->head.act.value()}, {"reason", publicKey.empty() ? "key_unknown" : "signature"}});
    }
    return {};
}

static Result<void> checkActs(const PreparedLine& line) {
    const ScopeLine& what = line.line;
    const auto wrong = [&] { return failure("sync.act", {{"act", what.subject}, {"scope", what.scope.value()}}); };
    switch (what.kind) {
    case LineKind::Admitted:
    case LineKind::Refused:
        // A bad act's bytes are the centre's to keep: its line is all that is told here.
        if (line.acts.empty() && what.kind == LineKind::Refused)
            return {};
        if (line.acts.size() != 1 || line.acts.front().act.head.act.value() != what.subject
            || line.acts.front().act.hash != what.subjectHash)
            return wrong();
        return {};
    case LineKind::Joined:
        // The stream comes whole as it is now; the line names its head as it was when it joined.
        if (std::none_of(line.acts.begin(), line.acts.end(),
                [&](const PreparedAct& act) { return act.act.hash == what.subjectHash; }))
            return wrong();
        return {};
    case LineKind::Left:
        return line.acts.empty() ? Result<void> {} : wrong();
    }
    return wrong();
}

namespace {

/// Where a page leads in one scope.
struct Trail {
    Seen held; ///< the reader's own head
    Seen at;
    bool begun = false;
    bool moved = false; ///< by lines of the log; streams of a snapshot move nothing
};

Result<void> follow(Trail& trail, const ScopeLine& line, bool snapshot) {
    // Told again, from the beginning or from a place below what is held: the centre has lost this reader's place in the
    // scope. Such lines bring nothing and need only lead to the head that is held; if they do not, the log is another.
    const bool again = !snapshot && line.position >= 1 && line.position <= trail.held.position;
    bool placed = true;
    if (!std::exchange(trail.begun, true) && again) {
        trail.at = {line.position - 1, {}};
        placed = line.position == 1; // the link of any later place is not kept here
    }
    const bool follows
        = line.position == trail.at.position + 1 && (!placed || line.link == hashText(linkText(trail.at.hash, line)));
    const bool another = again && line.position == trail.held.position && line.link != trail.held.hash;
    if (!follows || another)
        return failure("sync.link", {{"scope", line.scope.value()}, {"position", std::to_string(line.position)}});
    trail.at = {line.position, line.link};
    trail.moved = true;
    return {};
}

} // namespace

Result<void> checkPage(const PreparedPage& page, const PageGround& ground) {
    std::map<ScopeId, Trail> trails;
    for (const ScopeHead& head : ground.heads) {
        const Seen held {head.position, head.hash};
        trails[head.scope] = {held, held};
    }
    std::set<ScopeId> told;
    for (const PreparedLine& line : page.lines) {
        const ScopeLine& what = line.line;
        if (auto acts = checkActs(line); !acts)
            return acts;
        told.insert(what.scope);
        const bool streamOfSnapshot = ground.snapshot && what.kind == LineKind::Joined && what.link.empty();
        if (streamOfSnapshot)
            continue;
        if (auto followed = follow(trails[what.scope], what, ground.snapshot); !followed)
            return followed;
    }
    const auto keys = keysOf(page);
    std::set<ScopeId> covered;
    for (const SignedHead& head : page.heads) {
        if (auto signedWell = checkHead(head, ground, keys); !signedWell)
            return signedWell;
        const auto known = trails.find(head.scope);
        const Trail trail = known == trails.end() ? Trail {} : known->second;
        // A snapshot's scopes begin at their heads; every other head must be where the lines have led, or on the way
        // to what is held, if there is more to come.
        const bool begins = ground.snapshot && !trail.moved;
        const bool below = !ground.snapshot && head.position < trail.held.position;
        const bool reached = known != trails.end() && trail.at.position == head.position && trail.at.hash == head.hash;
        if (!begins && (below ? !page.more || (trail.moved && !reached) : !reached))
            return badHead(head.scope, "position");
        covered.insert(head.scope);
    }
    for (const ScopeId& scope : told) {
        if (!covered.contains(scope))
            return badHead(scope, trails[scope].moved ? "unsigned" : "unsigned_snapshot");
    }
    return checkAuthors(page, ground, keys);
}

void passOverHeld(PreparedPage& page, const PageGround& ground) {
    if (ground.snapshot)
        return;
    std::map<ScopeId, std::int64_t> held;
    for (const ScopeHead& head : ground.heads)
        held[head.scope] = head.position;
    std::erase_if(page.lines, [&held](const PreparedLine& line) {
        const auto known = held.find(line.line.scope);
        return known != held.end() && line.line.position <= known->second;
    });
}

} // namespace yichuang
