// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/announcements.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <optional>

namespace hall::device {
class Chime;
class Speaker;
}

namespace hall::board {

/// Makes the calls heard, one after the other: none overlaps, none is dropped, in the order of the line. The line is its
/// memory: `setPending` hands it what the line still has to say, it says `announced` when one was shown and heard, and
/// what is announced but not yet acknowledged is never said twice by this program. A program that dies in between says
/// that one call again after its start, because nobody knows whether it was heard.
class Announcer : public QObject
{
    Q_OBJECT

public:
    struct Pace {
        int restMs = 700;       ///< silence between two calls
        int leastShownMs = 3500;///< how long a call keeps the large place, sound or none
    };

    /// Either may be null: a silent board shows each call for its time.
    Announcer(device::Speaker* speaker, device::Chime* chime, Pace pace, QObject* parent = nullptr);
    Announcer(device::Speaker* speaker, device::Chime* chime, QObject* parent = nullptr)
        : Announcer(speaker, chime, Pace{}, parent)
    {
    }

    /// Everything that the line has not yet been told was announced, oldest first. Calls withdrawn are not among them.
    void setPending(const QList<queue::Announcement>& pending);
    /// The one that has the large place now, until the next one begins or it is withdrawn.
    std::optional<queue::Announcement> current() const { return m_withdrawn ? std::nullopt : m_current; }
    bool isSpeaking() const { return m_phase == Phase::Chime || m_phase == Phase::Speech; }
    /// Announced here, and the line does not know it yet.
    bool isUnacknowledged(queue::AnnouncementId id) const { return m_announced.contains(id); }

signals:
    void currentChanged();
    void announced(hall::queue::AnnouncementId id);

private:
    enum class Phase { Idle, Chime, Speech, Rest };

    void begin();
    void speak();
    void soundEnded();
    void rest(int least);
    void withdrawCurrent();

    device::Speaker* m_speaker;
    device::Chime* m_chime;
    Pace m_pace;
    Phase m_phase = Phase::Idle;
    bool m_withdrawn = false; ///< what sounds now is nobody's call any more
    QList<queue::Announcement> m_waiting;
    QSet<queue::AnnouncementId> m_announced;
    std::optional<queue::Announcement> m_current;
    QElapsedTimer m_shownSince;
    QTimer m_rest;
};

} // namespace hall::board
