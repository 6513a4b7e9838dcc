// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <atomic>

namespace hall::tests {

/// Runs as the system's clock does, but begins at a moment of one's choice, so that a visitor's day is a working day
/// whenever the test runs. Any thread may read it.
class MovedClock final : public base::Clock
{
public:
    explicit MovedClock(base::Timestamp start)
        : m_offsetMs(base::toMs(start) - base::toMs(m_system.now()))
    {
    }

    base::Timestamp now() const override { return m_system.now() + base::Milliseconds(m_offsetMs.load()); }
    void advance(base::Milliseconds by) { m_offsetMs += by.count(); }

private:
    base::SystemClock m_system;
    std::atomic<qint64> m_offsetMs;
};

} // namespace hall::tests
