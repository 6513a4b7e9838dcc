// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace hall::tests {

/// A word that stands in the test program masked, so that looking for it does not find the test itself.
template <std::size_t N>
struct MaskedWord {
    static constexpr char16_t kMask = 0x5A5A;
    char16_t letters[N];
    consteval MaskedWord(const char16_t (&text)[N])
    {
        for (std::size_t i = 0; i < N; ++i)
            letters[i] = static_cast<char16_t>(text[i] ^ kMask);
    }
    QString plain() const
    {
        QString text(N - 1, Qt::Uninitialized);
        for (std::size_t i = 0; i + 1 < N; ++i)
            text[static_cast<qsizetype>(i)] = QChar(static_cast<char16_t>(letters[i] ^ kMask));
        return text;
    }
};

/// Looks through everything that this process can write to (heap, stacks, data, private mappings) for planted words, as
/// UTF-16 and as UTF-8. Needles and what is looked at are masked, in pages that are left out of the search.
class MemorySearch
{
public:
    MemorySearch()
        : m_page(static_cast<unsigned char*>(
              mmap(nullptr, kWindow, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)))
        , m_memory(::open("/proc/self/mem", O_RDONLY | O_CLOEXEC))
    {
        // A page that nobody may touch on either side, so that the system does not join it to another mapping.
        mprotect(m_page, kGuard, PROT_NONE);
        mprotect(m_page + kWindow - kGuard, kGuard, PROT_NONE);
    }
    ~MemorySearch()
    {
        ::close(m_memory);
        munmap(m_page, kWindow);
    }
    Q_DISABLE_COPY_MOVE(MemorySearch)

    bool works() const { return m_memory >= 0; }

    template <std::size_t N>
    void add(const char* label, const MaskedWord<N>& word)
    {
        const QString text = word.plain();
        addBytes(QByteArray(label) + " (UTF-16)",
                 QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2));
        addBytes(QByteArray(label) + " (UTF-8)", text.toUtf8());
    }

    /// Each place at which one of the words stands: "label in mapping". Empty: none.
    QStringList findings() const
    {
        QStringList found;
        QFile maps(QStringLiteral("/proc/self/maps"));
        if (!maps.open(QIODevice::ReadOnly))
            return {QStringLiteral("the list of mappings cannot be read")};
        const QList<QByteArray> lines = maps.readAll().split('\n');
        for (const QByteArray& line : lines) {
            const QList<QByteArray> parts = line.simplified().split(' ');
            if (parts.size() < 5 || !parts.at(1).startsWith("rw"))
                continue;
            const QList<QByteArray> ends = parts.at(0).split('-');
            look(ends.at(0).toULongLong(nullptr, 16), ends.at(1).toULongLong(nullptr, 16), parts.value(5, "anonymous"),
                 found);
        }
        return found;
    }

private:
    struct Needle {
        QByteArray label;
        QByteArray masked;
    };
    static constexpr std::size_t kWindow = 1U << 20;
    static constexpr std::size_t kGuard = 4096;
    static constexpr std::size_t kRoom = kWindow - 2 * kGuard;
    static constexpr std::size_t kOverlap = 256; // longer than any needle
    static constexpr unsigned char kMask = 0x5A;

    void addBytes(const QByteArray& label, QByteArray bytes)
    {
        for (char& byte : bytes)
            byte = static_cast<char>(byte ^ kMask);
        m_needles.push_back({label, bytes});
    }

    void look(quint64 from, quint64 to, const QByteArray& mapping, QStringList& found) const
    {
        unsigned char* window = m_page + kGuard;
        if (from >= reinterpret_cast<quint64>(m_page) && from < reinterpret_cast<quint64>(m_page) + kWindow)
            return;
        for (quint64 at = from; at < to; at += kRoom - kOverlap) {
            const ssize_t count = pread(m_memory, window, std::min<quint64>(kRoom, to - at), static_cast<off_t>(at));
            if (count <= 0)
                continue; // guard pages
            for (ssize_t i = 0; i < count; ++i)
                window[i] ^= kMask;
            for (const Needle& needle : m_needles) {
                const void* hit = memmem(window, static_cast<std::size_t>(count), needle.masked.constData(),
                                         static_cast<std::size_t>(needle.masked.size()));
                if (hit)
                    found.append(
                        QStringLiteral("%1 in %2 at %3")
                            .arg(QString::fromLatin1(needle.label), QString::fromUtf8(mapping),
                                 QString::number(
                                     at + static_cast<quint64>(static_cast<const unsigned char*>(hit) - window), 16)));
            }
        }
    }

    unsigned char* m_page;
    int m_memory;
    std::vector<Needle> m_needles;
};

} // namespace hall::tests
