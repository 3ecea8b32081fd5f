// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_file.h"

#include "plain_database.h"

#include <central_process.h>

#include <yichuang/domain/clock.h>
#include <yichuang/storage/workstation_store.h>

#include <stdexcept>

namespace yichuang::test {
namespace {

constexpr const char* fileName = "yichuang.sqlite";

std::string copied(const std::filesystem::path& profile, const std::filesystem::path& to) {
    std::filesystem::copy_file(profile / fileName, to / fileName);
    const std::string log = std::string(fileName) + "-wal";
    if (std::filesystem::exists(profile / log))
        std::filesystem::copy_file(profile / log, to / log);
    return "sqlite:" + (to / fileName).string();
}

std::string uuidOf(const std::string& packed) {
    std::string id;
    for (std::size_t at = 0; at < packed.size(); ++at) {
        if (at == 4 || at == 6 || at == 8 || at == 10)
            id += '-';
        constexpr std::string_view digits = "0123456789abcdef";
        id += digits[static_cast<unsigned char>(packed[at]) >> 4U];
        id += digits[static_cast<unsigned char>(packed[at]) & 15U];
    }
    return id;
}

template <typename T> T needed(Result<T> result, const char* what) {
    if (!result)
        throw std::runtime_error(std::string(what) + ": " + result.error().code + ' ' + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

DeskFile readDeskFile(const std::filesystem::path& profile) {
    const kit::TemporaryFolder folder;
    const std::string copy = copied(profile, folder.path());
    DeskFile file;
    const auto check = readPlainly(copy, "PRAGMA integrity_check");
    if (check.at(0).at(0) != "ok")
        file.damage = check.at(0).at(0);
    const auto enrolments
        = readPlainly(copy, "SELECT ordinal, workstation, chain_number, chain_hash FROM enrolments ORDER BY ordinal");
    if (enrolments.size() != 1)
        throw std::runtime_error(
            "a workstation of these tests is enrolled once, not " + std::to_string(enrolments.size()));
    file.workstation = enrolments[0][1];
    file.chainNumber = std::stoll(enrolments[0][2]);
    file.chainHash = enrolments[0][3];
    for (const auto& row :
        readPlainly(copy, "SELECT act, number, hash, standing FROM acts WHERE own > 0 ORDER BY number"))
        file.acts.push_back({uuidOf(row[0]), std::stoll(row[1]), row[2], std::stoi(row[3])});
    for (const auto& row : readPlainly(copy, "SELECT id FROM drafts"))
        file.drafts.insert(row[0]);
    for (const auto& row : readPlainly(copy, "SELECT number, stream FROM cases WHERE number <> ''")) {
        if (!file.caseOfNumber.emplace(row[0], "case:" + uuidOf(row[1])).second)
            file.twice.insert(row[0]);
    }
    for (const auto& row : readPlainly(copy,
             "SELECT scope, signed_position, signed_hash, signed_time, signed_key, signature FROM heads"
             " WHERE signed_position > 0"))
        file.heads.push_back({ScopeId(row[0]), std::stoll(row[1]), row[2], std::stoll(row[3]), KeyId(row[4]), row[5]});
    return file;
}

DeskKept openDeskFile(const std::filesystem::path& profile, const std::string& person) {
    const kit::TemporaryFolder folder;
    copied(profile, folder.path());
    const SystemClock clock;
    const auto store = needed(WorkstationStore::open(QString::fromStdString(folder.path().string()), clock), "open");
    needed(store->keys().unlockByPassword(PersonId(person), "yichuang-1"), "unlock");
    const auto enrolment = needed(store->settings().enrolment(), "enrolment");
    DeskKept kept;
    kept.workstation = enrolment->workstation;
    kept.credential = needed(store->settings().credential(), "credential");
    constexpr std::size_t much = std::size_t {256} * 1024 * 1024;
    for (OutboxAct& act : needed(store->outbox().kept(1, 1'000'000, much), "kept acts")) {
        kept.ids.push_back(act.act.value());
        kept.wire.push_back(act.bytes.wire());
        kept.bytes.push_back(std::move(act.bytes));
    }
    return kept;
}

} // namespace yichuang::test
