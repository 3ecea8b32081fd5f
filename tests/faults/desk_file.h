// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/act.h>
#include <yichuang/contract/messages.h>
#include <yichuang/vault/crypto.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace yichuang::test {

/// What anybody can read of a workstation's file without its key: plain SQL on a copy, log included. The program must
/// not run.
struct DeskFile {
    struct OwnAct {
        std::string id;
        std::int64_t number = 0;
        std::string hash;
        int standing = 0; ///< 0 waiting, 1 acknowledged, 2 admitted, 3 refused
    };
    std::string workstation;
    std::int64_t chainNumber = 0;
    std::string chainHash;
    std::vector<OwnAct> acts; ///< by number
    std::set<std::string> drafts;
    std::map<std::string, std::string>
        caseOfNumber; ///< stream by case number; a number that stands twice is in `twice`
    std::set<std::string> twice;
    std::vector<SignedHead> heads; ///< what the centre has signed for this workstation
    std::string damage; ///< what SQLite's own check says, empty if nothing
};
[[nodiscard]] DeskFile readDeskFile(const std::filesystem::path& profile);

/// What only the key opens, by the product's own storage on a copy: the acts as they were signed, and the credential.
struct DeskKept {
    WorkstationId workstation;
    Secret credential;
    std::vector<std::string> ids;
    std::vector<std::string> wire; ///< NDJSON of each own act, in order from number 1
    std::vector<ActBytes> bytes;
};
[[nodiscard]] DeskKept openDeskFile(const std::filesystem::path& profile, const std::string& person);

} // namespace yichuang::test
