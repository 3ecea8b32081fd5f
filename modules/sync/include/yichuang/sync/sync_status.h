// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/result.h>

#include <cstdint>

namespace yichuang {

/// How the workstation stands with the centre.
enum class SyncConnection {
    Never, ///< not started, or no answer yet since the start
    Online, ///< also while a long wait for news is under way or is being begun again
    Offline,
    NotOurService, ///< somebody else answers: a login page, a proxy
    OtherRelease, ///< a centre answers that is older or newer than this program, too far to understand each other
    WrongClock, ///< the centre does not take this machine's time
    WaitingForSignIn, ///< the file is locked: nothing can be signed with the workstation's key
    NotEnrolled,
    Revoked, ///< the centre does not know this workstation (any more)
    ChainDisputed ///< the centre knows more of this chain, or another: a restored image or a clone
};

/// A value for the screens. Times in ms since the epoch, corrected by the offset; 0 = none.
struct SyncReport {
    SyncConnection connection = SyncConnection::Never;
    Error lastError {}; ///< of the last try; empty code = it went well
    int waiting = 0; ///< acts of everybody at this workstation
    std::int64_t waitingSince = 0;
    int refused = 0; ///< not settled
    std::int64_t lastContact = 0;
    std::int64_t nextTry = 0;
    std::int64_t offset = 0; ///< ms to add to the device's clock
    int numbersLeft = 0; ///< leased case numbers of this year
    bool drawing = false; ///< a snapshot is being read: the lists are not complete yet
    friend bool operator==(const SyncReport&, const SyncReport&) = default;
};

} // namespace yichuang
