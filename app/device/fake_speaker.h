// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/speaker.h"

#include <QTimer>

namespace hall::device {

/// A speaker for tests: keeps what it was to say, and notes when two announcements overlap.
class FakeSpeaker final : public Speaker
{
    Q_OBJECT

public:
    using Speaker::Speaker;

    bool isAvailable() const override { return available; }
    void say(const QList<hall::device::Utterance>& utterances) override
    {
        said << utterances;
        overlaps += m_running > 0 ? 1 : 0;
        ++m_running;
        QTimer::singleShot(durationMs, this, [this] {
            --m_running;
            emit finished(available);
        });
    }
    void stop() override { ++stops; }
    void setAvailable(bool now)
    {
        available = now;
        emit availabilityChanged(now);
    }

    bool available = true;
    int durationMs = 0;
    int overlaps = 0;
    int stops = 0;
    QList<QList<Utterance>> said;

private:
    int m_running = 0;
};

} // namespace hall::device
