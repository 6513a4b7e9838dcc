// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QRandomGenerator>
#include <QString>

struct sqlite3_file;

namespace hall::tests {

/// A file system between SQLCipher and the disk that knows, of each file of one folder, what was synced and what was only
/// written. A power cut then leaves what was synced, and of the rest any part of any sector of 512 bytes: that is what disks do. The
/// index of the log (-shm) is memory. Names of files count as kept.
class PowerCut
{
public:
    using Disk = QMap<QString, QByteArray>; ///< by file name

    /// Becomes the file system of every connection that is opened from now on. Once in a process.
    static PowerCut& install();

    /// Files of this folder that are opened from now on are watched; empty: none.
    void watch(const QString& folder);
    /// Before which of the writes from now on the power goes; `acknowledged` is asked at that moment.
    void cutAt(qint64 write) { m_cutAt = m_writes + write; }
    bool wasCut() const { return m_cut; }
    /// What lies on the disk after the cut.
    Disk take();
    qint64 writes() const { return m_writes; }

    // For the engine's callbacks.
    bool watches(const QString& path) const { return !m_folder.isEmpty() && path.startsWith(m_folder) && !path.endsWith(QLatin1String("-shm")); }
    void opened(const QString& path);
    void written(const QString& path, qint64 at, QByteArrayView bytes);
    void truncated(const QString& path, qint64 size);
    void synced(const QString& path);
    void removed(const QString& path);

private:
    struct Change
    {
        qint64 at = 0; ///< -1: cut to `size`
        qint64 size = 0;
        QByteArray bytes;
    };
    struct File
    {
        QByteArray durable;
        QList<Change> pending;
    };
    void before();
    static void apply(QByteArray& content, const Change& change);
    QByteArray afterCut(const File& file);

    QString m_folder;
    QMap<QString, File> m_files;
    QRandomGenerator m_random{20261126};
    Disk m_disk;
    qint64 m_writes = 0;
    qint64 m_cutAt = -1;
    bool m_cut = false;
};

} // namespace hall::tests
