// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/casefile/power_cut.h"

#include <QFile>
#include <QFileInfo>
#include <cstring>
#include <sqlite3.h>

namespace hall::tests {

namespace {

constexpr qsizetype kSector = 512;

PowerCut* theCut = nullptr;
sqlite3_vfs* theDisk = nullptr;

/// What the engine holds of an open file; the disk's own follows behind it.
struct Watched
{
    sqlite3_file base;
    QString* path; ///< null: not watched

    static Watched* of(sqlite3_file* file) { return reinterpret_cast<Watched*>(file); }
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file)
{
    return Watched::of(file)->real();
}

int closeFile(sqlite3_file* file)
{
    delete Watched::of(file)->path;
    Watched::of(file)->path = nullptr;
    return real(file)->pMethods->xClose(real(file));
}
int writeFile(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at)
{
    if (const QString* path = Watched::of(file)->path)
        theCut->written(*path, at, QByteArrayView(static_cast<const char*>(bytes), size));
    return real(file)->pMethods->xWrite(real(file), bytes, size, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (const QString* path = Watched::of(file)->path)
        theCut->truncated(*path, size);
    return real(file)->pMethods->xTruncate(real(file), size);
}
int syncFile(sqlite3_file* file, int flags)
{
    if (const QString* path = Watched::of(file)->path)
        theCut->synced(*path);
    return real(file)->pMethods->xSync(real(file), flags);
}

const sqlite3_io_methods kMethods = {
    3,
    closeFile,
    [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, size, at); },
    writeFile,
    truncateFile,
    syncFile,
    [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
    [](sqlite3_file* f, int lock) { return real(f)->pMethods->xLock(real(f), lock); },
    [](sqlite3_file* f, int lock) { return real(f)->pMethods->xUnlock(real(f), lock); },
    [](sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); },
    [](sqlite3_file* f, int op, void* argument) { return real(f)->pMethods->xFileControl(real(f), op, argument); },
    [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
    // No promise of the real disk about what a cut leaves behind counts here.
    [](sqlite3_file*) { return 0; },
    [](sqlite3_file* f, int page, int size, int extend, void volatile** to) { return real(f)->pMethods->xShmMap(real(f), page, size, extend, to); },
    [](sqlite3_file* f, int offset, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), offset, n, flags); },
    [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
    [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
    [](sqlite3_file*, sqlite3_int64, int, void** to) {
        *to = nullptr; // nothing is mapped past this file system
        return SQLITE_OK;
    },
    [](sqlite3_file*, sqlite3_int64, void*) { return SQLITE_OK; },
};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    Watched* watched = Watched::of(file);
    watched->base.pMethods = nullptr;
    watched->path = nullptr;
    const int code = theDisk->xOpen(theDisk, name, watched->real(), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    watched->base.pMethods = &kMethods;
    const QString path = name ? QString::fromUtf8(name) : QString();
    if (name && theCut->watches(path)) {
        watched->path = new QString(path);
        theCut->opened(path);
    }
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs*, const char* name, int syncFolder)
{
    const QString path = QString::fromUtf8(name);
    if (theCut->watches(path))
        theCut->removed(path);
    return theDisk->xDelete(theDisk, name, syncFolder);
}

} // namespace

PowerCut& PowerCut::install()
{
    static PowerCut cut;
    static sqlite3_vfs vfs;
    if (theCut)
        return cut;
    theCut = &cut;
    theDisk = sqlite3_vfs_find(nullptr);
    vfs = *theDisk; // everything but opening and removing is the disk's own
    vfs.zName = "power-cut";
    vfs.szOsFile = static_cast<int>(sizeof(Watched)) + theDisk->szOsFile;
    vfs.xOpen = openFile;
    vfs.xDelete = removeFile;
    sqlite3_vfs_register(&vfs, 1);
    return cut;
}

void PowerCut::watch(const QString& folder)
{
    m_folder = folder;
    m_files.clear();
}

void PowerCut::opened(const QString& path)
{
    if (m_files.contains(path))
        return;
    QFile file(path);
    m_files[path].durable = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void PowerCut::before()
{
    if (m_writes++ != m_cutAt)
        return;
    m_cut = true;
    m_disk.clear();
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it)
        m_disk.insert(QFileInfo(it.key()).fileName(), afterCut(it.value()));
}

void PowerCut::written(const QString& path, qint64 at, QByteArrayView bytes)
{
    before();
    m_files[path].pending.append({at, 0, bytes.toByteArray()});
}

void PowerCut::truncated(const QString& path, qint64 size)
{
    before();
    m_files[path].pending.append({-1, size, {}});
}

void PowerCut::synced(const QString& path)
{
    File& file = m_files[path];
    for (const Change& change : std::as_const(file.pending))
        apply(file.durable, change);
    file.pending.clear();
}

void PowerCut::removed(const QString& path)
{
    m_files.remove(path);
}

void PowerCut::apply(QByteArray& content, const Change& change)
{
    if (change.at < 0) {
        content.resize(change.size);
        return;
    }
    if (content.size() < change.at + change.bytes.size())
        content.append(QByteArray(change.at + change.bytes.size() - content.size(), '\0'));
    std::memcpy(content.data() + change.at, change.bytes.constData(), static_cast<std::size_t>(change.bytes.size()));
}

/// Half of the cuts lose everything that was not synced; the others keep any of its sectors.
QByteArray PowerCut::afterCut(const File& file)
{
    QByteArray content = file.durable;
    if (m_random.bounded(2) == 0)
        return content;
    for (const Change& change : file.pending) {
        if (change.at < 0) {
            if (m_random.bounded(2) == 0)
                apply(content, change);
            continue;
        }
        for (qsizetype from = 0; from < change.bytes.size(); from += kSector) {
            if (m_random.bounded(2) == 0)
                apply(content, {change.at + from, 0, change.bytes.mid(from, kSector)});
        }
    }
    return content;
}

PowerCut::Disk PowerCut::take()
{
    m_cut = false;
    m_cutAt = -1;
    return std::exchange(m_disk, {});
}

} // namespace hall::tests
