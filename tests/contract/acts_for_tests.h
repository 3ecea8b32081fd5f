// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/act.h>

#include <string>

namespace yichuang::test {

inline const std::string uuid = "01938f00-1111-7abc-8def-0123456789ab";
inline const std::string otherUuid = "01938f00-2222-7abc-8def-0123456789ab";
inline const std::string salt = "00112233445566778899aabbccddeeff";
inline const std::string hash = "01" + std::string(64, 'a');

/// A head with two entries and every optional member.
inline ActHead fullHead() {
    ActHead head;
    head.release = 1;
    head.act = ActId(uuid);
    head.origin = OriginId("ws:w1");
    head.number = 7;
    head.previous = hash;
    head.person = PersonId("li");
    head.key = KeyId("k1");
    head.law = 1;
    head.deviceTime = 1542592800123;
    head.correctedTime = 1542592800456;
    head.flag = "clock";
    head.seen = {12, hash};
    EntryHead first;
    first.stream = StreamId("case:" + otherUuid);
    first.base = EntryId {ActId(otherUuid), 3};
    first.after = EntryId {ActId(otherUuid), 0};
    first.type = "accept";
    first.facts = hash;
    first.particulars = hash;
    EntryHead second = first;
    second.base.reset();
    second.after.reset();
    second.type = "extend.request";
    head.entries = {first, second};
    return head;
}

inline Entry entryOf(Event event, CommandAct act = CommandAct::Do) {
    Entry entry;
    entry.event = event;
    entry.act = act;
    entry.date = std::chrono::year {2018} / 11 / 19;
    entry.actor.id = PersonId("li");
    entry.actor.role = Role::ChiefRepresentative;
    entry.actor.department = "卫生健康委员会";
    entry.actor.mandate = MandateKind::Decide;
    entry.actor.onBehalfOf = PersonId("wang");
    return entry;
}

} // namespace yichuang::test
