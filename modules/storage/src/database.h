// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statement.h"

#include <yichuang/storage/keys.h>
#include <yichuang/storage/values.h>

#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

namespace yichuang {

class Clock;

/// The connection, its transactions, and what every subject of the store shares: the unlocked keys, randomness, and the
/// list of what has changed. One thread.
class Database {
public:
    Database(QString path, const Clock& clock);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Opens the file with the pragmas of the store. Knows nothing of its contents yet.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QSqlDatabase& connection() { return m_connection; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] Randomness& randomness() { return m_randomness; }

    /// One statement without parameters; for pragmas, schema and upkeep.
    [[nodiscard]] Result<void> execute(const QString& sql);
    /// First column of the first row of such a statement; 0 without a row.
    [[nodiscard]] Result<std::int64_t> ask(const QString& sql);

    /// All of `work` or nothing. Inside another transaction it joins that one. BEGIN IMMEDIATE waits for a busy file.
    template <typename Work> [[nodiscard]] auto transaction(Work work) -> std::invoke_result_t<Work> {
        using Outcome = std::invoke_result_t<Work>;
        if (m_depth > 0)
            return work();
        if (auto begun = begin(); !begun)
            return Outcome {passOn(begun)};
        ++m_depth;
        Outcome outcome = guarded<Outcome>(work);
        --m_depth;
        if (!outcome) {
            rollBack();
            return outcome;
        }
        if (auto committed = commit(); !committed) {
            rollBack();
            return Outcome {passOn(committed)};
        }
        return outcome;
    }
    /// Undoes a change of memory should the transaction that is open fail.
    void onRollback(std::function<void()> undo);

    [[nodiscard]] const std::shared_ptr<const DataKeys>& keys() const { return m_keys; }
    void setKeys(std::shared_ptr<const DataKeys> keys) { m_keys = std::move(keys); }
    /// Error "storage.locked".
    [[nodiscard]] Result<const DataKeys*> unlocked() const;

    /// What this transaction changes; dropped if it fails.
    [[nodiscard]] Changes& changes() { return m_pending; }
    [[nodiscard]] Changes takeChanges();

private:
    template <typename Outcome, typename Work> Outcome guarded(Work& work) {
        try {
            return work();
        } catch (const std::exception& fault) {
            return Outcome {failure("storage.fault", {}, fault.what())};
        }
    }
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    void rollBack();

    QString m_path;
    QString m_name;
    const Clock& m_clock;
    QSqlDatabase m_connection;
    SystemRandomness m_randomness;
    std::shared_ptr<const DataKeys> m_keys;
    std::vector<std::function<void()>> m_undo;
    Statement m_begin;
    Statement m_commit;
    Statement m_rollBack;
    Changes m_pending;
    Changes m_committed;
    /// The cases of m_committed: a page of the feed changes hundreds at once.
    std::unordered_set<std::string> m_told;
    int m_depth = 0;
};

/// A UUID as 16 bytes, any other id as its text behind one letter, never 16 bytes long.
[[nodiscard]] std::string packedId(std::string_view id);
[[nodiscard]] std::string unpackedId(std::string_view packed);
/// "case:<uuid>" without its prefix, packed; and back.
[[nodiscard]] std::string packedCase(const StreamId& stream);
[[nodiscard]] StreamId caseStream(std::string_view packed);
[[nodiscard]] bool isCase(const StreamId& stream);

} // namespace yichuang
