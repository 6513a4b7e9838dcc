// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/announcer.h"

#include "app/device/chime.h"
#include "app/device/speaker.h"
#include "ui/board/spoken_call.h"

#include <algorithm>

namespace hall::board {

Announcer::Announcer(device::Speaker* speaker, device::Chime* chime, Pace pace, QObject* parent)
    : QObject(parent)
    , m_speaker(speaker)
    , m_chime(chime)
    , m_pace(pace)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_phase = Phase::Idle;
        begin();
    });
    // Queued: a device may answer inside play() or say().
    if (m_chime) {
        connect(m_chime, &device::Chime::finished, this, [this] {
            if (m_phase == Phase::Chime)
                speak();
        }, Qt::QueuedConnection);
    }
    if (m_speaker) {
        connect(m_speaker, &device::Speaker::finished, this, [this] {
            if (m_phase == Phase::Speech)
                soundEnded();
        }, Qt::QueuedConnection);
    }
}

void Announcer::setPending(const QList<queue::Announcement>& pending)
{
    QSet<queue::AnnouncementId> known;
    for (const queue::Announcement& call : pending)
        known.insert(call.id);
    m_announced.intersect(known);

    if (isSpeaking() && !m_withdrawn && !known.contains(m_current->id))
        withdrawCurrent();

    m_waiting.clear();
    for (const queue::Announcement& call : pending) {
        const bool isCurrent = isSpeaking() && m_current && m_current->id == call.id;
        if (!m_announced.contains(call.id) && !isCurrent)
            m_waiting.append(call);
    }
    if (m_phase == Phase::Idle)
        begin();
}

void Announcer::begin()
{
    if (m_waiting.isEmpty())
        return;
    m_current = m_waiting.takeFirst();
    m_withdrawn = false;
    m_shownSince.start();
    m_phase = Phase::Chime;
    emit currentChanged();
    if (m_chime && m_chime->isAvailable())
        m_chime->play();
    else
        speak();
}

void Announcer::speak()
{
    if (!m_withdrawn && m_speaker && m_speaker->isAvailable()) {
        m_phase = Phase::Speech;
        m_speaker->say(spokenCall(*m_current));
    } else {
        soundEnded();
    }
}

void Announcer::soundEnded()
{
    if (m_withdrawn) {
        rest(0);
        return;
    }
    m_announced.insert(m_current->id);
    const queue::AnnouncementId id = m_current->id;
    rest(m_pace.leastShownMs);
    emit announced(id);
}

void Announcer::rest(int least)
{
    m_phase = Phase::Rest;
    const int shown = static_cast<int>(std::min<qint64>(m_shownSince.elapsed(), least));
    m_rest.start(std::max(m_pace.restMs, least - shown));
    emit currentChanged();
}

/// The sound still has to end before the next one begins; the place on the board is free at once.
void Announcer::withdrawCurrent()
{
    m_withdrawn = true;
    if (m_phase == Phase::Speech)
        m_speaker->stop();
    emit currentChanged();
}

} // namespace hall::board
