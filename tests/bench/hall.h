// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <central_process.h>
#include <postgres_cluster.h>

#include <yichuang/domain/clock.h>
#include <yichuang/domain/ids.h>

#include <filesystem>
#include <memory>
#include <string>

namespace yichuang::bench {

/// The centre's side: a PostgreSQL cluster of its own (fsync on), a hall set up in it, and databases made from that one
/// as often as a run needs a fresh one.
class Hall {
public:
    explicit Hall(const Clock& clock);

    /// An item of the sample catalogue, accepted at the counter and decided by a chief, with eight materials.
    [[nodiscard]] static ItemId item() { return ItemId {"SAMPLE-016"}; }
    [[nodiscard]] static constexpr const char* clerk() { return "liufei"; }
    [[nodiscard]] static constexpr const char* clerksWindow() { return "w3"; }
    [[nodiscard]] static constexpr const char* chief() { return "caiwen"; }
    [[nodiscard]] static constexpr const char* chiefsWindow() { return "w9"; }

    [[nodiscard]] const std::string& database() const { return m_template; }
    [[nodiscard]] std::string enrolCode(const std::string& window) const;
    /// The real service process, by the bench's clock; port 0 takes a free one.
    [[nodiscard]] std::unique_ptr<kit::CentralProcess> serve(const std::string& database, unsigned short port) const;
    /// A copy of the hall as it is now; nobody may be connected to it.
    [[nodiscard]] std::string freshCopy();
    /// An empty database for the raw limit.
    [[nodiscard]] std::string emptyDatabase() { return m_cluster.makeDatabase(); }
    void drop(const std::string& database);
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path(); }

private:
    void tell(const std::string& statement);
    const Clock& m_clock;
    kit::TemporaryFolder m_folder;
    kit::PostgresCluster m_cluster;
    std::string m_template;
    std::string m_workshop; ///< a database to be connected to while others are copied
    int m_copies = 0;
};

} // namespace yichuang::bench
