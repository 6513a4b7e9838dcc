// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <atomic>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace hall::tests {

/// Everything that programs write below some folders, also what is gone again when they end: a file gets a second name in `keep` as
/// soon as it appears, so that its bytes outlive its removal. What was quicker, or never had a name (O_TMPFILE), is told.
class FolderWatch
{
public:
    /// `keep` is on the same file system, and none of `folders`.
    FolderWatch(const QStringList& folders, QString keep)
        : m_keep(std::move(keep))
        , m_notes(inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
    {
        for (const QString& folder : folders)
            add(folder);
        m_thread = std::thread([this] { watch(); });
    }
    ~FolderWatch() { stop(); }
    Q_DISABLE_COPY_MOVE(FolderWatch)

    /// What happened so far has been seen when this returns.
    void stop()
    {
        if (m_notes < 0)
            return;
        m_ending = true;
        if (m_thread.joinable())
            m_thread.join();
        ::close(m_notes);
        m_notes = -1;
        // One that began without a name and got one later is kept under that.
        m_unseen.removeIf([this](const QString& path) { return m_kept.contains(path.section(u'#', -1).toULong()); });
        m_unseen.removeDuplicates();
    }
    /// Paths of what was made or written, each once. After stop().
    const QStringList& written() const { return m_written; }
    /// Those of them that were gone before they could be kept. After stop().
    const QStringList& missed() const { return m_missed; }
    /// Written without a name, or more than the system could tell of. After stop().
    const QStringList& unseen() const { return m_unseen; }

private:
    void add(const QString& folder)
    {
        constexpr uint32_t kWriting = IN_CREATE | IN_MODIFY | IN_MOVED_TO | IN_CLOSE_WRITE;
        const int mark = inotify_add_watch(m_notes, QFile::encodeName(folder).constData(), kWriting);
        if (mark < 0)
            return;
        m_folders.insert(mark, folder);
        // What came in before the watch was set is taken up here.
        const auto entries = QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        for (const auto& entry : entries)
            entry.isDir() ? add(entry.filePath()) : take(entry.filePath());
    }
    void take(const QString& path)
    {
        if (!m_written.contains(path))
            m_written.append(path);
        struct stat file{};
        const bool there = ::lstat(QFile::encodeName(path).constData(), &file) == 0;
        if (there && m_kept.contains(file.st_ino))
            return; // under an earlier name
        const QString name = m_keep + QStringLiteral("/%1").arg(m_kept.size());
        if (there && ::link(QFile::encodeName(path).constData(), QFile::encodeName(name).constData()) == 0)
            m_kept.insert(file.st_ino);
        else if (!m_missed.contains(path))
            m_missed.append(path);
    }
    void watch()
    {
        while (true) {
            const bool last = m_ending; // before what has come is read
            pollfd asked{m_notes, POLLIN, 0};
            if (::poll(&asked, 1, last ? 0 : 20) > 0)
                read();
            else if (last)
                return;
        }
    }
    void read()
    {
        alignas(inotify_event) char bytes[1 << 16];
        const ssize_t count = ::read(m_notes, bytes, sizeof bytes);
        for (const char* at = bytes; at < bytes + count;) {
            const auto* note = reinterpret_cast<const inotify_event*>(at);
            at += sizeof(inotify_event) + note->len;
            const QString path = m_folders.value(note->wd) + u'/' + QFile::decodeName(note->len > 0 ? note->name : "");
            if (note->mask & IN_Q_OVERFLOW)
                m_unseen.append(QStringLiteral("more than could be told"));
            else if (path.section(u'/', -1).startsWith(u'#'))
                m_unseen.append(path);
            else if (note->mask & IN_ISDIR)
                add(path);
            else if (note->len > 0)
                take(path);
        }
    }

    QString m_keep;
    int m_notes;
    QHash<int, QString> m_folders;
    QSet<ino_t> m_kept;
    QStringList m_written;
    QStringList m_missed;
    QStringList m_unseen;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

/// Which of these texts stand in files below the folders, names of files included: "label in path".
inline QStringList plantedIn(const QStringList& folders, const QHash<QString, QString>& planted)
{
    QStringList found;
    for (const QString& folder : folders) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QFile file(path);
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            for (auto it = planted.begin(); it != planted.end(); ++it) {
                const QByteArray wide(reinterpret_cast<const char*>(it->utf16()), it->size() * 2);
                QByteArray narrow = it->toUtf8();
                QByteArray escaped; // as JSON and Qt's own logging write it
                for (const QChar letter : *it)
                    escaped += letter.unicode() < 128 ? QByteArray(1, letter.toLatin1()) : "\\u" + QByteArray::number(letter.unicode(), 16).rightJustified(4, '0');
                if (bytes.contains(narrow) || bytes.contains(wide) || bytes.toLower().contains(escaped.toLower()) || path.contains(*it))
                    found.append(it.key() + QStringLiteral(" in ") + path);
            }
        }
    }
    return found;
}

} // namespace hall::tests
