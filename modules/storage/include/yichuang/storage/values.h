// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/messages.h>

#include <cstdint>
#include <optional>
#include <string>

namespace yichuang {

/// Who this workstation is. Clear in the file: the sign-in screen shows it before anything is unlocked.
struct Enrolment {
    WorkstationId workstation;
    WindowId window;
    std::string centre; ///< three digits of its case numbers
    std::string centreUrl;
    std::string hallName;
    std::string windowName; ///< may be empty until the hall's streams have come
    std::string recoveryKey; ///< hex X25519, public half
    CentreKey hallKey;
    friend bool operator==(const Enrolment&, const Enrolment&) = default;
};

/// A person who signed in here before. Names of staff stand on the counter and are kept clear; the private key is
/// wrapped by the password.
struct KnownPerson {
    PersonId person;
    std::string name;
    KeyId key;
    std::string publicKey; ///< hex Ed25519
    std::string wrappedKey; ///< vault::wrapByPassword of the signing key
    std::string verifier; ///< vault::passwordVerifier for an offline sign-in; may be empty
    std::int64_t lastOnline = 0; ///< ms, corrected: last sign-in that the centre answered
    std::int64_t offlineUntil = 0; ///< ms, corrected
    std::int64_t lastSignIn = 0; ///< ms, corrected
    int failedTries = 0; ///< offline, in a row
    std::int64_t lockedUntil = 0; ///< ms, corrected
    friend bool operator==(const KnownPerson&, const KnownPerson&) = default;
};

/// An intake that is not concluded. `title` and `content` are sealed; the rest is clear.
struct Draft {
    std::string id; ///< UUID
    PersonId author;
    ItemId item;
    std::int64_t savedAt = 0; ///< ms, corrected
    std::string title; ///< what the list of drafts shows: the applicant's name as far as typed
    std::string content; ///< whatever the intake needs to go on; opaque here
    friend bool operator==(const Draft&, const Draft&) = default;
};

/// Own chain: what the next act links to.
struct ChainHead {
    OriginId origin;
    std::int64_t number = 0;
    HashText hash; ///< empty at number 0
    friend bool operator==(const ChainHead&, const ChainHead&) = default;
};

/// What the workstation knows of time.
struct ClockRecord {
    std::int64_t offset = 0; ///< ms to add to the device's clock
    std::int64_t lastContact = 0; ///< ms, the centre's clock at the last contact; 0 = never
    std::int64_t lastWall = 0; ///< ms, the latest device time at which something was written or the centre answered
    friend bool operator==(const ClockRecord&, const ClockRecord&) = default;
};

/// What an act changed: what the screens have to look at again.
struct Changes {
    std::vector<StreamId> cases;
    bool hall = false; ///< people, windows, items or calendars
    bool outbox = false;
    bool refused = false;
    bool drafts = false;
    [[nodiscard]] bool any() const { return hall || outbox || refused || drafts || !cases.empty(); }
};

} // namespace yichuang
