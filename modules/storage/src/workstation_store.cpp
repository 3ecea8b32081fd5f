// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/storage/workstation_store.h>

#include "database.h"
#include "enrolment.h"
#include "projections.h"
#include "registry_fold.h"
#include "upkeep.h"

#include <yichuang/storage/migrations.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace yichuang {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString fileOf(const QString& profile) {
    return QDir(profile).filePath(QStringLiteral("yichuang.sqlite"));
}

/// Folder and file are the owner's alone before the first byte is written; SQLite gives the log the file's mode.
Result<bool> prepareFile(const QString& profile, const QString& path) {
    if (!QDir().mkpath(profile))
        return failure("storage.io", {}, "the profile folder can't be made");
    if (!QFile::setPermissions(profile, ownerOnly | QFile::ExeOwner))
        return failure("storage.io", {}, "the profile folder is somebody else's");
    QFile file(path);
    const bool fresh = !file.exists();
    if (fresh && !file.open(QIODevice::NewOnly | QIODevice::WriteOnly))
        return failure("storage.io", {}, "the file can't be made");
    if (!file.setPermissions(ownerOnly))
        return failure("storage.io", {}, "the file is somebody else's");
    file.close();
    return fresh;
}

} // namespace

class WorkstationStore::Private {
public:
    Private(const QString& path, const Clock& clock, Retention retention)
        : database(path, clock)
        , registry(database)
        , projections(database, registry)
        , chains(database)
        , keys(database, projections, registry)
        , leases(database)
        , journal(database, leases, registry, projections, chains)
        , outbox(database, projections)
        , feed(database, projections, registry)
        , lists(database, projections)
        , search(database, projections)
        , drafts(database)
        , people(database)
        , settings(database, chains)
        , upkeep(database, projections, search, retention) { }

    Result<void> prepare() {
        for (const auto& prepared : {projections.prepare(), chains.prepare(), keys.prepare(), leases.prepare(),
                 journal.prepare(), outbox.prepare(), feed.prepare(), lists.prepare(), search.prepare(),
                 drafts.prepare(), people.prepare(), settings.prepare(), upkeep.prepare()}) {
            if (!prepared)
                return prepared;
        }
        return {};
    }

    // The connection goes last: everything below holds statements of it.
    Database database;
    RegistryFold registry;
    Projections projections;
    Chains chains;
    KeySlots keys;
    Leases leases;
    Journal journal;
    Outbox outbox;
    Feed feed;
    Worklist lists;
    Search search;
    Drafts drafts;
    People people;
    Settings settings;
    Upkeep upkeep;
    OpenReport report;
};

WorkstationStore::WorkstationStore() = default;
WorkstationStore::~WorkstationStore() = default;

Result<std::unique_ptr<WorkstationStore>> WorkstationStore::open(
    const QString& profile, const Clock& clock, Retention retention) {
    if (auto started = startVault(); !started)
        return passOn(started);
    const QString path = fileOf(profile);
    const auto fresh = prepareFile(profile, path);
    if (!fresh)
        return passOn(fresh);
    std::unique_ptr<WorkstationStore> store(new WorkstationStore);
    store->m_d = std::make_unique<Private>(path, clock, retention);
    Database& database = store->m_d->database;
    if (auto opened = database.open(); !opened)
        return passOn(opened);
    const auto migrated = migrate(database, migrations());
    if (!migrated)
        return passOn(migrated);
    if (auto prepared = store->m_d->prepare(); !prepared) {
        // Our mark, our number, but not our tables.
        if (prepared.error().is("storage.fault"))
            return failure("storage.damaged", {}, prepared.error().detail);
        return passOn(prepared);
    }
    store->m_d->report
        = {*fresh, migrated->from > 0 && migrated->from < migrated->to ? migrated->from : 0, migrated->backup};
    return store;
}

Result<void> WorkstationStore::setAside(const QString& profile, const Clock& clock) {
    const QString path = fileOf(profile);
    // A database that was closed has no log any more; one that stayed would belong to the old file.
    for (const char* log : {"-wal", "-shm"}) {
        if (QFile::exists(path + QLatin1String(log)))
            return failure("storage.io", {}, "the file is not closed");
    }
    const QString aside
        = path + QStringLiteral(".unopened-%1").arg(static_cast<qlonglong>(toMilliseconds(clock.now())));
    if (!QFile::rename(path, aside))
        return failure("storage.io", {}, "the file can't be renamed");
    return {};
}

const OpenReport& WorkstationStore::report() const {
    return m_d->report;
}
KeySlots& WorkstationStore::keys() {
    return m_d->keys;
}
Journal& WorkstationStore::journal() {
    return m_d->journal;
}
Outbox& WorkstationStore::outbox() {
    return m_d->outbox;
}
Feed& WorkstationStore::feed() {
    return m_d->feed;
}
Worklist& WorkstationStore::lists() {
    return m_d->lists;
}
Search& WorkstationStore::search() {
    return m_d->search;
}
Drafts& WorkstationStore::drafts() {
    return m_d->drafts;
}
Leases& WorkstationStore::leases() {
    return m_d->leases;
}
People& WorkstationStore::people() {
    return m_d->people;
}
Settings& WorkstationStore::settings() {
    return m_d->settings;
}

std::shared_ptr<const Registry> WorkstationStore::registry() const {
    return m_d->registry.registry();
}

Result<void> WorkstationStore::together(const std::function<Result<void>()>& work) {
    return m_d->database.transaction([&]() -> Result<void> { return work(); });
}

Result<bool> WorkstationStore::idle() {
    return m_d->upkeep.slice();
}

Changes WorkstationStore::takeChanges() {
    return m_d->database.takeChanges();
}

} // namespace yichuang
