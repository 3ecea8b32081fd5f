// SPDX-License-Identifier: GPL-3.0-or-later
#include "failing_disk.h"

#include <sqlite3.h>

#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <new>

namespace yichuang::kit::failing_disk {
namespace {

std::atomic<bool> full {false};
std::atomic<long> written {0};
std::atomic<int> toKill {-1};

/// SQLite's own file lies right behind this one.
struct Shim {
    sqlite3_file head {};
};
sqlite3_file* realOf(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(Shim));
}
sqlite3_vfs* realDisk() {
    static sqlite3_vfs* const disk = sqlite3_vfs_find(nullptr);
    return disk;
}

int beforeWrite() {
    if (toKill.load() >= 0 && toKill.fetch_sub(1) == 0)
        std::raise(SIGKILL);
    ++written;
    return full.load() ? SQLITE_FULL : SQLITE_OK;
}

int closeFile(sqlite3_file* file) {
    return realOf(file)->pMethods->xClose(realOf(file));
}
int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    return realOf(file)->pMethods->xRead(realOf(file), to, size, at);
}
int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    const int allowed = beforeWrite();
    return allowed == SQLITE_OK ? realOf(file)->pMethods->xWrite(realOf(file), from, size, at) : allowed;
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file* file, int level) {
    return realOf(file)->pMethods->xLock(realOf(file), level);
}
int unlockFile(sqlite3_file* file, int level) {
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}
int checkLock(sqlite3_file* file, int* locked) {
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), locked);
}
int control(sqlite3_file* file, int operation, void* argument) {
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}
int sectorSize(sqlite3_file* file) {
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}
int characteristics(sqlite3_file* file) {
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}
int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** mapped) {
    return realOf(file)->pMethods->xShmMap(realOf(file), region, size, extend, mapped);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags) {
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}
void barrier(sqlite3_file* file) {
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}
int unmapShared(sqlite3_file* file, int remove) {
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

// Version 2: shared memory for the write-ahead log, no mapped reading.
const sqlite3_io_methods methods {2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOfFile, lockFile,
    unlockFile, checkLock, control, sectorSize, characteristics, mapShared, lockShared, barrier, unmapShared, nullptr,
    nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* opened) {
    auto* shim = new (file) Shim;
    const int result = realDisk()->xOpen(realDisk(), name, realOf(file), flags, opened);
    shim->head.pMethods = realOf(file)->pMethods ? &methods : nullptr;
    return result;
}

} // namespace

void install() {
    static sqlite3_vfs disk = [] {
        sqlite3_initialize();
        sqlite3_vfs made = *realDisk();
        made.zName = "yichuang-failing-disk";
        made.szOsFile = static_cast<int>(sizeof(Shim)) + realDisk()->szOsFile;
        made.xOpen = openFile;
        made.pNext = nullptr;
        return made;
    }();
    sqlite3_vfs_register(&disk, 1);
}

void setFull(bool isFull) {
    full = isFull;
}
void killAtWrite(int number) {
    toKill = number;
}
long writes() {
    return written;
}

} // namespace yichuang::kit::failing_disk
