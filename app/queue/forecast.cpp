// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/forecast.h"

#include "app/sql/connection.h"

namespace hall::queue {

using base::Result;

Forecast::Forecast(sql::Connection& line, const base::Clock& clock)
    : m_line(line)
    , m_clock(clock)
{
}

Result<WaitRange> Forecast::newcomer(const QString&, const QString&)
{
    return WaitRange{};
}

Result<WaitRange> Forecast::remaining(const Ticket&)
{
    return WaitRange{};
}

} // namespace hall::queue
