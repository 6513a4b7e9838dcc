// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/idle_watch.h"

namespace hall::kiosk {

IdleWatch::IdleWatch(const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(250);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::tick);
}

void IdleWatch::start(base::Milliseconds quiet)
{
    m_quiet = quiet;
    m_timer.start();
    touch();
}

void IdleWatch::stop()
{
    m_timer.stop();
    touch();
}

void IdleWatch::touch()
{
    m_lastTouch = m_clock.now();
    if (m_warnedAt) {
        m_warnedAt.reset();
        emit changed();
    }
}

void IdleWatch::tick()
{
    if (!m_timer.isActive())
        return;
    const base::Timestamp now = m_clock.now();
    if (m_warnedAt) {
        if (now < *m_warnedAt) // set back: count again
            m_warnedAt = now;
        const auto left = kNotice - (now - *m_warnedAt);
        if (left <= base::Milliseconds::zero()) {
            stop();
            emit timeUp();
            return;
        }
        const int seconds = static_cast<int>((left.count() + 999) / 1000);
        if (seconds != m_secondsLeft) {
            m_secondsLeft = seconds;
            emit changed();
        }
        return;
    }
    if (now < m_lastTouch)
        m_lastTouch = now;
    if (now - m_lastTouch >= m_quiet) {
        m_warnedAt = now;
        m_secondsLeft = static_cast<int>(kNotice.count() / 1000);
        emit changed();
    }
}

} // namespace hall::kiosk
