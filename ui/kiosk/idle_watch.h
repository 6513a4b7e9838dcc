// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace hall::kiosk {

/// Notices that the visitor has gone: after a quiet time it warns, counts down 20 seconds, then says that time is up.
/// Any touch or key sets it back. A clock that jumps never ends a visit without the whole warning.
class IdleWatch : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool warning READ warning NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)

public:
    static constexpr base::Milliseconds kNotice{20'000}; // WCAG 2.2.1

    explicit IdleWatch(const base::Clock& clock, QObject* parent = nullptr);

    /// Watches from now on; `quiet` is how long nobody may touch anything before the warning.
    void start(base::Milliseconds quiet);
    void stop();
    void setQuiet(base::Milliseconds quiet) { m_quiet = quiet; }
    /// The visitor is here.
    void touch();
    /// Looks at the clock; the timer does it four times a second.
    void tick();

    bool running() const { return m_timer.isActive(); }
    bool warning() const { return m_warnedAt.has_value(); }
    int secondsLeft() const { return m_secondsLeft; }

signals:
    void changed();
    void timeUp();

private:
    const base::Clock& m_clock;
    QTimer m_timer;
    base::Milliseconds m_quiet{60'000};
    base::Timestamp m_lastTouch{};
    std::optional<base::Timestamp> m_warnedAt;
    int m_secondsLeft = 0;
};

} // namespace hall::kiosk
