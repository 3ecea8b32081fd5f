// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_check.h"

#include <algorithm>

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

Result<void> checkPage(const PreparedPage& page, const PageGround& ground) {
    std::map<ScopeId, Seen> running;
    for (const ScopeHead& head : ground.heads)
        running[head.scope] = {head.position, head.hash};
    std::map<ScopeId, bool> moved;
    for (const PreparedLine& line : page.lines) {
        const ScopeLine& what = line.line;
        if (auto acts = checkActs(line); !acts)
            return acts;
        const bool streamOfSnapshot = ground.snapshot && what.kind == LineKind::Joined && what.link.empty();
        if (streamOfSnapshot) {
            moved.emplace(what.scope, false);
            continue;
        }
        Seen& at = running[what.scope];
        if (what.position != at.position + 1 || what.link != hashText(linkText(at.hash, what)))
            return failure("sync.link", {{"scope", what.scope.value()}, {"position", std::to_string(what.position)}});
        at = {what.position, what.link};
        moved[what.scope] = true;
    }
    const auto keys = keysOf(page);
    std::map<ScopeId, bool> covered;
    for (const SignedHead& head : page.heads) {
        if (auto signedWell = checkHead(head, ground, keys); !signedWell)
            return signedWell;
        const auto at = running.find(head.scope);
        // A snapshot's scopes begin at their heads; every other head must be where the lines have led.
        const bool begins = ground.snapshot && !(moved.contains(head.scope) && moved.at(head.scope));
        if (!begins && (at == running.end() || at->second.position != head.position || at->second.hash != head.hash))
            return badHead(head.scope, "position");
        covered[head.scope] = true;
    }
    for (const auto& [scope, links] : moved) {
        if (!covered.contains(scope))
            return badHead(scope, links ? "unsigned" : "unsigned_snapshot");
    }
    return checkAuthors(page, ground, keys);
}

} // namespace yichuang
