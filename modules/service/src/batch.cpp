// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch.h"

#include <yichuang/domain/law.h>
#include <yichuang/vault/crypto.h>

#include <algorithm>
#include <map>

namespace yichuang {
namespace {

constexpr int release = 1;
constexpr int schema = 1;
constexpr std::string_view workstationPrefix = "ws:";

bool isNewer(const ActHead& head) {
    return head.release > release || head.law > lawVersion
        || std::any_of(
            head.entries.begin(), head.entries.end(), [](const EntryHead& entry) { return entry.schema > schema; });
}

bool particularsThere(const ActBytes& bytes) {
    return std::all_of(bytes.bodies.begin(), bytes.bodies.end(),
        [](const ActBytes::Bodies& body) { return body.particulars.has_value(); });
}

Result<BatchAct> readAct(const WorkstationId& by, ActBytes bytes) {
    BatchAct read;
    ActBytes kept = bytes;
    auto parsed = parseAct(std::move(bytes));
    if (parsed) {
        read.act = std::move(*parsed);
        if (!bodiesMatch(read.act)) {
            read.bad = "hash";
        } else if (!particularsThere(read.act.bytes)) {
            read.bad = "particulars";
        }
    } else {
        auto head = parseHead(kept.head);
        if (!head) {
            return tl::unexpected(head.error());
        }
        read.act.head = std::move(*head);
        read.act.bytes = std::move(kept);
        read.bad = "form";
    }
    read.act.hash = hashOfAct(read.act.bytes.head, read.act.bytes.signature);
    const auto& origin = read.act.head.origin.value();
    if (!origin.starts_with(workstationPrefix)) {
        read.waits = "origin";
        return read;
    }
    read.workstation = WorkstationId(origin.substr(workstationPrefix.size()));
    read.chain = read.workstation == by ? origin : origin + "@" + by.value();
    if (isNewer(read.act.head)) {
        read.waits = "release";
    }
    return read;
}

bool signatureFits(BatchAct& act, const Registry& registry) {
    const auto key = signingKeyOf(registry, act.act.head);
    if (!key.fault.empty()) {
        act.bad = key.fault;
        return false;
    }
    if (!verifySignature(act.act.bytes.head, act.act.signature, key.publicKey)) {
        act.bad = "signature";
        return false;
    }
    return true;
}

} // namespace

Result<std::vector<BatchAct>> readBatch(const WorkstationId& by, std::string_view ndjson, std::size_t most) {
    std::vector<BatchAct> batch;
    while (!ndjson.empty()) {
        if (batch.size() == most) {
            return failure("act.too_many", {{"most", std::to_string(most)}});
        }
        auto bytes = takeActBytes(ndjson);
        if (!bytes) {
            // What came before it is whole: it is taken, and the answer tells how far.
            if (batch.empty()) {
                return tl::unexpected(bytes.error());
            }
            break;
        }
        auto act = readAct(by, std::move(*bytes));
        if (!act) {
            return tl::unexpected(act.error());
        }
        batch.push_back(std::move(*act));
    }
    return batch;
}

void checkSignatures(std::vector<BatchAct>& batch, const HallView& hall) {
    std::map<KeyId, std::vector<BatchAct*>> ofKey;
    for (auto& act : batch) {
        if (act.bad.empty() && act.waits.empty()) {
            ofKey[act.act.head.key].push_back(&act);
        }
    }
    for (auto& [id, acts] : ofKey) {
        // Covered by the last one's signature is only what its chain leads back to, without a break in this batch.
        bool covered = signatureFits(*acts.back(), *hall.registry);
        for (std::size_t i = 1; i < batch.size() && covered; ++i) {
            covered = batch[i].chain == batch[i - 1].chain
                && batch[i].act.head.number == batch[i - 1].act.head.number + 1
                && batch[i].act.head.previous == batch[i - 1].act.hash;
        }
        for (std::size_t i = 0; i + 1 < acts.size() && !covered; ++i) {
            (void)signatureFits(*acts[i], *hall.registry);
        }
        if (covered) {
            // The signature covers the others, but whose key it is each act says for itself.
            for (auto* act : acts) {
                if (const auto key = signingKeyOf(*hall.registry, act->act.head); !key.fault.empty()) {
                    act->bad = key.fault;
                }
            }
        }
    }
}

SigningKey signingKeyOf(const Registry& registry, const ActHead& head) {
    if (head.person.value() == "centre") {
        const auto* key = registry.centreKey(head.key);
        if (key == nullptr) {
            return {{}, "key_unknown"};
        }
        if (!mayHaveSigned(*key, head)) {
            return {{}, "key_of_other"};
        }
        return {key->publicKey, {}};
    }
    // A key made at a sign-in is used at once, before its stream has come back by the feed: known now is known.
    const auto* key = registry.key(head.key);
    if (key == nullptr) {
        return {{}, "key_unknown"};
    }
    if (!mayHaveSigned(*key, head)) {
        return {{}, "key_of_other"};
    }
    if (const auto* then = registry.key(head.key, head.seen.position); then != nullptr && then->ended) {
        return {{}, "key_ended"};
    }
    return {key->publicKey, {}};
}

} // namespace yichuang
