// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace yichuang::kit {

/// A PostgreSQL cluster of its own in a temporary folder, reached by a socket in that folder: no port, no neighbour. As
/// root it runs under the system's user `postgres`, as PostgreSQL wants it. Gone with this object.
class PostgresCluster {
public:
    /// The newest PostgreSQL installed. `settings`: further lines such as "fsync=off". Throws std::runtime_error.
    explicit PostgresCluster(std::vector<std::string> settings = {});
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    /// A fresh, empty database; its address for `--database`.
    [[nodiscard]] std::string makeDatabase();

    void start(); ///< after stop or crash
    void stop(); ///< connections are ended, all is written
    void crash(); ///< nothing is written any more; the next start recovers
    /// SIGKILL to the server and every process of it, as when the machine's memory runs out. Returns when all are gone.
    void kill();
    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    void run(const std::string& program, const std::vector<std::string>& arguments) const;

    std::filesystem::path m_folder;
    std::filesystem::path m_programs;
    std::vector<std::string> m_settings;
    int m_databases = 0;
    bool m_running = false;
};

} // namespace yichuang::kit
