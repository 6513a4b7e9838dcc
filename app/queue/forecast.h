// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/queue/ticket.h"

#include <QHash>

namespace hall::sql {
class Connection;
}

namespace hall::queue {

/// Wait estimates for newcomers, from a picture of the line that is at most two seconds old. An estimate costs more than
/// a ticket does, so it is made outside the transaction and shared by the tickets of the same moment.
class Forecast
{
public:
    Forecast(sql::Connection& line, const base::Clock& clock);

    /// Expected wait of somebody who joins now.
    base::Result<WaitRange> newcomer(const QString& service, const QString& priorityClass);
    /// Expected rest of the wait of a ticket in the line.
    base::Result<WaitRange> remaining(const Ticket& ticket);

private:
    base::Status refresh();

    sql::Connection& m_line;
    const base::Clock& m_clock;
    std::optional<base::Timestamp> m_madeAt;
    QHash<QPair<QString, QString>, WaitRange> m_newcomers;
};

} // namespace hall::queue
