// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/centralstore/store.h>

#include "migrations.h"
#include "sql.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>
#include <string>

namespace yichuang {
namespace {

constexpr std::string_view sqliteScheme = "sqlite:";
constexpr std::size_t sealingKeySize = 32;
constexpr auto patience = std::chrono::seconds(20);

bool isPostgresAddress(std::string_view address) {
    return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

Result<Secret> secretOfHex(std::string hex) {
    while (!hex.empty() && (hex.back() == '\n' || hex.back() == ' ')) {
        hex.pop_back();
    }
    auto bytes = bytesOfHex(hex);
    if (!bytes || bytes->size() != sealingKeySize) {
        return failure("store.key", {}, "the file of the sealing key does not hold 64 hexadecimal digits");
    }
    return Secret(std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size()));
}

/// Reads the key file, or makes it, readable for nobody else. Two programs starting at once agree on one file.
Result<Secret> keyOfFile(const std::string& path) {
    const Secret fresh = makeDataKey();
    const std::string hex = hexOf(fresh.bytes()) + "\n";
    const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made >= 0) {
        const bool written
            = ::write(made, hex.data(), hex.size()) == static_cast<ssize_t>(hex.size()) && ::fsync(made) == 0;
        ::close(made);
        if (!written) {
            ::unlink(path.c_str());
            return failure("store.key", {{"file", path}}, "the sealing key can't be written");
        }
        return fresh.clone();
    }
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    if (!file) {
        return failure("store.key", {{"file", path}}, "the sealing key can't be read");
    }
    return secretOfHex(text.str());
}

} // namespace

class CentralStore::Private {
public:
    std::string address;
    StoreOptions options;
    std::mutex mutex;
    std::condition_variable freed;
    std::vector<std::unique_ptr<sql::Connection>> idle;
    int made = 0;
    std::timed_mutex sqliteWriter; ///< waits in turn instead of polling the file's lock

    [[nodiscard]] bool postgres() const { return isPostgresAddress(address); }
    [[nodiscard]] Result<std::unique_ptr<sql::Connection>> connect() const {
        return postgres() ? sql::connectPostgres(address) : sql::connectSqlite(address.substr(sqliteScheme.size()));
    }
    [[nodiscard]] Result<std::unique_ptr<sql::Connection>> take() {
        std::unique_lock lock(mutex);
        if (!freed.wait_for(lock, patience, [this] { return !idle.empty() || made < options.connections; })) {
            return failure("store.busy", {}, "all connections are taken");
        }
        if (!idle.empty()) {
            auto connection = std::move(idle.back());
            idle.pop_back();
            return connection;
        }
        ++made;
        lock.unlock();
        auto connection = connect();
        if (!connection) {
            lock.lock();
            --made;
            freed.notify_one();
        }
        return connection;
    }
    void giveBack(std::unique_ptr<sql::Connection> connection) {
        const std::lock_guard lock(mutex);
        if (connection && connection->usable()) {
            idle.push_back(std::move(connection));
        } else {
            --made;
        }
        freed.notify_one();
    }
};

CentralStore::CentralStore(std::unique_ptr<Private> own)
    : m_private(std::move(own)) { }
CentralStore::~CentralStore() = default;

Result<std::shared_ptr<CentralStore>> CentralStore::open(const std::string& address, StoreOptions options) {
    if (auto started = startVault(); !started) {
        return tl::unexpected(started.error());
    }
    if (!isPostgresAddress(address) && (!address.starts_with(sqliteScheme) || address.size() == sqliteScheme.size())) {
        return failure("store.address", {{"address", address}});
    }
    auto own = std::make_unique<Private>();
    own->address = address;
    own->options = std::move(options);
    auto connection = own->take();
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    if (!own->postgres()) {
        // A file of an older schema is kept aside before anything is changed in it.
        const auto found = sql::schemaVersion(**connection);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (*found > 0 && *found < static_cast<int>(sql::migrations().size())) {
            const std::string aside
                = address.substr(sqliteScheme.size()) + ".schema-" + std::to_string(*found) + ".bak";
            std::error_code none;
            std::filesystem::remove(aside, none);
            if (auto kept = (*connection)->query("VACUUM INTO $1", {std::string_view(aside)}); !kept) {
                return tl::unexpected(kept.error());
            }
        }
    }
    if (auto migrated = sql::migrate(**connection, sql::migrations()); !migrated) {
        return tl::unexpected(migrated.error());
    }
    own->giveBack(std::move(*connection));
    return std::shared_ptr<CentralStore>(new CentralStore(std::move(own)));
}

Result<std::unique_ptr<CentralTransaction>> CentralStore::begin(Access access) {
    const bool turn = access == Access::Write && !m_private->postgres();
    if (turn && !m_private->sqliteWriter.try_lock_for(patience)) {
        return failure("store.busy");
    }
    auto connection = m_private->take();
    if (!connection) {
        if (turn) {
            m_private->sqliteWriter.unlock();
        }
        return tl::unexpected(connection.error());
    }
    auto transaction = std::make_unique<CentralTransaction>(
        std::move(*connection),
        [own = m_private.get(), turn](std::unique_ptr<sql::Connection> back) {
            own->giveBack(std::move(back));
            if (turn) {
                own->sqliteWriter.unlock();
            }
        },
        m_private->options.probe);
    if (auto begun = transaction->begin(access); !begun) {
        return tl::unexpected(begun.error());
    }
    return transaction;
}

Result<Secret> CentralStore::sealingKey() {
    if (!m_private->options.keyFile.empty()) {
        return keyOfFile(m_private->options.keyFile);
    }
    if (!m_private->postgres()) {
        return keyOfFile(m_private->address.substr(sqliteScheme.size()) + ".key");
    }
    auto transaction = begin(Access::Write);
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    // Of two instances that start at once the first one's key stands.
    if (auto written = (*transaction)->offerSetting("sealing_key", hexOf(makeDataKey().bytes())); !written) {
        return tl::unexpected(written.error());
    }
    const auto settings = (*transaction)->settings();
    if (!settings) {
        return tl::unexpected(settings.error());
    }
    if (auto done = (*transaction)->commit(); !done) {
        return tl::unexpected(done.error());
    }
    return secretOfHex(settings->at("sealing_key"));
}

} // namespace yichuang
