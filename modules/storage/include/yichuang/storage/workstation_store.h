// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/storage/desk.h>
#include <yichuang/storage/feed.h>
#include <yichuang/storage/journal.h>
#include <yichuang/storage/keys.h>
#include <yichuang/storage/lists.h>
#include <yichuang/storage/outbox.h>

#include <QString>

#include <memory>

namespace yichuang {

/// How long what is kept.
struct Retention {
    int actDays = 30; ///< own acts after their acknowledgement, longer than the centre's backup interval
    int concludedDays = 30; ///< concluded cases; 0 = for ever
};

/// What the opening of a file found and did.
struct OpenReport {
    bool created = false;
    int migratedFrom = 0; ///< schema number before, 0 = nothing to migrate
    QString backup; ///< path of the copy made before migrating
};

/// The workstation's file, synchronous. One thread, the one that opened it. Screens never wait for it: see
/// StorageThread.
///
/// Error codes of everything here: "storage.newer" (argument `schema`), "storage.not_ours", "storage.damaged",
/// "storage.disk_full", "storage.busy", "storage.io", "storage.read_only", "storage.locked", "storage.fault".
class WorkstationStore {
public:
    /// Opens or makes `profile` (0700) with the file `yichuang.sqlite` (0600) in it.
    [[nodiscard]] static Result<std::unique_ptr<WorkstationStore>> open(
        const QString& profile, const Clock& clock, Retention retention = {});
    /// Gives the closed file of a profile another name beside it, so that `open` makes a new one. Error "storage.io".
    [[nodiscard]] static Result<void> setAside(const QString& profile, const Clock& clock);
    ~WorkstationStore();

    [[nodiscard]] const OpenReport& report() const;

    [[nodiscard]] KeySlots& keys();
    [[nodiscard]] Journal& journal();
    [[nodiscard]] Outbox& outbox();
    [[nodiscard]] Feed& feed();
    [[nodiscard]] Worklist& lists();
    [[nodiscard]] Search& search();
    [[nodiscard]] Drafts& drafts();
    [[nodiscard]] Leases& leases();
    [[nodiscard]] People& people();
    [[nodiscard]] Settings& settings();

    /// Fold of the hall's streams; empty while locked. The pointer may be handed to any thread.
    [[nodiscard]] std::shared_ptr<const Registry> registry() const;

    /// Several calls as one transaction: all or nothing. Calls inside join it.
    [[nodiscard]] Result<void> together(const std::function<Result<void>()>& work);

    /// A slice of what can wait: index batches, purges, checkpoint, incremental vacuum. Answers whether more is to be
    /// done.
    [[nodiscard]] Result<bool> idle();

    /// What the calls since the last question changed.
    [[nodiscard]] Changes takeChanges();

private:
    WorkstationStore();
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace yichuang
